// Two questions in one message, and which of its clauses asks something.
import type { Plan } from '../plan/plan.ts';
import { type Context, type MeetingsQuery, noContext, type Query, type SingleQuery } from '../query.ts';
import { isYesNo } from './ask-meetings.ts';
import { meetingsOf } from './ask-neighbours.ts';
import { meetingGroups } from './groups-that-meet.ts';
import { entities, hasCue, namesSomething, type Reading, read } from './reading.ts';
import type { Talk } from './update-subjects.ts';
import { words } from './words.ts';

/** Understands a reading as one question. */
export type Single = (reading: Reading, context: Context) => SingleQuery;

const joint =
  /(?<![\s?])\s*(?:(?:\?+|,|;)\s*)?(?:\b(?:och|o|samt|and|men|plus|also)\b\s+(?:också |sen |även |also )?)(?=(?:(?:genom|i|på|från|till|för|med|av|om|in|at|from|by|for|with) )?(?:när|var|vem|vilka|vilken|vilket|vad|hur|nar|when|where|who|which|what|how)\b)|\?\s+(?=\S)/i;

/** Whether a question is about certain meetings, whatever is told beside it. */
export function isPrecise(query: SingleQuery, reading: Reading): boolean {
  return query.kind === 'meetings' && query.groups.length > 0 && (query.period !== null || hasCue(reading, 'next'));
}

/** What introduces or follows the question may be about anything: "… jag ska ha en dragning för nämnden". */
const clauseEnd = /[.,;:!?]\s+|\s+[-–]\s+/;

const guess = /^(?:är|e|blir|is)\s(?:det|it)(?!\p{L})/iu;

/** The one clause that asks something, where the rest of a long message only tells why. */
export function answerableClause(
  text: string,
  { context, vocabulary, now }: Talk,
  single: Single,
): SingleQuery | undefined {
  const clauses = text.split(clauseEnd).filter((clause) => words(clause).length > 1);
  if (clauses.length < 2) return undefined;
  const readings = clauses.map((clause) => read(clause, vocabulary, now));
  if (readings.some((reading) => hasCue(reading, 'outside'))) return undefined;
  const questions = readings.filter((reading) => hasCue(reading, ...questionCues) || isYesNo(reading));
  // "… , är det typ vid lunch?" guesses at the answer.
  const guessless = questions.filter(({ message }) => !guess.test(message));
  const asking = guessless.length > 0 ? guessless : questions;
  const queries = asking.map((reading) => single(reading, context));
  const answerable = queries.filter(isAnswerable);
  const [only, another] = answerable;
  if (!only || another || answerable.length < queries.length) return undefined;
  // What is told beside may be what it is about: "vi ska till Nynäshamn, när är det?"
  const told = readings.some((reading) => !asking.includes(reading) && namesSomething(reading));
  const isOpen = (only.kind === 'meetings' || only.kind === 'hosts') && !(asking[0] && isPrecise(only, asking[0]));
  return told && isOpen ? undefined : only;
}

export const questionCues = [
  'when',
  'where',
  'who',
  'which',
  'what',
  'howMany',
  'howMuch',
  'howLong',
  'why',
  'list',
  'next',
  'cost',
  'purpose',
  'hours',
] as const;

/** Joints that are two questions only where one reading cannot hold both sides: "kommittén + rådslaget, datum?" */
const weakJoint = /\s*(?:\+|&|\b(?:och|o|samt|respektive|resp|plus|and|as well as)\b\.?)\s*/i;

/** "Värdar för konferensen 2022 och rådslaget 2023": each side has a subject and a time of its own. */
export function eachInItsTime(reading: Reading, talk: Talk, single: Single): Query | undefined {
  const sides = sidesOf(reading.message)?.map((side) => read(side, talk.vocabulary, talk.now));
  const [left, right] = sides ?? [];
  if (!left || !right || !hasSubjectAndTime(left) || !hasSubjectAndTime(right)) return undefined;
  return twoSubjects(reading, talk, single);
}

function hasSubjectAndTime(side: Reading): boolean {
  const isDated = side.times.some(({ meaning }) => meaning.kind === 'period');
  const isNamed = (['conference', 'group'] as const).some((kind) => entities(side, kind).length > 0);
  return isDated && (isNamed || hasCue(side, 'conference'));
}

/** "Datum för båda?" after two answers: the same of each. */
export function ofBoth(reading: Reading, { context }: Talk, single: Single): Query | undefined {
  const { last } = context;
  if (last?.kind !== 'several' || namesSomething(reading) || !bothMeant.test(reading.message)) return undefined;
  const queries = last.queries.map((query) => single(reading, { ...noContext, last: query }));
  return queries.every(isAnswerable) ? { kind: 'several', queries } : undefined;
}

const bothMeant = /(?<!\p{L})(?:båda|bada|bägge|bagge|vardera|both|each)(?!\p{L})/iu;

function sidesOf(message: string): readonly [string, string] | undefined {
  const [left, right, more] = message.split(weakJoint);
  return left && right && more === undefined ? [left, right] : undefined;
}

export function twoSubjects(reading: Reading, { context, vocabulary, now }: Talk, single: Single): Query | undefined {
  const [left, right] = sidesOf(reading.message) ?? [];
  if (!left || !right) return undefined;
  // What the other side asks, as a follow-up of its own would be said.
  const joint = reading.language === 'en' ? 'and' : 'och';
  const after = (side: string, last: SingleQuery): SingleQuery =>
    single(read(`${joint} ${side}`, vocabulary, now), { ...noContext, last });
  const [leading, trailing] = [read(left, vocabulary, now), read(right, vocabulary, now)];
  const isAskedLast = !hasCue(leading, ...questionCues) && hasCue(trailing, ...questionCues);
  const asked = single(isAskedLast ? trailing : leading, context);
  if (!isAnswerable(asked)) return undefined;
  const other = after(isAskedLast ? left : right, asked);
  if (!isAnswerable(other)) return undefined;
  return { kind: 'several', queries: isAskedLast ? [other, asked] : [asked, other] };
}

export function isAnswerable({ kind }: SingleQuery): boolean {
  return kind !== 'not-in-plan' && kind !== 'talk' && kind !== 'clarify';
}

export function several(reading: Reading, { context, plan, vocabulary, now }: Talk, single: Single): Query | undefined {
  const [left, ...rest] = questionsIn(reading.message);
  if (!left || rest.length === 0 || rest.length > 2) return undefined;
  const first = single(read(left, vocabulary, now), context);
  if (first.kind === 'not-in-plan' || first.kind === 'clarify') return undefined;
  const asked: SingleQuery[] = first.kind === 'talk' ? [] : [first];
  let last: SingleQuery = first;
  for (const part of rest) {
    const following = read(elliptic.test(part) ? `och ${part}` : part, vocabulary, now);
    const isStep = hasCue(following, 'thereafter', 'before');
    const focus = isStep ? focusOf(last, plan, reading.today) : noContext.focus;
    const about = last.kind === 'talk' ? context : { ...noContext, last, focus };
    const next = single(following, about);
    if (next.kind === 'talk') continue;
    if (next.kind === 'meetings' && last.kind === 'meetings' && next.from === null && !asksOtherwise(last, next)) {
      return single(reading, context);
    }
    const own = ofSameGroup(next, last, plan);
    // Asked twice in other words, it is answered once.
    if (!asked.some((one) => JSON.stringify(one) === JSON.stringify(own))) asked.push(own);
    last = next;
  }
  const [only, another] = asked;
  return only && !another ? only : { kind: 'several', queries: asked };
}

/** "… och vilket hör ihop med kommunikation?": which of those that the first question was about. */
const elliptic =
  /^(?:vilken|vilket|vilka|which)\s+(?:hör|har|är|ansvarar|jobbar|arbetar|sköter|ligger|gäller|one|has|is|are|does|works|belongs)(?!\p{L})/iu;

/** What the first question of two is about, as far as it is certain before it is answered. */
export function focusOf(query: SingleQuery, plan: Plan, today: string): Context['focus'] {
  if ((query.kind === 'conference' || query.kind === 'hosts') && query.conferences.length === 1) {
    const year = query.period?.from?.slice(0, 4) ?? today.slice(0, 4);
    return { ...noContext.focus, conferences: query.conferences, year: Number(year) };
  }
  if (query.kind !== 'meetings' || query.ids.length > 0) return noContext.focus;
  const fitting = meetingsOf(query, plan);
  const [only, another] = query.which === 'next' ? fitting.filter(({ to }) => to >= today).slice(0, 1) : fitting;
  return only && !another ? { ...noContext.focus, meetings: [only.id] } : noContext.focus;
}

/** The questions of a message; one of a single word goes with the next: "var och när är mötet". */
function questionsIn(message: string): string[] {
  const parts = message.split(joint).filter((part) => /[\p{L}\d]/u.test(part));
  const whole: string[] = [];
  for (const part of parts) {
    const before = whole.at(-1);
    if (before !== undefined && words(before).length < 2) whole.splice(-1, 1, `${before} ${part}`);
    else whole.push(part);
  }
  return whole;
}

/** "Hur många möten är kvar, och var är det sista?" are two questions, "vilka möten i maj, och var?" is one. */
function asksOtherwise(first: MeetingsQuery, second: MeetingsQuery): boolean {
  return first.which !== second.which && (first.aspect === 'count') !== (second.aspect === 'count');
}

/** "Vem är ordförande i kommittén och när är nästa möte?": the committee's, of which the first half speaks. */
function ofSameGroup(second: SingleQuery, first: SingleQuery, plan: Plan): SingleQuery {
  if (second.kind !== 'meetings' || second.groups.length > 0) return second;
  const groups = first.kind === 'roles' || first.kind === 'group' ? first.groups : [];
  const [only, another] = groups.filter((id) => meetingGroups(plan).includes(id));
  return only !== undefined && another === undefined ? { ...second, groups: [only] } : second;
}
