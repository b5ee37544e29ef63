// Proposals, and the one way into the ledger: a proposal that is confirmed.
import type { Kysely, Transaction } from 'kysely';
import type { LedgerEntry } from '../plan/change.ts';
import type { Appended } from './appended.ts';
import { alone, type Database } from './dialect.ts';
import { append, entriesSince, entryAt, headOf } from './ledger.ts';
import { readRow, unfolded } from './rows.ts';
import { type Confirmed, type Judge, Proposal, type ProposalStore } from './store.ts';
import type { ProposalTable, Tables } from './tables.ts';

export function makeProposals(database: Database, appended: Appended): ProposalStore {
  const { db } = database;
  return {
    add: (proposal) => addProposal(db, proposal),
    find: (id) => findProposal(db, id),
    async confirm(id, entry, judge) {
      const confirmed = await alone(database, (transaction) => confirmIn(database, transaction, id, entry, judge));
      if (confirmed.kind === 'appended') appended.saw(confirmed.entry.version);
      return confirmed;
    },
    withdraw: (id) => alone(database, (transaction) => withdrawIn(transaction, id)),
    forget: (before) =>
      alone(database, async (transaction) => {
        await transaction.deleteFrom('proposal').where('expires_at', '<', before).execute();
      }),
  };
}

async function addProposal(db: Kysely<Tables>, proposal: Proposal): Promise<void> {
  const { id, state, expiresAt, ...rest } = Proposal.parse(proposal);
  const version = state.kind === 'confirmed' ? state.version : null;
  await db
    .insertInto('proposal')
    .values({ id, expires_at: expiresAt, state: state.kind, version, body: JSON.stringify(rest) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

export async function findProposal(db: Kysely<Tables>, id: string): Promise<Proposal | null> {
  const row = await db.selectFrom('proposal').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? proposalOf(row) : null;
}

function proposalOf({ id, expires_at: expiresAt, state: kind, version, body }: ProposalTable): Proposal {
  const state = kind === 'confirmed' ? { kind, version } : { kind };
  return readRow(Proposal, 'proposal', id, () => unfolded(body, { id, expiresAt, state }));
}

async function confirmIn<Refusal>(
  { dialect }: Database,
  transaction: Transaction<Tables>,
  id: string,
  { id: entryId, at }: Pick<LedgerEntry, 'id' | 'at'>,
  judge: Judge<Refusal>,
): Promise<Confirmed<Refusal>> {
  const proposal = await findProposal(transaction, id);
  if (!proposal) return { kind: 'missing' };
  if (proposal.state.kind === 'withdrawn') return { kind: 'withdrawn' };
  if (proposal.state.kind === 'confirmed') {
    return { kind: 'already', entry: await entryAt(transaction, proposal.state.version) };
  }
  const judged = judge(proposal, await entriesSince(transaction, proposal.base));
  if (judged.kind === 'refuse') return { kind: 'refused', refusal: judged.refusal };
  const { author, change, reason, quiet, base } = proposal;
  const version = (await headOf(transaction)) + 1;
  const entry: LedgerEntry = { version, id: entryId, at, author, reason, base, quiet, change };
  await append(transaction, entry);
  await settle(transaction, id, { state: 'confirmed', version });
  await dialect.announce(transaction, version);
  return { kind: 'appended', entry };
}

async function withdrawIn(transaction: Transaction<Tables>, id: string): Promise<boolean> {
  return (await settle(transaction, id, { state: 'withdrawn', version: null })) > 0n;
}

/** An open proposal becomes something else; the number of those that did. */
async function settle(
  transaction: Transaction<Tables>,
  id: string,
  to: Pick<ProposalTable, 'state' | 'version'>,
): Promise<bigint> {
  const { numUpdatedRows } = await transaction
    .updateTable('proposal')
    .set(to)
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return numUpdatedRows;
}
