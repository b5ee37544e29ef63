// A copy of the database made while the bot runs and writes, and put back: nothing that was confirmed before it is lost.
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { openSqlite } from '../src/store/sqlite.ts';
import { startBot } from './support/process.ts';
import { message, postJson } from './support/service.ts';

const secretary = '22222222-2222-4222-8222-222222222222';
const running: { child: { kill(signal: NodeJS.Signals): unknown }; exit: Promise<unknown> }[] = [];
afterEach(async () => {
  for (const { child, exit } of running.splice(0)) {
    child.kill('SIGKILL');
    await exit;
  }
});

async function botIn(folder: string) {
  const bot = await startBot({ DATA_DIR: folder, SECRETARIAT_IDS: secretary });
  running.push(bot);
  const say = async (text: string) => {
    const from = { id: '29:sara', name: 'Sara', aadObjectId: secretary };
    return (await postJson(`${bot.url}/api/messages`, message(text, { from }), {})).texts.join('\n');
  };
  const stop = async () => {
    bot.child.kill('SIGTERM');
    await bot.exit;
  };
  return { say, stop };
}

function backup(folder: string, ...args: string[]): Promise<{ code: number; said: string }> {
  const { PATH = '' } = process.env;
  return new Promise((resolve) => {
    execFile(process.execPath, ['src/cli/backup.ts', ...args], { env: { PATH, DATA_DIR: folder } }, (error, out, err) =>
      resolve({ code: error ? Number(error.code ?? 1) : 0, said: out + err }),
    );
  });
}

async function versionIn(folder: string): Promise<number> {
  const store = await openSqlite(folder);
  const entries = await store.ledger.since(0);
  await store.close();
  return entries.length;
}

it('is whole however much is written meanwhile, and brings back what was confirmed before it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'backup-'));
  const copies = mkdtempSync(join(tmpdir(), 'copies-'));
  const bot = await botIn(folder);
  await bot.say('elväg: försenad');
  expect(await bot.say('ja')).toMatch(/Klart|Sparat|Noterat|ändra/i);
  let isOver = false;
  const writing = (async () => {
    while (!isOver) await bot.say('när är nästa möte?');
  })();
  const made = await Promise.all([1, 2, 3].map((one) => backup(folder, join(copies, `copy-${one}.sqlite`))));
  isOver = true;
  await writing;
  expect(made.map(({ code, said }) => (code === 0 ? '' : said))).toEqual(['', '', '']);
  expect(readdirSync(copies).toSorted()).toEqual(['copy-1.sqlite', 'copy-2.sqlite', 'copy-3.sqlite']);

  // One that is there is not written over, and one is not put back under a running bot.
  expect((await backup(folder, join(copies, 'copy-1.sqlite'))).said).toContain('exists already');
  const early = await backup(folder, '--restore', join(copies, 'copy-1.sqlite'));
  expect(early).toMatchObject({ code: 1, said: expect.stringContaining('in use') });

  await bot.say('bisnod-analysen: klar');
  await bot.say('ja');
  await bot.stop();
  expect(await versionIn(folder)).toBe(2);
  const restored = await backup(folder, '--restore', join(copies, 'copy-2.sqlite'));
  expect(restored.code).toBe(0);
  expect(await versionIn(folder)).toBe(1);
  expect(readdirSync(folder).some((name) => name.startsWith('bot.sqlite.before-'))).toBe(true);
  const again = await botIn(folder);
  expect(await again.say('hur går det med elvägen?')).toMatch(/försenad/i);
}, 60_000);

it.each([
  ['no file', [], /Usage/],
  ['two files', ['a', 'b'], /Usage/],
  ['a folder without a database', ['copy.sqlite'], /There is no .*bot\.sqlite/],
  ['a copy that is not there', ['--restore', '/nowhere/copy.sqlite'], /There is no/],
])('%s: says what is wrong', async (_, args, words) => {
  const folder = mkdtempSync(join(tmpdir(), 'empty-'));
  expect(await backup(folder, ...args)).toMatchObject({ code: 1, said: expect.stringMatching(words) });
});

it('does not put back what is no database of the bot', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kept-'));
  await (await openSqlite(folder)).close();
  const other = join(folder, 'other.sqlite');
  writeFileSync(other, 'something else'.repeat(1_000));
  const before = readdirSync(folder).toSorted();
  expect(await backup(folder, '--restore', other)).toMatchObject({ code: 1 });
  expect(readdirSync(folder).toSorted()).toEqual(before);
});
