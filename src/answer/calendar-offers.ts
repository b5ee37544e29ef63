// What of an answer may go into the asker's own calendar: one meeting as it is, several by a subscription.
import type { CalendarItem } from '../facts.ts';
import type { LocalMoment } from '../plan/days.ts';
import type { GroupId } from '../plan/ids.ts';
import { type CalendarQuery, unsaidCalendar } from '../query.ts';
import { hasEnded, isDated } from './calendar-items.ts';

/** One meeting ahead; nothing where the answer shows another number of them. */
export function offerFile(items: readonly CalendarItem[], now: LocalMoment): CalendarQuery[] {
  const [only, another] = items;
  if (!only || another || !isAhead(only, now)) return [];
  return [{ ...unsaidCalendar, act: 'file', meetings: [only.record.id] }];
}

/**
 * The one meeting, or all of the groups that a list was asked of.
 *
 * @param groups empty for everybody's
 */
export function offerCalendar(
  items: readonly CalendarItem[],
  groups: readonly GroupId[],
  now: LocalMoment,
): CalendarQuery[] {
  if (items.length < 2 || !items.some((item) => isAhead(item, now))) return offerFile(items, now);
  return [{ ...unsaidCalendar, groups: [...groups], scope: groups.length > 0 ? 'named' : 'everything' }];
}

function isAhead(item: CalendarItem, now: LocalMoment): boolean {
  return !item.record.cancelled && isDated(item) && !hasEnded(item, now);
}
