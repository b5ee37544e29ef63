// Reads a region's folder of YAML files into a plan, or tells every mistake in them with its position.
import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { z } from 'zod';
import { makePlan, type Plan, type PlanRecords } from '../plan/plan.ts';
import { explain, suggest } from './explain.ts';
import { inReadingOrder, PlanError, type Problem } from './problem.ts';
import { type Entry, isFields, type Kind, kinds, type Parsed, schemas, valueAt } from './records.ts';
import { checkReferences, type FullEntry, isDerived, pathName, problemAt } from './references.ts';
import { allowedKeys } from './schema.ts';
import { inFull, makeLookups } from './shorthand.ts';
import { type Path, readYaml, type YamlFile } from './yaml-file.ts';

/** Kinds without which there is nothing to ask about. */
const needed: readonly Kind[] = ['region', 'documents', 'municipalities'];

/** Keys at the top of a file that are said once for all its records. */
const fileKeys: readonly string[] = ['document', 'year'];

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
  const { files, problems: syntax } = readFiles(directory);
  const { entries, problems: layout } = gather(files);
  const lookups = makeLookups(entries);
  const full = entries.map((entry): FullEntry => ({ ...entry, full: inFull(entry, lookups) }));
  const { records, problems: shape } = parse(full);
  const unread = [...syntax, ...layout];
  const absent = missing(entries);
  // Records that could not be read are not missing, and what refers to them is not wrong.
  const between = unread.length + absent.length > 0 ? [] : checkReferences(full);
  const problems = [...unread, ...(unread.length > 0 ? [] : absent), ...withoutEchoes(shape, between), ...between];
  if (problems.length > 0) throw new PlanError(directory, inReadingOrder(problems));
  const [region] = records.region;
  if (!region) throw new PlanError(directory, missing([]));
  return { ...records, region, deadlines: [], checkIns: [] };
}

/** An id that is nobody's need not be told to be ill-formed as well. */
function withoutEchoes(shape: readonly Problem[], between: readonly Problem[]): Problem[] {
  const place = ({ file, line, column, path }: Problem): string => `${file}:${line}:${column} ${path}`;
  const told = new Set(between.map(place));
  return shape.filter((problem) => !told.has(place(problem)));
}

/** Sorted, so that the same folder gives the same plan on every machine. */
function namesOf(directory: string): string[] {
  const found = readdirSync(directory, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => !entry.isDirectory() && /^[^.].*\.ya?ml$/.test(entry.name));
  const names = files.map((entry) => relative(directory, join(entry.parentPath, entry.name)));
  return names.map((name) => name.split(sep).join('/')).sort();
}

function folderProblem(directory: string, message: string, hint: string): PlanError {
  return new PlanError(directory, [{ file: '', line: 1, column: 1, path: '', message, hint }]);
}

function yamlNames(directory: string): string[] {
  let names: string[];
  try {
    names = namesOf(directory);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw folderProblem(directory, `the folder cannot be read: ${reason}`, 'name a folder with YAML files');
  }
  if (names.length > 0) return names;
  throw folderProblem(directory, 'the folder has no YAML files', 'file names end in .yaml');
}

function readFiles(directory: string): { files: YamlFile[]; problems: Problem[] } {
  const results = yamlNames(directory).map((name) => readYaml(directory, name));
  return {
    files: results.filter((result): result is YamlFile => !Array.isArray(result)),
    problems: results.flatMap((result) => (Array.isArray(result) ? result : [])),
  };
}

interface Gathered {
  readonly entries: Entry[];
  readonly problems: Problem[];
}

function gather(files: readonly YamlFile[]): Gathered {
  const parts = files.map(gatherFile);
  return { entries: parts.flatMap((part) => part.entries), problems: parts.flatMap((part) => part.problems) };
}

function gatherFile(file: YamlFile): Gathered {
  const { value } = file;
  // A file with nothing in it, or only comments.
  if (value === null) return { entries: [], problems: [] };
  if (!isFields(value)) {
    const hint = 'begin with a key such as "meetings:"';
    const problem = { file: file.file, ...file.position([]), path: '', message: 'the file has no keys', hint };
    return { entries: [], problems: [problem] };
  }
  const gathered: Gathered = { entries: [], problems: headProblems(file) };
  for (const key of Object.keys(value)) if (!fileKeys.includes(key)) gatherKey(file, key, gathered);
  gathered.problems.push(...documentProblems(file, gathered.entries));
  return gathered;
}

/** What the top of a file says for its records, and what is wrong in it. */
function headProblems({ file, value, position }: YamlFile): Problem[] {
  const problem = (key: string, message: string, hint: string): Problem => {
    return { file, ...position([key]), path: key, message, hint };
  };
  const [document, year] = [valueAt(value, ['document']), valueAt(value, ['year'])];
  const text = document === undefined || typeof document === 'string';
  const whole = year === undefined || Number.isInteger(year);
  return [
    ...(text
      ? []
      : [problem('document', '"document" should be the id of a document', 'such as "document: plan-2019"')]),
    ...(whole ? [] : [problem('year', '"year" should be a year', 'such as "year: 2019", without quotes')]),
  ];
}

function needsDocument({ fields, document }: Entry): boolean {
  return typeof fields.source === 'string' && fields.source !== '-' && document === undefined;
}

/** Sources that are only a place lean on the top of their file; one word about it is enough. */
function documentProblems(file: YamlFile, entries: readonly Entry[]): Problem[] {
  if (!entries.some(needsDocument)) return [];
  const message = 'no document is named at the top of the file';
  const hint = 'add "document:" and the id of the document that the sources stand in';
  return [{ file: file.file, ...file.position([]), path: 'document', message, hint }];
}

function isKind(key: string): key is Kind {
  return Object.hasOwn(schemas, key);
}

function gatherKey(file: YamlFile, key: string, gathered: Gathered): void {
  if (!isKind(key)) gathered.problems.push(unknownKind(file, key));
  else if (key === 'region') gatherRecord(file, key, [key], gathered);
  else gatherList(file, key, gathered);
}

function unknownKind({ file, keyPosition }: YamlFile, key: string): Problem {
  const hint = suggest(key, [...kinds, ...fileKeys]);
  return { file, ...keyPosition([key]), path: key, message: `"${key}" is not a kind of record`, hint };
}

function gatherList(file: YamlFile, kind: Kind, gathered: Gathered): void {
  const list = valueAt(file.value, [kind]);
  if (Array.isArray(list)) for (const index of list.keys()) gatherRecord(file, kind, [kind, index], gathered);
  else if (list !== null) {
    const hint = 'begin each record with "- "';
    const at = file.position([kind]);
    gathered.problems.push({ file: file.file, ...at, path: kind, message: `"${kind}" should be a list`, hint });
  }
}

function gatherRecord(file: YamlFile, kind: Kind, path: Path, { entries, problems }: Gathered): void {
  const fields = valueAt(file.value, path);
  const document = valueAt(file.value, ['document']);
  const year = valueAt(file.value, ['year']);
  const entry: Entry = { kind, file, path, fields: isFields(fields) ? fields : {}, document, year };
  if (isFields(fields)) entries.push(entry);
  else problems.push(problemAt(entry, [], 'a record should be a group of fields', 'such as "id: …"'));
}

function missing(entries: readonly Entry[]): Problem[] {
  const none = needed.filter((kind) => !entries.some((entry) => entry.kind === kind));
  const regions = entries.filter(({ kind }) => kind === 'region');
  return [
    ...none.map((kind) => {
      const hint = `some file must have "${kind}:"`;
      return { file: '', line: 1, column: 1, path: kind, message: `no file has "${kind}:"`, hint };
    }),
    ...regions.slice(1).map((entry) => problemAt(entry, [], 'there is already a region', 'a folder is for one region')),
  ];
}

function parse(entries: readonly FullEntry[]): { records: Parsed; problems: Problem[] } {
  const problems: Problem[] = [];
  const records = new Map<Kind, unknown[]>(kinds.map((kind) => [kind, []]));
  for (const entry of entries) {
    const result = schemas[entry.kind].safeParse(entry.full, { reportInput: true });
    if (result.success) records.get(entry.kind)?.push(result.data);
    else problems.push(...result.error.issues.flatMap((issue) => issueProblems(entry, issue)));
  }
  // Each list was filled by the schema of its own kind.
  return { records: Object.fromEntries(records) as unknown as Parsed, problems };
}

function issueProblems(entry: FullEntry, issue: z.core.$ZodIssue): Problem[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownField(entry, issue.path, key));
  if (isDerived(entry, issue.path)) return [];
  const field = issue.path.findLast((key) => typeof key === 'string') ?? entry.kind;
  const { message, hint } = explain(String(field), issue);
  return [problemAt(entry, issue.path, message, hint)];
}

function unknownField(entry: FullEntry, path: readonly PropertyKey[], key: string): Problem {
  const hint = suggest(key, allowedKeys(schemas[entry.kind], entry.full, path));
  const at = entry.file.keyPosition([...entry.path, ...path, key]);
  const message = `there is no field "${key}" here`;
  return { file: entry.file.file, ...at, path: pathName(entry, [...path, key]), message, hint };
}
