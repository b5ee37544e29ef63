// A file that was written some changes ago, brought up to the plan as it stands: what the file does not say otherwise
// is as those changes left it.
import { isEqual } from './difference.ts';
import type { PlanRecords } from './plan.ts';
import { documentOf, keyOf, type RecordKey, shared } from './record-keys.ts';
import { listOf, type RecordKind, type RecordLists, type RecordOf, recordKinds } from './records.ts';

/** A field of a record that both the file and a later change have set, and not to the same. */
export interface Clash {
  readonly kind: RecordKind;
  readonly key: RecordKey;
  /** Null where it is of the record as a whole. */
  readonly field: string | null;
}

export interface CaughtUp {
  readonly lists: RecordLists;
  readonly clashes: readonly Clash[];
  /** How many records stand otherwise than they did when the file was made, as changes since have left them. */
  readonly kept: number;
}

/**
 * The file's records with what has been changed since; where both have changed the same, the file's word holds.
 *
 * @param incoming records whose ids are those of the plan already, see `matched`
 * @param then the plan that the file was made of
 */
export function caughtUp(incoming: RecordLists, then: PlanRecords, now: PlanRecords): CaughtUp {
  const found: Found = { clashes: [], kept: 0 };
  const lists = recordKinds.map((kind) => [kind, caughtUpKind(kind, incoming, then, now, found)]);
  // Each list was made by its own kind.
  return { lists: Object.fromEntries(lists) as RecordLists, ...found };
}

interface Found {
  readonly clashes: Clash[];
  kept: number;
}

function caughtUpKind<K extends RecordKind>(
  kind: K,
  incoming: RecordLists,
  then: RecordLists,
  now: RecordLists,
  found: Found,
): RecordOf<K>[] {
  // What one year's plan says of an office is not what another's does.
  const placeOf = (record: RecordOf<K>): string =>
    shared.has(kind) ? `${keyOf[kind](record)} ${documentOf(record)}` : keyOf[kind](record);
  const byPlace = (lists: RecordLists) => Map.groupBy(listOf(lists, kind), placeOf);
  const [written, was, is] = [byPlace(incoming), byPlace(then), byPlace(now)];
  const kept = [...written].flatMap(([place, records]): readonly RecordOf<K>[] => {
    const [before, after] = [was.get(place), is.get(place)];
    const [key = place] = records.map((record) => keyOf[kind](record));
    if (!before) {
      found.clashes.push(...overruled(kind, key, records, after ?? []));
      return records;
    }
    if (isEqual(before, after)) return records;
    if (isEqual(records, before)) {
      found.kept += 1;
      return after ?? [];
    }
    const [mine, theirs, origin] = [only(records), only(after ?? []), only(before)];
    if (mine && theirs && origin) {
      const { record, fields } = merged(mine, origin, theirs);
      found.clashes.push(...fields.map((field) => ({ kind, key, field })));
      return [record];
    }
    if (!isEqual(records, after)) found.clashes.push({ kind, key, field: null });
    return records;
  });
  const addedSince = [...is].filter(([place]) => !was.has(place) && !written.has(place));
  found.kept += addedSince.length;
  return [...kept, ...addedSince.flatMap(([, records]) => records)];
}

/** What has come into the plan since the file was made, and is there otherwise than the file has it. */
function overruled<K extends RecordKind>(
  kind: K,
  key: RecordKey,
  records: readonly RecordOf<K>[],
  after: readonly RecordOf<K>[],
): Clash[] {
  const [mine, theirs] = [only(records), only(after)];
  if (!mine || !theirs) return after.length === 0 || isEqual(records, after) ? [] : [{ kind, key, field: null }];
  const { fields } = merged(mine, {}, theirs);
  // A status that was reported stands where the file says none.
  const isSilent = (field: string): boolean => field === 'status' && Reflect.get(mine, field) === null;
  return fields.filter((field) => !isSilent(field)).map((field) => ({ kind, key, field }));
}

function only<Item>([first, another]: readonly Item[]): Item | undefined {
  return another === undefined ? first : undefined;
}

/** Field by field: the file's where it has changed it, else what it is now. */
function merged<Item extends object>(
  mine: Item,
  origin: Partial<Item>,
  theirs: Item,
): { readonly record: Item; readonly fields: string[] } {
  const fields: string[] = [];
  const names = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
  const record = [...names].flatMap((name): [string, unknown][] => {
    const [written, was, is] = [mine, origin, theirs].map((one): unknown => Reflect.get(one, name));
    const isMine = !isEqual(written, was);
    if (isMine && !isEqual(is, was) && !isEqual(is, written)) fields.push(name);
    const value = isMine ? written : is;
    return value === undefined ? [] : [[name, value]];
  });
  // Every field is that of one of the three, which are of one kind.
  return { record: Object.fromEntries(record) as Item, fields };
}
