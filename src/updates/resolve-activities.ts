// Which activity is meant, and what is told of it.
import type { Draft, UpdateRequest } from '../draft.ts';
import { type ActivityFields, longestComment } from '../plan/change.ts';
import type { ActivityId } from '../plan/ids.ts';
import type { Plan } from '../plan/plan.ts';
import {
  ask,
  choose,
  cleaned,
  type Option,
  type Resolution,
  ready,
  refused,
  type Setting,
  tooLong,
} from './resolution.ts';

type Of<Kind extends Draft['kind']> = Extract<Draft, { kind: Kind }>;

export function resolveStatus(draft: Of<'post-status'>, request: UpdateRequest, setting: Setting): Resolution {
  const { plan } = setting.ledger.edition;
  const found = one(draft.activities, plan, (activities) => ({ ...request, draft: { ...draft, activities } }));
  if (typeof found !== 'string') return found;
  if (draft.status === null) return ask('status');
  const comment = draft.comment === null ? '' : cleaned(draft.comment);
  const long = tooLong(comment, longestComment);
  if (long) return long;
  return ready({ kind: 'post-status', activity: found, status: draft.status, comment: comment || null });
}

export function resolveActivity(draft: Of<'edit-activity'>, request: UpdateRequest, setting: Setting): Resolution {
  const { plan } = setting.ledger.edition;
  const found = one(draft.activities, plan, (activities) => ({ ...request, draft: { ...draft, activities } }));
  if (typeof found !== 'string') return found;
  const set = fieldsOf(draft);
  return typeof set === 'string' ? ask(set) : ready({ kind: 'edit-activity', activity: found, set });
}

/** What is set; the slot to ask for where its value is missing. */
function fieldsOf(draft: Of<'edit-activity'>): ActivityFields | 'activity-field' | 'responsible' | 'schedule' | 'cost' {
  switch (draft.field) {
    case null:
      return 'activity-field';
    case 'responsible':
      return draft.responsible.length === 0 ? 'responsible' : { responsible: draft.responsible };
    case 'schedule':
      return draft.schedule === null ? 'schedule' : { schedule: draft.schedule };
    case 'cost':
      return draft.cost === null ? 'cost' : { cost: draft.cost === 'none' ? null : draft.cost };
    case 'several':
      return {
        ...(draft.responsible.length === 0 ? {} : { responsible: draft.responsible }),
        ...(draft.schedule === null ? {} : { schedule: draft.schedule }),
        ...(draft.cost === null ? {} : { cost: draft.cost === 'none' ? null : draft.cost }),
      };
  }
}

function one(
  ids: readonly ActivityId[],
  plan: Plan,
  withIds: (ids: ActivityId[]) => UpdateRequest,
): ActivityId | Resolution {
  const known = plan.activities.filter(({ id }) => ids.includes(id));
  const [first, another] = known;
  if (!first) return ids.length > 0 ? refused({ kind: 'no-activity' }) : ask('activity');
  if (!another) return first.id;
  const options = known.map((record): Option => {
    return { fact: { kind: 'activity', record }, request: withIds([record.id]) };
  });
  return choose('activity', options);
}
