// What the bot tells of itself: metrics, readiness with reasons, and request ids from the answer to the log.
import { afterEach, describe, expect, it } from 'vitest';
import { serve } from '../src/app.ts';
import { systemClock } from '../src/clock.ts';
import { makeCore } from '../src/core.ts';
import { currentRequest, forRequest, makeLog } from '../src/log.ts';
import { makeMetrics } from '../src/metrics.ts';
import { openMemory } from '../src/store/sqlite.ts';
import type { Store } from '../src/store/store.ts';
import { base } from './support/question-table.ts';
import { developmentSettings, keptLog, message, postJson, repeatingTurns, startService } from './support/service.ts';

let stop = async (): Promise<void> => undefined;
afterEach(() => stop());

/** The bot as it is, on a store that a test can break. */
async function startWhole(broken: Partial<Store> = {}) {
  const store = await openMemory();
  const metrics = makeMetrics(systemClock);
  const core = await makeCore(base, store, [], systemClock, keptLog(), { observer: metrics.turns });
  metrics.watchLedger(() => core.reminding.current.ledger().edition.version);
  const app = serve(developmentSettings, core.turns, { ...store, ...broken }, keptLog(), { metrics });
  const { port } = await app.start();
  stop = async () => {
    await app.stop();
    core.stop();
    await store.close();
  };
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    say: (text: string, fields: object = {}) => postJson(`${url}/api/messages`, message(text, fields), {}),
    metrics: async () => (await fetch(`${url}/metrics`)).text(),
  };
}

describe('metrics', () => {
  it('count turns by kind and outcome, stages, requests and the last arrival', async () => {
    const bot = await startWhole();
    expect(await bot.metrics()).toMatch(/^inbound_last_activity_timestamp_seconds 0$/m);
    await bot.say('när är nästa kommittémöte?');
    await bot.say('vem vann melodifestivalen?');
    await bot.say('flytta kommittémötet 9 maj till 16 maj');
    await bot.say('hej', { channelId: 'slack' });
    const text = await bot.metrics();
    expect(text).toMatch(/^turns_total\{kind="meetings",outcome="answered"\} 1$/m);
    expect(text).toMatch(/^turns_total\{kind="not-in-plan",outcome="unanswered"\} 1$/m);
    expect(text).toMatch(/^turns_total\{kind="update",outcome="refused"\} 1$/m);
    for (const stage of ['understand', 'answer', 'render']) {
      expect(text).toMatch(new RegExp(`^turn_stage_seconds_count\\{stage="${stage}"\\} 3$`, 'm'));
    }
    expect(text).toMatch(/^http_request_seconds_count\{route="\/api\/messages",status="200"\} 3$/m);
    expect(text).toMatch(/^http_request_seconds_count\{route="\/api\/messages",status="403"\} 1$/m);
    expect(text).toMatch(/^ledger_version 0$/m);
    expect(text).toMatch(/^store_errors_total 0$/m);
    expect(text).toMatch(
      /^inbound_last_activity_timestamp_seconds 1\.\d+e\+9$|^inbound_last_activity_timestamp_seconds \d{10}/m,
    );
  });

  it('name nobody and repeat nothing that was asked for', async () => {
    const bot = await startWhole();
    await bot.say('var är hemligheten?');
    await fetch(`${bot.url}/hemlig/adress`);
    await fetch(`${bot.url}/calendar/hemlig.ics`);
    expect(await bot.metrics()).not.toMatch(/hemlig|Ledamot|11111111/);
  });
});

describe('readiness', () => {
  it('tells why it is not ready, in words that give nothing away, and when somebody last wrote', async () => {
    const refused = Object.assign(new Error('connect ECONNREFUSED bot:hemligt@10.0.0.1'), { code: 'ECONNREFUSED' });
    const bot = await startWhole({ ping: () => Promise.reject(refused) });
    const before = await fetch(`${bot.url}/readyz`);
    expect(before.status).toBe(503);
    expect(await before.json()).toEqual({
      status: 'not ready',
      missing: ['store'],
      reasons: { store: 'the database does not answer (ECONNREFUSED)' },
      lastInbound: null,
    });
    await bot.say('hej');
    const after: unknown = await (await fetch(`${bot.url}/readyz`)).json();
    expect(after).toMatchObject({ lastInbound: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) });
  });

  it('does not wait for a database that says nothing', async () => {
    const bot = await startWhole({ ping: () => new Promise(() => undefined) });
    const answer = await fetch(`${bot.url}/readyz`);
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('has not answered');
  });
});

describe('request ids', () => {
  it('stand in the answer and in whatever is logged on its way, through queues and turns', async () => {
    const ids: (string | null)[] = [];
    const turns = repeatingTurns();
    const takeTurn: typeof turns.takeTurn = async (incoming, memory) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      ids.push(currentRequest());
      return turns.takeTurn(incoming, memory);
    };
    const service = await startService({ turns: { ...turns, takeTurn } });
    stop = service.stop;
    const post = () =>
      fetch(`${service.url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(message('hej')),
      });
    const answers = await Promise.all([post(), post(), post()]);
    const told = answers.map(({ headers }) => headers.get('x-request-id'));
    expect(new Set(told).size).toBe(3);
    expect(ids.toSorted()).toEqual(told.toSorted());
    expect((await fetch(`${service.url}/nowhere`)).headers.get('x-request-id')).toBeNull();
  });

  it('are in each line of the log', () => {
    const lines: string[] = [];
    const log = makeLog('info', { write: (line) => lines.push(line) });
    forRequest('abc', () => log.info({ count: 1 }, 'inside'));
    log.info({}, 'outside');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ request: 'abc', count: 1, msg: 'inside' });
    expect(JSON.parse(lines[1] ?? '')).not.toHaveProperty('request');
  });
});
