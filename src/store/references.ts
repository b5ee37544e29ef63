// Where recipients are reached in Teams: a row a recipient.
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { recipientKey } from '../reminders/recipients.ts';
import { Reference, type ReferenceStore } from './reminder-stores.ts';
import { keyOf, pagesOf, readRow, unfolded } from './rows.ts';
import type { ReferenceTable, Tables } from './tables.ts';

const Refreshed = Reference.omit({ state: true });

export function makeReferences(db: Kysely<Tables>): ReferenceStore {
  return {
    put: (reference) => putReference(db, reference),
    async find(recipient) {
      const key = keyOf(recipientKey(recipient));
      const row = await db.selectFrom('reference').selectAll().where('recipient', '=', key).executeTakeFirst();
      return row ? referenceOf(row) : null;
    },
    async gone(recipient, reason, at) {
      await db
        .updateTable('reference')
        .set({ state: 'gone', reason, gone_at: at })
        .where('recipient', '=', keyOf(recipientKey(recipient)))
        .execute();
    },
    async remove(recipient) {
      await db
        .deleteFrom('reference')
        .where('recipient', '=', keyOf(recipientKey(recipient)))
        .execute();
    },
    async removeTeam(tenant, team) {
      await db.deleteFrom('reference').where('tenant', '=', keyOf(tenant)).where('team', '=', keyOf(team)).execute();
    },
    async forget(before) {
      await db.deleteFrom('reference').where('gone_at', '<', before).execute();
    },
    count: () => countReferences(db),
    all: () => everyReference(db),
    async conversations() {
      const rows = await db
        .selectFrom('reference')
        .selectAll()
        .where('recipient', 'like', 'conversation %')
        .orderBy('refreshed_at', 'desc')
        .orderBy('recipient')
        .execute();
      return rows.map(referenceOf);
    },
  };
}

/** Every message brings the same again; a row is only written anew where that tells something. */
const staleAfterMs = 3_600_000;

async function putReference(db: Kysely<Tables>, reference: Omit<Reference, 'state'>): Promise<void> {
  const { conversation, refreshedAt, ...rest } = Refreshed.parse(reference);
  const row = {
    recipient: keyOf(recipientKey(rest.recipient)),
    tenant: keyOf(rest.recipient.tenant),
    team: rest.team === null ? null : keyOf(rest.team),
    conversation: conversation === null ? null : JSON.stringify(conversation),
    refreshed_at: refreshedAt,
    body: JSON.stringify(rest),
  };
  const revived = { state: 'alive', reason: null, gone_at: null } as const;
  const { conversation: _kept, ...withoutConversation } = row;
  const stale = new Date(Date.parse(refreshedAt) - staleAfterMs).toISOString();
  await db
    .insertInto('reference')
    .values({ ...row, ...revived })
    .onConflict((conflict) =>
      conflict
        .column('recipient')
        .doUpdateSet(conversation === null ? withoutConversation : { ...row, ...revived })
        .where(({ eb, or }) =>
          or([
            eb('reference.refreshed_at', '<=', stale),
            eb('reference.body', '!=', row.body),
            ...(row.conversation === null
              ? []
              : [
                  eb('reference.state', '!=', revived.state),
                  eb('reference.conversation', 'is distinct from', row.conversation),
                ]),
          ]),
        ),
    )
    .execute();
}

export function referenceOf(row: ReferenceTable): Reference {
  const state = row.state === 'alive' ? { kind: row.state } : { kind: row.state, reason: row.reason, at: row.gone_at };
  return readRow(Reference, 'reference', row.recipient, () => {
    const conversation: unknown = row.conversation === null ? null : JSON.parse(row.conversation);
    return unfolded(row.body, { conversation, state, refreshedAt: row.refreshed_at });
  });
}

const Count = z.object({ state: z.enum(['alive', 'gone']), many: z.coerce.number() });

async function countReferences(db: Kysely<Tables>): Promise<{ readonly alive: number; readonly gone: number }> {
  const rows = await db
    .selectFrom('reference')
    .select(({ fn }) => ['state', fn.countAll().as('many')])
    .groupBy('state')
    .execute();
  const counts = rows.map((row) => Count.parse(row));
  const of = (state: 'alive' | 'gone') => counts.find((count) => count.state === state)?.many ?? 0;
  return { alive: of('alive'), gone: of('gone') };
}

async function* everyReference(db: Kysely<Tables>): AsyncGenerator<Reference> {
  const all = db.selectFrom('reference').selectAll().orderBy('recipient');
  const pages = pagesOf<ReferenceTable>((last, most) =>
    all
      .where('recipient', '>', last?.recipient ?? '')
      .limit(most)
      .execute(),
  );
  for await (const rows of pages) for (const row of rows) yield referenceOf(row);
}
