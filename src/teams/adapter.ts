// The bridge to the Bot Framework: who may speak to the bot, how it answers, and what happens when a turn fails.
import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
// The package's index would also load its language model parts: a tenth of a second and 35 MB that nobody uses here.
import { TeamsAdapter } from '@microsoft/teams-ai/lib/TeamsAdapter.js';
import { type Activity, ActivityTypes, type ConversationParameters, type TurnContext } from 'botbuilder';
import { type Clock, systemClock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Registration } from '../settings.ts';
import type { Apologise, Reply } from '../turn/turn-types.ts';
import { messageDialog } from './dialogs.ts';
import { readIncoming } from './incoming.ts';
import { type ButtonStyle, toMessage } from './outgoing.ts';

/** Who signs the tokens of incoming activities, and where its keys are published. */
export interface Channel {
  readonly issuer: string;
  readonly openIdMetadataUrl: string;
}

/** The Bot Connector of the public cloud. */
export const publicChannel: Channel = {
  issuer: 'https://api.botframework.com',
  openIdMetadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
};

/**
 * What the HTTP response says: `unauthorized`; `unavailable` where the key that a token names could not be looked up; or
 * the status and body that the turn left.
 */
export type Received = 'unauthorized' | 'unavailable' | { readonly status: number; readonly body: unknown };

/**
 * How long the channel's keys are believed while its publisher cannot be reached: Microsoft lets them be kept so long.
 * A token that names another key has them fetched anew at once, though at most once an hour.
 */
const keysKeptHours = 5 * 24;
/** Else they are fetched as often as this, so that a key that was withdrawn is soon believed no more. */
const keysFetchedEveryMs = 24 * 60 * 60_000;
/** The SDK would wait for the publisher without end; Teams gives up after 15 seconds. */
const keysTimeoutMs = 5_000;

/** What the bot's own tokens are for. */
const connectorScope = 'https://api.botframework.com';
/** How long one message to Teams may take; Teams itself gives up on the bot after 15 seconds. */
const sendTimeoutMs = 10_000;

/** What the Bot Connector does outside turns. Everything rejects with the SDK's errors. */
export interface Connector {
  readonly conversations: {
    sendToConversation(conversation: string, activity: Partial<Activity>): Promise<{ readonly id?: string }>;
    updateActivity(conversation: string, id: string, activity: Partial<Activity>): Promise<unknown>;
    deleteActivity(conversation: string, id: string): Promise<unknown>;
    createConversation(parameters: ConversationParameters): Promise<{ readonly id?: string }>;
  };
}

/** There are as many as the clouds that Teams runs in; a stranger's are not let in. */
const mostConnectors = 50;

/** Teams' adapter, with authentication told apart from the turn and sends that are neither repeated nor endless. */
export class BotAdapter extends TeamsAdapter {
  /** Without a registration only emulators speak to the bot. */
  readonly buttonStyle: ButtonStyle;
  readonly #log: Log;
  readonly #appId: string;
  readonly #wireClock: Clock;
  readonly #issuer: string;
  #keysFetchedAt: number;
  /** Kept: making one costs as much as a message. */
  readonly #connectors = new Map<string, Promise<Connector>>();

  /** @param wireClock the real time, by which the channel's keys grow old */
  constructor(
    registration: Registration | null,
    channel: Channel,
    log: Log,
    apologise: Apologise,
    wireClock: Clock = systemClock,
  ) {
    super(authentication(registration, channel), undefined, undefined, { tokenRefreshInterval: keysKeptHours });
    this.buttonStyle = registration ? 'messageBack' : 'plain';
    this.#log = log;
    this.#appId = registration?.appId ?? '';
    this.#wireClock = wireClock;
    this.#issuer = channel.issuer;
    this.#keysFetchedAt = wireClock().getTime();
    this.use(async (context, next) => {
      tameSending(context.turnState.get(this.ConnectorClientKey));
      await next();
    });
    this.onTurnError = (context, error) => this.#reportTurnError(context, error, apologise);
  }

  /** Authenticates an activity and runs a turn on it. Rejects only for faults of the bot itself. */
  async receive(
    authorization: string,
    activity: object,
    turn: (context: TurnContext) => Promise<void>,
  ): Promise<Received> {
    // The guard in front has checked the fields that the SDK relies on.
    const checked = activity as Activity;
    const authenticated = await this.#authenticate(authorization, checked);
    if (typeof authenticated === 'string') return authenticated;
    this.#renewKeys(checked);
    const response = await this.processActivity(authenticated, checked, turn);
    return { status: response?.status ?? 200, body: response?.body };
  }

  /** The Connector at an address, tamed as in turns, for what nobody has asked for. The address must be an allowed one. */
  connectorAt(serviceUrl: string): Promise<Connector> {
    const known = this.#connectors.get(serviceUrl);
    if (known) return known;
    if (this.#connectors.size >= mostConnectors) this.#connectors.clear();
    const made = this.#makeConnector(serviceUrl);
    this.#connectors.set(serviceUrl, made);
    made.catch(() => this.#connectors.delete(serviceUrl));
    return made;
  }

  /** Puts a message in the place of the one that was pressed; false where that cannot be done. */
  async change(context: TurnContext, message: Partial<Activity>): Promise<boolean> {
    const { replyToId } = context.activity;
    if (!replyToId) return false;
    try {
      await context.updateActivity({ ...message, id: replyToId });
      return true;
    } catch (error) {
      this.#log.warn({ err: error }, 'a pressed card could not be changed for everybody');
      return false;
    }
  }

  async #makeConnector(serviceUrl: string): Promise<Connector> {
    const identity = this.createClaimsIdentity(this.#appId);
    const connector = await this.botFrameworkAuthentication
      .createConnectorFactory(identity)
      .create(serviceUrl, connectorScope);
    tameSending(connector);
    return connector;
  }

  async #reportTurnError(context: TurnContext, error: unknown, apologise: Apologise): Promise<void> {
    const reference = makeReference();
    this.#log.error({ err: error, reference }, 'turn failed');
    // Where sending is what failed, an apology would fail too, or follow a reply that did arrive. An invoke's is not
    // sent: it stands in the response.
    const isInvoke = context.activity.type === ActivityTypes.Invoke;
    if (!isInvoke && error instanceof Error && error.name === 'RestError') return;
    try {
      const reply = apologise(reference, readIncoming(context.activity).locale ?? 'sv');
      await sayInstead(context, reply, this.buttonStyle);
    } catch (cause) {
      this.#log.error({ err: cause, reference }, 'apology failed');
    }
  }

  async #authenticate(authorization: string, activity: Activity) {
    try {
      const tooLong = sleep(keysTimeoutMs, 'unavailable' as const, { ref: false });
      const checked = this.botFrameworkAuthentication.authenticateRequest(activity, authorization);
      const outcome = await Promise.race([checked, tooLong]);
      if (outcome === 'unavailable') this.#log.warn({ afterMs: keysTimeoutMs }, 'the keys of the channel did not come');
      return outcome;
    } catch (error) {
      this.#log.warn({ err: error }, 'authentication failed');
      return isPublishersFault(error) ? 'unavailable' : 'unauthorized';
    }
  }

  /**
   * Has the SDK fetch the channel's keys anew where it has had them for a day; nobody waits for it. It does so for a key
   * that it does not know, such as this token's, which is never believed.
   */
  #renewKeys(activity: Activity): void {
    const now = this.#wireClock().getTime();
    if (this.#appId === '' || now - this.#keysFetchedAt < keysFetchedEveryMs) return;
    this.#keysFetchedAt = now;
    const token = [{ alg: 'RS256', kid: '' }, { iss: this.#issuer }].map(encoded).join('.');
    void this.botFrameworkAuthentication.authenticateRequest(activity, `Bearer ${token}.none`).catch((error) => {
      if (isPublishersFault(error)) this.#log.warn({ err: error }, 'the keys of the channel could not be renewed');
    });
  }
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

/** Whether it is not the token that is wrong, but the keys that cannot be had. */
function isPublishersFault(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'FetchError' || ('statusCode' in error && error.statusCode === 500);
}

/**
 * Every parameter that the SDK knows: given only some, it leaves the others undefined.
 */
function authentication(registration: Registration | null, channel: Channel): Record<string, string> {
  return {
    MicrosoftAppId: registration?.appId ?? '',
    MicrosoftAppPassword: registration?.password ?? '',
    MicrosoftAppTenantId: registration?.tenant ?? '',
    MicrosoftAppType: registration?.appType ?? 'MultiTenant',
    ChannelService: '',
    ValidateAuthority: 'true',
    ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
    ToChannelFromBotOAuthScope: connectorScope,
    ToBotFromChannelTokenIssuer: channel.issuer,
    OAuthUrl: 'https://api.botframework.com',
    ToBotFromChannelOpenIdMetadataUrl: channel.openIdMetadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl:
      'https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration',
    CallerId: 'urn:botframework:azure',
  };
}

interface PipelineRequest {
  timeout: number;
}
interface Pipeline {
  removePolicy(which: { name: string }): unknown;
  addPolicy(policy: {
    name: string;
    sendRequest(request: PipelineRequest, next: (request: PipelineRequest) => Promise<unknown>): Promise<unknown>;
  }): void;
}
interface ConnectorClient {
  readonly client: { readonly pipeline: Pipeline };
}

function hasPipeline(connector: object): connector is ConnectorClient {
  return 'client' in connector && typeof connector.client === 'object' && 'pipeline' in (connector.client ?? {});
}

/**
 * Sends once, within a time limit, and only to the address asked for. The SDK would send up to four times after an
 * answer that may well have been delivered, wait for ever, and follow redirects with the bot's token.
 */
function tameSending(connector: object): void {
  if (!hasPipeline(connector)) throw new Error('the SDK has changed: its sending cannot be tamed');
  const { pipeline } = connector.client;
  pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  pipeline.removePolicy({ name: 'redirectPolicy' });
  pipeline.addPolicy({
    name: 'sendTimeout',
    sendRequest(request, next) {
      request.timeout = sendTimeoutMs;
      return next(request);
    },
  });
}

/** Says something that is no answer: in the chat, or to an invoke in its response, in the form that it waits for. */
export async function sayInstead(context: TurnContext, reply: Reply, style: ButtonStyle): Promise<void> {
  if (context.activity.type !== ActivityTypes.Invoke) {
    await context.sendActivity(toMessage(reply, style));
    return;
  }
  const body = inForm(context.activity.name ?? '', reply.text);
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
}

/** A sentence as the invokes of a name wait for it. */
function inForm(name: string, text: string): object {
  if (name.startsWith('task/')) return messageDialog(text);
  if (name.startsWith('composeExtension/')) return { composeExtension: { type: 'message', text } };
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text };
}

// Without letters and digits that look or sound alike.
const referenceCharacters = 'ACDEFHJKLMNPRTUVWXY3479';

/** Six characters that a person can read out: about 148 million different ones. */
function makeReference(): string {
  const pick = () => referenceCharacters.charAt(randomInt(referenceCharacters.length));
  return `${pick()}${pick()}${pick()}-${pick()}${pick()}${pick()}`;
}
