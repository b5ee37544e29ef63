// What a wish about reminders does: on the subscriptions of the asker, of this conversation, or, by a secretary, of somebody else.
import { answerWith } from '../answer/parts.ts';
import type { Clock } from '../clock.ts';
import type { SingleAnswer } from '../facts.ts';
import type { Author } from '../plan/change.ts';
import { addDays } from '../plan/days.ts';
import type { GroupId } from '../plan/ids.ts';
import type { Plan } from '../plan/plan.ts';
import { localAt } from '../plan/wall-clock.ts';
import type { Holidays } from '../plan/working-days.ts';
import type { RemindersQuery } from '../query.ts';
import type { AnnouncedKnowledge } from '../reminders/announced.ts';
import { catchUpNotices, isPaused } from '../reminders/catch-up.ts';
import { dueNotices } from '../reminders/due.ts';
import { mergeNotices } from '../reminders/merge.ts';
import type { Notice } from '../reminders/notice.ts';
import { officesOn, recipientOf } from '../reminders/offices.ts';
import { paused, resumed } from '../reminders/pauses.ts';
import { firstReminder } from '../reminders/plan-ahead.ts';
import type { QuietRules } from '../reminders/quiet-hours.ts';
import { recipientKey } from '../reminders/recipients.ts';
import type { Audience, Begun, Held, ReminderHealth, RemindersProblem, RemindersStep } from '../reminders/steps.ts';
import { chosen, leadsAsked, subscribed } from '../reminders/subscribing.ts';
import type { Recipient, Subscription, Topic } from '../reminders/subscription.ts';
import { about, isInPlan, topicsNamed } from '../reminders/wished-topics.ts';
import { announcementMessage } from '../render/announcement-messages.ts';
import { renderMessage } from '../render/messages.ts';
import { settingFor } from '../render/names.ts';
import type { Rendered } from '../render/render.ts';
import type { Store } from '../store/store.ts';
import type { CurrentPlan } from '../updates/current-plan.ts';
import type { Asker, Updates } from '../updates/updates.ts';
import { makeAnnouncementWishes } from './announcement-wishes.ts';
import type { Incoming } from './turn-types.ts';

/** What reminders are set with. */
export interface ReminderParts {
  readonly current: CurrentPlan;
  readonly updates: Updates;
  readonly store: Pick<Store, 'subscriptions' | 'references' | 'deliveries' | 'sweeps' | 'silences'>;
  readonly announcing: AnnouncedKnowledge;
  readonly rules: QuietRules;
  readonly holidays: Holidays;
  readonly clock: Clock;
}

/** Who asks, where, and in which language they are to be reminded. */
export interface ReminderOccasion extends Pick<Incoming, 'scope' | 'conversation'> {
  readonly asker: Asker;
  readonly locale: 'sv' | 'en';
}

export interface Reminding {
  answer(query: RemindersQuery, occasion: ReminderOccasion): Promise<SingleAnswer>;
  /** The message whose buttons a wish was pressed on, as it would be told now; null for one that reminds of nothing. */
  behind(query: RemindersQuery, occasion: ReminderOccasion, message: string): Promise<Rendered | null>;
  /** How the reminders go: what the secretariat may ask for, and gets every week. */
  health(): Promise<ReminderHealth>;
}

/** What is done with somebody's own subscriptions. */
type OwnAct = Exclude<RemindersQuery['act'], 'health'>;

/** Somebody's subscriptions, and who asks about them. */
interface Case {
  readonly recipient: Recipient;
  readonly audience: Audience;
  readonly author: Author;
  readonly locale: 'sv' | 'en';
  readonly now: Date;
  readonly plan: Plan;
}

/** How many days the secretariat's report looks back. */
const reportDays = 7;
/** A week without a working day has no letter. */
const longestWeekMs = 15 * 86_400_000;
/** Choices that a message offers. */
const mostChoices = 5;

const refused = (problem: RemindersProblem): RemindersStep => ({ step: 'refused', problem });

export function makeReminding(parts: ReminderParts): Reminding {
  const { current, updates, store, announcing, rules, holidays, clock } = parts;
  const { timeZone } = current.ledger().edition.plan.region;
  const ofAnnouncements = makeAnnouncementWishes({ store, announcing, clock, timeZone });
  const { subscriptions, references, deliveries, sweeps } = store;

  async function answer(query: RemindersQuery, occasion: ReminderOccasion): Promise<SingleAnswer> {
    const step = await stepFor(query, occasion);
    return answerWith({ outcome: { kind: 'reminders', query, step }, focus: { meetings: meetingsOf(step) } });
  }

  async function stepFor(query: RemindersQuery, occasion: ReminderOccasion): Promise<RemindersStep> {
    if (query.unread !== undefined) return refused({ kind: 'unread', words: query.unread });
    const { act } = query;
    if (act === 'health') return healthFor(occasion.asker);
    if (query.whom.kind === 'leaders') return forLeaders(act, query, query.whom.groups, occasion);
    const one = await caseOf(query, occasion);
    if ('step' in one) return one;
    return (await ofAnnouncements(query, one)) ?? stepOf(act, query, one);
  }

  async function stepOf(act: OwnAct, query: RemindersQuery, one: Case): Promise<RemindersStep> {
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
  }

  async function behind(query: RemindersQuery, occasion: ReminderOccasion, message: string): Promise<Rendered | null> {
    const one = await caseOf(query, occasion);
    if ('step' in one) return null;
    const behindIt = await deliveries.behind(one.recipient, message);
    const [told] = mergeNotices(behindIt.filter(({ content }) => content.kind !== 'recall'));
    if (!told) return null;
    const content = told.shown[0]?.content;
    // A report is of its day, and has no button that is about reminders.
    if (content?.kind === 'report' || content?.kind === 'status-report') return null;
    if (content?.kind === 'announcement') {
      const letter = await announcing.find(content.version);
      const setting = settingFor(one.plan, occasion.locale, localAt(one.now, timeZone).day);
      return letter?.recall === null ? announcementMessage(letter, one.recipient, setting) : null;
    }
    const own = await subscriptions.of(one.recipient);
    const background = { subscriptions: own, holidays, health: null, answers: [], report: null };
    return renderMessage(told, one.plan, occasion.locale, one.now, background);
  }

  // === For whom

  async function caseOf(query: RemindersQuery, occasion: ReminderOccasion): Promise<Case | RemindersStep> {
    const author = occasion.asker.identity;
    if (!author) return refused({ kind: 'unknown-asker' });
    const base = { author, locale: occasion.locale, now: clock(), plan: current.ledger().edition.plan };
    const own: Recipient = { kind: 'person', tenant: author.tenant.toLowerCase(), person: author.person.toLowerCase() };
    const { whom } = query;
    if (whom.kind === 'person') return caseOfOther(whom.name, query, occasion, base);
    if (whom.kind === 'me' || occasion.scope === 'personal') {
      return { ...base, recipient: own, audience: { kind: 'me' } };
    }
    const conversation = placeId(occasion.conversation);
    const recipient: Recipient = { kind: 'conversation', tenant: own.tenant, conversation };
    return { ...base, recipient, audience: { kind: 'here', scope: occasion.scope } };
  }

  async function caseOfOther(
    name: string,
    query: RemindersQuery,
    { asker }: ReminderOccasion,
    base: Omit<Case, 'recipient' | 'audience'>,
  ): Promise<Case | RemindersStep> {
    if (updates.standing(asker) !== 'secretary') return refused({ kind: 'not-allowed', act: query.act });
    const recipient = recipientNamed(name, asker, base.author) ?? leaderNamed(name, base);
    const reference = recipient && (await references.find(recipient));
    if (!recipient || reference?.state.kind !== 'alive') return refused({ kind: 'unknown-person', name });
    const known = asker.mentioned.find(({ person }) => recipient.kind === 'person' && person === recipient.person);
    return { ...base, recipient, audience: { kind: 'person', name: known?.name ?? reference.name } };
  }

  /** The one leader of that name, whom an appointment has told the bot of. */
  function leaderNamed(name: string, { now, plan }: Pick<Case, 'now' | 'plan'>): Recipient | null {
    const { entries, edition } = current.ledger();
    const offices = officesOn(entries, edition.version, localAt(now, plan.region.timeZone).day);
    const called = offices.filter((office) => office.name.toLowerCase() === name.toLowerCase()).map(recipientOf);
    const [only, another] = [...new Map(called.map((one) => [recipientKey(one), one])).values()];
    return only && !another ? only : null;
  }

  /** Each who leads one of the groups, as far as an appointment has told who they are. */
  async function forLeaders(
    act: OwnAct,
    query: RemindersQuery,
    groups: readonly GroupId[],
    { asker, locale }: ReminderOccasion,
  ): Promise<RemindersStep> {
    const { entries, edition } = current.ledger();
    const { plan, version } = edition;
    const author = asker.identity;
    if (!author) return refused({ kind: 'unknown-asker' });
    if (updates.standing(asker) !== 'secretary') return refused({ kind: 'not-allowed', act: query.act });
    const networks = plan.groups.filter(({ kind }) => kind === 'network').map(({ id }) => id);
    const wanted = new Set(groups.length > 0 ? groups : networks);
    const now = clock();
    const offices = officesOn(entries, version, localAt(now, plan.region.timeZone).day);
    const leaders = new Map(
      offices.filter(({ group }) => wanted.has(group)).map((office) => [recipientKey(recipientOf(office)), office]),
    );
    if (leaders.size === 0) return refused({ kind: 'no-leaders', groups });
    const steps: RemindersStep[] = [];
    for (const office of leaders.values()) {
      const { name } = office;
      const recipient = recipientOf(office);
      const reference = await references.find(recipient);
      const isReached = reference?.state.kind === 'alive';
      const one: Case = { author, locale, now, plan, recipient, audience: { kind: 'person', name } };
      steps.push(isReached ? await stepOf(act, query, one) : refused({ kind: 'unknown-person', name }));
    }
    return { step: 'each', steps };
  }

  // === What is ahead

  const next = (subscription: Subscription, { plan, now }: Case): Notice | null =>
    isInPlan(subscription.topic, plan) ? firstReminder(plan, subscription, now, rules) : null;

  function letterTo(subscription: Subscription, { plan, now }: Case): Notice | null {
    const window = { after: now, upTo: new Date(now.getTime() + longestWeekMs) };
    return dueNotices(plan, [{ ...subscription, leads: [] }], window, rules).next().value ?? null;
  }

  function held(those: readonly Subscription[], one: Case): Held[] {
    const known = those.filter(({ topic }) => isInPlan(topic, one.plan));
    return known.map((subscription) => ({ subscription, next: next(subscription, one) }));
  }

  // === Start

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
    leads: Parameters<typeof subscribed>[1]['leads'],
    query: RemindersQuery,
    before: readonly Subscription[],
    one: Case,
  ): Promise<Begun> {
    const { recipient, author, locale, now } = one;
    const [own = null] = chosen(before, [topic]);
    const only = query.only === true;
    const digest = query.digest === true;
    const at = now.toISOString();
    const { subscription, was } = subscribed(own, { recipient, topic, leads, only, digest, setBy: author, locale, at });
    if (was !== 'same') await subscriptions.put(subscription);
    const isAnew = was !== 'same' && subscription.createdAt === at;
    const atOnce = isAnew ? catchUpNotices(one.plan, subscription, now, rules) : [];
    return { subscription, was, atOnce, next: next(subscription, one), letter: letterTo(subscription, one) };
  }

  // === Stop, pause, resume

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

  // === How it goes

  async function healthFor(asker: Asker): Promise<RemindersStep> {
    if (updates.standing(asker) !== 'secretary') return refused({ kind: 'not-allowed', act: 'health' });
    return { step: 'health', health: await health() };
  }

  async function health(): Promise<ReminderHealth> {
    const now = clock();
    const { plan } = current.ledger().edition;
    const since = new Date(now.getTime() - reportDays * 86_400_000);
    const [counts, ahead, lockedOutSince] = await Promise.all([
      deliveries.counts(since.toISOString(), now.toISOString()),
      aheadOfAll(plan, now),
      sweeps.lockedOutSince(),
    ]);
    return { ...counts, ...ahead, lockedOutSince, since: localAt(since, plan.region.timeZone).day };
  }

  /** Worked out once for all who want the same. */
  async function aheadOfAll(plan: Plan, now: Date) {
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

  return { answer, behind, health };
}

/** A thread of a channel belongs to it: reminders go to the channel itself. */
export function placeId(conversation: string): string {
  return (conversation.split(';')[0] ?? conversation).toLowerCase();
}

const guid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/** Somebody whom the message mentions, or whose Entra id it says; names alone tell nobody apart. */
function recipientNamed(name: string, { mentioned }: Asker, { tenant }: Author): Recipient | null {
  const plain = name.toLowerCase();
  const [only, another] = mentioned;
  const isSole = only !== undefined && another === undefined;
  const known = mentioned.find((person) => person.name.toLowerCase() === plain) ?? (isSole ? only : undefined);
  if (known) return { kind: 'person', tenant: known.tenant.toLowerCase(), person: known.person.toLowerCase() };
  const id = guid.exec(name)?.[0].toLowerCase();
  return id ? { kind: 'person', tenant: tenant.toLowerCase(), person: id } : null;
}

function earliest(notices: readonly Notice[]): Notice | null {
  return notices.reduce<Notice | null>((first, notice) => {
    return first === null || Date.parse(notice.dueAt) < Date.parse(first.dueAt) ? notice : first;
  }, null);
}

/** The groups with meetings, the conferences, and all of it. */
function topicChoices(query: RemindersQuery, plan: Plan): RemindersQuery[] {
  const groups = plan.groups.filter(({ id }) => plan.meetings.some(({ group }) => group === id));
  const topics: Topic[] = [
    ...groups.map(({ id }): Topic => ({ kind: 'group', group: id })),
    ...plan.conferences.map(({ id }): Topic => ({ kind: 'conference', conference: id })),
  ];
  const named: Topic[] = [...topics.slice(0, mostChoices), { kind: 'everything' }];
  return named.map((topic) => about(query, [topic]));
}

/** All that a card lets one choose. */
function allTopics(plan: Plan): Topic[] {
  return [
    { kind: 'everything' },
    ...plan.groups.map(({ id }): Topic => ({ kind: 'group', group: id })),
    ...plan.conferences.map(({ id }): Topic => ({ kind: 'conference', conference: id })),
    ...plan.municipalities.map(({ id }): Topic => ({ kind: 'municipality', municipality: id })),
  ];
}

/** A week, a month, or three months from today. */
function pauseChoices(query: RemindersQuery, today: string): RemindersQuery[] {
  return [7, 30, 90].map((days) => ({ ...query, until: addDays(today, days - 1) }));
}

/** The meeting that is told of first: what "it" is next. */
function meetingsOf(step: RemindersStep) {
  const next = step.step === 'started' ? (step.begun[0]?.next ?? null) : step.step === 'resumed' ? step.next : null;
  const of = next?.content.kind === 'reminder' ? next.content.of : null;
  return of?.kind === 'meeting' ? [of.meeting] : [];
}
