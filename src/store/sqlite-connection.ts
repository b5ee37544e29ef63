// Node's own SQLite under Kysely: one connection, and transactions that keep other writers out from their start.
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  type Logger,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Tables } from './tables.ts';

/** Queries on a connection; destroying them closes it. */
export function queriesOn(connection: DatabaseSync, log: Logger = () => {}): Kysely<Tables> {
  return new Kysely<Tables>({
    log,
    dialect: {
      createAdapter: () => new TransactionalAdapter(),
      createDriver: () => new ImmediateDriver({ database: adapted(connection) }),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
}

class ImmediateDriver extends SqliteDriver {
  /** A plain BEGIN locks at the first write: what was read before may then be out of date. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

class TransactionalAdapter extends SqliteAdapter {
  /** Kysely says no, but SQLite can: a migration that is killed half-way leaves nothing. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** More texts of statements than this are not kept ready; there are about a hundred, besides lists of varying length. */
const mostStatements = 300;

interface Ready {
  readonly statement: StatementSync;
  /** Whether it gives rows. */
  readonly reader: boolean;
}

function adapted(connection: DatabaseSync): SqliteDatabase {
  // Preparing takes longer than running, and what was prepared is only given back when garbage is collected.
  const ready = new Map<string, Ready>();
  function prepared(text: string): Ready {
    const known = ready.get(text);
    if (known) return known;
    const statement = connection.prepare(text);
    const made = { statement, reader: statement.columns().length > 0 };
    if (ready.size >= mostStatements) ready.clear();
    ready.set(text, made);
    return made;
  }
  return {
    close: () => connection.close(),
    prepare(text) {
      const { statement, reader } = prepared(text);
      return {
        reader,
        all: (parameters) => statement.all(...parameters.map(bindable)),
        run: (parameters) => statement.run(...parameters.map(bindable)),
        // One of its own: others may run the same while it gives its rows.
        iterate: (parameters) => connection.prepare(text).iterate(...parameters.map(bindable)),
      };
    },
  };
}

function bindable(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') {
    return value;
  }
  throw new TypeError(`SQLite has no type for a ${typeof value}`);
}
