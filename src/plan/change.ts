// Everything that can be changed in a plan after its files were written. A change is data: what was decided, not how.
import { z } from 'zod';
import { Party, Status } from './activity.ts';
import { Announce, SetTemplate } from './announcement.ts';
import {
  ActivityId,
  AreaId,
  BudgetLineId,
  ConferenceId,
  GoalId,
  GroupId,
  MeetingId,
  MunicipalityId,
  ObjectiveId,
  PersonId,
  SectionId,
} from './ids.ts';
import { Hours, Place } from './meeting.ts';
import {
  activityKey,
  checkInKey,
  deadlineKey,
  hostingKey,
  keyOf,
  meetingKey,
  type RecordKey,
  roleKey,
} from './record-keys.ts';
import { ImportedRecords, listOf, RecordKind, type RecordLists, recordKinds } from './records.ts';
import { RoleKind, Span, TermDay } from './region.ts';
import { Day, Schedule } from './schedule.ts';
import { Localized } from './source.ts';

export { activityKey, deadlineKey, hostingKey, meetingKey, type RecordKey, roleKey };

/** A record of the plan that has names, and so can get another. */
export const NamedRecord = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('municipality'), id: MunicipalityId }),
  z.strictObject({ kind: z.literal('group'), id: GroupId }),
  z.strictObject({ kind: z.literal('person'), id: PersonId }),
  z.strictObject({ kind: z.literal('conference'), id: ConferenceId }),
  z.strictObject({ kind: z.literal('area'), id: AreaId }),
  z.strictObject({ kind: z.literal('goal'), id: GoalId }),
  z.strictObject({ kind: z.literal('objective'), id: ObjectiveId }),
  z.strictObject({ kind: z.literal('activity'), id: ActivityId }),
  z.strictObject({ kind: z.literal('budget-line'), id: BudgetLineId }),
  z.strictObject({ kind: z.literal('section'), id: SectionId }),
]);
export type NamedRecord = z.infer<typeof NamedRecord>;

/** The days of a meeting: both inclusive, the same for a meeting of one day. */
export const Days = z.strictObject({ from: Day, to: Day, lunchToLunch: z.boolean() });
export type Days = z.infer<typeof Days>;

/** What an update sets of a meeting or conference; what is absent stays as it was. */
export const MeetingFields = z
  .strictObject({ days: Days, hours: Hours.nullable(), place: Place.nullable(), title: Localized.nullable() })
  .partial();
export type MeetingFields = z.infer<typeof MeetingFields>;

/** Whose a new meeting is: a group's, or a conference's occasion. */
export const MeetingOwner = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('group'), group: GroupId, form: z.enum(['meeting', 'planning-conference']) }),
  z.strictObject({ kind: z.literal('conference'), conference: ConferenceId }),
]);
export type MeetingOwner = z.infer<typeof MeetingOwner>;

/** What an update sets of an activity; what is absent stays as it was. Cost in whole SEK. */
export const ActivityFields = z
  .strictObject({ responsible: z.array(Party), schedule: Schedule, cost: z.int().nonnegative().nullable() })
  .partial();
export type ActivityFields = z.infer<typeof ActivityFields>;

/** A person given an office; a new one where the plan does not know the id. */
export const Appointee = z.strictObject({
  id: PersonId,
  name: z.string().min(1).max(100),
  municipality: MunicipalityId.nullable(),
});
export type Appointee = z.infer<typeof Appointee>;

/** Who someone is to Teams: an Entra object id in a tenant, both lower case. Never an e-mail address. */
export const Identity = z.strictObject({ tenant: z.string().min(1), person: z.string().min(1) });
export type Identity = z.infer<typeof Identity>;

/** Who made a change; the name as Teams showed it then. */
export const Author = Identity.extend({ name: z.string().min(1).max(200) });
export type Author = z.infer<typeof Author>;

/** The longest comment, title or reason that an update may carry, in characters. */
export const longestComment = 1_000;
export const longestTitle = 120;

/** Whether everybody sees what was imported, or the secretariat alone until it is published. */
export const ImportState = z.enum(['draft', 'published']);
export type ImportState = z.infer<typeof ImportState>;

/** What an import does to the plan that it was compared with: whole records to set, and keys of those to take away. */
export const ImportedPlan = z.strictObject({
  /** What it is called: the titles of its documents. */
  title: Localized,
  /** The years that it is the plan for. */
  years: z.array(z.int()).min(1),
  /** An office that is named in `roles` is held by exactly those who are listed there. */
  put: ImportedRecords,
  remove: z.array(z.strictObject({ kind: RecordKind, key: z.string() })),
});
export type ImportedPlan = z.infer<typeof ImportedPlan>;

export const Change = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('add-meeting'),
    meeting: MeetingId,
    owner: MeetingOwner,
    days: Days,
    hours: Hours.nullable(),
    place: Place.nullable(),
    title: Localized.nullable(),
  }),
  z.strictObject({ kind: z.literal('edit-meeting'), meeting: MeetingId, set: MeetingFields }),
  z.strictObject({ kind: z.literal('cancel-meeting'), meeting: MeetingId }),
  z.strictObject({ kind: z.literal('restore-meeting'), meeting: MeetingId }),
  z.strictObject({
    kind: z.literal('post-status'),
    activity: ActivityId,
    status: Status,
    comment: z.string().min(1).max(longestComment).nullable(),
    /** Whose answer to a question it is, where its author only approved that. */
    reported: z.strictObject({ by: Author, at: z.iso.datetime() }).optional(),
  }),
  z.strictObject({ kind: z.literal('edit-activity'), activity: ActivityId, set: ActivityFields }),
  /** One turn is a change of hosts; two are a swap. */
  z.strictObject({
    kind: z.literal('set-hosts'),
    conference: ConferenceId,
    turns: z.array(z.strictObject({ year: z.int(), hosts: z.array(MunicipalityId).min(1) })).min(1),
  }),
  /** Ends the terms of those who had the office before, the day before `from`. */
  z.strictObject({
    kind: z.literal('set-role'),
    group: GroupId,
    role: RoleKind,
    person: Appointee,
    from: Day,
    until: TermDay.nullable(),
    /** Who the person is to Teams, where the author mentioned them. */
    who: Identity.optional(),
  }),
  /** Ends the terms of those who have the office then; nobody follows them. `until`: their last day. */
  z.strictObject({ kind: z.literal('end-role'), group: GroupId, role: RoleKind, until: Day }),
  /** Counted back from each meeting of the group; null takes the deadline away. */
  z.strictObject({
    kind: z.literal('set-deadline'),
    group: GroupId,
    name: z.string().min(1).max(longestTitle),
    workingDays: z.int().min(1).max(250).nullable(),
  }),
  /** Asks before each meeting of the group how the activities go; null asks no longer. */
  z.strictObject({ kind: z.literal('set-check-in'), group: GroupId, before: Span.nullable() }),
  z.strictObject({ kind: z.literal('add-synonym'), record: NamedRecord, word: z.string().min(2).max(60) }),
  z.strictObject({ kind: z.literal('appoint-secretary'), who: Identity, name: z.string().min(1).max(100) }),
  z.strictObject({ kind: z.literal('dismiss-secretary'), who: Identity, name: z.string().min(1).max(100) }),
  z.strictObject({ kind: z.literal('import-plan'), state: ImportState, ...ImportedPlan.shape }),
  /** Makes the draft that an earlier entry imported everybody's. */
  z.strictObject({ kind: z.literal('publish-plan'), draft: z.int().positive() }),
  Announce,
  SetTemplate,
  z.strictObject({ kind: z.literal('undo'), version: z.int().positive() }),
]);
export type Change = z.infer<typeof Change>;
export type ChangeKind = Change['kind'];

/** A change as the ledger keeps it. Versions are 1, 2, 3 … without gaps; version 0 is the plan's files. */
export const LedgerEntry = z.strictObject({
  version: z.int().positive(),
  id: z.uuid(),
  /** The instant it was made, by the bot's clock. */
  at: z.iso.datetime(),
  author: Author,
  reason: z.string().min(1).max(longestComment).nullable(),
  /** The version that its author saw. */
  base: z.int().nonnegative(),
  /** Nobody is told. */
  quiet: z.boolean(),
  change: Change,
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;

export const templateKey = (name: string): RecordKey => `template ${name.toLowerCase()}`;
const secretaryKey = ({ tenant, person }: Identity): RecordKey => `secretary ${tenant} ${person}`;

/** There is one draft at a time: a newer one takes its place. */
const draftKey: RecordKey = 'draft';

function keysOfList<K extends RecordKind>(lists: RecordLists, kind: K): RecordKey[] {
  return listOf(lists, kind).map((record) => keyOf[kind](record));
}

/** The keys of the records that an import sets or takes away. */
function keysOfImport({ put, remove }: ImportedPlan): RecordKey[] {
  return [...new Set([...recordKinds.flatMap((kind) => keysOfList(put, kind)), ...remove.map(({ key }) => key)])];
}

/** The records that a change touches; those of an undo are those of what it undoes. */
export function touchedBy(change: Change, changeOf: (version: number) => Change | undefined): RecordKey[] {
  switch (change.kind) {
    case 'add-meeting':
    case 'edit-meeting':
    case 'cancel-meeting':
    case 'restore-meeting':
      return [meetingKey(change.meeting)];
    case 'post-status':
    case 'edit-activity':
      return [activityKey(change.activity)];
    case 'set-hosts':
      return change.turns.map(({ year }) => hostingKey(change.conference, year));
    case 'set-role':
    case 'end-role':
      return [roleKey(change.group, change.role)];
    case 'set-deadline':
      return [deadlineKey(change.group, change.name)];
    case 'set-check-in':
      return [checkInKey(change.group)];
    case 'add-synonym':
      return [`synonym ${change.word.toLowerCase()}`];
    case 'appoint-secretary':
    case 'dismiss-secretary':
      return [secretaryKey(change.who)];
    case 'import-plan':
      return change.state === 'draft' ? [draftKey] : keysOfImport(change);
    case 'publish-plan': {
      const draft = changeOf(change.draft);
      return [draftKey, ...(draft?.kind === 'import-plan' ? keysOfImport(draft) : [])];
    }
    case 'announce':
      return [];
    case 'set-template':
      return [templateKey(change.name)];
    case 'undo': {
      const undone = changeOf(change.version);
      // What an undo undoes came before it; anything else would go round for ever.
      const isEarlier = undone?.kind !== 'undo' || undone.version < change.version;
      // A message is no record that somebody else may change, but two may take it back at once.
      if (undone?.kind === 'announce') return [`message ${change.version}`];
      return undone && isEarlier ? touchedBy(undone, changeOf) : [];
    }
  }
}

/** What was changed after a version in the records that a change touches: the reason to refuse it. */
export function conflicts(change: Change, base: number, entries: readonly LedgerEntry[]): LedgerEntry[] {
  const changeOf = (version: number) => entries.find((entry) => entry.version === version)?.change;
  const touched = new Set(touchedBy(change, changeOf));
  return entries.filter(
    (entry) => entry.version > base && touchedBy(entry.change, changeOf).some((key) => touched.has(key)),
  );
}
