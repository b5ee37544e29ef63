// What of the tab shows more of an answer.
import type { Answer } from '../facts.ts';
import type { TabTarget } from '../render/tab-link.ts';

/** The row or view that an answer is about; null where the tab has none. */
export function tabTargetFor({ parts }: Answer): TabTarget | null {
  const [part, another] = parts;
  if (!part || another) return null;
  const { outcome } = part;
  switch (outcome.kind) {
    case 'activity': {
      const [activity, more] = outcome.activities;
      return activity && !more ? { kind: 'activity', id: activity.id } : { kind: 'plan' };
    }
    case 'meetings': {
      const [item, more] = outcome.items;
      if (!item) return null;
      return more ? { kind: 'calendar' } : { kind: 'meeting', id: item.record.id };
    }
    case 'activities':
    case 'goals':
      return { kind: 'plan' };
    case 'hosts':
    case 'changes':
      return { kind: outcome.kind };
    default:
      return null;
  }
}
