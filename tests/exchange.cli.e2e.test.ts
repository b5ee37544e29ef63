// Next year's plan from the shell: template, difference, import, history, export, each in a process of its own.
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { day, withRows, workbook } from './support/workbooks.ts';

const folder = mkdtempSync(join(tmpdir(), 'plan-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function planIn(language: string, ...args: string[]): Promise<Ran> {
  const env = { ...process.env, DATA_DIR: join(folder, 'data'), PLAN_DIR: 'data/sodertorn', LANG: language };
  return new Promise((resolve) => {
    execFile(process.execPath, ['src/cli/plan.ts', ...args], { env }, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err });
    });
  });
}

const plan = (...args: string[]): Promise<Ran> => planIn('sv_SE.UTF-8', ...args);

it('goes from template to import and out again', async () => {
  const [template, filled] = ['mall.xlsx', 'plan-2020.xlsx'].map((name) => join(folder, name)) as [string, string];
  expect((await plan('template', template, '2020')).code).toBe(0);
  const meeting = { Grupp: 'Ledningsgruppen', Datum: day('2020-01-31'), Plats: 'Huddige' };
  writeFileSync(filled, await withRows(readFileSync(template), { Möten: [meeting] }));
  const wrong = await plan('diff', filled);
  expect(wrong).toMatchObject({ code: 1, out: '' });
  expect(wrong.err).toContain('Möten!G2: "Huddige" är inte namnet på en kommun (menade du "Huddinge"?');

  writeFileSync(filled, await withRows(readFileSync(template), { Möten: [{ ...meeting, Plats: 'Huddinge' }] }));
  expect((await plan('check', filled)).out).toContain('2 nya, 0 flyttade, 0 ändrade, 0 borttagna');
  const difference = await plan('diff', filled);
  expect(difference.out).toContain('+ möte meeting ledningsgruppen-2020-01-31');
  expect(difference.out).toContain('2 nya, 0 flyttade, 0 ändrade, 0 borttagna');
  expect((await plan('import', filled)).out).toContain('Ingenting ändrades');
  expect((await plan('diff', filled)).out).toContain('2 nya');
  expect((await plan('import', filled, '--yes')).out).toContain('Inläst som ändring 1');
  expect((await plan('diff', filled)).out).toContain('0 nya, 0 flyttade, 0 ändrade, 0 borttagna');
  expect((await plan('history')).out).toContain('Verksamhetsplan 2020');

  const out = join(folder, 'ut');
  for (const name of ['plan.xlsx', 'plan.json', 'plan.ics', 'plan.md', 'plan.zip']) {
    expect(await plan('export', join(out, name))).toMatchObject({ code: 0, err: '' });
  }
  expect((await plan('export', join(out, 'tabeller'), 'csv')).code).toBe(0);
  expect(readdirSync(join(out, 'tabeller'))).toContain('Möten.csv');
  expect((await plan('diff', join(out, 'plan.xlsx'))).out).toContain('0 nya, 0 flyttade, 0 ändrade, 0 borttagna');
  expect((await plan('export', join(out, 'yaml'))).code).toBe(0);
  expect(await plan('check', join(out, 'yaml'))).toMatchObject({ code: 0, err: '' });
}, 120_000);

it.each([
  [['import', 'finns-inte.xlsx'], 'det finns ingen fil eller mapp'],
  [['check', 'finns-inte.xlsx'], 'det finns ingen fil eller mapp'],
  [['check', 'tests'], 'mappen har inga YAML-filer'],
  [['export', 'plan.docx'], 'är inget format'],
  [['template', 'mall.xlsx', '20'], 'npm run plan'],
  [['template', 'mall.xls'], 'npm run plan'],
  [['export'], 'npm run plan'],
  [['import', 'a', '--force'], 'npm run plan'],
])('%j is told what is wrong', async (args, told) => {
  const { code, err } = await plan(...args);
  expect(code).toBeGreaterThan(0);
  expect(err).toContain(told);
});

it('a file as large as a disc is not read into memory', async () => {
  const path = join(folder, 'stor.xlsx');
  writeFileSync(path, '');
  truncateSync(path, 3 * 1024 ** 3);
  for (const command of ['check', 'diff', 'import']) {
    const { code, err } = await plan(command, path);
    expect(code).toBe(1);
    expect(err).toContain('filen är för stor: 3072 MB (högst 10 MB)');
  }
});

it('speaks English where the machine does', async () => {
  const { out } = await planIn('en_GB.UTF-8', 'diff', 'data/sodertorn');
  expect(out).toContain('0 added, 0 moved, 0 changed, 0 removed');
});

it('makes a folder that a bot starts with out of a workbook with a region of its own', async () => {
  const [file, made] = ['annan.xlsx', 'annan'].map((name) => join(folder, name)) as [string, string];
  const sheets = {
    Region: [
      ['Id', 'Namn', 'Samarbetet', 'Alla kommuner', 'Tidszon'],
      ['nordbygden', 'Nordbygden', 'Nordbygdssamarbetet', 'Nordbygdskommunerna', 'Europe/Stockholm'],
    ],
    Kommuner: [['Namn'], ['Alvik'], ['Bergby']],
    Dokument: [
      ['År', 'Titel'],
      [2027, 'Verksamhetsplan 2027'],
    ],
    Grupper: [
      ['Slag', 'Namn', 'I löpande text'],
      ['kommitté', 'Samverkansrådet', 'samverkansrådet'],
    ],
    Möten: [
      ['Grupp', 'Datum', 'Plats'],
      ['Samverkansrådet', day('2027-02-03'), 'Alvik'],
    ],
  };
  writeFileSync(file, await workbook({ ...sheets, Kommuner: [['Nam'], ['Alvik']] }));
  expect((await plan('convert', file, made)).err).toContain('Kommuner!A1: rubriken "Nam" är okänd (menade du "Namn"?)');
  writeFileSync(file, await workbook(sheets));
  expect(await plan('convert', file, made)).toMatchObject({ code: 0, err: '' });
  expect((await plan('check', made)).out).toContain('Nordbygden, 2027');
  expect((await plan('convert', file, made)).err).toContain('är inte tom');
});
