// The forms under which words are compared: without accents, without inflection, and with a letter or two wrong.
import { stemmer } from '@orama/stemmers/swedish';
import { fold } from './words.ts';

/** A word as it is compared with others. */
export interface Form {
  /** Lower case; å, ä and ö kept, other accents taken off: "kommitte", "värd". */
  readonly soft: string;
  /** All diacritics taken off: "vard". */
  readonly folded: string;
  /** Stem of `soft`. */
  readonly softStem: string;
  /** Stem of `folded`. */
  readonly stem: string;
}

const swedishLetter = /[åäö]/;
const otherAccent = /[^\p{ASCII}åäö]/u;

/** Takes off accents except those that make Swedish letters of their own. */
function soften(text: string): string {
  return otherAccent.test(text) ? text.replaceAll(/[^\p{ASCII}åäö]/gu, fold) : text;
}

/** Snowball's stem; words of up to three letters are left alone. It does not know the definite form in -an: "resan". */
function stem(text: string): string {
  if (text.length <= 3) return text;
  return stemmer(text.length > 5 && text.endsWith('an') ? text.slice(0, -1) : text);
}

/** The same few thousand words stand in all of a plan's texts and in all that people ask. */
const remembered = new Map<string, Form>();
const mostRemembered = 20_000;

/** The forms of a lower-case word. */
export function form(text: string): Form {
  const known = remembered.get(text);
  if (known) return known;
  const made = formOf(text);
  if (remembered.size < mostRemembered && text.length <= longestRemembered) remembered.set(text, made);
  return made;
}

/** Longer than any word of a language: what is not remembered cannot fill the memory. */
const longestRemembered = 60;

function formOf(text: string): Form {
  const soft = soften(text);
  const folded = fold(soft);
  const softStem = stem(soft);
  return { soft, folded, softStem, stem: folded === soft ? softStem : stem(folded) };
}

/** How a typed word matches a known one. */
export type WordMatch = 'exact' | 'inflected' | 'none';

/** Stems of shorter words are shared by unlike words: "vad" and "vädret", "tid" and "tidigast". */
const shortestInflected = 5;

/**
 * Whether a typed word is a known one, or can be an inflection of it. Somebody who types å, ä and ö means them ("vår"
 * is not "var"); somebody who does not may mean either.
 */
export function matchWord(typed: Form, known: Form, mayInflect: boolean): WordMatch {
  const exact = swedishLetter.test(typed.soft);
  const [text, own, textStem, ownStem] = exact
    ? [typed.soft, known.soft, typed.softStem, known.softStem]
    : [typed.folded, known.folded, typed.stem, known.stem];
  if (text === own) return 'exact';
  const longEnough = text.length >= shortestInflected && own.length >= shortestInflected;
  const inflected = mayInflect && textStem === ownStem && (longEnough || isInflectionOf(text, own));
  return inflected ? 'inflected' : 'none';
}

/** Short names take endings too: "SNUGs", "mötes". */
function isInflectionOf(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 4 && long.startsWith(short) && long.length - short.length <= 2;
}

/** How many letters of a word of this length may be wrong. */
function tolerance(length: number): number {
  if (length < 5) return 0;
  return length < 9 ? 1 : 2;
}

/** Edit distance with transpositions, or `limit + 1` when it is larger than `limit`. */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + change);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? limit + 1;
}

/** In shorter words another first letter makes another word: "Nacka", "snacka". */
const shortestOtherStart = 7;

/** Known words by length, to look near misses up in. */
export interface SpellingList {
  /** The nearest known word, or undefined when none is near enough or two are equally near and unlike. */
  nearest(typed: string): string | undefined;
  has(typed: string): boolean;
  /** What a word that was cut short is the beginning of, where all that begin so are forms of one: "ledningsgr". */
  completed(typed: string): string | undefined;
}

/** Makes a list of correctly spelt words (folded). */
export function spellingList(known: Iterable<string>): SpellingList {
  const all = new Set(known);
  const byLength = new Map<number, string[]>();
  for (const word of all) {
    const list = byLength.get(word.length);
    if (list) list.push(word);
    else byLength.set(word.length, [word]);
  }
  const inOrder = [...all].sort();
  return {
    has: (typed) => all.has(typed),
    nearest: (typed) => nearest(typed, byLength),
    completed: (typed) => completed(typed, inOrder),
  };
}

/** Shorter beginnings are those of too many words; with more letters missing it is the first part of a compound. */
const shortestBeginning = 6;
const mostMissing = 4;
/** Of so many letters that it is the beginning of one subject's names alone. */
const longBeginning = 9;

function completed(typed: string, inOrder: readonly string[]): string | undefined {
  if (typed.length < shortestBeginning) return undefined;
  const found = inOrder.filter((word) => word.startsWith(typed));
  const [shortest] = found.toSorted((a, b) => a.length - b.length);
  if (shortest === undefined || shortest.length - typed.length > mostMissing) return undefined;
  const isLong = typed.length >= longBeginning;
  return isLong || found.every((word) => word.startsWith(shortest)) ? shortest : undefined;
}

function nearest(typed: string, byLength: ReadonlyMap<number, readonly string[]>): string | undefined {
  const limit = tolerance(typed.length);
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (let length = typed.length - limit; length <= typed.length + limit; length++) {
    for (const word of byLength.get(length) ?? []) {
      // People rarely get the first letter wrong; where they do, the rest must be right.
      const allowed = word[0] === typed[0] ? limit : typed.length >= shortestOtherStart ? Math.min(limit, 1) : 0;
      if (tolerance(word.length) === 0) continue;
      const found = distance(typed, word, Math.min(allowed, bestDistance - 1));
      if (found < bestDistance && found <= allowed) {
        best = word;
        bestDistance = found;
      }
    }
  }
  return best;
}
