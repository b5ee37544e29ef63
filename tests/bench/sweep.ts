// `node tests/bench/sweep.ts [sqlite|postgres] [subscriptions …]`: one whole sweep over subscriptions that lie in the
// store, on a day on which little is due: what the bot does all day long.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { makeCore } from '../../src/core.ts';
import { instantAt } from '../../src/plan/wall-clock.ts';
import { makeReminderService } from '../../src/reminder-service.ts';
import type { Topic } from '../../src/reminders/subscription.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { keptLog } from '../support/kept-log.ts';
import { query, startPostgres } from '../support/postgres.ts';
import { base, plan } from '../support/question-table.ts';

const [database = 'sqlite', ...asked] = process.argv.slice(2);
const sizes = asked.length > 0 ? asked.map(Number) : [100, 1_000, 10_000, 100_000, 1_000_000];
const sweeps = 3;

/** What stands for the number in the rows that the others are copied from. */
const number = '000000000000';
const topics: readonly Topic[] = [
  { kind: 'everything' },
  ...base.groups.map(({ id }): Topic => ({ kind: 'group', group: id })),
  ...base.municipalities.map(({ id }): Topic => ({ kind: 'municipality', municipality: id })),
];

async function putFirst(store: Store): Promise<void> {
  for (const [index, topic] of topics.entries()) {
    await store.subscriptions.put({
      id: `${String(index).padStart(8, '0')}-0000-4000-8000-${number}`,
      recipient: { kind: 'person', tenant: randomUUID(), person: `00000000-0000-4000-8000-${number}` },
      topic,
      leads: [
        { amount: 14, unit: 'days' },
        { amount: 1, unit: 'days' },
      ],
      pausedUntil: null,
      locale: 'sv',
      setBy: { tenant: randomUUID(), person: randomUUID(), name: 'Sekreterare' },
      createdAt: '2018-01-01T08:00:00Z',
    });
  }
}

/** Copies of the first rows, each with a number of its own. */
function copies(to: number, numbers: string, padded: string): string {
  const own = (column: string) => `replace(${column}, '${number}', ${padded})`;
  const columns = `${own('id')}, ${own('recipient')}, topic, paused_until, created_at, ${own('body')}`;
  return (
    'insert into subscription (id, recipient, topic, paused_until, created_at, body) ' +
    `select ${columns} from (select * from subscription) as first, ${numbers} limit ${to - topics.length}`
  );
}

interface Place {
  open(): Promise<Store>;
  run(statement: string): Promise<unknown>;
  copies(many: number): string;
}

async function sweep(many: number, place: Place): Promise<void> {
  const first = await place.open();
  await putFirst(first);
  await first.close();
  await place.run(place.copies(many));
  const store = await place.open();
  const at = instantAt('2019-06-25', '10:00', plan.region.timeZone);
  await store.sweeps.begin({ at: new Date(at.getTime() - 10_000).toISOString(), version: 0 });
  const log = keptLog();
  const { reminding, stop } = await makeCore(base, store, [], () => at, log);
  const times: number[] = [];
  for (let run = 0; run < sweeps; run += 1) {
    const service = makeReminderService({
      ...reminding,
      store,
      send: async () => ({ kind: 'sent', activity: null, conversation: null }),
      clock: () => new Date(at.getTime() + run * 10_000),
      wireClock: () => new Date(),
      random: () => 0,
      worker: randomUUID(),
      log,
    });
    const started = performance.now();
    service.start();
    while (service.pulse().sweeps + service.pulse().failedSweeps === 0) {
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    times.push(performance.now() - started);
    if (service.pulse().failedSweeps > 0) throw new Error('the sweep failed');
    await service.stop();
  }
  stop();
  await store.close();
  const best = Math.min(...times);
  const mb = Math.round(process.memoryUsage().rss / 1e6);
  console.log(
    `${database}: ${many} subscriptions swept in ${times.map((ms) => ms.toFixed(0)).join(', ')} ms: ${Math.round((many / best) * 1_000)} a second; ${mb} MB resident`,
  );
}

if (database === 'postgres') {
  const server = await startPostgres();
  for (const many of sizes) {
    const url = await server.freshDatabase();
    await sweep(many, {
      open: () => openPostgres(url, keptLog()),
      run: (statement) => query(url, statement),
      copies: (to) => copies(to, `generate_series(1, ${to}) as numbers(n)`, "lpad(n::text, 12, '0')"),
    });
  }
  await server.stop();
} else {
  for (const many of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'sweep-'));
    await sweep(many, {
      open: () => openSqlite(folder),
      run: async (statement) => {
        const connection = new DatabaseSync(join(folder, 'bot.sqlite'));
        connection.exec(statement);
        connection.close();
      },
      copies: (to) =>
        copies(
          to,
          `(with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ${to}) select n from numbers)`,
          "printf('%012d', n)",
        ),
    });
    rmSync(folder, { recursive: true });
  }
}
