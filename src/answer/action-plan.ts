// The action plan by what questions narrow it down by: it may have ten thousand activities.

import { derived } from '../derived.ts';
import { type Activity, type Party, sameParty } from '../plan/activity.ts';
import type { AreaId } from '../plan/ids.ts';
import type { Period } from '../plan/period.ts';
import type { Plan } from '../plan/plan.ts';
import { spanOf } from './calendar-items.ts';
import { monthIndex } from './month-index.ts';

/** Whether a party answers for an activity; a municipality does for what one of its people answers for. */
export function answersFor(activity: Activity, party: Party, plan: Plan): boolean {
  if (activity.responsible.some((own) => sameParty(own, party))) return true;
  if (party.kind !== 'municipality') return false;
  return activity.responsible.some((own) => own.kind === 'person' && plan.person(own.id).municipality === party.id);
}

const keyOf = (party: Party): string => (party.kind === 'region' ? party.kind : `${party.kind} ${party.id}`);

function keysOf(party: Party, plan: Plan): string[] {
  const municipality = party.kind === 'person' ? plan.person(party.id).municipality : null;
  return municipality === null ? [keyOf(party)] : [keyOf(party), keyOf({ kind: 'municipality', id: municipality })];
}

const byParty = derived((plan: Plan) => {
  const lists = new Map<string, Activity[]>();
  for (const activity of plan.activities) {
    for (const key of new Set(activity.responsible.flatMap((party) => keysOf(party, plan)))) {
      const own = lists.get(key) ?? [];
      own.push(activity);
      lists.set(key, own);
    }
  }
  return lists;
});

/** What a party answers for, in the plan's order; see `answersFor`. */
export function activitiesOf(party: Party, plan: Plan): readonly Activity[] {
  return byParty(plan).get(keyOf(party)) ?? [];
}

const byArea = derived(({ activities }: Plan) => Map.groupBy(activities, ({ area }) => area));

/** What is done in an area, in the plan's order. */
export function activitiesInArea(area: AreaId, plan: Plan): readonly Activity[] {
  return byArea(plan).get(area) ?? [];
}

const byMonth = derived(({ activities }: Plan) => monthIndex(activities, ({ schedule }) => spanOf(schedule)));

/** What may fall in a period, in the plan's order; nothing that has no time. */
export function activitiesAround(period: Period, plan: Plan): readonly Activity[] {
  return byMonth(plan)(period);
}
