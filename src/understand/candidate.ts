// A query that a message may mean, and how much of the message it explains.
import type { Period } from '../plan/period.ts';
import type { AnswerableQuery } from '../query.ts';
import type { Cue } from './cues.ts';
import { type Mention, meaningWeight, mentionsAt, periodOf, type Reading, weekdayOf } from './reading.ts';
import type { Entity } from './vocabulary.ts';

export interface Candidate {
  readonly query: AnswerableQuery;
  /** Weight explained less weight left over, plus the generator's own judgement. */
  readonly score: number;
  /** Weight of the words that carry meaning and stay unexplained. */
  readonly unexplained: number;
  /** Those words, as they stand in the message. */
  readonly leftOver: readonly string[];
  /** Tokens that stay unexplained although the vocabulary knows them well: the subject of another question perhaps. */
  readonly open: readonly number[];
}

/** Collects what a candidate uses of a reading while the candidate is put together. */
export interface Evidence {
  readonly reading: Reading;
  /** Whether any of the cues occurs; those that do count as explained. */
  cue(...cues: readonly Cue[]): boolean;
  /** The named entities of a kind; they count as explained. */
  take<Kind extends Entity['kind']>(kind: Kind): Extract<Entity, { kind: Kind }>[];
  /** The period asked for, if any; it counts as explained. */
  period(): Period | null;
  weekday(): number | null;
  clock(): string | null;
  /** Marks single tokens as explained, with a weight of their own where given. */
  token(index: number, weight?: number): void;
  /** Makes the candidate. `bonus` says how well the parts fit together, beyond the words. */
  candidate(query: AnswerableQuery, bonus?: number): Candidate;
}

const mostForIgnorable = 0.5;

export function evidence(reading: Reading): Evidence {
  const explained = new Map<number, number>();
  const mark = (index: number, weight: number): void => {
    // A word that needs no explanation is no great proof of anything either.
    const counted = reading.weights[index] === 0 ? Math.min(weight, mostForIgnorable) : weight;
    explained.set(index, Math.max(explained.get(index) ?? 0, counted));
  };
  const markMention = (mention: Mention): void => {
    for (let index = mention.first; index < mention.first + mention.length; index++) {
      mark(index, meaningWeight(mention.meaning) * shareOfToken(mention.length));
    }
  };
  const markTime = (first: number, end: number): void => {
    reading.tokens.forEach((token, index) => {
      if (token.word >= first && token.word < end) mark(index, Math.max(reading.weights[index] ?? 0, 1));
    });
  };
  return {
    reading,
    cue: (...cues) => {
      const found = reading.mentions.filter(({ meaning }) => meaning.kind === 'cue' && cues.includes(meaning.cue));
      found.forEach(markMention);
      return found.length > 0;
    },
    take: <Kind extends Entity['kind']>(kind: Kind) => {
      const found = new Map<string, Extract<Entity, { kind: Kind }>>();
      for (const mention of reading.mentions) {
        if (mention.meaning.kind !== 'entity' || mention.meaning.entity.kind !== kind) continue;
        markMention(mention);
        found.set(JSON.stringify(mention.meaning.entity), mention.meaning.entity as Extract<Entity, { kind: Kind }>);
      }
      return [...found.values()];
    },
    period: () => {
      for (const time of reading.times) if (time.meaning.kind === 'period') markTime(time.first, time.end);
      return periodOf(reading);
    },
    weekday: () => {
      for (const time of reading.times) {
        if (time.meaning.kind !== 'weekday') continue;
        markTime(time.first, time.end);
        return time.meaning.weekday;
      }
      return weekdayOf(reading);
    },
    clock: () => {
      for (const time of reading.times) {
        if (time.meaning.kind !== 'clock') continue;
        markTime(time.first, time.end);
        return time.meaning.time;
      }
      return null;
    },
    token: (index, weight) => mark(index, weight ?? reading.weights[index] ?? 0),
    candidate: (query, bonus = 0) => judge(reading, explained, query, bonus),
  };
}

/** A phrase counts little more than a word, so each of its words counts for less. */
function shareOfToken(length: number): number {
  return (1 + 0.15 * (length - 1)) / length;
}

/** Whether a word is unknown, or known as something that such plans do not hold. */
function isStrange(reading: Reading, index: number): boolean {
  return mentionsAt(reading.mentions, index).every(
    ({ meaning }) => meaning.kind === 'cue' && meaning.cue === 'outside',
  );
}

/** From this weight on a known word is a subject, not a turn of phrase. */
const strongWeight = 2;

function judge(
  reading: Reading,
  explained: ReadonlyMap<number, number>,
  query: AnswerableQuery,
  bonus: number,
): Candidate {
  let gained = 0;
  let unexplained = 0;
  const leftOver: string[] = [];
  const open: number[] = [];
  reading.weights.forEach((weight, index) => {
    const gain = explained.get(index);
    if (gain !== undefined) gained += gain;
    else if (weight > 0) {
      unexplained += weight;
      if (weight >= strongWeight && mentionsAt(reading.mentions, index).length > 0) open.push(index);
      // Words that the vocabulary knows are no reason why the plan has no answer.
      if (isStrange(reading, index)) leftOver.push(reading.words[reading.tokens[index]?.word ?? -1]?.text ?? '');
    }
  });
  return { query, score: gained - unexplained + bonus, unexplained, leftOver: [...new Set(leftOver)], open };
}
