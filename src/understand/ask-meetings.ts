// Readings about time: meetings, the groups' usual hours, conferences, hosts, and what happens in a period.
import type { Period } from '../plan/period.ts';
import type { Plan } from '../plan/plan.ts';
import { type AgendaQuery, everyMeeting, type GroupQuery, type MeetingsQuery, type PlaceRef } from '../query.ts';
import { type Candidate, type Evidence, evidence } from './candidate.ts';
import { groupsThatMeet, meetingGroups } from './groups-that-meet.ts';
import { entities, hasCue, namesSomething, periodOf, type Reading, weekdayOf } from './reading.ts';
import { certainMeetings, countsPlanning, isElsewhere, leavesOutPlanning, notOn, severalOf } from './which-meetings.ts';

/** A question that begins with its verb, or asks for confirmation: "är det …", "har vi …", "stämmer det att …". */
const asksWhether =
  /^(?:hej |men |och |så |ok(?:ej)?,? )?(?:(?:det )?är (?:det )?väl|(?:it|that) is,? right|är|ar|har|finns|blir|ska|skall|kommer|stämmer|visst|ingår|deltar|leder|sitter|kostar|ansvarar|hålls|ligger|träffas|ses|jobbar|arbetar|is|are|has|have|does|do|will|was|were|did|can)\b/i;

export function isYesNo(reading: Reading): boolean {
  return asksWhether.test(reading.message.trim()) && !hasCue(reading, 'who', 'when', 'where', 'howMany', 'howMuch');
}

export function placeOf(e: Evidence): PlaceRef | null {
  const [municipality] = e.take('municipality');
  const [venue] = e.take('venue');
  if (municipality) return { kind: 'municipality', id: municipality.id };
  return venue ? { kind: 'venue', name: venue.name } : null;
}

/** Which of several meetings is meant. "Last" is the most recent one, unless a period to come says otherwise. */
export function whichMeeting(e: Evidence): MeetingsQuery['which'] | null {
  const english = e.reading.language === 'en';
  const final = e.cue('final');
  const previous = e.cue('previous');
  if (final && previous)
    return english && (periodOf(e.reading) !== null || /of the|before/i.test(e.reading.message)) ? 'final' : 'latest';
  if (final) return 'final';
  if (previous) return 'latest';
  if (e.cue('first')) return 'first';
  if (e.cue('next')) return 'next';
  return null;
}

/** "Drar igång" may stand apart: "när drar kommittén igång?" */
function startsAsked(e: Evidence): boolean {
  const isUnderWay = /(?<!\p{L})(?:drar|dra|kör|sätter|kommer)(?!\p{L})/iu.test(e.reading.message);
  return e.cue('start') || (isUnderWay && e.cue('statusStarted'));
}

export function meetingAspect(e: Evidence): MeetingsQuery['aspect'] | null {
  if (e.cue('countdown')) return 'countdown';
  if (e.cue('week')) return 'week';
  if (e.cue('howMany')) return 'count';
  if (startsAsked(e)) return 'start';
  if (e.cue('until') || (e.cue('end') && !periodOf(e.reading))) return 'end';
  if (e.cue('howLong')) return 'duration';
  if (e.cue('hours')) return 'hours';
  if (e.cue('where')) return 'where';
  if (e.cue('weekday') && !e.cue('usual')) return 'weekday';
  if (e.cue('when', 'deadline')) return 'when';
  return null;
}

function allMeetingCues(e: Evidence): void {
  e.cue(
    'thereafter',
    'before',
    'meeting',
    'groupNoun',
    'shared',
    'which',
    'what',
    'who',
    'list',
    'all',
    'agenda',
    'happening',
    'more',
    'other',
    'tell',
    'something',
    'holding',
    'when',
    'where',
    'hours',
    'participants',
    'municipalityNoun',
    'dated',
    'statusCancelled',
  );
}

/** "På kvällen", "på förmiddagen": the time of day that is asked for. */
function daypartOf(e: Evidence): NonNullable<MeetingsQuery['daypart']> | null {
  if (e.cue('evening')) return 'evening';
  if (e.cue('afternoon')) return 'afternoon';
  return e.cue('morning') ? 'morning' : null;
}

export const hostOfMeeting =
  /(?<!\p{L})(?:värd\p{L}*|host\p{L}*)\s+(?:\p{L}+\s+){0,4}?(?:\p{L}*möte\p{L}*|sammanträde\p{L}*|meetings?)(?!\p{L})/iu;

/** "Vem är värd för mötet?" asks where it is; only conferences have hosts by turns. */
function asksForPlace(e: Evidence): boolean {
  const { reading } = e;
  return hostOfMeeting.test(reading.message) && entities(reading, 'conference').length === 0 && e.cue('host');
}

/** "Var i Huddinge?", "exakt var?": more than the municipality. */
const closerStill =
  /(?<!\p{L})(?:vart?\s(?:någonstans|nånstans|i|inne i)\s\p{Lu}|(?:vart?|where)\s(?:någonstans|nånstans|exactly|exakt|precis|in)\s|(?:exakt|precis|exactly)\s(?:vart?|where)(?!\p{L})|whereabouts)/u;

/** Weight of words that a reading leaves unexplained, from which on it says no "yes". */
const leastDoubtful = 1;

/** "När är nästa kommittémöte?" and its kin. */
export function askMeetings(reading: Reading, plan: Plan): Candidate[] {
  const withMeetings = meetingGroups(plan);
  const groups = groupsThatMeet(
    entities(reading, 'group').map(({ id }) => id),
    plan,
  );
  const meetingWord = hasCue(reading, 'meeting', 'planningConference');
  const timeWord = hasCue(
    reading,
    'when',
    'where',
    'next',
    'previous',
    'final',
    'first',
    'countdown',
    'hours',
    'start',
    'end',
    'howLong',
    'agenda',
    'happening',
    'thereafter',
    'remaining',
    'occupied',
    'room',
  );
  const group = groups.some((id) => withMeetings.includes(id));
  const period = periodOf(reading);
  const somewhere =
    hasCue(reading, 'when', 'where', 'countdown') &&
    entities(reading, 'municipality').length + entities(reading, 'venue').length > 0 &&
    !hasCue(reading, 'host', 'hostTurn', 'conference') &&
    entities(reading, 'conference').length === 0;
  const anything = period !== null && isYesNo(reading) && !hasCue(reading, 'conference', 'host');
  // "Kommunalrådet i Tyresö" is an office, and no group at a place.
  const isBody = entities(reading, 'group').some(({ id }) => withMeetings.includes(id));
  const isPlaced = isBody && entities(reading, 'municipality').length + entities(reading, 'venue').length > 0;
  if (
    !meetingWord &&
    !(group && (timeWord || period !== null || isPlaced || weekdayOf(reading) !== null)) &&
    !anything &&
    !somewhere &&
    !isNextOfAll(reading) &&
    !(weekdayOf(reading) !== null && hasCue(reading, 'occupied'))
  )
    return [];

  const e = evidence(reading);
  // "Möten inklusive planeringskonferenser" are all meetings.
  const isPlanning = e.cue('planningConference') && !countsPlanning(reading);
  const askedGroups = groupsThatMeet(
    e.take('group').map(({ id }) => id),
    plan,
  );
  const asked = whichMeeting(e);
  const which = asked ?? singled(reading);
  const hosted = asksForPlace(e);
  const room = e.cue('room');
  const aspect = meetingAspect(e) ?? (room || (hosted && !isYesNo(reading)) ? 'where' : null);
  // Whether a day is free has no yes or no that cannot be mistaken: it is told what there is.
  const occupied = e.cue('occupied');
  const daypart = daypartOf(e);
  const place = placeOf(e);
  const closer = aspect === 'where' && place?.kind === 'municipality' && closerStill.test(reading.message);
  const query: MeetingsQuery = {
    ...everyMeeting,
    groups: askedGroups,
    form: isPlanning
      ? leavesOutPlanning(reading)
        ? 'ordinary'
        : 'planning-conference'
      : e.cue('usual') && which !== null
        ? 'ordinary'
        : 'any',
    // The calendar of all has the conferences in it.
    conferences: (!isPlanning && e.cue('conference')) || isNextOfAll(reading) || isWholeCalendar(reading, askedGroups),
    period: e.period(),
    weekday: e.weekday(),
    ...notOn(e),
    place,
    ...(place !== null && isElsewhere(reading) && !isYesNo(reading) ? { otherPlaces: true as const } : {}),
    which: which ?? 'all',
    aspect: aspect ?? (isYesNo(reading) && !occupied ? 'exists' : 'when'),
    ...(daypart ? { daypart } : {}),
    // "Var i Huddinge?" asks for more than the municipality.
    ...(room || closer ? { room: true as const } : {}),
  };
  allMeetingCues(e);
  const certain = certainMeetings(reading, query, plan);
  if (certain) return [e.candidate(certain, 0.5)];
  if (isNextOfAll(reading)) e.cue('activity');
  e.take('region');
  e.clock();
  const scoped = query.period !== null || query.place !== null || query.weekday !== null || isPlanning;
  const isOver = e.cue('held') && !hasCue(reading, 'next', 'remaining', 'occupied');
  const remaining = e.cue('remaining');
  const more = remaining || ((isYesNo(reading) || hasCue(reading, 'howMany')) && hasCue(reading, 'more'));
  const settled: MeetingsQuery = {
    ...query,
    ...severalOf(reading, which),
    which: which ?? (isOver ? 'past' : more ? 'upcoming' : impliedWhich(reading, query, scoped)),
  };
  const both = withMeetings.length > 1 && askedGroups.length === 0 ? -0.2 : 0;
  // "Vart åker kommittén?" is as good as "var är mötet?".
  const isAsked = group && hasCue(reading, 'where');
  const weak = meetingWord || hasCue(reading, 'agenda') ? 0 : isAsked ? -0.2 : -1;
  const made = e.candidate(settled, both + weak);
  // A place and "när" are no question of meetings where something else is named: "när är Nynäshamns stadsfest?"
  const isOfPlaceOnly = somewhere && !meetingWord && !group && !anything;
  if (isOfPlaceOnly && made.leftOver.length > 0) return [];
  // With a word that is not understood, "ja" would say yes to that as well.
  const isDoubtful = settled.aspect === 'exists' && (made.leftOver.length > 0 || made.unexplained >= leastDoubtful);
  return [isDoubtful ? { ...made, query: { ...settled, aspect: 'when' } } : made];
}

/** "Nästa grej i kalendern?", "vad kommer härnäst?": the one that is next, of whatever kind. */
function isNextOfAll(reading: Reading): boolean {
  if (!hasCue(reading, 'next') || hasCue(reading, 'meeting', 'conference', 'host', 'hostTurn', 'planningConference'))
    return false;
  if (
    reading.times.length > 0 ||
    severalMeant.test(reading.message) ||
    /framöver|framover|snart/i.test(reading.message)
  )
    return false;
  const isShort = reading.words.length <= mostOfNext && hasCue(reading, 'what', 'which', 'happening');
  const isTask = hasCue(reading, 'activity', 'actionPlan', 'doing', 'goal');
  const isAnything = reading.words.length <= mostOfNext && anything.test(reading.message);
  return !namesSomething(reading) && (hasCue(reading, 'agenda') || isAnything || (isShort && !isTask));
}

function isWholeCalendar({ message }: Reading, groups: readonly string[]): boolean {
  return groups.length === 0 && /(?<!\p{L})kalendari(?:um|et)(?!\p{L})/iu.test(message);
}

/** "Vad är nästa grej?" */
const anything = /(?<!\p{L})(?:grej(?:en)?|sak(?:en)?|händelse|evenemang|aktivitet i kalendern|thing|event)(?!\p{L})/iu;

/** In words. */
const mostOfNext = 6;

/** "Mötet före sommaren" is the one nearest to it, and not all before it. */
function singled(reading: Reading): MeetingsQuery['which'] | null {
  if (reading.times.length === 0) return null;
  if (/mötet (?:närmast )?(?:före|innan)(?!\p{L})|\bthe (?:last )?meeting before\b/iu.test(reading.message))
    return 'final';
  return /mötet (?:närmast )?efter(?!\p{L})|\bthe (?:first )?meeting after\b/iu.test(reading.message) ? 'first' : null;
}

const since = /(?<!\p{L})(?:länge|lange|dagar|veckor|månader|tid) (?:sen|sedan)(?!\p{L})|\b(?:ago|since)\b/iu;

/** Which meetings a question means that does not say: all of a period, else those that are still to come. */
function impliedWhich(reading: Reading, query: MeetingsQuery, scoped: boolean): MeetingsQuery['which'] {
  if (scoped) return 'all';
  if (query.aspect === 'count' || /\b(alla|samtliga|hela|all)\b/i.test(reading.message)) return 'all';
  if (
    query.aspect === 'where' &&
    /(?<!\p{L})(?:samma|varje gång|alltid|same|every time|always)(?!\p{L})/iu.test(reading.message)
  )
    return 'all';
  if (query.aspect === 'countdown') return since.test(reading.message) ? 'latest' : 'next';
  const many =
    hasCue(reading, 'which', 'list', 'agenda', 'occupied', 'howMany') ||
    /\b(?:möten|mötena|träffar|datumen|mötesdagar|mötesdatum|mötestider|meetings|dates|moten|sammanträden|alla|fler|flera)\b/i.test(
      reading.message,
    );
  return many ? 'upcoming' : 'next';
}

/** "Vilka dagar brukar ledningsgruppen träffas?", "vilken tid börjar kommitténs möten?" */
export function askUsualHours(reading: Reading, plan: Plan): Candidate[] {
  // "Är ledningsgruppens möten på torsdagar?" A group that was spoken of before has a certain meeting.
  const isNamed = reading.mentions.some(
    ({ length, meaning }) => length > 0 && meaning.kind === 'entity' && meaning.entity.kind === 'group',
  );
  const asksDay = weekdayOf(reading) !== null && isYesNo(reading) && isNamed;
  if (
    !asksDay &&
    !hasCue(
      reading,
      'hours',
      'start',
      'end',
      'howLong',
      'usual',
      'weekday',
      'howOften',
      'until',
      'when',
      'which',
      'morning',
      'afternoon',
      'evening',
    )
  )
    return [];
  const withMeetings = meetingGroups(plan);
  const own = entities(reading, 'group').map(({ id }) => id);
  const groups = groupsThatMeet(own, plan).filter((id) => withMeetings.includes(id));
  if (groups.length === 0 && !hasCue(reading, 'meeting')) return [];
  if (
    hasCue(reading, 'next', 'previous', 'final', 'first', 'planningConference', 'countdown', 'chair', 'viceChair') ||
    periodOf(reading)
  )
    return [];
  if (entities(reading, 'municipality').length > 0) return [];
  const e = evidence(reading);
  const usual = e.cue('usual');
  const daypart = e.cue('morning', 'afternoon', 'evening');
  const aspect = usualAspect(e, usual) ?? (daypart ? 'hours' : null);
  if (!aspect) return [];
  e.cue('thereafter', 'before', 'meeting', 'which', 'what', 'all', 'when', 'tell', 'hours', 'doing', 'howMany');
  e.weekday();
  e.clock();
  const named = e.take('group').map(({ id }) => id);
  const query: GroupQuery = { kind: 'group', groups: groupsThatMeet(named, plan), aspect };
  e.take('region');
  return [e.candidate(query, usual ? 1.5 : 0.7)];
}

function usualAspect(e: Evidence, usual: boolean): GroupQuery['aspect'] | null {
  if (e.cue('howOften')) return 'frequency';
  if (startsAsked(e)) return hasCue(e.reading, 'end') && e.cue('end', 'until') ? 'hours' : 'start';
  if (e.cue('end', 'until')) return 'end';
  if (e.cue('howLong')) return 'duration';
  if (e.cue('weekday')) return 'weekday';
  if (weekdayOf(e.reading) !== null && isYesNo(e.reading)) return 'weekday';
  if (e.cue('hours')) return 'hours';
  if (usual && hasCue(e.reading, 'when')) return 'hours';
  return usual ? 'weekday' : null;
}

const severalMeant = /(?<!\p{L})(?:möten|mötena|moten|sammanträden|träffar|vilka|alla|meetings|all)(?!\p{L})/iu;

/** "Händer det nåt i juli förutom möten?" */
const besidesMeetings =
  /(?<!\p{L})(?:förutom|utöver|vid sidan av|besides|apart from|other than|beside)\s(?:\p{L}+\s)?(?:möten|mötena|meetings|sammanträden)/iu;

const bothAsked = /(?<!\p{L})(?:både|såväl|dels|both|as well as)(?!\p{L})/iu;

/** "Händer det nåt mer i år?" is about what is left of it. */
function restOf(period: Period | null, today: string): Period | null {
  const { from, to } = period ?? {};
  if (!from || !to || from >= today || to < today) return period;
  return { from: today, to, name: { by: 'dates' } };
}

/** "Vad händer i april?" */
export function askAgenda(reading: Reading): Candidate[] {
  const period = periodOf(reading);
  const agendaWord = hasCue(reading, 'agenda', 'happening', 'occupied');
  const both = hasCue(reading, 'meeting') && hasCue(reading, 'conference');
  if (!agendaWord && !both && period === null) return [];
  const e = evidence(reading);
  const tasks =
    hasCue(reading, 'actionPlan', 'activity') || (hasCue(reading, 'doing') && hasCue(reading, 'shared', 'all'));
  // "Grejer i kalendern" are not the action plan's.
  const isOfPlan = e.cue('activity') && (period !== null || !hasCue(reading, 'agenda'));
  // "Både sammanträden och det som ska göras enligt handlingsplanen" wants all.
  const isBoth = hasCue(reading, 'meeting', 'conference') && bothAsked.test(reading.message);
  const ofActionPlan = e.cue('actionPlan') && !isBoth;
  const activitiesOnly = ofActionPlan || (isOfPlan && !hasCue(reading, 'meeting', 'conference'));
  const isElse = besidesMeetings.test(reading.message) && e.cue('meeting');
  const calendarOnly = e.cue('meeting', 'conference') && !activitiesOnly && !tasks && !isElse;
  e.cue(
    'agenda',
    'occupied',
    'happening',
    'what',
    'which',
    'list',
    'all',
    'shared',
    'when',
    'holding',
    'doing',
    'something',
    'next',
    'more',
    'where',
    'tell',
    'howMany',
    'deadline',
    'dated',
    'other',
    'document',
    'programme',
  );
  const query: AgendaQuery = {
    kind: 'agenda',
    period: hasCue(reading, 'more', 'remaining') ? restOf(e.period(), reading.today) : e.period(),
    place: placeOf(e),
    content: activitiesOnly || isElse ? 'activities' : calendarOnly ? 'calendar' : 'all',
  };
  e.take('region');
  e.clock();
  const single =
    isNextOfAll(reading) ||
    (period === null && hasCue(reading, 'meeting') && hasCue(reading, 'next') && !severalMeant.test(reading.message));
  return [e.candidate(query, (agendaWord || both ? 0 : -1.2) - (single ? 2 : 0))];
}
