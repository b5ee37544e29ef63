// The bridge to the Bot Framework: who may speak to the bot, how it answers, and what happens when a turn fails.
import { randomInt } from 'node:crypto';
// The package's index would also load its language model parts: a tenth of a second and 35 MB that nobody uses here.
import { TeamsAdapter } from '@microsoft/teams-ai/lib/TeamsAdapter.js';
import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
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

/** What the HTTP response says: `unauthorized`, or the status and body that the turn left. */
export type Received = 'unauthorized' | { readonly status: number; readonly body: unknown };

/** How long one message to Teams may take; Teams itself gives up on the bot after 15 seconds. */
const sendTimeoutMs = 10_000;

/** Teams' adapter, with authentication told apart from the turn and sends that are neither repeated nor endless. */
export class BotAdapter extends TeamsAdapter {
  /** Without a registration only emulators speak to the bot. */
  readonly buttonStyle: ButtonStyle;
  readonly #log: Log;

  constructor(registration: Registration | null, channel: Channel, log: Log, apologise: Apologise) {
    super(authentication(registration, channel));
    this.buttonStyle = registration ? 'messageBack' : 'plain';
    this.#log = log;
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
    if (!authenticated) return 'unauthorized';
    const response = await this.processActivity(authenticated, checked, turn);
    return { status: response?.status ?? 200, body: response?.body };
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
      await sendApology(context, reply, this.buttonStyle);
    } catch (cause) {
      this.#log.error({ err: cause, reference }, 'apology failed');
    }
  }

  async #authenticate(authorization: string, activity: Activity) {
    try {
      return await this.botFrameworkAuthentication.authenticateRequest(activity, authorization);
    } catch (error) {
      this.#log.warn({ err: error }, 'authentication failed');
      return null;
    }
  }
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
    ToChannelFromBotOAuthScope: 'https://api.botframework.com',
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

/**
 * Sends once, within a time limit, and only to the address asked for. The SDK would send up to four times after an
 * answer that may well have been delivered, wait for ever, and follow redirects with the bot's token.
 */
function tameSending(connector: ConnectorClient): void {
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

async function sendApology(context: TurnContext, reply: Reply, style: ButtonStyle): Promise<void> {
  if (context.activity.type !== ActivityTypes.Invoke) {
    await context.sendActivity(toMessage(reply, style));
    return;
  }
  const said = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: reply.text };
  const body = context.activity.name?.startsWith('task/') ? messageDialog(reply.text) : said;
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
}

// Without letters and digits that look or sound alike.
const referenceCharacters = 'ACDEFHJKLMNPRTUVWXY3479';

/** Six characters that a person can read out: about 148 million different ones. */
function makeReference(): string {
  const pick = () => referenceCharacters.charAt(randomInt(referenceCharacters.length));
  return `${pick()}${pick()}${pick()}-${pick()}${pick()}${pick()}`;
}
