// `node tests/bench/tab.ts`: what each view of the tab costs the server, with the plan of 2019 and with one of 5,000
// activities: the page made of the plan, written as HTML, and compressed.
import { brotliCompressSync, constants } from 'node:zlib';
import { makeCore } from '../../src/core.ts';
import type { PlanRecords } from '../../src/plan/plan.ts';
import { instantOf } from '../../src/settings.ts';
import { openMemory } from '../../src/store/sqlite.ts';
import { readAssets } from '../../src/tab/assets.ts';
import { base } from '../support/entries.ts';
import { grown } from '../support/grown-plan.ts';
import { keptLog } from '../support/kept-log.ts';

const warmUps = 20;
const runs = 50;
/** Milliseconds a page may take. */
const limits = { plain: 10, large: 100 };
const views = ['', 'calendar', 'plan', 'plan?status=unreported&time=ongoing', 'hosts', 'changes', 'activity/ID'];
const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };

/** A page's milliseconds on the processor, and its bytes as they are sent. */
function cost(show: () => string): { readonly ms: number; readonly bytes: number } {
  const once = (): number => brotliCompressSync(show(), { params }).byteLength;
  for (let run = 0; run < warmUps; run += 1) once();
  const used = process.threadCpuUsage();
  for (let run = 1; run < runs; run += 1) once();
  const bytes = once();
  const { user, system } = process.threadCpuUsage(used);
  return { ms: (user + system) / 1_000 / runs, bytes };
}

/** Whether a view took longer than it may. */
async function measure(name: string, records: PlanRecords, most: number): Promise<boolean> {
  const store = await openMemory();
  const clock = () => instantOf('2019-03-01T09:00', records.region.timeZone);
  const core = await makeCore(records, store, [], clock, keptLog());
  const tab = core.tabWith(readAssets().addresses);
  const id = records.activities[0]?.id ?? '';
  let isSlow = false;
  for (const view of views) {
    const { pathname: path, searchParams: query } = new URL(view.replace('ID', id), 'http://tab.invalid/tab/');
    const asked = { path, query, preferred: 'sv' as const, reader: null };
    const started = performance.now();
    tab.show(asked);
    const first = performance.now() - started;
    const { ms, bytes } = cost(() => tab.show(asked).html);
    isSlow ||= ms >= most;
    console.log(`${name}, /tab/${view}: ${ms.toFixed(1)} ms, the first ${first.toFixed(0)} ms; ${bytes} bytes`);
  }
  core.stop();
  await store.close();
  return isSlow;
}

console.log(`Node ${process.version}; wanted under ${limits.plain} ms, and ${limits.large} ms with 5,000 activities`);
const slow = [
  await measure('2019', base, limits.plain),
  await measure('5,000', grown(base, 5_000, base.meetings.length), limits.large),
];
if (slow.includes(true)) process.exitCode = 1;
