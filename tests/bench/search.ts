// `node tests/bench/search.ts`: processor time of a search in the message field, as it is typed, in process.
import { makeCore } from '../../src/core.ts';
import { loadRecords } from '../../src/documents/yaml.ts';
import { instantOf } from '../../src/settings.ts';
import { openMemory } from '../../src/store/sqlite.ts';
import { toSearchResult } from '../../src/teams/message-extension.ts';
import { keptLog } from '../support/kept-log.ts';

const searches = ['', 'kommitté maj', 'elväg', 'värd 2020', 'nätverk klimat', 'när är nästa kommittémöte?', 'salem'];
const rounds = 20;

const base = loadRecords('data/sodertorn');
const store = await openMemory();
const clock = () => instantOf('2019-03-01T09:00', base.region.timeZone);
const core = await makeCore(base, store, [], clock, keptLog());

/** Every beginning of a text, as its letters come. */
const typed = searches.flatMap((text) => Array.from({ length: text.length + 1 }, (_, index) => text.slice(0, index)));

function timeOf(text: string): number {
  const start = process.cpuUsage();
  JSON.stringify(toSearchResult(core.turns.search({ text, skip: 0, count: 25, locale: 'sv' })));
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const share = (sorted: readonly number[], part: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(1);

// The service makes the index itself a second after its start.
const first = timeOf('');
const cold = typed.map(timeOf).sort((a, b) => a - b);
const warm = Array.from({ length: rounds }, () => typed.map(timeOf))
  .flat()
  .sort((a, b) => a - b);
console.log(`the index, which the service makes after its start: ${first.toFixed(1)} ms`);
console.log(`first pass, ${cold.length} searches: median ${share(cold, 0.5)} ms, most ${share(cold, 1)} ms`);
console.log(
  `then, ${warm.length}: median ${share(warm, 0.5)} ms, 99th percentile ${share(warm, 0.99)} ms, most ${share(warm, 1)} ms`,
);
core.stop();
await store.close();
