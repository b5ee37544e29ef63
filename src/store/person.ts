// All that the store holds of one person, and its forgetting. The ledger is not touched: it is the plan's history.
import type { Kysely } from 'kysely';
import type { Identity } from '../plan/change.ts';
import { recipientKey } from '../reminders/recipients.ts';
import { atOnce, type Database } from './dialect.ts';
import { isAuthor, isPerson, mayHold, nameOf } from './of-person.ts';
import { ownRows } from './own-data.ts';
import { keyOf } from './rows.ts';
import type { HeldOfPerson, PersonStore } from './store.ts';
import type { Tables } from './tables.ts';

export function makePersons(database: Database): PersonStore {
  const { db } = database;
  return {
    held: (identity) => heldOf(db, identity),
    everything: (identity) => ownRows(database, identity),
    forget: (identity) =>
      atOnce(db, async (transaction) => {
        const held = await heldOf(transaction, identity);
        await forgetAll(transaction, identity);
        return held;
      }),
  };
}

const personKey = ({ tenant, person }: Identity) => keyOf(recipientKey({ kind: 'person', tenant, person }));

async function heldOf(db: Kysely<Tables>, identity: Identity): Promise<HeldOfPerson> {
  const recipient = personKey(identity);
  const count = async (table: 'subscription' | 'reference' | 'delivery' | 'silence'): Promise<number> => {
    const row = await db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll().as('many'))
      .where('recipient', '=', recipient)
      .executeTakeFirstOrThrow();
    return Number(row.many);
  };
  const many = async (query: { execute(): Promise<unknown[]> }): Promise<number> => (await query.execute()).length;
  return {
    names: await many(db.selectFrom('person').select('teams_id').where(isPerson(identity))),
    chats: await count('reference'),
    subscriptions: await count('subscription'),
    deliveries: await count('delivery'),
    feeds: await many(
      db
        .selectFrom('feed')
        .select('hash')
        .where('tenant', '=', keyOf(identity.tenant))
        .where('person', '=', keyOf(identity.person)),
    ),
    proposals: await many(db.selectFrom('proposal').select('id').where(isAuthor(identity))),
    reports: await many(db.selectFrom('report').select('id').where(isAuthor(identity))),
    silences: await count('silence'),
    conversations: await many(
      db
        .selectFrom('conversation')
        .select('key')
        .where(mayHold('value', nameOf(identity))),
    ),
  };
}

async function forgetAll(db: Kysely<Tables>, identity: Identity): Promise<void> {
  const recipient = personKey(identity);
  for (const table of ['subscription', 'reference', 'delivery', 'mailbox', 'silence'] as const) {
    await db.deleteFrom(table).where('recipient', '=', recipient).execute();
  }
  await db
    .deleteFrom('feed')
    .where('tenant', '=', keyOf(identity.tenant))
    .where('person', '=', keyOf(identity.person))
    .execute();
  await db.deleteFrom('proposal').where(isAuthor(identity)).execute();
  await db.deleteFrom('report').where(isAuthor(identity)).execute();
  await db.deleteFrom('person').where(isPerson(identity)).execute();
  // Whatever is remembered of a conversation in which they wrote: its others only begin anew.
  await db
    .deleteFrom('conversation')
    .where(mayHold('value', nameOf(identity)))
    .execute();
}
