// Pauses of a subscription: begun, ended, and what its owner has missed by then.
import { addDays } from '../plan/days.ts';
import type { Ledger } from '../plan/fold.ts';
import type { Day } from '../plan/schedule.ts';
import { instantAt, localAt } from '../plan/wall-clock.ts';
import type { Window } from './agenda.ts';
import { isPaused } from './catch-up.ts';
import { changeNotices, type Told } from './changes.ts';
import type { Notice } from './notice.ts';
import type { QuietRules } from './quiet-hours.ts';
import { noticeKey } from './reminder.ts';
import type { Subscription } from './subscription.ts';

/** A subscription that pauses up to a day, inclusive. A pause that is made longer began when it began. */
export function paused(subscription: Subscription, until: Day, now: Date, timeZone: string): Subscription {
  const from = isPaused(subscription, now, timeZone) ? subscription.rested?.from : undefined;
  return { ...subscription, pausedUntil: until, rested: { from: from ?? now.toISOString(), until: null } };
}

/** A subscription that goes on, before its pause was over. */
export function resumed(subscription: Subscription, now: string): Subscription {
  const { rested } = subscription;
  return { ...subscription, pausedUntil: null, ...(rested ? { rested: { ...rested, until: now } } : {}) };
}

/** A pause from here on is one without an end. */
const forGood: Day = '9000-01-01';

function endOf({ pausedUntil, rested }: Subscription, timeZone: string): Date | null {
  if (!rested) return null;
  if (rested.until !== null) return new Date(rested.until);
  const isOpen = pausedUntil === null || pausedUntil >= forGood;
  return isOpen ? null : instantAt(addDays(pausedUntil, 1), '00:00', timeZone);
}

/** What was to be told when a pause began had become known so long before at most: quiet hours had held it up. */
const heldUpMs = 5 * 86_400_000;

/** The subscriptions whose pause ended in a window, by when it began. */
export class Awakened {
  readonly #window: Window;
  readonly #timeZone: string;
  readonly #byStart = new Map<string, Subscription[]>();

  constructor(window: Window, timeZone: string) {
    this.#window = window;
    this.#timeZone = timeZone;
  }

  /** The last days of the pauses that end in the window by themselves: from one on, and before another. */
  days(): readonly [Day, Day] {
    const { after, upTo } = this.#window;
    return [localAt(after, this.#timeZone).day, localAt(upTo, this.#timeZone).day];
  }

  add(subscription: Subscription): void {
    const end = endOf(subscription, this.#timeZone);
    if (!end || !subscription.rested || end <= this.#window.after || end > this.#window.upTo) return;
    const { from } = subscription.rested;
    this.#byStart.set(from, [...(this.#byStart.get(from) ?? []), subscription]);
  }

  /**
   * What changed during the pauses that were added since it was last asked, and is not as their owners were told.
   *
   * @param toldSince what arrived about the meetings that changed after a version
   */
  async *notices(
    ledger: Ledger,
    toldSince: (version: number) => Promise<readonly Told[]>,
    rules: QuietRules,
  ): AsyncGenerator<Notice> {
    const pauses = [...this.#byStart];
    this.#byStart.clear();
    for (const [from, subscriptions] of pauses) {
      const known = Date.parse(from) - heldUpMs;
      const since = ledger.entries.findLast(({ at }) => Date.parse(at) <= known)?.version ?? 0;
      const news = { ledger, since, told: await toldSince(since), now: this.#window.upTo, rules };
      for (const notice of changeNotices(news, subscriptions)) yield anew(notice, from);
    }
  }
}

/** News that was kept from somebody when they paused has its row already, which came to nothing. */
function anew(notice: Notice, from: string): Notice {
  if (notice.content.kind === 'reminder') return notice;
  return { ...notice, key: noticeKey(notice.recipient, 'after pause', from, notice.key) };
}
