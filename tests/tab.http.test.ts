// The tab over HTTP: who is let in, what they get, how large it is, and what nobody is told.
import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { exportSPKI } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Clock } from '../src/clock.ts';
import { makeSignIn } from '../src/http/sso.ts';
import { type Gate, tabRoutes } from '../src/http/tab.ts';
import { readAssets } from '../src/tab/assets.ts';
import type { Tab } from '../src/tab/tab.ts';
import { member, secretary } from './support/secretariat.ts';
import { keptLog, type LogLine, startService, tenant } from './support/service.ts';
import { readerOf, startTab } from './support/tab.ts';
import { appId, startTenant, type Tenant } from './support/tenant.ts';

const other = '00000000-0000-4000-8000-000000000002';
const teams = `https://teams.microsoft.com/l/entity/${appId}/plan`;

let publisher: Tenant;
beforeAll(async () => {
  publisher = await startTenant();
});
afterAll(() => publisher.stop());

/** The tab behind a gate, over real HTTP. */
async function startTabService(gateOf: (clock: Clock) => Gate, clock: Clock = () => new Date(), show?: Tab['show']) {
  const lines: LogLine[] = [];
  const log = keptLog(lines);
  const started = await startTab();
  const assets = readAssets();
  const made = started.core.tabWith(assets.addresses);
  const tab = show ? { ...made, show } : made;
  const routes = tabRoutes({ tab, gate: gateOf(clock), assets, teams, publicUrl: null, wireClock: clock, log });
  const service = await startService({ routes, log, clock });
  return {
    url: service.url,
    lines,
    started,
    get: (path: string, headers: Record<string, string> = {}) =>
      fetch(`${service.url}${path}`, { headers: { 'accept-language': 'sv', ...headers }, redirect: 'manual' }),
    post: (fields: Record<string, string>, headers: Record<string, string> = {}) =>
      fetch(`${service.url}/tab/act`, { method: 'POST', headers, body: new URLSearchParams(fields) }),
    async stop() {
      await service.stop();
      await started.stop();
    },
  };
}
type TabService = Awaited<ReturnType<typeof startTabService>>;

const byToken = (clock: Clock): Gate => ({
  kind: 'token',
  signIn: makeSignIn({ authority: publisher.authority, audience: appId, tenants: [tenant], clock }),
});

/** Names of the plan: none of them may stand on a page for strangers. */
const ofThePlan = /Södertörn|Ledningsgruppen|Haninge|Salem|kommitté/i;

describe('in production', () => {
  let tab: TabService;
  beforeAll(async () => {
    tab = await startTabService(byToken);
  });
  afterAll(() => tab.stop());

  it('somebody with a token reads', async () => {
    const response = await tab.get('/tab/', { authorization: await publisher.bearer(member.person) });
    expect(response.status).toBe(200);
    expect(await response.text()).toMatch(ofThePlan);
  });

  it.each(['/tab/', '/tab/plan', '/tab/meeting/ledningsgruppen-2019-03-08', '/tab/nonsense', '/tab/edit/new-meeting'])(
    'without one %s is the page that signs in, with nothing of the plan',
    async (path) => {
      const response = await tab.get(path);
      const page = await response.text();
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(page).toContain('Planen visas för den som är inloggad i Teams.');
      expect(page).toContain(teams);
      expect(page).not.toMatch(ofThePlan);
    },
  );

  const hour = 3_600;
  const now = () => Math.floor(Date.now() / 1000);
  it.each<[string, () => Promise<string>, number]>([
    ['nonsense', async () => 'Bearer nonsense', 401],
    ['another scheme', async () => 'Basic dXNlcjpwYXNz', 401],
    ['nothing after its scheme', async () => 'Bearer ', 401],
    ['a token far too long', async () => `Bearer ${'a'.repeat(15_000)}.b.c`, 401],
    ['a token of another app', () => publisher.bearer(member.person, { claims: { aud: other } }), 401],
    [
      'a token of another issuer',
      () => publisher.bearer(member.person, { claims: { iss: 'https://evil.example/v2.0' } }),
      401,
    ],
    ['a token of version 1', () => publisher.bearer(member.person, { claims: { ver: '1.0' } }), 401],
    ['an expired token', () => publisher.bearer(member.person, { claims: { exp: now() - 120 } }), 401],
    [
      'a token that expired within the tolerance',
      () => publisher.bearer(member.person, { claims: { exp: now() - 30 } }),
      200,
    ],
    ['a token for later', () => publisher.bearer(member.person, { claims: { nbf: now() + hour } }), 401],
    ['a token without an end', () => publisher.bearer(member.person, { without: ['exp'] }), 401],
    ['a token without a person', () => publisher.bearer(member.person, { without: ['oid'] }), 401],
    ['a token without a tenant', () => publisher.bearer(member.person, { without: ['tid'] }), 403],
    ['a token of a tenant that is not let in', () => publisher.bearer(member.person, { claims: { tid: other } }), 403],
    [
      'a token of a tenant that calls itself another',
      () => publisher.bearer(member.person, { claims: { tid: tenant, iss: `${publisher.authority}/${other}/v2.0` } }),
      401,
    ],
    ['an app’s own token', () => publisher.bearer(member.person, { without: ['scp'] }), 401],
    ['a token for another purpose', () => publisher.bearer(member.person, { claims: { scp: 'openid profile' } }), 401],
    ['a token that a stranger signed', () => publisher.bearer(member.person, { key: publisher.stranger }), 401],
    ['a token of an unknown key', () => publisher.bearer(member.person, { header: { kid: 'key-2' } }), 401],
    [
      'a token signed with the public key as a secret',
      async () =>
        publisher.bearer(member.person, {
          header: { alg: 'HS256' },
          key: Buffer.from(await exportSPKI(publisher.publicKey)),
        }),
      401,
    ],
    ['a token without a signature', async () => (await publisher.bearer(member.person)).replace(/\.[\w-]+$/, '.'), 401],
    [
      'a token that says it needs none',
      async () => {
        const [, payload = ''] = (await publisher.bearer(member.person)).split('.');
        return `Bearer ${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
      },
      401,
    ],
  ])('%s: %#', async (_, authorization, status) => {
    const response = await tab.get('/tab/plan', { authorization: await authorization() });
    const page = await response.text();
    expect(response.status).toBe(status);
    if (status !== 200) expect(page).not.toMatch(ofThePlan);
    if (status === 401) expect(response.headers.get('www-authenticate')).toBe('Bearer');
  });

  it('a token is that of its person: only a secretary gets buttons, and may press them', async () => {
    const asSecretary = { authorization: await publisher.bearer(secretary.person) };
    const asMember = { authorization: await publisher.bearer(member.person) };
    const address = '/tab/activity/tvarforbindelse-sodertorn';
    expect(await (await tab.get(address, asSecretary)).text()).toContain('Ange status');
    expect(await (await tab.get(address, asMember)).text()).not.toContain('Ange status');
    const change = {
      submission: JSON.stringify({ submit: { kind: 'status', activity: 'tvarforbindelse-sodertorn' }, base: 0 }),
      activity: 'tvarforbindelse-sodertorn',
      status: 'done',
    };
    expect(await (await tab.post(change, asMember)).text()).not.toContain('confirm');
    expect(await (await tab.post(change, asSecretary)).text()).toContain('confirm');
    const stranger = await tab.post(change);
    expect(await stranger.text()).not.toMatch(ofThePlan);
    expect(await tab.started.ledger()).toEqual([]);
  });

  it('keys that cannot be had are told as that, and asked for again', async () => {
    let at = Date.now();
    const own = await startTabService(byToken, () => new Date(at));
    const authorization = await publisher.bearer(member.person);
    publisher.setDown(true);
    const closed = await own.get('/tab/', { authorization });
    expect(closed.status).toBe(503);
    expect(await closed.text()).not.toMatch(ofThePlan);
    publisher.setDown(false);
    at += 11_000;
    expect((await own.get('/tab/', { authorization })).status).toBe(200);
    await own.stop();
  });

  it('a tenant that is not let in makes the bot ask nobody', async () => {
    await tab.get('/tab/', { authorization: await publisher.bearer(member.person, { claims: { tid: other } }) });
    expect(publisher.asked.filter((path) => path.includes(other))).toEqual([]);
  });

  it('forged tokens are soon not looked at, while a real one still is', async () => {
    const own = await startTabService(byToken);
    const statuses: number[] = [];
    for (let count = 0; count < 40; count += 1)
      statuses.push((await own.get('/tab/', { authorization: 'Bearer x.y.z' })).status);
    expect(statuses[0]).toBe(401);
    expect(statuses.at(-1)).toBe(429);
    expect((await own.get('/tab/', { authorization: await publisher.bearer(member.person) })).status).toBe(200);
    expect(own.lines.filter(({ event }) => event === 'too many failed authentications')).toHaveLength(1);
    await own.stop();
  });

  it('a reader who asks without end waits', async () => {
    const own = await startTabService(byToken, () => new Date());
    const authorization = await publisher.bearer(member.person);
    const statuses = new Set<number>();
    for (let count = 0; count < 260; count += 1) {
      const response = await own.get('/tab/changes', { authorization });
      statuses.add(response.status);
      if (response.status === 429) expect(response.headers.get('retry-after')).toBe('60');
      await response.arrayBuffer();
    }
    expect([...statuses]).toEqual([200, 429]);
    await own.stop();
  });
});

describe('on this machine, in development', () => {
  const open: Gate = {
    kind: 'open',
    reader: readerOf(secretary),
    isOwnHost: (host) => host.startsWith('127.0.0.1:'),
  };
  let tab: TabService;
  beforeAll(async () => {
    tab = await startTabService(() => open);
  });
  afterAll(() => tab.stop());

  it('anybody reads, as whoever the settings say', async () => {
    const response = await tab.get('/tab/activity/tvarforbindelse-sodertorn');
    expect(await response.text()).toContain('Ange status');
  });

  it('a name that leads here from elsewhere is refused', async () => {
    const status = await new Promise<number | undefined>((resolve) => {
      const { hostname, port } = new URL(tab.url);
      request({ hostname, port, path: '/tab/', headers: { host: 'evil.example' } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).end();
    });
    expect(status).toBe(403);
  });

  it.each([
    ['of another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['of a neighbour', { 'sec-fetch-site': 'same-site' }, 403],
    ['with another origin', { origin: 'https://evil.example' }, 403],
    ['with no origin to speak of', { origin: 'null' }, 403],
    ['of its own', { 'sec-fetch-site': 'same-origin' }, 200],
    ['of a program', {}, 200],
  ])('a form %s: %#', async (_, headers, status) => {
    expect((await tab.post({ action: '{"undo":1}' }, { ...headers })).status).toBe(status);
  });

  it.each<[string, RequestInit, number]>([
    ['JSON', { body: '{}', headers: { 'content-type': 'application/json' } }, 415],
    [
      'a compressed form',
      { body: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-encoding': 'gzip' } },
      415,
    ],
    ['a huge form', { body: new URLSearchParams({ action: 'a'.repeat(70_000) }) }, 413],
    [
      'a form that is no text',
      { body: Buffer.from([0xff, 0xfe]), headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      400,
    ],
  ])('a body of %s is refused', async (_, init, status) => {
    expect((await fetch(`${tab.url}/tab/act`, { method: 'POST', ...init })).status).toBe(status);
  });

  it('a page may be shown inside Teams, runs nothing but its own script, and tells nobody where it was', async () => {
    const { headers } = await tab.get('/tab/');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'/);
    expect(policy).toMatch(
      /frame-ancestors 'self' https:\/\/teams\.microsoft\.com https:\/\/\*\.teams\.microsoft\.com https:\/\/\*\.cloud\.microsoft/,
    );
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-frame-options')).toBeNull();
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('private, no-cache');
    expect(headers.get('set-cookie')).toBeNull();
  });

  it('a page that has not changed is not sent again; a change of the plan sends it', async () => {
    const first = await tab.get('/tab/plan');
    const etag = first.headers.get('etag') ?? '';
    expect((await tab.get('/tab/plan', { 'if-none-match': etag })).status).toBe(304);
    expect((await tab.get('/tab/calendar', { 'if-none-match': etag })).status).toBe(200);
    const preview = await tab.started.post({
      submission: JSON.stringify({ submit: { kind: 'status', activity: 'tvarforbindelse-sodertorn' }, base: 0 }),
      activity: 'tvarforbindelse-sodertorn',
      status: 'done',
    });
    await tab.started.press(preview, /^Ja/);
    expect((await tab.get('/tab/plan', { 'if-none-match': etag })).status).toBe(200);
  });

  it('files have names of their own content, and are kept for good', async () => {
    const page = await (await tab.get('/tab/')).text();
    const files = [...page.matchAll(/"(\/tab\/assets\/[^"]+)"/g)].map((match) => match[1] ?? '');
    expect(files.map((file) => file.replace(/[0-9a-f]{16}/, '…'))).toEqual([
      '/tab/assets/teams.….js',
      '/tab/assets/tab.….css',
      '/tab/assets/tab.….js',
    ]);
    for (const file of files) {
      const response = await tab.get(file);
      expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(response.headers.get('content-type')).toMatch(file.endsWith('css') ? /^text\/css/ : /^text\/javascript/);
      expect(await response.text()).not.toMatch(ofThePlan);
    }
  });

  it('the address without its slash leads to it', async () => {
    const response = await tab.get('/tab');
    expect([response.status, response.headers.get('location')]).toEqual([308, '/tab/']);
  });

  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ])('the first view, with all that it needs inside Teams, is under 60 kB in %s', async (encoding, unpack) => {
    const whole = async (path: string) => {
      return new Promise<Buffer>((resolve) => {
        const url = new URL(path, tab.url);
        request(url, { headers: { 'accept-encoding': encoding, 'accept-language': 'sv' } }, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk) => chunks.push(chunk));
          response.on('end', () => resolve(Buffer.concat(chunks)));
        }).end();
      });
    };
    const page = await whole('/tab/');
    const text = unpack(page).toString('utf8');
    const files = [...text.matchAll(/"(\/tab\/assets\/[^"]+)"/g)].map((match) => match[1] ?? '');
    const sizes = await Promise.all(files.map(async (file) => (await whole(file)).byteLength));
    const total = page.byteLength + sizes.reduce((one, more) => one + more, 0);
    console.log(
      `first view, ${encoding}: page ${page.byteLength}, files ${sizes.join(' + ')}, together ${total} bytes`,
    );
    expect(files).toHaveLength(3);
    expect(total).toBeLessThan(60_000);
  });

  it('what fails inside is told with a number to find it in the log by, and not what it was', async () => {
    const broken = await startTabService(
      () => open,
      () => new Date(),
      () => {
        throw new Error('Hemligheten');
      },
    );
    const response = await broken.get('/tab/plan');
    const text = await response.text();
    const [, reference = ''] = /numret ([0-9a-f]{8})/.exec(text) ?? [];
    expect(response.status).toBe(500);
    expect(text).not.toContain('Hemligheten');
    expect(JSON.stringify(broken.lines)).toContain(reference);
    await broken.stop();
  });

  it('the log has nothing of addresses or contents', async () => {
    await tab.get('/tab/plan?party=Hemligheten');
    await tab.post({ action: 'Hemligheten' });
    expect(JSON.stringify(tab.lines)).not.toContain('Hemligheten');
  });
});
