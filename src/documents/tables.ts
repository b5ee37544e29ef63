// A plan as tables that are read and not read back: comma-separated values and Markdown.
import type { PlanRecords } from '../plan/plan.ts';
import { shown } from './cells.ts';
import { csv } from './csv.ts';
import { makeNames } from './names.ts';
import type { Fields } from './records.ts';
import { columnsFor, rowOf } from './rows.ts';
import { sheets } from './sheets.ts';
import { namedRecords, recordsByKind } from './workbook-records.ts';
import { writingOf } from './written.ts';

export interface Table {
  readonly title: string;
  readonly heading: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** The sheets of a plan that hold something, without the columns that hold nothing. */
export function tablesOf(plan: PlanRecords): Table[] {
  const records = recordsByKind(plan);
  const names = makeNames(namedRecords(records));
  const writing = writingOf(plan, null);
  return sheets.flatMap((shape): Table[] => {
    const own = records[shape.kind]
      .map((record): Fields => ({ ...record }))
      .filter((one) => shape.holds?.(one) ?? true);
    if (own.length === 0) return [];
    const columns = columnsFor(shape, own);
    const rows = own.map((record) =>
      rowOf(shape, columns, record, writing, names).map((cell, index) => {
        if (typeof cell !== 'number') return cell === null ? null : shown(cell);
        return columns[index]?.type.kind === 'time' ? timeOf(cell) : cell;
      }),
    );
    const used = columns.map((_, index) => index).filter((index) => rows.some((row) => row[index] !== null));
    return [
      {
        title: shape.title,
        heading: used.map((index) => columns[index]?.heading ?? ''),
        rows: rows.map((row) => used.map((index) => row[index] ?? null)),
      },
    ];
  });
}

/** A part of a day as "08:30". */
function timeOf(part: number): string {
  const minutes = Math.round(part * 24 * 60);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** A file of comma-separated values a table. */
export function writeCsv(plan: PlanRecords): { readonly name: string; readonly text: string }[] {
  return tablesOf(plan).map(({ title, heading, rows }) => ({ name: `${title}.csv`, text: csv(heading, rows) }));
}

/** The whole plan as one Markdown text, a heading a table. */
export function writeMarkdown(plan: PlanRecords): string {
  const documents = plan.documents.map(({ title }) => title.sv).join(', ');
  const tables = tablesOf(plan).map(({ title, heading, rows }) =>
    [
      `## ${title}`,
      '',
      line(heading),
      line(heading.map(() => '---')),
      ...rows.map((row) => line(row.map((cell) => String(cell ?? '')))),
    ].join('\n'),
  );
  return `${[`# ${plan.region.name}: ${documents}`, ...tables].join('\n\n')}\n`;
}

function line(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll(/[\\|<]/g, '\\$&').replaceAll(/\s+/g, ' ')).join(' | ')} |`;
}
