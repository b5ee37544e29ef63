// What each answer of Teams means; tests/send.test.ts has the same answers through the real adapter.
import { describe, expect, it } from 'vitest';
import { type SendOutcome, type Verdict, verdictOf } from '../src/reminders/failure.ts';

const first = { attempts: 1, doubts: 0 };
const answered = (status: number, code: string | null = null, retryAfterMs: number | null = null): SendOutcome => ({
  kind: 'answered',
  status,
  code,
  retryAfterMs,
});

describe('an outcome', () => {
  it.each<[string, SendOutcome, Verdict]>([
    ['throttled', answered(429, 'Throttled', 7_000), { kind: 'retry', afterMs: 7_050, everybody: true }],
    ['throttled, not told for how long', answered(429), { kind: 'retry', afterMs: 1_000, everybody: true }],
    ['throttled for days', answered(429, null, 9e8), { kind: 'retry', afterMs: 3_600_050, everybody: true }],
    ['somebody else writes', answered(412), { kind: 'retry', afterMs: 1_000, everybody: false }],
    [
      'nobody listens',
      { kind: 'unreached', code: 'ECONNREFUSED' },
      { kind: 'retry', afterMs: 1_000, everybody: false },
    ],
    ['a fault of Teams', answered(500), { kind: 'doubt', afterMs: 35_000 }],
    ['a gateway', answered(502), { kind: 'doubt', afterMs: 35_000 }],
    ['overloaded, told for how long', answered(503, null, 90_000), { kind: 'doubt', afterMs: 90_050 }],
    ['a gateway that waited', answered(504), { kind: 'doubt', afterMs: 35_000 }],
    ['a timeout of Teams', answered(408), { kind: 'doubt', afterMs: 35_000 }],
    ['cut off', { kind: 'unanswered', code: 'ECONNRESET' }, { kind: 'doubt', afterMs: 35_000 }],
    ['blocked', answered(403, 'ConversationBlockedByUser'), { kind: 'failed', reason: 'blocked', gone: true }],
    [
      'blocked, in older words',
      answered(403, 'MessageWritesBlocked'),
      { kind: 'failed', reason: 'blocked', gone: true },
    ],
    ['removed', answered(403, 'BotNotInConversationRoster'), { kind: 'failed', reason: 'not-in-roster', gone: true }],
    ['switched off', answered(403, 'BotDisabledByAdmin'), { kind: 'failed', reason: 'disabled', gone: true }],
    ['forbidden', answered(403), { kind: 'failed', reason: 'forbidden', gone: true }],
    ['no such conversation', answered(404), { kind: 'failed', reason: 'not-found', gone: true }],
    ['not understood', answered(400, 'BadSyntax'), { kind: 'failed', reason: 'rejected', gone: false }],
    ['too large', answered(413), { kind: 'failed', reason: 'too-large', gone: false }],
    ['something else', answered(405), { kind: 'failed', reason: 'rejected', gone: false }],
    ['elsewhere', answered(307), { kind: 'failed', reason: 'rejected', gone: false }],
    ['not let in', answered(401), { kind: 'locked-out', afterMs: 300_000 }],
    ['no token', { kind: 'unauthorized', code: 'invalid_client' }, { kind: 'locked-out', afterMs: 300_000 }],
    ['an address of a stranger', { kind: 'refused' }, { kind: 'failed', reason: 'address-refused', gone: false }],
  ])('%s', (_what, outcome, expected) => {
    expect(verdictOf(outcome, first, 0.5)).toEqual(expected);
  });

  it.each([
    [1, 0, 500],
    [1, 0.999, 1_499],
    [2, 0.5, 2_000],
    [5, 0.5, 16_000],
    [9, 0.5, 256_000],
    [10, 0.5, 300_000],
    [2_000, 0.5, 300_000],
  ])('that is safe to repeat is repeated ever later: attempt %i, chance %f', (attempts, random, afterMs) => {
    expect(verdictOf(answered(412), { attempts, doubts: 0 }, random)).toMatchObject({ afterMs });
  });

  it.each([
    [0, { kind: 'doubt', afterMs: 30_000 }],
    [1, { kind: 'doubt', afterMs: 60_000 }],
    [2, { kind: 'doubt', afterMs: 90_000 }],
    [3, { kind: 'failed', reason: 'uncertain', gone: false }],
  ])('in doubt is repeated three times, late: doubt %i', (doubts, expected) => {
    expect(verdictOf(answered(500), { attempts: doubts + 1, doubts }, 0)).toEqual(expected);
  });
});
