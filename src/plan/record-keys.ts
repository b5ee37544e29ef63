// What tells one record of a plan from another: two changes that share a key contradict each other.
import type { ActivityId, ConferenceId, GroupId, MeetingId } from './ids.ts';
import type { RecordKind, RecordOf } from './records.ts';
import type { RoleKind } from './region.ts';

export type RecordKey = string;

export const meetingKey = (id: MeetingId): RecordKey => `meeting ${id}`;
export const activityKey = (id: ActivityId): RecordKey => `activity ${id}`;
export const hostingKey = (conference: ConferenceId, year: number): RecordKey => `hosting ${conference} ${year}`;
export const roleKey = (group: GroupId, role: RoleKind): RecordKey => `role ${group} ${role}`;
export const deadlineKey = (group: GroupId, name: string): RecordKey => `deadline ${group} ${name.toLowerCase()}`;
export const checkInKey = (group: GroupId): RecordKey => `check-in ${group}`;
export const personKey = (id: string): RecordKey => `person ${id}`;

const keyed =
  (noun: string) =>
  ({ id }: { readonly id: string }): RecordKey =>
    `${noun} ${id}`;
const yearly =
  (noun: string) =>
  ({ year }: { readonly year: number }): RecordKey =>
    `${noun} ${year}`;

/** The key of a record of each kind; all who hold an office share that office's. */
export const keyOf: { readonly [K in RecordKind]: (record: RecordOf<K>) => RecordKey } = {
  documents: keyed('document'),
  municipalities: keyed('municipality'),
  groups: keyed('group'),
  people: ({ id }) => personKey(id),
  roles: ({ group, role }) => roleKey(group, role),
  conferences: keyed('conference'),
  meetings: ({ id }) => meetingKey(id),
  occasions: ({ id }) => meetingKey(id),
  hostings: ({ conference, year }) => hostingKey(conference, year),
  areas: keyed('area'),
  goals: keyed('goal'),
  objectives: keyed('objective'),
  activities: ({ id }) => activityKey(id),
  budgetLines: keyed('budget-line'),
  budgetTotals: yearly('budget-totals'),
  fees: yearly('fee'),
  sections: keyed('section'),
};

/** Kinds of which the plans of several years may each have a record by the same key. */
export const shared: ReadonlySet<RecordKind> = new Set(['roles', 'hostings']);

/** The document that a record stands in; null where it stands in none. */
export function documentOf(record: object): string | null {
  return 'source' in record ? ((record.source as { readonly document: string } | null)?.document ?? null) : null;
}
