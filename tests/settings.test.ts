// Settings: where they come from, what is refused, and that the sample is complete.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instantOf, isLoopback, publicAddress, readSettings, SettingsError } from '../src/settings.ts';

const appId = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff';
const tenant = '7f9619ff-8b86-4d01-b42d-00cf4fc964ff';
const registered = { MicrosoftAppId: appId, MicrosoftAppPassword: 'hemligt', MicrosoftAppTenantId: tenant };
const inAzure = {
  AZURE_OPENAI_API_KEY: 'hemligt',
  AZURE_OPENAI_ENDPOINT: 'https://plan.openai.azure.com/',
  AZURE_OPENAI_DEPLOYMENT: 'plan',
};
const sample = readFileSync('env.sample', 'utf8');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'settings-'));
  writeFileSync(join(folder, 'env.sample'), sample);
});
afterEach(() => rmSync(folder, { recursive: true }));

const read = (environment: Record<string, string>) => readSettings(environment, folder);

/** The message that refuses these settings. */
function refusal(environment: Record<string, string>): string {
  try {
    read(environment);
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('the tab', () => {
  const person = `${tenant}/${appId}/Anna Ek`;

  it('takes tokens of the bot’s own app, or of one of its own', () => {
    expect(read(registered).tab).toEqual({ appId, authority: 'https://login.microsoftonline.com', person: null });
    expect(read({ ...registered, TAB_APP_ID: tenant.toUpperCase() }).tab.appId).toBe(tenant);
  });

  it('is open where nobody is authenticated, as whoever is named', () => {
    expect(read({}).tab).toMatchObject({ appId: null, person: null });
    expect(read({ TAB_PERSON: person.toUpperCase() }).tab.person).toEqual({ tenant, person: appId, name: 'ANNA EK' });
    expect(read({ TAB_PERSON: `${person}/Ö` }).tab.person?.name).toBe('Anna Ek/Ö');
  });

  it.each([
    ['TAB_PERSON', { ...registered, TAB_PERSON: person }],
    ['TAB_PERSON', { TAB_PERSON: 'Anna Ek' }],
    ['TAB_APP_ID', { TAB_APP_ID: 'me' }],
    ['LOGIN_AUTHORITY', { LOGIN_AUTHORITY: 'http://login.example' }],
    ['LOGIN_AUTHORITY', { LOGIN_AUTHORITY: 'https://user:secret@login.example' }],
  ])('refuses a wrong %s: %#', (name, settings) => {
    expect(refusal(settings)).toContain(name);
  });
});

describe('where settings come from', () => {
  it('takes the sample where nothing else is said', () => {
    expect(read({})).toMatchObject({
      port: 3978,
      planDir: 'data/sodertorn',
      dataDir: '.data',
      databaseUrl: null,
      publicUrl: null,
      secretariatIds: [],
      registration: null,
      simulatedNow: null,
      simulatedRate: 1,
      logLevel: 'info',
    });
  });

  it('prefers .env to the sample, and the environment to both', () => {
    writeFileSync(join(folder, '.env'), 'PORT=4000\nLOG_LEVEL=warn\n');
    expect(read({})).toMatchObject({ port: 4000, logLevel: 'warn' });
    expect(read({ PORT: '5000' })).toMatchObject({ port: 5000, logLevel: 'warn' });
  });

  it('lets an empty value in the environment undo one in .env', () => {
    writeFileSync(
      join(folder, '.env'),
      Object.entries(registered)
        .map((pair) => pair.join('='))
        .join('\n'),
    );
    expect(read({}).registration?.appId).toBe(appId);
    expect(read({ MicrosoftAppId: '' }).registration).toBeNull();
    expect(read({ PORT: '' }).port).toBe(3978);
  });

  it('reads lists with spaces, in lower case', () => {
    const settings = read({ ...registered, ALLOWED_TENANTS: ` ${appId.toUpperCase()} , ${tenant}` });
    expect(settings.allowedTenants).toEqual([tenant, appId]);
    expect(read({ SECRETARIAT_IDS: `${appId.toUpperCase()}, ${tenant}` }).secretariatIds).toEqual([appId, tenant]);
    expect(read({ SECRETARIAT_IDS: `${tenant}/${appId.toUpperCase()}` }).secretariatIds).toEqual([
      `${tenant}/${appId}`,
    ]);
  });

  it.each(['postgres://bot:hemligt@db/plan', 'postgresql://bot@127.0.0.1:5433/plan?sslmode=require'])(
    'reads the database %s',
    (url) => {
      expect(read({ DATABASE_URL: url }).databaseUrl).toBe(url);
    },
  );

  it.each([
    ['https://bot.example.se', 'https://bot.example.se', true],
    ['HTTPS://Bot.Example.SE/', 'https://bot.example.se', true],
    ['https://example.se:8443/bot//', 'https://example.se:8443/bot', true],
    ['http://127.0.0.1:3978', 'http://127.0.0.1:3978', false],
    ['', 'http://127.0.0.1:5000', false],
  ])('links begin with PUBLIC_URL %s as %s, which works outside: %s', (given, url, worksOutside) => {
    expect(publicAddress(read({ PUBLIC_URL: given }), 5000)).toEqual({ url, worksOutside });
  });

  it.each([
    ['localhost', 'http://localhost:5000'],
    ['::1', 'http://[::1]:5000'],
    ['0.0.0.0', 'http://127.0.0.1:5000'],
  ])('links begin with this machine where nothing else is said: HOST %s', (host, url) => {
    expect(publicAddress({ publicUrl: null, host }, 5000)).toEqual({ url, worksOutside: false });
  });
});

describe('the language model', () => {
  it('is none without a key', () => {
    expect(read({}).languageModel).toBeNull();
    expect(read({ OPENAI_BASE_URL: 'https://models.example.se/v1' }).languageModel).toBeNull();
  });

  it('is OpenAI with its key alone, or whatever speaks like it', () => {
    const model = { provider: 'openai', key: 'hemligt', model: 'gpt-4o-mini', dailyTokens: 300_000 };
    expect(read({ OPENAI_API_KEY: 'hemligt' }).languageModel).toEqual({
      ...model,
      baseUrl: 'https://api.openai.com/v1',
      isLocal: false,
    });
    const own = { OPENAI_API_KEY: 'hemligt', OPENAI_BASE_URL: 'http://127.0.0.1:8000/v1/' };
    expect(read(own).languageModel).toEqual({ ...model, baseUrl: 'http://127.0.0.1:8000/v1', isLocal: true });
  });

  it('is a deployment in Azure', () => {
    expect(read(inAzure).languageModel).toEqual({
      provider: 'azure',
      key: 'hemligt',
      endpoint: 'https://plan.openai.azure.com',
      deployment: 'plan',
      apiVersion: '2024-10-21',
      isLocal: false,
      dailyTokens: 300_000,
    });
  });
});

describe('what is refused', () => {
  it.each([
    [{ PORT: 'x' }, 'PORT is "x"; allowed: a whole number from 0 to 65535'],
    [{ PORT: '70000' }, 'PORT is "70000"; allowed: a whole number from 0 to 65535'],
    [{ HOST: 'a b' }, 'HOST is "a b"; allowed: a host name or an IP address'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL is "loud"; allowed: trace, debug, info, warn, error, fatal or silent'],
    [{ SIMULATED_NOW: '2019-02-30T09:00' }, 'SIMULATED_NOW is "2019-02-30T09:00"; allowed: a local date and time'],
    [{ SIMULATED_NOW: 'idag' }, 'SIMULATED_NOW is "idag"'],
    [{ SIMULATED_RATE: '0' }, 'SIMULATED_RATE is "0"; allowed: a number above 0'],
    [{ SIMULATED_RATE: '-1' }, 'SIMULATED_RATE is "-1"'],
    [{ MicrosoftAppId: 'abc' }, 'MicrosoftAppId is "abc"; allowed: a GUID'],
    [
      { MicrosoftAppType: 'Single' },
      'MicrosoftAppType is "Single"; allowed: SingleTenant, MultiTenant or UserAssignedMSI',
    ],
    [{ SERVICE_URLS: 'https://a.se' }, 'SERVICE_URLS is "https://a.se"; allowed: host names'],
    [{ ALLOWED_TENANTS: 'a,b' }, 'ALLOWED_TENANTS is "a,b"; allowed: a GUID'],
    [{ SECRETARIAT_IDS: 'sekreterare@example.org' }, 'SECRETARIAT_IDS is "sekreterare@example.org"; allowed: a GUID'],
    [{ PUBLIC_URL: 'bot.example.se' }, 'PUBLIC_URL is "bot.example.se"; allowed: the https address that the bot'],
    [{ PUBLIC_URL: 'http://bot.example.se' }, 'PUBLIC_URL is "http://bot.example.se"; allowed: the https address'],
    [{ PUBLIC_URL: 'https://bot.example.se/?a=1' }, 'PUBLIC_URL is "https://bot.example.se/?a=1"; allowed: the https'],
    [{ PUBLIC_URL: 'https://a@bot.example.se' }, 'PUBLIC_URL is "https://a@bot.example.se"; allowed: the https'],
    [{ DATABASE_URL: 'plan.db' }, 'DATABASE_URL is "***"; allowed: a URL such as postgres://user:password@host'],
    [{ DATABASE_URL: 'mysql://bot:hemligt@db/plan' }, 'DATABASE_URL is "***"; allowed: a URL such as postgres://'],
    [
      { NODE_ENV: 'production' },
      'MicrosoftAppId is not set; allowed: the app id of the bot, since NODE_ENV is production',
    ],
    [{ MicrosoftAppId: appId, MicrosoftAppTenantId: tenant }, 'MicrosoftAppPassword is not set'],
    [{ MicrosoftAppId: appId, MicrosoftAppPassword: 'x' }, 'MicrosoftAppTenantId is not set'],
    [{ ...registered, MicrosoftAppTenantId: '', MicrosoftAppType: 'MultiTenant' }, 'ALLOWED_TENANTS is not set'],
    [
      { ...registered, SIMULATED_NOW: '2019-03-01T09:00' },
      'SIMULATED_NOW is "2019-03-01T09:00"; allowed: nothing, since',
    ],
    [{ ...registered, SIMULATED_RATE: '60' }, 'SIMULATED_RATE is "60"; allowed: 1, since MicrosoftAppId is set'],
    [
      { OPENAI_BASE_URL: 'http://models.example.se/v1' },
      'OPENAI_BASE_URL is "http://models.example.se/v1"; allowed: an',
    ],
    [{ MODEL_DAILY_TOKENS: 'many' }, 'MODEL_DAILY_TOKENS is "many"; allowed: a whole number from 0 to 1000000000'],
    [{ AZURE_OPENAI_API_VERSION: 'v1' }, 'AZURE_OPENAI_API_VERSION is "v1"; allowed: a version such as 2024-10-21'],
    [{ AZURE_OPENAI_API_KEY: 'hemligt' }, 'AZURE_OPENAI_ENDPOINT is not set; allowed: a value, since AZURE_OPENAI_API'],
    [{ AZURE_OPENAI_API_KEY: 'hemligt' }, 'AZURE_OPENAI_DEPLOYMENT is not set'],
    [
      { AZURE_OPENAI_DEPLOYMENT: 'plan' },
      'AZURE_OPENAI_API_KEY is not set; allowed: a value, since AZURE_OPENAI_DEPLOY',
    ],
    [
      { ...inAzure, OPENAI_API_KEY: 'hemligt' },
      'OPENAI_API_KEY is "***"; allowed: nothing, since AZURE_OPENAI_API_KEY',
    ],
  ])('refuses %o', (environment, expected) => {
    expect(refusal(environment)).toContain(expected);
  });

  it('lists everything that is wrong, each setting once', () => {
    const lines = refusal({ PORT: 'x', LOG_LEVEL: 'loud', ALLOWED_TENANTS: 'a,b' }).split('\n');
    expect(lines).toHaveLength(4);
  });

  it('masks secrets', () => {
    const message = refusal({ ...registered, MicrosoftAppType: 'UserAssignedMSI' });
    expect(message).toContain('MicrosoftAppPassword is "***"');
    expect(message).not.toContain('hemligt');
    expect(refusal({ DATABASE_URL: 'postgres//bot:hemligt@db/plan' })).not.toContain('hemligt');
  });
});

describe('without authentication', () => {
  it.each(['0.0.0.0', '::', '192.168.1.2', 'example.org'])('listens on loopback instead of %s', (host) => {
    expect(read({ HOST: host })).toMatchObject({ host: '127.0.0.1', refusedHost: host });
  });

  it.each(['127.0.0.1', 'localhost', '::1'])('listens on %s', (host) => {
    expect(read({ HOST: host })).toMatchObject({ host, refusedHost: null });
  });

  it('listens where it is told once it is registered', () => {
    expect(read({ ...registered, HOST: '0.0.0.0' })).toMatchObject({ host: '0.0.0.0', refusedHost: null });
  });
});

it.each([
  ['localhost', true],
  ['127.0.0.1', true],
  ['127.9.9.9', true],
  ['[::1]', true],
  ['127.0.0.1.example.org', false],
  ['localhost.example.org', false],
  ['10.0.0.1', false],
])('isLoopback(%s) is %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});

it('shows every setting in env.sample', () => {
  const names = [...sample.matchAll(/^#?([A-Za-z_]+)=/gm)].map((match) => match[1]);
  const message = refusal({ PORT: 'x' });
  expect(message).toContain('PORT');
  expect(names).toEqual(
    expect.arrayContaining([
      ...['PORT', 'HOST', 'MicrosoftAppType', 'MicrosoftAppId', 'MicrosoftAppPassword'],
      ...['DATA_DIR', 'DATABASE_URL', 'PUBLIC_URL', 'SECRETARIAT_IDS'],
    ]),
  );
  expect(new Set(names).size).toBe(names.length);
});

it.each([
  ['2019-03-01T09:00', 'Europe/Stockholm', '2019-03-01T08:00:00.000Z'],
  ['2019-07-01T09:00:30', 'Europe/Stockholm', '2019-07-01T07:00:30.000Z'],
  ['2019-12-31T23:59', 'UTC', '2019-12-31T23:59:00.000Z'],
])('%s in %s is the instant %s', (localTime, timeZone, expected) => {
  expect(instantOf(localTime, timeZone).toISOString()).toBe(expected);
});
