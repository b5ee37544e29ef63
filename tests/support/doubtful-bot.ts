// The bot with a language model behind its real endpoint, and the same bot without one to compare it with.
import { openSecondReader, serve } from '../../src/app.ts';
import { makeCore } from '../../src/core.ts';
import { instantOf, type ModelSettings } from '../../src/settings.ts';
import { openMemory } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { base } from './question-table.ts';
import { secretary } from './secretariat.ts';
import { type Answer, developmentSettings, keptLog, type LogLine, message, postJson } from './service.ts';

export const openai = (url: string): ModelSettings => ({
  provider: 'openai',
  key: 'sk-hemlig',
  baseUrl: `${url}/v1`,
  model: 'gpt-4o-mini',
  isLocal: true,
  dailyTokens: 1_000_000,
});
export const azure = (url: string): ModelSettings => ({
  provider: 'azure',
  key: 'azurehemlig',
  endpoint: url,
  deployment: 'plan-mini',
  apiVersion: '2024-10-21',
  isLocal: true,
  dailyTokens: 1_000_000,
});

/** The day that its tokens are counted on. */
export const realDay = '2026-11-26';

/** @param store kept open by the caller, where several bots share it */
export async function startDoubtfulBot(languageModel: ModelSettings | null, store?: Store) {
  const lines: LogLine[] = [];
  const log = keptLog(lines);
  const kept = store ?? (await openMemory());
  const settings = { ...developmentSettings, secretariatIds: [secretary.person], languageModel };
  const clock = () => instantOf('2019-03-01T09:00', base.region.timeZone);
  let wireNow = new Date('2026-11-26T12:00:00Z').getTime();
  const reader = await openSecondReader(settings, kept, log, () => new Date(wireNow));
  const core = await makeCore(base, kept, settings.secretariatIds, clock, log, { secondReader: reader });
  const app = serve(settings, core.turns, kept, log, { reader });
  const { port } = await app.start();
  const url = `http://127.0.0.1:${port}`;
  const post = (activity: unknown): Promise<Answer> => postJson(`${url}/api/messages`, activity, {});
  return {
    lines,
    store: kept,
    /** The real time, which the bot's stands still beside. */
    passMs(ms: number) {
      wireNow += ms;
    },
    post,
    /** What the bot answers to a text, in a conversation of its own unless the fields say otherwise. */
    ask: (text: string, fields: object = {}): Promise<Answer> => {
      const activity = message(text, fields);
      return post({ ...activity, conversation: { id: `of ${activity.id}`, conversationType: 'personal' }, ...fields });
    },
    metric: async (name: string): Promise<number> => {
      const text = await (await fetch(`${url}/metrics`)).text();
      const line = text.split('\n').find((one) => one.startsWith(`${name} `));
      return line === undefined ? Number.NaN : Number(line.slice(name.length));
    },
    async stop() {
      await app.stop();
      core.stop();
      if (!store) await kept.close();
    },
  };
}
export type DoubtfulBot = Awaited<ReturnType<typeof startDoubtfulBot>>;
