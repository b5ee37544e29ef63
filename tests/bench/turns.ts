// `node tests/bench/turns.ts`: whole turns through the real endpoint against a bare echo bot; the two take turns.
import { Agent, request } from 'node:http';
import { readCases } from '../support/question-table.ts';
import { message } from '../support/service.ts';
import { median, quantile } from './quantiles.ts';
import { bot, echo, processorMs, residentMb, type Started, start } from './rival-processes.ts';

const rounds = 30;
const turnsPerRound = 60;
const atOnce = 8;

const questions = readCases('dev').flatMap(({ turns }) => turns.map(({ ask }) => ask));
const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
let asked = 0;

/** So many ask in turn that nobody asks too much in a minute. */
const people = 600;

function ask({ url }: Started): Promise<number> {
  const number = asked++;
  const who = number % people;
  const activity = message(questions[number % questions.length] ?? '', {
    id: `bench-${number}`,
    from: { id: `29:${who}`, aadObjectId: `00000000-0000-4000-8000-${String(who).padStart(12, '0')}` },
    conversation: { id: `bench-${who}`, conversationType: 'personal', tenantId: 'tenant' },
  });
  const body = JSON.stringify(activity);
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/api/messages`, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.on('end', () => {
        if (response.statusCode !== 200) reject(new Error(`answered ${response.statusCode}`));
        else resolve(performance.now() - started);
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Milliseconds of turns one after another. */
async function oneByOne(rival: Started): Promise<number[]> {
  const times: number[] = [];
  for (let turn = 0; turn < turnsPerRound; turn += 1) times.push(await ask(rival));
  return times;
}

/** Turns a second with several under way. */
async function together(rival: Started): Promise<number> {
  const started = performance.now();
  const lane = async () => {
    for (let turn = 0; turn < turnsPerRound / atOnce; turn += 1) await ask(rival);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return (Math.ceil(turnsPerRound / atOnce) * atOnce * 1_000) / (performance.now() - started);
}

const rivals = [
  { ...(await start(bot)), name: 'bot', ms: [] as number[], perSecond: [] as number[], processor: [] as number[] },
  {
    ...(await start(echo)),
    name: 'bare echo',
    ms: [] as number[],
    perSecond: [] as number[],
    processor: [] as number[],
  },
];
/** In which each of the people has been heard once, and both are warm. */
const firstRounds = Math.ceil(people / turnsPerRound);
for (let round = -firstRounds; round < rounds; round += 1) {
  for (const rival of rivals) {
    const before = { asked, processor: processorMs(rival.child) };
    const [ms, perSecond] = [await oneByOne(rival), await together(rival)];
    if (round < 0) continue;
    rival.ms.push(...ms);
    rival.perSecond.push(perSecond);
    rival.processor.push((processorMs(rival.child) - before.processor) / (asked - before.asked));
  }
}
for (const { name, ms, perSecond, processor, child } of rivals) {
  console.log(
    `${name}: a turn ${median(ms).toFixed(2)} ms (p99 ${quantile(ms, 0.99).toFixed(1)}), ${median(processor).toFixed(2)} ms of them on the processor, ${median(perSecond).toFixed(0)} turns a second ${atOnce} at once, ${residentMb(child).toFixed(0)} MB afterwards`,
  );
  child.kill('SIGKILL');
}
const [own, bare] = rivals;
if (own && bare) {
  const ratio = median(own.perSecond.map((value, round) => value / (bare.perSecond[round] ?? 0)));
  console.log(
    `added a turn, median: ${(median(own.ms) - median(bare.ms)).toFixed(2)} ms; throughput, median of ratios: ${ratio.toFixed(2)}`,
  );
}
agent.destroy();
