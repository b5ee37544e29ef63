// Subscriptions found by what they are to tell of and by when they began, of which the database itself keeps account: also
// of what was written before, and is written by an older version beside this one. What has run anywhere is never edited.
import type { Kysely, Migration } from 'kysely';
import { sql } from 'kysely';
import type { Dialect } from '../dialect.ts';

export function interests({ text, bodyAsJson, generatedEnd }: Dialect): Migration {
  // What is missing shows when it is read: a row without an interest would be left out.
  const member = (name: string, otherwise = 'null') =>
    sql`coalesce(cast(${bodyAsJson} -> ${sql.lit(name)} as text), ${sql.lit(otherwise)})`;
  const [topic, leads, digest] = [member('topic'), member('leads'), member('digest', 'false')];
  const interest = sql`'{"topic":' || ${topic} || ',"leads":' || ${leads} || ',"digest":' || ${digest} || '}'`;
  const resumedAt = sql`${bodyAsJson} -> 'rested' ->> 'until'`;
  const begunAt = sql`case when ${resumedAt} > created_at then ${resumedAt} else created_at end`;
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .alterTable('subscription')
        .addColumn('interest', text, (column) => column.generatedAlwaysAs(interest).modifyEnd(generatedEnd))
        .execute();
      await db.schema
        .alterTable('subscription')
        .addColumn('begun_at', text, (column) => column.generatedAlwaysAs(begunAt).modifyEnd(generatedEnd))
        .execute();
      await db.schema
        .createIndex('subscription_interest')
        .on('subscription')
        .columns(['interest', 'recipient'])
        .execute();
      await db.schema.createIndex('subscription_begun_at').on('subscription').columns(['begun_at', 'id']).execute();
      await db.schema
        .createIndex('subscription_paused_until')
        .on('subscription')
        .columns(['paused_until', 'id'])
        .where(sql.ref('paused_until'), 'is not', null)
        .execute();
    },
  };
}
