// What a language model is told besides the question: the names that it may be about, and not the whole plan.
import type { LocalMoment } from '../plan/days.ts';
import type { Plan } from '../plan/plan.ts';
import type { Localized } from '../plan/source.ts';
import { type Context, isPlanQuery, type Query } from '../query.ts';
import { type Reading, read } from '../understand/reading.ts';
import type { Vocabulary } from '../understand/vocabulary.ts';

/** Id to name, by the name of the id's type. */
type Names = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Every record that has a name, by the name of its id's type. */
function everyName(plan: Plan): Readonly<Record<string, ReadonlyMap<string, string>>> {
  const held = [...plan.meetings, ...plan.cancelled.meetings];
  const occasions = [...plan.occasions, ...plan.cancelled.occasions];
  return {
    MunicipalityId: named(plan.municipalities, ({ name }) => name),
    GroupId: named(plan.groups, ({ name }) => text(name)),
    ConferenceId: named(plan.conferences, ({ name }) => text(name)),
    DocumentId: named(plan.documents, ({ title }) => text(title)),
    AreaId: named(plan.areas, ({ name }) => text(name)),
    PersonId: named(plan.people, ({ name }) => name),
    ActivityId: named(plan.activities, ({ title }) => text(title)),
    GoalId: named(plan.goals, ({ title }) => text(title)),
    ObjectiveId: named(plan.objectives, ({ title }) => text(title)),
    SectionId: named(plan.sections, ({ title }) => text(title)),
    BudgetLineId: named(plan.budgetLines, ({ title }) => text(title)),
    MeetingId: new Map([
      ...held.map(({ id, group, from }) => [id, `${text(plan.group(group).name)} ${from}`] as const),
      ...occasions.map(
        ({ id, conference, year }) => [id, `${text(plan.conference(conference).name)} ${year}`] as const,
      ),
    ]),
  };
}

const text = ({ sv }: Localized): string => sv;

function named<Item extends { readonly id: string }>(items: readonly Item[], name: (item: Item) => string) {
  return new Map(items.map((item) => [item.id, name(item)]));
}

/** The plan's ids by the name of their type. */
export function idsOf(plan: Plan): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(Object.entries(everyName(plan)).map(([type, names]) => [type, new Set(names.keys())]));
}

/** Names that have no id: of venues, and of deadlines. */
export function looseNames(plan: Plan): ReadonlySet<string> {
  const places = [...plan.meetings, ...plan.occasions].flatMap(({ place }) => (place ? [place.name] : []));
  return new Set([...places, ...plan.deadlines.map(({ name }) => name)]);
}

/** Always told: few, and people call them by other names. */
const frame = ['DocumentId', 'MunicipalityId', 'GroupId', 'ConferenceId', 'AreaId'] as const;
const mostOfFrame = 40;
/** Searched by the words of the message; of each kind these many at most, and none far behind the best. */
const found = ['activity', 'goal', 'objective', 'section', 'budget-line'] as const;
const mostFound = 6;
const shareOfBest = 0.4;
const mostLoose = 25;
/** A title may be a paragraph. */
const longestName = 90;

const types = {
  municipality: 'MunicipalityId',
  group: 'GroupId',
  person: 'PersonId',
  conference: 'ConferenceId',
  area: 'AreaId',
  goal: 'GoalId',
  objective: 'ObjectiveId',
  activity: 'ActivityId',
  'budget-line': 'BudgetLineId',
  section: 'SectionId',
} as const;

function namesFor(reading: Reading, context: Context, plan: Plan, vocabulary: Vocabulary): Names {
  const all = everyName(plan);
  const wanted = new Map<string, Set<string>>();
  const want = (type: string, id: string) => wanted.set(type, (wanted.get(type) ?? new Set()).add(id));
  for (const type of frame) for (const id of [...(all[type]?.keys() ?? [])].slice(0, mostOfFrame)) want(type, id);
  for (const { meaning } of reading.mentions) {
    if (meaning.kind !== 'entity' || !('id' in meaning.entity)) continue;
    want(types[meaning.entity.kind], meaning.entity.id);
  }
  for (const kind of found) for (const id of foundOf(kind, reading, vocabulary)) want(types[kind], id);
  for (const id of context.focus.meetings) want('MeetingId', id);
  for (const id of context.focus.activities) want('ActivityId', id);
  return Object.fromEntries([...wanted].map(([type, ids]) => [type, namesOf(ids, all[type] ?? new Map())]));
}

/** The records of a kind whose text has most of the message's words. */
function foundOf(kind: (typeof found)[number], reading: Reading, { text: index }: Vocabulary): string[] {
  const terms = reading.tokens.flatMap(({ form: { stem } }, token) =>
    (reading.weights[token] ?? 0) > 0 ? [{ stem, factor: 1, solid: true }] : [],
  );
  const hits = index.find(terms, { kind, always: [], share: shareOfBest });
  return hits
    .sort((a, b) => b.score - a.score)
    .slice(0, mostFound)
    .map(({ id }) => id);
}

function namesOf(ids: ReadonlySet<string>, names: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries([...ids].map((id) => [id, (names.get(id) ?? '').slice(0, longestName).trim()]));
}

/** A message and what it is read against. */
export interface Scene {
  /** Without what is about people. */
  readonly message: string;
  readonly context: Context;
  /** The parser's best reading. */
  readonly parsed: Query;
  readonly plan: Plan;
  readonly vocabulary: Vocabulary;
  readonly now: LocalMoment;
}

/** What the model is told, as one JSON text: names of the plan and words of the asker are data, never instructions. */
export function surroundingsOf({ message, context, parsed, plan, vocabulary, now }: Scene): string {
  const reading = read(message, vocabulary, now);
  return JSON.stringify({
    question: message,
    today: now.day,
    times: reading.times.flatMap(({ meaning }) => (meaning.kind === 'period' ? [meaning.period] : [])),
    ids: namesFor(reading, context, plan, vocabulary),
    names: [...looseNames(plan)].slice(0, mostLoose),
    previous: aboutPlan(context.last),
    guess: aboutPlan(parsed),
  });
}

/** A query about nothing but the plan: others may hold what people wrote, and about whom. */
function aboutPlan(query: Query | null): Query | null {
  if (query === null) return null;
  if (query.kind === 'not-in-plan') return aboutPlan(query.understood);
  if (query.kind === 'several') return query.queries.every(isPlanQuery) ? query : null;
  return isPlanQuery(query) ? query : null;
}
