// When each occurrence of a plan is due for each lead, found by topic. Worked out once for a plan, whoever asks.
import type { Plan } from '../plan/plan.ts';
import type { Day } from '../plan/schedule.ts';
import { localAt } from '../plan/wall-clock.ts';
import { canonicalLead, leadBefore, leadDays, leadKey } from './lead.ts';
import { type Occurrence, occurrencesOf, subjectKey } from './occurrences.ts';
import { type QuietRules, sendableAt } from './quiet-hours.ts';
import type { Lead, Subscription } from './subscription.ts';
import { type TopicKey, topicKey } from './topics.ts';

/** An occurrence at a lead: what may be sent once to a recipient. */
export interface Slot {
  readonly occurrence: Occurrence;
  /** In its canonical form. */
  readonly lead: Lead;
  readonly dueAt: Date;
  /** The region's day of `dueAt`. */
  readonly day: Day;
}

/** After one instant, up to and with another: windows that meet neither repeat nor lose an instant between them. */
export interface Window {
  readonly after: Date;
  readonly upTo: Date;
}

/** A host is reminded months ahead, unless its subscription itself says how many. */
const hostingLeads: readonly Lead[] = [
  { amount: 6, unit: 'months' },
  { amount: 3, unit: 'months' },
];

/** How much longer than its mean a lead can be, and how much earlier the quiet rules can move it, in days. */
const slackDays = 35;
const dayMs = 86_400_000;

export class Agenda {
  readonly rules: QuietRules;
  readonly timeZone: string;
  readonly occurrences: readonly Occurrence[];
  readonly #byTopic: ReadonlyMap<TopicKey, readonly Occurrence[]>;
  readonly #bySubject: ReadonlyMap<string, readonly Occurrence[]>;
  readonly #due = new Map<string, Date>();
  readonly #slots = new Map<string, Slot>();

  constructor(plan: Plan, rules: QuietRules) {
    this.rules = rules;
    this.timeZone = plan.region.timeZone;
    this.occurrences = occurrencesOf(plan, rules.holidays);
    this.#byTopic = byTopic(this.occurrences);
    this.#bySubject = Map.groupBy(this.occurrences, ({ of }) => subjectKey(of));
  }

  /** Every slot of a subscription; pauses and its age are not looked at. */
  slotsOf(subscription: Pick<Subscription, 'topic' | 'leads'>): Slot[] {
    const key = topicKey(subscription.topic);
    return this.of(key).flatMap((occurrence) =>
      leadsFor(occurrence, subscription.leads).map((lead) => this.slot(occurrence, lead)),
    );
  }

  of(topic: TopicKey): readonly Occurrence[] {
    return this.#byTopic.get(topic) ?? [];
  }

  /** The occurrences of one subject: an activity may have several. */
  about(subject: string): readonly Occurrence[] {
    return this.#bySubject.get(subject) ?? [];
  }

  slot(occurrence: Occurrence, lead: Lead): Slot {
    const key = `${occurrence.key} ${leadKey(lead)}`;
    const known = this.#slots.get(key);
    if (known) return known;
    const dueAt = this.dueAt(occurrence.start, lead);
    const slot = { occurrence, lead: canonicalLead(lead), dueAt, day: localAt(dueAt, this.timeZone).day };
    this.#slots.set(key, slot);
    return slot;
  }

  /** When a reminder of a start is due for a lead, under the quiet rules. */
  dueAt(start: Date, lead: Lead): Date {
    const key = `${start.getTime()} ${leadKey(lead)}`;
    const known = this.#due.get(key);
    if (known) return known;
    const dueAt = sendableAt(leadBefore(start, lead, this.timeZone), start, this.rules, this.timeZone);
    this.#due.set(key, dueAt);
    return dueAt;
  }

  /** The slot, if it is due in the window; most are told to be outside without the arithmetic of time zones. */
  slotIn({ after, upTo }: Window, occurrence: Occurrence, lead: Lead): Slot | null {
    const about = occurrence.start.getTime() - leadDays(lead) * dayMs;
    const slack = slackDays * dayMs;
    if (about + slack < after.getTime() || about - slack > upTo.getTime()) return null;
    const slot = this.slot(occurrence, lead);
    return slot.dueAt > after && slot.dueAt <= upTo ? slot : null;
  }
}

function byTopic(occurrences: readonly Occurrence[]): Map<TopicKey, Occurrence[]> {
  const index = new Map<TopicKey, Occurrence[]>();
  for (const occurrence of occurrences) {
    for (const topic of occurrence.topics) {
      const those = index.get(topic);
      if (those) those.push(occurrence);
      else index.set(topic, [occurrence]);
    }
  }
  return index;
}

/** The leads that a subscription's reminders of an occurrence have. */
export function leadsFor({ of }: Occurrence, leads: readonly Lead[]): readonly Lead[] {
  if (of.kind !== 'hosting' || leads.length === 0) return leads;
  const months = leads.filter(({ unit }) => unit === 'months');
  return months.length > 0 ? months : hostingLeads;
}

const agendas = new WeakMap<Plan, Agenda>();

/** The agenda of a plan under the rules; made once for a plan. */
export function agendaOf(plan: Plan, rules: QuietRules): Agenda {
  const known = agendas.get(plan);
  if (known && known.rules === rules) return known;
  const agenda = new Agenda(plan, rules);
  agendas.set(plan, agenda);
  return agenda;
}
