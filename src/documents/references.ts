// Checks between records that are each right by themselves: ids met once, references met, ends after starts.
import { oneOf, suggest } from './explain.ts';
import { nearest } from './nearest.ts';
import type { Problem, Said } from './problem.ts';
import type { Path, Position, RecordFile } from './record-file.ts';
import { type Entry, type Fields, type Kind, nouns, valueAt } from './records.ts';

/** A record in full beside its place in the file. */
export interface FullEntry extends Entry {
  readonly full: Fields;
  /** It is in the plan already, and not in the files: others may refer to it, and nothing is told of it. */
  readonly isKnown?: true;
}

/** Fields that hold an id, by the kind that they point at; "*" is every item of a list. */
const references: { readonly [K in Kind]?: Readonly<Record<string, Kind>> } = {
  groups: {
    'municipalities.*': 'municipalities',
    'areas.*': 'areas',
    'goals.*': 'goals',
    'conferences.*': 'conferences',
    'seat.municipality': 'municipalities',
  },
  people: { municipality: 'municipalities' },
  roles: { group: 'groups', person: 'people' },
  conferences: { responsible: 'groups' },
  meetings: { group: 'groups', 'place.municipality': 'municipalities' },
  occasions: { conference: 'conferences', 'place.municipality': 'municipalities' },
  hostings: { conference: 'conferences', 'hosts.*': 'municipalities' },
  goals: { area: 'areas' },
  objectives: { goal: 'goals', area: 'areas' },
  activities: { objective: 'objectives', area: 'areas' },
  budgetLines: { municipality: 'municipalities' },
  fees: { decidedBy: 'groups' },
};

/** Kinds that share their ids: a party is named by its id alone, and a meeting's id is its calendar entry's. */
const idSpaces: readonly (readonly Kind[])[] = [
  ['region', 'municipalities', 'groups', 'people'],
  ['meetings', 'occasions'],
];

/** Pairs of fields of which the second may not come before the first. */
const orders: readonly (readonly [start: string, end: string, sameIsRight: boolean])[] = [
  ['from', 'to', true],
  ['from', 'until', true],
  ['schedule.from', 'schedule.to', true],
  ['hours.start', 'hours.end', false],
  ['pattern.start', 'pattern.end', false],
];

/** What there may be one of only, and in which year of what. */
const onceAYear: { readonly [K in Kind]?: readonly string[] } = {
  hostings: ['conference', 'year', 'source.document'],
  budgetTotals: ['year'],
  fees: ['year'],
};

/** The part of a path that the file has: "haninge" written for `{ kind: municipality, id: haninge }` has no "id". */
function written(entry: Entry, path: Path): Path {
  const text = path.findIndex((_, index) => typeof valueAt(entry.fields, path.slice(0, index)) === 'string');
  return text < 0 ? path : path.slice(0, text);
}

/** The name of a field for a reader: lists count from 1, records go by their id. */
export function pathName(entry: Entry, path: Path): string {
  const own = typeof entry.fields.id === 'string' ? entry.fields.id : Number(entry.path.at(-1)) + 1;
  const head = entry.kind === 'region' ? [entry.kind] : [entry.kind, own];
  return [...head, ...path.map((key) => (typeof key === 'number' ? key + 1 : key))].join('.');
}

/** A problem of a record, placed at one of its fields. */
export function problemAt(entry: Entry, path: Path, message: Said, hint: Said | null): Problem {
  const at = entry.file.position([...entry.path, ...path]);
  return { file: entry.file.file, ...at, path: pathName(entry, written(entry, path)), message, hint };
}

/** A field that nobody wrote, but that follows from another field or from the top of the file. */
export function isDerived({ fields, full, year }: FullEntry, path: Path): boolean {
  const [first, last] = [path[0], path.at(-1)];
  if (first === undefined) return false;
  if (fields[String(first)] === undefined) return Object.hasOwn(full, first);
  if (last === 'year') return year !== undefined && valueAt(fields, path) === undefined;
  const short = typeof valueAt(fields, path.slice(0, -1)) === 'string';
  return short && (last === 'id' || last === 'document');
}

type Ids = ReadonlyMap<Kind, ReadonlySet<string>>;

function idsByKind(entries: readonly FullEntry[]): Ids {
  const ids = new Map<Kind, Set<string>>();
  for (const { kind, full } of entries) {
    if (typeof full.id !== 'string') continue;
    const known = ids.get(kind) ?? new Set();
    ids.set(kind, known.add(full.id));
  }
  return ids;
}

/** Every path that a pattern such as "hosts.*" stands for in a record. */
function pathsOf(value: unknown, [key, ...rest]: readonly string[], head: Path = []): Path[] {
  if (key === undefined) return [head];
  if (key !== '*') return pathsOf(valueAt(value, [key]), rest, [...head, key]);
  return Array.isArray(value) ? value.flatMap((item, index) => pathsOf(item, rest, [...head, index])) : [];
}

function unknownId(entry: FullEntry, path: Path, kinds: readonly Kind[], ids: Ids): Problem[] {
  const id = valueAt(entry.full, path);
  if (typeof id !== 'string') return [];
  if (kinds.some((kind) => ids.get(kind)?.has(id))) return [];
  const { names } = entry.file;
  const several = names?.idsOf(kinds, id) ?? [];
  if (several.length > 1) {
    const message = { sv: `"${id}" är namnet på flera`, en: `"${id}" is the name of several` };
    const hint = { sv: `skriv id: ${several.join(' eller ')}`, en: `write the id: ${several.join(' or ')}` };
    return [problemAt(entry, path, message, hint)];
  }
  const what = (language: keyof Said): string => kinds.map((kind) => nouns[kind][language]).join(', ');
  const message = {
    sv: `det finns ingen ${what('sv')} som heter "${id}"`,
    en: names ? `there is no ${what('en')} called "${id}"` : `there is no ${what('en')} with the id "${id}"`,
  };
  return [problemAt(entry, path, message, names ? suggestName(id, kinds, names) : suggest(id, known()))];

  function known(): string[] {
    return kinds.flatMap((one) => [...(ids.get(one) ?? [])]);
  }
}

/** A list that is too long to read stands in the cell's own. In characters. */
const longestList = 200;

function suggestName(written: string, kinds: readonly Kind[], names: NonNullable<RecordFile['names']>): Said {
  const near = names.near(kinds, written);
  if (near !== undefined) return { sv: `menade du "${near}"?`, en: `did you mean "${near}"?` };
  const known = names.all(kinds);
  if (known.join(', ').length <= longestList) {
    const { sv, en } = oneOf(known);
    return { sv: `${sv}; nya läggs till på sitt blad`, en: `${en}; new ones are added on their sheet` };
  }
  return {
    sv: 'välj i cellens lista, eller lägg till det på sitt blad',
    en: 'choose from the cell’s list, or add it on its sheet',
  };
}

/** The records that one refers to by its fields, with their places in it. */
export function referencesOf(entry: FullEntry): { readonly kind: Kind; readonly id: string; readonly path: Path }[] {
  return Object.entries(references[entry.kind] ?? {}).flatMap(([pattern, kind]) =>
    pathsOf(entry.full, pattern.split('.')).map((path) => ({ kind, id: String(valueAt(entry.full, path)), path })),
  );
}

function unknownIds(entry: FullEntry, ids: Ids): Problem[] {
  const own = Object.entries(references[entry.kind] ?? {}).flatMap(([pattern, kind]) =>
    pathsOf(entry.full, pattern.split('.')).flatMap((path) => unknownId(entry, path, [kind], ids)),
  );
  const source = entry.kind === 'documents' ? [] : unknownId(entry, ['source', 'document'], ['documents'], ids);
  return [...own, ...source, ...unknownParties(entry, ids)];
}

const partyKinds: Readonly<Record<string, Kind>> = {
  municipality: 'municipalities',
  group: 'groups',
  person: 'people',
};

function unknownParties(entry: FullEntry, ids: Ids): Problem[] {
  if (entry.kind !== 'activities') return [];
  return pathsOf(entry.full, ['responsible', '*']).flatMap((path) => {
    const short = typeof valueAt(entry.fields, path) === 'string';
    const kind = partyKinds[String(valueAt(entry.full, [...path, 'kind']))];
    const among: Kind[] = short ? ['municipalities', 'groups', 'people', 'region'] : kind ? [kind] : [];
    return among.length === 0 || isRegion(entry, path) ? [] : unknownId(entry, [...path, 'id'], among, ids);
  });
}

function isRegion(entry: FullEntry, path: Path): boolean {
  return valueAt(entry.full, [...path, 'kind']) === 'region';
}

function place({ file, line, cell }: { file: string } & Position): string {
  return cell ?? `${file}:${line}`;
}

/** Problems of all entries whose key somebody before them has. */
function repeated(
  entries: readonly FullEntry[],
  keyOf: (entry: FullEntry) => string | undefined,
  problem: (entry: FullEntry, key: string, first: string) => Problem,
): Problem[] {
  const seen = new Map<string, FullEntry>();
  return entries.flatMap((entry) => {
    const key = keyOf(entry);
    if (key === undefined) return [];
    const first = seen.get(key);
    if (!first) seen.set(key, entry);
    return first && !entry.isKnown
      ? [problem(entry, key, place({ file: first.file.file, ...first.file.position(first.path) }))]
      : [];
  });
}

function repeatedIds(entries: readonly FullEntry[]): Problem[] {
  const space = (kind: Kind): string => idSpaces.find((kinds) => kinds.includes(kind))?.join() ?? kind;
  return repeated(
    entries,
    ({ kind, full }) => (typeof full.id === 'string' ? `${space(kind)} ${full.id}` : undefined),
    (entry, _, first) => {
      const message = { sv: `samma id används redan i ${first}`, en: `the id is already used at ${first}` };
      const hint = { sv: 'varje post har sitt eget id', en: 'every record has its own id' };
      return problemAt(entry, ['id'], message, hint);
    },
  );
}

function repeatedYears(entries: readonly FullEntry[]): Problem[] {
  return repeated(
    entries,
    ({ kind, full }) =>
      onceAYear[kind]?.map((key) => String(valueAt(full, key.split('.')))).reduce((a, b) => `${a} ${b}`, kind),
    (entry, key, first) => {
      const what = key.split(' ').slice(1, 3).join(' ');
      const message = { sv: `${what} finns redan i ${first}`, en: `${what} is already given at ${first}` };
      return problemAt(entry, ['year'], message, { sv: 'behåll en av dem', en: 'keep one of them' });
    },
  );
}

const comparable = /^\d{4}(-\d{2}){0,2}$|^\d{2}:\d{2}$/;

function wrongOrder(entry: FullEntry): Problem[] {
  return orders.flatMap(([startName, endName, sameIsRight]) => {
    if (isDerived(entry, endName.split('.'))) return [];
    const [start, end] = [startName, endName].map((name) => valueAt(entry.full, name.split('.')));
    if (typeof start !== 'string' || typeof end !== 'string') return [];
    if (!comparable.test(start) || !comparable.test(end)) return [];
    // "2019" until "2019-12" is right: as exact as the vaguer of the two.
    const length = Math.min(start.length, end.length);
    const [first, last] = [start.slice(0, length), end.slice(0, length)];
    if (first < last || (sameIsRight && first === last)) return [];
    const message = {
      sv: `slutet ${end} kommer inte efter början ${start}`,
      en: `the end ${end} is not after the start ${start}`,
    };
    const hint = { sv: 'byt plats på dem eller rätta dem', en: 'swap or mend them' };
    return [problemAt(entry, endName.split('.'), message, hint)];
  });
}

/** An area that is written out must be the one that follows. */
function wrongArea(entry: FullEntry, areas: ReadonlyMap<unknown, unknown>): Problem[] {
  const parent = entry.kind === 'activities' ? 'objective' : 'goal';
  const follows = areas.get(entry.full[parent]);
  if (typeof follows !== 'string' || entry.full.area === follows) return [];
  const area = String(entry.full.area);
  const noun = parent === 'goal' ? 'målet' : 'delmålet';
  const message = {
    sv: `"${area}" är inte det område som ${noun} hör till`,
    en: `"${area}" is not the area of its ${parent}`,
  };
  const hint = { sv: `utelämna det, eller skriv ${follows}`, en: `leave it out, or write ${follows}` };
  return [problemAt(entry, ['area'], message, hint)];
}

function wrongAreas(entries: readonly FullEntry[]): Problem[] {
  const areas = (kind: Kind) =>
    new Map(entries.filter((entry) => entry.kind === kind).map(({ full }) => [full.id, full.area]));
  const [ofGoal, ofObjective] = [areas('goals'), areas('objectives')];
  return entries.flatMap((entry) => {
    if (entry.isKnown) return [];
    if (entry.kind === 'objectives') return wrongArea(entry, ofGoal);
    return entry.kind === 'activities' ? wrongArea(entry, ofObjective) : [];
  });
}

/** A place is a municipality or anything else; what is nearly a municipality's name is a slip. */
function misspeltPlaces(entry: FullEntry, names: readonly string[]): Problem[] {
  const written = entry.fields.place;
  if (typeof written !== 'string' || typeof valueAt(entry.full, ['place', 'municipality']) === 'string') return [];
  const near = nearest(written, names);
  if (near === undefined) return [];
  const message = {
    sv: `"${written}" är inte namnet på en kommun`,
    en: `"${written}" is not the name of a municipality`,
  };
  const [other, otherIn] = entry.file.heading
    ? ['skriv "-" i kolumnen för platsens kommun', 'write "-" in the column of its municipality']
    : [`skriv { name: ${written} }`, `write { name: ${written} }`];
  const hint = {
    sv: `menade du "${near}"? För en annan plats, ${other}`,
    en: `did you mean "${near}"? For another place ${otherIn}`,
  };
  return [problemAt(entry, ['place'], message, hint)];
}

function municipalityNames(entries: readonly FullEntry[]): string[] {
  const names = entries.filter(({ kind }) => kind === 'municipalities').map(({ full }) => full.name);
  return names.filter((name) => typeof name === 'string');
}

/** The problems between records. */
export function checkReferences(entries: readonly FullEntry[]): Problem[] {
  const ids = idsByKind(entries);
  const names = municipalityNames(entries);
  return [
    ...entries.flatMap((entry) =>
      entry.isKnown ? [] : [...unknownIds(entry, ids), ...wrongOrder(entry), ...misspeltPlaces(entry, names)],
    ),
    ...repeatedIds(entries),
    ...repeatedYears(entries),
    ...wrongAreas(entries),
  ];
}
