// A message with everything that was recognised in it: entities, cues, times, and the words that nothing explains.

import { type LocalMoment, weekdayOf as weekdayOfDay } from '../plan/days.ts';
import { overlaps, type Period } from '../plan/period.ts';
import type { Day } from '../plan/schedule.ts';
import { type Cue, cueWeights } from './cues.ts';
import { type Form, form } from './forms.ts';
import type { TimeMeaning, TimeMention } from './time-mention.ts';
import { findTimes } from './times.ts';
import { type Entity, type Meaning, splitHyphens, type Vocabulary } from './vocabulary.ts';
import { type Word, words } from './words.ts';

/** A word of the message, or a part of a compound word. */
export interface Token {
  /** Index of the word in the message. */
  readonly word: number;
  readonly text: string;
  readonly form: Form;
  /** True where the word was taken for a misspelling of `text`. */
  readonly corrected: boolean;
}

/** A recognised meaning and the tokens that it covers. */
export interface Mention {
  readonly first: number;
  readonly length: number;
  readonly meaning: Meaning;
}

export interface Reading {
  readonly message: string;
  /** The region's day. */
  readonly today: Day;
  readonly language: 'sv' | 'en' | null;
  readonly words: readonly Word[];
  readonly tokens: readonly Token[];
  readonly mentions: readonly Mention[];
  readonly times: readonly TimeMention[];
  /** What it costs a candidate to leave a token unexplained; 0 for words that carry no meaning. */
  readonly weights: readonly number[];
  /** Tokens that neither the vocabulary nor the plan's text knows. */
  readonly unknown: readonly number[];
}

/** Weights of what is not a cue. */
const entityWeight = 3;
/** The region is what all is about; a budget line's names are words of every day: "resor", "konsulter". */
const entityWeights: Readonly<Partial<Record<Entity['kind'], number>>> = { region: 0.5, 'budget-line': 2 };
const timeWeight = 2;
/** An unknown word that is the object of the question, or a name, is what the question is about. */
const unknownObjectWeight = 2.5;
/** Any other unknown word is most often a verb or an adjective that changes nothing. */
const unknownWeight = 1;
const textWeight = 1.5;
const numberWeight = 1;

const shortestCompoundPart = 4;
const shortestName = 3;
const shortestOwnPart = 5;
const linkingLetters = ['', 's', '-', 'e', 'o'];

type PeriodMeaning = Extract<TimeMeaning, { kind: 'period' }>;

const pastWords = new Set(
  'gjorts genomförts hunnits var va hade hölls hände skedde träffades möttes sågs blev gick senast förra förut sågs was were did had happened took held met'.split(
    ' ',
  ),
);

/** Whether a message speaks of the past, which decides what "i november" means. */
export function tenseOf(messageWords: readonly Word[]): 'past' | 'other' {
  return messageWords.some((word) => pastWords.has(word.text)) ? 'past' : 'other';
}

/** A message is read by each that may understand it, as it stands or in part: the latest readings are kept for them. */
const latest = new WeakMap<Vocabulary, Map<string, Reading>>();
const mostKept = 4;

/** Reads a message against the vocabulary. Pure. */
export function read(message: string, vocabulary: Vocabulary, now: LocalMoment): Reading {
  const kept = latest.get(vocabulary) ?? new Map<string, Reading>();
  latest.set(vocabulary, kept);
  const key = `${now.day} ${now.time} ${message}`;
  const known = kept.get(key);
  if (known) return known;
  const reading = readAnew(message, vocabulary, now);
  const [oldest] = kept.keys();
  if (oldest !== undefined && kept.size >= mostKept) kept.delete(oldest);
  kept.set(key, reading);
  return reading;
}

function readAnew(message: string, vocabulary: Vocabulary, now: LocalMoment): Reading {
  const messageWords = words(message);
  const times = findTimes(messageWords, now, tenseOf(messageWords)).filter(
    (time) => !isOfName(time, messageWords, vocabulary, now),
  );
  const wholeTimes = new Set(times.filter((time) => !time.partOfWord).flatMap(coveredWords));
  const tokens = messageWords.flatMap((word, index) => tokensOf(word, index, vocabulary, wholeTimes.has(index), times));
  const all = allMentions(tokens, vocabulary);
  const mentions = longestMentions(all, tokens, wholeTimes);
  const weights = weigh(message.normalize('NFC'), messageWords, tokens, all, wholeTimes, vocabulary);
  const unknown = tokens.flatMap((token, index) =>
    isUnknown(token, index, mentions, wholeTimes, vocabulary) ? [index] : [],
  );
  return {
    message,
    today: now.day,
    language: languageOf(messageWords, vocabulary),
    words: messageWords,
    tokens,
    mentions,
    times,
    weights,
    unknown,
  };
}

/** Nobody asks when something is so far ahead: "RUFS 2050" is a plan's name. In years. */
const farthest = 20;

function isOfName(
  { first, end, meaning }: TimeMention,
  messageWords: readonly Word[],
  vocabulary: Vocabulary,
  now: LocalMoment,
): boolean {
  if (meaning.kind !== 'period' || meaning.period.name.by !== 'year' || end - first !== 1) return false;
  const text = messageWords[first]?.text ?? '';
  return meaning.period.name.year > Number(now.day.slice(0, 4)) + farthest && vocabulary.text.hasWord(form(text).stem);
}

function coveredWords(time: TimeMention): number[] {
  return Array.from({ length: time.end - time.first }, (_, offset) => time.first + offset);
}

// === Tokens: compounds split, misspellings mended

function tokensOf(
  word: Word,
  index: number,
  vocabulary: Vocabulary,
  isTime: boolean,
  times: readonly TimeMention[],
): Token[] {
  const whole: Token = { word: index, text: word.text, form: form(word.text), corrected: false };
  const pieces = splitHyphens(word.text);
  // "Lednings-gruppen" is one word.
  const joined = pieces.length > 1 ? pieces.join('') : '';
  if (joined !== '' && !isTime && vocabulary.isName(form(joined)))
    return [{ word: index, text: joined, form: form(joined), corrected: true }];
  if (pieces.length > 1 && !isTime) {
    return pieces.flatMap((text) => tokensOf({ ...word, text }, index, vocabulary, isTime, times));
  }
  if (isTime || /^\d/.test(word.text) || vocabulary.knows(whole.form) || vocabulary.spelling.has(whole.form.folded))
    return [whole];
  // The English genitive: "the committee's".
  if (whole.text.endsWith("'s"))
    return tokensOf({ ...word, text: word.text.slice(0, -2) }, index, vocabulary, false, times);
  const partTime = times.find((time) => time.partOfWord && time.first === index);
  if (partTime) return restOfTimeCompound(whole, vocabulary);
  return guessed(whole, vocabulary).map(({ text, corrected }) => ({ word: index, text, form: form(text), corrected }));
}

interface Guess {
  readonly text: string;
  readonly corrected: boolean;
}

/** Guesses cost most of a reading's time, and people type the same unknown words again. */
const guesses = new WeakMap<Vocabulary, Map<string, readonly Guess[]>>();
const mostGuesses = 5_000;

/** What a word that the vocabulary does not know stands for: the parts of a compound, or a word with a letter wrong. */
function guessed({ text, form: own }: Token, vocabulary: Vocabulary): readonly Guess[] {
  const remembered = guesses.get(vocabulary) ?? new Map<string, readonly Guess[]>();
  guesses.set(vocabulary, remembered);
  const known = remembered.get(text);
  if (known) return known;
  const made = guess(text, own, vocabulary);
  if (remembered.size < mostGuesses) remembered.set(text, made);
  return made;
}

/** What is said of a subject in general: "miljösidan", "klimatbiten". */
const topical =
  /^(?<head>.{4,}?)(?:s|e|o|-)?(?:sidan|sida|hållet|biten|bitar|fronten|frågorna|frågor|området|områdena|delen|delarna|sektorn|spåret)$/u;

function guess(text: string, own: Form, vocabulary: Vocabulary): Guess[] {
  const head = topical.exec(text)?.groups?.head;
  if (head !== undefined && vocabulary.names(form(head))) return [{ text: head, corrected: true }];
  const found = splitCompound(text, vocabulary);
  // A word of the plan's own has no such small parts: "heldagar" is not "held" and "agar".
  const isShort = (found?.at(-1)?.length ?? 0) < shortestOwnPart;
  const isChance =
    isShort && vocabulary.text.hasWord(own.stem) && !found?.some((part) => vocabulary.isName(form(part)));
  const parts = isChance ? undefined : found;
  if (parts) return parts.map((part) => ({ text: part, corrected: true }));
  const isOwn = vocabulary.text.hasWord(own.stem);
  const whole = isOwn
    ? undefined
    : (vocabulary.spelling.doubled(own.folded) ?? vocabulary.spelling.completed(own.folded));
  if (whole === undefined && vocabulary.text.has(own.stem)) return [{ text, corrected: false }];
  const other =
    whole ??
    vocabulary.spelling.nearest(own.folded) ??
    nearestOfGenitive(own.folded, vocabulary) ??
    compoundHead(text, vocabulary);
  return [other ? { text: other, corrected: true } : { text, corrected: false }];
}

/** In shorter words the ending and a wrong letter are too much of the word. */
const shortestGenitive = 10;

/** "lednigsgrupens": what is misspelt is the word before its ending. */
function nearestOfGenitive(folded: string, vocabulary: Vocabulary): string | undefined {
  if (folded.length < shortestGenitive || !folded.endsWith('s')) return undefined;
  return vocabulary.spelling.nearest(folded.slice(0, -1));
}

/** "aprilmötet": the time is found by the time expressions; what is left is a word of its own. */
function restOfTimeCompound(whole: Token, vocabulary: Vocabulary): Token[] {
  for (let cut = 3; cut <= whole.text.length - shortestCompoundPart; cut++) {
    const rest = whole.text.slice(cut);
    if (vocabulary.meansSomething(form(rest))) return [{ ...whole, text: rest, form: form(rest) }];
  }
  return [whole];
}

/** Cuts a compound into parts that all mean something: "kommittémöte" → "kommitté", "möte". */
function splitCompound(text: string, vocabulary: Vocabulary, depth = 0): string[] | undefined {
  for (let cut = text.length - shortestCompoundPart; cut >= shortestName; cut--) {
    const tail = text.slice(cut);
    const tailForm = form(tail);
    if (!vocabulary.meansSomething(tailForm)) continue;
    const head = knownHead(text.slice(0, cut), vocabulary, depth);
    if (head) return [...head, tail];
  }
  return undefined;
}

/** Shorter heads begin too many unrelated words. */
const shortestHead = 7;

/** "klimatstrategiutbytet": what comes first tells the subject, though the last part is unknown. */
function compoundHead(text: string, vocabulary: Vocabulary): string | undefined {
  for (let cut = text.length - 4; cut >= shortestHead; cut--) {
    const head = text.slice(0, cut);
    if (vocabulary.names(form(head))) return head;
  }
  return undefined;
}

function knownHead(head: string, vocabulary: Vocabulary, depth: number): string[] | undefined {
  for (const link of linkingLetters) {
    if (!head.endsWith(link)) continue;
    const bare = link === '' ? head : head.slice(0, -link.length);
    const bareForm = form(bare);
    // "Rådsmöte": a short head is one only where it is somebody's name.
    if (bare.length === shortestName && vocabulary.isName(bareForm)) return [bare];
    if (bare.length < shortestCompoundPart) continue;
    if (vocabulary.meansSomething(bareForm)) return [bare];
    if (bare.length >= 4 && vocabulary.text.has(bareForm.stem) && !vocabulary.knows(bareForm)) return [bare];
    const mended = bare.length >= 5 ? vocabulary.spelling.nearest(bareForm.folded) : undefined;
    if (mended && vocabulary.meansSomething(form(mended))) return [mended];
  }
  return depth < 1 ? splitCompound(head.replace(/s$/, ''), vocabulary, depth + 1) : undefined;
}

// === Mentions

function allMentions(tokens: readonly Token[], vocabulary: Vocabulary): Mention[] {
  const forms = tokens.map((token) => token.form);
  return tokens.flatMap((_, first) =>
    vocabulary.matches(forms, first).map(({ length, meaning }) => ({ first, length, meaning })),
  );
}

function longestMentions(
  all: readonly Mention[],
  tokens: readonly Token[],
  wholeTimes: ReadonlySet<number>,
): Mention[] {
  return all.filter(
    (mention) =>
      !all.some((other) => swallows(other, mention)) &&
      !(mention.length === 1 && wholeTimes.has(tokens[mention.first]?.word ?? -1)),
  );
}

/** In words: a turn of phrase so long is none of the words in it. */
const fewestOfTurn = 2;

/**
 * A longer phrase takes the words of a shorter one inside it: "vice ordförande" is not "ordförande". The heading of a
 * passage does not: it is made of the very words that are asked with.
 */
function swallows(longer: Mention, shorter: Mention): boolean {
  return (
    longer.length > shorter.length &&
    (longer.meaning.kind !== 'ignorable' || longer.length >= fewestOfTurn) &&
    !(longer.meaning.kind === 'entity' && longer.meaning.entity.kind === 'section') &&
    longer.first <= shorter.first &&
    longer.first + longer.length >= shorter.first + shorter.length
  );
}

/** The mentions, of those given, that a token is part of. */
export function mentionsAt(mentions: readonly Mention[], token: number): Mention[] {
  return mentions.filter((mention) => covers(mention, token));
}

function covers(mention: Mention, token: number): boolean {
  return token >= mention.first && token < mention.first + mention.length;
}

// === Weights

function weigh(
  message: string,
  messageWords: readonly Word[],
  tokens: readonly Token[],
  mentions: readonly Mention[],
  wholeTimes: ReadonlySet<number>,
  vocabulary: Vocabulary,
): number[] {
  return tokens.map((token, index) => {
    if (wholeTimes.has(token.word)) return timeWeight;
    const around = mentionsAt(mentions, index);
    if (around.some(({ length, meaning }) => length > 1 && meaning.kind === 'ignorable')) return 0;
    const meanings = around.map((mention) => mention.meaning);
    // Inside a longer phrase that a reading does not use, a word weighs what it weighs alone.
    const alone = mentions.filter((mention) => mention.length === 1 && mention.first === index);
    if (alone.some(({ meaning }) => meaning.kind === 'ignorable')) return 0;
    if (alone.length > 0) return Math.max(...alone.map(({ meaning }) => meaningWeight(meaning)));
    if (meanings.some((meaning) => meaning.kind === 'ignorable')) return 0;
    if (meanings.length > 0) return Math.max(...meanings.map(meaningWeight));
    if (/^\d/.test(token.text)) return numberWeight;
    const isName = isCapitalised(message, messageWords[token.word]);
    const isSubject = isName || definiteNoun.test(token.text);
    if (vocabulary.text.has(token.form.stem)) return isSubject ? unknownObjectWeight : textWeight;
    const object = isSubject || isObject(messageWords, token.word);
    return object ? unknownObjectWeight : unknownWeight;
  });
}

const prepositions = new Set(
  'i på för med av om till från hos kring inom vid mot in on for with of about to from at regarding'.split(' '),
);
const determiners = new Set(
  'en ett den det de vår vårt våra min mitt mina er ert era the a an our my your this that'.split(' '),
);
const definiteNoun =
  /..(?:ningen|ingen|tionen|heten|skapet|arna|erna|orna|[^aeiouyåäö]en|[^aeiouyåäö]et|.{4}(?:ern|eln|aren))s?$/;

/** Whether a word is what a preposition governs: "i kommunfullmäktige", "för vår semester". */
function isObject(messageWords: readonly Word[], index: number): boolean {
  const before = messageWords[index - 1]?.text ?? '';
  if (prepositions.has(before)) return true;
  return determiners.has(before) && prepositions.has(messageWords[index - 2]?.text ?? '');
}

/** A capital letter inside a message marks a name; people who write in capitals throughout mean nothing by it. */
function isCapitalised(message: string, word: Word | undefined): boolean {
  if (!word || word.start === 0 || message === message.toUpperCase()) return false;
  const startsSentence = /[.!?:]\s*$/.test(message.slice(0, word.start));
  return !startsSentence && /^\p{Lu}/u.test(message.slice(word.start, word.end));
}

export function meaningWeight(meaning: Meaning): number {
  switch (meaning.kind) {
    case 'cue':
      return cueWeights[meaning.cue];
    case 'entity':
      return entityWeights[meaning.entity.kind] ?? entityWeight;
    case 'ignorable':
      return 0;
  }
}

function isUnknown(
  token: Token,
  index: number,
  mentions: readonly Mention[],
  wholeTimes: ReadonlySet<number>,
  vocabulary: Vocabulary,
): boolean {
  return (
    !wholeTimes.has(token.word) &&
    !/^\d/.test(token.text) &&
    !mentions.some((mention) => covers(mention, index)) &&
    !vocabulary.text.has(token.form.stem)
  );
}

// === Language

/** The language that most of the telling words belong to; null where none or both do. */
function languageOf(messageWords: readonly Word[], vocabulary: Vocabulary): 'sv' | 'en' | null {
  const { sv, en } = vocabulary.markers;
  const swedish = messageWords.filter((word) => sv.has(word.text) || /[åäö]/.test(word.text)).length;
  const english = messageWords.filter((word) => en.has(word.text)).length;
  if (swedish === english) return null;
  return swedish > english ? 'sv' : 'en';
}

// === Looking into a reading

/** Whether anything but the region itself is named: "Vår kommun är Nykvarn." */
export function namesSomething({ mentions }: Pick<Reading, 'mentions'>): boolean {
  return mentions.some(({ meaning }) => meaning.kind === 'entity' && meaning.entity.kind !== 'region');
}

/** The entities of one kind that the message names, in order, each once. */
export function entities<Kind extends Entity['kind']>(reading: Reading, kind: Kind): Extract<Entity, { kind: Kind }>[] {
  const found = new Map<string, Extract<Entity, { kind: Kind }>>();
  for (const { meaning } of reading.mentions) {
    if (meaning.kind !== 'entity' || meaning.entity.kind !== kind) continue;
    const entity = meaning.entity as Extract<Entity, { kind: Kind }>;
    found.set(JSON.stringify(entity), entity);
  }
  return [...found.values()];
}

export function hasCue(reading: Reading, ...cues: readonly Cue[]): boolean {
  return reading.mentions.some(({ meaning }) => meaning.kind === 'cue' && cues.includes(meaning.cue));
}

/** The period that the message names: the first, unless two make one ("april och maj"). */
export function periodOf(reading: Reading): Period | null {
  const periods = reading.times.flatMap(({ meaning }) => (meaning.kind === 'period' ? [meaning] : []));
  const first = weekdayWithin(reading)?.within ?? periods[0];
  if (!first) return null;
  const year = periods.find(({ period }) => period.name.by === 'year')?.period.name;
  const open = periods.find(({ period, yearStated }) => !yearStated && period.name.by !== 'year');
  return open && year?.by === 'year' ? inYear(open.period, year.year) : first.period;
}

/** "29 november … 2019": a day or a month whose year stands elsewhere in the message. */
export function inYear(period: Period, year: number): Period {
  const moved = (day: string | null): string | null => day && `${year}${day.slice(4)}`;
  const { name } = period;
  const isNamedByYear = name.by === 'month' || name.by === 'season' || name.by === 'quarter' || name.by === 'half';
  if (!isNamedByYear && name.by !== 'day') return period;
  return { from: moved(period.from), to: moved(period.to), name: isNamedByYear ? { ...name, year } : name };
}

/** The weekday that the message asks for ("på torsdagar"). */
export function weekdayOf(reading: Reading): number | null {
  for (const time of reading.times) if (time.meaning.kind === 'weekday') return time.meaning.weekday;
  return weekdayWithin(reading)?.weekday ?? null;
}

const weekdayWord = /^(?:mån|tis|ons|tors|fre|lör|sön|mon|tues?|wednes|thurs?|fri|satur|sun)(?:dag|day)?/u;

/** "Nästa torsdag" of a meeting in May is a Thursday in May, although the coming one is sooner. */
function weekdayWithin({ times, words: messageWords }: Reading): { weekday: number; within: PeriodMeaning } | null {
  const periods = times.flatMap(({ first, end, meaning }) =>
    meaning.kind === 'period' ? [{ first, end, meaning }] : [],
  );
  const [a, b] = periods;
  if (!a || !b || periods.length > 2) return null;
  const isWeekday = ({ first, end, meaning }: typeof a): boolean =>
    meaning.period.name.by === 'day' && messageWords.slice(first, end).some(({ text }) => weekdayWord.test(text));
  const [day, wide] = isWeekday(a) ? [a, b] : [b, a];
  const named = day.meaning.period.from;
  const isWide = wide.meaning.period.name.by !== 'day' && wide.meaning.period.name.by !== 'year';
  if (!isWeekday(day) || !isWide || named === null || overlaps(wide.meaning.period, named, named)) return null;
  return { weekday: weekdayOfDay(named), within: wide.meaning };
}
