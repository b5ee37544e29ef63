// Records as the rows of their sheet: which columns a sheet has, and what stands in each cell.
import { folded } from '../plan/folded.ts';
import { type CellValue, none, writeCell } from './cells.ts';
import type { Names } from './names.ts';
import type { Path } from './record-file.ts';
import { type Fields, isFields, valueAt } from './records.ts';
import { type Column, nth, type SheetShape } from './sheets.ts';
import type { Writing } from './written.ts';

/** The columns of a sheet that must hold some records, the repeated ones as often as one of them needs. */
export function columnsFor(shape: SheetShape, records: readonly Fields[]): Column[] {
  const repeated = shape.repeated.flatMap((group) => {
    const most = records.reduce((length, record) => Math.max(length, lengthAt(record, group.path)), group.least);
    return Array.from({ length: most }, (_, index) => nth(group, index)).flat();
  });
  return [...shape.columns, ...repeated];
}

function lengthAt(record: Fields, path: string): number {
  const list = valueAt(record, [path]);
  return Array.isArray(list) ? list.length : 0;
}

/** The cells of a record, in the order of the columns. */
export function rowOf(
  shape: SheetShape,
  columns: readonly Column[],
  record: object,
  writing: Writing,
  names: Names,
): CellValue[] {
  const fields = asRow(shape, { ...record }, writing);
  return columns.map(({ path, type }) => writeCell(type, valueAt(fields, path), names));
}

/** A record's fields where its sheet has columns for them. */
function asRow({ kind }: SheetShape, fields: Fields, writing: Writing): Fields {
  const { schedule, place, source, responsible } = fields;
  return {
    ...fields,
    ...(isFields(schedule) ? { schedule: scheduleRow(schedule) } : {}),
    ...(isFields(place) ? { place: placeRow(place, writing) } : {}),
    ...(source === null ? { source: { place: none } } : {}),
    ...(Array.isArray(responsible) ? { responsible: responsible.map((party) => partyId(party, writing)) } : {}),
    ...(kind === 'meetings' ? meetingRow(fields, writing) : {}),
    ...(kind === 'objectives' && fields.goal !== null ? { area: null } : {}),
  };
}

function scheduleRow(schedule: Fields): Fields {
  if (schedule.kind === 'unspecified') return {};
  return schedule.kind === 'date' ? { ...schedule, from: schedule.date } : schedule;
}

function placeRow({ name, municipality }: Fields, { places }: Writing): Fields {
  if (municipality === null) return { name, municipality: none };
  return places.get(folded(String(name))) === municipality ? { name } : { name, municipality };
}

function partyId(party: unknown, { region }: Writing): unknown {
  return isFields(party) && party.kind === 'region' ? region : valueAt(party, ['id']);
}

function meetingRow({ from, to, hours, kind, group }: Fields, { usual }: Writing): Fields {
  const isUntimed = hours === null && kind === 'meeting' && usual.has(String(group));
  return {
    ...(to === from ? { to: null } : {}),
    ...(kind === 'meeting' ? { kind: null } : {}),
    ...(isUntimed ? { hours: { start: none } } : {}),
  };
}

/** The place of the column that holds a field, or of the nearest around it. */
export function columnAt(columns: readonly (Column | undefined)[], path: Path): number {
  const field = path[0] === 'schedule' && path[1] === 'date' ? ['schedule', 'from'] : path;
  const isWithin = (outer: Path, inner: Path): boolean =>
    outer.length <= inner.length && outer.every((key, index) => String(key) === String(inner[index]));
  const exact = columns.findIndex((column) => column && isWithin(column.path, field));
  if (exact >= 0) return exact;
  for (let length = field.length; length > 0; length -= 1) {
    const near = columns.findIndex((column) => column && isWithin(field.slice(0, length), column.path));
    if (near >= 0) return near;
  }
  return 0;
}
