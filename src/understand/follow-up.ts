// Short follow-ups: the message is read as if what it leaves out stood there, taken from the last question.
import type { Period } from '../plan/period.ts';
import type { Plan } from '../plan/plan.ts';
import type { AnswerableQuery, Context, Focus, Query } from '../query.ts';
import { rankIn } from './activity-filters.ts';
import { asksOfNow, periodBeside, sameInYear } from './continued-times.ts';
import { type Cue, questionWords } from './cues.ts';
import { type Inheritance, inheritance } from './inheritance.ts';
import { anaphora, sameTime } from './pointing-words.ts';
import { entities, hasCue, type Mention, namesSomething, type Reading } from './reading.ts';
import { dayOfShown, daysOfMonth, monthSpokenOf, numberAlone, periodSpokenOf, wholeYear } from './short-times.ts';
import type { Entity } from './vocabulary.ts';

/** Whether the words point back: "och 2022 då?", "vad kostar den?" */
export function pointsBack(reading: Reading): boolean {
  return anaphora.test(reading.message.trim());
}

/** The kind of the question that a follow-up continues. */
export function lastKind({ last }: Context): AnswerableQuery['kind'] | undefined {
  return last ? lastSingle(last)?.kind : undefined;
}

/** The query that a follow-up continues: of several, the last. */
function lastSingle(last: Query): AnswerableQuery | undefined {
  const single = last.kind === 'several' ? last.queries.at(-1) : last;
  if (single?.kind === 'not-in-plan') return single.understood ?? undefined;
  if (single?.kind === 'year-changes') return undefined;
  return single?.kind === 'as-of' || single?.kind === 'of-year' ? (single.query ?? undefined) : single;
}

/**
 * The reading with the last question's subject standing in for what it leaves out, or undefined where there is nothing
 * to take over. What is taken over covers no words of the message.
 */
export function inherit(reading: Reading, context: Context, plan: Plan): Reading | undefined {
  const last = context.last ? lastSingle(context.last) : undefined;
  if (!last) return undefined;
  const from =
    officesBeside(last, reading, plan) ??
    networkLed(last, reading, plan) ??
    shownThen(last, reading, context.focus) ??
    inheritance(last, context.focus, plan);
  if (!from) return undefined;
  const linked = hasCue(reading, 'cost', 'budget', 'status', 'statusDone', 'goal', 'comment')
    ? activitiesOf(from, plan)
    : [];
  // "Och i vår?" after the conferences of the autumn is about others.
  const isOfOthers = last.kind === 'conference' && last.conferences.length === 0 && reading.times.length > 0;
  const isOther = (entity: Entity): boolean =>
    replacesAll(entity, reading, last) || (isOfOthers && entity.kind === 'conference');
  const own = new Set(
    reading.mentions.flatMap(({ meaning }) => (meaning.kind === 'entity' ? [slotOf(meaning.entity)] : [])),
  );
  const mentions: Mention[] = [...from.entities, ...linked]
    .filter((entity) => !isOther(entity))
    .filter((entity) => !own.has(slotOf(entity)) || (entity.kind === 'municipality' && sharesWithLast(reading)))
    .map((entity) => ({ first: -1, length: 0, meaning: { kind: 'entity', entity } }));
  const cues: Mention[] = from.cues
    .filter((cue) => !replacedBy(cue, reading, last.kind))
    .map((cue) => ({ first: -1, length: 0, meaning: { kind: 'cue', cue } }));
  const leaning = { ...reading, mentions: [...reading.mentions, ...mentions, ...cues] };
  const spoken = from.period ?? dayOfShown(last, context.focus, plan);
  const short =
    (from.period && numberAlone(reading, from.period)) ??
    (spoken && periodBeside(reading, spoken)) ??
    (from.period && sameInYear(reading, from.period));
  if (short) return { ...leaning, times: [short], weights: reading.weights.map(() => 0) };
  // "Samma månad" is that of which was spoken.
  const isSameTime = sameTime.test(reading.message);
  const same = isSameTime ? periodSpokenOf(reading, last, context.focus, plan) : undefined;
  if (same) return { ...leaning, times: [same] };
  const times = isSameTime ? [] : daysOfMonth(reading, monthSpokenOf(last, context.focus, plan));
  const ownPeriod = times.some((time) => time.meaning.kind === 'period');
  if (isYearly(last) && ownsShortPeriod(reading)) return undefined;
  const period =
    from.period && !ownPeriod && !forgetsYear(reading) && !asksTurn(last, reading)
      ? [{ first: 0, end: 0, meaning: { kind: 'period' as const, period: from.period, yearStated: true } }]
      : [];
  return { ...leaning, times: [...times, ...period] };
}

/** "Och Huddinge?" after a conference: when it is their turn, and not whether it is this year. */
function asksTurn(last: AnswerableQuery, reading: Reading): boolean {
  // "När är det i Tyresö då?" after a month asks for the day.
  if (last.kind === 'meetings' && hasCue(reading, 'when') && entities(reading, 'municipality').length > 0) return true;
  return last.kind === 'conference' && last.period === null && entities(reading, 'municipality').length > 0;
}

/** "Och nu?", "och alla andra år?", "vem är sist i turordningen?" */
function forgetsYear(reading: Reading): boolean {
  return asksOfNow(reading) || everyYear.test(reading.message) || hasCue(reading, 'hostTurn');
}

const everyYear =
  /(?<!\p{L})(?:(?:alla|samtliga|resten av|de)\s(?:andra |övriga |kommande )?år(?:en)?|övriga år|(?:all |the )?(?:other|the other|all) years)(?!\p{L})/iu;

/** In words. */
const mostOfRank = 4;

/** "Och näst högst?" after what costs most: the next in that order. */
export function nextInRank(reading: Reading, context: Context): AnswerableQuery | undefined {
  const last = context.last ? lastSingle(context.last) : undefined;
  if (last?.kind !== 'activities' || (last.cost !== 'highest' && last.cost !== 'lowest')) return undefined;
  if (reading.words.length > mostOfRank) return undefined;
  const rank = rankIn(reading.message) ?? (hasCue(reading, 'thereafter') ? (last.rank ?? 1) + 1 : null);
  return rank === null ? undefined : { ...last, rank };
}

/** "O nyckeltalen?" after a network's area. */
function replacesAll(entity: Entity, reading: Reading, last: AnswerableQuery): boolean {
  const named = (...kinds: Entity['kind'][]): boolean => kinds.some((kind) => entities(reading, kind).length > 0);
  if (last.kind === 'networks') return named('conference', 'group', 'activity', 'area', 'goal', 'objective');
  if (last.kind === 'budget' && entity.kind === 'budget-line')
    return hasCue(reading, 'income', 'costs', 'fee', 'balance', 'largest', 'smallest');
  return false;
}

/** "Vem är vice?", "och i kommittén?" after somebody's office: another of the same group, or the same of another. */
function officesBeside(last: AnswerableQuery, reading: Reading, plan: Plan): Inheritance | null {
  if (last.kind !== 'roles' || last.people.length === 0) return null;
  const isOfGroup = entities(reading, 'group').length > 0;
  const isOfOffice = hasCue(reading, ...roleCues);
  if (!isOfGroup && !isOfOffice) return null;
  const offices = plan.roles.filter(({ person }) => last.people.includes(person));
  const roles = last.roles.length > 0 ? last.roles : offices.map(({ role }) => role);
  return {
    cues: isOfOffice ? [] : roles.map((role) => (role === 'vice-chair' ? 'viceChair' : 'chair')),
    entities: isOfGroup ? [] : offices.map(({ group }) => ({ kind: 'group', id: group })),
    period: null,
  };
}

/** "Vem leder det?" after a network: an office of that network, though the plan names nobody. */
function networkLed(last: AnswerableQuery, reading: Reading, plan: Plan): Inheritance | null {
  if (last.kind !== 'networks' || !hasCue(reading, ...roleCues)) return null;
  const { areas, goals = [] } = last;
  const [only, another] = plan.groups.filter(
    (group) =>
      group.kind === 'network' &&
      (goals.length > 0 ? group.goals.some((id) => goals.includes(id)) : group.areas.some((id) => areas.includes(id))),
  );
  if (!only || another) return null;
  return { cues: [], entities: [{ kind: 'group', id: only.id }], period: null };
}

/** "Vad kostar det?" after what happens on a day is about what was shown of the action plan. */
function shownThen(last: AnswerableQuery, reading: Reading, { activities, meetings }: Focus): Inheritance | null {
  // "Var nånstans?" after a week with one meeting in it.
  const isOfMeetings = last.kind === 'agenda' && meetings.length > 0 && meetings.length <= mostShown;
  if (isOfMeetings && hasCue(reading, 'where', 'hours') && !namesSomething(reading)) {
    return { cues: ['meeting'], entities: [], period: last.period };
  }
  const isOne = last.kind === 'activities' && activities.length === 1;
  if ((last.kind !== 'agenda' && !isOne) || activities.length === 0 || activities.length > mostShown) return null;
  const isOfIt = isOne && hasCue(reading, 'when', 'who', 'municipalityNoun') && !namesSomething(reading);
  if (!isOfIt && !hasCue(reading, 'cost', 'status', 'responsible', 'goal')) return null;
  return { cues: [], entities: activities.map((id) => ({ kind: 'activity', id })), period: null };
}
const mostShown = 3;

/** "Vad delar de med Huddinge?": with that of the last question. */
function sharesWithLast(reading: Reading): boolean {
  return hasCue(reading, 'shared') && entities(reading, 'municipality').length < 2;
}

/** Hosts and offices have a year; nobody means them by "nästa vecka?". */
function isYearly({ kind }: AnswerableQuery): boolean {
  return kind === 'hosts' || kind === 'roles' || kind === 'budget' || kind === 'goals' || kind === 'networks';
}

const shortPeriods: ReadonlySet<Period['name']['by']> = new Set(['day', 'week', 'weekend', 'month']);

function ownsShortPeriod({ times }: Reading): boolean {
  return times.some(({ meaning }) => meaning.kind === 'period' && shortPeriods.has(meaning.period.name.by));
}

/** A conference has a row of its own in the action plan, which tells its cost and status. */
function activitiesOf({ entities: inherited }: Inheritance, plan: Plan): Entity[] {
  const names = inherited.flatMap((entity) =>
    entity.kind === 'conference' ? [plan.conference(entity.id).name.sv] : [],
  );
  return plan.activities.filter(({ title }) => names.includes(title.sv)).map(({ id }) => ({ kind: 'activity', id }));
}

/** Entities of one slot replace each other: "och Tyresö?" after a question about Haninge. */
function slotOf(entity: Entity): string {
  switch (entity.kind) {
    case 'area':
    case 'goal':
    case 'objective':
      return 'subject';
    case 'municipality':
    case 'venue':
      return 'place';
    default:
      return entity.kind;
  }
}

const roleCues: readonly Cue[] = ['chair', 'viceChair'];
/** What is asked of a group after its chair. */
const otherThanRoles: readonly Cue[] = ['meeting', 'planningConference', 'doing', 'purpose', 'responsible', 'activity'];
const levelCues: readonly Cue[] = ['area', 'goal', 'objective'];
const whichCues: readonly Cue[] = ['next', 'previous', 'final', 'first', 'remaining'];

/** "Och elvägen?" asks the same of another activity; a message with a question of its own does not. */
const askingCues: readonly Cue[] = [
  ...questionWords,
  'cost',
  'status',
  'responsible',
  'goal',
  'statusDone',
  'comment',
  'involved',
  'doing',
  'member',
  'purpose',
  'askPerson',
];

/** Whether the message has a word of its own that takes the inherited cue's place. */
function replacedBy(cue: Cue, reading: Reading, last: AnswerableQuery['kind']): boolean {
  if (roleCues.includes(cue)) return hasCue(reading, ...roleCues, ...otherThanRoles);
  if (cue === 'fee' || cue === 'decided') return asksOtherMoney(reading, cue);
  if (cue === 'host') return hasCue(reading, 'howOften', 'theme', 'partners', 'participants', 'cost');
  // "Hur många är det?" of those who answer for it.
  if (last === 'activity')
    return hasCue(reading, ...askingCues.filter((own) => cue !== 'responsible' || own !== 'howMany'));
  if (last === 'group')
    return hasCue(reading, ...askingCues, 'next', 'meeting', 'hours', 'start', 'end', 'howOften', 'howLong');
  if (levelCues.includes(cue)) return hasCue(reading, ...levelCues);
  if (cue === 'planningConference') return hasCue(reading, 'meeting');
  if (cue === 'activity') return hasCue(reading, 'goal', 'objective');
  if (!whichCues.includes(cue)) return false;
  const scoped =
    reading.times.length > 0 ||
    entities(reading, 'municipality').length > 0 ||
    // "Hur många är det?" after those that are left counts those.
    (cue !== 'remaining' && hasCue(reading, 'howMany')) ||
    hasCue(reading, 'all', 'list');
  return scoped || hasCue(reading, ...whichCues, 'thereafter', 'before');
}

/** "Och hur mycket får vi in totalt?", "personalen då?" after the fee. */
function asksOtherMoney(reading: Reading, cue: 'fee' | 'decided'): boolean {
  const isOther = hasCue(reading, 'income', 'costs', 'sum', 'balance') || entities(reading, 'budget-line').length > 0;
  return isOther || (cue === 'decided' && hasCue(reading, 'howMuch', 'fee'));
}

/** Settles what only the last answer can tell: which meetings "it" is, and what "after that" comes after. */
export function settle(query: AnswerableQuery, reading: Reading, context: Context, plan: Plan): AnswerableQuery {
  const last = context.last ? lastSingle(context.last) : undefined;
  const settled = settledAfter(last, query, reading, context.focus, plan);
  if (settled.kind !== 'meetings' || last?.kind !== 'meetings') return settled;
  // "Bara de efter sommaren" of those that are elsewhere.
  const isSamePlace = settled.place !== null && JSON.stringify(settled.place) === JSON.stringify(last.place);
  const named = entities(reading, 'municipality').length + entities(reading, 'venue').length > 0;
  return last.otherPlaces && isSamePlace && !named ? { ...settled, otherPlaces: true } : settled;
}

function settledAfter(
  last: AnswerableQuery | undefined,
  query: AnswerableQuery,
  reading: Reading,
  focus: Focus,
  plan: Plan,
): AnswerableQuery {
  const step = hasCue(reading, 'thereafter') ? 1 : hasCue(reading, 'before') ? -1 : 0;
  if (query.kind === 'hosts' && step !== 0 && focus.year !== null) {
    return { ...query, municipalities: [], period: wholeYear(focus.year + step), which: 'all', aspect: 'who' };
  }
  if (query.kind === 'conference' && step !== 0 && focus.year !== null) {
    return { ...query, period: wholeYear(focus.year + step) };
  }
  if (query.kind !== 'meetings') return query;
  // "Och veckan efter?" is another week, and no other meeting.
  if (last && query.period && periodBeside(reading, query.period)) {
    return { ...query, which: 'all', from: null, ids: [] };
  }
  const shown = focus.meetings;
  const isOfShown = last?.kind === 'agenda' && hasCue(reading, 'where', 'hours') && shown.length <= mostShown;
  if ((last?.kind !== 'meetings' && !isOfShown) || shown.length === 0) return query;
  // "Mötet den 29 augusti" is one group's meeting, and what comes after it is that group's next.
  const [only, another] = shown;
  const meeting =
    only && !another && last.kind === 'meetings' && last.which === 'all'
      ? plan.meetings.find(({ id }) => id === only)
      : undefined;
  const groups = query.groups.length === 0 && meeting ? [meeting.group] : query.groups;
  const ownScope =
    reading.times.length > 0 ||
    entities(reading, 'group').length > 0 ||
    entities(reading, 'municipality').length > 0 ||
    entities(reading, 'venue').length > 0 ||
    hasCue(reading, 'planningConference', 'conference', 'all', 'howMany', 'list');
  if (hasCue(reading, 'thereafter') || (hasCue(reading, 'next') && !ownScope)) {
    return { ...query, groups, which: 'next', from: shown.at(-1) ?? null, period: null, place: null, ids: [] };
  }
  if (hasCue(reading, 'before') || (hasCue(reading, 'previous') && !ownScope)) {
    return { ...query, groups, which: 'latest', from: shown[0] ?? null, period: null, place: null, ids: [] };
  }
  const onlyWeekday = reading.times.every((time) => time.meaning.kind === 'weekday') && reading.times.length > 0;
  if (onlyWeekday && entities(reading, 'group').length === 0) {
    return { ...query, ids: [...shown], which: 'all', aspect: 'weekday' };
  }
  if (ownScope || hasCue(reading, 'final', 'first')) return query;
  return { ...query, ids: [...shown], which: 'all' };
}
