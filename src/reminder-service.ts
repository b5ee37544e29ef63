// Reminders put together: what is due by plan and subscriptions, put into words, sent, and written down.
import type { Clock } from './clock.ts';
import type { OfficeReminders } from './facts.ts';
import type { Log } from './log.ts';
import type { Ledger } from './plan/fold.ts';
import type { Plan } from './plan/plan.ts';
import { localAt } from './plan/wall-clock.ts';
import { compose, type MessageParts, type ReminderMessage } from './reminder-messages.ts';
import {
  announcementNotices,
  announcementsDue,
  isReportable,
  recallingOf,
  recallNotices,
  recallsSince,
  reportable,
  reportKey,
  reportNotice,
  type Stretch,
} from './reminders/announcing.ts';
import type { Judged, Send } from './reminders/attempt.ts';
import { postponed } from './reminders/catch-up.ts';
import { ChangeCollector, changedMeetings, type Told } from './reminders/changes.ts';
import {
  CheckInCollector,
  type CheckingIn,
  isOpen,
  openRound,
  roundsOf,
  standingOfCheckIn,
} from './reminders/check-ins.ts';
import { Derivation, storingMs } from './reminders/derivation.ts';
import { changedTurns, HostChangeCollector, turnKey } from './reminders/host-changes.ts';
import type { After } from './reminders/loop.ts';
import type { Notice } from './reminders/notice.ts';
import {
  recipientOf,
  subscriptionWith,
  type Turnover,
  topicOf,
  turnoverNotice,
  turnovers,
} from './reminders/offices.ts';
import { Awakened } from './reminders/pauses.ts';
import { firstReminder } from './reminders/plan-ahead.ts';
import type { QuietRules } from './reminders/quiet-hours.ts';
import { recipientKey } from './reminders/recipients.ts';
import { standingOf } from './reminders/still-due.ts';
import { idOf } from './reminders/subscribing.ts';
import type { Interest, Recipient } from './reminders/subscription.ts';
import { makeSweeper, type Sweeper, type SweeperParts } from './reminders/sweep.ts';
import type { Delivery, DeliveryStore, Derived, Watermark } from './store/reminder-stores.ts';
import type { Store } from './store/store.ts';

export interface ReminderServiceParts extends MessageParts {
  readonly store: Pick<Store, 'deliveries' | 'references' | 'sweeps' | 'subscriptions' | 'silences' | 'reports'>;
  readonly rules: QuietRules;
  /** Who gets the weekly heartbeat. */
  readonly secretariat: () => readonly Recipient[];
  readonly send: Send<ReminderMessage>;
  readonly clock: Clock;
  readonly wireClock: Clock;
  readonly random: () => number;
  readonly worker: string;
  readonly log: Log;
  /** How fast and how often; as Teams allows where it is absent. */
  readonly tuning?: Pick<SweeperParts<ReminderMessage>, 'limits' | 'pace'>;
}

const later: After = (ms, call) => {
  const timer = setTimeout(call, ms);
  return () => clearTimeout(timer);
};

/** The sweeper on the plan as it stands. It wakes when the plan changes. */
export function makeReminderService(parts: ReminderServiceParts): Sweeper {
  const { store, current, clock, wireClock, random, worker, log, send } = parts;
  const sweeper = makeSweeper<ReminderMessage>({
    store,
    version: () => current.ledger().edition.version,
    derive: (after, upTo) => derive(parts, after, upTo),
    judge: (delivery, now) => judge(parts, delivery, now),
    message: (reference, deliveries, now) => compose(parts, reference, deliveries, now),
    send,
    clock,
    wireClock,
    after: later,
    random,
    log,
    worker,
    ...parts.tuning,
  });
  let deafen = () => {};
  return {
    ...sweeper,
    start() {
      deafen = current.onGrown(sweeper.wake);
      sweeper.start();
    },
    async stop() {
      deafen();
      await sweeper.stop();
    },
  };
}

/** What is looked at to find what is due. */
export interface Derivable extends Pick<ReminderServiceParts, 'store' | 'rules' | 'secretariat'> {
  readonly current: Pick<ReminderServiceParts['current'], 'ledger'>;
}

type Consulted = Pick<Store, 'deliveries' | 'subscriptions' | 'references' | 'reports'>;

/** How many are to be told of the last change of a ledger, and what comes and goes with an office. */
export async function consequencesOf(ledger: Ledger, store: Consulted, rules: QuietRules, now: Date) {
  const since = ledger.edition.version - 1;
  const collector = new ChangeCollector({ ledger, since, told: await toldSince(ledger, since, store), now, rules });
  const hosts = new HostChangeCollector(ledger, since, await turnsTold(ledger, since, store), now, rules);
  const questions = await checkIns(ledger, { at: now, version: since }, now, [], store, rules);
  const has = (interest: Interest) => [collector, hosts, questions].some((one) => one.concerns(interest));
  for await (const subscriptions of store.subscriptions.concerned({ has })) {
    for (const subscription of subscriptions) {
      collector.add(subscription);
      hosts.add(subscription);
      questions.add(subscription);
    }
  }
  const turned = turnovers(ledger, { at: now, version: since }, now);
  const notices = [...collector.notices(), ...hosts.notices(), ...questions.notices()];
  const recipients = [...notices.map(({ recipient }) => recipient), ...turned.map(recipientOf)];
  for (const { undone } of recallsSince(ledger, since)) {
    for await (const { recipient, state } of store.deliveries.ofVersion(undone.version)) {
      if (state.kind === 'sent') recipients.push(recipient);
    }
  }
  const offices: OfficeReminders[] = [];
  for (const turnover of turned) offices.push(await officeReminders(turnover, ledger.edition.plan, store, rules, now));
  return { told: new Set(recipients.map(recipientKey)).size, offices };
}

async function officeReminders(
  turnover: Turnover,
  plan: Plan,
  { subscriptions, references }: Consulted,
  rules: QuietRules,
  now: Date,
): Promise<OfficeReminders> {
  const { name, group, begins } = turnover;
  const recipient = recipientOf(turnover);
  const reference = await references.find(recipient);
  const own = await subscriptions.find(idOf(recipient, topicOf(turnover)));
  const left = own?.withOffice ? null : own;
  const subscription = begins ? (own ?? subscriptionWith(turnover, 'sv', now)) : left;
  const next = begins && subscription ? firstReminder(plan, subscription, now, rules) : null;
  return { name, group, begins, subscription, next, isReached: reference?.state.kind === 'alive' };
}

async function toldSince(ledger: Ledger, since: number, store: Pick<Store, 'deliveries'>): Promise<Told[]> {
  const told: Told[] = [];
  for (const meeting of changedMeetings(ledger, since)) told.push(...(await toldOf(store, meeting)));
  return told;
}

/** Everything that became due between two watermarks. */
export async function* derive(
  { store, current, rules, secretariat }: Derivable,
  after: Watermark,
  upTo: Watermark,
): AsyncGenerator<Derived> {
  const ledger = current.ledger();
  const now = new Date(upTo.at);
  const since = { at: new Date(after.at), version: after.version };
  const told = await toldSince(ledger, after.version, store);
  const turned = turnovers(ledger, since, now);
  // Before the subscriptions are read: what comes with an office is due from the first.
  for (const turnover of turned) await settleTurnover(turnover, store, now);
  const hosts = new HostChangeCollector(
    ledger,
    after.version,
    await turnsTold(ledger, after.version, store),
    now,
    rules,
  );
  const questions = await checkIns(ledger, since, now, secretariat(), store, rules);
  const derivation = new Derivation({ ledger, after: since, now, told, secretariat: secretariat(), rules });
  const { timeZone } = ledger.edition.plan.region;
  const stored = new Date(since.at.getTime() - storingMs);
  const awakened = new Awakened({ after: stored, upTo: now }, timeZone);
  const concerned = store.subscriptions.concerned({
    has: (interest) => [derivation, hosts, questions].some((one) => one.concerns(interest)),
    begunFrom: stored.toISOString(),
    pausedUntil: awakened.days(),
  });
  for await (const subscriptions of concerned) {
    for (const subscription of subscriptions) {
      derivation.add(subscription);
      hosts.add(subscription);
      awakened.add(subscription);
      questions.add(subscription);
    }
    yield* derivation.notices();
    const missed = awakened.notices(ledger, (version) => toldSince(ledger, version, store), rules);
    for await (const notice of missed) yield { outcome: 'send', notice };
    for (const notice of [...hosts.notices(), ...questions.questions()]) yield { outcome: 'send', notice };
  }
  yield* derivation.heartbeats();
  const news = turned.flatMap((turnover) => turnoverNotice(turnover, now, rules, timeZone) ?? []);
  for (const notice of [...news, ...questions.notices()]) yield { outcome: 'send', notice };
  const stretch = { after: { at: new Date(after.at), version: after.version }, now: new Date(upTo.at) };
  for await (const notice of announced(ledger, stretch, store)) yield { outcome: 'send', notice };
}

/** The messages of the secretariat that are due, recalls of what was undone, and reports of how both went. */
async function* announced(
  ledger: Ledger,
  stretch: Stretch,
  store: ReminderServiceParts['store'],
): AsyncGenerator<Notice> {
  const { deliveries } = store;
  for (const announcement of announcementsDue(ledger, stretch)) yield* announcementNotices(announcement, store);
  for (const recall of recallsSince(ledger, stretch.after.version)) {
    yield* recallNotices(recall, ledger, deliveries);
  }
  for (const one of reportable(ledger, stretch)) {
    if (await deliveries.find(reportKey(one.entry))) continue;
    const progress = await deliveries.progress(one.entry.version);
    if (isReportable(one, progress)) yield reportNotice(one, stretch.now);
  }
}

/** Gives and takes the subscription that comes with an office; done twice it does no more than once. */
async function settleTurnover(
  turnover: Turnover,
  { subscriptions, references }: Pick<Store, 'subscriptions' | 'references'>,
  now: Date,
): Promise<void> {
  const recipient = recipientOf(turnover);
  const own = await subscriptions.find(idOf(recipient, topicOf(turnover)));
  if (!turnover.begins) {
    if (own?.withOffice) await subscriptions.remove(own.id);
    return;
  }
  if (own) return;
  const reference = await references.find(recipient);
  await subscriptions.put(subscriptionWith(turnover, reference?.locale ?? 'sv', now));
}

/** What is asked and answered before meetings, with all that the store knows of it. */
async function checkIns(
  ledger: Ledger,
  after: CheckingIn['after'],
  now: Date,
  secretariat: readonly Recipient[],
  store: Pick<Store, 'deliveries' | 'reports'>,
  rules: QuietRules,
): Promise<CheckInCollector> {
  const { plan } = ledger.edition;
  const open = plan.checkIns.length === 0 ? [] : roundsOf(plan, rules).filter((round) => isOpen(round, now));
  const told: Told[] = [];
  const reports = new Map((await store.reports.open()).map((report) => [report.id, report]));
  for (const { meeting } of open) {
    told.push(...(await toldOf(store, meeting.id)));
    for (const report of await store.reports.before(meeting.id)) reports.set(report.id, report);
  }
  return new CheckInCollector({ ledger, after, now, told, reports: [...reports.values()], secretariat, rules });
}

async function turnsTold(ledger: Ledger, since: number, store: Pick<Store, 'deliveries'>): Promise<Told[]> {
  const told: Told[] = [];
  for (const turn of changedTurns(ledger, since)) told.push(...(await toldOf(store, turnKey(turn))));
  return told;
}

async function toldOf({ deliveries }: Pick<Store, 'deliveries'>, subject: string): Promise<Told[]> {
  const found = await deliveries.told(subject);
  return found.map(({ recipient, content, state, dueAt }) => ({
    recipient,
    content,
    at: 'at' in state ? state.at : dueAt,
  }));
}

/** What was ordered for an hour of quiet is late after this, and waits for the morning. */
const orderedMs = 2 * 3_600_000;
/** A recall looks again so soon whether its message has arrived. */
const recallAgainMs = 3_000;

/** A subscription may have ended, and the plan have changed, since a notice was derived. */
async function judge(parts: ReminderServiceParts, delivery: Delivery, now: Date): Promise<Judged> {
  const { store, current, rules } = parts;
  const { content, recipient, dueAt } = delivery;
  const standing = await standingNow(parts, delivery, now);
  // What is over is written down as missed by whoever sends.
  if (standing === 'over') return { kind: 'send' };
  if (standing !== 'due') return { kind: 'drop', reason: standing };
  const { timeZone } = current.ledger().edition.plan.region;
  if (content.kind === 'recall') return judgeRecall(store.deliveries, content.of, now);
  if (content.kind === 'announcement') {
    const silent = await store.silences.until(recipient);
    const isSilent = silent !== null && localAt(now, timeZone).day <= silent;
    if (isSilent) return { kind: 'drop', reason: silent >= '9000' ? 'unsubscribed' : 'paused' };
    if (now.getTime() - Date.parse(dueAt) < orderedMs) return { kind: 'send' };
  }
  const until = postponed(delivery, now, rules, timeZone);
  return until ? { kind: 'later', dueAt: until.toISOString() } : { kind: 'send' };
}

async function judgeRecall(deliveries: DeliveryStore, of: string, now: Date): Promise<Judged> {
  const recalling = recallingOf(await deliveries.find(of));
  switch (recalling.kind) {
    case 'edit':
    case 'tell':
      return { kind: 'send' };
    case 'wait':
      return { kind: 'later', dueAt: new Date(now.getTime() + recallAgainMs).toISOString() };
    case 'nothing':
      return { kind: 'drop', reason: 'superseded' };
  }
}

async function standingNow({ store, current, rules }: ReminderServiceParts, delivery: Delivery, now: Date) {
  const { recipient, content } = delivery;
  const ledger = current.ledger();
  const subscriptions = await store.subscriptions.of(recipient);
  const standing = standingOf(delivery, ledger, subscriptions, now, rules);
  if (standing !== 'due') return standing;
  switch (content.kind) {
    case 'check-in': {
      const reports = await store.reports.before(content.meeting);
      return standingOfCheckIn(recipient, content, ledger, reports, subscriptions, now, rules);
    }
    case 'answers':
      return (await store.reports.open()).length > 0 ? 'due' : 'superseded';
    case 'status-report':
      return openRound(ledger.edition.plan, rules, content.meeting, now) ? 'due' : 'removed';
    default:
      return 'due';
  }
}
