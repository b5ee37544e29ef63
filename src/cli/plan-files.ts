// `npm run plan -- import|export|template|diff`: plans in and out of files, by the same rules as in chat.
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { systemClock } from '../clock.ts';
import { makeCore } from '../core.ts';
import {
  checkSent,
  type Earlier,
  type Incoming,
  largestFile,
  readIncoming,
  readIncomingFolder,
  tooLarge,
} from '../documents/incoming.ts';
import { type Language, PlanError, type Problem, problemLine, type Said } from '../documents/problem.ts';
import { nouns } from '../documents/records.ts';
import { writeCsv } from '../documents/tables.ts';
import { writeYaml } from '../documents/write-yaml.ts';
import { asPlan, folderFiles, loadRecords, type NamedBytes } from '../documents/yaml.ts';
import { earlierIn, exported, recordsOf, template } from '../exchange/files.ts';
import { swedishHolidays } from '../holidays.ts';
import { makeLog } from '../log.ts';
import type { ImportState, LedgerEntry } from '../plan/change.ts';
import { fold, type Ledger, planAtMark } from '../plan/fold.ts';
import { type Fate, type Review, titleOf } from '../plan/import-difference.ts';
import type { PlanRecords } from '../plan/plan.ts';
import { type FileFormat, fileFormats } from '../query.ts';
import type { Settings } from '../settings.ts';
import { readPostgresLedger, readSqliteLedger } from '../store/read-ledger.ts';
import { openSqlite } from '../store/sqlite.ts';
import { type Store, StoreError } from '../store/store.ts';

const holidays = swedishHolidays();

/** A file or folder that is named and is not there, or a format that is none. */
export class UsageError extends Error {
  readonly told: Said;

  constructor(told: Said) {
    super(told.en);
    this.told = told;
  }
}

/** What a file or a folder would do to the plan. */
export async function readPath(path: string, known: PlanRecords, earlier: Earlier): Promise<Incoming> {
  if (isNamed(path) && statSync(path).isDirectory()) return readIncomingFolder(folderFiles(path), known, holidays);
  return readIncoming(fileAt(path), known, holidays, earlier);
}

/** @throws UsageError where there is neither a file nor a folder */
export function isNamed(path: string): true {
  if (existsSync(path)) return true;
  throw new UsageError({ sv: `det finns ingen fil eller mapp ${path}`, en: `there is no file or folder ${path}` });
}

/**
 * A file as it is checked.
 *
 * @throws PlanError where it is too large to be a plan: it is not even read then
 */
export function fileAt(path: string): NamedBytes {
  const name = basename(path);
  const { size } = statSync(path);
  if (size > largestFile) throw new PlanError(dirname(path), [tooLarge(name, size)]);
  return { name, bytes: readFileSync(path) };
}

/** The plan as it stands: the folder's, with the changes that the store has; the folder's alone where there is none. */
function currentLedger(settings: Settings): Promise<Ledger> {
  return ledgerOn(loadRecords(settings.planDir), settings);
}

async function ledgerOn(base: PlanRecords, settings: Settings): Promise<Ledger> {
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
export function reviewLines({ items, unchanged }: Review, language: Language): string[] {
  const marks = { added: '+', moved: '>', changed: '~', removed: '-' };
  const lines = items.map(({ what, kind, key, before, after, fields }) => {
    const record = after ?? before;
    const name = record ? titleOf(record)?.sv : undefined;
    const which = [nouns[kind][language], key, name && `"${name}"`, fields.length > 0 ? `(${fields.join(', ')})` : ''];
    return `${marks[what]} ${which.filter(Boolean).join(' ')}`;
  });
  const counts = Object.entries(fates).map(
    ([what, said]) => `${items.filter((item) => item.what === what).length} ${said[language]}`,
  );
  const same = { sv: `${unchanged} oförändrade`, en: `${unchanged} unchanged` };
  return [...lines, `${counts.join(', ')}, ${same[language]}`];
}

const fates: Readonly<Record<Fate, Said>> = {
  added: { sv: 'nya', en: 'added' },
  moved: { sv: 'flyttade', en: 'moved' },
  changed: { sv: 'ändrade', en: 'changed' },
  removed: { sv: 'borttagna', en: 'removed' },
};

/** @returns the exit code: 1 where the file has problems */
export async function diff(path: string, settings: Settings, language: Language): Promise<number> {
  const base = loadRecords(settings.planDir);
  const { entries, edition } = await ledgerOn(base, settings);
  const earlier = earlierIn((made) => planAtMark(base, entries, made));
  const read = await readPath(path, recordsOf(edition), earlier);
  if (read.kind === 'problems') {
    console.error(problemLines(read.problems, language));
    return 1;
  }
  console.log(reviewLines(read.review, language).join('\n'));
  tellWarnings(read.warnings, language);
  return 0;
}

function tellWarnings(warnings: readonly Problem[], language: Language): void {
  const head = { sv: 'Titta gärna på det här', en: 'Worth a look' };
  if (warnings.length === 0) return;
  console.log(`\n${head[language]} (${warnings.length}):\n${problemLines(warnings, language)}`);
}

// === import

const nothing: Said = { sv: 'Ingenting ändrades.', en: 'Nothing was changed.' };
const howTo: Said = {
  sv: 'Lägg till --yes för att läsa in det, --draft för att visa det bara för sekretariatet.',
  en: 'Add --yes to import this, --draft to show it to the secretariat alone.',
};

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
    const { ledger, atMark } = core.current;
    const read = await readPath(path, recordsOf(ledger().edition), earlierIn(atMark));
    core.stop();
    if (read.kind === 'problems') {
      console.error(`${problemLines(read.problems, language)}\n${nothing[language]}`);
      return 1;
    }
    console.log(reviewLines(read.review, language).join('\n'));
    tellWarnings(read.warnings, language);
    if (read.review.items.length === 0) return 0;
    if (!isConfirmed) {
      console.log(`\n${nothing[language]} ${howTo[language]}`);
      return 0;
    }
    const proposed = await core.updates.prepareImport(read.plan, state, [], asker);
    const step = proposed.stage === 'preview' ? await core.updates.confirm(proposed.proposal, asker) : proposed;
    if (step.stage !== 'done') {
      const why = step.stage === 'refused' ? step.problem.kind : step.stage;
      const refused = { sv: `Det gick inte: ${why}.`, en: `It was refused: ${why}.` };
      console.error(`${refused[language]} ${nothing[language]}`);
      return 1;
    }
    const { version } = step.change.entry;
    const undo = `"ångra ändring ${version}"`;
    const done = {
      sv: `Inläst som ändring ${version}. Skriv ${undo} till boten för att ta tillbaka den.`,
      en: `Imported as change ${version}. To take it back, write ${undo} to the bot.`,
    };
    console.log(`\n${done[language]}`);
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
    writeAll(target, files);
    return;
  }
  const { bytes } = await exported(ledger, format);
  write(target, bytes);
}

function writeAll(folder: string, files: readonly { readonly name: string; readonly text: string }[]): void {
  mkdirSync(folder, { recursive: true });
  for (const { name, text } of files) writeFileSync(join(folder, name), text);
  console.log(`${files.length} files in ${folder}`);
}

/** Makes a folder of YAML out of a workbook with a region of its own: one that a bot can start with. */
export async function convert(path: string, folder: string): Promise<void> {
  isNamed(path);
  const checked = await checkSent(fileAt(path), null);
  const problems = 'records' in checked ? checked.problems : checked;
  if (!('records' in checked) || problems.length > 0) throw new PlanError(dirname(path), problems);
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new UsageError({ sv: `mappen ${folder} är inte tom`, en: `the folder ${folder} is not empty` });
  }
  writeAll(folder, writeYaml(asPlan(checked.records)));
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
  const known = fileFormats.join(', ');
  if (!found) {
    throw new UsageError({
      sv: `"${ending}" är inget format; något av ${known}`,
      en: `"${ending}" is no format; one of ${known}`,
    });
  }
  return found;
}

export async function writeTemplate(path: string | undefined, year: number | null, settings: Settings): Promise<void> {
  const { name, bytes } = await template(await currentLedger(settings), year);
  write(path ?? name, bytes);
}
