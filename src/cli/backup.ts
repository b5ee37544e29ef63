// `npm run backup -- <file>` copies the embedded database while the bot runs; `npm run backup -- --restore <file>` puts
// a copy in its place while it does not.
import { systemClock } from '../clock.ts';
import { readSettings, SettingsError } from '../settings.ts';
import { backUp, restore } from '../store/backup.ts';
import { StoreError } from '../store/store.ts';

const usage = `Usage:
  npm run backup -- <file>             copies the database into a new file; the bot may run
  npm run backup -- --restore <file>   puts a copy in its place, the bot being stopped`;

async function main(args: readonly string[]): Promise<string> {
  const { dataDir, databaseUrl } = readSettings();
  if (databaseUrl !== null) {
    throw new StoreError(
      'DATABASE_URL is set: the bot keeps everything in PostgreSQL, which has tools of its own:\n' +
        '  pg_dump --format=custom --file=<file> "$DATABASE_URL"\n' +
        '  pg_restore --clean --if-exists --single-transaction --dbname="$DATABASE_URL" <file>',
    );
  }
  const [first, second] = args;
  if (first === '--restore' && second !== undefined && args.length === 2) {
    const asideAs = `before-${systemClock().toISOString().replaceAll(/[:.]/g, '-')}`;
    await restore(second, dataDir, asideAs);
    return `${second} is in its place in ${dataDir}. What was there before is beside it, as bot.sqlite.${asideAs}.`;
  }
  if (first === undefined || first.startsWith('-') || args.length > 1) throw new StoreError(usage);
  await backUp(dataDir, first);
  return `The database in ${dataDir} is copied to ${first}, and the copy is whole.`;
}

try {
  process.stdout.write(`${await main(process.argv.slice(2))}\n`);
} catch (error) {
  if (!(error instanceof StoreError || error instanceof SettingsError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
