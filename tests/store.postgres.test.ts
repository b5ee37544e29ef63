// The store in a real PostgreSQL: several instances, lost connections, and databases that cannot be used.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPostgres } from '../src/store/postgres.ts';
import { type Store, StoreError } from '../src/store/store.ts';
import { sharedCases } from './sharing.cases.ts';
import {
  appendOne,
  confirmOneTwentyTimes,
  confirmTwentyAtOnce,
  lastingCases,
  storeCases,
  told,
} from './store.cases.ts';
import { keptLog, type LogLine } from './support/kept-log.ts';
import { freePort, type PostgresServer, password, query, startPostgres } from './support/postgres.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server?.stop());

describe('in PostgreSQL', () => storeCases(async () => openPostgres(await server.emptiedDatabase(), keptLog()), true));
describe('kept in PostgreSQL', () =>
  lastingCases(async () => {
    const url = await server.emptiedDatabase();
    return {
      open: () => openPostgres(url, keptLog()),
      run: async (statement) => {
        await query(url, statement);
      },
    };
  }));

/** Two instances of the bot on one database. */
async function instances(work: (one: Store, other: Store, url: string, lines: LogLine[]) => Promise<void>) {
  const url = await server.freshDatabase();
  const lines: LogLine[] = [];
  // At once: both find an empty database, and one waits for the other to fill it.
  const [one, other] = await Promise.all([openPostgres(url, keptLog(lines)), openPostgres(url, keptLog(lines))]);
  try {
    await work(one, other, url, lines);
  } finally {
    await Promise.all([one.close(), other.close()]);
  }
}

const backends =
  "select pid from pg_stat_activity where application_name = 'plan bot' and datname = current_database()";
const endBackends = (url: string, which: string) =>
  query(url, `select pg_terminate_backend(pid) from (${backends} and ${which}) as ours`);
const listeners = "query ilike 'listen%'";
/** An instance begins to listen beside its opening, which does not wait for it. */
const bothListen = (url: string) =>
  expect.poll(async () => (await query(url, `${backends} and ${listeners}`)).length, { timeout: 20_000 }).toBe(2);

describe('shared by two instances', () => sharedCases((work) => instances(work)));

describe('two instances', () => {
  it('see what the other appends', () =>
    instances(async (one, other) => {
      for (const [writer, reader] of [
        [one, other],
        [other, one],
      ] as const) {
        const news = told(reader);
        const version = await appendOne(writer);
        await news;
        expect((await reader.ledger.since(0)).map((entry) => entry.version)).toContain(version);
      }
    }));

  it('make entries 1 to 20 of 20 proposals', () => instances((one, other) => confirmTwentyAtOnce([one, other], one)));

  it('make one entry of one proposal', () => instances((one, other) => confirmOneTwentyTimes([one, other], one)));

  it('see it though the notice is lost', () =>
    instances(async (one, other, url) => {
      await appendOne(one);
      const news = Promise.all([told(one), told(other)]);
      const copy = "insert into ledger select version + 1, id || '-', at, body from ledger";
      await query(url, copy);
      await news;
    }));

  it('see it though their listening connections are cut, and listen again', () =>
    instances(async (one, other, url, lines) => {
      await bothListen(url);
      expect(await endBackends(url, listeners)).toHaveLength(2);
      const news = told(other);
      await appendOne(one);
      await news;
      await bothListen(url);
      const again = told(one);
      await appendOne(other);
      await again;
      const said = () => lines.map(({ event }) => event);
      await expect.poll(said, { timeout: 20_000 }).toContain('listening to the database works again');
    }));

  it('go on though all connections are cut', () =>
    instances(async (one, _other, url) => {
      expect(await appendOne(one)).toBe(1);
      await endBackends(url, 'true');
      const works = () =>
        one.ping().then(
          () => true,
          () => false,
        );
      await expect.poll(works, { timeout: 20_000 }).toBe(true);
      expect(await appendOne(one)).toBe(2);
    }));

  it('lose nothing acknowledged and gain no half entry where connections are cut all the time', () =>
    instances(async (one, other, url) => {
      let cutting = true;
      const cutter = (async () => {
        while (cutting) await endBackends(url, 'random() < 0.3');
      })();
      const acknowledged: number[] = [];
      for (let round = 0; round < 60; round += 1) {
        await appendOne(round % 2 ? one : other).then(
          (version) => acknowledged.push(version),
          () => {},
        );
      }
      cutting = false;
      await cutter;
      const reader = await openPostgres(url, keptLog());
      const versions = (await reader.ledger.since(0)).map(({ version }) => version);
      await reader.close();
      expect(versions).toEqual(versions.map((_, index) => index + 1));
      expect(versions).toEqual(expect.arrayContaining(acknowledged));
      expect(new Set(acknowledged).size).toBe(acknowledged.length);
    }));
});

describe('a database that cannot be used', () => {
  async function refusal(url: string): Promise<string> {
    const error = await openPostgres(url, keptLog()).then(
      (store) => store.close(),
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(StoreError);
    return error instanceof Error ? error.message : '';
  }
  const at = (port: number, database: string, secret = password) =>
    `postgres://bot:${secret}@127.0.0.1:${port}/${database}`;

  it.each([
    ['not there', async () => at(await freePort(), 'plan'), /127\.0\.0\.1:\d+\/plan cannot be used.*Check that/s],
    [
      'of several addresses',
      async () => at(await freePort(), 'plan').replace('127.0.0.1', 'localhost'),
      /ECONNREFUSED/,
    ],
    ['of an unknown host', async () => `postgres://bot:${password}@plan.invalid/plan`, /cannot be used.*Check that/s],
    ['that does not exist', async () => at(server.port, 'nowhere'), /Create the database/],
    ['that refuses the password', async () => at(server.port, 'postgres', 'hemligt2'), /Correct the user/],
    ['that is no URL', async () => `bot:${password}`, /looks like postgres:/],
    [
      'with the tables of another program',
      async () => {
        const url = await server.freshDatabase();
        await query(url, 'create table ledger (a int)');
        return url;
      },
      /already exists.*a database of its own/s,
    ],
    [
      'in another encoding',
      async () => {
        const url = await server.freshDatabase();
        await query(url, "create database latin encoding 'LATIN1' locale 'C' template template0");
        return at(server.port, 'latin');
      },
      /LATIN1/,
    ],
  ])('is refused: %s', async (_what, makeUrl, expected) => {
    const message = await refusal(await makeUrl());
    expect(message).toMatch(expected);
    expect(message).not.toContain(password);
  });
});
