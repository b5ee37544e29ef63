// Counts failed authentications by address.
import type { Clock } from '../clock.ts';

const windowMs = 60_000;
const maxAddresses = 10_000;

interface Count {
  readonly since: number;
  failures: number;
}

/** Knows which addresses have failed too often in the last minute. */
export class Failures {
  readonly #counts = new Map<string, Count>();
  readonly #limit: number;
  readonly #clock: Clock;

  constructor(limit: number, clock: Clock) {
    this.#limit = limit;
    this.#clock = clock;
  }

  /** Seconds until the address may fail again; 0 where it may now. */
  secondsToWait(address: string): number {
    const count = this.#current(address);
    if (!count || count.failures < this.#limit) return 0;
    return Math.max(1, Math.ceil((count.since + windowMs - this.#clock().getTime()) / 1000));
  }

  /** Counts a failure; true for the one that reaches the limit, so that it is told once. */
  add(address: string): boolean {
    const count = this.#current(address) ?? this.#startCounting(address);
    count.failures += 1;
    return count.failures === this.#limit;
  }

  #current(address: string): Count | undefined {
    const count = this.#counts.get(address);
    if (count && count.since + windowMs > this.#clock().getTime()) return count;
    this.#counts.delete(address);
    return undefined;
  }

  #startCounting(address: string): Count {
    const [oldest] = this.#counts.keys();
    if (oldest !== undefined && this.#counts.size >= maxAddresses) this.#counts.delete(oldest);
    const count = { since: this.#clock().getTime(), failures: 0 };
    this.#counts.set(address, count);
    return count;
  }
}
