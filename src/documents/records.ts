// The kinds of records that a plan's files hold, and a record as it is written there.
import type { z } from 'zod';
import { Activity, Area, Goal, Objective } from '../plan/activity.ts';
import { BudgetLine, BudgetTotals, Fee } from '../plan/budget.ts';
import { PlanDocument, Section } from '../plan/document.ts';
import { Hosting, Meeting, Occasion } from '../plan/meeting.ts';
import { Conference, Group, Municipality, Person, Region, Role } from '../plan/region.ts';
import { Localized, Source } from '../plan/source.ts';
import type { Path, YamlFile } from './yaml-file.ts';

/** What an update may add without a document has one in the files, as everything there. */
const documented = { source: Source };

/** By the key that its list stands under; `region` alone is no list. */
export const schemas = {
  region: Region,
  documents: PlanDocument,
  municipalities: Municipality,
  groups: Group,
  people: Person.extend(documented),
  roles: Role.extend({ ...documented, term: Localized }),
  conferences: Conference,
  meetings: Meeting.extend(documented),
  occasions: Occasion.extend(documented),
  hostings: Hosting.extend(documented),
  areas: Area,
  goals: Goal,
  objectives: Objective,
  activities: Activity,
  budgetLines: BudgetLine,
  budgetTotals: BudgetTotals,
  fees: Fee,
  sections: Section,
} as const;

export type Kind = keyof typeof schemas;

export const kinds = Object.keys(schemas) as readonly Kind[];

export type Parsed = { readonly [K in Kind]: readonly z.output<(typeof schemas)[K]>[] };

/** What messages call one record of a kind. */
export const nouns: Readonly<Record<Kind, string>> = {
  region: 'region',
  documents: 'document',
  municipalities: 'municipality',
  groups: 'group',
  people: 'person',
  roles: 'role',
  conferences: 'conference',
  meetings: 'meeting',
  occasions: 'occasion',
  hostings: 'hosting',
  areas: 'area',
  goals: 'goal',
  objectives: 'objective',
  activities: 'activity',
  budgetLines: 'budget line',
  budgetTotals: 'budget total',
  fees: 'fee',
  sections: 'section',
};

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A record of a file before it is checked. */
export interface Entry {
  readonly kind: Kind;
  readonly file: YamlFile;
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
