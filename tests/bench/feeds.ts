// `node tests/bench/feeds.ts`: time to make a feed of 5,000 events, and to answer one that has not changed.
import { makeBodies } from '../../src/calendar/bodies.ts';
import type { Shown } from '../../src/calendar/events.ts';
import { loadRecords } from '../../src/documents/yaml.ts';
import type { LedgerEntry } from '../../src/plan/change.ts';
import { addDays } from '../../src/plan/days.ts';
import { fold, type Ledger } from '../../src/plan/fold.ts';
import { MeetingId } from '../../src/plan/ids.ts';
import type { Meeting } from '../../src/plan/meeting.ts';
import { keptLog } from '../support/kept-log.ts';

const events = 5_000;
const changes = 500;
const runs = 15;

const base = loadRecords('data/sodertorn');

/** The plan's own meetings again and again, a week later each time. */
const meetings = Array.from({ length: events }, (_, index): Meeting => {
  const round = Math.floor(index / base.meetings.length);
  const meeting = base.meetings[index % base.meetings.length];
  if (!meeting) throw new Error('the plan has no meetings');
  const { from, to } = meeting;
  return {
    ...meeting,
    id: MeetingId.parse(`meeting-${index}`),
    from: addDays(from, 7 * round),
    to: addDays(to, 7 * round),
  };
});

const entries = Array.from(
  { length: changes },
  (_, index): LedgerEntry => ({
    version: index + 1,
    id: '00000000-0000-4000-8000-000000000000',
    at: '2019-02-01T08:00:00.000Z',
    author: { tenant: 'tenant', person: 'person', name: 'Åsa' },
    reason: null,
    base: index,
    quiet: false,
    change: {
      kind: 'edit-meeting',
      meeting: MeetingId.parse(`meeting-${index}`),
      set: { hours: { start: '13:00', end: '15:00' } },
    },
  }),
);

const records = { ...base, meetings, occasions: [] };
const shown: Shown = { selections: [{ kind: 'everything' }], withActivities: false, locale: 'sv' };
const now = () => new Date('2019-03-01T08:00:00Z');

/** The fastest tells the most of the program, the others of what else the machine does. */
function summary(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const [fastest, median, slowest] = [0, Math.floor(sorted.length / 2), sorted.length - 1].map(
    (index) => `${(sorted[index] ?? Number.NaN).toFixed(2)} ms`,
  );
  return `fastest ${fastest}, median ${median}, slowest ${slowest}`;
}

function timed(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

const made: number[] = [];
const unchanged: number[] = [];
let bytes = 0;
let zipped = 0;
for (let run = 0; run < runs; run += 1) {
  const ledger: Ledger = { edition: fold(records, entries), entries };
  const bodies = makeBodies(() => ledger, now, null, keptLog());
  made.push(timed(() => bodies.of(shown)));
  unchanged.push(timed(() => bodies.of(shown)));
  const { body } = bodies.of(shown);
  const started = performance.now();
  await body.gzipped();
  zipped = performance.now() - started;
  bytes = body.bytes.length;
}
console.log(`feed of ${events} events after ${changes} changes, ${(bytes / 1024 / 1024).toFixed(1)} MB, ${runs} runs`);
console.log(`  first, cold:  ${(made[0] ?? Number.NaN).toFixed(1)} ms`);
console.log(`  made:         ${summary(made.slice(1))}`);
console.log(`  unchanged:    ${summary(unchanged)}`);
console.log(`  compressed:   ${zipped.toFixed(1)} ms, in a thread of its own, once`);
