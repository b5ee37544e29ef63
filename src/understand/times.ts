// Finds the time expressions of a message: Swedish and English, tried side by side, the longest at each place.

import type { LocalMoment } from '../plan/days.ts';
import { yearOf } from './time-days.ts';
import { bestAt, grammarOf, longest, type Match, type Scan } from './time-grammar.ts';
import { inYear, type Piece, settledPiece } from './time-meanings.ts';
import type { TimeMention } from './time-mention.ts';
import type { Present } from './time-moments.ts';
import { anchors, tokenise, tokenOf } from './time-tokens.ts';
import { numberKey, type Token, tables } from './time-words.ts';
import type { Word } from './words.ts';

const grammars = tables.map(grammarOf);

/**
 * The time expressions of a message, left to right, none overlapping another.
 *
 * `tense` tells whether the message speaks of the past, which decides what "on Thursday" or "before the summer" means.
 *
 * @example
 * findTimes(words('möten i april'), { day: '2019-03-01', time: '09:00' })
 * // [{ first: 1, end: 3, meaning: { kind: 'period', yearStated: false,
 * //    period: { from: '2019-04-01', to: '2019-04-30', name: { by: 'month', year: 2019, month: 4 } } } }]
 */
export function findTimes(
  messageWords: readonly Word[],
  now: LocalMoment,
  tense: 'past' | 'other' = 'other',
): TimeMention[] {
  const tokens = tokenise(messageWords);
  if (!tokens.some(({ key, head }) => head !== undefined || anchors.has(key))) return [];
  const present = { today: now.day, year: yearOf(now.day), past: tense === 'past' };
  const isPlain = messageWords.every(({ text, folded }) => text === folded);
  return mentionsIn(tokens, present, isPlain);
}

function mentionsIn(tokens: readonly Token[], present: Present, isPlain: boolean): TimeMention[] {
  const mentions: TimeMention[] = [];
  for (const placed of withLaterYears(placedIn(tokens, present, isPlain), tokens, present))
    addMention(mentions, tokens, placed);
  return mentions;
}

/** A piece at its tokens. */
interface Placed {
  readonly piece: Piece;
  readonly start: number;
  readonly end: number;
}

function placedIn(tokens: readonly Token[], present: Present, isPlain: boolean): Placed[] {
  const scans = scansOf(tokens, present, isPlain);
  const placed: Placed[] = [];
  for (let at = 0; at < tokens.length; ) {
    const match = longest(scans.flatMap((scan) => bestAt(scan, at) ?? [])) ?? compoundAt(tokens, at, present);
    for (const piece of match?.pieces ?? [])
      placed.push({ piece, start: piece.start ?? at, end: piece.end ?? match?.end ?? at });
    at = match?.end ?? at + 1;
  }
  return placed;
}

function scansOf(tokens: readonly Token[], present: Present, isPlain: boolean): Scan[] {
  return grammars.map((grammar) => ({ tokens, present, grammar, isPlain, simple: [], times: [], depth: 0 }));
}

/** "Where was the November 29 meeting held in 2019": the year of a time may stand a few words on. */
function withLaterYears(placed: readonly Placed[], tokens: readonly Token[], present: Present): Placed[] {
  return placed.map((early, index) => {
    const late = placed[index + 1];
    const isNear = late !== undefined && isSameClause(tokens, early.end, late.start);
    const dated = isNear && early.piece.moment && late.piece.moment && inYear(early.piece.moment, late.piece.moment);
    const [piece] = (dated && settledPiece(dated, present)) || [];
    return piece ? { ...early, piece } : early;
  });
}

const wordsToYear = 6;

function isSameClause(tokens: readonly Token[], from: number, to: number): boolean {
  const isBreak = ({ text, gap }: Token): boolean => gap >= 2 || grammars.some(({ joiners }) => joiners.has(text));
  return to - from <= wordsToYear && !tokens.slice(from, to + 1).some(isBreak);
}

function addMention(mentions: TimeMention[], tokens: readonly Token[], { piece, start, end }: Placed): void {
  const first = tokens[start]?.word ?? 0;
  const last = tokens[end - 1]?.word ?? 0;
  // Two times in one word ("maj-oktober-20"): the word cannot be given out twice.
  if (first < (mentions.at(-1)?.end ?? 0)) return;
  const isPart = tokens[start]?.head !== undefined || tokens[start - 1]?.word === first || tokens[end]?.word === last;
  mentions.push({ first, end: last + 1, meaning: piece.meaning, ...(isPart ? { partOfWord: true as const } : {}) });
}

/** The time that a compound begins with, in the year that follows it: "aprilmötet 2019". */
function compoundAt(tokens: readonly Token[], at: number, present: Present): Match | undefined {
  const token = tokens[at];
  if (token?.head === undefined) return undefined;
  const next = tokens[at + 1];
  const isDated = next?.key === numberKey && next.text.length === 4;
  const found = bestOf([tokenOf(token.head, 0, 0), ...(isDated ? [next] : [])], present);
  return found && { ...found, end: at + found.end };
}

function bestOf(tokens: readonly Token[], present: Present): Match | undefined {
  return longest(scansOf(tokens, present, false).flatMap((scan) => bestAt(scan, 0) ?? []));
}
