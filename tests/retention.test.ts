// What is kept, and for how long.
import { expect, it } from 'vitest';
import { forgetOld } from '../src/store/retention.ts';
import { openMemory } from '../src/store/sqlite.ts';
import { notice } from './support/notices.ts';

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
  [0, ['proposal', 'conversation', 'person', 'question', 'told', 'ahead']],
  [29, ['proposal', 'conversation', 'person', 'question', 'told', 'ahead']],
  [31, ['conversation', 'person', 'question', 'told', 'ahead']],
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
    told: await store.deliveries.find('of what has been'),
    ahead: await store.deliveries.find('of what lies ahead'),
  };
  expect(Object.entries(found).flatMap(([what, one]) => (one === null ? [] : [what]))).toEqual(left);
  await store.close();
});
