// Answers about what the plan wants, what it costs, and what its text says.

import type { Fact, GoalTree, SingleAnswer } from '../facts.ts';
import type { Area, Goal, Objective } from '../plan/activity.ts';
import type { BudgetLine, BudgetTotals } from '../plan/budget.ts';
import type { LocalMoment } from '../plan/days.ts';
import type { Plan } from '../plan/plan.ts';
import { currentPlanYear } from '../plan/plan-year.ts';
import type { Localized, Note } from '../plan/source.ts';
import type { BudgetQuery, DocumentQuery, GoalsQuery, PassagesQuery } from '../query.ts';
import { answerWith } from './parts.ts';

/** What of the tree was asked for: an area with all below it, or only the branches named. */
function treeOf(area: Area, query: GoalsQuery, plan: Plan): GoalTree {
  const whole =
    query.areas.includes(area.id) || query.goals.length + query.objectives.length + query.areas.length === 0;
  const wanted = (objective: Objective): boolean =>
    whole ||
    query.objectives.includes(objective.id) ||
    (objective.goal !== null && query.goals.includes(objective.goal));
  const below = plan.objectives.filter((objective) => objective.area === area.id && wanted(objective));
  const goals = plan.goals
    .filter(
      (goal: Goal) =>
        goal.area === area.id &&
        (whole || query.goals.includes(goal.id) || below.some((objective) => objective.goal === goal.id)),
    )
    .map((goal) => ({ goal, objectives: below.filter((objective) => objective.goal === goal.id) }));
  return { area, goals, objectives: below.filter((objective) => objective.goal === null) };
}

function isEmpty(tree: GoalTree): boolean {
  return tree.goals.length + tree.objectives.length === 0;
}

function factsOf(tree: GoalTree, level: GoalsQuery['level']): Fact[] {
  const area: Fact = { kind: 'area', record: tree.area };
  if (level === 'areas') return [area];
  const goals = tree.goals.map(({ goal }): Fact => ({ kind: 'goal', record: goal }));
  const objectives = [...tree.goals.flatMap((goal) => goal.objectives), ...tree.objectives];
  return [
    area,
    ...goals,
    ...(level === 'objectives' || goals.length === 0
      ? objectives.map((record): Fact => ({ kind: 'objective', record }))
      : []),
  ];
}

/** Only areas with goals or objectives asked for; the whole plan's areas where areas are asked for. */
export function answerGoals(query: GoalsQuery, plan: Plan): SingleAnswer {
  const inBranch = plan.areas.filter(({ branch }) => query.branch === null || branch === query.branch);
  const named = query.areas.length + query.goals.length + query.objectives.length > 0;
  const trees = inBranch
    .map((area) => treeOf(area, query, plan))
    .filter((tree) => (named || query.level !== 'areas' ? !isEmpty(tree) : true));
  return answerWith({
    outcome: { kind: 'goals', query, trees, count: countOf(trees, query) },
    facts: trees.flatMap((tree) => factsOf(tree, query.level)),
    doubts: doubtsAbout(query, named),
  });
}

/** How many there are is doubted where all of them are told, and not where one is. */
function doubtsAbout({ level, aspect }: GoalsQuery, named: boolean): readonly Note['about'][] {
  if (level !== 'areas' && aspect !== 'count') return ['text'];
  return named ? ['name'] : ['count', 'name'];
}

function countOf(trees: readonly GoalTree[], { level }: GoalsQuery): number {
  switch (level) {
    case 'areas':
      return trees.length;
    case 'goals':
      return trees.reduce((sum, tree) => sum + tree.goals.length, 0);
    case 'objectives':
      return trees.reduce(
        (sum, tree) =>
          sum + tree.objectives.length + tree.goals.reduce((count, goal) => count + goal.objectives.length, 0),
        0,
      );
  }
}

/** "Hur stor är budgeten?", "vad går till personal?", "hur mycket betalar vi per invånare?" */
export function answerBudget(query: BudgetQuery, plan: Plan, now: LocalMoment): SingleAnswer {
  const year = query.year ?? currentPlanYear(plan, now);
  const own = plan.budgetLines.filter((line) => line.year === year);
  const lines = budgetLines(query, own);
  const printed = plan.budgetTotals.find((item) => item.year === year) ?? null;
  const totals = printed ?? summed(year, own);
  const fee = plan.fees.find((item) => item.year === year) ?? null;
  const aboutFee = query.what === 'fee' || query.what === 'fee-decision';
  const withTotals = !aboutFee && query.lines.length === 0;
  const behind = withTotals && !printed && lines.length === 0 ? own : lines;
  return answerWith({
    outcome: { kind: 'budget', query, lines, totals, fee },
    facts: [
      ...behind.map((record) => ({ kind: 'budget-line' as const, record })),
      ...(withTotals && printed ? [{ kind: 'budget-totals' as const, record: printed }] : []),
      ...(aboutFee && fee ? [{ kind: 'fee' as const, record: fee }] : []),
    ],
    doubts: ['amount'],
    suggestions:
      aboutFee || query.what === 'lines' ? [] : [{ kind: 'budget', what: 'lines', lines: [], year: query.year }],
  });
}

/** A plan that prints no sums has a budget all the same, where it has lines of both sides. */
function summed(year: number, own: Plan['budgetLines']): Pick<BudgetTotals, 'year' | 'income' | 'cost'> | null {
  if (new Set(own.map(({ kind }) => kind)).size < 2) return null;
  const sum = (of: BudgetLine['kind']): number =>
    own.reduce((total, { kind, amount }) => (kind === of ? total + amount : total), 0);
  return { year, income: sum('income'), cost: sum('cost') };
}

function budgetLines(query: BudgetQuery, own: Plan['budgetLines']): Plan['budgetLines'][number][] {
  if (query.lines.length > 0) return own.filter(({ id }) => query.lines.includes(id));
  const costs = own.filter(({ kind }) => kind === 'cost').sort((a, b) => b.amount - a.amount);
  switch (query.what) {
    case 'fee':
    case 'fee-decision':
    case 'balance':
      return [];
    case 'income':
      return own.filter(({ kind }) => kind === 'income');
    case 'costs':
      return own.filter(({ kind }) => kind === 'cost');
    case 'largest':
      return costs.slice(0, 1);
    case 'smallest':
      return costs.slice(-1);
    case 'total':
    case 'share':
      return [];
    case 'lines':
      return [...own];
  }
}

/** Paragraphs that have the words, or all of a short passage. */
function paragraphsOf(text: readonly Localized[], wanted: readonly string[]): Localized[] {
  if (wanted.length === 0) return [...text];
  const has = (paragraph: Localized): boolean =>
    wanted.some((word) =>
      `${paragraph.sv} ${paragraph.en ?? ''}`.toLowerCase().includes(word.slice(0, Math.max(4, word.length - 2))),
    );
  const found = text.filter(has);
  return found.length > 0 ? found : [...text];
}

export function answerPassages(query: PassagesQuery, plan: Plan): SingleAnswer {
  const sections = plan.sections.filter(({ id }) => query.sections.includes(id));
  const passages = sections.map((section) => ({ section, paragraphs: paragraphsOf(section.text, query.words) }));
  return answerWith({
    outcome: { kind: 'passages', query, passages },
    facts: sections.map((record) => ({ kind: 'section', record })),
    doubts: ['text', 'count', 'name'],
  });
}

export function answerDocument(query: DocumentQuery, plan: Plan): SingleAnswer {
  const all = [
    ...plan.meetings,
    ...plan.occasions,
    ...plan.hostings,
    ...plan.groups,
    ...plan.areas,
    ...plan.activities,
    ...plan.budgetLines,
    ...plan.fees,
    ...plan.sections,
  ];
  const notes = query.aspect === 'oddities' ? all.flatMap((record) => record.notes) : [];
  const oddities = [...new Map(notes.map((note) => [note.text.sv, note])).values()];
  return answerWith({ outcome: { kind: 'document', query, documents: plan.documents, oddities } });
}
