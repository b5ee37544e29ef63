// Reads each file of a folder as if somebody had sent it, and says how much memory that took at most, in MB.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readIncoming } from '../../src/documents/incoming.ts';
import { loadRecords } from '../../src/documents/yaml.ts';

const [folder = ''] = process.argv.slice(2);
const plan = loadRecords('data/sodertorn');
for (const name of readdirSync(folder)) {
  const read = await readIncoming({ name, bytes: readFileSync(join(folder, name)) }, plan, () => null);
  if (read.kind !== 'problems') throw new Error(`${name} was taken for a plan`);
}
console.log(Math.round(process.resourceUsage().maxRSS / 1024));
