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

/** A record that has some of the words, with the weight of each word in it: 0 where it lacks the word. */
export interface TextHit {
  readonly record: TextRecord;
  readonly weights: readonly number[];
  /** Whether each word stands in the record's names, and not only in its text. */
  readonly inName: readonly boolean[];
  readonly score: number;
}

export interface TextIndex {
  /** Whether the plan's text has the word in some form (as a whole word, or as part of a compound). */
  has(stem: string): boolean;
  /** Whether the plan's text has the word by itself. */
  hasWord(stem: string): boolean;
  /** The records that have any of the stems, best first. */
  find(stems: readonly string[]): TextHit[];
}

/** A word found in a record. */
interface Found {
  readonly weight: number;
  readonly inName: boolean;
}

interface Posting {
  readonly record: number;
  readonly weight: number;
}

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

/** Indexes the plan's activities and sections. */
export function makeTextIndex(plan: Plan): TextIndex {
  const records = recordsOf(plan);
  const postings = new Map<string, Posting[]>();
  records.forEach(({ fields }, record) => {
    const weights = new Map<string, number>();
    for (const [text, weight] of fields) {
      for (const stem of stemsOf(text)) weights.set(stem, Math.max(weights.get(stem) ?? 0, weight));
    }
    for (const [stem, weight] of weights) {
      const list = postings.get(stem);
      if (list) list.push({ record, weight });
      else postings.set(stem, [{ record, weight }]);
    }
  });
  const sorted = [...postings.keys()].sort();
  const reversed = sorted.map(reverse).sort();
  const expansions = new Map<string, ReadonlyMap<number, Found>>();

  /** Records that have the stem, each with its weight; remembered, since people ask in the same words. */
  function weightsOf(stem: string): ReadonlyMap<number, Found> {
    const known = expansions.get(stem);
    if (known) return known;
    const weights = new Map<number, number>();
    const add = (term: string, factor: number): void => {
      for (const { record, weight } of postings.get(term) ?? []) {
        weights.set(record, Math.max(weights.get(record) ?? 0, weight * factor));
      }
    };
    add(stem, 1);
    if (stem.length >= shortestPart) {
      for (const term of withPrefix(sorted, stem)) add(term, partOfCompound);
      for (const term of withPrefix(reversed, reverse(stem))) add(reverse(term), partOfCompound);
    }
    const rarity = Math.log(1 + records.length / (1 + weights.size));
    const weighted = new Map(
      [...weights].map(
        ([record, weight]) => [record, { weight: weight * rarity, inName: weight > fieldWeights.context }] as const,
      ),
    );
    if (expansions.size < 5_000) expansions.set(stem, weighted);
    return weighted;
  }

  return {
    hasWord: (stem) => postings.has(stem),
    has: (stem) => weightsOf(stem).size > 0,
    find: (stems) => {
      const perStem = stems.map(weightsOf);
      const touched = new Set(perStem.flatMap((weights) => [...weights.keys()]));
      const hits: TextHit[] = [];
      for (const index of touched) {
        const entry = records[index];
        if (!entry) continue;
        const weights = perStem.map((map) => map.get(index)?.weight ?? 0);
        const inName = perStem.map((map) => map.get(index)?.inName ?? false);
        hits.push({ record: entry.record, weights, inName, score: weights.reduce((sum, weight) => sum + weight, 0) });
      }
      return hits.sort((a, b) => b.score - a.score);
    },
  };
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
