// Cuts words into the tokens of times, and mends near misses and compounds.
import { ordinalEndings, seasons } from './time-grammar.ts';
import {
  hyphenDate,
  numberKey,
  spellings,
  spelt,
  split,
  startsWithDigit,
  type Token,
  tables,
  tokenPattern,
} from './time-words.ts';
import type { TimeSlots, TimeWords } from './times.sv.ts';
import { fold, type Word } from './words.ts';

// === Tokens: words, cut where numbers and words are written together

export function tokenOf(text: string, word: number, gap: number): Token {
  return { text, key: startsWithDigit.test(text) ? numberKey : text, word, gap };
}

export function tokenise(messageWords: readonly Word[]): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const [index, word] of messageWords.entries()) {
    addTokens(tokens, word, index, index === 0 ? 0 : word.start - end);
    end = word.end;
  }
  return tokens;
}

function addTokens(tokens: Token[], { text, folded }: Word, index: number, gap: number): void {
  if (knownWords.has(text) || hyphenDate.test(text)) tokens.push(tokenOf(text, index, gap));
  else if (/[\d-]/.test(text)) addSplit(tokens, text, index, gap);
  else tokens.push(unknownToken(text, folded, index, gap));
}

function addSplit(tokens: Token[], text: string, index: number, gap: number): void {
  const pieces = text.match(tokenPattern) ?? [];
  const isTime = pieces.every((piece) => piece === '-' || startsWithDigit.test(piece) || knownWords.has(piece));
  if (!isTime) tokens.push(unknownToken(text, fold(text), index, gap));
  else pieces.forEach((piece, at) => void tokens.push(tokenOf(piece, index, at === 0 ? gap : 0)));
}

function unknownToken(text: string, folded: string, index: number, gap: number): Token {
  const mended = mend(folded);
  if (mended !== undefined) return { text: mended, key: mended, word: index, gap };
  const head = compoundHead(text) ?? compoundHead(folded);
  const token = { text, key: text, word: index, gap };
  return head === undefined ? token : { ...token, head };
}

// === Misspellings and compounds

/** The rows of all slots: expressions, separated by spaces. */
function slotRows(slots: Partial<TimeSlots>): string[] {
  const { relative, ...flat } = slots;
  return [...Object.values(flat), ...Object.values(relative ?? {})].flatMap((row) => Object.values(row));
}

function patternWords(patterns: readonly string[]): string[] {
  return patterns.flatMap((pattern) => pattern.split(/[ |_?]/)).filter((word) => /^[^{-]/.test(word));
}

function allPatterns({ atoms, parts: partPatterns, spans, never }: TimeWords): string[] {
  return [...[atoms, partPatterns, spans].flatMap((table) => Object.values<readonly string[]>(table).flat()), ...never];
}

/** Words that are right as they stand, time words or not. */
const knownWords: ReadonlySet<string> = new Set([...tables.flatMap(wordsOf), ...ordinalEndings].flatMap(spellings));

function wordsOf(table: TimeWords): string[] {
  const { joiners, yearLinks, calm, counted, labels, ordinary } = table;
  const others = [joiners, yearLinks, calm, counted, labels, ordinary].flatMap(split);
  return [
    ...slotRows(table.slots).flatMap((row) => split(row.replaceAll('_', ' '))),
    ...patternWords(allPatterns(table)),
    ...others,
  ];
}

/** Without one of these a message has no time in it. */
export const anchors: ReadonlySet<string> = new Set([numberKey, ...tables.flatMap(anchorWords).flatMap(spellings)]);

/** Not the words that only lead up to a time: of an expression the last word, and no numerals. */
function anchorWords({ slots, spans, atoms }: TimeWords): string[] {
  const { count: _count, ordinal: _ordinal, shift: _shift, part: _part, ...telling } = slots;
  const expressions = slotRows(telling).flatMap(split);
  const phrases = [spans.onward, spans.hitherto, spans.noon, spans.monthTurn]
    .flat()
    .flatMap((pattern) => pattern.split(/[ |?]/));
  const names = [spans.halfHour, spans.quarterPast, spans.quarterTo, atoms.quarter, atoms.half, atoms.tertial].flat();
  return [...expressions, ...phrases]
    .map((expression) => expression.split('_').at(-1) ?? '')
    .concat(patternWords(names));
}

/** Shorter words have too many neighbours. */
const shortestMended = 5;

/** Time words that are recognised misspelt, by their first letter: people seldom miss that one. */
const mendable = Map.groupBy(
  tables.flatMap((table) => split(table.mendable)),
  (word) => word.slice(0, 1),
);

/** The time word that a word is a misspelling of. */
function mend(folded: string): string | undefined {
  if (folded.length < shortestMended) return undefined;
  return mendable.get(folded.slice(0, 1))?.find((word) => isOneEdit(fold(word), folded));
}

/** One letter wrong, missing, too many, or two swapped; the same word counts as well. */
function isOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  const isSwapped = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
  return isSwapped || restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1);
}

interface Head {
  readonly time: string;
  /** Long names need no known word after them: nothing else begins so. */
  readonly isFree: boolean;
}

/** "Augusti" and the other Latin genitives begin names as well: "Augustinsson". */
const freeHead = /^.{4,}[^i]$/;
const shortestFreeTail = 4;
const shortestHead = 3;
const longestHead = 9;

const compoundTails = spelt(tables.map((table) => table.compoundTails).join(' '));
const heads: ReadonlyMap<string, Head> = new Map(
  tables
    .filter((table) => table.compoundTails !== '')
    .flatMap(({ slots }) => [...dayHeads(slots), ...seasonHeads(slots)]),
);

function dayHeads({ month, weekdayPast, weekdays }: TimeSlots): [string, Head][] {
  const months = Object.values(month).map((words): [string, string] => [firstWord(words), firstWord(words)]);
  const days = Object.entries(weekdayPast).map(([day, words]): [string, string] => [
    words,
    firstWord(weekdays[Number(day)]),
  ]);
  return [...months, ...days].flatMap(([head, time]) => headSpellings(head, { time, isFree: freeHead.test(head) }));
}

function seasonHeads({ seasonName, season }: TimeSlots): [string, Head][] {
  return seasons.flatMap((name) =>
    headSpellings(firstWord(seasonName[name]), { time: firstWord(season[name]), isFree: false }),
  );
}

function firstWord(words = ''): string {
  return words.split(' ')[0] ?? '';
}

function headSpellings(head: string, meaning: Head): [string, Head][] {
  return spellings(head).map((spelling) => [spelling, meaning]);
}

/** The time word that a compound begins with, as an expression of its own: "torsdagsmötet" begins with "torsdagar". */
function compoundHead(text: string): string | undefined {
  for (let length = Math.min(longestHead, text.length - shortestHead); length >= shortestHead; length--) {
    const head = heads.get(text.slice(0, length));
    if (head && isTail(text.slice(length).replace('-', ''), head)) return head.time;
  }
  return undefined;
}

function isTail(tail: string, { isFree }: Head): boolean {
  return compoundTails.has(tail) || (isFree && tail.length >= shortestFreeTail);
}
