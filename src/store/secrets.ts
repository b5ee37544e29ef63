// Secrets that the bot made for itself; whoever asks first makes one, and all have the same.
import type { Kysely } from 'kysely';
import type { SecretStore } from './store.ts';
import type { Tables } from './tables.ts';

export function makeSecrets(db: Kysely<Tables>): SecretStore {
  return {
    async keep(name, made) {
      await db
        .insertInto('secret')
        .values({ name, value: made })
        .onConflict((conflict) => conflict.column('name').doNothing())
        .execute();
      const { value } = await db
        .selectFrom('secret')
        .select('value')
        .where('name', '=', name)
        .executeTakeFirstOrThrow();
      return value;
    },
  };
}
