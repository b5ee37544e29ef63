// Old chats keep old buttons: whether what one names is still there.
import type { Plan } from '../plan/plan.ts';
import type { Query } from '../query.ts';

/** The fields of queries that hold ids. */
const idFields: ReadonlySet<string> = new Set([
  'groups',
  'conferences',
  'municipalities',
  'municipality',
  'activities',
  'areas',
  'goals',
  'objectives',
  'people',
  'sections',
  'lines',
  'id',
]);

/** Whether every record that a button names is still in the plan: old chats keep old buttons. */
export function refersToPlan(query: Query, plan: Plan): boolean {
  const lists = [
    plan.groups,
    plan.conferences,
    plan.municipalities,
    plan.activities,
    plan.areas,
    plan.goals,
    plan.objectives,
    plan.people,
    plan.sections,
    plan.budgetLines,
  ];
  const known = new Set<string>(lists.flatMap((list) => list.map(({ id }) => id)));
  const ids: string[] = [];
  JSON.stringify(query, function (this: unknown, key: string, value: unknown) {
    if (idFields.has(key)) ids.push(...[value].flat().filter((id) => typeof id === 'string'));
    return value;
  });
  return ids.every((id) => known.has(id));
}
