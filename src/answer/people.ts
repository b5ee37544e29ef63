// Answers about who: offices, groups, networks, the municipalities.
import type { SingleAnswer } from '../facts.ts';
import type { Activity } from '../plan/activity.ts';
import type { LocalMoment } from '../plan/days.ts';
import type { Plan } from '../plan/plan.ts';
import type { Group, Role } from '../plan/region.ts';
import {
  everyMeeting,
  type GroupQuery,
  type MunicipalitiesQuery,
  type NetworksQuery,
  type RolesQuery,
} from '../query.ts';
import { activityFact } from './activities.ts';
import { inYears } from './calendar-items.ts';
import { meetingGroupIds } from './meeting-groups.ts';
import { answerWith } from './parts.ts';

function holds(role: Role, query: RolesQuery, plan: Plan): boolean {
  if (query.groups.length > 0 && !query.groups.includes(role.group)) return false;
  if (query.roles.length > 0 && !query.roles.includes(role.role)) return false;
  if (query.people.length > 0 && !query.people.includes(role.person)) return false;
  const { municipality } = plan.person(role.person);
  if (query.municipalities.length > 0 && (municipality === null || !query.municipalities.includes(municipality)))
    return false;
  if (query.year === null) return true;
  // A term without a stated beginning is known only from the year of the plan that states it.
  const from = Number(role.from?.slice(0, 4) ?? (role.source ? plan.document(role.source.document).year : Infinity));
  const until = role.until === null ? Infinity : Number(role.until.slice(0, 4));
  return query.year >= from && query.year <= until;
}

function isHeldOn(day: string): (role: Role) => boolean {
  return ({ from, until }) => (from === null || from <= day) && (until === null || day.slice(0, until.length) <= until);
}

/** Whether somebody has an office still: where they have none of those asked about now, it is told what they have. */
function standing(roles: readonly Role[], { year, roles: offices }: RolesQuery, { day }: LocalMoment): readonly Role[] {
  return year === null && offices.length > 0 && roles.length > 0 && !roles.some(isHeldOn(day)) ? [] : roles;
}

/** Of several holders of one office those that have it now; the last where nobody has. */
function ofNow(roles: readonly Role[], { day }: LocalMoment): Role[] {
  const isHeld = isHeldOn(day);
  return roles.filter((role) => {
    const same = roles.filter(({ group, role: office }) => group === role.group && office === role.role);
    return same.some(isHeld) ? isHeld(role) : role === same.at(-1);
  });
}

/** What the people have, and who has what they were thought to have. */
function instead(query: RolesQuery, plan: Plan, now: LocalMoment): readonly Role[] {
  const theirs = plan.roles.filter((role) => query.people.includes(role.person));
  if (query.groups.length === 0) return theirs;
  const office: RolesQuery = { ...query, people: [], roles: query.roles.length > 0 ? query.roles : ['chair'] };
  const holders = ofNow(
    plan.roles.filter((role) => holds(role, office, plan)),
    now,
  );
  return [...holders, ...theirs.filter((role) => !holders.includes(role))];
}

/** "Vem är ordförande i kommittén?", "till när?", "vem är Mats Bergström?" */
export function answerRoles(query: RolesQuery, plan: Plan, now: LocalMoment): SingleAnswer {
  const fitting = plan.roles.filter((role) => holds(role, query, plan));
  const asked = query.year === null && query.people.length === 0 ? ofNow(fitting, now) : standing(fitting, query, now);
  // "Is Mats chair?" is answered with what Mats is.
  const roles = asked.length === 0 && query.people.length > 0 ? instead(query, plan, now) : asked;
  const people = query.people.map((id) => plan.person(id));
  const activities = plan.activities.filter(({ responsible }) =>
    responsible.some((party) => party.kind === 'person' && query.people.includes(party.id)),
  );
  const without =
    query.people.length > 0
      ? []
      : query.groups.filter((id) => !roles.some((role) => role.group === id)).map((id) => plan.group(id));
  return answerWith({
    outcome: { kind: 'roles', query, roles, people, activities, without },
    facts: [
      ...roles.map((record) => ({ kind: 'role' as const, record })),
      ...people.map((record) => ({ kind: 'person' as const, record })),
      ...activities.map(activityFact),
    ],
    doubts: ['name', 'text'],
    focus: { activities: activities.map(({ id }) => id) },
  });
}

/** "Vilka sitter i kommittén?", "var sitter sekretariatet?", "vilken tid börjar mötena?" */
export function answerGroup(query: GroupQuery, plan: Plan): SingleAnswer {
  const groups = groupsOf(query, plan);
  const hours = ['weekday', 'hours', 'start', 'end', 'duration'].includes(query.aspect);
  return answerWith({
    outcome: { kind: 'group', query, groups },
    facts: groups.map((record) => ({ kind: 'group', record })),
    doubts:
      query.aspect === 'list' ? [] : hours ? ['time', 'date'] : query.aspect === 'frequency' ? ['count'] : ['name'],
    suggestions: hours || groups.every(({ pattern }) => pattern === null) ? [] : nextMeetings(groups),
  });
}

/** Officials are no group of the cooperation; they take part by their office. */
function groupsOf({ groups, aspect }: GroupQuery, plan: Plan): readonly Group[] {
  if (aspect === 'list') return plan.groups.filter(({ kind }) => kind !== 'officials');
  return (groups.length > 0 ? groups : meetingGroupIds(plan)).map((id) => plan.group(id));
}

function nextMeetings(groups: readonly Group[]): SingleAnswer['suggestions'] {
  return groups.map(({ id }) => ({ ...everyMeeting, groups: [id], which: 'next' }));
}

/** "Vilka nätverk finns det?", "vilket nätverk jobbar med klimat?" */
export function answerNetworks(query: NetworksQuery, plan: Plan): SingleAnswer {
  const { areas, conferences, goals = [] } = query;
  const filtered = areas.length + conferences.length + goals.length > 0;
  const kinds = filtered ? ['network', 'cooperation'] : ['network'];
  const all = plan.groups.filter((group) => kinds.includes(group.kind));
  const ofGoals = all.filter((group) => group.goals.some((goal) => goals.includes(goal)));
  // A goal that no network has is its area's.
  const wider = ofGoals.length > 0 ? areas : [...areas, ...goals.map((id) => plan.goal(id).area)];
  const fits = (group: Group): boolean =>
    ofGoals.includes(group) ||
    group.areas.some((area) => wider.includes(area)) ||
    group.conferences.some((conference) => conferences.includes(conference));
  const networks = all.filter((group) => !filtered || fits(group));
  return answerWith({
    outcome: { kind: 'networks', query, networks },
    facts: networks.map((record) => ({ kind: 'group', record })),
    doubts: ['name'],
  });
}

export function answerMunicipalities(query: MunicipalitiesQuery, plan: Plan): SingleAnswer {
  const { of } = query;
  if (!of) return answerWith({ outcome: { kind: 'municipalities', query, municipalities: plan.municipalities } });
  const inside = insiders(of, plan);
  return answerWith({
    outcome: { kind: 'municipalities', query, municipalities: plan.municipalities.filter(({ id }) => !inside.has(id)) },
    facts: [
      ...of.activities.map((id) => activityFact(plan.activity(id))),
      ...of.groups.map((id) => ({ kind: 'group' as const, record: plan.group(id) })),
      ...plan.hostings
        .filter(({ conference }) => of.conferences.includes(conference))
        .map((record) => ({ kind: 'hosting' as const, record })),
    ],
    focus: { activities: [...of.activities], conferences: [...of.conferences] },
  });
}

/** The municipalities that have a part in any of these, by themselves or through a group or a person. */
function insiders(
  { activities, groups, conferences, period = null }: NonNullable<MunicipalitiesQuery['of']>,
  plan: Plan,
): Set<string> {
  const ofGroup = (id: Group['id']): readonly string[] => plan.group(id).municipalities;
  const ofParty = (party: Activity['responsible'][number]): readonly (string | null)[] => {
    switch (party.kind) {
      case 'municipality':
        return [party.id];
      case 'group':
        return ofGroup(party.id);
      case 'person':
        return [plan.person(party.id).municipality];
      case 'region':
        return plan.municipalities.map(({ id }) => id);
    }
  };
  const found = [
    ...activities.flatMap((id) => plan.activity(id).responsible.flatMap(ofParty)),
    ...groups.flatMap(ofGroup),
    ...plan.hostings.flatMap(({ conference, year, hosts }) =>
      conferences.includes(conference) && inYears(year, period) ? hosts : [],
    ),
  ];
  return new Set(found.filter((id) => id !== null));
}
