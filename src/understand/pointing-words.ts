// Words that point back to what was spoken of, in Swedish and English.

const leadingWords =
  'och|o|men|sen|bara|endast|enbart|inte|förutom|utom|except|not|and|what about|how about|then|only|just';
/** These stand for something that was named before, whatever else is said. */
const firm =
  'dem|dom|dess|deras|hans|hennes|their|theirs|denna|detta|dessa|samma|han|hon|hen|its|that|they|them|those|he|she|same|this one|the (?:first|second|third|last|other) one';
const ofPlace = 'där|dit';
/** These may be grammar: "är det möte i maj?" */
const loose = 'det|de|då|it|there|then';
const meeting = 'mötet|mötena';

const alone = (words: string): string => `(?<!\\p{L})(?:${words})(?!\\p{L})`;

/** Whatever may point back: "och 2022 då?", "vad kostar den?" */
export const anaphora = new RegExp(
  `^(?:${leadingWords})(?!\\p{L})|${alone(`den|${firm}|${ofPlace}|${loose}|${meeting}`)}`,
  'iu',
);

/** "För vad?", "med vem 2022?": the rest of the question was asked before. */
const governed =
  '(?:för|med|om|till|av|hos|från|for|with|about|to|by|from) (?:vad|vem|vilka|vilken|vilket|what|whom|who|which)(?!\\p{L}).{0,20}$';
export const leading = new RegExp(`^(?:(?:${leadingWords}|but)(?!\\p{L})|${governed})`, 'iu');
/** "Den 9 maj" and "den första" stand for themselves. */
const den = 'den(?!\\s+(?:\\d|först|andr|tredj|fjärd|femt|sist|\\p{L}+(?:de|nde)(?!\\p{L})))';
export const pronoun = new RegExp(alone(`${den}|${firm}`), 'iu');
/** Always that of which was spoken, also within the message. */
export const sameTime = new RegExp(
  alone('(?:samma|det|the same|same|that) (?:år|året|dag|månad|vecka|period|year|day|month|week)'),
  'iu',
);
export const placePronoun = new RegExp(alone(ofPlace), 'iu');
export const loosePronoun = new RegExp(alone(loose), 'iu');
/** "Mötet" is that of which was spoken, unless its day or place is said. */
export const theMeeting = new RegExp(alone(`${meeting}|the meetings?`), 'iu');

/** Where a loose one is grammar: "är det möte", "finns det", "is there". */
export const formal =
  /(?<!\p{L})(?:är|e|va|var|vart|blir|blev|finns|fanns|händer|hände|ligger|låg|står)\s+(?:det|de(?=\s+(?:möten?|nå|ngt)))(?!\p{L})|(?<!\p{L})(?:is|are|was|were|will)\s+(?:there|it)(?!\p{L})|(?<!\p{L})there(?:'s|\s+(?:is|are|was|were))(?!\p{L})|(?<!\p{L})det\s+(?:är|finns|blir|där)(?!\p{L})/iu;
