// Counts what happens by key, such as an address or a person, in windows of a minute.
import type { Clock } from './clock.ts';

export const windowMs = 60_000;
/** Beyond that the oldest are forgotten: whoever sends from everywhere makes the bot work, not grow. */
const mostKeys = 10_000;

/** How often something has happened in a key's minute, and how much of that minute is left. */
export interface Counted {
  readonly times: number;
  readonly secondsLeft: number;
}

/** A key's minute begins when it is counted first. */
export class MinuteCounts {
  readonly #counts = new Map<string, { readonly since: number; times: number }>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Counts one more. */
  add(key: string): Counted {
    const now = this.#clock().getTime();
    const count = this.#current(key, now) ?? this.#begin(key, now);
    count.times += 1;
    return { times: count.times, secondsLeft: secondsLeft(count.since, now) };
  }

  /** Only looks. */
  of(key: string): Counted {
    const now = this.#clock().getTime();
    const count = this.#current(key, now);
    return count ? { times: count.times, secondsLeft: secondsLeft(count.since, now) } : { times: 0, secondsLeft: 0 };
  }

  #current(key: string, now: number) {
    const count = this.#counts.get(key);
    // A clock that was set back must not keep anybody waiting.
    if (count && count.since <= now && count.since + windowMs > now) return count;
    this.#counts.delete(key);
    return undefined;
  }

  #begin(key: string, now: number) {
    const [oldest] = this.#counts.keys();
    if (oldest !== undefined && this.#counts.size >= mostKeys) this.#counts.delete(oldest);
    const count = { since: now, times: 0 };
    this.#counts.set(key, count);
    return count;
  }
}

/** Seconds, rounded up, until a minute that began at one instant is over at another; both in milliseconds. */
export function secondsLeft(since: number, now: number): number {
  return Math.max(1, Math.ceil((since + windowMs - now) / 1000));
}

/** The seconds to wait where something has happened more often than it may in a minute, else 0. */
export function secondsToWait({ times, secondsLeft }: Counted, most: number): number {
  return times <= most ? 0 : secondsLeft;
}
