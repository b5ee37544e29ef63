// The store in one file, for one process: durable at every commit, also when the power goes.
import { DatabaseSync } from 'node:sqlite';
import type { Log } from '../log.ts';
import { makeAppended } from './appended.ts';
import { type Ending, storeOn } from './database-store.ts';
import { countFailures, sqliteDialect } from './dialect.ts';
import { headOf } from './ledger.ts';
import { migrate } from './migrations/migrations.ts';
import { queriesOn } from './sqlite-connection.ts';
import { databaseFile, explained, openFile, ownFolder } from './sqlite-file.ts';
import type { Store } from './store.ts';

/**
 * The store in `bot.sqlite` of a folder, both made where they are missing.
 *
 * @throws StoreError where the folder is in use, or the file is damaged, another program's or a newer version's
 */
export async function openSqlite(folder: string, log?: Log): Promise<Store> {
  const path = databaseFile(folder);
  try {
    const giveBack = ownFolder(folder);
    try {
      return await storeIn(await openFile(path), log, { after: giveBack });
    } catch (error) {
      giveBack();
      throw error;
    }
  } catch (error) {
    throw explained(error, path);
  }
}

/** A store that is gone when it is closed. */
export function openMemory(log?: Log): Promise<Store> {
  return storeIn(new DatabaseSync(':memory:'), log, {});
}

async function storeIn(connection: DatabaseSync, log: Log | undefined, ending: Ending): Promise<Store> {
  const failures = countFailures();
  const database = { db: queriesOn(connection, failures.log), dialect: sqliteDialect };
  try {
    await migrate(database);
    const appended = makeAppended(log);
    appended.saw(await headOf(database.db));
    return storeOn(database, appended, failures.count, ending);
  } catch (error) {
    connection.close();
    throw error;
  }
}
