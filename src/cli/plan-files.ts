// `npm run plan -- import|export|template|diff`: plans in and out of files, by the same rules as in chat.
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { systemClock } from '../clock.ts';
import { makeCore } from '../core.ts';
import { type Earlier, type Incoming, readIncoming, readIncomingFolder } from '../documents/incoming.ts';
import { type Language, type Problem, problemLine } from '../documents/problem.ts';
import { writeCsv } from '../documents/tables.ts';
import { writeYaml } from '../documents/write-yaml.ts';
import { folderFiles, loadRecords } from '../documents/yaml.ts';
import { exported, recordsOf, template } from '../exchange/files.ts';
import { swedishHolidays } from '../holidays.ts';
import { makeLog } from '../log.ts';
import type { ImportState, LedgerEntry } from '../plan/change.ts';
import { fold, type Ledger, planAtMark } from '../plan/fold.ts';
import { type Review, titleOf } from '../plan/import-difference.ts';
import type { PlanRecords } from '../plan/plan.ts';
import { type FileFormat, fileFormats } from '../query.ts';
import type { Settings } from '../settings.ts';
import { readPostgresLedger, readSqliteLedger } from '../store/read-ledger.ts';
import { openSqlite } from '../store/sqlite.ts';
import { type Store, StoreError } from '../store/store.ts';

const holidays = swedishHolidays();

/** A file or folder that is named and is not there, or a format that is none. */
export class UsageError extends Error {}

/** What a file or a folder would do to the plan. */
export async function readPath(path: string, known: PlanRecords, earlier: Earlier): Promise<Incoming> {
  if (!existsSync(path)) throw new UsageError(`there is no file or folder ${path}`);
  if (statSync(path).isDirectory()) return readIncomingFolder(folderFiles(path), known, holidays);
  return readIncoming({ name: basename(path), bytes: readFileSync(path) }, known, holidays, earlier);
}

/** The plan as it stands: the folder's, with the changes that the store has; the folder's alone where there is none. */
export async function currentLedger(settings: Settings): Promise<Ledger> {
  const base = loadRecords(settings.planDir);
  const entries = await entriesOf(settings);
  return { entries, edition: fold(base, entries) };
}

function entriesOf({ dataDir, databaseUrl }: Settings): Promise<readonly LedgerEntry[]> {
  return databaseUrl === null ? sqliteEntries(dataDir) : readPostgresLedger(databaseUrl, makeLog('warn'));
}

async function sqliteEntries(dataDir: string) {
  try {
    return await readSqliteLedger(dataDir);
  } catch (error) {
    // Nothing has been changed in chat yet.
    if (error instanceof StoreError && /does not exist/.test(error.message)) return [];
    throw error;
  }
}

// === diff

export function problemLines(problems: readonly Problem[], language: Language): string {
  return problems.map((problem) => problemLine('', problem, language)).join('\n');
}

/** A difference to read, line by line. */
export function reviewLines({ items, unchanged }: Review): string[] {
  const marks = { added: '+', moved: '>', changed: '~', removed: '-' };
  const lines = items.map(({ what, kind, key, before, after, fields }) => {
    const record = after ?? before;
    const name = record ? titleOf(record)?.sv : undefined;
    const which = [kind, key, name && `"${name}"`, fields.length > 0 ? `(${fields.join(', ')})` : ''];
    return `${marks[what]} ${which.filter(Boolean).join(' ')}`;
  });
  const counts = (['added', 'moved', 'changed', 'removed'] as const).map(
    (what) => `${items.filter((item) => item.what === what).length} ${what}`,
  );
  return [...lines, `${counts.join(', ')}, ${unchanged} unchanged`];
}

/** @returns the exit code: 1 where the file has problems */
export async function diff(path: string, settings: Settings, language: Language): Promise<number> {
  const base = loadRecords(settings.planDir);
  const { entries, edition } = await currentLedger(settings);
  const read = await readPath(path, recordsOf(edition), (made) => {
    const then = planAtMark(base, entries, made);
    return then && recordsOf(then);
  });
  if (read.kind === 'problems') {
    console.error(problemLines(read.problems, language));
    return 1;
  }
  console.log(reviewLines(read.review).join('\n'));
  tellWarnings(read.warnings, language);
  return 0;
}

function tellWarnings(warnings: readonly Problem[], language: Language): void {
  if (warnings.length > 0) console.log(`\nWorth a look (${warnings.length}):\n${problemLines(warnings, language)}`);
}

// === import

/** Imports a file as one change, by whoever runs the command. The bot must not run on the same SQLite folder. */
export async function importPlan(
  path: string,
  state: ImportState,
  isConfirmed: boolean,
  settings: Settings,
  language: Language,
): Promise<number> {
  const store = await openStore(settings);
  try {
    const author = { tenant: 'shell', person: 'shell', name: userInfo().username };
    const core = await makeCore(loadRecords(settings.planDir), store, ['shell/shell'], systemClock, makeLog('warn'));
    const asker = { identity: author, mentioned: [], conversation: null };
    const read = await readPath(path, recordsOf(core.current.ledger().edition), (made) => {
      const then = core.current.atMark(made);
      return then && recordsOf(then);
    });
    core.stop();
    if (read.kind === 'problems') {
      console.error(`${problemLines(read.problems, language)}\nNothing was changed.`);
      return 1;
    }
    console.log(reviewLines(read.review).join('\n'));
    tellWarnings(read.warnings, language);
    if (read.review.items.length === 0) return 0;
    if (!isConfirmed) {
      console.log('\nNothing was changed. Add --yes to import this, --draft to show it to the secretariat alone.');
      return 0;
    }
    const proposed = await core.updates.prepareImport(read.plan, state, [], asker);
    const step = proposed.stage === 'preview' ? await core.updates.confirm(proposed.proposal, asker) : proposed;
    if (step.stage !== 'done') {
      console.error(
        `It was refused: ${step.stage === 'refused' ? step.problem.kind : step.stage}. Nothing was changed.`,
      );
      return 1;
    }
    const { version } = step.change.entry;
    console.log(`\nImported as change ${version}. To take it back, write "ångra ändring ${version}" to the bot.`);
    return 0;
  } finally {
    await store.close();
  }
}

async function openStore({ databaseUrl, dataDir }: Settings): Promise<Store> {
  if (databaseUrl === null) return openSqlite(dataDir);
  const { openPostgres } = await import('../store/postgres.ts');
  return openPostgres(databaseUrl, makeLog('warn'));
}

// === export and template

/** Writes the plan as it stands. A folder gets YAML, or tables where those are asked for; a file what its name says. */
export async function exportPlan(target: string, asked: string | undefined, settings: Settings): Promise<void> {
  const ledger = await currentLedger(settings);
  const format = formatFor(target, asked);
  const isFolder = !/\.[a-z]+$/i.test(basename(target));
  if (isFolder && (format === 'yaml' || format === 'csv')) {
    const files = format === 'yaml' ? writeYaml(recordsOf(ledger.edition)) : writeCsv(recordsOf(ledger.edition));
    mkdirSync(target, { recursive: true });
    for (const { name, text } of files) writeFileSync(join(target, name), text);
    console.log(`${files.length} files in ${target}`);
    return;
  }
  const { bytes } = await exported(ledger, format);
  write(target, bytes);
}

function write(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  console.log(`${path}: ${bytes.length} bytes`);
}

function formatFor(target: string, asked: string | undefined): FileFormat {
  const ending = asked ?? /\.([a-z]+)$/i.exec(basename(target))?.[1]?.toLowerCase() ?? 'yaml';
  const format = ending === 'zip' ? 'yaml' : ending;
  const found = fileFormats.find((one) => one === format);
  if (!found) throw new UsageError(`"${ending}" is no format; one of ${fileFormats.join(', ')}`);
  return found;
}

export async function writeTemplate(path: string | undefined, year: number | null, settings: Settings): Promise<void> {
  const { name, bytes } = await template(await currentLedger(settings), year);
  write(path ?? name, bytes);
}
