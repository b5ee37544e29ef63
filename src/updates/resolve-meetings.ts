// Which meeting is meant, and what is to become of it.
import { calendar, cancelledCalendar, hasEnded, inOrder, isDated, itemSpan } from '../answer/calendar-items.ts';
import { anyMeeting, type Draft, type MeetingTarget, type UpdateRequest } from '../draft.ts';
import type { CalendarItem, Clash } from '../facts.ts';
import { type Days, longestTitle, type MeetingFields, type MeetingOwner } from '../plan/change.ts';
import { addDays, daysBetween, type LocalMoment } from '../plan/days.ts';
import { daysOf } from '../plan/fold.ts';
import { MeetingId } from '../plan/ids.ts';
import type { Hours, Place } from '../plan/meeting.ts';
import { overlaps } from '../plan/period.ts';
import type { Plan } from '../plan/plan.ts';
import type { WallTime } from '../plan/schedule.ts';
import {
  ask,
  choose,
  cleaned,
  freeId,
  type Option,
  type Resolution,
  ready,
  refused,
  type Setting,
  slugOf,
  tooLong,
} from './resolution.ts';

type Of<Kind extends Draft['kind']> = Extract<Draft, { kind: Kind }>;

// === Which meeting

type Found =
  | { readonly kind: 'one'; readonly item: CalendarItem }
  | { readonly kind: 'other'; readonly is: Resolution };

/** More than one day's worth of alternatives is no help. */
const mostNearest = 3;

function matches(item: CalendarItem, target: MeetingTarget): boolean {
  const { groups, conferences, form, period } = target;
  if (item.kind === 'meeting') {
    if (conferences.length > 0 && groups.length === 0) return false;
    if (groups.length > 0 && !groups.includes(item.record.group)) return false;
    if (form !== 'any' && item.record.kind !== (form === 'ordinary' ? 'meeting' : 'planning-conference')) return false;
  } else {
    if (groups.length > 0 && conferences.length === 0) return false;
    if (conferences.length > 0 && !conferences.includes(item.record.conference)) return false;
    if (form !== 'any') return false;
  }
  if (period === null) return true;
  // What is only dated by season is on no certain day, and so not meant by one.
  const days = isDated(item) || conferences.length > 0 ? itemSpan(item) : null;
  return days !== null && overlaps(period, days.from, days.to);
}

/**
 * The one meeting that a target means among these; a choice where several do.
 *
 * @param withTarget the request with a target put in, for the choices
 */
function find(
  target: MeetingTarget,
  among: readonly CalendarItem[],
  { now }: Setting,
  withTarget: (target: MeetingTarget) => UpdateRequest,
): Found {
  const named = target.groups.length + target.conferences.length > 0 || target.form !== 'any';
  if (target.ids.length === 0 && !named && target.period === null && target.which === 'any') {
    return { kind: 'other', is: ask('meeting') };
  }
  const all =
    target.ids.length > 0
      ? among.filter(({ record }) => target.ids.includes(record.id))
      : among.filter((item) => matches(item, target));
  const ahead = all.filter((item) => !hasEnded(item, now));
  const likely = ahead.length > 0 ? ahead : target.period === null && target.ids.length === 0 ? [] : all;
  const [first, another] = target.which === 'next' ? likely.slice(0, 1) : likely;
  if (!first) return { kind: 'other', is: refused({ kind: 'no-meeting', nearest: nearest(target, among, now) }) };
  if (!another) return { kind: 'one', item: first };
  const options = likely.map((fact): Option => {
    return { fact, request: withTarget({ ...anyMeeting, ids: [fact.record.id] }) };
  });
  return { kind: 'other', is: choose('meeting', options) };
}

/** The soonest of the same group, where the day named has none. */
function nearest(target: MeetingTarget, among: readonly CalendarItem[], now: LocalMoment): CalendarItem[] {
  const fitting = among.filter((item) => matches(item, { ...target, period: null }) && !hasEnded(item, now));
  return fitting.slice(0, mostNearest);
}

function everything(plan: Plan): CalendarItem[] {
  return inOrder([...calendar(plan), ...cancelledCalendar(plan)]);
}

/** Held meetings first; one that is called off is found too, to be told of. */
function findHeld(
  target: MeetingTarget,
  setting: Setting,
  withTarget: (target: MeetingTarget) => UpdateRequest,
): Found {
  const { plan } = setting.ledger.edition;
  const held = find(target, calendar(plan), setting, withTarget);
  const isMissing = held.kind === 'other' && held.is.kind === 'refused';
  const found = isMissing ? find(target, everything(plan), setting, withTarget) : held;
  if (found.kind === 'other') return found;
  const { item } = found;
  if (item.record.cancelled) return { kind: 'other', is: refused({ kind: 'cancelled', item }) };
  if (hasEnded(item, setting.now)) return { kind: 'other', is: refused({ kind: 'past', item, day: dayOf(item) }) };
  return found;
}

function dayOf(item: CalendarItem): string {
  return itemSpan(item)?.from ?? '';
}

// === Calling off and restoring

export function resolveCancel(draft: Of<'cancel-meeting'>, request: UpdateRequest, setting: Setting): Resolution {
  const found = findHeld(draft.target, setting, (target) => ({ ...request, draft: { ...draft, target } }));
  return found.kind === 'other' ? found.is : ready({ kind: 'cancel-meeting', meeting: found.item.record.id });
}

export function resolveRestore(draft: Of<'restore-meeting'>, request: UpdateRequest, setting: Setting): Resolution {
  const { plan } = setting.ledger.edition;
  const withTarget = (target: MeetingTarget): UpdateRequest => ({ ...request, draft: { ...draft, target } });
  const off = find(draft.target, cancelledCalendar(plan), setting, withTarget);
  if (off.kind === 'one') {
    const { item } = off;
    if (hasEnded(item, setting.now)) return refused({ kind: 'past', item, day: dayOf(item) });
    return ready({ kind: 'restore-meeting', meeting: item.record.id });
  }
  if (off.is.kind !== 'refused') return off.is;
  const held = find(draft.target, calendar(plan), setting, withTarget);
  return held.kind === 'one' ? refused({ kind: 'not-cancelled', item: held.item }) : off.is;
}

// === Moving and other changes

export function resolveEdit(draft: Of<'edit-meeting'>, request: UpdateRequest, setting: Setting): Resolution {
  const found = findHeld(draft.target, setting, (target) => ({ ...request, draft: { ...draft, target } }));
  if (found.kind === 'other') return found.is;
  const edited = edit(draft, found.item, setting);
  // Which meeting it is needs not be found out again, and can be named.
  const target = { ...anyMeeting, ids: [found.item.record.id] };
  return edited.kind === 'ask' ? { ...edited, request: { ...request, draft: { ...draft, target } } } : edited;
}

function edit(draft: Of<'edit-meeting'>, item: CalendarItem, setting: Setting): Resolution {
  if (!isAnythingSet(draft)) return ask('meeting-field');
  const days = newDays(draft, daysOf(item.record));
  if (draft.taken && !isThere(draft.taken, item.record.place)) return refused({ kind: 'unchanged' });
  const timed =
    draft.minutes === undefined ? newHours(draft, item.record.hours) : shifted(draft.minutes, item.record.hours);
  if (timed.kind !== 'hours') return timed;
  const wrong = wrongTime(days, timed.hours ?? null, setting.now) ?? tooLong(draft.title, longestTitle);
  if (wrong) return wrong;
  const set: MeetingFields = {
    ...(days === null ? {} : { days }),
    ...(timed.hours === undefined ? {} : { hours: timed.hours }),
    ...(draft.place === null ? {} : { place: { ...draft.place, name: cleaned(draft.place.name) } }),
    ...(draft.title === null ? {} : { title: { sv: cleaned(draft.title) } }),
    ...Object.fromEntries((draft.cleared ?? []).map((field) => [field, null])),
  };
  return ready({ kind: 'edit-meeting', meeting: item.record.id, set }, timed.clashes);
}

function isAnythingSet(draft: Of<'edit-meeting'>): boolean {
  const { days, start, end, place, title, shift, minutes = null, cleared = [] } = draft;
  return cleared.length > 0 || [days, start, end, place, title, shift, minutes].some((part) => part !== null);
}

/** Whether the place that somebody takes away is the meeting's. */
function isThere({ municipality, name }: Place, place: Place | null): boolean {
  if (place === null) return false;
  if (municipality !== null && municipality === place.municipality) return true;
  return place.name.toLowerCase() === cleaned(name).toLowerCase();
}

/** Earlier or later on the same day. */
function shifted(minutes: number, before: Hours | null): Timed {
  if (before === null) return ask('time');
  const [start = 0, end = 0] = [before.start, before.end].map((time) => minutesOf(time) + minutes);
  if (start < 0) return refused({ kind: 'impossible', words: `${-minutes} min` });
  if (end >= minutesADay) return refused({ kind: 'impossible', words: wallTime(end) });
  return { kind: 'hours', hours: { start: wallTime(start), end: wallTime(end) }, clashes: [] };
}

/** A meeting of several days keeps its length and its form where only its first day is told. */
function newDays({ days, shift, exact }: Of<'edit-meeting'>, before: Days | null): Days | null {
  if (days !== null) {
    if (exact) return days;
    const length = before ? daysBetween(before.from, before.to) : 0;
    if (!before || length === 0) return days;
    // From lunch to lunch it stays, unless it is now of one day.
    if (days.from !== days.to) return { ...days, lunchToLunch: days.lunchToLunch || before.lunchToLunch };
    return { from: days.from, to: addDays(days.from, length), lunchToLunch: before.lunchToLunch };
  }
  if (shift === null || before === null) return null;
  return { ...before, from: addDays(before.from, shift), to: addDays(before.to, shift) };
}

type Timed =
  /** Undefined where nothing was said of hours. */
  { readonly kind: 'hours'; readonly hours: Hours | undefined; readonly clashes: readonly Clash[] } | Resolution;

function newHours(
  { start, end }: { readonly start: WallTime | null; readonly end: WallTime | null },
  before: Hours | null,
): Timed {
  if (start === null && end === null) return { kind: 'hours', hours: undefined, clashes: [] };
  const from = start ?? before?.start;
  if (from === undefined) return ask('time');
  if (end !== null) return checked(from, end, []);
  if (before === null) return ask('end');
  const later = minutesOf(from) + minutesOf(before.end) - minutesOf(before.start);
  if (later >= minutesADay) return ask('end');
  const kept = wallTime(later);
  return checked(from, kept, [{ kind: 'length', end: kept }]);
}

function checked(start: WallTime, end: WallTime, clashes: readonly Clash[]): Timed {
  if (end <= start) return refused({ kind: 'end-before-start', start, end });
  return { kind: 'hours', hours: { start, end }, clashes };
}

const minutesADay = 24 * 60;

function minutesOf(time: WallTime): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

function wallTime(minutes: number): WallTime {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** A day before today, an hour that has struck today, or days in the wrong order. */
function wrongTime(days: Days | null, hours: Hours | null, now: LocalMoment): Resolution | null {
  if (days === null) return null;
  if (days.to < days.from) return refused({ kind: 'end-before-start', start: days.from, end: days.to });
  const isOver = days.from < now.day || (days.from === now.day && hours !== null && hours.start <= now.time);
  return isOver ? refused({ kind: 'past', item: null, day: days.from }) : null;
}

// === New meetings

export function resolveAdd(draft: Of<'add-meeting'>, request: UpdateRequest, setting: Setting): Resolution {
  const { plan } = setting.ledger.edition;
  const owners = ownersOf(draft, plan);
  const [owner, another] = owners;
  if (!owner) return ask('group');
  if (another)
    return choose(
      'group',
      owners.map((one) => ownerOption(one, draft, request, plan)),
    );
  if (draft.days === null) return ask('date');
  const timed = newHours(draft, usualHours(owner, plan));
  if (timed.kind !== 'hours') return timed;
  const hours = timed.hours ?? usualHours(owner, plan);
  if (hours === null && owner.kind === 'group' && owner.form === 'meeting') return ask('time');
  const wrong = wrongTime(draft.days, hours, setting.now) ?? tooLong(draft.title, longestTitle);
  if (wrong) return wrong;
  return ready(
    {
      kind: 'add-meeting',
      meeting: newId(owner, draft.days.from, plan),
      owner,
      days: draft.days,
      hours,
      place: draft.place && { ...draft.place, name: cleaned(draft.place.name) },
      title: draft.title === null ? null : { sv: cleaned(draft.title) },
    },
    timed.clashes,
  );
}

function ownersOf({ groups, conferences, form }: Of<'add-meeting'>, plan: Plan): MeetingOwner[] {
  const known = plan.groups.filter(({ id }) => groups.includes(id));
  return [
    ...known.map(({ id }): MeetingOwner => ({ kind: 'group', group: id, form })),
    ...conferences.map((conference): MeetingOwner => ({ kind: 'conference', conference })),
  ];
}

function ownerOption(owner: MeetingOwner, draft: Of<'add-meeting'>, request: UpdateRequest, plan: Plan): Option {
  if (owner.kind === 'group') {
    const fact = { kind: 'group' as const, record: plan.group(owner.group) };
    return { fact, request: { ...request, draft: { ...draft, groups: [owner.group], conferences: [] } } };
  }
  const fact = { kind: 'conference' as const, record: plan.conference(owner.conference) };
  return { fact, request: { ...request, draft: { ...draft, groups: [], conferences: [owner.conference] } } };
}

/** An ordinary meeting has its group's usual hours unless it is told others; the preview shows them. */
function usualHours(owner: MeetingOwner, plan: Plan): Hours | null {
  if (owner.kind !== 'group' || owner.form !== 'meeting') return null;
  const { pattern } = plan.group(owner.group);
  return pattern && { start: pattern.start, end: pattern.end };
}

function newId(owner: MeetingOwner, day: string, plan: Plan): MeetingId {
  const taken = new Set<string>(everything(plan).map(({ record }) => record.id));
  const name = owner.kind === 'group' ? owner.group : owner.conference;
  return MeetingId.parse(freeId(`${slugOf(name)}-${day}`, (id) => taken.has(id)));
}
