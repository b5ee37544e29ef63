// Questions about the plan as it was: "hur såg planen ut i februari?", "vad hade elvägen för status i mars?"
import { meetingKey } from '../plan/change.ts';
import { addDays } from '../plan/days.ts';
import type { MeetingId } from '../plan/ids.ts';
import { overlaps, type Period } from '../plan/period.ts';
import type { Plan } from '../plan/plan.ts';
import type { Day } from '../plan/schedule.ts';
import { AnswerableQuery, type AsOfQuery, isPlanQuery, type NotInPlanQuery, type Query } from '../query.ts';
import { type Clip, cut, partsOf } from './sentence.ts';
import { earlierOf } from './time-days.ts';
import { findTimes } from './times.ts';
import { groupsNamed, type Talk } from './update-subjects.ts';
import { words } from './words.ts';

const lookedBack =
  /^(?:.*\s)?(?:sag (?:hela )?(?:verksamhets)?planen ut|(?:verksamhets)?planen (?:sag ut|som den (?:var|sag ut))|(?:did|does) the plan look(?: like)?|the plan (?:looked|as it was|was))(?:\s+like)?\s+(?<when>.+)$/du;
const byThen =
  '(?:enligt|according to|as per|as of|utifran) (?:den |the )?(?:davarande )?(?:verksamhets)?plan(?:en)?(?: som den (?:var|sag ut)| as it was| of)?';
const asOfLast = new RegExp(`^(?<rest>.+?)[\\s,(]+${byThen}\\s+(?<when>.+)$`, 'du');
const asOfFirst = new RegExp(`^${byThen}\\s+(?<when>[^,]+),\\s*(?<rest>.+)$`, 'du');
const pastTense = /\s(?:var|sag|hade|stod|lag|skulle|gallde|kostade|ansvarade|holls|tankt|was|were|did|had)(?!\p{L})/u;

export function askAsOf(
  clip: Clip,
  talk: Talk,
  ask: (question: string) => Query,
): AsOfQuery | NotInPlanQuery | undefined {
  const looked = partsOf(clip, lookedBack);
  const day = looked?.when && pastDay(looked.when, talk);
  if (day) return { kind: 'as-of', day, query: null };
  const earlier = askLooks(clip, talk, ask) ?? askWas(clip, talk, ask) ?? askOriginally(clip, talk, ask);
  if (earlier) return earlier;
  const parts = partsOf(clip, asOfFirst) ?? partsOf(clip, asOfLast);
  const rest = parts?.rest;
  if (!rest || !parts.when) return undefined;
  const then = pastDay(parts.when, talk);
  // "Vad händer enligt planen i april?" asks of April, not of how the plan was.
  const isOwn =
    findTimes(words(rest.text), talk.now).length > 0 ||
    pastTense.test(rest.flat) ||
    /^(?:som|as|fran|from|den|per|of)\s/.test(parts.when.flat);
  if (!then || !isOwn) return undefined;
  const query = ask(rest.text);
  const answerable = AnswerableQuery.safeParse(query);
  return answerable.success && answerable.data.kind !== 'talk'
    ? { kind: 'as-of', day: then, query: answerable.data }
    : undefined;
}

const time =
  '(?:i|in|on|den|pa|fore|innan|before|vid|at|efter|forra|last|vecka|week|under|during|kring|as of|igar|yesterday|i forrgar|\\d)(?![\\p{L}])';
const looks = [
  `hur sag (?<rest>.+?) ut (?<when>${time}.*)`,
  `(?:how|what) (?:did|do) (?<rest>.+?) look(?: like)? (?<when>${time}.*)`,
].map((source) => new RegExp(`^(?:${source})$`, 'du'));
const wasThen =
  /^(?:vad|vilken|vilka|hur|vem|what|which|how|who)\s(?:.+\s)?(?:hade|var|gick|kostade|ansvarade|stod|lag|was|were|had|did)\s/u;
const timeAhead = new RegExp(`\\s+(?=(?:${time}|for (?!alla|all|de|den|det)|an? |one ))`, 'gu');

/** "Hur såg maj ut i februari?": what is asked of, and the day that the plan is looked at. */
function askLooks(clip: Clip, talk: Talk, ask: (question: string) => Query): AsOfQuery | NotInPlanQuery | undefined {
  const parts = looks.map((pattern) => partsOf(clip, pattern)).find(Boolean);
  if (!parts?.rest || !parts.when) return undefined;
  const { rest } = parts;
  // A bare "May" may be a verb.
  const isTime =
    !/mote|meeting/.test(rest.flat) &&
    [rest.text, `in ${rest.text}`].some((text) => findTimes(words(text), talk.now).length > 0);
  const isEnglish = /(?<!\p{L})look(?!\p{L})/u.test(clip.flat);
  const lead = isTime ? (isEnglish ? 'what happens in' : 'vad händer i') : isEnglish ? 'show' : 'visa';
  const query = ask(`${lead} ${rest.text}`);
  if (query.kind === 'several' || !isPlanQuery(query) || query.kind === 'not-in-plan' || query.kind === 'talk')
    return undefined;
  const day = pastDay(parts.when, talk);
  // The plan of today would be a wrong answer.
  if (!day) return { kind: 'not-in-plan', reason: 'words', words: [parts.when.text], understood: query };
  return { kind: 'as-of', day, query };
}

/** "Vad hade elvägen för status i mars?": of what changes from one month to the next, in the past. */
function askWas(clip: Clip, talk: Talk, ask: (question: string) => Query): AsOfQuery | undefined {
  if (!wasThen.test(clip.flat)) return undefined;
  // "På elvägen 15 februari" holds a time, and is none: the shortest end that is one.
  for (const { index } of [...clip.flat.matchAll(timeAhead)].reverse()) {
    const [rest, when] = [cut(clip, 0, index), cut(clip, index)];
    const day = isPast(when, talk) ? pastDay(when, talk) : undefined;
    const query = day && [rest.text, presentOf(rest.text)].map(ask).find(isOfChange);
    if (day && query) return { kind: 'as-of', day, query };
  }
  return undefined;
}

function isPast({ text }: Clip, { now }: Talk): boolean {
  const times = findTimes(words(text), now, 'past').flatMap(({ meaning }) =>
    meaning.kind === 'period' ? [meaning.period] : [],
  );
  return times.some(({ from }) => from === null || from <= now.day);
}

type OfChange = Extract<Query, { kind: 'activity' | 'activities' }>;

function isOfChange(query: Query): query is OfChange {
  if (query.kind === 'activity') return ['status', 'cost', 'responsible'].includes(query.aspect);
  return query.kind === 'activities' && query.status !== 'any';
}

const present: Readonly<Record<string, string>> = { var: 'är', gick: 'går', hade: 'har', was: 'is', were: 'are' };

/** "Vad var klart" as it would be asked of today. */
function presentOf(text: string): string {
  return text.replace(/(?<!\p{L})(?:var|gick|hade|was|were)(?!\p{L})/iu, (verb) => present[verb.toLowerCase()] ?? verb);
}

const originally =
  /^(?<asked>var|nar|vilken tid|vilken dag|where|when|what time)\s+(?:skulle|var|was|were)\s+(?<rest>.+?)\s+(?:(?:egentligen |ursprungligen |fran borjan )?(?:ha (?:varit|hallits|agt rum)|vara|hallas)(?: fran borjan| ursprungligen)?|(?:originally )?(?:supposed to (?:be|have been)(?: held)?|to have been(?: held)?)|originally(?: planned| going to be| to be)?)$/du;

/** "Var skulle mötet i maj ha varit?": before it was changed. */
function askOriginally(clip: Clip, talk: Talk, ask: (question: string) => Query): AsOfQuery | undefined {
  const parts = partsOf(clip, originally);
  const { asked, rest } = parts ?? {};
  if (!asked || !rest) return undefined;
  const query = ask(`${asked.text} är ${rest.text}`);
  if (query.kind !== 'meetings') return undefined;
  const ids = query.period ? meetingsThen(query.period, query.groups, talk.plan) : query.ids;
  const [first] = ids.flatMap((id) => talk.plan.alterations(meetingKey(id)).map(({ day }) => day)).toSorted();
  return first ? { kind: 'as-of', day: addDays(first, -1), query } : undefined;
}

/** The last day of a stretch that has been, today at the latest; a year is the plan's name and no day. */
function pastDay(when: Clip, talk: Talk): Day | undefined {
  const { now } = talk;
  if (/(?:forra|senaste|sista|last|latest|previous) .*(?:mot|meeting)/.test(when.flat))
    return latestMeeting(when, talk);
  for (const { meaning } of findTimes(words(when.text), now, 'past')) {
    if (meaning.kind !== 'period' || meaning.period.name.by === 'year' || meaning.period.name.by === 'season') continue;
    const period = inThePast(meaning.period, meaning.yearStated, now.day);
    if (period.from && period.from <= now.day && /^(?:fore|innan|before|prior to)\s/.test(when.flat))
      return addDays(period.from, -1);
    // "Före 1 mars" has no first day.
    if (period.from === null && period.to !== null) return earlierOf(period.to, now.day);
    if (period.to && period.from && period.from <= now.day) return earlierOf(period.to, now.day);
  }
  return undefined;
}

/** A month to come without a year is last year's, to whoever speaks of the past. */
export function inThePast(period: Period, yearStated: boolean, today: Day): Period {
  if (yearStated || !period.from || period.from <= today) return period;
  const back = (day: Day | null): Day | null => day && `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  return { from: back(period.from), to: back(period.to), name: { by: 'dates' } };
}

/** The first day of the latest meeting that is over: of the groups that are named, or of any. */
export function latestMeeting(clip: Clip, talk: Talk): Day | undefined {
  const groups = groupsNamed(clip, talk);
  const past = talk.plan.meetings.filter(({ to }) => to < talk.now.day);
  const own = past.filter(({ group }) => groups.includes(group));
  return (own.length > 0 ? own : past).at(-1)?.from;
}

/** Meetings that are, or before a change were, in a stretch of days. */
export function meetingsThen(period: Period, groups: readonly string[], plan: Plan): MeetingId[] {
  const all = [...plan.meetings, ...plan.cancelled.meetings];
  const wasThen = (id: MeetingId): boolean =>
    plan.alterations(meetingKey(id)).some(({ was }) => was !== null && overlaps(period, was.from, was.to));
  const found = all.filter(
    ({ id, group, from, to }) =>
      (groups.length === 0 || groups.includes(group)) && (overlaps(period, from, to) || wasThen(id)),
  );
  return found.map(({ id }) => id);
}
