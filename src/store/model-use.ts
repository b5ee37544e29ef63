// How many tokens the language model has taken, a day a row: several instances spend from the same purse.
import type { Kysely } from 'kysely';
import type { ModelUseStore } from './store.ts';
import type { Tables } from './tables.ts';

export function makeModelUse(db: Kysely<Tables>): ModelUseStore {
  return {
    async spentOn(day) {
      const row = await db.selectFrom('model_use').select('tokens').where('day', '=', day).executeTakeFirst();
      return Number(row?.tokens ?? 0);
    },
    async add(day, tokens) {
      await db
        .insertInto('model_use')
        .values({ day, tokens })
        .onConflict((conflict) =>
          conflict.column('day').doUpdateSet(({ eb, ref }) => ({ tokens: eb(ref('model_use.tokens'), '+', tokens) })),
        )
        .execute();
    },
  };
}
