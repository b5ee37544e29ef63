// Activities and requests that nobody sends, made from those that somebody does; the same seed makes the same ones.
import { connect } from 'node:net';
import { message, tenant } from '../support/service.ts';

/** A number from 0 to below 1, as Math.random, but from a seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
type Random = () => number;

const pick = <Value>(values: readonly [Value, ...Value[]], random: Random): Value =>
  values[Math.floor(random() * values.length)] ?? values[0];

const words = [
  'när',
  'är',
  'nästa',
  'möte',
  'kommittén',
  'vem',
  'värd',
  '2019',
  'flytta',
  'till',
  '9',
  'maj',
  'elväg',
  'försenad',
  'ja',
  'nej',
  'glöm',
  'mig',
  'påminn',
  'en',
  'vecka',
  'innan',
  'kalenderlänk',
  'vad',
  'har',
  'ändrats',
  'sedan',
  'sist',
  'ställ',
  'in',
  'ångra',
  'skicka',
  'alla',
  ':',
  '"',
  '<at>',
  '</at>',
  '&nbsp;',
  '[x](https://evil)',
  '**',
  '`',
  '\\',
  '31 februari',
  '99:99',
  '=cmd|x',
  '\u202e',
  '👩‍👩‍👧',
  '\ud800',
  '\u0000',
  'a'.repeat(500),
  '-1',
  '1e400',
  'v 99',
  'what',
  'is',
  'the',
  'next',
] as const;

const awkward: readonly [unknown, ...unknown[]] = [
  null,
  true,
  0,
  -1,
  1e308,
  '',
  ' ',
  'x',
  '\u0000',
  '\ud800',
  'å'.repeat(3_000),
  [],
  {},
  [[]],
  [null],
  { toString: 1 },
  { __proto__: null },
  { constructor: { prototype: {} } },
  '2019-13-45',
  'https://evil.example/',
  '../../etc/passwd',
  '28:bot',
  { kind: 'help' },
  { query: { kind: 'meetings' } },
  { confirm: 'x' },
  { undo: 1 },
  Array.from({ length: 200 }, () => 'a'),
  JSON.parse(`${'['.repeat(300)}${']'.repeat(300)}`),
];

/** What comes from Teams, one of each kind that matters. */
const usual: readonly [() => Record<string, unknown>, ...(() => Record<string, unknown>)[]] = [
  () => message('när är nästa möte?'),
  () => message('', { value: { query: { kind: 'rights' } } }),
  () => message('', { value: { confirm: 'a'.repeat(22) } }),
  () =>
    message('<at>Bot</at> hej', {
      conversation: {
        id: '19:a@thread.tacv2;messageid=1',
        conversationType: 'channel',
        isGroup: true,
        tenantId: tenant,
      },
      entities: [{ type: 'mention', text: '<at>Bot</at>', mentioned: { id: '28:bot', name: 'Bot' } }],
      channelData: { tenant: { id: tenant }, team: { id: 't' }, channel: { id: '19:a@thread.tacv2' } },
    }),
  () => invoke('adaptiveCard/action', { action: { type: 'Action.Execute', data: { query: { kind: 'unanswered' } } } }),
  () => invoke('task/fetch', { data: { form: { kind: 'move-meeting' } } }),
  () => invoke('task/submit', { data: { form: { kind: 'post-status' }, values: { status: 'done', comment: 'x' } } }),
  () => invoke('message/submitAction', { actionName: 'feedback', actionValue: { reaction: 'like', feedback: '{}' } }),
  () => invoke('composeExtension/query', { commandId: 'searchPlan', parameters: [{ name: 'query', value: 'maj' }] }),
  () => invoke('composeExtension/selectItem', { id: 'x' }),
  () => message('', { type: 'installationUpdate', action: 'add' }),
  () => message('', { type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }, { id: '29:x' }] }),
  () => message('', { type: 'messageReaction', reactionsAdded: [{ type: 'like' }], replyToId: 'a' }),
  () => message('', { type: 'messageUpdate' }),
  () => message('', { type: 'event', name: 'tokens/response', value: {} }),
];

function invoke(name: string, value: unknown): Record<string, unknown> {
  return message('', { type: 'invoke', name, value, deliveryMode: undefined });
}

/** An activity with a few things wrong, in a conversation of one of a hundred people. */
export function strangeActivity(random: Random): Record<string, unknown> {
  const activity = structuredClone(pick(usual, random)());
  const who = Math.floor(random() * 100);
  activity.from = {
    id: `29:${who}`,
    name: 'Någon',
    aadObjectId: `11111111-1111-4111-8111-${String(who).padStart(12, '0')}`,
  };
  if (activity.type === 'message' && random() < 0.7) {
    activity.text = Array.from({ length: Math.floor(random() * 12) }, () => pick(words, random)).join(' ');
  }
  const changes = Math.floor(random() ** 2 * 4);
  for (let change = 0; change < changes; change += 1) spoil(activity, random);
  return activity;
}

/** Changes one value somewhere in it. */
function spoil(within: Record<string, unknown>, random: Random): void {
  const keys = Object.keys(within);
  if (keys.length === 0) return;
  const key = keys[Math.floor(random() * keys.length)] ?? '';
  const value = within[key];
  if (isRecord(value) && random() < 0.7) {
    spoil(value, random);
    return;
  }
  const how = random();
  if (how < 0.15) delete within[key];
  else if (how < 0.25) within[`${key}X`] = value;
  else within[key] = structuredClone(pick(awkward, random));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

const methods = [
  'GET',
  'POST',
  'PUT',
  'DELETE',
  'HEAD',
  'OPTIONS',
  'PATCH',
  'TRACE',
  'PROPFIND',
  'get',
  'G\u0000T',
  '',
] as const;
const paths = [
  '/',
  '/api/messages',
  '/api/messages/',
  '/api//messages',
  '/healthz',
  '/readyz',
  '/metrics',
  '/calendar/x.ics',
  `/calendar/${'a'.repeat(43)}.ics`,
  `/calendar/${'a'.repeat(43)}/x.ics`,
  '/calendar/%zz.ics',
  '/calendar/..%2f..%2fetc.ics',
  '/tab/',
  '/tab/index.html',
  '/tab/../../package.json',
  '/tab/%2e%2e/package.json',
  '/%00',
  '/%',
  '*',
  'http://evil.example/',
  '',
  `/${'a/'.repeat(2_000)}`,
  '/api/messages?x=1#y',
  '/<script>',
  '/\u00e5',
] as const;
const headers = [
  'Content-Type: application/json',
  'Content-Type: text/plain',
  'Content-Type: application/json; charset=utf-16',
  'Content-Type:',
  'Content-Encoding: gzip',
  'Content-Length: 0',
  'Content-Length: 5',
  'Content-Length: -1',
  'Content-Length: 99999999999',
  'Content-Length: 5\r\nContent-Length: 6',
  'Transfer-Encoding: chunked',
  'Transfer-Encoding: gzip, chunked',
  'Transfer-Encoding: x',
  'Authorization: Bearer a.b.c',
  'Authorization: Basic eDp4',
  `Authorization: Bearer ${'a'.repeat(6_000)}`,
  'If-None-Match: *',
  'If-None-Match: "a", W/"b"',
  'If-Modified-Since: yesterday',
  'Accept-Encoding: gzip;q=0, *;q=0.5',
  'Accept: */*;q=x',
  'Range: bytes=0-1',
  'Host: evil.example',
  'Host:',
  'X-Forwarded-For: 127.0.0.1',
  'Expect: 100-continue',
  'Expect: something',
  'Connection: upgrade\r\nUpgrade: websocket',
  'Upgrade: h2c',
  `X-A: ${'a'.repeat(5_000)}`,
  'X-\u00e5: \u00e5',
  'no colon',
  ' folded: line',
  'Cookie: a=b; c',
  'Accept-Version: ~9',
] as const;
const bodies = [
  '',
  '{',
  '{}',
  '[]',
  'null',
  '"x"',
  '{"type":"message"}',
  'a'.repeat(1_000),
  '\u0000\u0001',
  '5\r\nhello\r\n0\r\n\r\n',
  'zz\r\n',
  JSON.stringify(message('hej')),
  `${JSON.stringify(message('hej')).slice(0, -1)},"__proto__":{"x":1}}`,
  'b'.repeat(300_000),
] as const;

/** A request as bytes, with anything wrong that may be. */
export function strangeRequest(random: Random): string {
  const version = random() < 0.9 ? 'HTTP/1.1' : pick(['HTTP/1.0', 'HTTP/2.0', 'HTTP/9.9', 'SIP/2.0', ''], random);
  const lines = Array.from({ length: Math.floor(random() * 6) }, () => pick(headers, random));
  const host = random() < 0.9 ? ['Host: 127.0.0.1'] : [];
  const body = pick(bodies, random);
  const length = random() < 0.5 ? [`Content-Length: ${Buffer.byteLength(body)}`] : [];
  return `${[`${pick(methods, random)} ${pick(paths, random)} ${version}`, ...host, ...lines, ...length].join('\r\n')}\r\n\r\n${body}`;
}

/** Sends bytes to a port; the status that comes back, or null where nothing does. */
export function sendRaw(port: number, request: string): Promise<number | null> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let heard = '';
    const end = () => {
      clearTimeout(patience);
      socket.destroy();
      const status = /^HTTP\/1\.[01] (\d{3})/.exec(heard)?.[1];
      resolve(status === undefined ? null : Number(status));
    };
    // Some wait for a body that never comes: nobody waits for them here.
    const patience = setTimeout(end, 1_000);
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1');
      if (/^HTTP\/1\.[01] (?!1\d\d)\d{3}/.test(heard)) end();
    });
    socket.on('error', end);
    socket.on('close', end);
    socket.end(Buffer.from(request, 'utf8'));
  });
}

/** Does work for each number up to a count, so many at once. */
export async function forMany(count: number, atOnce: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < count) {
      const mine = next;
      next += 1;
      await work(mine);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}

export interface Findings {
  /** How often each status came. */
  readonly statuses: ReadonlyMap<string, number>;
  /** What was answered with 5xx, or not at all. */
  readonly faults: readonly string[];
}

/** Sends strange activities to a running bot. */
export async function fuzzActivities(url: string, count: number, random: Random): Promise<Findings> {
  const activities = Array.from({ length: count }, () => JSON.stringify(strangeActivity(random)));
  return fuzz(activities, async (body) => {
    const response = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      signal: AbortSignal.timeout(30_000),
    });
    await response.arrayBuffer();
    return response.status;
  });
}

/** Sends strange requests to a running bot. */
export async function fuzzRequests(url: string, count: number, random: Random): Promise<Findings> {
  const port = Number(new URL(url).port);
  const requests = Array.from({ length: count }, () => strangeRequest(random));
  return fuzz(requests, (request) => sendRaw(port, request));
}

async function fuzz(inputs: readonly string[], send: (input: string) => Promise<number | null>): Promise<Findings> {
  const statuses = new Map<string, number>();
  const faults: string[] = [];
  await forMany(inputs.length, 8, async (index) => {
    const input = inputs[index] ?? '';
    const status = await send(input).catch((error: unknown) => String(error));
    statuses.set(String(status), (statuses.get(String(status)) ?? 0) + 1);
    if (typeof status === 'string' || (status !== null && status >= 500))
      faults.push(`${status}: ${input.slice(0, 2_000)}`);
  });
  return { statuses, faults };
}
