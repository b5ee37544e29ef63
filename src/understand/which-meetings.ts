// Which meetings are meant where that is said by number or by what they are not: "det andra mötet", "de två nästa",
// "vilka är inte i Huddinge?"
import { overlaps } from '../plan/period.ts';
import type { Plan } from '../plan/plan.ts';
import { everyMeeting, type MeetingsQuery } from '../query.ts';
import type { Evidence } from './candidate.ts';
import { ordinalOf } from './ordinals.ts';
import type { Reading } from './reading.ts';
import { wholeYear } from './short-times.ts';
import { count } from './update-words.ts';
import { fold } from './words.ts';

/** The meetings that a message means however it would else be read; undefined where it does not say so. */
export function certainMeetings(reading: Reading, query: MeetingsQuery, plan: Plan): MeetingsQuery | undefined {
  return nthMeeting(reading, query, plan) ?? beginsWith(reading, query) ?? askedAfter(reading, query, plan);
}

const someOf =
  /(?<!\p{L})(?:(?:nästa|närmaste|kommande|sista|senaste|första|next|last|first|coming)\s(?<after>två|tre|fyra|fem|sex|two|three|four|five|six|[2-6])|(?<before>två|tre|fyra|fem|sex|two|three|four|five|six|[2-6])\s(?:nästa|närmaste|kommande|sista|senaste|första|next|last|first|coming))(?!\p{L})(?!\s(?:dagar|veckor|månader|år|days|weeks|months|years))/iu;

/** "När är de två nästa mötena?" */
export function severalOf({ message }: Reading, which: MeetingsQuery['which'] | null): Pick<MeetingsQuery, 'take'> {
  const { after, before } = someOf.exec(message)?.groups ?? {};
  const said = (after ?? before)?.toLowerCase();
  return said === undefined || which === null ? {} : { take: count(fold(said)) };
}

/** "När drar kommittén igång året?", "när börjar LG i höst?": the first meeting, and not when a meeting begins. */
function beginsWith(reading: Reading, query: MeetingsQuery): MeetingsQuery | undefined {
  const by = query.period?.name.by;
  const isLong = by === 'year' || by === 'season' || by === 'half';
  if (!isLong || query.groups.length === 0 || !startsOff.test(reading.message)) return undefined;
  return { ...query, which: 'first', aspect: 'when' };
}

const startsOff =
  /^(?:och |men |hej )*(?:när|nar|when)(?: does| do)?\s(?:\p{L}+\s){0,5}?(?:drar|kör|sätter|kickar|börjar|startar|rivstartar|start|begin|kick)s?(?!\p{L})/iu;

/** "När är det andra kommittémötet?": of the period, or of the year. */
function nthMeeting(reading: Reading, query: MeetingsQuery, plan: Plan): MeetingsQuery | undefined {
  const said = ordinalMeeting.exec(reading.message)?.groups?.nth?.toLowerCase();
  const nth = said === undefined ? undefined : ordinalOf(said);
  if (nth === undefined || nth < 2 || query.groups.length !== 1 || query.place !== null) return undefined;
  const within = query.period ?? wholeYear(Number(reading.today.slice(0, 4)));
  const meeting = plan.meetings
    .filter(({ group, from, to }) => query.groups.includes(group) && overlaps(within, from, to))
    .sort((one, other) => one.from.localeCompare(other.from))[nth - 1];
  return meeting && { ...everyMeeting, groups: query.groups, ids: [meeting.id] };
}

const ordinalMeeting =
  /(?<!\p{L})(?:det|den|the|\p{L}+s)\s(?<nth>andra|tredje|fjärde|femte|sjätte|sjunde|åttonde|second|third|fourth|fifth|sixth|seventh|eighth)\s(?:\p{L}+\s)?(?:\p{L}*(?:mötet?|träffen?|sammanträdet?)|meeting)(?!\p{L})/iu;

/** "Kan inte 4 april, när är gången efter?": the next after the meeting of that day. */
function askedAfter(reading: Reading, { groups, period }: MeetingsQuery, plan: Plan): MeetingsQuery | undefined {
  if (period?.name.by !== 'day' || !timeAfter.test(reading.message)) return undefined;
  const [meeting, another] = plan.meetings.filter(
    (one) => (groups.length === 0 || groups.includes(one.group)) && overlaps(period, one.from, one.to),
  );
  if (!meeting || another) return undefined;
  return { ...everyMeeting, groups: [meeting.group], which: 'next', from: meeting.id };
}

const timeAfter =
  /(?<!\p{L})(?:gången|mötet|träffen|the (?:time|meeting|one)) (?:efter|därefter|därpå|after)(?=\s*(?:i|med|för|in|of|with|[?.!,]|$))/iu;

/** "Vilka möten är inte i Huddinge?", "inte de hos StorSthlm", "outside Huddinge" */
const notThere =
  /(?<!\p{L})(?:(?:inte|ej|utom|förutom|not|except|aren['’]t)\s(?:\p{L}+\s){0,2}?(?:i|hos|in|at)|utanför|outside)\s/iu;

/** Whether any place but the one that is named is meant. */
export function isElsewhere({ message }: Reading): boolean {
  return notThere.test(message);
}

const notThatDay =
  /(?<!\p{L})(?:inte|ej|not|aren['’]t|isn['’]t|annan dag än|andra dagar än)\s(?:\p{L}+\s){0,2}?(?:på\s|on\s)?(?:en\s|a\s)?(?<day>(?:mån|tis|ons|tors|fre|lör|sön)dag|(?:mon|tues|wednes|thurs|fri|satur|sun)day)/iu;
/** Monday first. */
const weekdays = [
  /^(?:mån|mon)/iu,
  /^(?:tis|tues)/iu,
  /^(?:ons|wednes)/iu,
  /^(?:tors|thurs)/iu,
  /^fri|^fre/iu,
  /^(?:lör|satur)/iu,
  /^(?:sön|sun)/iu,
];

/** "Vilka ligger inte på en torsdag?", "not on Friday": no certain Friday is meant. */
export function notOn(e: Evidence): Pick<MeetingsQuery, 'weekday' | 'otherDays' | 'period'> | undefined {
  const day = notThatDay.exec(e.reading.message)?.groups?.day;
  if (day === undefined) return undefined;
  const weekday = weekdays.findIndex((name) => name.test(day)) + 1;
  const period = e.period();
  return { weekday, otherDays: true, period: period?.name.by === 'day' ? null : period };
}

/** "Vilka möten är inte planeringskonferenser?" */
const notPlanning =
  /(?<!\p{L})(?:inte|ej|utom|förutom|utan|not|except|besides|aren['’]t|other than)\s(?:\p{L}+\s){0,2}?(?:planering|planning|internat)/iu;

const amongThem =
  /(?<!\p{L})(?:inkl|inklusive|inräkna(?:d|t|de)|medräkna(?:d|t|de)|inkludera(?:d|t|de)|oavsett|including|incl|included|counted|inclusive)(?!\p{L})/iu;

/** Whether planning conferences are counted among the meetings. */
export function countsPlanning({ message }: Reading): boolean {
  return amongThem.test(message);
}

export function leavesOutPlanning({ message }: Reading): boolean {
  return notPlanning.test(message);
}
