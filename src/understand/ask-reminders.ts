// Wishes and questions about reminders: "påminn mig en vecka innan mötena", "pausa till 1 september", "varför fick jag detta?"
import type { ActivityId, ConferenceId, GroupId } from '../plan/ids.ts';
import { overlaps } from '../plan/period.ts';
import type { Query, RemindersQuery } from '../query.ts';
import { entities, hasCue, periodOf, read } from './reading.ts';
import { type AskedLead, leadsIn } from './reminder-leads.ts';
import { untilIn } from './reminder-pauses.ts';
import * as said from './reminder-words.ts';
import { type Clip, clipOf, cut, exactly, partsOf, sentencesOf, wishOf, without } from './sentence.ts';
import { deadlineNamed } from './update-deadlines.ts';
import { activitiesIn, readPart, type Talk } from './update-subjects.ts';

export interface AskedReminders {
  readonly query: RemindersQuery;
  readonly language: 'sv' | 'en' | null;
}

/** Longer messages are no wish for a reminder. */
const longestWish = 400;

const nothingAsked: Omit<RemindersQuery, 'act'> = {
  kind: 'reminders',
  groups: [],
  conferences: [],
  municipalities: [],
  activities: [],
  everything: false,
  leads: [],
  digest: null,
  until: null,
  whom: { kind: 'me' },
};

/** What a message wants of the reminders; undefined where it is about something else. */
export function askReminders(message: string, talk: Talk): AskedReminders | undefined {
  if (message.length > longestWish) return undefined;
  const clip = clipOf(message.replaceAll(/['’]s(?!\p{L})/gu, '  '));
  const answered = answerOf(clip, talk);
  const isSuspect = said.mayConcern.test(clip.flat) && !said.isCalendar.test(clip.flat);
  const query = answered ?? (isSuspect ? queryIn(clip, talk) : undefined);
  return query && { query, language: answered ? null : languageOf(message, clip, talk) };
}

/** The first sentence that is about reminders, unless another is an order of its own. */
function queryIn(clip: Clip, talk: Talk): RemindersQuery | undefined {
  for (const sentence of sentencesOf(clip).slice(0, 3)) {
    const bare = cut(wishOf(sentence).clip);
    const found =
      askDigest(bare, talk) ??
      askAbout(bare, talk) ??
      askResume(bare, talk) ??
      askStop(bare, talk) ??
      askPause(bare, talk) ??
      askStart(bare, talk);
    if (found) return found;
  }
  return undefined;
}

// === Questions

function askAbout(clip: Clip, talk: Talk): RemindersQuery | undefined {
  const { flat } = clip;
  if (said.health.test(flat)) return { ...nothingAsked, act: 'health' };
  if (said.list.test(flat)) return { ...nothingAsked, act: 'list', whom: placeOf(clip) };
  return said.why.test(flat) ? { ...nothingAsked, act: 'why', ...namedIn(aboutPart(clip), talk) } : undefined;
}

/** What stands after "om", if anything. */
function aboutPart(clip: Clip): Clip {
  const about = /(?<!\p{L})(?:om|about|of)\s/u.exec(clip.flat);
  return about ? cut(clip, about.index + about[0].length) : exactly(clip, 0, 0);
}

// === The week's letter

function askDigest(clip: Clip, talk: Talk): RemindersQuery | undefined {
  const { flat } = clip;
  const word = said.digest.exec(flat);
  if (!word) return undefined;
  const isRefused = said.noDigest.test(flat);
  if (!isRefused && !said.wantsDigest.test(flat)) return undefined;
  const about = namedIn(cut(clip, word.index + word[0].length), talk);
  return { ...nothingAsked, act: isRefused ? 'stop' : 'start', digest: !isRefused, ...about, whom: placeOf(clip) };
}

// === Ending, resting, going on

function askStop(clip: Clip, talk: Talk): RemindersQuery | undefined {
  const isBare = /^(?:sluta|stopp?)$/.test(clip.flat) && talk.context.last?.kind === 'reminders';
  const verb = said.stop.exec(clip.flat);
  if (!verb && !isBare) return undefined;
  const rest = cut(clip, verb?.[0].length ?? clip.flat.length);
  const { whom, rest: topic } = whomIn(rest, clip, talk);
  const until = untilIn(topic, talk.now);
  if (until) return { ...nothingAsked, act: 'pause', until, whom };
  return { ...nothingAsked, act: 'stop', ...withoutEverything(namedIn(topic, talk)), whom };
}

/** Whoever wants to hear of nothing wants every reminder to end. */
function withoutEverything(named: Named): Named {
  return { ...named, everything: false };
}

function askPause(clip: Clip, talk: Talk): RemindersQuery | undefined {
  const parts = partsOf(clip, said.pause);
  if (!parts) return undefined;
  const { rest = exactly(clip, 0, 0), noun } = parts;
  const until = untilIn(rest, talk.now);
  const { whom } = whomIn(rest, clip, talk);
  const named = namedIn(aboutPart(rest), talk);
  // "Pausa elvägen till maj" is news of an activity.
  const isOther = !noun && !isOnlyTime(rest, talk);
  return isOther ? undefined : { ...nothingAsked, act: 'pause', ...named, until, whom };
}

const besideTime =
  /^(?:till|tills|til|och|med|tom|fram|forran|until|through|for|i|in|the|over|under|hela|resten|av|ett|en|a|next|nu|now|tack|please|ar|till och med|slutet|vidare|further|notice|indefinitely|par|couple|of|det|den|pa|innan|before|after|efter|\d+|min|mins|minuter|minutes|timmar|timme|hours?|dagar?|days?|veck(?:a|or)|weeks?|manad(?:er)?|months?|years?|one|two|three|four|five|six|tva|tre|fyra|fem|sex|sju|atta|tio|halvar|kvartal)$/;

function isOnlyTime(clip: Clip, talk: Talk): boolean {
  const reading = readPart(clip, talk);
  const timed = new Set(
    reading.times.flatMap(({ first, end }) => Array.from({ length: end - first }, (_, index) => first + index)),
  );
  return reading.words.every(({ folded }, index) => timed.has(index) || besideTime.test(folded));
}

function askResume(clip: Clip, talk: Talk): RemindersQuery | undefined {
  if (!said.resume.test(clip.flat)) return undefined;
  return { ...nothingAsked, act: 'resume', ...namedIn(aboutPart(clip), talk), whom: placeOf(clip) };
}

// === Beginning

function askStart(clip: Clip, talk: Talk): RemindersQuery | undefined {
  if (said.isQuestionAboutIt.test(clip.flat)) return undefined;
  const byVerb = partsOf(clip, said.startByVerb);
  const byNoun = byVerb ? undefined : partsOf(clip, said.startByNoun);
  const byTelling = (byVerb ?? byNoun) ? undefined : partsOf(clip, said.startByTelling);
  const rest = byVerb?.rest ?? byNoun?.rest ?? byTelling?.rest;
  if (!rest) return byVerb || byNoun ? { ...nothingAsked, act: 'start', ...shownNow(talk) } : undefined;
  const { whom, rest: unnamed } = byTelling ? { whom: placeOf(clip), rest } : whomIn(rest, clip, talk, !!byVerb);
  const { leads, rest: topic, isBefore } = leadsIn(unnamed);
  if (byTelling && (leads.length === 0 || !isBefore)) return undefined;
  return started(clip, topic, leads, whom, talk);
}

function started(
  clip: Clip,
  topic: Clip,
  leads: readonly AskedLead[],
  whom: RemindersQuery['whom'],
  talk: Talk,
): RemindersQuery {
  const only = leads.length > 0 && said.instead.test(clip.flat) ? { only: true } : {};
  return { ...nothingAsked, act: 'start', ...topicIn(topic, talk), leads: [...leads], whom, ...only };
}

// === Of what

type Named = Pick<RemindersQuery, 'groups' | 'conferences' | 'municipalities' | 'activities' | 'everything'>;

const nothingNamed: Named = { groups: [], conferences: [], municipalities: [], activities: [], everything: false };

function isNothing(named: Named): boolean {
  const { groups, conferences, municipalities, activities, everything } = named;
  return !everything && groups.length + conferences.length + municipalities.length + activities.length === 0;
}

/** What the words name, or else what was just shown. */
function topicIn(clip: Clip, talk: Talk): Named {
  const named = namedIn(clip, talk);
  if (!isNothing(named)) return named;
  const bare = withoutPlace(clip);
  return said.pointing.test(bare.flat) ? shownNow(talk) : nothingNamed;
}

function withoutPlace(clip: Clip): Clip {
  const here = said.hereWords.exec(clip.flat);
  return cut(here ? without(clip, here.index, here.index + here[0].length) : clip);
}

function namedIn(clip: Clip, talk: Talk): Named {
  if (clip.flat === '') return nothingNamed;
  const reading = readPart(clip, talk);
  const groups = groupsOf(clip, talk);
  const conferences = entities(reading, 'conference').map(({ id }) => id);
  const municipalities = entities(reading, 'municipality').map(({ id }) => id);
  if (groups.length + conferences.length > 0) return { ...nothingNamed, groups, conferences };
  if (municipalities.length > 0) return { ...nothingNamed, municipalities };
  if (said.everything.test(clip.flat)) return { ...nothingNamed, everything: true };
  if (hasCue(reading, 'conference') && /konferenser|conferences/.test(clip.flat)) {
    return { ...nothingNamed, conferences: talk.plan.conferences.map(({ id }) => id) };
  }
  const then = thenIn(clip, talk);
  if (!isNothing(then)) return then;
  if (said.pointing.test(clip.flat)) return nothingNamed;
  return { ...nothingNamed, activities: activitiesNamed(clip, talk) };
}

/** The groups named, and those with a deadline that is. */
function groupsOf(clip: Clip, talk: Talk): GroupId[] {
  const reading = readPart(clip, talk);
  const named = entities(reading, 'group').map(({ id }) => id);
  const deadline = named.length > 0 ? null : deadlineNamed(clip.text, talk.plan);
  const due = deadline === null ? [] : talk.plan.deadlines.filter(({ name }) => name === deadline);
  return [...new Set([...named, ...due.map(({ group }) => group)])];
}

/** Whose the meetings are that lie on a day that is named. */
function thenIn(clip: Clip, talk: Talk): Named {
  const period = periodOf(readPart(clip, talk));
  if (period?.name.by !== 'day') return nothingNamed;
  const groups = talk.plan.meetings.filter(({ from, to }) => overlaps(period, from, to)).map(({ group }) => group);
  const conferences = talk.plan.occasions
    .filter(({ schedule }) => 'date' in schedule && overlaps(period, schedule.date, schedule.date))
    .map(({ conference }) => conference);
  return { ...nothingNamed, groups: [...new Set(groups)], conferences: [...new Set(conferences)] };
}

/** More activities than these are no name of one. */
const mostActivities = 2;

function activitiesNamed(clip: Clip, talk: Talk): ActivityId[] {
  const about = clip.flat.replace(/^(?:om|infor|about|of|for|fore|innan|before|pa|nar|when)\s+/, '');
  const { ids } = activitiesIn(exactly(clip, clip.flat.length - about.length), talk);
  return ids.length <= mostActivities ? ids : [];
}

/** What the last answer was about. */
function shownNow({ context, plan }: Talk): Named {
  const { meetings, activities, conferences } = context.focus;
  const groups = new Set<GroupId>();
  const series = new Set<ConferenceId>(conferences);
  for (const id of meetings) {
    const meeting = [...plan.meetings, ...plan.cancelled.meetings].find((one) => one.id === id);
    const occasion = [...plan.occasions, ...plan.cancelled.occasions].find((one) => one.id === id);
    if (meeting) groups.add(meeting.group);
    if (occasion) series.add(occasion.conference);
  }
  if (groups.size + series.size > 0) return { ...nothingNamed, groups: [...groups], conferences: [...series] };
  const last = lastGroups(context.last);
  if (last.length > 0) return { ...nothingNamed, groups: last };
  return { ...nothingNamed, activities: activities.length <= mostActivities ? [...activities] : [] };
}

function lastGroups(last: Query | null): GroupId[] {
  return last?.kind === 'meetings' || last?.kind === 'group' ? [...last.groups] : [];
}

// === For whom

type Whom = RemindersQuery['whom'];

function placeOf({ text, flat }: Clip): Whom {
  const isHere = said.hereWords.test(flat) || said.usWords.test(flat) || /(?<!\p{L})här(?!\p{L})/iu.test(text);
  return { kind: isHere ? 'here' : 'me' };
}

const longestName = 100;
const entraId = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;
const forSomebody = /(?<![\p{L}])(?:åt|för|till|for)\s+(?<name>\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+){1,3})/du;

/**
 * For whom, and the rest without their name.
 *
 * @param rest what follows the verb, which a name may begin
 */
function whomIn(rest: Clip, whole: Clip, talk: Talk, afterVerb = true): { whom: Whom; rest: Clip } {
  const place = placeOf(whole);
  const beside = forSomebody.exec(rest.text);
  const found = beside?.indices?.groups?.name;
  if (found && !namesRecord(exactly(rest, found[0], found[1]), talk)) {
    const name = exactly(rest, found[0], found[1]).text;
    return { whom: { kind: 'person', name }, rest: cut(without(rest, beside.index, found[1])) };
  }
  const name = afterVerb ? nameAt(rest, talk) : null;
  if (name === null) return { whom: place, rest };
  return { whom: { kind: 'person', name: name.text }, rest: cut(rest, name.text.length) };
}

/** A name that the words begin with: up to "om", or all of them where they are written as a name. */
function nameAt(rest: Clip, talk: Talk): Clip | null {
  const first = /^\S+/.exec(rest.flat)?.[0].replace(/[,.!?]+$/, '') ?? '';
  if (first === '' || said.notName.test(first)) return null;
  const end = said.nameEnd.exec(rest.flat.replace(entraId, (id) => 'x'.repeat(id.length)));
  const name = cut(rest, 0, end?.index ?? rest.flat.length);
  const parts = name.text.split(/\s+/);
  const isWritten = parts.every((part) => /^\p{Lu}/u.test(part)) && parts.length > 1;
  if (parts.length > 4 || name.text.length > longestName || /\d/.test(name.text.replace(entraId, ''))) return null;
  const leadsOn = end !== null && /^\s+(?:om|about|of|infor|att|to)(?!\p{L})/u.test(end[0]);
  if (namesRecord(name, talk) && !leadsOn) return null;
  return leadsOn || isWritten ? name : null;
}

function namesRecord(clip: Clip, talk: Talk): boolean {
  const reading = readPart(clip, talk);
  const kinds = ['group', 'conference', 'municipality', 'activity'] as const;
  return kinds.some((kind) => entities(reading, kind).length > 0) || hasCue(reading, 'meeting', 'conference');
}

// === Answers to what the bot asked

/** "Kommittén" after "vad vill du bli påmind om?", "en månad" after "till när?" */
function answerOf(clip: Clip, talk: Talk): RemindersQuery | undefined {
  const { last } = talk.context;
  if (last?.kind !== 'reminders') return undefined;
  const bare = cut(wishOf(clip).clip);
  if (said.isQuestionAboutIt.test(bare.flat) || /\?\s*$/.test(clip.flat) || said.startByVerb.test(bare.flat))
    return undefined;
  const words = bare.flat.split(/\s+/).length;
  if (last.act === 'pause' && last.until === null) {
    const until = words <= 7 && isOnlyTime(bare, talk) ? untilIn(bare, talk.now) : null;
    return until === null ? undefined : { ...last, until };
  }
  if (last.act !== 'start' || !isNothing(last) || words > 6) return undefined;
  const named = namedIn(bare, talk);
  return isNothing(named) ? undefined : { ...last, ...named };
}

// === Language

const english =
  /(?<!\p{L})(?:remind|reminders?|reminded|reminding|me|us|stop|pause|until|unsubscribe|subscribe|resume|weekly|why|the|my|before|about)(?!\p{L})/u;
const swedish =
  /(?<!\p{L})(?:p\p{L}{0,2}min\p{L}*|mig|mej|oss|sluta|pausa|veckobrev\p{L}*|veckosammanfattning\p{L}*|varfor|inga|ingen|inget|innan|fore|till|vilka|mina|om|ateruppta|avsluta|paus\p{L}*|avprenumerera|tysta)(?!\p{L})/u;

function languageOf(message: string, { flat }: Clip, { vocabulary, now }: Talk): 'sv' | 'en' | null {
  const isEnglish = english.test(flat);
  const isSwedish = swedish.test(flat);
  if (isEnglish !== isSwedish) return isEnglish ? 'en' : 'sv';
  return read(message, vocabulary, now).language;
}
