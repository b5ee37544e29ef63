// Calendar files read by ical.js, which shares nothing with what writes them.
import ICAL from 'ical.js';
import { expect } from 'vitest';
import type { Calendar, CalendarEvent } from '../../src/calendar/calendar.ts';
import { addDays } from '../../src/plan/days.ts';

/** What an event may have; anything else came in through somebody's text. */
const eventProperties = [
  ...['uid', 'sequence', 'dtstamp', 'dtstart', 'dtend', 'summary', 'transp', 'location', 'description', 'url'],
  ...['status', 'last-modified', 'x-microsoft-cdo-alldayevent', 'x-microsoft-msncalendar-alldayevent'],
];
const calendarProperties = [
  ...['version', 'prodid', 'name', 'x-wr-calname', 'x-wr-caldesc', 'refresh-interval', 'x-published-ttl'],
];

export interface ParsedEvent {
  readonly uid: string;
  readonly sequence: number;
  /** Days as "2019-04-04", instants in ISO; the end exclusive. */
  readonly start: string;
  readonly end: string;
  readonly title: string;
  readonly place: string | null;
  readonly description: string;
  readonly url: string | null;
  readonly status: string;
  readonly transparency: string;
  readonly changedAt: string;
}

/** Reads a file, and checks everything of its form that holds for every file. */
export function parsed(file: string): ParsedEvent[] {
  checkLines(file);
  const calendar = new ICAL.Component(ICAL.parse(file));
  expect(calendar.name).toBe('vcalendar');
  expect(namesOf(calendar).filter((name) => !calendarProperties.includes(name))).toEqual([]);
  expect(calendar.getFirstPropertyValue('x-published-ttl')).toBe('PT1H');
  expect(String(calendar.getFirstPropertyValue('refresh-interval'))).toBe('PT1H');
  const components = calendar.getAllSubcomponents();
  expect(components.filter(({ name }) => name !== 'vevent')).toEqual([]);
  const events = components.map(readEvent);
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
  return events;
}

function checkLines(file: string): void {
  expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
  const lines = file.split('\r\n');
  expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
  // Half a character at the fold, or a control character that a reader may take for a line's end.
  expect(lines.filter((line) => !line.isWellFormed() || /[^\P{Cc}\t]|[\u2028\u2029]/u.test(line))).toEqual([]);
}

function namesOf(component: ICAL.Component): string[] {
  const names = component.getAllProperties().map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  return names;
}

function readEvent(component: ICAL.Component): ParsedEvent {
  expect(namesOf(component).filter((name) => !eventProperties.includes(name))).toEqual([]);
  expect(component.getAllSubcomponents()).toEqual([]);
  const value = (name: string): string | null => component.getFirstPropertyValue(name)?.toString() ?? null;
  expect(instant(component, 'dtstamp')).toBe(instant(component, 'last-modified'));
  return {
    uid: value('uid') ?? '',
    sequence: Number(value('sequence')),
    start: instant(component, 'dtstart'),
    end: instant(component, 'dtend'),
    title: value('summary') ?? '',
    place: value('location'),
    description: value('description') ?? '',
    url: value('url'),
    status: value('status') ?? '',
    transparency: value('transp') ?? '',
    changedAt: instant(component, 'last-modified'),
  };
}

function instant(component: ICAL.Component, name: string): string {
  const time = component.getFirstPropertyValue(name);
  if (!(time instanceof ICAL.Time)) throw new Error(`${name} is no time`);
  if (time.isDate) return time.toString();
  expect(time.zone).toBe(ICAL.Timezone.utcTimezone);
  return time.toJSDate().toISOString();
}

/** What should come out of a file for the events that went in. */
export function expected({ events }: Calendar): ParsedEvent[] {
  return events.map((event) => ({
    uid: event.uid,
    sequence: event.sequence,
    ...span(event),
    title: event.title,
    place: event.place,
    description: event.description,
    url: event.url,
    status: event.cancelled ? 'CANCELLED' : 'CONFIRMED',
    transparency: event.busy ? 'OPAQUE' : 'TRANSPARENT',
    changedAt: event.changedAt.toISOString().replace(/\.\d{3}Z$/, '.000Z'),
  }));
}

function span({ when }: CalendarEvent): { start: string; end: string } {
  return when.kind === 'days'
    ? { start: when.from, end: addDays(when.to, 1) }
    : { start: when.start.toISOString(), end: when.end.toISOString() };
}
