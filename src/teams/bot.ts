// What the bot does with each kind of activity: a teams-ai application around the core.

import { Application } from '@microsoft/teams-ai/lib/Application.js';
import { TurnState } from '@microsoft/teams-ai/lib/TurnState.js';
import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
import type { Clock } from '../clock.ts';
import type { Memory, Reply, TakeTurn, Welcome } from '../turn/turn-types.ts';
import type { BotAdapter } from './adapter.ts';
import { RecentConversations, TurnQueue } from './conversations.ts';
import { readIncoming } from './incoming.ts';
import { type ButtonStyle, toCard, toMessage } from './outgoing.ts';
import { Repeats } from './repeats.ts';

/** What is kept of a conversation. */
interface ConversationState {
  memory?: Memory;
  welcomed?: boolean;
}
type State = TurnState<ConversationState>;

/** Some 20 MB at most: a conversation's memory is its last question. */
const maxConversations = 10_000;

/** Takes one authenticated activity to its end. */
export type Bot = (context: TurnContext) => Promise<void>;

/**
 * Makes the bot.
 *
 * @param wireClock the real time, since repeats come in real minutes whatever time is simulated
 */
export function makeBot(takeTurn: TakeTurn, welcome: Welcome, adapter: BotAdapter, wireClock: Clock): Bot {
  const application = makeApplication(takeTurn, welcome, adapter.buttonStyle);
  const repeats = new Repeats(wireClock);
  const queue = new TurnQueue();
  const run = async (context: TurnContext) => {
    try {
      await application.run(context);
    } catch (error) {
      // Here rather than in the adapter, so that a repeat gets the same apology.
      await adapter.onTurnError(context, error instanceof Error ? error : new Error(String(error)));
    }
  };
  return (context) => repeats.once(context, () => queue.run(context.activity.conversation.id, () => run(context)));
}

function makeApplication(takeTurn: TakeTurn, welcome: Welcome, style: ButtonStyle): Application<State> {
  const application = new Application<State>({
    storage: new RecentConversations(maxConversations),
    turnStateFactory: () => new TurnState<ConversationState>(),
    removeRecipientMention: false,
    // One timer for all conversations at once, and answers are faster than it.
    startTypingTimer: false,
  });

  const takeTurnIn = (context: TurnContext, state: State): Reply => {
    const { reply, memory } = takeTurn(readIncoming(context.activity), state.conversation.memory ?? null);
    state.conversation.memory = memory;
    return reply;
  };
  const welcomeOnce = async (context: TurnContext, state: State) => {
    if (state.conversation.welcomed) return;
    state.conversation.welcomed = true;
    const { scope, locale } = readIncoming(context.activity);
    await context.sendActivity(toMessage(welcome(scope, locale ?? 'sv'), style));
  };

  application.activity(ActivityTypes.Message, async (context, state) => {
    await context.sendActivity(toMessage(takeTurnIn(context, state), style));
  });
  application.adaptiveCards.actionExecute(isExecute, async (context, state) => {
    const reply = takeTurnIn(context, state);
    return reply.card ? { ...toCard(reply, style), type: 'AdaptiveCard' } : reply.text;
  });
  application.activity(async (context) => isInstalled(context.activity) || isBotAdded(context.activity), welcomeOnce);
  application.activity(
    async (context) => isRemoved(context.activity),
    async (_, state) => state.deleteConversationState(),
  );
  // The SDK would answer 501, which looks like a fault of the bot.
  application.addRoute(async (context) => context.activity.type === ActivityTypes.Invoke, refuseInvoke, true);
  return application;
}

async function isExecute({ activity }: TurnContext): Promise<boolean> {
  return (
    activity.type === ActivityTypes.Invoke &&
    activity.name === 'adaptiveCard/action' &&
    activity.value?.action?.type === 'Action.Execute'
  );
}

function isInstalled(activity: Activity): boolean {
  return activity.type === ActivityTypes.InstallationUpdate && activity.action === 'add';
}

function isRemoved(activity: Activity): boolean {
  return activity.type === ActivityTypes.InstallationUpdate && activity.action === 'remove';
}

/** Teams tells of the bot's own arrival like that of any member. */
function isBotAdded(activity: Activity): boolean {
  if (activity.type !== ActivityTypes.ConversationUpdate || !Array.isArray(activity.membersAdded)) return false;
  return activity.membersAdded.some((member) => member?.id === activity.recipient.id);
}

async function refuseInvoke(context: TurnContext): Promise<void> {
  await context.sendActivity({
    type: ActivityTypes.InvokeResponse,
    value: { status: 400, body: { error: 'not supported' } },
  });
}
