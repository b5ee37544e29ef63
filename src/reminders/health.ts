// How the reminders go: what the secretariat may ask for, and gets every week.
import type { Plan } from '../plan/plan.ts';
import { localAt } from '../plan/wall-clock.ts';
import type { SubscriptionStore } from '../store/reminder-stores.ts';
import type { Store } from '../store/store.ts';
import type { Notice } from './notice.ts';
import { earliest, firstReminder } from './plan-ahead.ts';
import type { QuietRules } from './quiet-hours.ts';
import { recipientKey } from './recipients.ts';
import type { ReminderHealth } from './steps.ts';
import { isInPlan } from './wished-topics.ts';

/** How many days the secretariat's report looks back. */
const reportDays = 7;

export async function healthOf(
  plan: Plan,
  { subscriptions, deliveries, sweeps }: Pick<Store, 'subscriptions' | 'deliveries' | 'sweeps'>,
  rules: QuietRules,
  now: Date,
): Promise<ReminderHealth> {
  const since = new Date(now.getTime() - reportDays * 86_400_000);
  const [counts, ahead, lockedOutSince] = await Promise.all([
    deliveries.counts(since.toISOString(), now.toISOString()),
    aheadOfAll(plan, subscriptions, rules, now),
    sweeps.lockedOutSince(),
  ]);
  return { ...counts, ...ahead, lockedOutSince, since: localAt(since, plan.region.timeZone).day };
}

/** Worked out once for all who want the same. */
async function aheadOfAll(plan: Plan, subscriptions: SubscriptionStore, rules: QuietRules, now: Date) {
  const soonest = new Map<string, Notice | null>();
  const recipients = new Set<string>();
  let count = 0;
  for await (const subscription of subscriptions.all()) {
    count += 1;
    recipients.add(recipientKey(subscription.recipient));
    const { topic, leads, pausedUntil } = subscription;
    const key = JSON.stringify([topic, leads, pausedUntil]);
    if (!soonest.has(key) && isInPlan(topic, plan)) soonest.set(key, firstReminder(plan, subscription, now, rules));
  }
  const next = earliest([...soonest.values()].flatMap((notice) => notice ?? []));
  return { subscriptions: count, recipients: recipients.size, next };
}
