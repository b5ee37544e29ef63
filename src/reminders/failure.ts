// What Teams' answer to a message means: sent, safe to repeat, doubtful, hopeless, or a matter for whoever runs the bot.
import type { Undelivered } from '../store/reminder-stores.ts';

/** What came back when a message was given to Teams. */
export type SendOutcome =
  | {
      readonly kind: 'sent';
      readonly activity: string | null;
      /** The chat that had to be made for it; null where it went into the known one. */
      readonly conversation: string | null;
    }
  | {
      readonly kind: 'answered';
      readonly status: number;
      /** Teams' own word for it; null where it said none. */
      readonly code: string | null;
      readonly retryAfterMs: number | null;
    }
  /** It never left: nobody listens, the name is unknown, there is no token yet. */
  | { readonly kind: 'unreached'; readonly code: string }
  /** It left, or may have, and nothing came back. */
  | { readonly kind: 'unanswered'; readonly code: string }
  /** Whoever gives out the bot's tokens refuses it one. */
  | { readonly kind: 'unauthorized'; readonly code: string }
  /** The bot may not write to that address. */
  | { readonly kind: 'refused' };

/** What is to be done about it. Times in milliseconds, from now. */
export type Verdict =
  | { readonly kind: 'sent'; readonly activity: string | null; readonly conversation: string | null }
  /** It did not arrive: again. `everybody`: Teams may mean the whole tenant. */
  | { readonly kind: 'retry'; readonly afterMs: number; readonly everybody: boolean }
  /** It may have arrived: again, late, and counted. */
  | { readonly kind: 'doubt'; readonly afterMs: number }
  /** It will not arrive. `gone`: nor will anything else there, until the recipient is heard from. */
  | { readonly kind: 'failed'; readonly reason: Undelivered; readonly gone: boolean }
  /** The bot itself is not let in: nothing can be sent to anybody. */
  | { readonly kind: 'locked-out'; readonly afterMs: number };

/** How many times a message is repeated that may have arrived. */
export const mostDoubts = 3;
/** The first repetition of what may have arrived comes no sooner. */
const doubtAfterMs = 30_000;
const firstRetryMs = 1_000;
const longestRetryMs = 5 * 60_000;
/** No server's word keeps a reminder waiting for longer. */
const longestRetryAfterMs = 60 * 60_000;
const lockedOutMs = 5 * 60_000;

/** What happened to a message before: how often it was posted, this time among them, and how often in doubt. */
export interface History {
  readonly attempts: number;
  readonly doubts: number;
}

/**
 * Classes of outcomes by Microsoft's rate limits and error codes for conversations:
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 *
 * @param random from 0 to below 1: keeps many that failed at once from coming back at once
 */
export function verdictOf(outcome: SendOutcome, history: History, random: number): Verdict {
  switch (outcome.kind) {
    case 'sent':
      return outcome;
    case 'answered':
      return verdictOfStatus(outcome, history, random);
    case 'unreached':
      return { kind: 'retry', afterMs: backoff(history, random), everybody: false };
    case 'unanswered':
      return doubtful(null, history, random);
    case 'unauthorized':
      return { kind: 'locked-out', afterMs: lockedOutMs };
    case 'refused':
      return { kind: 'failed', reason: 'address-refused', gone: false };
  }
}

type Answered = Extract<SendOutcome, { kind: 'answered' }>;

function verdictOfStatus({ status, code, retryAfterMs }: Answered, history: History, random: number): Verdict {
  if (status === 429) {
    const afterMs = retryAfterMs === null ? backoff(history, random) : atLeast(retryAfterMs, random);
    return { kind: 'retry', afterMs, everybody: true };
  }
  // Somebody else was writing to the same conversation.
  if (status === 412) return { kind: 'retry', afterMs: backoff(history, random), everybody: false };
  if (status === 408 || status >= 500) return doubtful(retryAfterMs, history, random);
  if (status === 401) return { kind: 'locked-out', afterMs: lockedOutMs };
  if (status === 403) return { kind: 'failed', reason: whyForbidden(code), gone: true };
  if (status === 404) return { kind: 'failed', reason: 'not-found', gone: true };
  if (status === 413) return { kind: 'failed', reason: 'too-large', gone: false };
  return { kind: 'failed', reason: 'rejected', gone: false };
}

function whyForbidden(code: string | null): Undelivered {
  switch (code) {
    case 'ConversationBlockedByUser':
    case 'MessageWritesBlocked':
      return 'blocked';
    case 'BotNotInConversationRoster':
      return 'not-in-roster';
    case 'BotDisabledByAdmin':
      return 'disabled';
    default:
      return 'forbidden';
  }
}

function doubtful(retryAfterMs: number | null, { doubts }: History, random: number): Verdict {
  if (doubts >= mostDoubts) return { kind: 'failed', reason: 'uncertain', gone: false };
  const afterMs = doubtAfterMs * (1 + doubts) + random * 10_000;
  return { kind: 'doubt', afterMs: Math.max(afterMs, atLeast(retryAfterMs ?? 0, random)) };
}

/** Twice as long each time, give or take a half. */
function backoff({ attempts }: History, random: number): number {
  const middle = Math.min(longestRetryMs, firstRetryMs * 2 ** Math.max(0, attempts - 1));
  return middle * (0.5 + random);
}

/** Not sooner than the server says, and not everybody at the same instant. */
function atLeast(retryAfterMs: number, random: number): number {
  return Math.min(retryAfterMs, longestRetryAfterMs) + random * 100;
}
