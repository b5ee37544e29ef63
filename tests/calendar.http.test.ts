// Calendar addresses over a real server and store: what they serve, what they tell of nothing, and what they cost.
import { randomBytes } from 'node:crypto';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { inspect } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashOf } from '../src/calendar/feed-token.ts';
import { calendarSecret, type FeedAddress, type Feeds, makeFeeds } from '../src/calendar/feeds.ts';
import type { FeedContent, Selection } from '../src/calendar/selection.ts';
import { makeServing } from '../src/calendar/serving.ts';
import { calendarRoute, clientOf } from '../src/http/calendar.ts';
import { type HttpServer, makeServer } from '../src/http/server.ts';
import type { Change } from '../src/plan/change.ts';
import { fold, type Ledger } from '../src/plan/fold.ts';
import { GroupId, MeetingId } from '../src/plan/ids.ts';
import { openMemory } from '../src/store/sqlite.ts';
import type { Store } from '../src/store/store.ts';
import { base, entriesOf } from './support/entries.ts';
import { keptLog, type LogLine } from './support/kept-log.ts';
import { parsed } from './support/parsed-calendar.ts';

const owner = { tenant: 'tenant', person: 'person' };
const committee: Selection = { kind: 'group', group: GroupId.parse('samarbetskommitten') };
const april = MeetingId.parse('samarbetskommitten-2019-04-04');
const cancelled: Change = { kind: 'cancel-meeting', meeting: april };

function content(...selections: Selection[]): FeedContent {
  return { of: { kind: 'selections', selections }, withActivities: false, locale: 'sv' };
}

let store: Store;
let server: HttpServer;
let feeds: Feeds;
let address: string;
let logged: LogLine[];
/** What the parts see: the plan's time, the real time, the plan, and what the owner subscribes to. */
let now: Date;
let wireNow: Date;
let ledger: () => Ledger;
let subscriptions: Selection[];
let lookUps: number;

function ledgerAfter(...changes: Change[]): Ledger {
  const entries = entriesOf(changes);
  return { edition: fold(base, entries), entries };
}

beforeEach(async () => {
  [now, wireNow] = [new Date('2019-03-01T08:00:00Z'), new Date('2026-11-24T08:00:00Z')];
  const plain = ledgerAfter();
  ledger = () => plain;
  subscriptions = [];
  lookUps = 0;
  logged = [];
  const log = keptLog(logged);
  store = await openMemory();
  const secret = await calendarSecret(store.secrets);
  feeds = makeFeeds(store.feeds, secret, () => ({ url: address, worksOutside: false }));
  const counted = {
    ...store.feeds,
    byHash: (hash: string) => {
      lookUps += 1;
      return store.feeds.byHash(hash);
    },
  };
  const serving = makeServing({
    feeds: counted,
    secret,
    ledger: () => ledger(),
    subscriptionsOf: async () => subscriptions,
    link: null,
    clock: () => now,
    log,
  });
  server = makeServer([calendarRoute(serving, () => wireNow)], log);
  const { port } = await server.start(0, '127.0.0.1');
  address = `http://127.0.0.1:${port}`;
});
afterEach(async () => {
  await server.stop(1_000);
  await store.close();
});

async function create(feed: FeedContent = content(committee)): Promise<FeedAddress> {
  const created = await feeds.create(feed, owner, now);
  if (created.kind !== 'created') throw new Error(created.kind);
  return created.address;
}

interface Response {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
}

/** The path goes out as it is: `fetch` would tidy it. */
function send(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const request = httpRequest({ hostname, port, path, method, headers, agent: false }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk);
      const bytes = Buffer.concat(chunks);
      resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes, text: bytes.toString() });
    });
    request.on('error', reject);
    request.end();
  });
}
const get = (url: string, headers: Record<string, string> = {}, method = 'GET') =>
  send(url.slice(address.length), headers, method);

describe('a feed', () => {
  it('is a calendar, and tells nobody where it was fetched', async () => {
    const { url, webcal, worksOutside } = await create();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/calendar\/[\w-]{43}\.ics$/);
    expect(webcal).toBe(url.replace('http:', 'webcal:'));
    expect(worksOutside).toBe(false);
    const { status, headers, text } = await get(url);
    expect(status).toBe(200);
    expect(parsed(text)).toHaveLength(8);
    expect(headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-cache',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
      'x-content-type-options': 'nosniff',
      'last-modified': 'Tue, 01 Jan 2019 00:00:00 GMT',
      vary: 'accept-encoding',
    });
    expect(headers).not.toHaveProperty('content-disposition');
    expect(headers).not.toHaveProperty('warning');
  });

  it('is the same whatever the query says', async () => {
    const { url } = await create();
    expect((await get(`${url}?nocache=1&lang=en`)).text).toBe((await get(url)).text);
  });

  it('is told of by HEAD, without the file', async () => {
    const { url } = await create();
    const [whole, head] = [await get(url), await get(url, {}, 'HEAD')];
    expect(head).toMatchObject({ status: 200, text: '' });
    const { date: _one, 'x-request-id': _id, ...wholeHeaders } = whole.headers;
    expect(head.headers).toMatchObject(wholeHeaders);
    expect(whole.headers['content-length']).toBe(String(whole.bytes.length));
  });

  it.each(['POST', 'PUT', 'DELETE'])('is not open to %s', async (method) => {
    const { url } = await create();
    expect((await get(url, {}, method)).status).toBe(405);
  });

  it.each(['gzip', 'deflate, GZIP;q=0.5', 'br;q=1.0, *;q=0.1'])(
    'comes compressed to who accepts %s',
    async (accepted) => {
      const { url } = await create();
      const [plain, zipped] = [await get(url), await get(url, { 'accept-encoding': accepted })];
      expect(zipped.headers['content-encoding']).toBe('gzip');
      expect(zipped.bytes.length).toBeLessThan(plain.bytes.length / 2);
      expect(gunzipSync(zipped.bytes).equals(plain.bytes)).toBe(true);
      expect(zipped.headers.etag).not.toBe(plain.headers.etag);
    },
  );

  it.each(['identity', 'gzip;q=0', 'br', '*;q=0', 'gzip;q=0.000, *'])(
    'comes plain to who accepts %s',
    async (accepted) => {
      const { url } = await create();
      expect((await get(url, { 'accept-encoding': accepted })).headers).not.toHaveProperty('content-encoding');
    },
  );

  it('is not sent again to who has it', async () => {
    const { url } = await create();
    const { headers } = await get(url);
    const zipped = (await get(url, { 'accept-encoding': 'gzip' })).headers;
    const known: Record<string, string>[] = [
      { 'if-none-match': headers.etag ?? '' },
      { 'if-none-match': `"other", W/${headers.etag}` },
      { 'if-none-match': zipped.etag ?? '' },
      { 'if-none-match': '*' },
      { 'if-modified-since': headers['last-modified'] ?? '' },
      { 'if-modified-since': 'Fri, 01 Mar 2019 00:00:00 GMT' },
    ];
    for (const sent of known) {
      const answer = await get(url, sent);
      expect({ sent, status: answer.status, text: answer.text }).toEqual({ sent, status: 304, text: '' });
      expect(answer.headers).toMatchObject({ etag: headers.etag, 'cache-control': 'private, no-cache' });
      expect(answer.headers).not.toHaveProperty('content-length');
      expect(answer.headers).not.toHaveProperty('content-type');
    }
  });

  it('is sent to who has another', async () => {
    const { url } = await create();
    const others: Record<string, string>[] = [
      { 'if-none-match': '"other"' },
      { 'if-modified-since': 'Mon, 31 Dec 2018 23:59:59 GMT' },
      { 'if-modified-since': 'not a date' },
      // The tag decides where both are sent.
      { 'if-none-match': '"other"', 'if-modified-since': 'Fri, 01 Mar 2019 00:00:00 GMT' },
    ];
    for (const sent of others) expect((await get(url, sent)).status).toBe(200);
  });

  it('is sent anew when the plan has changed', async () => {
    const { url } = await create();
    const before = await get(url);
    const changed = ledgerAfter(cancelled);
    ledger = () => changed;
    const after = await get(url, { 'if-none-match': before.headers.etag ?? '' });
    expect(after.status).toBe(200);
    expect(after.text).toContain('STATUS:CANCELLED');
    expect(after.headers['last-modified']).toBe('Fri, 01 Feb 2019 08:00:00 GMT');
    expect((await get(url, { 'if-modified-since': before.headers['last-modified'] ?? '' })).status).toBe(200);
  });

  it('lets a cancelled meeting go when its time is over, without any change of the plan', async () => {
    const { url } = await create();
    const changed = ledgerAfter(cancelled);
    ledger = () => changed;
    const before = await get(url);
    now = new Date('2019-07-03T22:30:00Z');
    const after = await get(url, { 'if-modified-since': before.headers['last-modified'] ?? '' });
    expect(parsed(after.text)).toHaveLength(7);
  });

  it('of subscriptions follows them', async () => {
    const { url } = await create({ ...content(committee), of: { kind: 'subscriptions' } });
    expect((await get(url)).text).toContain('du prenumererar inte');
    subscriptions = [committee];
    expect(parsed((await get(url)).text)).toHaveLength(8);
  });

  it('that cannot be made is sent as it last was, and says so', async () => {
    const { url } = await create();
    const { text } = await get(url);
    ledger = () => {
      throw new Error('from the test');
    };
    const stale = await get(url);
    expect(stale).toMatchObject({ status: 200, text });
    expect(stale.headers.warning).toBe('110 - "Response is Stale"');
    const { url: never } = await create(content({ kind: 'everything' }));
    expect((await get(never)).status).toBe(500);
  });

  it('notes the last fetch, once a day and program', async () => {
    const { url } = await create();
    expect(await feeds.list(owner)).toMatchObject([{ hint: url.slice(-8, -4), lastFetch: null }]);
    await get(url, { 'user-agent': 'Microsoft.OutlookCalendar/1.0' });
    expect(await feeds.list(owner)).toMatchObject([{ lastFetch: { day: '2019-03-01', client: 'outlook' } }]);
    now = new Date('2019-03-01T23:30:00Z');
    await get(url, { 'user-agent': 'Google-Calendar-Importer' });
    expect(await feeds.list(owner)).toMatchObject([{ lastFetch: { day: '2019-03-02', client: 'google' } }]);
  });
});

describe('an address that has ended', () => {
  it('serves an empty calendar that says why for 30 days, once it is replaced', async () => {
    const { id, url } = await create();
    const next = await feeds.rotate(id, owner, now);
    if (!next) throw new Error('not rotated');
    expect(next.url).not.toBe(url);
    expect(parsed((await get(next.url)).text)).toHaveLength(8);
    const old = await get(url);
    expect(old.status).toBe(200);
    expect(parsed(old.text)).toEqual([]);
    expect(old.text.replaceAll('\r\n ', '')).toContain('eftersom dess adress har bytts ut');
    expect((await get(url, { 'if-none-match': old.headers.etag ?? '' })).status).toBe(304);
    now = new Date('2019-03-31T08:00:00Z');
    expect((await get(url)).status).toBe(200);
    now = new Date('2019-03-31T08:00:01Z');
    expect((await get(url)).status).toBe(404);
    await feeds.tidy(now);
    expect((await get(next.url)).status).toBe(200);
  });

  it('serves an empty calendar that says why, once it is turned off', async () => {
    const { id, url } = await create();
    expect(await feeds.revoke(id, owner, now)).toBe(true);
    const { status, text } = await get(url);
    expect(status).toBe(200);
    expect(parsed(text)).toEqual([]);
    expect(text.replaceAll('\r\n ', '')).toContain('eftersom dess adress har stängts av');
    expect(await feeds.list(owner)).toEqual([]);
    expect(await feeds.rotate(id, owner, now)).toBeNull();
    now = new Date('2019-04-01T08:00:00Z');
    expect((await get(url)).status).toBe(404);
  });

  it('is gone at once when its owner is forgotten', async () => {
    const { url } = await create();
    await feeds.forget(owner);
    expect((await get(url)).status).toBe(404);
  });

  it('is of its owner only', async () => {
    const { id } = await create();
    const stranger = { tenant: 'tenant', person: 'stranger' };
    expect(await feeds.rotate(id, stranger, now)).toBeNull();
    expect(await feeds.revoke(id, stranger, now)).toBe(false);
    expect(await feeds.list(stranger)).toEqual([]);
  });
});

it('one owner has a limited number of feeds', async () => {
  let last = await feeds.create(content(committee), owner, now);
  for (let made = 1; made < 40 && last.kind === 'created'; made += 1) {
    last = await feeds.create(content(committee), owner, now);
  }
  expect(last).toEqual({ kind: 'too-many', most: 30 });
  expect(await feeds.list(owner)).toHaveLength(30);
});

describe('nothing', () => {
  const token = 'A'.repeat(43);
  const paths = [
    `/calendar/${token}.ics`,
    `/calendar/${token}`,
    `/calendar/${token}.ics/`,
    `/calendar/${token.slice(1)}.ics`,
    `/calendar/${token}A.ics`,
    `/calendar/${'A'.repeat(5_000)}.ics`,
    '/calendar/.ics',
    '/calendar/',
    '/calendar/..%2f..%2fetc%2fpasswd.ics',
    '/calendar/../../etc/passwd.ics',
    `/calendar/${token}%00.ics`,
    `/calendar/%zz${token.slice(3)}.ics`,
    `/calendar/${encodeURIComponent("' or 1=1; --")}.ics`,
    `/calendar/${token}.ics.ics`,
    `/calendar/${token}/${april}.ics`,
    `/calendar/${token}/finns-inte.ics`,
    `/calendar/${token}/..%2f${april}.ics`,
    `/calendar/${token}/a/b.ics`,
    '/calendar//.ics',
  ];

  it.each(paths)('is told apart from nothing else: %s', async (path) => {
    const [answer, unknown] = [await send(path), await send(`/calendar/${randomBytes(32).toString('base64url')}.ics`)];
    expect(answer.status).toBe(404);
    expect(JSON.parse(answer.text)).toEqual({ error: 'not found' });
    // The server itself answers what is no address, and what leads elsewhere.
    if (path.includes('%zz') || path.includes('/../')) return;
    const { date: _one, 'x-request-id': _id, ...headers } = answer.headers;
    const { date: _other, 'x-request-id': _otherId, ...others } = unknown.headers;
    expect(headers).toEqual(others);
    expect(answer.text).toBe(unknown.text);
  });

  it.each(paths)('costs at most one look-up: %s', async (path) => {
    await send(path);
    expect(lookUps).toBeLessThanOrEqual(1);
  });

  it('is looked up the same whether it looks like a token or not', async () => {
    await send(`/calendar/${token}.ics`);
    await send('/calendar/short.ics');
    expect(lookUps).toBe(2);
  });
});

describe('one meeting', () => {
  it('is a file to save, at an address that stays', async () => {
    const link = feeds.meetingLink(april, 'sv');
    expect(feeds.meetingLink(april, 'sv')).toBe(link);
    expect(await calendarSecret(store.secrets)).toBe(await calendarSecret(store.secrets));
    const { status, headers, text } = await get(link);
    expect(status).toBe(200);
    expect(headers['content-disposition']).toBe(`attachment; filename="${april}.ics"`);
    expect(parsed(text)).toMatchObject([{ uid: `${april}@sodertorn`, title: 'Södertörns samarbetskommitté' }]);
    expect(text).not.toContain('METHOD');
    expect(lookUps).toBe(0);
  });

  it('has the language of its link', async () => {
    expect((await get(feeds.meetingLink(april, 'en'))).text).toContain('Thursday 4 April 2019');
  });

  it('says that it is cancelled, however long ago', async () => {
    const changed = ledgerAfter(cancelled);
    ledger = () => changed;
    now = new Date('2021-01-01T08:00:00Z');
    expect(parsed((await get(feeds.meetingLink(april, 'sv'))).text)).toMatchObject([{ status: 'CANCELLED' }]);
  });

  it.each(['nyckeltalsdagen-2019', 'finns-inte'])('without a day, or of no plan, is not found: %s', async (id) => {
    expect((await get(feeds.meetingLink(MeetingId.parse(id), 'sv'))).status).toBe(404);
  });

  it('is not found by the token of another', async () => {
    const other = feeds.meetingLink(MeetingId.parse('samarbetskommitten-2019-05-09'), 'sv');
    expect((await get(other.replace('2019-05-09', '2019-04-04'))).status).toBe(404);
  });
});

describe('limits', () => {
  async function untilRefused(paths: (count: number) => string, most: number): Promise<number> {
    for (let count = 1; count <= most; count += 1) {
      const { status, headers } = await send(paths(count));
      if (status !== 429) continue;
      expect(headers['retry-after']).toBe('60');
      return count;
    }
    return most + 1;
  }

  it('are on one token, known or not', async () => {
    const { url } = await create();
    const { url: other } = await create();
    expect(await untilRefused(() => url.slice(address.length), 100)).toBe(61);
    expect((await get(other)).status).toBe(200);
    expect(await untilRefused(() => `/calendar/${'B'.repeat(43)}.ics`, 100)).toBe(61);
    wireNow = new Date(wireNow.getTime() + 59_000);
    expect((await get(url)).headers['retry-after']).toBe('1');
    wireNow = new Date(wireNow.getTime() + 1_000);
    expect((await get(url)).status).toBe(200);
  });

  it('are on one address, whatever it asks for', async () => {
    const { url } = await create();
    const random = () => `/calendar/${randomBytes(32).toString('base64url')}.ics`;
    expect(await untilRefused(random, 1_300)).toBe(1_201);
    expect(lookUps).toBe(1_200);
    expect((await get(url)).status).toBe(429);
  }, 30_000);
});

it('no address is ever logged', async () => {
  const { id, url } = await create();
  const token = url.slice(-47, -4);
  await get(url);
  await get(`${url}x`);
  await get(url, {}, 'POST');
  await feeds.rotate(id, owner, now);
  await get(url);
  ledger = () => {
    throw new Error('from the test');
  };
  const { url: failing } = await create(content({ kind: 'everything' }));
  expect((await get(failing)).status).toBe(500);
  expect(logged.length).toBeGreaterThan(0);
  const told = inspect(logged, { depth: null, maxStringLength: null });
  for (const secret of [token, failing.slice(-47, -4)]) {
    expect(told).not.toContain(secret);
    expect(told).not.toContain(hashOf(secret));
  }
});

it.each([
  ['Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.12026; Pro)', 'outlook'],
  ['Microsoft.Exchange/15.20 (MonitoredCalendar)', 'outlook'],
  ['Google-Calendar-Importer', 'google'],
  ['Mozilla/5.0 (compatible; Google-Apps-Script)', 'google'],
  ['macOS/14.4 (23E214) CalendarAgent/1025', 'apple'],
  ['iOS/17.4 (21E219) dataaccessd/1.0', 'apple'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:115.0) Thunderbird/115.9.0', 'thunderbird'],
  ['curl/8.5.0', 'other'],
  ['', 'other'],
])('%s is %s', (userAgent, client) => {
  expect(clientOf(userAgent)).toBe(client);
});
