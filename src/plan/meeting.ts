// A meeting of a group, and an occasion of a recurring conference.
import { z } from 'zod';
import { ConferenceId, GroupId, MeetingId, MunicipalityId } from './ids.ts';
import { Day, Schedule, WallTime } from './schedule.ts';
import { recordFields } from './source.ts';

export const Place = z.strictObject({
  /** As the plan writes it. */
  name: z.string().min(1),
  municipality: MunicipalityId.nullable().default(null),
});
export type Place = z.infer<typeof Place>;

export const Meeting = z.strictObject({
  id: MeetingId,
  group: GroupId,
  kind: z.enum(['meeting', 'planning-conference']),
  from: Day,
  /** Last day; the same as `from` for a meeting of one day. */
  to: Day,
  lunchToLunch: z.boolean().default(false),
  /** Hours in the region's zone; null where the plan gives none. */
  hours: z.strictObject({ start: WallTime, end: WallTime }).nullable(),
  place: Place.nullable(),
  ...recordFields,
});
export type Meeting = z.infer<typeof Meeting>;

export const Occasion = z.strictObject({
  id: MeetingId,
  conference: ConferenceId,
  year: z.int(),
  schedule: Schedule,
  place: Place.nullable(),
  ...recordFields,
});
export type Occasion = z.infer<typeof Occasion>;

/** The municipalities that host a conference in a year, in the plan's order. */
export const Hosting = z.strictObject({
  conference: ConferenceId,
  year: z.int(),
  hosts: z.array(MunicipalityId).min(1),
  ...recordFields,
});
export type Hosting = z.infer<typeof Hosting>;
