// Text in, query out: words → mentions, times, cues → candidates → the one that explains most → filled from the last.

import type { LocalMoment } from '../plan/days.ts';
import type { Plan } from '../plan/plan.ts';
import {
  type AnswerableQuery,
  type Context,
  type NotInPlanQuery,
  noContext,
  type Query,
  type SingleQuery,
  type TalkQuery,
} from '../query.ts';
import { askActivities, askActivity, askMissing, askMunicipality, askParties, askPassages } from './ask-activities.ts';
import { askAnnouncements } from './ask-announcements.ts';
import { askCalendar } from './ask-calendar.ts';
import { askCheckIns } from './ask-check-ins.ts';
import { askDearer, askOrder } from './ask-comparisons.ts';
import { askConferences, askHosts } from './ask-conferences.ts';
import { askFile } from './ask-files.ts';
import { askBudget, askDocument, askGoals, askInhabitants, askSections } from './ask-goals.ts';
import { askLedger } from './ask-ledger.ts';
import { askAgenda, askMeetings, askUsualHours, isYesNo } from './ask-meetings.ts';
import { askNeighbour } from './ask-neighbours.ts';
import { askOutsiders } from './ask-outsiders.ts';
import { askGroups, askMunicipalities, askNetworks, askRoles } from './ask-people.ts';
import { askPrivacy } from './ask-privacy.ts';
import { askReminders, questionReminded } from './ask-reminders.ts';
import { askTalk } from './ask-talk.ts';
import { askUpdate } from './ask-updates.ts';
import type { Candidate } from './candidate.ts';
import { corrected } from './corrections.ts';
import { distributed } from './distribute.ts';
import { inherit, lastKind, nextInRank, pointsBack, settle } from './follow-up.ts';
import { namesThenQuestion, unframed, withoutAsker } from './frames.ts';
import { pointedItem } from './listed-items.ts';
import { withHostsNamed } from './nested-hosts.ts';
import { readReply } from './pending.ts';
import { entities, hasCue, type Reading, read } from './reading.ts';
import {
  answerableClause,
  eachInItsTime,
  isAnswerable,
  ofBoth,
  questionCues,
  several,
  twoSubjects,
} from './several-questions.ts';
import { askingSentence, questionAfterClause, questionOfStory } from './stories.ts';
import type { Talk } from './update-subjects.ts';
import type { Vocabulary } from './vocabulary.ts';
import { isBareName, isWhole } from './whole-question.ts';
import { words } from './words.ts';

/** What a message was understood as. */
export interface Understood {
  readonly query: Query;
  /** The message's language; null where its words do not tell. */
  readonly language: 'sv' | 'en' | null;
  /** False where words of weight were not read, or nothing was found: somebody else may see more in the message. */
  readonly isSure: boolean;
}

/** Longer messages are not questions. */
const longestMessage = 600;

/** Unexplained weight from which on a reading is not trusted: about one unknown word. */
const mostUnexplained = 2.4;

/** From this weight on a reading that is trusted is not sure: about two words that may change what is asked. */
const leastDoubtful = 2;

/** A reading worse than this tells nothing of what the message is about. */
const leastSense = -3;

/** What a reading that leans on the last question gains when the message points back, and loses when it does not. */
const followUpBonus = 1.2;
const followUpMalus = -0.7;

/**
 * Understands a message.
 *
 * @param context what the conversation has been about
 * @param now the region's wall clock
 */
export function understand(
  message: string,
  context: Context,
  plan: Plan,
  vocabulary: Vocabulary,
  now: LocalMoment,
): Understood {
  const text = message.trim();
  if (!/[\p{L}\d]/u.test(text)) return sure({ kind: 'talk', about: thumbOf(text) }, null);
  const pointed = context.listed ? pointedItem(read(text, vocabulary, now), context, plan) : undefined;
  if (pointed?.kind === 'bare') return sure(pointed.query, pointed.language);
  if (pointed) return understand(pointed.message, pointed.context, plan, vocabulary, now);
  const privacy = askPrivacy(text);
  if (privacy) return sure(privacy, read(text, vocabulary, now).language);
  const talk = { plan, vocabulary, now, context };
  // What a message to others says may be anything: it is not asked of the bot.
  const said = context.pending?.slot === 'message' ? readReply(text, context.pending, talk) : undefined;
  if (said?.kind === 'completed') return sure({ kind: 'update', request: said.request }, null);
  const announcements = askAnnouncements(text, talk);
  if (announcements) return sure(announcements.query, announcements.language);
  const checkIns = askCheckIns(text, talk);
  if (checkIns) return { ...checkIns, isSure: true };
  const reminders = askReminders(text, talk);
  if (reminders) return { ...reminders, isSure: true };
  const question = questionReminded(text);
  if (question !== null) return understand(question, context, plan, vocabulary, now);
  const reply = context.pending ? readReply(text, context.pending, talk) : undefined;
  if (reply?.kind === 'declined') return sure({ kind: 'talk', about: 'decline' }, null);
  if (reply) return sure({ kind: 'update', request: reply.request }, null);
  const file = askFile(text);
  if (file) return sure(file, read(text, vocabulary, now).language);
  const calendar = askCalendar(text, talk);
  if (calendar) return sure(calendar, read(text, vocabulary, now).language);
  const update = askUpdate(text, talk);
  if (update) return sure({ kind: 'update', request: update.request }, update.language);
  if (text.length > longestMessage) return { query: notInPlan('too-long', []), language: null, isSure: false };
  return askPlan(text, context, plan, vocabulary, now);
}

/** What a message that wants something done tells to be missing is said in the answer, and asked for there. */
function sure(query: Query, language: Understood['language']): Understood {
  return { query, language, isSure: true };
}

/** 👍 and 👎 judge the last answer. */
function thumbOf(text: string): TalkQuery['about'] {
  if (/^(?:👍|👏|🙌|💯|❤|\p{Emoji_Modifier}|\uFE0F|\s)*$/u.test(text) && text !== '') return 'praise';
  return /^(?:👎|\p{Emoji_Modifier}|\uFE0F|\s)+$/u.test(text) ? 'complaint' : 'empty';
}

/** A question: about the ledger, or about the plan. */
function askPlan(message: string, context: Context, plan: Plan, vocabulary: Vocabulary, now: LocalMoment): Understood {
  const text = context.last === null ? message : withDayMeant(corrected(message), context);
  const ask = (question: string): Query => askPlan(question, context, plan, vocabulary, now).query;
  const talk = { plan, vocabulary, now, context };
  const ledger = askLedger(text, talk, ask);
  if (ledger) return sure(ledger, read(text, vocabulary, now).language);
  const alone = (question: string): SingleQuery => single(read(question, vocabulary, now), noContext, plan, vocabulary);
  const bare = withoutAsker(text, talk);
  const asked = withHostsNamed(bare, alone, (part) => read(part, vocabulary, now), plan) ?? bare;
  const compared = askNeighbour(asked, alone, talk) ?? askOrder(asked, alone, now) ?? askDearer(asked, alone);
  if (compared) return sure(compared, read(text, vocabulary, now).language);
  const one = (part: Reading, about: Context): SingleQuery => single(part, about, plan, vocabulary);
  const isComplete = (question: Reading): boolean =>
    isWhole(question, bestOf(candidates(question, plan, vocabulary)), 'talk');
  const asking = askingSentence(asked, alone, isComplete, vocabulary, now);
  const reading = read(asking, vocabulary, now);
  const both =
    nextInRank(reading, context) ??
    ofBoth(reading, talk, one) ??
    (asking === asked ? questionOfStory(asked, isComplete, one, talk) : undefined) ??
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
      questionAfterClause(asked, isComplete, one, talk) ??
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

/** A question for what such plans never hold is surely not in this one either, whoever reads it. */
function leavesNoDoubt(reading: Reading, query: Query, best: Candidate | undefined): boolean {
  if (query.kind === 'not-in-plan') return query.reason === 'words' && hasCue(reading, 'outside');
  return query.kind === 'several' || best === undefined || best.unexplained < leastDoubtful;
}

function notInPlan(
  reason: NotInPlanQuery['reason'],
  lacking: string[],
  understood: AnswerableQuery | null = null,
): SingleQuery {
  return { kind: 'not-in-plan', reason, words: lacking, understood };
}

/**
 * The second question in a message whose best reading leaves a subject of its own unexplained: "nästa kommittémöte och
 * rådslaget, datum?", "rådslaget: datum, kostnad". It must explain what the first leaves, and be of another kind.
 */
function complement(reading: Reading, best: Candidate, own: readonly Candidate[]): AnswerableQuery | undefined {
  if (best.open.length === 0 || best.score <= 0) return undefined;
  const found = own
    .filter(
      ({ query, open, score }) =>
        query.kind !== best.query.kind && score > 0 && best.open.every((token) => !open.includes(token)),
    )
    .filter(({ query }) => query.kind !== 'passages' && query.kind !== 'clarify' && query.kind !== 'talk')
    .sort((a, b) => b.score - a.score);
  const unknown = best.unexplained - best.open.reduce((sum, token) => sum + (reading.weights[token] ?? 0), 0);
  return unknown < mostUnexplained ? found[0]?.query : undefined;
}

interface Whole {
  readonly query: Query;
  /** The reading that the query is made of, or would be. */
  readonly best?: Candidate | undefined;
}

function whole(reading: Reading, { best, own }: Ranking, plan: Plan): Whole {
  const other = best && complement(reading, best, own);
  if (best && other) return { query: { kind: 'several', queries: [best.query, other] }, best };
  return { query: distributed(trusted(reading, best), reading, plan), best };
}

function single(reading: Reading, context: Context, plan: Plan, vocabulary: Vocabulary): SingleQuery {
  return trusted(reading, rank(reading, context, plan, vocabulary).best);
}

/** The best reading, where it explains enough of the message. */
function trusted(reading: Reading, best: Candidate | undefined): SingleQuery {
  if (hasCue(reading, 'write') && !/\?\s*$/.test(reading.message) && reading.mentions.some(isLeadingWrite)) {
    return notInPlan('write', []);
  }
  if (!best) return notInPlan('nothing', unknownWords(reading));
  if (asksOfContent(reading, best.query))
    return notInPlan('words', [reading.language === 'en' ? 'agenda' : 'dagordning'], best.query);
  if (best.unexplained >= mostUnexplained)
    return notInPlan('words', [...best.leftOver], best.score > leastSense ? best.query : null);
  return best.query;
}

const content =
  /(?<!\p{L})(?:agenda|items?|topics?)(?!\p{L})[^?]*(?<!\p{L})(?:for|of|at)\s[^?]*meeting|meeting(?:'s|’s)?\s(?:\p{L}+\s){0,3}(?:agenda|topics)(?!\p{L})|(?<!\p{L})(?:tas upp|tar upp|ta upp|prata(?:s)? om|pratar om|diskutera\p{L}*|behandla\p{L}*|avhandla\p{L}*|discuss\p{L}*|talk about)(?!\p{L})/iu;

/** What is talked of at a meeting is in its agenda, and not in such plans. */
function asksOfContent({ message }: Reading, { kind }: AnswerableQuery): boolean {
  return (kind === 'meetings' || kind === 'agenda') && content.test(message);
}

function isLeadingWrite({ first, meaning }: Reading['mentions'][number]): boolean {
  return first <= 1 && meaning.kind === 'cue' && meaning.cue === 'write';
}

function unknownWords(reading: Reading): string[] {
  const indexes = reading.unknown.map((token) => reading.tokens[token]?.word ?? -1);
  return [...new Set(indexes.map((index) => reading.words[index]?.text ?? ''))];
}

/** Every reading of the message by itself. */
function candidates(reading: Reading, plan: Plan, vocabulary: Vocabulary): Candidate[] {
  return [
    ...askMeetings(reading, plan),
    ...askUsualHours(reading, plan),
    ...askConferences(reading, plan),
    ...askHosts(reading, plan),
    ...askActivity(reading, plan, vocabulary),
    ...askActivities(reading, plan),
    ...askParties(reading),
    ...askMunicipality(reading),
    ...askAgenda(reading),
    ...askRoles(reading, plan),
    ...askGroups(reading, plan),
    ...askNetworks(reading, plan, vocabulary),
    ...askMunicipalities(reading, vocabulary),
    ...askGoals(reading, plan, vocabulary),
    ...askBudget(reading, plan, vocabulary),
    ...askSections(reading, plan),
    ...askInhabitants(reading, plan),
    ...askDocument(reading),
    ...askMissing(reading),
    ...askOutsiders(reading, plan, vocabulary),
    ...askPassages(reading, plan, vocabulary),
    ...askTalk(reading),
  ];
}

interface Ranking {
  /** The readings of the message by itself. */
  readonly own: readonly Candidate[];
  /** The best of all, those that lean on the last question included. */
  readonly best: Candidate | undefined;
}

function rank(reading: Reading, context: Context, plan: Plan, vocabulary: Vocabulary): Ranking {
  const own = candidates(reading, plan, vocabulary);
  const alone = bestOf(own);
  const inherited = isWhole(reading, alone, lastKind(context)) ? undefined : inherit(reading, context, plan);
  const isShort =
    isFragment(reading) || asksItsPurpose(reading, context) || isBareName(reading) || asksCostAgain(reading, context);
  const bonus = pointsBack(reading) || isShort ? followUpBonus : followUpMalus;
  const leaning = inherited
    ? candidates(inherited, plan, vocabulary).map((candidate) => ({
        ...candidate,
        query: settle(candidate.query, reading, context, plan),
        score: candidate.score + bonus,
      }))
    : [];
  return { own, best: bestOf(leaning, alone) };
}

/** "Vad är syftet?" after an activity, a group or a conference is its own. */
function asksItsPurpose(reading: Reading, context: Context): boolean {
  const kind = lastKind(context);
  const isOfOne = kind === 'activity' || kind === 'group' || kind === 'conference';
  return isOfOne && hasCue(reading, 'purpose') && words(reading.message).length <= mostOfPurpose;
}

/** In words. */
const mostOfPurpose = 5;

/** The one with the highest score; of those that share it the first. */
function bestOf(these: readonly Candidate[], first?: Candidate): Candidate | undefined {
  return these.reduce((best, one) => (best === undefined || one.score > best.score ? one : best), first);
}

/** "Budget?" after an activity is its own. */
function asksCostAgain(reading: Reading, { last }: Context): boolean {
  if (last?.kind !== 'activity' && last?.kind !== 'activities') return false;
  return hasCue(reading, 'budget', 'cost') && words(reading.message).length <= mostOfFragment;
}

/** In words. */
const mostOfFragment = 2;

/** A message without a subject of its own: "var?", "vilken tid?", "2027?" */
function isFragment(reading: Reading): boolean {
  const subjects = [
    'group',
    'conference',
    'activity',
    'person',
    'area',
    'goal',
    'objective',
    'budget-line',
    'section',
  ] as const;
  if (subjects.some((kind) => entities(reading, kind).length > 0)) return false;
  return !hasCue(
    reading,
    'meeting',
    'planningConference',
    'conference',
    'activity',
    'network',
    'goal',
    'objective',
    'budget',
    'fee',
    'vision',
    'purpose',
    'principles',
    'appendix',
    'happening',
    'help',
    'greeting',
    'thanks',
    'farewell',
    'today',
    'area',
  );
}
