// When something takes place, as exactly as the plan says it and no more exactly.
import { z } from 'zod';

/** A calendar day without a zone, "2019-04-04". */
export const Day = z.iso.date();
export type Day = z.infer<typeof Day>;

/** Wall-clock time in the region's zone, "08:30". */
export const WallTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'a time of day is HH:MM, such as "08:30"');
export type WallTime = z.infer<typeof WallTime>;

export const Season = z.enum(['spring', 'summer', 'autumn', 'winter']);
export type Season = z.infer<typeof Season>;

/** The plan's own wording, or null where its cell is empty. */
const wording = z.string().min(1);

export const Schedule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('date'), date: Day, wording }),
  z.strictObject({ kind: z.literal('range'), from: Day, to: Day, lunchToLunch: z.boolean().default(false), wording }),
  z.strictObject({
    kind: z.literal('months'),
    year: z.int().min(1900).max(2200),
    months: z.array(z.int().min(1).max(12)).min(1),
    wording,
  }),
  z.strictObject({ kind: z.literal('season'), year: z.int().min(1900).max(2200), season: Season, wording }),
  z.strictObject({ kind: z.literal('ongoing'), wording }),
  z.strictObject({ kind: z.literal('as-needed'), wording }),
  z.strictObject({ kind: z.literal('unspecified') }),
]);
export type Schedule = z.infer<typeof Schedule>;
