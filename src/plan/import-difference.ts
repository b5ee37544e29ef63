// A plan that comes in against the one that there is: matched by id, else by meaning; what is set and what goes.
import type { ImportedPlan } from './change.ts';
import { isEqual } from './difference.ts';
import type { PlanRecords } from './plan.ts';
import { documentOf, keyOf, type RecordKey, shared } from './record-keys.ts';
import { listOf, type RecordKind, type RecordLists, type RecordOf, recordKinds } from './records.ts';
import type { Localized } from './source.ts';

export type Fate = 'added' | 'moved' | 'changed' | 'removed';

/** What becomes of a record. Those who hold one office are taken together, but for those who keep it as they had it. */
export interface Reviewed {
  readonly what: Fate;
  readonly kind: RecordKind;
  readonly key: RecordKey;
  /** The newest of those that were and are no longer so, and of those that are new. */
  readonly before: object | null;
  readonly after: object | null;
  /** The fields that differ, where it was and still is. */
  readonly fields: readonly string[];
}

export interface Review {
  readonly items: readonly Reviewed[];
  readonly unchanged: number;
}

/** Kinds of which a record that a file leaves out is not taken away: others than its year's plan rest on it. */
const lasting: ReadonlySet<RecordKind> = new Set(['documents', 'municipalities', 'people']);

/**
 * What an import changes: nothing that is as it was. Only records of the file's own documents are taken away.
 *
 * @param incoming records whose ids are those of the plan already, see `matched`
 * @param written those that stand in the file, where `incoming` has others beside them
 */
export function differenceOf(
  before: PlanRecords,
  incoming: RecordLists,
  written: RecordLists = incoming,
): Pick<ImportedPlan, 'put' | 'remove'> {
  const isOwn = ownedBy(written);
  const put: Partial<Record<RecordKind, object[]>> = {};
  const remove: ImportedPlan['remove'] = [];
  for (const kind of recordKinds) {
    const { set, gone } = compared(kind, before, incoming, isOwn);
    if (set.length > 0) put[kind] = set;
    remove.push(...gone.map((key) => ({ kind, key })));
  }
  // Each list is of its own kind.
  return { put: put as ImportedPlan['put'], remove };
}

type Owns = (kind: RecordKind, record: object) => boolean;

/** Whether a record belongs to the documents of a file: by its source, else by its year. */
function ownedBy(incoming: RecordLists): Owns {
  const documents = new Set<string>(listOf(incoming, 'documents').map(({ id }) => id));
  const years = new Set(listOf(incoming, 'documents').map(({ year }) => year));
  return (kind, record) => {
    if (lasting.has(kind)) return false;
    const document = documentOf(record);
    if (document !== null) return documents.has(document);
    const year = 'year' in record ? record.year : 'from' in record ? Number(String(record.from).slice(0, 4)) : null;
    return typeof year === 'number' && years.has(year);
  };
}

function compared<K extends RecordKind>(
  kind: K,
  before: PlanRecords,
  incoming: RecordLists,
  isOwn: Owns,
): { readonly set: RecordOf<K>[]; readonly gone: RecordKey[] } {
  const keyIn = (record: RecordOf<K>): RecordKey => keyOf[kind](record);
  const [old, fresh] = [Map.groupBy(listOf<K>(before, kind), keyIn), Map.groupBy(listOf(incoming, kind), keyIn)];
  const set: RecordOf<K>[] = [];
  const gone: RecordKey[] = [];
  for (const key of new Set([...fresh.keys(), ...old.keys()])) {
    const known = old.get(key) ?? [];
    const written = (fresh.get(key) ?? []).map((record) => withStatus(record, known[0]));
    const others = known.filter((one) => !isOwn(kind, one) && !isReplaced(kind, one, written));
    const next = inOrderOf(known, [...others, ...written]);
    if (next.length === 0) gone.push(key);
    else if (!isSame(known, next)) set.push(...next);
  }
  return { set, gone };
}

/** Whether a file's records stand for one that the plan has by the same key: 2020's chair is not 2019's. */
function isReplaced<K extends RecordKind>(kind: K, known: RecordOf<K>, written: readonly RecordOf<K>[]): boolean {
  if (!shared.has(kind)) return written.length > 0;
  return written.some((record) => documentOf(record) === documentOf(known));
}

/** Records with those of a document where the plan has its others. */
function inOrderOf<Item extends object>(known: readonly Item[], records: readonly Item[]): Item[] {
  const documents = known.map(documentOf);
  const placeOf = (record: Item): number => {
    const place = documents.indexOf(documentOf(record));
    return place < 0 ? documents.length : place;
  };
  return records.toSorted((a, b) => placeOf(a) - placeOf(b));
}

function isSame(known: readonly object[], next: readonly object[]): boolean {
  return known.length === next.length && without(known, next).length === 0;
}

function without<Item extends object>(records: readonly Item[], others: readonly object[]): Item[] {
  return records.filter((record) => !others.some((other) => isEqual(record, other)));
}

/** A status that was reported stands until another is. */
function withStatus<Item extends object>(record: Item, before: object | undefined): Item {
  if (!('status' in record) || record.status !== null || before === undefined || !('status' in before)) return record;
  return { ...record, status: before.status };
}

/** What a difference does, record by record, for whoever decides about it. */
export function reviewOf(
  before: PlanRecords,
  { put, remove }: Pick<ImportedPlan, 'put' | 'remove'>,
  incoming: RecordLists | null = null,
): Review {
  const items = recordKinds.flatMap((kind) => reviewKind(kind, before, put, remove));
  const total = incoming ? recordKinds.reduce((sum, kind) => sum + listOf(incoming, kind).length, 0) : 0;
  const set = recordKinds.reduce((sum, kind) => sum + newIn(kind, before, put), 0);
  return { items, unchanged: Math.max(0, total - set) };
}

/** How many records are set that are not as one was. */
function newIn<K extends RecordKind>(kind: K, before: RecordLists, put: RecordLists): number {
  const set = listOf(put, kind);
  if (set.length === 0) return 0;
  const old = Map.groupBy(listOf(before, kind), (record) => keyOf[kind](record));
  return set.filter((record) => without([record], old.get(keyOf[kind](record)) ?? []).length > 0).length;
}

function reviewKind<K extends RecordKind>(
  kind: K,
  before: PlanRecords,
  put: RecordLists,
  remove: ImportedPlan['remove'],
): Reviewed[] {
  const old = Map.groupBy(listOf<K>(before, kind), (record) => keyOf[kind](record));
  const fresh = Map.groupBy(listOf(put, kind), (record) => keyOf[kind](record));
  const set = [...fresh].map(([key, records]): Reviewed => {
    const known = old.get(key) ?? [];
    const [was, is] = [without(known, records).at(-1) ?? null, without(records, known).at(-1) ?? null];
    const fields = was && is ? differingFields(was, is) : [];
    return { what: fateOf(was, is, fields), kind, key, before: was, after: is, fields };
  });
  const gone = remove
    .filter((one) => one.kind === kind)
    .map(({ key }): Reviewed => {
      return { what: 'removed', kind, key, before: old.get(key)?.at(-1) ?? null, after: null, fields: [] };
    });
  return [...set, ...gone];
}

function differingFields(was: object, is: object): string[] {
  const keys = new Set([...Object.keys(was), ...Object.keys(is)]);
  return [...keys].filter((key) => !isEqual(Reflect.get(was, key), Reflect.get(is, key)));
}

const dates: ReadonlySet<string> = new Set(['from', 'to', 'schedule']);

function fateOf(was: object | null, is: object | null, fields: readonly string[]): Fate {
  if (was === null) return 'added';
  if (is === null) return 'removed';
  const isItem = 'hours' in was;
  return isItem && fields.some((field) => dates.has(field)) ? 'moved' : 'changed';
}

/** The name of a record, where it has one. */
export function titleOf(record: object): Localized | null {
  for (const field of ['short', 'title', 'name']) {
    const value: unknown = Reflect.get(record, field);
    if (typeof value === 'string') return { sv: value };
    if (typeof value === 'object' && value !== null && 'sv' in value) return value as Localized;
  }
  return null;
}
