// What people see: cards that Teams takes, text that says the same, dates as people write them.
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { type CardJson, cardSize, largestCard, plain, toCard } from '../src/render/card.ts';
import {
  formatAmount,
  formatDay,
  formatDays,
  formatHours,
  formatPeriod,
  formatRange,
  joinWords,
} from '../src/render/dates.ts';
import type { Reply } from '../src/turn/turn-types.ts';
import { botAt, type Case, converse, fold, personally, readCases, visibleText } from './support/question-table.ts';

const adaptiveCards: typeof import('adaptivecards') = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
);

const cases = ['dev', 'members', 'officers', 'visitors'].flatMap(readCases);
const withEitherClient = (one: Case): Case[] => [one, { ...one, lang: one.lang === 'sv' ? 'en' : 'sv' }];
const replies: Reply[] = [];
for (const one of cases.flatMap(withEitherClient)) replies.push(...(await converse(one)));
const cards = replies.flatMap(({ card }) => (card ? [card] : []));

/** What Microsoft's own parser has to say against a card. */
function complaints(card: CardJson): string[] {
  const context = new adaptiveCards.SerializationContext();
  const parsed = new adaptiveCards.AdaptiveCard();
  parsed.parse(card, context);
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  return [...events, ...parsed.validateProperties().validationEvents.map(({ message }) => message)];
}

describe(`every reply to the ${cases.length} conversations in the question files, whatever the client's language`, () => {
  it('has cards that the Adaptive Cards parser takes without complaint', () => {
    expect(cards.length).toBeGreaterThan(300);
    expect(cards.flatMap(complaints)).toEqual([]);
  });

  it('has cards of version 1.5 that fit into a Teams message', () => {
    expect(cards.filter((card) => card.version !== '1.5' || cardSize(card) > largestCard)).toEqual([]);
  });

  it('has a text that stands alone and is short', () => {
    expect(replies.filter(({ text }) => text.trim() === '' || text.length > 1_500).map(({ text }) => text)).toEqual([]);
  });

  it('speaks all that text and card show', () => {
    const unsaid = replies.flatMap((reply) => {
      const spoken = fold(reply.spoken).replaceAll(/\s/g, '');
      const shown = visibleText(reply)
        .split('\n')
        .flatMap((line) => fold(line).split(' · '))
        .map((part) => part.replace(/^- /, '').replace(/\.$/, '').replaceAll(/\s/g, ''));
      return shown.filter((part) => !spoken.includes(part)).map((part) => `${part} is not in: ${reply.spoken}`);
    });
    expect(unsaid).toEqual([]);
  });

  it('writes dates itself: no client formats them', () => {
    expect(replies.filter((reply) => /\{\{(?:DATE|TIME)/.test(JSON.stringify(reply)))).toEqual([]);
  });

  it('quotes in its own language’s marks', () => {
    const english = replies.filter(({ locale }) => locale === 'en').map(({ text }) => text);
    expect(english.length).toBeGreaterThan(100);
    expect(english.filter((text) => /(?:^|[\s(])”\S/.test(text))).toEqual([]);
  });

  it('has no doubled punctuation, space or empty bracket', () => {
    expect(
      replies
        .map(visibleText)
        .filter((text) => /(?<!\.)\.\.(?!\.)|,,|\(\)| ,|\s\.(?:\s|$)| {2}|undefined|null/.test(text)),
    ).toEqual([]);
  });

  it('has at most three buttons, each with a short title, and each of them answers', async () => {
    const now = '2019-03-01T09:00';
    const buttons = new Map(
      replies.flatMap(({ suggestions, locale }) =>
        suggestions.map((one) => [JSON.stringify([one, locale]), { ...one, locale }] as const),
      ),
    );
    expect(replies.filter(({ suggestions }) => suggestions.length > 3)).toEqual([]);
    for (const { title, action, locale } of buttons.values()) {
      expect(title.length, title).toBeLessThanOrEqual(40);
      const pressed = personally('', locale, action);
      const { reply } = await (await botAt(now)).takeTurn(pressed, null);
      expect(reply.text, title).not.toMatch(/Skriv en fråga|Write a question/);
    }
  });
});

describe('text from data', () => {
  const hostile = ['[Klicka](https://evil.example)', '<at>Alla</at>', '**fet** _kursiv_ `kod`', '# rubrik ~~struken~~'];

  it.each(hostile)('%s stays text', (text) => {
    expect(plain(text)).not.toMatch(/(?<!\\)[*_[\]`<>~]/);
    const card = toCard(
      [{ lead: text, blocks: [{ kind: 'list', heading: text, items: [{ title: text, details: [text] }] }] }],
      { notes: [text], source: text },
      { spoken: text, speak: text },
    );
    expect(JSON.stringify(card.body)).not.toMatch(/(?<!\\)\[Klicka\](?!\\)\(|(?<!\\)<at>/);
  });
});

describe('a line that begins as a heading or a list', () => {
  it.each([
    ['# rubrik', '\\# rubrik'],
    ['## rubrik', '\\## rubrik'],
    ['- punkt', '\\- punkt'],
    ['+ punkt', '\\+ punkt'],
    ['-5 grader', '-5 grader'],
    ['rum #5', 'rum #5'],
  ])('%s stays what it is', (text, escaped) => {
    expect(plain(text)).toBe(escaped);
  });
});

const today = '2019-03-01';

describe('dates', () => {
  it.each([
    ['2019-04-04', 'sv', 'torsdag 4 april'],
    ['2019-04-04', 'en', 'Thursday 4 April'],
    ['2020-02-29', 'sv', 'lördag 29 februari 2020'],
    ['2018-12-31', 'en', 'Monday 31 December 2018'],
  ] as const)('%s in %s is %s', (day, locale, written) => {
    expect(formatDay(day, today, locale)).toBe(written);
  });

  it.each([
    ['2019-01-17', '2019-01-18', 'sv', 'torsdag–fredag 17–18 januari'],
    ['2019-01-17', '2019-01-18', 'en', 'Thursday–Friday 17–18 January'],
    ['2019-01-31', '2019-02-01', 'sv', 'torsdag 31 januari – fredag 1 februari'],
    ['2019-12-31', '2020-01-01', 'sv', 'tisdag 31 december – onsdag 1 januari 2020'],
    ['2019-05-09', '2019-05-09', 'sv', 'torsdag 9 maj'],
  ] as const)('%s to %s in %s is %s', (from, to, locale, written) => {
    expect(formatDays(from, to, today, locale)).toBe(written);
  });

  it.each([
    ['2019-09-01', '2019-10-31', 'sv', '1 september–31 oktober'],
    ['2019-12-27', '2020-01-27', 'sv', '27 december – 27 januari 2020'],
    ['2019-04-15', '2019-04-21', 'en', '15–21 April'],
  ] as const)('the period %s to %s in %s is %s', (from, to, locale, written) => {
    expect(formatRange(from, to, today, locale)).toBe(written);
  });

  it.each([
    [{ by: 'week', year: 2019, week: 19 }, 'vecka 19', 'in week 19'],
    [{ by: 'month', year: 2020, month: 1 }, 'i januari 2020', 'in January 2020'],
    [{ by: 'season', year: 2019, season: 'autumn' }, 'under hösten 2019', 'in autumn 2019'],
    [{ by: 'half', year: 2019, half: 2 }, 'andra halvåret 2019', 'in the second half of 2019'],
    [{ by: 'year', year: 2020 }, '2020', 'in 2020'],
  ] as const)('%j', (name, sv, en) => {
    const period = { from: '2019-01-01', to: '2019-12-31', name };
    expect([formatPeriod(period, today, 'sv'), formatPeriod(period, today, 'en')]).toEqual([sv, en]);
  });

  it('hours are written the language’s way', () => {
    const hours = { start: '08:30', end: '11:00' };
    expect([formatHours(hours, 'sv'), formatHours(hours, 'en')]).toEqual(['kl. 08.30–11.00', '08:30–11:00']);
  });
});

describe('numbers and lists', () => {
  it.each([
    [4, '4\u00a0kr', 'SEK 4'],
    [70_000, '70\u00a0000\u00a0kr', 'SEK 70,000'],
    [1_977_400, '1\u00a0977\u00a0400\u00a0kr', 'SEK 1,977,400'],
  ])('%d', (amount, sv, en) => {
    expect([formatAmount(amount, 'sv'), formatAmount(amount, 'en')]).toEqual([sv, en]);
  });

  it.each([
    [[], ''],
    [['Haninge'], 'Haninge'],
    [['Haninge', 'Botkyrka'], 'Haninge och Botkyrka'],
    [['Haninge', 'Botkyrka', 'Huddinge'], 'Haninge, Botkyrka och Huddinge'],
  ])('%j', (words, written) => {
    expect(joinWords(words, 'sv')).toBe(written);
  });
});
