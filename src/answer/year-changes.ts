// One year's action plan beside the plan before it.
import type { SingleAnswer } from '../facts.ts';
import { type Activity, sameParty } from '../plan/activity.ts';
import type { Plan } from '../plan/plan.ts';
import { planOfYear, planYears } from '../plan/plan-year.ts';
import type { YearChangesQuery } from '../query.ts';
import { activityFact } from './activities.ts';
import { answerWith } from './parts.ts';

/** "Vilka aktiviteter är nya i år?", "vad försvinner nästa år?" @param plan of all years */
export function answerYearChanges(query: YearChangesQuery, plan: Plan): SingleAnswer {
  const years = planYears(plan);
  const from = years.filter((year) => year < query.year).at(-1) ?? null;
  const isPlanned = years.includes(query.year);
  const before = from === null || !isPlanned ? [] : planOfYear(plan, from).activities;
  const after = from === null || !isPlanned ? [] : planOfYear(plan, query.year).activities;
  const pairs = after.map((activity) => ({ after: activity, before: before.find((other) => isSame(activity, other)) }));
  const kept = new Set(pairs.flatMap((pair) => pair.before ?? []));
  const outcome = {
    kind: 'year-changes' as const,
    query,
    from,
    isPlanned,
    added: pairs.filter((pair) => pair.before === undefined).map((pair) => pair.after),
    gone: before.filter((activity) => !kept.has(activity)),
    changed: pairs.flatMap((pair) =>
      pair.before && differs(pair.before, pair.after) ? [{ ...pair, before: pair.before }] : [],
    ),
  };
  const shown = [outcome.added, outcome.gone, outcome.changed.map((pair) => pair.after)].flat();
  return answerWith({
    outcome,
    facts: shown.map(activityFact),
    focus: { activities: (query.which === 'gone' ? outcome.gone : outcome.added).map(({ id }) => id) },
  });
}

/** Ids are a year's own, so that the same activity of two years is known by its name. */
function isSame(a: Activity, b: Activity): boolean {
  const isOneName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
  return a.id === b.id || isOneName(a.title.sv, b.title.sv) || isOneName(a.short.sv, b.short.sv);
}

function differs(before: Activity, after: Activity): boolean {
  const isAnswered =
    before.responsible.length === after.responsible.length &&
    before.responsible.every((party) => after.responsible.some((other) => sameParty(party, other)));
  return !isAnswered || before.cost?.amount !== after.cost?.amount;
}
