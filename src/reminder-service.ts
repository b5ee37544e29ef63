// Reminders put together: what is due by plan and subscriptions, put into words, sent, and written down.
import type { Clock } from './clock.ts';
import type { Log } from './log.ts';
import type { Ledger } from './plan/fold.ts';
import type { MeetingId } from './plan/ids.ts';
import type { Holidays } from './plan/working-days.ts';
import { postponed } from './reminders/catch-up.ts';
import { ChangeCollector, changedMeetings, type Told } from './reminders/changes.ts';
import { Derivation, storingMs } from './reminders/derivation.ts';
import type { After } from './reminders/loop.ts';
import { mergeNotices } from './reminders/merge.ts';
import { Awakened } from './reminders/pauses.ts';
import type { QuietRules } from './reminders/quiet-hours.ts';
import { recipientKey } from './reminders/recipients.ts';
import type { Composed, Judged, Send } from './reminders/sender.ts';
import type { ReminderHealth } from './reminders/steps.ts';
import { standingOf } from './reminders/still-due.ts';
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

/** How many are to be told of the last change of a ledger. */
export async function countTold(
  ledger: Ledger,
  store: Pick<Store, 'deliveries' | 'subscriptions'>,
  rules: QuietRules,
  now: Date,
): Promise<number> {
  const since = ledger.edition.version - 1;
  const collector = new ChangeCollector({ ledger, since, told: await toldSince(ledger, since, store), now, rules });
  for await (const subscription of store.subscriptions.all()) collector.add(subscription);
  return new Set([...collector.notices()].map(({ recipient }) => recipientKey(recipient))).size;
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
  const told = await toldSince(ledger, after.version, store);
  const derivation = new Derivation({
    ledger,
    after: { at: new Date(after.at), version: after.version },
    now: new Date(upTo.at),
    told,
    secretariat: secretariat(),
    rules,
  });
  const { timeZone } = ledger.edition.plan.region;
  const since = new Date(Date.parse(after.at) - storingMs);
  const awakened = new Awakened({ after: since, upTo: new Date(upTo.at) }, timeZone);
  for await (const subscription of store.subscriptions.all()) {
    derivation.add(subscription);
    awakened.add(subscription);
  }
  yield* derivation.notices();
  const missed = awakened.notices(ledger, (version) => toldSince(ledger, version, store), rules);
  for await (const notice of missed) yield { outcome: 'send', notice };
}

async function toldOf({ deliveries }: Pick<Store, 'deliveries'>, meeting: MeetingId): Promise<Told[]> {
  const found = await deliveries.told(meeting);
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
