// What was sent to whom, and what is on its way: a row a notice, and a row a recipient for who sends to it.
import { setImmediate as others } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { recipientKey } from '../reminders/recipients.ts';
import { backlog, claimMailbox, markPosting, settleMailbox, takeOver } from './claims.ts';
import { countDeliveries, progressOf } from './delivery-counts.ts';
import { deliveryOf, rowOf } from './delivery-rows.ts';
import { atOnce, type Database } from './dialect.ts';
import type { Delivery, DeliveryStore, Derived, Watermark } from './reminder-stores.ts';
import { keyOf, pagesOf } from './rows.ts';
import { moveWatermark } from './sweeps.ts';
import type { DeliveryTable, Tables } from './tables.ts';
import { makeTogether, type Transact } from './together.ts';

/** As many notices as are written at a time: far fewer values than either database takes in a statement. */
const batchSize = 500;

export function makeDeliveries(database: Database): DeliveryStore {
  const { db, dialect } = database;
  const together = makeTogether(db);
  /** Those who send at once share their commits, where a commit holds up everything; one alone does not wait. */
  let underWay = 0;
  const transact: Transact = (work) => (dialect.isExclusive && underWay > 1 ? together(work) : atOnce(db, work));
  const select = () => db.selectFrom('delivery').selectAll();
  return {
    enqueue: (derived, move) => enqueue(db, derived, move),
    async claim(worker, at, until, except) {
      const claimed = await claimMailbox(transact, dialect, worker, at, until, except);
      if (claimed) underWay += 1;
      return claimed;
    },
    posting: (lease, keys) => markPosting(transact, dialect, lease, keys),
    async settle(lease, settlements, at, recent, notBefore = '') {
      await settleMailbox(transact, dialect, lease, settlements, at, recent, notBefore);
      underWay = Math.max(0, underWay - 1);
    },
    backlog: (at) => backlog(db, at),
    takeOver: () => takeOver(database),
    async find(key) {
      const row = await select().where('key', '=', keyOf(key)).executeTakeFirst();
      return row ? deliveryOf(row) : null;
    },
    async told(subject) {
      const rows = await select()
        .where('meeting', '=', keyOf(subject))
        .where('state', 'in', ['sent', 'posting'])
        .execute();
      return rows.map(deliveryOf);
    },
    ofVersion: (version) => everyOfVersion(db, version),
    progress: (version) => progressOf(db, version),
    async latest(recipient) {
      const row = await select()
        .where('recipient', '=', keyOf(recipientKey(recipient)))
        .where('state', '=', 'sent')
        .orderBy('settled_at', 'desc')
        .orderBy('key')
        .limit(1)
        .executeTakeFirst();
      return row ? deliveryOf(row) : null;
    },
    async behind(recipient, activity) {
      const rows = await select()
        .where('recipient', '=', keyOf(recipientKey(recipient)))
        .where('activity', '=', keyOf(activity))
        .orderBy('expires_at')
        .execute();
      return rows.map(deliveryOf);
    },
    async failures(since, most) {
      const rows = await select()
        .where('settled_at', '>=', since)
        .where('state', '=', 'failed')
        .orderBy('settled_at', 'desc')
        .orderBy('key')
        .limit(most)
        .execute();
      return rows.map(deliveryOf);
    },
    counts: (since, now) => countDeliveries(db, since, now),
    async forget(before) {
      await db.deleteFrom('delivery').where('settled_at', '<', before).where('expires_at', '<', before).execute();
      // Whom nothing was sent to for so long, and nothing waits for: the row would name them for ever.
      await db
        .deleteFrom('mailbox')
        .where('expires_at', 'is', null)
        .where(({ not, exists, selectFrom }) =>
          not(exists(selectFrom('delivery').select('key').whereRef('delivery.recipient', '=', 'mailbox.recipient'))),
        )
        .execute();
    },
  };
}

async function* everyOfVersion(db: Kysely<Tables>, version: number): AsyncGenerator<Delivery> {
  const ofVersion = db.selectFrom('delivery').selectAll().where('version', '=', version).orderBy('key');
  const pages = pagesOf<DeliveryTable>((last, most) =>
    ofVersion
      .where('key', '>', last?.key ?? '')
      .limit(most)
      .execute(),
  );
  for await (const rows of pages) for (const row of rows) yield deliveryOf(row);
}

async function enqueue(
  db: Kysely<Tables>,
  derived: Iterable<Derived> | AsyncIterable<Derived>,
  { from, to }: { readonly from: Watermark; readonly to: Watermark },
): Promise<number | null> {
  let added = 0;
  let batch: Derived[] = [];
  for await (const one of derived) {
    if (batch.length === batchSize) {
      const full = batch;
      batch = [];
      added += await atOnce(db, (transaction) => addBatch(transaction, full, to.at));
      // SQLite answers at once: without a break nobody else would get a word in.
      await others();
    }
    batch.push(one);
  }
  const moved = await atOnce(db, async (transaction) => {
    if (!(await moveWatermark(transaction, from, to))) return null;
    return addBatch(transaction, batch, to.at);
  });
  return moved === null ? null : added + moved;
}

/** Adds the notices that are new; how many. In one order, so that two instances never wait for each other. */
async function addBatch(db: Kysely<Tables>, derived: readonly Derived[], now: string): Promise<number> {
  if (derived.length === 0) return 0;
  const rows = derived.map((one) => rowOf(one, now)).sort((one, other) => compare(one.key, other.key));
  const added = await db
    .insertInto('delivery')
    .values(rows)
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning(['key'])
    .execute();
  const keys = new Set(added.map(({ key }) => key));
  const tenants = new Map(derived.map(({ notice }) => [keyOf(notice.key), notice.recipient.tenant]));
  const waiting = rows.filter(({ key, state }) => keys.has(key) && state === 'due');
  await openMailboxes(db, waiting, tenants);
  return keys.size;
}

/** Makes what waits known to those who send. */
async function openMailboxes(
  db: Kysely<Tables>,
  waiting: readonly DeliveryTable[],
  tenants: ReadonlyMap<string, string>,
): Promise<void> {
  if (waiting.length === 0) return;
  const boxes = [...Map.groupBy(waiting, ({ recipient }) => recipient)].map(([recipient, rows]) => ({
    recipient,
    tenant: keyOf(tenants.get(rows[0]?.key ?? '') ?? ''),
    due_at: earliest(rows.map((row) => row.due_at)),
    expires_at: earliest(rows.map((row) => row.expires_at)),
    not_before: '',
    lease_until: '',
    worker: '',
    recent: '[]',
  }));
  await db
    .insertInto('mailbox')
    .values(boxes.sort((one, other) => compare(one.recipient, other.recipient)))
    .onConflict((conflict) =>
      conflict.column('recipient').doUpdateSet(({ ref, fn, eb }) => {
        const earlier = (column: 'due_at' | 'expires_at') =>
          eb
            .case()
            .when(fn.coalesce(`mailbox.${column}`, ref(`excluded.${column}`)), '<', ref(`excluded.${column}`))
            .then(ref(`mailbox.${column}`))
            .else(ref(`excluded.${column}`))
            .end();
        return { due_at: earlier('due_at'), expires_at: earlier('expires_at') };
      }),
    )
    .execute();
}

function earliest(instants: readonly string[]): string {
  return instants.toSorted()[0] ?? '';
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
