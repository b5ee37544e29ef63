// An answer to "hur går det?", from when it is given until the secretariat has said yes or no.
import { z } from 'zod';
import { Status } from '../plan/activity.ts';
import { Author, type Identity, longestComment } from '../plan/change.ts';
import { ActivityId, MeetingId } from '../plan/ids.ts';
import { uuidOf } from './uuid.ts';

export const Report = z.strictObject({
  id: z.uuid(),
  activity: ActivityId,
  /** Before which it was asked for. */
  meeting: MeetingId,
  author: Author,
  status: Status,
  comment: z.string().min(1).max(longestComment).nullable(),
  /** When it was given, or given anew. */
  at: z.iso.datetime(),
  /** The version of the plan that its author saw. */
  base: z.int().nonnegative(),
  state: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('open') }),
    z.strictObject({ kind: z.literal('approved'), version: z.int().positive() }),
    z.strictObject({ kind: z.literal('rejected') }),
  ]),
});
export type Report = z.infer<typeof Report>;

/** The same id for the same person, activity and meeting: each has one answer. */
export function reportId(
  { activity, meeting }: Pick<Report, 'activity' | 'meeting'>,
  { tenant, person }: Identity,
): string {
  return uuidOf(meeting, activity, tenant, person);
}
