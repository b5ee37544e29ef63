// A plan as a workbook that explains itself: a sheet a kind, drop-downs for what is known, real dates and times.
import { type Cell, type CellStyle, type DataValidation, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { LedgerMark } from '../plan/fold.ts';
import type { PlanRecords } from '../plan/plan.ts';
import { type CellValue, partyKinds } from './cells.ts';
import { markText } from './ledger-mark.ts';
import { makeNames, type Names } from './names.ts';
import type { Fields } from './records.ts';
import { columnsFor, rowOf } from './rows.ts';
import { letters } from './sheet-cells.ts';
import { type CellType, type Column, type SheetShape, sheets } from './sheets.ts';
import { namedRecords, recordsByKind, type WorkbookRecords } from './workbook-records.ts';
import { writingOf } from './written.ts';

export const guideTitle = 'Läs mig';
export const listsTitle = 'Listor';

/** Rows below the last record that have drop-downs too. */
const spareRows = 300;
/** Excel shows so many characters of a hint. */
const longestHint = 250;

const headingStyle: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DDEBF7' } },
  alignment: { wrapText: true, vertical: 'top' },
};
const neededStyle: CellStyle = {
  ...headingStyle,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFE699' } },
};

/** The place in the ledger that a workbook was made at, for whoever reads it back. */
export interface Made extends LedgerMark {
  /** What the guide begins with. */
  readonly title: string;
}

/**
 * A workbook of the records.
 *
 * @param plan what names and usual hours are looked up in
 */
export async function writeWorkbook(plan: PlanRecords, records: WorkbookRecords, made: Made): Promise<Uint8Array> {
  const names = makeNames(namedRecords(recordsByKind(plan)));
  const lists = listsOf(names);
  const writing = writingOf(plan, null);
  const filled = sheets.map((shape): WriteSheet => {
    const own = records[shape.kind]
      .map((record): Fields => ({ ...record }))
      .filter((one) => shape.holds?.(one) ?? true);
    const columns = columnsFor(shape, own);
    const rows = own.map((record) => rowOf(shape, columns, record, writing, names));
    return sheetOf(shape, columns, rows, lists);
  });
  return writeXlsx({
    sheets: [guide(made), ...filled, listsSheet(lists)],
    properties: { title: made.title, keywords: markText(made) },
    stringMode: 'inline',
  });
}

function sheetOf(
  shape: SheetShape,
  columns: readonly Column[],
  rows: readonly CellValue[][],
  lists: readonly List[],
): WriteSheet {
  const head = new Map<string, Partial<Cell>>(
    columns.map(({ heading, isNeeded }, index) => [
      `0,${index}`,
      { value: heading, style: isNeeded ? neededStyle : headingStyle },
    ]),
  );
  const last = rows.length + 1 + spareRows;
  return {
    name: shape.title,
    columns: columns.map(({ width, type }) => ({ width, ...(formatOf(type) ? { numFmt: formatOf(type) ?? '' } : {}) })),
    rows: [columns.map(({ heading }) => heading), ...rows.map((row) => row.map(safe))],
    cells: head,
    freezePane: { rows: 1 },
    dataValidations: columns.map((column, index) => validationOf(column, index, last, lists)),
  };
}

function formatOf(type: CellType): string | null {
  switch (type.kind) {
    case 'date':
      return 'yyyy-mm-dd';
    case 'time':
      return 'hh:mm';
    case 'whole':
      return '0';
    default:
      return null;
  }
}

/** A cell's help, and what may be chosen in it; other values are warned of, and looked at when the file is read. */
function validationOf(column: Column, index: number, last: number, lists: readonly List[]): DataValidation {
  const range = `${letters(index)}2:${letters(index)}${last}`;
  const { heading, help, isNeeded, type } = column;
  const common = {
    range,
    allowBlank: true,
    showInputMessage: true,
    inputTitle: heading.slice(0, 32),
    inputMessage: `${help}${isNeeded ? ' Måste fyllas i.' : ''}`.slice(0, longestHint),
    showErrorMessage: true,
    errorStyle: 'warning' as const,
    errorTitle: heading.slice(0, 32),
  };
  const list = lists.find(({ of }) => of === listName(type));
  if (list && list.items.length > 0) {
    return {
      ...common,
      type: 'list',
      formula1: `'${listsTitle}'!$${list.column}$2:$${list.column}$${list.items.length + 1}`,
      errorMessage: 'Värdet finns inte i listan. Välj ett i listan, om du inte lägger till det på sitt blad.',
    };
  }
  if (type.kind === 'date') {
    const message = 'Skriv ett datum, till exempel 2020-02-03.';
    return { ...common, type: 'date', operator: 'greaterThan', formula1: '1', errorMessage: message };
  }
  // Anything goes; the help is shown.
  return { ...common, type: 'custom', formula1: 'TRUE' };
}

// === The lists behind the drop-downs

interface List {
  readonly of: string;
  readonly items: readonly string[];
  readonly column: string;
}

/** Cells of several cannot have a drop-down. */
function listName(type: CellType): string | null {
  switch (type.kind) {
    case 'choice':
      return Object.values(type.words).join(' ');
    case 'ref':
      return type.to;
    case 'yes':
      return 'yes';
    case 'parties':
      return null;
    default:
      return null;
  }
}

function listsOf(names: Names): List[] {
  const columns = sheets.flatMap((shape) => columnsFor(shape, []));
  const byName = new Map<string, { readonly heading: string; readonly items: readonly string[] }>();
  for (const { type, heading } of columns) {
    const name = listName(type);
    if (name !== null && !byName.has(name)) byName.set(name, { heading, items: itemsOf(type, names) });
  }
  byName.set('parties', { heading: 'Ansvariga', items: names.all(partyKinds) });
  return [...byName].map(([of, { items }], index) => ({ of, items, column: letters(index) }));
}

function itemsOf(type: CellType, names: Names): readonly string[] {
  switch (type.kind) {
    case 'choice':
      return Object.values(type.words);
    case 'ref':
      return names.all([type.to]);
    case 'yes':
      return ['ja'];
    default:
      return [];
  }
}

function listsSheet(lists: readonly List[]): WriteSheet {
  const longest = Math.max(...lists.map(({ items }) => items.length));
  const titles = lists.map(
    ({ of }) => sheets.find(({ kind }) => kind === of)?.title ?? (of === 'parties' ? 'Ansvariga' : ''),
  );
  const rows = Array.from({ length: longest }, (_, row) => lists.map(({ items }) => safe(items[row] ?? null)));
  return {
    name: listsTitle,
    rows: [titles, ...rows],
    columns: lists.map(() => ({ width: 24 })),
    freezePane: { rows: 1 },
  };
}

// === The guide

const guideLines: readonly string[] = [
  'Så här gör du',
  '1. Fyll i ett blad i taget. Gula rubriker måste fyllas i; tomma celler betyder att planen inte säger något.',
  '2. Ställ markören i en cell så visas vad den är till för. Pilen till höger visar det som boten redan känner till.',
  '3. Skriv datum som datum (2020-02-03) och tider som tider (08:30). Flera i samma cell skiljs åt med semikolon.',
  '4. Lämna Id tomt på nya rader. Rader som redan har ett id behåller det, också när de flyttas eller byter namn.',
  '5. Spara som .xlsx och skicka filen till boten i en personlig chatt, eller kör: npm run plan -- import fil.xlsx',
  '6. Boten visar alla fel med blad och cell, eller vad som läggs till, flyttas, ändras och tas bort. Inget ändras förrän du svarar ja, och allt kan ångras.',
  'Det som står i filens dokument (bladet Dokument) är hela årets plan: det som saknas i filen tas bort ur det årets plan. Andra år rörs inte.',
];

function guide({ title, version }: Made): WriteSheet {
  const about = sheets.map(({ title: sheet, about: what }) => [sheet, what]);
  const rows: CellValue[][] = [
    [title, null],
    [`Gjord av boten vid ändring ${version}`, null],
    [],
    ...guideLines.map((line) => [line]),
    [],
    ['Blad', 'Innehåll'],
    ...about,
  ];
  const heads = [0, 3, rows.length - about.length - 1];
  const cells = new Map<string, Partial<Cell>>(
    heads.map((row) => [`${row},0`, { value: rows[row]?.[0] ?? null, style: { font: { bold: true } } }]),
  );
  return { name: guideTitle, rows, cells, columns: [{ width: 28 }, { width: 80 }] };
}

// === What a workbook cannot hold as it is

/** Half a surrogate pair, and what reads like the escape for one, are escaped as the format has it. */
function safe(cell: CellValue): CellValue {
  if (typeof cell !== 'string') return cell;
  return cell
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(/\p{Cs}/gu, (half) => `_x${half.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
}
