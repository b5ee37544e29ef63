// `node tests/kill/announcements.ts [kills] [sqlite|postgres]`: kills what sends messages to many, and takes them back, at
// random moments, and looks whether each arrived, which arrived twice, and whether what was taken back says so.
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Change } from '../../src/plan/change.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { type Behaviour, type Request, startConnector, status } from '../support/connector.ts';
import { keptLog } from '../support/kept-log.ts';
import { person, reference, tenant } from '../support/notices.ts';
import { startPostgres } from '../support/postgres.ts';
import { type Running, startProgram } from '../support/process.ts';
import type { Work } from './announcement-worker.ts';
import { killed, untilReady } from './killing.ts';

const kills = Number(process.argv[2] ?? 100);
const database = process.argv[3] === 'postgres' ? 'postgres' : 'sqlite';
const workers = database === 'postgres' ? 2 : 1;
const recipients = 60;
/** A message or its recall is ordered before every so many kills; each third message stands. */
const killsPerOrder = 4;
const longestLifeMs = 1_500;
const slowestMs = 40;

/** What stands in each conversation, by the id of its message. */
const shown = new Map<string, Map<string, string>>();
let edits = 0;
let sends = 0;

function note({ kind, conversation, activity, body, number }: Request): void {
  const there = shown.get(conversation) ?? new Map<string, string>();
  shown.set(conversation, there);
  if (kind === 'send') sends += 1;
  if (kind === 'update') edits += 1;
  if (kind === 'send' || kind === 'update') there.set(activity ?? `1:${number}`, String(body.text));
}

/** Mostly well, after a while; now and then what is to be tried again. */
function behave({ kind }: Request): Behaviour {
  const chance = Math.random();
  if (chance < 0.02) return status(412, 'PreconditionFailed');
  // A change of a message may be repeated, whatever became of it.
  if (kind === 'update' && chance < 0.04) return status(429, 'Throttled', { 'retry-after': '1' });
  return { kind: 'ok', afterMs: Math.random() * slowestMs };
}

const author = { tenant, person: 'secretary', name: 'Sekreterare' };

/** Appends as a confirmed proposal does; the new version. */
async function append(store: Store, change: Change): Promise<number> {
  const at = new Date().toISOString();
  const id = randomBytes(16).toString('base64url');
  const rest = { author, change, reason: null, quiet: false, base: 0, createdAt: at, expiresAt: at };
  await store.proposals.add({ id, ...rest, state: { kind: 'open' } });
  const confirmed = await store.proposals.confirm(id, { id: randomUUID(), at }, () => ({ kind: 'append' }));
  if (confirmed.kind !== 'appended') throw new Error(confirmed.kind);
  return confirmed.entry.version;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kill-'));
  const server = database === 'postgres' ? await startPostgres() : null;
  const databaseUrl = server ? await server.freshDatabase() : '';
  const open = (): Promise<Store> => (server ? openPostgres(databaseUrl, keptLog()) : openSqlite(folder));
  const connector = await startConnector({ behave, onDelivered: note, forgets: true });
  const work: Work = { folder, databaseUrl };
  const withStore = async <Result>(use: (store: Store) => Promise<Result>): Promise<Result> => {
    const store = await open();
    const result = await use(store);
    await store.close();
    return result;
  };
  await withStore(async (store) => {
    for (let name = 0; name < recipients; name += 1) {
      const put = { recipient: person(name), conversation: `a:${name}`, serviceUrl: connector.url };
      await store.references.put(reference(put));
    }
    await store.sweeps.begin({ at: new Date(Date.now() - 1).toISOString(), version: 0 });
  });

  const announced = new Map<number, string>();
  const undone = new Set<number>();
  const order = () =>
    withStore(async (store) => {
      const [latest] = [...announced.keys()].slice(-1);
      const isRecalled = latest !== undefined && !undone.has(latest) && latest % 3 !== 0;
      if (isRecalled) {
        undone.add(latest);
        await append(store, { kind: 'undo', version: latest });
        return;
      }
      const text = `Nummer ${announced.size}.`;
      const version = await append(store, { kind: 'announce', audience: [{ kind: 'everyone' }], text, at: null });
      announced.set(version, text);
    });

  const running: Running[] = [];
  for (let kill = 1; kill <= kills; kill += 1) {
    // SQLite has one process at a time: orders are given while none runs.
    if (kill % killsPerOrder === 1) await order();
    while (running.length < workers)
      running.push(startProgram('tests/kill/announcement-worker.ts', {}, [JSON.stringify(work)]));
    const last = running.at(-1);
    if (last) await untilReady(last);
    await sleep(Math.random() * longestLifeMs);
    await killed(running.shift());
    if (kill % 20 === 0) console.log(`${kill} kills: ${announced.size} messages, ${sends} sent, ${edits} changed`);
  }
  for (const worker of running) await killed(worker);
  const survivor = startProgram('tests/kill/announcement-worker.ts', {}, [JSON.stringify(work)]);
  await untilReady(survivor);
  const texts = (name: number): string[] => [...(shown.get(`a:${name}`)?.values() ?? [])];
  const isSaid = (name: number, text: string) => texts(name).some((one) => one.includes(text));
  const standing = [...announced].filter(([version]) => !undone.has(version));
  const deadline = performance.now() + 180_000;
  const everybody = Array.from({ length: recipients }, (_, name) => name);
  const isDone = () => standing.every(([, text]) => everybody.every((name) => isSaid(name, text)));
  while (!isDone() && performance.now() < deadline) await sleep(500);
  // What is recalled is looked at for as long as anything still comes.
  for (let before = -1; before !== sends + edits; await sleep(8_000)) before = sends + edits;
  survivor.child.kill('SIGTERM');
  await survivor.exit;

  const lost = standing.flatMap(([, text]) => everybody.filter((name) => !isSaid(name, text)));
  const doubled = [...announced.values()].flatMap((text) =>
    everybody.filter((name) => texts(name).filter((one) => one.includes(text)).length > 1),
  );
  // Who still sees the words must have been told that they do not hold.
  const recalledTexts = [...announced].filter(([version]) => undone.has(version)).map(([, text]) => text);
  const still = recalledTexts.flatMap((text) => everybody.filter((name) => isSaid(name, text)));
  const untold = still.filter((name) => !isSaid(name, 'Återkallat'));
  const report = await withStore(async (store) => {
    const counts = await Promise.all([...announced.keys()].map((version) => store.deliveries.progress(version)));
    return {
      waiting: counts.reduce((sum, { waiting }) => sum + waiting, 0),
      failed: counts.flatMap(({ failed }) => failed),
    };
  });
  await connector.stop();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
  console.log(
    `${database}, ${workers} at a time: ${kills} kills, ${announced.size} messages to ${recipients} (${undone.size} recalled): ` +
      `${sends} sent, ${edits} changed, ${lost.length} lost, ${doubled.length} twice ` +
      `(${(doubled.length / kills).toFixed(2)} a kill), ${still.length} recalled ones still read ` +
      `(${untold.length} of them without a word that they do not hold); ${JSON.stringify(report)}`,
  );
  if (lost.length > 0 || untold.length > 0 || doubled.length > kills || report.waiting > 0) process.exitCode = 1;
}

await main();
