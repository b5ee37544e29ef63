// `node tests/bench/growth.ts`: what a question, the start of the core and memory cost as a plan grows; a process a size.
import { spawnSync } from 'node:child_process';
import { z } from 'zod';
import { makeCore } from '../../src/core.ts';
import { instantOf } from '../../src/settings.ts';
import { openMemory } from '../../src/store/sqlite.ts';
import { grown, grownTitle } from '../support/grown-plan.ts';
import { keptLog } from '../support/kept-log.ts';
import { base, personally, plan, readCases } from '../support/question-table.ts';
import { median, quantile } from './quantiles.ts';

/** Activities and meetings of each plan. */
const sizes = [
  [100, 20],
  [1_000, 100],
  [10_000, 1_000],
  [100_000, 10_000],
] as const;
const passes = 3;
const titlesAsked = 300;

const Measured = z.object({
  startMs: z.number(),
  mb: z.number(),
  /** Milliseconds of the question files' turns, after a first pass, and of questions about single made-up activities. */
  questions: z.object({ median: z.number(), p99: z.number() }),
  single: z.object({ median: z.number(), p99: z.number() }),
});
type Measured = z.infer<typeof Measured>;

const both = (times: readonly number[]) => ({ median: median(times), p99: quantile(times, 0.99) });

async function measure(activities: number, meetings: number): Promise<Measured> {
  const records = grown(base, activities, meetings);
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const started = performance.now();
  const clock = () => instantOf('2019-03-01T09:00', plan.region.timeZone);
  const { turns } = await makeCore(records, await openMemory(), [], clock, keptLog());
  const startMs = performance.now() - started;
  globalThis.gc?.();
  const mb = (process.memoryUsage().heapUsed - before) / 1e6;
  const questions: number[] = [];
  const timed = async (text: string, lang: 'sv' | 'en', memory: unknown, into: number[] | null) => {
    const asked = performance.now();
    const turn = await turns.takeTurn(personally(text, lang), memory);
    into?.push(performance.now() - asked);
    return turn.memory;
  };
  for (let pass = 0; pass < passes; pass += 1) {
    for (const { lang, turns: asked } of readCases('dev')) {
      let memory: unknown = null;
      for (const { ask } of asked) memory = await timed(ask, lang, memory, pass === 0 ? null : questions);
    }
  }
  const single: number[] = [];
  const made = Math.max(1, activities - base.activities.length);
  for (let index = 0; index < 2 * titlesAsked; index += 1) {
    const title = grownTitle((index * 7_919) % made).toLowerCase();
    await timed(`vem ansvarar för ${title}?`, 'sv', null, index < titlesAsked ? null : single);
  }
  return { startMs, mb, questions: both(questions), single: both(single) };
}

const [activities, meetings] = process.argv.slice(2).map(Number);
if (activities && meetings) {
  console.log(JSON.stringify(await measure(activities, meetings)));
} else {
  let smallest: Measured | undefined;
  for (const size of sizes) {
    const run = spawnSync(process.execPath, ['--expose-gc', import.meta.filename, ...size.map(String)]);
    const measured = Measured.parse(JSON.parse(run.stdout.toString()));
    smallest ??= measured;
    const { startMs, mb, questions, single } = measured;
    const ratio = (value: number, first: number) => `${(value / first).toFixed(1)} × the smallest`;
    console.log(`${size[0]} activities, ${size[1]} meetings: made in ${startMs.toFixed(0)} ms, ${mb.toFixed(0)} MB`);
    console.log(
      `  the development questions: median ${questions.median.toFixed(2)} ms, ${ratio(questions.median, smallest.questions.median)}; p99 ${questions.p99.toFixed(1)} ms`,
    );
    console.log(
      `  one activity by its name:  median ${single.median.toFixed(2)} ms, ${ratio(single.median, smallest.single.median)}; p99 ${single.p99.toFixed(1)} ms`,
    );
  }
}
