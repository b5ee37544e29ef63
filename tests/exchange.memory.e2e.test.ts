// What a hostile file may cost: a process with little memory reads them all, one after another, and lives.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { hostileFiles } from './support/hostile-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** In MB; Node and the bot's libraries take some 150 of the whole. */
const heap = 160;
const most = 600;

it('every hostile file is read within a small heap', async () => {
  for (const [name, make] of Object.entries(hostileFiles)) {
    // One of 200 MB is refused by its size before anybody reads it.
    if (name !== 'stor.xlsx') writeFileSync(join(folder, name), await make());
  }
  const script = join(import.meta.dirname, 'support/read-hostile-files.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [`--max-old-space-size=${heap}`, script, folder]);
  expect(Number(stdout)).toBeGreaterThan(0);
  expect(Number(stdout)).toBeLessThan(most);
}, 120_000);
