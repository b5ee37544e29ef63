// Sees to it that what is due is sent: sweeps write down what has become due since the last, and the sender sends it.
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { DeliveryStore, Derived, ReferenceStore, SweepStore, Watermark } from '../store/reminder-stores.ts';
import type { Content, Send } from './attempt.ts';
import { type After, makeLoop } from './loop.ts';
import { type Pace, usualPace } from './pace.ts';
import { type RateLimits, Turns, teamsLimits } from './rate-limit.ts';
import { makeSender, type Sending } from './sender.ts';

export interface SweeperParts<Message> extends Content<Message> {
  readonly store: {
    readonly deliveries: DeliveryStore;
    readonly references: ReferenceStore;
    readonly sweeps: SweepStore;
  };
  /** The version of the plan that `derive` and `judge` know. */
  readonly version: () => number;
  /** What became due after one watermark, up to and with the next: by time, and by the changes in between. */
  readonly derive: (after: Watermark, upTo: Watermark) => Iterable<Derived> | AsyncIterable<Derived>;
  readonly send: Send<Message>;
  /** The plan's time, perhaps simulated. */
  readonly clock: Clock;
  /** The real time: leases, retries and limits. */
  readonly wireClock: Clock;
  readonly after: After;
  /** From 0 to below 1. */
  readonly random: () => number;
  readonly log: Log;
  /** Names this instance; another at every start. */
  readonly worker: string;
  readonly limits?: RateLimits;
  readonly pace?: Partial<Pace>;
}

/** What the health checks, the metrics and the secretariat can be told of this instance. */
export interface Pulse extends Sending {
  /** When a sweep last came to its end, real time; null where none has. */
  readonly sweptAt: Date | null;
  readonly sweeps: number;
  readonly failedSweeps: number;
}

export interface Sweeper {
  start(): void;
  /** The plan or the subscriptions have changed: looks at once. */
  wake(): void;
  /** Claims nothing more; resolves when the messages under way are settled. */
  stop(): Promise<void>;
  pulse(): Pulse;
}

/** An instance that was not heard of for so long is gone. */
const workerLivesMs = 60_000;
/** A watermark so far ahead was set by a clock that has been set back since. */
const clockSetBackMs = 60_000;
/** Until this instance, too, has heard of the plan's newest version. */
const behindMs = 1_000;

export function makeSweeper<Message>(parts: SweeperParts<Message>): Sweeper {
  const { store, wireClock, log, worker } = parts;
  const pace = { ...usualPace, ...parts.pace };
  const turns = new Turns(parts.limits ?? teamsLimits);
  const sender = makeSender({ ...parts, turns, pace });
  const swept = { at: null as Date | null, times: 0, failed: 0 };

  async function sweepOnce(): Promise<number> {
    try {
      await shareTurns();
      const pauseMs = await sweep(parts, pace.sweepEveryMs);
      swept.at = wireClock();
      swept.times += 1;
      sending.wake();
      return pauseMs;
    } catch (error) {
      swept.failed += 1;
      log.error({ err: error }, 'a sweep for reminders failed');
      return pace.sweepEveryMs;
    }
  }
  async function shareTurns(): Promise<void> {
    const now = wireClock().getTime();
    const since = new Date(now - workerLivesMs).toISOString();
    turns.shareAmong(await store.sweeps.beat(worker, new Date(now).toISOString(), since));
  }

  const sweeping = makeLoop(sweepOnce, parts.after);
  const sending = makeLoop(() => sender.drain(), parts.after);
  return {
    start() {
      sweeping.start();
      sending.start();
    },
    wake: () => sweeping.wake(),
    async stop() {
      sender.stop();
      await Promise.all([sweeping.stop(), sending.stop()]);
      await store.sweeps.leave(worker).catch((error: unknown) => log.warn({ err: error }, 'leaving failed'));
    },
    pulse: () => ({ ...sender.tally(), sweptAt: swept.at, sweeps: swept.times, failedSweeps: swept.failed }),
  };
}

type Sweeping = Pick<SweeperParts<never>, 'store' | 'version' | 'derive' | 'clock' | 'log'>;

/** Writes down what has become due; in how many milliseconds to look again. */
async function sweep({ store, version, derive, clock, log }: Sweeping, everyMs: number): Promise<number> {
  const upTo = { at: clock().toISOString(), version: version() };
  const after = await store.sweeps.watermark();
  if (after === null) {
    // The bot reminds of nothing that was due before it first ran.
    await store.sweeps.begin(upTo);
    return everyMs;
  }
  // Else a change that only others know of would be passed over.
  if (after.version > upTo.version) return behindMs;
  const isSetBack = Date.parse(after.at) > Date.parse(upTo.at) + clockSetBackMs;
  if (isSetBack) log.warn({ watermark: after.at, now: upTo.at }, 'the clock was set back; reminders go on from now');
  const isAhead = after.at > upTo.at;
  const to = isAhead && !isSetBack ? { ...upTo, at: after.at } : upTo;
  const added = await store.deliveries.enqueue(derive(after, to), { from: after, to });
  if (added) log.info({ added }, 'reminders are due');
  // Another instance was faster: this one starts again from where that one came to.
  return added === null ? 0 : everyMs;
}
