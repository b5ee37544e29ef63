// Base and changes → the plan: pure, and so replayable to any date.
import type { Template } from './announcement.ts';
import type { Announcement } from './announcements.ts';
import type { Change, LedgerEntry } from './change.ts';
import { ChangingPlan, type Secretary } from './changing-plan.ts';
import type { Applied } from './difference.ts';
import type { DraftPlan } from './imports.ts';
import { makePlan, type Plan, type PlanRecords } from './plan.ts';

export { daysOf, scheduledDays } from './meeting-days.ts';
export { standing } from './undone.ts';

/** A plan at a version of its ledger. */
export interface Edition {
  readonly plan: Plan;
  /** What the secretariat may look at before it is everybody's; null where no draft waits. */
  readonly draft: Draft | null;
  /** The last change in it; 0 for the files alone. */
  readonly version: number;
  /** Appointed in the ledger, beside those that the settings name. */
  readonly secretaries: readonly Secretary[];
  /** The messages to many that stand, sent or not, oldest first. */
  readonly announcements: readonly Announcement[];
  /** By name. */
  readonly templates: readonly Template[];
  /** What each change did when it was made, by version; a change to a record that the files no longer have is absent. */
  readonly applied: ReadonlyMap<number, Applied>;
}

/** A next year's plan that is imported and not yet published. */
export interface Draft extends Omit<DraftPlan, 'records'> {
  /** The whole plan, all years, as it will be once the draft is published. */
  readonly plan: Plan;
}

/** The ledger as far as it has been read, and the plan that it makes. */
export interface Ledger {
  readonly edition: Edition;
  /** In order of version. */
  readonly entries: readonly LedgerEntry[];
}

/** A place in a ledger, and what tells this ledger's from another's. */
export interface LedgerMark {
  /** 0 for the files alone. */
  readonly version: number;
  /** When that change was made, ISO; null for the files alone. */
  readonly at: string | null;
}

export function markOf({ entries }: Pick<Ledger, 'entries'>): LedgerMark {
  const last = entries.at(-1);
  return last ? { version: last.version, at: last.at } : { version: 0, at: null };
}

/** The plan as it was at a mark; null where that is none of this ledger's. */
export function planAtMark(base: PlanRecords, entries: readonly LedgerEntry[], mark: LedgerMark): Edition | null {
  const until = entries.filter(({ version }) => version <= mark.version);
  const found = markOf({ entries: until });
  return found.version === mark.version && found.at === mark.at ? fold(base, until) : null;
}

/** The plan after these changes, which are in order of version. */
export function fold(base: PlanRecords, entries: readonly LedgerEntry[]): Edition {
  const changing = new ChangingPlan(base);
  for (const entry of entries) changing.take(entry);
  const records = changing.records();
  return {
    plan: makePlan(records, changing.alterations()),
    draft: draftOf(changing.draft(records)),
    version: entries.at(-1)?.version ?? 0,
    secretaries: changing.secretaries(),
    announcements: changing.announcements.sent(),
    templates: changing.announcements.templates(),
    applied: changing.applied,
  };
}

/** Most folds are never asked for their draft. */
function draftOf(draft: DraftPlan | null): Draft | null {
  if (draft === null) return null;
  const { version, title, years } = draft;
  let made: Plan | null = null;
  return {
    version,
    title,
    years,
    get plan() {
      made ??= makePlan(draft.records);
      return made;
    },
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
    case 'publish-plan':
    case 'undo':
      return true;
    case 'import-plan':
      return change.state === 'published';
    case 'add-meeting':
      return change.place !== null && change.place.municipality === null;
    case 'edit-meeting':
      return change.set.place !== undefined && change.set.place?.municipality === null;
    default:
      return false;
  }
}
