// The words that times are told with, in both languages.
import { en } from './times.en.ts';
import { sv } from './times.sv.ts';
import { fold } from './words.ts';

interface Entry<Value> {
  /** The words after the first one, where an expression has several. */
  readonly rest: readonly ReadonlySet<string>[];
  readonly value: Value;
}
export type Lexicon<Value> = ReadonlyMap<string, readonly Entry<Value>[]>;

/** A word as typed, and without its diacritics unless that is another word ("=vår" is not "var"). */
export function spellings(word: string): string[] {
  if (word.startsWith('=')) return [word.slice(1)];
  const folded = fold(word);
  return folded === word ? [word] : [word, folded];
}

export function lexiconOf<Value>(rows: readonly (readonly [Value, string])[]): Lexicon<Value> {
  const lexicon = new Map<string, Entry<Value>[]>();
  for (const [value, expressions] of rows)
    for (const expression of expressions.split(' ').filter(Boolean)) addExpression(lexicon, value, expression);
  return lexicon;
}

function addExpression<Value>(lexicon: Map<string, Entry<Value>[]>, value: Value, expression: string): void {
  const [first = '', ...others] = expression.split('_');
  const entry = { rest: others.map((word) => new Set(spellings(word))), value };
  for (const word of spellings(first)) addTo(lexicon, word, entry);
}

export function addTo<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

export function numbered(words: Readonly<Record<number, string>>): [number, string][] {
  return Object.entries(words).map(([value, expressions]) => [Number(value), expressions]);
}

export function named<Name extends string>(
  names: readonly Name[],
  words: Readonly<Record<Name, string>>,
): [Name, string][] {
  return names.map((name) => [name, words[name]]);
}

export const split = (words: string): string[] => words.split(' ').filter(Boolean);
export const spelt = (words: string): Set<string> => new Set(split(words).flatMap(spellings));

export interface Token {
  readonly text: string;
  /** What rules are looked up by: the text, or one key for all numbers. */
  readonly key: string;
  /** Index of the word that it is, or is a part of. */
  readonly word: number;
  /** Characters between it and the token before it. */
  readonly gap: number;
  /** The time word that a compound begins with: "aprilmötet" has "april". */
  readonly head?: string;
}

export const numberKey = '#';
export const startsWithDigit = /^\d/;
export const tokenPattern = /\d{4}-\d{1,2}-\d{1,2}(?!\d)|\d[\d.:/]*|[\p{L}\p{M}']+|-/gu;
/** Numbers in which the hyphen does not mean "to". */
export const hyphenDate =
  /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}-\d{1,2}-\d{4}|\d{4}-(?:0[1-9]|1[0-2])|\d{1,2}\/\d{1,2}-\d{2}(?:\d\d)?)$/;

export const tables = [sv, en];
export const countedWords = spelt(tables.map(({ counted }) => counted).join(' '));
export const labelWords = spelt(tables.map(({ labels }) => labels).join(' '));
