// `npm run sbom`: what the bot is made of, for whoever has to know: a CycloneDX list, and the licences in words.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

/** Those that let a public authority run and change what they cover without giving anything back but their text. */
export const allowedLicences: readonly string[] = [
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'BlueOak-1.0.0',
  'Unlicense',
  'PSF-2.0',
  // Holidays: the data is to be attributed, which this list does.
  '(ISC AND CC-BY-3.0)',
  '(AFL-2.1 OR BSD-3-Clause)',
];

/** Packages that name no licence in their package.json; what their LICENSE or README files say. */
export const licencesByHand: Readonly<Record<string, string>> = {
  cldrjs: 'MIT',
  'escape-regexp-component': 'MIT',
};

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string().optional(), license: z.string().optional(), dev: z.boolean().optional() }),
  ),
});

export interface Package {
  readonly name: string;
  readonly version: string;
  readonly licence: string | null;
}

/** What is installed where the bot runs: without the tools of its tests. */
export function packagesIn(lock: string): Package[] {
  return Object.entries(Lock.parse(JSON.parse(lock)).packages).flatMap(([path, { version = '', license, dev }]) => {
    if (path === '' || dev === true) return [];
    const name = path.replace(/^.*node_modules\//, '');
    return [{ name, version, licence: license ?? licencesByHand[name] ?? null }];
  });
}

/** The licences as a table: each with the packages that have it. */
function tableOf(packages: readonly Package[]): string {
  const byLicence = Map.groupBy(packages, ({ licence }) => licence ?? 'unknown');
  const rows = [...byLicence].toSorted(([, one], [, other]) => other.length - one.length);
  const lines = rows.map(
    ([licence, of]) =>
      `| ${licence} | ${of.length} | ${of.map(({ name, version }) => `${name} ${version}`).join(', ')} |`,
  );
  return ['| licence | packages | which |', '| --- | --- | --- |', ...lines].join('\n');
}

function main(): void {
  const packages = packagesIn(readFileSync('package-lock.json', 'utf8'));
  const bill = execFileSync(
    'npm',
    ['sbom', '--omit=dev', '--package-lock-only', '--sbom-format=cyclonedx', '--sbom-type=application'],
    {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  mkdirSync('dist', { recursive: true });
  writeFileSync('dist/sbom.cdx.json', bill);
  writeFileSync('dist/licences.md', `# Licences of what the bot is made of\n\n${tableOf(packages)}\n`);
  const odd = packages.filter(({ licence }) => licence === null || !allowedLicences.includes(licence));
  for (const { name, version, licence } of odd) {
    process.stderr.write(
      `${name} ${version} has the licence ${licence ?? 'unknown'}: decide whether it may be used.\n`,
    );
  }
  process.stdout.write(`${packages.length} packages: dist/sbom.cdx.json, dist/licences.md\n`);
  if (odd.length > 0) process.exitCode = 1;
}

if (import.meta.main) main();
