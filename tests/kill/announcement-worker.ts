// An instance of the bot that only sends of its own accord: real plan, ledger, store, derivation and sender.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { systemClock } from '../../src/clock.ts';
import { makeCore } from '../../src/core.ts';
import { loadRecords } from '../../src/documents/yaml.ts';
import { makeLog } from '../../src/log.ts';
import { makeReminderService } from '../../src/reminder-service.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { BotAdapter, publicChannel } from '../../src/teams/adapter.ts';
import { makeSending } from '../../src/teams/send.ts';

export const Work = z.object({ folder: z.string(), databaseUrl: z.string() });
export type Work = z.infer<typeof Work>;

async function main({ folder, databaseUrl }: Work): Promise<void> {
  const log = makeLog('warn');
  const store = databaseUrl ? await openPostgres(databaseUrl, log) : await openSqlite(folder, log);
  const core = await makeCore(loadRecords('data/sodertorn'), store, [], systemClock, log);
  const adapter = new BotAdapter(null, publicChannel, log, (text) => {
    return { text, spoken: text, card: null, suggestions: [], locale: 'sv' };
  });
  const sending = makeSending(adapter, (url) => new URL(url).hostname === '127.0.0.1', systemClock);
  const sweeper = makeReminderService({
    ...core.reminding,
    store,
    send: (reference, { edits, ...reply }) =>
      edits === null ? sending.send(reference, reply) : sending.update(reference, edits, reply),
    clock: systemClock,
    wireClock: systemClock,
    random: Math.random,
    worker: randomUUID(),
    log,
    tuning: {
      limits: { conversation: [{ most: 7, withinMs: 1_000 }], tenant: [{ most: 1_000, withinMs: 1_000 }] },
      pace: {
        leaseMs: 2_000,
        sweepEveryMs: 100,
        mostLanes: 16,

        mostAnHour: Number.POSITIVE_INFINITY,
      },
    },
  });
  process.on('SIGTERM', async () => {
    await sweeper.stop();
    core.stop();
    await store.close();
    process.exit(0);
  });
  sweeper.start();
  process.stdout.write('ready\n');
}

const given = process.argv[2];
if (import.meta.main && given !== undefined) await main(Work.parse(JSON.parse(given)));
