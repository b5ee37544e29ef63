// Query in, facts out. Pure: the plan and the moment are handed in.

import type { Outcome, SingleAnswer } from '../facts.ts';
import type { LocalMoment } from '../plan/days.ts';
import type { Plan } from '../plan/plan.ts';
import type { Holidays } from '../plan/working-days.ts';
import { isPlanQuery, type NotInPlanQuery, type PlanQuery, type SingleQuery } from '../query.ts';
import {
  answerActivities,
  answerActivity,
  answerClarify,
  answerMissing,
  answerMunicipality,
  answerParties,
} from './activities.ts';
import { answerDeadlines } from './deadlines.ts';
import { answerFate } from './fates.ts';
import { answerBudget, answerDocument, answerGoals, answerPassages } from './goals.ts';
import { answerConference, answerHosts } from './hosts.ts';
import { answerAgenda, answerMeetings, answerOrder } from './meetings.ts';
import { answerWith, withAlterations } from './parts.ts';
import { answerGroup, answerMunicipalities, answerNetworks, answerRoles } from './people.ts';

/** Answers a query from the plan as it stands. */
export function answer(query: PlanQuery, plan: Plan, now: LocalMoment, holidays: Holidays): SingleAnswer {
  const found = answerFromPlan(query, plan, now, holidays);
  const leadsOn = (next: SingleQuery): boolean => {
    if (!isPlanQuery(next)) return true;
    const { outcome } = answerFromPlan(next, plan, now, holidays);
    return !isDeadEnd(outcome) && !saysTheSame(outcome, found.outcome);
  };
  return withAlterations({ ...found, suggestions: found.suggestions.filter(leadsOn) }, plan);
}

/** Whether there is something to tell in answer to a query. */
export function leadsSomewhere(query: PlanQuery, plan: Plan, now: LocalMoment, holidays: Holidays): boolean {
  return !isDeadEnd(answerFromPlan(query, plan, now, holidays).outcome);
}

/** Whether two answers are of the same one meeting: all that are left may be the next. */
function saysTheSame(a: Outcome, b: Outcome): boolean {
  if (a.kind !== 'meetings' || b.kind !== 'meetings' || a.items.length > 1) return false;
  return a.query.aspect === b.query.aspect && a.items[0]?.record.id === b.items[0]?.record.id;
}

/** Whether there is nothing to tell: no button may lead to it. */
export function isDeadEnd(outcome: Outcome): boolean {
  switch (outcome.kind) {
    case 'meetings':
    case 'agenda':
      return outcome.none !== null;
    case 'budget':
      return outcome.totals === null && outcome.fee === null;
    case 'activities':
      return outcome.activities.length === 0;
    case 'networks':
      return outcome.networks.length === 0;
    case 'conference':
      return outcome.cases.length === 0;
    case 'hosts':
      return outcome.rotations.every(({ hostings }) => hostings.length === 0);
    case 'not-in-plan':
      return true;
    default:
      return false;
  }
}

function answerFromPlan(query: PlanQuery, plan: Plan, now: LocalMoment, holidays: Holidays): SingleAnswer {
  switch (query.kind) {
    case 'meetings':
      return query.fate ? answerFate(query, query.fate, plan, now) : answerMeetings(query, plan, now);
    case 'group':
      return answerGroup(query, plan);
    case 'conference':
      return answerConference(query, plan, now);
    case 'hosts':
      return answerHosts(query, plan, now);
    case 'activity':
      return answerActivity(query, plan);
    case 'activities':
      return answerActivities(query, plan);
    case 'parties':
      return answerParties(query, plan);
    case 'networks':
      return answerNetworks(query, plan);
    case 'roles':
      return answerRoles(query, plan, now);
    case 'goals':
      return answerGoals(query, plan);
    case 'budget':
      return answerBudget(query, plan, now);
    case 'agenda':
      return answerAgenda(query, plan, now);
    case 'municipality':
      return answerMunicipality(query, plan, now);
    case 'municipalities':
      return answerMunicipalities(query, plan);
    case 'passages':
      return answerPassages(query, plan);
    case 'document':
      return answerDocument(query, plan);
    case 'missing':
      return answerMissing(query, plan);
    case 'deadlines':
      return answerDeadlines(query, plan, now, holidays);
    case 'order':
      return answerOrder(query, plan, now);
    case 'clarify':
      return answerClarify(query, plan);
    case 'talk':
      return answerWith({ outcome: { kind: 'talk', query } });
    case 'not-in-plan':
      return answerWith({ outcome: { kind: 'not-in-plan', query }, suggestions: nearest(query) });
  }
}

/** What the plan does say of what was asked. */
function nearest({ understood }: NotInPlanQuery): PlanQuery[] {
  if (understood === null || understood.kind === 'talk' || understood.kind === 'clarify') return [];
  return isPlanQuery(understood) ? [understood] : [];
}
