// The files that every page needs, under names that change with their content.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './address.ts';
import type { Assets } from './shell.ts';

export interface Asset {
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface AssetFiles {
  readonly addresses: Assets;
  /** The file of an address's path; null where there is none. */
  readonly at: (path: string) => Asset | null;
}

const folder = join(import.meta.dirname, 'assets');

/** Reads the files once. */
export function readAssets(): AssetFiles {
  const style = fileOf(
    'tab.css',
    'text/css; charset=utf-8',
    styles.map((name) => `${name}.css`),
  );
  const script = fileOf('tab.js', 'text/javascript; charset=utf-8', ['tab.js']);
  const teams = fileOf('teams.js', 'text/javascript; charset=utf-8', ['teams.js']);
  const byPath = new Map([style, script, teams].map(({ path, asset }) => [path, asset]));
  const addresses = { style: style.path, script: script.path, teams: teams.path };
  return { addresses, at: (path) => byPath.get(path) ?? null };
}

/** In the order in which they overrule each other. */
const styles = ['theme', 'frame', 'wheel', 'views', 'records', 'phone', 'paper'];

function fileOf(name: string, type: string, sources: readonly string[]) {
  const bytes = Buffer.concat(sources.map((source) => readFileSync(join(folder, source))));
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  return { path: `${root}assets/${name.replace('.', `.${hash}.`)}`, asset: { type, bytes } };
}
