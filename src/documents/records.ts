// The kinds of records that a plan's files hold, and a record as it is written there.
import type { z } from 'zod';
import { recordSchemas } from '../plan/records.ts';
import { Region } from '../plan/region.ts';
import type { Said } from './problem.ts';
import type { Path, RecordFile } from './record-file.ts';

/** By the key that its list stands under; `region` alone is no list. */
export const schemas = { region: Region, ...recordSchemas } as const;

export type Kind = keyof typeof schemas;

export const kinds = Object.keys(schemas) as readonly Kind[];

export type Parsed = { readonly [K in Kind]: readonly z.output<(typeof schemas)[K]>[] };

/** What messages call one record of a kind. */
export const nouns: Readonly<Record<Kind, Said>> = {
  region: { sv: 'region', en: 'region' },
  documents: { sv: 'dokument', en: 'document' },
  municipalities: { sv: 'kommun', en: 'municipality' },
  groups: { sv: 'grupp', en: 'group' },
  people: { sv: 'person', en: 'person' },
  roles: { sv: 'roll', en: 'role' },
  conferences: { sv: 'konferens', en: 'conference' },
  meetings: { sv: 'möte', en: 'meeting' },
  occasions: { sv: 'konferenstillfälle', en: 'occasion' },
  hostings: { sv: 'värdskap', en: 'hosting' },
  areas: { sv: 'område', en: 'area' },
  goals: { sv: 'mål', en: 'goal' },
  objectives: { sv: 'delmål', en: 'objective' },
  activities: { sv: 'aktivitet', en: 'activity' },
  budgetLines: { sv: 'budgetpost', en: 'budget line' },
  budgetTotals: { sv: 'budgetsumma', en: 'budget total' },
  fees: { sv: 'avgift', en: 'fee' },
  sections: { sv: 'avsnitt', en: 'section' },
};

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A record of a file before it is checked. */
export interface Entry {
  readonly kind: Kind;
  readonly file: RecordFile;
  /** From the top of the file to the record. */
  readonly path: Path;
  readonly fields: Fields;
  /** What the file says at its top for all its records. */
  readonly document: unknown;
  readonly year: unknown;
}

/** The value at a path, or undefined where there is none. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => {
    return typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined;
  }, value);
}
