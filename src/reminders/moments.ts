// The two times of a delivery: the plan's, which may be simulated, and the wire's, which never is.
import type { Clock } from '../clock.ts';
import type { Moment } from '../store/reminder-stores.ts';

export function momentOf(clock: Clock, wireClock: Clock): Moment {
  return { now: clock().toISOString(), wire: wireClock().toISOString() };
}

/** So many milliseconds from now, as the wire counts them. */
export function wireIn(ms: number, wireClock: Clock): string {
  return new Date(wireClock().getTime() + ms).toISOString();
}
