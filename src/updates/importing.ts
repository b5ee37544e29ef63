// A whole plan, read from a file, as a proposal.
import type { Clock } from '../clock.ts';
import type { UpdateRequest } from '../draft.ts';
import type { FileRemark, UpdateStage } from '../facts.ts';
import { type Author, type Change, conflicts, type ImportState } from '../plan/change.ts';
import type { LocalMoment } from '../plan/days.ts';
import { reviewOf } from '../plan/import-difference.ts';
import type { Proposal, ProposalStore } from '../store/store.ts';
import type { CurrentPlan } from './current-plan.ts';
import type { Preview } from './preview.ts';
import { proposalOf } from './proposals.ts';
import { doneBefore, refuse } from './stages.ts';
import { conflictWith, problemOf } from './verdict.ts';

export type ImportPlan = Extract<Change, { kind: 'import-plan' }>;

export interface Importing {
  /**
   * Makes a proposal of a plan.
   *
   * @param base the version that the plan was compared with
   */
  propose(
    change: ImportPlan,
    base: number,
    request: UpdateRequest,
    author: Author,
    now: LocalMoment,
    warnings: readonly FileRemark[],
  ): Promise<UpdateStage>;
  /** The plan of an earlier proposal: as a draft after all, or shown once more. */
  again(
    earlier: Proposal,
    state: ImportState,
    request: UpdateRequest,
    author: Author,
    now: LocalMoment,
  ): Promise<UpdateStage>;
  /** What the plan would do, with how it differs from the one that stands. */
  preview(
    proposal: Proposal,
    change: ImportPlan,
    request: UpdateRequest,
    now: LocalMoment,
    warnings: readonly FileRemark[],
  ): Promise<UpdateStage>;
}

export function makeImporting(
  current: CurrentPlan,
  proposals: ProposalStore,
  previewOf: Preview,
  clock: Clock,
): Importing {
  const propose: Importing['propose'] = async (change, base, request, author, now, warnings) => {
    const ledger = current.ledger();
    const meanwhile = conflicts({ ...change, state: 'published' }, base, ledger.entries);
    if (meanwhile.length > 0) return refuse(problemOf(conflictWith(meanwhile), ledger));
    const proposal = proposalOf(change, request, author, ledger.edition.version, clock());
    const draft = { kind: 'import-plan' as const, proposal: proposal.id, state: change.state };
    const shown = await preview(proposal, change, { ...request, draft }, now, warnings);
    if (shown.stage === 'preview') await proposals.add(proposal);
    return shown;
  };

  const again: Importing['again'] = async (earlier, state, request, author, now) => {
    if (earlier.change.kind !== 'import-plan') return refuse({ kind: 'no-proposal' });
    if (earlier.state.kind === 'confirmed') return doneBefore(earlier.state.version, current.ledger());
    return propose({ ...earlier.change, state }, earlier.base, request, author, now, []);
  };

  const preview: Importing['preview'] = async (proposal, change, request, now, warnings) => {
    const shown = await previewOf(proposal, { kind: 'ready', change, clashes: [] }, request, now);
    const review = reviewOf(current.ledger().edition.plan, change);
    return shown.stage === 'preview' ? { ...shown, imports: { review, warnings } } : shown;
  };

  return { propose, again, preview };
}

/** What a plan from a file is asked for with; which proposal it is of is known once it is made. */
export function bareRequest(state: ImportState): UpdateRequest {
  const draft = { kind: 'import-plan' as const, proposal: '', state };
  return { draft, reason: null, quiet: false, impossible: null };
}
