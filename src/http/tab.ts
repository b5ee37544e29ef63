// GET /tab/…: pages for whoever has signed in. POST /tab/act: what the secretariat does from them.
//
// Who reads is told by a token in the Authorization header of each request, never by a cookie: browsers keep cookies from
// a page inside Teams' own, and a header is nothing that another site can make a browser send. So the first page that a
// browser gets holds nothing of the plan; its script signs in and fetches the rest.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { MinuteCounts, secondsToWait } from '../minute-counts.ts';
import { actAddress } from '../tab/action-view.ts';
import { root } from '../tab/address.ts';
import type { AssetFiles } from '../tab/assets.ts';
import type { Reader } from '../tab/reader.ts';
import { type Barrier, signInPage, tabWords } from '../tab/sign-in-view.ts';
import type { Asked, Shown, Tab } from '../tab/tab.ts';
import { readForm } from './body.ts';
import { bestEncoding, compressed, knowsTag, tagFor } from './encoding.ts';
import { type HttpReply, Refusal, type Route } from './server.ts';
import type { Entry } from './sso.ts';

/** Who is let in: by token, or anybody on this machine, who is then this one. */
export type Gate =
  | { readonly kind: 'token'; readonly signIn: (authorization: string) => Promise<Entry> }
  | { readonly kind: 'open'; readonly reader: Reader; readonly isOwnHost: (host: string) => boolean };

export interface TabRouteParts {
  readonly tab: Tab;
  readonly gate: Gate;
  readonly assets: AssetFiles;
  /** Opens the tab in Teams; null where there is no app. */
  readonly teams: string | null;
  /** Where browsers reach the bot, without a slash at its end; null where nobody has said. */
  readonly publicUrl: string | null;
  /** The real time: limits know no simulated one. */
  readonly wireClock: Clock;
  readonly log: Log;
}

/** A minute and reader: a page in sight asks for news six times. */
const mostOfReader = 240;
/** A minute and address: behind a proxy everybody has the same. */
const mostOfAddress = 2_400;
/** A minute and address; Teams' own tokens never fail. */
const mostFailures = 30;
const maxFormBytes = 64 * 1024;

/** Hosts that may show the tab inside themselves: Teams' own, and the other programs of Microsoft 365 that can. */
const hosts = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office365.com',
];

/** Everything from the own site, nothing written into the page, and nothing that leads forms elsewhere. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  `frame-ancestors 'self' ${hosts.join(' ')}`,
].join('; ');

const always = {
  'content-security-policy': policy,
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
};

/** What nobody but its reader may keep, and that not without asking. */
const pageHeaders = {
  ...always,
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'private, no-cache',
  vary: 'accept-encoding, accept-language, authorization',
};

export function tabRoutes(parts: TabRouteParts): Route[] {
  const { tab, assets, log } = parts;
  const enter = makeEnter(parts);

  async function get(request: IncomingMessage): Promise<HttpReply> {
    const { pathname, searchParams } = addressOf(request);
    const asset = assets.at(pathname);
    if (asset) return assetReply(request, asset.bytes, asset.type);
    const entered = await enter(request);
    if ('barrier' in entered) return barred(entered.barrier, request, parts);
    const asked = askedOf(request, pathname, searchParams, entered.reader);
    const tag = tab.tagOf(asked);
    if (knowsTag(request.headers['if-none-match'] ?? '', tag)) {
      return { status: 304, headers: { ...pageHeaders, etag: tagFor(tag, bestEncoding(request)) } };
    }
    return safely(request, () => pageReply(request, tab.show(asked), tag));
  }

  async function post(request: IncomingMessage): Promise<HttpReply> {
    checkOrigin(request, parts);
    const entered = await enter(request);
    if ('barrier' in entered) return barred(entered.barrier, request, parts);
    const fields = await readForm(request, maxFormBytes);
    const carried = new URLSearchParams([...fields].filter(([name]) => name === 'lang' || name === 'theme'));
    const asked = askedOf(request, actAddress, carried, entered.reader);
    return safely(request, async () => pageReply(request, await tab.act(asked, fields), null));
  }

  /** What fails inside is told with a number to find it in the log by. */
  async function safely(request: IncomingMessage, make: () => Promise<HttpReply>): Promise<HttpReply> {
    try {
      return await make();
    } catch (error) {
      const reference = randomUUID().slice(0, 8);
      log.error({ err: error, reference }, 'a page of the tab failed');
      const text = tabWords(preferredBy(request)).signIn.broken(reference);
      return { status: 500, headers: { ...always, 'content-type': 'text/plain; charset=utf-8' }, body: text };
    }
  }

  return [
    { method: 'get', path: '/tab', handle: async () => ({ status: 308, headers: { ...always, location: root } }) },
    { method: 'get', path: `${root}*`, handle: get },
    { method: 'post', path: actAddress, handle: post },
  ];
}

// === Who

type Entered = { readonly reader: Reader } | { readonly barrier: Barrier };

function makeEnter({ gate, wireClock, log }: TabRouteParts): (request: IncomingMessage) => Promise<Entered> {
  const [byAddress, byReader, failures] = [
    new MinuteCounts(wireClock),
    new MinuteCounts(wireClock),
    new MinuteCounts(wireClock),
  ];
  return async (request) => {
    const address = request.socket.remoteAddress ?? '';
    if (secondsToWait(byAddress.add(address), mostOfAddress) > 0) return { barrier: 'busy' };
    if (gate.kind === 'open') {
      // A name that leads here from elsewhere would let any site read on.
      if (!gate.isOwnHost(hostOf(request))) throw new Refusal(403, 'host not allowed');
      return { reader: gate.reader };
    }
    const { authorization } = request.headers;
    if (authorization === undefined) return { barrier: 'start' };
    const entry = await gate.signIn(authorization);
    if (entry.kind === 'reader') {
      const { tenant, person } = entry.reader;
      const wait = secondsToWait(byReader.add(`${tenant}/${person}`), mostOfReader);
      return wait > 0 ? { barrier: 'busy' } : { reader: entry.reader };
    }
    if (entry.kind === 'unavailable') {
      log.warn({}, 'the keys that sign people in to the tab cannot be had');
      return { barrier: 'unavailable' };
    }
    const failed = failures.add(address);
    if (failed.times === mostFailures) log.warn({ address }, 'too many failed authentications');
    // What looks right is always checked: behind a proxy Teams has the same address as its attackers.
    if (entry.kind === 'forged' && secondsToWait(failed, mostFailures) > 0) return { barrier: 'busy' };
    return { barrier: entry.kind === 'refused' ? 'refused' : 'failed' };
  };
}

const statuses = { start: 200, failed: 401, refused: 403, unavailable: 503, busy: 429 } as const satisfies Record<
  Barrier,
  number
>;

async function barred(
  barrier: Barrier,
  request: IncomingMessage,
  { teams, assets }: TabRouteParts,
): Promise<HttpReply> {
  const theme = addressOf(request).searchParams.get('theme');
  const shown = theme === 'dark' || theme === 'contrast' ? theme : null;
  const page = signInPage(barrier, localeOf(request), shown, teams, assets.addresses);
  const wait = barrier === 'busy' || barrier === 'unavailable' ? { 'retry-after': '60' } : {};
  const challenge = barrier === 'failed' ? { 'www-authenticate': 'Bearer' } : {};
  const reply = await htmlReply(request, statuses[barrier], page, null);
  // What is left of the body of a refused request is not read: the connection cannot be used again.
  const close = request.method === 'POST' ? { connection: 'close' } : {};
  return { ...reply, headers: { ...reply.headers, ...wait, ...challenge, ...close, 'cache-control': 'no-store' } };
}

/** A form of another site can do nothing here; browsers that do not say where a form is from name its origin. */
function checkOrigin(request: IncomingMessage, { publicUrl }: TabRouteParts): void {
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const isOwn =
    site === undefined
      ? origin === undefined ||
        [hostOf(request), publicUrl && new URL(publicUrl).host].includes(URL.parse(origin)?.host ?? '')
      : site === 'same-origin';
  if (!isOwn) throw new Refusal(403, 'from another site');
}

// === What

/** The path and query, of a request whose host is somebody else's word. */
function addressOf({ url = '' }: IncomingMessage): URL {
  return URL.parse(url, 'http://tab.invalid') ?? new URL('http://tab.invalid/');
}

function hostOf({ headers }: IncomingMessage): string {
  return headers.host ?? '';
}

function askedOf(request: IncomingMessage, path: string, query: URLSearchParams, reader: Reader): Asked {
  return { path, query, preferred: preferredBy(request), reader };
}

/** Swedish, unless the browser is set to English first. */
function preferredBy({ headers }: IncomingMessage): 'sv' | 'en' {
  return /^\s*en\b/i.test(headers['accept-language'] ?? '') ? 'en' : 'sv';
}

function localeOf(request: IncomingMessage): 'sv' | 'en' {
  const lang = addressOf(request).searchParams.get('lang');
  return lang === 'sv' || lang === 'en' ? lang : preferredBy(request);
}

function pageReply(request: IncomingMessage, { isFound, html }: Shown, tag: string | null): Promise<HttpReply> {
  return htmlReply(request, isFound ? 200 : 404, html, tag);
}

async function htmlReply(
  request: IncomingMessage,
  status: number,
  html: string,
  tag: string | null,
): Promise<HttpReply> {
  const encoding = bestEncoding(request);
  const bytes = Buffer.from(html);
  return {
    status,
    headers: {
      ...pageHeaders,
      ...(tag === null ? {} : { etag: tagFor(tag, encoding) }),
      ...(encoding === null ? {} : { 'content-encoding': encoding }),
    },
    body: encoding === null ? bytes : await compressed(bytes, encoding, 5),
  };
}

const kept = new WeakMap<Uint8Array, Map<string, Promise<Uint8Array>>>();

/** Under its name a file is the same for ever, and is compressed once. */
async function assetReply(request: IncomingMessage, bytes: Uint8Array, type: string): Promise<HttpReply> {
  const encoding = bestEncoding(request);
  const made = kept.get(bytes) ?? new Map<string, Promise<Uint8Array>>();
  kept.set(bytes, made);
  const key = encoding ?? 'plain';
  const body = made.get(key) ?? (encoding === null ? Promise.resolve(bytes) : compressed(bytes, encoding, 11));
  made.set(key, body);
  const headers = {
    ...always,
    'content-type': type,
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
    ...(encoding === null ? {} : { 'content-encoding': encoding }),
  };
  return { status: 200, headers, body: await body };
}
