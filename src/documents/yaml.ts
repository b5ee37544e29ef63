// Reads a region's folder of YAML files into a plan, or tells every mistake in it with its position.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { isMap, isNode, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import { makePlan, type Plan, type PlanRecords } from '../plan/plan.ts';
import { Region } from '../plan/region.ts';
import { PlanError, type Problem } from './problem.ts';
import { checkReferences } from './references.ts';
import { type Collection, collections, expand, type Loose, type Shorthand } from './shorthand.ts';

/** A record as it stands in its file, with the way to a position for any path inside it. */
export interface RawRecord {
  readonly file: string;
  readonly path: string;
  readonly value: Loose;
  position(path: readonly PropertyKey[]): { line: number; column: number };
}

interface ParsedFile {
  readonly file: string;
  readonly root: Loose;
  position(path: readonly PropertyKey[]): { line: number; column: number };
}

/** Aliases multiply what a small file can hold; real data needs few. */
const mostAliases = 100;

/**
 * Reads and checks all YAML files in a folder and the folders below it.
 *
 * @throws PlanError with every problem found
 */
export function loadPlan(directory: string): Plan {
  const problems: Problem[] = [];
  const files = yamlFiles(directory).map((path) => parseFile(directory, path, problems));
  const raw = gather(files, problems);
  const records = readRecords(raw, problems);
  if (problems.length === 0) problems.push(...checkReferences(records, raw));
  if (problems.length > 0) throw new PlanError(problems);
  return makePlan(records);
}

/** Files in a fixed order, so that the same folder always gives the same plan. */
function yamlFiles(directory: string): string[] {
  let names: string[];
  try {
    names = readdirSync(directory, { recursive: true, encoding: 'utf8' });
  } catch (error) {
    throw new PlanError([
      atStart(directory, `the data folder cannot be read (${String(error)}); set PLAN_DIR to a folder with YAML files`),
    ]);
  }
  const found = names.filter((name) => /\.ya?ml$/.test(name) && statSync(join(directory, name)).isFile()).sort();
  if (found.length === 0) throw new PlanError([atStart(directory, 'the data folder has no YAML files')]);
  return found.map((name) => join(directory, name));
}

function atStart(file: string, message: string): Problem {
  return { file, line: 1, column: 1, path: '', message };
}

function parseFile(directory: string, path: string, problems: Problem[]): ParsedFile {
  const file = relative(directory, path).split(sep).join('/');
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines });
  for (const error of document.errors) {
    const { line, col } = lines.linePos(error.pos[0]);
    problems.push({ file, line, column: col, path: '', message: error.message.split('\n')[0] ?? error.message });
  }
  const position = (at: readonly PropertyKey[]): { line: number; column: number } => {
    for (let depth = at.length; depth > 0; depth--) {
      const node: unknown = document.getIn(at.slice(0, depth), true);
      if (isNode(node) && node.range) return locate(node, lines);
    }
    return { line: 1, column: 1 };
  };
  const usable = document.errors.length === 0;
  let root: unknown = null;
  try {
    root = usable ? document.toJS({ maxAliasCount: mostAliases }) : null;
  } catch (error) {
    problems.push(atStart(file, `too many YAML aliases (${String(error)})`));
  }
  if (usable && !isMap(document.contents))
    problems.push(atStart(file, 'expected keys such as "meetings:" at the top of the file'));
  return { file, root: isLoose(root) ? root : {}, position };
}

function locate(node: Node, lines: LineCounter): { line: number; column: number } {
  const { line, col } = lines.linePos(node.range?.[0] ?? 0);
  return { line, column: col };
}

export function isLoose(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export type RawRecords = ReadonlyMap<Collection | 'region', readonly RawRecord[]>;

/** Sorts what the files hold by kind of record; an unknown key is a problem. */
function gather(files: readonly ParsedFile[], problems: Problem[]): RawRecords {
  const raw = new Map<Collection | 'region', RawRecord[]>();
  for (const { file, root, position } of files) {
    const shorthand: Shorthand = { document: root.document, year: root.year };
    for (const [key, value] of Object.entries(root)) {
      if (key === 'document' || key === 'year') continue;
      const collection = isCollection(key) ? key : key === 'region' ? 'region' : undefined;
      if (!collection || !(Array.isArray(value) || collection === 'region')) {
        const known = ['region', ...Object.keys(collections)].join(', ');
        const message = collection
          ? 'expected a list, each line beginning with "- "'
          : `unknown key; known are ${known}`;
        problems.push({ file, ...position([key]), path: key, message });
        continue;
      }
      const list: unknown[] = Array.isArray(value) ? value : [value];
      list.forEach((item, index) => {
        const base = Array.isArray(value) ? [key, index] : [key];
        const path = Array.isArray(value) ? `${key}[${index}]` : key;
        if (!isLoose(item)) {
          problems.push({ file, ...position(base), path, message: 'expected fields such as "id: …"' });
          return;
        }
        const kept = raw.get(collection) ?? [];
        kept.push({
          file,
          path,
          value: { ...inherited(collection, shorthand), ...item },
          position: (inner) => position([...base, ...inner]),
        });
        raw.set(collection, kept);
      });
    }
  }
  return raw;
}

function isCollection(key: string): key is Collection {
  return Object.hasOwn(collections, key);
}

/** What a record takes from the head of its file. */
function inherited(collection: Collection | 'region', { document, year }: Shorthand): Loose {
  if (collection === 'region' || collection === 'documents' || collection === 'municipalities') return {};
  return { ...(document === undefined ? {} : { document }), ...(year === undefined ? {} : { year }) };
}

function readRecords(raw: RawRecords, problems: Problem[]): PlanRecords {
  const expanded = expand(raw);
  const read = <Name extends Collection>(name: Name): z.output<(typeof collections)[Name]>[] =>
    (raw.get(name) ?? []).flatMap((record, index) => {
      const value = expanded(name, record.value, index);
      return check(
        collections[name] as unknown as z.ZodType<z.output<(typeof collections)[Name]>>,
        value,
        record,
        problems,
      );
    });
  const [region] = raw.get('region') ?? [];
  const regions = region ? check(Region, region.value, region, problems) : [];
  const [first] = regions;
  if (!region) problems.push(atStart('.', 'no file has a "region:"'));
  return {
    // A missing region is already a problem, so this placeholder never leaves the loader.
    region: first ?? {
      id: '-',
      name: '-',
      cooperation: { sv: '-' },
      everyone: { sv: '-' },
      aliases: [],
      timeZone: 'UTC',
    },
    documents: read('documents'),
    municipalities: read('municipalities'),
    groups: read('groups'),
    people: read('people'),
    roles: read('roles'),
    conferences: read('conferences'),
    meetings: read('meetings'),
    occasions: read('occasions'),
    hostings: read('hostings'),
    areas: read('areas'),
    goals: read('goals'),
    objectives: read('objectives'),
    activities: read('activities'),
    budgetLines: read('budgetLines'),
    budgetTotals: read('budgetTotals'),
    fees: read('fees'),
    sections: read('sections'),
  };
}

function check<Output>(schema: z.ZodType<Output>, value: unknown, record: RawRecord, problems: Problem[]): Output[] {
  const result = schema.safeParse(value);
  if (result.success) return [result.data];
  for (const issue of result.error.issues) {
    const path = issue.path.reduce<string>(
      (text, part) => (typeof part === 'number' ? `${text}[${part}]` : `${text}.${String(part)}`),
      record.path,
    );
    problems.push({ file: record.file, ...record.position(issue.path), path, message: explain(issue) });
  }
  return [];
}

function explain(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `unknown field(s): ${issue.keys.join(', ')}`;
  if (issue.code === 'invalid_format' && issue.format === 'date')
    return 'not a day of the calendar; a day is YYYY-MM-DD, such as 2019-04-04';
  if (issue.code === 'invalid_value') return `expected one of ${issue.values.map(String).join(', ')}`;
  return issue.message.charAt(0).toLowerCase() + issue.message.slice(1);
}
