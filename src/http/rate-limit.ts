// Counts what happens by key, such as an address, in windows of a minute.
import type { Clock } from '../clock.ts';

const windowMs = 60_000;
/** Beyond that the oldest are forgotten: whoever sends from everywhere makes the bot work, not grow. */
const mostKeys = 10_000;

interface Count {
  readonly since: number;
  times: number;
}

/** Allows so much a minute and key. */
export class RateLimit {
  readonly #counts = new Map<string, Count>();
  readonly #limit: number;
  readonly #clock: Clock;

  constructor(limit: number, clock: Clock) {
    this.#limit = limit;
    this.#clock = clock;
  }

  /** Counts one more; the seconds to wait where that is too many, else 0. */
  take(key: string): number {
    const now = this.#clock().getTime();
    const count = this.#current(key, now);
    count.times += 1;
    return count.times <= this.#limit ? 0 : Math.max(1, Math.ceil((count.since + windowMs - now) / 1000));
  }

  #current(key: string, now: number): Count {
    const known = this.#counts.get(key);
    if (known && known.since + windowMs > now) return known;
    this.#counts.delete(key);
    const [oldest] = this.#counts.keys();
    if (oldest !== undefined && this.#counts.size >= mostKeys) this.#counts.delete(oldest);
    const count = { since: now, times: 0 };
    this.#counts.set(key, count);
    return count;
  }
}
