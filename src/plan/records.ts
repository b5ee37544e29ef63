// The kinds of records that a plan is made of, as its files and its imports have them.
import { z } from 'zod';
import { Activity, Area, Goal, Objective } from './activity.ts';
import { BudgetLine, BudgetTotals, Fee } from './budget.ts';
import { PlanDocument, Section } from './document.ts';
import { Hosting, Meeting, Occasion } from './meeting.ts';
import { Conference, Group, Municipality, Person, Role } from './region.ts';

/** All but the region itself, which there is one of; and deadlines and questions of status, which no document has. */
export const recordSchemas = {
  documents: PlanDocument,
  municipalities: Municipality,
  groups: Group,
  people: Person,
  roles: Role,
  conferences: Conference,
  meetings: Meeting,
  occasions: Occasion,
  hostings: Hosting,
  areas: Area,
  goals: Goal,
  objectives: Objective,
  activities: Activity,
  budgetLines: BudgetLine,
  budgetTotals: BudgetTotals,
  fees: Fee,
  sections: Section,
} as const;

export type RecordKind = keyof typeof recordSchemas;
export type RecordOf<K extends RecordKind> = z.output<(typeof recordSchemas)[K]>;

export const RecordKind = z.enum(Object.keys(recordSchemas) as [RecordKind, ...RecordKind[]]);
export const recordKinds: readonly RecordKind[] = RecordKind.options;

/** Records by kind; a kind that is absent has none. */
export type RecordLists = { readonly [K in RecordKind]?: readonly RecordOf<K>[] | undefined };

export function listOf<K extends RecordKind>(lists: RecordLists, kind: K): readonly RecordOf<K>[] {
  const list: RecordLists[K] = lists[kind];
  return list ?? [];
}

type Arrays = { readonly [K in RecordKind]: z.ZodArray<(typeof recordSchemas)[K]> };

// The entries are those of `recordSchemas`, each made a list.
const arrays = Object.fromEntries(
  Object.entries(recordSchemas).map(([kind, schema]) => [kind, z.array(schema)]),
) as unknown as Arrays;

export const ImportedRecords = z.strictObject(arrays).partial();
export type ImportedRecords = z.infer<typeof ImportedRecords>;
