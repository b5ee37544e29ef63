// Reminders the whole way: asked for in chat, sent by the running bot through the Connector, over a restart and changes.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writtenDown } from './support/process.ts';
import { member, secretary, startWire, type Wire, type Writer } from './support/wire.ts';

let wire: Wire;
beforeEach(async () => {
  wire = await startWire();
});
afterEach(() => wire.stop());

/** The bot at a local time, on a folder that outlives it; an hour of the plan takes a second. */
const botAt = (now: string, folder: string) =>
  wire.start({
    DATA_DIR: folder,
    SECRETARIAT_IDS: secretary.aadObjectId,
    SIMULATED_NOW: now,
    SIMULATED_RATE: '3600',
  });

const textsTo = (who: Writer): string[] => wire.to(who).map(({ body }) => String(body.text));

it('comes in time and once, is not lost in a crash, and follows the plan', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'reminders-'));
  // The first reminder of 4 April is due on 21 March at noon: 14 days before.
  const first = await botAt('2019-03-21T09:00', folder);
  expect(await first.say('påminn mig om kommitténs möten', member)).toMatch(/torsdag 21 mars/);
  await expect.poll(() => textsTo(member), { timeout: 60_000 }).toHaveLength(1);
  expect(textsTo(member)[0]).toMatch(/4 april/);
  await writtenDown(first, 1);
  await first.kill();

  // While it was down nothing was due; a change is told of to who was reminded, old and new.
  const second = await botAt('2019-03-25T09:00', folder);
  const preview = await second.say('flytta kommittémötet 4 april till 11 april', secretary);
  expect(preview).toMatch(/1 (?:person|konversation|mottagare)/);
  const confirm = /"confirm":"([^"]+)"/.exec(preview)?.[1];
  await second.say('', secretary, { value: { confirm } });
  await expect.poll(() => textsTo(member), { timeout: 60_000 }).toHaveLength(2);
  expect(textsTo(member)[1]).toMatch(/11 april[\s\S]*4 april/);
  await second.kill('SIGTERM');

  // Down over the reminder of 28 March: it comes late, once, with the time that is truly left.
  const third = await botAt('2019-04-01T09:00', folder);
  await expect.poll(() => textsTo(member), { timeout: 60_000 }).toHaveLength(3);
  expect(textsTo(member)[2]).toMatch(/11 april/);
  await writtenDown(third, 1);
  expect(await third.say('varför fick jag detta?', member)).toMatch(/påminn/i);
  expect(await third.say('hur går det med påminnelserna?', secretary)).toMatch(/2 påminnelser skickats/);
  expect(await third.say('sluta påminna mig', member)).not.toMatch(/hittar/);
  expect((await fetch(`${third.url}/readyz`)).status).toBe(200);
  expect(await (await fetch(`${third.url}/metrics`)).text()).toMatch(/reminders_total\{outcome="sent"\} 1/);
}, 120_000);
