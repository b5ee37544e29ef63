// Reads again what the parser is not sure of, with a language model on a leash: in time, within a budget, or not at all.
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { LocalMoment } from '../plan/days.ts';
import type { Plan } from '../plan/plan.ts';
import { localAt } from '../plan/wall-clock.ts';
import type { Context, Query } from '../query.ts';
import type { ModelUseStore } from '../store/store.ts';
import { hasCue, read } from '../understand/reading.ts';
import type { Vocabulary } from '../understand/vocabulary.ts';
import { Answers } from './answers.ts';
import { closedBreaker, entered, failed, isShut } from './breaker.ts';
import { makeCheck } from './check.ts';
import type { Complete, Completion } from './completion.ts';
import { type ModelFigures, type ModelOutcome, modelOutcomes } from './figures.ts';
import { questions, questionsAndChanges } from './offer.ts';
import { redact } from './redaction.ts';
import { surroundingsOf } from './surroundings.ts';
import { makeTokenBudget } from './token-budget.ts';

/** A message that the parser is not sure of. */
export interface DoubtfulMessage {
  readonly text: string;
  /** Names that the model is not to see: who writes, and who is mentioned. */
  readonly people: readonly string[];
  readonly context: Context;
  /** What the parser makes of it. */
  readonly parsed: Query;
  readonly now: LocalMoment;
  readonly plan: Plan;
  /** The ledger's version that the plan is of. */
  readonly version: number;
  readonly vocabulary: Vocabulary;
}

export interface SecondReader {
  /**
   * What the message asks; null where the parser's own reading stands. Never rejects, and takes no longer than the limit.
   *
   * @param onWait called where the answer takes a moment
   */
  read(message: DoubtfulMessage, onWait: () => void): Promise<Query | null>;
  figures(): ModelFigures;
}

export interface SecondReaderParts {
  readonly complete: Complete;
  readonly use: ModelUseStore;
  /** Tokens a day, all instances together. */
  readonly dailyTokens: number;
  /** The real time: money and failures know no simulated one. */
  readonly wireClock: Clock;
  readonly log: Log;
  /** How long anybody waits; people do not wait longer. */
  readonly limitMs?: number;
}

const usualLimitMs = 4_000;
/** In this process; whoever comes then gets the parser's answer. */
const mostAtOnce = 16;
const mostRemembered = 500;
/** What a person may write at length and still ask one thing. */
const longestMessage = 1_500;

interface Outcome {
  readonly kind: ModelOutcome;
  readonly query: Query | null;
}
const none = (kind: ModelOutcome): Outcome => ({ kind, query: null });
/** Only what the model itself said is the same the next time. */
const isLasting = ({ kind }: Outcome): boolean =>
  kind === 'understood' || kind === 'not-in-plan' || kind === 'nonsense';

/** Makes the reader; it holds its figures, its memory and its breaker for as long as the process lives. */
export function makeSecondReader(parts: SecondReaderParts): SecondReader {
  const { complete, use, dailyTokens, wireClock, log, limitMs = usualLimitMs } = parts;
  const answers = new Answers<Outcome>(mostRemembered);
  const outcomes = Object.fromEntries(modelOutcomes.map((kind) => [kind, 0])) as Record<ModelOutcome, number>;
  const budget = makeTokenBudget(use, dailyTokens, log);
  let breaker = closedBreaker;
  let waiting = 0;
  const now = (): number => wireClock().getTime();

  async function read(message: DoubtfulMessage, onWait: () => void): Promise<Query | null> {
    const asked = redact(message.text.slice(0, longestMessage).toWellFormed(), message.people);
    const key = keyOf(message, asked);
    const known = answers.find(key);
    if (known) {
      outcomes.remembered += 1;
      return (await known).query;
    }
    const answer = askWithin(message, asked, onWait);
    answers.keep(key, answer, isLasting);
    const { kind, query } = await answer;
    outcomes[kind] += 1;
    return query;
  }

  async function askWithin(message: DoubtfulMessage, asked: string, onWait: () => void): Promise<Outcome> {
    if (waiting >= mostAtOnce) return none('busy');
    if (isShut(breaker, now())) return none('resting');
    waiting += 1;
    try {
      return await ask(message, asked, onWait);
    } catch (err) {
      log.error({ err }, 'a message could not be read again');
      return none('failed');
    } finally {
      waiting -= 1;
    }
  }

  async function ask(message: DoubtfulMessage, asked: string, onWait: () => void): Promise<Outcome> {
    // The region's real day.
    const { day } = localAt(wireClock(), message.plan.region.timeZone);
    if (await budget.isSpent(day)) return none('spent');
    breaker = entered(breaker, now());
    onWait();
    const signal = AbortSignal.timeout(limitMs);
    const offer = mayChange(message) ? questionsAndChanges : questions;
    const completion = complete({
      offer: offer.words,
      input: surroundingsOf({ ...message, message: asked }),
      check: makeCheck(offer, asked, message.plan),
      signal,
    });
    void completion.then((made) => budget.count(made.tokens, day));
    const made = await Promise.race([completion, endOf(signal)]);
    return judge(signal.aborted ? 'late' : made);
  }

  function judge(completion: Completion | 'late'): Outcome {
    const failure = failureOf(completion);
    if (failure !== null) {
      breaker = failed(breaker, now(), failure.waitMs);
      const isResting = isShut(breaker, now());
      log.warn({ reason: failure.reason, isResting }, 'the language model did not answer');
      return none(completion === 'late' ? 'late' : 'failed');
    }
    breaker = closedBreaker;
    const { result } = completion as Completion;
    if (result.kind === 'query') return { kind: 'understood', query: result.query };
    return none(result.kind === 'not-in-plan' ? 'not-in-plan' : 'nonsense');
  }

  return {
    read,
    figures: () => ({ outcomes: { ...outcomes }, tokens: budget.used(), isResting: isShut(breaker, now()) }),
  };
}

/** The same words in the same conversation on the same day about the same plan. */
function keyOf({ context, now, version }: DoubtfulMessage, asked: string): string {
  const plain = asked
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .replace(/[\s!.]+$/, '');
  return JSON.stringify([plain, context.last, context.focus, now.day, version]);
}

/** Whether the message reads like one that wants something changed: others can be made into nothing that does. */
function mayChange({ text, vocabulary, now }: DoubtfulMessage): boolean {
  const message = text.slice(0, longestMessage);
  return !/\?\s*$/.test(message) && hasCue(read(message, vocabulary, now), 'write');
}

function endOf(signal: AbortSignal): Promise<'late'> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve('late'), { once: true }));
}

function failureOf(completion: Completion | 'late'): { reason: string; waitMs: number | null } | null {
  if (completion === 'late') return { reason: 'no answer in time', waitMs: null };
  return completion.result.kind === 'failed' ? completion.result : null;
}
