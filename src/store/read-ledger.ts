// The ledger for whoever only reads it: beside a bot that is running.
import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Log } from '../log.ts';
import type { LedgerEntry } from '../plan/change.ts';
import { entriesSince } from './ledger.ts';
import { queriesOn } from './sqlite-connection.ts';
import { databaseFile, explained } from './sqlite-file.ts';
import { StoreError } from './store.ts';

/**
 * Every change in a folder's database, in order.
 *
 * @throws StoreError where there is no file, or it cannot be read
 */
export async function readSqliteLedger(folder: string): Promise<LedgerEntry[]> {
  const path = databaseFile(folder);
  if (!existsSync(path)) {
    throw new StoreError(
      `There is no ledger in ${folder}: ${path} does not exist. Set DATA_DIR to the folder that the bot keeps its data in.`,
    );
  }
  try {
    const db = queriesOn(new DatabaseSync(path, { readOnly: true }));
    try {
      return await entriesSince(db, 0);
    } finally {
      await db.destroy();
    }
  } catch (error) {
    throw explained(error, path);
  }
}

/**
 * Every change in a PostgreSQL database, in order.
 *
 * @throws StoreError where it cannot be reached
 */
export async function readPostgresLedger(url: string, log: Log): Promise<LedgerEntry[]> {
  const { openPostgres } = await import('./postgres.ts');
  const store = await openPostgres(url, log);
  try {
    return await store.ledger.since(0);
  } finally {
    await store.close();
  }
}
