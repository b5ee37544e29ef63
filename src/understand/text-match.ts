// Which activities, passages or goals a message is about, by the names and by the words in it.
import { mentionsAt, type Reading } from './reading.ts';
import type { RecordId, Term, TextRecord } from './text-index.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface TextMatch<Kind extends TextRecord['kind']> {
  readonly id: RecordId<Kind>;
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

/** Matches that score less than this share of the best are told apart from it. */
const nearly = 0.8;

/**
 * The best records of a kind that the message may be about, best first. Of those that are not named, only such as come
 * near the best are sure to be among them.
 */
export function textMatches<Kind extends TextRecord['kind']>(
  reading: Reading,
  vocabulary: Vocabulary,
  kind: Kind,
  always: readonly RecordId<Kind>[] = [],
): TextMatch<Kind>[] {
  const content = reading.tokens.flatMap((token, index) => (isContent(reading, index) ? [{ token, index }] : []));
  const terms = content.map(({ token, index }): Term => {
    const cue = isCue(reading, index);
    const factor = cue ? 0.4 : namesAnother(reading, index, kind) ? 0.5 : 1;
    return { stem: token.form.stem, factor, solid: !cue };
  });
  const named = namedRecords(reading, kind);
  const wanted = { kind, always: [...named.keys(), ...always], share: nearly };
  const matches = new Map<string, TextMatch<Kind>>();
  for (const hit of vocabulary.text.find<Kind>(terms, wanted)) {
    const tokens = new Map<number, number>();
    const details = new Set<number>();
    for (const { term, weight, inName } of hit.terms) {
      const index = content[term]?.index ?? 0;
      if (!inName && terms[term]?.solid) details.add(index);
      tokens.set(index, Math.min(mostPerWord, weight) * (terms[term]?.factor ?? 0));
    }
    const { id, score } = hit;
    matches.set(id, { id, score, tokens, details, named: false });
  }
  for (const [id, mentions] of named) matches.set(id, withName(matches.get(id) ?? unspoken(id), mentions));
  return [...matches.values()].sort((a, b) => b.score - a.score);
}

interface NameAt {
  readonly first: number;
  readonly length: number;
}

/** Where the message names records of a kind. */
function namedRecords<Kind extends TextRecord['kind']>(reading: Reading, kind: Kind): Map<RecordId<Kind>, NameAt[]> {
  const named = new Map<RecordId<Kind>, NameAt[]>();
  for (const { first, length, meaning } of reading.mentions) {
    if (meaning.kind !== 'entity' || meaning.entity.kind !== kind) continue;
    const id = meaning.entity.id as RecordId<Kind>;
    named.set(id, [...(named.get(id) ?? []), { first, length }]);
  }
  return named;
}

function unspoken<Kind extends TextRecord['kind']>(id: RecordId<Kind>): TextMatch<Kind> {
  return { id, score: 0, tokens: new Map(), details: new Set(), named: false };
}

function withName<Kind extends TextRecord['kind']>(
  match: TextMatch<Kind>,
  mentions: readonly NameAt[],
): TextMatch<Kind> {
  const tokens = new Map(match.tokens);
  let { score } = match;
  for (const { first, length } of mentions) {
    score += nameBonus + length;
    for (let index = first; index < first + length; index++) tokens.set(index, (3 + 0.5 * (length - 1)) / length);
  }
  return { ...match, score, tokens, named: true };
}

/** The best matches that cannot be told apart: as many words explained, and nearly as well. */
export function bestOf<Kind extends TextRecord['kind']>(matches: readonly TextMatch<Kind>[]): TextMatch<Kind>[] {
  const [best] = matches;
  if (!best) return [];
  return matches.filter((match) => match.named === best.named && match.score >= best.score * nearly);
}

const joiner = /^(?:och|o|samt|respektive|resp|plus|eller|vs|kontra|än|and|or|versus|than|mot|med|with)$/;

/** Every record that is named beside the best, where the message joins them: "BISNOD respektive förstudien". */
export function allNamed<Kind extends TextRecord['kind']>(
  { tokens: all, mentions }: Reading,
  matches: readonly TextMatch<Kind>[],
): TextMatch<Kind>[] {
  const [best] = matches;
  if (!best?.named || !all.some(({ text }) => joiner.test(text))) return bestOf(matches);
  const names = ({ id }: TextMatch<Kind>): number[] =>
    mentions.flatMap(({ first, length, meaning }) =>
      meaning.kind === 'entity' && 'id' in meaning.entity && meaning.entity.id === id
        ? Array.from({ length }, (_, offset) => first + offset)
        : [],
    );
  const told = new Set(names(best));
  const others = matches.slice(1).filter((match) => {
    const own = match.named ? names(match) : [];
    const isOther = own.length > 0 && own.every((token) => !told.has(token));
    if (isOther) for (const token of own) told.add(token);
    return isOther;
  });
  return others.length === 0 ? bestOf(matches) : [best, ...others];
}
