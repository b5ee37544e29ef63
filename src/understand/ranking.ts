// Every reading of a message, and which explains the most of it, that of a follow-up included.
import type { Plan } from '../plan/plan.ts';
import type { Context } from '../query.ts';
import { askActivities, askActivity } from './ask-activities.ts';
import { askConferences, askHosts } from './ask-conferences.ts';
import { askBudget, askDocument, askGoals, askInhabitants, askSections } from './ask-goals.ts';
import { askAgenda, askMeetings, askUsualHours } from './ask-meetings.ts';
import { askMunicipality, askParties } from './ask-municipality.ts';
import { askOutsiders } from './ask-outsiders.ts';
import { askMissing, askPassages } from './ask-passages.ts';
import { askGroups, askMunicipalities, askNetworks, askRoles } from './ask-people.ts';
import { askTalk } from './ask-talk.ts';
import type { Candidate } from './candidate.ts';
import { inherit, lastKind, pointsBack, settle } from './follow-up.ts';
import { entities, hasCue, type Reading } from './reading.ts';
import type { Vocabulary } from './vocabulary.ts';
import { isBareName, isWhole } from './whole-question.ts';
import { words } from './words.ts';

/** What a reading that leans on the last question gains when the message points back, and loses when it does not. */
const followUpBonus = 1.2;
const followUpMalus = -0.7;

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

export interface Ranking {
  /** The readings of the message by itself. */
  readonly own: readonly Candidate[];
  /** The best of all, those that lean on the last question included. */
  readonly best: Candidate | undefined;
}

/**
 * Ranks the readings of a message.
 *
 * @param context what the conversation has been about
 */
export function rank(reading: Reading, context: Context, plan: Plan, vocabulary: Vocabulary): Ranking {
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

/** Whether a question leaves nothing open that what was told before it may say. */
export function isComplete(question: Reading, plan: Plan, vocabulary: Vocabulary): boolean {
  return isWhole(question, bestOf(candidates(question, plan, vocabulary)), 'talk');
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
