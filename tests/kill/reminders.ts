// `node tests/kill/reminders.ts [kills] [sqlite|postgres]`: kills what sends reminders at random moments, and looks
// whether each reminder arrived, and which arrived twice. On PostgreSQL two instances share the work.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openPostgres } from '../../src/store/postgres.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { type Behaviour, type Request, startConnector, status } from '../support/connector.ts';
import { keptLog } from '../support/kept-log.ts';
import { startPostgres } from '../support/postgres.ts';
import { type Running, startProgram } from '../support/process.ts';
import { killed, untilReady } from './killing.ts';
import { keyOf, numbersDue, recipientOf, type Work } from './reminder-worker.ts';

const kills = Number(process.argv[2] ?? 200);
const database = process.argv[3] === 'postgres' ? 'postgres' : 'sqlite';
const workers = database === 'postgres' ? 2 : 1;
/** The worker is killed so long after it is ready, at most; one in ten is killed before. */
const longestLifeMs = 500;
const recipients = 60;
/** How long Teams takes, at most. */
const slowestMs = 40;

/** What arrived, and which life of a worker sent it last. */
const seen = new Map<string, string>();
const doubled = new Set<string>();
let messages = 0;
let doubledMessages = 0;
/** How many messages that a life of a worker had sent came again from another, after it was killed. */
const doubledByLife = new Map<string, number>();

function note({ body }: Request): void {
  const [life = '', ...keys] = String(body.text).split(' ');
  const again = keys.filter((key) => seen.has(key));
  messages += 1;
  if (again.length > 0) {
    doubledMessages += 1;
  }
  const lives = new Set(again.map((key) => seen.get(key) ?? ''));
  for (const before of lives) doubledByLife.set(before, (doubledByLife.get(before) ?? 0) + 1);
  for (const key of again) doubled.add(key);
  for (const key of keys) seen.set(key, life);
}

/** Mostly well, after a while; now and then what is safe to repeat. */
function behave(): Behaviour {
  const chance = Math.random();
  if (chance < 0.02) return status(412, 'PreconditionFailed');
  return { kind: 'ok', afterMs: Math.random() * slowestMs };
}

async function prepare(store: Store, work: Work, serviceUrl: string): Promise<void> {
  for (let number = 0; number < recipients; number += 1) {
    await store.references.put({
      recipient: recipientOf(number, work),
      scope: 'personal',
      channelId: 'msteams',
      serviceUrl,
      conversation: `a:${number}`,
      bot: '28:bot',
      teamsId: `29:${number}`,
      team: null,
      name: '',
      locale: 'sv',
      refreshedAt: new Date(work.start).toISOString(),
    });
  }
  await store.sweeps.begin({ at: new Date(work.start - 1).toISOString(), version: 0 });
}

function startWorker(work: Work): Running {
  return startProgram('tests/kill/reminder-worker.ts', {}, [JSON.stringify(work)]);
}

async function lifeOf(worker: Running): Promise<void> {
  if (Math.random() < 0.1) return sleep(Math.random() * 800);
  await untilReady(worker);
  await sleep(Math.random() * longestLifeMs);
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kill-'));
  const server = database === 'postgres' ? await startPostgres() : null;
  const databaseUrl = server ? await server.freshDatabase() : '';
  const open = (): Promise<Store> => (server ? openPostgres(databaseUrl, keptLog()) : openSqlite(folder));
  const connector = await startConnector({ behave, onDelivered: note, forgets: true });
  const work: Work = {
    folder,
    databaseUrl,
    start: Date.now(),
    everyMs: 15,
    until: null,
    count: null,
    recipients,
    rate: 1_000,
    leaseMs: 2_000,
    sweepEveryMs: 100,
    mostLanes: 16,
    life: 0,
  };
  const store = await open();
  await prepare(store, work, connector.url);
  await store.close();

  const running: Running[] = [];
  let lives = 0;
  for (let kill = 1; kill <= kills; kill += 1) {
    while (running.length < workers) {
      lives += 1;
      running.push(startWorker({ ...work, life: lives }));
    }
    const last = running.at(-1);
    if (last) await lifeOf(last);
    await killed(running.shift());
    if (kill % 50 === 0)
      console.log(`${kill} kills: ${seen.size} reminders arrived, ${doubledMessages} messages twice`);
  }
  for (const worker of running) await killed(worker);

  const ended = { ...work, until: Date.now() };
  const due = [...numbersDue(ended, work.start - 1, ended.until)].map(keyOf);
  const survivor = startWorker(ended);
  const deadline = performance.now() + 120_000;
  while (due.some((key) => !seen.has(key)) && performance.now() < deadline) await sleep(200);
  await sleep(3_000);
  survivor.child.kill('SIGTERM');
  await survivor.exit;

  const lost = due.filter((key) => !seen.has(key));
  const report = await open();
  const counts = await report.deliveries.counts(new Date(0).toISOString(), new Date().toISOString());
  const flagged = await Promise.all(
    [...doubled].map(async (key) => ((await report.deliveries.find(key))?.doubts ?? 0) > 0),
  );
  await report.close();
  await connector.stop();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
  const mostByOneKill = Math.max(0, ...doubledByLife.values());
  const unflagged = flagged.filter((is) => !is).length;
  console.log(
    `${database}, ${workers} at a time: ${kills} kills, ${due.length} reminders in ` +
      `${messages} messages, ${lost.length} lost, ${doubledMessages} messages twice (${(doubledMessages / kills).toFixed(2)} ` +
      `a kill, at most ${mostByOneKill} by one kill), ${unflagged} of those not flagged; ` +
      `the store counts ${JSON.stringify(counts)}`,
  );
  if (lost.length > 0 || unflagged > 0 || mostByOneKill > 1 || counts.waiting > 0) process.exitCode = 1;
}

await main();
