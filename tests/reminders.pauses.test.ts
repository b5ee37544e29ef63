// What changes while somebody pauses: told when the pause is over, once, as it then is.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { member, type Secretariat, secretary, startSecretariat } from './support/secretariat.ts';
import { recipientOf, type Sending, startSending } from './support/sending.ts';

const lena = recipientOf(member);
let bot: Secretariat;
let sending: Sending;

beforeEach(async () => {
  bot = await startSecretariat('2019-03-21T09:00');
  sending = startSending(bot);
  await sending.knows(lena);
  await sending.settle();
  await bot.say('påminn mig om kommitténs möten', member);
  await at('2019-03-22T09:00');
  // The first reminder of 4 April.
  expect(sending.kept).toHaveLength(1);
  bot.setNow('2019-03-22T10:00');
});
afterEach(async () => {
  await sending.stop();
  await bot.stop();
});

async function at(now: string): Promise<void> {
  bot.setNow(now);
  await sending.settle();
}

async function change(text: string): Promise<void> {
  const preview = await bot.say(text, secretary);
  await bot.press(preview.press(/^Ja/), secretary);
  await sending.settle();
}

const news = () => sending.textsTo(lena).slice(1);

it('is told when the pause ends by itself', async () => {
  await bot.say('pausa till 28 mars', member);
  await change('flytta kommittémötet 4 april till 11 april');
  await at('2019-03-27T12:00');
  expect(news()).toEqual([]);
  await at('2019-03-28T08:00');
  expect(news()).toEqual([expect.stringMatching(/har flyttats till torsdag 11 april[\s\S]*4 april/)]);
  await at('2019-03-29T08:00');
  expect(news().filter((text) => /flyttats/.test(text))).toHaveLength(1);
});

it('is told when somebody ends the pause, and only what is true then', async () => {
  await bot.say('pausa till 28 mars', member);
  await change('flytta kommittémötet 4 april till 11 april');
  await change('flytta kommittémötet 11 april till 12 april');
  await bot.say('återuppta påminnelserna', member);
  await sending.settle();
  expect(news()).toEqual([expect.stringMatching(/har flyttats till fredag 12 april[\s\S]*4 april/)]);
  await at('2019-03-28T08:00');
  expect(news()).toHaveLength(1);
});

it('is not told where it was undone meanwhile, nor where it was quiet', async () => {
  await bot.say('pausa till 28 mars', member);
  await change('flytta kommittémötet 4 april till 11 april');
  await change('flytta kommittémötet 11 april till 4 april');
  await change('flytta ledningsgruppens möte 5 april till 12 april utan att meddela');
  await at('2019-03-28T08:00');
  expect(news()).toEqual([]);
});

it('is told though the news had waited for the morning when the pause began', async () => {
  bot.setNow('2019-03-22T21:00');
  await change('ställ in kommittémötet 4 april');
  await bot.say('pausa till 28 mars', member);
  await at('2019-03-27T12:00');
  expect(news()).toEqual([]);
  await at('2019-03-28T08:00');
  expect(news()).toEqual([expect.stringMatching(/har ställts in/)]);
});

it('of a pause without an end waits for its end', async () => {
  await bot.say('pausa tills vidare', member);
  await change('ställ in kommittémötet 4 april');
  await at('2019-03-29T08:00');
  expect(news()).toEqual([]);
  await bot.say('återuppta påminnelserna', member);
  await sending.settle();
  expect(news()).toEqual([expect.stringMatching(/har ställts in/)]);
});
