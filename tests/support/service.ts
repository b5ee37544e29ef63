// The real service on a free port, with turns of a test's own, and activities as Teams sends them.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '../../src/app.ts';
import type { Clock } from '../../src/clock.ts';
import type { Route } from '../../src/http/server.ts';
import type { Log } from '../../src/log.ts';
import type { Settings } from '../../src/settings.ts';
import { openMemory } from '../../src/store/sqlite.ts';
import type { Channel } from '../../src/teams/adapter.ts';
import type { Turns } from '../../src/turn/turn.ts';
import type { Incoming, Reply } from '../../src/turn/turn-types.ts';
import { keptLog } from './kept-log.ts';

export { keptLog, type LogLine } from './kept-log.ts';

export const tenant = '00000000-0000-4000-8000-000000000001';

export const developmentSettings: Settings = {
  port: 0,
  host: '127.0.0.1',
  refusedHost: null,
  registration: null,
  allowedTenants: [],
  serviceHosts: ['smba.trafficmanager.net', '*.botframework.com'],
  planDir: 'unused',
  dataDir: 'unused',
  databaseUrl: null,
  publicUrl: null,
  secretariatIds: [],
  tab: { appId: null, authority: 'https://login.microsoftonline.com', person: null },
  simulatedNow: null,
  simulatedRate: 1,
  languageModel: null,
  messagesPerMinute: null,
  logLevel: 'silent',
};

export function plainReply(text: string): Reply {
  return { text, spoken: text, card: null, suggestions: [], locale: 'sv' };
}

/** Turns that repeat what they understood, and remember how many they were. */
export function repeatingTurns(seen: Incoming[] = []): Turns {
  return {
    async takeTurn(incoming, memory) {
      seen.push(incoming);
      const count = typeof memory === 'number' ? memory + 1 : 1;
      return { reply: plainReply(`${count}: ${incoming.text}`), memory: count };
    },
    welcome: (scope) => plainReply(`välkommen: ${scope}`),
    apologise: (reference, locale) => ({ ...plainReply(`förlåt: ${reference}`), locale }),
    tooMany: (locale) => ({ ...plainReply('för många'), locale }),
    openForm: async () => ({ kind: 'message', text: 'inget formulär' }),
    submitForm: async () => ({ kind: 'message', text: 'inget formulär' }),
    rate: async () => undefined,
    search: () => ({ results: [], nothing: 'inget' }),
  };
}

export interface Options {
  readonly settings?: Settings;
  readonly turns?: Turns;
  readonly log?: Log;
  /** Served besides messages and health. */
  readonly routes?: readonly Route[];
  readonly channel?: Channel;
  readonly clock?: Clock;
}

/** Starts the service; `stop` it in the end. */
export async function startService(options: Options = {}) {
  const { settings = developmentSettings, turns = repeatingTurns(), log = keptLog() } = options;
  const store = await openMemory();
  const { routes = [], channel, clock } = options;
  const app = serve(settings, turns, store, log, {
    routes,
    ...(channel ? { channel } : {}),
    ...(clock ? { wireClock: clock } : {}),
  });
  const { port } = await app.start();
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    store,
    async stop() {
      await app.stop();
      await store.close();
    },
    post: (activity: unknown, headers: Record<string, string> = {}) =>
      postJson(`${url}/api/messages`, activity, headers),
  };
}
export type Service = Awaited<ReturnType<typeof startService>>;

export interface Answer {
  readonly status: number;
  readonly body: string;
  /** The texts of the messages that came back in the body. */
  readonly texts: readonly string[];
  readonly activities: readonly Message[];
}
export interface Message {
  readonly type: string;
  readonly text?: string;
  readonly [field: string]: unknown;
}

export async function postJson(url: string, body: unknown, headers: Record<string, string>): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  const activities = messagesIn(text);
  return { status: response.status, body: text, activities, texts: activities.map((activity) => activity.text ?? '') };
}

function messagesIn(body: string): Message[] {
  if (!body.startsWith('{')) return [];
  const { activities = [] }: { activities?: Message[] } = JSON.parse(body);
  return activities;
}

let serial = 0;

/** A message in a personal chat, answered in the body of the response. */
export function message(text: string, fields: object = {}): Record<string, unknown> {
  serial += 1;
  return {
    type: 'message',
    id: `activity-${serial}`,
    text,
    textFormat: 'plain',
    locale: 'sv-SE',
    channelId: 'msteams',
    deliveryMode: 'expectReplies',
    serviceUrl: 'http://127.0.0.1:9/',
    from: { id: '29:member', name: 'Ledamot', aadObjectId: '11111111-1111-4111-8111-111111111111' },
    recipient: { id: '28:bot', name: 'Bot' },
    conversation: { id: 'conversation', conversationType: 'personal', tenantId: tenant },
    channelData: { tenant: { id: tenant } },
    ...fields,
  };
}

/** A stand-in for the Bot Connector that keeps what it gets and answers with `status`. */
export async function startConnector(status = 200, headers: Record<string, string> = {}) {
  const received: Message[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    received.push(JSON.parse(Buffer.concat(chunks).toString('utf8')));
    // Not chained: restify makes every server's writeHead return nothing.
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify({ id: 'sent' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, received, stop: () => server.close() };
}
