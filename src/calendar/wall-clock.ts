// Instants of a region's wall clock, for thousands of them at once.
import { tzOffset } from '@date-fns/tz';
import { addDays, weekdayOf } from '../plan/days.ts';
import type { Day, WallTime } from '../plan/schedule.ts';
import { instantAt } from '../plan/wall-clock.ts';

/** The instant at which the region's clocks show a time on a day. */
export type WallClock = (day: Day, time: WallTime) => Date;

/**
 * A wall clock that asks the time-zone data once a week of the calendar, since each question costs more than all else
 * that an event does. Only of the days on which the clocks change, and of those beside them, it asks for every time.
 */
export function wallClockOf(timeZone: string): WallClock {
  const offsets = new Map<Day, number>();
  const midnights = new Map<Day, number | null>();

  /** Minutes ahead of UTC. */
  function offsetAt(day: Day): number {
    const known = offsets.get(day) ?? tzOffset(timeZone, new Date(`${day}T00:00:00Z`));
    offsets.set(day, known);
    return known;
  }

  /** The offset of the days from one to another; null where it changes on one of them, or just before or after. */
  function offsetOf(from: Day, to: Day): number | null {
    // Days of the region begin and end up to 14 hours before or after those of UTC.
    const offset = offsetAt(addDays(from, -1));
    return offset === offsetAt(addDays(to, 2)) ? offset : null;
  }

  /** When the day begins, in ms; null where its clocks may be changed. */
  function midnightOf(day: Day): number | null {
    const known = midnights.get(day);
    if (known !== undefined) return known;
    const monday = addDays(day, 1 - weekdayOf(day));
    const offset = offsetOf(monday, addDays(monday, 6)) ?? offsetOf(day, day);
    const midnight = offset === null ? null : Date.parse(`${day}T00:00:00Z`) - offset * msAMinute;
    midnights.set(day, midnight);
    return midnight;
  }

  return (day, time) => {
    const midnight = midnightOf(day);
    if (midnight === null) return instantAt(day, time, timeZone);
    return new Date(midnight + (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * msAMinute);
  };
}

const msAMinute = 60_000;
