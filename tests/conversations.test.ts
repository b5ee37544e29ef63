// What is kept of conversations: bounded, and in order.
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { RecentConversations, TurnQueue } from '../src/teams/conversations.ts';

it('forgets the conversation that has been silent longest', async () => {
  const storage = new RecentConversations(2);
  await storage.write({ a: { count: 1 } });
  await storage.write({ b: { count: 1 } });
  await storage.write({ a: { count: 2 } });
  await storage.write({ c: { count: 1 } });
  expect(await storage.read(['a', 'b', 'c'])).toEqual({ a: { count: 2 }, c: { count: 1 } });
  await storage.delete(['a']);
  expect(await storage.read(['a'])).toEqual({});
});

it('gives copies, so that a turn that fails changes nothing', async () => {
  const storage = new RecentConversations(2);
  await storage.write({ a: { count: 1 } });
  const read = await storage.read(['a']);
  Object.assign(Object(read.a), { count: 2 });
  expect(await storage.read(['a'])).toEqual({ a: { count: 1 } });
});

it('runs the turns of a conversation one by one, also after one that failed, and others beside it', async () => {
  const queue = new TurnQueue();
  const order: string[] = [];
  const turn = (name: string, ms: number) => async () => {
    await sleep(ms);
    order.push(name);
    if (name === 'fails') throw new Error(name);
  };
  const failed = queue.run('one', turn('fails', 60));
  const after = queue.run('one', turn('after', 0));
  const other = queue.run('other', turn('other', 0));
  await expect(failed).rejects.toThrow('fails');
  await Promise.all([after, other]);
  expect(order).toEqual(['other', 'fails', 'after']);
});
