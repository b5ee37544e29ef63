// What is to be told to whom and when: derived from plan, subscriptions and clock, never queued ahead.
import { z } from 'zod';
import { Days } from '../plan/change.ts';
import { ActivityId, ConferenceId, GroupId, MeetingId, MunicipalityId } from '../plan/ids.ts';
import { Hours, Place } from '../plan/meeting.ts';
import { RoleKind } from '../plan/region.ts';
import { Day } from '../plan/schedule.ts';
import { Lead, Recipient } from './subscription.ts';

/** What a notice is about and says; its key tells it from every other, for ever. */
export const NoticeContent = z.discriminatedUnion('kind', [
  /** A meeting, conference or dated activity that lies ahead. */
  z.strictObject({
    kind: z.literal('reminder'),
    of: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('meeting'), meeting: MeetingId }),
      z.strictObject({ kind: z.literal('activity'), activity: ActivityId }),
      /** Something due a number of working days before a meeting. */
      z.strictObject({ kind: z.literal('deadline'), group: GroupId, name: z.string(), meeting: MeetingId, day: Day }),
      /** A municipality's turn to host in a year, months ahead. */
      z.strictObject({ kind: z.literal('hosting'), conference: ConferenceId, year: z.int() }),
    ]),
    /** The start as an instant; a reminder is never sent after it. */
    start: z.iso.datetime(),
    lead: Lead,
  }),
  /** To who was reminded of a meeting that has moved since. */
  z.strictObject({
    kind: z.literal('moved'),
    meeting: MeetingId,
    version: z.int(),
    /** As its recipient knew it; `place` only where that is another now. */
    was: z.strictObject({ days: Days.nullable(), hours: Hours.nullable(), place: Place.nullable().optional() }),
  }),
  /** To who was reminded of, or told of, a meeting that has been called off since; and of one that takes place after all. */
  z.strictObject({ kind: z.literal('cancelled'), meeting: MeetingId, version: z.int() }),
  z.strictObject({ kind: z.literal('restored'), meeting: MeetingId, version: z.int() }),
  /** To who was given, or no longer has, an office that leads a group. `version`: the change that made it so. */
  z.strictObject({ kind: z.enum(['appointed', 'relieved']), group: GroupId, role: RoleKind, version: z.int() }),
  /** To who was reminded of their municipality's turn to host, which is another's since; and where it is theirs after all. */
  z.strictObject({
    kind: z.enum(['host-lost', 'host-regained']),
    conference: ConferenceId,
    year: z.int(),
    municipality: MunicipalityId,
    version: z.int(),
  }),
  /** "Hur går det?", of an activity, to who answers for it; `again` where nobody has answered. */
  z.strictObject({ kind: z.literal('check-in'), activity: ActivityId, meeting: MeetingId, again: z.boolean() }),
  /** To the secretariat: answers wait for its verdict. */
  z.strictObject({ kind: z.literal('answers') }),
  /** To the secretariat, before a meeting: how all activities go. */
  z.strictObject({ kind: z.literal('status-report'), meeting: MeetingId }),
  /** The week ahead, for who wants it. `week`: its Monday. */
  z.strictObject({ kind: z.literal('digest'), week: Day }),
  /** To the secretariat: what was sent and what failed. `week`: its Monday. */
  z.strictObject({ kind: z.literal('heartbeat'), week: Day }),
  /** A message of the secretariat. `version`: of the change that ordered it. */
  z.strictObject({ kind: z.literal('announcement'), version: z.int() }),
  /** The message of another delivery is taken back; `version` is the undo's, `of` that delivery's key. */
  z.strictObject({ kind: z.literal('recall'), version: z.int(), of: z.string().min(1).max(500) }),
  /** To who ordered a message or a recall: how it went. */
  z.strictObject({ kind: z.literal('report'), version: z.int() }),
]);
export type NoticeContent = z.infer<typeof NoticeContent>;

export const Notice = z.strictObject({
  /** recipient × occurrence × lead × kind: unique in the deliveries. */
  key: z.string().min(1).max(500),
  recipient: Recipient,
  content: NoticeContent,
  /** When it is to be sent, after the quiet rules. */
  dueAt: z.iso.datetime(),
  /** The instant from which it is worth nothing any more: the start of what it is about. */
  expiresAt: z.iso.datetime(),
});
export type Notice = z.infer<typeof Notice>;
