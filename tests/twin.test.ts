// What the text says and what the card shows are the same facts: asked of every fact of every answer.
import { describe, expect, it } from 'vitest';
import { answer } from '../src/answer/answer.ts';
import { answerChanges } from '../src/answer/changes.ts';
import type { Fact, SingleAnswer } from '../src/facts.ts';
import type { Plan } from '../src/plan/plan.ts';
import type { Localized } from '../src/plan/source.ts';
import { everyChange, isPlanQuery, noContext, type Query } from '../src/query.ts';
import { formatAmount, formatDate, type Locale } from '../src/render/dates.ts';
import { render } from '../src/render/render.ts';
import type { Reply } from '../src/turn/turn-types.ts';
import { understand } from '../src/understand/understand.ts';
import { makeVocabulary } from '../src/understand/vocabulary.ts';
import { fold, plan, readCases, visibleText } from './support/question-table.ts';
import { add, cancel, chair, delay, holidays, ledgerOf, move, now, papers, today } from './support/said.ts';

type Texts = readonly string[];

/** What a fact is known by in a text: any of these, where the text tells of it at all. */
function signs(fact: Fact, { plan: of, locale }: { plan: Plan; locale: Locale }): Texts {
  const local = (text: Localized): string => (locale === 'sv' ? text.sv : (text.en ?? text.sv));
  const day = (date: string): string => formatDate(date, today, locale);
  switch (fact.kind) {
    case 'meeting':
      return [day(fact.record.to)];
    case 'occasion': {
      const { schedule, conference } = fact.record;
      return schedule.kind === 'date' ? [day(schedule.date)] : [local(of.conference(conference).name)];
    }
    case 'hosting':
      return fact.record.hosts.map((id) => of.municipality(id).name);
    case 'activity':
      return [local(fact.record.short), local(fact.record.title)];
    case 'role':
      return [of.person(fact.record.person).name];
    case 'person':
      return [fact.record.name];
    case 'group':
    case 'conference':
      return [local(fact.record.name), local(fact.record.definite)];
    case 'area':
      return [local(fact.record.name)];
    case 'goal':
    case 'objective':
    case 'section':
      return [local(fact.record.title)];
    case 'budget-line':
      return [formatAmount(fact.record.amount, locale)];
    case 'budget-totals':
      return [formatAmount(fact.record.income, locale)];
    case 'fee':
      return [String(fact.record.perInhabitant)];
    case 'change':
      return [fact.record.entry.author.name];
  }
}

interface Said {
  readonly spoken: string;
  readonly shown: string;
}

/** An answer with all of its pages. */
function say(query: Query, part: SingleAnswer, of: Plan, locale: Locale): Said {
  const pages: Reply[] = [];
  for (let from = 0; ; ) {
    const page = render({ query, parts: [part] }, of, locale, today, from);
    pages.push({ ...page, locale });
    const more = page.suggestions.map(({ action }) => ('query' in action ? action.from : undefined)).find(Boolean);
    if (more === undefined) break;
    from = more;
  }
  return { spoken: fold(pages[0]?.spoken ?? ''), shown: fold(pages.map(visibleText).join('\n')) };
}

const vocabulary = makeVocabulary(plan);
const queries = ['dev', 'members', 'officers', 'visitors']
  .flatMap(readCases)
  .flatMap(({ turns }) => turns.slice(0, 1).map(({ ask }) => understand(ask, noContext, plan, vocabulary, now).query));
const extra: Query[] = [
  { kind: 'goals', level: 'objectives', branch: null, areas: [], goals: [], objectives: [], aspect: 'list' },
  { kind: 'goals', level: 'areas', branch: null, areas: [], goals: [], objectives: [], aspect: 'list' },
  { kind: 'budget', what: 'lines', lines: [], year: null },
  { kind: 'budget', what: 'fee', lines: [], year: null },
  { kind: 'passages', sections: plan.sections.map(({ id }) => id), activities: [], words: [] },
  { kind: 'roles', groups: [], roles: [], people: [], municipalities: [], year: null, aspect: 'who' },
];

const kinds: Readonly<Record<Fact['kind'], true>> = {
  meeting: true,
  occasion: true,
  hosting: true,
  activity: true,
  role: true,
  person: true,
  group: true,
  conference: true,
  area: true,
  goal: true,
  objective: true,
  'budget-line': true,
  'budget-totals': true,
  fee: true,
  section: true,
  change: true,
};

describe.each(['sv', 'en'] as const)('text and card in %s', (locale) => {
  const told = new Map<Fact['kind'], number>();
  const unlike: string[] = [];
  const compare = (query: Query, part: SingleAnswer, of: Plan): void => {
    const { spoken, shown } = say(query, part, of, locale);
    for (const fact of part.facts)
      for (const sign of signs(fact, { plan: of, locale }).map(fold)) {
        const [inText, inCard] = [spoken.includes(sign), shown.includes(sign)];
        if (inText !== inCard)
          unlike.push(`${JSON.stringify(query)}: "${sign}" ${inText ? 'only said' : 'only shown'}`);
        if (inText && inCard) told.set(fact.kind, (told.get(fact.kind) ?? 0) + 1);
      }
  };
  for (const query of [...queries, ...extra])
    if (query.kind !== 'several' && isPlanQuery(query)) compare(query, answer(query, plan, now, holidays), plan);
  const ledger = ledgerOf([move, add, cancel, delay, chair, papers]);
  compare(everyChange, answerChanges(everyChange, ledger, now, null), ledger.edition.plan);

  it('tell the same facts', () => {
    expect(unlike).toEqual([]);
  });

  it.each(Object.keys(kinds) as Fact['kind'][])('tell of each kind of fact: %s', (kind) => {
    expect(told.get(kind) ?? 0).toBeGreaterThan(0);
  });
});
