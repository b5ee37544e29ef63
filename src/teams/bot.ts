// What the bot does with each kind of activity: a teams-ai application around the core.

import { Application } from '@microsoft/teams-ai/lib/Application.js';
import { TurnState } from '@microsoft/teams-ai/lib/TurnState.js';
import { type Activity, ActivityTypes, DeliveryModes, type Storage, type TurnContext } from 'botbuilder';
import type { Clock } from '../clock.ts';
import type { Store } from '../store/store.ts';
import type { Turns } from '../turn/turn.ts';
import type { Memory, Reply } from '../turn/turn-types.ts';
import { type BotAdapter, sayInstead } from './adapter.ts';
import { makeAdmission } from './admission.ts';
import { ConversationStorage, TurnQueue } from './conversations.ts';
import { toDialog } from './dialogs.ts';
import { type Answered, questionOf, readFeedback, withAnswer } from './feedback.ts';
import { isExecute, readIncoming } from './incoming.ts';
import { readSearch, toSearchResult } from './message-extension.ts';
import { type ButtonStyle, toCard, toMessage, toWholeCard } from './outgoing.ts';
import type { CaptureReferences } from './references.ts';
import { Repeats } from './repeats.ts';
import { makeSharedTurns } from './shared-turns.ts';

/** What is kept of a conversation. */
interface ConversationState {
  memory?: Memory;
  welcomed?: boolean;
  /** The latest answers, for 👍 and 👎. */
  answers?: Answered[];
}
type State = TurnState<ConversationState>;

/** Takes one authenticated activity to its end. */
export type Bot = (context: TurnContext) => Promise<void>;

export interface BotParts {
  readonly turns: Turns;
  readonly adapter: BotAdapter;
  readonly store: Pick<Store, 'conversations' | 'claims' | 'counts'>;
  readonly capture: CaptureReferences;
  /** Messages of a person that are answered a minute; null for as many as come. */
  readonly messagesPerMinute: number | null;
  /** A message is not answered, since there were too many. */
  readonly limited: () => void;
  /** The real time, since repeats come in real minutes whatever time is simulated. */
  readonly wireClock: Clock;
}

/** Makes the bot. */
export function makeBot({ turns, adapter, store, capture, messagesPerMinute, limited, wireClock }: BotParts): Bot {
  const storage = new ConversationStorage(store.conversations, wireClock);
  const application = makeApplication(turns, storage, adapter.buttonStyle, (context, message) =>
    adapter.change(context, message),
  );
  const shared = makeSharedTurns(store.claims, wireClock);
  const repeats = new Repeats(shared, wireClock);
  const queue = new TurnQueue(shared);
  const admit = makeAdmission(store.counts, messagesPerMinute, wireClock);
  const run = async (context: TurnContext) => {
    try {
      // A search is made from any conversation, also where the bot is not.
      if (!isSearch(context.activity)) await capture(context.activity);
      await application.run(context);
    } catch (error) {
      // Here rather than in the adapter, so that a repeat gets the same apology.
      await adapter.onTurnError(context, error instanceof Error ? error : new Error(String(error)));
    }
  };
  const take = async (context: TurnContext) => {
    const admission = await admit(context.activity);
    if (admission === 'answer') return queue.run(context.activity.conversation.id, () => run(context));
    limited();
    // A pressed button waits for an answer every time.
    if (admission === 'silence' && context.activity.type !== ActivityTypes.Invoke) return;
    await sayInstead(context, turns.tooMany(readIncoming(context.activity).locale ?? 'sv'), adapter.buttonStyle);
  };
  return (context) => repeats.once(context, () => take(context));
}

type Change = (context: TurnContext, message: Partial<Activity>) => Promise<boolean>;

function makeApplication(turns: Turns, storage: Storage, style: ButtonStyle, change: Change): Application<State> {
  const application = new Application<State>({
    storage,
    turnStateFactory: () => new TurnState<ConversationState>(),
    removeRecipientMention: false,
  });
  // One timer for all conversations at once, which also writes into responses; its option does not turn it off.
  application.startTypingTimer = () => undefined;

  const onInvoke = (name: string, handle: (context: TurnContext, state: State) => Promise<void>) => {
    const isNamed = async ({ activity }: TurnContext) =>
      activity.type === ActivityTypes.Invoke && activity.name === name && isObject(activity.value);
    application.addRoute(isNamed, handle, true);
  };
  const takeTurnIn = async (context: TurnContext, state: State): Promise<Reply> => {
    const { activity } = context;
    const onWait = () => showTyping(context);
    const turn = await turns.takeTurn(readIncoming(activity), state.conversation.memory ?? null, onWait);
    if (turn.forgets) state.deleteConversationState();
    else state.conversation.memory = turn.memory;
    return turn.reply;
  };
  const send = async (context: TurnContext, state: State, reply: Reply) => {
    const sent = await context.sendActivity(toMessage(reply, style));
    if (reply.question === undefined) return;
    state.conversation.answers = withAnswer(state.conversation.answers ?? [], sent?.id ?? '', reply.question);
  };
  const welcomeOnce = async (context: TurnContext, state: State) => {
    if (state.conversation.welcomed) return;
    state.conversation.welcomed = true;
    const { scope, locale } = readIncoming(context.activity);
    await context.sendActivity(toMessage(turns.welcome(scope, locale ?? 'sv'), style));
  };

  application.activity(ActivityTypes.Message, async (context, state) => {
    await send(context, state, await takeTurnIn(context, state));
  });
  application.adaptiveCards.actionExecute(isPressed, async (context, state) => {
    const reply = await takeTurnIn(context, state);
    if (reply.stays) return reply.spoken;
    // For everybody who sees the message, and for good; the response is for whoever pressed, at once.
    const isForAll = !isLook(context.activity) && reply.isPersonal !== true;
    const changed = isForAll ? await change(context, toMessage(reply, style)) : isAsSent(reply);
    const card = changed ? toCard(reply, style) : toWholeCard(reply, style);
    return { ...card, type: 'AdaptiveCard' };
  });
  onInvoke('composeExtension/query', async (context) => {
    const asked = readSearch(context.activity.value);
    if (!asked) return refuseInvoke(context);
    const locale = readIncoming(context.activity).locale ?? 'sv';
    await respond(context, 200, toSearchResult(turns.search({ ...asked, locale })));
  });
  onInvoke('task/fetch', async (context, state) => {
    const form = await turns.openForm(readIncoming(context.activity), state.conversation.memory ?? null);
    await respond(context, 200, toDialog(form));
  });
  onInvoke('task/submit', async (context, state) => {
    const sent = await turns.submitForm(readIncoming(context.activity), state.conversation.memory ?? null);
    if (sent.kind !== 'turn') return respond(context, 200, toDialog(sent));
    state.conversation.memory = sent.turn.memory;
    await send(context, state, sent.turn.reply);
    // Without a body the window closes.
    await respond(context, 200);
  });
  onInvoke('message/submitAction', async (context, state) => {
    const feedback = readFeedback(context.activity);
    if (!feedback) return refuseInvoke(context);
    const question = questionOf(state.conversation.answers ?? [], feedback);
    if (question !== null) await turns.rate(question, feedback.verdict);
    await respond(context, 200);
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

async function isPressed({ activity }: TurnContext): Promise<boolean> {
  return isExecute(activity);
}

/** Asked by the client, since the card is seen again; nobody has pressed anything. */
function isLook({ value }: Activity): boolean {
  return value.action.data?.look !== undefined;
}

/** What is still open has the text above it that it was sent with. */
function isAsSent({ refresh }: Reply): boolean {
  return refresh !== undefined;
}

/** Only where somebody sees it; whether it arrives changes nothing. */
function showTyping(context: TurnContext): void {
  const { type, deliveryMode } = context.activity;
  if (type !== ActivityTypes.Message || deliveryMode === DeliveryModes.ExpectReplies) return;
  context.sendActivity({ type: ActivityTypes.Typing }).catch(() => undefined);
}

function isInstalled(activity: Activity): boolean {
  return activity.type === ActivityTypes.InstallationUpdate && activity.action === 'add';
}

function isRemoved(activity: Activity): boolean {
  return activity.type === ActivityTypes.InstallationUpdate && activity.action === 'remove';
}

function isSearch({ type, name }: Activity): boolean {
  return type === ActivityTypes.Invoke && name === 'composeExtension/query';
}

/** Teams tells of the bot's own arrival like that of any member. */
function isBotAdded(activity: Activity): boolean {
  if (activity.type !== ActivityTypes.ConversationUpdate || !Array.isArray(activity.membersAdded)) return false;
  return activity.membersAdded.some((member) => member?.id === activity.recipient.id);
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

async function refuseInvoke(context: TurnContext): Promise<void> {
  await respond(context, 400, { error: 'not supported' });
}

/** The HTTP response of an invoke. */
async function respond(context: TurnContext, status: number, body?: object): Promise<void> {
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status, ...(body ? { body } : {}) } });
}
