// Readings about the action plan: one activity, and many.

import { derived } from '../derived.ts';
import type { Party } from '../plan/activity.ts';
import type { ActivityId, AreaId, GroupId } from '../plan/ids.ts';
import { isPlanned, type Plan } from '../plan/plan.ts';
import type { ActivitiesQuery, ActivityQuery } from '../query.ts';
import { activityAspect } from './activity-aspect.ts';
import {
  amountOf,
  costFilter,
  everyActivity,
  exactAmount,
  isToCome,
  rankOf,
  scheduleFilter,
  statusAsked,
  statusFilter,
  statusOf,
} from './activity-filters.ts';
import { isYesNo } from './ask-meetings.ts';
import { type Candidate, type Evidence, evidence } from './candidate.ts';
import { groupsThatMeet, meetingGroups } from './groups-that-meet.ts';
import { entities, hasCue, type Reading } from './reading.ts';
import { allNamed, type TextMatch, textMatches } from './text-match.ts';
import type { Vocabulary } from './vocabulary.ts';

/** More equally good activities than this, and the asker is asked which. */
const mostAtOnce = 4;

/** Groups that answer for an activity of the plan. */
const answeringGroups = derived((plan: Plan): ReadonlySet<GroupId> => {
  const parties = plan.activities.flatMap(({ responsible }) => responsible);
  return new Set(parties.flatMap((party) => (party.kind === 'group' ? [party.id] : [])));
});

/** Areas with a single activity. */
const soleActivities = derived((plan: Plan): ReadonlyMap<AreaId, ActivityId> => {
  const byArea = Map.groupBy(plan.activities, ({ area }) => area);
  return new Map(
    [...byArea].flatMap(([area, [only, another]]) => (only && !another ? [[area, only.id] as const] : [])),
  );
});

/** The parties that the message names. */
export function partiesOf(e: Evidence, plan: Plan): Party[] {
  const municipalities = e.take('municipality').map(({ id }) => ({ kind: 'municipality' as const, id }));
  const people = e.take('person').map(({ id }) => ({ kind: 'person' as const, id }));
  const answering = answeringGroups(plan);
  const known = entities(e.reading, 'group').filter(({ id }) => answering.has(id));
  if (known.length === 0 && municipalities.length + people.length > 0) return [...municipalities, ...people];
  const groups = e.take('group').map(({ id }) => ({ kind: 'group' as const, id }));
  return [...municipalities, ...people, ...groups.filter(({ id }) => known.length === 0 || answering.has(id))];
}

/** "Vem ansvarar för elvägen?", "vad kostar BISNOD-analysen?", "hur går det med e-arkivet?" */
export function askActivity(reading: Reading, plan: Plan, vocabulary: Vocabulary): Candidate[] {
  const matched = allNamed(reading, textMatches(reading, vocabulary, 'activity'));
  const sole = matched[0]?.named ? undefined : soleActivity(reading, plan);
  const best = sole ? [sole] : matched;
  const [first] = best;
  if (!first) return [];
  const e = evidence(reading);
  const ofComment = asksOfComment(reading, first);
  const asked = ofComment ? 'about' : activityAspect(e, first.named);
  const aspect = asked !== 'cost' && asked !== 'status' && asksOfDetail(reading, first) ? 'about' : asked;
  if (ofComment) e.cue('who', 'what', 'which', 'when', 'where', 'participants', 'involved', 'organiser', 'doing');
  for (const { tokens, named } of first.named ? best : [first])
    if (named === first.named) for (const [token, gain] of tokens) e.token(token, gain);
  const parties = aspect === 'involves' ? partiesOf(e, plan) : [];
  if (aspect === 'responsible') e.take('municipality');
  if (first.named && (aspect === 'responsible' || aspect === 'about')) e.take('group');
  e.cue(
    'activity',
    'actionPlan',
    'what',
    'which',
    'list',
    'all',
    'tell',
    'doing',
    'involved',
    'something',
    'more',
    'happening',
    'holding',
    'decided',
    'hours',
    'dated',
    'programme',
  );
  e.take('region');
  e.take('area');
  const certain = (first.named ? 0.5 : first.score >= 4 ? 0 : -0.8) + conferenceMalus(reading, first, aspect);
  const period = e.period();
  // A row of a year's plan says nothing of another year.
  if (period && aspect !== 'about' && !isPlanned(plan, period)) {
    return [e.candidate({ kind: 'agenda', period, place: null, content: 'activities' }, certain)];
  }
  const activities = best.map(({ id }) => id);
  if (aspect === 'involves' && !first.named && first.score < 4) return [];
  const otherSubject =
    entities(reading, 'area').length > 0 &&
    (hasCue(reading, 'activity') || municipalityNamed(reading) || speaksOnlyOfArea(reading, first));
  const asksElse = !first.named && (otherSubject || hasCue(reading, 'meeting'));
  if (activities.length > mostAtOnce) {
    const choices = activities.slice(0, 3);
    return [e.candidate({ kind: 'clarify', about: 'activity', activities: choices }, certain - 0.5)];
  }
  const status = aspect === 'status' && isYesNo(reading) ? statusAsked(reading) : undefined;
  const query: ActivityQuery = { kind: 'activity', activities, aspect, parties, ...(status ? { asked: status } : {}) };
  return [e.candidate(query, certain - (asksElse ? 2 : 0))];
}

/**
 * Words that the activity's comment has and its name has not: "när går remissen om utvecklingsprogrammet ut?" Then the
 * row is the answer, unless it is clearly asked who answers for it.
 */
function asksOfDetail(reading: Reading, match: TextMatch<'activity'>): boolean {
  if (match.details.size === 0 || hasCue(reading, 'responsible', 'askPerson')) return false;
  return match.named || match.tokens.size > match.details.size || !hasCue(reading, 'who', 'municipalityNoun');
}

/** An area with a single activity stands for it: "är Södertälje med i e-arkivet?" */
export function soleActivity(reading: Reading, plan: Plan): TextMatch<'activity'> | undefined {
  const [area, another] = entities(reading, 'area');
  const many =
    hasCue(reading, 'activity', 'list', 'howMany') &&
    !hasCue(reading, 'who', 'involved', 'member', 'responsible', 'status', 'statusDone', 'cost');
  if (!area || another || many || hasCue(reading, 'goal', 'objective', 'network', 'area')) return undefined;
  const activity = soleActivities(plan).get(area.id);
  if (!activity) return undefined;
  const mention = reading.mentions.find(({ meaning }) => meaning.kind === 'entity' && meaning.entity === area);
  const tokens = new Map<number, number>();
  if (mention)
    for (let index = mention.first; index < mention.first + mention.length; index++)
      tokens.set(index, 3 / mention.length);
  return { id: activity, score: 6, tokens, details: new Set(), named: true };
}

/** "Vem är konsult?" after an activity: the word asked about stands in its comment, so the comment is the answer. */
function asksOfComment(reading: Reading, match: TextMatch<'activity'>): boolean {
  const inherited = reading.mentions.some(
    ({ length, meaning }) => length === 0 && meaning.kind === 'entity' && meaning.entity.kind === 'activity',
  );
  return inherited && match.tokens.size > 0;
}

/** A conference may be an activity too; then the activity is meant where its cost, status or goal is asked for. */
function conferenceMalus(reading: Reading, match: TextMatch<'activity'>, aspect: ActivityQuery['aspect']): number {
  if (aspect === 'cost' || aspect === 'status' || aspect === 'goal' || hasCue(reading, 'activity', 'actionPlan'))
    return 0;
  const conferenceTokens = reading.mentions
    .filter(({ meaning, length }) => length > 0 && meaning.kind === 'entity' && meaning.entity.kind === 'conference')
    .flatMap(({ first, length }) => Array.from({ length }, (_, offset) => first + offset));
  const named = conferenceTokens.some((token) => match.tokens.has(token));
  const others = [...match.tokens.keys()].filter((token) => !conferenceTokens.includes(token)).length;
  return named && others === 0 ? -1.5 : 0;
}

function municipalityNamed(reading: Reading): boolean {
  return entities(reading, 'municipality').length > 0;
}

/** "Vilka är inte …?" asks for what a filter leaves out, which no query can say: better none than the opposite. */
function asksForTheRest(reading: Reading): boolean {
  const negated = /(?<!\p{L})(?:inte|ej|aldrig|not|never)(?!\p{L})/iu.test(reading.message);
  const isOfWhich = hasCue(reading, 'which', 'howMany', 'list', 'ongoing', 'asNeeded');
  return negated && isOfWhich && !hasCue(reading, 'without', 'missing');
}

/** What of a message decides whether, and how, it asks of many activities. */
interface Subjects {
  readonly isOfActivities: boolean;
  readonly isFiltered: boolean;
  /** Whether an area, a goal or an objective is named. */
  readonly isOfSubject: boolean;
  /** Whether somebody is named who may answer for something. */
  readonly isOfParty: boolean;
  /** Whether it is asked what all of the region answer for. */
  readonly isOfRegion: boolean;
}

function subjectsOf(reading: Reading): Subjects {
  const some = (...kinds: Parameters<typeof entities>[1][]): boolean =>
    kinds.some((kind) => entities(reading, kind).length > 0);
  return {
    isOfActivities: hasCue(reading, 'activity', 'actionPlan'),
    isFiltered:
      hasCue(reading, 'ongoing', 'asNeeded', 'highest', 'lowest', 'statusDelayed', 'statusPaused', 'statusCancelled') ||
      asksWhatIsDone(reading),
    isOfSubject: some('area', 'goal', 'objective'),
    isOfParty: some('municipality', 'person', 'group'),
    isOfRegion: some('region') && hasCue(reading, ...answering),
  };
}

/** In words. */
const mostOfDone = 4;

/** "Vad är klart?" */
function asksWhatIsDone(reading: Reading): boolean {
  return (
    reading.words.length <= mostOfDone && hasCue(reading, 'statusDone') && hasCue(reading, 'what', 'which', 'tell')
  );
}

const answering = ['responsible', 'doing', 'involved', 'leads', 'alone', 'shared'] as const;

function asksOfActivities(reading: Reading, subjects: Subjects, plan: Plan): boolean {
  const { isOfActivities, isFiltered, isOfSubject, isOfParty, isOfRegion } = subjects;
  if (asksForTheRest(reading)) return false;
  if (!isOfActivities && asksOfMeetings(reading, plan)) return false;
  if (isOfActivities || isFiltered || hasCue(reading, 'status')) return true;
  const isOfWork =
    hasCue(reading, ...answering) ||
    (hasCue(reading, 'holding') && !municipalityNamed(reading)) ||
    (isOfSubject && municipalityNamed(reading) && hasCue(reading, 'something', 'what'));
  const isOfHow = hasCue(reading, 'status', 'cost', 'statusDone', 'happening', 'comment');
  return (isOfParty || isOfSubject || isOfRegion) && (isOfWork || isOfHow);
}

/** "Vad ansvarar Tyresö för?", "löpande aktiviteter inom infrastruktur", "vilken aktivitet är dyrast?" */
export function askActivities(reading: Reading, plan: Plan): Candidate[] {
  const subjects = subjectsOf(reading);
  if (!asksOfActivities(reading, subjects, plan)) return [];
  const e = evidence(reading);
  const parties = partiesOf(e, plan);
  const query = activitiesAsked(e, parties, subjects);
  explainActivityWords(e);
  const asksForList = hasCue(reading, 'list', 'which', 'what', 'howMany', 'all', 'tell', 'howMuch', 'sum');
  const { isOfActivities, isFiltered, isOfSubject } = subjects;
  if (isUnfiltered(query) && !isFiltered && !(isOfActivities && asksForList)) return [];
  // A sum must say how many have no amount, so it looks at all of them.
  const settled = query.aspect === 'sum' && query.cost === 'stated' ? { ...query, cost: 'any' as const } : query;
  const named = entities(reading, 'activity').length > 0 || soleActivity(reading, plan) !== undefined;
  const answers = parties.every((party) => party.kind !== 'group' || answeringGroups(plan).has(party.id));
  const weak = (named ? -1.5 : isOfActivities || isFiltered ? 0 : -0.2) + (answers ? 0 : -3);
  const plural = isOfActivities && isOfSubject && !named ? 1 : 0;
  const done = isOfSubject && hasCue(reading, 'doing') ? 0.5 : 0;
  return [e.candidate(settled, weak + plural + done)];
}

function activitiesAsked(
  e: Evidence,
  parties: ActivitiesQuery['parties'],
  { isOfSubject, isOfParty, isOfRegion }: Subjects,
): ActivitiesQuery {
  const { reading } = e;
  const asksWhich =
    hasCue(reading, 'which', 'list', 'howMany', 'all', 'what') || /^(?:vad|what)\s/i.test(reading.message.trim());
  const cost = costFilter(e);
  if (isToCome(reading)) e.cue('statusDone', 'deadline');
  return {
    ...everyActivity,
    branch: e.cue('operations') ? 'operations' : e.cue('regional') && !isOfSubject ? 'regional' : null,
    areas: e.take('area').map(({ id }) => id),
    goals: e.take('goal').map(({ id }) => id),
    objectives: e.take('objective').map(({ id }) => id),
    parties: parties.length === 0 && isOfRegion && !isOfSubject ? [{ kind: 'region' }] : parties,
    sharing: sharingAsked(e, parties),
    period: e.period(),
    schedule: scheduleFilter(e),
    ...amountsAsked(e, cost),
    status: asksWhich || !(isOfSubject || isOfParty) ? statusFilter(e) : statusOf(e),
    aspect: activitiesAspect(e),
  };
}

function sharingAsked(e: Evidence, parties: ActivitiesQuery['parties']): ActivitiesQuery['sharing'] {
  if (lacksOwner(e)) return 'nobody';
  if (e.cue('alone')) return 'alone';
  return parties.length === 1 && e.cue('shared') ? 'shared' : 'any';
}

/** "Kostar minst 100 000", where the words alone would mean the least of all. */
const atLeastNumber = /(?<!\p{L})(?:minst|at least)\s(?:\p{L}+\s)?\d/iu;
const atMostNumber = /(?<!\p{L})(?:högst|at most)\s(?:\p{L}+\s)?\d/iu;
/** "Mellan 50 000 och 150 000 kr" */
const amountSpan =
  /(?<!\p{L})(?:mellan|between)\s(?<from>\d[\d\s\u00a0]*?)\s?(?:kr|kronor)?\s(?:och|and|till)\s(?<to>\d[\d\s\u00a0]*\d)/iu;

const beyond = /mer än|över|större än|dyrare|under|mindre än|billigare|more than|over|above|exceed|less than|below/i;

/** "Mer än 100 000", "högst 50 000", "exakt 4000", "näst dyrast" */
function amountsAsked(
  e: Evidence,
  cost: ActivitiesQuery['cost'],
): Pick<ActivitiesQuery, 'cost' | 'rank' | 'costAtLeast' | 'costAtMost' | 'exclusive'> {
  const { reading } = e;
  const span = amountSpan.exec(reading.message)?.groups;
  if (cost !== 'any' && span?.from !== undefined && span.to !== undefined) {
    reading.tokens.forEach(({ text }, index) => {
      if (/^\d+$/.test(text)) e.token(index);
    });
    const amount = (text: string): number => Number(text.replaceAll(/\D/g, ''));
    return { cost, costAtLeast: amount(span.from), costAtMost: amount(span.to), exclusive: false };
  }
  const exactly = cost !== 'any' && exactAmount.test(reading.message);
  const isLeast = e.cue('atLeast') || atLeastNumber.test(reading.message);
  const isMost = e.cue('atMost') || atMostNumber.test(reading.message);
  const bounded = (cost !== 'any' || /\d{3}|tusen|miljon/.test(reading.message)) && (isLeast || isMost);
  const amount = bounded || exactly ? amountOf(e) : null;
  const more = isLeast || exactly;
  const less = isMost || exactly;
  if (exactly) e.cue('whatDate');
  const rank = cost === 'highest' || cost === 'lowest' ? rankOf(e) : null;
  return {
    cost,
    ...(rank === null ? {} : { rank }),
    costAtLeast: amount !== null && more ? amount : null,
    costAtMost: amount !== null && less && (exactly || !more) ? amount : null,
    exclusive: amount !== null && beyond.test(reading.message),
  };
}

/** Words that say nothing more where activities are asked for. */
function explainActivityWords(e: Evidence): void {
  e.cue(
    'comment',
    'activity',
    'actionPlan',
    'responsible',
    'doing',
    'involved',
    'holding',
    'leads',
    'what',
    'which',
    'who',
    'list',
    'all',
    'happening',
    'more',
    'tell',
    'something',
    'area',
    'goal',
    'objective',
    'programme',
    'other',
    'shared',
    'deadline',
    'agenda',
    'peopleNoun',
    'when',
    'statusDone',
    'document',
    'participants',
    'organiser',
    'municipalityNoun',
    'partners',
    'askPerson',
    'rolesOf',
    'member',
  );
  e.take('region');
}

/** "Vilka dagar har KSO i november?": when and where groups are that have a calendar is asked of their meetings. */
function asksOfMeetings(reading: Reading, plan: Plan): boolean {
  const own = entities(reading, 'group').map(({ id }) => id);
  const meets = groupsThatMeet(own, plan).some((id) => meetingGroups(plan).includes(id));
  if (!meets || hasCue(reading, 'responsible', 'doing', 'leads', 'cost', 'involved')) return false;
  return reading.times.length > 0 || hasCue(reading, 'when', 'where', 'weekday', 'hours', 'occupied');
}

/** "Vem ansvarar för klimat?" is about the area, whatever single row has the word too. */
function speaksOnlyOfArea(reading: Reading, match: TextMatch<'activity'>): boolean {
  const ofArea = reading.mentions.filter(({ meaning }) => meaning.kind === 'entity' && meaning.entity.kind === 'area');
  return [...match.tokens.keys()].every((token) =>
    ofArea.some(({ first, length }) => token >= first && token < first + length),
  );
}

/** "Vilka aktiviteter har ingen ansvarig?" */
function lacksOwner(e: Evidence): boolean {
  return hasCue(e.reading, 'responsible') && !hasCue(e.reading, 'cost', 'when', 'dated') && e.cue('without', 'missing');
}

function isUnfiltered(query: ActivitiesQuery): boolean {
  const { aspect: _, ...filters } = query;
  const { aspect: __, ...none } = everyActivity;
  return JSON.stringify(filters) === JSON.stringify(none) && query.aspect !== 'status';
}

function activitiesAspect(e: Evidence): ActivitiesQuery['aspect'] {
  if (e.cue('sum') && hasCue(e.reading, 'cost', 'costs', 'howMuch', 'budget')) return 'sum';
  if (e.cue('howMany')) return 'count';
  if (hasCue(e.reading, 'howMuch') && !hasCue(e.reading, 'which', 'highest', 'lowest')) {
    e.cue('howMuch');
    return 'sum';
  }
  const subject =
    entities(e.reading, 'area').length + entities(e.reading, 'goal').length + entities(e.reading, 'group').length > 0;
  const asksWhich = hasCue(e.reading, 'which', 'list', 'howMany', 'all', 'what');
  if (e.cue('status') || (subject && hasCue(e.reading, 'statusDone', 'statusDelayed', 'statusStarted') && !asksWhich))
    return 'status';
  if (hasCue(e.reading, 'who') && hasCue(e.reading, 'responsible') && !hasCue(e.reading, 'activity'))
    return 'responsible';
  return 'list';
}
