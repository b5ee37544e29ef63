// Times whose year may still be open, and what a pattern leaves in its slots.
import type { PeriodName } from '../plan/period.ts';
import type { Day, Season } from '../plan/schedule.ts';
import { plusMonths, type Stretch, singleDay, weekdayFrom, yearOf } from './time-days.ts';
import type { Feast, Part, Unit } from './times.sv.ts';

// === Moments: times whose year may still be open

/** How a moment without a year finds its year. */
type Inference = 'near' | 'season' | 'feast' | 'fixed';

export interface Moment {
  /** Its occurrence in a year; undefined where that year has none. */
  readonly in: (year: number) => Stretch | undefined;
  /** The stated year. */
  readonly year: number | undefined;
  readonly infer: Inference;
  readonly grain: PeriodName['by'];
  /** Whether a preposition stands before it; "on in April" is not one expression. */
  readonly isLed?: true;
  /** The weekday that it is: in a range, "onsdag" is the first one after its "måndag". */
  readonly weekday?: number;
}

export interface Present {
  readonly today: Day;
  readonly year: number;
  readonly past: boolean;
}

export function fixed(days: Stretch): Moment {
  return { in: () => days, year: undefined, infer: 'fixed', grain: days.name.by };
}

export function yearly(infer: Inference, grain: Moment['grain'], occurrence: Moment['in']): Moment {
  return { in: occurrence, year: undefined, infer, grain };
}

export function isBound(moment: Moment): boolean {
  return moment.year !== undefined || moment.infer === 'fixed';
}

export function derived(moment: Moment, change: (days: Stretch) => Stretch | undefined): Moment {
  const occurrence = (year: number): Stretch | undefined => {
    const days = moment.in(year);
    return days && change(days);
  };
  return { in: occurrence, year: moment.year, infer: moment.infer, grain: 'dates' };
}

/** The first occurrence that fits, searched from a year on, forwards or backwards; leap days are eight years apart at most. */
export function search(
  moment: Moment,
  year: number,
  step: 1 | -1,
  fits: (days: Stretch) => boolean,
): Stretch | undefined {
  for (let distance = 0; distance <= 9; distance++) {
    const days = moment.in(year + distance * step);
    if (days && fits(days)) return days;
  }
  return undefined;
}

/** Whoever asks for a month that ended longer ago than this, or for a day in it, means the one to come. */
const monthsRemembered = 8;

/** The days that a moment means, seen from the present day. */
export function settle(moment: Moment, present: Present): Stretch | undefined {
  if (isBound(moment)) return moment.in(moment.year ?? present.year);
  const running = moment.in(present.year - 1);
  if (running && running.to >= present.today) return running;
  const firstOfMonth = `${present.today.slice(0, 7)}-01`;
  const oldest = moment.infer === 'near' ? plusMonths(firstOfMonth, -monthsRemembered) : present.today;
  return present.past
    ? search(moment, present.year, -1, () => true)
    : search(moment, present.year, 1, ({ to }) => to >= oldest);
}

/** The first occurrence that begins on a day or later. */
export function following(moment: Moment, day: Day): Stretch | undefined {
  if (moment.weekday !== undefined) return singleDay(weekdayFrom(day, moment.weekday));
  if (isBound(moment)) return moment.in(moment.year ?? 0);
  return search(moment, yearOf(day) - 1, 1, ({ from }) => from >= day);
}

/** The last occurrence that begins on a day or before. */
export function preceding(moment: Moment, day: Day): Stretch | undefined {
  if (isBound(moment)) return moment.in(moment.year ?? 0);
  return search(moment, yearOf(day), -1, ({ from }) => from <= day);
}

/** Two moments in order, each giving the other the year that it lacks. */
export function settlePair(first: Moment, second: Moment, present: Present): [Stretch, Stretch] | undefined {
  if (!isBound(first) && isBound(second) && second.weekday === undefined) {
    const end = settle(second, present);
    const start = end && preceding(first, end.from);
    return start && [start, end];
  }
  const start = settle(first, present);
  const end = start && following(second, start.from);
  return end && [start, end];
}

// === What a pattern leaves in its slots

export interface Slots {
  readonly n: number;
  readonly day: number;
  /** Index of the token after the first day. */
  readonly dayEnd: number;
  readonly day2: number;
  readonly month: number;
  readonly weekday: number;
  readonly year: number;
  readonly week: number;
  readonly weekEnd: number;
  readonly week2: number;
  readonly ordinal: number;
  readonly shift: number;
  readonly season: Season;
  readonly unit: Unit;
  readonly part: Part;
  readonly feast: Feast;
  /** Minutes after midnight. */
  readonly clock: number;
  readonly hour: number;
  readonly noon: number;
  readonly time: Moment;
  readonly time2: Moment;
}

export const noMoment: Moment = { in: () => undefined, year: undefined, infer: 'fixed', grain: 'dates' };

/** A meaning reads only slots that its patterns fill; these defaults spare it from asking. */
export const emptySlots: Slots = {
  n: 1,
  day: 0,
  dayEnd: 0,
  day2: 0,
  month: 0,
  weekday: 0,
  year: 0,
  week: 0,
  weekEnd: 0,
  week2: 0,
  ordinal: 0,
  shift: 0,
  season: 'spring',
  unit: 'day',
  part: 'start',
  feast: 'christmas',
  clock: 0,
  hour: 0,
  noon: 0,
  time: noMoment,
  time2: noMoment,
};

export type Make<Result> = (slots: Slots, present: Present) => Result | undefined;
