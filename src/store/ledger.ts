// The ledger's rows: appended, never changed.
import type { Kysely } from 'kysely';
import { LedgerEntry } from '../plan/change.ts';
import type { Appended } from './appended.ts';
import { readRow, unfolded } from './rows.ts';
import type { LedgerStore } from './store.ts';
import type { LedgerTable, Tables } from './tables.ts';

export function makeLedger(db: Kysely<Tables>, appended: Appended): LedgerStore {
  return {
    since: (version) => entriesSince(db, version),
    onAppended: (listener) => appended.listen(listener),
  };
}

/** The newest version; 0 where nothing was appended. */
export async function headOf(db: Kysely<Tables>): Promise<number> {
  const { head } = await db
    .selectFrom('ledger')
    .select(({ fn }) => fn.max<number | null>('version').as('head'))
    .executeTakeFirstOrThrow();
  return head ?? 0;
}

export async function entriesSince(db: Kysely<Tables>, version: number): Promise<LedgerEntry[]> {
  const rows = await db.selectFrom('ledger').selectAll().where('version', '>', version).orderBy('version').execute();
  return rows.map(entryOf);
}

export async function entryAt(db: Kysely<Tables>, version: number): Promise<LedgerEntry> {
  return entryOf(await db.selectFrom('ledger').selectAll().where('version', '=', version).executeTakeFirstOrThrow());
}

function entryOf({ version, id, at, body }: LedgerTable): LedgerEntry {
  return readRow(LedgerEntry, 'ledger', version, () => unfolded(body, { version, id, at }));
}

/** Appends an entry whose version is the next. */
export async function append(db: Kysely<Tables>, entry: LedgerEntry): Promise<void> {
  const { version, id, at, ...rest } = LedgerEntry.parse(entry);
  await db
    .insertInto('ledger')
    .values({ version, id, at, body: JSON.stringify(rest) })
    .execute();
}
