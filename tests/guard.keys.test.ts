// The keys that tokens are checked with: exchanged, withdrawn, and not to be had for a while.
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Settings } from '../src/settings.ts';
import type { Incoming } from '../src/turn/turn-types.ts';
import { type Issuer, startIssuer } from './support/issuer.ts';
import { developmentSettings, message, repeatingTurns, type Service, startService, tenant } from './support/service.ts';

const appId = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff';
const serviceUrl = 'https://smba.trafficmanager.net/emea/';
const settings: Settings = {
  ...developmentSettings,
  registration: { appId, appType: 'SingleTenant', password: 'hemligt', tenant },
  allowedTenants: [tenant],
};

let now = 0;
const seen: Incoming[] = [];
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
});

const activity = () => message('hej', { serviceUrl });

/** The status for an activity that comes with this header, after checking that no other than 200 reached the core. */
async function statusFor(authorization: string): Promise<number> {
  const { status } = await service.post(activity(), { authorization });
  expect(seen).toHaveLength(status === 200 ? 1 : 0);
  return status;
}

describe('keys', () => {
  /** What the SDK dates its keys by; the issuer dates its tokens by the same. */
  const pass = (minutes: number) => vi.setSystemTime(Date.now() + minutes * 60_000);
  beforeAll(() => {
    vi.useFakeTimers({ toFake: ['Date'] });
  });
  afterAll(() => {
    vi.useRealTimers();
  });

  it('that are exchanged are taken up within the hour, and the old one is believed no more', async () => {
    const before = issuer.bearer({ claims: { exp: issuer.now() + 36_000 } });
    expect(await statusFor(before)).toBe(200);
    issuer.rotate('second');
    pass(61);
    seen.length = 0;
    expect(await statusFor(issuer.bearer())).toBe(200);
    seen.length = 0;
    expect(await statusFor(before)).toBe(401);
  });

  it('that nobody has published are looked for once an hour, however often they are named', async () => {
    pass(61);
    const asked = issuer.asked();
    for (let attempt = 0; attempt < 10; attempt += 1) {
      expect(await statusFor(issuer.bearer({ header: { kid: `unknown-${attempt}` } }))).toBe(401);
    }
    expect(issuer.asked() - asked).toBeLessThanOrEqual(2);
  });
});

describe('the publisher of the keys', () => {
  // What the SDK and the adapter date keys by, and what the issuer dates its tokens by.
  const pass = (days: number) => {
    now += days * dayMs;
    vi.setSystemTime(Date.now() + days * dayMs);
  };
  const dayMs = 86_400_000;
  const valid = async () => {
    seen.length = 0;
    return statusFor(issuer.bearer());
  };
  beforeAll(() => {
    vi.useFakeTimers({ toFake: ['Date'] });
  });
  beforeEach(async () => {
    issuer.become('up');
    // Whatever the tests before did: the keys are new.
    pass(6);
    expect(await valid()).toBe(200);
    seen.length = 0;
  });
  afterAll(() => {
    issuer.become('up');
    vi.useRealTimers();
  });

  it.each(['failing', 'cutting', 'hanging'] as const)(
    '%s, keeps nobody out whose key is known, for some days',
    async (state) => {
      issuer.become(state);
      for (let day = 1; day <= 4; day += 1) {
        pass(1);
        expect(await valid()).toBe(200);
      }
      pass(2);
      expect(await valid()).toBe(503);
      issuer.become('up');
      expect(await valid()).toBe(200);
    },
  );

  it.each(['failing', 'cutting'] as const)('%s, makes no unknown key known', async (state) => {
    issuer.become(state);
    pass(1);
    for (const token of [
      { header: { kid: 'unknown' } },
      { header: { kid: 'unknown' }, key: issuer.stranger },
      { header: { kid: '' } },
    ]) {
      expect(await statusFor(issuer.bearer(token))).toBe(503);
    }
    // What is forged with a known name is judged by the known key.
    expect(await statusFor(issuer.bearer({ key: issuer.stranger }))).toBe(401);
    expect(await valid()).toBe(200);
  });

  it('tells Teams to come again', async () => {
    issuer.become('failing');
    pass(6);
    const response = await fetch(`${service.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: issuer.bearer() },
      body: JSON.stringify(activity()),
    });
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
  });

  it('is asked once a day what has become of the keys: one that was withdrawn is believed no more', async () => {
    const withdrawn = issuer.bearer({ claims: { exp: issuer.now() + 10 * 86_400 } });
    issuer.rotate(`after ${now}`);
    pass(1.1);
    const asked = issuer.asked();
    seen.length = 0;
    // The first of the day is still judged by the old keys, and has them fetched.
    expect(await statusFor(withdrawn)).toBe(200);
    await expect.poll(() => issuer.asked() - asked).toBe(2);
    seen.length = 0;
    await expect.poll(async () => (await service.post(activity(), { authorization: withdrawn })).status).toBe(401);
    expect(issuer.asked() - asked).toBe(2);
    expect(await valid()).toBe(200);
  });
});
