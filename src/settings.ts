// What can be set from outside, checked in one place; the only reader of the environment.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { TZDate } from '@date-fns/tz';
import { z } from 'zod';

const guid = z.guid('a GUID such as 6f9619ff-8b86-4d01-b42d-00cf4fc964ff');

/** A comma-separated list; spaces around the items are allowed. */
function list(item: z.ZodType<string, string>) {
  return z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .pipe(z.array(item));
}

function wholeNumber(from: number, to: number) {
  const allowed = `a whole number from ${from} to ${to}`;
  return z.string().regex(/^\d+$/, allowed).transform(Number).pipe(z.int().min(from, allowed).max(to, allowed));
}

/** True where the date and time exist: 2019-02-30 does not. */
function isRealTime(text: string): boolean {
  const read = new Date(`${text}Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text);
}

/** Passwords with special characters are percent-encoded in it. */
function isPostgresUrl(text: string): boolean {
  return URL.canParse(text) && ['postgres:', 'postgresql:'].includes(new URL(text).protocol);
}

/** An https address without query or credentials; http only where the host is this machine. */
function isPublicUrl(text: string): boolean {
  const url = URL.parse(text);
  if (!url || url.username || url.password || /[?#\s]/.test(text)) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
}

/** A service that a key is sent to: https, or http on this machine. */
const serviceUrl = z
  .string()
  .refine(isPublicUrl, 'an https address without query, such as https://api.openai.com/v1')
  .transform((text) => text.replace(/\/+$/, ''));

const guidPattern = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const secretaryId = new RegExp(`^(?:${guidPattern}/)?${guidPattern}$`);
const personPattern = new RegExp(`^${guidPattern}/${guidPattern}/.{1,100}$`, 'i');
const wallTime = 'a local date and time such as 2019-03-01T09:00';
const hostPattern = /^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*$/;
const positiveNumber = 'a number above 0, at most 1000000';

/** Every setting under the name it has outside; the messages say what is allowed. */
const Variables = z.object({
  PORT: wholeNumber(0, 65_535),
  HOST: z.string().regex(/^[\w.:-]+$/, 'a host name or an IP address'),
  MicrosoftAppType: z.enum(['SingleTenant', 'MultiTenant', 'UserAssignedMSI'], {
    error: 'SingleTenant, MultiTenant or UserAssignedMSI',
  }),
  MicrosoftAppId: guid.optional(),
  MicrosoftAppPassword: z.string().optional(),
  MicrosoftAppTenantId: guid.optional(),
  ALLOWED_TENANTS: list(guid.toLowerCase()).default([]),
  SERVICE_URLS: list(
    z.string().toLowerCase().regex(hostPattern, 'host names, "*." for any subdomain, comma-separated'),
  ),
  PLAN_DIR: z.string(),
  DATA_DIR: z.string(),
  DATABASE_URL: z
    .string()
    .refine(isPostgresUrl, 'a URL such as postgres://user:password@host:5432/database')
    .optional(),
  PUBLIC_URL: z
    .string()
    .refine(isPublicUrl, 'the https address that the bot is reached at, such as https://bot.example.se')
    .transform((text) => new URL(text).href.replace(/\/+$/, ''))
    .optional(),
  SECRETARIAT_IDS: list(
    z.string().toLowerCase().regex(secretaryId, 'a GUID each, alone or after its tenant: tenant/id'),
  ).default([]),
  TAB_APP_ID: guid.toLowerCase().optional(),
  LOGIN_AUTHORITY: z
    .string()
    .refine(isPublicUrl, 'an https address such as https://login.microsoftonline.com')
    .transform((text) => new URL(text).href.replace(/\/+$/, '')),
  TAB_PERSON: z.string().regex(personPattern, 'a tenant id, an Entra object id and a name: tenant/id/name').optional(),
  SIMULATED_NOW: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/, wallTime)
    .refine(isRealTime, wallTime)
    .optional(),
  SIMULATED_RATE: z
    .string()
    .regex(/^\d+(\.\d+)?$/, positiveNumber)
    .transform(Number)
    .pipe(z.number().gt(0, positiveNumber).max(1_000_000, positiveNumber)),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: serviceUrl,
  OPENAI_MODEL: z.string(),
  AZURE_OPENAI_API_KEY: z.string().optional(),
  AZURE_OPENAI_ENDPOINT: serviceUrl.optional(),
  AZURE_OPENAI_DEPLOYMENT: z.string().optional(),
  AZURE_OPENAI_API_VERSION: z.string().regex(/^\d{4}-\d\d-\d\d(-preview)?$/, 'a version such as 2024-10-21'),
  MODEL_DAILY_TOKENS: wholeNumber(0, 1_000_000_000),
  MESSAGES_PER_MINUTE: wholeNumber(1, 100_000).optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
    error: 'trace, debug, info, warn, error, fatal or silent',
  }),
  NODE_ENV: z.string().optional(),
});
type Variables = z.infer<typeof Variables>;
type Name = keyof Variables;

const secrets: readonly Name[] = ['MicrosoftAppPassword', 'DATABASE_URL', 'OPENAI_API_KEY', 'AZURE_OPENAI_API_KEY'];

/** More than anybody writes; without a registration only this machine writes, and as much as it likes. */
const usualMessagesPerMinute = 60;

/** How the bot proves who it is; null where it runs without authentication, for development. */
export interface Registration {
  readonly appId: string;
  readonly appType: Variables['MicrosoftAppType'];
  readonly password: string | null;
  readonly tenant: string | null;
}

/** The service that reads again what the parser is not sure of. */
export type ModelSettings = {
  readonly key: string;
  /** Whether it is on this machine, and reached without TLS. */
  readonly isLocal: boolean;
  /** All instances together. */
  readonly dailyTokens: number;
} & (
  | { readonly provider: 'openai'; readonly baseUrl: string; readonly model: string }
  | {
      readonly provider: 'azure';
      readonly endpoint: string;
      readonly deployment: string;
      readonly apiVersion: string;
    }
);

export interface Settings {
  readonly port: number;
  /** Where it listens: loopback whenever there is no registration. */
  readonly host: string;
  /** The HOST asked for, where it had to give way to loopback. */
  readonly refusedHost: string | null;
  readonly registration: Registration | null;
  /** Tenant ids, lower case; not empty where there is a registration. */
  readonly allowedTenants: readonly string[];
  /** Host names, lower case; "*." stands for any subdomain. */
  readonly serviceHosts: readonly string[];
  readonly planDir: string;
  readonly dataDir: string;
  /** The PostgreSQL database that the bot keeps its own in, instead of in `dataDir`; holds a password. */
  readonly databaseUrl: string | null;
  /** Where people and calendar programs reach the bot, without a slash at its end; null where nobody has said. */
  readonly publicUrl: string | null;
  /** Entra object ids, lower case, of those who may change the plan. */
  readonly secretariatIds: readonly string[];
  readonly tab: TabSettings;
  /** A local time of the plan's region at which the clock starts; null for the real time. */
  readonly simulatedNow: string | null;
  readonly simulatedRate: number;
  /** Null where there is no key: then nothing of it is loaded. */
  readonly languageModel: ModelSettings | null;
  /** Messages of a person that are answered a minute; null for as many as come. */
  readonly messagesPerMinute: number | null;
  readonly logLevel: Variables['LOG_LEVEL'];
}

/** How the tab knows who reads it. */
export interface TabSettings {
  /** Whose tokens it takes: tokens made for this app; null where nobody is authenticated. */
  readonly appId: string | null;
  /** Where the tenants publish their keys, without a slash at its end. */
  readonly authority: string;
  /** Whom it takes its reader for where nobody is authenticated. */
  readonly person: { readonly tenant: string; readonly person: string; readonly name: string } | null;
}

/** One wrong setting: its name, its value (masked where secret) and what is allowed. */
export interface WrongSetting {
  readonly name: string;
  readonly value: string | null;
  readonly allowed: string;
}

/** Stops the start; the message lists every wrong setting. */
export class SettingsError extends Error {
  readonly wrong: readonly WrongSetting[];
  constructor(wrong: readonly WrongSetting[]) {
    super(['Wrong settings:', ...wrong.map(describe)].join('\n'));
    this.name = 'SettingsError';
    this.wrong = wrong;
  }
}

function describe({ name, value, allowed }: WrongSetting): string {
  return `  ${name} is ${value === null ? 'not set' : `"${value}"`}; allowed: ${allowed}`;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The settings in force: the environment, then `.env`, then `env.sample` of the folder.
 *
 * @throws SettingsError listing everything that is wrong
 */
export function readSettings(environment: Environment = process.env, folder: string = process.cwd()): Settings {
  const values = gather(environment, readEnvFile(folder, '.env'), readEnvFile(folder, 'env.sample'));
  const read = Variables.safeParse(values);
  if (!read.success) throw new SettingsError(wrongSettings(read.error.issues, values));
  const wrong = contradictions(read.data);
  if (wrong.length > 0) throw new SettingsError(wrong);
  return settingsOf(read.data);
}

function readEnvFile(folder: string, name: string): Environment {
  try {
    return parseEnv(readFileSync(join(folder, name), 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw error;
  }
}

/** The first of environment and `.env` that names a setting decides; empty means: as the sample has it. */
function gather(environment: Environment, dotEnv: Environment, sample: Environment): Record<string, string> {
  const values: Record<string, string> = {};
  for (const name of Object.keys(Variables.shape)) {
    const value = (environment[name] ?? dotEnv[name])?.trim() || sample[name]?.trim();
    if (value) values[name] = value;
  }
  return values;
}

/** One line a setting, however many items of a list are wrong. */
function wrongSettings(issues: readonly z.core.$ZodIssue[], values: Environment): WrongSetting[] {
  const byName = new Map<string, WrongSetting>();
  for (const issue of issues) {
    const name = String(issue.path[0]);
    const value = values[name];
    const allowed = value === undefined ? 'a value; env.sample shows one' : issue.message;
    byName.set(name, { name, value: value === undefined ? null : mask(name, value), allowed });
  }
  return [...byName.values()];
}

function mask(name: string, value: string): string {
  return (secrets as readonly string[]).includes(name) ? '***' : value;
}

function contradictions(variables: Variables): WrongSetting[] {
  const wrong: WrongSetting[] = [];
  const refuse = (name: Name, allowed: string) => {
    const value = String(variables[name] ?? '');
    wrong.push({ name, value: value === '' ? null : mask(name, value), allowed });
  };
  if (variables.MicrosoftAppId) {
    checkRegistered(variables, refuse);
  } else if (variables.NODE_ENV === 'production') {
    refuse('MicrosoftAppId', 'the app id of the bot, since NODE_ENV is production');
  }
  checkModel(variables, refuse);
  return wrong;
}

function checkRegistered(variables: Variables, refuse: (name: Name, allowed: string) => void): void {
  const type = variables.MicrosoftAppType;
  if (variables.SIMULATED_NOW) refuse('SIMULATED_NOW', 'nothing, since MicrosoftAppId is set');
  if (variables.TAB_PERSON) refuse('TAB_PERSON', 'nothing, since MicrosoftAppId is set');
  if (variables.SIMULATED_RATE !== 1) refuse('SIMULATED_RATE', '1, since MicrosoftAppId is set');
  if (type === 'UserAssignedMSI' && variables.MicrosoftAppPassword) {
    refuse('MicrosoftAppPassword', 'nothing, since MicrosoftAppType is UserAssignedMSI');
  }
  if (type !== 'UserAssignedMSI' && !variables.MicrosoftAppPassword) {
    refuse('MicrosoftAppPassword', 'the secret of the registration, since MicrosoftAppId is set');
  }
  if (type !== 'MultiTenant' && !variables.MicrosoftAppTenantId) {
    refuse('MicrosoftAppTenantId', `the tenant of the registration, since MicrosoftAppType is ${type}`);
  }
  if (tenantsOf(variables).length === 0) {
    refuse('ALLOWED_TENANTS', 'at least one tenant id, since MicrosoftAppTenantId is not set');
  }
}

function checkModel(variables: Variables, refuse: (name: Name, allowed: string) => void): void {
  const azure = ['AZURE_OPENAI_API_KEY', 'AZURE_OPENAI_ENDPOINT', 'AZURE_OPENAI_DEPLOYMENT'] as const;
  const given = azure.filter((name) => variables[name]);
  if (given.length === 0) return;
  for (const name of azure) if (!variables[name]) refuse(name, `a value, since ${given[0]} is set`);
  if (variables.OPENAI_API_KEY) refuse('OPENAI_API_KEY', `nothing, since ${given[0]} is set`);
}

function tenantsOf(variables: Variables): string[] {
  const own = variables.MicrosoftAppTenantId?.toLowerCase();
  return [...new Set([...(own ? [own] : []), ...variables.ALLOWED_TENANTS])];
}

function settingsOf(variables: Variables): Settings {
  const registration = registrationOf(variables);
  const loopbackOnly = registration === null && !isLoopback(variables.HOST);
  return {
    port: variables.PORT,
    host: loopbackOnly ? '127.0.0.1' : variables.HOST,
    refusedHost: loopbackOnly ? variables.HOST : null,
    registration,
    allowedTenants: tenantsOf(variables),
    serviceHosts: variables.SERVICE_URLS,
    planDir: variables.PLAN_DIR,
    dataDir: variables.DATA_DIR,
    databaseUrl: variables.DATABASE_URL ?? null,
    publicUrl: variables.PUBLIC_URL ?? null,
    secretariatIds: variables.SECRETARIAT_IDS,
    tab: tabOf(variables),
    simulatedNow: variables.SIMULATED_NOW ?? null,
    simulatedRate: variables.SIMULATED_RATE,
    languageModel: modelOf(variables),
    messagesPerMinute: variables.MESSAGES_PER_MINUTE ?? (registration ? usualMessagesPerMinute : null),
    logLevel: variables.LOG_LEVEL,
  };
}

function registrationOf(variables: Variables): Registration | null {
  if (!variables.MicrosoftAppId) return null;
  return {
    appId: variables.MicrosoftAppId,
    appType: variables.MicrosoftAppType,
    password: variables.MicrosoftAppPassword ?? null,
    tenant: variables.MicrosoftAppTenantId ?? null,
  };
}

function modelOf(variables: Variables): ModelSettings | null {
  const dailyTokens = variables.MODEL_DAILY_TOKENS;
  const isLocal = (url: string): boolean => url.startsWith('http:');
  const { AZURE_OPENAI_API_KEY: azureKey, AZURE_OPENAI_ENDPOINT: endpoint, OPENAI_API_KEY: key } = variables;
  if (azureKey && endpoint && variables.AZURE_OPENAI_DEPLOYMENT) {
    const deployment = variables.AZURE_OPENAI_DEPLOYMENT;
    const apiVersion = variables.AZURE_OPENAI_API_VERSION;
    return {
      provider: 'azure',
      key: azureKey,
      endpoint,
      isLocal: isLocal(endpoint),
      deployment,
      apiVersion,
      dailyTokens,
    };
  }
  if (!key) return null;
  const { OPENAI_BASE_URL: baseUrl, OPENAI_MODEL: model } = variables;
  return { provider: 'openai', key, baseUrl, isLocal: isLocal(baseUrl), model, dailyTokens };
}

function tabOf({ MicrosoftAppId, TAB_APP_ID, LOGIN_AUTHORITY, TAB_PERSON }: Variables): TabSettings {
  const [tenant = '', person = '', ...name] = TAB_PERSON?.split('/') ?? [];
  return {
    appId: MicrosoftAppId ? (TAB_APP_ID ?? MicrosoftAppId.toLowerCase()) : null,
    authority: LOGIN_AUTHORITY,
    person: TAB_PERSON ? { tenant: tenant.toLowerCase(), person: person.toLowerCase(), name: name.join('/') } : null,
  };
}

/** True for the host names and addresses that only this machine can reach; IPv6 with or without brackets. */
export function isLoopback(host: string): boolean {
  return ['localhost', '::1', '[::1]'].includes(host.toLowerCase()) || /^127(\.\d{1,3}){3}$/.test(host);
}

/** Where links to the bot lead. */
export interface PublicAddress {
  /** Without a slash at its end. */
  readonly url: string;
  /** False where only this machine can follow them. */
  readonly worksOutside: boolean;
}

/** The address for links: PUBLIC_URL, or this machine's own where there is none. */
export function publicAddress({ publicUrl, host }: Pick<Settings, 'publicUrl' | 'host'>, port: number): PublicAddress {
  const own = isLoopback(host) ? (host.includes(':') ? '[::1]' : host) : '127.0.0.1';
  const url = publicUrl ?? `http://${own}:${port}`;
  return { url, worksOutside: !isLoopback(new URL(url).hostname) };
}

/**
 * The instant of a local time, such as a simulated one.
 *
 * @example instantOf('2019-03-01T09:00', 'Europe/Stockholm') // 2019-03-01T08:00:00Z, a Friday
 */
export function instantOf(localTime: string, timeZone: string): Date {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = localTime.split(/\D/).map(Number);
  return new Date(new TZDate(year, month - 1, day, hour, minute, second, timeZone).getTime());
}
