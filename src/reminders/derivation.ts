// What one sweep finds in the subscriptions of those concerned: what is due, late, changed, and new subscribers' first.
import type { Ledger } from '../plan/fold.ts';
import { agendaOf } from './agenda.ts';
import { catchUpNotices, type Late, LateCollector, lateWeekly } from './catch-up.ts';
import { ChangeCollector, type Told } from './changes.ts';
import type { Notice } from './notice.ts';
import type { QuietRules } from './quiet-hours.ts';
import type { Interest, Recipient, Subscription } from './subscription.ts';
import { heartbeatNotices } from './weekly.ts';

export interface Sweeping {
  readonly ledger: Ledger;
  /** How far the last completed sweep came: its instant, and the version of its plan. */
  readonly after: { readonly at: Date; readonly version: number };
  readonly now: Date;
  /** What arrived about the meetings of `changedMeetings(ledger, after.version)`. */
  readonly told: Iterable<Told>;
  /** Who gets the heartbeat. */
  readonly secretariat: readonly Recipient[];
  readonly rules: QuietRules;
}

/** So long a subscription may take from its making to the store; a sweep that finds one again does no harm. */
export const storingMs = 120_000;

/** Notices that have been derived before have the same keys: of those, nothing new is to be made. */
export class Derivation {
  readonly #sweeping: Sweeping;
  readonly #late: LateCollector;
  readonly #changes: ChangeCollector;
  readonly #first: Notice[] = [];

  constructor(sweeping: Sweeping) {
    const { ledger, after, now, told, rules } = sweeping;
    this.#sweeping = sweeping;
    this.#late = new LateCollector(ledger.edition.plan, after.at, now, rules);
    this.#changes = new ChangeCollector({ ledger, since: after.version, told, now, rules });
  }

  /** Whether there may be something for whoever has such an interest. Who is new to it is concerned in any case. */
  concerns(interest: Interest): boolean {
    return this.#late.concerns(interest) || this.#changes.concerns(interest);
  }

  add(subscription: Subscription): void {
    this.#late.add(subscription);
    this.#changes.add(subscription);
    const { ledger, after, now, rules } = this.#sweeping;
    const created = new Date(subscription.createdAt);
    if (created > now || created.getTime() <= after.at.getTime() - storingMs) return;
    this.#first.push(...catchUpNotices(ledger.edition.plan, subscription, created, rules));
  }

  /** What the subscriptions give that were added since it was last asked: all that a recipient has, at once. */
  *notices(): Generator<Late> {
    yield* this.#late.notices();
    for (const notice of this.#changes.notices()) yield { outcome: 'send', notice };
    for (const notice of unique(this.#first.splice(0))) yield { outcome: 'send', notice };
  }

  *heartbeats(): Generator<Late> {
    const { ledger, after, now, secretariat, rules } = this.#sweeping;
    const agenda = agendaOf(ledger.edition.plan, rules);
    const window = { after: after.at, upTo: now };
    for (const notice of heartbeatNotices(secretariat, window, rules, agenda.timeZone)) {
      yield lateWeekly(notice, now, agenda);
    }
  }
}

/** Two subscriptions made at once may be of the same meeting. */
function unique(notices: readonly Notice[]): Notice[] {
  return [...new Map(notices.map((notice) => [notice.key, notice])).values()];
}
