// Whoever sends too many messages is told so, kindly and once, and is answered again after a minute.
import { afterEach, describe, expect, it } from 'vitest';
import type { Incoming } from '../src/turn/turn-types.ts';
import { startSecretariat } from './support/secretariat.ts';
import { developmentSettings, message, repeatingTurns, type Service, startService } from './support/service.ts';

const most = 5;
let service: Service;
let now = 0;
const seen: Incoming[] = [];
afterEach(() => service.stop());

async function start(messagesPerMinute: number | null = most): Promise<void> {
  now = 0;
  seen.length = 0;
  const settings = { ...developmentSettings, messagesPerMinute };
  service = await startService({ settings, turns: repeatingTurns(seen), clock: () => new Date(now) });
}

const person = (name: string) => ({ id: `29:${name}`, name, aadObjectId: `id-${name}` });
const chat = (id: string) => ({ conversation: { id, conversationType: 'groupChat' } });
const say = async (fields: object = {}) => (await service.post(message('hej', fields))).texts;

async function sayOften(times: number, fields: (time: number) => object = () => ({})): Promise<string[][]> {
  const said: string[][] = [];
  for (let time = 0; time < times; time += 1) said.push([...(await say(fields(time)))]);
  return said;
}

describe('a person', () => {
  it('is answered so often a minute, told of it once, and then waited with', async () => {
    await start();
    const said = await sayOften(most + 4);
    expect(seen).toHaveLength(most);
    expect(said.slice(most)).toEqual([['för många'], [], [], []]);
    now += 61_000;
    expect(await say()).toEqual(['6: hej']);
  });

  it('is counted wherever they write, and by themselves', async () => {
    await start();
    await sayOften(most, (time) => ({ ...chat(`chat ${time}`), from: person('anna') }));
    expect(await say({ ...chat('another'), from: person('anna') })).toEqual(['för många']);
    expect(await say({ ...chat('another'), from: person('bo') })).toEqual(['1: hej']);
  });

  it('gets an answer to each button, also where it is that one', async () => {
    await start();
    await sayOften(most + 3);
    const press = (name: string, value: object) =>
      service.post(message('', { type: 'invoke', name, value, deliveryMode: undefined }));
    const pressed = await press('adaptiveCard/action', { action: { type: 'Action.Execute', data: {} } });
    expect(JSON.parse(pressed.body)).toMatchObject({ statusCode: 200, value: 'för många' });
    const opened = await press('task/fetch', { data: {} });
    expect(JSON.parse(opened.body)).toMatchObject({ task: { type: 'message', value: 'för många' } });
    const search = { commandId: 'searchPlan', parameters: [{ name: 'query', value: 'maj' }], queryOptions: {} };
    // As it is typed it is asked anew: four times as often.
    const searched = await Promise.all(
      Array.from({ length: 4 * most + 1 }, async () => (await press('composeExtension/query', search)).body),
    );
    expect(searched.filter((body) => body.includes('för många'))).toHaveLength(1);
    expect(searched.filter((body) => body.includes('composeExtension'))).toHaveLength(searched.length);
    expect(seen).toHaveLength(most);
  });

  it('is not counted for what is no message, nor for what Teams repeats', async () => {
    await start();
    const repeated = message('en gång');
    for (let time = 0; time < 20; time += 1) {
      await service.post(repeated);
      await service.post(message('', { type: 'typing' }));
      await service.post(message('', { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] }));
    }
    expect((await sayOften(most - 1)).flat()).not.toContain('för många');
  });
});

describe('a conversation', () => {
  it('of many is answered three times as often, then told of it once', async () => {
    await start();
    const said = await sayOften(3 * most + 3, (time) => ({ ...chat('lively'), from: person(`person ${time}`) }));
    expect(seen).toHaveLength(3 * most);
    expect(said.slice(3 * most)).toEqual([['för många'], [], []]);
    expect(await say({ ...chat('quiet'), from: person('person 0') })).toEqual(['1: hej']);
  });
});

it('nobody waits where there is no limit', async () => {
  await start(null);
  await sayOften(100);
  expect(seen).toHaveLength(100);
});

it.each([
  ['sv', /Ge mig en minut/],
  ['en', /Give me a minute/],
] as const)('it is said in %s', async (locale, words) => {
  await start();
  const { tooMany, stop } = await startSecretariat();
  expect(tooMany(locale).spoken).toMatch(words);
  await stop();
});
