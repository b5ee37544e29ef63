// Copies of the embedded database, made while the bot runs, and put back while it does not.
import { closeSync, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { databaseFile, explained, inspect, ownFolder } from './sqlite-file.ts';
import { StoreError } from './store.ts';

/** All at once: in smaller steps the copy begins anew whenever the bot writes. */
const allPages = 2 ** 31 - 1;

/**
 * Copies the database of a folder into a file as it is at one instant, and looks whether the copy is whole. The bot may
 * go on meanwhile.
 *
 * @throws StoreError where there is no database, or already such a file; then there is no copy
 */
export async function backUp(folder: string, file: string): Promise<void> {
  const from = databaseFile(folder);
  if (!existsSync(from)) throw new StoreError(`There is no ${from} to copy. DATA_DIR names the folder that it is in.`);
  if (existsSync(file)) throw new StoreError(`${file} exists already, and was not touched. Name another file.`);
  mkdirSync(dirname(resolve(file)), { recursive: true });
  const unfinished = `${file}.unfinished`;
  try {
    rmSync(unfinished, { force: true });
    const connection = new DatabaseSync(from, { readOnly: true });
    try {
      await backup(connection, unfinished, { rate: allPages });
    } finally {
      connection.close();
    }
    makeOneFile(unfinished);
    await inspect(unfinished);
    settle(unfinished, file);
  } catch (error) {
    throw explained(error, from);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/**
 * Puts a copy in the place of a folder's database. What was there is kept beside it, under a name with `asideAs` in it.
 *
 * @throws StoreError where the bot runs, or the copy is not whole or not the bot's; then nothing has changed
 */
export async function restore(file: string, folder: string, asideAs: string): Promise<void> {
  if (!existsSync(file)) throw new StoreError(`There is no ${file}.`);
  const to = databaseFile(folder);
  try {
    await inspect(file);
    const giveBack = ownFolder(folder);
    try {
      const unfinished = `${to}.unfinished`;
      copyFileSync(file, unfinished);
      for (const part of ['-shm', '-wal', '']) {
        if (existsSync(to + part)) renameSync(to + part, `${to}.${asideAs}${part}`);
      }
      settle(unfinished, to);
    } finally {
      giveBack();
    }
  } catch (error) {
    throw explained(error, file);
  }
}

/** A copy has no write-ahead log beside it, also when it is looked into. */
function makeOneFile(path: string): void {
  const connection = new DatabaseSync(path);
  connection.exec('pragma journal_mode = delete');
  connection.close();
}

/** Gives a file its name once it is on the disk. */
function settle(unfinished: string, file: string): void {
  const handle = openSync(unfinished, 'r+');
  fsyncSync(handle);
  closeSync(handle);
  renameSync(unfinished, file);
}
