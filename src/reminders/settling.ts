// What an attempt to send means for each delivery in it, for its recipient, and for all others.
import type { Delivery, Recent, Settled, Settlement, Undelivered } from '../store/reminder-stores.ts';
import { mostDoubts, type SendOutcome, type Verdict, verdictOf } from './failure.ts';

/** What is written down after an attempt. Times in milliseconds from now. */
export interface Ending {
  readonly settlements: readonly Settlement[];
  readonly recent: readonly Recent[];
  /** Nothing to the recipient until then. */
  readonly notBeforeMs: number | null;
  /** Nothing to the whole tenant until then. */
  readonly pauseMs: number | null;
  /** Nothing to anybody until then. */
  readonly lockedOutMs: number | null;
  /** Nothing reaches the recipient any more. */
  readonly gone: Undelivered | null;
  /** The recipient's chat, where it had to be made. */
  readonly conversation: string | null;
}

export type Attempt =
  /** Nothing had to be posted. */
  | { readonly kind: 'none'; readonly settlements: readonly Settlement[]; readonly recent: readonly Recent[] }
  /** Composing failed, a fault of the bot: nothing was posted. */
  | { readonly kind: 'broken'; readonly recent: readonly Recent[] }
  | {
      readonly kind: 'posted';
      readonly outcome: SendOutcome;
      /** What became of those that are not in the message. */
      readonly settlements: readonly Settlement[];
      readonly recent: readonly Recent[];
    };

/** Crashes say less about a message than errors of Teams do, but one that has been there at each may be their cause. */
const mostCrashes = 2 * mostDoubts;

/**
 * @param deliveries those that the message told, as they were before it was posted
 */
export function endingOf(deliveries: readonly Delivery[], attempt: Attempt, random: () => number): Ending {
  const nothing = { notBeforeMs: null, pauseMs: null, lockedOutMs: null, gone: null, conversation: null };
  if (attempt.kind === 'none') return { ...nothing, settlements: attempt.settlements, recent: attempt.recent };
  // As if Teams had not been reached: tried again, less and less often.
  const outcome: SendOutcome = attempt.kind === 'posted' ? attempt.outcome : { kind: 'unreached', code: 'broken' };
  const chance = random();
  const verdicts = deliveries.map((delivery) => ({ delivery, verdict: verdictOn(delivery, outcome, chance) }));
  const settlements = verdicts.map(({ delivery: { key }, verdict }) => ({ keys: [key], as: settledBy(verdict) }));
  const others = attempt.kind === 'posted' ? attempt.settlements : [];
  return {
    settlements: grouped([...others, ...settlements]),
    recent: attempt.recent,
    ...consequences(verdicts.map(({ verdict }) => verdict)),
  };
}

function verdictOn({ attempts, doubts, state }: Delivery, outcome: SendOutcome, chance: number): Verdict {
  // Left as it was being posted: in doubt once more since it was read.
  const known = state.kind === 'posting' ? doubts + 1 : doubts;
  return verdictOf(outcome, { attempts: attempts + 1, doubts: known }, chance);
}

/** Whether the worker was gone each time that it was posted. */
export function isHopeless({ state, doubts }: Delivery): boolean {
  return state.kind === 'posting' && doubts >= mostCrashes;
}

function settledBy(verdict: Verdict): Settled {
  switch (verdict.kind) {
    case 'sent':
      return { kind: 'sent', activity: verdict.activity };
    case 'failed':
      return { kind: 'failed', reason: verdict.reason };
    case 'retry':
    case 'locked-out':
      return { kind: 'due', at: null, doubt: false };
    case 'doubt':
      return { kind: 'due', at: null, doubt: true };
  }
}

function consequences(verdicts: readonly Verdict[]): Omit<Ending, 'settlements' | 'recent'> {
  const waits = verdicts.flatMap((verdict) => ('afterMs' in verdict ? verdict : []));
  const longest = (those: readonly { readonly afterMs: number }[]): number | null =>
    those.length === 0 ? null : Math.max(...those.map(({ afterMs }) => afterMs));
  const dead = verdicts.find((verdict) => verdict.kind === 'failed' && verdict.gone);
  const sent = verdicts.find((verdict) => verdict.kind === 'sent');
  return {
    notBeforeMs: longest(waits.filter(({ kind }) => kind !== 'locked-out')),
    pauseMs: longest(waits.filter((verdict) => verdict.kind === 'retry' && verdict.everybody)),
    lockedOutMs: longest(waits.filter(({ kind }) => kind === 'locked-out')),
    gone: dead?.kind === 'failed' ? dead.reason : null,
    conversation: sent?.kind === 'sent' ? sent.conversation : null,
  };
}

/** One settlement for all that end alike. */
function grouped(settlements: readonly Settlement[]): Settlement[] {
  const alike = Map.groupBy(settlements, ({ as }) => JSON.stringify(as));
  return [...alike.values()].flatMap((those) => {
    const keys = those.flatMap((one) => one.keys);
    const [first] = those;
    return first && keys.length > 0 ? [{ keys, as: first.as }] : [];
  });
}
