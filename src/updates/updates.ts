// How a change gets into the ledger: request → proposal and preview → confirmation → entry. Nothing else appends.
import type { Clock } from '../clock.ts';
import type { UpdateRequest } from '../draft.ts';
import type { FileRemark, Standing, UpdateStage } from '../facts.ts';
import type { Log } from '../log.ts';
import type { Author, Change, ImportedPlan, ImportState } from '../plan/change.ts';
import type { LocalMoment } from '../plan/days.ts';
import { localAt } from '../plan/wall-clock.ts';
import type { Holidays } from '../plan/working-days.ts';
import type { KnownPerson, Proposal, ProposalStore } from '../store/store.ts';
import { makeConfirming } from './confirming.ts';
import type { CurrentPlan } from './current-plan.ts';
import { bareRequest, type ImportPlan, makeImporting } from './importing.ts';
import { type Audience, makePreview } from './preview.ts';
import { proposalOf } from './proposals.ts';
import type { Setting } from './resolution.ts';
import { resolve } from './resolve.ts';
import { normalised, samePerson, standingOf } from './rights.ts';
import { changeAt, doneBefore, refuse, unresolved, withdrawn } from './stages.ts';
import { problemOf, verdict } from './verdict.ts';

/** Who asks, and whom their message mentions. */
export interface Asker {
  readonly identity: Author | null;
  /** The channel or group chat that they ask in, as Teams writes it; null in a chat of their own. */
  readonly conversation: string | null;
  readonly mentioned: readonly KnownPerson[];
}

export interface Updates {
  standing(asker: Asker): Standing;
  /** Makes a proposal of a request, or tells what it lacks or why it cannot be. */
  prepare(request: UpdateRequest, asker: Asker, now: LocalMoment): Promise<UpdateStage>;
  /** Makes a proposal of a whole plan that has been checked and compared with the plan as it stands. */
  prepareImport(
    plan: ImportedPlan,
    state: ImportState,
    warnings: readonly FileRemark[],
    asker: Asker,
  ): Promise<UpdateStage>;
  /**
   * Makes a proposal the ledger's next entry, once, however often it is asked for.
   *
   * @param sure how many a message to everybody goes to, as its author was shown; absent where they were not yet
   */
  confirm(proposal: string, asker: Asker, sure?: number): Promise<UpdateStage>;
  withdraw(proposal: string, asker: Asker): Promise<UpdateStage>;
  /**
   * How a proposal stands now: what a card that is seen again shows. Nothing is done.
   *
   * @param request what it was made of; null where that is no longer known
   */
  look(proposal: string, request: UpdateRequest | null, asker: Asker, now: LocalMoment): Promise<UpdateStage>;
  /** Whether somebody belongs to the secretariat; that they do not is logged. */
  mayChange(asker: Asker, step: string): boolean;
  /** Makes a change that was shown in full and only had to be said yes to the next entry, once for its id. */
  accept(accepted: Accepted, asker: Asker): Promise<UpdateStage>;
}

/** A change with the version that it was made against, and an id that stays the same however often it is accepted. */
export interface Accepted {
  readonly id: string;
  readonly change: Change;
  readonly base: number;
}

/**
 * Makes the one way into the ledger.
 *
 * @param named Entra object ids of the secretaries whom the settings name, lower case
 */
export function makeUpdates(
  current: CurrentPlan,
  proposals: ProposalStore,
  named: readonly string[],
  holidays: Holidays,
  audience: Audience,
  clock: Clock,
  log: Log,
): Updates {
  const preview = makePreview(current, audience, holidays);
  const importing = makeImporting(current, proposals, preview, clock);
  const confirming = makeConfirming(current, proposals, audience, clock, log);

  const standing = ({ identity }: Asker): Standing => standingOf(identity, named, current.ledger().edition);

  /** Asked at every step: whoever was a secretary at the preview may not be one at the confirmation. */
  function allowed(asker: Asker, step: string): Author | null {
    const { identity } = asker;
    if (identity && standing(asker) === 'secretary') return { ...identity, ...normalised(identity) };
    log.warn({ step, person: identity?.person ?? null }, 'refused to somebody who is not a secretary');
    return null;
  }

  async function prepare(request: UpdateRequest, asker: Asker, now: LocalMoment): Promise<UpdateStage> {
    await current.refresh();
    const author = allowed(asker, 'prepare');
    if (!author) return refuse({ kind: 'not-allowed' });
    const { draft } = request;
    if (draft.kind === 'import-plan') {
      const earlier = await mine(draft.proposal, author);
      return 'stage' in earlier ? earlier : importing.again(earlier, draft.state, request, author, now);
    }
    const resolution = resolve(request, await settingFor(request, asker, author, now));
    if (resolution.kind !== 'ready') return unresolved(resolution, request);
    const proposal = proposalOf(resolution.change, request, author, current.ledger().edition.version, clock());
    const shown = await preview(proposal, resolution, request, now);
    if (shown.stage === 'preview') await proposals.add(proposal);
    return shown;
  }

  async function settingFor(
    { draft }: UpdateRequest,
    { mentioned, conversation }: Asker,
    author: Author,
    now: LocalMoment,
  ): Promise<Setting> {
    const places = draft.kind === 'announce' ? await audience.places() : [];
    const here = conversation?.split(';')[0]?.toLowerCase();
    const found = places.find((place) => place.conversation === here && place.tenant === author.tenant);
    return { ledger: current.ledger(), now, author, mentioned, named, places, here: found ?? null };
  }

  async function prepareImport(
    plan: ImportedPlan,
    state: ImportState,
    warnings: readonly FileRemark[],
    asker: Asker,
  ): Promise<UpdateStage> {
    const author = allowed(asker, 'import');
    if (!author) return refuse({ kind: 'not-allowed' });
    const change: ImportPlan = { kind: 'import-plan', state, ...plan };
    const { plan: before, version } = current.ledger().edition;
    const now = localAt(clock(), before.region.timeZone);
    return importing.propose(change, version, bareRequest(state), author, now, warnings);
  }

  async function look(id: string, request: UpdateRequest | null, asker: Asker, now: LocalMoment): Promise<UpdateStage> {
    await current.refresh();
    const author = allowed(asker, 'look');
    if (!author) return refuse({ kind: 'not-allowed' });
    const proposal = await mine(id, author);
    if ('stage' in proposal) return proposal;
    const { state, change } = proposal;
    const ledger = current.ledger();
    if (state.kind === 'withdrawn') return withdrawn(change, ledger);
    if (state.kind === 'confirmed') return doneBefore(state.version, ledger);
    const judged = verdict(proposal, ledger, ledger.entries, clock().toISOString());
    if (judged.kind === 'refuse') return refuse(problemOf(judged.refusal, ledger));
    if (change.kind === 'import-plan' && request) return importing.preview(proposal, change, request, now, []);
    const resolution = request && resolve(request, await settingFor(request, asker, author, now));
    if (request === null || resolution?.kind !== 'ready') return refuse({ kind: 'no-proposal' });
    return preview(proposal, resolution, request, now);
  }

  /** What stands in the way of a proposal, whoever asks for what of it. */
  async function mine(id: string, author: Author): Promise<Proposal | UpdateStage> {
    const proposal = await proposals.find(id);
    if (!proposal) return refuse({ kind: 'no-proposal' });
    if (samePerson(proposal.author, author)) return proposal;
    log.warn({ person: author.person }, 'a proposal of somebody else was pressed');
    return refuse({ kind: 'foreign' });
  }

  async function confirm(id: string, asker: Asker, sure?: number): Promise<UpdateStage> {
    await current.refresh();
    const author = allowed(asker, 'confirm');
    if (!author) return refuse({ kind: 'not-allowed' });
    const proposal = await mine(id, author);
    if ('stage' in proposal) return proposal;
    return (await confirming.unsure(proposal, sure)) ?? confirming.append(id);
  }

  async function accept({ id, change, base }: Accepted, asker: Asker): Promise<UpdateStage> {
    await current.refresh();
    const author = allowed(asker, 'accept');
    if (!author) return refuse({ kind: 'not-allowed' });
    const request = { reason: null, quiet: false };
    await proposals.add({ ...proposalOf(change, request, author, base, clock()), id });
    return confirming.append(id);
  }

  async function withdraw(id: string, asker: Asker): Promise<UpdateStage> {
    const author = allowed(asker, 'withdraw');
    if (!author) return refuse({ kind: 'not-allowed' });
    const proposal = await mine(id, author);
    if ('stage' in proposal) return proposal;
    const { state } = proposal;
    if (state.kind !== 'confirmed') {
      await proposals.withdraw(id);
      return withdrawn(proposal.change, current.ledger());
    }
    const done = changeAt(state.version, current.ledger());
    return refuse(done ? { kind: 'already-done', change: done } : { kind: 'no-proposal' });
  }

  const mayChange = (asker: Asker, step: string): boolean => allowed(asker, step) !== null;

  return { standing, prepare, prepareImport, confirm, withdraw, look, mayChange, accept };
}
