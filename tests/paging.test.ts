// Long answers come page by page: nothing is left out, nothing comes twice, and every page fits into a message.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCore } from '../src/core.ts';
import { ActivityId } from '../src/plan/ids.ts';
import { cardSize, largestCard } from '../src/render/card.ts';
import { settingFor } from '../src/render/names.ts';
import type { Block, Page } from '../src/render/page.ts';
import { fitted } from '../src/render/paging.ts';
import { openMemory } from '../src/store/sqlite.ts';
import type { Reply } from '../src/turn/turn-types.ts';
import { base, personally, plan, visibleText } from './support/question-table.ts';
import { keptLog } from './support/service.ts';

const setting = settingFor(plan, 'sv', '2019-03-01');

/** Rows named by their number, so that each can be found again on the pages. */
const blocks = (sizes: readonly { kind: 'list' | 'text' | 'table'; rows: number; length: number }[]): Block[] => {
  let serial = 0;
  const name = (length: number): string => {
    serial += 1;
    return `[${serial}] ${'ord '.repeat(length)}`.trim();
  };
  return sizes.map(({ kind, rows, length }): Block => {
    const names = Array.from({ length: rows }, () => name(length));
    if (kind === 'text') return { kind, paragraphs: names };
    if (kind === 'table')
      return { kind, heads: ['rad', 'mer'], rows: names.map((one) => ({ cells: [[one], ['x']], isNow: false })) };
    return { kind, heading: 'Rubrik', items: names.map((title) => ({ title, details: ['mer'] })) };
  });
};

/** All pages, one press of "Visa fler" after another. */
function walk(page: Page): { card: Record<string, unknown>; rest: number }[] {
  const pages = [];
  for (let from = 0; ; ) {
    const fit = fitted([page], from, { notes: [], source: null }, { spoken: 'x', speak: 'x' }, setting);
    pages.push(fit);
    if (fit.rest === 0) return pages;
    from += fit.shown;
  }
}

const Sizes = fc.array(
  fc.record({
    kind: fc.constantFrom('list' as const, 'text' as const, 'table' as const),
    rows: fc.integer({ min: 0, max: 90 }),
    length: fc.integer({ min: 0, max: 300 }),
  }),
  { maxLength: 4 },
);

describe('pages', () => {
  it('together show every row once, and each fits into a card', () => {
    fc.assert(
      fc.property(Sizes, (sizes) => {
        const shown = walk({ lead: 'Svar', blocks: blocks(sizes) });
        const rows = shown.flatMap(({ card }) => JSON.stringify(card.body).match(/\[\d+(?=\\\\\])/g) ?? []);
        const count = sizes.reduce((sum, { rows: own }) => sum + own, 0);
        expect(rows).toEqual(Array.from({ length: count }, (_, index) => `[${index + 1}`));
        for (const { card } of shown) expect(cardSize(card)).toBeLessThanOrEqual(largestCard);
      }),
      { numRuns: 60 },
    );
  });
});

describe('"Visa fler" in a conversation', () => {
  /** The plan with every activity three times. */
  const activities = [1, 2, 3].flatMap((copy) =>
    base.activities.map((activity) => ({
      ...activity,
      id: ActivityId.parse(`${activity.id}-${copy}`),
      short: { sv: `${activity.short.sv} nr ${copy}`, en: `${activity.short.en ?? activity.short.sv} no ${copy}` },
    })),
  );

  it.each([
    ['vilka aktiviteter finns i planen?', 'sv'],
    ['list all activities', 'en'],
  ] as const)('%s', async (question, locale) => {
    const clock = () => new Date('2019-03-01T08:00:00Z');
    const { turns } = await makeCore({ ...base, activities }, await openMemory(), [], clock, keptLog());
    const replies: Reply[] = [(await turns.takeTurn(personally(question, locale), null)).reply];
    for (;;) {
      const more = replies.at(-1)?.suggestions.find(({ title }) => /^(?:Visa fler|Show more)/.test(title));
      if (!more) break;
      replies.push((await turns.takeTurn(personally('', locale, more.action), null)).reply);
    }
    expect(replies.length).toBeGreaterThan(2);
    const all = replies.map(visibleText).join('\n');
    const names = activities.map(({ short }) => short[locale]);
    expect(names.filter((name) => all.split(name).length !== 2)).toEqual([]);
  });
});
