// The composition root: makes every part once, in the order a message meets them.
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { chatLink } from './calendar/deep-link.ts';
import { type Clock, simulatedClock, systemClock } from './clock.ts';
import { type Core, makeCore } from './core.ts';
import { loadRecords } from './documents/yaml.ts';
import { calendarRoute } from './http/calendar.ts';
import { type Check, healthRoutes } from './http/health.ts';
import { allowHosts, allowLoopback, type Guard, messagesRoute } from './http/messages.ts';
import { metricsRoute } from './http/metrics.ts';
import { planFilesRoute } from './http/plan-files.ts';
import { makeServer, type Route } from './http/server.ts';
import { makeSignIn } from './http/sso.ts';
import { type Gate, tabRoutes } from './http/tab.ts';
import type { Log } from './log.ts';
import { type Metrics, makeMetrics } from './metrics.ts';
import type { SecondReader } from './model/second-reader.ts';
import type { ReminderMessage } from './reminder-messages.ts';
import { makeReminderService } from './reminder-service.ts';
import type { Send } from './reminders/attempt.ts';
import type { Recipient } from './reminders/subscription.ts';
import type { Sweeper } from './reminders/sweep.ts';
import { tabLink } from './render/tab-link.ts';
import { instantOf, isLoopback, publicAddress, type Settings } from './settings.ts';
import { everyDay, forgetOld } from './store/retention.ts';
import { openSqlite } from './store/sqlite.ts';
import type { Store } from './store/store.ts';
import { readAssets } from './tab/assets.ts';
import { BotAdapter, type Channel, publicChannel } from './teams/adapter.ts';
import { makeBot } from './teams/bot.ts';
import { fileHosts, makeDownload } from './teams/files.ts';
import { makeCapture } from './teams/references.ts';
import { makeSending } from './teams/send.ts';
import type { Turns } from './turn/turn.ts';

export interface App {
  /** Starts to listen; resolves with the address. */
  start(): Promise<AddressInfo>;
  /** Accepts nothing more, finishes the turns under way, and resolves when all is quiet. */
  stop(): Promise<void>;
}

/** The words and the index of the plan are made then, so that nobody's first search waits for them. */
const warmAfterMs = 1_000;
/** A turn that is not over by then is cut: the process must be gone within ten seconds. */
const stopGraceMs = 8_000;

/**
 * The bot on its plan and its store.
 *
 * @throws PlanError listing everything that is wrong in the plan's data
 * @throws StoreError where the database cannot be used
 */
export async function createApp(settings: Settings, log: Log): Promise<App> {
  const base = loadRecords(settings.planDir);
  const clock = clockOf(settings, base.region.timeZone);
  const store = await openStore(settings, log);
  // Where any port will do, which one it is shows when the server listens.
  let port = settings.port;
  const { registration } = settings;
  const metrics = makeMetrics(systemClock);
  const reader = await openSecondReader(settings, store, log);
  const core = await makeCore(base, store, settings.secretariatIds, clock, log, {
    address: () => publicAddress(settings, port),
    chat: registration && chatLink(registration.appId),
    tabLink: registration && ((target) => tabLink(registration.appId, target)),
    secondReader: reader,
    observer: metrics.turns,
    download: makeDownload(allowedFiles(settings), log),
  });
  metrics.watchLedger(() => core.reminding.current.ledger().edition.version);
  const app = serve(settings, core.turns, store, log, {
    metrics,
    reader,
    routes: [
      calendarRoute(core.calendars, systemClock),
      ...tabRoutesFor(settings, core, log),
      planFilesRoute(core.exchange, systemClock),
    ],
    remind: (send) =>
      makeReminderService({
        ...core.reminding,
        store,
        secretariat: () => secretariatOf(settings, core.reminding.secretariat()),
        send,
        clock,
        wireClock: systemClock,
        random: Math.random,
        worker: randomUUID(),
        log,
      }),
  });
  const stopTidying = everyDay(
    () => core.feeds.tidy(clock()),
    (err) => log.warn({ err }, 'old calendar addresses could not be forgotten'),
  );
  const stopForgetting = everyDay(
    () => forgetOld(store, clock(), systemClock()),
    (err) => log.error({ err }, 'what is old could not be forgotten'),
  );
  let warming: NodeJS.Timeout | undefined;
  return {
    async start() {
      const listening = await app.start();
      port = listening.port;
      warming = setTimeout(() => core.turns.search({ text: '', skip: 0, count: 1, locale: 'sv' }), warmAfterMs);
      warming.unref();
      return listening;
    },
    async stop() {
      clearTimeout(warming);
      await app.stop();
      stopForgetting();
      stopTidying();
      core.stop();
      await store.close();
    },
  };
}

function tabRoutesFor({ tab, registration, allowedTenants, publicUrl }: Settings, core: Core, log: Log): Route[] {
  const assets = readAssets();
  const { appId, authority, person } = tab;
  const gate: Gate =
    appId === null
      ? { kind: 'open', reader: person, isOwnHost: (host) => isLoopback(host.replace(/:\d+$/, '')) }
      : {
          kind: 'token',
          signIn: makeSignIn({ authority, audience: appId, tenants: allowedTenants, clock: systemClock }),
        };
  return tabRoutes({
    tab: core.tabWith(assets.addresses),
    gate,
    assets,
    teams: registration && tabLink(registration.appId, null),
    publicUrl,
    wireClock: systemClock,
    log,
  });
}

async function openStore({ databaseUrl, dataDir }: Settings, log: Log): Promise<Store> {
  if (databaseUrl === null) return openSqlite(dataDir);
  // Only where it is used: the driver costs start time and memory.
  const { openPostgres } = await import('./store/postgres.ts');
  return openPostgres(databaseUrl, log);
}

/** Reads again with a language model what the parser is not sure of; null where the settings have no key for one. */
export async function openSecondReader(
  { languageModel }: Settings,
  { modelUse }: Pick<Store, 'modelUse'>,
  log: Log,
  wireClock: Clock = systemClock,
): Promise<SecondReader | null> {
  if (languageModel === null) return null;
  // Only where it is used: the SDK costs start time and memory.
  const { openLanguageModel } = await import('./teams/language-model.ts');
  const { makeSecondReader } = await import('./model/second-reader.ts');
  const { dailyTokens } = languageModel;
  const complete = openLanguageModel(languageModel);
  return makeSecondReader({ complete, use: modelUse, dailyTokens, wireClock, log });
}

/** Those whom the settings name, in every tenant that they may be of, and those who were appointed. */
function secretariatOf({ secretariatIds, allowedTenants }: Settings, appointed: readonly Recipient[]): Recipient[] {
  const named = secretariatIds.flatMap((id): Recipient[] => {
    const [tenant, person] = id.split('/');
    if (tenant !== undefined && person !== undefined) return [{ kind: 'person', tenant, person }];
    return allowedTenants.map((one) => ({ kind: 'person', tenant: one, person: id }));
  });
  return [...named, ...appointed];
}

/** What is served and done besides turns; in tests, another channel and clock. */
export interface Around {
  readonly routes?: readonly Route[];
  /** Whose tokens are believed. */
  readonly channel?: Channel;
  /** The real time: tokens, repeats and limits know no simulated one. */
  readonly wireClock?: Clock;
  /** What the bot counts of itself; its own where it is absent. */
  readonly metrics?: Metrics;
  /** Makes what sends of its own accord; nothing does where it is absent. */
  readonly remind?: (send: Send<ReminderMessage>) => Sweeper;
  /** What is counted of the language model, where there is one. */
  readonly reader?: Pick<SecondReader, 'figures'> | null;
}

/** Turns with Teams and the web around them. */
export function serve(
  settings: Settings,
  turns: Turns,
  store: Pick<Store, 'conversations' | 'references' | 'claims' | 'counts' | 'failures' | 'ping'>,
  log: Log,
  {
    routes = [],
    channel = publicChannel,
    wireClock = systemClock,
    metrics = makeMetrics(wireClock),
    remind,
    reader = null,
  }: Around = {},
): App {
  const guard = guardOf(settings, channel);
  const adapter = new BotAdapter(settings.registration, channel, log, turns.apologise, wireClock);
  const capture = makeCapture(store.references, guard.allowsServiceUrl, wireClock);
  const { messagesPerMinute } = settings;
  const bot = makeBot({ turns, adapter, store, capture, messagesPerMinute, limited: metrics.limited, wireClock });
  const deliver = (authorization: string, activity: object) =>
    adapter.receive(authorization, activity, (context) => {
      metrics.arrived();
      return bot(context);
    });
  const sending = makeSending(adapter, guard.allowsServiceUrl, wireClock);
  const put: Send<ReminderMessage> = (reference, { edits, ...reply }) =>
    edits === null ? sending.send(reference, reply) : sending.update(reference, edits, reply);
  const sweeper = remind?.(put) ?? null;
  const checks: Check[] = [
    { name: 'store', problem: () => problemOf(store) },
    ...(sweeper ? [{ name: 'reminders', problem: () => silenceOf(sweeper, wireClock()) }] : []),
  ];
  metrics.watchStore(store.failures);
  if (sweeper) metrics.watchReminders(sweeper.pulse);
  if (reader) metrics.watchModel(() => reader.figures());
  const server = makeServer(
    [
      messagesRoute(guard, deliver, wireClock, log),
      ...healthRoutes(checks, metrics.lastArrival),
      metricsRoute(metrics.text),
      ...routes,
    ],
    log,
    metrics.answered,
  );
  return {
    async start() {
      warnOfDevelopment(settings, log);
      const address = await server.start(settings.port, settings.host);
      sweeper?.start();
      log.info({ host: address.address, port: address.port }, 'listening');
      return address;
    },
    async stop() {
      await Promise.all([server.stop(stopGraceMs), sweeper?.stop()]);
    },
  };
}

/** No sweep for so long, and something is wrong: silence would look like nothing being due. */
const silentAfterMs = 5 * 60_000;

/** A bot that has just started has not swept yet, and is ready all the same. */
function silenceOf(sweeper: Sweeper, now: Date): string | null {
  const { sweptAt, failedSweeps } = sweeper.pulse();
  if (sweptAt === null) return failedSweeps < 3 ? null : `no sweep since the start, ${failedSweeps} have failed`;
  return now.getTime() - sweptAt.getTime() < silentAfterMs ? null : `no sweep since ${sweptAt.toISOString()}`;
}

/** Whoever asks whether the bot is ready does not wait much longer. */
const pingMs = 3_000;

/** Of the error its code only: its words may name hosts and users. */
async function problemOf(store: Pick<Store, 'ping'>): Promise<string | null> {
  const tooLong = sleep(pingMs, 'too long', { ref: false });
  try {
    const said = await Promise.race([store.ping(), tooLong]);
    return said === 'too long' ? `the database has not answered for ${pingMs / 1_000} seconds` : null;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
    return `the database does not answer${code}`;
  }
}

/** The time that questions are asked at: the real one, or one that starts at a local time of the plan's region. */
function clockOf({ simulatedNow, simulatedRate }: Settings, timeZone: string): Clock {
  return simulatedNow === null ? systemClock : simulatedClock(instantOf(simulatedNow, timeZone), simulatedRate);
}

/** Without a registration it is the simulator on this machine that sends files. */
function allowedFiles({ registration }: Settings): (url: string) => boolean {
  return registration ? allowHosts(fileHosts) : allowLoopback(isLoopback);
}

function guardOf(settings: Settings, { issuer }: Channel): Guard {
  const { registration } = settings;
  if (!registration) {
    const channels = ['msteams', 'emulator', 'webchat', 'directline', 'agents'];
    return { token: null, channels, tenants: [], allowsServiceUrl: allowLoopback(isLoopback) };
  }
  return {
    token: { issuer, audience: registration.appId },
    channels: ['msteams'],
    tenants: settings.allowedTenants,
    allowsServiceUrl: allowHosts(settings.serviceHosts),
  };
}

function warnOfDevelopment({ registration, refusedHost, host, simulatedNow }: Settings, log: Log): void {
  if (registration) return;
  const facts = { host, ...(refusedHost ? { refusedHost } : {}), ...(simulatedNow ? { simulatedNow } : {}) };
  log.warn(facts, 'no MicrosoftAppId: nobody is authenticated, so only this machine is listened to');
}
