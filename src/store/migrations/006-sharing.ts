// What instances that share a database tell each other of the turns under way. What has run anywhere is never edited.
import type { Kysely, Migration } from 'kysely';
import { sql } from 'kysely';
import type { Dialect } from '../dialect.ts';

export function sharing({ text, tableEnd, isExclusive }: Dialect): Migration {
  return {
    async up(db: Kysely<unknown>) {
      // One process has it all in memory.
      if (isExclusive) return;
      await db.schema
        .createTable('claim')
        .addColumn('name', text, (column) => column.notNull().primaryKey())
        .addColumn('holder', text, (column) => column.notNull())
        .addColumn('until', text, (column) => column.notNull())
        .addColumn('outcome', text)
        .modifyEnd(tableEnd)
        .execute();
      await db.schema.createIndex('claim_until').on('claim').column('until').execute();
      await db.schema
        .createTable('minute_count')
        .addColumn('key', text, (column) => column.notNull().primaryKey())
        .addColumn('since', text, (column) => column.notNull())
        .addColumn('times', 'integer', (column) => column.notNull())
        .modifyEnd(tableEnd)
        .execute();
      await db.schema.createIndex('minute_count_since').on('minute_count').column('since').execute();
      // Worth nothing after a crash, and written at every message.
      await sql`alter table claim set unlogged`.execute(db);
      await sql`alter table minute_count set unlogged`.execute(db);
    },
  };
}
