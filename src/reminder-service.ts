// Reminders put together: what is due by plan and subscriptions, put into words, sent, and written down.
import type { Clock } from './clock.ts';
import type { OfficeReminders } from './facts.ts';
import type { Log } from './log.ts';
import type { Ledger } from './plan/fold.ts';
import type { Plan } from './plan/plan.ts';
import type { Holidays } from './plan/working-days.ts';
import { postponed } from './reminders/catch-up.ts';
import { ChangeCollector, changedMeetings, type Told } from './reminders/changes.ts';
import { Derivation, storingMs } from './reminders/derivation.ts';
import { changedTurns, HostChangeCollector, turnKey } from './reminders/host-changes.ts';
import type { After } from './reminders/loop.ts';
import { mergeNotices } from './reminders/merge.ts';
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
import type { Composed, Judged, Send } from './reminders/sender.ts';
import type { ReminderHealth } from './reminders/steps.ts';
import { standingOf } from './reminders/still-due.ts';
import { idOf } from './reminders/subscribing.ts';
import type { Recipient } from './reminders/subscription.ts';
import { makeSweeper, type Sweeper } from './reminders/sweep.ts';
import { renderMessage } from './render/messages.ts';
import type { Rendered } from './render/render.ts';
import type { Delivery, Derived, Reference, Watermark } from './store/reminder-stores.ts';
import type { Store } from './store/store.ts';
import type { CurrentPlan } from './updates/current-plan.ts';

export interface ReminderServiceParts {
  readonly store: Pick<Store, 'deliveries' | 'references' | 'sweeps' | 'subscriptions'>;
  readonly current: CurrentPlan;
  readonly holidays: Holidays;
  readonly rules: QuietRules;
  /** Who gets the weekly heartbeat. */
  readonly secretariat: () => readonly Recipient[];
  /** What the heartbeat tells. */
  readonly health: () => Promise<ReminderHealth>;
  readonly send: Send<ReminderMessage>;
  readonly clock: Clock;
  readonly wireClock: Clock;
  readonly random: () => number;
  readonly worker: string;
  readonly log: Log;
}

/** A message in the language of its recipient. */
export interface ReminderMessage extends Rendered {
  readonly locale: 'sv' | 'en';
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

type Consulted = Pick<Store, 'deliveries' | 'subscriptions' | 'references'>;

/** How many are to be told of the last change of a ledger, and what comes and goes with an office. */
export async function consequencesOf(ledger: Ledger, store: Consulted, rules: QuietRules, now: Date) {
  const since = ledger.edition.version - 1;
  const collector = new ChangeCollector({ ledger, since, told: await toldSince(ledger, since, store), now, rules });
  const hosts = new HostChangeCollector(ledger, since, await turnsTold(ledger, since, store), now, rules);
  for await (const subscription of store.subscriptions.all()) {
    collector.add(subscription);
    hosts.add(subscription);
  }
  const turned = turnovers(ledger, { at: now, version: since }, now);
  const notices = [...collector.notices(), ...hosts.notices()];
  const recipients = [...notices.map(({ recipient }) => recipient), ...turned.map(recipientOf)];
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
async function* derive(
  { store, current, rules, secretariat }: ReminderServiceParts,
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
  const derivation = new Derivation({ ledger, after: since, now, told, secretariat: secretariat(), rules });
  const { timeZone } = ledger.edition.plan.region;
  const awakened = new Awakened({ after: new Date(since.at.getTime() - storingMs), upTo: now }, timeZone);
  for await (const subscription of store.subscriptions.all()) {
    derivation.add(subscription);
    hosts.add(subscription);
    awakened.add(subscription);
  }
  yield* derivation.notices();
  const missed = awakened.notices(ledger, (version) => toldSince(ledger, version, store), rules);
  for await (const notice of missed) yield { outcome: 'send', notice };
  const news = turned.flatMap((turnover) => turnoverNotice(turnover, now, rules, timeZone) ?? []);
  for (const notice of [...hosts.notices(), ...news]) yield { outcome: 'send', notice };
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

/** A subscription may have ended, and the plan have changed, since a notice was derived. */
async function judge({ store, current, rules }: ReminderServiceParts, delivery: Delivery, now: Date): Promise<Judged> {
  const subscriptions = await store.subscriptions.of(delivery.recipient);
  const standing = standingOf(delivery, current.ledger(), subscriptions, now, rules);
  // What is over is written down as missed by whoever sends.
  if (standing === 'over') return { kind: 'send' };
  if (standing !== 'due') return { kind: 'drop', reason: standing };
  const until = postponed(delivery, now, rules, current.ledger().edition.plan.region.timeZone);
  return until ? { kind: 'later', dueAt: until.toISOString() } : { kind: 'send' };
}

async function compose(
  { store, current, holidays, health }: ReminderServiceParts,
  reference: Reference,
  deliveries: readonly Delivery[],
  now: Date,
): Promise<Composed<ReminderMessage>> {
  const [message] = mergeNotices(deliveries);
  if (!message) throw new Error('a message of nothing was asked for');
  const subscriptions = await store.subscriptions.of(reference.recipient);
  const locale = subscriptions[0]?.locale ?? reference.locale ?? 'sv';
  const isReport = message.shown.some(({ content }) => content.kind === 'heartbeat');
  const background = { subscriptions, holidays, health: isReport ? await health() : null };
  const keys = new Set(message.notices.map(({ key }) => key));
  return {
    message: { ...renderMessage(message, current.ledger().edition.plan, locale, now, background), locale },
    covers: deliveries.filter(({ key }) => keys.has(key)),
  };
}
