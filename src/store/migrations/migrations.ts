// The steps that bring a database up to date, by name, in order; run at every start, under a lock.
import { type Kysely, type Migration, Migrator } from 'kysely';
import type { Database, Dialect } from '../dialect.ts';
import { StoreError } from '../store.ts';
import type { Tables } from '../tables.ts';
import { ledgerAndState } from './001-ledger-and-state.ts';
import { feeds } from './002-feeds.ts';
import { reminders } from './003-reminders.ts';
import { modelUse } from './004-model-use.ts';
import { announcements } from './005-announcements.ts';
import { sharing } from './006-sharing.ts';
import { reports } from './007-reports.ts';
import { interests } from './008-interests.ts';

const steps: Readonly<Record<string, (dialect: Dialect) => Migration>> = {
  '001-ledger-and-state': ledgerAndState,
  '002-feeds': feeds,
  '003-reminders': reminders,
  '004-model-use': modelUse,
  '005-announcements': announcements,
  '006-sharing': sharing,
  '007-reports': reports,
  '008-interests': interests,
};

/** Where the database keeps which steps it has had; our own names, since Kysely's may be another program's. */
const migrationTableName = 'plan_migration';
const migrationLockTableName = 'plan_migration_lock';

/**
 * Refuses a database that a newer version of the bot has been at: this one would not understand it. Only reads.
 *
 * @param place what the database is called in messages
 */
export async function refuseNewer(db: Kysely<Tables>, place: string): Promise<void> {
  const tables = await db.introspection.getTables();
  if (!tables.some(({ name }) => name === migrationTableName)) return;
  const had = await db
    .withTables<{ readonly plan_migration: { readonly name: string } }>()
    .selectFrom('plan_migration')
    .select('name')
    .orderBy('name')
    .execute();
  const unknown = had.find(({ name }) => !(name in steps));
  if (!unknown) return;
  throw new StoreError(
    `${place} was made by a newer version of the bot (it has had "${unknown.name}"). Nothing in it was changed. ` +
      'Run that version or a later one, or put back a backup from before it.',
  );
}

/** Takes the steps that the database has not had: all or none of them. */
export async function migrate({ db, dialect }: Database): Promise<void> {
  const migrations = Object.fromEntries(Object.entries(steps).map(([name, step]) => [name, step(dialect)]));
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    migrationTableName,
    migrationLockTableName,
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
