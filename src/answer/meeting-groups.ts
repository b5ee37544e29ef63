// Which groups have a calendar of their own.
import type { GroupId } from '../plan/ids.ts';
import type { Plan } from '../plan/plan.ts';

/** The groups with a usual day and hours, in the plan's order. */
export function meetingGroupIds(plan: Plan): GroupId[] {
  return plan.groups.filter(({ pattern }) => pattern !== null).map(({ id }) => id);
}
