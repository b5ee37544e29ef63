// The Teams app package: the manifest filled in, its translations and icons, checked and zipped.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, type Zippable, zipSync } from 'fflate';
import {
  at,
  type JsonFile,
  leaves,
  manifestProblems,
  translationFiles,
  translationProblems,
} from './manifest-checks.ts';
import { fillTemplate, type TemplateValues } from './manifest-template.ts';
import { PackageError, type PackageProblem } from './package-problem.ts';
import { readPngHeader } from './png.ts';

/** What differs from one installation to the next. */
export interface Installation {
  /** The application (client) id of the bot's registration. */
  readonly appId: string;
  /** The https address that the bot is reached at; null where it has none yet. */
  readonly publicUrl: string | null;
}

export interface AppPackage {
  /** File name of the zip, made of the app's name. */
  readonly fileName: string;
  readonly name: string;
  readonly version: string;
  readonly manifestVersion: string;
  /** The files in it, in order. */
  readonly files: readonly string[];
  readonly zip: Uint8Array;
  /** What the package lacks although it is valid. */
  readonly remarks: readonly string[];
}

const manifestName = 'manifest.json';
/** The kinds of icon by Teams' rules: pixels of a side; the outline is white on nothing. */
const icons = [
  { kind: 'color', size: 192, needsAlpha: false },
  { kind: 'outline', size: 32, needsAlpha: true },
] as const;
/** A zip keeps local time, so this makes the same bytes in every time zone; 1980 is the first year that it can say. */
const zipTime = new Date(1980, 0, 1);

/**
 * The package made of the files in a folder. The same files and installation give the same bytes.
 *
 * @throws PackageError listing everything that is wrong
 */
export function makeAppPackage(folder: string, installation: Installation): AppPackage {
  stopAt(addressProblems(installation));
  const values = valuesOf(installation);
  const manifest = filled(folder, manifestName, values);
  const leftOut = textsLeftOut(readJson(folder, manifestName), manifest.value);
  const translations = translationFiles(manifest.value).map((name) => without(leftOut, filled(folder, name, values)));
  const iconFiles = icons.map(({ kind }) => String(at(at(manifest.value, 'icons'), kind)));
  stopAt([
    ...manifestProblems(manifest),
    ...translations.flatMap((translation) => translationProblems(manifest, translation)),
    ...icons.flatMap((icon, index) => iconProblems(folder, iconFiles[index] ?? '', icon)),
  ]);
  const contents = [manifest, ...translations].map(({ name, value }) => [name, json(value)] as const);
  const pictures = iconFiles.map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))] as const);
  return describe(manifest.value, [...contents, ...pictures], remarks(manifest.value, installation));
}

function describe(
  manifest: unknown,
  files: readonly (readonly [name: string, content: Uint8Array])[],
  remarks: readonly string[],
): AppPackage {
  const name = String(at(at(manifest, 'name'), 'short'));
  const entries: Zippable = Object.fromEntries(files);
  return {
    fileName: `${plainName(name)}.zip`,
    name,
    version: String(at(manifest, 'version')),
    manifestVersion: String(at(manifest, 'manifestVersion')),
    files: files.map(([file]) => file),
    zip: zipSync(entries, { level: 9, mtime: zipTime }),
    remarks,
  };
}

/** Where the manifest's source has texts that the filled manifest lacks. */
function textsLeftOut(source: unknown, manifest: unknown): ReadonlySet<string> {
  const kept = new Set(leaves(manifest).map(([path]) => path));
  return new Set(leaves(source).flatMap(([path]) => (kept.has(path) ? [] : [path])));
}

function without(paths: ReadonlySet<string>, { name, value }: JsonFile): JsonFile {
  return { name, value: Object.fromEntries(Object.entries(Object(value)).filter(([key]) => !paths.has(key))) };
}

/** A JSON file of the folder with the installation's values in it. */
function filled(folder: string, name: string, values: TemplateValues): JsonFile {
  const { value, problems } = fillTemplate(name, readJson(folder, name), values);
  stopAt(problems);
  return { name, value };
}

function valuesOf({ appId, publicUrl }: Installation): TemplateValues {
  return {
    MicrosoftAppId: appId.toLowerCase(),
    PUBLIC_URL: publicUrl,
    PUBLIC_HOST: publicUrl === null ? null : new URL(publicUrl).host,
  };
}

function addressProblems({ publicUrl }: Installation): PackageProblem[] {
  if (publicUrl === null || URL.parse(publicUrl)?.protocol === 'https:') return [];
  return [{ file: 'PUBLIC_URL', path: '', wrong: `is "${publicUrl}"`, right: 'an https address that Teams can reach' }];
}

function readJson(folder: string, name: string): unknown {
  const text = readText(folder, name);
  try {
    return JSON.parse(text);
  } catch (error) {
    const wrong = `is not JSON: ${error instanceof Error ? error.message : String(error)}`;
    throw new PackageError([{ file: name, path: '', wrong, right: 'JSON, as an editor shows it without errors' }]);
  }
}

function readText(folder: string, name: string): string {
  if (existsSync(join(folder, name))) return readFileSync(join(folder, name), 'utf8');
  throw new PackageError([{ file: name, path: '', wrong: 'is not there', right: `the file in ${folder}` }]);
}

function iconProblems(folder: string, name: string, { size, needsAlpha }: (typeof icons)[number]): PackageProblem[] {
  const complain = (wrong: string, right: string) => [{ file: name, path: '', wrong, right }];
  const path = join(folder, name);
  if (!existsSync(path)) return complain('is not there', `a PNG of ${size} × ${size} pixels in ${folder}`);
  const header = readPngHeader(readFileSync(path));
  if (!header) return complain('is no PNG', `a PNG of ${size} × ${size} pixels`);
  if (header.width !== size || header.height !== size) {
    return complain(`has ${header.width} × ${header.height} pixels`, `${size} × ${size}`);
  }
  return needsAlpha && !header.hasAlpha ? complain('has no transparency', 'white on a transparent background') : [];
}

function remarks(manifest: unknown, { publicUrl }: Installation): string[] {
  const developer = Object.entries(Object(at(manifest, 'developer')));
  const examples = developer
    .filter(([, url]) => /^https?:\/\/(?:\w+\.)*example\./.test(String(url)))
    .map(([key]) => key);
  return [
    ...(publicUrl === null
      ? ['PUBLIC_URL is not set, so the package names no host of the bot (validDomains) and has no tab.']
      : []),
    ...(examples.length === 0
      ? []
      : [`${manifestName}: ${examples.join(', ')} of the developer are examples; put in your organisation's pages.`]),
  ];
}

function stopAt(problems: readonly PackageProblem[]): void {
  if (problems.length > 0) throw new PackageError(problems);
}

function json(value: unknown): Uint8Array {
  return strToU8(`${JSON.stringify(value, null, 2)}\n`);
}

/** @example plainName('Min båt') // 'min-bat' */
function plainName(name: string): string {
  const letters = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return letters.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '') || 'app';
}
