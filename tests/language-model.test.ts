// The parts of the language model's leash: what may come back, what is completed, what stays in the house, when it rests.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer } from '../src/answer/answer.ts';
import { swedishHolidays } from '../src/holidays.ts';
import { closedBreaker, entered, failed, isShut } from '../src/model/breaker.ts';
import { makeCheck } from '../src/model/check.ts';
import { type Offer, questions, questionsAndChanges } from '../src/model/offer.ts';
import { redact } from '../src/model/redaction.ts';
import { branchesOf, nameOf, resolve, type Schema } from '../src/model/schema.ts';
import { settle } from '../src/model/settle.ts';
import { idsOf, looseNames } from '../src/model/surroundings.ts';
import { isPlanQuery, type Query, SingleQuery } from '../src/query.ts';
import { render } from '../src/render/render.ts';
import { plan } from './support/question-table.ts';

const now = { day: '2019-03-01', time: '09:00' };

/** The kinds that an offer's schema has at its top. */
function kindsOf(offer: Offer): string[] {
  const flat = (schema: Schema): Schema[] => {
    const own = resolve(schema, offer.schema);
    return branchesOf(own).length > 0 ? branchesOf(own).flatMap(flat) : [own];
  };
  return flat(offer.schema).map(({ properties }) => String(properties?.kind?.const));
}

describe('what may come back', () => {
  it('is every kind that the plan alone answers, those of tomorrow too', () => {
    const alone = SingleQuery.options
      .map(({ shape }) => shape.kind.value)
      .filter((kind) => isPlanQuery({ kind } as SingleQuery));
    expect(kindsOf(questions)).toEqual(expect.arrayContaining(alone));
  });

  it('is of the others what only tells, and changes only where they are offered', () => {
    const others = kindsOf(questions).filter((kind) => !isPlanQuery({ kind } as SingleQuery));
    expect(others.toSorted()).toEqual([
      'as-of',
      'calendar',
      'changes',
      'reminders',
      'rights',
      'unanswered',
      'year-changes',
    ]);
    expect(kindsOf(questionsAndChanges)).toContain('update');
  });

  it('is one change at a time, of a kind that was decided on', () => {
    const order = makeCheck(questionsAndChanges, 'ställ in mötet den 4 april', plan);
    const target = { form: 'any', which: 'next' };
    const draft = { kind: 'cancel-meeting', target };
    const ask = (request: object) => order({ kind: 'update', request }).kind;
    expect(ask({ draft })).toBe('query');
    expect(ask({ draft, later: [{ words: 'ställ in', request: { draft: { kind: 'undo', version: null } } }] })).toBe(
      'wrong',
    );
    expect(ask({ draft, unread: 'den' })).toBe('wrong');
    for (const kind of ['undo', 'appoint-secretary', 'dismiss-secretary', 'announce', 'import-plan', 'publish-plan'])
      expect(ask({ draft: { ...draft, kind } }), kind).toBe('wrong');
  });

  it('is put in words: a line a kind, with what it is', () => {
    const lines = questionsAndChanges.words.split('\n');
    expect(lines).toContainEqual(
      '- {kind: parties, areas: AreaId[], which: most|fewest|all} // who is responsible for most or fewest activities',
    );
    for (const kind of kindsOf(questionsAndChanges)) {
      expect(
        lines.filter((line) => line.startsWith(`- {kind: ${kind}`)),
        kind,
      ).toHaveLength(1);
    }
    expect(questionsAndChanges.words).not.toMatch(/undo|appoint|agree|revoke|undefined|\[object/);
  });
});

describe('what comes back', () => {
  const check = makeCheck(questions, 'Vad sägs om elvägen   i Globen i MAJ?', plan);

  it('may leave out what is not said', () => {
    expect(check({ kind: 'agenda', content: 'all' })).toEqual({
      kind: 'query',
      query: { kind: 'agenda', period: null, place: null, content: 'all' },
    });
    expect(check({ kind: 'agenda', content: 'all', period: null, place: null })).toMatchObject({ kind: 'query' });
  });

  it.each([
    [{ by: 'month', year: 2019, month: 2 }, '2019-02-01', '2019-02-28'],
    [{ by: 'week', year: 2020, week: 53 }, '2020-12-28', '2021-01-03'],
    [{ by: 'season', year: 2019, season: 'autumn' }, '2019-07-01', '2019-12-31'],
    [{ by: 'quarter', year: 2019, quarter: 2 }, '2019-04-01', '2019-06-30'],
    [{ by: 'half', year: 2019, half: 2 }, '2019-07-01', '2019-12-31'],
    [{ by: 'year', year: 2019 }, '2019-01-01', '2019-12-31'],
  ])('gets the days of %o from the calendar', (name, from, to) => {
    for (const days of [{}, { from: '2001-01-01', to: null }]) {
      const checked = check({ kind: 'agenda', content: 'all', period: { ...days, name } });
      expect(checked).toMatchObject({ query: { period: { from, to, name } } });
    }
  });

  it('says in its own words only what was said, or what the plan calls something', () => {
    const at = (name: string) => check({ kind: 'agenda', content: 'all', place: { kind: 'venue', name } }).kind;
    expect(['Globen', 'elvägen i globen', 'StorSthlm'].map(at)).toEqual(['query', 'query', 'query']);
    expect(['Annexet', 'Globen!!', 'Ring 08-123', ' '].map(at)).toEqual(['wrong', 'wrong', 'wrong', 'query']);
  });

  it('never says what was taken out', () => {
    const redacted = makeCheck(questions, 'fråga [person] om [contact]', plan);
    expect(redacted({ kind: 'passages', words: ['[person]'] }).kind).toBe('wrong');
  });

  it('is never an error, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        expect(['query', 'not-in-plan', 'wrong']).toContain(check(value).kind);
      }),
      { numRuns: 500 },
    );
  });

  it('has an answer and a page, whatever is put together of what is offered', () => {
    const holidays = swedishHolidays();
    const asked = makeCheck(questions, 'ord', plan);
    let answered = 0;
    fc.assert(
      fc.property(anyOf(questions.schema, questions.schema), (value) => {
        const checked = asked(value);
        if (checked.kind !== 'query') return;
        for (const query of single(checked.query)) {
          const told = { query, parts: [answer(query, plan, now, holidays)] };
          for (const locale of ['sv', 'en'] as const) {
            expect(render(told, plan, locale, now.day).text.trim()).not.toBe('');
          }
          answered += 1;
        }
      }),
      { numRuns: 3_000 },
    );
    expect(answered).toBeGreaterThan(1_000);
  });
});

/** The queries of a query that the plan alone answers. */
function single(query: Query) {
  return (query.kind === 'several' ? query.queries : [query]).filter(isPlanQuery);
}

const ids = idsOf(plan);

/** Anything that a schema allows, about records of the plan. */
function anyOf(schema: Schema, root: Schema): fc.Arbitrary<unknown> {
  const known = ids.get(nameOf(schema) ?? '');
  if (known) return fc.constantFrom(...known);
  const own = resolve(schema, root);
  const branches = branchesOf(own);
  if (branches.length > 0) return fc.oneof(...branches.map((branch) => anyOf(branch, root)));
  if (own.const !== undefined) return fc.constant(own.const);
  if (own.enum) return fc.constantFrom(...own.enum);
  switch (own.type) {
    case 'object': {
      const fields = Object.entries(own.properties ?? {});
      return fc.record(Object.fromEntries(fields.map(([key, part]) => [key, anyOf(part, root)])), {
        requiredKeys: [...(own.required ?? [])],
      });
    }
    case 'array':
      return fc.array(anyOf(own.items ?? {}, root), { minLength: own.minItems ?? 0, maxLength: own.maxItems ?? 2 });
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 2018, max: 2026 }), fc.integer());
    case 'null':
      return fc.constant(null);
    default:
      return own.format === 'date'
        ? fc
            .date({ min: new Date('2018-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
            .map((date) => date.toISOString().slice(0, 10))
        : fc.constantFrom('ord', ...looseNames(plan));
  }
}

describe('what is completed', () => {
  it('leaves the value itself as it was', () => {
    const value = Object.freeze({ kind: 'agenda', content: 'all' });
    const { value: whole, wrong } = settle(value, questions.schema, { ids, isSaid: () => false });
    expect(whole).not.toBe(value);
    expect(wrong).toEqual([]);
  });
});

describe('what stays in the house', () => {
  it.each([
    ['Hej, Anna här (08-123 45 67): när ses vi?', ['Anna Ek'], 'Hej, [person] här ([contact]): när ses vi?'],
    ['ANNA EKS fråga', ['Anna Ek'], '[person] fråga'],
    ['annars inget', ['Anna Ek'], 'annars inget'],
    ['skriv till anna.ek@example.se', [], 'skriv till [contact]'],
    ['se https://example.se/a?b=c d', [], 'se [contact] d'],
    ['ring 0701234567 eller +46 70 123 45 67', [], 'ring [contact] eller [contact]'],
    ['jag heter A+B (C)', ['A+B (C)'], 'jag heter [person]'],
    ['19121212-1212 och 121212-1212', [], '[contact] och [contact]'],
    ['mötet 2019-04-04 kl 08.30-15.30, 1 000 000 kr, v. 12, 8-9 april 2019', [], null],
  ])('%s', (text, people, expected) => {
    expect(redact(text, people)).toBe(expected ?? text);
  });
});

describe('the breaker', () => {
  const at = 1_000;
  const failing = (times: number) =>
    Array.from({ length: times }).reduce<typeof closedBreaker>((breaker) => failed(breaker, at, null), closedBreaker);

  it.each([
    [0, 0],
    [2, 0],
    [3, 30_000],
    [4, 60_000],
    [5, 120_000],
    [50, 600_000],
  ])('rests after %i failures for %i ms', (times, restMs) => {
    const breaker = failing(times);
    expect(isShut(breaker, at + Math.max(restMs - 1, 0))).toBe(restMs > 0);
    expect(isShut(breaker, at + restMs)).toBe(false);
  });

  it('rests for as long as it is told, and no longer than ten minutes', () => {
    expect(failed(closedBreaker, 0, 5_000).shutUntil).toBe(5_000);
    expect(failed(closedBreaker, 0, 86_400_000).shutUntil).toBe(600_000);
  });

  it('lets one try after a rest, and all where nothing has failed', () => {
    const rested = failing(3);
    expect(isShut(entered(rested, at + 30_000), at + 30_001)).toBe(true);
    expect(isShut(entered(closedBreaker, 0), 0)).toBe(false);
    // Whoever tries and is never heard of again does not shut it for good.
    expect(isShut(entered(rested, at + 30_000), at + 40_000)).toBe(false);
  });
});
