// Days and stretches of days: the calendar arithmetic of time expressions, on plain days without a zone.

import { addDays } from 'date-fns/addDays';
import { addMonths } from 'date-fns/addMonths';
import { endOfMonth } from 'date-fns/endOfMonth';
import { getISODay } from 'date-fns/getISODay';
import { getISOWeek } from 'date-fns/getISOWeek';
import { getISOWeekYear } from 'date-fns/getISOWeekYear';
import { startOfISOWeek } from 'date-fns/startOfISOWeek';
import type { PeriodName } from '../plan/period.ts';
import type { Day, Season } from '../plan/schedule.ts';
import type { Feast, Unit } from './times.sv.ts';

// === Days: arithmetic on plain days

/** At noon no zone's change of clocks can move a date to its neighbour, so the process' zone does not matter. */
function noonOf(year: number, month: number, day: number): Date {
  return new Date(year, month - 1, day, 12);
}

function dateOf(day: Day): Date {
  return noonOf(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8)));
}

function dayOf(date: Date): Day {
  const month = String(date.getMonth() + 1).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${month}-${String(date.getDate()).padStart(2, '0')}`;
}

/** Undefined where the month has no such day. */
export function dayIn(year: number, month: number, day: number): Day | undefined {
  const date = noonOf(year, month, day);
  return date.getMonth() === month - 1 && date.getDate() === day ? dayOf(date) : undefined;
}

export const yearOf = (day: Day): number => Number(day.slice(0, 4));
export const plusDays = (day: Day, days: number): Day => dayOf(addDays(dateOf(day), days));
export const plusMonths = (day: Day, months: number): Day => dayOf(addMonths(dateOf(day), months));
export const weekdayOf = (day: Day): number => getISODay(dateOf(day));
export const weekStart = (day: Day): Day => dayOf(startOfISOWeek(dateOf(day)));

/** The first such weekday on or after a day. */
export function weekdayFrom(day: Day, weekday: number): Day {
  return plusDays(day, (weekday - weekdayOf(day) + 7) % 7);
}

export function earlierOf(a: Day, b: Day): Day {
  return a < b ? a : b;
}

export function laterOf(a: Day, b: Day): Day {
  return a > b ? a : b;
}

// === Stretches: days with a name

export interface Stretch {
  readonly from: Day;
  readonly to: Day;
  readonly name: PeriodName;
  /** What "before", "after" it mean where that is not the neighbouring day: work stops in June, resumes in August. */
  readonly edges?: { readonly before: Day; readonly after: Day; readonly until?: Day };
}

export function stretch(from: Day, to: Day, name: PeriodName = { by: 'dates' }): Stretch {
  return { from, to, name };
}

export function singleDay(day: Day): Stretch {
  return stretch(day, day, { by: 'day' });
}

/** Whole months, counted from January of a year; they may run into the next one. */
export function monthsOf(year: number, first: number, count: number, name?: PeriodName): Stretch {
  const last = endOfMonth(noonOf(year, first + count - 1, 1));
  return stretch(dayOf(noonOf(year, first, 1)), dayOf(last), name);
}

export function monthOf(year: number, month: number): Stretch {
  return monthsOf(year, month, 1, { by: 'month', year, month });
}

export function quarterOf(year: number, quarter: number): Stretch {
  return monthsOf(year, quarter * 3 - 2, 3, { by: 'quarter', year, quarter });
}

export function halfOf(year: number, half: number): Stretch {
  return monthsOf(year, half * 6 - 5, 6, { by: 'half', year, half });
}

export function yearStretch(year: number): Stretch {
  return monthsOf(year, 1, 12, { by: 'year', year });
}

/** Municipal terms: spring is the first half of the year. A winter has the year it begins in. */
export function seasonOf(year: number, season: Season): Stretch {
  const name = { by: 'season', year, season } as const;
  switch (season) {
    case 'spring':
      return monthsOf(year, 1, 6, name);
    case 'summer':
      return { ...monthsOf(year, 6, 3, name), edges: summerEdges(year) };
    case 'autumn':
      return monthsOf(year, 7, 6, name);
    case 'winter':
      return monthsOf(year, 12, 3, name);
  }
}

function summerEdges(year: number): { before: Day; after: Day; until: Day } {
  return { before: `${year}-06-30`, after: `${year}-08-01`, until: `${year}-12-31` };
}

/** The ISO week that a day is in. */
export function weekOf(day: Day): Stretch {
  const monday = weekStart(day);
  const date = dateOf(day);
  return stretch(monday, plusDays(monday, 6), { by: 'week', year: getISOWeekYear(date), week: getISOWeek(date) });
}

/** Undefined for a week 53 that the year does not have. */
export function isoWeek(year: number, week: number): Stretch | undefined {
  const found = weekOf(plusDays(`${year}-01-04`, (week - 1) * 7));
  return found.name.by === 'week' && found.name.week === week ? found : undefined;
}

/** The stretch that a name alone tells; undefined for a name that tells none, and for a week that there is not. */
export function stretchNamed(name: PeriodName): Stretch | undefined {
  switch (name.by) {
    case 'week':
      return isoWeek(name.year, name.week);
    case 'month':
      return monthOf(name.year, name.month);
    case 'quarter':
      return quarterOf(name.year, name.quarter);
    case 'half':
      return halfOf(name.year, name.half);
    case 'season':
      return seasonOf(name.year, name.season);
    case 'year':
      return yearStretch(name.year);
    case 'day':
    case 'weekend':
    case 'dates':
      return undefined;
  }
}

function weekendOf(day: Day): Stretch {
  const monday = weekStart(day);
  return stretch(plusDays(monday, 5), plusDays(monday, 6), { by: 'weekend' });
}

/** The calendar unit that a day is in. */
export function unitOf(unit: Unit, day: Day): Stretch {
  const year = yearOf(day);
  const month = Number(day.slice(5, 7));
  switch (unit) {
    case 'day':
      return singleDay(day);
    case 'week':
      return weekOf(day);
    case 'weekend':
      return weekendOf(day);
    case 'month':
      return monthOf(year, month);
    case 'quarter':
      return quarterOf(year, Math.ceil(month / 3));
    case 'half':
      return halfOf(year, month > 6 ? 2 : 1);
    case 'term':
      return seasonOf(year, month > 6 ? 'autumn' : 'spring');
    case 'year':
      return yearStretch(year);
  }
}

const daysPerUnit: Readonly<Partial<Record<Unit, number>>> = { day: 1, week: 7, weekend: 7 };
const monthsPerUnit: Readonly<Partial<Record<Unit, number>>> = { month: 1, quarter: 3, half: 6, term: 6, year: 12 };

export function plusUnits(day: Day, unit: Unit, count: number): Day {
  const days = daysPerUnit[unit];
  return days === undefined ? plusMonths(day, count * (monthsPerUnit[unit] ?? 0)) : plusDays(day, count * days);
}

// === Feasts: days of the year with a name

/** Month and day of the first and the last day; "+" is the year after. */
const fixedFeasts: Readonly<Partial<Record<Feast, string>>> = {
  newYearsDay: '01-01',
  epiphany: '01-06',
  walpurgis: '04-30',
  mayDay: '05-01',
  nationalDay: '06-06',
  // Schools differ by a week or so.
  schoolEnd: '06-10 06-14',
  halfTurn: '06-30 07-01',
  vacation: '07-01 07-31',
  schoolStart: '08-15 08-21',
  lucia: '12-13',
  christmasEve: '12-24',
  christmas: '12-24 12-26',
  christmasDay: '12-25',
  boxingDay: '12-26',
  betweenDays: '12-27 12-30',
  newYearsEve: '12-31',
  newYear: '12-31 +01-01',
  yearTurn: '12-31 +01-01',
};

/** Days from a moving day to the first and the last of the feast. */
const easterFeasts: Readonly<Partial<Record<Feast, readonly [number, number]>>> = {
  maundyThursday: [-3, -3],
  goodFriday: [-2, -2],
  easterEve: [-1, -1],
  easter: [-2, 1],
  easterSunday: [0, 0],
  easterMonday: [1, 1],
  ascension: [39, 39],
  whitsun: [48, 49],
};
const midsummerFeasts: Readonly<Partial<Record<Feast, readonly [number, number]>>> = {
  midsummerEve: [-1, -1],
  midsummer: [-1, 0],
  midsummerDay: [0, 0],
};

/** Easter Sunday of the Gregorian calendar (the algorithm of Meeus, Jones and Butcher). */
function easterOf(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = b - Math.floor(b / 4) - Math.floor((8 * b + 13) / 25);
  const h = (19 * a + d + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayOf(noonOf(year, Math.floor(n / 31), (n % 31) + 1));
}

export function feastOf(year: number, feast: Feast): Stretch {
  const { from, to } = feastDays(year, feast);
  const days = from === to ? singleDay(from) : stretch(from, to);
  if (feast === 'vacation') return { ...days, edges: summerEdges(year) };
  return feast === 'halfTurn' || feast === 'yearTurn' ? { ...days, edges: { before: from, after: to } } : days;
}

function feastDays(year: number, feast: Feast): { from: Day; to: Day } {
  const fixed = fixedFeasts[feast];
  if (fixed !== undefined) return fixedDays(year, fixed);
  const fromEaster = easterFeasts[feast];
  if (fromEaster) return around(easterOf(year), fromEaster);
  const fromMidsummer = midsummerFeasts[feast];
  if (fromMidsummer) return around(weekdayFrom(`${year}-06-20`, 6), fromMidsummer);
  return around(weekdayFrom(`${year}-10-31`, 6), [0, 0]);
}

function fixedDays(year: number, days: string): { from: Day; to: Day } {
  const [first = '', last = first] = days.split(' ');
  return { from: `${year}-${first}`, to: last.startsWith('+') ? `${year + 1}-${last.slice(1)}` : `${year}-${last}` };
}

export function around(day: Day, [first, last]: readonly [number, number]): { from: Day; to: Day } {
  return { from: plusDays(day, first), to: plusDays(day, last) };
}
