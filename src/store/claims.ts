// Who sends to whom: a recipient is claimed with a lease, so that several instances share the work and never double it.
import { type Kysely, sql, type Transaction } from 'kysely';
import { z } from 'zod';
import { recipientKey } from '../reminders/recipients.ts';
import type { Recipient } from '../reminders/subscription.ts';
import { deliveryOf } from './delivery-rows.ts';
import type { Database, Dialect } from './dialect.ts';
import { type Claimed, type Lease, type Moment, Recent, type Settled, type Settlement } from './reminder-stores.ts';
import { keyOf, readRow } from './rows.ts';
import type { DeliveryTable, Tables } from './tables.ts';
import type { Transact } from './together.ts';

/** More than this waits for the recipient's next message. */
const mostDeliveries = 100;

const Recents = z.array(Recent);

export async function claimMailbox(
  transact: Transact,
  dialect: Dialect,
  worker: string,
  at: Moment,
  until: string,
  except: readonly string[],
): Promise<Claimed | null> {
  return transact(async (transaction) => {
    const free = transaction
      .selectFrom('mailbox')
      .select('recipient')
      .where('expires_at', 'is not', null)
      .where('due_at', '<=', at.now)
      .where('not_before', '<=', at.wire)
      .where('lease_until', '<=', at.wire);
    const allowed = except.length === 0 ? free : free.where('tenant', 'not in', except.map(keyOf));
    const found = await allowed
      .orderBy('expires_at')
      .orderBy('recipient')
      .limit(1)
      .modifyEnd(dialect.skipLocked)
      .executeTakeFirst();
    return found ? take(transaction, found.recipient, worker, at, until) : null;
  });
}

async function take(
  transaction: Transaction<Tables>,
  recipient: string,
  worker: string,
  at: Moment,
  until: string,
): Promise<Claimed | null> {
  const box = await transaction
    .updateTable('mailbox')
    .set({ worker, lease_until: until })
    .where('recipient', '=', recipient)
    .returning('recent')
    .executeTakeFirstOrThrow();
  const rows = await transaction
    .selectFrom('delivery')
    .selectAll()
    .where('recipient', '=', recipient)
    .where('settled_at', 'is', null)
    .where('due_at', '<=', at.now)
    .orderBy('due_at')
    .orderBy('key')
    .limit(mostDeliveries)
    .execute();
  const deliveries = rows.map(deliveryOf);
  const [first] = deliveries;
  if (!first) {
    // Somebody has changed the rows by hand: what waits is worked out anew.
    await giveBack(transaction, recipient, { not_before: '', recent: box.recent });
    return null;
  }
  const recent = readRow(Recents, 'mailbox', recipient, () => JSON.parse(box.recent));
  return { lease: { recipient: first.recipient, worker, until }, deliveries, recent };
}

export async function markPosting(
  transact: Transact,
  dialect: Dialect,
  lease: Lease,
  keys: readonly string[],
): Promise<string[]> {
  return transact(async (transaction) => {
    if (!(await holds(transaction, dialect.lockRow, lease))) return [];
    const rows = await transaction
      .updateTable('delivery')
      .set(({ eb, ref }) => ({
        state: 'posting',
        attempts: eb('attempts', '+', 1),
        // What was being posted when its worker went may have arrived.
        doubts: eb
          .case()
          .when('state', '=', 'posting')
          .then(eb('doubts', '+', 1))
          .else(ref('doubts'))
          .end(),
      }))
      .where('key', 'in', keys.map(keyOf))
      .where('settled_at', 'is', null)
      .returning('key')
      .execute();
    const marked = new Set(rows.map(({ key }) => key));
    return keys.filter((key) => marked.has(keyOf(key)));
  });
}

/** Whether the lease is the worker's still; keeps it from being taken meanwhile. */
async function holds(
  transaction: Transaction<Tables>,
  lockRow: Dialect['lockRow'],
  { recipient, worker, until }: Lease,
): Promise<boolean> {
  const row = await transaction
    .selectFrom('mailbox')
    .select('recipient')
    .where('recipient', '=', boxOf(recipient))
    .where('worker', '=', worker)
    .where('lease_until', '=', until)
    .modifyEnd(lockRow)
    .executeTakeFirst();
  return row !== undefined;
}

function boxOf(recipient: Recipient): string {
  return keyOf(recipientKey(recipient));
}

export async function settleMailbox(
  transact: Transact,
  dialect: Dialect,
  lease: Lease,
  settlements: readonly Settlement[],
  at: Moment,
  recent: readonly Recent[],
  notBefore: string,
): Promise<void> {
  await transact(async (transaction) => {
    for (const { keys, as } of settlements) if (keys.length > 0) await settle(transaction, keys, as, at.now);
    // What became of the deliveries is known and stands, but the recipient may be another worker's by now.
    if (!(await holds(transaction, dialect.lockRow, lease))) return;
    await giveBack(transaction, boxOf(lease.recipient), { not_before: notBefore, recent: JSON.stringify(recent) });
  });
}

async function settle(
  transaction: Transaction<Tables>,
  keys: readonly string[],
  as: Settled,
  now: string,
): Promise<void> {
  const update = transaction
    .updateTable('delivery')
    .set(({ eb }) => ({
      ...columnsOf(as, now),
      ...(as.kind === 'due' && as.doubt ? { doubts: eb('doubts', '+', 1) } : {}),
    }))
    .where('key', 'in', keys.map(keyOf));
  // Sent is sent, whatever another worker made of it meanwhile; nothing else overrides an end.
  await (as.kind === 'sent' ? update : update.where('settled_at', 'is', null)).execute();
}

function columnsOf(as: Settled, now: string): Partial<DeliveryTable> {
  switch (as.kind) {
    case 'sent':
      return {
        state: 'sent',
        settled_at: now,
        activity: as.activity === null ? null : keyOf(as.activity),
        reason: null,
      };
    case 'failed':
    case 'dropped':
      return { state: as.kind, settled_at: now, reason: as.reason };
    case 'missed':
      return { state: 'missed', settled_at: now };
    case 'due':
      return { state: 'due', ...(as.at === null ? {} : { due_at: as.at }) };
  }
}

/** Ends the lease; the recipient comes again if something still waits. Only in a statement after the row was locked. */
async function giveBack(
  transaction: Transaction<Tables>,
  recipient: string,
  columns: { readonly not_before: string; readonly recent: string },
): Promise<void> {
  await transaction
    .updateTable('mailbox')
    .set(({ selectFrom }) => {
      const first = (column: 'due_at' | 'expires_at') =>
        selectFrom('delivery')
          .select(({ fn }) => fn.min<string | null>(column).as('first'))
          .where('delivery.recipient', '=', recipient)
          .where('settled_at', 'is', null);
      return { ...columns, worker: '', lease_until: '', due_at: first('due_at'), expires_at: first('expires_at') };
    })
    .where('recipient', '=', recipient)
    .execute();
}

export async function backlog(
  db: Kysely<Tables>,
  { now, wire }: Moment,
): Promise<{ readonly ready: number; readonly next: string | null }> {
  const ready = sql<boolean>`not_before <= ${wire} and lease_until <= ${wire}`;
  const later = sql<string>`case when not_before > lease_until then not_before else lease_until end`;
  const row = await db
    .selectFrom('mailbox')
    .select(({ fn }) => [
      fn.sum<number | string | null>(sql`case when ${ready} then 1 else 0 end`).as('ready'),
      fn.min<string | null>(sql`case when ${ready} then null else ${later} end`).as('next'),
    ])
    .where('expires_at', 'is not', null)
    .where('due_at', '<=', now)
    .executeTakeFirstOrThrow();
  return { ready: Number(row.ready ?? 0), next: row.next };
}

export async function takeOver({ db, dialect }: Database): Promise<void> {
  if (!dialect.isExclusive) return;
  await db.updateTable('mailbox').set({ worker: '', lease_until: '' }).where('worker', '!=', '').execute();
}
