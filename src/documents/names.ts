// Records by the names that people write for them in a sheet.
import { folded } from '../plan/folded.ts';
import { nearest } from './nearest.ts';
import { type Fields, isFields, type Kind } from './records.ts';

export interface Named {
  readonly kind: Kind;
  readonly fields: Fields;
}

export interface Names {
  /** The id of the one record of some kinds that goes by a name or an id; undefined where none or several do. */
  idOf(kinds: readonly Kind[], written: string): string | undefined;
  /** The ids of all that go by a name. */
  idsOf(kinds: readonly Kind[], written: string): readonly string[];
  /** What to write for a record: its name where that is its own alone, else its id. */
  nameOf(kinds: readonly Kind[], id: string): string;
  /** What to write for the record whose name is nearly this. */
  near(kinds: readonly Kind[], written: string): string | undefined;
  /** What may be written for the records of some kinds. */
  all(kinds: readonly Kind[]): readonly string[];
}

/** The text of a name, Swedish where it has two. */
export function plain(value: unknown): string | undefined {
  const text = isFields(value) ? value.sv : value;
  return typeof text === 'string' && text.trim() !== '' ? text : undefined;
}

/** What a record is called, the best name first. */
function namesOf({ kind, fields }: Named): string[] {
  const own = [fields.name, fields.short, fields.title, fields.definite, fields.everyone].map(plain);
  const english = [fields.name, fields.title].map((value) => (isFields(value) ? plain(value.en) : undefined));
  const aliases = Array.isArray(fields.aliases) ? fields.aliases.map(plain) : [];
  const best = kind === 'region' ? plain(fields.everyone) : undefined;
  return [best, ...own, ...english, ...aliases].filter((name) => name !== undefined);
}

/** Ids that are shared by the kinds of parties tell them apart by themselves. */
export function makeNames(records: Iterable<Named>): Names {
  const byKind = new Map<
    Kind,
    { readonly ids: Set<string>; readonly ways: Map<string, Set<string>>; readonly best: Map<string, string> }
  >();
  for (const record of records) {
    const { id } = record.fields;
    if (typeof id !== 'string') continue;
    const known = byKind.get(record.kind) ?? { ids: new Set(), ways: new Map(), best: new Map() };
    byKind.set(record.kind, known);
    known.ids.add(id);
    const names = namesOf(record);
    const [best] = names;
    if (best !== undefined) known.best.set(id, best);
    for (const name of names) {
      const ids = known.ways.get(folded(name)) ?? new Set();
      known.ways.set(folded(name), ids.add(id));
    }
  }
  const idsOf = (kinds: readonly Kind[], written: string): string[] => [
    ...new Set(kinds.flatMap((kind) => [...(byKind.get(kind)?.ways.get(folded(written)) ?? [])])),
  ];
  const idOf = (kinds: readonly Kind[], written: string): string | undefined => {
    const exact = written.trim();
    if (kinds.some((kind) => byKind.get(kind)?.ids.has(exact))) return exact;
    const [id, another] = idsOf(kinds, written);
    return another === undefined ? id : undefined;
  };
  const nameOf = (kinds: readonly Kind[], id: string): string => {
    const best = kinds.map((kind) => byKind.get(kind)?.best.get(id)).find((name) => name !== undefined);
    // A name that a list could not hold, or that a longer cell would be cut from, is no help.
    const isPlain = best !== undefined && best.length <= 200 && !/[;"\r\n]/.test(best) && best === best.trim();
    return isPlain && idOf(kinds, best) === id ? best : id;
  };
  const all = (kinds: readonly Kind[]): string[] =>
    kinds.flatMap((kind) => [...(byKind.get(kind)?.ids ?? [])].map((id) => nameOf(kinds, id)));
  const near = (kinds: readonly Kind[], written: string): string | undefined => {
    const ways = kinds.flatMap((kind) => [...(byKind.get(kind)?.ways.keys() ?? [])]);
    const meant = nearest(folded(written), ways);
    const id = meant === undefined ? undefined : idOf(kinds, meant);
    return id === undefined ? undefined : nameOf(kinds, id);
  };
  return { idOf, idsOf, nameOf, near, all };
}
