// A proposal: a change with its author and the version it is made against, and the entry that it would be.
import { randomBytes, randomUUID } from 'node:crypto';
import type { UpdateRequest } from '../draft.ts';
import type { Author, Change, LedgerEntry } from '../plan/change.ts';
import type { Proposal } from '../store/store.ts';
import { cleaned } from './resolution.ts';

/** How long a preview can be confirmed: a working day. */
const validForMs = 8 * 60 * 60_000;

export function proposalOf(
  change: Change,
  { reason, quiet }: Pick<UpdateRequest, 'reason' | 'quiet'>,
  author: Author,
  base: number,
  at: Date,
): Proposal {
  return {
    id: randomBytes(16).toString('base64url'),
    author,
    change,
    reason: (reason && cleaned(reason)) || null,
    quiet,
    base,
    createdAt: at.toISOString(),
    expiresAt: new Date(at.getTime() + validForMs).toISOString(),
    state: { kind: 'open' },
  };
}

/** The entry that a proposal would be, if it were confirmed as the next after a version. */
export function tentative({ author, change, reason, quiet, base, createdAt }: Proposal, version: number): LedgerEntry {
  return { version: version + 1, id: randomUUID(), at: createdAt, author, reason, base, quiet, change };
}
