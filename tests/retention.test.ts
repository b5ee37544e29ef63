// What is kept, and for how long.
import { expect, it } from 'vitest';
import { forgetOld } from '../src/store/retention.ts';
import { openMemory } from '../src/store/sqlite.ts';

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
  return store;
}

it.each([
  [0, ['proposal', 'conversation', 'person', 'question']],
  [29, ['proposal', 'conversation', 'person', 'question']],
  [31, ['conversation', 'person', 'question']],
  [91, ['person', 'question']],
  [399, ['person', 'question']],
  [402, []],
])('after %i days there is left: %j', async (days, left) => {
  const store = await filled();
  await forgetOld(store, later(days), later(days));
  const found = {
    proposal: await store.proposals.find('x'.repeat(22)),
    conversation: (await store.conversations.read(['c'])).get('c') ?? null,
    person: await store.people.byTeamsId('29:anna'),
    question: (await store.questions.list('unanswered', 1))[0] ?? null,
  };
  expect(Object.entries(found).flatMap(([what, one]) => (one === null ? [] : [what]))).toEqual(left);
  await store.close();
});
