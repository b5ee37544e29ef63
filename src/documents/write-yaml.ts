// A plan as a folder of YAML files that reads back as the same plan.
import { stringify } from 'yaml';
import type { PlanRecords } from '../plan/plan.ts';
import type { Fields, Kind } from './records.ts';
import { writingOf, written } from './written.ts';

export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** The files of a folder, and the kinds of records in each. */
const files: readonly (readonly [string, readonly Kind[]])[] = [
  ['region.yaml', ['region', 'municipalities', 'documents']],
  ['groups.yaml', ['groups']],
  ['people.yaml', ['people']],
  ['roles.yaml', ['roles']],
  ['conferences.yaml', ['conferences']],
  ['hostings.yaml', ['hostings']],
  ['meetings.yaml', ['meetings', 'occasions']],
  ['goals.yaml', ['areas', 'goals', 'objectives']],
  ['activities.yaml', ['activities']],
  ['budget.yaml', ['budgetLines', 'budgetTotals', 'fees']],
  ['sections.yaml', ['sections']],
];

/** No line is broken: the library would break it inside a character of two units. */
const lineWidth = 0;

/** Every record of a plan; deadlines and who may change the plan are not part of it. */
export function writeYaml(plan: PlanRecords): TextFile[] {
  return files.flatMap(([name, kinds]) => {
    const value = fileOf(plan, kinds);
    return value ? [{ name, text: stringify(value, { lineWidth, aliasDuplicateObjects: false }) }] : [];
  });
}

/** Null where there is nothing to write. */
function fileOf(plan: PlanRecords, kinds: readonly Kind[]): Fields | null {
  const lists = kinds.map((kind) => [kind, kind === 'region' ? [plan.region] : plan[kind]] as const);
  const present = lists.filter(([, list]) => list.length > 0);
  if (present.length === 0) return null;
  const document = onlyDocument(present.flatMap(([, list]) => [...list]));
  const writing = writingOf(plan, document);
  const entries = present.map(([kind, list]) => {
    const records = list.map((record) => written(kind, record, writing));
    return [kind, kind === 'region' ? records[0] : records] as const;
  });
  return { ...(document === null ? {} : { document }), ...Object.fromEntries(entries) };
}

function onlyDocument(records: readonly object[]): string | null {
  const found = new Set(
    records.flatMap((record) => ('source' in record && isSource(record.source) ? [record.source.document] : [])),
  );
  const [document] = found;
  return found.size === 1 && document !== undefined ? document : null;
}

function isSource(value: unknown): value is { readonly document: string } {
  return typeof value === 'object' && value !== null && 'document' in value;
}
