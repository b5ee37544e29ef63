// Query in, facts out. Pure: the plan and the moment are handed in.

import type { Answer, SingleAnswer } from '../facts.ts';
import type { LocalMoment } from '../plan/days.ts';
import type { Plan } from '../plan/plan.ts';
import type { NotInPlanQuery, Query, SingleQuery } from '../query.ts';
import {
  answerActivities,
  answerActivity,
  answerClarify,
  answerMissing,
  answerMunicipality,
  answerParties,
} from './activities.ts';
import { answerBudget, answerDocument, answerGoals, answerPassages } from './goals.ts';
import { answerConference, answerHosts } from './hosts.ts';
import { answerAgenda, answerMeetings } from './meetings.ts';
import { answerWith } from './parts.ts';
import { answerGroup, answerMunicipalities, answerNetworks, answerRoles } from './people.ts';

/** Answers a query from the plan as it stands. */
export function answer(query: Query, plan: Plan, now: LocalMoment): Answer {
  const queries = query.kind === 'several' ? query.queries : [query];
  return { query, parts: queries.map((single) => answerSingle(single, plan, now)) };
}

function answerSingle(query: SingleQuery, plan: Plan, now: LocalMoment): SingleAnswer {
  switch (query.kind) {
    case 'meetings':
      return answerMeetings(query, plan, now);
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
      return answerRoles(query, plan);
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
    case 'clarify':
      return answerClarify(query, plan);
    case 'talk':
      return answerWith({ outcome: { kind: 'talk', query } });
    case 'not-in-plan':
      return answerWith({ outcome: { kind: 'not-in-plan', query }, suggestions: nearest(query) });
  }
}

/** What the plan does say of what was asked. */
function nearest({ understood }: NotInPlanQuery): SingleQuery[] {
  return understood === null || understood.kind === 'talk' || understood.kind === 'clarify' ? [] : [understood];
}
