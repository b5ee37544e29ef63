// Ordinal numbers in words, Swedish and English: "första", "third".
const swedish =
  'första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte trettonde fjortonde femtonde sextonde sjuttonde artonde nittonde tjugonde tjugoförsta tjugoandra tjugotredje tjugofjärde tjugofemte tjugosjätte tjugosjunde tjugoåttonde tjugonionde trettionde trettioförsta'.split(
    ' ',
  );
const english = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');

const values = new Map([swedish, english].flatMap((list) => list.map((word, index) => [word, index + 1] as const)));

/** The ordinals up to the tenth, for patterns. */
export const ordinalWords: readonly string[] = [...swedish.slice(0, english.length), ...english];

/** The number of an ordinal, from 1; undefined for any other word. */
export function ordinalOf(word: string): number | undefined {
  return values.get(word.toLowerCase());
}
