// A message to everybody the whole way: ordered in chat, sent by the running bot through the Connector, taken back after a crash.
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

async function botOn(folder: string) {
  const bot = await wire.start({
    DATA_DIR: folder,
    SECRETARIAT_IDS: secretary.aadObjectId,
    SIMULATED_NOW: '2019-03-05T10:00',
    SIMULATED_RATE: '60',
  });
  /** Presses the button that an answer offers, as long as it offers one. */
  const confirmed = async (text: string) => {
    let answer = await bot.say(text, secretary);
    for (let press = buttonIn(answer); press; press = buttonIn(answer))
      answer = await bot.say('', secretary, { value: press });
    return answer;
  };
  return { ...bot, confirmed };
}

function buttonIn(answer: string): object | null {
  const found = /\{"confirm":"[^"]+"(?:,"sure":\d+)?\}/.exec(answer);
  return found && JSON.parse(found[0]);
}

const to = (who: Writer, kind: 'send' | 'update') => wire.to(who).filter((one) => one.kind === kind);

it('arrives once, and says that it was taken back, though the bot was killed between', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'announcements-'));
  const first = await botOn(folder);
  for (const who of [member, secretary]) await first.say('hej', who);
  expect(await first.confirmed('skicka till alla: Mötet är i aulan')).toMatch(/Klart: meddelandet skickas nu/);
  await expect.poll(() => to(member, 'send'), { timeout: 60_000 }).toHaveLength(1);
  expect(String(to(member, 'send')[0]?.body.text)).toMatch(/Mötet är i aulan/);
  await expect.poll(() => to(secretary, 'send').length, { timeout: 60_000 }).toBeGreaterThan(0);
  await writtenDown(first, 2);
  await first.kill();

  const second = await botOn(folder);
  expect(await second.confirmed('ångra eftersom det var fel sal')).toMatch(/återkallades/);
  await expect.poll(() => to(member, 'update'), { timeout: 60_000 }).toHaveLength(1);
  const [edited] = to(member, 'update');
  expect(edited?.activity).toBe(`1:${to(member, 'send')[0]?.number}`);
  expect(String(edited?.body.text)).toMatch(/^Återkallat: .*det var fel sal/);
  expect(to(member, 'send')).toHaveLength(1);
}, 120_000);
