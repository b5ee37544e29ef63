// `npm run plan`: what can be done with a plan's files from the shell. `check` stands here, the rest beside it.
import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { checkSent } from '../documents/incoming.ts';
import { type Language, PlanError, type Problem, problemLine } from '../documents/problem.ts';
import { kinds } from '../documents/records.ts';
import { oddities as odd, warningsAt } from '../documents/warnings.ts';
import { asPlan, checkFolder } from '../documents/yaml.ts';
import { swedishHolidays } from '../holidays.ts';
import { makePlan, type Plan } from '../plan/plan.ts';
import type { Note, Source } from '../plan/source.ts';
import { readSettings, SettingsError } from '../settings.ts';
import { StoreError } from '../store/store.ts';
import { history } from './history.ts';
import { convert, diff, exportPlan, fileAt, importPlan, isNamed, UsageError, writeTemplate } from './plan-files.ts';

const usage = `npm run plan -- check [folder or file]
npm run plan -- diff <folder or file>
npm run plan -- import <folder or file> [--draft] [--yes]
npm run plan -- export <folder or file> [xlsx|yaml|csv|json|ics|md]
npm run plan -- template [file.xlsx] [year]
npm run plan -- convert <file.xlsx> <folder>
npm run plan -- history [csv|json]

  check    validates the folder (PLAN_DIR where none is named) or file, counts its records and lists oddities; a file
           without a region of its own is checked against the plan as it stands, like diff
  diff     shows what a folder or file (.xlsx, .yaml, .zip) would change in the plan as it stands
  import   the same, and with --yes makes it one change, which can be undone; with --draft for the secretariat's eyes only
  export   writes the plan as it stands, in the format that the name ends in
  template writes a workbook to fill in for the next year, or the year named
  convert  makes a folder of YAML out of a workbook with a region of its own, for PLAN_DIR
  history  writes every change made in chat, with author, time and reason, to standard output

Messages are Swedish where LANG begins with "sv".`;

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

function oddities(plan: Plan, language: Language): string[] {
  return notedRecords(plan).flatMap(({ source, notes }) => {
    return notes.map(({ text }) => `  ${source?.place}: ${text[language] ?? text.sv}`);
  });
}

const headings = {
  noted: { sv: 'Egenheter som posterna anmärker', en: 'Oddities that the records note' },
  odd: {
    sv: 'Värt att titta på, och en anmärkning om dokumentet säger så',
    en: 'Worth a look, and a note if the document says so',
  },
};

/** A heading with the number of lines below it, or nothing where there are none. */
function list(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `${heading} (${lines.length}):`, ...lines];
}

function report(path: string, plan: Plan, found: readonly Problem[], language: Language): string {
  const years = plan.documents.map(({ year }) => year).join(', ');
  return [
    `${path}: ${plan.region.name}, ${years}`,
    ...counts(plan),
    ...list(headings.noted[language], oddities(plan, language)),
    ...list(
      headings.odd[language],
      found.map((problem) => `  ${problemLine(path, problem, language)}`),
    ),
  ].join('\n');
}

/** @returns the exit code: 1 where the files have problems */
async function check(path: string, language: Language): Promise<number> {
  const isFile = isNamed(path) && statSync(path).isFile();
  const checked = isFile ? await checkSent(fileAt(path), null) : checkFolder(path);
  // A template, or a year's plan alone: it is right or wrong for the plan that it goes into.
  if (isFile && 'records' in checked && checked.records.region.length === 0) {
    return diff(path, readSettings(), language);
  }
  const problems = 'records' in checked ? checked.problems : checked;
  if ('records' in checked && problems.length === 0) {
    const plan = makePlan(asPlan(checked.records));
    const found = [...checked.remarks, ...warningsAt(odd(plan, swedishHolidays()), checked.entries)];
    console.log(report(path, plan, isFile ? found.map((one) => ({ ...one, file: '' })) : found, language));
    return 0;
  }
  throw new PlanError(isFile ? dirname(path) : path, problems);
}

async function run([command, ...args]: readonly string[]): Promise<number> {
  const flags = args.filter((arg) => arg.startsWith('--'));
  const [first, second, ...rest] = args.filter((arg) => !arg.startsWith('--'));
  const isPlain = flags.length === 0 && rest.length === 0;
  if (command === 'history' && isPlain && !second && (first === undefined || first === 'csv' || first === 'json')) {
    process.stdout.write(await history(readSettings(), first ?? 'csv'));
    return 0;
  }
  if (command === 'check' && isPlain && !second) return check(first ?? readSettings().planDir, language);
  if (command === 'diff' && isPlain && first !== undefined && !second) return diff(first, readSettings(), language);
  if (command === 'import' && first !== undefined && !second && flags.every((flag) => importFlags.has(flag))) {
    const state = flags.includes('--draft') ? 'draft' : 'published';
    return importPlan(first, state, flags.includes('--yes'), readSettings(), language);
  }
  if (command === 'convert' && isPlain && first !== undefined && second !== undefined) {
    await convert(first, second);
    return 0;
  }
  if (command === 'export' && isPlain && first !== undefined) {
    await exportPlan(first, second, readSettings());
    return 0;
  }
  if (command === 'template' && isPlain) {
    const isYear = (text: string): boolean => /^\d{4}$/.test(text);
    const named = [first, second].filter((text) => text !== undefined);
    const [years, files] = [named.filter(isYear), named.filter((text) => /\.xlsx$/i.test(text))];
    if (years.length <= 1 && files.length <= 1 && years.length + files.length === named.length) {
      await writeTemplate(files[0], years[0] === undefined ? null : Number(years[0]), readSettings());
      return 0;
    }
  }
  console.error(usage);
  return 2;
}

const language: Language = process.env.LANG?.startsWith('sv') ? 'sv' : 'en';

const importFlags: ReadonlySet<string> = new Set(['--draft', '--yes']);

function toldOf(error: Error): string {
  if (error instanceof PlanError) return error.told(language);
  return error instanceof UsageError ? error.told[language] : error.message;
}

const expected = [SettingsError, StoreError, PlanError, UsageError];

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Error) || !expected.some((kind) => error instanceof kind)) throw error;
  console.error(toldOf(error));
  process.exitCode = 1;
}
