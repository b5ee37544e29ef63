// Answers a query with all that the bot has: the plan, the ledger, the store, and who asks.
import { answer } from '../answer/answer.ts';
import { answerAsOf, answerChanges } from '../answer/changes.ts';
import { answerWith } from '../answer/parts.ts';
import { answerYearChanges } from '../answer/year-changes.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { Answer, FileStep, SingleAnswer, UnansweredQuestion, UpdateStage } from '../facts.ts';
import type { LocalMoment } from '../plan/days.ts';
import type { Plan } from '../plan/plan.ts';
import { currentPlanYear, planOfYear } from '../plan/plan-year.ts';
import type { Holidays } from '../plan/working-days.ts';
import {
  type AsOfQuery,
  type FileQuery,
  isPlanQuery,
  isYearly,
  type OfYearQuery,
  type PlanQuery,
  type Query,
  type SingleQuery,
  type TalkQuery,
  type YearChangesQuery,
} from '../query.ts';
import type { Locale } from '../render/dates.ts';
import type { KeptQuestion, QuestionStore } from '../store/store.ts';
import type { CurrentPlan } from '../updates/current-plan.ts';
import type { Asker, Updates } from '../updates/updates.ts';
import type { Announcing } from './announcing.ts';
import { answerCalendar, type CalendarKnowledge } from './calendar-answers.ts';
import type { CheckingIn } from './checking-in.ts';
import { firstQuestions } from './first-questions.ts';
import { isDraftYear, planWith } from './plan-views.ts';
import type { Privacy } from './privacy.ts';
import type { Reminding } from './reminding.ts';
import type { Incoming } from './turn-types.ts';

export interface Knowledge extends CalendarKnowledge {
  readonly current: CurrentPlan;
  readonly updates: Updates;
  readonly exchange: Pick<Exchange, 'receive' | 'offer' | 'offerOwn'>;
  readonly questions: QuestionStore;
  readonly holidays: Holidays;
  readonly reminding: Reminding;
  readonly announcing: Announcing;
  readonly privacy: Privacy;
  readonly checkingIn: CheckingIn;
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
  // What was put as a change was taken as an answer: what follows is about that.
  const [outcome, another] = parts.map((part) => part.outcome);
  return { query: outcome?.kind === 'check-ins' && !another ? outcome.query : query, parts };
}

async function answerSingle(query: SingleQuery, knowledge: Knowledge, occasion: Occasion): Promise<SingleAnswer> {
  const { current, updates, holidays } = knowledge;
  const { asker, now, toldVersion } = occasion;
  const { plan } = current.ledger().edition;
  if (query.kind === 'talk' && query.about === 'help') return answerHelp(query, knowledge, occasion);
  if (isPlanQuery(query)) return ofCurrentYear(query, plan, now, holidays);
  switch (query.kind) {
    case 'of-year':
      return answerInYear(query, knowledge, occasion);
    case 'year-changes':
      return answerBetween(query, knowledge, occasion);
    case 'changes':
      return answerChanges(query, current.ledger(), now, toldVersion);
    case 'as-of':
      return answerThen(query, knowledge, occasion);
    case 'rights':
      return answerRights(knowledge, asker);
    case 'unanswered':
      return answerUnanswered(knowledge, asker);
    case 'file':
      return fileAnswer(query, knowledge.exchange.offer(query, asker));
    case 'calendar':
      return answerCalendar(query, knowledge, current.ledger(), occasion);
    case 'reminders':
      return knowledge.reminding.answer(query, occasion);
    case 'announcements':
      return knowledge.announcing.answer(query, asker);
    case 'privacy':
      return knowledge.privacy(query, occasion);
    case 'check-ins':
      return knowledge.checkingIn.answer(query, occasion);
    case 'update': {
      const answered = await statusInWords(query, knowledge, occasion);
      if (answered) return answered;
      return stepAnswer(await updates.prepare(query.request, asker, now));
    }
  }
}

/** Drafts are shown to the secretariat where nobody else reads along. */
export function seesDraft({ asker, scope }: Pick<Occasion, 'asker' | 'scope'>, updates: Updates): boolean {
  return scope === 'personal' && updates.standing(asker) === 'secretary';
}

/** The plan whose records a query names. */
export function planOfQuery(query: Query | null, current: CurrentPlan, withDraft: boolean): Plan {
  const { edition } = current.ledger();
  const singles = query?.kind === 'several' ? query.queries : query ? [query] : [];
  const years = singles.flatMap((one) => (one.kind === 'of-year' || one.kind === 'year-changes' ? [one.year] : []));
  const draft = years.find((year) => isDraftYear(year, edition, withDraft));
  return draft === undefined ? edition.plan : planWith(draft, edition, withDraft);
}

/** Without a year a question is about the present year's plan, or the newest, which is then said. */
function ofCurrentYear(query: PlanQuery, plan: Plan, now: LocalMoment, holidays: Holidays): SingleAnswer {
  const year = currentPlanYear(plan, now);
  const answered = answer(query, planOfYear(plan, year), now, holidays);
  const isPresent = String(year) === now.day.slice(0, 4);
  return isPresent || !isYearly(query) ? answered : { ...answered, ofPlan: { year, why: 'newest' } };
}

function answerBetween(query: YearChangesQuery, { current, updates }: Knowledge, occasion: Occasion): SingleAnswer {
  const { edition } = current.ledger();
  const withDraft = seesDraft(occasion, updates);
  const answered = answerYearChanges(query, planWith(query.year, edition, withDraft));
  const isDraft = isDraftYear(query.year, edition, withDraft);
  return isDraft ? { ...answered, ofPlan: { year: query.year, why: 'draft' } } : answered;
}

/** Of another year's plan, or of a draft; what may be asked next is asked of that too. */
function answerInYear({ year, query }: OfYearQuery, knowledge: Knowledge, occasion: Occasion): SingleAnswer {
  const { current, updates, holidays } = knowledge;
  if (!isPlanQuery(query)) throw new Error(`a question of kind "${query.kind}" is of no year's plan`);
  const { edition } = current.ledger();
  const withDraft = seesDraft(occasion, updates);
  const answered = answer(query, planOfYear(planWith(year, edition, withDraft), year), occasion.now, holidays);
  const why = isDraftYear(year, edition, withDraft) ? ('draft' as const) : ('asked' as const);
  const suggestions = answered.suggestions.map((next): SingleQuery => {
    const isOfYear = isPlanQuery(next) && next.kind !== 'not-in-plan' && (why === 'draft' || isYearly(next));
    return isOfYear ? { kind: 'of-year', year, query: next } : next;
  });
  return { ...answered, suggestions, ofPlan: { year, why } };
}

/** Help is for whoever asks, with questions to begin with. */
function answerHelp(
  query: TalkQuery,
  { current, updates, holidays }: Knowledge,
  { asker, now }: Occasion,
): SingleAnswer {
  const { plan } = current.ledger().edition;
  return answerWith({
    outcome: { kind: 'talk', query, standing: updates.standing(asker) },
    suggestions: firstQuestions(plan, now, holidays),
  });
}

/** Who was asked how an activity goes may say so in words, although only the secretariat changes the plan. */
async function statusInWords(
  { request }: Extract<SingleQuery, { kind: 'update' }>,
  { updates, checkingIn }: Knowledge,
  occasion: Occasion,
): Promise<SingleAnswer | null> {
  const { draft, unread, impossible } = request;
  if (draft.kind !== 'post-status' || draft.status === null || unread !== undefined || impossible !== null) return null;
  const [activity, another] = draft.activities;
  if (activity === undefined || another !== undefined || updates.standing(occasion.asker) === 'secretary') return null;
  const { status, comment } = draft;
  return checkingIn.answerInWords({ activity, meeting: null, status, comment }, occasion);
}

/** What became of a file, or its address, as an answer. */
export function fileAnswer(query: FileQuery | null, step: FileStep): SingleAnswer {
  return answerWith({ outcome: { kind: 'file', query, step } });
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
  const inner =
    query.query && isPlanQuery(query.query)
      ? answer(query.query, planOfYear(then, currentPlanYear(then, now)), now, holidays)
      : null;
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
