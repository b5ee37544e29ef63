// How the deliveries go, in numbers.
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { type DeliveryCounts, Dropped, type Progress, Undelivered } from './reminder-stores.ts';
import type { DeliveryTable, Tables } from './tables.ts';

interface Ended {
  readonly state: DeliveryTable['state'];
  readonly reason: string | null;
  readonly many: number | string | bigint;
  readonly doubtful: number | string | bigint | null;
}

export async function countDeliveries(db: Kysely<Tables>, since: string, now: string): Promise<DeliveryCounts> {
  const ended: Ended[] = await db
    .selectFrom('delivery')
    .select(({ fn }) => [
      'state',
      'reason',
      fn.countAll().as('many'),
      fn.sum<number | string | null>(sql`case when doubts > 0 then 1 else 0 end`).as('doubtful'),
    ])
    .where('settled_at', '>=', since)
    .groupBy(['state', 'reason'])
    .orderBy('reason')
    .execute();
  return { ...endedCounts(ended), ...(await waitingCounts(db, now)) };
}

function endedCounts(ended: readonly Ended[]): Omit<DeliveryCounts, 'waiting' | 'oldestDue' | 'nextDue'> {
  const count = (state: Ended['state']) =>
    ended.filter((row) => row.state === state).reduce((sum, { many }) => sum + Number(many), 0);
  const sent = ended.filter(({ state }) => state === 'sent');
  return {
    sent: count('sent'),
    doubtful: sent.reduce((sum, { doubtful }) => sum + Number(doubtful ?? 0), 0),
    failed: ended
      .filter(({ state }) => state === 'failed')
      .map(({ reason, many }) => ({ reason: Undelivered.parse(reason), count: Number(many) })),
    missed: count('missed'),
    dropped: count('dropped'),
  };
}

async function waitingCounts(
  db: Kysely<Tables>,
  now: string,
): Promise<Pick<DeliveryCounts, 'waiting' | 'oldestDue' | 'nextDue'>> {
  const row = await db
    .selectFrom('delivery')
    .select(({ fn }) => [
      fn.countAll().as('waiting'),
      fn.min<string | null>('due_at').as('oldest'),
      fn.min<string | null>(sql`case when due_at > ${now} then due_at end`).as('next'),
    ])
    .where('settled_at', 'is', null)
    .executeTakeFirstOrThrow();
  const oldestDue = row.oldest !== null && row.oldest <= now ? row.oldest : null;
  return { waiting: Number(row.waiting), oldestDue, nextDue: row.next };
}

export async function progressOf(db: Kysely<Tables>, version: number): Promise<Progress> {
  const rows = await db
    .selectFrom('delivery')
    .select(({ fn }) => ['state', 'reason', fn.countAll().as('many')])
    .where('version', '=', version)
    .groupBy(['state', 'reason'])
    .orderBy('reason')
    .execute();
  const count = (...states: readonly DeliveryTable['state'][]) =>
    rows.filter(({ state }) => states.includes(state)).reduce((sum, { many }) => sum + Number(many), 0);
  const reasons = (wanted: DeliveryTable['state']) => rows.filter(({ state }) => state === wanted);
  return {
    sent: count('sent'),
    waiting: count('due', 'posting'),
    failed: reasons('failed').map(({ reason, many }) => ({ reason: Undelivered.parse(reason), count: Number(many) })),
    dropped: reasons('dropped').map(({ reason, many }) => ({ reason: Dropped.parse(reason), count: Number(many) })),
    missed: count('missed'),
  };
}
