// Finds the time expressions of a message: Swedish and English, tried side by side, the longest at each place.
import { addDays } from 'date-fns/addDays';
import { addMonths } from 'date-fns/addMonths';
import { endOfMonth } from 'date-fns/endOfMonth';
import { getISODay } from 'date-fns/getISODay';
import { getISOWeek } from 'date-fns/getISOWeek';
import { getISOWeekYear } from 'date-fns/getISOWeekYear';
import { startOfISOWeek } from 'date-fns/startOfISOWeek';
import type { Period, PeriodName } from '../plan/period.ts';
import { type Day, Season } from '../plan/schedule.ts';
import type { LocalNow, TimeMeaning, TimeMention } from './time-mention.ts';
import { en } from './times.en.ts';
import {
  type AtomMeaning,
  type Feast,
  feasts,
  type Part,
  type PartMeaning,
  parts,
  type SpanMeaning,
  sv,
  type TimeSlots,
  type TimeWords,
  type Unit,
  units,
} from './times.sv.ts';
import { fold, type Word } from './words.ts';

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
function dayIn(year: number, month: number, day: number): Day | undefined {
  const date = noonOf(year, month, day);
  return date.getMonth() === month - 1 && date.getDate() === day ? dayOf(date) : undefined;
}

const yearOf = (day: Day): number => Number(day.slice(0, 4));
const plusDays = (day: Day, days: number): Day => dayOf(addDays(dateOf(day), days));
const plusMonths = (day: Day, months: number): Day => dayOf(addMonths(dateOf(day), months));
const weekdayOf = (day: Day): number => getISODay(dateOf(day));
const weekStart = (day: Day): Day => dayOf(startOfISOWeek(dateOf(day)));

/** The first such weekday on or after a day. */
function weekdayFrom(day: Day, weekday: number): Day {
  return plusDays(day, (weekday - weekdayOf(day) + 7) % 7);
}

function earlierOf(a: Day, b: Day): Day {
  return a < b ? a : b;
}

function laterOf(a: Day, b: Day): Day {
  return a > b ? a : b;
}

// === Stretches: days with a name

interface Stretch {
  readonly from: Day;
  readonly to: Day;
  readonly name: PeriodName;
  /** What "before", "after" it mean where that is not the neighbouring day: work stops in June, resumes in August. */
  readonly edges?: { readonly before: Day; readonly after: Day; readonly until?: Day };
}

function stretch(from: Day, to: Day, name: PeriodName = { by: 'dates' }): Stretch {
  return { from, to, name };
}

function singleDay(day: Day): Stretch {
  return stretch(day, day, { by: 'day' });
}

/** Whole months, counted from January of a year; they may run into the next one. */
function monthsOf(year: number, first: number, count: number, name?: PeriodName): Stretch {
  const last = endOfMonth(noonOf(year, first + count - 1, 1));
  return stretch(dayOf(noonOf(year, first, 1)), dayOf(last), name);
}

function monthOf(year: number, month: number): Stretch {
  return monthsOf(year, month, 1, { by: 'month', year, month });
}

function quarterOf(year: number, quarter: number): Stretch {
  return monthsOf(year, quarter * 3 - 2, 3, { by: 'quarter', year, quarter });
}

function halfOf(year: number, half: number): Stretch {
  return monthsOf(year, half * 6 - 5, 6, { by: 'half', year, half });
}

function yearStretch(year: number): Stretch {
  return monthsOf(year, 1, 12, { by: 'year', year });
}

/** Municipal terms: spring is the first half of the year. A winter has the year it begins in. */
function seasonOf(year: number, season: Season): Stretch {
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
function weekOf(day: Day): Stretch {
  const monday = weekStart(day);
  const date = dateOf(day);
  return stretch(monday, plusDays(monday, 6), { by: 'week', year: getISOWeekYear(date), week: getISOWeek(date) });
}

/** Undefined for a week 53 that the year does not have. */
function isoWeek(year: number, week: number): Stretch | undefined {
  const found = weekOf(plusDays(`${year}-01-04`, (week - 1) * 7));
  return found.name.by === 'week' && found.name.week === week ? found : undefined;
}

function weekendOf(day: Day): Stretch {
  const monday = weekStart(day);
  return stretch(plusDays(monday, 5), plusDays(monday, 6), { by: 'weekend' });
}

/** The calendar unit that a day is in. */
function unitOf(unit: Unit, day: Day): Stretch {
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

function plusUnits(day: Day, unit: Unit, count: number): Day {
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
  halfTurn: '06-30 07-01',
  vacation: '07-01 07-31',
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

function feastOf(year: number, feast: Feast): Stretch {
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

function around(day: Day, [first, last]: readonly [number, number]): { from: Day; to: Day } {
  return { from: plusDays(day, first), to: plusDays(day, last) };
}

// === Moments: times whose year may still be open

/** How a moment without a year finds its year. */
type Inference = 'near' | 'season' | 'feast' | 'fixed';

interface Moment {
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

interface Present {
  readonly today: Day;
  readonly year: number;
  readonly past: boolean;
}

function fixed(days: Stretch): Moment {
  return { in: () => days, year: undefined, infer: 'fixed', grain: days.name.by };
}

function yearly(infer: Inference, grain: Moment['grain'], occurrence: Moment['in']): Moment {
  return { in: occurrence, year: undefined, infer, grain };
}

function isBound(moment: Moment): boolean {
  return moment.year !== undefined || moment.infer === 'fixed';
}

function derived(moment: Moment, change: (days: Stretch) => Stretch | undefined): Moment {
  const occurrence = (year: number): Stretch | undefined => {
    const days = moment.in(year);
    return days && change(days);
  };
  return { in: occurrence, year: moment.year, infer: moment.infer, grain: 'dates' };
}

/** The first occurrence that fits, searched from a year on, forwards or backwards; leap days are eight years apart at most. */
function search(moment: Moment, year: number, step: 1 | -1, fits: (days: Stretch) => boolean): Stretch | undefined {
  for (let distance = 0; distance <= 9; distance++) {
    const days = moment.in(year + distance * step);
    if (days && fits(days)) return days;
  }
  return undefined;
}

/** Whoever asks for a month that ended longer ago than this, or for a day in it, means the one to come. */
const monthsRemembered = 8;

/** The days that a moment means, seen from the present day. */
function settle(moment: Moment, present: Present): Stretch | undefined {
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
function following(moment: Moment, day: Day): Stretch | undefined {
  if (moment.weekday !== undefined) return singleDay(weekdayFrom(day, moment.weekday));
  if (isBound(moment)) return moment.in(moment.year ?? 0);
  return search(moment, yearOf(day) - 1, 1, ({ from }) => from >= day);
}

/** The last occurrence that begins on a day or before. */
function preceding(moment: Moment, day: Day): Stretch | undefined {
  if (isBound(moment)) return moment.in(moment.year ?? 0);
  return search(moment, yearOf(day), -1, ({ from }) => from <= day);
}

/** Two moments in order, each giving the other the year that it lacks. */
function settlePair(first: Moment, second: Moment, present: Present): [Stretch, Stretch] | undefined {
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

interface Slots {
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

const noMoment: Moment = { in: () => undefined, year: undefined, infer: 'fixed', grain: 'dates' };

/** A meaning reads only slots that its patterns fill; these defaults spare it from asking. */
const emptySlots: Slots = {
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

type Make<Result> = (slots: Slots, present: Present) => Result | undefined;

// === What the expressions of one time mean

const atomMeanings: Readonly<Record<AtomMeaning, Make<Moment>>> = {
  date: ({ day, month }) => dateMoment(month, day),
  dayOfMonth: ({ day, weekday }, { today }) => nextDayOfMonth(day, weekday, today),
  days: ({ day, day2, month }) => daysMoment(month, day, day2),
  daysTo: ({ day, time }) => daysUpTo(time, day),
  numeric: ({ time }) => time,
  month: ({ month }) => monthMoment(month),
  monthShift: ({ shift, month }, present) => shifted(monthMoment(month), shift, present),
  lastDay: ({ ordinal, month }) => (ordinal === -1 ? lastDayOf(month) : undefined),
  year: ({ year }) => stated(yearly('near', 'year', yearStretch), year),
  relative: ({ unit, shift }, present) => relativeUnit(unit, shift, present),
  unitShift: ({ unit, shift }, present) => (unit === 'day' ? undefined : relativeUnit(unit, shift, present)),
  ahead: ({ n, unit }, { today }) => fixed(unitOf(unit, plusUnits(today, unit, n))),
  ago: ({ n, unit }, { today }) => fixed(unitOf(unit, plusUnits(today, unit, -n))),
  week: ({ week }) => weekMoment(week),
  weeks: ({ week, week2 }) =>
    week < week2 ? yearly('near', 'dates', (year) => covering(isoWeek(year, week), isoWeek(year, week2))) : undefined,
  weekday: ({ weekday }, { today }) => comingWeekday(weekday, today),
  weekdayByTense: ({ weekday }, { today, past }) =>
    past ? latestWeekday(weekday, today) : comingWeekday(weekday, today),
  weekdayShift: ({ weekday, shift }, { today }) => weekdayInWeeks(weekday, shift, today),
  weekdayPast: ({ weekday }, { today }) => latestWeekday(weekday, today),
  season: ({ season, year }) => stated(seasonMoment(season), year),
  seasonPast: ({ season }, present) => latestSeason(season, present),
  seasonShift: ({ season, shift }, present) => shifted(seasonMoment(season), shift, present),
  quarter: ({ ordinal }) => partOfYear(ordinal, 4, 'quarter', quarterOf),
  half: ({ ordinal }) => partOfYear(ordinal, 2, 'half', halfOf),
  tertial: ({ ordinal }) => partOfYear(ordinal, 3, 'dates', (year, third) => monthsOf(year, third * 4 - 3, 4)),
  feast: ({ feast }) => feastMoment(feast),
  feastShift: ({ feast, shift }, present) => shifted(feastMoment(feast), shift, present),
};

/** A slot without a year has year 0. */
function stated(moment: Moment, year: number): Moment {
  return year === 0 ? moment : { ...moment, year };
}

function dateMoment(month: number, day: number): Moment {
  return yearly('near', 'day', (year) => {
    const found = dayIn(year, month, day);
    return found === undefined ? undefined : singleDay(found);
  });
}

function daysMoment(month: number, first: number, last: number): Moment {
  return yearly('near', 'dates', (year) => between(dayIn(year, month, first), dayIn(year, month, last)));
}

/** "4-5/4": the first day lies in the month of the last. */
function daysUpTo(time: Moment, first: number): Moment {
  return derived(time, ({ from, to }) => between(dayIn(yearOf(from), Number(from.slice(5, 7)), first), to));
}

function monthMoment(month: number): Moment {
  return yearly('near', 'month', (year) => monthOf(year, month));
}

function weekMoment(week: number): Moment {
  return yearly('near', 'week', (year) => isoWeek(year, week));
}

function seasonMoment(season: Season): Moment {
  return yearly('season', 'season', (year) => seasonOf(year, season));
}

function feastMoment(feast: Feast): Moment {
  return yearly('feast', 'day', (year) => feastOf(year, feast));
}

function lastDayOf(month: number): Moment {
  return yearly('near', 'day', (year) => singleDay(monthOf(year, month).to));
}

function between(from: Day | undefined, to: Day | undefined): Stretch | undefined {
  return from !== undefined && to !== undefined && from <= to ? stretch(from, to) : undefined;
}

function covering(first: Stretch | undefined, last: Stretch | undefined): Stretch | undefined {
  return between(first?.from, last?.to);
}

/** "Den 15:e": the first one to come; "torsdag den 15:e": the first that is a Thursday. */
function nextDayOfMonth(day: number, weekday: number, today: Day): Moment | undefined {
  for (let ahead = 0; ahead <= 12; ahead++) {
    const first = plusMonths(`${today.slice(0, 7)}-01`, ahead);
    const found = dayIn(yearOf(first), Number(first.slice(5, 7)), day);
    const isMeant = found !== undefined && found >= today && (weekday === 0 || weekdayOf(found) === weekday);
    if (isMeant) return fixed(singleDay(found));
  }
  return undefined;
}

function relativeUnit(unit: Unit, shift: number, { today, past }: Present): Moment {
  const spentWeekend = unit === 'weekend' && shift === 0 && past && weekdayOf(today) < 6;
  return fixed(unitOf(unit, plusUnits(today, unit, spentWeekend ? -1 : shift)));
}

/** "Nästa april" is the first that begins after today, "förra" the last that has ended, "denna" the one that is meant anyway. */
function shifted(moment: Moment, shift: number, { today, year }: Present): Moment | undefined {
  if (shift === 0) return moment;
  const days =
    shift > 0 ? search(moment, year, 1, ({ from }) => from > today) : search(moment, year, -1, ({ to }) => to < today);
  return days && fixed(days);
}

function weekdayMoment(day: Day): Moment {
  return { ...fixed(singleDay(day)), weekday: weekdayOf(day) };
}

function comingWeekday(weekday: number, today: Day): Moment {
  return weekdayMoment(weekdayFrom(plusDays(today, 1), weekday));
}

function latestWeekday(weekday: number, today: Day): Moment {
  return weekdayMoment(weekdayFrom(plusDays(today, -7), weekday));
}

/** "Nästa torsdag" is the Thursday of the next ISO week; "förra torsdagen" the latest one. */
function weekdayInWeeks(weekday: number, shift: number, today: Day): Moment {
  if (shift < 0) return latestWeekday(weekday, today);
  if (shift === 0) return comingWeekday(weekday, today);
  return weekdayMoment(plusDays(weekStart(today), 6 + weekday));
}

/** "I våras" is said of this year's spring from its last third on. */
function latestSeason(season: Season, { today, year }: Present): Moment | undefined {
  const isSayable = ({ from, to }: Stretch): boolean =>
    to < today || (from <= today && plusMonths(from, season === 'spring' || season === 'autumn' ? 4 : 2) <= today);
  const days = search(seasonMoment(season), year, -1, isSayable);
  return days && fixed(days);
}

function partOfYear(
  ordinal: number,
  count: number,
  grain: Moment['grain'],
  occurrence: (year: number, index: number) => Stretch,
): Moment | undefined {
  const index = ordinal === -1 ? count : ordinal;
  return index >= 1 && index <= count ? yearly('near', grain, (year) => occurrence(year, index)) : undefined;
}

// === What parts of a time mean

const partMeanings: Readonly<Record<PartMeaning, Make<Moment>>> = {
  led: ({ time }) => (time.isLed ? undefined : { ...time, isLed: true }),
  whole: ({ time }) => time,
  part: ({ time, part }) => derived(time, (days) => partOf(days, part)),
  rest: ({ time }, present) => restOf(time, present),
  soFar: ({ time }, present) => soFarOf(time, present),
  nthWeekday: ({ time, ordinal, weekday }) => nthWeekdayOf(time, ordinal, weekday),
  nthWeek: ({ time, ordinal }) => nthWeekOf(time, ordinal),
  nthHalf: ({ time, ordinal }) => nthHalfOf(time, ordinal),
  weekdayOfWeek: ({ time, weekday }) => weekdayOfWeek(time, weekday),
  inYear: ({ time, time2 }) => inYear(time2, time),
  unitAfter: ({ time, unit }) => neighbour(time, unit, 1),
  unitBefore: ({ time, unit }) => neighbour(time, unit, -1),
};

/** First month and the month after the last one, for the start, middle and end of as many months. */
const monthCuts: Readonly<Record<number, Readonly<Record<Part, readonly [number, number]>>>> = {
  12: { start: [0, 2], middle: [5, 7], end: [10, 12] },
  // A term begins after a holiday: its first two months would be July and August.
  6: { start: [0, 3], middle: [2, 4], end: [4, 6] },
  3: { start: [0, 1], middle: [1, 2], end: [2, 3] },
};
const weekCuts: Readonly<Record<Part, readonly [number, number]>> = { start: [0, 1], middle: [2, 2], end: [3, 6] };

function partOf(days: Stretch, part: Part): Stretch | undefined {
  if (days.name.by === 'week') {
    const { from, to } = around(days.from, weekCuts[part]);
    return stretch(from, to);
  }
  if (days.name.by === 'month') return partOfMonth(days, part);
  const [first, end] = monthCuts[wholeMonths(days)]?.[part] ?? [0, 0];
  return end === 0 ? undefined : monthsOf(yearOf(days.from), Number(days.from.slice(5, 7)) + first, end - first);
}

function partOfMonth({ from, to }: Stretch, part: Part): Stretch {
  const month = from.slice(0, 8);
  if (part === 'start') return stretch(from, `${month}10`);
  return part === 'middle' ? stretch(`${month}11`, `${month}20`) : stretch(`${month}21`, to);
}

/** How many months a stretch is, if it is whole ones. */
function wholeMonths({ from, to }: Stretch): number {
  const after = plusDays(to, 1);
  if (!from.endsWith('-01') || !after.endsWith('-01')) return 0;
  return (yearOf(after) - yearOf(from)) * 12 + Number(after.slice(5, 7)) - Number(from.slice(5, 7));
}

function restOf(time: Moment, present: Present): Moment | undefined {
  const days = settle(time, present);
  return days && days.to >= present.today ? fixed(stretch(laterOf(days.from, present.today), days.to)) : undefined;
}

function soFarOf(time: Moment, present: Present): Moment | undefined {
  const days = settle(time, present);
  if (!days || days.from > present.today) return undefined;
  return fixed(stretch(days.from, earlierOf(days.to, present.today)));
}

function nthWeekdayOf(time: Moment, ordinal: number, weekday: number): Moment | undefined {
  if (ordinal > 5 || time.grain === 'day') return undefined;
  const moment = derived(time, ({ from, to }) => {
    const day =
      ordinal === -1 ? weekdayFrom(plusDays(to, -6), weekday) : weekdayFrom(plusDays(from, (ordinal - 1) * 7), weekday);
    return day >= from && day <= to ? singleDay(day) : undefined;
  });
  return { ...moment, grain: 'day' };
}

/** A week belongs to the month that its Thursday is in, as it belongs to a year. */
function nthWeekOf(time: Moment, ordinal: number): Moment | undefined {
  const thursday = time.grain === 'week' ? undefined : nthWeekdayOf(time, ordinal, 4);
  return thursday && { ...derived(thursday, ({ from }) => weekOf(from)), grain: 'week' };
}

function nthHalfOf(time: Moment, ordinal: number): Moment | undefined {
  if (ordinal !== 1 && ordinal !== 2) return undefined;
  if (time.grain === 'year') return { ...derived(time, ({ from }) => halfOf(yearOf(from), ordinal)), grain: 'half' };
  if (time.grain !== 'month') return undefined;
  return derived(time, ({ from, to }) => {
    const month = from.slice(0, 8);
    return ordinal === 1 ? stretch(from, `${month}15`) : stretch(`${month}16`, to);
  });
}

function weekdayOfWeek(time: Moment, weekday: number): Moment | undefined {
  if (time.grain !== 'week') return undefined;
  return { ...derived(time, ({ from }) => singleDay(plusDays(from, weekday - 1))), grain: 'day' };
}

/** "Nästa år i april", "april nästa år": the year that one states for the other. */
function inYear(open: Moment, year: Moment): Moment | undefined {
  const days = year.grain === 'year' && isBound(year) ? year.in(year.year ?? 0) : undefined;
  return days && !isBound(open) ? { ...open, year: yearOf(days.from) } : undefined;
}

/** The week after Midsummer's Saturday is the next one; after Easter Monday it is the one that has begun with it. */
function neighbour(time: Moment, unit: Unit, step: 1 | -1): Moment | undefined {
  if (unit !== 'day' && unit !== 'week' && unit !== 'month') return undefined;
  const moment = derived(time, ({ from, to }) => {
    const beside = unitOf(unit, plusDays(step > 0 ? to : from, step));
    const isOwn = step > 0 ? beside.from <= from : beside.to >= to;
    return isOwn ? unitOf(unit, plusUnits(beside.from, unit, step)) : beside;
  });
  return { ...moment, grain: unit };
}

// === What spans mean

/** A mention in the making; without an end it covers all that its pattern does. */
interface Piece {
  readonly meaning: TimeMeaning;
  /** The time that it is, where that may still get its year from elsewhere in the message. */
  readonly moment?: Moment;
  readonly start?: number;
  readonly end?: number;
}

const spanMeanings: Readonly<Record<SpanMeaning, Make<readonly Piece[]>>> = {
  dayRange: ({ day, day2, month, year }, present) => settledPiece(stated(daysMoment(month, day, day2), year), present),
  range: ({ time, time2 }, present) => rangePiece(time, time2, present),
  dashed: ({ time, time2 }, present) => (isAlike(time, time2) ? rangePiece(time, time2, present) : undefined),
  between: ({ time, time2 }, present) => betweenPiece(time, time2, present),
  before: ({ time }, present) => whole(beforeTime(time, present), isBound(time)),
  after: ({ time }, present) => whole(afterTime(time, present), isBound(time)),
  from: ({ time }, present) => fromPiece(time, present),
  fromOn: ({ time }, present) => whole(openEnd(settle(time, present)?.from), isBound(time)),
  until: ({ time }, present) => untilPiece(time, present),
  till: ({ time }, present) => tillPiece(time, present),
  through: ({ time }, present) => whole(openStart(settle(time, present)?.to), isBound(time)),
  since: ({ time }, present) => sincePiece(time, present),
  within: ({ n, unit }, { today }) => whole(period(today, plusUnits(today, unit, n)), true),
  past: ({ n, unit }, { today }) => whole(period(plusUnits(today, unit, -n), today), true),
  onward: (_, { today }) => whole(openEnd(today), true),
  hitherto: (_, { today }) => whole(openStart(today), true),
  twoDays: ({ day, dayEnd, day2, month, year }, present) =>
    twoPieces(stated(dateMoment(month, day), year), stated(dateMoment(month, day2), year), dayEnd, present),
  twoWeeks: ({ week, weekEnd, week2, year }, present) =>
    twoPieces(stated(weekMoment(week), year), stated(weekMoment(week2), year), weekEnd, present),
  anyWeekday: ({ weekday }) => [{ meaning: { kind: 'weekday', weekday } }],
  clock: ({ clock }) => clockPiece(clock),
  clockNoon: ({ clock, noon }) => clockPiece((clock % 720) + noon * 60),
  halfHour: ({ hour }) => clockPiece(workingHour(hour) * 60 - 30),
  quarterPast: ({ hour }) => clockPiece(workingHour(hour) * 60 + 15),
  quarterTo: ({ hour }) => clockPiece(workingHour(hour) * 60 - 15),
  noon: () => clockPiece(12 * 60),
};

/** Undefined where the end lies before the start, so that no mention is ever upside down. */
function period(from: Day | null, to: Day | null, name: PeriodName = { by: 'dates' }): Period | undefined {
  return from !== null && to !== null && from > to ? undefined : { from, to, name };
}

function openEnd(from: Day | undefined): Period | undefined {
  return from === undefined ? undefined : period(from, null);
}

function openStart(to: Day | undefined): Period | undefined {
  return to === undefined ? undefined : period(null, to);
}

function periodPiece(found: Period, yearStated: boolean): Piece {
  return { meaning: { kind: 'period', period: found, yearStated } };
}

function whole(found: Period | undefined, yearStated: boolean): Piece[] | undefined {
  return found && [periodPiece(found, yearStated)];
}

function settledPeriod(moment: Moment, present: Present): Period | undefined {
  const days = settle(moment, present);
  return days && period(days.from, days.to, days.name);
}

function settledPiece(moment: Moment, present: Present): Piece[] | undefined {
  const [piece] = whole(settledPeriod(moment, present), isBound(moment)) ?? [];
  return piece && [{ ...piece, moment }];
}

/** Where only a dash, or a space, stands between, both must be told in the same way: "torsdag 4 april" is one day. */
function isAlike(first: Moment, second: Moment): boolean {
  return first.grain === second.grain && (first.weekday === undefined) === (second.weekday === undefined);
}

function rangePiece(first: Moment, second: Moment, present: Present): Piece[] | undefined {
  const pair = settlePair(first, second, present);
  return pair && whole(period(pair[0].from, pair[1].to), isBound(first) || isBound(second));
}

/** Between two days both count; between two feasts, the days that belong to neither. */
function betweenPiece(first: Moment, second: Moment, present: Present): Piece[] | undefined {
  if (!isTurn(first) || !isTurn(second) || isBound(first) || isBound(second)) return rangePiece(first, second, present);
  for (const year of [present.year - 1, present.year, present.year + 1]) {
    const start = first.in(year);
    const end = start && following(second, start.from);
    const found = end && period(dayAfter(start), dayBefore(end));
    if (found?.to && found.to >= present.today) return whole(found, false);
  }
  return undefined;
}

/** Feasts and seasons divide the working year, so "before" and "after" them is told from today. */
function isTurn(moment: Moment): boolean {
  return moment.infer === 'feast' || moment.infer === 'season';
}

function dayBefore({ from, edges }: Stretch): Day {
  return edges?.before ?? plusDays(from, -1);
}

function dayAfter({ to, edges }: Stretch): Day {
  return edges?.after ?? plusDays(to, 1);
}

function beforeTime(time: Moment, present: Present): Period | undefined {
  if (isTurn(time)) return beforeTurn(time, present);
  const days = settle(time, present);
  return openStart(days && dayBefore(days));
}

function beforeTurn(time: Moment, present: Present): Period | undefined {
  const { today, year, past } = present;
  const isAhead = (days: Stretch): boolean => past || dayBefore(days) >= today;
  const days = isBound(time) ? settle(time, present) : search(time, year, 1, isAhead);
  if (!days) return undefined;
  const last = dayBefore(days);
  const isNow = !past && today <= last && (!isBound(time) || yearOf(today) === yearOf(last));
  return period(isNow ? today : `${last.slice(0, 4)}-01-01`, last);
}

/** For so long after a feast, "after" it still means that one. */
const feastRememberedDays = 50;

function afterTime(time: Moment, present: Present): Period | undefined {
  const days = isTurn(time) && !isBound(time) ? turnToFollow(time, present) : settle(time, present);
  return days && period(dayAfter(days), days.edges?.until ?? null);
}

function turnToFollow(time: Moment, { today, year }: Present): Stretch | undefined {
  // By November "after the summer" is no longer said of the summer that was.
  const isMeant = (days: Stretch): boolean =>
    days.edges?.until === undefined
      ? dayAfter(days) >= plusDays(today, -feastRememberedDays)
      : plusMonths(days.edges.after, 3) > today;
  return search(time, year - 1, 1, isMeant);
}

/** "From last year" is said of what is of last year; other times are where something begins. */
function fromPiece(time: Moment, present: Present): Piece[] | undefined {
  const days = settle(time, present);
  const isOver = days && time.infer === 'fixed' && time.grain !== 'day' && days.to < present.today;
  return isOver ? settledPiece(time, present) : whole(openEnd(days?.from), isBound(time));
}

function untilPiece(time: Moment, present: Present): Piece[] | undefined {
  const last = isTurn(time) ? beforeTime(time, present) : openStart(settle(time, present)?.to);
  return whole(last, isBound(time));
}

/** "Till hösten", "till nästa vecka" are in it; "till jul", "till 1 maj" are up to it. */
function tillPiece(time: Moment, present: Present): Piece[] | undefined {
  const isNamedStretch = time.infer === 'season' || (time.infer === 'fixed' && time.grain !== 'day');
  return isNamedStretch ? settledPiece(time, present) : untilPiece(time, present);
}

/** Since looks back, so a time without a year is the latest one that has begun. */
function sincePiece(time: Moment, { today }: Present): Piece[] | undefined {
  const days = preceding(time.weekday === undefined ? time : latestWeekday(time.weekday, today), today);
  return days && whole(period(days.from, today), isBound(time));
}

/** "Vecka 19 och 20" is one stretch, "4 och 26 april" are two times, the first of which ends at a token. */
function twoPieces(first: Moment, second: Moment, firstEnd: number, present: Present): Piece[] | undefined {
  const joined = adjacent(first, second, present);
  if (joined) return whole(joined, isBound(first));
  const [head] = settledPiece(first, present) ?? [];
  const [tail] = settledPiece(second, present) ?? [];
  return (
    head &&
    tail && [
      { ...head, end: firstEnd },
      { ...tail, start: firstEnd + 1 },
    ]
  );
}

/** Two times that leave no day between them, as one. */
function adjacent(first: Moment, second: Moment, present: Present): Period | undefined {
  const pair = settlePair(first, second, present);
  if (!pair) return undefined;
  const [{ from, to }, next] = pair;
  return plusDays(to, 1) >= next.from && next.to > to ? period(from, next.to) : undefined;
}

/** Nobody meets at half past one in the night: "halv två" is in the afternoon. */
function workingHour(hour: number): number {
  return hour < 7 ? hour + 12 : hour;
}

function clockPiece(minutes: number): Piece[] | undefined {
  if (minutes < 0 || minutes >= 24 * 60) return undefined;
  const two = (value: number): string => String(value).padStart(2, '0');
  return [{ meaning: { kind: 'clock', time: `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` } }];
}

// === Tokens: words, cut where numbers and words are written together

interface Token {
  readonly text: string;
  /** What rules are looked up by: the text, or one key for all numbers. */
  readonly key: string;
  /** Index of the word that it is, or is a part of. */
  readonly word: number;
  /** Characters between it and the token before it. */
  readonly gap: number;
  /** The time word that a compound begins with: "aprilmötet" has "april". */
  readonly head?: string;
}

const numberKey = '#';
const startsWithDigit = /^\d/;
const tokenPattern = /\d{4}-\d{1,2}-\d{1,2}(?!\d)|\d[\d.:/]*|[\p{L}\p{M}']+|-/gu;
/** Numbers in which the hyphen does not mean "to". */
const hyphenDate =
  /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}-\d{1,2}-\d{4}|\d{4}-(?:0[1-9]|1[0-2])|\d{1,2}\/\d{1,2}-\d{2}(?:\d\d)?)$/;

function tokenOf(text: string, word: number, gap: number): Token {
  return { text, key: startsWithDigit.test(text) ? numberKey : text, word, gap };
}

function tokenise(messageWords: readonly Word[]): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const [index, word] of messageWords.entries()) {
    addTokens(tokens, word, index, index === 0 ? 0 : word.start - end);
    end = word.end;
  }
  return tokens;
}

function addTokens(tokens: Token[], { text, folded }: Word, index: number, gap: number): void {
  if (knownWords.has(text) || hyphenDate.test(text)) tokens.push(tokenOf(text, index, gap));
  else if (/[\d-]/.test(text)) addSplit(tokens, text, index, gap);
  else tokens.push(unknownToken(text, folded, index, gap));
}

function addSplit(tokens: Token[], text: string, index: number, gap: number): void {
  const pieces = text.match(tokenPattern) ?? [];
  const isTime = pieces.every((piece) => piece === '-' || startsWithDigit.test(piece) || knownWords.has(piece));
  if (!isTime) tokens.push(unknownToken(text, fold(text), index, gap));
  else pieces.forEach((piece, at) => void tokens.push(tokenOf(piece, index, at === 0 ? gap : 0)));
}

function unknownToken(text: string, folded: string, index: number, gap: number): Token {
  const mended = mend(folded);
  if (mended !== undefined) return { text: mended, key: mended, word: index, gap };
  const head = compoundHead(text) ?? compoundHead(folded);
  const token = { text, key: text, word: index, gap };
  return head === undefined ? token : { ...token, head };
}

// === Vocabulary: the words of both languages

interface Entry<Value> {
  /** The words after the first one, where an expression has several. */
  readonly rest: readonly ReadonlySet<string>[];
  readonly value: Value;
}
type Lexicon<Value> = ReadonlyMap<string, readonly Entry<Value>[]>;

/** A word as typed, and without its diacritics unless that is another word ("=vår" is not "var"). */
function spellings(word: string): string[] {
  if (word.startsWith('=')) return [word.slice(1)];
  const folded = fold(word);
  return folded === word ? [word] : [word, folded];
}

function lexiconOf<Value>(rows: readonly (readonly [Value, string])[]): Lexicon<Value> {
  const lexicon = new Map<string, Entry<Value>[]>();
  for (const [value, expressions] of rows)
    for (const expression of expressions.split(' ').filter(Boolean)) addExpression(lexicon, value, expression);
  return lexicon;
}

function addExpression<Value>(lexicon: Map<string, Entry<Value>[]>, value: Value, expression: string): void {
  const [first = '', ...others] = expression.split('_');
  const entry = { rest: others.map((word) => new Set(spellings(word))), value };
  for (const word of spellings(first)) addTo(lexicon, word, entry);
}

function addTo<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

function numbered(words: Readonly<Record<number, string>>): [number, string][] {
  return Object.entries(words).map(([value, expressions]) => [Number(value), expressions]);
}

function named<Name extends string>(names: readonly Name[], words: Readonly<Record<Name, string>>): [Name, string][] {
  return names.map((name) => [name, words[name]]);
}

const split = (words: string): string[] => words.split(' ').filter(Boolean);
const spelt = (words: string): Set<string> => new Set(split(words).flatMap(spellings));

// === Reading: how an element of a pattern finds its words

type Emit = (end: number, fill?: Partial<Slots>) => void;
/** Tells every way in which an element may be read at a token. */
type Reader = (scan: Scan, at: number, emit: Emit) => void;

/** A reader with the keys of the tokens that it may begin at. */
interface Element {
  readonly read: Reader;
  readonly starts: ReadonlySet<string>;
  readonly isOptional: boolean;
}

interface Scan {
  readonly tokens: readonly Token[];
  readonly present: Present;
  readonly grammar: Grammar;
  /** Whether the message has no diacritics at all. */
  readonly isPlain: boolean;
  /** What was found at each token, so that nothing is read twice. */
  readonly simple: (Found[] | undefined)[];
  readonly times: (Found[] | undefined)[];
  /** How many searches are under way, each inside another. */
  depth: number;
}

interface Found {
  readonly end: number;
  readonly moment: Moment;
}

function lexiconReader<Value>(lexicon: Lexicon<Value>, fill: (value: Value) => Partial<Slots> | undefined): Reader {
  return ({ tokens }, at, emit) => {
    for (const { rest, value } of lexicon.get(tokens[at]?.text ?? '') ?? [])
      if (rest.every((words, index) => words.has(tokens[at + 1 + index]?.text ?? '')))
        emit(at + 1 + rest.length, fill(value));
  };
}

function element(read: Reader, starts: Iterable<string>): Element {
  return { read, starts: new Set(starts), isOptional: false };
}

function lexical<Value>(rows: readonly (readonly [Value, string])[], fill: (value: Value) => Partial<Slots>): Element {
  const lexicon = lexiconOf(rows);
  return element(lexiconReader(lexicon, fill), lexicon.keys());
}

/** A whole number of at most so many digits. */
function integerAt({ tokens }: Scan, at: number, digits: number): number | undefined {
  const text = tokens[at]?.text ?? '';
  return text.length <= digits && /^\d+$/.test(text) ? Number(text) : undefined;
}

function integerReader(
  digits: number,
  from: number,
  to: number,
  fill: (value: number, end: number) => Partial<Slots>,
): Reader {
  return (scan, at, emit) => {
    const value = integerAt(scan, at, digits);
    if (value !== undefined && value >= from && value <= to) emit(at + 1, fill(value, at + 1));
  };
}

function numeric(
  digits: number,
  from: number,
  to: number,
  fill: (value: number, end: number) => Partial<Slots>,
): Element {
  return element(integerReader(digits, from, to, fill), [numberKey]);
}

function either(first: Element, second: Element): Element {
  const read: Reader = (scan, at, emit) => {
    first.read(scan, at, emit);
    second.read(scan, at, emit);
  };
  return element(read, [...first.starts, ...second.starts]);
}

const ordinalEndings = new Set(['e', 'a', 'st', 'nd', 'rd', 'th']);

/** "4:e", "1:a", "4th": a number with its ending. */
function ordinalDigits(fill: (value: number, end: number) => Partial<Slots>): Element {
  const read: Reader = (scan, at, emit) => {
    const value = integerAt(scan, at, 2);
    const ending = scan.tokens[at + 1];
    const isOrdinal = ending !== undefined && ending.gap <= 1 && ordinalEndings.has(ending.text);
    if (isOrdinal && value !== undefined && value >= 1 && value <= 31) emit(at + 2, fill(value, at + 2));
  };
  return element(read, [numberKey]);
}

const oldestYear = 1950;
const newestYear = 2149;

/** Four digits are a year, unless the words around make them an amount or a label: "2000 kronor", "bilaga 2019". */
const yearReader: Reader = (scan, at, emit) => {
  const value = scan.tokens[at]?.text.length === 4 ? integerAt(scan, at, 4) : undefined;
  if (value !== undefined && value >= oldestYear && value <= newestYear && !isAmount(scan, at))
    emit(at + 1, { year: value });
};

function isAmount({ tokens }: Scan, at: number): boolean {
  const next = tokens[at + 1];
  const last = tokens[at - 1];
  const isCounted = next !== undefined && next.gap < 2 && countedWords.has(next.text);
  return isCounted || (last !== undefined && labelWords.has(last.text));
}

/** "VT19": two digits written on to a word. */
const shortYearReader: Reader = (scan, at, emit) => {
  const value = scan.tokens[at]?.gap === 0 ? integerAt(scan, at, 2) : undefined;
  if (value !== undefined) emit(at + 1, { year: 2000 + value });
};

const numericReader: Reader = (scan, at, emit) => {
  const moment = numericMoment(scan.tokens[at]?.text ?? '');
  if (moment && !isAmount(scan, at)) emit(at + 1, { time: moment });
};

const yearFirst = /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})$/;
const dayFirst = /^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4}|\d{2})$/;
const dayAndMonth = /^(\d{1,2})\/(\d{1,2})$/;
const yearAndMonth = /^(\d{4})-(\d{2})$/;
const monthAndYear = /^(\d{1,2})\/(\d{4})$/;
const twoYears = /^(\d{4})\/(\d{4}|\d{2})$/;

/** Dates written in digits alone, the day before the month. */
function numericMoment(text: string): Moment | undefined {
  if (text.length < 3) return undefined;
  const [, year, sign = '', month, day] = yearFirst.exec(text) ?? [];
  if (year !== undefined && (sign !== '' || text.length === 8))
    return statedDate(Number(year), Number(month), Number(day));
  const [, day2, , month2, year2 = ''] = dayFirst.exec(text) ?? [];
  if (day2 !== undefined)
    return statedDate(Number(year2) + (year2.length === 2 ? 2000 : 0), Number(month2), Number(day2));
  const [, day3, month3] = dayAndMonth.exec(text) ?? [];
  if (day3 !== undefined) return openDate(Number(day3), Number(month3));
  return numericPeriod(text);
}

function isYear(year: number): boolean {
  return year >= oldestYear && year <= newestYear;
}

function statedDate(year: number, month: number, day: number): Moment | undefined {
  const found = isYear(year) ? dayIn(year, month, day) : undefined;
  return found === undefined ? undefined : fixed(singleDay(found));
}

function openDate(day: number, month: number): Moment | undefined {
  if (month > 12 && day <= 12) return openDate(month, day);
  const exists = month >= 1 && month <= 12 && dayIn(2020, month, day) !== undefined;
  return exists ? dateMoment(month, day) : undefined;
}

function numericPeriod(text: string): Moment | undefined {
  const [, year, month] = yearAndMonth.exec(text) ?? [];
  if (year !== undefined) return statedMonth(Number(year), Number(month));
  const [, month2, year2] = monthAndYear.exec(text) ?? [];
  if (year2 !== undefined) return statedMonth(Number(year2), Number(month2));
  const [, first, last = ''] = twoYears.exec(text) ?? [];
  return first === undefined ? undefined : schoolYear(Number(first), Number(last) % 100);
}

function statedMonth(year: number, month: number): Moment | undefined {
  return isYear(year) && month >= 1 && month <= 12 ? fixed(monthOf(year, month)) : undefined;
}

/** "2019/2020" */
function schoolYear(first: number, last: number): Moment | undefined {
  if (!isYear(first) || (first + 1) % 100 !== last) return undefined;
  return fixed(stretch(`${first}-01-01`, `${first + 1}-12-31`));
}

const colonTime = /^([01]?\d|2[0-3]):([0-5]\d)$/;
const dottedTime = /^([01]?\d|2[0-3])\.([0-5]\d)$/;
const bareTime = /^([01]?\d|2[0-4])([0-5]\d)?$/;

function minutesOf(match: RegExpExecArray | null): number | undefined {
  return match === null ? undefined : Number(match[1]) * 60 + Number(match[2] ?? 0);
}

/** After "kl", nearly any number is a time. */
const clockReader: Reader = ({ tokens }, at, emit) => {
  const text = tokens[at]?.text ?? '';
  const clock = minutesOf(colonTime.exec(text) ?? dottedTime.exec(text) ?? bareTime.exec(text));
  if (clock !== undefined && clock < 24 * 60) emit(at + 1, { clock });
};

/** Without "kl": "13:00" is one, "12.30" only where a meeting might begin then. */
const clearClockReader: Reader = (scan, at, emit) => {
  const text = scan.tokens[at]?.text ?? '';
  const colon = minutesOf(colonTime.exec(text));
  const dotted = colon === undefined ? minutesOf(dottedTime.exec(text)) : undefined;
  const isPlausible = dotted !== undefined && dotted % 5 === 0 && dotted >= 6 * 60 && !isAmount(scan, at);
  if (colon !== undefined) emit(at + 1, { clock: colon });
  else if (isPlausible) emit(at + 1, { clock: dotted });
};

/** Only the first of two times of day is told. */
function withoutClock(read: Reader): Reader {
  return (scan, at, emit) => read(scan, at, (end) => emit(end));
}

/** A dash between two words is not among the words: three characters (" - "), or one, which may as well be a space. */
const dashReader: Reader = ({ tokens, grammar }, at, emit) => {
  const token = tokens[at];
  if (token?.text === '-') emit(at + 1);
  else if (token && (token.gap === 1 || token.gap === 3) && !grammar.shy.has(token.text)) emit(at);
};

const calmReader: Reader = (scan, at, emit) => {
  const token = scan.tokens[at];
  if (token === undefined || token.gap >= 2 || scan.grammar.calm.has(token.text)) emit(at);
  else yearReader(scan, at, () => emit(at));
};

const endReader: Reader = ({ tokens }, at, emit) => {
  if ((tokens[at]?.gap ?? 2) >= 2) emit(at);
};

const plainReader: Reader = ({ isPlain }, at, emit) => {
  if (isPlain) emit(at);
};

const timeReader: Reader = (scan, at, emit) => {
  for (const { end, moment } of timesAt(scan, at)) emit(end, { time: moment });
};

const time2Reader: Reader = (scan, at, emit) => {
  for (const { end, moment } of timesAt(scan, at)) emit(end, { time2: moment });
};

/** At the start of a part's own pattern a time has no parts yet, or the search would not end. */
const simpleTimeReader: Reader = (scan, at, emit) => {
  for (const { end, moment } of simpleAt(scan, at)) emit(end, { time: moment });
};

// === Grammar: the patterns of a language, made ready

interface Rule<Result> {
  readonly elements: readonly Element[];
  readonly make: Make<Result>;
}
/** Rules by the keys of the tokens that they may begin at. */
type Index<Result> = ReadonlyMap<string, readonly Rule<Result>[]>;

interface Grammar {
  readonly atoms: Index<Moment>;
  readonly parts: Index<Moment>;
  readonly spans: Index<readonly Piece[]>;
  readonly never: Index<readonly Piece[]>;
  readonly shy: ReadonlySet<string>;
  readonly calm: ReadonlySet<string>;
  readonly joiners: ReadonlySet<string>;
  readonly yearLinks: ReadonlySet<string>;
  /** Keys that some pattern begins at. */
  readonly starts: ReadonlySet<string>;
}

/** Stands in an index for a pattern that begins with a time. */
const timeKey = '{time}';

const seasons = Season.options;

type SlotElements = Readonly<Record<string, Element>>;

function wordElements({ slots }: TimeWords): SlotElements {
  const weekday = (value: number): Partial<Slots> => ({ weekday: value });
  const season = (value: Season): Partial<Slots> => ({ season: value });
  return {
    month: lexical(numbered(slots.month), (month) => ({ month })),
    weekday: lexical(numbered(slots.weekday), weekday),
    weekdays: lexical(numbered(slots.weekdays), weekday),
    weekdayPast: lexical(numbered(slots.weekdayPast), weekday),
    season: lexical(named(seasons, slots.season), season),
    seasonName: lexical(named(seasons, slots.seasonName), season),
    seasonPlain: lexical(named(seasons, slots.seasonPlain), season),
    seasonPast: lexical(named(seasons, slots.seasonPast), season),
    unit: lexical(named(units, slots.unit), (unit) => ({ unit })),
    units: lexical(named(units, slots.units), (unit) => ({ unit, n: unit === 'day' ? 7 : 3 })),
    unitForm: either(
      lexical(named(units, slots.unit), (unit) => ({ unit })),
      lexical(named(units, slots.units), (unit) => ({ unit })),
    ),
    shift: lexical(numbered(slots.shift), (shift) => ({ shift })),
    relative: lexical(relativeRows(slots.relative), (fill) => fill),
    part: lexical(named(parts, slots.part), (part) => ({ part })),
    feast: lexical(named(feasts, slots.feast), (feast) => ({ feast })),
    noon: lexical(numbered(slots.noon), (noon) => ({ noon })),
  };
}

function relativeRows(relative: TimeWords['slots']['relative']): [{ unit: Unit; shift: number }, string][] {
  return units.flatMap((unit) =>
    numbered(relative[unit]).map(([shift, words]): [{ unit: Unit; shift: number }, string] => [{ unit, shift }, words]),
  );
}

function numberElements({ slots }: TimeWords): SlotElements {
  const ordinals = numbered(slots.ordinal);
  const days = ordinals.filter(([day]) => day > 0);
  const hours = numbered(slots.count).filter(([hour]) => hour <= 12);
  const year = element(yearReader, [numberKey]);
  const clock = either(
    element(clockReader, [numberKey]),
    lexical(hours, (hour) => ({ clock: hour * 60 })),
  );
  return {
    n: either(
      lexical(numbered(slots.count), (n) => ({ n })),
      numeric(3, 1, 999, (n) => ({ n })),
    ),
    day: either(
      lexical(days, (day) => ({ day })),
      either(
        numeric(2, 1, 31, (day, dayEnd) => ({ day, dayEnd })),
        ordinalDigits((day, dayEnd) => ({ day, dayEnd })),
      ),
    ),
    day2: either(
      lexical(days, (day2) => ({ day2 })),
      either(
        numeric(2, 1, 31, (day2) => ({ day2 })),
        ordinalDigits((day2) => ({ day2 })),
      ),
    ),
    nth: ordinalDigits((day) => ({ day })),
    ordinal: either(
      lexical(ordinals, (ordinal) => ({ ordinal })),
      ordinalDigits((ordinal) => ({ ordinal })),
    ),
    week: numeric(2, 1, 53, (week, weekEnd) => ({ week, weekEnd })),
    week2: numeric(2, 1, 53, (week2) => ({ week2 })),
    quarter: numeric(1, 1, 4, (ordinal) => ({ ordinal })),
    half: numeric(1, 1, 2, (ordinal) => ({ ordinal })),
    hour: either(
      lexical(hours, (hour) => ({ hour })),
      numeric(2, 1, 12, (hour) => ({ hour })),
    ),
    year,
    yy: element(shortYearReader, [numberKey]),
    numeric: element(numericReader, [numberKey]),
    clock,
    clock2: { ...clock, read: withoutClock(clock.read) },
    clearClock: element(clearClockReader, [numberKey]),
  };
}

const guards: SlotElements = {
  calm: element(calmReader, []),
  end: element(endReader, []),
  plain: element(plainReader, []),
};

const timeElements: SlotElements = {
  time: element(timeReader, [timeKey]),
  time2: element(time2Reader, [timeKey]),
};
/** A part's own pattern may not begin with a time that has parts: its search would not end. */
const partElements: SlotElements = { ...timeElements, firstTime: element(simpleTimeReader, [timeKey]) };
const spanElements: SlotElements = { ...timeElements, firstTime: element(timeReader, [timeKey]) };

function elementOf(source: string, slots: SlotElements): Element {
  const isOptional = source.endsWith('?');
  const text = isOptional ? source.slice(0, -1) : source;
  if (text === '-') return { ...element(dashReader, ['-']), isOptional };
  const slot = text.startsWith('{') ? slots[text.slice(1, -1)] : literal(text);
  if (!slot) throw new Error(`A time pattern has the slot ${text}; there are ${Object.keys(slots).join(', ')}.`);
  return { ...slot, isOptional };
}

function literal(alternatives: string): Element {
  return lexical([[undefined, alternatives.replaceAll('|', ' ')]], () => ({}));
}

function indexOf<Meaning extends string, Result>(
  patterns: Readonly<Record<Meaning, readonly string[]>>,
  meanings: Readonly<Record<Meaning, Make<Result>>>,
  slots: SlotElements,
): Index<Result> {
  const index = new Map<string, Rule<Result>[]>();
  for (const meaning in patterns)
    for (const pattern of patterns[meaning])
      addRule(index, { elements: elementsOf(pattern, slots), make: meanings[meaning] });
  return index;
}

function elementsOf(pattern: string, slots: SlotElements): Element[] {
  return pattern
    .split(' ')
    .map((source, at) => elementOf(at === 0 && source === '{time}' ? '{firstTime}' : source, slots));
}

function addRule<Result>(index: Map<string, Rule<Result>[]>, rule: Rule<Result>): void {
  const required = rule.elements.findIndex(({ isOptional }) => !isOptional);
  const keys = new Set(rule.elements.slice(0, required + 1).flatMap(({ starts }) => [...starts]));
  for (const key of keys) addTo(index, key, rule);
}

function grammarOf(table: TimeWords): Grammar {
  const slots = { ...wordElements(table), ...numberElements(table), ...guards };
  const atoms = indexOf(table.atoms, atomMeanings, slots);
  const partRules = indexOf(table.parts, partMeanings, { ...slots, ...partElements });
  const spans = indexOf(table.spans, spanMeanings, { ...slots, ...spanElements });
  const neverRules = indexOf({ never: table.never }, { never: () => [] }, slots);
  return {
    atoms,
    parts: partRules,
    spans,
    never: neverRules,
    shy: spelt(table.shy),
    calm: spelt(table.calm),
    joiners: spelt(table.joiners),
    yearLinks: spelt(table.yearLinks),
    starts: new Set([atoms, partRules, spans, neverRules].flatMap((index) => [...index.keys()])),
  };
}

// === Search: what stands at a token

/** Every way in which a rule fits at a token. */
function apply<Result>(rule: Rule<Result>, scan: Scan, at: number, emit: (end: number, result: Result) => void): void {
  const { elements, make } = rule;
  const walk = (index: number, position: number, slots: Slots): void => {
    const next = elements[index];
    if (!next) {
      const result = make(slots, scan.present);
      if (result !== undefined) emit(position, result);
      return;
    }
    if (next.isOptional) walk(index + 1, position, slots);
    next.read(scan, position, (end, fill) => walk(index + 1, end, fill ? { ...slots, ...fill } : slots));
  };
  walk(0, at, emptySlots);
}

function rulesAt<Result>(index: Index<Result>, { tokens }: Scan, at: number): readonly Rule<Result>[] {
  return index.get(tokens[at]?.key ?? '') ?? [];
}

/** "Slutet av första kvartalet nästa år" is three deep; the limit keeps a nonsense message from filling the stack. */
const deepest = 12;

function remembered(
  scan: Scan,
  memory: (Found[] | undefined)[],
  at: number,
  search: (found: Found[]) => void,
): readonly Found[] {
  const known = memory[at];
  if (known || scan.depth >= deepest) return known ?? [];
  const found: Found[] = [];
  memory[at] = found;
  scan.depth++;
  search(found);
  scan.depth--;
  return found;
}

/** Times without parts, each also with the year that follows it. */
function simpleAt(scan: Scan, at: number): readonly Found[] {
  return remembered(scan, scan.simple, at, (found) => {
    for (const rule of rulesAt(scan.grammar.atoms, scan, at))
      apply(rule, scan, at, (end, moment) => void found.push({ end, moment }));
    found.push(...found.flatMap((open) => withYear(scan, open)));
  });
}

function withYear(scan: Scan, { end, moment }: Found): Found[] {
  if (isBound(moment) || end >= scan.tokens.length) return [];
  const isLinked = scan.grammar.yearLinks.has(scan.tokens[end]?.text ?? '');
  const years = [...simpleAt(scan, end), ...(isLinked ? simpleAt(scan, end + 1) : [])];
  return years.flatMap((year) => {
    const dated = inYear(moment, year.moment);
    return dated ? [{ end: year.end, moment: dated }] : [];
  });
}

/** Times with and without parts. */
function timesAt(scan: Scan, at: number): readonly Found[] {
  return remembered(scan, scan.times, at, (found) => {
    found.push(...simpleAt(scan, at));
    const timeFirst = found.length > 0 ? (scan.grammar.parts.get(timeKey) ?? []) : [];
    for (const rule of [...rulesAt(scan.grammar.parts, scan, at), ...timeFirst])
      apply(rule, scan, at, (end, moment) => void found.push({ end, moment }));
  });
}

function longest<Item extends { readonly end: number }>(items: readonly Item[]): Item | undefined {
  return items.reduce<Item | undefined>((best, item) => (best && best.end >= item.end ? best : item), undefined);
}

interface Match {
  readonly end: number;
  readonly pieces: readonly Piece[];
}

/** The longest expression at a token; of equal ones, what is no time before what is, and a span before its time. */
function bestAt(scan: Scan, at: number): Match | undefined {
  if (!scan.grammar.starts.has(scan.tokens[at]?.key ?? '')) return undefined;
  const matches: Match[] = [];
  const collect = (end: number, pieces: readonly Piece[]): void => void matches.push({ end, pieces });
  for (const rule of rulesAt(scan.grammar.never, scan, at)) apply(rule, scan, at, collect);
  for (const rule of rulesAt(scan.grammar.spans, scan, at)) apply(rule, scan, at, collect);
  matches.push(...timesFirst(scan, at));
  return longest(matches.filter(({ end }) => end > at + 1 || !isShy(scan, at)));
}

/** What begins with a time: ranges, lists, the time alone. */
function timesFirst(scan: Scan, at: number): Match[] {
  const times = timesAt(scan, at);
  if (times.length === 0) return [];
  const matches: Match[] = [];
  for (const rule of scan.grammar.spans.get(timeKey) ?? [])
    apply(rule, scan, at, (end, pieces) => void matches.push({ end, pieces }));
  const list = listAt(scan, at);
  const alone = times.map(({ end, moment }) => ({ end, pieces: settledPiece(moment, scan.present) ?? [] }));
  const impossible = alone.filter(({ pieces }) => pieces.length === 0);
  const possible = alone.filter(({ pieces }) => pieces.length > 0);
  // "31 april" is no time; without it the words would be read as "april".
  return [...possible, ...matches, ...(list ? [list] : []), ...impossible];
}

function isShy({ tokens, grammar }: Scan, at: number): boolean {
  return grammar.shy.has(tokens[at]?.text ?? '');
}

// === Lists: "april och maj", "torsdag eller fredag"

interface Member extends Found {
  readonly start: number;
}

function listAt(scan: Scan, at: number): Match | undefined {
  const members = membersAt(scan, at);
  const last = members.at(-1);
  return last && members.length > 1 ? { end: last.end, pieces: listPieces(members, scan.present) } : undefined;
}

function membersAt(scan: Scan, at: number): Member[] {
  const first = longest(timesAt(scan, at));
  if (!first || (first.end === at + 1 && isShy(scan, at))) return [];
  const members: Member[] = [{ ...first, start: at }];
  for (let next = nextMember(scan, first); next; next = nextMember(scan, next)) members.push(next);
  return members;
}

/** The next time of the same kind, after "och" or a comma. */
function nextMember(scan: Scan, { end, moment }: Found): Member | undefined {
  const start = memberStart(scan, end);
  if (start === undefined) return undefined;
  const next = longest(timesAt(scan, start).filter((found) => found.moment.grain === moment.grain));
  return next && { ...next, start };
}

function memberStart({ tokens, grammar }: Scan, end: number): number | undefined {
  const token = tokens[end];
  if (!token) return undefined;
  if (grammar.joiners.has(token.text)) return end + 1;
  return token.gap === 2 ? end : undefined;
}

function listPieces(members: readonly Member[], present: Present): Piece[] {
  const pieces: Piece[] = [];
  let last: { start: number; moment: Moment } | undefined;
  for (const member of withSharedYear(members)) {
    const joined = last && adjacent(last.moment, member.moment, present);
    const found = joined ?? settledPeriod(member.moment, present);
    if (!found) continue;
    if (joined) pieces.pop();
    const start = joined && last ? last.start : member.start;
    pieces.push({ ...periodPiece(found, isBound(member.moment)), start, end: member.end });
    last = { start, moment: joined ? momentOf(joined) : member.moment };
  }
  return pieces;
}

/** "Mars och oktober 2019": the year that one states is the others' too. */
function withSharedYear(members: readonly Member[]): Member[] {
  const year = members.find(({ moment }) => moment.year !== undefined)?.moment.year;
  return members.map((member) =>
    year === undefined || isBound(member.moment) ? member : { ...member, moment: { ...member.moment, year } },
  );
}

function momentOf({ from, to, name }: Period): Moment {
  return from === null || to === null ? noMoment : fixed(stretch(from, to, name));
}

// === Misspellings and compounds

const tables = [sv, en];
const grammars = tables.map(grammarOf);

const countedWords = spelt(tables.map(({ counted }) => counted).join(' '));
const labelWords = spelt(tables.map(({ labels }) => labels).join(' '));

/** The rows of all slots: expressions, separated by spaces. */
function slotRows(slots: Partial<TimeSlots>): string[] {
  const { relative, ...flat } = slots;
  return [...Object.values(flat), ...Object.values(relative ?? {})].flatMap((row) => Object.values(row));
}

function patternWords(patterns: readonly string[]): string[] {
  return patterns.flatMap((pattern) => pattern.split(/[ |_?]/)).filter((word) => /^[^{-]/.test(word));
}

function allPatterns({ atoms, parts: partPatterns, spans, never }: TimeWords): string[] {
  return [...[atoms, partPatterns, spans].flatMap((table) => Object.values<readonly string[]>(table).flat()), ...never];
}

/** Words that are right as they stand, time words or not. */
const knownWords: ReadonlySet<string> = new Set([...tables.flatMap(wordsOf), ...ordinalEndings].flatMap(spellings));

function wordsOf(table: TimeWords): string[] {
  const { joiners, yearLinks, calm, counted, labels, ordinary } = table;
  const others = [joiners, yearLinks, calm, counted, labels, ordinary].flatMap(split);
  return [
    ...slotRows(table.slots).flatMap((row) => split(row.replaceAll('_', ' '))),
    ...patternWords(allPatterns(table)),
    ...others,
  ];
}

/** Without one of these a message has no time in it. */
const anchors: ReadonlySet<string> = new Set([numberKey, ...tables.flatMap(anchorWords).flatMap(spellings)]);

/** Not the words that only lead up to a time: of an expression the last word, and no numerals. */
function anchorWords({ slots, spans, atoms }: TimeWords): string[] {
  const { count: _count, ordinal: _ordinal, shift: _shift, part: _part, ...telling } = slots;
  const expressions = slotRows(telling).flatMap(split);
  const phrases = [spans.onward, spans.hitherto, spans.noon].flat().flatMap((pattern) => pattern.split(/[ |?]/));
  const names = [spans.halfHour, spans.quarterPast, spans.quarterTo, atoms.quarter, atoms.half, atoms.tertial].flat();
  return [...expressions, ...phrases]
    .map((expression) => expression.split('_').at(-1) ?? '')
    .concat(patternWords(names));
}

/** Shorter words have too many neighbours. */
const shortestMended = 5;

/** Time words that are recognised misspelt, by their first letter: people seldom miss that one. */
const mendable = Map.groupBy(
  tables.flatMap((table) => split(table.mendable)),
  (word) => word.slice(0, 1),
);

/** The time word that a word is a misspelling of. */
function mend(folded: string): string | undefined {
  if (folded.length < shortestMended) return undefined;
  return mendable.get(folded.slice(0, 1))?.find((word) => isOneEdit(fold(word), folded));
}

/** One letter wrong, missing, too many, or two swapped; the same word counts as well. */
function isOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  const isSwapped = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
  return isSwapped || restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1);
}

interface Head {
  readonly time: string;
  /** Long names need no known word after them: nothing else begins so. */
  readonly isFree: boolean;
}

/** "Augusti" and the other Latin genitives begin names as well: "Augustinsson". */
const freeHead = /^.{4,}[^i]$/;
const shortestFreeTail = 4;
const shortestHead = 3;
const longestHead = 9;

const compoundTails = spelt(tables.map((table) => table.compoundTails).join(' '));
const heads: ReadonlyMap<string, Head> = new Map(
  tables
    .filter((table) => table.compoundTails !== '')
    .flatMap(({ slots }) => [...dayHeads(slots), ...seasonHeads(slots)]),
);

function dayHeads({ month, weekdayPast, weekdays }: TimeSlots): [string, Head][] {
  const months = Object.values(month).map((words): [string, string] => [firstWord(words), firstWord(words)]);
  const days = Object.entries(weekdayPast).map(([day, words]): [string, string] => [
    words,
    firstWord(weekdays[Number(day)]),
  ]);
  return [...months, ...days].flatMap(([head, time]) => headSpellings(head, { time, isFree: freeHead.test(head) }));
}

function seasonHeads({ seasonName, season }: TimeSlots): [string, Head][] {
  return seasons.flatMap((name) =>
    headSpellings(firstWord(seasonName[name]), { time: firstWord(season[name]), isFree: false }),
  );
}

function firstWord(words = ''): string {
  return words.split(' ')[0] ?? '';
}

function headSpellings(head: string, meaning: Head): [string, Head][] {
  return spellings(head).map((spelling) => [spelling, meaning]);
}

/** The time word that a compound begins with, as an expression of its own: "torsdagsmötet" begins with "torsdagar". */
function compoundHead(text: string): string | undefined {
  for (let length = Math.min(longestHead, text.length - shortestHead); length >= shortestHead; length--) {
    const head = heads.get(text.slice(0, length));
    if (head && isTail(text.slice(length).replace('-', ''), head)) return head.time;
  }
  return undefined;
}

function isTail(tail: string, { isFree }: Head): boolean {
  return compoundTails.has(tail) || (isFree && tail.length >= shortestFreeTail);
}

// === The whole message

/**
 * The time expressions of a message, left to right, none overlapping another.
 *
 * `tense` tells whether the message speaks of the past, which decides what "on Thursday" or "before the summer" means.
 *
 * @example
 * findTimes(words('möten i april'), { day: '2019-03-01', time: '09:00' })
 * // [{ first: 1, end: 3, meaning: { kind: 'period', yearStated: false,
 * //    period: { from: '2019-04-01', to: '2019-04-30', name: { by: 'month', year: 2019, month: 4 } } } }]
 */
export function findTimes(
  messageWords: readonly Word[],
  now: LocalNow,
  tense: 'past' | 'other' = 'other',
): TimeMention[] {
  const tokens = tokenise(messageWords);
  if (!tokens.some(({ key, head }) => head !== undefined || anchors.has(key))) return [];
  const present = { today: now.day, year: yearOf(now.day), past: tense === 'past' };
  const isPlain = messageWords.every(({ text, folded }) => text === folded);
  return mentionsIn(tokens, present, isPlain);
}

function mentionsIn(tokens: readonly Token[], present: Present, isPlain: boolean): TimeMention[] {
  const mentions: TimeMention[] = [];
  for (const placed of withLaterYears(placedIn(tokens, present, isPlain), tokens, present))
    addMention(mentions, tokens, placed);
  return mentions;
}

/** A piece at its tokens. */
interface Placed {
  readonly piece: Piece;
  readonly start: number;
  readonly end: number;
}

function placedIn(tokens: readonly Token[], present: Present, isPlain: boolean): Placed[] {
  const scans = scansOf(tokens, present, isPlain);
  const placed: Placed[] = [];
  for (let at = 0; at < tokens.length; ) {
    const match = longest(scans.flatMap((scan) => bestAt(scan, at) ?? [])) ?? compoundAt(tokens, at, present);
    for (const piece of match?.pieces ?? [])
      placed.push({ piece, start: piece.start ?? at, end: piece.end ?? match?.end ?? at });
    at = match?.end ?? at + 1;
  }
  return placed;
}

function scansOf(tokens: readonly Token[], present: Present, isPlain: boolean): Scan[] {
  return grammars.map((grammar) => ({ tokens, present, grammar, isPlain, simple: [], times: [], depth: 0 }));
}

/** "Where was the November 29 meeting held in 2019": the year of a time may stand a few words on. */
function withLaterYears(placed: readonly Placed[], tokens: readonly Token[], present: Present): Placed[] {
  return placed.map((early, index) => {
    const late = placed[index + 1];
    const isNear = late !== undefined && isSameClause(tokens, early.end, late.start);
    const dated = isNear && early.piece.moment && late.piece.moment && inYear(early.piece.moment, late.piece.moment);
    const [piece] = (dated && settledPiece(dated, present)) || [];
    return piece ? { ...early, piece } : early;
  });
}

const wordsToYear = 6;

function isSameClause(tokens: readonly Token[], from: number, to: number): boolean {
  const isBreak = ({ text, gap }: Token): boolean => gap >= 2 || grammars.some(({ joiners }) => joiners.has(text));
  return to - from <= wordsToYear && !tokens.slice(from, to + 1).some(isBreak);
}

function addMention(mentions: TimeMention[], tokens: readonly Token[], { piece, start, end }: Placed): void {
  const first = tokens[start]?.word ?? 0;
  const last = tokens[end - 1]?.word ?? 0;
  // Two times in one word ("maj-oktober-20"): the word cannot be given out twice.
  if (first < (mentions.at(-1)?.end ?? 0)) return;
  const isPart = tokens[start]?.head !== undefined || tokens[start - 1]?.word === first || tokens[end]?.word === last;
  mentions.push({ first, end: last + 1, meaning: piece.meaning, ...(isPart ? { partOfWord: true as const } : {}) });
}

/** The time that a compound begins with, in the year that follows it: "aprilmötet 2019". */
function compoundAt(tokens: readonly Token[], at: number, present: Present): Match | undefined {
  const token = tokens[at];
  if (token?.head === undefined) return undefined;
  const next = tokens[at + 1];
  const isDated = next?.key === numberKey && next.text.length === 4;
  const found = bestOf([tokenOf(token.head, 0, 0), ...(isDated ? [next] : [])], present);
  return found && { ...found, end: at + found.end };
}

function bestOf(tokens: readonly Token[], present: Present): Match | undefined {
  return longest(scansOf(tokens, present, false).flatMap((scan) => bestAt(scan, 0) ?? []));
}
