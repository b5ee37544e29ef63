// Reminders that are late: of a subscription that came after its lead had passed, and after the bot was down.
import type { Plan } from '../plan/plan.ts';
import { localAt } from '../plan/wall-clock.ts';
import { type Agenda, agendaOf, type Slot } from './agenda.ts';
import { DueCollector } from './due.ts';
import { compareLeads } from './lead.ts';
import type { Notice } from './notice.ts';
import type { Occurrence } from './occurrences.ts';
import { type QuietRules, sendableAt } from './quiet-hours.ts';
import { reminderOf } from './reminder.ts';
import type { Interest, Recipient, Subscription } from './subscription.ts';

/**
 * The reminders whose time had passed when they could first be given: one of each occurrence that is still ahead, for
 * the longest of the leads. A person who has just subscribed gets them at once; others as soon as the rules allow.
 *
 * @param now when the subscription was made, or what it is about came into the plan
 * @param only occurrences to look at; all without it
 */
export function catchUpNotices(
  plan: Plan,
  subscription: Subscription,
  now: Date,
  rules: QuietRules,
  only: (occurrence: Occurrence) => boolean = () => true,
): Notice[] {
  const agenda = agendaOf(plan, rules);
  if (isPaused(subscription, now, agenda.timeZone)) return [];
  const missed = agenda.slotsOf(subscription).filter(({ occurrence, dueAt }) => {
    return dueAt <= now && occurrence.start > now && only(occurrence);
  });
  const atOnce = isPresent(subscription, now);
  return onePerOccurrence(missed, (a, b) => compareLeads(b.lead, a.lead)).map((slot) =>
    reminderOf(subscription.recipient, slot, atOnce ? now : sendableNow(slot, now, agenda)),
  );
}

export function isPaused({ pausedUntil }: Subscription, now: Date, timeZone: string): boolean {
  return pausedUntil !== null && localAt(now, timeZone).day <= pausedUntil;
}

/** Whether the recipient is who has just made the subscription, and so reads what comes at any hour. */
function isPresent({ recipient, setBy, createdAt }: Subscription, now: Date): boolean {
  if (recipient.kind !== 'person' || Date.parse(createdAt) < now.getTime() - minuteMs) return false;
  return recipient.tenant === setBy.tenant && recipient.person === setBy.person;
}

function sendableNow({ occurrence }: Slot, now: Date, { rules, timeZone }: Agenda): Date {
  return sendableAt(now, occurrence.start, rules, timeZone, now);
}

/** Of the slots of each occurrence the one that comes first in the order. */
function onePerOccurrence(slots: readonly Slot[], order: (a: Slot, b: Slot) => number): Slot[] {
  const chosen = new Map<Occurrence, Slot>();
  for (const slot of slots) {
    const other = chosen.get(slot.occurrence);
    if (!other || order(slot, other) < 0) chosen.set(slot.occurrence, slot);
  }
  return [...chosen.values()];
}

const minuteMs = 60_000;

/** What is not sent later than this after it was due is not late: a sweep takes its time. */
const punctualMs = 15 * minuteMs;

/**
 * What became of a notice that was due: it is to be sent; it is covered by one of the same occurrence for a shorter
 * lead, due since; or it is missed, its time being over.
 */
export interface Late {
  readonly outcome: 'send' | 'covered' | 'missed';
  readonly notice: Notice;
}

/**
 * The notices that fell due since the last completed sweep, however long that is ago: `dueNotices` for after an outage.
 * Each recipient gets at most one of an occurrence, the latest, and nothing of what has started.
 */
export function* lateNotices(
  plan: Plan,
  subscriptions: Iterable<Subscription>,
  watermark: Date,
  now: Date,
  rules: QuietRules,
): Generator<Late> {
  const late = new LateCollector(plan, watermark, now, rules);
  for (const subscription of subscriptions) late.add(subscription);
  yield* late.notices();
}

/** `lateNotices` for subscriptions that come one by one. */
export class LateCollector {
  readonly #now: Date;
  readonly #due: DueCollector;

  constructor(plan: Plan, watermark: Date, now: Date, rules: QuietRules) {
    this.#now = now;
    this.#due = new DueCollector(plan, { after: watermark, upTo: now }, rules);
  }

  /** Whether anything may have fallen due by such an interest. */
  concerns(interest: Interest): boolean {
    return this.#due.concerns(interest);
  }

  add(subscription: Subscription): void {
    this.#due.add(subscription);
  }

  /** What the subscriptions give that were added since it was last asked. */
  *notices(): Generator<Late> {
    const { slots, agenda } = this.#due;
    for (const { recipient, value } of slots.taken()) {
      const latest = new Set(onePerOccurrence(value, (a, b) => compareLeads(a.lead, b.lead)));
      for (const slot of value) yield lateReminder(recipient, slot, latest.has(slot), this.#now, agenda);
    }
    for (const digest of this.#due.digests()) yield lateWeekly(digest, this.#now, agenda);
  }
}

function lateReminder(recipient: Recipient, slot: Slot, isLatest: boolean, now: Date, agenda: Agenda): Late {
  if (slot.occurrence.start <= now) return { outcome: 'missed', notice: reminderOf(recipient, slot) };
  if (!isLatest) return { outcome: 'covered', notice: reminderOf(recipient, slot) };
  const dueAt = isLate(slot, now) ? sendableNow(slot, now, agenda) : slot.dueAt;
  return { outcome: 'send', notice: reminderOf(recipient, slot, dueAt) };
}

/**
 * Until when a notice has to wait that could not be sent when it was due, and now is due at an hour of quiet; null where
 * it may be sent now.
 */
export function postponed({ dueAt, expiresAt }: Notice, now: Date, rules: QuietRules, timeZone: string): Date | null {
  if (!isLate({ dueAt: new Date(dueAt) }, now)) return null;
  const sendable = sendableAt(now, new Date(expiresAt), rules, timeZone, now);
  return sendable > now ? sendable : null;
}

function isLate({ dueAt }: { readonly dueAt: Date }, now: Date): boolean {
  return now.getTime() - dueAt.getTime() > punctualMs;
}

/** A weekly message is worth sending while its week lasts. */
export function lateWeekly(notice: Notice, now: Date, { rules, timeZone }: Agenda): Late {
  const over = new Date(notice.expiresAt);
  if (over <= now) return { outcome: 'missed', notice };
  if (!isLate({ dueAt: new Date(notice.dueAt) }, now)) return { outcome: 'send', notice };
  return { outcome: 'send', notice: { ...notice, dueAt: sendableAt(now, over, rules, timeZone, now).toISOString() } };
}
