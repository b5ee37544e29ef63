// `npm run bench`: time a question in process; start and memory against a bare echo bot, interleaved.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { availableParallelism } from 'node:os';
import { loadPlan } from '../../src/documents/yaml.ts';
import { makeVocabulary } from '../../src/understand/vocabulary.ts';
import { botAt, personally, readCases } from '../support/question-table.ts';

const runs = 7;

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
const median = (values: readonly number[]): number =>
  quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  );

/** Milliseconds of every turn of every question file, understanding, answering and rendering together. */
async function timeTurns(): Promise<number[]> {
  const cases = ['dev', 'members', 'officers', 'visitors'].flatMap(readCases);
  const times: number[] = [];
  for (const { lang, now, turns } of cases) {
    const bot = await botAt(now);
    let memory: unknown = null;
    for (const { ask } of turns) {
      const incoming = personally(ask, lang);
      const started = performance.now();
      memory = (await bot.takeTurn(incoming, memory)).memory;
      times.push(performance.now() - started);
    }
  }
  return times.sort((a, b) => a - b);
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });

interface Started {
  readonly ms: number;
  /** Resident memory when ready, MB. */
  readonly rss: number;
}

/** Starts a program and waits until it says that it is ready. */
async function start(file: string, flags: readonly string[]): Promise<Started> {
  const port = await freePort();
  const started = performance.now();
  const child = spawn(process.execPath, [...flags, file], {
    env: {
      ...process.env,
      PORT: String(port),
      SIMULATED_NOW: '2019-03-01T09:00',
      LOG_LEVEL: 'silent',
      MicrosoftAppId: '',
    },
    stdio: 'ignore',
  });
  try {
    for (;;) {
      if (performance.now() - started > 30_000) throw new Error(`${file} did not start`);
      const ready = await fetch(`http://127.0.0.1:${port}/readyz`).then(
        (response) => response.ok,
        () => false,
      );
      if (ready) break;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const ms = performance.now() - started;
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
    return { ms, rss: Number(kilobytes) / 1024 };
  } finally {
    child.kill('SIGKILL');
  }
}

const fixed = (value: number, digits = 2): string => value.toFixed(digits);

const loadStarted = performance.now();
const plan = loadPlan('data/sodertorn');
const vocabularyStarted = performance.now();
makeVocabulary(plan);
console.log(`Node ${process.version}, ${availableParallelism()} cores`);
console.log(
  `plan read in ${fixed(vocabularyStarted - loadStarted, 0)} ms, vocabulary made in ${fixed(performance.now() - vocabularyStarted, 0)} ms (cold)`,
);

function report(pass: string, times: readonly number[]): void {
  const [middle, late, longest] = [quantile(times, 0.5), quantile(times, 0.99), times.at(-1) ?? Number.NaN];
  console.log(
    `a question, ${pass} (${times.length} turns): median ${fixed(middle)} ms, p99 ${fixed(late)} ms, longest ${fixed(longest)} ms`,
  );
}

// In the first pass every word is new and the code is cold; people are answered by the second.
report('first pass', await timeTurns());
report('second pass', await timeTurns());

const bots: Started[] = [];
const echoes: Started[] = [];
for (let run = 0; run < runs; run++) {
  bots.push(await start('src/main.ts', ['--max-semi-space-size=8']));
  echoes.push(await start('tests/bench/echo.ts', []));
}
const [botMs, echoMs] = [median(bots.map(({ ms }) => ms)), median(echoes.map(({ ms }) => ms))];
const [botRss, echoRss] = [median(bots.map(({ rss }) => rss)), median(echoes.map(({ rss }) => rss))];
console.log(
  `start to ready, median of ${runs}: ${fixed(botMs, 0)} ms, bare echo ${fixed(echoMs, 0)} ms, ratio ${fixed(botMs / echoMs)}`,
);
console.log(
  `memory when ready (RSS): ${fixed(botRss, 0)} MB, bare echo ${fixed(echoRss, 0)} MB, ratio ${fixed(botRss / echoRss)}`,
);
