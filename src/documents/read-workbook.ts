// A workbook as a file of records: its sheets found by their titles, its columns by their headings.
import { readXlsx, type Sheet, type Workbook } from 'hucre/xlsx';
import { folded } from '../plan/folded.ts';
import type { PlanRecords } from '../plan/plan.ts';
import type { CellValue } from './cells.ts';
import { type Explanation, suggest } from './explain.ts';
import { markIn } from './ledger-mark.ts';
import { nearest } from './nearest.ts';
import type { Problem, Said } from './problem.ts';
import type { RecordFile } from './record-file.ts';
import { isBlank } from './row-records.ts';
import { cellName, letters } from './sheet-cells.ts';
import { type Column, nth, type SheetShape, sheets } from './sheets.ts';
import { type Row, workbookFile } from './workbook-file.ts';
import { guideTitle, listsTitle } from './write-workbook.ts';
import { type ZipProblem, zipEntries } from './zip.ts';

/** A workbook that somebody sends is no larger than this, in bytes. */
export const largestWorkbook = 10 * 1024 * 1024;
const mostRows = 30_000;
const mostColumns = 150;
/** Somebody may have put a title above the headings. */
const mostTitleRows = 20;
/** More mistakes than this are one mistake. */
const mostProblems = 200;

/**
 * Reads a workbook.
 *
 * @param known the plan that its rows may refer to
 * @returns its problems where it cannot be read at all
 */
export async function readWorkbook(
  file: string,
  bytes: Uint8Array,
  known: PlanRecords | null,
): Promise<RecordFile | Problem[]> {
  const wrong = unreadable(bytes);
  if (wrong) return [fileProblem(file, wrong)];
  const found = await opened(bytes);
  if ('message' in found) return [fileProblem(file, found)];
  const read = new WorkbookReader(file, known).read(found.sheets);
  return Array.isArray(read) ? read : { ...read, made: markIn(found.properties?.keywords ?? '') ?? undefined };
}

function fileProblem(file: string, { message, hint }: Explanation): Problem {
  return { file, line: 1, column: 1, path: '', message, hint };
}

const saveAgain: Said = {
  sv: 'öppna den i Excel eller LibreOffice och spara den igen som .xlsx',
  en: 'open it in Excel or LibreOffice and save it again as .xlsx',
};

const archives: Readonly<Record<ZipProblem, Explanation>> = {
  'not-a-zip': {
    message: { sv: 'filen är ingen arbetsbok (.xlsx)', en: 'the file is no workbook (.xlsx)' },
    hint: saveAgain,
  },
  damaged: {
    message: { sv: 'filen är skadad eller avkortad', en: 'the file is damaged or cut short' },
    hint: saveAgain,
  },
  'too-big': {
    message: { sv: 'filen packar upp till mer än en plan kan vara', en: 'the file unpacks to more than a plan can be' },
    hint: {
      sv: 'ta bort bilder och blad som inte hör till planen',
      en: 'remove pictures and sheets that do not belong to the plan',
    },
  },
};

const nothing: Explanation = {
  message: { sv: 'bladen är tomma', en: 'the sheets are empty' },
  hint: { sv: 'fyll i dem under rubrikerna på första raden', en: 'fill them in below the headings in the first row' },
};

/** Why a file is not opened; null where it may be. Its contents are not unpacked for this. */
function unreadable(bytes: Uint8Array): Explanation | null {
  if (bytes.length > largestWorkbook) {
    const size = `${Math.ceil(bytes.length / 1024 / 1024)} MB`;
    return {
      message: { sv: `filen är för stor: ${size}`, en: `the file is too large: ${size}` },
      hint: { sv: 'högst 10 MB', en: 'at most 10 MB' },
    };
  }
  // The container that encrypted workbooks and those from before 2007 share.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0) {
    return {
      message: {
        sv: 'filen är skyddad med lösenord, eller sparad i ett gammalt format (.xls)',
        en: 'the file is protected by a password, or saved in an old format (.xls)',
      },
      hint: { sv: 'ta bort lösenordet och spara den som .xlsx', en: 'remove the password and save it as .xlsx' },
    };
  }
  const entries = zipEntries(bytes);
  if (typeof entries === 'string') return archives[entries];
  if (entries.some(({ name }) => /vbaproject|macrosheets|activex/i.test(name))) {
    return {
      message: { sv: 'filen innehåller makron', en: 'the file contains macros' },
      hint: {
        sv: 'spara den som en arbetsbok utan makron (.xlsx)',
        en: 'save it as a workbook without macros (.xlsx)',
      },
    };
  }
  return entries.some(({ name }) => name === 'xl/workbook.xml') ? null : archives['not-a-zip'];
}

async function opened(bytes: Uint8Array): Promise<Workbook | Explanation> {
  try {
    // A row and a column more than are allowed, to see whether something stands there.
    const range = `A1:${letters(mostColumns)}${mostRows + 2}`;
    return await readXlsx(bytes, { range });
  } catch (error) {
    // Whatever the library stumbles on is in the file; what it says helps whoever looks into it.
    const { message, hint } = archives.damaged;
    const reason = error instanceof Error ? error.message : String(error);
    return { message: { sv: `${message.sv}: ${reason}`, en: `${message.en}: ${reason}` }, hint };
  }
}

class WorkbookReader {
  readonly #file: string;
  readonly #known: PlanRecords | null;
  readonly #problems: Problem[] = [];
  readonly #remarks: Problem[] = [];

  constructor(file: string, known: PlanRecords | null) {
    this.#file = file;
    this.#known = known;
  }

  read(found: readonly Sheet[]): RecordFile | Problem[] {
    const rows = this.#find(found).flatMap(([shape, sheet]) => this.#rows(shape, sheet));
    if (rows.length === 0 && this.#problems.length === 0) return [fileProblem(this.#file, nothing)];
    if (this.#problems.length > 0) return this.#problems;
    return { ...workbookFile(this.#file, rows, this.#known), remarks: this.#remarks };
  }

  #problem(sheet: string, row: number, column: number, explanation: Explanation): void {
    if (this.#problems.length < mostProblems) this.#problems.push(this.#at(sheet, row, column, explanation));
  }

  #at(sheet: string, row: number, column: number, { message, hint }: Explanation): Problem {
    const cell = cellName(sheet, row, column);
    return { file: this.#file, line: row + 1, column: column + 1, cell, path: '', message, hint };
  }

  /** The sheets that hold records. Others are nobody's business, unless their title is a slip or they look like one. */
  #find(found: readonly Sheet[]): [SheetShape, Sheet][] {
    const titled = new Map(sheets.map((shape) => [folded(shape.title), shape]));
    const known = found.flatMap((sheet): [SheetShape, Sheet][] => {
      const shape = titled.get(folded(sheet.name));
      return shape ? [[shape, sheet]] : [];
    });
    const there = new Set(known.map(([shape]) => shape));
    for (const sheet of found) {
      const title = sheet.name.trim();
      if (titled.has(folded(title)) || [guideTitle, listsTitle].includes(title)) continue;
      const like = likeness(sheet);
      const meant =
        like ??
        sheets.find(
          (shape) =>
            shape.title ===
            nearest(
              title,
              sheets.map((one) => one.title),
            ),
        );
      if (meant) this.#strange(title, meant, like !== undefined && there.has(meant));
    }
    if (known.length > 0 || this.#problems.length > 0) return known;
    const names = sheets
      .slice(0, 7)
      .map(({ title }) => title)
      .join(', ');
    this.#problems.push(
      fileProblem(this.#file, {
        message: { sv: 'filen har inget av planens blad', en: 'the file has none of the sheets of a plan' },
        hint: {
          sv: `bladen heter ${names} …; börja från mallen`,
          en: `they are called ${names} …; begin with the template`,
        },
      }),
    );
    return [];
  }

  /** What stands in a sheet of another title would be left out; a copy beside the sheet that it is of is only told of. */
  #strange(title: string, { title: meant }: SheetShape, isCopy: boolean): void {
    if (isCopy) {
      const message = { sv: `bladet "${title}" läses inte`, en: `the sheet "${title}" is not read` };
      const hint = {
        sv: `flytta dess rader till "${meant}" om de hör till planen`,
        en: `move its rows to "${meant}" if they belong to the plan`,
      };
      this.#remarks.push(this.#at(title, 0, 0, { message, hint }));
      return;
    }
    const message = { sv: `bladet "${title}" är okänt`, en: `the sheet "${title}" is unknown` };
    const hint = { sv: `menade du "${meant}"?`, en: `did you mean "${meant}"?` };
    this.#problem(title, 0, 0, { message, hint });
  }

  #rows(shape: SheetShape, sheet: Sheet): Row[] {
    const { rows } = sheet;
    const [head = [], ...body] = rows;
    const filledIn = body
      .map((cells, index) => ({ cells, row: index + 1 }))
      .filter(({ cells }) => !cells.every(isBlank));
    if (filledIn.length === 0) return [];
    if (body.length > mostRows) {
      const message = { sv: `bladet har fler än ${mostRows} rader`, en: `the sheet has more than ${mostRows} rows` };
      this.#problem(shape.title, mostRows + 1, 0, { message, hint: { sv: 'dela upp filen', en: 'split the file' } });
    }
    const isHeaded = head.some((cell) => headingOf(shape, cell));
    const below = isHeaded ? 0 : rows.slice(0, mostTitleRows).findIndex((row) => isHead(shape, row));
    if (below > 0) {
      const message = {
        sv: `rubrikerna står på rad ${below + 1}, inte på första raden`,
        en: `the headings stand in row ${below + 1}, not in the first row`,
      };
      const hint = { sv: 'ta bort raderna ovanför dem', en: 'remove the rows above them' };
      this.#problem(shape.title, below, 0, { message, hint });
      return [];
    }
    this.#merged(shape, sheet);
    const columns = this.#columns(shape, head);
    return filledIn.flatMap(({ cells, row }) => this.#row(shape, columns, row, cells, head));
  }

  /** Of cells that are merged only the first has the value that all of them show. */
  #merged(shape: SheetShape, { rows, merges = [] }: Sheet): void {
    for (const { startRow, startCol, endRow, endCol } of merges) {
      if (endRow === 0 || isBlank(rows[startRow]?.[startCol])) continue;
      const last = `${letters(endCol)}${endRow + 1}`;
      const message = { sv: `cellerna till ${last} är sammanfogade`, en: `the cells to ${last} are merged` };
      const hint = {
        sv: 'dela dem, och skriv värdet i var och en som ska ha det',
        en: 'split them, and write the value into each that is to have it',
      };
      this.#problem(shape.title, startRow, startCol, { message, hint });
    }
  }

  /** A column for each cell of the heading; undefined where it is empty. */
  #columns(shape: SheetShape, head: readonly CellValue[]): (Column | undefined)[] {
    const known = headings.get(shape);
    const seen = new Set<Column>();
    const columns = head.map((cell, index) => {
      const heading = String(cell ?? '').trim();
      if (heading === '') return undefined;
      const found = known?.get(folded(heading));
      if (!found) {
        const message = { sv: `rubriken "${heading}" är okänd`, en: `the heading "${heading}" is unknown` };
        const hint = suggest(
          heading,
          shape.columns.map((one) => one.heading),
        );
        this.#problem(shape.title, 0, index, { message, hint });
      } else if (seen.has(found)) {
        const message = { sv: `rubriken "${heading}" finns två gånger`, en: `the heading "${heading}" is there twice` };
        this.#problem(shape.title, 0, index, { message, hint: { sv: 'behåll en av dem', en: 'keep one of them' } });
      } else seen.add(found);
      return found;
    });
    for (const one of shape.columns) {
      if (!one.isNeeded || seen.has(one)) continue;
      const message = { sv: `kolumnen "${one.heading}" saknas`, en: `the column "${one.heading}" is missing` };
      const hint = { sv: 'lägg till rubriken på första raden', en: 'add the heading in the first row' };
      this.#problem(shape.title, 0, 0, { message, hint });
    }
    return columns;
  }

  #row(
    shape: SheetShape,
    columns: readonly (Column | undefined)[],
    row: number,
    cells: readonly CellValue[],
    head: readonly CellValue[],
  ): Row[] {
    const beyond = cells.findIndex((cell, index) => isBlank(head[index]) && !isBlank(cell));
    if (beyond >= 0) {
      const message = { sv: 'cellen har ingen rubrik över sig', en: 'the cell has no heading above it' };
      const hint = { sv: 'skriv en rubrik, eller töm cellen', en: 'write a heading, or empty the cell' };
      this.#problem(shape.title, row, beyond, { message, hint });
    }
    return [{ shape, columns, row, cells }];
  }
}

// === Headings

/** All headings that a sheet may have, folded, with their columns. */
const headings: ReadonlyMap<SheetShape, ReadonlyMap<string, Column>> = new Map(
  sheets.map((shape) => [shape, new Map(columnsOf(shape).map((one) => [folded(one.heading), one]))]),
);

function columnsOf({ columns, repeated }: SheetShape): Column[] {
  const times = Array.from({ length: mostColumns }, (_, index) => index);
  return [...columns, ...repeated.flatMap((group) => times.flatMap((index) => nth(group, index)))];
}

function headingOf(shape: SheetShape, cell: CellValue | undefined): Column | undefined {
  return typeof cell === 'string' ? headings.get(shape)?.get(folded(cell)) : undefined;
}

/** Whether a row has all the headings that a sheet needs. */
function isHead(shape: SheetShape, row: readonly CellValue[]): boolean {
  const found = new Set(row.map((cell) => headingOf(shape, cell)));
  return shape.columns.every((one) => !one.isNeeded || found.has(one));
}

/** Fewer headings than these may be those of anybody's own list. */
const leastAlike = 4;

/** The sheet whose headings an unknown one has, where something stands below them. */
function likeness({ rows: [head = [], ...body] }: Sheet): SheetShape | undefined {
  if (body.every((row) => row.every(isBlank))) return undefined;
  const alike = (shape: SheetShape): number => head.filter((cell) => headingOf(shape, cell) !== undefined).length;
  const [best] = sheets.filter((shape) => isHead(shape, head)).toSorted((a, b) => alike(b) - alike(a));
  return best && alike(best) >= leastAlike ? best : undefined;
}
