// What those who were asked how it goes have answered. What has run anywhere is never edited.
import type { Kysely, Migration } from 'kysely';
import { sql } from 'kysely';
import type { Dialect } from '../dialect.ts';

export function reports({ text, tableEnd }: Dialect): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('report')
        .addColumn('id', text, (column) => column.notNull().primaryKey())
        .addColumn('meeting', text, (column) => column.notNull())
        .addColumn('state', text, (column) => column.notNull())
        .addColumn('version', 'integer')
        .addColumn('at', text, (column) => column.notNull())
        .addColumn('body', text, (column) => column.notNull())
        .addCheckConstraint('report_state', sql`state in ('open', 'approved', 'rejected')`)
        .addCheckConstraint('report_version', sql`(state = 'approved') = (version is not null)`)
        .modifyEnd(tableEnd)
        .execute();
      await db.schema.createIndex('report_meeting').on('report').column('meeting').execute();
      await db.schema.createIndex('report_state').on('report').column('state').execute();
    },
  };
}
