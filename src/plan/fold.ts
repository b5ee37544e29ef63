// Base and changes → the plan: pure, and so replayable to any date.
import type { Change, LedgerEntry } from './change.ts';
import { ChangingPlan, type Secretary } from './changing-plan.ts';
import type { Applied } from './difference.ts';
import { makePlan, type Plan, type PlanRecords } from './plan.ts';

export { daysOf, scheduledDays } from './meeting-days.ts';
export { standing } from './undone.ts';

/** A plan at a version of its ledger. */
export interface Edition {
  readonly plan: Plan;
  /** The last change in it; 0 for the files alone. */
  readonly version: number;
  /** Appointed in the ledger, beside those that the settings name. */
  readonly secretaries: readonly Secretary[];
  /** What each change did when it was made, by version; a change to a record that the files no longer have is absent. */
  readonly applied: ReadonlyMap<number, Applied>;
}

/** The ledger as far as it has been read, and the plan that it makes. */
export interface Ledger {
  readonly edition: Edition;
  /** In order of version. */
  readonly entries: readonly LedgerEntry[];
}

/** The plan after these changes, which are in order of version. */
export function fold(base: PlanRecords, entries: readonly LedgerEntry[]): Edition {
  const draft = new ChangingPlan(base);
  for (const entry of entries) draft.take(entry);
  return {
    plan: makePlan(draft.records(), draft.alterations()),
    version: entries.at(-1)?.version ?? 0,
    secretaries: draft.secretaries(),
    applied: draft.applied,
  };
}

/** The plan as it stood at an instant. */
export function planAsOf(base: PlanRecords, entries: readonly LedgerEntry[], instant: Date): Edition {
  // Clocks of two machines may differ: what is before an entry that had been made by then had been made too.
  const last = entries.findLastIndex(({ at }) => Date.parse(at) <= instant.getTime());
  return fold(base, entries.slice(0, last + 1));
}

/** Whether a change gives the plan a new name to be found by, or a record with one. */
export function changesNames(change: Change): boolean {
  switch (change.kind) {
    case 'add-synonym':
    case 'set-role':
    case 'undo':
      return true;
    case 'add-meeting':
      return change.place !== null && change.place.municipality === null;
    case 'edit-meeting':
      return change.set.place !== undefined && change.set.place?.municipality === null;
    default:
      return false;
  }
}
