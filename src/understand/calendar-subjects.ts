// What of the plan somebody wants in a calendar: single meetings, or everything of a group, a conference, a municipality.
import type { ConferenceId, GroupId, MeetingId } from '../plan/ids.ts';
import { daysOf } from '../plan/meeting-days.ts';
import { overlaps, type Period } from '../plan/period.ts';
import type { Plan } from '../plan/plan.ts';
import { type CalendarQuery, type Context, unsaidCalendar } from '../query.ts';
import { entities, hasCue, type Reading } from './reading.ts';
import type { Clip } from './sentence.ts';
import { exceptionIn, isNamed, placeIn, unreadIn } from './unread-words.ts';
import { activitiesIn, isPronoun, readPart, subjectOf, type Talk } from './update-subjects.ts';
import { partsOfList } from './wish-lists.ts';

const everything: CalendarQuery = { ...unsaidCalendar, scope: 'everything' };

const wholePlan =
  /^(?:hela |the whole |the full |all of )?(?:(?:the )?kalendern?|kalendariet|planen|verksamhetsplanen|calendar|the calendar|plan|the plan|allt(?:ihop|ing|sammans)?|everything|(?:alla |samtliga |vara |alla vara |all |all the |the |our |all our )?(?:mot(?:en|ena)|motestider(?:na)?|motesdatum(?:en)?|sammantraden(?:a)?|meetings|meeting dates|kalenderhandelser|handelser(?:na)?)(?: (?:och|and|samt) (?:alla )?(?:konferenser(?:na)?|conferences))?(?: (?:i|in) (?:planen|kalendariet|the plan))?)$/;
const allConferences = /^(?:alla |samtliga |all |all the |the )?(?:konferenser(?:na)?|conferences)$/;
const followed =
  /^(?:det |allt |allt det |de moten |moten(?:a)? )?(?:som )?jag (?:prenumererar pa|foljer|bevakar|har bevakat)$|^(?:alla )?mina (?:prenumerationer|bevakningar|paminnelser)$|^(?:all )?my (?:subscriptions|reminders)$|^det (?:som )?jag (?:far paminnelser om|blir pamind om)$|^what i (?:am reminded of|get reminders (?:of|about))$|^(?:what|everything|all)(?: that)? i (?:subscribe to|follow)$/;
const pointsAtSeveral = /^(?:dem|de|dessa|de har|de dar|alla dessa|them|these|those|all of them)$/;
const several =
  /(?:moten(?:a)?|sammantraden(?:a)?|traffar(?:na)?|tider(?:na)?|datum(?:en)?|schema(?:t)?|program(?:met)?|kalender|kalendarium|meetings|sessions|dates|schedule|calendar|aktiviteter(?:na)?|activities)(?!\p{L})/u;
const one =
  /(?:mote|motet|sammantrade|sammantradet|meeting|session|konferensen|conference|internat(?:et)?|trafften)(?!\p{L})/u;

/** What was shown last, or all of it that there is: "lägg det i kalendern", "prenumerera på dem". */
export function chosenUnsaid(unsaid: 'shown' | 'all', { context, plan }: Talk): CalendarQuery | undefined {
  const { meetings, activities } = context.focus;
  const groups = groupsAsked(context);
  if (unsaid === 'all') return groups.length > 0 ? { ...unsaidCalendar, groups } : everything;
  if (meetings.length > 0) return { ...unsaidCalendar, act: 'file', meetings: known(meetings, plan) };
  if (activities.length > 0) return { ...unsaidCalendar, activities: [...activities], withActivities: true };
  return { ...unsaidCalendar, act: 'file' };
}

function groupsAsked({ last }: Context): GroupId[] {
  return last?.kind === 'meetings' ? last.groups : [];
}

function known(ids: readonly MeetingId[], plan: Plan): MeetingId[] {
  const all = [...datedItems(plan, false), ...datedItems(plan, true)];
  return ids.filter((id) => all.some((item) => item.id === id));
}

/** What the words name; undefined where they name something else, or nothing that is known. */
export function chosenIn(what: Clip, unsaid: 'shown' | 'all', talk: Talk): CalendarQuery | undefined {
  const { flat } = what;
  if (isPronoun(what) || pointsAtSeveral.test(flat))
    return chosenUnsaid(pointsAtSeveral.test(flat) ? unsaid : 'shown', talk);
  if (followed.test(flat)) return { ...unsaidCalendar, scope: 'subscriptions' };
  if (allConferences.test(flat)) return { ...unsaidCalendar, scope: 'conferences' };
  if (wholePlan.test(flat)) return everything;
  if (/^(?:alla |mina |my |all )?(?:aktiviteter(?:na)?|activities)$/.test(flat))
    return { ...everything, withActivities: true };
  const exception = exceptionIn(what);
  if (exception !== null) return { ...unsaidCalendar, unread: exception };
  return listNamed(what, unsaid, talk) ?? oneNamed(what, talk);
}

/** All that a list names, where every part names something to follow. */
function listNamed(what: Clip, unsaid: 'shown' | 'all', talk: Talk): CalendarQuery | undefined {
  const parts = partsOfList(what);
  if (parts.length < 2) return undefined;
  const each = parts.map((part) => chosenIn(part, unsaid, talk));
  return each.reduce((one, other) => one && other && together(opened(one, talk), opened(other, talk)));
}

/** A conference by name is followed, as part of a list; all of them are named one by one. */
function opened(query: CalendarQuery, { plan }: Talk): CalendarQuery {
  if (query.scope === 'conferences')
    return { ...query, scope: 'named', conferences: plan.conferences.map(({ id }) => id) };
  const own = query.meetings.map((id) => plan.occasions.find((occasion) => occasion.id === id)?.conference);
  const conferences = own.flatMap((id) => id ?? []);
  const isConference = query.act === 'file' && own.length > 0 && conferences.length === own.length;
  return isConference ? { ...unsaidCalendar, conferences } : query;
}

function together(one: CalendarQuery, other: CalendarQuery): CalendarQuery | undefined {
  if (one.act !== 'subscribe' || other.act !== 'subscribe' || one.scope !== 'named' || other.scope !== 'named')
    return undefined;
  const both = <T>(a: readonly T[], b: readonly T[]): T[] => [...new Set([...a, ...b])];
  const unread = one.unread ?? other.unread;
  return {
    ...one,
    groups: both(one.groups, other.groups),
    conferences: both(one.conferences, other.conferences),
    municipalities: both(one.municipalities, other.municipalities),
    activities: both(one.activities, other.activities),
    withActivities: one.withActivities || other.withActivities,
    ...(unread === undefined ? {} : { unread }),
  };
}

function oneNamed(what: Clip, talk: Talk): CalendarQuery | undefined {
  const named = withoutGenitive(what);
  const reading = readPart(named, talk);
  if (isElse(reading)) return undefined;
  const meetings = meetingsNamed(named, reading, talk);
  if (meetings) return meetings;
  const series = seriesNamed(reading, what.flat) ?? activityNamed(named, talk);
  return series && withUnread(series, named, talk);
}

/** What follows a group, a conference or an activity follows all of it: a time says something else. */
function withUnread(query: CalendarQuery, named: Clip, talk: Talk): CalendarQuery {
  const own = query.activities.length > 0 ? activitiesIn(named, talk) : null;
  const ofOwn = new Set([...(own?.tokens ?? [])].flatMap((token) => own?.reading.tokens[token]?.word ?? []));
  const names = (reading: Reading, word: number): boolean => {
    const isTime = reading.times.some(({ first, end }) => word >= first && word < end);
    return ofOwn.has(word) || (isNamed(reading, word) && !isTime);
  };
  const isBeside = query.municipalities.length === 0 && query.activities.length === 0;
  const unread =
    unreadIn({ words: named, names, isNarrowed: false }, talk) ?? (isBeside ? placeIn(readPart(named, talk)) : null);
  return unread === null ? query : { ...query, unread };
}

/** "The committee's meetings" are those of the committee. */
function withoutGenitive({ text, flat }: Clip): Clip {
  const bare = (written: string): string => written.replaceAll(/(?<=\p{L})['’]s?(?!\p{L})/gu, '');
  return { text: bare(text), flat: bare(flat) };
}

/** Words that nothing explains, or that name what no calendar shows. */
function isElse(reading: Reading): boolean {
  if (hasCue(reading, 'outside', 'cost', 'budget', 'fee', 'chair', 'viceChair', 'responsible')) return true;
  return reading.unknown.length > 0 || entities(reading, 'person').length > 0;
}

// === Single meetings

function meetingsNamed(what: Clip, reading: Reading, talk: Talk): CalendarQuery | undefined {
  const { target, isMeeting } = subjectOf(what, talk);
  const { ids, period, which, form, conferences, groups } = target;
  const isPlural = several.test(what.flat);
  const isOne = which === 'next' || form === 'planning-conference' || (!isPlural && one.test(what.flat));
  const isLimited = period !== null && period.name.by !== 'year';
  const isConference = conferences.length > 0 && !isPlural;
  const isSingle = ids.length > 0 || isOne || isLimited || isConference;
  if (!isSingle || (!isMeeting && !isLimited)) return undefined;
  if (entities(reading, 'municipality').length > 0 && groups.length + conferences.length === 0 && !isLimited)
    return undefined;
  const fitting = ids.length > 0 ? ids : fittingIds(target, isOne && !isLimited, talk);
  // A conference without a day yet is followed: it appears when the day is set.
  if (fitting.length === 0 && isConference && !isLimited) return undefined;
  return { ...unsaidCalendar, act: 'file', meetings: fitting };
}

interface Dated {
  readonly id: MeetingId;
  readonly from: string;
  readonly to: string;
  readonly group: GroupId | null;
  readonly conference: ConferenceId | null;
  readonly isPlanning: boolean;
}

function datedItems({ meetings, occasions, cancelled }: Plan, isCancelled: boolean): Dated[] {
  const of = isCancelled ? cancelled : { meetings, occasions };
  return [
    ...of.meetings.map(({ id, from, to, group, kind }) => {
      return { id, from, to, group, conference: null, isPlanning: kind === 'planning-conference' };
    }),
    ...of.occasions.flatMap((occasion) => {
      const days = daysOf(occasion);
      const { id, conference } = occasion;
      return days ? [{ id, from: days.from, to: days.to, group: null, conference, isPlanning: false }] : [];
    }),
  ].sort((a, b) => a.from.localeCompare(b.from));
}

type Target = ReturnType<typeof subjectOf>['target'];

/** The meetings that fit, in order of time: of those ahead the first, where one is meant; what is called off, where nothing else is. */
function fittingIds(target: Target, isOne: boolean, { plan, now }: Talk): MeetingId[] {
  const fits = (item: Dated): boolean => isWithin(item, target.period) && isOf(item, target);
  const found = [false, true]
    .map((isCancelled) => datedItems(plan, isCancelled).filter(fits))
    .find((all) => all.length > 0);
  const ahead = (found ?? []).filter(({ to }) => to >= now.day);
  const meant = ahead.length > 0 ? ahead : (found ?? []).slice(-1);
  return (isOne ? meant.slice(0, 1) : meant).map(({ id }) => id);
}

function isWithin({ from, to }: Dated, period: Period | null): boolean {
  return period === null || overlaps(period, from, to);
}

function isOf({ group, conference, isPlanning }: Dated, { groups, conferences, form }: Target): boolean {
  if (form === 'planning-conference' && !isPlanning) return false;
  if (form === 'ordinary' && isPlanning) return false;
  if (groups.length + conferences.length === 0) return true;
  return (group !== null && groups.includes(group)) || (conference !== null && conferences.includes(conference));
}

// === All of something

function seriesNamed(reading: Reading, flat: string): CalendarQuery | undefined {
  const groups = entities(reading, 'group').map(({ id }) => id);
  const conferences = entities(reading, 'conference').map(({ id }) => id);
  const municipalities = entities(reading, 'municipality').map(({ id }) => id);
  if (groups.length + conferences.length + municipalities.length === 0) return undefined;
  return {
    ...unsaidCalendar,
    groups,
    conferences,
    // "Kommitténs möten i Haninge" are the committee's.
    municipalities: groups.length + conferences.length > 0 ? [] : municipalities,
    withActivities: /aktivitet|activit/.test(flat),
  };
}

function activityNamed(what: Clip, talk: Talk): CalendarQuery | undefined {
  const { ids } = activitiesIn(what, talk);
  const [only, another] = ids;
  return only && !another ? { ...unsaidCalendar, activities: [only], withActivities: true } : undefined;
}
