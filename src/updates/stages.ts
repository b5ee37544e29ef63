// Where a change stands on its way into the ledger, as its author is told.
import { ledgerChanges } from '../answer/changes.ts';
import type { UpdateRequest } from '../draft.ts';
import type { LedgerChange, UpdateProblem, UpdateStage } from '../facts.ts';
import type { Change } from '../plan/change.ts';
import type { Ledger } from '../plan/fold.ts';
import type { Resolution } from './resolution.ts';

export const refuse = (problem: UpdateProblem): UpdateStage => ({ stage: 'refused', problem });

/** A request that comes to no change yet. */
export function unresolved(resolution: Exclude<Resolution, { kind: 'ready' }>, request: UpdateRequest): UpdateStage {
  switch (resolution.kind) {
    case 'ask':
      return { stage: 'ask', slot: resolution.slot, request: resolution.request ?? request };
    case 'choose':
      return { stage: 'choose', slot: resolution.slot, request, options: resolution.options };
    case 'refused':
      return refuse(resolution.problem);
  }
}

/** Made before, as somebody who looks or confirms again is told. */
export function doneBefore(version: number, ledger: Ledger): UpdateStage {
  const done = changeAt(version, ledger);
  return done ? { stage: 'done', change: done, again: true } : refuse({ kind: 'no-proposal' });
}

/** Called off; a change that was to be taken back stands. */
export function withdrawn(change: Change, ledger: Ledger): UpdateStage {
  const stands = change.kind === 'undo' ? changeAt(change.version, ledger) : undefined;
  return { stage: 'withdrawn', ...(stands && !stands.undone ? { stands } : {}) };
}

export function changeAt(version: number, ledger: Ledger): LedgerChange | undefined {
  return ledgerChanges(ledger).find(({ entry }) => entry.version === version);
}
