// What each kind of time expression means, given what stands in its slots.
import type { Period, PeriodName } from '../plan/period.ts';
import type { Day, Season } from '../plan/schedule.ts';
import {
  around,
  dayIn,
  earlierOf,
  feastOf,
  halfOf,
  isoWeek,
  laterOf,
  monthOf,
  monthsOf,
  plusDays,
  plusMonths,
  plusUnits,
  quarterOf,
  type Stretch,
  seasonOf,
  singleDay,
  stretch,
  unitOf,
  weekdayFrom,
  weekdayOf,
  weekOf,
  weekStart,
  yearOf,
  yearStretch,
} from './time-days.ts';
import type { TimeMeaning } from './time-mention.ts';
import {
  derived,
  fixed,
  following,
  isBound,
  type Make,
  type Moment,
  type Present,
  preceding,
  search,
  settle,
  settlePair,
  yearly,
} from './time-moments.ts';
import type { AtomMeaning, Feast, Part, PartMeaning, SpanMeaning, Unit } from './times.sv.ts';

// === What the expressions of one time mean

export const atomMeanings: Readonly<Record<AtomMeaning, Make<Moment>>> = {
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

export function dateMoment(month: number, day: number): Moment {
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

export const partMeanings: Readonly<Record<PartMeaning, Make<Moment>>> = {
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
export function inYear(open: Moment, year: Moment): Moment | undefined {
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
export interface Piece {
  readonly meaning: TimeMeaning;
  /** The time that it is, where that may still get its year from elsewhere in the message. */
  readonly moment?: Moment;
  readonly start?: number;
  readonly end?: number;
}

export const spanMeanings: Readonly<Record<SpanMeaning, Make<readonly Piece[]>>> = {
  ending: ({ time }, present) => endingPiece(time, present),
  monthTurn: (_, { today }) => whole(period(today, monthOf(yearOf(today), Number(today.slice(5, 7))).to), true),
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

export function periodPiece(found: Period, yearStated: boolean): Piece {
  return { meaning: { kind: 'period', period: found, yearStated } };
}

function whole(found: Period | undefined, yearStated: boolean): Piece[] | undefined {
  return found && [periodPiece(found, yearStated)];
}

export function settledPeriod(moment: Moment, present: Present): Period | undefined {
  const days = settle(moment, present);
  return days && period(days.from, days.to, days.name);
}

export function settledPiece(moment: Moment, present: Present): Piece[] | undefined {
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

/** "Innan månaden är slut" is the rest of it; of what is over or to come, all until its end. */
function endingPiece(time: Moment, present: Present): Piece[] | undefined {
  const days = settle(time, present);
  if (!days) return undefined;
  const isNow = days.to >= present.today && yearOf(days.to) === present.year;
  return whole(period(isNow ? present.today : days.from, days.to), isBound(time));
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
export function adjacent(first: Moment, second: Moment, present: Present): Period | undefined {
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
