// What comes of a reaction to what was shown: a pressed button, "ja" and "nej", praise and blame.
import type { ButtonAction } from '../button.ts';
import type { Answer, UpdateStage } from '../facts.ts';
import type { Plan } from '../plan/plan.ts';
import { type Query, wish } from '../query.ts';
import { leadChosen } from '../reminders/lead.ts';
import { about, topicChosen } from '../reminders/wished-topics.ts';
import type { Updates } from '../updates/updates.ts';
import { answerQuery, type Knowledge, type Occasion, planOfQuery, seesDraft, stepAnswer } from './answering.ts';
import { personalOf, type Remembered } from './memory.ts';
import { moveOn } from './move-on.ts';
import { refersToPlan } from './old-buttons.ts';

/** What a button does; null for one of a plan that has changed since, whose title is then read as typed. */
export async function press(
  action: ButtonAction,
  knowledge: Knowledge,
  occasion: Occasion,
  before: Remembered,
): Promise<Answer | null> {
  const { current, updates } = knowledge;
  const { asker, now } = occasion;
  if ('query' in action) {
    const query = withComment(action);
    const known = planOfQuery(query, current, seesDraft(occasion, updates));
    return refersToPlan(query, known) ? answerQuery(query, knowledge, occasion) : null;
  }
  if ('remind' in action) return answerQuery(wishChosen(action, current.ledger().edition.plan), knowledge, occasion);
  if ('form' in action || 'url' in action) return null;
  if ('confirm' in action) return confirmed(action.confirm, action.sure, updates, occasion, before);
  if ('look' in action) {
    const { proposal } = personalOf(before, asker.identity);
    const request = proposal?.id === action.look ? proposal.request : null;
    return stepOf(await updates.look(action.look, request, asker, now));
  }
  return stepOf(await moveOn(action, updates, asker, now));
}

/** "Ja" and "nej" to a preview or a question, praise and blame of the last answer. */
export async function react(
  query: Query,
  knowledge: Knowledge,
  occasion: Occasion,
  before: Remembered,
): Promise<Answer | null> {
  const { updates, questions } = knowledge;
  const { asker, now } = occasion;
  if (query.kind !== 'talk') return null;
  if (query.about === 'agree' && personalOf(before, asker.identity).forgetting) {
    return answerQuery({ kind: 'privacy', aspect: 'forget-confirmed' }, knowledge, occasion);
  }
  const { asked } = before;
  const { proposal, pending } = personalOf(before, asker.identity);
  if (proposal !== null && query.about === 'agree') {
    // After something else has been spoken of, "yes" may mean that: what it would do is shown once more.
    const { id, request, isFresh, sure } = proposal;
    return isFresh
      ? confirmed(id, sure, updates, occasion, before)
      : stepOf(await updates.prepare(request, asker, now));
  }
  if (proposal !== null && query.about === 'decline') return stepOf(await updates.withdraw(proposal.id, asker));
  if (pending !== null && query.about === 'decline') return stepOf({ stage: 'withdrawn' });
  if (asked !== null && query.about === 'praise') await questions.keep(asked, 'praised', now.day);
  if (asked !== null && query.about === 'complaint') await questions.keep(asked, 'blamed', now.day);
  return null;
}

/** A change made, and the next that the same message asked for. */
async function confirmed(
  id: string,
  sure: number | undefined,
  updates: Updates,
  { asker, now }: Occasion,
  before: Remembered,
): Promise<Answer> {
  const step = await updates.confirm(id, asker, sure);
  const { proposal } = personalOf(before, asker.identity);
  const [next, ...later] = proposal?.id === id ? (proposal.request.later ?? []) : [];
  if (step.stage !== 'done' || step.again || !next) return stepOf(step);
  const request = later.length > 0 ? { ...next.request, later } : next.request;
  return { query: null, parts: [stepAnswer(step), stepAnswer(await updates.prepare(request, asker, now))] };
}

/** The wish that a card of reminders was filled in with. */
function wishChosen(
  { remind, topics = '', leads = '' }: Extract<ButtonAction, { remind: unknown }>,
  plan: Plan,
): Query {
  const query = wish('start', { whom: { kind: remind }, leads: leads.split(',').flatMap(leadChosen) });
  return about(
    query,
    topics.split(',').flatMap((choice) => topicChosen(choice, plan)),
  );
}

/** What was written beside a button that asks for a comment. */
function withComment({ query, comment = '' }: Extract<ButtonAction, { query: unknown }>): Query {
  if (query.kind !== 'check-ins' || query.wish.act !== 'answer' || comment.trim() === '') return query;
  return { ...query, wish: { ...query.wish, comment } };
}

/** A step of a change as the answer to a press. */
export function stepOf(step: UpdateStage): Answer {
  return { query: null, parts: [stepAnswer(step)] };
}
