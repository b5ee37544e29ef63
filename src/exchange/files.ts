// The plan as a file for others: in each of the formats that it goes out in, and the template that it comes in by.
import { strToU8, zipSync } from 'fflate';
import { calendarOf } from '../calendar/events.ts';
import { writeCalendar } from '../calendar/feed.ts';
import type { Earlier } from '../documents/incoming.ts';
import { writeCsv, writeMarkdown } from '../documents/tables.ts';
import { nextYear, templateFor } from '../documents/template.ts';
import { recordsByKind } from '../documents/workbook-records.ts';
import { writeYaml } from '../documents/write-yaml.ts';
import { type Edition, type Ledger, type LedgerMark, markOf } from '../plan/fold.ts';
import type { PlanRecords } from '../plan/plan.ts';
import { type FileFormat, fileFormats } from '../query.ts';

export { type FileFormat, fileFormats };

export interface MadeFile {
  /** Safe in a path and a header: a-z, 0-9, hyphens and a dot. */
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

const types: Readonly<Record<FileFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  yaml: 'application/zip',
  csv: 'application/zip',
  json: 'application/json; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
};

/** Archives of several files end in what an archive ends in. */
const endings: Readonly<Record<FileFormat, string>> = {
  xlsx: 'xlsx',
  yaml: 'yaml.zip',
  csv: 'csv.zip',
  json: 'json',
  ics: 'ics',
  md: 'md',
};

/** The records of the plan, those called off and those that a newer plan replaces among the others as files have them. */
export function recordsOf({ plan }: Pick<Edition, 'plan'>): PlanRecords {
  const { meetings, occasions, hostings, replacedHostings, cancelled } = plan;
  return {
    ...plan,
    meetings: [...meetings, ...cancelled.meetings],
    occasions: [...occasions, ...cancelled.occasions],
    hostings: [...hostings, ...replacedHostings],
  };
}

/** The records at a place in a ledger, for a file that was made there. */
export function earlierIn(atMark: (mark: LedgerMark) => Edition | null): Earlier {
  return (made) => {
    const edition = atMark(made);
    return edition && recordsOf(edition);
  };
}

/** The whole plan as a file; the same plan gives the same content. */
export async function exported(ledger: Ledger, format: FileFormat): Promise<MadeFile> {
  const plan = recordsOf(ledger.edition);
  const name = `plan-${plan.documents.map(({ year }) => year).join('-')}-${ledger.edition.version}.${endings[format]}`;
  return { name, type: types[format], bytes: await content(ledger, plan, format) };
}

async function content(ledger: Ledger, plan: PlanRecords, format: FileFormat): Promise<Uint8Array> {
  switch (format) {
    case 'xlsx': {
      const { writeWorkbook } = await import('../documents/write-workbook.ts');
      const title = plan.documents.map((document) => document.title.sv).join(', ');
      return writeWorkbook(plan, recordsByKind(plan), { ...markOf(ledger), title });
    }
    case 'yaml':
      return zipped(writeYaml(plan));
    case 'csv':
      return zipped(writeCsv(plan));
    case 'json':
      return strToU8(jsonOf(plan));
    case 'ics': {
      const shown = { selections: [{ kind: 'everything' as const }], withActivities: true, locale: 'sv' as const };
      return strToU8(writeCalendar(calendarOf(ledger, shown, null, null)));
    }
    case 'md':
      return strToU8(writeMarkdown(plan));
  }
}

/** The records alone: what a plan has of indexes is no data. */
export function jsonOf(plan: PlanRecords): string {
  const records = { ...recordsByKind(plan), region: plan.region, deadlines: plan.deadlines };
  return `${JSON.stringify(records, null, 2)}\n`;
}

function zipped(files: readonly { readonly name: string; readonly text: string }[]): Uint8Array {
  const entries = files.map(({ name, text }) => [name, strToU8(text)] as const);
  // The time is part of an archive, and the same plan is to give the same bytes.
  return zipSync(Object.fromEntries(entries), { mtime: '1980-01-01T00:00:00' });
}

/** The workbook to fill in for a year; the one after the newest plan where none is named. */
export async function template(ledger: Ledger, year: number | null): Promise<MadeFile> {
  const plan = recordsOf(ledger.edition);
  const wanted = year ?? nextYear(plan);
  const { writeWorkbook } = await import('../documents/write-workbook.ts');
  const title = `${plan.region.cooperation.sv}: mall för planen ${wanted}`;
  const bytes = await writeWorkbook(plan, templateFor(plan, wanted), { ...markOf(ledger), title });
  return { name: `mall-${wanted}.xlsx`, type: types.xlsx, bytes };
}
