// Who wants no messages of the secretariat, and until when: a row a recipient.
import type { Kysely } from 'kysely';
import { recipientKey } from '../reminders/recipients.ts';
import type { SilenceStore } from './reminder-stores.ts';
import { keyOf } from './rows.ts';
import type { Tables } from './tables.ts';

export function makeSilences(db: Kysely<Tables>): SilenceStore {
  return {
    async put(recipient, until) {
      await db
        .insertInto('silence')
        .values({ recipient: keyOf(recipientKey(recipient)), until })
        .onConflict((conflict) => conflict.column('recipient').doUpdateSet({ until }))
        .execute();
    },
    async until(recipient) {
      const row = await db
        .selectFrom('silence')
        .select('until')
        .where('recipient', '=', keyOf(recipientKey(recipient)))
        .executeTakeFirst();
      return row?.until ?? null;
    },
    async remove(recipient) {
      const { numDeletedRows } = await db
        .deleteFrom('silence')
        .where('recipient', '=', keyOf(recipientKey(recipient)))
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
  };
}
