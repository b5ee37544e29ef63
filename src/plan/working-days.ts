// Working days: Monday to Friday without public holidays and days off. Which days those are is handed in.
import { dayBefore, weekdayOf } from './days.ts';
import type { Day } from './schedule.ts';
import type { Localized } from './source.ts';

/** The name of the public holiday or day off that a day is; null for any other day, weekends too. */
export type Holidays = (day: Day) => Localized | null;

const saturday = 6;

export function isWeekend(day: Day): boolean {
  return weekdayOf(day) >= saturday;
}

export function isWorkingDay(day: Day, holidays: Holidays): boolean {
  return !isWeekend(day) && holidays(day) === null;
}

/** The last working day before a day. */
export function previousWorkingDay(day: Day, holidays: Holidays): Day {
  let previous = dayBefore(day);
  while (!isWorkingDay(previous, holidays)) previous = dayBefore(previous);
  return previous;
}

/**
 * The day that is a number of working days before another, which is not counted itself.
 *
 * @param count whole working days; the day itself at 0
 * @example workingDaysBefore('2019-05-09', 6, holidays) //=> '2019-04-30', a Tuesday: 1 May is no working day
 */
export function workingDaysBefore(day: Day, count: number, holidays: Holidays): Day {
  let due = day;
  for (let counted = 0; counted < count; counted += 1) due = previousWorkingDay(due, holidays);
  return due;
}
