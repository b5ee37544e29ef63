// Who wants to be told of what: a row a subscription.
import type { Kysely } from 'kysely';
import { recipientKey } from '../reminders/recipients.ts';
import { Subscription, type Topic } from '../reminders/subscription.ts';
import { topicKey } from '../reminders/topics.ts';
import type { SubscriptionStore } from './reminder-stores.ts';
import { keyOf, pagesOf, readRow, unfolded } from './rows.ts';
import type { SubscriptionTable, Tables } from './tables.ts';

export function makeSubscriptions(db: Kysely<Tables>): SubscriptionStore {
  const select = () => db.selectFrom('subscription').selectAll();
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
  };
}

function topicColumn(topic: Topic): string {
  return keyOf(topicKey(topic));
}

async function putSubscription(db: Kysely<Tables>, subscription: Subscription): Promise<void> {
  const { id, pausedUntil, createdAt, ...rest } = Subscription.parse(subscription);
  const row: SubscriptionTable = {
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

export function subscriptionOf({ id, paused_until: pausedUntil, created_at: createdAt, body }: SubscriptionTable) {
  return readRow(Subscription, 'subscription', id, () => unfolded(body, { id, pausedUntil, createdAt }));
}

async function* everySubscription(db: Kysely<Tables>): AsyncGenerator<Subscription> {
  const read = (after: string, most: number) =>
    db.selectFrom('subscription').selectAll().where('id', '>', after).orderBy('id').limit(most).execute();
  for await (const rows of pagesOf(read, ({ id }) => id)) for (const row of rows) yield subscriptionOf(row);
}
