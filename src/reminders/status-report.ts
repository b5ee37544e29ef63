// How all activities go before a meeting, from the plan and the answers; and what is asked before whose meetings.
import type { Ledger } from '../plan/fold.ts';
import type { ActivityId, MeetingId } from '../plan/ids.ts';
import type { Plan } from '../plan/plan.ts';
import { localAt } from '../plan/wall-clock.ts';
import type { SubscriptionStore } from '../store/reminder-stores.ts';
import type { Store } from '../store/store.ts';
import type { RuleInForce, StatusReport } from './check-in-steps.ts';
import { isAnswered, isInForce, roundsOf } from './check-ins.ts';
import type { QuietRules } from './quiet-hours.ts';
import { isAskedOf, respondentsIn } from './respondents.ts';
import { topicKey } from './topics.ts';

/** How many silent ones a report names. */
const mostSilent = 40;

/** @param meeting the one that it is made for; null for none */
export async function statusReport(
  plan: Plan,
  meeting: MeetingId | null,
  { deliveries, references, reports }: Pick<Store, 'deliveries' | 'references' | 'reports'>,
): Promise<StatusReport> {
  const { activities } = plan;
  const waiting = await reports.open();
  if (meeting === null) return { meeting: null, activities, inside: { waiting, silent: [] } };
  const [told, given] = await Promise.all([deliveries.told(meeting), reports.before(meeting)]);
  const silent: { readonly name: string; readonly activity: ActivityId }[] = [];
  for (const { content, recipient } of told) {
    if (content.kind !== 'check-in' || content.again || silent.length === mostSilent) continue;
    const activity = activities.find(({ id }) => id === content.activity);
    if (!activity || !isAskedOf(activity) || isAnswered(given, meeting, activity.id)) continue;
    const reference = await references.find(recipient);
    silent.push({ name: reference?.name ?? '', activity: activity.id });
  }
  const held = plan.meetings.find(({ id }) => id === meeting) ?? null;
  const inForce = activities.filter((activity) => held === null || isInForce(activity, held, plan));
  return { meeting: held, activities: inForce, inside: { waiting, silent } };
}

/** The rules that are set, what each asks of next, and of what nobody can be asked. */
export async function rulesInForce(
  ledger: Ledger,
  subscriptions: Pick<SubscriptionStore, 'about'>,
  rules: QuietRules,
  now: Date,
): Promise<RuleInForce[]> {
  const { plan } = ledger.edition;
  const asked = new Set<ActivityId>();
  if (plan.checkIns.length > 0) {
    const respondents = respondentsIn(ledger, localAt(now, plan.region.timeZone).day);
    for (const [, activities] of respondents.known()) for (const { id } of activities) asked.add(id);
    for (const topic of respondents.topics) {
      if ((await subscriptions.about(topic)).length === 0) continue;
      for (const { id } of respondents.through(topicKey(topic))) asked.add(id);
    }
  }
  const open = plan.activities.filter(isAskedOf).map(({ id }) => id);
  const ahead = roundsOf(plan, rules)
    .filter(({ start }) => start > now)
    .sort((a, b) => a.start.getTime() - b.start.getTime());
  return plan.checkIns.map((rule) => {
    const round = ahead.find((one) => one.rule === rule);
    const next = round ? { meeting: round.meeting, askAt: round.askAt.toISOString() } : null;
    return { rule, next, asked: open.filter((id) => asked.has(id)), nobody: open.filter((id) => !asked.has(id)) };
  });
}
