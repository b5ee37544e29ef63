// Answers a query with all that the bot has: the plan, the ledger, the store, and who asks.
import { answer } from '../answer/answer.ts';
import { answerAsOf, answerChanges } from '../answer/changes.ts';
import { answerWith } from '../answer/parts.ts';
import type { Answer, SingleAnswer, UnansweredQuestion, UpdateStage } from '../facts.ts';
import type { LocalMoment } from '../plan/days.ts';
import type { Holidays } from '../plan/working-days.ts';
import { type AsOfQuery, isPlanQuery, type Query, type SingleQuery } from '../query.ts';
import type { Locale } from '../render/dates.ts';
import type { KeptQuestion, QuestionStore } from '../store/store.ts';
import type { CurrentPlan } from '../updates/current-plan.ts';
import type { Asker, Updates } from '../updates/updates.ts';
import { answerCalendar, type CalendarKnowledge } from './calendar-answers.ts';
import type { Reminding } from './reminding.ts';
import type { Incoming } from './turn-types.ts';

export interface Knowledge extends CalendarKnowledge {
  readonly current: CurrentPlan;
  readonly updates: Updates;
  readonly questions: QuestionStore;
  readonly holidays: Holidays;
  readonly reminding: Reminding;
  /** The last instant of a day in the region. */
  readonly endOf: (day: string) => Date;
}

/** Who asks, where and when, in what language, and what they were last told of the ledger. */
export interface Occasion {
  readonly asker: Asker;
  readonly scope: Incoming['scope'];
  readonly conversation: string;
  readonly locale: Locale;
  readonly now: LocalMoment;
  readonly toldVersion: number | null;
}

/** Questions that a list shows. */
const mostQuestions = 20;

/** Answers every question of a query. */
export async function answerQuery(query: Query, knowledge: Knowledge, occasion: Occasion): Promise<Answer> {
  const queries = query.kind === 'several' ? query.queries : [query];
  const parts: SingleAnswer[] = [];
  // One after another: a change asked for in the first is known to the second.
  for (const single of queries) parts.push(await answerSingle(single, knowledge, occasion));
  return { query, parts };
}

async function answerSingle(query: SingleQuery, knowledge: Knowledge, occasion: Occasion): Promise<SingleAnswer> {
  const { current, updates, holidays } = knowledge;
  const { asker, now, toldVersion } = occasion;
  const { plan } = current.ledger().edition;
  if (isPlanQuery(query)) return answer(query, plan, now, holidays);
  switch (query.kind) {
    case 'changes':
      return answerChanges(query, current.ledger(), now, toldVersion);
    case 'as-of':
      return answerThen(query, knowledge, occasion);
    case 'rights':
      return answerRights(knowledge, asker);
    case 'unanswered':
      return answerUnanswered(knowledge, asker);
    case 'calendar':
      return answerCalendar(query, knowledge, current.ledger(), occasion);
    case 'reminders':
      return knowledge.reminding.answer(query, occasion);
    case 'update':
      return stepAnswer(await updates.prepare(query.request, asker, now));
  }
}

/** A step on the way of a change, as an answer. */
export function stepAnswer(step: UpdateStage): SingleAnswer {
  const changes = step.stage === 'done' ? [step.change] : [];
  const applied = step.stage === 'preview' ? step.applied : step.stage === 'done' ? step.change.applied : null;
  const subject = applied?.subject;
  return answerWith({
    outcome: { kind: 'update', step },
    facts: changes.map((record) => ({ kind: 'change', record })),
    focus:
      subject?.kind === 'meeting' || subject?.kind === 'occasion'
        ? { meetings: [subject.record.id] }
        : subject?.kind === 'activity'
          ? { activities: [subject.record.id] }
          : {},
  });
}

function answerThen(query: AsOfQuery, knowledge: Knowledge, { now }: Occasion): SingleAnswer {
  const { current, endOf, holidays } = knowledge;
  const then = current.asOf(endOf(query.day)).plan;
  const inner = query.query && isPlanQuery(query.query) ? answer(query.query, then, now, holidays) : null;
  return answerAsOf(query, current.ledger(), then, inner);
}

function answerRights({ current, updates }: Knowledge, asker: Asker): SingleAnswer {
  const secretaries = current.ledger().edition.secretaries.map(({ name }) => name);
  const person = asker.identity?.person ?? null;
  return answerWith({ outcome: { kind: 'rights', standing: updates.standing(asker), person, secretaries } });
}

async function answerUnanswered({ updates, questions }: Knowledge, asker: Asker): Promise<SingleAnswer> {
  const standing = updates.standing(asker);
  const query = { kind: 'unanswered' as const };
  if (standing !== 'secretary') {
    return answerWith({ outcome: { kind: 'unanswered', query, standing, questions: [], praised: 0, blamed: [] } });
  }
  const [open, blamed, praised] = await Promise.all([
    questions.list('unanswered', mostQuestions),
    questions.list('blamed', mostQuestions),
    questions.count('praised'),
  ]);
  const told = { questions: open.map(shown), blamed: blamed.map(shown), praised };
  return answerWith({ outcome: { kind: 'unanswered', query, standing, ...told } });
}

function shown({ id, text, count, lastDay }: KeptQuestion): UnansweredQuestion {
  return { id, text, count, lastDay };
}
