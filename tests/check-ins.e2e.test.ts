// How it goes, the whole way: asked by the running bot through the Connector, answered in its card, over a crash.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writtenDown } from './support/process.ts';
import { tenant } from './support/service.ts';
import { member, secretary, startWire, type Wire, type Writer } from './support/wire.ts';

let wire: Wire;
beforeEach(async () => {
  wire = await startWire(tenant);
});
afterEach(() => wire.stop());

/** The bot at a local time, on a folder that outlives it; an hour of the plan takes a second. */
const botAt = (now: string, folder: string) =>
  wire.start({
    DATA_DIR: folder,
    SECRETARIAT_IDS: `${tenant}/${secretary.aadObjectId}`,
    SIMULATED_NOW: now,
    SIMULATED_RATE: '3600',
  });

const sentTo = (who: Writer, text: RegExp) => wire.to(who).filter(({ body }) => text.test(String(body.text)));

/** What a button of a message carries. */
function carried(body: unknown, title: string): object {
  const found = new RegExp(`"title":"${title}","data":(\\{.*?\\})(?=,?"?(?:\\}|,))`).exec(JSON.stringify(body))?.[1];
  const data = JSON.parse(completed(found ?? '{}'));
  return data.msteams?.value ?? data;
}

/** A piece of JSON with the brackets that it lacks. */
function completed(json: string): string {
  const open = [...json].reduce((depth, letter) => depth + (letter === '{' ? 1 : letter === '}' ? -1 : 0), 0);
  return json + '}'.repeat(Math.max(0, open));
}

it('is asked once, answered with a comment, and approved after a crash', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'check-ins-'));
  const first = await botAt('2019-03-04T09:00', folder);
  await first.say('hej', secretary);
  await first.say('påminn mig om det som rör Nykvarn', member);
  const preview = await first.say('fråga om status en månad före kommitténs möten', secretary);
  await first.say('', secretary, { value: { confirm: /"confirm":"([^"]+)"/.exec(preview)?.[1] } });
  await expect.poll(() => sentTo(member, /^Hur går det med/), { timeout: 60_000 }).toHaveLength(1);
  const [question] = sentTo(member, /^Hur går det med/);
  await writtenDown(first, 1);
  await first.kill();

  const second = await botAt('2019-03-04T14:00', folder);
  const value = { ...carried(question?.body, 'Försenad'), comment: 'väntar på Trafikverket' };
  expect(await second.say('', member, { value })).toMatch(/Tack! Sekretariatet får veta att .*väntar på Trafikverket/);
  await second.kill();

  const third = await botAt('2019-03-04T15:00', folder);
  await expect.poll(() => sentTo(secretary, /Ledamot svarar att/), { timeout: 60_000 }).toHaveLength(1);
  const [answer] = sentTo(secretary, /Ledamot svarar att/);
  expect(await third.say('', secretary, { value: carried(answer?.body, 'Godkänn') })).toMatch(/Godkänt: /);
  expect(await third.say('vilka aktiviteter är försenade?', member)).toMatch(/Trafikverket|försenad/);
  expect(sentTo(member, /^Hur går det med/)).toHaveLength(1);
}, 120_000);
