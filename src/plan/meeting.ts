// A meeting of a group, and an occasion of a recurring conference.
import { z } from 'zod';
import { ConferenceId, GroupId, MeetingId, MunicipalityId } from './ids.ts';
import { Day, Schedule, WallTime } from './schedule.ts';
import { addableFields, Localized } from './source.ts';

export const Place = z.strictObject({
  /** As the plan writes it. */
  name: z.string().min(1),
  municipality: MunicipalityId.nullable().default(null),
});
export type Place = z.infer<typeof Place>;

/** Hours in the region's zone. */
export const Hours = z.strictObject({ start: WallTime, end: WallTime });
export type Hours = z.infer<typeof Hours>;

export const Meeting = z.strictObject({
  id: MeetingId,
  group: GroupId,
  kind: z.enum(['meeting', 'planning-conference']),
  from: Day,
  /** Last day; the same as `from` for a meeting of one day. */
  to: Day,
  lunchToLunch: z.boolean().default(false),
  /** Null where the plan gives none. */
  hours: Hours.nullable(),
  place: Place.nullable(),
  /** A name of its own, where it has one besides its group's. */
  title: Localized.nullable().default(null),
  /** Called off; it stays on record, so that whoever asks for it is told. */
  cancelled: z.boolean().default(false),
  ...addableFields,
});
export type Meeting = z.infer<typeof Meeting>;

export const Occasion = z.strictObject({
  id: MeetingId,
  conference: ConferenceId,
  year: z.int(),
  schedule: Schedule,
  /** Null where nobody has said. */
  hours: Hours.nullable().default(null),
  place: Place.nullable(),
  title: Localized.nullable().default(null),
  cancelled: z.boolean().default(false),
  ...addableFields,
});
export type Occasion = z.infer<typeof Occasion>;

/** The municipalities that host a conference in a year, in the plan's order. */
export const Hosting = z.strictObject({
  conference: ConferenceId,
  year: z.int(),
  hosts: z.array(MunicipalityId).min(1),
  ...addableFields,
});
export type Hosting = z.infer<typeof Hosting>;
