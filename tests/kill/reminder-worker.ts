// An instance of the bot that only reminds: real store, real sweeper, real sender, and a plan that is easy to count.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { systemClock } from '../../src/clock.ts';
import { makeLog } from '../../src/log.ts';
import { ActivityId } from '../../src/plan/ids.ts';
import type { Notice } from '../../src/reminders/notice.ts';
import type { Recipient } from '../../src/reminders/subscription.ts';
import { makeSweeper } from '../../src/reminders/sweep.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import type { Derived, Watermark } from '../../src/store/reminder-stores.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { BotAdapter, publicChannel } from '../../src/teams/adapter.ts';
import { makeSending } from '../../src/teams/send.ts';
import type { Reply } from '../../src/turn/turn-types.ts';

/** What falls due: notice number i at `start` + i × `everyMs`, to recipient i modulo `recipients`, up to `until`. */
export const Work = z.object({
  folder: z.string(),
  databaseUrl: z.string(),
  start: z.number(),
  everyMs: z.number(),
  until: z.number().nullable(),
  /** How many there are at all; with `everyMs` 0 all at once. */
  count: z.number().nullable(),
  recipients: z.number(),
  /** Messages a second to the tenant. */
  rate: z.number(),
  leaseMs: z.number(),
  sweepEveryMs: z.number(),
  mostLanes: z.number(),
  /** Which start of the worker it is: stands first in its messages. */
  life: z.number(),
});
export type Work = z.infer<typeof Work>;

export const tenant = '00000000-0000-4000-8000-000000000001';
const dayMs = 86_400_000;
const activity = ActivityId.parse('aktivitet');

export function recipientOf(number: number, { recipients }: Pick<Work, 'recipients'>): Recipient {
  return { kind: 'person', tenant, person: `person-${number % recipients}` };
}

export const keyOf = (number: number): string => `n${number}`;

/** The numbers of what falls due after one instant, up to and with another. */
export function* numbersDue(work: Work, after: number, upTo: number): Generator<number> {
  const { start, everyMs, until, count } = work;
  const end = Math.min(upTo, until ?? upTo);
  if (everyMs === 0) {
    if (after < start && start <= end) for (let number = 0; number < (count ?? 0); number += 1) yield number;
    return;
  }
  for (
    let number = Math.max(0, Math.floor((after - start) / everyMs) + 1);
    start + number * everyMs <= end;
    number += 1
  ) {
    yield number;
  }
}

function noticeOf(number: number, work: Work): Notice {
  const due = work.start + number * work.everyMs;
  return {
    key: keyOf(number),
    recipient: recipientOf(number, work),
    content: {
      kind: 'reminder',
      of: { kind: 'activity', activity },
      start: new Date(due + dayMs).toISOString(),
      lead: { amount: 1, unit: 'days' },
    },
    dueAt: new Date(due).toISOString(),
    expiresAt: new Date(due + dayMs).toISOString(),
  };
}

function replyOf(text: string): Reply {
  return { text, spoken: text, card: null, suggestions: [], locale: 'sv' };
}

async function main(work: Work): Promise<void> {
  const log = makeLog('warn');
  const store = work.databaseUrl ? await openPostgres(work.databaseUrl, log) : await openSqlite(work.folder, log);
  const adapter = new BotAdapter(null, publicChannel, log, replyOf);
  const { send } = makeSending(adapter, (url) => new URL(url).hostname === '127.0.0.1', systemClock);
  const sweeper = makeSweeper<Reply>({
    store,
    version: () => 0,
    *derive(after: Watermark, upTo: Watermark): Generator<Derived> {
      for (const number of numbersDue(work, Date.parse(after.at), Date.parse(upTo.at))) {
        yield { outcome: 'send', notice: noticeOf(number, work) };
      }
    },
    judge: () => ({ kind: 'send' }),
    message: (_reference, deliveries) => ({
      message: replyOf([work.life, ...deliveries.map(({ key }) => key)].join(' ')),
      covers: deliveries,
    }),
    send,
    clock: systemClock,
    wireClock: systemClock,
    after(ms, call) {
      const timer = setTimeout(call, ms);
      return () => clearTimeout(timer);
    },
    random: Math.random,
    log,
    worker: randomUUID(),
    limits: { conversation: [{ most: 7, withinMs: 1_000 }], tenant: [{ most: work.rate, withinMs: 1_000 }] },
    pace: {
      leaseMs: work.leaseMs,
      sweepEveryMs: work.sweepEveryMs,
      mostLanes: work.mostLanes,
      mostAnHour: Number.POSITIVE_INFINITY,
    },
  });
  process.on('SIGTERM', async () => {
    await sweeper.stop();
    await store.close();
    const { maxRSS } = process.resourceUsage();
    process.stdout.write(`${JSON.stringify({ ...sweeper.pulse(), maxRssMb: Math.round(maxRSS / 1024) })}\n`);
    process.exit(0);
  });
  sweeper.start();
  process.stdout.write('ready\n');
}

const given = process.argv[2];
if (import.meta.main && given !== undefined) await main(Work.parse(JSON.parse(given)));
