// Answers about meetings and about what happens in a period.

import { derived } from '../derived.ts';
import type { CalendarItem, NoneReason, SingleAnswer } from '../facts.ts';
import { meetingKey } from '../plan/change.ts';
import { daysBetween, type LocalMoment } from '../plan/days.ts';
import type { MeetingId } from '../plan/ids.ts';
import type { Meeting } from '../plan/meeting.ts';
import { overlaps, type Period } from '../plan/period.ts';
import { isPlanned, type Plan } from '../plan/plan.ts';
import { currentPlanYear } from '../plan/plan-year.ts';
import {
  type AgendaQuery,
  everyMeeting,
  type Focus,
  type MeetingsQuery,
  type OrderQuery,
  type SingleQuery,
} from '../query.ts';
import { activitiesAround } from './action-plan.ts';
import {
  belongs,
  calendar,
  calendarIn,
  cancelledCalendar,
  hasEnded,
  hasStarted,
  isAt,
  isDated,
  isOn,
  itemSpan,
} from './calendar-items.ts';
import { offerCalendar, offerFile } from './calendar-offers.ts';
import { answerWith } from './parts.ts';

const calendarDoubts = ['date', 'time', 'place'] as const;

export function fits(item: CalendarItem, query: MeetingsQuery): boolean {
  if (query.daypart && !isInPart(item, query.daypart)) return false;
  if (item.kind === 'occasion') return query.conferences && query.form === 'any' && inScope(item, query);
  const { record } = item;
  if (query.groups.length > 0 && !query.groups.includes(record.group)) return false;
  if (query.form === 'planning-conference' && record.kind !== 'planning-conference') return false;
  if (query.form === 'ordinary' && record.kind !== 'meeting') return false;
  if (query.weekday !== null && !isOnDay(record, query.weekday, query.otherDays)) return false;
  if (query.otherPlaces && query.place !== null) {
    return inScope(item, { ...query, place: null }) && !inScope(item, query);
  }
  return inScope(item, query);
}

/** A meeting of several days is on other days too. */
function isOnDay(meeting: Meeting, weekday: number, otherDays: MeetingsQuery['otherDays']): boolean {
  if (!otherDays) return isOn(meeting, weekday);
  return meeting.from !== meeting.to || !isOn(meeting, weekday);
}

/** By the hours that are stated; a meeting that goes on after six o'clock is an evening's too. */
function isInPart({ record: { hours } }: CalendarItem, part: NonNullable<MeetingsQuery['daypart']>): boolean {
  if (hours === null) return false;
  switch (part) {
    case 'morning':
      return hours.start < '12:00';
    case 'afternoon':
      return hours.end > '12:00' && hours.start < '17:00';
    case 'evening':
      return hours.start >= '17:00' || hours.end > '18:00';
  }
}

function inScope(
  item: CalendarItem,
  query: { readonly period: Period | null; readonly place: MeetingsQuery['place'] },
): boolean {
  if (query.place !== null && !isAt(item.record.place, query.place)) return false;
  if (query.period === null) return true;
  if (item.kind === 'occasion') return belongs(item.record.schedule, query.period);
  return overlaps(query.period, item.record.from, item.record.to);
}

/** The items on one side of a meeting that was shown before. */
function beside(
  items: readonly CalendarItem[],
  from: MeetingId | null,
  side: 'after' | 'before',
  all: readonly CalendarItem[],
): CalendarItem[] {
  if (from === null) return [...items];
  const at = all.findIndex((item) => item.record.id === from);
  const those = new Set(side === 'after' ? all.slice(at + 1) : all.slice(0, Math.max(0, at)));
  return items.filter((item) => those.has(item));
}

export function pick(query: MeetingsQuery, plan: Plan, now: LocalMoment): CalendarItem[] {
  const all = calendar(plan);
  if (query.ids.length > 0) return all.filter((item) => query.ids.includes(item.record.id));
  const fitting = calendarIn(query.period, plan).filter((item) => fits(item, query));
  const year = currentPlanYear(plan, now);
  const ofYear = (item: CalendarItem): boolean => query.period !== null || isOfYear(item, year);
  const { take = 1 } = query;
  switch (query.which) {
    case 'all':
      return fitting.filter(ofYear);
    case 'upcoming':
      return fitting.filter((item) => !hasEnded(item, now));
    case 'past':
      return fitting.filter((item) => ofYear(item) && isDated(item) && hasEnded(item, now));
    case 'next': {
      const candidates =
        query.from === null
          ? fitting.filter((item) => !hasEnded(item, now))
          : beside(fitting, query.from, 'after', all);
      return candidates.filter(isDated).slice(0, take);
    }
    case 'latest': {
      const candidates =
        query.from === null
          ? fitting.filter((item) => hasStarted(item, now))
          : beside(fitting, query.from, 'before', all);
      return candidates.filter(isDated).slice(-take);
    }
    case 'first':
      return fitting.filter(ofYear).slice(0, take);
    case 'final':
      return fitting.filter(ofYear).slice(-take);
  }
}

export function whyNone(
  query: { readonly period: Period | null; readonly which?: MeetingsQuery['which'] },
  plan: Plan,
  now: LocalMoment,
): NoneReason {
  if (query.period !== null) return isPlanned(plan, query.period) ? 'no-match' : 'outside-plan';
  const nothingLeft = calendar(plan).every((item) => hasEnded(item, now));
  const ahead = query.which === 'next' || query.which === 'upcoming';
  return ahead && nothingLeft ? 'none-upcoming' : ahead ? 'none-upcoming' : 'no-match';
}

export function focusOn(items: readonly CalendarItem[]): Partial<Focus> {
  const years = new Set(items.map((item) => itemSpan(item)?.from.slice(0, 4)));
  const [year] = years;
  return {
    meetings: items.map((item) => item.record.id),
    conferences: [...new Set(items.flatMap((item) => (item.kind === 'occasion' ? [item.record.conference] : [])))],
    year: years.size === 1 && year ? Number(year) : null,
  };
}

/** "Kommittén är väl i Tyresö i maj?": where it is then is told; of a year there would be too much to tell. */
function isCertain({ period, groups }: MeetingsQuery): boolean {
  const by = period?.name.by;
  return by === 'day' || (groups.length === 1 && (by === 'week' || by === 'month' || by === 'weekend'));
}

export function answerMeetings(query: MeetingsQuery, plan: Plan, now: LocalMoment): SingleAnswer {
  const asked = pick(query, plan, now);
  const elsewhere = asked.length === 0 && query.place !== null && isCertain(query);
  const items = elsewhere ? pick({ ...query, place: null }, plan, now) : asked;
  const none = items.length === 0 ? whyNone(query, plan, now) : null;
  const besides = items.length === 0 ? [...conferencesThen(query, plan), ...nearThen(query, plan)] : [];
  const ended = items.filter((item) => hasEnded(item, now)).map(({ record }) => record.id);
  const cancelled = calledOff(query, items, plan, now);
  const movedAway = moved(query, items, plan);
  return answerWith({
    outcome: { kind: 'meetings', query, items, none, elsewhere, cancelled, movedAway, besides, ended },
    facts: [...items, ...cancelled, ...movedAway, ...besides],
    doubts: items.length <= 3 ? calendarDoubts : ['date'],
    suggestions: [...suggestMeetings(query, items), ...offer(query, items, now)],
    focus: focusOn(items.length > 0 ? items : [...cancelled, ...movedAway]),
  });
}

/** A group's meetings of the month, where a day was asked for in vain: "var det den 2 maj kommittén skulle ses?" */
function nearThen(query: MeetingsQuery, plan: Plan): CalendarItem[] {
  const { period, groups, place } = query;
  if (period?.name.by !== 'day' || period.from === null || groups.length !== 1 || place !== null) return [];
  const month = period.from.slice(0, 7);
  return calendar(plan).filter(
    (item) => item.kind === 'meeting' && item.record.from.startsWith(month) && fits(item, { ...query, period: null }),
  );
}

/** Conferences on the days for which meetings were asked in vain: whoever asks whether the day is free wants to know. */
function conferencesThen({ period, place, conferences, form }: MeetingsQuery, plan: Plan): CalendarItem[] {
  if (period === null || conferences || form !== 'any' || place !== null) return [];
  if (!(['day', 'week', 'weekend'] as const).some((by) => by === period.name.by)) return [];
  return calendarIn(period, plan).filter(
    (item) => item.kind === 'occasion' && isDated(item) && inScope(item, { period, place }),
  );
}

/** What fits the question and has been called off; before the meeting that is next, where that is asked for. */
export function calledOff(
  query: MeetingsQuery,
  [first]: readonly CalendarItem[],
  plan: Plan,
  now: LocalMoment,
): CalendarItem[] {
  const all = cancelledCalendar(plan);
  if (query.ids.length > 0) return all.filter((item) => query.ids.includes(item.record.id));
  const fitting = all.filter((item) => fits(item, query));
  switch (query.which) {
    case 'all':
      return query.period === null
        ? fitting.filter((item) => isOfYear(item, currentPlanYear(plan, now)))
        : all.filter((item) => fitting.includes(item) || wasIn(item, query, plan));
    case 'upcoming':
      return fitting.filter((item) => !hasEnded(item, now));
    case 'next': {
      const start = first && itemSpan(first)?.from;
      const isBefore = (item: CalendarItem): boolean => start === undefined || (itemSpan(item)?.from ?? '') < start;
      return query.from === null ? fitting.filter((item) => !hasEnded(item, now) && isBefore(item)) : [];
    }
    case 'past':
    case 'latest':
    case 'first':
    case 'final':
      return [];
  }
}

function isOfYear(item: CalendarItem, year: number): boolean {
  return itemSpan(item)?.from.slice(0, 4) === String(year);
}

/** Periods so short that whoever names one has a certain meeting in mind. */
const certain: ReadonlySet<Period['name']['by']> = new Set(['day', 'week', 'weekend', 'month']);

const everMoved = derived((plan: Plan) =>
  calendar(plan).filter(({ record }) => plan.alterations(meetingKey(record.id)).some(({ was }) => was !== null)),
);

/** Meetings that an update has moved out of the period asked about. */
export function moved(query: MeetingsQuery, items: readonly CalendarItem[], plan: Plan): CalendarItem[] {
  const { period } = query;
  if (period === null || !certain.has(period.name.by)) return [];
  return everMoved(plan).filter((item) => {
    return wasIn(item, query, plan) && !items.includes(item) && !inScope(item, { period, place: null });
  });
}

/** Whether an update has moved an item of those asked about away from a short period. */
function wasIn(item: CalendarItem, query: MeetingsQuery, plan: Plan): boolean {
  const { period } = query;
  if (period === null || !certain.has(period.name.by)) return false;
  const moves = plan.alterations(meetingKey(item.record.id)).flatMap(({ was }) => was ?? []);
  return (
    moves.some(({ from, to }) => overlaps(period, from, to)) &&
    fits(item, { ...query, period: null, place: null, weekday: null })
  );
}

function suggestMeetings(query: MeetingsQuery, items: readonly CalendarItem[]): SingleQuery[] {
  const base: MeetingsQuery = {
    ...query,
    period: null,
    place: null,
    weekday: null,
    ids: [],
    from: null,
    aspect: 'when',
    which: 'next',
  };
  const [only] = items;
  const latest: MeetingsQuery = { ...base, which: 'latest' };
  if (items.length !== 1 || !only) return [base, ...(items.length === 0 ? [latest] : [])];
  return [
    { ...base, from: only.record.id },
    { ...base, which: 'upcoming' },
  ];
}

/** Only what was asked for as a whole: a subscription knows no weekday and no place. */
function offer(query: MeetingsQuery, items: readonly CalendarItem[], now: LocalMoment): SingleQuery[] {
  const isPart = query.place !== null || query.weekday !== null || query.form !== 'any';
  return isPart && items.length !== 1 ? [] : offerCalendar(items, query.groups, now);
}

/** "Vad händer i april?" */
export function answerAgenda(query: AgendaQuery, plan: Plan, now: LocalMoment): SingleAnswer {
  const span = query.period ?? { from: now.day, to: null, name: { by: 'dates' as const } };
  const scope = { period: span, place: query.place };
  const items = query.content === 'activities' ? [] : calendarIn(span, plan).filter((item) => inScope(item, scope));
  const gone = query.content === 'activities' ? nothingGone : goneFrom(query, scope, items, plan, now);
  const { cancelled, movedAway } = gone;
  const activities =
    query.content === 'calendar' || query.period === null
      ? []
      : activitiesAround(span, plan).filter(
          (activity) => belongs(activity.schedule, span) && atPlace(activity, query) && !isRowOf(activity, gone, plan),
        );
  const none =
    items.length + activities.length === 0 ? whyNone({ period: query.period, which: 'upcoming' }, plan, now) : null;
  const rows = activities.map((record) => ({ kind: 'activity' as const, record }));
  return answerWith({
    outcome: { kind: 'agenda', query, items, cancelled, movedAway, activities, none },
    facts: [...items, ...cancelled, ...movedAway, ...rows],
    doubts: ['date'],
    suggestions: query.place === null ? offerCalendar(items, [], now) : offerFile(items, now),
    focus: {
      ...focusOn(items.length > 0 ? items : [...cancelled, ...movedAway]),
      activities: activities.map(({ id }) => id),
    },
  });
}

type Gone = Pick<Extract<SingleAnswer['outcome'], { kind: 'agenda' }>, 'cancelled' | 'movedAway'>;
const nothingGone: Gone = { cancelled: [], movedAway: [] };

/** What does not happen then: called off, or moved to other days. */
function goneFrom(
  query: AgendaQuery,
  scope: { readonly period: Period; readonly place: AgendaQuery['place'] },
  items: readonly CalendarItem[],
  plan: Plan,
  now: LocalMoment,
): Gone {
  const everything: MeetingsQuery = { ...everyMeeting, conferences: true, period: query.period };
  const isAnywhere = query.place === null;
  const cancelled = cancelledCalendar(plan).filter(
    (item) =>
      (inScope(item, scope) || (isAnywhere && wasIn(item, everything, plan))) &&
      !(query.period === null && hasEnded(item, now)),
  );
  return { cancelled, movedAway: isAnywhere ? moved(everything, items, plan) : [] };
}

/** Whether an activity is the action plan's row of a conference that does not happen then. */
function isRowOf({ title, schedule }: Plan['activities'][number], { cancelled, movedAway }: Gone, plan: Plan): boolean {
  if (schedule.kind !== 'date' && schedule.kind !== 'range') return false;
  return [...cancelled, ...movedAway].some(
    (item) => item.kind === 'occasion' && plan.conference(item.record.conference).name.sv === title.sv,
  );
}

function atPlace(activity: Plan['activities'][number], query: AgendaQuery): boolean {
  const { place } = query;
  if (place === null) return true;
  return (
    place.kind === 'municipality' &&
    activity.responsible.some((party) => party.kind === 'municipality' && party.id === place.id)
  );
}

/** "Är rådslaget före eller efter kommittémötet?" */
export function answerOrder(query: OrderQuery, plan: Plan, now: LocalMoment): SingleAnswer {
  const [left, right] = [query.left, query.right].map((side) => candidatesOf(side, plan, now));
  const [first, second] = nearestPair(left ?? [], right ?? []);
  const items = [first, second].filter((item) => item !== null);
  return answerWith({
    outcome: { kind: 'order', query, left: first, right: second, side: sideOf(first, second) },
    facts: items,
    doubts: calendarDoubts,
    focus: focusOn(items),
  });
}

function sideOf(left: CalendarItem | null, right: CalendarItem | null): 'before' | 'after' | 'same' | null {
  const [a, b] = [left && itemSpan(left)?.from, right && itemSpan(right)?.from];
  if (!a || !b) return null;
  return a === b ? 'same' : a < b ? 'before' : 'after';
}

function candidatesOf(side: OrderQuery['left'], plan: Plan, now: LocalMoment): CalendarItem[] {
  if (side.kind === 'meetings') return pick(side, plan, now).filter(isDated);
  const year = currentPlanYear(plan, now);
  return calendar(plan).filter(
    (item) =>
      item.kind === 'occasion' &&
      side.conferences.includes(item.record.conference) &&
      isDated(item) &&
      (side.period === null ? item.record.year === year : inScope(item, { period: side.period, place: null })),
  );
}

/** Of several that may be meant those that are nearest to each other. */
function nearestPair(
  left: readonly CalendarItem[],
  right: readonly CalendarItem[],
): readonly [CalendarItem | null, CalendarItem | null] {
  const distance = (a: CalendarItem, b: CalendarItem): number =>
    Math.abs(daysBetween(itemSpan(a)?.from ?? '', itemSpan(b)?.from ?? ''));
  const pairs = left.flatMap((a) => right.map((b) => [a, b] as const));
  const [nearest] = pairs.toSorted((one, other) => distance(...one) - distance(...other));
  return nearest ?? [left[0] ?? null, right[0] ?? null];
}
