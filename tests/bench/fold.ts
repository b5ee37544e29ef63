// `node tests/bench/fold.ts`: how long the plan of 2019 takes to be made anew from its ledger.
import fc from 'fast-check';
import type { Change } from '../../src/plan/change.ts';
import { fold } from '../../src/plan/fold.ts';
import { anyChange, anyChanges } from '../support/any-changes.ts';
import { base, entriesOf } from '../support/entries.ts';

const count = 10_000;
const runs = 11;
/** The ledger may take this long, in milliseconds (issue 3). */
const most = 100;

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function sample(changes: fc.Arbitrary<Change[]>): Change[] {
  return fc.sample(changes, { numRuns: 1, seed: 20190404 }).flat();
}

const ledgers = {
  'every kind of change': sample(fc.array(anyChange, { minLength: count, maxLength: count, size: 'max' })),
  'a quarter of them undos': sample(anyChanges({ minLength: count, maxLength: count })),
  'each change undone at once': sample(
    fc.array(anyChange, { minLength: count / 2, maxLength: count / 2, size: 'max' }),
  ).flatMap((change, index): Change[] => [change, { kind: 'undo', version: 2 * index + 1 }]),
};

console.log(
  `Node ${process.version}, ${count} changes on ${base.meetings.length} meetings and ${base.activities.length} activities`,
);
let isSlow = false;
for (const [name, changes] of Object.entries(ledgers)) {
  const entries = entriesOf(changes);
  const runsOf = Array.from({ length: runs }, () => {
    const [started, used] = [performance.now(), process.threadCpuUsage()];
    fold(base, entries);
    const { user, system } = process.threadCpuUsage(used);
    return { wall: performance.now() - started, cpu: (user + system) / 1000 };
  });
  const wall = median(runsOf.map((run) => run.wall));
  const cpu = median(runsOf.map((run) => run.cpu));
  const [cold] = runsOf;
  isSlow ||= wall >= most;
  console.log(
    `fold, ${name} (${entries.length}): median ${wall.toFixed(1)} ms (${cpu.toFixed(1)} ms on the processor), first, cold, ${cold?.wall.toFixed(1)} ms (${cold?.cpu.toFixed(1)} ms); wanted under ${most} ms`,
  );
}
if (isSlow) process.exitCode = 1;
