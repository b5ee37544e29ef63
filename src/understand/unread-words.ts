// Words of weight that a wish for reminders or a calendar leaves unread: "utom", "0 dagar", "kl 8". None is dropped in silence.
import { mentionsAt, type Reading } from './reading.ts';
import type { Clip } from './sentence.ts';
import { readPart, type Talk } from './update-subjects.ts';
import { countWords } from './update-words.ts';

const alone = (source: string): RegExp => new RegExp(`(?<![\\p{L}\\d])(?:${source})(?![\\p{L}\\d])`, 'gu');

/** What turns a wish into its opposite. */
const exceptions =
  "utom|forutom|undanta(?:g|get|gen|nde)|med undantag(?: for| av)?|exklusive|exkl|utan|inte|ej|icke|aldrig|slippa|except(?:ing)?(?: for)?|excluding|excl|but|apart from|other than|without|not|no|never|don't";
const numbers = countWords
  .split('|')
  .filter((word) => !/^(?:en|ett|one|ingen|inga)$/.test(word))
  .join('|');
const units =
  'minut(?:en|er|erna)?|minutes?|timm(?:e|en|ar|arna|es|ars)|hours?|dag(?:en|ar|arna|s|ars)?|dar|days?|arbetsdag\\p{L}*|vardag\\p{L}*|helg\\p{L}*|dygn(?:et|s)?|working days?|workdays?|weekdays?|weekends?|business days?|veck(?:a|an|or|orna|as|ors)|weeks?|manad(?:en|er|erna|s|ers)?|months?|kvartal\\p{L}*|quarters?|aret|years?|termin(?:en)?';
const moments =
  'kl|klockan|am|pm|imorgon|i morgon|idag|i dag|ikvall|i kvall|tomorrow|today|tonight|morgon(?:en)?|morning|kvall(?:en)?|evening|formiddag(?:en)?|eftermiddag(?:en)?|afternoon|noon|midnatt|midnight|i (?:host|var|vinter|sommar)|hosten|varen|vintern|sommaren|autumn|spring|winter|summer|samma|same|halv(?:a|t)?|half|efter(?:at)?|after(?:wards)?|under|during|minus|plus|nasta|next|forsta|first|sista|last|once|twice|en gang|ganger|varannan|every other|nagon gang|snart|soon';
const others =
  'engelska|svenska|english|swedish|handling(?:ar|arna|en)|kallelse\\p{L}*|dagordning\\p{L}*|protokoll\\p{L}*|documents|papers|agenda|minutes';
const narrowing = 'bara|endast|enbart|blott|only|just';
const allOfThem = '(?:alla|samtliga|everyone|everybody|all of you|folk|medlemmarna|deltagarna|ledamoterna)';
/** "Påminn alla om …": not the asker alone. */
const toEverybody = new RegExp(
  `^(?:${allOfThem}(?=\\s*$|\\s+(?:om|about|of|infor|i|in|som|who|fore|innan|before|en|ett|\\d))|everyone|everybody)(?!\\p{L})`,
  'gu',
);

const opposite = alone(exceptions);
const weighty = alone([exceptions, numbers, units, moments, others].join('|'));
const numeral = /[-\u2212]?\d[\d.,:/-]*/g;
const narrow = alone(narrowing);

/** A part of a sentence that something was understood of. */
export interface Understood {
  readonly words: Clip;
  /** Whether a number, a day or a time in it names the topic itself. */
  readonly names: (reading: Reading, word: number) => boolean;
  /** Whether "bara" was understood. */
  readonly isNarrowed: boolean;
}

/** With "från" blanked, so that places in the reading are places in the clip. */
function level({ text, flat }: Clip): Clip {
  return { text: text.replaceAll(/(?<!\p{L})(?:från|fran|from)(?!\p{L})/giu, '    '), flat };
}

type Span = readonly [from: number, to: number];

/** The words of an exception, as they were written: "utom ledningsgruppens"; null where there are none. */
export function exceptionIn(clip: Clip): string | null {
  const [first] = spansOf(clip.flat, opposite);
  return first ? short(clip.text.slice(first[0])) : null;
}

/** What is said to everybody; null where nothing is. */
export function everybodyIn(clip: Clip): string | null {
  const [first] = spansOf(clip.flat, toEverybody);
  return first ? clip.text.slice(...first).trim() : null;
}

/** The words of weight that are left; null where there are none. */
export function unreadIn({ words: clip, names, isNarrowed }: Understood, talk: Talk): string | null {
  const exception = exceptionIn(clip);
  if (exception !== null) return exception;
  const reading = readPart(level(clip), talk);
  const known = reading.words.flatMap((word, index): Span[] => (names(reading, index) ? [[word.start, word.end]] : []));
  const flat = known.reduce(
    (left, [from, to]) => left.slice(0, from) + '_'.repeat(to - from) + left.slice(to),
    clip.flat,
  );
  const timed = timesOf(reading).filter(([from, to]) => !flat.slice(from, to).includes('_'));
  const found = [
    ...spansOf(flat, weighty),
    ...spansOf(flat, numeral),
    ...(isNarrowed ? [] : spansOf(flat, narrow)),
    ...timed,
  ];
  return found.length === 0 ? null : short(textOf(clip, merged(found)));
}

/** Whether a word belongs to a name of the plan: "5G-analysen", "nyckeltalsdagen". */
export function isNamed({ tokens, mentions }: Reading, word: number): boolean {
  return tokens.some(
    (token, index) =>
      token.word === word && mentionsAt(mentions, index).some(({ meaning }) => meaning.kind === 'entity'),
  );
}

/** The first municipality or person that is named; null where none is. */
export function placeIn({ tokens, mentions, words, message }: Reading): string | null {
  const index = mentions.find(({ meaning }) => {
    return meaning.kind === 'entity' && (meaning.entity.kind === 'municipality' || meaning.entity.kind === 'person');
  })?.first;
  const word = index === undefined ? undefined : words[tokens[index]?.word ?? -1];
  return word ? message.slice(word.start, word.end) : null;
}

function timesOf({ times, words }: Reading): Span[] {
  return times.flatMap(({ first, end }): Span[] => {
    const [from, to] = [words[first]?.start, words[end - 1]?.end];
    return from === undefined || to === undefined ? [] : [[from, to]];
  });
}

function spansOf(flat: string, pattern: RegExp): Span[] {
  return [...flat.matchAll(pattern)].map((match) => [match.index, match.index + match[0].length]);
}

function merged(spans: readonly Span[]): Span[] {
  const inOrder = [...spans].sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const all: Span[] = [];
  for (const span of inOrder) {
    const last = all.at(-1);
    if (!last || span[0] > last[1] + 1) all.push(span);
    else all.splice(-1, 1, [last[0], Math.max(last[1], span[1])]);
  }
  return all;
}

function textOf({ text }: Clip, spans: readonly Span[]): string {
  return spans.map(([from, to]) => text.slice(from, to).trim()).join(' … ');
}

/** Longer quotations are cut. In characters. */
const longest = 60;

function short(text: string): string {
  const single = text.replaceAll(/\s+/g, ' ').replace(/[\s.!?]+$/, '');
  return single.length > longest ? `${single.slice(0, longest)} …` : single;
}
