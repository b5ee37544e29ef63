// The last step of a proposal: the next entry of the ledger, once.
import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { UpdateRequest } from '../draft.ts';
import type { LedgerChange, UpdateStage } from '../facts.ts';
import type { Log } from '../log.ts';
import type { LedgerEntry } from '../plan/change.ts';
import type { Ledger } from '../plan/fold.ts';
import { sizeOf } from '../reminders/audience.ts';
import type { Proposal, ProposalStore } from '../store/store.ts';
import type { CurrentPlan } from './current-plan.ts';
import type { Audience } from './preview.ts';
import { draftToEverybody } from './resolve-announcements.ts';
import { changeAt, refuse } from './stages.ts';
import { problemOf, verdict } from './verdict.ts';

export interface Confirming {
  /** A message to everybody goes nowhere before its author has seen how many that is; null where nothing is to be asked. */
  unsure(proposal: Proposal, sure?: number): Promise<UpdateStage | null>;
  /** Makes a proposal the ledger's next entry, however often it is asked for. */
  append(proposal: string): Promise<UpdateStage>;
}

export function makeConfirming(
  current: CurrentPlan,
  proposals: ProposalStore,
  audience: Audience,
  clock: Clock,
  log: Log,
): Confirming {
  async function unsure({ id, change, state, reason, quiet }: Proposal, sure?: number): Promise<UpdateStage | null> {
    if (change.kind !== 'announce' || state.kind !== 'open') return null;
    if (!change.audience.some(({ kind }) => kind === 'everyone')) return null;
    const count = sizeOf(await audience.reach(change));
    if (count === sure) return null;
    const { timeZone } = current.ledger().edition.plan.region;
    const request: UpdateRequest = { draft: draftToEverybody(change, timeZone), reason, quiet, impossible: null };
    return { stage: 'sure', proposal: id, request, audience: change.audience, count };
  }

  async function append(id: string): Promise<UpdateStage> {
    const at = clock().toISOString();
    const judge = (open: Proposal, since: readonly LedgerEntry[]) => verdict(open, current.ledger(), since, at);
    const confirmed = await proposals.confirm(id, { id: randomUUID(), at }, judge);
    await current.refresh();
    switch (confirmed.kind) {
      case 'appended':
        log.info({ version: confirmed.entry.version, change: confirmed.entry.change.kind }, 'the plan was changed');
        return { stage: 'done', change: appendedChange(confirmed.entry, current.ledger()), again: false };
      case 'already':
        return { stage: 'done', change: appendedChange(confirmed.entry, current.ledger()), again: true };
      case 'refused':
        return refuse(problemOf(confirmed.refusal, current.ledger()));
      case 'withdrawn':
        return refuse({ kind: 'withdrawn' });
      case 'missing':
        return refuse({ kind: 'no-proposal' });
    }
  }

  return { unsure, append };
}

function appendedChange(entry: LedgerEntry, ledger: Ledger): LedgerChange {
  return changeAt(entry.version, ledger) ?? { entry, applied: null, undone: false, source: null, notes: [] };
}
