// All that the store holds of one person, and its forgetting. The ledger is not touched: it is the plan's history.
import { type Kysely, sql } from 'kysely';
import type { Identity } from '../plan/change.ts';
import { recipientKey } from '../reminders/recipients.ts';
import { atOnce, type Database } from './dialect.ts';
import { keyOf } from './rows.ts';
import type { HeldOfPerson, PersonStore } from './store.ts';
import type { Tables } from './tables.ts';

export function makePersons({ db }: Database): PersonStore {
  return {
    held: (identity) => heldOf(db, identity),
    forget: (identity) =>
      atOnce(db, async (transaction) => {
        const held = await heldOf(transaction, identity);
        await forgetAll(transaction, identity);
        return held;
      }),
  };
}

/** A piece of JSON, wherever it stands in a column. */
const has = (column: string, json: string) =>
  sql<boolean>`${sql.ref(column)} like ${`%${json.replaceAll(/[\\%_]/g, '\\$&')}%`} escape '\\'`;

const personKey = ({ tenant, person }: Identity) => keyOf(recipientKey({ kind: 'person', tenant, person }));

async function heldOf(db: Kysely<Tables>, identity: Identity): Promise<HeldOfPerson> {
  const recipient = personKey(identity);
  const count = async (table: 'subscription' | 'reference' | 'delivery'): Promise<number> => {
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
    conversations: await many(
      db
        .selectFrom('conversation')
        .select('key')
        .where(has('value', nameOf(identity))),
    ),
  };
}

const idsOf = ({ tenant, person }: Identity): string =>
  `"tenant":${JSON.stringify(tenant)},"person":${JSON.stringify(person)}`;
/** As the memory of a conversation names those who have written in it. */
const nameOf = ({ tenant, person }: Identity): string => JSON.stringify(`${tenant} ${person}`);
const isPerson = (identity: Identity) => has('body', `{${idsOf(identity)}`);
const isAuthor = (identity: Identity) => has('body', `"author":{${idsOf(identity)}`);

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
    .where(has('value', nameOf(identity)))
    .execute();
}
