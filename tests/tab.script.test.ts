// What browsers get is what stands in src/tab/browser, made by `npm run tab-script`.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeScript, scriptFile, scripts } from '../src/cli/tab-script.ts';

describe('the script', () => {
  it.each(scripts)('%s.js is up to date; else run `npm run tab-script`', async (name) => {
    expect(await makeScript(name)).toBe(readFileSync(scriptFile(name), 'utf8'));
  });
});
