// The composition root: makes every part once, in the order a message meets them.
import type { AddressInfo } from 'node:net';
import { type Clock, simulatedClock, systemClock } from './clock.ts';
import { makeCore } from './core.ts';
import { loadRecords } from './documents/yaml.ts';
import { healthRoutes } from './http/health.ts';
import { allowHosts, allowLoopback, type Guard, messagesRoute } from './http/messages.ts';
import { makeServer } from './http/server.ts';
import type { Log } from './log.ts';
import { instantOf, isLoopback, type Settings } from './settings.ts';
import { keepForgetting } from './store/retention.ts';
import { openSqlite } from './store/sqlite.ts';
import type { Store } from './store/store.ts';
import { BotAdapter, type Channel, publicChannel } from './teams/adapter.ts';
import { makeBot } from './teams/bot.ts';
import type { Turns } from './turn/turn.ts';

export interface App {
  /** Starts to listen; resolves with the address. */
  start(): Promise<AddressInfo>;
  /** Accepts nothing more, finishes the turns under way, and resolves when all is quiet. */
  stop(): Promise<void>;
}

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
  const core = await makeCore(base, store, settings.secretariatIds, clock, log);
  const app = serve(settings, core.turns, store, log);
  const stopForgetting = keepForgetting(store, clock, systemClock, log);
  return {
    start: () => app.start(),
    async stop() {
      await app.stop();
      stopForgetting();
      core.stop();
      await store.close();
    },
  };
}

async function openStore({ databaseUrl, dataDir }: Settings, log: Log): Promise<Store> {
  if (databaseUrl === null) return openSqlite(dataDir);
  // Only where it is used: the driver costs start time and memory.
  const { openPostgres } = await import('./store/postgres.ts');
  return openPostgres(databaseUrl, log);
}

/**
 * Turns with Teams and the web around them.
 *
 * @param channel whose tokens are believed; another than Teams' own in tests
 * @param wireClock the real time: tokens, repeats and limits know no simulated one
 */
export function serve(
  settings: Settings,
  turns: Turns,
  store: Pick<Store, 'conversations' | 'ping'>,
  log: Log,
  channel: Channel = publicChannel,
  wireClock: Clock = systemClock,
): App {
  const adapter = new BotAdapter(settings.registration, channel, log, turns.apologise);
  const bot = makeBot(turns, adapter, store.conversations, wireClock);
  const deliver = (authorization: string, activity: object) => adapter.receive(authorization, activity, bot);
  const checks = [{ name: 'store', isReady: () => answers(store) }];
  const server = makeServer(
    [messagesRoute(guardOf(settings, channel), deliver, wireClock, log), ...healthRoutes(checks)],
    log,
  );
  return {
    async start() {
      warnOfDevelopment(settings, log);
      const address = await server.start(settings.port, settings.host);
      log.info({ host: address.address, port: address.port }, 'listening');
      return address;
    },
    stop: () => server.stop(stopGraceMs),
  };
}

async function answers(store: Pick<Store, 'ping'>): Promise<boolean> {
  try {
    await store.ping();
    return true;
  } catch {
    return false;
  }
}

/** The time that questions are asked at: the real one, or one that starts at a local time of the plan's region. */
function clockOf({ simulatedNow, simulatedRate }: Settings, timeZone: string): Clock {
  return simulatedNow === null ? systemClock : simulatedClock(instantOf(simulatedNow, timeZone), simulatedRate);
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
