// What has become of the plans that were imported: which wait as drafts, and which of those were published.
import type { Change, ImportedPlan, LedgerEntry } from './change.ts';
import { titleOf } from './import-difference.ts';
import type { PlanRecords } from './plan.ts';
import { keyOf, type RecordKey } from './record-keys.ts';
import { listOf, type RecordKind, type RecordLists, type RecordOf, recordKinds } from './records.ts';
import type { Localized } from './source.ts';
import { whole } from './whole.ts';

type Of<Kind extends Change['kind']> = Extract<Change, { kind: Kind }>;

/** A plan that was imported and that the secretariat alone sees. */
export interface DraftPlan extends Pick<ImportedPlan, 'title' | 'years'> {
  /** The entry that imported it, for publishing it. */
  readonly version: number;
  /** The plan as it will be once the draft is published. */
  readonly records: PlanRecords;
}

/** A draft and what published it, as far as changes have been taken. */
export interface ImportedDraft {
  readonly change: Of<'import-plan'>;
  stands: boolean;
  readonly publications: { readonly entry: LedgerEntry; stands: boolean }[];
}

/** The imports of a ledger as its changes are taken in order. */
export class Imports {
  readonly #drafts = new Map<number, ImportedDraft>();
  /** Everything that an import has ever set, by kind: it may be there again. */
  readonly #ids = new Map<RecordKind, Set<string>>();
  #count = 0;

  get areAny(): boolean {
    return this.#count > 0;
  }

  /** Whether an import has set a record of a kind, be it taken back since. */
  hasSet(kind: RecordKind, id: string): boolean {
    return this.#ids.get(kind)?.has(id) ?? false;
  }

  /** Takes note of records that come into the plan. */
  set(imported: ImportedPlan): void {
    this.#count += 1;
    for (const kind of recordKinds) {
      const ids = this.#ids.get(kind) ?? new Set();
      for (const record of listOf(imported.put, kind)) if ('id' in record) ids.add(record.id);
      this.#ids.set(kind, ids);
    }
  }

  draft(version: number): ImportedDraft | null {
    return this.#drafts.get(version) ?? null;
  }

  /** A draft is imported. */
  add(version: number, change: Of<'import-plan'>): void {
    this.#drafts.set(version, { change, stands: true, publications: [] });
  }

  /** The newest draft that stands and is not published. */
  current(records: PlanRecords): DraftPlan | null {
    const [version, draft] = [...this.#drafts].findLast(([, { stands }]) => stands) ?? [];
    if (version === undefined || draft === undefined || draft.publications.some(({ stands }) => stands)) return null;
    const { title, years } = draft.change;
    let made: PlanRecords | null = null;
    return {
      version,
      title,
      years,
      get records() {
        made ??= imported(records, draft.change);
        return made;
      },
    };
  }
}

type Difference = Pick<ImportedPlan, 'put' | 'remove'>;

/** Records with what an import sets and without what it takes away. */
export function imported(records: PlanRecords, difference: Difference): PlanRecords {
  return whole(taken(records, difference));
}

/** The records that an import would leave hanging on one that it takes away. */
export function orphaned(
  records: PlanRecords,
  difference: Difference,
): { readonly kind: RecordKind; readonly key: RecordKey; readonly name: Localized | null }[] {
  const before = taken(records, difference);
  const after = whole(before);
  return recordKinds.flatMap((kind) => lostOf(kind, before, after));
}

function lostOf<K extends RecordKind>(
  kind: K,
  before: RecordLists,
  after: RecordLists,
): { kind: K; key: RecordKey; name: Localized | null }[] {
  const kept = new Set(listOf(after, kind).map((record) => keyOf[kind](record)));
  const lost = listOf(before, kind).filter((record) => !kept.has(keyOf[kind](record)));
  return lost.map((record) => ({ kind, key: keyOf[kind](record), name: titleOf(record) }));
}

function taken(records: PlanRecords, { put, remove }: Difference): PlanRecords {
  const gone = new Set(remove.map(({ key }) => key));
  const lists = Object.fromEntries(recordKinds.map((kind) => [kind, merged(kind, records, put, gone)]));
  // Each list was made by its own kind.
  return { ...records, ...(lists as unknown as Pick<PlanRecords, RecordKind>) };
}

/** A record that is set stands where it stood, or after the others. */
function merged<K extends RecordKind>(
  kind: K,
  records: PlanRecords,
  put: RecordLists,
  gone: ReadonlySet<RecordKey>,
): RecordOf<K>[] {
  const set = Map.groupBy(listOf(put, kind), (record) => keyOf[kind](record));
  const placed = new Set<RecordKey>();
  const before: RecordLists = records;
  const kept = listOf(before, kind).flatMap((record) => {
    const key = keyOf[kind](record);
    if (gone.has(key)) return [];
    const instead = set.get(key);
    if (!instead) return [record];
    if (placed.has(key)) return [];
    placed.add(key);
    return instead;
  });
  return [...kept, ...[...set].flatMap(([key, added]) => (placed.has(key) ? [] : added))];
}
