// Reads a region's folder of YAML files into a plan, or tells every mistake in them with its position.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { makePlan, type Plan, type PlanRecords } from '../plan/plan.ts';
import { type Checked, checkFiles } from './check.ts';
import { PlanError, type Problem, type Said } from './problem.ts';
import type { RecordFile } from './record-file.ts';
import type { Parsed } from './records.ts';
import { readYaml } from './yaml-file.ts';

/**
 * Reads and checks all YAML files in a folder and the folders below it, in order of name. A file may hold any of the
 * kinds of records.
 *
 * @throws PlanError with every problem found
 */
export function loadPlan(directory: string): Plan {
  return makePlan(loadRecords(directory));
}

/**
 * The records of a folder, as `loadPlan` reads them: what the ledger's changes are applied to.
 *
 * @throws PlanError with every problem found
 */
export function loadRecords(directory: string): PlanRecords {
  const checked = checkFolder(directory);
  if (checked.problems.length > 0) throw new PlanError(directory, checked.problems);
  return asPlan(checked.records);
}

/** The records of files without problems, which have a region. */
export function asPlan(records: Parsed): PlanRecords {
  const [region] = records.region;
  if (!region) throw new Error('files without a region have a problem');
  return { ...records, region, deadlines: [], checkIns: [] };
}

/**
 * Checks a folder.
 *
 * @param known as `checkFiles` has it
 * @throws PlanError where the folder cannot be read
 */
export function checkFolder(directory: string, known: PlanRecords | null = null): Checked {
  return checkYaml(folderFiles(directory), known);
}

/**
 * The YAML files of a folder, in order of name.
 *
 * @throws PlanError where the folder cannot be read
 */
export function folderFiles(directory: string): NamedBytes[] {
  return yamlNames(directory).map((name) => ({ name, bytes: readFileSync(join(directory, name)) }));
}

/** A file in memory. */
export interface NamedBytes {
  /** Relative to its folder, with "/". */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Checks YAML files, wherever they come from. */
export function checkYaml(files: readonly NamedBytes[], known: PlanRecords | null): Checked {
  const results = files.map(({ name, bytes }) => readYaml(name, bytes));
  const read = results.filter((result): result is RecordFile => !Array.isArray(result));
  const syntax = results.flatMap((result): Problem[] => (Array.isArray(result) ? result : []));
  return checkFiles(read, syntax, known);
}

/** Whether a name is one of a file that a plan's folder is read for. */
export function isYamlName(name: string): boolean {
  return /(?:^|\/)[^./][^/]*\.ya?ml$/.test(name);
}

/** Sorted, so that the same folder gives the same plan on every machine. */
function namesOf(directory: string): string[] {
  const found = readdirSync(directory, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => !entry.isDirectory() && isYamlName(entry.name));
  const names = files.map((entry) => relative(directory, join(entry.parentPath, entry.name)));
  return names.map((name) => name.split(sep).join('/')).sort();
}

function folderProblem(directory: string, message: Said, hint: Said): PlanError {
  return new PlanError(directory, [{ file: '', line: 1, column: 1, path: '', message, hint }]);
}

function yamlNames(directory: string): string[] {
  let names: string[];
  try {
    names = namesOf(directory);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const message = { sv: `mappen kan inte läsas: ${reason}`, en: `the folder cannot be read: ${reason}` };
    throw folderProblem(directory, message, { sv: 'ange en mapp med YAML-filer', en: 'name a folder with YAML files' });
  }
  if (names.length > 0) return names;
  const message = { sv: 'mappen har inga YAML-filer', en: 'the folder has no YAML files' };
  throw folderProblem(directory, message, { sv: 'filnamnen slutar på .yaml', en: 'file names end in .yaml' });
}
