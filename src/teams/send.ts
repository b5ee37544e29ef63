// Messages that nobody has asked for: into a conversation that is known by its reference, once each.
import { type Activity, type ConversationParameters, TurnContext } from 'botbuilder';
import type { Clock } from '../clock.ts';
import type { SendOutcome } from '../reminders/failure.ts';
import type { Reference } from '../store/reminder-stores.ts';
import type { Reply } from '../turn/turn-types.ts';
import type { BotAdapter, Connector } from './adapter.ts';
import { toMessage } from './outgoing.ts';
import { unsentBy } from './unsent.ts';

/** Sends, changes and takes back messages; never rejects. */
export interface Sending {
  /** A person whose chat is not known, or is no more, gets a new one, once. */
  send(reference: Reference, reply: Reply): Promise<SendOutcome>;
  /** A message that is no more where it was is sent anew. */
  update(reference: Reference, activity: string, reply: Reply): Promise<SendOutcome>;
  delete(reference: Reference, activity: string): Promise<SendOutcome>;
}

/**
 * @param allowsServiceUrl asked again at each message: a reference may be older than the list
 * @param clock the real time
 */
export function makeSending(
  adapter: Pick<BotAdapter, 'connectorAt' | 'buttonStyle'>,
  allowsServiceUrl: (url: string) => boolean,
  clock: Clock,
): Sending {
  const now = () => clock();
  const messageOf = (reference: Reference, conversation: string, reply: Reply) =>
    addressed(toMessage(reply, adapter.buttonStyle), reference, conversation);

  /** Does something at the reference's Connector; what it rejects with is an outcome. */
  async function at(
    { serviceUrl }: Reference,
    work: (connector: Connector) => Promise<SendOutcome>,
  ): Promise<SendOutcome> {
    if (!allowsServiceUrl(serviceUrl)) return { kind: 'refused' };
    try {
      return await work(await adapter.connectorAt(serviceUrl));
    } catch (error) {
      return unsentBy(error, now());
    }
  }

  async function sendTo(connector: Connector, reference: Reference, conversation: string, reply: Reply) {
    const { id } = await connector.conversations.sendToConversation(
      conversation,
      messageOf(reference, conversation, reply),
    );
    return id ?? null;
  }

  async function sendAnew(connector: Connector, reference: Reference, reply: Reply): Promise<SendOutcome> {
    const { id } = await connector.conversations.createConversation(chatWith(reference));
    if (!id) return { kind: 'unanswered', code: 'no conversation id' };
    return { kind: 'sent', activity: await sendTo(connector, reference, id, reply), conversation: id };
  }

  async function send(reference: Reference, reply: Reply): Promise<SendOutcome> {
    const { conversation } = reference;
    if (conversation === null) return at(reference, (connector) => sendAnew(connector, reference, reply));
    const outcome = await at(reference, async (connector) => {
      const activity = await sendTo(connector, reference, conversation, reply);
      return { kind: 'sent', activity, conversation: null };
    });
    const isMissing = outcome.kind === 'answered' && outcome.status === 404;
    if (!isMissing || reference.teamsId === null) return outcome;
    return at(reference, (connector) => sendAnew(connector, reference, reply));
  }

  return {
    send,
    async update(reference, activity, reply) {
      const { conversation } = reference;
      if (conversation === null) return send(reference, reply);
      const outcome = await at(reference, async ({ conversations }) => {
        const message = { ...messageOf(reference, conversation, reply), id: activity };
        await conversations.updateActivity(conversation, activity, message);
        return { kind: 'sent', activity, conversation: null };
      });
      return outcome.kind === 'answered' && outcome.status === 404 ? send(reference, reply) : outcome;
    },
    delete: (reference, activity) =>
      at(reference, async ({ conversations }) => {
        await conversations.deleteActivity(reference.conversation ?? '', activity);
        return { kind: 'sent', activity, conversation: null };
      }),
  };
}

function addressed(message: Partial<Activity>, reference: Reference, conversation: string): Partial<Activity> {
  const { bot, teamsId, name, channelId, serviceUrl, scope, recipient } = reference;
  return TurnContext.applyConversationReference(message, {
    channelId,
    serviceUrl,
    bot: { id: bot, name: '' },
    ...(teamsId === null ? {} : { user: { id: teamsId, name } }),
    conversation: {
      id: conversation,
      name: '',
      isGroup: scope !== 'personal',
      conversationType: { personal: 'personal', group: 'groupChat', channel: 'channel' }[scope],
      tenantId: recipient.tenant,
    },
  });
}

/** A chat of a person with the bot: Teams makes it, or gives the one that there is. */
function chatWith({ bot, teamsId, name, recipient }: Reference): ConversationParameters {
  return {
    isGroup: false,
    bot: { id: bot, name: '' },
    members: [{ id: teamsId ?? '', name }],
    tenantId: recipient.tenant,
    channelData: { tenant: { id: recipient.tenant } },
  };
}
