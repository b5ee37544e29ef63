// What must be true of a filled manifest and its translations: Microsoft's schema, and what no schema says.
import { hasSchema, localizable, schemaProblems } from './manifest-schema.ts';
import type { PackageProblem } from './package-problem.ts';

/** A JSON file of the package, read. */
export interface JsonFile {
  readonly name: string;
  readonly value: unknown;
}

/** Clients from before schema 1.25 show no more. */
const maxCommands = 10;
/** A text of the manifest and where it stands. */
type Leaf = readonly [path: string, text: string];

export function manifestProblems(manifest: JsonFile): PackageProblem[] {
  const version = versionOf(manifest.value);
  if (!hasSchema(version)) {
    return [problem(manifest, 'manifestVersion', `is "${version}"`, 'a version that @microsoft/app-manifest knows')];
  }
  const bySchema = schemaProblems(version, 'manifest', manifest.name, manifest.value);
  return [...bySchema, ...versionProblems(manifest, version), ...commandProblems(manifest)];
}

/** A translation must say every text that the manifest has, and no other. */
export function translationProblems(manifest: JsonFile, translation: JsonFile): PackageProblem[] {
  const version = versionOf(manifest.value);
  if (!hasSchema(version)) return [];
  const wanted = leaves(manifest.value)
    .map(([path]) => path)
    .filter(localizable(version));
  const given = Object.keys(Object(translation.value)).filter((key) => key !== '$schema');
  const missing = wanted.filter((path) => !given.includes(path));
  const superfluous = given.filter((key) => !wanted.includes(key));
  return [
    ...schemaProblems(version, 'localization', translation.name, translation.value),
    ...schemaUrlProblems(translation, version),
    ...missing.map((path) => problem(translation, path, 'is not translated', `the text of it in ${manifest.name}`)),
    ...superfluous.map((key) => problem(translation, key, `${manifest.name} has no such text`, 'to take it away')),
  ];
}

function versionProblems(manifest: JsonFile, version: string): PackageProblem[] {
  const own = at(manifest.value, 'version');
  const isRelease = typeof own === 'string' && /^[1-9]\d*\.\d+\.\d+$/.test(own);
  return [
    ...schemaUrlProblems(manifest, version),
    ...(isRelease ? [] : [problem(manifest, 'version', `is ${JSON.stringify(own)}`, 'a version such as 1.0.0')]),
  ];
}

function schemaUrlProblems(file: JsonFile, version: string): PackageProblem[] {
  const url = String(at(file.value, '$schema'));
  if (url.includes(`/v${version}/`)) return [];
  return [problem(file, '$schema', `is "${url}"`, `the address with /v${version}/, as manifestVersion says`)];
}

function commandProblems(manifest: JsonFile): PackageProblem[] {
  const bots = items(at(manifest.value, 'bots'));
  return bots.flatMap((bot, botIndex) =>
    items(at(bot, 'commandLists')).flatMap((commands, index) => {
      const count = items(at(commands, 'commands')).length;
      const path = `bots[${botIndex}].commandLists[${index}].commands`;
      return count > maxCommands ? [problem(manifest, path, `has ${count} items`, `at most ${maxCommands}`)] : [];
    }),
  );
}

/** Names of the files that the manifest says hold its translations. */
export function translationFiles(manifest: unknown): string[] {
  const languages = items(at(at(manifest, 'localizationInfo'), 'additionalLanguages'));
  return languages.map((language) => at(language, 'file')).filter((file) => typeof file === 'string');
}

/** A field of an object; undefined where there is none. */
export function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined;
}

function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function versionOf(manifest: unknown): string {
  return String(at(manifest, 'manifestVersion'));
}

/** Every text in a JSON value, and where it stands. */
export function leaves(value: unknown, path = ''): Leaf[] {
  if (typeof value === 'string') return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((item, index) => leaves(item, `${path}[${index}]`));
  const fields = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return fields.flatMap(([key, field]) => leaves(field, path === '' ? key : `${path}.${key}`));
}

function problem({ name }: JsonFile, path: string, wrong: string, right: string): PackageProblem {
  return { file: name, path, wrong, right };
}
