// How often, and when last, the records behind a calendar event were changed.
import { type Change, type LedgerEntry, type RecordKey, touchedBy } from '../plan/change.ts';
import type { ConferenceId } from '../plan/ids.ts';

export interface Revision {
  /** Only grows: a change that is undone counts, and so does its undo. */
  readonly count: number;
  /** The latest instant, in ms; null where nothing was changed. */
  readonly at: number | null;
}

/** The revision of records taken together. */
export type Revisions = (keys: readonly RecordKey[]) => Revision;

/**
 * All turns to host a conference taken together: an occasion that moves to another year has another turn, and its
 * revision must not fall with that.
 */
export const turnsKey = (conference: ConferenceId): RecordKey => `turns ${conference}`;

export function revisionsOf(entries: readonly LedgerEntry[]): Revisions {
  const changes = new Map(entries.map(({ version, change }) => [version, change]));
  const byKey = new Map<RecordKey, Revision>();
  for (const { change, at } of entries) {
    for (const key of keysOf(change, changes))
      byKey.set(key, and(byKey.get(key) ?? unchanged, { count: 1, at: Date.parse(at) }));
  }
  return (keys) => keys.map((key) => byKey.get(key) ?? unchanged).reduce(and, unchanged);
}

const unchanged: Revision = { count: 0, at: null };

function and(one: Revision, other: Revision): Revision {
  if (one.at === null || other.at === null) return one.at === null ? other : one;
  return { count: one.count + other.count, at: Math.max(one.at, other.at) };
}

function keysOf(change: Change, changes: ReadonlyMap<number, Change>): Set<RecordKey> {
  if (change.kind === 'undo') {
    const undone = changes.get(change.version);
    return undone ? keysOf(undone, changes) : new Set();
  }
  const keys = new Set(touchedBy(change, (version) => changes.get(version)));
  if (change.kind === 'set-hosts') keys.add(turnsKey(change.conference));
  const draft = change.kind === 'publish-plan' ? changes.get(change.draft) : change;
  const isSeen = draft?.kind === 'import-plan' && (draft !== change || draft.state === 'published');
  for (const { conference } of isSeen ? (draft.put.hostings ?? []) : []) keys.add(turnsKey(conference));
  return keys;
}
