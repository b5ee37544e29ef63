// A question, as people put it: with what stands around it, several at once, or leaning on what was asked before.
import { type Context, noContext, type Query, type SingleQuery } from '../query.ts';
import { askDearer, askOrder } from './ask-comparisons.ts';
import { askLedger } from './ask-ledger.ts';
import { isYesNo } from './ask-meetings.ts';
import { askNeighbour } from './ask-neighbours.ts';
import { corrected } from './corrections.ts';
import { lastKind, nextInRank } from './follow-up.ts';
import { namesThenQuestion, unframed, withoutAsker } from './frames.ts';
import { withHostsNamed } from './nested-hosts.ts';
import { isComplete, rank } from './ranking.ts';
import { hasCue, type Reading, read } from './reading.ts';
import {
  answerableClause,
  eachInItsTime,
  isAnswerable,
  ofBoth,
  questionCues,
  several,
  twoSubjects,
} from './several-questions.ts';
import { withYearInFull } from './short-times.ts';
import { askingSentence, questionAfterClause, questionOfStory, tellsOfPast } from './stories.ts';
import { leavesNoDoubt, single, type Whole, whole } from './trusted-reading.ts';
import { sure, type Understood } from './understood.ts';
import type { Talk } from './update-subjects.ts';

/** A question: about the ledger, or about the plan. */
export function askPlan(message: string, talk: Talk): Understood {
  const { context, plan, vocabulary, now } = talk;
  const text = context.last === null ? message : withDayMeant(corrected(message), context);
  const ask = (question: string): Query => askPlan(question, talk).query;
  const ledger = askLedger(text, talk, ask);
  if (ledger) return sure(ledger, read(text, vocabulary, now).language);
  const alone = (question: string): SingleQuery => single(read(question, vocabulary, now), noContext, plan, vocabulary);
  const bare = withoutAsker(text, talk);
  const dated = withYearInFull(read(bare, vocabulary, now)) ?? bare;
  const asked = withHostsNamed(dated, alone, (part) => read(part, vocabulary, now), plan) ?? dated;
  const compared = askNeighbour(asked, alone, talk) ?? askOrder(asked, alone, now) ?? askDearer(asked, alone);
  if (compared) return sure(compared, read(text, vocabulary, now).language);
  const one = (part: Reading, about: Context): SingleQuery => single(part, about, plan, vocabulary);
  const saysAll = (question: Reading): boolean => isComplete(question, plan, vocabulary);
  const asking = askingSentence(asked, alone, saysAll, vocabulary, now);
  const reading = read(asking, vocabulary, now);
  const both =
    nextInRank(reading, context) ??
    ofBoth(reading, talk, one) ??
    (asking === asked ? questionOfStory(asked, saysAll, one, talk) : undefined) ??
    (tellsOfPast.test(asked) ? questionAfterClause(asked, saysAll, one, talk) : undefined) ??
    several(reading, talk, one) ??
    eachInItsTime(reading, talk, one);
  const { query, best }: Whole = both
    ? { query: both }
    : whole(reading, rank(reading, context, plan, vocabulary), plan);
  const lacks = query.kind === 'not-in-plan' && query.reason === 'words';
  const inParts = lacks
    ? (answerableClause(asked, talk, one) ??
      twoSubjects(reading, talk, one) ??
      inFrame(asked, talk) ??
      questionAfterClause(asked, saysAll, one, talk) ??
      withNamesBefore(asked, talk, one))
    : undefined;
  const isSure = inParts !== undefined || leavesNoDoubt(reading, query, best);
  return { query: inParts ?? query, language: reading.language, isSure };
}

/** "Vilken dag är det?", "vilken vecka är det?" after a conference is not about today. */
function withDayMeant(text: string, context: Context): string {
  const kind = lastKind(context);
  const isDated = kind === 'meetings' || kind === 'conference' || kind === 'hosts' || kind === 'activity';
  const timed = text.replace(/(?<!\p{L})när (?:under|på) året(?!\p{L})/iu, 'när');
  return isDated ? timed.replace(dayAsked, 'när är det?').replace(weekAsked, 'vilken vecka?') : timed;
}

const weekAsked =
  /^(?:och\s|and\s)?(?:vilken vecka|what week|which week)\s(?:är|is|var|was|blir)\s(?:det|it|den)(?:\sdå|\sthen)?[\s?.!]*$/iu;

const dayAsked =
  /^(?:och\s|and\s)?(?:vilken dag|vilket datum|vad är det för (?:dag|datum)|what day|what date)\s(?:är|is|var|was|blir)\s(?:det|it|den)(?:\sdå|\sthen)?[\s?.!]*$/iu;

/** What follows on the last question is asked of whoever is named before it. */
function withNamesBefore(
  text: string,
  talk: Talk,
  ask: (reading: Reading, about: Context) => SingleQuery,
): Query | undefined {
  if (talk.context.last === null) return undefined;
  const named = namesThenQuestion(text, talk);
  if (named === undefined) return undefined;
  const query = ask(read(`och ${named}`, talk.vocabulary, talk.now), talk.context);
  return isAnswerable(query) ? query : undefined;
}

/** The question without what stands around it, where that can be answered. */
function inFrame(text: string, talk: Talk): Query | undefined {
  const asks = (reading: Reading, clause: string): boolean =>
    clause.endsWith('?') || hasCue(reading, ...questionCues) || isYesNo(reading);
  for (const short of unframed(text, asks, talk)) {
    const reading = read(short, talk.vocabulary, talk.now);
    const { query } = whole(reading, rank(reading, noContext, talk.plan, talk.vocabulary), talk.plan);
    if (query.kind === 'several' || standsAlone(query)) return query;
  }
  return undefined;
}

/** Whether a query says by itself what it is about, and leaves little open. */
function standsAlone(query: SingleQuery): boolean {
  switch (query.kind) {
    case 'meetings':
      return query.groups.length > 0 || query.period !== null || query.place !== null;
    case 'agenda':
      return query.period !== null;
    case 'conference':
    case 'hosts':
      return query.conferences.length > 0;
    case 'roles':
      return query.groups.length > 0;
    case 'group':
      return query.aspect !== 'about' && query.groups.length > 0;
    case 'activity':
      return true;
    default:
      return false;
  }
}
