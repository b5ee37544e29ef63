// Changes as the ledger would keep them, for tests that fold them into the plan of 2019.
import { loadRecords } from '../../src/documents/yaml.ts';
import {
  activityKey,
  type Change,
  type Days,
  deadlineKey,
  hostingKey,
  type LedgerEntry,
  meetingKey,
  roleKey,
} from '../../src/plan/change.ts';
import { type Edition, fold } from '../../src/plan/fold.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { checkInKey } from '../../src/plan/record-keys.ts';

export const base = loadRecords('data/sodertorn');

/** 1 February 2019, 09.00 in Sweden: before everything that the tests change. */
const start = Date.parse('2019-02-01T08:00:00Z');

/** The entries of changes made one after another, an hour apart, each by somebody who saw the one before. */
export function entriesOf(changes: readonly Change[]): LedgerEntry[] {
  return changes.map((change, index) => ({
    version: index + 1,
    id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    at: new Date(start + index * 3_600_000).toISOString(),
    author: { tenant: 'tenant', person: 'secretary', name: 'Sekreterare' },
    reason: null,
    base: index,
    quiet: false,
    change,
  }));
}

export function oneDay(day: string): Days {
  return { from: day, to: day, lunchToLunch: false };
}

export const foldOf = (...changes: Change[]): Edition => fold(base, entriesOf(changes));

/** All that is data in an edition: the records, what has been altered, and who is appointed. */
export function dataOf({ plan, secretaries }: Edition) {
  return { records: recordsOf(plan), alterations: alterationsOf(plan), secretaries };
}

function recordsOf(plan: Plan): Record<string, unknown> {
  return Object.fromEntries(Object.entries(plan).filter(([, value]) => typeof value !== 'function'));
}

function alterationsOf(plan: Plan) {
  const keys = [
    ...[...plan.meetings, ...plan.occasions, ...plan.cancelled.meetings, ...plan.cancelled.occasions].map(({ id }) =>
      meetingKey(id),
    ),
    ...plan.activities.map(({ id }) => activityKey(id)),
    ...plan.hostings.map(({ conference, year }) => hostingKey(conference, year)),
    ...plan.roles.map(({ group, role }) => roleKey(group, role)),
    ...plan.deadlines.map(({ group, name }) => deadlineKey(group, name)),
    ...plan.checkIns.map(({ group }) => checkInKey(group)),
  ];
  return keys.map((key) => [key, plan.alterations(key)] as const);
}
