// How long it is to something, as it is at the moment of telling: never the time that somebody has asked for.
import { daysBetween } from '../plan/days.ts';
import { localAt } from '../plan/wall-clock.ts';

export type TimeLeft =
  | { readonly kind: 'now' | 'today' | 'tomorrow' }
  | { readonly kind: 'minutes' | 'hours' | 'days' | 'weeks' | 'months'; readonly count: number };

const minuteMs = 60_000;
/** This far from a whole number of hours still is that number. In minutes. */
const nearHour = 5;
const mostHours = 6;
/** From here on months are told where they are whole, in days. */
const monthsFrom = 56;

/**
 * The time left to a start.
 *
 * @param isTimed whether the start has a time of day that means anything
 * @example timeLeft(4 April 12.00, 21 March 12.00, 'Europe/Stockholm', true) //=> two weeks
 */
export function timeLeft(start: Date, now: Date, timeZone: string, isTimed: boolean): TimeLeft {
  const [from, to] = [localAt(now, timeZone).day, localAt(start, timeZone).day];
  const days = daysBetween(from, to);
  if (days <= 0) return isTimed ? hoursLeft(start, now) : { kind: 'today' };
  if (days === 1) return { kind: 'tomorrow' };
  const months = wholeMonths(from, to);
  if (days >= monthsFrom && months !== null) return { kind: 'months', count: months };
  if (days % 7 === 0) return { kind: 'weeks', count: days / 7 };
  return { kind: 'days', count: days };
}

function hoursLeft(start: Date, now: Date): TimeLeft {
  const minutes = Math.round((start.getTime() - now.getTime()) / minuteMs);
  if (minutes < 1) return { kind: 'now' };
  if (minutes <= 60 - nearHour) return { kind: 'minutes', count: minutes };
  const hours = Math.round(minutes / 60);
  const isWhole = Math.abs(minutes - hours * 60) <= nearHour;
  return isWhole && hours <= mostHours ? { kind: 'hours', count: hours } : { kind: 'today' };
}

/** Null where the days of the month differ. */
function wholeMonths(from: string, to: string): number | null {
  const [fromYear = 0, fromMonth = 0, fromDate] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDate] = to.split('-').map(Number);
  return fromDate === toDate ? (toYear - fromYear) * 12 + toMonth - fromMonth : null;
}
