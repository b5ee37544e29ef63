// Every regular expression of the program: those that stand in its text, and those that it makes as it runs.
import { readdirSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { parse } from 'acorn';

export interface Pattern {
  readonly where: string;
  readonly pattern: RegExp;
}

/** The regular expressions written in the files of a folder. */
export function patternsIn(folder: string): Pattern[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return files.flatMap((file) => literalsIn(stripTypeScriptTypes(readFileSync(join(folder, file), 'utf8')), file));
}

function literalsIn(code: string, file: string): Pattern[] {
  const found: Pattern[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('regex' in node && 'value' in node && node.value instanceof RegExp && 'loc' in node) {
      const { start } = node.loc as { start: { line: number } };
      found.push({ where: `${file}:${start.line}`, pattern: node.value });
    }
    for (const child of Object.values(node)) visit(child);
  };
  visit(parse(code, { ecmaVersion: 'latest', sourceType: 'module', locations: true }));
  return found;
}

/** The regular expressions that are made from strings while something is done. */
export async function patternsMadeDuring(work: () => Promise<unknown>): Promise<Pattern[]> {
  const made = new Map<string, Pattern>();
  const original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(original, {
    construct(target, [source, flags]: [string | RegExp, string | undefined], proxy) {
      const pattern: RegExp = Reflect.construct(target, [source, flags], proxy === globalThis.RegExp ? target : proxy);
      made.set(String(pattern), { where: 'made while running', pattern });
      return pattern;
    },
  });
  try {
    await work();
  } finally {
    globalThis.RegExp = original;
  }
  return [...made.values()];
}

/** What could make a pattern go over a text again and again: its own words and signs, many times, and then no end. */
export function pumpsFor({ source }: RegExp, length: number): string[] {
  const words = source.match(/(?<!\\)[\p{L}\d]{2,}/gu) ?? [];
  const signs = [...new Set(source.match(/[^\p{L}\d\s\\]/gu) ?? [])];
  const pieces = [...new Set([...words.slice(0, 6), ' ', '\t', 'a', '7', 'å', ...signs])];
  const repeated = (piece: string) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length - 1);
  const starts = [...new Set(words.slice(0, 2))];
  return [
    ...pieces.map(repeated),
    ...pieces.map((piece) => repeated(`${piece} `)),
    ...starts.flatMap((start) => ['\t', ' ', 'a', 'a ', '7'].map((piece) => ` ${start}${repeated(piece)}`)),
    // Messages come with single spaces, as `teams/incoming.ts` tidies them.
  ].map((text) => `${text.slice(0, length - 1).replaceAll(/\s{2,}/g, ' ')}\0`);
}
