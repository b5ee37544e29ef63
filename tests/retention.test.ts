// What is kept, and for how long.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { forgetOld, keptDays } from '../src/store/retention.ts';
import { openMemory } from '../src/store/sqlite.ts';
import { notice, reference } from './support/notices.ts';

const start = new Date('2019-03-01T08:00:00Z');
const later = (days: number): Date => new Date(start.getTime() + days * 86_400_000);

async function filled() {
  const store = await openMemory();
  const person = { tenant: 't', person: 'p', name: 'Anna', teamsId: '29:anna' };
  await store.people.remember(person, start.toISOString());
  await store.conversations.write(new Map([['c', { memory: 1 }]]), start.toISOString());
  await store.questions.keep('vad kostar månen?', 'unanswered', '2019-03-01');
  await store.proposals.add({
    id: 'x'.repeat(22),
    author: { tenant: 't', person: 'p', name: 'Anna' },
    change: { kind: 'undo', version: 1 },
    reason: null,
    quiet: false,
    base: 0,
    createdAt: start.toISOString(),
    expiresAt: start.toISOString(),
    state: { kind: 'open' },
  });
  const recipient = { kind: 'person', tenant: 't', person: 'p' } as const;
  await store.references.put({ ...reference(), recipient });
  await store.references.gone(recipient, 'blocked', start.toISOString());
  await store.references.put({ ...reference(), recipient: { ...recipient, person: 'alive' } });
  await store.sweeps.begin({ at: start.toISOString(), version: 0 });
  const from = await store.sweeps.watermark();
  if (!from) throw new Error('no watermark');
  const missed = (key: string, expires: Date) => ({
    outcome: 'missed' as const,
    notice: notice({ key, expiresAt: expires.toISOString() }),
  });
  const derived = [missed('of what has been', start), missed('of what lies ahead', later(300))];
  await store.deliveries.enqueue(derived, { from, to: { ...from, at: later(0.01).toISOString() } });
  return store;
}

it.each([
  [0, ['proposal', 'conversation', 'person', 'question', 'reference', 'told', 'ahead']],
  [29, ['proposal', 'conversation', 'person', 'question', 'reference', 'told', 'ahead']],
  [31, ['conversation', 'person', 'question', 'reference', 'told', 'ahead']],
  [91, ['person', 'question', 'told', 'ahead']],
  [399, ['person', 'question', 'told', 'ahead']],
  [402, ['ahead']],
  [702, []],
])('after %i days there is left: %j', async (days, left) => {
  const store = await filled();
  await forgetOld(store, later(days), later(days));
  const found = {
    proposal: await store.proposals.find('x'.repeat(22)),
    conversation: (await store.conversations.read(['c'])).get('c') ?? null,
    person: await store.people.byTeamsId('29:anna'),
    question: (await store.questions.list('unanswered', 1))[0] ?? null,
    reference: await store.references.find({ kind: 'person', tenant: 't', person: 'p' }),
    told: await store.deliveries.find('of what has been'),
    ahead: await store.deliveries.find('of what lies ahead'),
  };
  expect(await store.references.find({ kind: 'person', tenant: 't', person: 'alive' })).not.toBeNull();
  expect(Object.entries(found).flatMap(([what, one]) => (one === null ? [] : [what]))).toEqual(left);
  await store.close();
});

it('is what the page about privacy says', () => {
  const page = readFileSync('docs/privacy.md', 'utf8');
  const said = {
    proposals: `${keptDays.proposals} dagar efter att de gått ut`,
    conversations: `${keptDays.conversations} dagar efter senaste meddelandet`,
    people: `${keptDays.people} dagar efter senaste meddelandet`,
    references: `${keptDays.references} dagar efter att inget längre kommer fram`,
    questions: `${keptDays.questions} dagar efter att de senast ställdes`,
    deliveries: `| ${keptDays.deliveries} dagar |`,
    reports: `${keptDays.reports} dagar efter att de gavs`,
  } satisfies Record<keyof typeof keptDays, string>;
  for (const words of Object.values(said)) expect(page).toContain(words);
});
