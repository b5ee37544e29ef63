// The exact days of meetings, conferences and schedules, where they have any.
import type { Days } from './change.ts';
import type { Meeting, Occasion } from './meeting.ts';
import type { Schedule } from './schedule.ts';

/** The days of a meeting or of an occasion that has exact ones. */
export function daysOf(record: Meeting | Occasion): Days | null {
  if ('group' in record) return { from: record.from, to: record.to, lunchToLunch: record.lunchToLunch };
  return scheduledDays(record.schedule);
}

/** The days of a schedule that names exact ones. */
export function scheduledDays(schedule: Schedule): Days | null {
  if (schedule.kind === 'date') return { from: schedule.date, to: schedule.date, lunchToLunch: false };
  if (schedule.kind !== 'range') return null;
  return { from: schedule.from, to: schedule.to, lunchToLunch: schedule.lunchToLunch };
}

/** Days as a schedule; nobody has worded them. */
export function scheduleOf({ from, to, lunchToLunch }: Days): Schedule {
  if (from === to) return { kind: 'date', date: from, wording: from };
  return { kind: 'range', from, to, lunchToLunch, wording: `${from}/${to}` };
}
