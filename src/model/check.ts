// Judges what a language model returned: one query by the schemas, about records of the plan, in nobody's words but ours.
import { z } from 'zod';
import type { Plan } from '../plan/plan.ts';
import { Query } from '../query.ts';
import type { Checked } from './completion.ts';
import type { Offer } from './offer.ts';
import { isRedacted } from './redaction.ts';
import { settle } from './settle.ts';
import { idsOf, looseNames } from './surroundings.ts';

/** More mistakes than these tell a model nothing new. */
const mostMistakes = 6;
const longestFeedback = 800;

/** Makes the judge of what is returned for a message. */
export function makeCheck(offer: Offer, message: string, plan: Plan): (answer: unknown) => Checked {
  const said = plainly(message);
  const names = looseNames(plan);
  const material = {
    ids: idsOf(plan),
    isSaid: (text: string) => names.has(text) || (said.includes(plainly(text)) && !isRedacted(text)),
  };
  return (answer) => {
    const { value, wrong } = settle(answer, offer.schema, material);
    const offered = offer.type.safeParse(value);
    if (!offered.success) return { kind: 'wrong', feedback: feedbackOf(mistakesOf(offered.error)) };
    if (wrong.length > 0) return { kind: 'wrong', feedback: feedbackOf(wrong) };
    if (NotInPlan.safeParse(value).success) return { kind: 'not-in-plan' };
    const query = Query.safeParse(offered.data);
    return query.success
      ? { kind: 'query', query: query.data }
      : { kind: 'wrong', feedback: feedbackOf(mistakesOf(query.error)) };
  };
}

const NotInPlan = z.object({ kind: z.literal('not-in-plan') });

/** Without case, and with single spaces. */
const plainly = (text: string): string => text.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim();

function mistakesOf({ issues }: z.ZodError): string[] {
  return issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

function feedbackOf(mistakes: readonly string[]): string {
  const list = mistakes.slice(0, mostMistakes).join('\n');
  return `Return one corrected JSON object. Mistakes:\n${list}`.slice(0, longestFeedback);
}
