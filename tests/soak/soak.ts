// `node tests/soak/soak.ts [minutes] [turns a second]`: the bot as a process of its own under steady use for a quarter of
// an hour: questions and follow-ups of a thousand people, changes to the plan, subscriptions, reminders, feeds. It fails
// on any error, on memory that grows by more than 5 % after the first third, and on an event loop that is held up for
// more than 50 ms (99th percentile). The load is made in this process: give it a processor of its own.
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { startConnector } from '../support/connector.ts';
import { startBot } from '../support/process.ts';
import { message, tenant } from '../support/service.ts';

const minutes = Number(process.argv[2] ?? 15);
const perSecond = Number(process.argv[3] ?? 200);
const people = 1_000;
const secretary = '22222222-2222-4222-8222-222222222222';
/** So many simulated days pass meanwhile: meetings come near, and reminders are due. */
const simulatedDays = 21;
const rate = Math.round((simulatedDays * 86_400) / (minutes * 60));
const mostGrowth = 0.05;
const mostDelaySeconds = 0.05;

const Question = z.object({ turns: z.array(z.object({ ask: z.string() })) });
const questions = readFileSync('tests/questions/members.jsonl', 'utf8')
  .trim()
  .split('\n')
  .flatMap((line) => Question.parse(JSON.parse(line)).turns.map(({ ask }) => ask));
const updates = [
  'elväg: försenad',
  'elväg: pågår',
  'flytta kommittémötet 9 maj till 16 maj',
  'flytta kommittémötet 16 maj till 9 maj',
];
const wishes = [
  'påminn mig en vecka innan kommitténs möten',
  'vilka påminnelser har jag?',
  'påminn mig 2 timmar innan rådslaget',
];

const connector = await startConnector({ forgets: true });
let sent = 0;
connector.behave(() => {
  sent += 1;
  return { kind: 'ok' };
});
const bot = await startBot({
  SECRETARIAT_IDS: secretary,
  SIMULATED_NOW: '2019-03-18T07:00',
  SIMULATED_RATE: String(rate),
  LOG_LEVEL: 'info',
});
const failures = new Map<string, number>();
const fail = (what: string) => failures.set(what, (failures.get(what) ?? 0) + 1);
const delays: number[] = [];

interface Speaker {
  readonly id: string;
  readonly conversation: string;
}

async function post(text: string, { id, conversation }: Speaker, more: object = {}): Promise<string> {
  const activity = message(text, {
    from: { id: `29:${id}`, name: 'Någon', aadObjectId: id },
    conversation: { id: conversation, conversationType: 'personal', tenantId: tenant },
    serviceUrl: connector.url,
    ...more,
  });
  const began = performance.now();
  const response = await fetch(`${bot.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity),
    signal: AbortSignal.timeout(15_000),
  });
  const body = await response.text();
  delays.push(performance.now() - began);
  if (response.status !== 200) fail(`status ${response.status}`);
  else if (body === '') fail('no answer');
  else if (/Något gick fel hos mig|Something went wrong/.test(body)) fail('an apology');
  return body;
}

function personOf(number: number): Speaker {
  const id = `11111111-1111-4111-8111-${String(number % people).padStart(12, '0')}`;
  return { id, conversation: `chat ${number % people}` };
}

/** One turn: mostly a question; every 20th a wish about reminders, every 100th a step of a change. */
async function turn(number: number): Promise<void> {
  try {
    if (number % 100 === 0) {
      const text = number % 200 === 0 ? (updates[(number / 200) % updates.length] ?? '') : 'ja';
      await post(text, { id: secretary, conversation: 'secretariat' });
    } else if (number % 20 === 0) await post(wishes[(number / 20) % wishes.length] ?? '', personOf(number));
    else await post(questions[number % questions.length] ?? '', personOf(number * 7));
  } catch (error) {
    fail(error instanceof Error ? error.name : String(error));
  }
}

interface Sample {
  readonly second: number;
  readonly residentMb: number;
  readonly heapMb: number;
  readonly delaySeconds: number;
}

async function sample(second: number): Promise<Sample> {
  const text = await (await fetch(`${bot.url}/metrics`)).text();
  const value = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1] ?? Number.NaN);
  const mb = 1024 * 1024;
  return {
    second,
    residentMb: value('process_resident_memory_bytes') / mb,
    heapMb: value('nodejs_heap_size_used_bytes') / mb,
    delaySeconds: value('nodejs_eventloop_lag_p99_seconds'),
  };
}

/** The middle of several, since each is taken at some point between two collections of garbage. */
function middle(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const seconds = minutes * 60;
const samples: Sample[] = [];
const underWay = new Set<Promise<void>>();
const began = performance.now();
let turns = 0;
let sampled = 0;
while (performance.now() - began < seconds * 1_000) {
  const due = Math.floor(((performance.now() - began) / 1_000) * perSecond);
  // Whoever is late does not catch up by a flood.
  if (due - turns > perSecond) turns = due - perSecond;
  while (turns < due) {
    turns += 1;
    const one = turn(turns).finally(() => underWay.delete(one));
    underWay.add(one);
  }
  const second = Math.floor((performance.now() - began) / 1_000);
  if (second >= sampled + 5) {
    sampled = second;
    samples.push(await sample(second));
    const last = samples.at(-1);
    if (second % 60 < 5 && last) {
      console.log(
        `${second} s: ${delays.length} turns, ${last.residentMb.toFixed(0)} MB, event loop p99 ${(last.delaySeconds * 1_000).toFixed(1)} ms`,
      );
    }
  }
  await sleep(5);
}
await Promise.all(underWay);

const settled = samples.filter(({ second }) => second >= seconds / 3);
const third = Math.ceil(settled.length / 3);
const memory = (of: readonly Sample[]) => middle(of.map(({ residentMb }) => residentMb));
const growth = memory(settled.slice(-third)) / memory(settled.slice(0, third)) - 1;
const delay = middle(settled.map(({ delaySeconds }) => delaySeconds));
const worstDelay = Math.max(...settled.map(({ delaySeconds }) => delaySeconds));
const ordered = delays.toSorted((one, other) => one - other);
const percentile = (share: number) => (ordered[Math.floor(ordered.length * share)] ?? Number.NaN).toFixed(1);
const text = await (await fetch(`${bot.url}/metrics`)).text();
const logged = bot
  .output()
  .split('\n')
  .filter((line) => /"level":"(?:error|fatal)"/.test(line));
bot.child.kill('SIGTERM');
const code = await bot.exit;
await connector.stop();

console.log(
  `${minutes} minutes: ${delays.length} turns (${(delays.length / seconds).toFixed(0)} a second), ${sent} messages sent by itself`,
);
console.log(
  `answers: median ${percentile(0.5)} ms, p99 ${percentile(0.99)} ms, longest ${ordered.at(-1)?.toFixed(0)} ms`,
);
console.log(
  `memory after the first third: ${memory(settled.slice(0, third)).toFixed(0)} → ${memory(settled.slice(-third)).toFixed(0)} MB (${(growth * 100).toFixed(1)} %)`,
);
console.log(
  `event loop: p99 ${(delay * 1_000).toFixed(1)} ms in the middle sample, ${(worstDelay * 1_000).toFixed(1)} ms in the worst`,
);
console.log(
  `ledger version ${/^ledger_version (\d+)$/m.exec(text)?.[1]}, errors: ${JSON.stringify(Object.fromEntries(failures))}, ${logged.length} in the log`,
);
for (const line of logged.slice(0, 5)) console.log(line.slice(0, 400));
const isGood =
  failures.size === 0 && logged.length === 0 && growth <= mostGrowth && delay < mostDelaySeconds && code === 0;
console.log(isGood ? 'as it must be' : 'NOT as it must be');
process.exitCode = isGood ? 0 : 1;
