// The meeting beside another one: "vart åker kommittén efter mötet i Nykvarn?", "mötet närmast före rådslaget".
import { addDays, type LocalMoment } from '../plan/days.ts';
import type { Meeting } from '../plan/meeting.ts';
import { overlaps, type Period } from '../plan/period.ts';
import type { Plan } from '../plan/plan.ts';
import { everyMeeting, type MeetingsQuery, type PlaceRef, type SingleQuery } from '../query.ts';
import { groupsThatMeet, meetingGroups } from './groups-that-meet.ts';
import { entities, hasCue, type Reading, read } from './reading.ts';
import { clipOf } from './sentence.ts';
import { weekStart } from './time-days.ts';
import { findTimes } from './times.ts';
import type { Talk } from './update-subjects.ts';
import { words } from './words.ts';

const beside =
  /^(?<left>.{3,90}?)\s(?:(?:som ar|som kommer|narmast|narmst|direkt|strax|precis|omedelbart|nasta|just|right|immediately)\s){0,2}(?<side>fore|innan|efter|before|after)\s(?<right>[^,?!]{3,60})[?!.\s]*$/du;
const orders =
  /(?:fore|innan|before|earlier|tidigare) (?:eller|or) (?:efter|senare|after|later)|^(?:(?:och|men|and|so|hej) )*(?:ar|is|are|does|do|will|ligger|kommer|blir|halls|stammer)(?!\p{L})/u;
const pointing =
  /^(?:det|den|motet|traffen|besoket|sammantradet|stoppet|the one|that|the meeting|the visit)\s(?=(?:i|hos|in|at)\s)/u;
const whereTo =
  /(?<!\p{L})(?:vart|vilken kommun|vilken ort|var|where|which municipality|what municipality|which town|what town)(?!\p{L})/u;
const plural =
  /(?<!\p{L})(?:\p{L}*moten(?:a|as)?|\p{L}*traffar(?:na)?|alla|datum|meetings|all|anything|nagot mer|nat mer|nagot kvar|nat kvar)(?!\p{L})/u;

/** What is meant by a day of its own: a meeting of the plan, or a conference's days. */
type Anchor = { readonly meeting: Meeting } | { readonly from: string; readonly to: string };

/** A question for the meeting before or after another meeting or a conference; undefined where it is none. */
export function askNeighbour(
  message: string,
  ask: (question: string) => SingleQuery,
  talk: Talk,
): MeetingsQuery | undefined {
  const { text, flat } = clipOf(message.trim());
  const found = beside.exec(flat);
  const { left = '', side } = found?.groups ?? {};
  const [start, end] = found?.indices?.groups?.right ?? [];
  if (side === undefined || start === undefined || orders.test(flat)) return undefined;
  const { vocabulary, now, plan } = talk;
  const told = text.slice(start, end);
  if (isTime(told, now)) return undefined;
  const reading = read(text.slice(0, left.length), vocabulary, now);
  const groups = groupsOf(reading, read(told, vocabulary, now), plan);
  if (groups === undefined) return undefined;
  const isAfter = side === 'efter' || side === 'after';
  const anchor = anchorOf(told.replace(/^the /i, ''), groups, ask, talk);
  if (!anchor) return undefined;
  const aspect = whereTo.test(left) && !hasCue(reading, 'when') ? 'where' : hasCue(reading, 'hours') ? 'hours' : 'when';
  const form = hasCue(reading, 'planningConference') ? 'planning-conference' : 'any';
  const base: MeetingsQuery = { ...everyMeeting, groups, form, aspect };
  const many = plural.test(left);
  // "Mötet efter det i Tyresö" is the same group's.
  const of = 'meeting' in anchor && groups.length === 0 ? [anchor.meeting.group] : groups;
  if ('meeting' in anchor && !many)
    return { ...base, groups: of, which: isAfter ? 'next' : 'latest', from: anchor.meeting.id };
  const days = 'meeting' in anchor ? anchor.meeting : anchor;
  const near = besideIn(left, days, isAfter);
  if (near) return { ...base, period: near };
  return { ...base, which: many ? 'all' : isAfter ? 'first' : 'final', period: sideOf(days, isAfter, now) };
}

/** "Veckan efter rådslaget", "dagen före": a stretch beside the anchor. */
function besideIn(left: string, { from, to }: { readonly from: string; readonly to: string }, isAfter: boolean) {
  const unit = /(?<!\p{L})(?<unit>veckan|week|dagen|day)$/u.exec(left)?.groups?.unit;
  if (unit === undefined) return undefined;
  const name = { by: 'dates' as const };
  if (/^(?:dagen|day)$/.test(unit)) {
    const day = isAfter ? addDays(to, 1) : addDays(from, -1);
    return { from: day, to: day, name: { by: 'day' as const } };
  }
  const monday = weekStart(isAfter ? to : from);
  return isAfter
    ? { from: addDays(monday, 7), to: addDays(monday, 13), name }
    : { from: addDays(monday, -7), to: addDays(monday, -1), name };
}

/** From today on, where the anchor is still to come. */
function sideOf(
  { from, to }: { readonly from: string; readonly to: string },
  isAfter: boolean,
  now: LocalMoment,
): Period {
  const name = { by: 'dates' as const };
  if (isAfter) return { from: addDays(to, 1), to: null, name };
  return { from: from > now.day ? now.day : null, to: addDays(from, -1), name };
}

function isTime(text: string, now: LocalMoment): boolean {
  const own = words(text);
  return findTimes(own, now).some(({ first, end }) => first === 0 && end === own.length);
}

/** The groups whose meetings are asked for; undefined where something else is asked. */
function groupsOf(reading: Reading, anchor: Reading, plan: Plan): MeetingsQuery['groups'] | undefined {
  const named = groupsThatMeet(
    entities(reading, 'group').map(({ id }) => id),
    plan,
  );
  const groups = named.filter((id) => meetingGroups(plan).includes(id));
  if (groups.length < named.length) return undefined;
  const others = groupsThatMeet(
    entities(anchor, 'group').map(({ id }) => id),
    plan,
  );
  if (groups.length === 0 && !hasCue(reading, 'meeting', 'planningConference')) {
    // "Vilken kommun kommer efter Nynäshamn för kommittén?"
    const isOfPlaces = entities(anchor, 'municipality').length > 0 && whereTo.test(clipOf(reading.message).flat);
    if (!isOfPlaces || others.length === 0) return undefined;
    return isElseAsked(reading) ? undefined : others;
  }
  return isElseAsked(reading) ? undefined : groups;
}

function isElseAsked(reading: Reading): boolean {
  const isElse =
    hasCue(
      reading,
      'host',
      'hostTurn',
      'cost',
      'responsible',
      'chair',
      'viceChair',
      'outside',
      'howMany',
      'countdown',
      'deadline',
    ) ||
    entities(reading, 'conference').length + entities(reading, 'activity').length > 0 ||
    reading.times.some(({ meaning }) => meaning.kind !== 'period' || meaning.period.name.by !== 'week');
  const strange = reading.unknown.reduce((sum, index) => sum + (reading.weights[index] ?? 0), 0);
  return isElse || strange >= 2;
}

function anchorOf(
  told: string,
  groups: MeetingsQuery['groups'],
  ask: (question: string) => SingleQuery,
  { plan, vocabulary, now }: Talk,
): Anchor | undefined {
  const flat = clipOf(told).flat;
  const lead = pointing.exec(flat)?.[0].length ?? 0;
  const bare = read(told, vocabulary, now);
  const [place] = entities(bare, 'municipality');
  const isPlaceOnly = place !== undefined && !hasCue(bare, 'meeting', 'planningConference') && lead === 0;
  const question = isPlaceOnly
    ? `mötet i ${plan.municipality(place.id).name}`
    : lead > 0
      ? `mötet ${told.slice(lead)}`
      : told;
  const query = ask(`när är ${question}`);
  if (query.kind === 'conference' && query.conferences.length === 1)
    return occasionOf(query.conferences, query.period, plan);
  if (query.kind !== 'meetings') return undefined;
  const isCertain = query.place !== null || query.period !== null || query.form === 'planning-conference';
  if (!isCertain) return undefined;
  const fitting = meetingsOf(query.groups.length > 0 ? query : { ...query, groups }, plan);
  const meeting = fitting.find(({ to }) => to >= now.day) ?? fitting.at(-1);
  return meeting && { meeting };
}

/** The plan's meetings that a query is about. */
export function meetingsOf(query: MeetingsQuery, plan: Plan): Meeting[] {
  const { groups, period, form, place } = query;
  return plan.meetings.filter(
    (meeting) =>
      (groups.length === 0 || groups.includes(meeting.group)) &&
      (period === null || overlaps(period, meeting.from, meeting.to)) &&
      (form !== 'planning-conference' || meeting.kind === 'planning-conference') &&
      (place === null || isIn(meeting, place)),
  );
}

function isIn({ place }: Meeting, asked: PlaceRef): boolean {
  if (place === null) return false;
  return asked.kind === 'municipality' ? place.municipality === asked.id : place.name === asked.name;
}

function occasionOf(conferences: readonly string[], period: Period | null, plan: Plan): Anchor | undefined {
  const dated = plan.occasions.flatMap(({ conference, schedule, year }) => {
    if (!conferences.includes(conference) || (period === null && plan.year !== null && year !== plan.year)) return [];
    if (schedule.kind === 'date') return [{ from: schedule.date, to: schedule.date }];
    return schedule.kind === 'range' ? [{ from: schedule.from, to: schedule.to }] : [];
  });
  return dated.find(({ from, to }) => period === null || overlaps(period, from, to));
}
