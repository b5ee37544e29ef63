// The store in PostgreSQL, for several instances; the one file that loads its driver.
import { Kysely, PostgresDialect, sql } from 'kysely';
import { Client, type ClientConfig, Pool, type PoolConfig } from 'pg';
import type { Log } from '../log.ts';
import { makeAppended } from './appended.ts';
import { storeOn } from './database-store.ts';
import { countFailures, type Failures, postgresDialect } from './dialect.ts';
import { follow } from './following.ts';
import { headOf } from './ledger.ts';
import { migrate, refuseNewer } from './migrations/migrations.ts';
import { type Store, StoreError } from './store.ts';
import type { Tables } from './tables.ts';

/** An instance answers one message at a time for most of its day; a server has some hundred connections for all. */
const mostConnections = 8;
const connectTimeoutMs = 5_000;
/** A connection that says nothing, as the one that listens, is tried out so often: else its death is not noticed. */
const keepAliveMs = 10_000;
/** Every query here takes milliseconds: whatever lasts so long hangs, and must not hold the ledger's lock. */
const statementTimeoutMs = 10_000;
/** Beyond the server's own limit: then the server, or the way to it, is gone. */
const answerTimeoutMs = 12_000;

/**
 * The store in the database that a URL names.
 *
 * @throws StoreError where it cannot be reached or used; the message never holds the password
 */
export async function openPostgres(url: string, log: Log): Promise<Store> {
  const place = placeOf(url);
  const connection: ClientConfig = {
    connectionString: url,
    connectionTimeoutMillis: connectTimeoutMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: keepAliveMs,
    application_name: 'plan bot',
  };
  const failures = countFailures();
  const db = queriesOn(
    {
      ...connection,
      max: mostConnections,
      statement_timeout: statementTimeoutMs,
      query_timeout: answerTimeoutMs,
      idle_in_transaction_session_timeout: statementTimeoutMs,
    },
    log,
    failures,
  );
  try {
    await prepare(connection, place, log);
    return await storeFollowing(db, () => new Client(connection), failures.count, log);
  } catch (error) {
    await db.destroy();
    throw explained(error, place);
  }
}

function queriesOn(config: PoolConfig, log: Log, failures: Failures = countFailures()): Kysely<Tables> {
  const pool = new Pool(config);
  const lost = (error: Error) => log.warn({ err: error }, 'a connection to the database was lost');
  pool.on('error', lost);
  // A connection that is lost between two statements of a transaction has no other listener, and would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  const connect = () =>
    pool.connect().catch((error: unknown) => {
      failures.add();
      throw error;
    });
  const dialect = new PostgresDialect({ pool: { connect, end: () => pool.end() } });
  return new Kysely<Tables>({ dialect, log: failures.log });
}

/** Brings the database up to date, without a time limit: another instance may be at it, and then is waited for. */
async function prepare(connection: ClientConfig, place: string, log: Log): Promise<void> {
  const db = queriesOn({ ...connection, max: 1 }, log);
  try {
    await refuseEncoding(db, place);
    await refuseNewer(db, place);
    await migrate({ db, dialect: postgresDialect });
  } finally {
    await db.destroy();
  }
}

async function refuseEncoding(db: Kysely<Tables>, place: string): Promise<void> {
  const { rows } = await sql<{ server_encoding: string }>`show server_encoding`.execute(db);
  const encoding = rows[0]?.server_encoding;
  if (encoding === 'UTF8') return;
  throw new StoreError(`${place} has the encoding ${encoding}. Create one with ENCODING 'UTF8' and name it instead.`);
}

async function storeFollowing(
  db: Kysely<Tables>,
  makeClient: () => Client,
  failures: () => number,
  log: Log,
): Promise<Store> {
  const appended = makeAppended(log);
  const head = () => headOf(db);
  appended.saw(await head());
  const stopFollowing = follow({ makeClient, head }, appended.saw, log);
  return storeOn({ db, dialect: postgresDialect }, appended, failures, { before: stopFollowing });
}

/** The database as messages name it: without user and password. */
function placeOf(url: string): string {
  if (!/^postgres(ql)?:/.test(url) || !URL.canParse(url)) {
    throw new StoreError('DATABASE_URL is not a URL; it looks like postgres://user:password@host:5432/database');
  }
  const { host, pathname } = new URL(url);
  // Anything else may be the rest of a password with a "/" in it.
  const name = /^\/[\w-]+$/.test(pathname) ? pathname : '';
  return `The database ${host}${name}`;
}

/** What the driver or the server said, as whoever starts the bot can use it. */
function explained(error: unknown, place: string): unknown {
  if (error instanceof StoreError || !(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  // Where a host has several addresses, what is thrown has no message of its own.
  const reason = error.message || code;
  return new StoreError(`${place} cannot be used: ${reason}. ${advice(code)}`, { cause: error });
}

/** By the driver's and by PostgreSQL's codes, https://www.postgresql.org/docs/current/errcodes-appendix.html */
function advice(code: string): string {
  switch (code) {
    case '28P01':
    case '28000':
      return 'Correct the user or the password in DATABASE_URL.';
    case '3D000':
      return 'Create the database, or correct its name in DATABASE_URL.';
    case '42501':
      return 'Give the user in DATABASE_URL the right to create tables.';
    case '42P07':
      return 'Another program has tables of the same names there: give the bot a database of its own.';
    default:
      return 'Check that PostgreSQL runs and can be reached there, and that DATABASE_URL is right.';
  }
}
