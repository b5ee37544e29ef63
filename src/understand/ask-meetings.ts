// Readings about time: meetings, the groups' usual hours, conferences, hosts, and what happens in a period.
import { derived } from '../derived.ts';
import type { GroupId } from '../plan/ids.ts';
import type { Plan } from '../plan/plan.ts';
import {
  type AgendaQuery,
  type ConferenceQuery,
  everyMeeting,
  type GroupQuery,
  type MeetingsQuery,
  type PlaceRef,
} from '../query.ts';
import { type Candidate, type Evidence, evidence } from './candidate.ts';
import { entities, hasCue, periodOf, type Reading, weekdayOf } from './reading.ts';

/** A question that begins with its verb, or asks for confirmation: "är det …", "har vi …", "stämmer det att …". */
const asksWhether =
  /^(?:hej |men |och |så |ok(?:ej)?,? )?(?:är|ar|har|finns|blir|ska|skall|kommer|stämmer|visst|ingår|deltar|leder|sitter|kostar|ansvarar|hålls|ligger|träffas|ses|jobbar|arbetar|is|are|has|have|does|do|will|was|were|did|can)\b/i;

export function isYesNo(reading: Reading): boolean {
  return asksWhether.test(reading.message.trim()) && !hasCue(reading, 'who', 'when', 'where', 'howMany', 'howMuch');
}

/** Groups that have a calendar of their own. */
export const meetingGroups = derived((plan: Plan): readonly GroupId[] => [
  ...new Set(plan.meetings.map((meeting) => meeting.group)),
]);

export function placeOf(e: Evidence): PlaceRef | null {
  const [municipality] = e.take('municipality');
  if (municipality) return { kind: 'municipality', id: municipality.id };
  const [venue] = e.take('venue');
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

export function meetingAspect(e: Evidence): MeetingsQuery['aspect'] | null {
  if (e.cue('countdown')) return 'countdown';
  if (e.cue('week')) return 'week';
  if (e.cue('howMany')) return 'count';
  if (e.cue('start')) return 'start';
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

const hostOfMeeting =
  /(?<!\p{L})(?:värd\p{L}*|host\p{L}*)\s+(?:\p{L}+\s+){0,4}?(?:\p{L}*möte\p{L}*|sammanträde\p{L}*|meetings?)(?!\p{L})/iu;

/** "Vem är värd för mötet?" asks where it is; only conferences have hosts by turns. */
function asksForPlace(e: Evidence): boolean {
  const { reading } = e;
  return hostOfMeeting.test(reading.message) && entities(reading, 'conference').length === 0 && e.cue('host');
}

/** The groups asked about; holders of an office meet in the group that they are the members of. */
function groupsThatMeet(ids: readonly GroupId[], plan: Plan): GroupId[] {
  const groups = ids.map((id) => plan.group(id));
  const bodies = groups.filter(({ kind }) => kind !== 'officials').map(({ id }) => id);
  if (bodies.length > 0 || groups.length === 0) return bodies;
  const theirs = groups.flatMap(({ definite }) =>
    plan.groups.filter(({ pattern, members }) => pattern !== null && members?.sv.includes(definite.sv)),
  );
  return theirs.length > 0 ? theirs.map(({ id }) => id) : [...ids];
}

/** "När är nästa kommittémöte?" and its kin. */
export function askMeetings(reading: Reading, plan: Plan): Candidate[] {
  const withMeetings = meetingGroups(plan);
  const groups = entities(reading, 'group').map(({ id }) => id);
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
  );
  const group = groups.some((id) => withMeetings.includes(id));
  const period = periodOf(reading);
  const somewhere =
    hasCue(reading, 'when', 'where') &&
    entities(reading, 'municipality').length + entities(reading, 'venue').length > 0 &&
    !hasCue(reading, 'host', 'hostTurn', 'conference') &&
    entities(reading, 'conference').length === 0;
  const anything = period !== null && isYesNo(reading) && !hasCue(reading, 'conference', 'host');
  if (
    !meetingWord &&
    !(
      group &&
      (timeWord || period !== null || entities(reading, 'municipality').length > 0 || weekdayOf(reading) !== null)
    ) &&
    !anything &&
    !somewhere
  )
    return [];

  const e = evidence(reading);
  // "Möten inklusive planeringskonferenser" are all meetings.
  const isPlanning = e.cue('planningConference') && !/\b(?:inkl|inklusive|including|incl)\b/i.test(reading.message);
  const askedGroups = groupsThatMeet(
    e.take('group').map(({ id }) => id),
    plan,
  );
  const asked = whichMeeting(e);
  const which = asked ?? singled(reading);
  const hosted = asksForPlace(e);
  const aspect = meetingAspect(e) ?? (hosted && !isYesNo(reading) ? 'where' : null);
  const daypart = daypartOf(e);
  const place = placeOf(e);
  const query: MeetingsQuery = {
    ...everyMeeting,
    groups: askedGroups,
    form: isPlanning ? 'planning-conference' : e.cue('usual') && which !== null ? 'ordinary' : 'any',
    conferences: !isPlanning && e.cue('conference'),
    period: e.period(),
    weekday: e.weekday(),
    place,
    which: which ?? 'all',
    aspect: aspect ?? (isYesNo(reading) ? 'exists' : 'when'),
    ...(daypart ? { daypart } : {}),
  };
  allMeetingCues(e);
  e.take('region');
  e.clock();
  const scoped = query.period !== null || query.place !== null || query.weekday !== null || isPlanning;
  const isOver = e.cue('held') && !hasCue(reading, 'next', 'remaining');
  const remaining = e.cue('remaining');
  const more = remaining || ((isYesNo(reading) || hasCue(reading, 'howMany')) && hasCue(reading, 'more'));
  const settled: MeetingsQuery = {
    ...query,
    which: which ?? (isOver ? 'past' : more ? 'upcoming' : impliedWhich(reading, query, scoped)),
  };
  const both = withMeetings.length > 1 && askedGroups.length === 0 ? -0.2 : 0;
  const weak = meetingWord || hasCue(reading, 'agenda') ? 0 : -1;
  return [e.candidate(settled, both + weak)];
}

/** "Mötet före sommaren" is the one nearest to it, and not all before it. */
function singled(reading: Reading): MeetingsQuery['which'] | null {
  if (reading.times.length === 0) return null;
  if (/mötet (?:närmast )?(?:före|innan)(?!\p{L})|\bthe (?:last )?meeting before\b/iu.test(reading.message))
    return 'final';
  return /mötet (?:närmast )?efter(?!\p{L})|\bthe (?:first )?meeting after\b/iu.test(reading.message) ? 'first' : null;
}

/** Which meetings a question means that does not say: all of a period, else those that are still to come. */
function impliedWhich(reading: Reading, query: MeetingsQuery, scoped: boolean): MeetingsQuery['which'] {
  if (scoped) return 'all';
  if (query.aspect === 'count' || /\b(alla|samtliga|hela|all)\b/i.test(reading.message)) return 'all';
  if (
    query.aspect === 'where' &&
    /(?<!\p{L})(?:samma|varje gång|alltid|same|every time|always)(?!\p{L})/iu.test(reading.message)
  )
    return 'all';
  if (query.aspect === 'countdown') return 'next';
  const many =
    hasCue(reading, 'which', 'list', 'agenda', 'howMany') ||
    /\b(?:möten|mötena|träffar|datumen|mötesdagar|mötesdatum|mötestider|meetings|dates|moten|sammanträden|alla|fler|flera)\b/i.test(
      reading.message,
    );
  return many ? 'upcoming' : 'next';
}

/** "Vilka dagar brukar ledningsgruppen träffas?", "vilken tid börjar kommitténs möten?" */
export function askUsualHours(reading: Reading, plan: Plan): Candidate[] {
  if (
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
  const groups = entities(reading, 'group').filter(({ id }) => withMeetings.includes(id));
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
  const query: GroupQuery = { kind: 'group', groups: e.take('group').map(({ id }) => id), aspect };
  e.take('region');
  return [e.candidate(query, usual ? 1.5 : 0.7)];
}

function usualAspect(e: Evidence, usual: boolean): GroupQuery['aspect'] | null {
  if (e.cue('howOften')) return 'frequency';
  if (e.cue('start')) return 'start';
  if (e.cue('end', 'until')) return 'end';
  if (e.cue('howLong')) return 'duration';
  if (e.cue('weekday')) return 'weekday';
  if (weekdayOf(e.reading) !== null && isYesNo(e.reading)) return 'weekday';
  if (e.cue('hours')) return 'hours';
  if (usual && hasCue(e.reading, 'when')) return 'hours';
  return usual ? 'weekday' : null;
}

/** "När är rådslaget?", "vilka arrangerar det?", "vilka konferenser finns det?" */
export function askConferences(reading: Reading): Candidate[] {
  const named = entities(reading, 'conference');
  const generic = hasCue(reading, 'conference');
  if (named.length === 0 && !generic) return [];
  const e = evidence(reading);
  const conferences = e.take('conference').map(({ id }) => id);
  const aspect = conferenceAspect(e, conferences.length > 0);
  // Date and host stand side by side in the answer.
  if (hasCue(reading, 'when', 'where', 'deadline') && conferences.length > 0 && hasCue(reading, 'host'))
    e.cue('host', 'who', 'where');
  const query: ConferenceQuery = { kind: 'conference', conferences, period: e.period(), aspect };
  e.cue(
    'conference',
    'what',
    'which',
    'list',
    'all',
    'agenda',
    'holding',
    'something',
    'next',
    'happening',
    'more',
    'previous',
    'municipalityNoun',
  );
  e.take('region');
  const weekday = e.weekday();
  const settled = weekday !== null && aspect !== 'list' ? { ...query, aspect: 'weekday' as const } : query;
  return [e.candidate(settled, named.length > 0 ? 0 : -0.3)];
}

function conferenceAspect(e: Evidence, named: boolean): ConferenceQuery['aspect'] {
  if (e.cue('countdown')) return 'countdown';
  if (e.cue('howOften')) return 'frequency';
  if (e.cue('partners')) {
    e.cue('organiser', 'who', 'participants', 'involved');
    return 'partners';
  }
  if (e.cue('theme')) return 'theme';
  if (e.cue('participants', 'member')) {
    e.cue('who', 'involved');
    return 'participants';
  }
  if (e.cue('howMany')) return 'count';
  if (e.cue('organiser')) {
    e.cue('who');
    return 'organisers';
  }
  if (e.cue('hours', 'start', 'end')) return 'hours';
  if (e.cue('week')) return 'week';
  if (e.cue('weekday')) {
    e.cue('when');
    return 'weekday';
  }
  if (e.cue('where')) {
    e.cue('when');
    return 'where';
  }
  if (e.cue('when', 'whatDate', 'deadline')) return 'when';
  if (e.cue('responsible', 'askPerson', 'leads') || (!isYesNo(e.reading) && e.cue('holding'))) {
    e.cue('who');
    return 'responsible';
  }
  if (e.cue('tell', 'purpose') && named) return 'about';
  if (!named) return 'list';
  return hasCue(e.reading, 'next', 'previous') || isYesNo(e.reading) || periodOf(e.reading) ? 'when' : 'about';
}

/** "Vem är värd 2021?", "när är det Tyresös tur?", "visa hela turordningen" */
export function askHosts(reading: Reading): Candidate[] {
  const conference = entities(reading, 'conference').length > 0 || hasCue(reading, 'conference');
  const hostWord = hasCue(reading, 'host', 'hostTurn');
  const municipality = entities(reading, 'municipality').length > 0;
  const whoHas =
    conference &&
    (hasCue(reading, 'who', 'municipalityNoun', 'responsible', 'holding', 'organiser', 'leads', 'doing') ||
      (hasCue(reading, 'paid') && hasCue(reading, 'who')));
  // Meetings have places; conferences alone have hosts by turns.
  if (hostOfMeeting.test(reading.message) && !conference) return [];
  if (!hostWord && !whoHas && !(conference && municipality)) return [];
  const e = evidence(reading);
  const conferences = e.take('conference').map(({ id }) => id);
  const municipalities = e.take('municipality').map(({ id }) => id);
  e.cue(
    'host',
    'hostTurn',
    'conference',
    'which',
    'what',
    'list',
    'all',
    'municipalityNoun',
    'holding',
    'organiser',
    'responsible',
    'doing',
    'something',
    'leads',
    'other',
    'tell',
    'more',
    'shared',
    'peopleNoun',
    'thereafter',
    'paid',
    'final',
    'agenda',
    'involved',
    'happening',
  );
  const previous = e.cue('previous');
  const next = e.cue('next');
  const first = e.cue('first');
  const period = e.period();
  const when = e.cue('when');
  e.cue('who', 'where', 'until', 'countdown', 'howLong');
  const count = e.cue('howMany', 'howOften');
  e.take('region');
  const successor =
    municipalities.length > 0 && /\b(?:efter|after)\s+(?:\p{L}+\s+)?$/iu.test(textBeforeMunicipality(reading));
  const predecessor =
    municipalities.length > 0 && /\b(?:före|innan|before)\s+(?:\p{L}+\s+)?$/iu.test(textBeforeMunicipality(reading));
  const aspect = predecessor
    ? 'before'
    : successor
      ? 'after'
      : count
        ? 'count'
        : municipalities.length === 0
          ? 'who'
          : isYesNo(reading) || (period !== null && !when)
            ? 'check'
            : 'when';
  const which = period !== null && !when ? 'all' : previous ? 'latest' : next || first ? 'next' : 'all';
  const dated = when && municipalities.length === 0 && conferences.length > 0 && !hasCue(reading, 'hostTurn');
  const arrangers = hasCue(reading, 'municipalityNoun') && hasCue(reading, 'organiser', 'holding', 'responsible');
  const weak = dated ? -1.5 : hostWord || arrangers ? 0.5 : period !== null || municipality ? -0.5 : -1.2;
  return [e.candidate({ kind: 'hosts', conferences, period, municipalities, which, aspect }, weak)];
}

function textBeforeMunicipality(reading: Reading): string {
  const mention = reading.mentions.find(
    ({ meaning, length }) => length > 0 && meaning.kind === 'entity' && meaning.entity.kind === 'municipality',
  );
  const word = mention && reading.words[reading.tokens[mention.first]?.word ?? -1];
  return word ? reading.message.normalize('NFC').slice(0, word.start) : '';
}

/** "Vad händer i april?" */
export function askAgenda(reading: Reading): Candidate[] {
  const period = periodOf(reading);
  const agendaWord = hasCue(reading, 'agenda', 'happening');
  const both = hasCue(reading, 'meeting') && hasCue(reading, 'conference');
  if (!agendaWord && !both && period === null) return [];
  const e = evidence(reading);
  const activitiesOnly = e.cue('actionPlan') || (e.cue('activity') && !hasCue(reading, 'meeting', 'conference'));
  const calendarOnly = e.cue('meeting', 'conference') && !activitiesOnly;
  e.cue(
    'agenda',
    'happening',
    'what',
    'which',
    'list',
    'all',
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
    period: e.period(),
    place: placeOf(e),
    content: activitiesOnly ? 'activities' : calendarOnly ? 'calendar' : 'all',
  };
  e.take('region');
  return [e.candidate(query, agendaWord || both ? 0 : -1.2)];
}
