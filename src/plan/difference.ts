// What a change did to a record: which record, and each field before and after.
import type { Activity, Party, Status } from './activity.ts';
import type { AudiencePart } from './announcement.ts';
import type { Days, NamedRecord } from './change.ts';
import type { ConferenceId, GroupId, MunicipalityId } from './ids.ts';
import type { Hours, Meeting, Occasion, Place } from './meeting.ts';
import type { RoleKind, Span } from './region.ts';
import type { Schedule } from './schedule.ts';
import type { Localized } from './source.ts';

/** What a change is about, as it is after the change. */
export type Subject =
  | { readonly kind: 'meeting'; readonly record: Meeting }
  | { readonly kind: 'occasion'; readonly record: Occasion }
  | { readonly kind: 'activity'; readonly record: Activity }
  | { readonly kind: 'hosting'; readonly conference: ConferenceId; readonly years: readonly number[] }
  | { readonly kind: 'role'; readonly group: GroupId; readonly role: RoleKind }
  | { readonly kind: 'deadline'; readonly group: GroupId; readonly name: string }
  | { readonly kind: 'check-in'; readonly group: GroupId }
  | { readonly kind: 'synonym'; readonly record: NamedRecord; readonly word: string }
  | { readonly kind: 'secretary'; readonly name: string }
  /** A plan that was imported; `state` is what it is after the change. */
  | {
      readonly kind: 'import';
      readonly title: Localized;
      readonly years: readonly number[];
      readonly state: 'draft' | 'published';
      /** It was published from a draft. */
      readonly wasDraft: boolean;
    }
  /** A message; `at` as in its change. */
  | { readonly kind: 'announcement'; readonly audience: readonly AudiencePart[]; readonly at: string | null }
  | { readonly kind: 'template'; readonly name: string };

/** A field's value; each kind is put into words in its own way. */
export type Value =
  | { readonly kind: 'days'; readonly days: Days }
  | { readonly kind: 'schedule'; readonly schedule: Schedule }
  | { readonly kind: 'hours'; readonly hours: Hours }
  | { readonly kind: 'place'; readonly place: Place }
  | { readonly kind: 'status'; readonly status: Status }
  | { readonly kind: 'parties'; readonly parties: readonly Party[] }
  /** Whole SEK. */
  | { readonly kind: 'amount'; readonly amount: number }
  | { readonly kind: 'hosts'; readonly year: number; readonly hosts: readonly MunicipalityId[] }
  /** An office holder by name. */
  | { readonly kind: 'holder'; readonly name: string; readonly municipality: MunicipalityId | null }
  | { readonly kind: 'term'; readonly from: string | null; readonly until: string | null }
  | { readonly kind: 'working-days'; readonly days: number }
  | { readonly kind: 'span'; readonly span: Span }
  | { readonly kind: 'text'; readonly text: string }
  /** How many records an import sets and takes away. */
  | ({ readonly kind: 'records' } & Readonly<Tally>)
  | { readonly kind: 'cancelled'; readonly cancelled: boolean }
  | { readonly kind: 'audience'; readonly audience: readonly AudiencePart[] }
  /** ISO; null for at once. */
  | { readonly kind: 'instant'; readonly at: string | null };

/** What became of the records of a plan. A meeting that is moved does not count as changed besides. */
export interface Tally {
  readonly added: number;
  readonly moved: number;
  readonly changed: number;
  readonly removed: number;
}

export type Field =
  | 'date'
  | 'time'
  | 'place'
  | 'title'
  | 'held'
  | 'status'
  | 'comment'
  | 'responsible'
  | 'schedule'
  | 'cost'
  | 'hosts'
  | 'holder'
  | 'term'
  | 'deadline'
  | 'check-in'
  | 'synonym'
  | 'secretary'
  | 'plan'
  | 'audience'
  | 'sending'
  | 'message'
  | 'template';

/** A field before and after; null where it had, or has, no value. */
export interface Difference {
  readonly field: Field;
  readonly before: Value | null;
  readonly after: Value | null;
}

export interface Applied {
  readonly subject: Subject;
  /** Empty where the change changed nothing. */
  readonly differences: readonly Difference[];
  /** What an import did to each meeting, conference, activity and turn to host. */
  readonly parts?: readonly Applied[];
}

/** A change record by record: an import's parts, or itself. */
export function partsOf(applied: Applied): readonly Applied[] {
  return applied.parts ?? [applied];
}

/** The fields that differ, of those given. */
export function differing(differences: readonly Difference[]): Difference[] {
  return differences.filter(({ before, after }) => !isEqual(before, after));
}

/** Whether two pieces of plain data are the same, in whatever order their fields are. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (a === b || !isFields(a) || !isFields(b)) return a === b;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => isEqual(a[key], b[key]));
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** What taking a change back does. */
export function reversed({ subject, differences }: Applied): Applied {
  return {
    subject,
    differences: differences.map(({ field, before, after }) => ({ field, before: after, after: before })),
  };
}
