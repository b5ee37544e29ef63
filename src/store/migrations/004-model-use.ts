// What the language model has taken, a day a row. What has run anywhere is never edited.
import type { Kysely, Migration } from 'kysely';
import type { Dialect } from '../dialect.ts';

export function modelUse({ text, tableEnd }: Dialect): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('model_use')
        .addColumn('day', text, (column) => column.notNull().primaryKey())
        .addColumn('tokens', 'integer', (column) => column.notNull())
        .modifyEnd(tableEnd)
        .execute();
    },
  };
}
