// Readings about conferences, and about who hosts them by turns.
import { hostedConferences } from '../plan/hosted-conferences.ts';
import type { Period } from '../plan/period.ts';
import type { Plan } from '../plan/plan.ts';
import type { ConferenceQuery } from '../query.ts';
import { hostOfMeeting, isYesNo } from './ask-meetings.ts';
import { type Candidate, type Evidence, evidence } from './candidate.ts';
import { entities, hasCue, mentionsAt, periodOf, type Reading } from './reading.ts';

/** "När är rådslaget?", "vilka arrangerar det?", "vilka konferenser finns det?" */
export function askConferences(reading: Reading, plan: Plan): Candidate[] {
  const named = entities(reading, 'conference');
  const generic = hasCue(reading, 'conference');
  if (named.length === 0 && !generic) return [];
  const e = evidence(reading);
  const own = e.take('conference').map(({ id }) => id);
  // "Finns det andra konferenser än rådslaget?"
  const conferences = otherThan.test(reading.message) ? [] : own;
  if (conferences.length < own.length) e.cue('other', 'more', 'conference');
  const aspect = conferenceAspect(e, conferences.length > 0);
  // Date and host stand side by side in the answer.
  if (hasCue(reading, 'when', 'where', 'deadline') && conferences.length > 0 && hasCue(reading, 'host'))
    e.cue('host', 'who', 'where');
  const asked = e.period();
  const isAhead = conferences.length === 0 && aspect !== 'count' && asksAhead(e);
  const next = isAhead && !severalMeant.test(reading.message) && asked === null ? nextOf(reading, plan) : undefined;
  const query: ConferenceQuery = next
    ? { kind: 'conference', ...next, aspect: aspect === 'list' ? 'when' : aspect }
    : {
        kind: 'conference',
        conferences,
        period: isAhead ? fromNow(asked, reading) : (asked ?? laterYear(conferences, reading, plan)),
        aspect,
      };
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
  e.take('neighbour');
  const weekday = e.weekday();
  const settled = weekday !== null && aspect !== 'list' ? { ...query, aspect: 'weekday' as const } : query;
  // How a conference goes is told of its row in the action plan.
  const isOfStatus = aspect === 'about' && hasCue(reading, 'status', 'statusDone', 'statusDelayed');
  return [e.candidate(settled, (named.length > 0 ? 0 : -0.3) - (isOfStatus ? 1.5 : 0))];
}

/** "Nästa konferens", "planeringskonferenserna oräknade" or not, "vilka konferenser är kvar?" */
function asksAhead(e: Evidence): boolean {
  const isAhead = e.cue('next', 'remaining');
  if (isAhead) e.cue('planningConference', 'without', 'when', 'where');
  return isAhead;
}

const otherThan =
  /(?<!\p{L})(?:andra|fler|flera|other|more)\s(?:konferenser|evenemang|conferences|events)\s(?:än|förutom|utöver|than|besides|apart from)(?!\p{L})/iu;
const severalMeant = /(?<!\p{L})(?:konferenser(?:na)?|conferences|vilka|alla|all|evenemang)(?!\p{L})/iu;

/** The next conference that has a day. */
function nextOf({ today }: Reading, plan: Plan): Pick<ConferenceQuery, 'conferences' | 'period'> | undefined {
  const ahead = plan.occasions.flatMap(({ conference, schedule, year }) =>
    schedule.kind === 'date' && schedule.date >= today ? [{ conference, year, date: schedule.date }] : [],
  );
  const [first] = ahead.sort((a, b) => a.date.localeCompare(b.date));
  if (!first) return undefined;
  const { conference, year } = first;
  return {
    conferences: [conference],
    period: { from: `${year}-01-01`, to: `${year}-12-31`, name: { by: 'year', year } },
  };
}

/** "När är nästa rådslag?" when this year's has been: the next year's. */
function laterYear(conferences: readonly string[], reading: Reading, plan: Plan): Period | null {
  const thisYear = Number(reading.today.slice(0, 4));
  const isHeld = plan.occasions.some(
    ({ conference, schedule, year }) =>
      conferences.includes(conference) &&
      year === thisYear &&
      schedule.kind === 'date' &&
      schedule.date < reading.today,
  );
  if (!isHeld || conferences.length !== 1 || !hasCue(reading, 'next')) return null;
  return { from: `${thisYear + 1}-01-01`, to: `${thisYear + 1}-12-31`, name: { by: 'year', year: thisYear + 1 } };
}

/** What is left of the period. */
function fromNow(asked: Period | null, { today }: Reading): Period | null {
  if (asked !== null && (asked.to === null || asked.to < today || (asked.from ?? '') > today)) return asked;
  return { from: today, to: asked?.to ?? null, name: { by: 'dates' } };
}

function conferenceAspect(e: Evidence, named: boolean): ConferenceQuery['aspect'] {
  if (e.cue('countdown')) return 'countdown';
  if (e.cue('howOften')) {
    e.cue('organiser', 'doing', 'holding', 'meeting', 'tell', 'happening');
    return 'frequency';
  }
  if (e.cue('partners')) {
    e.cue('organiser', 'who', 'participants', 'involved', 'responsible', 'doing', 'municipalityNoun');
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

const duties =
  /^(?:\P{L}*(?:och|men|and)\s)?\P{L}*(?:vad|vilket|vilka|what|which)(?!\p{L}).*(?<!\p{L})(?:ansvar(?!i)\p{L}*|ingår|måste|behöver|have to|uppgift\p{L}*|göra|gör|innebär|roll(?:en)?|åtagande\p{L}*|dut(?:y|ies)|responsibilit\p{L}*|tasks?|role|involve\p{L}*|do)(?!\p{L})/iu;

/** "Vem hjälper värdarna att arrangera?" */
const helpers = /(?<!\p{L})(?:hjälper|hjälpa|bistår|stöttar|stöder|assists?|helps?|supports?)(?!\p{L})/iu;

/** "Vad ska värdkommunen göra?": what a host has to do stands in what is said of the conference. */
function ofHosts(reading: Reading, plan: Plan, aspect: 'about' | 'organisers'): Candidate {
  const e = evidence(reading);
  const named = e.take('conference').map(({ id }) => id);
  e.cue(
    'host',
    'hostTurn',
    'conference',
    'what',
    'which',
    'responsible',
    'doing',
    'municipalityNoun',
    'holding',
    'tell',
    'help',
    'who',
    'organiser',
    'partners',
    'member',
    'involved',
  );
  const conferences = named.length > 0 ? named : hostedConferences(plan);
  return e.candidate({ kind: 'conference', conferences, period: null, aspect }, 1);
}

/** Whether conferences in general stand beside a named one: "för konferens eller rådslag". */
function namesAnyBeside(reading: Reading): boolean {
  if (!/(?<!\p{L})(?:eller|och|or|and)(?!\p{L})/iu.test(reading.message)) return false;
  return reading.mentions.some(
    ({ first, length, meaning }) =>
      length === 1 &&
      meaning.kind === 'cue' &&
      meaning.cue === 'conference' &&
      mentionsAt(reading.mentions, first).every((other) => other.meaning.kind === 'cue'),
  );
}

/** "Vem är värd 2021?", "när är det Tyresös tur?", "visa hela turordningen" */
export function askHosts(reading: Reading, plan: Plan): Candidate[] {
  const conference = entities(reading, 'conference').length > 0 || hasCue(reading, 'conference');
  const hostWord = hasCue(reading, 'host', 'hostTurn');
  const municipality = entities(reading, 'municipality').length > 0;
  const whoHas =
    conference &&
    (hadIt.test(reading.message) ||
      hasCue(reading, 'who', 'municipalityNoun', 'responsible', 'holding', 'organiser', 'leads', 'doing') ||
      (hasCue(reading, 'paid') && hasCue(reading, 'who')));
  // Meetings have places; conferences alone have hosts by turns.
  if (hostOfMeeting.test(reading.message) && !conference) return [];
  if (!hostWord && !whoHas && !(conference && municipality)) return [];
  // "Vem efterträder honom?" is asked of an office.
  if (!conference && ofPerson.test(reading.message)) return [];
  if (hostWord && !municipality && helpers.test(reading.message)) return [ofHosts(reading, plan, 'organisers')];
  if (hostWord && !municipality && duties.test(reading.message)) return [ofHosts(reading, plan, 'about')];
  const e = evidence(reading);
  const own = e.take('conference').map(({ id }) => id);
  // "Konferens eller rådslag" are both.
  const conferences = namesAnyBeside(reading) ? [] : own;
  const named = e.take('municipality').map(({ id }) => id);
  // "Är det Salem eller Nynäshamn?" asks who it is.
  const isOrder = named.length > 1 && sideBySide.test(textBetweenMunicipalities(reading));
  const isChoice = named.length > 1 && !isOrder && /(?<!\p{L})(?:eller|or)(?!\p{L})/iu.test(reading.message);
  const municipalities = isChoice ? [] : named;
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
  const next = e.cue('next') && !isOrder;
  const first = e.cue('first');
  const period = e.period();
  const when = e.cue('when');
  e.cue('who', 'where', 'until', 'countdown', 'howLong');
  const count = e.cue('howMany', 'howOften') || onlyOne.test(reading.message);
  e.take('region');
  e.take('neighbour');
  const neighbour = municipalities.length > 0 && !isOrder ? neighbourAsked(reading) : null;
  const told = neighbour !== null || count || municipalities.length > 0;
  const aspect = !told
    ? 'who'
    : (neighbour ?? (count ? 'count' : isOrder ? 'when' : whetherOrWhen(reading, period !== null && !when)));
  const final = e.cue('final') || lastInTurn.test(reading.message);
  const which =
    period !== null && !when
      ? 'all'
      : final && municipalities.length === 0
        ? 'final'
        : previous
          ? 'latest'
          : next || first
            ? 'next'
            : 'all';
  const dated = when && municipalities.length === 0 && conferences.length > 0 && !hasCue(reading, 'hostTurn');
  const arrangers = hasCue(reading, 'municipalityNoun') && hasCue(reading, 'organiser', 'holding', 'responsible');
  // "Vilka hade konferensen senast?"
  const hadLast = previous && hasCue(reading, 'who', 'which') && !hasCue(reading, 'when', 'where');
  const weak = dated ? -1.5 : hostWord || arrangers || hadLast ? 0.5 : period !== null || municipality ? -0.5 : -1.2;
  return [e.candidate({ kind: 'hosts', conferences, period, municipalities, which, aspect }, weak)];
}

/** "Är det bara en kommun som är värd?" */
/** "Kommer Nykvarn före eller efter Haninge?" */
const ofPerson =
  /(?<!\p{L})(?:efterträder|ersätter|avlöser|succeeds?|replaces?)\s(?:honom|henne|hen|him|her)(?!\p{L})/iu;
const hadIt = /(?<!\p{L})(?:vilka|vem|who)\s(?:hade|har|had|has)(?!\p{L})/iu;
const sideBySide = /(?<!\p{L})(?:före|fore|innan|efter|before|after)(?!\p{L})/iu;
const lastInTurn = /(?<!\p{L})(?:sist|sista|last|final)(?!\p{L})/iu;
const onlyOne =
  /(?<!\p{L})(?:(?:bara|endast|enbart|blott|only|just)\s+(?:en|1|one|a single)\s+(?:kommun|värd|municipality|host)|(?:alltid|always)\s+(?:två|en|ett|two|one|\d)(?!\p{L}))/iu;

function whetherOrWhen(reading: Reading, isOfYear: boolean): 'check' | 'when' {
  return isYesNo(reading) || isOfYear ? 'check' : 'when';
}

const afterThem = /(?<!\p{L})(?:efter|after|från|from)\s+(?:\p{L}+\s+)?$/iu;
const beforeThem = /(?<!\p{L})(?:före|innan|before)\s+(?:\p{L}+\s+)?$/iu;
const takesOver =
  /(?<!\p{L})(?:efterträd\p{L}*|eftertrad\p{L}*|avlös\p{L}*|avlos\p{L}*|efterföljare|(?:tar|ta|tog) över|tar over|överta\p{L}*|succe(?:ed\p{L}*|ssor)|takes? over|taking over)(?!\p{L})/iu;
const handsOver =
  /(?<!\p{L})(?:föregår|föregick|föregångare|foregar|företrädare|foretradare|lämnar över|lämnade över|lämna över|lamnar over|hands? (?:it )?over|handed over|preced\p{L}*|predecessor)(?!\p{L})/iu;
const toThem = /(?<!\p{L})(?:till|to)\s+(?:\p{L}+\s+)?$/iu;

/** "Vem efterträder Haninge?", "vem tar över från Salem?", "vem lämnar över till Nykvarn?": the turn beside theirs. */
function neighbourAsked(reading: Reading): 'after' | 'before' | null {
  const before = textBeforeMunicipality(reading);
  const { message } = reading;
  if (beforeThem.test(before)) return 'before';
  const isWho = hasCue(reading, 'who', 'which', 'municipalityNoun');
  // "När tar Tyresö över?" asks for their own turn, "vilka tar över från dem?" for the next.
  if (isWho && handsOver.test(message)) return 'before';
  if (isWho && takesOver.test(message)) return toThem.test(before) ? 'before' : 'after';
  const isPassedOn = /(?<!\p{L})(?:efter|after)\s/iu.test(before.slice(-20));
  return isPassedOn && afterThem.test(before) ? 'after' : null;
}

/** What stands between the first municipality that is named and the second. */
function textBetweenMunicipalities({ message, mentions, tokens, words }: Reading): string {
  const [one, other] = mentions
    .filter(({ length, meaning }) => length > 0 && meaning.kind === 'entity' && meaning.entity.kind === 'municipality')
    .map(({ first, length }) => [tokens[first]?.word ?? -1, tokens[first + length - 1]?.word ?? -1] as const);
  const [from, to] = [words[one?.[1] ?? -1]?.end, words[other?.[0] ?? -1]?.start];
  return from === undefined || to === undefined ? '' : message.normalize('NFC').slice(from, to);
}

function textBeforeMunicipality(reading: Reading): string {
  const mention = reading.mentions.find(
    ({ meaning, length }) => length > 0 && meaning.kind === 'entity' && meaning.entity.kind === 'municipality',
  );
  const word = mention && reading.words[reading.tokens[mention.first]?.word ?? -1];
  return word ? reading.message.normalize('NFC').slice(0, word.start) : '';
}
