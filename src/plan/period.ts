// A stretch of days that somebody asks about, with the name it was asked by.
import { z } from 'zod';
import { Day, Season } from './schedule.ts';

const year = z.int().min(1).max(9999);

/** How the asker named the period, so that the answer can name it in the same way. */
export const PeriodName = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('day') }),
  /** An ISO week; `year` is the ISO week-numbering year. */
  z.strictObject({ by: z.literal('week'), year, week: z.int().min(1).max(53) }),
  z.strictObject({ by: z.literal('weekend') }),
  z.strictObject({ by: z.literal('month'), year, month: z.int().min(1).max(12) }),
  z.strictObject({ by: z.literal('quarter'), year, quarter: z.int().min(1).max(4) }),
  z.strictObject({ by: z.literal('half'), year, half: z.int().min(1).max(2) }),
  z.strictObject({ by: z.literal('season'), year, season: Season }),
  z.strictObject({ by: z.literal('year'), year }),
  /** Two dates, or an open end where `from` or `to` of the period is null. */
  z.strictObject({ by: z.literal('dates') }),
]);
export type PeriodName = z.infer<typeof PeriodName>;

/** Both ends are inclusive; null is open. */
export const Period = z
  .strictObject({ from: Day.nullable(), to: Day.nullable(), name: PeriodName })
  .meta({ id: 'Period' });
export type Period = z.infer<typeof Period>;

/** Whether a stretch of days has a day in common with the period. */
export function overlaps(period: Period, from: Day, to: Day): boolean {
  return (period.from === null || to >= period.from) && (period.to === null || from <= period.to);
}
