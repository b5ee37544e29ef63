// A sheet's rows as records: cells read by their columns, and what a secretary need not write filled in.
import { type CellValue, none } from './cells.ts';
import { plain } from './names.ts';
import { type Fields, isFields, type Kind } from './records.ts';
import type { SheetShape } from './sheets.ts';

/** What is filled in from. */
export interface Filling {
  /** Those that the workbook is for. */
  readonly documents: readonly { readonly id: string; readonly year: unknown }[];
}

/** Whether a cell has nothing in it. */
export function isBlank(cell: CellValue | undefined): boolean {
  return cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '');
}

/** The fields of a row, nested by the paths of its columns. */
export function nested(values: readonly (readonly [path: readonly PropertyKey[], value: unknown])[]): Fields {
  const fields: Record<string, unknown> = {};
  for (const [path, value] of values) put(fields, path, value);
  return fields;
}

function put(target: Record<PropertyKey, unknown> | unknown[], path: readonly PropertyKey[], value: unknown): void {
  const [key, ...rest] = path;
  if (key === undefined) return;
  const next = rest[0];
  if (next === undefined) {
    Reflect.set(target, key, value);
    return;
  }
  const inner: unknown = Reflect.get(target, key) ?? (typeof next === 'number' ? [] : {});
  Reflect.set(target, key, inner);
  if (typeof inner === 'object' && inner !== null) put(inner as Record<PropertyKey, unknown>, rest, value);
}

/** The record that a row stands for, but for its id. */
export function filled(shape: SheetShape, row: Fields, filling: Filling): Fields {
  const { kind, fixed, columns } = shape;
  const fields: Fields = { ...dense(row), ...fixed };
  const year = yearOf(fields);
  const document = documentFor(year, filling);
  const isYearly = columns.some(({ path }) => path[0] === 'year') && kind !== 'documents';
  const isSourced = columns.some(({ path }) => path[0] === 'source');
  return {
    ...fields,
    ...(isYearly && fields.year === undefined && document ? { year: document.year } : {}),
    ...(isSourced ? { source: sourceOf(fields.source, shape, document?.id) } : {}),
    ...(kind === 'activities' ? { responsible: fields.responsible ?? [] } : {}),
    ...(isFields(fields.place) ? { place: placeOf(fields.place) } : {}),
    ...(isFields(fields.hours) && fields.hours.start === none ? { hours: none } : {}),
    ...(isFields(fields.schedule) ? { schedule: scheduleOf(fields.schedule, document?.year) } : {}),
    ...(isFields(fields.cost) ? { cost: costOf(fields.cost) } : {}),
    ...(isFields(fields.status) ? { status: { comment: null, ...fields.status } } : {}),
  };
}

/** Repeated columns may be left empty before others that are not. */
function dense(row: Fields): Fields {
  const entries = Object.entries(row).map(([key, value]) => [
    key,
    Array.isArray(value) ? value.filter((item) => item !== undefined) : value,
  ]);
  return Object.fromEntries(entries);
}

/** The year that a row is plainly about. */
function yearOf({ from, year, schedule }: Fields): number | undefined {
  if (typeof year === 'number') return year;
  const day = typeof from === 'string' ? from : isFields(schedule) ? schedule.from : undefined;
  const [, found] = /^(\d{4})-\d{2}/.exec(String(day ?? '')) ?? [];
  return found === undefined ? undefined : Number(found);
}

/** Of several documents the one for the row's year, else the newest. */
function documentFor(year: number | undefined, { documents }: Filling): Filling['documents'][number] | undefined {
  return documents.find((document) => document.year === year) ?? documents.toSorted(byYear).at(-1);
}

const byYear = (a: { readonly year: unknown }, b: { readonly year: unknown }): number =>
  Number(a.year) - Number(b.year);

function sourceOf(source: unknown, { title }: SheetShape, document: string | undefined): unknown {
  const own = isFields(source) ? source : {};
  if (own.place === none) return none;
  return { document, place: title, ...own };
}

function placeOf({ name, municipality }: Fields): unknown {
  if (municipality === undefined) return name;
  if (municipality === none) return { name };
  return { name: name ?? municipality, municipality };
}

const kronor = new Intl.NumberFormat('sv');

function costOf({ amount, wording }: Fields): Fields {
  const said = typeof amount === 'number' ? `${kronor.format(amount)} kr` : amount;
  return { amount, wording: wording ?? (said === undefined ? undefined : String(said)) };
}

const dayAndMonth = new Intl.DateTimeFormat('sv', { day: 'numeric', month: 'long', timeZone: 'UTC' });
const monthOnly = new Intl.DateTimeFormat('sv', { month: 'long', timeZone: 'UTC' });
const seasonWords: Readonly<Record<string, string>> = {
  spring: 'våren',
  summer: 'sommaren',
  autumn: 'hösten',
  winter: 'vintern',
};

/** What was filled in tells what kind of schedule it is, where its kind was not. */
function scheduleOf(row: Fields, year: unknown): Fields | undefined {
  const kind = row.kind ?? kindOf(row);
  const { from, to, months, season, lunchToLunch } = row;
  const wording = row.wording ?? wordingOf({ ...row, kind });
  switch (kind) {
    case 'date':
      return { kind, date: from, wording };
    case 'range':
      return { kind, from, to, wording, ...(lunchToLunch === undefined ? {} : { lunchToLunch }) };
    case 'months':
      return { kind, months, wording, year: row.year ?? year };
    case 'season':
      return { kind, season, wording, year: row.year ?? year };
    case 'ongoing':
    case 'as-needed':
      return { kind, wording };
    case undefined:
      return undefined;
    default:
      return row;
  }
}

function kindOf({ from, to, months, season, wording }: Fields): string | undefined {
  if (from !== undefined) return to === undefined ? 'date' : 'range';
  if (months !== undefined) return 'months';
  if (season !== undefined) return 'season';
  const words = String(wording ?? '').toLowerCase();
  return words === 'löpande' ? 'ongoing' : words === 'vid behov' ? 'as-needed' : undefined;
}

function wordingOf({ kind, from, to, months, season }: Fields): string | undefined {
  const said = (format: Intl.DateTimeFormat, day: unknown): string => {
    const date = new Date(`${String(day)}T00:00Z`);
    return Number.isNaN(date.getTime()) ? String(day) : format.format(date);
  };
  switch (kind) {
    case 'date':
      return from === undefined ? undefined : said(dayAndMonth, from);
    case 'range':
      return `${said(dayAndMonth, from)}–${said(dayAndMonth, to)}`;
    case 'months':
      return Array.isArray(months)
        ? months.map((month) => said(monthOnly, `2020-${String(month).padStart(2, '0')}-01`)).join(', ')
        : undefined;
    case 'season':
      return seasonWords[String(season)];
    case 'ongoing':
      return 'löpande';
    case 'as-needed':
      return 'vid behov';
    default:
      return undefined;
  }
}

// === Ids for new rows

const longestId = 48;

/** @example slug('Åtgärder för vatten & luft') // 'atgarder-for-vatten-luft' */
export function slug(text: string): string {
  const ascii = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const words = ascii.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '');
  return words.slice(0, longestId).replace(/-+$/, '');
}

/** What a row without an id is to be called; undefined for kinds that have none. */
export function newId(kind: Kind, fields: Fields): string | undefined {
  switch (kind) {
    case 'meetings':
      return slug(`${String(fields.group ?? 'mote')} ${String(fields.from ?? '')}`);
    case 'occasions':
      return slug(`${String(fields.conference ?? 'konferens')} ${String(fields.year ?? '')}`);
    case 'budgetLines':
      return slug(`${plain(fields.title) ?? 'post'} ${String(fields.year ?? '')}`);
    case 'documents':
      return slug(plain(fields.title) ?? 'plan');
    case 'roles':
    case 'hostings':
    case 'budgetTotals':
    case 'fees':
    case 'region':
      return undefined;
    default: {
      const name = [fields.short, fields.name, fields.title].map(plain).find((text) => text !== undefined);
      return slug(name ?? kind) || slug(kind);
    }
  }
}
