// What a wish about reminders does to somebody's subscriptions: begun, ended, paused, resumed, listed and explained.
import { addDays } from '../plan/days.ts';
import { localAt } from '../plan/wall-clock.ts';
import type { RemindersQuery } from '../query.ts';
import { catchUpNotices, isPaused } from '../reminders/catch-up.ts';
import type { Notice } from '../reminders/notice.ts';
import { paused, resumed } from '../reminders/pauses.ts';
import { earliest, firstLetter, firstReminder } from '../reminders/plan-ahead.ts';
import type { QuietRules } from '../reminders/quiet-hours.ts';
import { type Begun, type Held, type RemindersStep, refused } from '../reminders/steps.ts';
import { chosen, leadsAsked, subscribed } from '../reminders/subscribing.ts';
import type { Lead, Subscription, Topic } from '../reminders/subscription.ts';
import { allTopics, isInPlan, topicChoices, topicsNamed } from '../reminders/wished-topics.ts';
import type { SubscriptionStore } from '../store/reminder-stores.ts';
import type { Case } from './reminder-cases.ts';

/** What is done with somebody's own subscriptions. */
export type OwnAct = Exclude<RemindersQuery['act'], 'health'>;

export type ReminderWishes = (act: OwnAct, query: RemindersQuery, one: Case) => Promise<RemindersStep>;

export function makeReminderWishes(subscriptions: SubscriptionStore, rules: QuietRules): ReminderWishes {
  const next = (subscription: Subscription, { plan, now }: Case): Notice | null =>
    isInPlan(subscription.topic, plan) ? firstReminder(plan, subscription, now, rules) : null;

  function held(those: readonly Subscription[], one: Case): Held[] {
    const known = those.filter(({ topic }) => isInPlan(topic, one.plan));
    return known.map((subscription) => ({ subscription, next: next(subscription, one) }));
  }

  async function start(query: RemindersQuery, one: Case): Promise<RemindersStep> {
    const asked = leadsAsked(query);
    if (asked.kind === 'too-long') return refused(asked);
    const named = topicsNamed(query);
    const topics: Topic[] = named.length === 0 && query.digest ? [{ kind: 'everything' }] : named;
    if (topics.length === 0) {
      return { step: 'ask-topic', choices: topicChoices(query, one.plan), topics: allTopics(one.plan) };
    }
    const before = await subscriptions.of(one.recipient);
    const begun: Begun[] = [];
    for (const topic of topics) begun.push(await begin(topic, asked.leads, query, before, one));
    return { step: 'started', audience: one.audience, begun };
  }

  async function begin(
    topic: Topic,
    leads: readonly Lead[],
    query: RemindersQuery,
    before: readonly Subscription[],
    one: Case,
  ): Promise<Begun> {
    const { recipient, author, locale, now, plan } = one;
    const [own = null] = chosen(before, [topic]);
    const only = query.only === true;
    const digest = query.digest === true;
    const at = now.toISOString();
    const { subscription, was } = subscribed(own, { recipient, topic, leads, only, digest, setBy: author, locale, at });
    if (was !== 'same') await subscriptions.put(subscription);
    const isAnew = was !== 'same' && subscription.createdAt === at;
    const atOnce = isAnew ? catchUpNotices(plan, subscription, now, rules) : [];
    const letter = firstLetter(plan, subscription, now, rules);
    return { subscription, was, atOnce, next: next(subscription, one), letter };
  }

  /** Those that a wish is about, or why there are none. */
  async function concerned(query: RemindersQuery, one: Case): Promise<readonly Subscription[] | RemindersStep> {
    const { audience } = one;
    const all = await subscriptions.of(one.recipient);
    if (all.length === 0) return refused({ kind: 'no-reminders', audience });
    const those = chosen(all, topicsNamed(query));
    return those.length > 0 ? those : refused({ kind: 'not-subscribed', audience, others: all });
  }

  async function stop(query: RemindersQuery, one: Case): Promise<RemindersStep> {
    const those = await concerned(query, one);
    if ('step' in those) return those;
    const { audience } = one;
    const onlyDigest = query.digest === false;
    const ended = onlyDigest ? those.filter(({ digest }) => digest === true) : those;
    if (ended.length === 0) return refused({ kind: 'not-subscribed', audience, others: those });
    for (const subscription of ended) await end(subscription, onlyDigest);
    return { step: 'stopped', audience, ended, onlyDigest, left: await subscriptions.of(one.recipient) };
  }

  /** A subscription that brings nothing but the week's letter ends with it. */
  async function end(subscription: Subscription, onlyDigest: boolean): Promise<void> {
    if (!onlyDigest || subscription.leads.length === 0) await subscriptions.remove(subscription.id);
    else await subscriptions.put({ ...subscription, digest: false });
  }

  async function pause(query: RemindersQuery, one: Case): Promise<RemindersStep> {
    const those = await concerned(query, one);
    if ('step' in those) return those;
    const today = localAt(one.now, one.plan.region.timeZone).day;
    const { until } = query;
    if (until === null || until < today) return { step: 'ask-until', choices: pauseChoices(query, today) };
    const isAll = topicsNamed(query).length === 0;
    const { timeZone } = one.plan.region;
    for (const subscription of those) await subscriptions.put(paused(subscription, until, one.now, timeZone));
    return { step: 'paused', audience: one.audience, until, only: isAll ? null : those };
  }

  async function resume(query: RemindersQuery, one: Case): Promise<RemindersStep> {
    const those = await concerned(query, one);
    if ('step' in those) return those;
    const { timeZone } = one.plan.region;
    const resting = those.filter((subscription) => isPaused(subscription, one.now, timeZone));
    const going = those.map((subscription) => ({ ...subscription, pausedUntil: null }));
    for (const subscription of resting) await subscriptions.put(resumed(subscription, one.now.toISOString()));
    const soonest = earliest(going.flatMap((subscription) => next(subscription, one) ?? []));
    return { step: 'resumed', audience: one.audience, wasPaused: resting.length > 0, next: soonest };
  }

  async function why(query: RemindersQuery, one: Case): Promise<RemindersStep> {
    const those = chosen(await subscriptions.of(one.recipient), topicsNamed(query));
    return { step: 'why', audience: one.audience, held: held(those, one) };
  }

  return async (act, query, one) => {
    switch (act) {
      case 'start':
        return start(query, one);
      case 'stop':
        return stop(query, one);
      case 'pause':
        return pause(query, one);
      case 'resume':
        return resume(query, one);
      case 'list':
        return { step: 'list', audience: one.audience, held: held(await subscriptions.of(one.recipient), one) };
      case 'why':
        return why(query, one);
    }
  };
}

/** A week, a month, or three months from today. */
function pauseChoices(query: RemindersQuery, today: string): RemindersQuery[] {
  return [7, 30, 90].map((days) => ({ ...query, until: addDays(today, days - 1) }));
}
