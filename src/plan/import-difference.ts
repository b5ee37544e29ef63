// A plan that comes in against the one that there is: matched by id, else by meaning; what is set and what goes.
import type { ImportedPlan } from './change.ts';
import { isEqual } from './difference.ts';
import type { PlanRecords } from './plan.ts';
import { keyOf, type RecordKey } from './record-keys.ts';
import { listOf, type RecordKind, type RecordLists, type RecordOf, recordKinds } from './records.ts';
import type { Localized } from './source.ts';

export type Fate = 'added' | 'moved' | 'changed' | 'removed';

/** What becomes of a record. Those who hold one office are taken together. */
export interface Reviewed {
  readonly what: Fate;
  readonly kind: RecordKind;
  readonly key: RecordKey;
  /** The newest of those before, and after. */
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
 */
export function differenceOf(before: PlanRecords, incoming: RecordLists): Pick<ImportedPlan, 'put' | 'remove'> {
  const isOwn = ownedBy(incoming);
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
    const source = 'source' in record ? (record.source as { readonly document: string } | null) : null;
    if (source) return documents.has(source.document);
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
  const set = [...fresh].flatMap(([key, records]) => {
    const known = old.get(key);
    const kept = records.map((record) => withStatus(record, known?.[0]));
    return isEqual(known, kept) ? [] : kept;
  });
  const gone = [...old].filter(([key, records]) => !fresh.has(key) && records.every((one) => isOwn(kind, one)));
  return { set, gone: gone.map(([key]) => key) };
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
  const set = recordKinds.reduce((sum, kind) => sum + listOf(put, kind).length, 0);
  return { items, unchanged: Math.max(0, total - set) };
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
    const [was, is] = [old.get(key)?.at(-1) ?? null, records.at(-1) ?? null];
    const fields = was && is ? differingFields(was, is) : [];
    return { what: fateOf(was, fields), kind, key, before: was, after: is, fields };
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

function fateOf(was: object | null, fields: readonly string[]): Fate {
  if (was === null) return 'added';
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
