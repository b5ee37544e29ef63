// `node tests/bench/sweep.ts [sqlite|postgres] [subscriptions …] [--everybody]`: one whole sweep over subscriptions that lie
// in the store, spread over topics and leads: on a day on which nothing is due, which is what the bot does all day long, and
// as one meeting is due to who wants that. `--everybody`: all want the same, and it is due.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parseArgs } from 'node:util';
import { makeCore } from '../../src/core.ts';
import { instantAt } from '../../src/plan/wall-clock.ts';
import { makeReminderService } from '../../src/reminder-service.ts';
import type { Subscription, Topic } from '../../src/reminders/subscription.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { keptLog } from '../support/kept-log.ts';
import { query, startPostgres } from '../support/postgres.ts';
import { base, plan } from '../support/question-table.ts';

const { values, positionals } = parseArgs({
  options: { everybody: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const [database = 'sqlite', ...asked] = positionals;
const sizes = asked.length > 0 ? asked.map(Number) : [100, 1_000, 10_000, 100_000, 1_000_000];
const sweeps = 3;
const sweepMs = 10_000;

const { timeZone } = plan.region;
const quiet = instantAt('2019-06-25', '10:00', timeZone);
/** A day before the committee meets at noon on 4 April, with the leads below. */
const busy = instantAt('2019-04-03', '12:00', timeZone);

/** What stands for the number in the rows that the others are copied from. */
const number = '000000000000';
const topics: readonly Topic[] = [
  { kind: 'everything' },
  ...base.groups.map(({ id }): Topic => ({ kind: 'group', group: id })),
  ...base.conferences.map(({ id }): Topic => ({ kind: 'conference', conference: id })),
  ...base.municipalities.map(({ id }): Topic => ({ kind: 'municipality', municipality: id })),
];
const leadSets: readonly Subscription['leads'][] = [
  [
    { amount: 14, unit: 'days' },
    { amount: 1, unit: 'days' },
  ],
  [
    { amount: 1, unit: 'months' },
    { amount: 1, unit: 'weeks' },
    { amount: 2, unit: 'hours' },
  ],
  [{ amount: 3, unit: 'days' }],
  [{ amount: 90, unit: 'minutes' }],
];
const wishes = topics.flatMap((topic) => leadSets.map((leads) => ({ topic, leads })));
const first = values.everybody ? wishes.slice(0, 1) : wishes;

async function putFirst(store: Store): Promise<void> {
  for (const [index, { topic, leads }] of first.entries()) {
    await store.subscriptions.put({
      id: `${String(index).padStart(8, '0')}-0000-4000-8000-${number}`,
      recipient: { kind: 'person', tenant: randomUUID(), person: `00000000-0000-4000-8000-${number}` },
      topic,
      leads,
      pausedUntil: null,
      locale: 'sv',
      setBy: { tenant: randomUUID(), person: randomUUID(), name: 'Sekreterare' },
      createdAt: '2018-01-01T08:00:00Z',
    });
  }
}

/** Copies of the first rows in turn, each with a number of its own. */
function copies(numbers: string, padded: string): string {
  const own = (column: string) => `replace(${column}, '${number}', ${padded})`;
  const columns = `${own('id')}, ${own('recipient')}, topic, paused_until, created_at, ${own('body')}`;
  return (
    'insert into subscription (id, recipient, topic, paused_until, created_at, body) ' +
    `select ${columns} from ${numbers} join (select *, row_number() over (order by id) - 1 as place from subscription) ` +
    `as first on first.place = n % ${first.length}`
  );
}

interface Place {
  open(): Promise<Store>;
  run(statement: string): Promise<unknown>;
  copies(many: number): string;
}

async function bench(many: number, place: Place): Promise<void> {
  const store = await place.open();
  await putFirst(store);
  await store.close();
  await place.run(place.copies(many - first.length));
  if (!values.everybody) await sweep('nothing is due', quiet, many, place);
  // The watermark has passed this day.
  await place.run('delete from sweep');
  await sweep('a meeting is due', busy, many, place);
}

async function sweep(what: string, at: Date, many: number, place: Place): Promise<void> {
  const store = await place.open();
  await store.sweeps.begin({ at: new Date(at.getTime() - sweepMs).toISOString(), version: 0 });
  const log = keptLog();
  const { reminding, stop } = await makeCore(base, store, [], () => at, log);
  const times: string[] = [];
  for (let run = 0; run < sweeps; run += 1) {
    const service = makeReminderService({
      ...reminding,
      // Sending is measured by itself.
      store: { ...store, deliveries: { ...store.deliveries, claim: async () => null } },
      send: async () => ({ kind: 'sent', activity: null, conversation: null }),
      clock: () => new Date(at.getTime() + run * sweepMs),
      wireClock: () => new Date(),
      random: () => 0,
      worker: randomUUID(),
      log,
    });
    const started = performance.now();
    const before = process.cpuUsage();
    service.start();
    while (service.pulse().sweeps + service.pulse().failedSweeps === 0) {
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    const { user, system } = process.cpuUsage(before);
    const ms = performance.now() - started;
    times.push(`${ms.toFixed(0)} ms (processor ${((user + system) / 1_000).toFixed(0)})`);
    if (service.pulse().failedSweeps > 0) throw new Error('the sweep failed');
    await service.stop();
  }
  const { waiting } = await store.deliveries.counts(at.toISOString(), at.toISOString());
  stop();
  await store.close();
  const mb = Math.round(process.memoryUsage().rss / 1e6);
  const most = Math.round((process.resourceUsage().maxRSS * 1_024) / 1e6);
  console.log(
    `${database}: ${many} subscriptions, ${what}: ${waiting} written down; ` +
      `${times.join(', ')}; ${mb} MB resident, at most ${most}`,
  );
}

if (database === 'postgres') {
  const server = await startPostgres();
  for (const many of sizes) {
    const url = await server.freshDatabase();
    await bench(many, {
      open: () => openPostgres(url, keptLog()),
      run: (statement) => query(url, statement),
      // As the server itself does, a minute after so many rows came.
      copies: (to) =>
        `${copies(`generate_series(1, ${to}) as numbers(n)`, "lpad(n::text, 12, '0')")}; analyze subscription`,
    });
  }
  await server.stop();
} else {
  for (const many of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'sweep-'));
    await bench(many, {
      open: () => openSqlite(folder),
      run: async (statement) => {
        const connection = new DatabaseSync(join(folder, 'bot.sqlite'));
        connection.exec(statement);
        connection.close();
      },
      copies: (to) =>
        copies(
          `(with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ${to}) select n from numbers)`,
          "printf('%012d', n)",
        ),
    });
    rmSync(folder, { recursive: true });
  }
}
