// Pages about areas, goals and objectives.
import type { OutcomeOf as Of } from '../facts.ts';
import { joinWords } from './dates.ts';
import { local, type Setting } from './names.ts';
import { type Block, type Item, type Page, sentence } from './page.ts';

type Tree = Of<'goals'>['trees'][number];

export function goalsPage({ query, trees, count }: Of<'goals'>, setting: Setting): Page {
  const { say } = setting;
  const [only] = trees;
  if (!only) return sentence(say.noGoals);
  if (query.aspect === 'count')
    return {
      lead: say.goalCount(count, query.level, goalScope(query, setting)),
      blocks: goalBlocks(trees, query, setting),
    };
  if (query.level === 'areas' && query.areas.length + query.goals.length + query.objectives.length === 0) {
    return { lead: say.areaList(trees.length), blocks: areaBlocks(trees, setting) };
  }
  if (trees.length === 1)
    return {
      lead: (query.level === 'objectives' ? say.objectivesIn : say.goalsIn)(local(only.area.name, setting)),
      blocks: goalBlocks(trees, query, setting),
    };
  return {
    lead: say.goalList(count, query.level === 'objectives' ? 'objectives' : 'goals'),
    blocks: goalBlocks(trees, query, setting),
  };
}

function goalScope({ areas }: Of<'goals'>['query'], setting: Setting): string {
  return areas.length === 0
    ? ''
    : setting.say.scope.in(
        joinWords(
          areas.map((id) => local(setting.plan.area(id).name, setting)),
          setting.locale,
        ),
      );
}

function areaBlocks(trees: readonly Tree[], setting: Setting): Block[] {
  return (['regional', 'operations'] as const).flatMap((branch) => {
    const items = trees
      .filter(({ area }) => area.branch === branch)
      .map(({ area }) => ({ title: local(area.name, setting), details: [] }));
    return items.length > 0 ? [{ kind: 'list' as const, heading: setting.say[branch], items }] : [];
  });
}

function goalBlocks(trees: readonly Tree[], query: Of<'goals'>['query'], setting: Setting): Block[] {
  const item = (text: Tree['area']['name']): Item => ({ title: local(text, setting), details: [] });
  return trees.map((tree) => {
    const goals = tree.goals.flatMap(({ goal, objectives }) => {
      const below = objectives.map(({ title }) => item(title));
      if (query.level === 'objectives') return below;
      const details = trees.length === 1 ? objectives.map(({ title }) => local(title, setting)) : [];
      return [{ title: local(goal.title, setting), details }];
    });
    const direct = tree.objectives.map(({ title }) => item(title));
    return {
      kind: 'list' as const,
      heading: trees.length > 1 ? local(tree.area.name, setting) : null,
      items: [...goals, ...direct],
    };
  });
}
