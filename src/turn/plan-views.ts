// The plans that somebody sees: those of every year, and for the secretariat by itself the draft of the next.

import type { LocalMoment } from '../plan/days.ts';
import type { Edition } from '../plan/fold.ts';
import type { Plan } from '../plan/plan.ts';
import { currentPlanYear, planOfYear, planYears } from '../plan/plan-year.ts';
import { makeVocabulary, type Vocabulary } from '../understand/vocabulary.ts';
import type { PlanYears } from '../understand/years.ts';
import type { CurrentPlan } from '../updates/current-plan.ts';

/** The plan that has a year: the draft where the asker sees it, else the one in force. */
export function planWith(year: number, edition: Edition, seesDraft: boolean): Plan {
  return isDraftYear(year, edition, seesDraft) && edition.draft ? edition.draft.plan : edition.plan;
}

export function isDraftYear(year: number, { draft }: Edition, seesDraft: boolean): boolean {
  return seesDraft && draft?.years.includes(year) === true;
}

/** What questions are asked of, by year. */
export type PlanViews = (now: LocalMoment, seesDraft: boolean) => PlanYears;

/** Makes each year's vocabulary when it is first asked for, and anew when a record gets a new name. */
export function makePlanViews(current: CurrentPlan): PlanViews {
  const vocabularies = new Map<string, Vocabulary>();
  let names = current.namesVersion();

  function vocabularyOf(view: Plan, key: string): Vocabulary {
    if (names !== current.namesVersion()) {
      vocabularies.clear();
      names = current.namesVersion();
    }
    const vocabulary = vocabularies.get(key) ?? makeVocabulary(view);
    vocabularies.set(key, vocabulary);
    return vocabulary;
  }

  return (now, seesDraft) => {
    const { edition } = current.ledger();
    const drafts = seesDraft ? (edition.draft?.years ?? []) : [];
    return {
      current: currentPlanYear(edition.plan, now),
      all: [...new Set([...planYears(edition.plan), ...drafts])].sort((a, b) => a - b),
      drafts,
      of(year) {
        const view = planOfYear(planWith(year, edition, seesDraft), year);
        const draft = drafts.includes(year) ? edition.draft?.version : '';
        return { plan: view, vocabulary: vocabularyOf(view, `${year} ${draft}`) };
      },
    };
  };
}
