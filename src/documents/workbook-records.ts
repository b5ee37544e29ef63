// The records of a plan by kind, as sheets take them.
import type { PlanRecords } from '../plan/plan.ts';
import type { Named } from './names.ts';
import { type Kind, kinds } from './records.ts';

/** Those of a plan itself, with its region among them. */
export type WorkbookRecords = Readonly<Record<Kind, readonly object[]>>;

export function recordsByKind(plan: PlanRecords): WorkbookRecords {
  const lists = kinds.map((kind) => [kind, kind === 'region' ? [plan.region] : plan[kind]]);
  // Every kind has its list.
  return Object.fromEntries(lists) as WorkbookRecords;
}

export function namedRecords(records: WorkbookRecords): Named[] {
  return kinds.flatMap((kind) => records[kind].map((record): Named => ({ kind, fields: { ...record } })));
}
