// What a calendar event says: its title, its place, and the lines of its description.
import type { Activity } from '../plan/activity.ts';
import { activityKey, hostingKey, meetingKey, type RecordKey } from '../plan/change.ts';
import type { Hosting, Meeting, Occasion, Place } from '../plan/meeting.ts';
import { daysOf } from '../plan/meeting-days.ts';
import type { Alteration, Plan } from '../plan/plan.ts';
import type { Day } from '../plan/schedule.ts';
import type { Note, Source } from '../plan/source.ts';
import { capital, formatDate, formatDays, formatHours, formatSchedule } from '../render/dates.ts';
import { local, municipalityNames, partyNames, type Setting } from '../render/names.ts';
import type { When } from './calendar.ts';
import type { Words } from './words.ts';

/** What texts are made with. */
export interface Telling {
  readonly setting: Setting;
  readonly words: Words;
}

export interface EventTexts {
  readonly title: string;
  readonly place: string | null;
  readonly lines: readonly string[];
}

/** Texts of a group's meeting or a conference. */
export function meetingTexts(record: Meeting | Occasion, when: When, telling: Telling): EventTexts {
  const { setting, words } = telling;
  const place = placeOf(record.place, setting.plan);
  const moved = movedFrom(record, telling);
  return {
    title: meetingTitle(record, setting),
    place,
    lines: [
      ...timeLines(record, when, telling),
      place === null ? words.noPlace : words.place(place),
      ...('conference' in record ? hostLines(record, telling) : []),
      ...(moved === null ? [] : [words.movedFrom(moved)]),
      ...noteLines(record.notes, telling),
      ...originLines(record.source, meetingKey(record.id), telling),
    ],
  };
}

/** Whose it is comes first: a month's view shows only the beginning. */
export function meetingTitle(record: Meeting | Occasion, setting: Setting): string {
  const { plan, say } = setting;
  if ('conference' in record) {
    return joined(
      local(plan.conference(record.conference).name, setting),
      record.title && local(record.title, setting),
    );
  }
  const form = record.kind === 'planning-conference' ? say.planning : null;
  return joined(local(plan.group(record.group).name, setting), record.title ? local(record.title, setting) : form);
}

const joined = (whose: string, what: string | null): string => (what ? `${whose}: ${what}` : whose);

/** Texts of an activity with a date or months. */
export function activityTexts(activity: Activity, telling: Telling): EventTexts {
  const { setting, words } = telling;
  const { schedule, status, responsible } = activity;
  const when = formatSchedule(schedule, setting.today, setting.locale);
  const name = capital(local(activity.short, setting));
  const onlyMonths = schedule.kind === 'months';
  return {
    title: words.activity(onlyMonths ? `${name} (${when})` : name),
    place: null,
    lines: [
      local(activity.title, setting),
      onlyMonths ? words.onlyMonths(when) : capital(when),
      ...(responsible.length > 0 ? [words.responsible(partyNames(responsible, setting))] : []),
      ...(status ? [sentences(words.status(setting.say.status[status.status]), status.comment)] : []),
      ...noteLines(activity.notes, telling),
      ...originLines(activity.source, activityKey(activity.id), telling),
    ],
  };
}

/** Texts of a turn to host a conference. */
export function turnTexts(turn: Hosting, telling: Telling): EventTexts {
  const { setting, words } = telling;
  const { conference, year, hosts } = turn;
  const name = local(setting.plan.conference(conference).definite, setting);
  return {
    title: words.turn(municipalityNames(hosts, setting), name, year, hosts.length > 1),
    place: null,
    lines: [
      words.turnHasNoDay,
      ...noteLines(turn.notes, telling),
      ...originLines(turn.source, hostingKey(conference, year), telling),
    ],
  };
}

function timeLines(record: Meeting | Occasion, when: When, { setting, words }: Telling): string[] {
  const { today, locale, plan } = setting;
  const days = daysOf(record);
  if (days === null) {
    const months = 'schedule' in record ? formatSchedule(record.schedule, today, locale) : '';
    return [words.onlyMonths(months)];
  }
  const shown = capital(formatDays(days.from, days.to, today, locale));
  if (when.kind === 'days') {
    const hours = record.hours ? ` ${formatHours(record.hours, locale)}` : '';
    return [`${shown}${hours}`, ...(record.hours ? [] : [days.lunchToLunch ? words.lunchToLunch : words.noHours])];
  }
  const zone = plan.region.timeZone === 'Europe/Stockholm' ? words.localTime : plan.region.timeZone;
  return record.hours ? [`${shown} ${formatHours(record.hours, locale)} (${zone})`] : [shown];
}

function hostLines({ conference, year }: Occasion, { setting, words }: Telling): string[] {
  const turn = setting.plan.hostings.find((hosting) => hosting.conference === conference && hosting.year === year);
  return turn ? [words.hosts(municipalityNames(turn.hosts, setting), turn.hosts.length > 1)] : [];
}

function noteLines(notes: readonly Note[], { setting, words }: Telling): string[] {
  return notes.map(({ text }) => words.note(local(text, setting)));
}

/** Where it comes from: the document, the update that added it, and the latest that changed it. */
function originLines(source: Source | null, key: RecordKey, { setting, words }: Telling): string[] {
  const { plan } = setting;
  const day = (on: Day): string => formatDate(on, setting.today, setting.locale);
  const alterations = plan.alterations(key);
  const last = alterations.at(-1);
  const added = alterations.find(({ what }) => what === 'added');
  return [
    ...(source ? [words.source(local(plan.document(source.document).title, setting), source.place)] : []),
    ...(added ? [words.added(day(added.day))] : []),
    ...(last && last !== added ? [words.changed(day(last.day))] : []),
  ];
}

/** The days that the latest move was from; null where it is there again, or never moved. */
function movedFrom(record: Meeting | Occasion, { setting }: Telling): string | null {
  const isMove = ({ was }: Alteration): boolean => was !== null;
  const was = setting.plan.alterations(meetingKey(record.id)).findLast(isMove)?.was ?? null;
  const now = daysOf(record);
  if (was === null || (was.from === now?.from && was.to === now.to)) return null;
  return formatDays(was.from, was.to, setting.today, setting.locale);
}

/** The place as the plan writes it, and the municipality where that is not said already. */
export function placeOf(place: Place | null, plan: Plan): string | null {
  if (place === null) return null;
  if (place.municipality === null) return place.name;
  const { name } = plan.municipality(place.municipality);
  return place.name.toLowerCase().includes(name.toLowerCase()) ? place.name : `${place.name}, ${name}`;
}

function sentences(first: string, second: string | null): string {
  return second === null ? first : `${first}. ${capital(second)}`;
}
