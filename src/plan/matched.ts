// Records of a file that are records of the plan under other ids: known by what they mean, and given their ids back.
import { daysBetween } from './days.ts';
import { folded } from './folded.ts';
import type { PlanRecords } from './plan.ts';
import { listOf, type RecordKind, type RecordLists, type RecordOf, recordKinds } from './records.ts';

type Identified = Extract<
  RecordKind,
  | 'meetings'
  | 'occasions'
  | 'activities'
  | 'budgetLines'
  | 'groups'
  | 'goals'
  | 'objectives'
  | 'sections'
  | 'areas'
  | 'conferences'
  | 'people'
>;

type Meaning<K extends Identified> = (record: RecordOf<K>) => string;

/** What two records share that mean the same. */
const meanings: { readonly [K in Identified]: Meaning<K> } = {
  meetings: ({ group, from, kind }) => `${group} ${from} ${kind}`,
  occasions: ({ conference, year }) => `${conference} ${year}`,
  activities: ({ objective, title, source }) => `${objective} ${source.document} ${folded(title.sv)}`,
  budgetLines: ({ year, kind, title }) => `${year} ${kind} ${folded(title.sv)}`,
  groups: ({ name }) => folded(name.sv),
  goals: ({ area, title }) => `${area} ${folded(title.sv)}`,
  objectives: ({ area, title }) => `${area} ${folded(title.sv)}`,
  sections: ({ kind, title, source }) => `${kind} ${source.document} ${folded(title.sv)}`,
  areas: ({ branch, name }) => `${branch} ${folded(name.sv)}`,
  conferences: ({ name }) => folded(name.sv),
  people: ({ name }) => folded(name),
};

/** What they share where the first has been reworded. */
const secondMeanings: { readonly [K in Identified]?: Meaning<K> } = {
  activities: ({ objective, short, source }) => `${objective} ${source.document} ${folded(short.sv)}`,
};

/** Kinds in the order that their meanings rest on each other. */
const order: readonly Identified[] = [
  'areas',
  'goals',
  'objectives',
  'groups',
  'conferences',
  'people',
  'meetings',
  'occasions',
  'activities',
  'budgetLines',
  'sections',
];

/** A meeting that is this near another day is that meeting, moved. */
const mostDaysMoved = 45;

/**
 * The records of a file with the ids that the plan has for what they mean, also where others refer to them. An id that
 * the plan knows is never changed.
 */
export function matched<Lists extends RecordLists>(before: PlanRecords, incoming: Lists): Lists {
  let lists: RecordLists = incoming;
  for (const kind of order) {
    const ids = sameMeanings(kind, before, lists);
    if (kind === 'meetings') for (const [from, to] of moved(before, lists, ids)) ids.set(from, to);
    if (ids.size > 0) lists = renamed(lists, kind, ids);
  }
  return lists as Lists;
}

/** From the ids that the file has to those that the plan has. */
function sameMeanings<K extends Identified>(kind: K, before: RecordLists, incoming: RecordLists): Map<string, string> {
  const fresh = unknown(listOf(incoming, kind), listOf(before, kind));
  if (fresh.length === 0) return new Map();
  const left = unknown(listOf(before, kind), listOf(incoming, kind));
  const ids = sameMeaning(meanings[kind], fresh, left);
  const second: Meaning<K> | undefined = secondMeanings[kind];
  if (!second) return ids;
  const taken = new Set(ids.values());
  const more = sameMeaning(
    second,
    fresh.filter(({ id }) => !ids.has(id)),
    left.filter(({ id }) => !taken.has(id)),
  );
  return new Map([...ids, ...more]);
}

function sameMeaning<K extends Identified>(
  meaningOf: Meaning<K>,
  fresh: readonly RecordOf<K>[],
  left: readonly RecordOf<K>[],
): Map<string, string> {
  const byMeaning = Map.groupBy(left, (record) => meaningOf(record));
  const seen = new Set<string>();
  return new Map(
    fresh.flatMap((record): [string, string][] => {
      const meaning = meaningOf(record);
      const [match, another] = byMeaning.get(meaning) ?? [];
      if (!match || another || seen.has(meaning)) return [];
      seen.add(meaning);
      return [[record.id, match.id]];
    }),
  );
}

/** The records of a list whose ids the other list does not have. */
function unknown<Item extends { readonly id: string }>(list: readonly Item[], other: readonly Item[]): Item[] {
  const ids = new Set<string>(other.map(({ id }) => id));
  return list.filter(({ id }) => !ids.has(id));
}

/** Meetings of a group on a day that the plan has none on, beside those of the same group that the file lacks. */
function moved(before: PlanRecords, incoming: RecordLists, ids: ReadonlyMap<string, string>): [string, string][] {
  const documents = new Set<string>(listOf(incoming, 'documents').map(({ id }) => id));
  const taken = new Set(ids.values());
  const meetings = listOf(incoming, 'meetings');
  const left = unknown(before.meetings, meetings).filter(
    ({ id, source }) => !taken.has(id) && (source === null || documents.has(source.document)),
  );
  return unknown(meetings, before.meetings)
    .filter(({ id }) => !ids.has(id))
    .flatMap((meeting): [string, string][] => {
      const near = left
        .filter(({ group, kind }) => group === meeting.group && kind === meeting.kind)
        .map((one) => ({ one, days: Math.abs(daysBetween(one.from, meeting.from)) }))
        .filter(({ days }) => days <= mostDaysMoved)
        .sort((a, b) => a.days - b.days)[0]?.one;
      if (!near) return [];
      left.splice(left.indexOf(near), 1);
      return [[meeting.id, near.id]];
    });
}

/** Fields that refer to a record, by kind. */
const references: { readonly [K in Identified]?: readonly string[] } = {
  areas: ['area', 'areas'],
  goals: ['goal', 'goals'],
  objectives: ['objective'],
  groups: ['group', 'responsible', 'decidedBy'],
  conferences: ['conference', 'conferences'],
  people: ['person', 'responsible'],
};

function renamed(lists: RecordLists, kind: Identified, ids: ReadonlyMap<string, string>): RecordLists {
  const fields = references[kind] ?? [];
  const rename = (value: unknown): unknown => {
    if (typeof value === 'string') return ids.get(value) ?? value;
    if (Array.isArray(value)) return value.map(rename);
    if (typeof value === 'object' && value !== null && 'id' in value) return { ...value, id: rename(value.id) };
    return value;
  };
  const inRecord = (list: RecordKind, record: object): object => {
    const touched = Object.entries(record).filter(
      ([field]) => fields.includes(field) || (list === kind && field === 'id'),
    );
    return touched.length === 0
      ? record
      : { ...record, ...Object.fromEntries(touched.map(([field, value]) => [field, rename(value)])) };
  };
  const entries = recordKinds.map((list) => [list, listOf(lists, list).map((record) => inRecord(list, record))]);
  return { ...lists, ...Object.fromEntries(entries) };
}
