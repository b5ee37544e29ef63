// `npm run bench [-- part …]`: every benchmark that compares, one after another, each in processes of its own.
import { spawnSync } from 'node:child_process';
import { availableParallelism, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';

const parts = {
  start: [['start.ts']],
  turns: [['turns.ts']],
  understanding: [['understanding.ts']],
  growth: [['growth.ts']],
  reminders: [
    ['sweep.ts', 'sqlite'],
    ['sweep.ts', 'postgres'],
    ['deliver.ts', '10000', '400', 'sqlite'],
    ['deliver.ts', '10000', '400', 'postgres'],
  ],
  pages: [['feeds.ts'], ['tab.ts']],
  exchange: [['exchange.ts']],
} satisfies Record<string, readonly (readonly [file: string, ...args: string[]])[]>;

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`There is no part "${unknown.join('", "')}"; there are ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}

const gigabytes = (totalmem() / 2 ** 30).toFixed(0);
console.log(`Node ${process.version}, ${availableParallelism()} cores, ${gigabytes} GiB`);
for (const [name, runs] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  for (const [file, ...args] of runs) {
    // What else the machine does moves every figure that is not a ratio.
    console.log(`\n=== ${[file, ...args].join(' ')} (load before: ${loadavg()[0]?.toFixed(1)})`);
    const { status } = spawnSync(process.execPath, [join(import.meta.dirname, file), ...args], { stdio: 'inherit' });
    if (status !== 0) process.exitCode = 1;
  }
}
