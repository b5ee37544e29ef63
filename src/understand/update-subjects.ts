// What an update is about: the meeting, the activity, the parties that a part of a sentence names.
import { anyMeeting, type MeetingTarget } from '../draft.ts';
import type { Party } from '../plan/activity.ts';
import type { ActivityId, GroupId, MeetingId, MunicipalityId } from '../plan/ids.ts';
import { overlaps, type Period } from '../plan/period.ts';
import type { Plan } from '../plan/plan.ts';
import type { Context } from '../query.ts';
import { soleActivity } from './ask-activities.ts';
import { meetingGroups } from './groups-that-meet.ts';
import { entities, hasCue, mentionsAt, periodOf, type Reading, read } from './reading.ts';
import type { Scene } from './scene.ts';
import { type Clip, cut } from './sentence.ts';
import { bestOf, textMatches } from './text-match.ts';
import { dayIn } from './time-days.ts';

/** A scene with what the conversation has been about. */
export interface Talk extends Scene {
  readonly context: Context;
}

/** Reads a part of a sentence; a "från" before the old date means nothing here. */
export function readPart({ text }: Clip, { vocabulary, now }: Scene): Reading {
  const bare = text.replaceAll(/(?<!\p{L})(?:från|fran|from)(?!\p{L})/giu, ' ');
  return read(bare.replaceAll(/(\d ?\p{L}{3,9})-(?=m[öo]te)/giu, '$1 '), vocabulary, now);
}

// === Meetings

export interface Subject {
  readonly target: MeetingTarget;
  /** Whether the words name a meeting or conference at all. */
  readonly isMeeting: boolean;
}

const pronoun =
  /^(?:(?:den|det|detta|denna|de) ?(?:har|dar)?(?: (?:motet|konferensen|dagen))?|(?:det|den)(?: dar| har)? (?:motet|konferensen)|motet|konferensen|it|this|that|(?:the|this|that) (?:meeting|conference|one))$/;

/** Whether the words only point back at what was shown. */
export function isPronoun({ flat }: Clip): boolean {
  return pronoun.test(flat.trim());
}

/** The meeting that the words name, as far as they do. */
export function subjectOf(clip: Clip, talk: Talk): Subject {
  const shown = talk.context.focus.meetings;
  const [only, another] = shown;
  if (isPronoun(clip)) {
    const isWord = /mot|konferens|meeting|conference/.test(clip.flat);
    return {
      target: only && !another ? { ...anyMeeting, ids: [only] } : anyMeeting,
      isMeeting: isWord || only !== undefined,
    };
  }
  const reading = readPart(clip, talk);
  const target = targetIn(reading, talk.plan);
  const isMeeting = namesMeeting(reading, target, talk.plan);
  return { target: isMeeting ? pointed(target, only && !another ? only : null, talk.plan) : target, isMeeting };
}

function targetIn(reading: Reading, plan: Plan): MeetingTarget {
  const groups = groupsIn(reading, plan);
  const conferences = entities(reading, 'conference').map(({ id }) => id);
  const isPlanning = hasCue(reading, 'planningConference');
  const period = dayOf(reading) ?? periodOf(reading);
  const target: MeetingTarget = {
    ids: [],
    groups,
    conferences: isPlanning ? [] : conferences,
    form: isPlanning ? 'planning-conference' : hasCue(reading, 'usual') ? 'ordinary' : 'any',
    period: period && plannedPeriod(period, reading, plan),
    which: hasCue(reading, 'next') && period === null ? 'next' : 'any',
  };
  return outermost(target, reading, plan);
}

/** "Mötet i november (14/11)", "i november den 14:e": the day tells more than the month. */
function dayOf({ times }: Reading): Period | null {
  const periods = times.flatMap(({ meaning }) => (meaning.kind === 'period' ? [meaning.period] : []));
  const [day, another] = periods.filter(({ name }) => name.by === 'day');
  if (!day?.from || another || periods.length < 2) return null;
  const month = periods.find(({ name }) => name.by === 'month');
  if (!month?.from || day.from.slice(0, 7) === month.from.slice(0, 7)) return day;
  const meant = dayIn(Number(month.from.slice(0, 4)), Number(month.from.slice(5, 7)), Number(day.from.slice(8)));
  return meant === undefined ? day : { ...day, from: meant, to: meant };
}

/** The groups named that have meetings; holders of an office only where no such group is named. */
function groupsIn(reading: Reading, plan: Plan): GroupId[] {
  const named = entities(reading, 'group').map(({ id }) => id);
  const meeting = named.filter((id) => meetingGroups(plan).includes(id));
  return meeting.length > 0 ? meeting : named;
}

function namesMeeting(reading: Reading, target: MeetingTarget, plan: Plan): boolean {
  if (hasCue(reading, 'outside') || hasCue(reading, 'activity', 'cost', 'responsible', 'write')) return false;
  if (hasCue(reading, 'meeting', 'planningConference') || target.conferences.length > 0) return true;
  const isSole = reading.tokens.every(({ word }) =>
    reading.times.some(({ first, end }) => word >= first && word < end),
  );
  if (isSole && target.period !== null) return true;
  const meets = meetingGroups(plan);
  return (
    target.groups.some((id) => meets.includes(id)) &&
    (target.period !== null || target.which === 'next' || reading.tokens.length <= 2)
  );
}

/** Where the words give no year, a year that has a meeting then. */
function plannedPeriod(period: Period, reading: Reading, plan: Plan): Period {
  const isStated = reading.times.some(({ meaning }) => meaning.kind === 'period' && meaning.yearStated);
  if (isStated || period.from === null || hasMeeting(period, plan)) return period;
  const years = plan.documents.map(({ year }) => year).sort((a, b) => b - a);
  return years.map((year) => inYear(period, year)).find((moved) => hasMeeting(moved, plan)) ?? period;
}

function inYear({ from, to, name }: Period, year: number): Period {
  const shift = year - Number(from?.slice(0, 4) ?? year);
  const moved = (day: string | null): string | null => day && `${Number(day.slice(0, 4)) + shift}${day.slice(4)}`;
  return { from: moved(from), to: moved(to), name: 'year' in name ? { ...name, year: name.year + shift } : name };
}

function hasMeeting(period: Period, plan: Plan): boolean {
  const meetings = [...plan.meetings, ...plan.cancelled.meetings];
  const occasions = [...plan.occasions, ...plan.cancelled.occasions];
  const isThen = ({ schedule }: (typeof occasions)[number]): boolean =>
    (schedule.kind === 'date' && overlaps(period, schedule.date, schedule.date)) ||
    (schedule.kind === 'range' && overlaps(period, schedule.from, schedule.to));
  return meetings.some(({ from, to }) => overlaps(period, from, to)) || occasions.some(isThen);
}

/** "Årets sista kommittémöte" is one meeting of the plan. */
function outermost(target: MeetingTarget, reading: Reading, plan: Plan): MeetingTarget {
  const final = hasCue(reading, 'final');
  if (!final && !hasCue(reading, 'first')) return target;
  const { groups, form, period } = target;
  const fitting = plan.meetings.filter(
    ({ group, kind, from, to }) =>
      (groups.length === 0 || groups.includes(group)) &&
      (form === 'any' || (form === 'ordinary') === (kind === 'meeting')) &&
      (period === null || overlaps(period, from, to)),
  );
  const meeting = final ? fitting.at(-1) : fitting[0];
  return meeting ? { ...anyMeeting, ids: [meeting.id] } : target;
}

/** "Kommittémötet" without a date is the one just shown, where that was the only one. */
function pointed(target: MeetingTarget, shown: MeetingId | null, plan: Plan): MeetingTarget {
  if (shown === null || target.ids.length > 0 || target.period !== null || target.which === 'next') return target;
  const meeting = [...plan.meetings, ...plan.cancelled.meetings].find(({ id }) => id === shown);
  const occasion = [...plan.occasions, ...plan.cancelled.occasions].find(({ id }) => id === shown);
  const fits =
    (meeting && target.conferences.length === 0 && target.groups.every((id) => id === meeting.group)) ||
    (occasion && target.groups.length === 0 && target.conferences.every((id) => id === occasion.conference));
  const isOtherForm = meeting && target.form !== 'any' && (target.form === 'ordinary') !== (meeting.kind === 'meeting');
  return fits && !isOtherForm ? { ...anyMeeting, ids: [shown] } : target;
}

// === Activities

export interface NamedActivities {
  readonly ids: ActivityId[];
  readonly reading: Reading;
  /** The tokens that name them. */
  readonly tokens: ReadonlySet<number>;
}

/** More equally good ones than these are no name. */
const mostActivities = 5;
/** The least that words in common must weigh where no name is said. */
const leastScore = 4;

const activityPronoun =
  /^(?:den|det|detta|denna|(?:den |det )?(?:har |dar )?(?:aktiviteten|projektet|punkten)|it|this|that|(?:the|this|that) (?:activity|project|one))$/;

/** The activities that the words name; several where they cannot be told apart. */
export function activitiesIn(clip: Clip, talk: Talk): NamedActivities {
  const reading = readPart(clip, talk);
  const tokens = new Set<number>(reading.tokens.keys());
  const [only, another] = talk.context.focus.activities;
  if (activityPronoun.test(clip.flat.trim())) return { ids: only && !another ? [only] : [], reading, tokens };
  const matches = bestOf(textMatches(reading, talk.vocabulary, 'activity'));
  const sole = matches[0]?.named ? undefined : soleActivity(reading, talk.plan);
  const linked = matches[0]?.named || sole ? undefined : ofConference(reading, talk.plan);
  if (linked) return { ids: linked, reading, tokens: tokensOf(reading, 'conference') };
  const best = sole ? [sole] : matches;
  const [first] = best;
  if (!first || best.length > mostActivities || (!first.named && first.score < leastScore)) {
    return { ids: [], reading, tokens: new Set() };
  }
  return { ids: best.map(({ id }) => id), reading, tokens: new Set(best.flatMap((match) => [...match.tokens.keys()])) };
}

/** A conference's row of its own in the action plan. */
function ofConference(reading: Reading, plan: Plan): ActivityId[] | undefined {
  const names = entities(reading, 'conference').map(({ id }) => plan.conference(id).name.sv);
  const rows = plan.activities.filter(({ title }) => names.includes(title.sv)).map(({ id }) => id);
  return rows.length > 0 ? rows : undefined;
}

function tokensOf(reading: Reading, kind: 'conference' | 'area'): Set<number> {
  return new Set(
    [...reading.tokens.keys()].filter((token) =>
      mentionsAt(reading.mentions, token).some(
        ({ meaning }) => meaning.kind === 'entity' && meaning.entity.kind === kind,
      ),
    ),
  );
}

/** The words, plain, that name no activity. */
export function wordsBeside({ reading, tokens }: NamedActivities): string[] {
  const region = new Set(
    reading.mentions.flatMap(({ first, length, meaning }) =>
      meaning.kind === 'entity' && (meaning.entity.kind === 'region' || meaning.entity.kind === 'area')
        ? Array.from({ length }, (_, offset) => first + offset)
        : [],
    ),
  );
  return reading.tokens.flatMap(({ word, form: { folded }, corrected }, token) => {
    if (tokens.has(token) || region.has(token)) return [];
    return [corrected ? (reading.words[word]?.folded ?? folded) : folded];
  });
}

const pointing: ReadonlySet<string> = new Set(['den', 'det', 'detta', 'it', 'this', 'that']);

/** The activities, where every other word is one of those that may stand beside a name. */
export function soleActivities(clip: Clip, talk: Talk, beside: ReadonlySet<string>): ActivityId[] {
  if (clip.flat === '') return [];
  const named = activitiesIn(clip, talk);
  const words = wordsBeside(named);
  if (!words.every((word) => beside.has(word))) return [];
  const [only, another] = talk.context.focus.activities;
  const pointsAt = named.ids.length === 0 && only && !another && words.some((word) => pointing.has(word));
  return pointsAt ? [only] : named.ids;
}

// === Parties

/** Municipalities, groups, persons and the whole region, in the order in which they are named. */
export function partiesIn(clip: Clip, talk: Talk): Party[] {
  const { mentions } = readPart(clip, talk);
  const parties = new Map<string, Party>();
  for (const { first, meaning } of mentions) {
    if (meaning.kind !== 'entity') continue;
    const { entity } = meaning;
    const isAmbiguous =
      entity.kind === 'person' &&
      mentions.filter((other) => other.first === first && isPerson(other.meaning)).length > 1;
    if (isAmbiguous) continue;
    if (
      entity.kind === 'municipality' ||
      entity.kind === 'group' ||
      entity.kind === 'person' ||
      entity.kind === 'region'
    ) {
      parties.set(JSON.stringify(entity), entity);
    }
  }
  return [...parties.values()];
}

function isPerson(meaning: Reading['mentions'][number]['meaning']): boolean {
  return meaning.kind === 'entity' && meaning.entity.kind === 'person';
}

export function municipalitiesIn(clip: Clip, talk: Talk): MunicipalityId[] {
  return entities(readPart(clip, talk), 'municipality').map(({ id }) => id);
}

/** The groups that the words name. */
export function groupsNamed(clip: Clip | undefined, talk: Talk): GroupId[] {
  return clip ? entities(readPart(clip, talk), 'group').map(({ id }) => id) : [];
}

/** The part of a clip before a pattern's first match, and after it. */
export function around(clip: Clip, pattern: RegExp): { before: Clip; after: Clip } | undefined {
  const match = pattern.exec(clip.flat);
  return match ? { before: cut(clip, 0, match.index), after: cut(clip, match.index + match[0].length) } : undefined;
}
