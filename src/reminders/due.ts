// Which reminders fall due between two instants: plan × subscriptions × window → notices.
import type { Plan } from '../plan/plan.ts';
import { type Agenda, agendaOf, leadsFor, type Slot, type Window } from './agenda.ts';
import { compareLeads } from './lead.ts';
import type { Notice } from './notice.ts';
import type { QuietRules } from './quiet-hours.ts';
import { ByRecipient } from './recipients.ts';
import { reminderOf } from './reminder.ts';
import type { Interest, Subscription } from './subscription.ts';
import { topicKey } from './topics.ts';
import { digestNotices, type Week, weeksIn } from './weekly.ts';

/**
 * The notices that fall due in a window, each once. However a stretch of time is cut into windows, they give the same
 * notices; in whatever order the subscriptions come, too.
 *
 * Several subscriptions of one recipient give one reminder an occurrence and lead, and of leads that the quiet rules
 * bring to the same instant only the shortest. What was due before a subscription was made is not its business (see
 * `catchUpNotices`), nor what falls on its paused days.
 */
export function* dueNotices(
  plan: Plan,
  subscriptions: Iterable<Subscription>,
  window: Window,
  rules: QuietRules,
): Generator<Notice> {
  const due = new DueCollector(plan, window, rules);
  for (const subscription of subscriptions) due.add(subscription);
  for (const { recipient, value } of due.slots.taken()) {
    for (const slot of value) if (!isRepeated(slot, value)) yield reminderOf(recipient, slot);
  }
  yield* due.digests();
}

/** What is due in a window, for subscriptions that come one by one. */
export class DueCollector {
  readonly agenda: Agenda;
  /** By recipient, each once. */
  readonly slots = new ByRecipient<Slot[]>();
  readonly #weeks: readonly Week[];
  readonly #digests = new ByRecipient<readonly Subscription[]>();
  readonly #slotsFor: (interest: Interest) => readonly Slot[];

  constructor(plan: Plan, window: Window, rules: QuietRules) {
    this.agenda = agendaOf(plan, rules);
    this.#weeks = weeksIn(window, rules, this.agenda.timeZone);
    this.#slotsFor = slotsByTopic(this.agenda, window);
  }

  /** Whether anything is due by such an interest, if it is old enough and not paused. */
  concerns(interest: Interest): boolean {
    return this.#slotsFor(interest).length > 0 || (interest.digest === true && this.#weeks.length > 0);
  }

  add(subscription: Subscription): void {
    const { recipient, digest } = subscription;
    if (digest && this.#weeks.length > 0)
      this.#digests.set(recipient, [...(this.#digests.get(recipient) ?? []), subscription]);
    for (const slot of this.#slotsFor(subscription)) {
      if (!isFor(subscription, slot)) continue;
      const those = this.slots.get(recipient);
      if (!those) this.slots.set(recipient, [slot]);
      else if (!those.includes(slot)) those.push(slot);
    }
  }

  *digests(): Generator<Notice> {
    for (const { recipient, value } of this.#digests.taken()) yield* digestNotices(recipient, value, this.#weeks);
  }
}

/** What is due of a topic at a lead is worked out once for all who subscribe to that. */
function slotsByTopic(agenda: Agenda, window: Window): (interest: Interest) => readonly Slot[] {
  const known = new Map<string, readonly Slot[]>();
  return ({ topic, leads }) => {
    const key = leads.reduce((text, { amount, unit }) => `${text}|${amount} ${unit}`, topicKey(topic));
    const before = known.get(key);
    if (before) return before;
    const slots = agenda
      .of(topicKey(topic))
      .flatMap((occurrence) => leadsFor(occurrence, leads).map((lead) => ({ occurrence, lead })))
      .flatMap(({ occurrence, lead }) => agenda.slotIn(window, occurrence, lead) ?? []);
    known.set(key, slots);
    return slots;
  };
}

/** Whether the subscription had been made when the slot fell due, and was not paused. */
function isFor({ createdAt, pausedUntil }: Subscription, { dueAt, day }: Slot): boolean {
  return dueAt.getTime() > Date.parse(createdAt) && (pausedUntil === null || day > pausedUntil);
}

/** Whether another lead of the same occurrence, a shorter one, is due at the same instant. */
function isRepeated(slot: Slot, slots: readonly Slot[]): boolean {
  return slots.some(
    (other) =>
      other.occurrence === slot.occurrence &&
      other.dueAt.getTime() === slot.dueAt.getTime() &&
      compareLeads(other.lead, slot.lead) < 0,
  );
}
