// `node tests/bench/deliver.ts [recipients] [messages a second] [sqlite|postgres]`: everybody has a reminder due in the
// same minute. How long it takes against what the rate allows, what Teams would say of the pace, and how much memory.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openPostgres } from '../../src/store/postgres.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { recipientOf, type Work } from '../kill/reminder-worker.ts';
import { type Behaviour, ok, type Request, startConnector, throttle } from '../support/connector.ts';
import { keptLog } from '../support/kept-log.ts';
import { mostWithin } from '../support/most-within.ts';
import { startPostgres } from '../support/postgres.ts';
import { startProgram, waitFor } from '../support/process.ts';

const recipients = Number(process.argv[2] ?? 100_000);
const rate = Number(process.argv[3] ?? 800);
const database = process.argv[4] === 'postgres' ? 'postgres' : 'sqlite';
/** Teams' own limit stands to the bot's as 30 to 20 a second, as it does by default. */
const teamsLimit = rate * 1.5;
/** One in so many is told to come back later for no reason. */
const throttledEvery = 10_000;
const throttledSeconds = 1;

const arrivals: number[] = [];
const byConversation = new Map<string, number[]>();
const delivered = new Map<string, number>();
/** When a message was told to come back later for no reason. */
const throttledAt: number[] = [];
/** From when until when Teams had asked to wait: from the third within a minute on, it is the tenant that is asked. */
const pauses: (readonly [from: number, until: number])[] = [];
let tooFast = 0;

function behave({ at, number, conversation }: Request): Behaviour {
  arrivals.push(at);
  const times = byConversation.get(conversation);
  if (times) times.push(at);
  else byConversation.set(conversation, [at]);
  const before = arrivals[arrivals.length - 1 - teamsLimit];
  if (before !== undefined && before > at - 1_000) {
    tooFast += 1;
    return throttle(throttledSeconds);
  }
  if (number % throttledEvery !== throttledEvery - 1) return ok;
  if (throttledAt.filter((time) => time > at - 60_000).length >= 2) pauses.push([at, at + throttledSeconds * 1_000]);
  throttledAt.push(at);
  return throttle(throttledSeconds);
}

function note({ body }: Request): void {
  for (const key of String(body.text).split(' ').slice(1)) delivered.set(key, (delivered.get(key) ?? 0) + 1);
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

/** How much of a stretch of time lies in pauses, which may overlap. */
function paused(until: number): number {
  let sum = 0;
  let end = 0;
  for (const [from, to] of pauses) {
    sum += Math.max(0, Math.min(to, until) - Math.max(from, end));
    end = Math.max(end, to);
  }
  return sum;
}

/** As Linux tells it. */
function residentMb(pid: number | undefined): string {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return String(Math.round(Number(kilobytes) / 1024));
  } catch {
    return '?';
  }
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'deliver-'));
  const server = database === 'postgres' ? await startPostgres() : null;
  const databaseUrl = server ? await server.freshDatabase() : '';
  const connector = await startConnector({ behave, onDelivered: note, forgets: true });
  const work: Work = {
    folder,
    databaseUrl,
    start: Date.now(),
    everyMs: 0,
    until: null,
    count: recipients,
    recipients,
    rate,
    leaseMs: 45_000,
    sweepEveryMs: 10_000,
    mostLanes: 16,
    life: 0,
  };
  const store = await (server ? openPostgres(databaseUrl, keptLog()) : openSqlite(folder));
  await prepare(store, work, connector.url);
  await store.close();

  // As `npm start` runs the bot.
  const options = { NODE_OPTIONS: '--max-semi-space-size=8' };
  const worker = startProgram('tests/kill/reminder-worker.ts', options, [JSON.stringify(work)]);
  await waitFor(worker, (output) => (output.includes('ready') ? true : null));
  const ready = performance.now();
  /** After each tenth of the messages. */
  const memory: string[] = [];
  while (delivered.size < recipients && worker.child.exitCode === null && performance.now() - ready < 1_200_000) {
    await sleep(200);
    if (delivered.size >= (recipients / 10) * (memory.length + 1)) memory.push(residentMb(worker.child.pid));
  }
  await sleep(3_000);
  worker.child.kill('SIGTERM');
  await worker.exit;
  await connector.stop();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });

  const first = arrivals[0] ?? 0;
  const last = arrivals.at(-1) ?? 0;
  const tookMs = last - first;
  // The first second's worth may go at once.
  const allowedMs = ((arrivals.length - rate) / rate) * 1_000 + paused(last);
  const twice = [...delivered.values()].filter((times) => times > 1).length;
  const fastest = mostWithin(arrivals, 1_000);
  const toOne = Math.max(...[...byConversation.values()].map((times) => mostWithin(times, 1_000)));
  const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;
  console.log(`${database}: ${recipients} recipients at ${rate} a second`);
  console.log(`  lost ${recipients - delivered.size}, doubled ${twice}, throttled at random ${throttledAt.length}`);
  console.log(`  written down before the first message: ${seconds(first - ready)}`);
  console.log(
    `  sent in ${seconds(tookMs)}; the rate and the waits asked for allow ${seconds(allowedMs)}: ${((tookMs / allowedMs - 1) * 100).toFixed(1)} % more`,
  );
  console.log(
    `  at most ${fastest} in any second to the tenant (Teams allows ${teamsLimit}: exceeded ${tooFast} times), ${toOne} to a conversation`,
  );
  console.log(`  the bot's memory after each tenth, in MB: ${memory.join(' ')}`);
  console.log(`  the bot at its end: ${worker.output().split('\n').at(-2)}`);
  if (delivered.size < recipients || twice > 0 || tooFast > 0 || tookMs > allowedMs * 1.05) process.exitCode = 1;
}

await main();
