// How a change gets into the ledger: request → proposal and preview → confirmation → entry. Nothing else appends.
import { randomBytes, randomUUID } from 'node:crypto';
import { ledgerChanges } from '../answer/changes.ts';
import type { Clock } from '../clock.ts';
import { anyMeeting, type UpdateRequest } from '../draft.ts';
import type { FileRemark, LedgerChange, OfficeReminders, Standing, UpdateProblem, UpdateStage } from '../facts.ts';
import type { Log } from '../log.ts';
import type { Announce } from '../plan/announcement.ts';
import {
  type Author,
  type Change,
  conflicts,
  type ImportedPlan,
  type ImportState,
  type LedgerEntry,
} from '../plan/change.ts';
import type { LocalMoment } from '../plan/days.ts';
import type { Edition, Ledger } from '../plan/fold.ts';
import { reviewOf } from '../plan/import-difference.ts';
import { localAt } from '../plan/wall-clock.ts';
import type { Holidays } from '../plan/working-days.ts';
import { type Reach, sizeOf } from '../reminders/audience.ts';
import type { KnownPerson, Proposal, ProposalStore } from '../store/store.ts';
import { clashesOf } from './clashes.ts';
import type { CurrentPlan } from './current-plan.ts';
import { cleaned, type Place, type Resolution, type Setting } from './resolution.ts';
import { resolve } from './resolve.ts';
import { draftToEverybody } from './resolve-announcements.ts';
import { normalised, samePerson, standingOf } from './rights.ts';

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

/** Who would be told of the last change of a ledger, and whom a message reaches. */
export interface Audience {
  /** How many people, chats and channels it would be told to, and what offices bring with it. */
  consequences(ledger: Ledger): Promise<{ readonly told: number; readonly offices: readonly OfficeReminders[] }>;
  reach(change: Announce): Promise<Reach>;
  /** The channels and group chats that the bot is in. */
  places(): Promise<readonly Place[]>;
}

/** How long a preview can be confirmed: a working day. */
const validForMs = 8 * 60 * 60_000;

const refuse = (problem: UpdateProblem): UpdateStage => ({ stage: 'refused', problem });

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
    if (draft.kind === 'import-plan') return importAgain(draft, request, author, now);
    const resolution = resolve(request, await settingFor(request, asker, author, now));
    if (resolution.kind !== 'ready') return stageOf(resolution, request);
    const proposal = proposalOf(resolution.change, request, author);
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
    return proposeImport(change, version, bareRequest(state), author, now, warnings);
  }

  /** The plan of an earlier proposal: as a draft after all, or shown once more. */
  async function importAgain(
    { proposal: id, state }: Extract<UpdateRequest['draft'], { kind: 'import-plan' }>,
    request: UpdateRequest,
    author: Author,
    now: LocalMoment,
  ): Promise<UpdateStage> {
    const earlier = await mine(id, author);
    if ('stage' in earlier) return earlier;
    if (earlier.change.kind !== 'import-plan') return refuse({ kind: 'no-proposal' });
    if (earlier.state.kind === 'confirmed') return doneAt(earlier.state.version);
    return proposeImport({ ...earlier.change, state }, earlier.base, request, author, now, []);
  }

  /** @param base the version that the plan was compared with */
  async function proposeImport(
    change: ImportPlan,
    base: number,
    request: UpdateRequest,
    author: Author,
    now: LocalMoment,
    warnings: readonly FileRemark[],
  ): Promise<UpdateStage> {
    const meanwhile = conflicts({ ...change, state: 'published' }, base, current.ledger().entries);
    if (meanwhile.length > 0) {
      return refuse(told({ kind: 'conflict', versions: meanwhile.map(({ version }) => version) }));
    }
    const proposal = proposalOf(change, request, author);
    const draft = { kind: 'import-plan' as const, proposal: proposal.id, state: change.state };
    const shown = await previewImport(proposal, change, { ...request, draft }, now, warnings);
    if (shown.stage === 'preview') await proposals.add(proposal);
    return shown;
  }

  async function previewImport(
    proposal: Proposal,
    change: ImportPlan,
    request: UpdateRequest,
    now: LocalMoment,
    warnings: readonly FileRemark[],
  ): Promise<UpdateStage> {
    const shown = await preview(proposal, { kind: 'ready', change, clashes: [] }, request, now);
    const review = reviewOf(current.ledger().edition.plan, change);
    return shown.stage === 'preview' ? { ...shown, imports: { review, warnings } } : shown;
  }

  async function preview(
    proposal: Proposal,
    { clashes, undoes }: Extract<Resolution, { kind: 'ready' }>,
    request: UpdateRequest,
    now: LocalMoment,
  ): Promise<UpdateStage> {
    const { change } = proposal;
    const before = current.ledger().edition;
    const entry = tentative(proposal, before);
    const applied = current.ledgerWith(entry).edition.applied.get(entry.version);
    if (!applied || applied.differences.length === 0) return refuse({ kind: 'unchanged' });
    const reach = change.kind === 'announce' ? await audience.reach(change) : null;
    if (change.kind === 'announce' && reach && sizeOf(reach) === 0) {
      return refuse({ kind: 'no-recipients', audience: change.audience });
    }
    const { told, offices } = await audience.consequences(current.ledgerWith(entry));
    return {
      stage: 'preview',
      request: settled(request, change),
      proposal: proposal.id,
      change,
      applied,
      clashes: [...clashes, ...clashesOf(change, applied, before.plan, now, holidays)],
      reason: proposal.reason,
      told: proposal.quiet ? null : reach ? sizeOf(reach) : told,
      offices,
      reach,
      undoes: undoes ?? null,
    };
  }

  async function look(id: string, request: UpdateRequest | null, asker: Asker, now: LocalMoment): Promise<UpdateStage> {
    await current.refresh();
    const author = allowed(asker, 'look');
    if (!author) return refuse({ kind: 'not-allowed' });
    const proposal = await mine(id, author);
    if ('stage' in proposal) return proposal;
    const { state } = proposal;
    if (state.kind === 'withdrawn') return withdrawn(proposal);
    if (state.kind === 'confirmed') return doneAt(state.version);
    const judged = verdict(proposal, current.ledger().entries, clock().toISOString());
    if (judged.kind === 'refuse') return refuse(told(judged.refusal));
    const { change } = proposal;
    if (change.kind === 'import-plan' && request) return previewImport(proposal, change, request, now, []);
    const resolution = request && resolve(request, await settingFor(request, asker, author, now));
    if (request === null || resolution?.kind !== 'ready') return refuse({ kind: 'no-proposal' });
    return preview(proposal, resolution, request, now);
  }

  function proposalOf(
    change: Change,
    { reason, quiet }: Pick<UpdateRequest, 'reason' | 'quiet'>,
    author: Author,
  ): Proposal {
    const at = clock();
    return {
      id: randomBytes(16).toString('base64url'),
      author,
      change,
      reason: (reason && cleaned(reason)) || null,
      quiet,
      base: current.ledger().edition.version,
      createdAt: at.toISOString(),
      expiresAt: new Date(at.getTime() + validForMs).toISOString(),
      state: { kind: 'open' },
    };
  }

  /** What stands in the way of a proposal, whoever asks for what of it. */
  async function mine(id: string, author: Author): Promise<Proposal | UpdateStage> {
    const proposal = await proposals.find(id);
    if (!proposal) return refuse({ kind: 'no-proposal' });
    if (samePerson(proposal.author, author)) return proposal;
    log.warn({ person: author.person }, 'a proposal of somebody else was pressed');
    return refuse({ kind: 'foreign' });
  }

  /** A message to everybody goes nowhere before its author has seen how many that is. */
  async function unsure({ id, change, state, reason, quiet }: Proposal, sure?: number): Promise<UpdateStage | null> {
    if (change.kind !== 'announce' || state.kind !== 'open') return null;
    if (!change.audience.some(({ kind }) => kind === 'everyone')) return null;
    const count = sizeOf(await audience.reach(change));
    if (count === sure) return null;
    const { timeZone } = current.ledger().edition.plan.region;
    const request: UpdateRequest = { draft: draftToEverybody(change, timeZone), reason, quiet, impossible: null };
    return { stage: 'sure', proposal: id, request, audience: change.audience, count };
  }

  async function confirm(id: string, asker: Asker, sure?: number): Promise<UpdateStage> {
    await current.refresh();
    const author = allowed(asker, 'confirm');
    if (!author) return refuse({ kind: 'not-allowed' });
    const proposal = await mine(id, author);
    if ('stage' in proposal) return proposal;
    return (await unsure(proposal, sure)) ?? append(id);
  }

  async function accept({ id, change, base }: Accepted, asker: Asker): Promise<UpdateStage> {
    await current.refresh();
    const author = allowed(asker, 'accept');
    if (!author) return refuse({ kind: 'not-allowed' });
    const request = { reason: null, quiet: false };
    await proposals.add({ ...proposalOf(change, request, author), id, base });
    return append(id);
  }

  async function append(id: string): Promise<UpdateStage> {
    const at = clock().toISOString();
    const judge = (open: Proposal, since: readonly LedgerEntry[]) => verdict(open, since, at);
    const confirmed = await proposals.confirm(id, { id: randomUUID(), at }, judge);
    await current.refresh();
    switch (confirmed.kind) {
      case 'appended':
        log.info({ version: confirmed.entry.version, change: confirmed.entry.change.kind }, 'the plan was changed');
        return { stage: 'done', change: changeAt(confirmed.entry), again: false };
      case 'already':
        return { stage: 'done', change: changeAt(confirmed.entry), again: true };
      case 'refused':
        return refuse(told(confirmed.refusal));
      case 'withdrawn':
        return refuse({ kind: 'withdrawn' });
      case 'missing':
        return refuse({ kind: 'no-proposal' });
    }
  }

  function verdict(proposal: Proposal, since: readonly LedgerEntry[], at: string): Verdict {
    if (proposal.expiresAt < at) return { kind: 'refuse', refusal: { kind: 'expired' } };
    const known = current.ledger().entries.filter(({ version }) => version <= proposal.base);
    const meanwhile = conflicts(proposal.change, proposal.base, [...known, ...since]);
    if (meanwhile.length === 0) return { kind: 'append' };
    return { kind: 'refuse', refusal: { kind: 'conflict', versions: meanwhile.map(({ version }) => version) } };
  }

  function told(refusal: Refusal): UpdateProblem {
    if (refusal.kind !== 'conflict') return refusal;
    const meanwhile = ledgerChanges(current.ledger()).filter(({ entry }) => refusal.versions.includes(entry.version));
    return { kind: 'conflict', meanwhile };
  }

  function changeAt(entry: LedgerEntry): LedgerChange {
    const found = ledgerChanges(current.ledger()).find(({ entry: { version } }) => version === entry.version);
    return found ?? { entry, applied: null, undone: false, source: null, notes: [] };
  }

  async function withdraw(id: string, asker: Asker): Promise<UpdateStage> {
    const author = allowed(asker, 'withdraw');
    if (!author) return refuse({ kind: 'not-allowed' });
    const proposal = await mine(id, author);
    if ('stage' in proposal) return proposal;
    const { state } = proposal;
    if (state.kind !== 'confirmed') {
      await proposals.withdraw(id);
      return withdrawn(proposal);
    }
    const done = ledgerChanges(current.ledger()).find(({ entry }) => entry.version === state.version);
    return refuse(done ? { kind: 'already-done', change: done } : { kind: 'no-proposal' });
  }

  /** Called off; a change that was to be taken back stands. */
  function withdrawn({ change }: Proposal): UpdateStage {
    const changes = change.kind === 'undo' ? ledgerChanges(current.ledger()) : [];
    const stands = changes.find(
      ({ entry, undone }) => change.kind === 'undo' && entry.version === change.version && !undone,
    );
    return { stage: 'withdrawn', ...(stands ? { stands } : {}) };
  }

  function doneAt(version: number): UpdateStage {
    const done = ledgerChanges(current.ledger()).find(({ entry }) => entry.version === version);
    return done ? { stage: 'done', change: done, again: true } : refuse({ kind: 'no-proposal' });
  }

  const mayChange = (asker: Asker, step: string): boolean => allowed(asker, step) !== null;

  return { standing, prepare, prepareImport, confirm, withdraw, look, mayChange, accept };
}

type ImportPlan = Extract<Change, { kind: 'import-plan' }>;

/** Which proposal it is of is known once it is made. */
function bareRequest(state: ImportState): UpdateRequest {
  const draft = { kind: 'import-plan' as const, proposal: '', state };
  return { draft, reason: null, quiet: false, impossible: null };
}

type Refusal = { readonly kind: 'expired' } | { readonly kind: 'conflict'; readonly versions: readonly number[] };
type Verdict = { readonly kind: 'append' } | { readonly kind: 'refuse'; readonly refusal: Refusal };

/** A request that means the record of its change, whatever else would fit its words later. */
function settled(request: UpdateRequest, change: Change): UpdateRequest {
  const { draft } = request;
  if (draft.kind === 'undo' && change.kind === 'undo') return { ...request, draft: change };
  if ('target' in draft && 'meeting' in change) {
    return { ...request, draft: { ...draft, target: { ...anyMeeting, ids: [change.meeting] } } };
  }
  if ('activities' in draft && 'activity' in change) {
    return { ...request, draft: { ...draft, activities: [change.activity] } };
  }
  return request;
}

/** The entry that a proposal would be, if it were confirmed now. */
function tentative({ author, change, reason, quiet, base, createdAt }: Proposal, { version }: Edition): LedgerEntry {
  return { version: version + 1, id: randomUUID(), at: createdAt, author, reason, base, quiet, change };
}

function stageOf(resolution: Exclude<Resolution, { kind: 'ready' }>, request: UpdateRequest): UpdateStage {
  switch (resolution.kind) {
    case 'ask':
      return { stage: 'ask', slot: resolution.slot, request: resolution.request ?? request };
    case 'choose':
      return { stage: 'choose', slot: resolution.slot, request, options: resolution.options };
    case 'refused':
      return refuse(resolution.problem);
  }
}
