// The first tables: ledger, proposals, conversations, questions, people. What has run anywhere is never edited.
import type { Kysely, Migration } from 'kysely';
import { sql } from 'kysely';
import type { Dialect } from '../dialect.ts';

export function ledgerAndState({ text, tableEnd }: Dialect): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('ledger')
        .addColumn('version', 'integer', (column) => column.primaryKey().check(sql`version > 0`))
        .addColumn('id', text, (column) => column.notNull().unique())
        .addColumn('at', text, (column) => column.notNull())
        .addColumn('body', text, (column) => column.notNull())
        .modifyEnd(tableEnd)
        .execute();
      await db.schema
        .createTable('proposal')
        .addColumn('id', text, (column) => column.notNull().primaryKey())
        .addColumn('expires_at', text, (column) => column.notNull())
        .addColumn('state', text, (column) => column.notNull())
        .addColumn('version', 'integer', (column) => column.unique().references('ledger.version'))
        .addColumn('body', text, (column) => column.notNull())
        .addCheckConstraint('proposal_state', sql`state in ('open', 'confirmed', 'withdrawn')`)
        .addCheckConstraint('proposal_version', sql`(state = 'confirmed') = (version is not null)`)
        .modifyEnd(tableEnd)
        .execute();
      await db.schema.createIndex('proposal_expires_at').on('proposal').column('expires_at').execute();
      await db.schema
        .createTable('conversation')
        .addColumn('key', text, (column) => column.notNull().primaryKey())
        .addColumn('value', text, (column) => column.notNull())
        .addColumn('written_at', text, (column) => column.notNull())
        .modifyEnd(tableEnd)
        .execute();
      await db.schema.createIndex('conversation_written_at').on('conversation').column('written_at').execute();
      await db.schema
        .createTable('question')
        .addColumn('id', text, (column) => column.notNull().primaryKey())
        .addColumn('verdict', text, (column) => column.notNull())
        .addColumn('form', text, (column) => column.notNull())
        .addColumn('text', text, (column) => column.notNull())
        .addColumn('times', 'integer', (column) => column.notNull())
        .addColumn('first_day', text, (column) => column.notNull())
        .addColumn('last_day', text, (column) => column.notNull())
        .addUniqueConstraint('question_form', ['verdict', 'form'])
        .modifyEnd(tableEnd)
        .execute();
      await db.schema
        .createTable('person')
        .addColumn('teams_id', text, (column) => column.notNull().primaryKey())
        .addColumn('seen_at', text, (column) => column.notNull())
        .addColumn('body', text, (column) => column.notNull())
        .modifyEnd(tableEnd)
        .execute();
      await db.schema.createIndex('person_seen_at').on('person').column('seen_at').execute();
    },
  };
}
