// What a proposal would do if it were confirmed now: before and after, what it clashes with, and who would be told.
import { anyMeeting, type UpdateRequest } from '../draft.ts';
import type { OfficeReminders, UpdateStage } from '../facts.ts';
import type { Announce } from '../plan/announcement.ts';
import type { Change } from '../plan/change.ts';
import type { LocalMoment } from '../plan/days.ts';
import type { Ledger } from '../plan/fold.ts';
import type { Holidays } from '../plan/working-days.ts';
import { type Reach, sizeOf } from '../reminders/audience.ts';
import type { Proposal } from '../store/store.ts';
import { clashesOf } from './clashes.ts';
import type { CurrentPlan } from './current-plan.ts';
import { tentative } from './proposals.ts';
import type { Place, Resolution } from './resolution.ts';
import { refuse } from './stages.ts';

/** Who would be told of the last change of a ledger, and whom a message reaches. */
export interface Audience {
  /** How many people, chats and channels it would be told to, and what offices bring with it. */
  consequences(ledger: Ledger): Promise<{ readonly told: number; readonly offices: readonly OfficeReminders[] }>;
  reach(change: Announce): Promise<Reach>;
  /** The channels and group chats that the bot is in. */
  places(): Promise<readonly Place[]>;
}

/** Shows what a proposal would do, or tells why there is nothing in it to confirm. */
export type Preview = (
  proposal: Proposal,
  resolution: Extract<Resolution, { kind: 'ready' }>,
  request: UpdateRequest,
  now: LocalMoment,
) => Promise<UpdateStage>;

export function makePreview(current: CurrentPlan, audience: Audience, holidays: Holidays): Preview {
  return async (proposal, { clashes, undoes }, request, now) => {
    const { change } = proposal;
    const before = current.ledger().edition;
    const entry = tentative(proposal, before.version);
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
  };
}

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
