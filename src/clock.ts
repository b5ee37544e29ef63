// The one place that reads the system's time; everybody else is handed a Clock.

/** Gives the present instant. */
export type Clock = () => Date;

/** The machine's own clock. */
export const systemClock: Clock = () => new Date();

/**
 * A clock that starts at `start` when it is made and then ticks.
 *
 * @param start the first instant it shows
 * @param rate simulated seconds a real second
 */
export function simulatedClock(start: Date, rate: number, real: Clock = systemClock): Clock {
  const madeAt = real().getTime();
  return () => new Date(start.getTime() + (real().getTime() - madeAt) * rate);
}
