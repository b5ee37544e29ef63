// Whether a proposal may still become an entry: it may have grown too old, or something else touched the same meanwhile.
import { ledgerChanges } from '../answer/changes.ts';
import type { UpdateProblem } from '../facts.ts';
import { conflicts, type LedgerEntry } from '../plan/change.ts';
import type { Ledger } from '../plan/fold.ts';
import type { Proposal } from '../store/store.ts';

export type Refusal =
  | { readonly kind: 'expired' }
  | { readonly kind: 'conflict'; readonly versions: readonly number[] };
export type Verdict = { readonly kind: 'append' } | { readonly kind: 'refuse'; readonly refusal: Refusal };

/**
 * @param since what was appended after the proposal's base
 * @param at the instant of the confirmation, as JSON writes it
 */
export function verdict(proposal: Proposal, ledger: Ledger, since: readonly LedgerEntry[], at: string): Verdict {
  if (proposal.expiresAt < at) return { kind: 'refuse', refusal: { kind: 'expired' } };
  const known = ledger.entries.filter(({ version }) => version <= proposal.base);
  const meanwhile = conflicts(proposal.change, proposal.base, [...known, ...since]);
  if (meanwhile.length === 0) return { kind: 'append' };
  return { kind: 'refuse', refusal: conflictWith(meanwhile) };
}

export function conflictWith(meanwhile: readonly LedgerEntry[]): Refusal {
  return { kind: 'conflict', versions: meanwhile.map(({ version }) => version) };
}

/** A refusal as its author is told of it: with the changes that stand in the way. */
export function problemOf(refusal: Refusal, ledger: Ledger): UpdateProblem {
  if (refusal.kind !== 'conflict') return refusal;
  const meanwhile = ledgerChanges(ledger).filter(({ entry }) => refusal.versions.includes(entry.version));
  return { kind: 'conflict', meanwhile };
}
