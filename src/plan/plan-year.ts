// One year's plan out of a plan of several years: what a question is about that does not say otherwise.
import type { LocalMoment } from './days.ts';
import type { DocumentId } from './ids.ts';
import type { Plan } from './plan.ts';

/** The years that there is a plan for, in order. */
export function planYears({ documents }: Pick<Plan, 'documents'>): number[] {
  return [...new Set(documents.map(({ year }) => year))].sort((a, b) => a - b);
}

/** The year that questions without a year are about: the present one if it is planned, else the newest. */
export function currentPlanYear(plan: Plan, { day }: LocalMoment): number {
  if (plan.year !== null) return plan.year;
  const years = planYears(plan);
  const present = Number(day.slice(0, 4));
  return years.includes(present) ? present : (years.at(-1) ?? present);
}

const views = new WeakMap<Plan, Map<number, Plan>>();

/**
 * The plan with the action plan, goals, budget and text of one year alone. What lasts from year to year stays whole:
 * municipalities, groups, people and their offices, conferences and hosts, and the calendar. Records of other years are
 * still found by their ids.
 *
 * @returns the plan itself where it is for one year only; the same value whenever it is asked for again
 */
export function planOfYear(plan: Plan, year: number): Plan {
  if (planYears(plan).length < 2) return plan;
  const made = views.get(plan) ?? new Map<number, Plan>();
  views.set(plan, made);
  const view = made.get(year) ?? narrowed(plan, year);
  made.set(year, view);
  return view;
}

function narrowed(plan: Plan, year: number): Plan {
  const years = new Map<DocumentId, number>(plan.documents.map((document) => [document.id, document.year]));
  const isOwn = ({ source }: { readonly source: { readonly document: DocumentId } }): boolean =>
    years.get(source.document) === year;
  const activities = plan.activities.filter(isOwn);
  // A goal that several years share stands where it was first written.
  const used = new Set<string>(activities.flatMap(({ area, objective }) => [area, objective]));
  const objectives = plan.objectives.filter((objective) => isOwn(objective) || used.has(objective.id));
  for (const { goal, area } of objectives) for (const id of [goal, area]) if (id !== null) used.add(id);
  const goals = plan.goals.filter((goal) => isOwn(goal) || used.has(goal.id));
  for (const { area } of goals) used.add(area);
  return {
    ...plan,
    year,
    activities,
    objectives,
    goals,
    areas: plan.areas.filter((area) => isOwn(area) || used.has(area.id)),
    budgetLines: plan.budgetLines.filter((line) => line.year === year),
    budgetTotals: plan.budgetTotals.filter((totals) => totals.year === year),
    fees: plan.fees.filter((fee) => fee.year === year),
    sections: plan.sections.filter(isOwn),
  };
}
