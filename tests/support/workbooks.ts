// Workbooks as secretaries send them: a template that is filled in, and files that nobody should have made.
import { readXlsx, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { templateFor } from '../../src/documents/template.ts';
import { writeWorkbook } from '../../src/documents/write-workbook.ts';
import { base } from './entries.ts';

export type Row = Readonly<Record<string, string | number | Date>>;

/** The template for a year with rows added to its sheets, each by its headings. */
export async function filledTemplate(rows: Readonly<Record<string, readonly Row[]>>, year = 2020): Promise<Uint8Array> {
  const empty = await writeWorkbook(base, templateFor(base, year), { version: 0, at: null, title: 'Mall' });
  return withRows(empty, rows);
}

/** A workbook with rows added, saved again as another program would. */
export async function withRows(bytes: Uint8Array, rows: Readonly<Record<string, readonly Row[]>>): Promise<Uint8Array> {
  const { sheets, properties } = await readXlsx(bytes);
  const filled = sheets.map(({ name, rows: before }): WriteSheet => {
    const heads = (before[0] ?? []).map(String);
    const added = (rows[name] ?? []).map((row) => heads.map((head) => row[head] ?? null));
    return { name, rows: [...before, ...added] };
  });
  return writeXlsx({ sheets: filled, ...(properties ? { properties } : {}) });
}

/** A workbook of these sheets and nothing else. */
export function workbook(sheets: Readonly<Record<string, readonly (readonly (string | number | Date | null)[])[]>>) {
  return writeXlsx({
    sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows: rows.map((row) => [...row]) })),
  });
}

export const day = (iso: string): Date => new Date(`${iso}T00:00:00Z`);
