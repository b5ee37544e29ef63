// The language model in the real process: nothing of it without a key, and an orderly end while it is awaited.
import { describe, expect, it } from 'vitest';
import { returns, startChatCompletions } from './support/chat-completions.ts';
import { startBot, startProgram } from './support/process.ts';
import { message, postJson } from './support/service.ts';

const oddly = 'När samlas höjdarna härnäst för att tjafsa?';

/** Files that only the language model needs. */
const ofModel = '/openai/|teams-ai/lib/(models|planners|prompts|tokenizers)/|gpt-tokenizer|src/model/';

/** What is loaded when the bot has answered a question that its parser is not sure of. */
async function loadedWith(variables: Record<string, string>): Promise<{ total: number; matching: string[] }> {
  const program = startProgram('tests/support/loaded-modules.ts', variables, [oddly, ofModel]);
  expect(await program.exit).toBe(0);
  return JSON.parse(program.output());
}

describe('without a key', () => {
  it('nothing of it is loaded', async () => {
    const without = await loadedWith({});
    expect(without.total).toBeGreaterThan(500);
    // The names of what is counted of it, which the metrics know.
    expect(without.matching).toEqual([expect.stringMatching(/src\/model\/figures\.ts$/)]);
    const used = await loadedWith({ OPENAI_API_KEY: 'hemlig', OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' });
    expect(used.matching.length).toBeGreaterThan(50);
  });
});

describe('SIGTERM while it is awaited', () => {
  it('ends the process once the asker has an answer', async () => {
    const model = await startChatCompletions(() => ({ kind: 'hang' }));
    const bot = await startBot({ OPENAI_API_KEY: 'hemlig', OPENAI_BASE_URL: `${model.url}/v1` });
    const answer = postJson(`${bot.url}/api/messages`, message(oddly), {});
    await expect.poll(() => model.asked.length, { timeout: 30_000 }).toBe(1);
    bot.child.kill('SIGTERM');
    expect((await answer).texts.join()).toMatch(/inte i planen/);
    expect(await bot.exit).toBe(0);
    await model.stop();
    expect(bot.output()).not.toMatch(/höjdarna|hemlig/);
    expect(bot.errors()).toBe('');
  });
});

describe('the settings', () => {
  it('turn it on', async () => {
    const nextMeeting = { kind: 'meetings', form: 'any', which: 'next', aspect: 'when' };
    const model = await startChatCompletions(() => returns(nextMeeting));
    const bot = await startBot({
      AZURE_OPENAI_API_KEY: 'hemlig',
      AZURE_OPENAI_ENDPOINT: model.url,
      AZURE_OPENAI_DEPLOYMENT: 'plan',
    });
    const { texts } = await postJson(`${bot.url}/api/messages`, message(oddly), {});
    bot.child.kill('SIGTERM');
    await bot.exit;
    await model.stop();
    expect(texts.join()).toMatch(/8 mars/);
    expect(model.asked[0]?.path).toMatch(/^\/openai\/deployments\/plan\//);
  });
});
