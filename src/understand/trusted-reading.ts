// The query that a message comes to: its best reading where that explains enough of it, two, or none.
import type { Plan } from '../plan/plan.ts';
import type { AnswerableQuery, Context, NotInPlanQuery, Query, SingleQuery } from '../query.ts';
import type { Candidate } from './candidate.ts';
import { distributed } from './distribute.ts';
import { type Ranking, rank } from './ranking.ts';
import { hasCue, type Reading } from './reading.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Unexplained weight from which on a reading is not trusted: about one unknown word. */
const mostUnexplained = 2.4;

/** From this weight on a reading that is trusted is not sure: about two words that may change what is asked. */
const leastDoubtful = 2;

/** A reading worse than this tells nothing of what the message is about. */
const leastSense = -3;

export interface Whole {
  readonly query: Query;
  /** The reading that the query is made of, or would be. */
  readonly best?: Candidate | undefined;
}

/** What a message asks, as one question or as two. */
export function whole(reading: Reading, { best, own }: Ranking, plan: Plan): Whole {
  const other = best && complement(reading, best, own);
  if (best && other) return { query: { kind: 'several', queries: [best.query, other] }, best };
  return { query: distributed(trusted(reading, best), reading, plan), best };
}

/** What a message asks, as one question. */
export function single(reading: Reading, context: Context, plan: Plan, vocabulary: Vocabulary): SingleQuery {
  return trusted(reading, rank(reading, context, plan, vocabulary).best);
}

/** The best reading, where it explains enough of the message. */
function trusted(reading: Reading, best: Candidate | undefined): SingleQuery {
  if (
    hasCue(reading, 'write') &&
    !/\?\s*$/.test(reading.message) &&
    reading.mentions.some((mention) => isLeadingWrite(mention) && !isOrdinal(mention, reading))
  ) {
    return notInPlan('write', []);
  }
  if (!best) return notInPlan('nothing', unknownWords(reading));
  if (asksOfContent(reading, best.query))
    return notInPlan('words', [reading.language === 'en' ? 'agenda' : 'dagordning'], best.query);
  if (best.unexplained >= mostUnexplained)
    return notInPlan('words', [...best.leftOver], best.score > leastSense ? best.query : null);
  return best.query;
}

const content =
  /(?<!\p{L})(?:agenda|items?|topics?)(?!\p{L})[^?]*(?<!\p{L})(?:for|of|at)\s[^?]*meeting|meeting(?:'s|’s)?\s(?:\p{L}+\s){0,3}(?:agenda|topics)(?!\p{L})|(?<!\p{L})(?:tas upp|tar upp|ta upp|prata(?:s)? om|pratar om|diskutera\p{L}*|behandla\p{L}*|avhandla\p{L}*|discuss\p{L}*|talk about)(?!\p{L})/iu;

/** What is talked of at a meeting is in its agenda, and not in such plans. */
function asksOfContent({ message }: Reading, { kind }: AnswerableQuery): boolean {
  return (kind === 'meetings' || kind === 'agenda') && content.test(message);
}

/** "Den andra" is no "ändra" without its dots. */
function isOrdinal({ first }: Reading['mentions'][number], { tokens }: Reading): boolean {
  return tokens[first]?.text === 'andra';
}

function isLeadingWrite({ first, meaning }: Reading['mentions'][number]): boolean {
  return first <= 1 && meaning.kind === 'cue' && meaning.cue === 'write';
}

function unknownWords(reading: Reading): string[] {
  const indexes = reading.unknown.map((token) => reading.tokens[token]?.word ?? -1);
  return [...new Set(indexes.map((index) => reading.words[index]?.text ?? ''))];
}

/**
 * The second question in a message whose best reading leaves a subject of its own unexplained: "nästa kommittémöte och
 * rådslaget, datum?", "rådslaget: datum, kostnad". It must explain what the first leaves, and be of another kind.
 */
function complement(reading: Reading, best: Candidate, own: readonly Candidate[]): AnswerableQuery | undefined {
  if (best.open.length === 0 || best.score <= 0) return undefined;
  const found = own
    .filter(
      ({ query, open, score }) =>
        query.kind !== best.query.kind && score > 0 && best.open.every((token) => !open.includes(token)),
    )
    .filter(({ query }) => query.kind !== 'passages' && query.kind !== 'clarify' && query.kind !== 'talk')
    .sort((a, b) => b.score - a.score);
  const unknown = best.unexplained - best.open.reduce((sum, token) => sum + (reading.weights[token] ?? 0), 0);
  return unknown < mostUnexplained ? found[0]?.query : undefined;
}

/** A question for what such plans never hold is surely not in this one either, whoever reads it. */
export function leavesNoDoubt(reading: Reading, query: Query, best: Candidate | undefined): boolean {
  if (query.kind === 'not-in-plan') return query.reason === 'words' && hasCue(reading, 'outside');
  return query.kind === 'several' || best === undefined || best.unexplained < leastDoubtful;
}

export function notInPlan(
  reason: NotInPlanQuery['reason'],
  lacking: string[],
  understood: AnswerableQuery | null = null,
): SingleQuery {
  return { kind: 'not-in-plan', reason, words: lacking, understood };
}
