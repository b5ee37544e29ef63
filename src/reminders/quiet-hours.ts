// When a message may come: in the daytime of a working day, and rather earlier than too late.
import { z } from 'zod';
import { addDays } from '../plan/days.ts';
import { type Day, WallTime } from '../plan/schedule.ts';
import { instantAt, localAt } from '../plan/wall-clock.ts';
import { type Holidays, isWorkingDay } from '../plan/working-days.ts';

/** The hours in which messages may come, both ends included, in the region's time. */
export const DayHours = z
  .strictObject({ from: WallTime, until: WallTime, workingDaysOnly: z.boolean() })
  .refine(({ from, until }) => from < until, 'the hours end after they begin');
export type DayHours = z.infer<typeof DayHours>;

export interface QuietRules extends DayHours {
  readonly holidays: Holidays;
}

/** 07.00–20.00 on working days. */
export function defaultQuietRules(holidays: Holidays): QuietRules {
  return { from: '07:00', until: '20:00', workingDaysOnly: true, holidays };
}

/** No holidays last longer: with none found within this, there are no working days to wait for. */
const mostDaysMoved = 31;

/** A change this near its meeting is told at once, at whatever hour. */
const urgentMs = 24 * 3_600_000;

/**
 * When a message is to be sent that is wanted at an instant: then, where the rules allow it; otherwise earlier. On a
 * day off it goes the same time of the working day before; outside the hours, at the last allowed instant before.
 *
 * @param deadline nothing is sent after it: the start of what the message is about
 * @param earliest nothing can be sent before it, where that matters: the present. What would have gone earlier goes at
 *   the next allowed instant before the deadline, or else at once
 */
export function sendableAt(
  wanted: Date,
  deadline: Date,
  rules: QuietRules,
  timeZone: string,
  earliest: Date | null = null,
): Date {
  const sendable = lastAllowed(wanted > deadline ? deadline : wanted, rules, timeZone);
  if (earliest === null || sendable >= earliest) return sendable;
  const next = nextAllowed(earliest, rules, timeZone);
  return next < deadline ? next : earliest;
}

/**
 * When news is to be sent that came at an instant: at the next allowed one, if that leaves a day before the start of
 * what it is about; else in the daytime of any day, on the same condition; else at once.
 */
export function newsAt(came: Date, start: Date, rules: QuietRules, timeZone: string): Date {
  const lastCalm = start.getTime() - urgentMs;
  const calm = [rules, { ...rules, workingDaysOnly: false }]
    .map((allowed) => nextAllowed(came, allowed, timeZone))
    .find((next) => next.getTime() <= lastCalm);
  return calm ?? came;
}

export function isAllowed(instant: Date, rules: QuietRules, timeZone: string): boolean {
  const { day, time } = localAt(instant, timeZone);
  return isDayAllowed(day, rules) && time >= rules.from && time <= rules.until;
}

/** The nearest time of day in which messages may come. */
export function withinHours(time: WallTime, { from, until }: DayHours): WallTime {
  if (time < from) return from;
  return time > until ? until : time;
}

function isDayAllowed(day: Day, { workingDaysOnly, holidays }: QuietRules): boolean {
  return !workingDaysOnly || isWorkingDay(day, holidays);
}

/** The day itself where it is allowed, else the nearest one that is, forwards or backwards. */
function allowedDay(day: Day, step: 1 | -1, rules: QuietRules): Day {
  for (let moved = 0; moved <= mostDaysMoved; moved += 1) {
    const other = addDays(day, moved * step);
    if (isDayAllowed(other, rules)) return other;
  }
  return day;
}

function lastAllowed(wanted: Date, rules: QuietRules, timeZone: string): Date {
  const { from, until } = rules;
  const { day, time } = localAt(wanted, timeZone);
  const allowed = allowedDay(day, -1, rules);
  if (allowed !== day) return instantAt(allowed, withinHours(time, rules), timeZone);
  if (time > until) return instantAt(day, until, timeZone);
  return time >= from ? wanted : instantAt(allowedDay(addDays(day, -1), -1, rules), until, timeZone);
}

/** The instant itself where it is allowed, else the first allowed one after it. */
export function nextAllowed(instant: Date, rules: QuietRules, timeZone: string): Date {
  const { day, time } = localAt(instant, timeZone);
  if (allowedDay(day, 1, rules) === day && time <= rules.until) {
    return time >= rules.from ? instant : instantAt(day, rules.from, timeZone);
  }
  const next = time > rules.until ? addDays(day, 1) : day;
  return instantAt(allowedDay(next, 1, rules), rules.from, timeZone);
}
