// Who gets past the guard where the bot is registered: real tokens, signed by keys that the test publishes.
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Settings } from '../src/settings.ts';
import type { Incoming } from '../src/turn/turn-types.ts';
import { type Issuer, startIssuer, type Token } from './support/issuer.ts';
import {
  developmentSettings,
  keptLog,
  type LogLine,
  message,
  repeatingTurns,
  type Service,
  startService,
  tenant,
} from './support/service.ts';

const appId = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff';
const otherTenant = '99999999-9999-4999-8999-999999999999';
const serviceUrl = 'https://smba.trafficmanager.net/emea/';

const settings: Settings = {
  ...developmentSettings,
  registration: { appId, appType: 'SingleTenant', password: 'hemligt', tenant },
  allowedTenants: [tenant],
};

let now = 0;
const seen: Incoming[] = [];
const lines: LogLine[] = [];
let issuer: Issuer;
let service: Service;
beforeAll(async () => {
  // The SDK prints every token that it refuses to believe.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  issuer = await startIssuer(appId, serviceUrl);
  service = await startService({
    settings,
    channel: issuer.channel,
    turns: repeatingTurns(seen),
    log: keptLog(lines),
    clock: () => new Date(now),
  });
});
afterAll(async () => {
  await service.stop();
  issuer.stop();
});
beforeEach(() => {
  // Failures are counted by the minute; each test gets its own.
  now += 120_000;
  seen.length = 0;
  lines.length = 0;
});

const activity = (fields: object = {}) => message('hej', { serviceUrl, ...fields });

/** The status for an activity that comes with this header, after checking that no other than 200 reached the core. */
async function statusFor(authorization: string | null, fields: object = {}): Promise<number> {
  const answer = await service.post(activity(fields), authorization === null ? {} : { authorization });
  expect(seen).toHaveLength(answer.status === 200 ? 1 : 0);
  if (answer.status !== 200) expect(answer.body).toMatch(/^\{"error":"[\w ,:.]+"\}$/);
  return answer.status;
}

describe('tokens', () => {
  it.each<[string, () => Token, number]>([
    ['a valid one', () => ({}), 200],
    ['one that has just expired, for clocks that differ', () => ({ claims: { exp: issuer.now() - 240 } }), 200],
    ['one that expired ten minutes ago', () => ({ claims: { exp: issuer.now() - 600 } }), 401],
    ['one that is not valid yet', () => ({ claims: { nbf: issuer.now() + 600 } }), 401],
    ['one for another bot', () => ({ claims: { aud: otherTenant } }), 401],
    ['one for nobody', () => ({ claims: { aud: undefined } }), 401],
    ['another issuer', () => ({ claims: { iss: 'https://login.example.org/' } }), 401],
    ['a forged signature', () => ({ key: issuer.stranger }), 401],
    ['no signature', () => ({ algorithm: 'none' }), 401],
    ['a signature made with the public key', () => ({ algorithm: 'HS256' }), 401],
    ['a wrong algorithm over a right signature', () => ({ header: { alg: 'none' } }), 401],
    ['an unknown key', () => ({ header: { kid: 'unknown' } }), 401],
    ['no key', () => ({ header: { kid: undefined } }), 401],
    [
      'another service address than the activity',
      () => ({ claims: { serviceurl: 'https://x.botframework.com/' } }),
      401,
    ],
    ['no service address', () => ({ claims: { serviceurl: undefined } }), 401],
    ['one of the emulator', () => ({ claims: emulatorClaims('https://sts.windows.net/') }), 401],
    [
      'one of the emulator, second version',
      () => ({ claims: emulatorClaims('https://login.microsoftonline.com/') }),
      401,
    ],
    [
      'one of another bot that wants to use this one',
      () => ({ claims: { ver: '2.0', azp: otherTenant, iss: skillIssuer } }),
      401,
    ],
  ])('%s', async (_, token, status) => {
    expect(await statusFor(issuer.bearer(token()))).toBe(status);
  });

  const skillIssuer = `https://login.microsoftonline.com/${otherTenant}/v2.0`;
  const emulatorClaims = (address: string) => ({
    iss: `${address}${otherTenant}/`,
    ver: '1.0',
    appid: appId,
    tid: otherTenant,
  });

  it.each([
    ['none', null],
    ['an empty header', ''],
    ['garbage', 'Bearer garbage'],
    ['garbage in three parts', 'Bearer a.b.c'],
    ['parts that are no objects', `Bearer ${btoa('null')}.${btoa('[]')}.x`],
    ['another scheme', `Basic ${btoa('bot:hemligt')}`],
    ['no scheme', 'eyJhbGciOiJSUzI1NiJ9.e30.x'],
    ['an enormous one', `Bearer ${'a'.repeat(8_000)}.${'b'.repeat(2_000)}.c`],
  ])('%s', async (_, header) => {
    expect(await statusFor(header)).toBe(401);
  });

  it('may come again: each activity is judged by itself', async () => {
    const header = issuer.bearer();
    expect(await statusFor(header)).toBe(200);
    seen.length = 0;
    expect(await statusFor(header)).toBe(200);
  });

  it('are asked for before anything is read, and named in the answer', async () => {
    const response = await fetch(`${service.url}/api/messages`, { method: 'POST', body: 'x'.repeat(1_000_000) });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
  });
});

describe('an address that messages go to', () => {
  const elsewhere = 'https://elsewhere.botframework.com/';
  const addresses = async () => {
    const kept = await Promise.all(
      [
        { kind: 'person', tenant, person: '11111111-1111-4111-8111-111111111111' } as const,
        { kind: 'conversation', tenant, conversation: 'conversation' } as const,
      ].map((recipient) => service.store.references.find(recipient)),
    );
    return kept.flatMap((reference) => reference?.serviceUrl ?? []);
  };
  /** The hosts that anything was sent to while something was done. */
  async function hostsDuring(work: () => Promise<unknown>): Promise<string[]> {
    const hosts: string[] = [];
    const note = (message: unknown) => {
      const { request } = message as { request: { host?: string; origin?: string } };
      hosts.push(request.host ?? request.origin ?? '');
    };
    const channels = ['http.client.request.start', 'undici:request:create'];
    for (const name of channels) subscribe(name, note);
    await work();
    for (const name of channels) unsubscribe(name, note);
    return hosts.filter((host) => !host.includes('127.0.0.1'));
  }

  it.each<[string, () => string | null, object]>([
    ['no token', () => null, {}],
    ['a forged token', () => issuer.bearer({ key: issuer.stranger, claims: { serviceurl: elsewhere } }), {}],
    ['a token for another address', () => issuer.bearer(), {}],
    ['a token of the emulator', () => issuer.bearer({ claims: { iss: `https://sts.windows.net/${tenant}/` } }), {}],
    [
      'another tenant',
      () => issuer.bearer({ claims: { serviceurl: elsewhere } }),
      { conversation: { id: 'c', tenantId: otherTenant } },
    ],
  ])('is neither answered nor kept from an activity with %s', async (_, header, fields) => {
    await service.post(activity(), { authorization: issuer.bearer() });
    const authorization = header();
    const refused = activity({ serviceUrl: elsewhere, deliveryMode: undefined, ...fields });
    const hosts = await hostsDuring(() => service.post(refused, authorization === null ? {} : { authorization }));
    expect(hosts).toEqual([]);
    expect(await addresses()).toEqual([serviceUrl]);
  });

  it('is kept from the latest activity that was authenticated', async () => {
    await service.post(activity(), { authorization: issuer.bearer() });
    const header = issuer.bearer({ claims: { serviceurl: elsewhere } });
    await service.post(activity({ serviceUrl: elsewhere }), { authorization: header });
    expect(await addresses()).toEqual([elsewhere]);
    await service.post(activity(), { authorization: issuer.bearer() });
    expect(await addresses()).toEqual([serviceUrl]);
  });
});

describe('activities with a valid token', () => {
  it.each([
    ['another channel', { channelId: 'webchat' }, 403],
    ['no name of a channel', { channelId: '' }, 403],
    ['a channel of the SDK with its own rules', { channelId: 'AseChannel' }, 403],
    ['no channel', { channelId: undefined }, 400],
    ['the emulator', { channelId: 'emulator' }, 403],
    ['no service address', { serviceUrl: undefined }, 400],
    ['an empty service address', { serviceUrl: '' }, 400],
    ['a service address on another host', { serviceUrl: 'https://example.org/' }, 403],
    ['a service address that only ends alike', { serviceUrl: 'https://evilbotframework.com/' }, 403],
    ['a service address without encryption', { serviceUrl: 'http://smba.trafficmanager.net/emea/' }, 403],
    ['a service address on this machine', { serviceUrl: 'http://127.0.0.1:9/' }, 403],
    ['a service address behind a user name', { serviceUrl: 'https://smba.trafficmanager.net@example.org/' }, 403],
    ['another tenant', { channelData: { tenant: { id: otherTenant } } }, 403],
    ['a conversation of another tenant', { conversation: { id: 'c', tenantId: otherTenant } }, 403],
    ['no tenant', { channelData: {}, conversation: { id: 'c' } }, 403],
    ['the tenant in capitals', { channelData: { tenant: { id: tenant.toUpperCase() } } }, 200],
    ['no type', { type: undefined }, 400],
    ['a type that is a number', { type: 7 }, 400],
    ['nobody as the sender', { from: null }, 400],
    ['no conversation', { conversation: null }, 400],
  ])('%s', async (_, fields, status) => {
    expect(await statusFor(issuer.bearer(), fields)).toBe(status);
  });

  it('carry buttons that Teams understands', async () => {
    const suggestions = [{ title: 'Nästa?', action: { kind: 'next' } }];
    const turns = repeatingTurns();
    const takeTurn: typeof turns.takeTurn = async (incoming, memory) => {
      const { reply } = await turns.takeTurn(incoming, memory);
      return { reply: { ...reply, suggestions }, memory };
    };
    const suggesting = await startService({ settings, channel: issuer.channel, turns: { ...turns, takeTurn } });
    const { activities } = await suggesting.post(activity(), { authorization: issuer.bearer() });
    await suggesting.stop();
    const data = { msteams: { type: 'messageBack', displayText: 'Nästa?', text: 'Nästa?', value: { kind: 'next' } } };
    expect(activities).toMatchObject([{ attachments: [{ content: { actions: [{ title: 'Nästa?', data }] } }] }]);
  });
});

describe('repeats', () => {
  it('are not answered to somebody without a token', async () => {
    const secret = activity();
    expect((await service.post(secret, { authorization: issuer.bearer() })).status).toBe(200);
    expect((await service.post(secret)).status).toBe(401);
    expect((await service.post(secret, { authorization: issuer.bearer({ key: issuer.stranger }) })).status).toBe(401);
  });

  it('cannot be spoilt beforehand by somebody without a token', async () => {
    const awaited = activity();
    await service.post(awaited, { authorization: issuer.bearer({ key: issuer.stranger }) });
    expect(await service.post(awaited, { authorization: issuer.bearer() })).toMatchObject({ status: 200 });
    expect(seen).toHaveLength(1);
  });
});

describe('an address that fails again and again', () => {
  const fail = () => service.post(activity(), { authorization: 'Bearer garbage' });

  it('is told to wait, logged once, and heard again after a minute', async () => {
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 35; attempt += 1) statuses.push((await fail()).status);
    expect(statuses).toEqual([...Array(30).fill(401), ...Array(5).fill(429)]);
    const response = await fetch(`${service.url}/api/messages`, { method: 'POST' });
    expect(response.headers.get('retry-after')).toBe('60');
    expect(lines.filter(({ event }) => event === 'too many failed authentications')).toHaveLength(1);
    now += 61_000;
    expect((await fail()).status).toBe(401);
  });

  it('does not keep Teams out, which may have the same address behind a proxy', async () => {
    for (let attempt = 0; attempt < 40; attempt += 1) await fail();
    expect(await statusFor(issuer.bearer())).toBe(200);
  });
});

it('logs nothing of what was written, and no token', async () => {
  await service.post(activity({ text: 'hemlig fråga' }), { authorization: issuer.bearer() });
  await service.post(activity({ text: 'hemlig fråga' }), { authorization: issuer.bearer({ key: issuer.stranger }) });
  const logged = JSON.stringify(lines, (_, value) =>
    value instanceof Error ? `${value.message} ${value.stack}` : value,
  );
  expect(logged).toContain('authentication failed');
  expect(logged).not.toMatch(/hemlig|Bearer ey|Ledamot/);
});
