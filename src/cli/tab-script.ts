// `npm run tab-script`: makes the files that browsers get of what stands in src/tab/browser and of Teams' library. They
// are kept in the repository, since the bot itself runs without a build; a test tells when they are out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

const root = join(import.meta.dirname, '../..');
/** The library's licence goes where it goes. */
const licence = readFileSync(join(root, 'node_modules/@microsoft/teams-js/LICENSE'), 'utf8').trim();
const banner = `/*!\n@microsoft/teams-js\n${licence}\n*/`;

export const scripts = ['tab', 'teams'] as const;
export type Script = (typeof scripts)[number];

export function scriptFile(name: Script): string {
  return join(root, `src/tab/assets/${name}.js`);
}

/** What browsers get: one small file without imports. */
export async function makeScript(name: Script): Promise<string> {
  const bundle = await rolldown({ input: join(root, `src/tab/browser/${name}.ts`), platform: 'browser', cwd: root });
  const { output } = await bundle.generate({ format: 'esm', minify: true, ...(name === 'teams' ? { banner } : {}) });
  await bundle.close();
  return output[0].code;
}

if (process.argv[1] === import.meta.filename) {
  for (const name of scripts) writeFileSync(scriptFile(name), await makeScript(name));
}
