// Teams' own 👍 and 👎 below an answer: which answer they are about, and what was pressed.
import { z } from 'zod';

/** What Teams is told so that it shows them, with its own form for a comment. */
export const feedbackLoop = { feedbackLoop: { type: 'default' } };

/** `feedback` is what was written beside it; it may say who wrote it, and is not kept. */
const Pressed = z.object({
  replyToId: z.string().nullish().catch(null),
  value: z.object({
    actionName: z.literal('feedback'),
    actionValue: z.object({ reaction: z.enum(['like', 'dislike']) }),
  }),
});

export interface Feedback {
  /** The message that it is about; null where Teams does not say. */
  readonly message: string | null;
  readonly verdict: 'praised' | 'blamed';
}

/** Reads a `message/submitAction` invoke; null where it is another action. */
export function readFeedback(activity: unknown): Feedback | null {
  const { data: pressed } = Pressed.safeParse(activity);
  if (!pressed) return null;
  const { reaction } = pressed.value.actionValue;
  return { message: pressed.replyToId ?? null, verdict: reaction === 'like' ? 'praised' : 'blamed' };
}

/** A question that was answered, with the id that Teams gave the answer. */
export interface Answered {
  readonly message: string;
  readonly question: string;
}

/** Older answers are rarely judged, and every turn reads and writes these. */
const mostAnswered = 20;
/** As much as is kept of a question. */
const longestQuestion = 300;

/** The latest answers with one more. */
export function withAnswer(answers: readonly Answered[], message: string, question: string): Answered[] {
  return [...answers, { message, question: question.slice(0, longestQuestion).toWellFormed() }].slice(-mostAnswered);
}

/** The question that feedback is about: that of its message, or the last one where the message is not known. */
export function questionOf(answers: readonly Answered[], { message }: Feedback): string | null {
  return (answers.find((answer) => answer.message === message) ?? answers.at(-1))?.question ?? null;
}
