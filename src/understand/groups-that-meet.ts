// Which groups have meetings, and in which of them the holders of an office meet.
import { derived } from '../derived.ts';
import type { GroupId } from '../plan/ids.ts';
import type { Plan } from '../plan/plan.ts';

/** Groups that have a calendar of their own. */
export const meetingGroups = derived((plan: Plan): readonly GroupId[] => [
  ...new Set(plan.meetings.map((meeting) => meeting.group)),
]);

/** The groups asked about; holders of an office meet, and have a chair, in the group that they are the members of. */
export function groupsThatMeet(ids: readonly GroupId[], plan: Plan): GroupId[] {
  const groups = ids.map((id) => plan.group(id));
  const bodies = groups.filter(({ kind }) => kind !== 'officials').map(({ id }) => id);
  if (bodies.length > 0 || groups.length === 0) return bodies;
  const theirs = groups.flatMap(({ definite }) =>
    plan.groups.filter(({ pattern, members }) => pattern !== null && members?.sv.includes(definite.sv)),
  );
  return theirs.length > 0 ? theirs.map(({ id }) => id) : [...ids];
}
