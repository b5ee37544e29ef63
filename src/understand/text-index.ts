// Finds activities and passages by the words in them, with idf weights, prefixes and compounds.
import type { ActivityId, BudgetLineId, GoalId, ObjectiveId, SectionId } from '../plan/ids.ts';
import type { Plan } from '../plan/plan.ts';
import type { Localized } from '../plan/source.ts';
import { form } from './forms.ts';
import { words } from './words.ts';

export type TextRecord =
  | { readonly kind: 'activity'; readonly id: ActivityId }
  | { readonly kind: 'section'; readonly id: SectionId }
  | { readonly kind: 'budget-line'; readonly id: BudgetLineId }
  | { readonly kind: 'goal'; readonly id: GoalId }
  | { readonly kind: 'objective'; readonly id: ObjectiveId };

/** The id of a record of a kind. */
export type RecordId<Kind extends TextRecord['kind']> = {
  [Record in TextRecord as Record['kind']]: Record['id'];
}[Kind];

/** A word to look for, in the form that is compared, and what it speaks for. */
export interface Term {
  readonly stem: string;
  /** How much of its weight counts. */
  readonly factor: number;
  /** Whether it can speak for a record alone; what is not solid only adds to what others have found. */
  readonly solid: boolean;
}

/** What a word weighs in a record that has it. */
export interface TermHit {
  /** Its place among the terms looked for. */
  readonly term: number;
  readonly weight: number;
  /** Whether it stands in the record's names, and not only in its text. */
  readonly inName: boolean;
}

/** A record that has some of the words. */
export interface TextHit<Kind extends TextRecord['kind']> {
  readonly id: RecordId<Kind>;
  readonly terms: readonly TermHit[];
  readonly score: number;
}

/** What a search is for. */
export interface Wanted<Kind extends TextRecord['kind']> {
  readonly kind: Kind;
  /** Records that are found whatever they score, if they have any of the words. */
  readonly always: readonly string[];
  /** A record that scores less than this share of the best is not found, or may not be. */
  readonly share: number;
}

export interface TextIndex {
  /** Whether the plan's text has the word in some form (as a whole word, or as part of a compound). */
  has(stem: string): boolean;
  /** Whether the plan's text has the word by itself. */
  hasWord(stem: string): boolean;
  /** The records that have the words, in no order. */
  find<Kind extends TextRecord['kind']>(terms: readonly Term[], wanted: Wanted<Kind>): TextHit<Kind>[];
}

/** The least that a word must weigh in a record to speak for it: leaves out words that half the plan has. */
const telling = 1;

/** How much a word counts by where it stands. */
const fieldWeights = { name: 3, context: 1.2, text: 1 };

/** A stem of a compound counts less than the word itself. */
const partOfCompound = 0.6;

/** Shorter stems are found inside too many unrelated compounds. */
const shortestPart = 4;

interface Entry {
  readonly record: TextRecord;
  readonly fields: readonly (readonly [text: string, weight: number])[];
}

function recordsOf(plan: Plan): Entry[] {
  const activities = plan.activities.map((activity) => {
    const names = [activity.title.sv, activity.title.en, activity.short.sv, activity.short.en, ...activity.aliases];
    const comment = [activity.comment?.sv, activity.comment?.en, activity.responsibleWording];
    const objective = plan.objective(activity.objective);
    return {
      record: { kind: 'activity', id: activity.id } as const,
      fields: [
        [names.join(' '), fieldWeights.name],
        [`${objective.title.sv} ${objective.title.en ?? ''}`, fieldWeights.context],
        [comment.join(' '), fieldWeights.text],
      ] as const,
    };
  });
  const sections = plan.sections.map((section) => ({
    record: { kind: 'section', id: section.id } as const,
    fields: [
      [[section.title.sv, section.title.en, ...section.aliases].join(' '), fieldWeights.name * 0.8],
      [section.text.map((text) => `${text.sv} ${text.en ?? ''}`).join(' '), fieldWeights.text],
    ] as const,
  }));
  const goals = plan.goals.map((goal) => entry({ kind: 'goal', id: goal.id }, goal));
  const objectives = plan.objectives.map((objective) => entry({ kind: 'objective', id: objective.id }, objective));
  const lines = plan.budgetLines.map((line) => entry({ kind: 'budget-line', id: line.id }, line));
  return [...activities, ...sections, ...goals, ...objectives, ...lines];
}

function entry(record: TextRecord, item: { readonly title: Localized; readonly aliases: readonly string[] }): Entry {
  return { record, fields: [[[item.title.sv, item.title.en, ...item.aliases].join(' '), fieldWeights.name * 0.7]] };
}

function stemsOf(text: string): Set<string> {
  return new Set(words(text).flatMap(({ text: word }) => [word, ...word.split('-')].map((part) => form(part).stem)));
}

/** Records that have a word: their numbers, ascending, and what it counts in each by where it stands. */
interface Weights {
  readonly numbers: Uint32Array;
  readonly weights: Float64Array;
}

/** The records that have a word in any form. */
interface Expansion extends Weights {
  /** By how much a word that few records have counts for more. */
  readonly rarity: number;
}

/** How many records all remembered expansions may have between them; each takes 12 bytes. */
const mostRemembered = 2_000_000;

/** Indexes the plan's activities and sections. */
export function makeTextIndex(plan: Plan): TextIndex {
  const records = recordsOf(plan);
  const ranges = rangesOf(records);
  const postings = makePostings(records);
  const sorted = [...postings.keys()].sort();
  const reversed = sorted.map(reverse).sort();
  const expansions = new Map<string, Expansion>();
  let remembered = 0;

  /** Every form in which the plan's text has the stem, with what it counts. */
  function* variants(stem: string): Generator<readonly [postings: Weights, factor: number]> {
    const own = postings.get(stem);
    if (own) yield [own, 1];
    if (stem.length < shortestPart) return;
    for (const term of withPrefix(sorted, stem)) yield [postings.get(term) ?? none, partOfCompound];
    for (const term of withPrefix(reversed, reverse(stem))) yield [postings.get(reverse(term)) ?? none, partOfCompound];
  }

  /** Remembered, since people ask in the same words; the longest unused is forgotten first. */
  function expand(stem: string): Expansion {
    const known = expansions.get(stem);
    expansions.delete(stem);
    const weights = known ?? united([...variants(stem)]);
    const made = known ?? { ...weights, rarity: Math.log(1 + records.length / (1 + weights.numbers.length)) };
    expansions.set(stem, made);
    if (!known) remembered += made.numbers.length + 1;
    for (const [oldest, { numbers }] of expansions) {
      if (remembered <= mostRemembered || oldest === stem) break;
      expansions.delete(oldest);
      remembered -= numbers.length + 1;
    }
    return made;
  }

  return {
    hasWord: (stem) => postings.has(stem),
    has: (stem) => !variants(stem).next().done,
    find: <Kind extends TextRecord['kind']>(terms: readonly Term[], { kind, always, share }: Wanted<Kind>) => {
      const { start, end, byId } = ranges[kind];
      const sought = terms.map((term): Sought => ({ ...term, ...within(expand(term.stem), start, end) }));
      const named = always.flatMap((id) => byId.get(id) ?? []);
      return [...new Set([...named, ...worthwhile(sought, share)])].flatMap((number) => {
        const hits = sought.flatMap((term, index): TermHit[] => {
          const own = weightIn(term, number);
          const weight = own * term.rarity;
          return weight < telling ? [] : [{ term: index, weight, inName: own > fieldWeights.context }];
        });
        if (!hits.some(({ term }) => terms[term]?.solid)) return [];
        const score = hits.reduce((sum, { term, weight }) => sum + weight * (terms[term]?.factor ?? 0), 0);
        // The range is that of the kind.
        return [{ id: records[number]?.record.id as RecordId<Kind>, terms: hits, score }];
      });
    },
  };
}

/** Where the records of a kind stand: they follow each other. */
interface Range {
  readonly start: number;
  readonly end: number;
  readonly byId: ReadonlyMap<string, number>;
}

function rangesOf(records: readonly Entry[]): Readonly<Record<TextRecord['kind'], Range>> {
  const range = (kind: TextRecord['kind']): Range => {
    const own = records.flatMap(({ record }, number) => (record.kind === kind ? [[record.id, number] as const] : []));
    const start = own[0]?.[1] ?? 0;
    return { start, end: start + own.length, byId: new Map(own) };
  };
  return {
    activity: range('activity'),
    section: range('section'),
    goal: range('goal'),
    objective: range('objective'),
    'budget-line': range('budget-line'),
  };
}

function makePostings(records: readonly Entry[]): ReadonlyMap<string, Weights> {
  const lists = new Map<string, { readonly numbers: number[]; readonly weights: number[] }>();
  records.forEach(({ fields }, number) => {
    const own = new Map<string, number>();
    for (const [text, weight] of fields) {
      for (const stem of stemsOf(text)) own.set(stem, Math.max(own.get(stem) ?? 0, weight));
    }
    for (const [stem, weight] of own) {
      const list = lists.get(stem) ?? { numbers: [], weights: [] };
      lists.set(stem, list);
      list.numbers.push(number);
      list.weights.push(weight);
    }
  });
  return new Map([...lists].map(([stem, list]) => [stem, packed(list.numbers, list.weights)]));
}

function packed(numbers: readonly number[], weights: readonly number[]): Weights {
  return { numbers: Uint32Array.from(numbers), weights: Float64Array.from(weights) };
}

const none = packed([], []);

/** What a word counts at most in each record, by any of its forms. */
function united(variants: readonly (readonly [postings: Weights, factor: number])[]): Weights {
  const [only, another] = variants;
  if (!only) return none;
  if (!another && only[1] === 1) return only[0];
  const most = new Map<number, number>();
  for (const [{ numbers, weights }, factor] of variants) {
    numbers.forEach((number, at) => {
      most.set(number, Math.max(most.get(number) ?? 0, (weights[at] ?? 0) * factor));
    });
  }
  const numbers = [...most.keys()].sort((a, b) => a - b);
  return packed(
    numbers,
    numbers.map((number) => most.get(number) ?? 0),
  );
}

/** The first place whose number is not below. */
function placeOf(numbers: Uint32Array, number: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

function within({ numbers, weights, rarity }: Expansion, start: number, end: number): Expansion {
  const [from, to] = [placeOf(numbers, start), placeOf(numbers, end)];
  return { numbers: numbers.subarray(from, to), weights: weights.subarray(from, to), rarity };
}

function weightIn({ numbers, weights }: Weights, number: number): number {
  const place = placeOf(numbers, number);
  return numbers[place] === number ? (weights[place] ?? 0) : 0;
}

/** A term with the records that have it. */
type Sought = Term & Expansion;

/**
 * The records that reach the share of the best score. The words that tell most come first; once what all further words
 * weigh together cannot lift a record that has none of those before, their many records are not gone through.
 */
function worthwhile(sought: readonly Sought[], share: number): number[] {
  // A name weighs most, and most words stand in some name.
  const bounded = sought.flatMap((term) =>
    term.numbers.length > 0 ? [{ ...term, bound: term.factor * term.rarity * fieldWeights.name }] : [],
  );
  const inOrder = bounded.sort((a, b) => Number(b.solid) - Number(a.solid) || b.bound - a.bound);
  let ahead = inOrder.reduce((sum, { bound }) => sum + bound, 0);
  const scores = new Map<number, number>();
  let best = 0;
  const score = (number: number, weight: number, factor: number): void => {
    if (weight < telling) return;
    const sum = (scores.get(number) ?? 0) + weight * factor;
    scores.set(number, sum);
    best = Math.max(best, sum);
  };
  for (const term of inOrder) {
    const { numbers, weights, rarity, factor, bound } = term;
    if (!term.solid || ahead < best * share) {
      for (const number of scores.keys()) score(number, weightIn(term, number) * rarity, factor);
    } else {
      numbers.forEach((number, at) => {
        score(number, (weights[at] ?? 0) * rarity, factor);
      });
    }
    ahead -= bound;
  }
  return [...scores].filter(([, sum]) => sum >= best * share).map(([number]) => number);
}

function reverse(text: string): string {
  return [...text].reverse().join('');
}

/** Terms longer than the prefix that start with it, by binary search. */
function withPrefix(sortedTerms: readonly string[], prefix: string): string[] {
  let low = 0;
  let high = sortedTerms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sortedTerms[middle] ?? '') < prefix) low = middle + 1;
    else high = middle;
  }
  const found: string[] = [];
  for (let index = low; sortedTerms[index]?.startsWith(prefix); index++) {
    const term = sortedTerms[index];
    if (term && term !== prefix) found.push(term);
  }
  return found;
}
