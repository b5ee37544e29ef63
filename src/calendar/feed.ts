// Calendar → text/calendar (RFC 5545), through ical-generator; what the library does not escape is made safe here.
import ical, { ICalEvent, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { addDays } from '../plan/days.ts';
import type { Day } from '../plan/schedule.ts';
import type { Locale } from '../render/dates.ts';
import type { Calendar, CalendarEvent } from './calendar.ts';
import { folded } from './folding.ts';
import { oneLine } from './plain-text.ts';
import { wordsIn } from './words.ts';

/** How often clients are asked to fetch; most are slower. */
const refreshSeconds = 60 * 60;

/** The file's text; the same calendar gives the same bytes. */
export function writeCalendar({ name, about, locale, region, events }: Calendar): string {
  const file = ical({
    name: escaped(oneLine(name)),
    description: escaped(oneLine(about)),
    prodId: `//${escaped(oneLine(region))}//calendar//${locale.toUpperCase()}`,
    ttl: refreshSeconds,
  });
  // Event by event: the library's folding of a whole file takes more time than all else together.
  const written = events.map((event) => folded(new ICalEvent(eventData(event), file).toString()));
  return `${file.toString().slice(0, -end.length)}${written.join('')}${end}\r\n`;
}

/** How the library ends a file: without the line end that every line must have. */
const end = 'END:VCALENDAR';

/** Why a calendar is empty whose address is no longer in use; an error would leave the old events with its readers. */
export function endedCalendar(
  ended: 'replaced' | 'revoked',
  locale: Locale,
  region: string,
  changedAt: Date,
): Calendar {
  const { name, about } = wordsIn(locale).ended[ended];
  return { name, about, locale, region, events: [], changedAt };
}

function eventData(event: CalendarEvent) {
  const { uid, title, when, place, description, url, cancelled, busy, sequence, changedAt } = event;
  const time =
    when.kind === 'timed'
      ? { start: when.start, end: when.end }
      : // The end of an all-day event is the day after its last.
        { allDay: true, start: midnight(when.from), end: midnight(addDays(when.to, 1)) };
  return {
    ...time,
    id: escaped(oneLine(uid)),
    sequence,
    stamp: changedAt,
    lastModified: changedAt,
    summary: title,
    description,
    location: place,
    url,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: busy ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
  };
}

const midnight = (day: Day): Date => new Date(`${day}T00:00:00Z`);

/** What is special in a text value, in those properties in which the library leaves it as it is. */
function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, (special) => `\\${special}`);
}
