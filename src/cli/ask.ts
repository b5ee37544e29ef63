// `npm run ask -- "fråga" ["följdfråga" …]`: one conversation in the terminal.
import { parseArgs } from 'node:util';
import { simulatedClock, systemClock } from '../clock.ts';
import { makeCore } from '../core.ts';
import { loadRecords } from '../documents/yaml.ts';
import { makeLog } from '../log.ts';
import { instantOf, publicAddress, readSettings } from '../settings.ts';
import { openMemory } from '../store/sqlite.ts';
import type { Memory } from '../turn/turn-types.ts';

const usage = 'npm run ask -- "fråga" ["följdfråga" …] [--now 2019-03-01T09:00] [--json]';

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { now: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const now = values.now;
  if (positionals.length === 0 || (now !== undefined && !/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(now))) {
    console.error(usage);
    process.exitCode = 2;
    return;
  }
  const settings = readSettings();
  const base = loadRecords(settings.planDir);
  const start = values.now ?? settings.simulatedNow;
  const clock = start === null ? systemClock : simulatedClock(instantOf(start, base.region.timeZone), 1);
  // In memory: the files' plan, beside a bot that may be running on the real store.
  const store = await openMemory();
  const { turns, stop } = await makeCore(base, store, settings.secretariatIds, clock, makeLog('warn'), {
    address: () => publicAddress(settings, settings.port),
  });
  let memory: Memory = null;
  for (const text of positionals) {
    const incoming = {
      text,
      locale: null,
      conversation: 'terminal',
      scope: 'personal' as const,
      sender: null,
      mentions: [],
      action: null,
    };
    const turn = await turns.takeTurn(incoming, memory);
    memory = turn.memory;
    console.log(
      values.json ? JSON.stringify({ ask: text, reply: turn.reply, memory }) : `> ${text}\n${turn.reply.spoken}\n`,
    );
  }
  stop();
  await store.close();
}

await main();
