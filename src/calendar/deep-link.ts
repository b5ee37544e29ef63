// Links that open a calendar: Teams' own scheduling form, and the subscription to a feed.
import { TZDate } from '@date-fns/tz';
import type { CalendarEvent } from './calendar.ts';

/** Longer addresses are cut somewhere on their way. */
const longestLink = 2_000;

/**
 * Teams' form for a new meeting, filled in; null for whole days, which it cannot show.
 *
 * @param timeZone whose wall clock the times are written in
 */
export function schedulingLink(event: CalendarEvent, timeZone: string): string | null {
  if (event.when.kind === 'days' || event.cancelled) return null;
  const parameters = {
    subject: event.title,
    startTime: withOffset(event.when.start, timeZone),
    endTime: withOffset(event.when.end, timeZone),
  };
  // Not URLSearchParams: Teams shows its "+" for a space as a plus sign.
  const query = Object.entries(parameters).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  const link = `https://teams.microsoft.com/l/meeting/new?${query.join('&')}&content=`;
  return link + encodedWithin(longestLink - link.length, event.description);
}

/** As many whole lines as there is room for, percent-encoded. */
function encodedWithin(room: number, text: string): string {
  const lines = text.split('\n').map(encodeURIComponent);
  const lengths = lines.map((_, index) => lines.slice(0, index + 1).join('%0A').length);
  return lines.slice(0, lengths.filter((length) => length <= room).length).join('%0A');
}

/** @example withOffset(new Date('2019-04-04T10:00:00Z'), 'Europe/Stockholm') // '2019-04-04T12:00:00+02:00' */
function withOffset(instant: Date, timeZone: string): string {
  return new TZDate(instant, timeZone).toISOString().replace('.000', '');
}

/**
 * The address by which a calendar program subscribes to a feed; a plain link would only import it once.
 *
 * @example subscribeLink('https://bot.example/calendar/x.ics') // 'webcal://bot.example/calendar/x.ics'
 */
export function subscribeLink(feedUrl: string): string {
  return feedUrl.replace(/^https?:/, 'webcal:');
}

/** Opens the chat with a bot in Teams, by the app id of its registration. */
export function chatLink(appId: string): string {
  return `https://teams.microsoft.com/l/chat/0/0?users=28:${appId}`;
}
