// Who wants to be told of what: a row a subscription.
import { type Insertable, type Kysely, type Selectable, sql } from 'kysely';
import { recipientKey } from '../reminders/recipients.ts';
import { Interest, Subscription, type Topic } from '../reminders/subscription.ts';
import { topicKey } from '../reminders/topics.ts';
import type { Concern, SubscriptionStore } from './reminder-stores.ts';
import { keyOf, pagesOf, readRow, unfolded } from './rows.ts';
import type { SubscriptionTable, Tables } from './tables.ts';

export function makeSubscriptions(db: Kysely<Tables>): SubscriptionStore {
  const select = () => subscriptionsIn(db);
  return {
    put: (subscription) => putSubscription(db, subscription),
    async find(id) {
      const row = await select().where('id', '=', id).executeTakeFirst();
      return row ? subscriptionOf(row) : null;
    },
    async remove(id) {
      const { numDeletedRows } = await db.deleteFrom('subscription').where('id', '=', id).executeTakeFirst();
      return numDeletedRows > 0n;
    },
    async of(recipient) {
      const key = keyOf(recipientKey(recipient));
      const rows = await select().where('recipient', '=', key).orderBy('created_at').orderBy('id').execute();
      return rows.map(subscriptionOf);
    },
    async about(topic) {
      const rows = await select().where('topic', '=', topicColumn(topic)).orderBy('id').execute();
      return rows.map(subscriptionOf);
    },
    all: () => everySubscription(db),
    concerned: (concern) => subscriptionsOfConcerned(db, concern),
  };
}

/** What the database works out by itself stays there. */
function subscriptionsIn(db: Kysely<Tables>) {
  return db.selectFrom('subscription').select(['id', 'paused_until', 'created_at', 'body']);
}

function topicColumn(topic: Topic): string {
  return keyOf(topicKey(topic));
}

async function putSubscription(db: Kysely<Tables>, subscription: Subscription): Promise<void> {
  const { id, pausedUntil, createdAt, ...rest } = Subscription.parse(subscription);
  const row: Insertable<SubscriptionTable> = {
    id,
    recipient: keyOf(recipientKey(rest.recipient)),
    topic: topicColumn(rest.topic),
    paused_until: pausedUntil,
    created_at: createdAt,
    body: JSON.stringify(rest),
  };
  await db
    .insertInto('subscription')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

export type SubscriptionRow = Pick<Selectable<SubscriptionTable>, 'id' | 'paused_until' | 'created_at' | 'body'>;

export function subscriptionOf({ id, paused_until: pausedUntil, created_at: createdAt, body }: SubscriptionRow) {
  return readRow(Subscription, 'subscription', id, () => unfolded(body, { id, pausedUntil, createdAt }));
}

async function* everySubscription(db: Kysely<Tables>): AsyncGenerator<Subscription> {
  const pages = pagesOf<SubscriptionRow>((last, most) =>
    subscriptionsIn(db)
      .where('id', '>', last?.id ?? '')
      .orderBy('id')
      .limit(most)
      .execute(),
  );
  for await (const rows of pages) for (const row of rows) yield subscriptionOf(row);
}

// === Who is concerned: found in indexes, so that nobody else's rows are read

async function* subscriptionsOfConcerned(db: Kysely<Tables>, concern: Concern): AsyncGenerator<Subscription[]> {
  for await (const rows of recipientsConcerned(db, concern)) {
    const recipients = [...new Set(rows.map(({ recipient }) => recipient))];
    if (recipients.length === 0) continue;
    const theirs = await subscriptionsIn(db).where('recipient', 'in', recipients).execute();
    yield theirs.map(subscriptionOf);
  }
}

interface Found {
  readonly recipient: string;
}

async function* recipientsConcerned(db: Kysely<Tables>, concern: Concern): AsyncGenerator<readonly Found[]> {
  for (const interest of await interestsIn(db)) {
    const read = readRow(Interest, 'subscription', interest, () => JSON.parse(interest));
    if (concern.has(read)) yield* recipientsWith(db, interest);
  }
  const { begunFrom, pausedUntil } = concern;
  if (begunFrom !== undefined) yield* recipientsBetween(db, 'begun_at', begunFrom, null);
  if (pausedUntil !== undefined) yield* recipientsBetween(db, 'paused_until', ...pausedUntil);
}

/** Each interest that somebody has, once. Steps from one to the next: DISTINCT would go through all that have it. */
async function interestsIn(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ readonly interest: string }>`
    with recursive step (interest) as (
      select min(interest) from subscription
      union all
      select (select min(next.interest) from subscription as next where next.interest > step.interest)
      from step
      where step.interest is not null
    )
    select interest from step where interest is not null
  `.execute(db);
  return rows.map(({ interest }) => interest);
}

function recipientsWith(db: Kysely<Tables>, interest: string): AsyncGenerator<readonly Found[]> {
  const those = db.selectFrom('subscription').select('recipient').where('interest', '=', interest);
  return pagesOf<Found>((last, most) =>
    those
      .where('recipient', '>', last?.recipient ?? '')
      .orderBy('recipient')
      .limit(most)
      .execute(),
  );
}

function recipientsBetween(
  db: Kysely<Tables>,
  column: 'begun_at' | 'paused_until',
  from: string,
  before: string | null,
): AsyncGenerator<readonly Found[]> {
  const those = db
    .selectFrom('subscription')
    .select(['recipient', 'id', sql<string>`${sql.ref(column)}`.as('at')])
    .$if(before !== null, (query) => query.where(column, '<', before));
  return pagesOf<Found & { readonly id: string; readonly at: string }>((last, most) =>
    those
      .where(({ eb, refTuple, tuple }) =>
        eb(refTuple(column, 'id'), '>', tuple<string, string>(last?.at ?? from, last?.id ?? '')),
      )
      .orderBy(column)
      .orderBy('id')
      .limit(most)
      .execute(),
  );
}
