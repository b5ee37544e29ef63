// What the files may leave out or write shortly, and what it stands for.
import type { z } from 'zod';
import { Party } from '../plan/activity.ts';
import { folded } from '../plan/folded.ts';
import { Place } from '../plan/meeting.ts';
import { Schedule } from '../plan/schedule.ts';
import { addableFields, Localized, Source } from '../plan/source.ts';
import { none } from './cells.ts';
import { type Entry, type Fields, isFields, type Kind, schemas } from './records.ts';
import { definition } from './schema.ts';

/** What shorthand is read with: the records as written, before any of them is checked. */
export interface Lookups {
  /** Municipality by name and alias, folded. */
  readonly places: ReadonlyMap<string, string>;
  readonly parties: ReadonlyMap<string, 'region' | 'municipality' | 'group' | 'person'>;
  readonly patterns: ReadonlyMap<unknown, unknown>;
  readonly areaOfGoal: ReadonlyMap<unknown, unknown>;
  readonly areaOfObjective: ReadonlyMap<unknown, unknown>;
}

function pairs(entries: readonly Entry[], kind: Kind, key: string): [unknown, unknown][] {
  return entries.filter((entry) => entry.kind === kind).map(({ fields }) => [fields.id, fields[key]]);
}

function placeNames(entries: readonly Entry[]): Map<string, string> {
  const names = entries.flatMap(({ kind, fields: { id, name, aliases } }) => {
    if (kind !== 'municipalities' || typeof id !== 'string') return [];
    return [name, ...(Array.isArray(aliases) ? aliases : [])].map((text): [string, string] => [
      folded(String(text)),
      id,
    ]);
  });
  return new Map(names);
}

const partyKinds = { region: 'region', municipalities: 'municipality', groups: 'group', people: 'person' } as const;

function partiesById(entries: readonly Entry[]): Lookups['parties'] {
  const parties = new Map<string, 'region' | 'municipality' | 'group' | 'person'>();
  for (const { kind, fields } of entries) {
    if (typeof fields.id !== 'string') continue;
    if (kind in partyKinds) parties.set(fields.id, partyKinds[kind as keyof typeof partyKinds]);
  }
  return parties;
}

export function makeLookups(entries: readonly Entry[]): Lookups {
  const areaOfGoal = new Map(pairs(entries, 'goals', 'area'));
  const goalOfObjective = new Map(pairs(entries, 'objectives', 'goal'));
  const objectives = pairs(entries, 'objectives', 'area').map(([id, area]): [unknown, unknown] => {
    return [id, area ?? areaOfGoal.get(goalOfObjective.get(id))];
  });
  return {
    places: placeNames(entries),
    parties: partiesById(entries),
    patterns: new Map(pairs(entries, 'groups', 'pattern')),
    areaOfGoal,
    areaOfObjective: new Map(objectives),
  };
}

type Shorthand = (value: unknown, entry: Entry, lookups: Lookups) => unknown;

/** Reads a value that may stand for a longer one, wherever the schema has that longer one. */
const shorthands = new Map<z.core.$ZodType, Shorthand>([
  [Localized, (value) => (typeof value === 'string' ? { sv: value } : value)],
  [Source, (value, entry) => (typeof value === 'string' ? { document: entry.document, place: value } : value)],
  [
    addableFields.source,
    (value, entry) =>
      value === none ? null : typeof value === 'string' ? { document: entry.document, place: value } : value,
  ],
  [Place, (value, _, { places }) => (typeof value === 'string' ? place(value, places) : value)],
  [Party, (value, _, { parties }) => (typeof value === 'string' ? party(value, parties) : value)],
  [Schedule, (value, entry) => schedule(value, entry)],
]);

function place(name: string, places: Lookups['places']): Fields {
  return { name, municipality: places.get(folded(name)) ?? null };
}

function party(id: string, parties: Lookups['parties']): Fields {
  const kind = parties.get(id) ?? 'municipality';
  return kind === 'region' ? { kind } : { kind, id };
}

function schedule(value: unknown, entry: Entry): unknown {
  if (value === undefined || value === null) return { kind: 'unspecified' };
  const yearly = isFields(value) && (value.kind === 'months' || value.kind === 'season');
  return yearly && value.year === undefined ? { ...value, year: entry.year } : value;
}

type Read = (schema: z.core.$ZodType, value: unknown) => unknown;

function readFields(shape: Readonly<Record<string, z.core.$ZodType>>, value: Fields, read: Read): Fields {
  const fields: Record<string, unknown> = { ...value };
  for (const [key, schema] of Object.entries(shape)) {
    const full = read(schema, value[key]);
    if (full !== undefined) fields[key] = full;
    else if (value[key] === null) delete fields[key];
  }
  return fields;
}

function reader(entry: Entry, lookups: Lookups): Read {
  const read: Read = (schema, written) => {
    // What no document has says so; a source that was forgotten is missed.
    if (schema === addableFields.source && written === undefined) return undefined;
    const short = shorthands.get(schema);
    const value = short ? short(written, entry, lookups) : written;
    const def = definition(schema);
    switch (def.type) {
      case 'default':
        // A key with nothing after it counts as left out.
        return value === undefined || value === null ? undefined : read(def.innerType, value);
      case 'nullable':
        return value === undefined || value === null ? null : read(def.innerType, value);
      case 'array':
        return Array.isArray(value) ? value.map((item) => read(def.element, item)) : value;
      case 'object':
        return isFields(value) ? readFields(def.shape, value, read) : value;
      default:
        return value;
    }
  };
  return read;
}

function meeting(fields: Fields, { patterns }: Lookups): Fields {
  const kind = fields.kind ?? 'meeting';
  const pattern = patterns.get(fields.group);
  const usual = kind === 'meeting' && isFields(pattern) ? { start: pattern.start, end: pattern.end } : null;
  return {
    ...fields,
    kind,
    to: fields.to ?? fields.from,
    hours: fields.hours === none ? null : (fields.hours ?? usual),
  };
}

/** Fields that follow from others; a null where they should follow but the other record is not there. */
function derive(kind: Kind, fields: Fields, lookups: Lookups): Fields {
  switch (kind) {
    case 'meetings':
      return meeting(fields, lookups);
    case 'objectives':
      return { ...fields, area: fields.area ?? lookups.areaOfGoal.get(fields.goal) ?? null };
    case 'activities':
      return { ...fields, area: fields.area ?? lookups.areaOfObjective.get(fields.objective) ?? null };
    default:
      return fields;
  }
}

/** The record in full, as its schema wants it. */
export function inFull(entry: Entry, lookups: Lookups): Fields {
  const { shape } = schemas[entry.kind];
  const yearly = 'year' in shape && entry.kind !== 'documents' && entry.year !== undefined;
  const written = yearly ? { year: entry.year, ...entry.fields } : entry.fields;
  return readFields(shape, derive(entry.kind, written, lookups), reader(entry, lookups));
}
