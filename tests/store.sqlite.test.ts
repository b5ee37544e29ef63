// The store in a file and in memory; and the files and folders that it must refuse.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openMemory, openSqlite } from '../src/store/sqlite.ts';
import { type Store, StoreError } from '../src/store/store.ts';
import { appendOne, lastingCases, storeCases } from './store.cases.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
  file = join(folder, 'bot.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs statements on the file, as another program would. */
function run(statements: string): void {
  const connection = new DatabaseSync(file);
  connection.exec(statements);
  connection.close();
}

const place = async () => ({ open: () => openSqlite(folder), run: async (statement: string) => run(statement) });

describe('in a file', () => storeCases(() => openSqlite(folder)));
describe('kept in a file', () => lastingCases(place));

describe('in memory', () => {
  storeCases(() => openMemory());

  it('is a store of its own each time', async () => {
    const [one, other] = [await openMemory(), await openMemory()];
    await appendOne(one);
    expect(await other.ledger.since(0)).toEqual([]);
    await Promise.all([one.close(), other.close()]);
  });
});

async function refusal(): Promise<string> {
  const error = await openSqlite(folder).then(
    (store) => store.close(),
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(StoreError);
  return error instanceof Error ? error.message : '';
}

describe('the file', () => {
  it('is made with its folder, marked, durable and strict', async () => {
    const deep = join(folder, 'a/b');
    const store = await openSqlite(deep);
    const connection = new DatabaseSync(join(deep, 'bot.sqlite'), { readOnly: true });
    expect(connection.prepare('pragma application_id').get()?.application_id).toBe(0x504c414e);
    expect(connection.prepare('pragma journal_mode').get()?.journal_mode).toBe('wal');
    const tables = connection.prepare("select name from pragma_table_list where schema = 'main' and strict").all();
    expect(tables.map(({ name }) => name).toSorted()).toEqual([
      'conversation',
      'delivery',
      'feed',
      'ledger',
      'mailbox',
      'model_use',
      'person',
      'proposal',
      'question',
      'reference',
      'report',
      'secret',
      'silence',
      'subscription',
      'sweep',
      'worker',
    ]);
    connection.close();
    await store.close();
  });

  it('can be read by a backup while the bot runs', async () => {
    const store = await openSqlite(folder);
    await appendOne(store);
    const copy = join(folder, 'copy');
    run(`vacuum into '${copy}'`);
    const connection = new DatabaseSync(copy);
    expect(connection.prepare('select count(*) as many from ledger').get()?.many).toBe(1);
    connection.close();
    await store.close();
  });

  it.each([
    ['empty', () => writeFileSync(file, '')],
    ['with no tables and no mark yet', () => run('pragma journal_mode = wal')],
    ['marked, with no tables yet', () => run('pragma application_id = 1347174734; pragma journal_mode = wal')],
  ])('is taken for a new one where the bot was killed as it made it: %s', async (_what, make) => {
    make();
    const store = await openSqlite(folder);
    expect(await appendOne(store)).toBe(1);
    await store.close();
  });
});

describe('a file that is not ours or not whole', () => {
  async function writtenFile(): Promise<void> {
    const store = await openSqlite(folder);
    for (let count = 0; count < 30; count += 1) await appendOne(store);
    await store.close();
  }
  function overwrite(from: number, length: number): void {
    const bytes = readFileSync(file);
    bytes.fill(0x5a, from, from + length);
    writeFileSync(file, bytes);
  }

  it.each([
    ['no database', async () => writeFileSync(file, 'Detta är ingen databas.'.repeat(100)), /damaged/],
    ['its header overwritten', async () => writtenFile().then(() => overwrite(0, 100)), /damaged/],
    ['a page overwritten', async () => writtenFile().then(() => overwrite(4096 * 3, 2048)), /damaged/],
    ['its tables overwritten', async () => writtenFile().then(() => overwrite(100, 3000)), /damaged/],
    ['cut off', async () => writtenFile().then(() => truncateSync(file, 4096 * 5)), /damaged/],
    [
      "another program's",
      async () => run('pragma application_id = 42; create table t (a)'),
      /not this bot's \(its application id is 42\).*DATA_DIR/s,
    ],
    ["another program's without a mark", async () => run('create table t (a)'), /application id is 0/],
    [
      "a newer version's",
      async () => {
        await writtenFile();
        run("insert into plan_migration (name, timestamp) values ('999-future', '')");
      },
      /newer version/,
    ],
  ])('is refused and left as it is: %s', async (_what, make, expected) => {
    await make();
    const before = readFileSync(file);
    const message = await refusal();
    expect(message).toMatch(expected);
    expect(message).toContain(file);
    expect(readFileSync(file).equals(before)).toBe(true);
    // Neither was the folder kept.
    expect(await refusal()).toBe(message);
  });

  it('is refused and left as it is where it has a log that was not folded in', async () => {
    await writtenFile();
    const kept = new DatabaseSync(file);
    kept.exec("insert into plan_migration (name, timestamp) values ('999-future', '')");
    const files = readdirSync(folder).filter((name) => !name.endsWith('-shm'));
    expect(files).toContain('bot.sqlite-wal');
    const bytes = () => files.map((name) => readFileSync(join(folder, name)).toString('base64'));
    const before = bytes();
    expect(await refusal()).toMatch(/newer version/);
    expect(bytes()).toEqual(before);
    kept.close();
  });

  it('is refused where only its log is left', async () => {
    writeFileSync(`${file}-wal`, 'what was last written');
    expect(await refusal()).toMatch(/missing or empty.*Put back the file/s);
    expect(readFileSync(`${file}-wal`, 'utf8')).toBe('what was last written');
    expect(existsSync(file)).toBe(false);
  });

  it('is refused where it was emptied, and not where the first start was cut off', async () => {
    const lock = join(folder, 'owner.lock');
    writeFileSync(lock, '');
    writeFileSync(file, '');
    utimesSync(lock, new Date('2019-03-01T08:00:00Z'), new Date('2019-03-01T08:00:00Z'));
    utimesSync(file, new Date('2019-03-08T08:00:00Z'), new Date('2019-03-08T08:00:00Z'));
    expect(await refusal()).toMatch(/is empty.*Put a backup in its place/s);
    utimesSync(file, new Date('2019-03-01T08:00:01Z'), new Date('2019-03-01T08:00:01Z'));
    await (await openSqlite(folder)).close();
  });
});

it('says what to do about a folder that cannot be made', async () => {
  writeFileSync(file, '');
  await expect(openSqlite(join(file, 'inside'))).rejects.toThrow(/cannot be used: .*DATA_DIR|Check that the folder/s);
});

describe('the folder', () => {
  it('has one owner in a process', async () => {
    const store = await openSqlite(folder);
    const message = await refusal();
    expect(message).toContain(folder);
    expect(message).toContain('Stop that one first');
    expect(await appendOne(store)).toBe(1);
    await store.close();
    const next: Store = await openSqlite(folder);
    expect(await next.ledger.since(0)).toHaveLength(1);
    await next.close();
  });

  it('has one owner among processes, until that one is killed', async () => {
    const script = `
      import { openSqlite } from ${JSON.stringify(join(import.meta.dirname, '../src/store/sqlite.ts'))};
      await openSqlite(${JSON.stringify(folder)});
      process.stdout.write('open');
      setInterval(() => {}, 1000);`;
    const owner = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(owner.stdout, 'data');
    expect(await refusal()).toContain('in use by another process');
    owner.kill('SIGKILL');
    await once(owner, 'exit');
    const store = await openSqlite(folder);
    expect(await appendOne(store)).toBe(1);
    await store.close();
  });
});
