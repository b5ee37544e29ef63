// GET /calendar/<token>.ics: a feed. GET /calendar/<token>/<meeting>.ics: one meeting. Addresses are secrets.
import type { IncomingMessage } from 'node:http';
import type { Body } from '../calendar/bodies.ts';
import { hashOf } from '../calendar/feed-token.ts';
import type { Served, Serving } from '../calendar/serving.ts';
import type { Clock } from '../clock.ts';
import { MinuteCounts, secondsToWait } from '../minute-counts.ts';
import type { FeedClient } from '../store/store.ts';
import { accepts, knowsTag, tagFor } from './encoding.ts';
import type { HttpReply, Route } from './server.ts';

/** A minute and token: a link in a channel is fetched for all its readers by one server of Microsoft's. */
const mostOfToken = 60;
/** A minute and address: behind a proxy everybody has the same. */
const mostOfAddress = 1_200;

/** What every answer has: nothing of an address may be passed on or found. */
const discreet = {
  'cache-control': 'private, no-cache',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
};

/** @param wireClock the real time: limits know no simulated one */
export function calendarRoute(serving: Serving, wireClock: Clock): Route {
  // Two, so that made-up tokens cannot crowd out the addresses that they come from.
  const [byAddress, byToken] = [new MinuteCounts(wireClock), new MinuteCounts(wireClock)];
  const waitOf = (address: string, token: string) =>
    secondsToWait(byAddress.add(address), mostOfAddress) || secondsToWait(byToken.add(hashOf(token)), mostOfToken);
  return {
    method: 'get',
    path: '/calendar/*',
    async handle(request) {
      const asked = readPath(request.url ?? '');
      const wait = waitOf(request.socket.remoteAddress ?? '', asked.token);
      if (wait > 0) return tooMany(wait);
      const served = await find(asked, request, serving);
      return served ? answer(served, asked, request, wireClock()) : notFound();
    },
  };
}

interface Asked {
  readonly token: string;
  /** Null for a feed. */
  readonly meeting: string | null;
  readonly locale: 'sv' | 'en';
}

/** Not decoded: what needs decoding is no token. Of the query only the language counts, so that others can be added. */
function readPath(url: string): Asked {
  const [path = '', query = ''] = url.split('?', 2);
  const [, token = '', meeting = null] = /^\/calendar\/([^/]*)(?:\/([^/]*))?\.ics$/.exec(path) ?? [];
  return { token, meeting, locale: new URLSearchParams(query).get('lang') === 'en' ? 'en' : 'sv' };
}

async function find({ token, meeting, locale }: Asked, request: IncomingMessage, serving: Serving) {
  return meeting === null
    ? serving.feed(token, clientOf(request.headers['user-agent'] ?? ''))
    : serving.meeting(token, meeting, locale);
}

async function answer(
  { body, isStale }: Served,
  { meeting }: Asked,
  request: IncomingMessage,
  now: Date,
): Promise<HttpReply> {
  const zipped = accepts('gzip', request);
  const headers = {
    ...discreet,
    etag: tagFor(body.tag, zipped ? 'gzip' : null),
    'last-modified': lastModified(body, now).toUTCString(),
    vary: 'accept-encoding',
    ...(isStale ? { warning: '110 - "Response is Stale"' } : {}),
  };
  if (isKnown(request, body, now)) return { status: 304, headers };
  return {
    status: 200,
    headers: {
      ...headers,
      'content-type': 'text/calendar; charset=utf-8',
      ...(zipped ? { 'content-encoding': 'gzip' } : {}),
      ...(meeting === null ? {} : { 'content-disposition': `attachment; filename="${meeting}.ics"` }),
    },
    body: zipped ? await body.gzipped() : body.bytes,
  };
}

/** To the second, as HTTP tells it; never later than now, however the plan's clock goes. */
function lastModified({ changedAt }: Body, now: Date): Date {
  return new Date(Math.floor(Math.min(changedAt.getTime(), now.getTime()) / 1000) * 1000);
}

/** Whether the client has it already; the tag decides where it sends one (RFC 9110, 13.2.2). */
function isKnown({ headers }: IncomingMessage, body: Body, now: Date): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) return knowsTag(tags, body.tag);
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return lastModified(body, now).getTime() <= since;
}

/** The same for everything that is not there: no reason, no hint. */
function notFound(): HttpReply {
  return { status: 404, headers: discreet, body: { error: 'not found' } };
}

function tooMany(seconds: number): HttpReply {
  return {
    status: 429,
    headers: { ...discreet, 'retry-after': String(seconds) },
    body: { error: 'too many requests' },
  };
}

const clients: readonly (readonly [FeedClient, RegExp])[] = [
  ['outlook', /outlook|microsoft|exchange|owa\b/i],
  ['google', /google/i],
  ['thunderbird', /thunderbird/i],
  ['apple', /dataaccessd|calendaragent|calaccessd|\bios\/|mac\s?os|iphone|darwin/i],
];

/** The program that fetches, as its User-Agent says. */
export function clientOf(userAgent: string): FeedClient {
  return clients.find(([, pattern]) => pattern.test(userAgent))?.[0] ?? 'other';
}
