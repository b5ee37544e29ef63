// YAML text as a file of records.
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
import type { Problem, Said } from './problem.ts';
import type { Path, Position, RecordFile } from './record-file.ts';

/** A secretary may reuse a passage or two; more than this is a file made to exhaust memory. */
const maxAliasCount = 100;

/** The mistakes that people make most: what is wrong in Swedish (the library's own message is English), and what to do. */
const hints: Readonly<Partial<Record<YAMLError['code'], { readonly wrong: string; readonly right: Said }>>> = {
  BAD_ALIAS: {
    wrong: 'en hänvisning med "*" som inte går att följa',
    right: {
      sv: 'en text som börjar med "*" eller "&" behöver citattecken',
      en: 'a text that begins with "*" or "&" needs quotes',
    },
  },
  BAD_INDENT: {
    wrong: 'raden är felaktigt indragen',
    right: {
      sv: 'dra in med två blanksteg för varje nivå, lika för alla i en lista',
      en: 'indent with two spaces a level, items of a list alike',
    },
  },
  BLOCK_AS_IMPLICIT_KEY: {
    wrong: 'ett kolon där inget väntades',
    right: { sv: 'en text som innehåller ": " behöver citattecken', en: 'a text that contains ": " needs quotes' },
  },
  DUPLICATE_KEY: {
    wrong: 'samma fält står två gånger',
    right: { sv: 'behåll ett av de två', en: 'keep one of the two' },
  },
  MISSING_CHAR: {
    wrong: 'ett tecken saknas',
    right: {
      sv: 'ett citattecken eller en parentes är öppnad men inte stängd, eller ett kommatecken saknas',
      en: 'a quote, bracket or brace is opened and not closed, or a comma is missing',
    },
  },
  MULTILINE_IMPLICIT_KEY: {
    wrong: 'ett fältnamn över flera rader',
    right: {
      sv: 'ett fältnamn står på en rad och följs av ":"',
      en: 'a key stands on one line and is followed by ":"',
    },
  },
  MULTIPLE_DOCS: {
    wrong: 'filen har flera delar',
    right: { sv: 'ta bort raden "---"; gör en fil för varje del', en: 'remove the line "---"; use a file for each' },
  },
  TAB_AS_INDENT: {
    wrong: 'raden är indragen med tabb',
    right: { sv: 'dra in med blanksteg', en: 'indent with spaces' },
  },
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
  const known = hints[error.code];
  const message = { sv: known?.wrong ?? `filen är inte riktig YAML: ${error.message}`, en: error.message };
  return { file, ...locate(error.pos[0]), path: '', message, hint: known?.right ?? null };
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
export function parseYaml(file: string, text: string): RecordFile | Problem[] {
  const lines = new LineCounter();
  const locate = locator(lines);
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const wrong = mistakes([...document.errors, ...document.warnings]);
  if (wrong.length > 0) return wrong.map((error) => syntaxProblem(file, locate, error));
  const result = toValue(document);
  if ('failed' in result) {
    const at = locate(aliasStart(document));
    const message = {
      sv: `för många hänvisningar, eller en som inte leder någonstans: ${result.failed}`,
      en: result.failed,
    };
    return [{ file, ...at, path: '', message, hint: hints.BAD_ALIAS?.right ?? null }];
  }
  return {
    file,
    value: result.value,
    position: (path) => locate(walk(document, path).value),
    keyPosition: (path) => locate(walk(document, path).key),
  };
}

/** Reads bytes as a YAML file; a list of problems where they are not UTF-8 or not YAML. */
export function readYaml(file: string, bytes: Uint8Array): RecordFile | Problem[] {
  const text = decode(bytes);
  if (text !== undefined) return parseYaml(file, text);
  const message = { sv: 'filen är inte UTF-8', en: 'the file is not UTF-8' };
  const hint = { sv: 'spara den igen med teckenkodningen UTF-8', en: 'save it again with the encoding UTF-8' };
  return [{ file, line: 1, column: 1, path: '', message, hint }];
}
