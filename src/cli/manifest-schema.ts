// Microsoft's published JSON schemas of the manifest, as its package @microsoft/app-manifest (MIT) ships them.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import ajvDraft4, { type ErrorObject, type ValidateFunction } from 'ajv-draft-04';
import type { PackageProblem } from './package-problem.ts';

export type SchemaKind = 'manifest' | 'localization';

/** Found by the package's own file: its code needs packages that it does not declare, and is not imported. */
const packageFile = createRequire(import.meta.url).resolve('@microsoft/app-manifest/package.json');
const folder = join(dirname(packageFile), 'build/json-schemas/teams');
const fileNames: Readonly<Record<SchemaKind, string>> = {
  manifest: 'MicrosoftTeams.schema.json',
  localization: 'MicrosoftTeams.Localization.schema.json',
};
/** Patterns of the schema in words. */
const words: readonly (readonly [beginning: string, meaning: string])[] = [
  ['^[0-9a-fA-F]{8}-', 'a GUID such as 6f9619ff-8b86-4d01-b42d-00cf4fc964ff'],
  ['^#[0-9a-fA-F]{6}', 'a colour such as #124E66'],
  ['^[Hh][Tt][Tt][Pp]', 'a web address'],
];

export function hasSchema(version: string): boolean {
  return /^[\w.]+$/.test(version) && existsSync(schemaPath(version, 'manifest'));
}

function schemaPath(version: string, kind: SchemaKind): string {
  return join(folder, `v${version}`, fileNames[kind]);
}

function readSchema(version: string, kind: SchemaKind): object {
  const schema: unknown = JSON.parse(readFileSync(schemaPath(version, kind), 'utf8'));
  if (typeof schema !== 'object' || schema === null) throw new Error(`${schemaPath(version, kind)} is no schema`);
  return schema;
}

/** What is wrong in a file by the schema of that version. */
export function schemaProblems(version: string, kind: SchemaKind, file: string, value: unknown): PackageProblem[] {
  const validate = compile(version, kind);
  if (validate(value)) return [];
  return (validate.errors ?? []).map((error) => ({ file, path: dotted(error.instancePath), ...explain(error) }));
}

function compile(version: string, kind: SchemaKind): ValidateFunction {
  const ajv = new ajvDraft4.default({
    allErrors: true,
    verbose: true,
    strict: false,
    // Some of the schema's patterns are none in Unicode mode.
    unicodeRegExp: false,
    formats: { uri: (text: string) => URL.canParse(text) },
  });
  return ajv.compile(readSchema(version, kind));
}

/** Names of the texts that a localization file may translate: exact ones, and patterns. */
export function localizable(version: string): (path: string) => boolean {
  const schema = readSchema(version, 'localization');
  const names = Object.keys('properties' in schema ? Object(schema.properties) : {});
  const patterns = Object.keys('patternProperties' in schema ? Object(schema.patternProperties) : {});
  const expressions = patterns.map((pattern) => new RegExp(pattern));
  return (path) => path !== '$schema' && (names.includes(path) || expressions.some((each) => each.test(path)));
}

/** @example dotted('/bots/0/botId') // 'bots[0].botId' */
function dotted(pointer: string): string {
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return steps
    .map((step) => (/^\d+$/.test(step) ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
}

function explain({ keyword, params, data, message }: ErrorObject): Pick<PackageProblem, 'wrong' | 'right'> {
  switch (keyword) {
    case 'maxLength':
      return { wrong: `has ${String(data).length} characters`, right: `at most ${params.limit}` };
    case 'maxItems':
      return { wrong: `has ${Object(data).length} items`, right: `at most ${params.limit}` };
    case 'required':
      return { wrong: `has no ${params.missingProperty}`, right: 'to add it' };
    case 'additionalProperties':
      return { wrong: `has "${params.additionalProperty}", which the schema does not know`, right: 'to take it away' };
    case 'enum':
      return { wrong: `is ${JSON.stringify(data)}`, right: `one of ${list(params.allowedValues)}` };
    case 'const':
      return { wrong: `is ${JSON.stringify(data)}`, right: JSON.stringify(params.allowedValue) };
    case 'pattern':
      return { wrong: `is ${JSON.stringify(data)}`, right: inWords(String(params.pattern)) };
    default:
      return { wrong: `is ${JSON.stringify(data)}`, right: `it ${message ?? `keeps to ${keyword}`}` };
  }
}

function list(values: unknown): string {
  return (Array.isArray(values) ? values : [values]).map((value) => JSON.stringify(value)).join(', ');
}

function inWords(pattern: string): string {
  return words.find(([beginning]) => pattern.startsWith(beginning))?.[1] ?? `something that fits ${pattern}`;
}
