// `node tests/bench/understanding.ts`: the bot's own understanding against nlp.js and chrono-node, which people would
// use instead. Both rivals are judged more kindly than the bot.
import { containerBootstrap } from '@nlpjs/core';
import { LangSv } from '@nlpjs/lang-sv';
import { Nlp } from '@nlpjs/nlp';
import { parse as chronoParse } from 'chrono-node/sv';
import { noContext } from '../../src/query.ts';
import { findTimes } from '../../src/understand/times.ts';
import { understand } from '../../src/understand/understand.ts';
import { makeVocabulary } from '../../src/understand/vocabulary.ts';
import { words } from '../../src/understand/words.ts';
import { type Case, judge, plan, readCases } from '../support/question-table.ts';
import { svTimes, type TimeRow } from '../times.sv.table.ts';
import { median } from './quantiles.ts';

const folds = 5;

// === Questions

interface Labelled {
  readonly ask: string;
  /** The kind of query that it is: that of the bot, where the table says that the bot's answer is right. */
  readonly kind: string;
}

const vocabularyStarted = performance.now();
const vocabulary = makeVocabulary(plan);
const vocabularyMs = performance.now() - vocabularyStarted;

/** The first turn of a conversation: nlp.js has no memory of what was said before. */
const firstTurn = (conversation: Case): Case => ({ ...conversation, turns: conversation.turns.slice(0, 1) });

async function ownRight(cases: readonly Case[]): Promise<{ right: Labelled[]; times: number[] }> {
  const right: Labelled[] = [];
  const times: number[] = [];
  for (const conversation of cases) {
    const ask = conversation.turns[0]?.ask ?? '';
    const [day = '', time = ''] = conversation.now.split('T');
    const started = performance.now();
    const { query } = understand(ask, noContext, plan, vocabulary, { day, time });
    times.push(performance.now() - started);
    const misses = await judge(firstTurn(conversation));
    if (misses.length === 0) right.push({ ask, kind: query.kind });
  }
  return { right, times };
}

/** Each question is put to a model that was trained on all the others of the other folds. */
async function nlpRight(
  questions: readonly Labelled[],
): Promise<{ right: number; times: number[]; readyMs: number[] }> {
  let right = 0;
  const times: number[] = [];
  const readyMs: number[] = [];
  for (let fold = 0; fold < folds; fold += 1) {
    const started = performance.now();
    const container = await containerBootstrap();
    container.use(LangSv);
    const nlp = new Nlp({ container, languages: ['sv'], nlu: { log: false } });
    nlp.settings.autoSave = false;
    questions.forEach(({ ask, kind }, index) => {
      if (index % folds !== fold) nlp.addDocument('sv', ask, kind);
    });
    await nlp.train();
    readyMs.push(performance.now() - started);
    for (const [index, { ask, kind }] of questions.entries()) {
      if (index % folds !== fold) continue;
      const asked = performance.now();
      const { intent } = await nlp.process('sv', ask);
      times.push(performance.now() - asked);
      if (intent === kind) right += 1;
    }
  }
  return { right, times, readyMs };
}

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

async function compareQuestions(name: string, cases: readonly Case[]): Promise<void> {
  const swedish = cases.filter(({ lang }) => lang === 'sv');
  const own = await ownRight(swedish);
  const nlp = await nlpRight(own.right);
  console.log(`${name}: ${swedish.length} Swedish questions`);
  console.log(
    `  bot:    ${percent(own.right.length, swedish.length)} whole answers right; ${median(own.times).toFixed(2)} ms to understand one; ready in ${vocabularyMs.toFixed(0)} ms`,
  );
  console.log(
    `  nlp.js: ${percent(nlp.right, own.right.length)} kinds of query right, of those; ${median(nlp.times).toFixed(2)} ms a question; ready in ${median(nlp.readyMs).toFixed(0)} ms`,
  );
}

// === Time expressions

const unmarked = (marked: string): string => marked.replaceAll(/[[\]]/g, '');

/** The first day that a row expects; null where no day is meant. */
function expectedDay(found: string): string | null {
  return /\d{4}-\d{2}-\d{2}/.exec(found)?.[0] ?? null;
}

function ownDayRight(row: TimeRow): boolean {
  const [marked, day, found, tense = 'other'] = row;
  const [first] = findTimes(words(unmarked(marked)), { day, time: '09:00' }, tense);
  if (first === undefined) return found === '';
  if (first.meaning.kind !== 'period') return false;
  const { from, to } = first.meaning.period;
  return (from ?? to) === expectedDay(found);
}

const isoDay = (date: Date): string =>
  `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;

/**
 * Whether chrono finds the row's first day, or, where it names only a month or a year, the month or year of it; whether
 * it finds nothing where there is nothing. The length of a period, inferred years and several times are not asked of it.
 */
function chronoRight([marked, day, found]: TimeRow): boolean | null {
  const expected = expectedDay(found);
  if (!expected && found !== '') return null;
  const [first] = chronoParse(unmarked(marked), new Date(`${day}T09:00:00`), { forwardDate: true });
  if (!expected) return first === undefined;
  if (!first) return false;
  const start = isoDay(first.start.date());
  if (start === expected) return true;
  if (!first.start.isCertain('day') && !first.start.isCertain('weekday')) {
    const named = first.start.isCertain('month') ? 7 : 4;
    return start.slice(0, named) === expected.slice(0, named);
  }
  return false;
}

function compareTimes(): void {
  const judged = svTimes.flatMap((row) => {
    const right = chronoRight(row);
    return right === null ? [] : [{ row, right }];
  });
  const rival = judged.filter(({ right }) => right).length;
  const own = judged.filter(({ row }) => ownDayRight(row)).length;
  console.log(`${judged.length} Swedish time expressions of ${svTimes.length} in the table (the others mean no day)`);
  console.log(`  bot:         ${percent(own, judged.length)} first days right (it was made with this table)`);
  console.log(`  chrono-node: ${percent(rival, judged.length)} first days right`);
}

await compareQuestions('dev', readCases('dev'));
await compareQuestions('all files', ['dev', 'members', 'officers', 'visitors'].flatMap(readCases));
compareTimes();
