// Every phrase that means something: the plan's own names and aliases, and the cue words of the languages.

import type {
  ActivityId,
  AreaId,
  BudgetLineId,
  ConferenceId,
  GoalId,
  GroupId,
  MunicipalityId,
  ObjectiveId,
  PersonId,
  SectionId,
} from '../plan/ids.ts';
import type { Plan } from '../plan/plan.ts';
import type { Localized } from '../plan/source.ts';
import { english } from './cues.en.ts';
import { swedish } from './cues.sv.ts';
import { type Cue, cueWeights } from './cues.ts';
import { type Form, form } from './forms.ts';
import { makePhraseTree, type PhraseTree, type Spelt } from './phrase-tree.ts';
import { type SpellingList, spellingList } from './spelling.ts';
import { makeTextIndex, type TextIndex } from './text-index.ts';
import { words } from './words.ts';

/** A record of the plan that a phrase can name. */
export type Entity =
  | { readonly kind: 'municipality'; readonly id: MunicipalityId }
  | { readonly kind: 'group'; readonly id: GroupId }
  | { readonly kind: 'person'; readonly id: PersonId }
  | { readonly kind: 'conference'; readonly id: ConferenceId }
  | { readonly kind: 'area'; readonly id: AreaId }
  | { readonly kind: 'goal'; readonly id: GoalId }
  | { readonly kind: 'objective'; readonly id: ObjectiveId }
  | { readonly kind: 'activity'; readonly id: ActivityId }
  | { readonly kind: 'budget-line'; readonly id: BudgetLineId }
  | { readonly kind: 'section'; readonly id: SectionId }
  | { readonly kind: 'venue'; readonly name: string }
  /** A municipality that has no part in the region's cooperation. */
  | { readonly kind: 'neighbour'; readonly name: string }
  | { readonly kind: 'region' };

/** What a phrase means. */
export type Meaning =
  | { readonly kind: 'cue'; readonly cue: Cue }
  | { readonly kind: 'entity'; readonly entity: Entity }
  | { readonly kind: 'ignorable' };

interface Phrase extends Spelt {
  readonly meaning: Meaning;
}

/** What phrase matching found: a meaning and how many words it covers. */
export interface PhraseMatch {
  readonly length: number;
  readonly meaning: Meaning;
}

export interface Vocabulary {
  /** Every meaning of every phrase that starts at this word. */
  matches(forms: readonly Form[], at: number): PhraseMatch[];
  /** Whether the word is known alone, in some inflection. */
  knows(typed: Form): boolean;
  /** Whether the word alone carries meaning: a name or a cue. */
  meansSomething(typed: Form): boolean;
  /** Whether the word alone is the name of a group or a conference. */
  isName(typed: Form): boolean;
  /** Whether the word alone is one that needs no explanation. */
  meansNothing(typed: Form): boolean;
  /** Whether the word alone is the name of a record, or a whole word of the plan's text. */
  names(typed: Form): boolean;
  readonly spelling: SpellingList;
  readonly text: TextIndex;
  readonly markers: { readonly sv: ReadonlySet<string>; readonly en: ReadonlySet<string> };
}

/** "YH-nätverket" and "yh nätverket" are the same words. */
export function splitHyphens(word: string): string[] {
  return /^\p{L}/u.test(word) && word.includes('-') ? word.split('-').filter(Boolean) : [word];
}

function phrase(text: string, meaning: Meaning): Phrase {
  const exact = text.startsWith('=');
  return {
    words: words(text)
      .flatMap((word) => splitHyphens(word.text))
      .map((word) => ({ form: form(word), inflected: !exact && meaning.kind !== 'ignorable' && word.length > 3 })),
    meaning,
  };
}

/** One object a meaning, so that the same meaning is recognised by identity. */
const ignorable: Meaning = { kind: 'ignorable' };
const cueMeanings = Object.fromEntries(
  (Object.keys(cueWeights) as Cue[]).map((cue) => [cue, { kind: 'cue', cue }]),
) as Record<Cue, Meaning>;

function* cuePhrases(): Generator<Phrase> {
  for (const table of [swedish, english]) {
    for (const cue of Object.keys(cueWeights) as Cue[]) {
      for (const text of table.cues[cue]) yield phrase(text, cueMeanings[cue]);
    }
    for (const text of table.ignorable) yield phrase(text, ignorable);
  }
}

function* names(entity: Entity, ...texts: readonly (Localized | string | readonly string[])[]): Generator<Phrase> {
  const meaning: Meaning = { kind: 'entity', entity };
  for (const text of texts) {
    const list = typeof text === 'string' ? [text] : 'sv' in text ? [text.sv, text.en ?? text.sv] : text;
    for (const name of list) {
      yield phrase(name, meaning);
      if (needsGenitive(name)) yield phrase(`${name}s`, meaning);
    }
  }
}

/** The stemmer does not know the genitive of words that end in å, ä, ö or é: "Tyresös". */
function needsGenitive(name: string): boolean {
  return /[åäöéy]$/i.test(name);
}

function* planPhrases(plan: Plan): Generator<Phrase> {
  const { region } = plan;
  yield* names({ kind: 'region' }, region.name, region.everyone, region.cooperation, region.aliases);
  for (const name of region.neighbours) yield* names({ kind: 'neighbour', name }, name);
  for (const { id, name, aliases } of plan.municipalities) yield* names({ kind: 'municipality', id }, name, aliases);
  for (const { id, name, definite, aliases } of plan.groups) {
    yield* names({ kind: 'group', id }, name, definite, aliases);
  }
  for (const table of [swedish, english]) {
    for (const kind of ['committee', 'management'] as const) {
      const [only, another] = plan.groups.filter((group) => group.kind === kind);
      if (only && !another) yield* names({ kind: 'group', id: only.id }, table.groupKinds[kind]);
    }
  }
  for (const { id, name, aliases } of plan.people) {
    yield* names({ kind: 'person', id }, name, aliases, name.split(' '));
  }
  for (const { id, name, definite, aliases } of plan.conferences) {
    yield* names({ kind: 'conference', id }, name, definite, aliases);
  }
  yield* headNouns(plan);
  for (const { id, name, aliases } of plan.areas) yield* names({ kind: 'area', id }, name, aliases);
  for (const { id, title, aliases } of plan.goals) yield* names({ kind: 'goal', id }, title, aliases);
  for (const { id, title, aliases } of plan.objectives) yield* names({ kind: 'objective', id }, title, aliases);
  for (const { id, title, short, aliases } of plan.activities) {
    yield* names({ kind: 'activity', id }, title, short, aliases);
  }
  for (const { id, title, aliases } of plan.budgetLines) yield* names({ kind: 'budget-line', id }, title, aliases);
  for (const { id, kind, title, aliases } of plan.sections) {
    yield* names({ kind: 'section', id }, title, aliases);
    // The names of the development programme are also words for it.
    if (kind === 'programme') for (const name of aliases) yield phrase(name, cueMeanings.programme);
  }
  yield* venuePhrases(plan);
}

/** "Konferensen" alone means the one conference whose name ends so. */
function* headNouns(plan: Plan): Generator<Phrase> {
  const byHead = new Map<string, ConferenceId[]>();
  for (const { id, definite } of plan.conferences) {
    const head = /konferensen$/i.exec(definite.sv)?.[0].toLowerCase();
    if (head) byHead.set(head, [...(byHead.get(head) ?? []), id]);
  }
  for (const [head, [id, another]] of byHead) {
    if (id && !another) yield phrase(`=${head}`, { kind: 'entity', entity: { kind: 'conference', id } });
  }
}

function* venuePhrases(plan: Plan): Generator<Phrase> {
  const places = [...plan.meetings, ...plan.occasions].flatMap(({ place }) => (place ? [place] : []));
  const venues = new Set(places.filter((place) => place.municipality === null).map((place) => place.name));
  for (const name of venues) yield* names({ kind: 'venue', name }, name);
}

/** Identity of a meaning, to say the same thing once. */
function sameMeaning({ meaning, words: parts }: Phrase): string {
  return `${JSON.stringify(meaning)} ${parts.map((part) => `${part.inflected ? '' : '='}${part.form.soft}`).join(' ')}`;
}

/** The words that tell which language a message is in: everybody's, and what each language calls the groups. */
function markersOf(plan: Plan): Vocabulary['markers'] {
  const only = (text: string, other: string): string[] =>
    words(text).flatMap((word) => (other.toLowerCase().includes(word.text) ? [] : [word.text]));
  const names = plan.groups.map(({ definite: { sv, en = sv } }) => ({ sv: only(sv, en), en: only(en, sv) }));
  return {
    sv: new Set([...swedish.markers, ...names.flatMap(({ sv }) => sv)]),
    en: new Set([...english.markers, ...names.flatMap(({ en }) => en)]),
  };
}

/** Gathers the phrases of the plan and of the languages; made once for a plan. */
export function makeVocabulary(plan: Plan): Vocabulary {
  const phrases = makePhraseTree<Phrase>();
  const seen = new Set<string>();
  const spelt = new Set<string>();
  for (const item of [...planPhrases(plan), ...cuePhrases()]) {
    const identity = sameMeaning(item);
    if (item.words.length === 0 || seen.has(identity)) continue;
    seen.add(identity);
    phrases.add(item);
    for (const word of item.words) if (word.form.folded.length > 4) spelt.add(word.form.folded);
  }
  const text = makeTextIndex(plan);
  return {
    matches: (forms, at) => matches(phrases, forms, at),
    knows: (typed) => single(phrases, typed).length > 0,
    meansSomething: (typed) => single(phrases, typed).some((meaning) => meaning.kind !== 'ignorable'),
    isName: (typed) =>
      single(phrases, typed).some(
        (meaning) =>
          meaning.kind === 'entity' && (meaning.entity.kind === 'group' || meaning.entity.kind === 'conference'),
      ),
    meansNothing: (typed) => single(phrases, typed).some((meaning) => meaning.kind === 'ignorable'),
    names: (typed) => text.hasWord(typed.stem) || single(phrases, typed).some((meaning) => meaning.kind === 'entity'),
    spelling: spellingList(spelt),
    text,
    markers: markersOf(plan),
  };
}

function matches(phrases: PhraseTree<Phrase>, forms: readonly Form[], at: number): PhraseMatch[] {
  const found: (PhraseMatch & { readonly exact: boolean })[] = [];
  for (const { phrase, exact } of phrases.matches(forms, at)) {
    found.push({ length: phrase.words.length, meaning: phrase.meaning, exact });
  }
  // A word that is known as it stands is no inflection of another: "längs" is not "längd".
  const known = found.some(({ length, exact, meaning }) => length === 1 && exact && !isHeading(meaning));
  const kept = found.filter(({ length, exact }) => length > 1 || exact || !known);
  return kept.filter(
    (match, index) =>
      kept.findIndex(({ length, meaning }) => length === match.length && meaning === match.meaning) === index,
  );
}

/** The headings of passages are made of everybody's words and displace none. */
function isHeading(meaning: Meaning): boolean {
  return meaning.kind === 'entity' && meaning.entity.kind === 'section';
}

function single(phrases: PhraseTree<Phrase>, typed: Form): Meaning[] {
  return matches(phrases, [typed], 0)
    .filter((match) => match.length === 1)
    .map((match) => match.meaning);
}
