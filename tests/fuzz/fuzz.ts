// `node tests/fuzz/fuzz.ts [activities] [requests] [seed]`: 10,000 strange activities and 2,000 strange HTTP requests to
// the bot as a process of its own. None may be answered with 5xx, and the bot must go on answering as before.
import { startBot } from '../support/process.ts';
import { message, postJson } from '../support/service.ts';
import { type Findings, fuzzActivities, fuzzRequests, randomFrom } from './fuzzing.ts';

const activities = Number(process.argv[2] ?? 10_000);
const requests = Number(process.argv[3] ?? 2_000);
const seed = Number(process.argv[4] ?? Date.now() % 1_000_000);

function report(what: string, { statuses, faults }: Findings): void {
  const counts = [...statuses]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([status, times]) => `${status}: ${times}`);
  console.log(`${what}: ${counts.join(', ')}`);
  for (const fault of faults.slice(0, 10)) console.log(`FAULT ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
}

const random = randomFrom(seed);
console.log(`seed ${seed}`);
const bot = await startBot({ SECRETARIAT_IDS: '11111111-1111-4111-8111-000000000001' });
report(`${activities} activities`, await fuzzActivities(bot.url, activities, random));
report(`${requests} requests`, await fuzzRequests(bot.url, requests, random));
const { texts } = await postJson(`${bot.url}/api/messages`, message('när är nästa kommittémöte?'), {});
const ready = (await fetch(`${bot.url}/readyz`)).status;
console.log(`then: /readyz ${ready}, "${texts[0]?.split('\n')[0] ?? ''}"`);
if (ready !== 200 || !/4 april/.test(texts.join(' '))) process.exitCode = 1;
const failed = bot
  .output()
  .split('\n')
  .filter((line) => line.includes('"level":"error"'));
const kinds = Map.groupBy(failed, (line) => /"message":"((?:[^"\\]|\\.){0,160})/.exec(line)?.[1] ?? line.slice(0, 120));
console.log(`${failed.length} errors in the log`);
for (const [kind, lines] of kinds) console.log(`  ${lines.length} × ${kind}`);
bot.child.kill('SIGTERM');
if ((await bot.exit) !== 0) process.exitCode = 1;
