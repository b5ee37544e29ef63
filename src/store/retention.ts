// How long the bot keeps what: then it is forgotten.
import { windowMs } from '../minute-counts.ts';
import type { Store } from './store.ts';

/** Days. The ledger is kept for ever: it is the plan. */
export const keptDays = {
  /** After they have run out: whoever presses an old card is told that it is old, and not that it never was. */
  proposals: 30,
  /** Since anybody last wrote in them. */
  conversations: 90,
  /** Since they last wrote to the bot; more than a year of meetings. */
  people: 400,
  /** Since nothing arrived there any more. */
  references: 90,
  /** Since they were given: what was approved stands in the ledger. */
  reports: 400,
  /** Since they were last asked. */
  questions: 400,
  /**
   * Since they came to their end, and what they are about began. More than a year of reports, and longer than any
   * reminder comes ahead: what is forgotten is never derived again, and nobody believes it still.
   */
  deliveries: 400,
} as const;

const dayMs = 86_400_000;

type Kept = Pick<
  Store,
  'proposals' | 'conversations' | 'people' | 'references' | 'questions' | 'deliveries' | 'claims' | 'counts' | 'reports'
>;

/**
 * Forgets what is older than it is kept.
 *
 * @param now by the bot's clock, which may be simulated
 * @param wireNow the real time, which conversations are dated by
 */
export async function forgetOld(store: Kept, now: Date, wireNow: Date): Promise<void> {
  const before = (days: number, end = now): string => new Date(end.getTime() - days * dayMs).toISOString();
  await store.proposals.forget(before(keptDays.proposals));
  await store.conversations.forget(before(keptDays.conversations, wireNow));
  await store.people.forget(before(keptDays.people));
  await store.references.forget(before(keptDays.references));
  await store.reports.forget(before(keptDays.reports));
  await store.questions.forget(before(keptDays.questions).slice(0, 10));
  await store.deliveries.forget(before(keptDays.deliveries));
  // Of the turns of the last minutes, whose last ones wait for this.
  await store.claims.forget(before(0, wireNow));
  await store.counts.forget(before(0, new Date(wireNow.getTime() - windowMs)));
}

/** Does what is to be done now and then once a day, failed or not. @returns how to stop */
export function everyDay(task: () => Promise<void>, failed: (error: unknown) => void): () => void {
  const run = () => task().catch(failed);
  void run();
  const timer = setInterval(run, dayMs);
  timer.unref();
  return () => clearInterval(timer);
}
