// Between instants and what the region's clocks show.
import { TZDate, tzOffset } from '@date-fns/tz';
import type { LocalMoment } from './days.ts';
import type { Day, WallTime } from './schedule.ts';

/**
 * The instant at which the region's clocks show a time on a day. A time that a night skips is taken an hour later, of
 * one that a night repeats the second, as calendars take it.
 *
 * @example instantAt('2019-04-04', '12:00', 'Europe/Stockholm') //=> 2019-04-04T10:00:00Z, a Thursday
 */
export function instantAt(day: Day, time: WallTime, timeZone: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return new Date(new TZDate(year, month - 1, date, hour, minute, 0, timeZone).getTime());
}

/** What the region's clocks show at an instant, without its seconds. */
export function localAt(instant: Date, timeZone: string): LocalMoment {
  const shown = new Date(instant.getTime() + tzOffset(timeZone, instant) * 60_000).toISOString();
  return { day: shown.slice(0, 10), time: shown.slice(11, 16) };
}
