// A change to the plan as somebody asks for it: parts may be missing, and what it is about may fit several records.
import { z } from 'zod';
import { Party, Status } from './plan/activity.ts';
import { Days, ImportState, NamedRecord } from './plan/change.ts';
import { ActivityId, ConferenceId, GroupId, MeetingId, MunicipalityId, PersonId } from './plan/ids.ts';
import { Place } from './plan/meeting.ts';
import { Period } from './plan/period.ts';
import { RoleKind } from './plan/region.ts';
import { Day, Schedule, WallTime } from './plan/schedule.ts';

/** The meeting or conference that is meant, as far as it was said. */
export const MeetingTarget = z.strictObject({
  /** Exactly these, where an earlier answer or a choice tells; then nothing else counts. */
  ids: z.array(MeetingId),
  groups: z.array(GroupId),
  conferences: z.array(ConferenceId),
  form: z.enum(['any', 'planning-conference', 'ordinary']),
  period: Period.nullable(),
  /** "Nästa", or not said. */
  which: z.enum(['any', 'next']),
});
export type MeetingTarget = z.infer<typeof MeetingTarget>;

/** Whom a message is to reach, as far as it was said. */
export const AudienceTarget = z.strictObject({
  everyone: z.boolean(),
  groups: z.array(GroupId),
  municipalities: z.array(MunicipalityId),
  /** The channel or group chat that it is written in. */
  here: z.boolean(),
  /** Another channel or group chat, by its name. */
  place: z.string().nullable(),
});
export type AudienceTarget = z.infer<typeof AudienceTarget>;

export const nobody: AudienceTarget = { everyone: false, groups: [], municipalities: [], here: false, place: null };

/** When and where, as far as it was said; null where it was not. */
const details = {
  days: Days.nullable(),
  start: WallTime.nullable(),
  end: WallTime.nullable(),
  place: Place.nullable(),
  title: z.string().nullable(),
};

export const Draft = z.discriminatedUnion('kind', [
  /** `shift`: so many days later, negative earlier ("en vecka senare"). */
  z.strictObject({
    kind: z.literal('edit-meeting'),
    target: MeetingTarget,
    shift: z.int().nullable(),
    ...details,
    /** So many minutes later, negative earlier ("en timme senare"). */
    minutes: z.int().optional(),
    /** The place that is taken away, as it was said. */
    taken: Place.optional(),
    /** Both days were said, as in a form: one day means one, also of a meeting that was longer. */
    exact: z.literal(true).optional(),
    /** What a form was emptied of. */
    cleared: z.array(z.enum(['hours', 'place', 'title'])).optional(),
  }),
  z.strictObject({
    kind: z.literal('add-meeting'),
    groups: z.array(GroupId),
    conferences: z.array(ConferenceId),
    form: z.enum(['meeting', 'planning-conference']),
    ...details,
  }),
  z.strictObject({ kind: z.literal('cancel-meeting'), target: MeetingTarget }),
  z.strictObject({ kind: z.literal('restore-meeting'), target: MeetingTarget }),
  z.strictObject({
    kind: z.literal('post-status'),
    activities: z.array(ActivityId),
    status: Status.nullable(),
    comment: z.string().nullable(),
  }),
  z.strictObject({
    kind: z.literal('edit-activity'),
    activities: z.array(ActivityId),
    /** What is to be set, `several` for all that is given; null where only the wish to change it is clear. */
    field: z.enum(['responsible', 'schedule', 'cost', 'several']).nullable(),
    responsible: z.array(Party),
    schedule: Schedule.nullable(),
    /** Whole SEK; "none" takes the cost away. */
    cost: z.union([z.int().nonnegative(), z.literal('none')]).nullable(),
  }),
  z.strictObject({
    kind: z.literal('set-hosts'),
    conferences: z.array(ConferenceId),
    year: z.int().nullable(),
    hosts: z.array(MunicipalityId),
    /** Those who are hosts no longer, the others staying. */
    without: z.array(MunicipalityId).optional(),
  }),
  /** Two years, or two municipalities, that change places. */
  z.strictObject({
    kind: z.literal('swap-hosts'),
    conferences: z.array(ConferenceId),
    years: z.array(z.int()),
    municipalities: z.array(MunicipalityId),
  }),
  z.strictObject({
    kind: z.literal('set-role'),
    groups: z.array(GroupId),
    role: RoleKind.nullable(),
    /** A person of the plan, or the name of a new one. */
    person: PersonId.nullable(),
    name: z.string().nullable(),
    municipality: MunicipalityId.nullable(),
    from: Day.nullable(),
    until: Day.nullable(),
  }),
  /** Nobody has the office after `until`, or from the day it is confirmed. `person`: who is said to have it. */
  z.strictObject({
    kind: z.literal('end-role'),
    groups: z.array(GroupId),
    role: RoleKind.nullable(),
    person: PersonId.nullable(),
    name: z.string().nullable(),
    until: Day.nullable(),
  }),
  /** `workingDays` null where not said; 0 takes the deadline away. */
  z.strictObject({
    kind: z.literal('set-deadline'),
    groups: z.array(GroupId),
    name: z.string().nullable(),
    workingDays: z.int().nonnegative().nullable(),
  }),
  /** `before` null where not said; "none" asks no longer. */
  z.strictObject({
    kind: z.literal('set-check-in'),
    groups: z.array(GroupId),
    before: z
      .union([
        z.strictObject({ amount: z.int().positive(), unit: z.enum(['days', 'weeks', 'months']) }),
        z.literal('none'),
      ])
      .nullable(),
  }),
  z.strictObject({
    kind: z.literal('add-synonym'),
    word: z.string().nullable(),
    records: z.array(NamedRecord),
  }),
  /** `person`: an Entra object id; `name` as written or mentioned. */
  z.strictObject({
    kind: z.enum(['appoint-secretary', 'dismiss-secretary']),
    person: z.string().nullable(),
    name: z.string().nullable(),
  }),
  /** A message to many: in its own words, or those of a template. Neither day nor time: at once. */
  z.strictObject({
    kind: z.literal('announce'),
    audience: AudienceTarget,
    text: z.string().nullable(),
    template: z.string().nullable(),
    day: Day.nullable(),
    time: WallTime.nullable(),
  }),
  /** `text` null where not said; `remove`: the template is taken away. */
  z.strictObject({
    kind: z.literal('set-template'),
    name: z.string().nullable(),
    text: z.string().nullable(),
    remove: z.boolean(),
  }),
  /** A plan in a file that was sent: the proposal that was made of it, which knows what is in it. */
  z.strictObject({ kind: z.literal('import-plan'), proposal: z.string().max(100), state: ImportState }),
  /** The draft that waits. */
  z.strictObject({ kind: z.literal('publish-plan') }),
  /** `version` null: the newest change of whoever asks. */
  z.strictObject({ kind: z.literal('undo'), version: z.int().positive().nullable() }),
]);
export type Draft = z.infer<typeof Draft>;
export type DraftKind = Draft['kind'];

/** A draft with what was said around it. */
const OneRequest = z.strictObject({
  draft: Draft,
  /** "eftersom …", "på grund av …" */
  reason: z.string().nullable(),
  /** "utan att meddela", "tyst": nobody is told. */
  quiet: z.boolean(),
  /** A date or time that does not exist, as it was written: "31 februari", "kl 25". */
  impossible: z.string().nullable(),
  /** Words that nothing in the draft comes from, as they were written; absent where all was read. */
  unread: z.string().optional(),
});

/** A request, and what the same message asks for after it: shown one after another. */
export const UpdateRequest = OneRequest.extend({
  later: z.array(z.strictObject({ words: z.string(), request: OneRequest })).optional(),
});
export type UpdateRequest = z.infer<typeof UpdateRequest>;

/** A part of a draft that must be asked for. */
export const Slot = z.enum([
  'meeting',
  /** What of a meeting is to be changed. */
  'meeting-field',
  'date',
  'time',
  'end',
  'group',
  'activity',
  'status',
  /** What of an activity is to be changed. */
  'activity-field',
  'responsible',
  'schedule',
  'cost',
  'conference',
  'year',
  'hosts',
  'role',
  'person',
  'deadline-name',
  'working-days',
  'span',
  'word',
  'record',
  'secretary',
  /** Whom a message is for, and what it says. */
  'audience',
  'message',
  'template',
]);
export type Slot = z.infer<typeof Slot>;

/** A request that waits for an answer to one question. */
export const PendingRequest = z.strictObject({ request: UpdateRequest, slot: Slot });
export type PendingRequest = z.infer<typeof PendingRequest>;

export const anyMeeting: MeetingTarget = {
  ids: [],
  groups: [],
  conferences: [],
  form: 'any',
  period: null,
  which: 'any',
};
