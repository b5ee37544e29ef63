// What a conversation remembers from one turn to the next.
import { z } from 'zod';
import type { Answer } from '../facts.ts';
import { Context, type Focus, noContext, noFocus, type Query } from '../query.ts';
import type { Memory } from './turn-types.ts';

export const Remembered = z.strictObject({
  context: Context,
  /** The language that it was last held in; null before anybody wrote. */
  locale: z.enum(['sv', 'en']).nullable(),
  /** The proposal that "yes" confirms. */
  proposal: z.string().nullable(),
  /** The last question, which praise and complaint are about. */
  asked: z.string().nullable(),
  /** The ledger's version when somebody here last asked what has changed. */
  toldVersion: z.int().nonnegative().nullable(),
});
export type Remembered = z.infer<typeof Remembered>;

export const nothing: Remembered = {
  context: noContext,
  locale: null,
  proposal: null,
  asked: null,
  toldVersion: null,
};

/** Memory from an older version, or damaged, is as good as none. */
export function recall(memory: Memory): Remembered {
  return Remembered.safeParse(memory).data ?? nothing;
}

/** What is remembered after an answer. Small talk and misunderstandings leave the subject as it was. */
export function contextAfter(query: Query | null, answer: Answer, before: Context): Context {
  if (query?.kind === 'not-in-plan') return before;
  const pending = pendingOf(answer);
  if (query?.kind === 'talk') return { ...before, pending };
  const shown = answer.parts.map(({ focus }) => focus).reduce(mergedFocus, noFocus);
  if (query === null || query.kind === 'update')
    return { last: before.last, focus: isEmpty(shown) ? before.focus : shown, pending };
  return { last: query, focus: shown, pending };
}

/** The request whose missing part the answer asks for. */
function pendingOf({ parts }: Answer): Context['pending'] {
  for (const { outcome } of parts) {
    if (outcome.kind !== 'update') continue;
    const { step } = outcome;
    if (step.stage === 'ask') return { request: step.request, slot: step.slot };
  }
  return null;
}

/** The proposal that an answer shows, if it does. */
export function proposalOf({ parts }: Answer): string | null {
  const steps = parts.flatMap(({ outcome }) => (outcome.kind === 'update' ? [outcome.step] : []));
  return steps.flatMap((step) => (step.stage === 'preview' ? [step.proposal] : []))[0] ?? null;
}

function mergedFocus(a: Focus, b: Focus): Focus {
  return {
    meetings: [...a.meetings, ...b.meetings],
    activities: [...a.activities, ...b.activities],
    conferences: [...a.conferences, ...b.conferences],
    year: b.year ?? a.year,
  };
}

function isEmpty({ meetings, activities, conferences }: Focus): boolean {
  return meetings.length + activities.length + conferences.length === 0;
}
