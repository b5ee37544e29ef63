// Those who have written to the bot, by Teams' own id.
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { Identity } from '../plan/change.ts';
import { keyOf, readRow, unfolded } from './rows.ts';
import type { KnownPerson, PeopleStore } from './store.ts';
import type { Tables } from './tables.ts';

const Known = z.strictObject({ ...Identity.shape, name: z.string(), teamsId: z.string() });

export function makePeople(db: Kysely<Tables>): PeopleStore {
  return {
    remember: (person, at) => rememberPerson(db, person, at),
    byTeamsId: (teamsId) => findPerson(db, teamsId),
    async forget(before) {
      await db.deleteFrom('person').where('seen_at', '<', before).execute();
    },
  };
}

async function rememberPerson(db: Kysely<Tables>, person: KnownPerson, at: string): Promise<void> {
  const { teamsId, ...rest } = Known.parse(person);
  await db
    .insertInto('person')
    .values({ teams_id: keyOf(teamsId), seen_at: at, body: JSON.stringify(rest) })
    .onConflict((conflict) =>
      conflict.column('teams_id').doUpdateSet(({ ref }) => ({
        seen_at: ref('excluded.seen_at'),
        body: ref('excluded.body'),
      })),
    )
    .execute();
}

async function findPerson(db: Kysely<Tables>, teamsId: string): Promise<KnownPerson | null> {
  const row = await db.selectFrom('person').select('body').where('teams_id', '=', keyOf(teamsId)).executeTakeFirst();
  return row ? readRow(Known, 'person', teamsId, () => unfolded(row.body, { teamsId })) : null;
}
