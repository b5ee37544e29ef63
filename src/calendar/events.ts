// Plan × selection → a calendar: which records become events, and when.
import type { Activity } from '../plan/activity.ts';
import { activityKey, type Days, hostingKey, meetingKey, type RecordKey } from '../plan/change.ts';
import { addDays } from '../plan/days.ts';
import type { Ledger } from '../plan/fold.ts';
import type { ActivityId, ConferenceId, MeetingId } from '../plan/ids.ts';
import type { Hosting, Hours, Meeting, Occasion } from '../plan/meeting.ts';
import { daysOf, scheduledDays } from '../plan/meeting-days.ts';
import type { Plan } from '../plan/plan.ts';
import type { Day, Schedule } from '../plan/schedule.ts';
import type { Source } from '../plan/source.ts';
import type { Locale } from '../render/dates.ts';
import { settingFor } from '../render/names.ts';
import type { Calendar, CalendarEvent, When } from './calendar.ts';
import { departedFrom } from './departed.ts';
import { calendarAbout, calendarName } from './naming.ts';
import { oneLine, paragraphs } from './plain-text.ts';
import { type Revisions, revisionsOf, turnsKey } from './revisions.ts';
import { choiceOf, type Selection } from './selection.ts';
import { activityTexts, type EventTexts, meetingTexts, type Telling, turnTexts } from './texts.ts';
import { type WallClock, wallClockOf } from './wall-clock.ts';
import { wordsIn } from './words.ts';

/** What is shown, the owner's subscriptions resolved. */
export interface Shown {
  readonly selections: readonly Selection[];
  readonly withActivities: boolean;
  readonly locale: Locale;
  /** The selections are what the owner subscribes to. */
  readonly subscribed?: boolean;
}

/** What an event is about. */
export type Subject =
  | { readonly kind: 'meeting'; readonly id: MeetingId }
  | { readonly kind: 'activity'; readonly id: ActivityId }
  | { readonly kind: 'conference'; readonly id: ConferenceId };

/** The address of more about what an event is about. */
export type EventLink = (subject: Subject) => string;

/** How long a cancelled meeting stays after its day, so that every client has fetched that it is cancelled. */
const daysKeptCancelled = 90;

/**
 * The calendar of a selection.
 *
 * The same ledger gives the same calendar, whenever and wherever it is made; only cancelled meetings leave it when
 * their time is over.
 *
 * @param today the present day in the region; null keeps every cancelled meeting
 */
export function calendarOf(ledger: Ledger, shown: Shown, today: Day | null, link: EventLink | null): Calendar {
  const { plan } = ledger.edition;
  const making: Making = {
    plan,
    link,
    clock: wallClockOf(plan.region.timeZone),
    revisions: revisionsOf(ledger.entries),
    writtenAt: writtenAtIn(plan),
    telling: { setting: settingFor(plan, shown.locale, noDay), words: wordsIn(shown.locale) },
  };
  const all = eventsOf(making, shown, ledger);
  const isGone = (event: CalendarEvent): boolean => today !== null && isOver(event, today);
  const events = inOrder(all.filter((event) => !isGone(event)));
  return {
    name: calendarName(shown, making.telling),
    about: calendarAbout(shown, making.telling, events.length === 0),
    locale: shown.locale,
    region: plan.region.id,
    events,
    changedAt: lastChange(ledger, all.filter(isGone)),
  };
}

/** No year is the present one: events are read in all years, so every date has its own. */
const noDay = '0000-00-00';

interface Making {
  readonly plan: Plan;
  readonly link: EventLink | null;
  readonly clock: WallClock;
  readonly revisions: Revisions;
  readonly writtenAt: WrittenAt;
  readonly telling: Telling;
}

function eventsOf(making: Making, { selections, withActivities }: Shown, ledger: Ledger): CalendarEvent[] {
  const { plan } = making;
  const choice = choiceOf(selections, withActivities, plan);
  const meetings = [...plan.meetings, ...plan.cancelled.meetings].filter(choice.meeting);
  const occasions = [...plan.occasions, ...plan.cancelled.occasions];
  const dated = new Set(
    occasions
      .filter(({ schedule }) => scheduledDays(schedule))
      .map(({ conference, year }) => hostingKey(conference, year)),
  );
  const turns = plan.hostings.filter(({ conference, year }) => !dated.has(hostingKey(conference, year)));
  return [
    ...meetings.map((meeting) => meetingEvent(meeting, making)),
    ...occasions.filter(choice.occasion).flatMap((occasion) => occasionEvents(occasion, making, withActivities)),
    ...plan.activities.filter(choice.activity).flatMap((activity) => activityEvents(activity, making)),
    ...turns.filter(choice.hosting).map((turn) => turnEvent(turn, making)),
    // Who has the event keeps it for ever, unless the feed says that it is not theirs any more.
    ...departedFrom(choice, ledger).flatMap((record) => departedEvents(record, making)),
  ];
}

function meetingEvent(meeting: Meeting, making: Making): CalendarEvent {
  const { id, hours, source, cancelled } = meeting;
  const when = whenOf(meeting, hours, making.clock);
  const record = { uid: id, subject: { kind: 'meeting' as const, id }, source, cancelled, keys: [meetingKey(id)] };
  return eventOf(record, when, meetingTexts(meeting, when, making.telling), making);
}

function departedEvents(record: Meeting | Occasion, making: Making): CalendarEvent[] {
  const events = 'group' in record ? [meetingEvent(record, making)] : occasionEvents(record, making, false);
  const { words } = making.telling;
  return events.map((event) => ({
    ...event,
    title: event.cancelled ? event.title : words.elsewhereTitle(event.title),
    description: event.cancelled ? event.description : `${words.elsewhere}\n${event.description}`,
    cancelled: true,
    busy: false,
  }));
}

/** A conference with exact days; one of which only the months are known where activities are shown too. */
function occasionEvents(occasion: Occasion, making: Making, withMonths: boolean): CalendarEvent[] {
  const { id, hours, source, cancelled, conference } = occasion;
  const keys = [meetingKey(id), turnsKey(conference)];
  const record = { uid: id, subject: { kind: 'meeting' as const, id }, source, cancelled, keys };
  const days = daysOf(occasion);
  if (days) {
    const when = whenOf(days, hours, making.clock);
    return [eventOf(record, when, meetingTexts(occasion, when, making.telling), making)];
  }
  if (!withMonths) return [];
  return monthsOf(occasion.schedule).map(({ when, suffix }) =>
    eventOf({ ...record, uid: `${id}${suffix}` }, when, meetingTexts(occasion, when, making.telling), making),
  );
}

function activityEvents(activity: Activity, making: Making): CalendarEvent[] {
  const { id, source, schedule, status } = activity;
  const uid = `activity.${id}`;
  const cancelled = status?.status === 'cancelled';
  const texts = activityTexts(activity, making.telling);
  const record = { uid, subject: { kind: 'activity' as const, id }, source, cancelled, keys: [activityKey(id)] };
  const days = scheduledDays(schedule);
  if (days) return [eventOf(record, { kind: 'days', from: days.from, to: days.to }, texts, making)];
  return monthsOf(schedule).map(({ when, suffix }) =>
    eventOf({ ...record, uid: `${uid}${suffix}` }, when, texts, making),
  );
}

/** A turn to host a conference whose day nobody has set. */
function turnEvent(turn: Hosting, making: Making): CalendarEvent {
  const { conference, year, source } = turn;
  const day = `${year}-01-01`;
  const uid = `host.${conference}.${year}`;
  const subject = { kind: 'conference' as const, id: conference };
  const record = { uid, subject, source, cancelled: false, keys: [hostingKey(conference, year)] };
  return eventOf(record, { kind: 'days', from: day, to: day }, turnTexts(turn, making.telling), making);
}

interface RecordOfEvent {
  readonly uid: string;
  readonly subject: Subject;
  readonly source: Source | null;
  readonly cancelled: boolean;
  /** What an update has to touch to change the event. */
  readonly keys: readonly RecordKey[];
}

function eventOf(record: RecordOfEvent, when: When, texts: EventTexts, making: Making): CalendarEvent {
  const { plan, link, revisions, writtenAt, telling } = making;
  const { words } = telling;
  // As a URL is written, whatever it was made of: the file has it as it is.
  const url = link ? new URL(link(record.subject)).href : null;
  const revision = revisions(record.keys);
  const lines = [
    ...(record.cancelled ? [words.cancelled] : []),
    ...texts.lines,
    ...(url === null ? [] : [words.more(url)]),
  ];
  return {
    // Legal in a UID whatever the region is called, and no server's name: the same wherever the bot runs.
    uid: `${record.uid}@${encodeURIComponent(plan.region.id.toWellFormed())}`,
    title: oneLine(record.cancelled ? words.cancelledTitle(texts.title) : texts.title),
    when,
    place: texts.place === null ? null : oneLine(texts.place) || null,
    description: paragraphs(lines.join('\n')),
    url,
    cancelled: record.cancelled,
    busy: when.kind === 'timed' && !record.cancelled,
    sequence: revision.count,
    changedAt: new Date(Math.max(writtenAt(record.source), revision.at ?? 0)),
  };
}

/** Timed where the hours are known and make sense; one that ends before it starts ends the day after. */
function whenOf({ from, to }: Pick<Days, 'from' | 'to'>, hours: Hours | null, clock: WallClock): When {
  if (hours === null || hours.start === hours.end) return { kind: 'days', from, to };
  const start = clock(from, hours.start);
  const sameDay = clock(to, hours.end);
  const end = sameDay > start ? sameDay : clock(addDays(to, 1), hours.end);
  return { kind: 'timed', start, end };
}

interface MonthEvent {
  readonly when: When;
  /** Sets the events of one record apart. The first has none: it keeps its UID when the day becomes known. */
  readonly suffix: string;
}

/** The first day of each stretch of months; a banner over whole months would hide the calendar. */
function monthsOf(schedule: Schedule): MonthEvent[] {
  if (schedule.kind !== 'months') return [];
  const months = [...new Set(schedule.months)].sort((a, b) => a - b);
  const starts = months.filter((month) => !months.includes(month - 1));
  return starts.map((month, index) => {
    const day = `${schedule.year}-${String(month).padStart(2, '0')}-01`;
    return { when: { kind: 'days', from: day, to: day }, suffix: index === 0 ? '' : `.${day.slice(0, 7)}` };
  });
}

/** Whether a cancelled event has been shown for as long as it should. */
function isOver({ cancelled, when }: CalendarEvent, today: Day): boolean {
  return cancelled && today > lastDayShown(when);
}

function lastDayShown(when: When): Day {
  return addDays(when.kind === 'days' ? when.to : when.end.toISOString().slice(0, 10), daysKeptCancelled);
}

/** When the newest change was made, or the last cancelled event left. */
function lastChange({ edition, entries }: Ledger, gone: readonly CalendarEvent[]): Date {
  const written = edition.plan.documents.map(({ year }) => yearStart(year));
  const made = entries.map(({ at }) => Date.parse(at));
  const left = gone.map(({ when }) => Date.parse(`${addDays(lastDayShown(when), 1)}T00:00:00Z`));
  return new Date([...written, ...made, ...left].reduce((newest, instant) => Math.max(newest, instant), 0));
}

/** The instant, in ms, that stands for a record that nobody has changed; null: one that no document has. */
type WrittenAt = (source: Source | null) => number;

/** By the document's year alone: none of the record's own fields, since those may change. */
function writtenAtIn({ documents }: Plan): WrittenAt {
  const starts = new Map(documents.map(({ id, year }) => [id, yearStart(year)]));
  const first = Math.min(...starts.values());
  return (source) => (source && starts.get(source.document)) ?? first;
}

function yearStart(year: number): number {
  return Date.parse(`${String(year).padStart(4, '0')}-01-01T00:00:00Z`);
}

/** In order of time. */
function inOrder(events: readonly CalendarEvent[]): CalendarEvent[] {
  const timed = events.map((event) => ({ event, start: startOf(event.when) }));
  timed.sort((one, other) => one.start - other.start || (one.event.uid < other.event.uid ? -1 : 1));
  return timed.map(({ event }) => event);
}

function startOf(when: When): number {
  return when.kind === 'timed' ? when.start.getTime() : Date.parse(`${when.from}T00:00:00Z`);
}
