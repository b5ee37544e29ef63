// Two instances of the bot on one PostgreSQL: what one has changed, the other answers with.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPostgres } from '../src/store/postgres.ts';
import { type PostgresServer, startPostgres } from './support/postgres.ts';
import { colleague, member, type Secretariat, secretary, startSecretariat } from './support/secretariat.ts';
import { keptLog } from './support/service.ts';

let server: PostgresServer;
let one: Secretariat;
let other: Secretariat;

beforeAll(async () => {
  server = await startPostgres();
  const url = await server.freshDatabase();
  one = await startSecretariat('2019-03-01T09:00', await openPostgres(url, keptLog()));
  other = await startSecretariat('2019-03-01T09:00', await openPostgres(url, keptLog()));
});
afterAll(async () => {
  await one.stop();
  await other.stop();
  await server.stop();
});

it('a change is seen by the other', async () => {
  const preview = await one.say('flytta kommittémötet 9 maj till 16 maj', secretary);
  await one.press(preview.press(/^ja/i), secretary);
  const asked = async () => (await other.say('när är kommittémötet i maj?', member)).spoken;
  await expect.poll(asked, { timeout: 20_000, interval: 20 }).toMatch(/16 maj/);
});

it('a preview on one instance is confirmed on the other, and once', async () => {
  const confirm = (await one.say('elväg: försenad', secretary)).press(/^ja/i);
  const receipts = await Promise.all([one.press(confirm, secretary), other.press(confirm, secretary)]);
  expect(receipts.filter(({ spoken }) => /redan/.test(spoken))).toHaveLength(1);
  expect(await one.ledger()).toHaveLength(2);
});

it('two secretaries on two instances: the second is told what the first has done', async () => {
  const mine = (await one.say('ställ in kommittémötet 14 november', secretary)).press(/^ja/i);
  const theirs = (await other.say('flytta kommittémötet 14 november till 21 november', colleague)).press(/^ja/i);
  await one.press(mine, secretary);
  const refused = await other.press(theirs, colleague);
  expect(refused.spoken).toMatch(/Sara Sekreterare/);
  expect(await one.ledger()).toHaveLength(3);
});
