// Questions that found no answer, and answers that were praised or blamed: counted, without the asker, and bounded.
import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { readRow } from './rows.ts';
import type { KeptQuestion, QuestionStore, Verdict } from './store.ts';
import type { QuestionTable, Tables } from './tables.ts';

/** Longer ones are cut: a question is a sentence, and the list is read by people. */
export const longestQuestion = 300;
/** How many of each verdict are kept, so that nobody can fill the disk with nonsense. */
export const mostQuestions = 2_000;
/** A question goes over the limit by one; the rest is for two processes that keep one at the same time. */
const mostDropped = 100;

const Kept = z.strictObject({
  id: z.string(),
  text: z.string(),
  verdict: z.enum(['unanswered', 'praised', 'blamed']),
  count: z.int().positive(),
  firstDay: z.iso.date(),
  lastDay: z.iso.date(),
});

export function makeQuestions(db: Kysely<Tables>): QuestionStore {
  return {
    keep: (text, verdict, day) => keepQuestion(db, text, verdict, day),
    list: (verdict, most) => listQuestions(db, verdict, most),
    async count(verdict) {
      const { times } = await db
        .selectFrom('question')
        .select(({ fn }) => fn.sum<number | string | null>('times').as('times'))
        .where('verdict', '=', verdict)
        .executeTakeFirstOrThrow();
      return Number(times ?? 0);
    },
    async settle(id) {
      await db.deleteFrom('question').where('id', '=', id).execute();
    },
    async forget(beforeDay) {
      await db.deleteFrom('question').where('last_day', '<', beforeDay).execute();
    },
  };
}

async function keepQuestion(db: Kysely<Tables>, written: string, verdict: Verdict, day: string): Promise<void> {
  const text = tidied(written);
  if (text === '') return;
  const { id, times } = await db
    .insertInto('question')
    .values({ id: randomUUID(), verdict, form: text.toLowerCase(), text, times: 1, first_day: day, last_day: day })
    .onConflict((conflict) =>
      conflict.columns(['verdict', 'form']).doUpdateSet(({ eb, ref }) => ({
        times: eb('question.times', '+', 1),
        last_day: eb
          .case()
          .when('excluded.last_day', '>', ref('question.last_day'))
          .then(ref('excluded.last_day'))
          .else(ref('question.last_day'))
          .end(),
      })),
    )
    .returning(['id', 'times'])
    .executeTakeFirstOrThrow();
  if (times === 1) await dropOldest(db, verdict, id);
}

/** White space and control characters become single spaces; cut between whole characters. */
function tidied(text: string): string {
  const spaced = text
    .normalize('NFC')
    .toWellFormed()
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return [...spaced].slice(0, longestQuestion).join('').trim();
}

/** Beyond the limit the oldest go, of a day the least asked; never the one that was just kept. */
async function dropOldest(db: Kysely<Tables>, verdict: Verdict, kept: string): Promise<void> {
  await db
    .deleteFrom('question')
    .where('id', 'in', (query) =>
      query
        .selectFrom('question')
        .select('id')
        .where('verdict', '=', verdict)
        .where('id', '<>', kept)
        .orderBy('last_day', 'desc')
        .orderBy('times', 'desc')
        .orderBy('id')
        .limit(mostDropped)
        .offset(mostQuestions - 1),
    )
    .execute();
}

async function listQuestions(db: Kysely<Tables>, verdict: Verdict, most: number): Promise<KeptQuestion[]> {
  const rows = await db
    .selectFrom('question')
    .selectAll()
    .where('verdict', '=', verdict)
    .orderBy('times', 'desc')
    .orderBy('last_day', 'desc')
    .orderBy('form')
    .limit(most)
    .execute();
  return rows.map(questionOf);
}

function questionOf({ id, text, verdict, times, first_day, last_day }: QuestionTable): KeptQuestion {
  return readRow(Kept, 'question', id, () => ({
    id,
    text,
    verdict,
    count: times,
    firstDay: first_day,
    lastDay: last_day,
  }));
}
