// A circuit breaker: a service that keeps failing is left alone for a while, so that nobody waits for it in vain.

export interface Breaker {
  /** Failures in a row. */
  readonly failures: number;
  /** Nobody is let through before then; milliseconds since 1970. */
  readonly shutUntil: number;
}

export const closedBreaker: Breaker = { failures: 0, shutUntil: 0 };

/** So many failures in a row are no accident. */
const failuresToShut = 3;
const firstRestMs = 30_000;
const longestRestMs = 10 * 60_000;
/** How long the one that tries after a rest keeps the others out; longer than it can take. */
const trialMs = 10_000;

export function isShut({ shutUntil }: Breaker, now: number): boolean {
  return now < shutUntil;
}

/** The breaker once somebody has been let through: after a rest one tries for all. */
export function entered(breaker: Breaker, now: number): Breaker {
  return breaker.failures < failuresToShut ? breaker : { ...breaker, shutUntil: now + trialMs };
}

/**
 * The breaker after a failure: each rest is twice as long as the one before.
 *
 * @param waitMs how long the service asked to be left alone, if it did
 */
export function failed({ failures }: Breaker, now: number, waitMs: number | null): Breaker {
  const many = failures + 1;
  const restMs = many < failuresToShut ? 0 : firstRestMs * 2 ** (many - failuresToShut);
  return { failures: many, shutUntil: now + Math.min(Math.max(restMs, waitMs ?? 0), longestRestMs) };
}
