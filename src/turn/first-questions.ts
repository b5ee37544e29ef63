// Questions to begin with.
import { leadsSomewhere } from '../answer/answer.ts';
import type { LocalMoment } from '../plan/days.ts';
import type { Plan } from '../plan/plan.ts';
import type { Holidays } from '../plan/working-days.ts';
import { everyMeeting, type PlanQuery } from '../query.ts';

/** Teams shows three suggestions. */
const most = 3;

/** Three questions that the plan at hand can answer, for the welcome and for help. */
export function firstQuestions(plan: Plan, now: LocalMoment, holidays: Holidays): PlanQuery[] {
  const [municipality] = plan.municipalities;
  const candidates: PlanQuery[] = [
    { ...everyMeeting, which: 'next' },
    { kind: 'hosts', conferences: [], period: null, municipalities: [], which: 'all', aspect: 'who' },
    ...(municipality ? [{ kind: 'municipality' as const, municipality: municipality.id, period: null }] : []),
    { kind: 'networks', areas: [], conferences: [], aspect: 'list' },
    { ...everyMeeting, which: 'latest' },
  ];
  const questions: PlanQuery[] = [];
  for (const query of candidates) {
    if (questions.length < most && leadsSomewhere(query, plan, now, holidays)) questions.push(query);
  }
  return questions;
}
