// Arithmetic on plain days, "2019-04-04", and the present moment as the region's wall clock shows it.
import type { Day, WallTime } from './schedule.ts';

export interface LocalMoment {
  readonly day: Day;
  readonly time: WallTime;
}

const startOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

/** ISO weekday of a day, Monday is 1. */
export function weekdayOf(day: Day): number {
  return new Date(startOf(day)).getUTCDay() || 7;
}

/** ISO week of a day: it has the number that its Thursday has in the Thursday's year. */
export function isoWeekOf(day: Day): number {
  const thursday = addDays(day, 4 - weekdayOf(day));
  return Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1;
}

/** Days from one day to another; negative backwards. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((startOf(to) - startOf(from)) / 86_400_000);
}

/** The day some days later; earlier where negative. */
export function addDays(day: Day, days: number): Day {
  return new Date(startOf(day) + days * 86_400_000).toISOString().slice(0, 10);
}

export function dayBefore(day: Day): Day {
  return addDays(day, -1);
}
