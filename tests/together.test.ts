// Transactions that share a commit: each has its own result, and a failure is its own.
import { DatabaseSync } from 'node:sqlite';
import type { Kysely, Transaction } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { queriesOn } from '../src/store/sqlite-connection.ts';
import type { Tables } from '../src/store/tables.ts';
import { makeTogether, type Transact } from '../src/store/together.ts';

let connection: DatabaseSync;
let db: Kysely<Tables>;
let transact: Transact;
beforeEach(() => {
  connection = new DatabaseSync(':memory:');
  connection.exec('create table secret (name text primary key, value text not null) strict');
  db = queriesOn(connection);
  transact = makeTogether(db);
});
afterEach(() => db.destroy());

const add = (name: string) => async (transaction: Transaction<Tables>) => {
  await transaction.insertInto('secret').values({ name, value: 'x' }).execute();
  return name;
};
const kept = () =>
  connection
    .prepare('select name from secret order by name')
    .all()
    .map(({ name }) => name);

describe('what is asked for at once', () => {
  it('is done, in order, and told to each', async () => {
    expect(await Promise.all(['a', 'b', 'c'].map((name) => transact(add(name))))).toEqual(['a', 'b', 'c']);
    expect(kept()).toEqual(['a', 'b', 'c']);
  });

  it('sees what came before it', async () => {
    const count = transact(
      async (transaction) => (await transaction.selectFrom('secret').selectAll().execute()).length,
    );
    expect(await Promise.all([transact(add('a')), count])).toEqual(['a', 0]);
    expect(
      await Promise.all([
        transact(add('b')),
        transact(async (transaction) => (await transaction.selectFrom('secret').selectAll().execute()).length),
      ]),
    ).toEqual(['b', 2]);
  });

  it('fails alone', async () => {
    const outcomes = await Promise.allSettled([transact(add('a')), transact(add('a')), transact(add('b'))]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(kept()).toEqual(['a', 'b']);
  });

  it('leaves nothing of what fails half-way', async () => {
    const half = transact(async (transaction) => {
      await add('half')(transaction);
      throw new Error('from the test');
    });
    const outcomes = await Promise.allSettled([half, transact(add('whole'))]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(kept()).toEqual(['whole']);
  });
});
