// Answers about the action plan: one activity, many, who does what, one municipality.

import { derived } from '../derived.ts';
import type { CalendarItem, Fact, SingleAnswer } from '../facts.ts';
import type { Activity, Party } from '../plan/activity.ts';
import type { LocalMoment } from '../plan/days.ts';
import { overlaps } from '../plan/period.ts';
import type { Plan } from '../plan/plan.ts';
import type { Role } from '../plan/region.ts';
import type {
  ActivitiesQuery,
  ActivityQuery,
  ClarifyQuery,
  MissingQuery,
  MunicipalityQuery,
  PartiesQuery,
  SingleQuery,
} from '../query.ts';
import { activitiesAround, activitiesInArea, activitiesOf, answersFor } from './action-plan.ts';
import { calendar, falls, hasEnded, inYears, isAt, isDated, itemSpan } from './calendar-items.ts';
import { answerWith } from './parts.ts';

const doubtsByAspect = {
  about: ['cost', 'responsible', 'schedule', 'name', 'text'],
  responsible: ['responsible', 'name'],
  schedule: ['schedule'],
  cost: ['cost'],
  status: ['schedule'],
  goal: ['text'],
  involves: ['responsible', 'name'],
} as const;

export const activityFact = (record: Activity): Fact => ({ kind: 'activity', record });

/** "Vem ansvarar för elvägen?", "vad kostar BISNOD-analysen?" */
export function answerActivity(query: ActivityQuery, plan: Plan): SingleAnswer {
  const activities = query.activities.map((id) => plan.activity(id));
  return answerWith({
    outcome: { kind: 'activity', query, activities },
    facts: activities.map(activityFact),
    doubts: doubtsByAspect[query.aspect],
    suggestions: suggestActivity(query),
    focus: { activities: [...query.activities] },
  });
}

function suggestActivity(query: ActivityQuery): SingleQuery[] {
  const aspects = (['responsible', 'schedule', 'cost', 'about'] as const).filter((aspect) => aspect !== query.aspect);
  return query.aspect === 'about' ? [] : aspects.slice(-2).map((aspect) => ({ ...query, aspect, parties: [] }));
}

function matchesStatus(activity: Activity, status: ActivitiesQuery['status']): boolean {
  if (status === 'any') return true;
  if (status === 'unreported') return activity.status === null;
  return activity.status?.status === status;
}

function matchesSchedule(activity: Activity, wanted: ActivitiesQuery['schedule']): boolean {
  const { kind } = activity.schedule;
  switch (wanted) {
    case 'any':
      return true;
    case 'dated':
      return kind === 'date' || kind === 'range' || kind === 'months' || kind === 'season';
    default:
      return kind === wanted;
  }
}

function matchesCost({ cost }: Activity, query: ActivitiesQuery): boolean {
  const { costAtLeast, costAtMost, exclusive } = query;
  if (costAtLeast !== null && (cost === null || cost.amount < costAtLeast)) return false;
  if (costAtMost !== null && (cost === null || cost.amount > costAtMost)) return false;
  if (exclusive && (cost?.amount === costAtLeast || cost?.amount === costAtMost)) return false;
  if (query.cost === 'unstated') return cost === null;
  return query.cost === 'any' || cost !== null;
}

function matchesSubject(activity: Activity, query: ActivitiesQuery, plan: Plan): boolean {
  const { areas, goals, objectives, branch } = query;
  if (branch !== null && plan.area(activity.area).branch !== branch) return false;
  if (areas.length + goals.length + objectives.length === 0) return true;
  const { goal } = plan.objective(activity.objective);
  return (
    areas.includes(activity.area) || objectives.includes(activity.objective) || (goal !== null && goals.includes(goal))
  );
}

function matchesParties(activity: Activity, query: ActivitiesQuery, plan: Plan): boolean {
  // The first has narrowed down what is looked at.
  const [, ...others] = query.parties;
  if (!others.every((party) => answersFor(activity, party, plan))) return false;
  if (query.sharing === 'nobody') return activity.responsible.length === 0;
  if (query.sharing === 'alone') return activity.responsible.length === 1;
  return query.sharing === 'any' || activity.responsible.length > 1;
}

/** The dearest or the cheapest, or the nth of them, and whatever costs as much. */
function extreme(activities: readonly Activity[], which: 'highest' | 'lowest', rank: number): Activity[] {
  const amounts = [...new Set(activities.flatMap(({ cost }) => (cost ? [cost.amount] : [])))];
  const wanted = amounts.sort((a, b) => (which === 'highest' ? b - a : a - b))[rank - 1];
  return activities.filter(({ cost }) => cost?.amount === wanted);
}

/** All that a query may be about, without looking at each. */
function narrowed(query: ActivitiesQuery, plan: Plan): readonly Activity[] {
  const { parties, areas, goals, objectives, period } = query;
  const [[party], [area, another]] = [parties, areas];
  if (party) return activitiesOf(party, plan);
  if (area && !another && goals.length + objectives.length === 0) return activitiesInArea(area, plan);
  if (period === null || isWholeYear({ period })) return plan.activities;
  return activitiesAround(period, plan);
}

export function filterActivities(query: ActivitiesQuery, plan: Plan): Activity[] {
  const found = narrowed(query, plan).filter(
    (activity) =>
      matchesSubject(activity, query, plan) &&
      matchesParties(activity, query, plan) &&
      matchesSchedule(activity, query.schedule) &&
      matchesCost(activity, query) &&
      matchesStatus(activity, query.status) &&
      (query.period === null || isWholeYear(query) || falls(activity.schedule, query.period)),
  );
  return query.cost === 'highest' || query.cost === 'lowest' ? extreme(found, query.cost, query.rank ?? 1) : found;
}

const hasStatus = derived(({ activities }: Plan) => activities.some(({ status }) => status !== null));

/** The plan is for the year, so "this year" leaves nothing out: what is ongoing counts too. */
function isWholeYear({ period }: Pick<ActivitiesQuery, 'period'>): boolean {
  return period !== null && (period.name.by === 'year' || (period.name.by === 'dates' && period.to === null));
}

/** "Vad ansvarar Tyresö för?", "löpande aktiviteter inom infrastruktur" */
export function answerActivities(query: ActivitiesQuery, plan: Plan): SingleAnswer {
  const outside =
    query.period !== null &&
    isWholeYear(query) &&
    query.period.from !== null &&
    !plan.documents.some(({ year }) => query.period?.from?.startsWith(String(year)));
  const activities = outside ? [] : filterActivities(query, plan);
  const isAlone = query.sharing === 'alone' && query.parties.length > 0 && activities.length === 0 && !outside;
  const shared = isAlone ? filterActivities({ ...query, sharing: 'any' }, plan) : [];
  const anyStatus = hasStatus(plan);
  return answerWith({
    outcome: { kind: 'activities', query, activities, anyStatus, shared },
    facts: [...activities, ...shared].map(activityFact),
    doubts: query.cost !== 'any' || query.aspect === 'sum' ? ['cost'] : [],
    focus: { activities: [...activities, ...shared].map(({ id }) => id) },
  });
}

export function answerClarify(query: ClarifyQuery, plan: Plan): SingleAnswer {
  const activities = query.activities.map((id) => plan.activity(id));
  return answerWith({
    outcome: { kind: 'clarify', query, activities },
    facts: activities.map(activityFact),
    suggestions: query.activities.map((id) => ({ kind: 'activity', activities: [id], aspect: 'about', parties: [] })),
    focus: { activities: [...query.activities] },
  });
}

/** "Vem har flest aktiviteter?" */
export function answerParties(query: PartiesQuery, plan: Plan): SingleAnswer {
  const isInScope = ({ area }: Activity): boolean => query.areas.length === 0 || query.areas.includes(area);
  const inScope = plan.activities.filter(isInScope);
  const counts = plan.municipalities.map((municipality) => ({
    municipality,
    activities: activitiesOf({ kind: 'municipality', id: municipality.id }, plan).filter(isInScope).length,
  }));
  counts.sort((a, b) => (query.which === 'fewest' ? a.activities - b.activities : b.activities - a.activities));
  return answerWith({ outcome: { kind: 'parties', query, counts }, facts: inScope.map(activityFact) });
}

/** "Vad ligger på Haninge i år?" */
export function answerMunicipality(query: MunicipalityQuery, plan: Plan, now: LocalMoment): SingleAnswer {
  const { municipality: id, period } = query;
  const party: Party = { kind: 'municipality', id };
  const narrow = period !== null && period.name.by !== 'year' ? period : null;
  const activities = activitiesOf(party, plan).filter(({ schedule }) => narrow === null || falls(schedule, narrow));
  const meetings = calendar(plan).filter(
    (item) => isAt(item.record.place, { kind: 'municipality', id }) && inPeriod(item, query),
  );
  const hostings = plan.hostings.filter((hosting) => hosting.hosts.includes(id) && inYears(hosting.year, query.period));
  const roles = plan.roles.filter((role) => plan.person(role.person).municipality === id && isHeldIn(role, plan.year));
  return answerWith({
    outcome: {
      kind: 'municipality',
      query,
      municipality: plan.municipality(id),
      activities,
      meetings,
      hostings,
      roles,
    },
    facts: [
      ...meetings,
      ...activities.map(activityFact),
      ...hostings.map((record) => ({ kind: 'hosting' as const, record })),
      ...roles.map((record) => ({ kind: 'role' as const, record })),
    ],
    suggestions: [{ kind: 'hosts', conferences: [], period: null, municipalities: [id], which: 'all', aspect: 'when' }],
    focus: {
      activities: activities.map((activity) => activity.id),
      meetings: meetings.filter((item) => !hasEnded(item, now)).map((item) => item.record.id),
    },
  });
}

/** Whether a term has a day in the year of a plan; every term of a plan of one year. */
function isHeldIn({ from, until }: Role, year: number | null): boolean {
  if (year === null) return true;
  return (from === null || Number(from.slice(0, 4)) <= year) && (until === null || Number(until.slice(0, 4)) >= year);
}

function inPeriod(item: CalendarItem, { period }: MunicipalityQuery): boolean {
  const span = itemSpan(item);
  if (period === null || span === null) return true;
  return overlaps(period, span.from, span.to);
}

/** "Vilka möten saknar plats?", "vad är inte bestämt?" */
export function answerMissing(query: MissingQuery, plan: Plan): SingleAnswer {
  const items = calendar(plan);
  const withoutPlace = items.filter((item) => item.record.place === null);
  const withoutDate = items.flatMap((item) => (item.kind === 'occasion' && !isDated(item) ? [item.record] : []));
  const withoutResponsible = plan.activities.filter(({ responsible }) => responsible.length === 0);
  return answerWith({
    outcome: {
      kind: 'missing',
      query,
      withoutPlace,
      withoutDate,
      withoutResponsible,
      withoutCost: plan.activities.filter(({ cost }) => cost === null).length,
      activities: plan.activities.length,
    },
    facts: withoutPlace,
    focus: { meetings: withoutPlace.map((item) => item.record.id) },
  });
}
