// What a change brings into the plan, or to another day, when the time to be reminded of it has passed already.
import { type Applied, partsOf } from '../plan/difference.ts';
import type { Ledger } from '../plan/fold.ts';
import type { Plan } from '../plan/plan.ts';
import { agendaOf } from './agenda.ts';
import { catchUpNotices } from './catch-up.ts';
import { compareLeads } from './lead.ts';
import type { Notice } from './notice.ts';
import { type Occurrence, type ReminderOf, subjectKey } from './occurrences.ts';
import type { QuietRules } from './quiet-hours.ts';
import { ByRecipient } from './recipients.ts';
import type { Subscription, Topic } from './subscription.ts';
import { type TopicKey, topicKey } from './topics.ts';

/**
 * One late reminder a recipient of each deadline, turn to host and activity that a change set, for the longest lead.
 * Meetings are not among them: who is told of those depends on what they were told before. A reminder that a recipient
 * got has the same key, and so comes once.
 */
export class AppearedCollector {
  readonly #plan: Plan;
  readonly #now: Date;
  readonly #rules: QuietRules;
  readonly #occurrences: ReadonlySet<Occurrence>;
  readonly #topics: ReadonlySet<TopicKey>;
  readonly #found = new ByRecipient<Map<string, Notice>>();

  constructor({ edition, entries }: Ledger, since: number, now: Date, rules: QuietRules) {
    this.#plan = edition.plan;
    this.#now = now;
    this.#rules = rules;
    const changes = entries
      .filter(({ version, quiet }) => version > since && !quiet)
      .flatMap(({ version }) => edition.applied.get(version) ?? [])
      .flatMap(partsOf);
    const isSet = ({ of }: Occurrence): boolean => changes.some((applied) => sets(applied, of));
    this.#occurrences = new Set(changes.length > 0 ? agendaOf(edition.plan, rules).occurrences.filter(isSet) : []);
    this.#topics = new Set([...this.#occurrences].flatMap(({ topics }) => topics));
  }

  concerns(topic: Topic): boolean {
    return this.#topics.has(topicKey(topic));
  }

  add(subscription: Subscription): void {
    if (!this.concerns(subscription.topic)) return;
    const { recipient } = subscription;
    const isSet = (occurrence: Occurrence): boolean => this.#occurrences.has(occurrence);
    for (const notice of catchUpNotices(this.#plan, subscription, this.#now, this.#rules, isSet)) {
      const those = this.#found.get(recipient) ?? new Map<string, Notice>();
      this.#found.set(recipient, those.set(subjectOf(notice), longer(notice, those.get(subjectOf(notice)))));
    }
  }

  *notices(): Generator<Notice> {
    for (const { value } of this.#found.taken()) yield* value.values();
  }
}

function subjectOf({ content, expiresAt }: Notice): string {
  return content.kind === 'reminder' ? `${subjectKey(content.of)} ${expiresAt}` : content.kind;
}

function longer(notice: Notice, other: Notice | undefined): Notice {
  if (notice.content.kind !== 'reminder' || other?.content.kind !== 'reminder') return notice;
  return compareLeads(notice.content.lead, other.content.lead) < 0 ? other : notice;
}

/** Whether a change set when it is that something is reminded of, or whose business it is. */
function sets({ subject, differences }: Applied, of: ReminderOf): boolean {
  switch (of.kind) {
    case 'meeting':
      return false;
    case 'activity': {
      if (subject.kind !== 'activity' || subject.record.id !== of.activity) return false;
      return differences.some(({ field }) => field === 'schedule' || field === 'responsible');
    }
    case 'deadline': {
      if (subject.kind === 'meeting') {
        return (
          subject.record.id === of.meeting && differences.some(({ field }) => field === 'date' || field === 'held')
        );
      }
      return subject.kind === 'deadline' && subject.group === of.group && isSameName(subject.name, of.name);
    }
    case 'hosting':
      return subject.kind === 'hosting' && subject.conference === of.conference && subject.years.includes(of.year);
  }
}

function isSameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
