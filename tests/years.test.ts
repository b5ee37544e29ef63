// Several years' plans side by side: which is asked, what differs, and who sees the next one before it is published.
import { describe, expect, it } from 'vitest';
import type { Change, ImportedPlan } from '../src/plan/change.ts';
import { fold } from '../src/plan/fold.ts';
import { makePlan, type PlanRecords } from '../src/plan/plan.ts';
import { currentPlanYear, planOfYear, planYears } from '../src/plan/plan-year.ts';
import { recordKinds } from '../src/plan/records.ts';
import { rotationsOf } from '../src/plan/rotation.ts';
import { openMemory } from '../src/store/sqlite.ts';
import { entriesOf } from './support/entries.ts';
import { appendAlways, newEntry, proposal } from './support/proposals.ts';
import { otherBase, otherPlan, visibleText } from './support/question-table.ts';
import { member, secretary, startSecretariat } from './support/secretariat.ts';

const autumn = '2026-11-24T09:00';
const onDay = (day: string) => ({ day, time: '09:00' });

/** Of the records of two years those of one: what its document says, and what has no document. */
function recordsOfYear(year: number): PlanRecords {
  const documents = otherBase.documents.filter((document) => document.year === year);
  const isOwn = ({ source }: { readonly source: { readonly document: string } | null }): boolean =>
    source === null || documents.some(({ id }) => id === source.document);
  const lists = Object.entries(otherBase).map(([kind, list]) => {
    if (kind === 'region' || kind === 'municipalities') return [kind, list];
    if (kind === 'documents') return [kind, documents];
    return [kind, (list as { source: { document: string } | null }[]).filter(isOwn)];
  });
  // The same lists, each with fewer records.
  return Object.fromEntries(lists) as PlanRecords;
}

const first = recordsOfYear(2026);
const second = recordsOfYear(2027);
const put = Object.fromEntries(
  recordKinds.filter((kind) => kind !== 'municipalities').map((kind) => [kind, second[kind]]),
);
const imported: ImportedPlan = {
  title: { sv: 'Verksamhetsplan 2027', en: 'Business plan 2027' },
  years: [2027],
  // As the change is read from the ledger.
  put: JSON.parse(JSON.stringify(put)),
  remove: [],
};
const draft: Change = { kind: 'import-plan', state: 'draft', ...imported };

describe('the year of a question without one', () => {
  it.each([
    ['2026-11-24', 2026],
    ['2027-02-10', 2027],
    ['2030-01-01', 2027],
    ['2025-06-01', 2027],
  ])('is on %s %i: the present one, else the newest', (day, year) => {
    expect(currentPlanYear(otherPlan, onDay(day))).toBe(year);
  });
});

describe('a plan narrowed to a year', () => {
  it('has the activities, budget and text of that year alone, and all that lasts', () => {
    const years = planYears(otherPlan).map((year) => planOfYear(otherPlan, year));
    for (const kind of ['activities', 'budgetLines', 'budgetTotals', 'fees', 'sections'] as const) {
      expect(years.map((view) => view[kind].length).reduce((a, b) => a + b)).toBe(otherPlan[kind].length);
    }
    for (const view of years) {
      expect(view.meetings).toEqual(otherPlan.meetings);
      expect(view.hostings).toEqual(otherPlan.hostings);
      for (const { objective } of view.activities) expect(view.objectives.map(({ id }) => id)).toContain(objective);
    }
  });

  it('is the plan itself where there is one year', () => {
    const one = makePlan(first);
    expect(planOfYear(one, 2026)).toBe(one);
  });
});

describe('rotations of two plans', () => {
  const { inForce, replaced } = rotationsOf(otherBase.hostings, otherBase.documents);
  const said = (year: number) => (hosting: (typeof inForce)[number]) =>
    hosting.conference === 'fjardhavsdagen' && hosting.year === year;

  it('hold one turn a year, the newest plan’s', () => {
    expect(inForce.filter(said(2028)).map(({ hosts }) => hosts)).toEqual([['lindrum']]);
    expect(replaced.filter(said(2028)).map(({ hosts }) => hosts)).toEqual([['ekhamra']]);
  });

  it('are decided by an update over every plan', () => {
    const hosts = otherBase.municipalities.slice(0, 1).map(({ id }) => id);
    const turn = otherBase.hostings.find(said(2028));
    if (!turn) throw new Error('there is a turn in 2028');
    const change: Change = { kind: 'set-hosts', conference: turn.conference, turns: [{ year: 2028, hosts }] };
    const { plan } = fold(otherBase, entriesOf([change]));
    expect(plan.hostings.filter(said(2028)).map((hosting) => hosting.hosts)).toEqual([hosts]);
    // Folding anew from what a fold has made gives the same.
    expect(rotationsOf([...plan.hostings, ...plan.replacedHostings], plan.documents).inForce).toEqual(plan.hostings);
  });
});

describe('the draft of the next year’s plan', () => {
  async function start() {
    const store = await openMemory();
    const proposed = proposal({ change: draft });
    await store.proposals.add(proposed);
    await store.proposals.confirm(proposed.id, newEntry(), appendAlways);
    return startSecretariat(autumn, store, first);
  }
  const questions = [
    ['nästa års budget', '1 580 500'],
    ['vilka aktiviteter är nya nästa år?', 'Elfärjestudien'],
    ['hur många styrelsemöten är det 2027?', '12'],
    ['vad kostar elfärjestudien 2027?', '95 000'],
    ['who will chair the board in 2027?', 'Amir Haddad'],
  ] as const;

  it.each(questions)('answers a secretary: %s', async (ask, fact) => {
    const chat = await start();
    const reply = visibleText(await chat.say(ask, secretary)).replaceAll(/\u00a0/g, ' ');
    expect(reply).toContain(fact);
    expect(reply).toMatch(/utkast|draft/);
    await chat.stop();
  });

  it('is found by no search, which is everybody’s', async () => {
    const chat = await start();
    const found = chat.search({ text: 'elfärjestudien', skip: 0, count: 25, locale: 'sv' });
    expect(JSON.stringify(found)).not.toMatch(/Elfärjestudien|95 000/);
    await chat.stop();
  });

  it.each(questions)('is not in the plan for anybody else: %s', async (ask, fact) => {
    const chat = await start();
    const asked = [
      await chat.say(ask, member),
      await chat.say(ask, null),
      // Others read along here.
      await chat.say(ask, secretary, { scope: 'channel', conversation: 'channel' }),
    ];
    for (const reply of asked) {
      const text = visibleText(reply).replaceAll(/\u00a0/g, ' ');
      expect(text).not.toMatch(/utkast|draft/);
      if (fact !== '12') expect(text).not.toContain(fact);
      else expect(text).not.toMatch(/har 12 möten/);
    }
    await chat.stop();
  });

  it('leaves questions without a year to the plan in force, for a secretary too', async () => {
    const chat = await start();
    expect(visibleText(await chat.say('vad kostar algrensningen?', secretary))).toMatch(/120\s000/);
    expect(visibleText(await chat.say('och nästa år?', secretary))).toMatch(/150\s000/);
    await chat.stop();
  });

  it('gives nothing away through a button that somebody else presses', async () => {
    const chat = await start();
    const action = {
      query: { kind: 'of-year', year: 2027, query: { kind: 'budget', what: 'total', lines: [], year: 2027 } },
    };
    expect(visibleText(await chat.press(action, secretary))).toMatch(/1\s580\s500/);
    expect(visibleText(await chat.press(action, member))).not.toMatch(/1\s580\s500/);
    await chat.stop();
  });
});

describe('a budget of which no sums are printed', () => {
  it('is what its lines add up to', async () => {
    const chat = await startSecretariat(autumn, undefined, { ...first, budgetTotals: [] });
    const [income, cost] = ['income', 'cost'].map((of) =>
      first.budgetLines.reduce((sum, { kind, amount }) => (kind === of ? sum + amount : sum), 0).toLocaleString('sv'),
    );
    const reply = visibleText(await chat.say('hur stor är budgeten?', member));
    for (const sum of [income, cost]) expect(reply.replaceAll(/\s/g, ' ')).toContain(sum?.replaceAll(/\s/g, ' '));
    expect(reply).toContain('Verksamhetsplan 2026');
    await chat.stop();
  });
});
