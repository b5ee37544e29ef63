// The rows of a workbook as a file of records: names become ids, new rows get theirs, and positions are cells.
import type { PlanRecords } from '../plan/plan.ts';
import { type CellValue, readCell } from './cells.ts';
import { makeNames, type Named, type Names } from './names.ts';
import type { Problem } from './problem.ts';
import type { Path, Position, RecordFile } from './record-file.ts';
import type { Fields, Kind } from './records.ts';
import { type Filling, filled, isBlank, nested, newId } from './row-records.ts';
import { columnAt } from './rows.ts';
import { cellName } from './sheet-cells.ts';
import { type Column, type SheetShape, sheets } from './sheets.ts';
import { namedRecords, recordsByKind } from './workbook-records.ts';

/** A row that is not empty. */
export interface Row {
  readonly shape: SheetShape;
  /** By their places in the sheet; undefined where the heading is empty. */
  readonly columns: readonly (Column | undefined)[];
  /** From 0, the heading's row among them. */
  readonly row: number;
  readonly cells: readonly CellValue[];
}

/** The kinds whose records are referred to by name. */
const referred: readonly Kind[] = [
  'region',
  'documents',
  'municipalities',
  'groups',
  'people',
  'conferences',
  'areas',
  'goals',
  'objectives',
];

/** Kinds that share their ids. */
const idSpaces: readonly (readonly Kind[])[] = [
  ['region', 'municipalities', 'groups', 'people'],
  ['meetings', 'occasions'],
];

/** @param known the plan whose records the rows may name */
export function workbookFile(file: string, rows: readonly Row[], known: PlanRecords | null): RecordFile {
  const there = known ? namedRecords(recordsByKind(known)) : [];
  const takeId = idTaker(rows, there);
  const given = new Map<Row, string>();
  const names = makeNames([...there, ...namedRows(rows, makeNames(there), takeId, given)]);
  const problems: Problem[] = [];
  const documents = rows.flatMap((row): Filling['documents'][number][] => {
    if (row.shape.kind !== 'documents') return [];
    const { id, year } = readRow(row, names, null);
    return [{ id: given.get(row) ?? String(id), year }];
  });
  // A workbook that names no document goes on with the newest one that there is.
  const filling: Filling = { documents: documents.length > 0 ? documents : (known?.documents ?? []) };
  const placed = new Map<Kind, Row[]>();
  const lists = new Map<Kind, Fields[]>();
  for (const row of rows) {
    const { kind } = row.shape;
    const fields = filled(
      row.shape,
      readRow(row, names, (problem) => problems.push({ file, ...problem })),
      filling,
    );
    const id = fields.id ?? given.get(row) ?? takeId(kind, fields);
    listIn(lists, kind).push(id === undefined ? fields : { ...fields, id });
    listIn(placed, kind).push(row);
  }
  const value = Object.fromEntries([...lists].map(([kind, list]) => [kind, kind === 'region' ? list[0] : list]));
  const cellOf = (path: Path): Position & { readonly column: number } => place(placed, path);
  return {
    file,
    value,
    problems,
    position: cellOf,
    keyPosition: cellOf,
    heading: (path) => columnOf(placed, path)?.heading,
    names,
  };
}

function listIn<Item>(lists: Map<Kind, Item[]>, kind: Kind): Item[] {
  const list = lists.get(kind) ?? [];
  lists.set(kind, list);
  return list;
}

type Tell = (problem: Omit<Problem, 'file'>) => void;

/** The cells of a row by their columns' paths. What cannot be read is told of, and left out. */
function readRow({ shape, columns, row, cells }: Row, names: Names, tell: Tell | null): Fields {
  const values = columns.flatMap((column, index): [Path, unknown][] => {
    const cell = cells[index];
    if (column === undefined || cell === undefined || isBlank(cell)) return [];
    const reading = readCell(column.type, column.heading, cell, names);
    if ('value' in reading) return [[column.path, reading.value]];
    const at = { line: row + 1, column: index + 1, cell: cellName(shape.title, row, index) };
    tell?.({ ...at, path: '', ...reading.wrong });
    return [];
  });
  return nested(values);
}

// === Ids

/** The records that are referred to, as their rows name them; a row without an id is the record that has its name. */
function namedRows(
  rows: readonly Row[],
  known: Names,
  takeId: (kind: Kind, fields: Fields) => string | undefined,
  given: Map<Row, string>,
): Named[] {
  return rows.flatMap((row): Named[] => {
    const { kind } = row.shape;
    if (!referred.includes(kind)) return [];
    const fields = readRow(row, known, null);
    if (fields.id !== undefined) return [{ kind, fields }];
    const id = namesake(kind, fields, known) ?? takeId(kind, fields);
    if (id === undefined) return [];
    given.set(row, id);
    return [{ kind, fields: { ...fields, id } }];
  });
}

function namesake(kind: Kind, { name, title }: Fields, known: Names): string | undefined {
  const text = [name, title].map((one) => (typeof one === 'object' && one !== null ? Reflect.get(one, 'sv') : one));
  const written = text.find((one) => typeof one === 'string');
  return typeof written === 'string' ? known.idOf([kind], written) : undefined;
}

/** Makes ids that nobody has, in the plan or in the file. */
function idTaker(rows: readonly Row[], there: readonly Named[]): (kind: Kind, fields: Fields) => string | undefined {
  const space = (kind: Kind): string => idSpaces.find((kinds) => kinds.includes(kind))?.join() ?? kind;
  const taken = new Set<string>();
  for (const { kind, fields } of there) taken.add(`${space(kind)} ${String(fields.id)}`);
  for (const { shape, columns, cells } of rows) {
    const id = cells[columns.findIndex((column) => column?.path.join() === 'id')];
    if (typeof id === 'string') taken.add(`${space(shape.kind)} ${id}`);
  }
  return (kind, fields) => {
    const wanted = newId(kind, fields);
    if (wanted === undefined) return undefined;
    for (let count = 1; ; count += 1) {
      const id = count === 1 ? wanted : `${wanted}-${count}`;
      const key = `${space(kind)} ${id}`;
      if (taken.has(key)) continue;
      taken.add(key);
      return id;
    }
  };
}

// === Places

function rowAt(placed: ReadonlyMap<Kind, readonly Row[]>, path: Path): Row | undefined {
  const [kind, index] = path;
  const shape = sheets.find((one) => one.kind === kind);
  return shape && placed.get(shape.kind)?.[shape.kind === 'region' ? 0 : Number(index ?? 0)];
}

function fieldPath([kind, , ...rest]: Path, path: Path): Path {
  return kind === 'region' ? path.slice(1) : rest;
}

function columnOf(placed: ReadonlyMap<Kind, readonly Row[]>, path: Path): Column | undefined {
  const row = rowAt(placed, path);
  const field = fieldPath(path, path);
  if (!row || field.length === 0) return undefined;
  return row.columns[columnAt(row.columns, field)] ?? row.shape.columns[columnAt(row.shape.columns, field)];
}

function place(placed: ReadonlyMap<Kind, readonly Row[]>, path: Path): Position {
  const row = rowAt(placed, path);
  if (!row) return { line: 1, column: 1 };
  const column = columnAt(row.columns, fieldPath(path, path));
  return { line: row.row + 1, column: column + 1, cell: cellName(row.shape.title, row.row, Math.max(column, 0)) };
}
