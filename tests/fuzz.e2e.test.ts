// Strange activities and strange requests, fewer than `tests/fuzz/fuzz.ts` sends: no 5xx, and the bot goes on as before.
import { expect, it } from 'vitest';
import { fuzzActivities, fuzzRequests, randomFrom } from './fuzz/fuzzing.ts';
import { startBot } from './support/process.ts';
import { message, postJson } from './support/service.ts';

it('survives what nobody sends', async () => {
  const bot = await startBot({ SECRETARIAT_IDS: '11111111-1111-4111-8111-000000000001' });
  const random = randomFrom(20_190_301);
  expect((await fuzzActivities(bot.url, 500, random)).faults).toEqual([]);
  expect((await fuzzRequests(bot.url, 200, random)).faults).toEqual([]);
  const { texts } = await postJson(`${bot.url}/api/messages`, message('när är nästa kommittémöte?'), {});
  expect(texts.join('')).toMatch(/4 april/);
  bot.child.kill('SIGTERM');
  expect(await bot.exit).toBe(0);
});
