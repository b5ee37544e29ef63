// Sends what is due: claims a recipient at a time, in as many lanes as that takes, until nothing is left to be sent now.
import type { SweepStore } from '../store/reminder-stores.ts';
import { type DeliveringParts, makeDelivering } from './delivering.ts';
import { makeLockOut } from './lock-out.ts';
import { momentOf, wireIn } from './moments.ts';
import { type Counts, makeTally } from './tally.ts';
import { makeWaiting } from './waiting.ts';

/** What this instance has done since it started. */
export interface Sending extends Counts {
  /** Teams does not let the bot in: nothing is sent until somebody sees to it. */
  readonly isLockedOut: boolean;
}

export interface Sender {
  /** Sends what is due; in how many milliseconds there may be more. */
  drain(): Promise<number>;
  /** Claims nothing more. */
  stop(): void;
  tally(): Sending;
}

export interface SenderParts<Message> extends DeliveringParts<Message> {
  readonly store: DeliveringParts<Message>['store'] & { readonly sweeps: Pick<SweepStore, 'lockOut'> };
  readonly worker: string;
}

/** With nothing to wait for; a sweep wakes the sender anyway. */
const idleMs = 60_000;
const afterErrorMs = 5_000;

export function makeSender<Message>(parts: SenderParts<Message>): Sender {
  const { store, clock, wireClock, log, worker, turns, pace } = parts;
  const { deliveries } = store;
  const tally = makeTally(log);
  const waiting = makeWaiting(parts.after);
  const lockOut = makeLockOut(store.sweeps, clock, wireClock, log);
  const deliver = makeDelivering(parts, waiting, lockOut, tally);
  const moment = () => momentOf(clock, wireClock);
  let hasTakenOver = false;

  async function drain(): Promise<number> {
    try {
      if (!hasTakenOver) await deliveries.takeOver();
      hasTakenOver = true;
      while (await round()) if (waiting.isStopping()) break;
      return await untilNext();
    } catch (error) {
      log.error({ err: error }, 'sending reminders failed');
      return afterErrorMs;
    }
  }

  /** Some of what is due, in as many lanes as that takes; false where nothing is to be sent now. */
  async function round(): Promise<boolean> {
    if (lockOut.isOn()) return false;
    const { ready } = await deliveries.backlog(moment());
    const lanes = Math.min(pace.mostLanes, Math.ceil(ready / pace.recipientsPerLane));
    const ends = await Promise.allSettled(Array.from({ length: lanes }, lane));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
    return ends.some((end) => end.status === 'fulfilled' && end.value);
  }

  async function lane(): Promise<boolean> {
    for (let count = 0; count < pace.recipientsPerLane; count += 1) {
      if (waiting.isStopping() || lockOut.isOn()) return false;
      const tenants = [...turns.paused(wireClock().getTime()).keys()];
      const claimed = await deliveries.claim(worker, moment(), wireIn(pace.leaseMs, wireClock), tenants);
      if (!claimed) return count > 0;
      await deliver(claimed);
    }
    return true;
  }

  async function untilNext(): Promise<number> {
    const { next } = await deliveries.backlog(moment());
    const now = wireClock().getTime();
    const instants = [...turns.paused(now).values(), lockOut.until(), next === null ? 0 : Date.parse(next)];
    return Math.min(idleMs, ...instants.filter((instant) => instant > now).map((instant) => instant - now));
  }

  return {
    drain,
    stop: waiting.stop,
    tally: () => ({ ...tally.counts(), isLockedOut: lockOut.isOn() }),
  };
}
