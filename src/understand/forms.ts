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
