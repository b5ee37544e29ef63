// Cards of changes and of what has changed, whatever people write into them.

import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { answer } from '../src/answer/answer.ts';
import { ButtonAction } from '../src/button.ts';
import type { Clash, Outcome, UpdateStage } from '../src/facts.ts';
import type { Change } from '../src/plan/change.ts';
import type { Plan } from '../src/plan/plan.ts';
import { everyChange, everyMeeting } from '../src/query.ts';
import { type CardJson, cardSize, largestCard } from '../src/render/card.ts';
import type { Rendered } from '../src/render/render.ts';
import { fold as folded } from './support/question-table.ts';
import { changesOf, edit, holidays, inMay, now, preview, road, say, today } from './support/said.ts';

// === Text of people, and cards

const adaptiveCards: typeof import('adaptivecards') = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
);

function complaints(card: CardJson): string[] {
  const context = new adaptiveCards.SerializationContext();
  const parsed = new adaptiveCards.AdaptiveCard();
  parsed.parse(card, context);
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  return [...events, ...parsed.validateProperties().validationEvents.map(({ message }) => message)];
}

/** Every text that a card shows. */
function shownTexts(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(shownTexts);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string' ? (['text', 'title', 'value'].includes(key) ? [value] : []) : shownTexts(value),
  );
}

const squeezed = (text: string): string => folded(text).replaceAll(/[\s.]/g, '');

describe('cards and text', () => {
  const long = 'a'.repeat(1_000);
  const hostile: readonly string[] = [
    long,
    'ord '.repeat(250),
    '*'.repeat(1_000),
    '\\'.repeat(1_000),
    '漢'.repeat(1_000),
    '😀'.repeat(500),
    '\ud800'.repeat(1_000),
    '\u0007'.repeat(1_000),
    '"'.repeat(1_000),
    '[klicka](https://evil.example) <at>Alla</at> **fet** `kod`\n# rubrik\u202e bakvänt',
  ];

  const everyPage = (text: string): [Outcome, Plan][] => {
    const status = (comment: string): Change => ({ kind: 'post-status', activity: road, status: 'delayed', comment });
    const titled = edit({ title: { sv: text.slice(0, 120) }, place: { name: text.slice(0, 120), municipality: null } });
    const changes = [status(`före ${text}`.slice(0, 1_000)), status(text), titled];
    const { all, last, plan: of } = changesOf(...changes);
    const reasoned = all.map((change) => ({
      ...change,
      entry: { ...change.entry, reason: text, author: { ...change.entry.author, name: text.slice(0, 200) } },
    }));
    const many = Array.from({ length: 25 }, (_, index) => reasoned[index % reasoned.length] ?? last);
    const clashes: Clash[] = [{ kind: 'place', name: text.slice(0, 120) }];
    const then = null;
    const question = { id: 'q', text: text.slice(0, 300), count: 2, lastDay: today };
    const questions = Array.from({ length: 20 }, () => question);
    const asked = answer({ kind: 'activity', activities: [road], aspect: 'about', parties: [] }, of, now, holidays);
    const met = answer({ ...everyMeeting, ids: [inMay] }, of, now, holidays);
    const updates: UpdateStage[] = [
      preview(changes.slice(0, 2), { reason: text, clashes, told: 3 }),
      preview(changes, { reason: text, clashes }),
      { stage: 'done', change: reasoned[1] ?? last, again: false },
      { stage: 'refused', problem: { kind: 'conflict', meanwhile: many } },
      { stage: 'refused', problem: { kind: 'unknown-person', name: text.slice(0, 100) } },
    ];
    const outcomes: Outcome[] = [
      ...updates.map((one): Outcome => ({ kind: 'update', step: one })),
      { kind: 'changes', query: everyChange, since: null, changes: many, total: many.length },
      {
        kind: 'changes',
        query: { ...everyChange, aspect: 'who' },
        since: null,
        changes: reasoned,
        total: reasoned.length,
      },
      { kind: 'as-of', query: { kind: 'as-of', day: today, query: null }, since: many, then, plan: of },
      {
        kind: 'unanswered',
        query: { kind: 'unanswered' },
        standing: 'secretary',
        questions,
        praised: 1,
        blamed: questions,
      },
      { kind: 'rights', standing: 'secretary', person: null, secretaries: [text.slice(0, 100)] },
      asked.outcome,
      met.outcome,
    ];
    return outcomes.map((outcome) => [outcome, of]);
  };
  const rendered = hostile.flatMap((text) =>
    (['sv', 'en'] as const).flatMap((locale) => everyPage(text).map(([outcome, of]) => say(outcome, locale, of))),
  );
  const cards = rendered.flatMap(({ card }) => (card ? [card] : []));

  it('fit into a Teams message, whatever people write', () => {
    expect(cards.length).toBeGreaterThan(100);
    expect(cards.map(cardSize).filter((size) => size > largestCard)).toEqual([]);
  });

  it('are taken by the Adaptive Cards parser without complaint', () => {
    expect(cards.flatMap(complaints)).toEqual([]);
  });

  it('show no control characters, no text turned around, and no markup', () => {
    for (const { text, spoken, card } of rendered) {
      const shown = [text.replaceAll('\n', ' '), spoken.replaceAll('\n', ' '), ...shownTexts(card)];
      expect(shown.filter((one) => /\p{Cc}|\p{Bidi_Control}/u.test(one) || !one.isWellFormed())).toEqual([]);
      expect(
        [text, ...shownTexts(card)].filter((one) => /(?<!\\)\[klicka\]|(?<!\\)<at>|(?<!\\)\*\*fet/.test(one)),
      ).toEqual([]);
    }
  });

  it('say what the spoken text says', () => {
    for (const { text, spoken, card } of ordinary()) {
      const said = squeezed(spoken);
      const shown = [text, ...shownTexts(card)].flatMap((one) => one.split(/ · |\n\n| → /));
      const rows = shown.filter((one) => !/^… (?:och|and) \d+ (?:till|more)$/.test(one));
      for (const one of rows) expect(said, one).toContain(squeezed(one.replace(/^– /, '').replaceAll('\\', '')));
    }
  });

  /** Pages of ordinary texts: those whose card is not shortened. */
  function ordinary(): Rendered[] {
    return (['sv', 'en'] as const).flatMap((locale) =>
      everyPage('väntar på besked').map(([outcome, of]) => say(outcome, locale, of)),
    );
  }

  it('have buttons with short titles that carry what the turn takes', () => {
    const buttons = rendered.flatMap(({ suggestions }) => suggestions);
    expect(buttons.filter(({ action }) => !ButtonAction.safeParse(action).success)).toEqual([]);
    expect(buttons.filter(({ title }) => title.length > 40)).toEqual([]);
  });
});
