// What somebody should know of before a change is made. Nothing here forbids one.
import { calendar, cancelledCalendar, isDated, itemSpan } from '../answer/calendar-items.ts';
import { dueDeadlines } from '../answer/deadlines.ts';
import type { CalendarItem, Clash } from '../facts.ts';
import type { Change, Days } from '../plan/change.ts';
import { addDays, daysBetween, type LocalMoment, weekdayOf } from '../plan/days.ts';
import type { Applied, Difference, Field } from '../plan/difference.ts';
import { daysOf } from '../plan/fold.ts';
import type { ConferenceId } from '../plan/ids.ts';
import type { Hosting, Meeting, Place } from '../plan/meeting.ts';
import type { Plan } from '../plan/plan.ts';
import type { Day, Schedule } from '../plan/schedule.ts';
import { instantAt, localAt } from '../plan/wall-clock.ts';
import { type Holidays, isWeekend } from '../plan/working-days.ts';

/** More than these would hide each other in a preview. */
const mostClashes = 8;
/** Of other meetings, so that they do not crowd out the rest. */
const mostMeetings = 4;
/** Days of a meeting that are looked at. */
const mostDays = 31;

/**
 * What a change clashes with: first meetings, days off, deadlines and years that there is no plan for, then what is
 * only unusual.
 *
 * @param applied what the change will do
 * @param before the plan without it
 */
export function clashesOf(
  change: Change,
  applied: Applied,
  before: Plan,
  now: LocalMoment,
  holidays: Holidays,
): Clash[] {
  switch (change.kind) {
    case 'add-meeting':
    case 'edit-meeting':
    case 'restore-meeting':
    case 'set-hosts':
    case 'undo':
      return clashesWith(applied, before, now, holidays).slice(0, mostClashes);
    case 'cancel-meeting':
    case 'post-status':
    case 'edit-activity':
    case 'set-role':
    case 'end-role':
    case 'set-deadline':
    case 'set-check-in':
    case 'add-synonym':
    case 'appoint-secretary':
    case 'dismiss-secretary':
    // What is odd in a whole plan is told when its file is read.
    case 'import-plan':
    case 'publish-plan':
    case 'announce':
    case 'set-template':
      return [];
  }
}

function clashesWith({ subject, differences }: Applied, before: Plan, now: LocalMoment, holidays: Holidays): Clash[] {
  if (subject.kind === 'hosting') return hostingClashes(subject.conference, differences, before);
  if (subject.kind !== 'meeting' && subject.kind !== 'occasion') return [];
  if (!isHeldAfter(subject, differences)) return [];
  const days = daysOf(subject.record);
  const isTimely = has(differences, 'date', 'held');
  const meeting = subject.kind === 'meeting' ? subject.record : null;
  return [
    ...(days && (isTimely || has(differences, 'time')) ? meetingsOn(days, subject, before) : []),
    ...(days && isTimely ? cancelledOn(days, subject, before) : []),
    ...rowsLeft(subject, differences, before),
    ...(days && isTimely ? daysOff(days, holidays) : []),
    ...(days && (isTimely || has(differences, 'time')) ? nightsOfClocks(days, subject, before) : []),
    ...(meeting && isTimely ? passedDeadlines(meeting, before, now, holidays) : []),
    ...(days && isTimely ? unplannedYears(days, before) : []),
    ...(meeting && isTimely ? unusualWeekday(meeting, before) : []),
    ...(meeting && has(differences, 'time') ? unusualHours(meeting, before) : []),
    ...(has(differences, 'place') ? unknownPlace(subject.record.place, before) : []),
  ];
}

function has(differences: readonly Difference[], ...fields: Field[]): boolean {
  return differences.some(({ field }) => fields.includes(field));
}

/** What is called off clashes with nothing, nor does a meeting whose adding is taken back. */
function isHeldAfter({ record }: CalendarItem, differences: readonly Difference[]): boolean {
  return !record.cancelled && !differences.some(({ field, after }) => field === 'date' && after === null);
}

function meetingsOn(days: Days, { record }: CalendarItem, plan: Plan): Clash[] {
  const others = calendar(plan).filter((item) => {
    const span = isDated(item) && item.record.id !== record.id ? itemSpan(item) : null;
    return span !== null && span.from <= days.to && span.to >= days.from;
  });
  return others.slice(0, mostMeetings).map((item) => ({ kind: 'meeting', item }));
}

/** The same group's meeting, or the same conference, that is called off on one of the days. */
function cancelledOn(days: Days, subject: CalendarItem, plan: Plan): Clash[] {
  const others = cancelledCalendar(plan).filter((item) => {
    const span =
      isDated(item) && item.record.id !== subject.record.id && isSameOwner(item, subject) ? itemSpan(item) : null;
    return span !== null && span.from <= days.to && span.to >= days.from;
  });
  return others.slice(0, mostMeetings).map((item) => ({ kind: 'meeting', item }));
}

function isSameOwner(one: CalendarItem, other: CalendarItem): boolean {
  if (one.kind === 'meeting') return other.kind === 'meeting' && one.record.group === other.record.group;
  return other.kind === 'occasion' && one.record.conference === other.record.conference;
}

/** Rows of the action plan that are dated on the day which a conference is moved from: they stay there. */
function rowsLeft(subject: CalendarItem, differences: readonly Difference[], plan: Plan): Clash[] {
  const date = subject.kind === 'occasion' ? differences.find(({ field }) => field === 'date') : undefined;
  if (!date?.before || !date.after) return [];
  const old =
    date.before.kind === 'schedule'
      ? exactDays(date.before.schedule)
      : date.before.kind === 'days'
        ? date.before.days
        : null;
  if (old === null) return [];
  const left = plan.activities.filter(({ schedule }) => {
    const own = exactDays(schedule);
    return own !== null && own.from === old.from && own.to === old.to;
  });
  return left.map((activity) => ({ kind: 'activity', activity }));
}

function exactDays(schedule: Schedule): { readonly from: Day; readonly to: Day } | null {
  if (schedule.kind === 'date') return { from: schedule.date, to: schedule.date };
  return schedule.kind === 'range' ? schedule : null;
}

function eachDay({ from, to }: Days): Day[] {
  const length = Math.min(daysBetween(from, to) + 1, mostDays);
  return Array.from({ length }, (_, offset) => addDays(from, offset));
}

/** A holiday on a Sunday is told as a holiday; of several weekend days the first is enough. */
function daysOff(days: Days, holidays: Holidays): Clash[] {
  const named = eachDay(days).map((day) => ({ day, name: holidays(day) }));
  const weekend = named.find(({ day, name }) => name === null && isWeekend(day));
  return [
    ...named.flatMap(({ day, name }): Clash[] => (name === null ? [] : [{ kind: 'holiday', day, name }])),
    ...(weekend ? [{ kind: 'weekend' as const, day: weekend.day }] : []),
  ];
}

/** What the meeting's new day leaves no time for. */
/** The hours that summer time's beginning skips, and its end repeats. */
function nightsOfClocks(
  { from, to }: Days,
  { record: { hours } }: CalendarItem,
  { region: { timeZone } }: Plan,
): Clash[] {
  if (hours === null) return [];
  const ends = [
    { day: from, time: hours.start },
    { day: to, time: hours.end },
  ];
  return ends.flatMap(({ day, time }): Clash[] => {
    const instant = instantAt(day, time, timeZone);
    const real = localAt(instant, timeZone).time;
    if (real !== time) return [{ kind: 'skipped', day, time, real }];
    const hourMs = 3_600_000;
    const isTwice = [-hourMs, hourMs].some((ms) => localAt(new Date(instant.getTime() + ms), timeZone).time === time);
    return isTwice ? [{ kind: 'twice', day, time, real }] : [];
  });
}

function passedDeadlines(meeting: Meeting, { deadlines }: Plan, now: LocalMoment, holidays: Holidays): Clash[] {
  const due = dueDeadlines({ deadlines, meetings: [meeting] }, holidays);
  return due.filter(({ day }) => day < now.day).map((passed) => ({ kind: 'deadline', due: passed }));
}

function unplannedYears({ from, to }: Days, { documents }: Plan): Clash[] {
  const years = new Set([from, to].map((day) => Number(day.slice(0, 4))));
  const unplanned = [...years].filter((year) => !documents.some((document) => document.year === year));
  return unplanned.map((year) => ({ kind: 'year', year }));
}

/** A weekend is told of already. One usual day among several is enough. */
function unusualWeekday({ group, from, to, lunchToLunch }: Meeting, plan: Plan): Clash[] {
  const usual = plan.group(group).pattern?.weekday;
  if (usual === undefined || isWeekend(from)) return [];
  const isUsual = eachDay({ from, to, lunchToLunch }).some((day) => weekdayOf(day) === usual);
  return isUsual ? [] : [{ kind: 'weekday', day: from, usual }];
}

/** Planning conferences have hours of their own. */
function unusualHours({ group, kind, hours }: Meeting, plan: Plan): Clash[] {
  const { pattern } = plan.group(group);
  if (kind === 'planning-conference' || hours === null || pattern === null) return [];
  const { start, end } = pattern;
  return hours.start === start && hours.end === end ? [] : [{ kind: 'hours', usual: { start, end } }];
}

function unknownPlace(place: Place | null, plan: Plan): Clash[] {
  if (place === null || place.municipality !== null) return [];
  const { meetings, occasions, cancelled } = plan;
  const items = [...meetings, ...occasions, ...cancelled.meetings, ...cancelled.occasions];
  const isNamed = items.some((item) => item.place?.name.toLowerCase() === place.name.toLowerCase());
  return isNamed ? [] : [{ kind: 'place', name: place.name }];
}

/** Municipalities given a turn although they have the one before or after; the year is that of the other turn. */
function hostingClashes(conference: ConferenceId, differences: readonly Difference[], plan: Plan): Clash[] {
  const turns = new Map<number, Hosting['hosts']>();
  for (const hosting of plan.hostings) if (hosting.conference === conference) turns.set(hosting.year, hosting.hosts);
  const given = differences.flatMap(({ before, after }) => {
    if (after?.kind !== 'hosts') return [];
    const had = before?.kind === 'hosts' ? before.hosts : [];
    return [{ year: after.year, hosts: after.hosts, added: after.hosts.filter((host) => !had.includes(host)) }];
  });
  for (const { year, hosts } of given) turns.set(year, [...hosts]);
  return given.flatMap(({ year, added }) =>
    added.flatMap((host) =>
      [year - 1, year + 1]
        .filter((other) => turns.get(other)?.includes(host))
        .map((other): Clash => ({ kind: 'hosting', municipality: plan.municipality(host), year: other })),
    ),
  );
}
