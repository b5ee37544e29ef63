// When something starts, as an instant: what reminders are counted back from and never sent after.
import type { Days } from '../plan/change.ts';
import type { Hours, Meeting, Occasion } from '../plan/meeting.ts';
import type { Day, Schedule, WallTime } from '../plan/schedule.ts';
import { instantAt } from '../plan/wall-clock.ts';

/** When a day's business starts where no hours are given. */
export const startOfBusiness: WallTime = '08:00';

/** The start of a meeting's or a conference's first day, at its hours where it has any. */
export function startOfDays({ from }: Pick<Days, 'from'>, hours: Hours | null, timeZone: string): Date {
  return instantAt(from, hours?.start ?? startOfBusiness, timeZone);
}

/**
 * Every start that a schedule names: one for exact days, one for each unbroken run of months ("april, juli" has two).
 * None for a season or for what goes on: nobody can be reminded of those in time.
 */
export function startsOfSchedule(schedule: Schedule, hours: Hours | null, timeZone: string): Date[] {
  switch (schedule.kind) {
    case 'date':
      return [startOfDays({ from: schedule.date }, hours, timeZone)];
    case 'range':
      return [startOfDays(schedule, hours, timeZone)];
    case 'months':
      return firstDays(schedule.year, schedule.months).map((from) => startOfDays({ from }, hours, timeZone));
    case 'season':
    case 'ongoing':
    case 'as-needed':
    case 'unspecified':
      return [];
  }
}

function firstDays(year: number, months: readonly number[]): Day[] {
  const named = new Set(months);
  const first = [...named].filter((month) => !named.has(month - 1)).sort((a, b) => a - b);
  return first.map((month) => `${year}-${String(month).padStart(2, '0')}-01`);
}

/** The start of a meeting or of an occasion of a conference; null where not even its month is known. */
export function startOfMeeting(record: Meeting | Occasion, timeZone: string): Date | null {
  if ('group' in record) return startOfDays(record, record.hours, timeZone);
  return startsOfSchedule(record.schedule, record.hours, timeZone)[0] ?? null;
}

/** A turn to host lasts the whole year. */
export function startOfHosting(year: number, timeZone: string): Date {
  return startOfDays({ from: `${year}-01-01` }, null, timeZone);
}
