// Where the two databases differ, and why; everything else is the same SQL on both.
import { CompiledQuery, type Kysely, type LogEvent, type RawBuilder, sql, type Transaction } from 'kysely';
import type { Tables } from './tables.ts';

export interface Dialect {
  /** The type of a text column. PostgreSQL would else compare in the server's language, and ISO times wrongly. */
  readonly text: RawBuilder<unknown>;
  /** What ends CREATE TABLE. SQLite keeps to the columns' types only where a table is strict. */
  readonly tableEnd: RawBuilder<unknown>;
  /** The body of a row as JSON, of which members can be taken with -> and ->>, whatever stands in the others. */
  readonly bodyAsJson: RawBuilder<unknown>;
  /** What ends a generated column that is added to a table: what can have an index. */
  readonly generatedEnd: RawBuilder<unknown>;
  /** What ends a SELECT of one row that is worked on next: where processes share the database, others pass it by. */
  readonly skipLocked: RawBuilder<unknown>;
  /** What ends a SELECT of a row that others must not change until the transaction ends. */
  readonly lockRow: RawBuilder<unknown>;
  /** Whether one process has the database for itself. */
  readonly isExclusive: boolean;
  /** Keeps everybody else from appending until the transaction ends. SQLite's transactions do that by themselves. */
  lockLedger(transaction: Transaction<Tables>): Promise<void>;
  /**
   * Does work whose commits do not wait for the disk: they outlive the process, however it ends, but what is newest may
   * be lost when the power goes. Nothing that anybody was promised is written so.
   */
  unhurried<Result>(db: Kysely<Tables>, work: (db: Kysely<Tables>) => Promise<Result>): Promise<Result>;
  /** Tells the other processes of a version, if and when the transaction commits. SQLite's file has one process. */
  announce(transaction: Transaction<Tables>, version: number): Promise<void>;
}

/** Where PostgreSQL's sessions tell each other of appended versions. */
export const ledgerChannel = 'plan_ledger';
/** "PLAN" in ASCII: our number among the database's advisory locks. */
const ledgerLock = 0x504c414e;

const normal = CompiledQuery.raw('pragma synchronous = normal');
const full = CompiledQuery.raw('pragma synchronous = full');

export const sqliteDialect: Dialect = {
  text: sql`text`,
  tableEnd: sql`strict`,
  bodyAsJson: sql`body`,
  generatedEnd: sql`virtual`,
  skipLocked: sql``,
  lockRow: sql``,
  isExclusive: true,
  lockLedger: async () => {},
  announce: async () => {},
  unhurried: (db, work) =>
    db.connection().execute(async (own) => {
      await own.executeQuery(normal);
      try {
        return await work(own);
      } finally {
        await own.executeQuery(full);
      }
    }),
};

export const postgresDialect: Dialect = {
  text: sql`text collate "C"`,
  tableEnd: sql``,
  // It would stop at escapes that it has no character for, wherever they stand: NUL, half a surrogate pair.
  bodyAsJson: sql`replace(replace(body, '\\\\', ''), '\\u', '')::json`,
  generatedEnd: sql`stored`,
  skipLocked: sql`for update skip locked`,
  lockRow: sql`for update`,
  isExclusive: false,
  async lockLedger(transaction) {
    await sql`select pg_advisory_xact_lock(${sql.lit(ledgerLock)})`.execute(transaction);
  },
  async announce(transaction, version) {
    await sql`select pg_notify(${ledgerChannel}, ${String(version)})`.execute(transaction);
  },
  // Its wait holds nobody else up, and saying so would take three more ways to the server.
  unhurried: (db, work) => work(db),
};

/** Counts the statements that fail, of which Kysely tells its log, and those for which there is no connection. */
export function countFailures() {
  let failures = 0;
  const add = () => {
    failures += 1;
  };
  return {
    count: () => failures,
    add,
    log(event: LogEvent): void {
      if (event.level === 'error') add();
    },
  };
}
export type Failures = ReturnType<typeof countFailures>;

/** A database with what sets it apart. */
export interface Database {
  readonly db: Kysely<Tables>;
  readonly dialect: Dialect;
}

/** Does work in one transaction in which nobody else appends to the ledger or settles a proposal. */
export function alone<Result>(
  { db, dialect }: Database,
  work: (transaction: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  return atOnce(db, async (transaction) => {
    await dialect.lockLedger(transaction);
    return work(transaction);
  });
}

/** Does work in one transaction. */
export function atOnce<Result>(
  db: Kysely<Tables>,
  work: (transaction: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  // Whatever the server's default: each statement must see what was committed before a lock was had.
  return db.transaction().setIsolationLevel('read committed').execute(work);
}
