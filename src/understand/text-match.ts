// Which activities, passages or goals a message is about, by the names and by the words in it.
import { mentionsAt, type Reading } from './reading.ts';
import type { TextRecord } from './text-index.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface TextMatch<Kind extends TextRecord['kind']> {
  readonly id: Extract<TextRecord, { kind: Kind }>['id'];
  readonly score: number;
  /** The tokens that speak for it, each with what it gains a candidate. */
  readonly tokens: ReadonlyMap<number, number>;
  /** Tokens that stand only in the record's text and not in its names: what is asked about the record. */
  readonly details: ReadonlySet<number>;
  /** True where a whole name or alias is in the message. */
  readonly named: boolean;
}

/** A name counts for more than any number of words in common. */
const nameBonus = 6;

/** The least that a word must weigh in a record to speak for it: leaves out words that half the plan has. */
const telling = 1;

/** The most that one word of running text gains a candidate. */
const mostPerWord = 2.2;

function isContent(reading: Reading, index: number): boolean {
  const token = reading.tokens[index];
  if (!token || token.text.length < 2) return false;
  const inTime = reading.times.some((time) => !time.partOfWord && token.word >= time.first && token.word < time.end);
  if (inTime) return false;
  const meanings = mentionsAt(reading.mentions, index).map((mention) => mention.meaning);
  if (meanings.some((meaning) => meaning.kind === 'ignorable')) return false;
  return !meanings.some(
    (meaning) =>
      meaning.kind === 'entity' && ['municipality', 'region', 'person', 'venue'].includes(meaning.entity.kind),
  );
}

/** Question words and the like say nothing about which record is meant, though the plan's text may have them. */
function isCue(reading: Reading, index: number): boolean {
  return mentionsAt(reading.mentions, index).some((mention) => mention.meaning.kind === 'cue');
}

/** Whether the word names a record of another kind, and so says little about one of this kind. */
function namesAnother(reading: Reading, index: number, kind: TextRecord['kind']): boolean {
  const named = mentionsAt(reading.mentions, index).flatMap(({ meaning }) =>
    meaning.kind === 'entity' ? [meaning.entity.kind] : [],
  );
  return named.length > 0 && !named.some((own) => own === kind);
}

/** The records of a kind that the message may be about, best first. */
export function textMatches<Kind extends TextRecord['kind']>(
  reading: Reading,
  vocabulary: Vocabulary,
  kind: Kind,
): TextMatch<Kind>[] {
  const content = reading.tokens.flatMap((_, index) => (isContent(reading, index) ? [index] : []));
  const found = new Map<string, { score: number; tokens: Map<number, number>; details: Set<number>; named: boolean }>();
  const entry = (id: string) => {
    const known = found.get(id) ?? {
      score: 0,
      tokens: new Map<number, number>(),
      details: new Set<number>(),
      named: false,
    };
    found.set(id, known);
    return known;
  };
  const hits = vocabulary.text.find(content.map((index) => reading.tokens[index]?.form.stem ?? ''));
  for (const { record, weights, inName } of hits) {
    if (record.kind !== kind) continue;
    const spoken = weights.flatMap((weight, at) =>
      weight >= telling ? [{ token: content[at] ?? 0, weight, named: inName[at] ?? false }] : [],
    );
    const solid = spoken.filter(({ token }) => !isCue(reading, token));
    if (solid.length === 0) continue;
    const match = entry(record.id);
    for (const { token, weight, named } of spoken) {
      if (!named && !isCue(reading, token)) match.details.add(token);
      const factor = isCue(reading, token) ? 0.4 : namesAnother(reading, token, kind) ? 0.5 : 1;
      match.score += weight * factor;
      match.tokens.set(token, Math.min(mostPerWord, weight) * factor);
    }
  }
  for (const { first, length, meaning } of reading.mentions) {
    if (meaning.kind !== 'entity' || meaning.entity.kind !== kind) continue;
    const match = entry(meaning.entity.id);
    match.score += nameBonus + length;
    match.named = true;
    for (let index = first; index < first + length; index++) match.tokens.set(index, (3 + 0.5 * (length - 1)) / length);
  }
  return [...found]
    .map(([id, match]) => ({ id: id as TextMatch<Kind>['id'], ...match }))
    .sort((a, b) => b.score - a.score);
}

/** The best matches that cannot be told apart: as many words explained, and nearly as well. */
export function bestOf<Kind extends TextRecord['kind']>(matches: readonly TextMatch<Kind>[]): TextMatch<Kind>[] {
  const [best] = matches;
  if (!best) return [];
  return matches.filter((match) => match.named === best.named && match.score >= best.score * 0.8);
}
