// `npm run plan -- check [folder]`: validates a plan's files, counts their records and lists what is odd in them.
import { doubts } from '../documents/doubts.ts';
import { PlanError } from '../documents/problem.ts';
import { kinds } from '../documents/records.ts';
import { loadPlan } from '../documents/yaml.ts';
import type { Plan } from '../plan/plan.ts';
import type { Note, Source } from '../plan/source.ts';
import { readSettings, SettingsError } from '../settings.ts';
import { StoreError } from '../store/store.ts';
import { history } from './history.ts';

const usage = `npm run plan -- check [folder]
npm run plan -- history [csv|json]

  check   validates the folder's YAML files (PLAN_DIR where none is named), counts their records and lists oddities
  history writes every change made in chat, with author, time and reason, to standard output`;

interface Noted {
  readonly id?: string;
  readonly source: Source | null;
  readonly notes: readonly Note[];
}

function counts(plan: Plan): string[] {
  return kinds.map((kind) => `${kind === 'region' ? 1 : plan[kind].length}`.padStart(5).concat(`  ${kind}`));
}

function notedRecords(plan: Plan): Noted[] {
  return [
    ...plan.groups,
    ...plan.people,
    ...plan.roles,
    ...plan.conferences,
    ...plan.meetings,
    ...plan.occasions,
    ...plan.hostings,
    ...plan.areas,
    ...plan.goals,
    ...plan.objectives,
    ...plan.activities,
    ...plan.budgetLines,
    ...plan.budgetTotals,
    ...plan.fees,
    ...plan.sections,
  ];
}

function oddities(plan: Plan): string[] {
  return notedRecords(plan).flatMap(({ source, notes }) => {
    return notes.map(({ text }) => `  ${source?.place}: ${text.sv}`);
  });
}

/** A heading with the number of lines below it, or nothing where there are none. */
function list(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `${heading} (${lines.length}):`, ...lines];
}

function report(folder: string, plan: Plan): string {
  const years = plan.documents.map(({ year }) => year).join(', ');
  const found = doubts(plan).map(({ record, text }) => `  ${record}: ${text}`);
  return [
    `${folder}: ${plan.region.name}, ${years}`,
    ...counts(plan),
    ...list('Oddities that the records note', oddities(plan)),
    ...list('Worth a look, and a note if the document says so', found),
  ].join('\n');
}

/** @returns the exit code: 1 where the files have problems */
function check(folder: string): number {
  try {
    console.log(report(folder, loadPlan(folder)));
    return 0;
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    console.error(error.message);
    return 1;
  }
}

async function run([command, folder, ...rest]: readonly string[]): Promise<number> {
  if (command === 'history' && rest.length === 0 && (folder === undefined || folder === 'csv' || folder === 'json')) {
    process.stdout.write(await history(readSettings(), folder ?? 'csv'));
    return 0;
  }
  if (command === 'check' && rest.length === 0) return check(folder ?? readSettings().planDir);
  console.error(usage);
  return 2;
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof SettingsError || error instanceof StoreError || error instanceof PlanError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
