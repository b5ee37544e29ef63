// Meetings and conference occasions seen as one calendar.

import { derived } from '../derived.ts';
import type { CalendarItem } from '../facts.ts';
import { daysBetween, type LocalMoment, weekdayOf } from '../plan/days.ts';
import type { Meeting, Place } from '../plan/meeting.ts';
import { overlaps, type Period } from '../plan/period.ts';
import type { Plan } from '../plan/plan.ts';
import type { Schedule } from '../plan/schedule.ts';
import type { PlaceRef } from '../query.ts';
import { monthIndex, monthOf, type Span } from './month-index.ts';

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** Last day of a month, "2019-04-30". */
function monthEnd(year: number, month: number): string {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${year}-${twoDigits(month)}-${twoDigits(last)}`;
}

const seasonMonths = { spring: [1, 6], summer: [6, 8], autumn: [7, 12], winter: [12, 12] } as const;

/** The days that a schedule covers; null where it names none. Spring is January to June, autumn July to December. */
export function spanOf(schedule: Schedule): Span | null {
  switch (schedule.kind) {
    case 'date':
      return { from: schedule.date, to: schedule.date };
    case 'range':
      return { from: schedule.from, to: schedule.to };
    case 'months': {
      const { year, months } = schedule;
      return { from: `${year}-${twoDigits(Math.min(...months))}-01`, to: monthEnd(year, Math.max(...months)) };
    }
    case 'season': {
      const [first, last] = seasonMonths[schedule.season];
      return { from: `${schedule.year}-${twoDigits(first)}-01`, to: monthEnd(schedule.year, last) };
    }
    case 'ongoing':
    case 'as-needed':
    case 'unspecified':
      return null;
  }
}

/** Months that a period must at least span before what is only dated by season belongs in it. In days. */
const shortestForSeason = 60;

/**
 * Whether a schedule belongs in an answer about a period: it must be as exact as the period is short, or the answer
 * would say that something happens in a week of which the plan says only "spring".
 */
export function belongs(schedule: Schedule, period: Period): boolean {
  if (!falls(schedule, period)) return false;
  const days = lengthOf(period);
  if (schedule.kind === 'season') return days >= shortestForSeason;
  return schedule.kind !== 'months' || days >= 28;
}

/** In days. */
const lengthOf = derived(({ from, to }: Period) =>
  from === null || to === null ? Number.POSITIVE_INFINITY : daysBetween(from, to) + 1,
);

/** The months that a period has a day of, counted through the years. */
const monthsOf = derived(({ from, to }: Period) => ({
  first: from === null ? Number.NEGATIVE_INFINITY : monthOf(from),
  last: to === null ? Number.POSITIVE_INFINITY : monthOf(to),
}));

/** Whether a schedule falls in a period: in one of its months, where it names several. */
export function falls(schedule: Schedule, period: Period): boolean {
  if (schedule.kind === 'months') {
    const { first, last } = monthsOf(period);
    const before = schedule.year * 12;
    return schedule.months.some((month) => before + month >= first && before + month <= last);
  }
  const span = spanOf(schedule);
  return span !== null && overlaps(period, span.from, span.to);
}

export function itemSpan(item: CalendarItem): Span | null {
  return item.kind === 'meeting' ? { from: item.record.from, to: item.record.to } : spanOf(item.record.schedule);
}

/** Whether an item has an exact day. */
export function isDated(item: CalendarItem): boolean {
  return item.kind === 'meeting' || item.record.schedule.kind === 'date' || item.record.schedule.kind === 'range';
}

/** The whole calendar in order of time; what has no exact day comes last within its season. */
export const calendar = derived(({ meetings, occasions }: Plan) => calendarOf(meetings, occasions));

const byMonth = derived((plan: Plan) => monthIndex(calendar(plan), itemSpan));

/** What of the calendar may fall in a period, in order of time; all of it where there is none. */
export function calendarIn(period: Period | null, plan: Plan): readonly CalendarItem[] {
  return period === null ? calendar(plan) : byMonth(plan)(period);
}

/** What has been called off, in order of time. */
export const cancelledCalendar = derived(({ cancelled }: Plan) => calendarOf(cancelled.meetings, cancelled.occasions));

function calendarOf(meetings: Plan['meetings'], occasions: Plan['occasions']): readonly CalendarItem[] {
  return inOrder([
    ...meetings.map((record): CalendarItem => ({ kind: 'meeting', record })),
    ...occasions.map((record): CalendarItem => ({ kind: 'occasion', record })),
  ]);
}

export function inOrder(items: readonly CalendarItem[]): CalendarItem[] {
  const key = (item: CalendarItem): string => {
    const span = itemSpan(item);
    const start = isDated(item) ? span?.from : span?.to;
    return `${start ?? '9999'} ${item.record.hours?.start ?? ''}`;
  };
  const keyed = items.map((item) => ({ item, key: key(item) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ item }) => item);
}

/** When lunch is over, which a meeting "lunch to lunch" ends with. */
const lunch = { start: '12:00', end: '13:00' } as const;

function isLunchToLunch(item: CalendarItem): boolean {
  if (item.kind === 'meeting') return item.record.lunchToLunch;
  return item.record.schedule.kind === 'range' && item.record.schedule.lunchToLunch;
}

/** An item is upcoming until it ends; without stated hours, until its last day ends. */
export function hasEnded(item: CalendarItem, now: LocalMoment): boolean {
  const span = itemSpan(item);
  if (!span || span.to > now.day) return false;
  if (span.to < now.day) return true;
  const end = item.record.hours?.end ?? (isLunchToLunch(item) ? lunch.end : null);
  return end !== null && end <= now.time;
}

export function hasStarted(item: CalendarItem, now: LocalMoment): boolean {
  const span = itemSpan(item);
  if (!span || span.from > now.day) return false;
  if (span.from < now.day) return true;
  const start = item.record.hours?.start ?? (isLunchToLunch(item) ? lunch.start : null);
  return start !== null && start <= now.time;
}

export function isAt(place: Place | null, wanted: PlaceRef): boolean {
  if (!place) return false;
  return wanted.kind === 'venue' ? place.name === wanted.name : place.municipality === wanted.id;
}

/** Whether any day of a meeting is the weekday. */
export function isOn(meeting: Meeting, wanted: number): boolean {
  return (wanted - weekdayOf(meeting.from) + 7) % 7 <= daysBetween(meeting.from, meeting.to);
}

/** Whether a year is one of a period's; what is told a year belongs to any part of it. */
export function inYears(year: number, period: Period | null): boolean {
  if (period === null) return true;
  const from = period.from === null ? -Infinity : Number(period.from.slice(0, 4));
  const to = period.to === null ? Infinity : Number(period.to.slice(0, 4));
  return year >= from && year <= to;
}
