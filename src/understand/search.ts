// The search box: words as they are typed → what the plan has of them, as questions that find it. Pure.
import type { LocalMoment } from '../plan/days.ts';
import type { Meeting, Occasion } from '../plan/meeting.ts';
import type { Plan } from '../plan/plan.ts';
import type { Day } from '../plan/schedule.ts';
import type { Localized } from '../plan/source.ts';
import { everyMeeting, isPlanQuery, noContext, type PlanQuery } from '../query.ts';
import { type Form, form } from './forms.ts';
import { spellingList } from './spelling.ts';
import { understand } from './understand.ts';
import { splitHyphens, type Vocabulary } from './vocabulary.ts';
import { words } from './words.ts';

/** Finds what is searched for, best first; what is ahead before what has been. */
export interface Search {
  find(text: string, now: LocalMoment): PlanQuery[];
  /** Before anything is typed: what is near, and who hosts. */
  initial(now: LocalMoment): PlanQuery[];
}

interface Term {
  readonly form: Form;
  /** Words of a record's name count more than what else is told of it. */
  readonly weight: number;
}

interface Entry {
  readonly query: PlanQuery;
  readonly terms: readonly Term[];
  /** The last day of what has days. */
  readonly until: Day | null;
}

type Texts = readonly (Localized | string | null | undefined)[];

const nameWeight = 3;
const contextWeight = 1;

/** Longer texts are not typed into a search box. In words. */
const mostWords = 12;
/** Meetings that the list begins with before anything is typed. */
const mostAhead = 6;
/** Shorter beginnings are those of too many words' insides. */
const shortestInside = 4;
/** What another form of a word counts, of 1 for the word itself; and a word that is spelt wrong. */
const inflected = 0.9;
const misspelt = 0.5;
/** A word that also asks something ("värd") is meant where a record has it in some form. */
const surelyMeant = inflected;

/** Makes the index of a plan; once for every plan. */
export function makeSearch(plan: Plan, vocabulary: Vocabulary): Search {
  const entries = entriesOf(plan);
  const spelling = spellingList(
    entries.flatMap(({ terms }) => terms.map(({ form: { folded } }) => folded)).filter((word) => word.length > 4),
  );

  function find(text: string, now: LocalMoment): PlanQuery[] {
    const typed = formsOf(text).slice(0, mostWords);
    const meant = typed.map(scoresOf).filter((scores, index) => {
      const word = typed[index];
      // "När är", "på" and the like ask, and name nothing.
      return word !== undefined && (!vocabulary.knows(word) || scores.some((score) => score >= surelyMeant));
    });
    const hits = entries.flatMap((entry, index) => {
      const scores = meant.map((own) => own[index] ?? 0);
      const found = scores.filter((score) => score > 0).length;
      return found === 0 ? [] : [{ entry, found, score: scores.reduce((sum, score) => sum + score, 0) }];
    });
    const most = Math.max(0, ...hits.map(({ found }) => found));
    const best = hits.filter(({ found }) => found === most);
    best.sort((a, b) => b.score - a.score || inTime(a.entry, b.entry, now.day));
    const asked = typed.length > 1 || best.length === 0 ? questionIn(text, plan, vocabulary, now) : [];
    // Beside the answer, only what has all of the words.
    const beside = asked.length > 0 && most < meant.length ? [] : best;
    return distinct([...asked, ...beside.map(({ entry }) => entry.query)]);
  }

  /** How much each record is about a word; one that no record has is read as the nearest that some has. */
  function scoresOf(typed: Form): number[] {
    const scores = entries.map((entry) => scoreOf(typed, entry));
    if (scores.some((score) => score > 0)) return scores;
    const nearest = spelling.nearest(typed.folded);
    return nearest === undefined ? scores : entries.map((entry) => scoreOf(form(nearest), entry) * misspelt);
  }

  function initial(now: LocalMoment): PlanQuery[] {
    const items = entries.filter(({ query }) => query.kind === 'meetings');
    const ahead = items.filter(({ until }) => until !== null && until >= now.day).sort(byDay);
    const behind = items.filter(({ until }) => until !== null && until < now.day).sort(byDay);
    const shown = ahead.length > 0 ? ahead.slice(0, mostAhead) : behind.slice(-mostAhead).reverse();
    const rotations = entries.filter(({ query }) => query.kind === 'hosts' && query.period === null);
    return [...shown, ...rotations].map(({ query }) => query).concat(networks);
  }

  return { find, initial };
}

const networks: PlanQuery = { kind: 'networks', areas: [], conferences: [], aspect: 'list' };

/** What is typed may be a whole question: then its answer comes first. */
function questionIn(text: string, plan: Plan, vocabulary: Vocabulary, now: LocalMoment): PlanQuery[] {
  const { query, isSure } = understand(text, noContext, plan, vocabulary, now);
  if (!isSure || query.kind === 'several' || !isPlanQuery(query)) return [];
  return query.kind === 'talk' || query.kind === 'clarify' || query.kind === 'not-in-plan' ? [] : [query];
}

function distinct(queries: readonly PlanQuery[]): PlanQuery[] {
  return [...new Map(queries.map((query) => [JSON.stringify(query), query])).values()];
}

// === Words against records

function formsOf(text: string): Form[] {
  return words(text.normalize('NFC'))
    .flatMap(({ text: word }) => splitHyphens(word))
    .map(form);
}

function scoreOf(typed: Form, { terms: own }: Entry): number {
  return own.reduce((best, { form: known, weight }) => Math.max(best, likenessOf(typed, known) * weight), 0);
}

/** How much a typed word is like one of the plan: 1 where it is the same, 0 where it is another. */
function likenessOf(typed: Form, known: Form): number {
  if (typed.folded === known.folded) return 1;
  if (typed.stem === known.stem) return inflected;
  if (known.folded.startsWith(typed.folded) && !/^\d/.test(typed.folded)) return 0.8;
  if (typed.folded.length >= shortestInside && known.folded.includes(typed.folded)) return 0.5;
  return known.stem.length > shortestInside && typed.folded.includes(known.stem) ? 0.5 : 0;
}

function inTime(a: Entry, b: Entry, today: Day): number {
  const isOver = ({ until }: Entry): boolean => until !== null && until < today;
  return Number(isOver(a)) - Number(isOver(b)) || (isOver(a) ? byDay(b, a) : byDay(a, b));
}

function byDay(a: Entry, b: Entry): number {
  return (a.until ?? '9999').localeCompare(b.until ?? '9999');
}

// === What can be found

function terms(names: Texts, context: Texts = []): Term[] {
  const of = (texts: Texts, weight: number): Term[] =>
    texts
      .flatMap((text) => (typeof text === 'string' ? [text] : [text?.sv ?? '', text?.en ?? '']))
      .flatMap(formsOf)
      .map((one) => ({ form: one, weight }));
  const all = [...of(names, nameWeight), ...of(context, contextWeight)];
  return [...new Map(all.reverse().map((term) => [term.form.soft, term])).values()];
}

function entriesOf(plan: Plan): Entry[] {
  const ahead = (query: PlanQuery, own: readonly Term[]): Entry => ({ query, terms: own, until: null });
  return [
    ...plan.meetings.map((meeting) => meetingEntry(meeting, plan)),
    ...plan.occasions.map((occasion) => occasionEntry(occasion, plan)),
    ...plan.activities.map(({ id, title, short, aliases, responsible, area }) => {
      const parties = responsible.map((party) => {
        if (party.kind === 'municipality') return plan.municipality(party.id).name;
        if (party.kind === 'group') return plan.group(party.id).name;
        return party.kind === 'person' ? plan.person(party.id).name : plan.region.name;
      });
      const context = [...parties, plan.area(area).name, 'aktivitet activity'];
      return ahead(
        { kind: 'activity', activities: [id], aspect: 'about', parties: [] },
        terms([title, short, ...aliases], context),
      );
    }),
    ...plan.hostings.map((hosting) => hostingEntry(hosting, plan)),
    ...plan.conferences.flatMap(({ id, name, definite, aliases, partners }) => {
      const names = [name, definite, ...aliases];
      const rotation = { kind: 'hosts' as const, conferences: [id], period: null, municipalities: [] };
      return [
        ahead(
          { kind: 'conference', conferences: [id], period: null, aspect: 'about' },
          terms(names, [...partners, 'konferens conference']),
        ),
        ...(plan.hostings.some(({ conference }) => conference === id)
          ? [ahead({ ...rotation, which: 'all', aspect: 'who' }, terms([...names, hostWords]))]
          : []),
      ];
    }),
    ...plan.groups.map(({ id, kind, name, definite, aliases, areas, municipalities }) =>
      ahead(
        { kind: 'group', groups: [id], aspect: 'about' },
        terms(
          [name, definite, ...aliases, kind === 'network' ? 'nätverk network' : ''],
          [...areas.map((area) => plan.area(area).name), ...municipalities.map((one) => plan.municipality(one).name)],
        ),
      ),
    ),
    ...plan.municipalities.map(({ id, name, aliases }) =>
      ahead(
        { kind: 'municipality', municipality: id, period: null },
        terms([name, ...aliases], ['kommun municipality']),
      ),
    ),
  ];
}

const hostWords = 'värd värdkommun värdskap rotation turordning host hosts hosting';
const meetingWords = 'möte möten meeting meetings';

function meetingEntry({ id, group, from, to, place, title, kind }: Meeting, plan: Plan): Entry {
  const { name, definite, aliases } = plan.group(group);
  const planning = kind === 'planning-conference' ? 'planeringskonferens planning conference' : '';
  return {
    query: { ...everyMeeting, ids: [id] },
    terms: terms([name, definite, ...aliases, title, planning], [place?.name, ...dayWords(from, to), meetingWords]),
    until: to,
  };
}

function occasionEntry({ id, conference, year, schedule, place, title }: Occasion, plan: Plan): Entry {
  const { name, definite, aliases } = plan.conference(conference);
  const days =
    schedule.kind === 'date'
      ? [schedule.date, schedule.date]
      : schedule.kind === 'range'
        ? [schedule.from, schedule.to]
        : null;
  const [from, to] = days ?? [];
  const when =
    from !== undefined && to !== undefined ? dayWords(from, to) : 'wording' in schedule ? [schedule.wording] : [];
  return {
    query: { ...everyMeeting, conferences: true, ids: [id] },
    terms: terms([name, definite, ...aliases, title], [place?.name, ...when, String(year), 'konferens conference']),
    until: to ?? null,
  };
}

function hostingEntry({ conference, year, hosts }: Plan['hostings'][number], plan: Plan): Entry {
  const { name, definite, aliases } = plan.conference(conference);
  const period = { from: `${year}-01-01`, to: `${year}-12-31`, name: { by: 'year' as const, year } };
  return {
    query: { kind: 'hosts', conferences: [conference], period, municipalities: [], which: 'all', aspect: 'who' },
    terms: terms(
      [name, definite, ...aliases, hostWords],
      [String(year), ...hosts.map((id) => plan.municipality(id).name)],
    ),
    until: period.to,
  };
}

/** A day as people may type it: "2019-05-09", "9 maj", "torsdag". */
function dayWords(from: Day, to: Day): string[] {
  return [...new Set([from, to])].flatMap((day) => {
    const date = new Date(`${day}T00:00:00Z`);
    const named = (['sv-SE', 'en-GB'] as const).map((language) =>
      new Intl.DateTimeFormat(language, { weekday: 'long', month: 'long', timeZone: 'UTC' }).format(date),
    );
    return [day, String(Number(day.slice(8))), day.slice(0, 4), ...named];
  });
}
