// One YAML file: its value, and where in the file each part of the value stands.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import type { Problem } from './problem.ts';

/** Keys and list indexes from the top of a file to a value. */
export type Path = readonly PropertyKey[];

export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface YamlFile {
  /** Relative to the plan's folder. */
  readonly file: string;
  readonly value: unknown;
  /** Where the value at a path stands; the nearest value around it where the file does not have it. */
  position(path: Path): Position;
  /** Where the last key of the path stands. */
  keyPosition(path: Path): Position;
}

/** A secretary may reuse a passage or two; more than this is a file made to exhaust memory. */
const maxAliasCount = 100;

/** What to do about the mistakes that people make most; the library's own message says what is wrong. */
const hints: Readonly<Partial<Record<YAMLError['code'], string>>> = {
  BAD_ALIAS: 'a text that begins with "*" or "&" needs quotes',
  BAD_INDENT: 'indent with two spaces a level, items of a list alike',
  BLOCK_AS_IMPLICIT_KEY: 'a text that contains ": " needs quotes',
  DUPLICATE_KEY: 'keep one of the two',
  MISSING_CHAR: 'a quote, bracket or brace is opened and not closed, or a comma is missing',
  MULTILINE_IMPLICIT_KEY: 'a key stands on one line and is followed by ":"',
  MULTIPLE_DOCS: 'remove the line "---"; use a file for each',
  TAB_AS_INDENT: 'indent with spaces',
};

type Locate = (offset: number) => Position;

function locator(lines: LineCounter): Locate {
  return (offset) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
}

interface Found {
  readonly key: number;
  readonly value: number;
  readonly node: unknown;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

/** One step down, or undefined where the file has nothing there. */
function step(document: Document, found: Found, key: PropertyKey): Found | undefined {
  const node = isAlias(found.node) ? found.node.resolve(document) : found.node;
  if (isSeq(node)) {
    const item = node.items[Number(key)];
    const at = startOf(item);
    return at === undefined ? undefined : { key: at, value: at, node: item };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
  const at = startOf(pair?.key);
  return at === undefined ? undefined : { key: at, value: valueStart(pair?.value) ?? at, node: pair?.value };
}

/** An empty value has a place after its key, but the reader looks for the key. */
function valueStart(node: unknown): number | undefined {
  return isScalar(node) && node.value === null && node.source === '' ? undefined : startOf(node);
}

function walk(document: Document, path: Path): Found {
  const start = startOf(document.contents) ?? 0;
  let found: Found = { key: start, value: start, node: document.contents };
  for (const key of path) {
    const next = step(document, found, key);
    if (!next) break;
    found = next;
  }
  return found;
}

function syntaxProblem(file: string, locate: Locate, error: YAMLError): Problem {
  return { file, ...locate(error.pos[0]), path: '', message: error.message, hint: hints[error.code] ?? null };
}

/** After the first mistake of grammar the rest of the file is misread, so only that one is worth telling. */
function mistakes(errors: readonly YAMLError[]): YAMLError[] {
  const [first] = errors.filter(({ code }) => code !== 'DUPLICATE_KEY');
  return errors.filter((error) => error === first || error.code === 'DUPLICATE_KEY');
}

function aliasStart(document: Document): number {
  let at = 0;
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document) !== undefined) return undefined;
      at = alias.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return at;
}

/** The library throws for aliases without an anchor and for too many of them. */
function toValue(document: Document): { readonly value: unknown } | { readonly failed: string } {
  try {
    return { value: document.toJS({ maxAliasCount }) };
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Reads text as a YAML file; a list of problems where it is not YAML. */
export function parseYaml(file: string, text: string): YamlFile | Problem[] {
  const lines = new LineCounter();
  const locate = locator(lines);
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const wrong = mistakes([...document.errors, ...document.warnings]);
  if (wrong.length > 0) return wrong.map((error) => syntaxProblem(file, locate, error));
  const result = toValue(document);
  if ('failed' in result) {
    const at = locate(aliasStart(document));
    return [{ file, ...at, path: '', message: result.failed, hint: hints.BAD_ALIAS ?? null }];
  }
  return {
    file,
    value: result.value,
    position: (path) => locate(walk(document, path).value),
    keyPosition: (path) => locate(walk(document, path).key),
  };
}

/** Reads a file of a plan's folder; a list of problems where it is not UTF-8 or not YAML. */
export function readYaml(directory: string, file: string): YamlFile | Problem[] {
  const text = decode(readFileSync(join(directory, file)));
  if (text !== undefined) return parseYaml(file, text);
  const hint = 'save it again with the encoding UTF-8';
  return [{ file, line: 1, column: 1, path: '', message: 'the file is not UTF-8', hint }];
}
