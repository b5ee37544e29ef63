// What is kept of conversations, and in which order turns run.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { systemClock } from '../src/clock.ts';
import { openSqlite } from '../src/store/sqlite.ts';
import { ConversationStorage, TurnQueue } from '../src/teams/conversations.ts';

it('keeps state as it was written, over a restart too', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'conversations-'));
  const first = await openSqlite(folder);
  await new ConversationStorage(first.conversations, systemClock).write({ a: { count: 1 }, b: { count: 2 } });
  await first.close();
  const second = await openSqlite(folder);
  const storage = new ConversationStorage(second.conversations, systemClock);
  expect(await storage.read(['a', 'b', 'c'])).toEqual({ a: { count: 1 }, b: { count: 2 } });
  await storage.delete(['a']);
  expect(await storage.read(['a'])).toEqual({});
  await second.close();
  rmSync(folder, { recursive: true });
});

it('runs the turns of a conversation one by one, also after one that failed, and others beside it', async () => {
  const queue = new TurnQueue({ once: (_, work) => work(), alone: (_, work) => work() });
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
