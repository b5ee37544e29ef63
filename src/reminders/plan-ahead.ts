// What a subscription will bring: for confirmations and lists of subscriptions.
import type { Plan } from '../plan/plan.ts';
import { agendaOf } from './agenda.ts';
import { dueNotices } from './due.ts';
import type { Notice } from './notice.ts';
import type { QuietRules } from './quiet-hours.ts';
import type { Subscription } from './subscription.ts';

/** A week without a working day has no letter. */
const longestWeekMs = 15 * 86_400_000;

/** The reminders that the plan as it stands has in store for a subscription, the soonest first. Digests are not among them. */
export function remindersAhead(plan: Plan, subscription: Subscription, now: Date, rules: QuietRules): Notice[] {
  const starts = agendaOf(plan, rules).occurrences.map(({ start }) => start.getTime());
  const end = new Date(starts.reduce((latest, start) => Math.max(latest, start), now.getTime()));
  const window = { after: now, upTo: end };
  const notices = [...dueNotices(plan, [{ ...subscription, digest: false }], window, rules)];
  return notices.sort(
    (a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt) || Date.parse(a.expiresAt) - Date.parse(b.expiresAt),
  );
}

/** The first reminder to come at its own time; null where none is left. What is sent at once is not among them. */
export function firstReminder(plan: Plan, subscription: Subscription, now: Date, rules: QuietRules): Notice | null {
  return remindersAhead(plan, subscription, now, rules)[0] ?? null;
}

/** The first of the week's letters that a subscription brings; null where none is ordered. */
export function firstLetter(plan: Plan, subscription: Subscription, now: Date, rules: QuietRules): Notice | null {
  const window = { after: now, upTo: new Date(now.getTime() + longestWeekMs) };
  return dueNotices(plan, [{ ...subscription, leads: [] }], window, rules).next().value ?? null;
}

export function earliest(notices: readonly Notice[]): Notice | null {
  return notices.reduce<Notice | null>((first, notice) => {
    return first === null || Date.parse(notice.dueAt) < Date.parse(first.dueAt) ? notice : first;
  }, null);
}
