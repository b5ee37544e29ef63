// Messages of the secretariat: found by the change that ordered them, and who wants none. What has run anywhere is never edited.
import type { Kysely, Migration } from 'kysely';
import type { Dialect } from '../dialect.ts';

export function announcements({ text, tableEnd }: Dialect): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema.alterTable('delivery').addColumn('version', 'integer').execute();
      await db.schema.createIndex('delivery_version').on('delivery').columns(['version', 'key']).execute();
      await db.schema
        .createTable('silence')
        .addColumn('recipient', text, (column) => column.notNull().primaryKey())
        .addColumn('until', text, (column) => column.notNull())
        .modifyEnd(tableEnd)
        .execute();
    },
  };
}
