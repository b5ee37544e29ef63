// A message to everybody the whole way: ordered in chat, sent by the running bot through the Connector, taken back after a crash.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { type Connector, startConnector } from './support/connector.ts';
import { startBot, writtenDown } from './support/process.ts';
import { message, postJson } from './support/service.ts';

const secretary = { id: '29:sekreterare', name: 'Sekreterare', aadObjectId: '22222222-2222-4222-8222-222222222222' };
const member = { id: '29:member', name: 'Ledamot', aadObjectId: '11111111-1111-4111-8111-111111111111' };
type Person = typeof member;

const running: { kill: () => Promise<unknown> }[] = [];
let connector: Connector;
afterEach(async () => {
  for (const one of running.splice(0)) await one.kill();
  await connector.stop();
});

async function botOn(folder: string) {
  const bot = await startBot({
    DATA_DIR: folder,
    SECRETARIAT_IDS: secretary.aadObjectId,
    SIMULATED_NOW: '2019-03-05T10:00',
    SIMULATED_RATE: '60',
    LOG_LEVEL: 'info',
  });
  const kill = () => {
    bot.child.kill('SIGKILL');
    return bot.exit;
  };
  running.push({ kill });
  const say = async (text: string, who: Person, more: object = {}) => {
    const conversation = { id: `chatt-${who.id}`, conversationType: 'personal', tenantId: 'tenant' };
    const fields = { from: who, conversation, channelData: { tenant: { id: 'tenant' } }, serviceUrl: connector.url };
    const { body } = await postJson(`${bot.url}/api/messages`, { ...message(text, fields), ...more }, {});
    return body;
  };
  /** Presses the button that an answer offers, as long as it offers one. */
  const confirmed = async (text: string) => {
    let answer = await say(text, secretary);
    for (let press = buttonIn(answer); press; press = buttonIn(answer))
      answer = await say('', secretary, { value: press });
    return answer;
  };
  return { ...bot, say, confirmed, kill };
}

function buttonIn(answer: string): object | null {
  const found = /\{"confirm":"[^"]+"(?:,"sure":\d+)?\}/.exec(answer);
  return found && JSON.parse(found[0]);
}

const to = ({ id }: Person, kind: 'send' | 'update') =>
  connector.delivered.filter((one) => one.kind === kind && one.conversation === `chatt-${id}`);

it('arrives once, and says that it was taken back, though the bot was killed between', async () => {
  connector = await startConnector();
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
