// The database file and its folder: one owner, and nothing is opened for writing that is not ours and whole.
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { refuseNewer } from './migrations/migrations.ts';
import { queriesOn } from './sqlite-connection.ts';
import { StoreError } from './store.ts';

/** "PLAN" in ASCII: marks the file as ours. */
const applicationId = 0x504c414e;
/** How long to wait for a backup that has the file locked. */
const busyTimeoutMs = 5_000;

export const databaseFile = (folder: string): string => join(folder, 'bot.sqlite');
const lockFile = (folder: string): string => join(folder, 'owner.lock');

/**
 * Makes this process the folder's one owner, until it gives it back or dies: the lock is the kernel's. It is on a file
 * of its own, so that the database can be read for a backup.
 *
 * @returns gives the folder back
 * @throws StoreError where somebody else has it
 */
export function ownFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = new DatabaseSync(lockFile(folder));
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    throw primaryCode(error) === busy ? new StoreError(inUse(folder)) : error;
  }
  return () => lock.close();
}

const inUse = (folder: string): string =>
  `The folder ${folder} is in use by another process of the bot. Stop that one first, or set DATA_DIR to another ` +
  'folder. Several processes can share a PostgreSQL database: set DATABASE_URL.';

/**
 * Opens the file for writing, and makes it where there is none.
 *
 * @throws StoreError, having changed nothing, where the file is damaged, another program's, or a newer version's
 */
export async function openFile(path: string): Promise<DatabaseSync> {
  if (hasContent(path)) await inspect(path);
  else {
    refuseOrphan(path);
    refuseEmptied(path);
  }
  const connection = new DatabaseSync(path, { timeout: busyTimeoutMs });
  // In this order: a file without the mark is taken for a new one as long as it has no tables.
  connection.exec(`
    pragma application_id = ${applicationId};
    pragma journal_mode = wal;
    pragma synchronous = full;
    pragma foreign_keys = on;
  `);
  return connection;
}

function hasContent(path: string): boolean {
  return existsSync(path) && statSync(path).size > 0;
}

/** SQLite would delete the write-ahead log of a file that is gone, and with it what was last written. */
function refuseOrphan(path: string): void {
  if (!hasContent(`${path}-wal`)) return;
  throw new StoreError(
    `${path} is missing or empty, though ${path}-wal beside it is not. Nothing was changed. Put back the file, or ` +
      'move both away to start without the updates made so far.',
  );
}

/** A bot killed at its first start leaves an empty file as old as the folder's lock, to within this. In milliseconds. */
const firstStartMs = 60_000;

/** A file that was emptied later than that once had a ledger. */
function refuseEmptied(path: string): void {
  const lock = lockFile(dirname(path));
  if (!existsSync(path) || !existsSync(lock)) return;
  if (statSync(path).mtimeMs - statSync(lock).mtimeMs <= firstStartMs) return;
  throw new StoreError(
    `${path} is empty, though the bot has run in this folder before. Nothing was changed. Put a backup in its place, ` +
      'or move it away to start without the updates made so far.',
  );
}

/** Looks without touching: a connection that only reads does not even fold in the write-ahead log. */
export async function inspect(path: string): Promise<void> {
  const connection = new DatabaseSync(path, { readOnly: true, timeout: busyTimeoutMs });
  const db = queriesOn(connection);
  try {
    refuseForeign(connection, path);
    refuseDamaged(connection, path);
    await refuseNewer(db, path);
  } finally {
    if (connection.isOpen) connection.close();
  }
}

function refuseForeign(connection: DatabaseSync, path: string): void {
  const found = connection.prepare('pragma application_id').get()?.application_id;
  if (found === applicationId) return;
  // Killed between making the file and marking it.
  const isNew = connection.prepare('select 1 from sqlite_schema').get() === undefined;
  if (found === 0 && isNew) return;
  throw new StoreError(
    `${path} is not this bot's (its application id is ${found}). Nothing in it was changed. ` +
      'Set DATA_DIR to another folder, or move the file away.',
  );
}

function refuseDamaged(connection: DatabaseSync, path: string): void {
  const found = connection.prepare('pragma integrity_check(1)').get()?.integrity_check;
  if (found !== 'ok') throw new StoreError(damaged(path, String(found)));
}

const damaged = (path: string, detail: string): string =>
  `${path} is damaged (${detail}). Nothing in it was changed. Put a backup in its place, and remove ${path}-wal and ` +
  `${path}-shm, or move all three away to start without the updates made so far.`;

// SQLite's own numbers, https://sqlite.org/rescode.html
const busy = 5;
const readOnly = 8;
const corrupt = 11;
const full = 13;
const cannotOpen = 14;
const notADatabase = 26;

/** What SQLite or the file system said, as whoever starts the bot can use it. */
export function explained(error: unknown, path: string): unknown {
  if (error instanceof StoreError || !(error instanceof Error)) return error;
  const code = primaryCode(error);
  if (code === null && !('syscall' in error)) return error;
  if (code === corrupt || code === notADatabase) return new StoreError(damaged(path, error.message), { cause: error });
  return new StoreError(`${path} cannot be used: ${error.message}. ${advice(code)}`, { cause: error });
}

function advice(code: number | null): string {
  if (code === full) return 'Make room on the disk.';
  if (code === busy) return 'Another program has it locked: stop that one first.';
  if (code === readOnly || code === cannotOpen || code === null) {
    return 'Check that the folder exists and may be written to, or set DATA_DIR to another one.';
  }
  return 'Check the disk.';
}

function primaryCode(error: unknown): number | null {
  const isSqlite = error instanceof Error && 'errcode' in error && typeof error.errcode === 'number';
  return isSqlite ? Number(error.errcode) & 0xff : null;
}
