// The addresses of calendar feeds, and the bot's own secrets. What has run anywhere is never edited.
import type { Kysely, Migration } from 'kysely';
import { sql } from 'kysely';
import type { Dialect } from '../dialect.ts';

export function feeds({ text, tableEnd }: Dialect): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('feed')
        .addColumn('hash', text, (column) => column.notNull().primaryKey())
        .addColumn('id', text, (column) => column.notNull())
        .addColumn('tenant', text, (column) => column.notNull())
        .addColumn('person', text, (column) => column.notNull())
        .addColumn('state', text, (column) => column.notNull())
        .addColumn('ended_at', text)
        .addColumn('fetched_on', text)
        .addColumn('fetched_by', text)
        .addColumn('body', text, (column) => column.notNull())
        .addCheckConstraint('feed_state', sql`state in ('live', 'replaced', 'revoked')`)
        .addCheckConstraint('feed_ended', sql`(state = 'live') = (ended_at is null)`)
        .addCheckConstraint('feed_fetched', sql`(fetched_on is null) = (fetched_by is null)`)
        .modifyEnd(tableEnd)
        .execute();
      await db.schema.createIndex('feed_owner').on('feed').columns(['tenant', 'person']).execute();
      await db.schema
        .createIndex('feed_live')
        .on('feed')
        .column('id')
        .unique()
        .where(sql.ref('state'), '=', sql.lit('live'))
        .execute();
      await db.schema
        .createTable('secret')
        .addColumn('name', text, (column) => column.notNull().primaryKey())
        .addColumn('value', text, (column) => column.notNull())
        .modifyEnd(tableEnd)
        .execute();
    },
  };
}
