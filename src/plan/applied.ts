// What a change did to a record, and what an import did to all of its records, for whoever tells of it.
import type { Activity } from './activity.ts';
import type { ImportedPlan } from './change.ts';
import {
  type Applied,
  type Difference,
  differing,
  isEqual,
  type Subject,
  type Tally,
  type Value,
} from './difference.ts';
import type { Made } from './history.ts';
import type { Hosting, Meeting, Occasion } from './meeting.ts';
import { daysOf } from './meeting-days.ts';
import { activityDifferences, itemDifferences } from './record-differences.ts';

/** What an import did with one record, or with those who hold one office. */
export type ImportStep =
  | ({ readonly kind: 'item' } & Made<Meeting | Occasion>)
  | ({ readonly kind: 'activity' } & Made<Activity>)
  | ({ readonly kind: 'hosting' } & Made<Hosting>)
  | ({ readonly kind: 'other' } & Made<unknown>);

export function itemApplied({ before, after }: Made<Meeting | Occasion>): Applied | null {
  const record = after ?? before;
  if (!record || before === after) return null;
  const differences = itemDifferences(before, after);
  if ('group' in record) return { subject: { kind: 'meeting', record }, differences };
  return { subject: { kind: 'occasion', record }, differences };
}

export function activityApplied({ before, after }: Made<Activity>): Applied | null {
  const record = after ?? before;
  if (!record || before === after) return null;
  return { subject: { kind: 'activity', record }, differences: activityDifferences(before, after) };
}

export function hostsOf(hosting: Hosting | undefined): Value | null {
  return hosting ? { kind: 'hosts', year: hosting.year, hosts: hosting.hosts } : null;
}

function hostingApplied({ before, after }: Made<Hosting>): Applied | null {
  const record = after ?? before;
  if (!record || before === after) return null;
  const difference: Difference = { field: 'hosts', before: hostsOf(before), after: hostsOf(after) };
  return {
    subject: { kind: 'hosting', conference: record.conference, years: [record.year] },
    differences: differing([difference]),
  };
}

/** What answers and reminders tell of. */
export function partOf(step: ImportStep): Applied | null {
  switch (step.kind) {
    case 'item':
      return itemApplied(step);
    case 'activity':
      return activityApplied(step);
    case 'hosting':
      return hostingApplied(step);
    case 'other':
      return null;
  }
}

/** Null where it changes nothing. */
export function importApplied(
  { title, years }: ImportedPlan,
  steps: readonly ImportStep[],
  state: Pick<Extract<Subject, { kind: 'import' }>, 'state' | 'wasDraft'>,
): Applied | null {
  const tally = tallyOf(steps);
  if (tally.added + tally.moved + tally.changed + tally.removed === 0) return null;
  return {
    subject: { kind: 'import', title, years, ...state },
    differences: [{ field: 'plan', before: null, after: { kind: 'records', ...tally } }],
  };
}

function tallyOf(steps: readonly ImportStep[]): Tally {
  const counts = { added: 0, moved: 0, changed: 0, removed: 0 };
  for (const step of steps) {
    const what = whatOf(step);
    if (what !== null) counts[what] += 1;
  }
  return counts;
}

function whatOf(step: ImportStep): keyof Tally | null {
  if (step.before === step.after) return null;
  if (step.before === undefined) return 'added';
  if (step.after === undefined) return 'removed';
  if (step.kind === 'other' && isAddition(step.before, step.after)) return 'added';
  const isMoved = step.kind === 'item' && !isEqual(daysOf(step.before), daysOf(step.after));
  return isMoved ? 'moved' : 'changed';
}

/** Whether somebody more has held an office, and all others as they did. */
function isAddition(before: unknown, after: unknown): boolean {
  if (!Array.isArray(before) || !Array.isArray(after)) return false;
  return before.every((one) => after.some((other) => isEqual(one, other)));
}
