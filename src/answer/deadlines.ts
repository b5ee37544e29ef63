// Answers about what is due before meetings, counted back in working days.
import type { DueDeadline, Fact, SingleAnswer } from '../facts.ts';
import { deadlineKey } from '../plan/change.ts';
import type { LocalMoment } from '../plan/days.ts';
import { overlaps } from '../plan/period.ts';
import type { Plan } from '../plan/plan.ts';
import { currentPlanYear } from '../plan/plan-year.ts';
import type { Deadline } from '../plan/region.ts';
import { type Holidays, workingDaysBefore } from '../plan/working-days.ts';
import type { DeadlinesQuery } from '../query.ts';
import { answerWith } from './parts.ts';

/** Every deadline before every meeting that is held, in order of the day that it falls on. */
export function dueDeadlines(
  { deadlines, meetings }: Pick<Plan, 'deadlines' | 'meetings'>,
  holidays: Holidays,
): DueDeadline[] {
  const due = deadlines.flatMap((deadline) =>
    meetings
      .filter(({ group }) => group === deadline.group)
      .map((meeting) => ({ deadline, meeting, day: workingDaysBefore(meeting.from, deadline.workingDays, holidays) })),
  );
  return due.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** "När ska handlingarna skickas?" A deadline is ahead until its day is over. */
export function answerDeadlines(query: DeadlinesQuery, plan: Plan, now: LocalMoment, holidays: Holidays): SingleAnswer {
  const rules = plan.deadlines.filter((rule) => isAskedFor(rule, query));
  const fitting = dueDeadlines(plan, holidays).filter(
    ({ deadline, day }) => rules.includes(deadline) && (query.period === null || overlaps(query.period, day, day)),
  );
  const due = query.which === 'next' ? soonest(fitting, now) : ofAsked(fitting, query, plan, now);
  const meetings = [...new Set(due.map(({ meeting }) => meeting))];
  return answerWith({
    outcome: { kind: 'deadlines', query, due, rules },
    facts: meetings.map((record): Fact => ({ kind: 'meeting', record })),
    doubts: ['date'],
    suggestions: suggest(query, due, fitting),
    focus: { meetings: meetings.map(({ id }) => id) },
  });
}

function isAskedFor({ group, name }: Deadline, query: DeadlinesQuery): boolean {
  if (query.groups.length > 0 && !query.groups.includes(group)) return false;
  return query.name === null || deadlineKey(group, query.name) === deadlineKey(group, name);
}

/** What falls on the first day that is not over yet; several where they share it. */
function soonest(due: readonly DueDeadline[], now: LocalMoment): DueDeadline[] {
  const ahead = due.filter(({ day }) => day >= now.day);
  return ahead.filter(({ day }) => day === ahead[0]?.day);
}

/** Without a period, those of the present year: by their own day or by their meeting's. */
function ofAsked(due: readonly DueDeadline[], { period }: DeadlinesQuery, plan: Plan, now: LocalMoment): DueDeadline[] {
  if (period !== null) return [...due];
  const year = String(currentPlanYear(plan, now));
  return due.filter(({ day, meeting }) => day.startsWith(year) || meeting.from.startsWith(year));
}

function suggest(query: DeadlinesQuery, due: readonly DueDeadline[], fitting: readonly DueDeadline[]) {
  const other: DeadlinesQuery = { ...query, period: null, which: query.which === 'next' ? 'all' : 'next' };
  return query.which === 'next' && fitting.length <= due.length ? [] : [other];
}
