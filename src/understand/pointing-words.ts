// Words that point back to what was spoken of, in Swedish and English.

const leadingWords = 'och|o|men|sen|and|what about|how about|then';
/** These stand for something that was named before, whatever else is said. */
const firm = 'dem|dom|dess|denna|detta|dessa|samma|han|hon|hen|its|that|they|them|those|he|she|same|this one';
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

export const leading = new RegExp(`^(?:${leadingWords}|but)(?!\\p{L})`, 'iu');
/** "Den 9 maj" and "den första" stand for themselves. */
const den = 'den(?!\\s+(?:\\d|först|andr|tredj|fjärd|femt|sist|\\p{L}+(?:de|nde)(?!\\p{L})))';
export const pronoun = new RegExp(alone(`${den}|${firm}`), 'iu');
export const placePronoun = new RegExp(alone(ofPlace), 'iu');
export const loosePronoun = new RegExp(alone(loose), 'iu');
/** "Mötet" is that of which was spoken, unless its day or place is said. */
export const theMeeting = new RegExp(alone(`${meeting}|the meetings?`), 'iu');

/** Where a loose one is grammar: "är det möte", "finns det", "is there". */
export const formal =
  /(?<!\p{L})(?:är|e|va|var|vart|blir|blev|finns|fanns|händer|hände|ligger|låg|står)\s+(?:det|de(?=\s+(?:möten?|nå|ngt)))(?!\p{L})|(?<!\p{L})(?:is|are|was|were|will)\s+(?:there|it)(?!\p{L})|(?<!\p{L})there(?:'s|\s+(?:is|are|was|were))(?!\p{L})|(?<!\p{L})det\s+(?:är|finns|blir|där)(?!\p{L})/iu;
