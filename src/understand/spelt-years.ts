// Years as they are spoken and written out by who dictates: "tjugohundratjugotre", "tvåtusen nitton".
const units: readonly (readonly [string, number])[] = [
  ['ett', 1],
  ['en', 1],
  ['två', 2],
  ['tre', 3],
  ['fyra', 4],
  ['fem', 5],
  ['sex', 6],
  ['sju', 7],
  ['åtta', 8],
  ['nio', 9],
];
const teens: readonly (readonly [string, number])[] = [
  ['tio', 10],
  ['elva', 11],
  ['tolv', 12],
  ['tretton', 13],
  ['fjorton', 14],
  ['femton', 15],
  ['sexton', 16],
  ['sjutton', 17],
  ['arton', 18],
  ['nitton', 19],
];
const tens: readonly (readonly [string, number])[] = [
  ['tjugo', 20],
  ['trettio', 30],
];

/** 1 to 39: a plan reaches no further. */
const numbers = new Map<string, number>([
  ...units,
  ...teens,
  ...tens.flatMap(([word, ten]) => [
    [word, ten] as const,
    ...units.map(([unit, one]) => [word + unit, ten + one] as const),
  ]),
]);
const english = new Map<string, number>([
  ...'nineteen twenty twenty-one twenty-two twenty-three twenty-four twenty-five twenty-six twenty-seven twenty-eight twenty-nine thirty'
    .split(' ')
    .map((word, index) => [word, 19 + index] as const),
]);

const longestFirst = (words: Iterable<string>): string => [...words].sort((a, b) => b.length - a.length).join('|');
const swedishYear = new RegExp(
  `(?<!\\p{L})(?:två\\s?tusen|tjugo\\s?hundra)(?:\\s?och)?\\s?(?<of>${longestFirst(numbers.keys())})(?!\\p{L})`,
  'giu',
);
const englishYear = new RegExp(`(?<!\\p{L})twenty[\\s-](?<of>${longestFirst(english.keys())})(?!\\p{L})`, 'giu');

/** The message with such years in digits. */
export function withYearsInDigits(message: string): string {
  const digits =
    (values: ReadonlyMap<string, number>) =>
    (said: string, of: string): string => {
      const value = values.get(of.toLowerCase());
      return value === undefined ? said : String(2000 + value);
    };
  return message.normalize('NFC').replace(swedishYear, digits(numbers)).replace(englishYear, digits(english));
}
