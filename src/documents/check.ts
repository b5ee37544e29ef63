// Files of records, checked one by one and against each other: the one set of rules, whatever the files look like.
import type { z } from 'zod';
import type { LedgerMark } from '../plan/fold.ts';
import type { PlanRecords } from '../plan/plan.ts';
import { none } from './cells.ts';
import { explain, suggest } from './explain.ts';
import { inReadingOrder, type Problem, type Said } from './problem.ts';
import type { Path, RecordFile } from './record-file.ts';
import { type Entry, isFields, type Kind, kinds, type Parsed, schemas, valueAt } from './records.ts';
import { checkReferences, type FullEntry, isDerived, pathName, problemAt } from './references.ts';
import { allowedKeys } from './schema.ts';
import { sheets } from './sheets.ts';
import { inFull, makeLookups } from './shorthand.ts';

/** Kinds without which there is nothing to ask about. */
const needed: readonly Kind[] = ['region', 'documents', 'municipalities'];

const sheetTitles = sheets.map(({ title }) => title);

/** Keys at the top of a file that are said once for all its records. */
const fileKeys: readonly string[] = ['document', 'year'];

export interface Checked {
  /** What could be read; all of it where there are no problems. */
  readonly records: Parsed;
  /** In reading order. */
  readonly problems: readonly Problem[];
  /** The records with their places, for whoever has more to say of them. */
  readonly entries: readonly FullEntry[];
  /** What is odd in the files and no mistake. */
  readonly remarks: readonly Problem[];
  /** The place in the ledger that they were made at; absent where the files do not tell. */
  readonly made?: LedgerMark | undefined;
}

/**
 * Checks files of records.
 *
 * @param known records that the plan has already and that the files may refer to; null where the files are all there is
 */
export function checkFiles(
  files: readonly RecordFile[],
  syntax: readonly Problem[],
  known: PlanRecords | null,
): Checked {
  const { entries, problems: layout } = gather(files);
  const there = known ? knownEntries(known, entries) : [];
  const lookups = makeLookups([...there, ...entries]);
  const full = entries.map((entry): FullEntry => ({ ...entry, full: inFull(entry, lookups) }));
  const { records, problems: shape } = parse(full);
  const unread = [...syntax, ...layout];
  const absent = missing(entries, known === null ? needed : []);
  // Records that could not be read are not missing, and what refers to them is not wrong.
  const between = unread.length + absent.length > 0 ? [] : checkReferences([...there, ...full]);
  const told = [...files.flatMap((file) => file.problems ?? []), ...between];
  const problems = [...unread, ...(unread.length > 0 ? [] : absent), ...withoutEchoes(shape, told), ...told];
  return {
    records,
    problems: inReadingOrder(problems, sheetTitles),
    entries: full,
    remarks: files.flatMap((file) => file.remarks ?? []),
  };
}

/** Of a record that a file writes anew, the file's word holds. */
function knownEntries(known: PlanRecords, entries: readonly Entry[]): FullEntry[] {
  const written = new Set(entries.map(identity));
  const nowhere: RecordFile = { file: '', value: null, position: () => top, keyPosition: () => top };
  return kinds.flatMap((kind) => {
    const records: readonly object[] = kind === 'region' ? [known.region] : known[kind];
    return records
      .map((record, index): FullEntry => {
        const fields = Object.fromEntries(Object.entries(record));
        return {
          kind,
          file: nowhere,
          path: [kind, index],
          fields,
          full: fields,
          document: null,
          year: null,
          isKnown: true,
        };
      })
      .filter((entry) => !written.has(identity(entry)));
  });
}

const top = { line: 1, column: 1 };

function identity({ kind, fields, year }: Entry): string {
  return `${kind} ${fields.id ?? `${fields.conference} ${fields.year ?? year}`}`;
}

/** An id that is nobody's need not be told to be ill-formed as well, nor a cell that cannot be read to be missing. */
function withoutEchoes(shape: readonly Problem[], told: readonly Problem[]): Problem[] {
  const place = ({ file, line, column, cell, path }: Problem): string => cell ?? `${file}:${line}:${column} ${path}`;
  const places = new Set(told.map(place));
  return shape.filter((problem) => !places.has(place(problem)));
}

interface Gathered {
  readonly entries: Entry[];
  readonly problems: Problem[];
}

function gather(files: readonly RecordFile[]): Gathered {
  const parts = files.map(gatherFile);
  return { entries: parts.flatMap((part) => part.entries), problems: parts.flatMap((part) => part.problems) };
}

function gatherFile(file: RecordFile): Gathered {
  const { value } = file;
  // A file with nothing in it, or only comments.
  if (value === null) return { entries: [], problems: [] };
  if (!isFields(value)) {
    const message = { sv: 'filen har inga fält', en: 'the file has no keys' };
    const hint = { sv: 'börja med ett fält som "meetings:"', en: 'begin with a key such as "meetings:"' };
    const problem = { file: file.file, ...file.position([]), path: '', message, hint };
    return { entries: [], problems: [problem] };
  }
  const gathered: Gathered = { entries: [], problems: headProblems(file) };
  for (const key of Object.keys(value)) if (!fileKeys.includes(key)) gatherKey(file, key, gathered);
  gathered.problems.push(...documentProblems(file, gathered.entries));
  return gathered;
}

/** What the top of a file says for its records, and what is wrong in it. */
function headProblems({ file, value, position }: RecordFile): Problem[] {
  const problem = (key: string, message: Said, hint: Said): Problem => {
    return { file, ...position([key]), path: key, message, hint };
  };
  const [document, year] = [valueAt(value, ['document']), valueAt(value, ['year'])];
  const text = document === undefined || typeof document === 'string';
  const whole = year === undefined || Number.isInteger(year);
  return [
    ...(text
      ? []
      : [
          problem(
            'document',
            { sv: '"document" ska vara ett dokuments id', en: '"document" should be the id of a document' },
            { sv: 'till exempel "document: plan-2019"', en: 'such as "document: plan-2019"' },
          ),
        ]),
    ...(whole
      ? []
      : [
          problem(
            'year',
            { sv: '"year" ska vara ett årtal', en: '"year" should be a year' },
            { sv: 'till exempel "year: 2019", utan citattecken', en: 'such as "year: 2019", without quotes' },
          ),
        ]),
  ];
}

function needsDocument({ fields, document }: Entry): boolean {
  return typeof fields.source === 'string' && fields.source !== none && document === undefined;
}

/** Sources that are only a place lean on the top of their file; one word about it is enough. */
function documentProblems(file: RecordFile, entries: readonly Entry[]): Problem[] {
  if (!entries.some(needsDocument)) return [];
  const message = { sv: 'inget dokument nämns överst i filen', en: 'no document is named at the top of the file' };
  const hint = {
    sv: 'lägg till "document:" och id för det dokument som källorna står i',
    en: 'add "document:" and the id of the document that the sources stand in',
  };
  return [{ file: file.file, ...file.position([]), path: 'document', message, hint }];
}

function isKind(key: string): key is Kind {
  return Object.hasOwn(schemas, key);
}

function gatherKey(file: RecordFile, key: string, gathered: Gathered): void {
  if (!isKind(key)) gathered.problems.push(unknownKind(file, key));
  else if (key === 'region') gatherRecord(file, key, [key], gathered);
  else gatherList(file, key, gathered);
}

function unknownKind({ file, keyPosition }: RecordFile, key: string): Problem {
  const hint = suggest(key, [...kinds, ...fileKeys]);
  const message = { sv: `"${key}" är inget slags post`, en: `"${key}" is not a kind of record` };
  return { file, ...keyPosition([key]), path: key, message, hint };
}

function gatherList(file: RecordFile, kind: Kind, gathered: Gathered): void {
  const list = valueAt(file.value, [kind]);
  if (Array.isArray(list)) for (const index of list.keys()) gatherRecord(file, kind, [kind, index], gathered);
  else if (list !== null) {
    const message = { sv: `"${kind}" ska vara en lista`, en: `"${kind}" should be a list` };
    const hint = { sv: 'börja varje post med "- "', en: 'begin each record with "- "' };
    gathered.problems.push({ file: file.file, ...file.position([kind]), path: kind, message, hint });
  }
}

function gatherRecord(file: RecordFile, kind: Kind, path: Path, { entries, problems }: Gathered): void {
  const fields = valueAt(file.value, path);
  const document = valueAt(file.value, ['document']);
  const year = valueAt(file.value, ['year']);
  const entry: Entry = { kind, file, path, fields: isFields(fields) ? fields : {}, document, year };
  if (isFields(fields)) entries.push(entry);
  else {
    const message = { sv: 'en post ska vara en grupp av fält', en: 'a record should be a group of fields' };
    problems.push(problemAt(entry, [], message, { sv: 'till exempel "id: …"', en: 'such as "id: …"' }));
  }
}

function missing(entries: readonly Entry[], wanted: readonly Kind[]): Problem[] {
  const none = wanted.filter((kind) => !entries.some((entry) => entry.kind === kind));
  const regions = entries.filter(({ kind }) => kind === 'region');
  const message = { sv: 'det finns redan en region', en: 'there is already a region' };
  const hint = { sv: 'en mapp är för en region', en: 'a folder is for one region' };
  return [
    ...none.map((kind) => ({
      file: '',
      ...top,
      path: kind,
      message: { sv: `ingen fil har "${kind}:"`, en: `no file has "${kind}:"` },
      hint: { sv: `någon fil måste ha "${kind}:"`, en: `some file must have "${kind}:"` },
    })),
    ...regions.slice(1).map((entry) => problemAt(entry, [], message, hint)),
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
  const heading = entry.file.heading?.([...entry.path, ...issue.path]);
  const field = heading ?? issue.path.findLast((key) => typeof key === 'string') ?? entry.kind;
  const { message, hint } = explain(String(field), issue);
  const isEmptyCell = heading !== undefined && issue.input === undefined;
  if (isEmptyCell) return [problemAt(entry, issue.path, message, fillIn)];
  return [problemAt(entry, issue.path, message, hint)];
}

const fillIn: Said = { sv: 'fyll i cellen', en: 'fill in the cell' };

function unknownField(entry: FullEntry, path: readonly PropertyKey[], key: string): Problem {
  const hint = suggest(key, allowedKeys(schemas[entry.kind], entry.full, path));
  const at = entry.file.keyPosition([...entry.path, ...path, key]);
  const message = { sv: `det finns inget fält "${key}" här`, en: `there is no field "${key}" here` };
  return { file: entry.file.file, ...at, path: pathName(entry, [...path, key]), message, hint };
}
