// What stands in a cell, and the value that it is written for: both ways.
import { folded } from '../plan/folded.ts';
import { type Explanation, suggest } from './explain.ts';
import type { Names } from './names.ts';
import { nearest } from './nearest.ts';
import type { Kind } from './records.ts';
import type { CellType } from './sheets.ts';

export type CellValue = string | number | boolean | Date | null;

/** A value that nobody has, written so that it is not taken for one that was forgotten. */
export const none = '-';

export const partyKinds: readonly Kind[] = ['municipalities', 'groups', 'people', 'region'];

export type CellReading = { readonly value: unknown } | { readonly wrong: Explanation };

const dayMs = 86_400_000;
/** Day 0 of a spreadsheet's calendar, as all since 1 March 1900 count. */
const epochMs = Date.UTC(1899, 11, 30);
/** Numbers that are days of 1980 to 2100. */
const firstDay = 29_221;
const lastDay = 73_415;

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** A cell as text, as its reader sees it. */
export function shown(cell: CellValue): string {
  if (cell === null) return '';
  if (cell instanceof Date) return isTime(cell) ? clock(cell.getTime() - epochMs) : isoDay(cell);
  return String(cell);
}

function isTime(date: Date): boolean {
  return date.getTime() >= epochMs && date.getTime() < epochMs + dayMs;
}

/** Milliseconds into a day as "08:30", to the nearest minute. */
function clock(ms: number): string {
  const minutes = Math.round(ms / 60_000) % (24 * 60);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

// === Reading

/** The value of a cell that is not empty; what is not understood of other records is left as it was written. */
export function readCell(type: CellType, heading: string, cell: CellValue, names: Names): CellReading {
  switch (type.kind) {
    case 'text':
      return { value: shown(cell) };
    case 'whole':
    case 'number':
      return { value: readNumber(cell) };
    case 'yes':
      return readYes(heading, cell);
    case 'date':
      return readDate(heading, cell);
    case 'time':
      return readTime(heading, cell);
    case 'term':
      return { value: shown(cell).trim() };
    case 'choice':
      return readChoice(type, heading, shown(cell).trim());
    case 'ref':
      return { value: shown(cell).trim() === none ? none : idOf([type.to], shown(cell), names) };
    case 'refs':
      return { value: several(shown(cell), [type.to], names).map((item) => idOf([type.to], item, names)) };
    case 'parties':
      return { value: several(shown(cell), partyKinds, names).map((item) => idOf(partyKinds, item, names)) };
    case 'texts':
      return { value: listed(shown(cell)) };
    case 'months':
      return {
        value: shown(cell)
          .split(/[;,\s]+/)
          .filter(Boolean)
          .map(readNumber),
      };
  }
}

function idOf(kinds: readonly Kind[], written: string, names: Names): string {
  return names.idOf(kinds, written) ?? written.trim();
}

/** "25 000" as people group it, and "25 000 kr" as they say it of amounts in kronor; a text that is no number stays one. */
function readNumber(cell: CellValue): CellValue {
  if (typeof cell !== 'string') return cell;
  const written = cell.replaceAll(/[\s\u00a0]/g, '').replace(',', '.');
  const digits = /^(?<digits>-?\d+(?:\.\d+)?)(?:kr\.?|kronor|sek|:-)?$/i.exec(written)?.groups?.digits;
  return digits === undefined ? cell : Number(digits);
}

const yes = new Set(['ja', 'x', 'yes', 'sant', 'true', '1']);
const no = new Set(['nej', 'no', 'falskt', 'false', '0']);

function readYes(heading: string, cell: CellValue): CellReading {
  const word = folded(shown(cell));
  if (yes.has(word)) return { value: true };
  if (no.has(word)) return { value: false };
  return wrong(
    { sv: `"${heading}" kan inte vara "${shown(cell)}"`, en: `"${heading}" cannot be "${shown(cell)}"` },
    { sv: 'skriv ja, eller lämna tomt', en: 'write ja, or leave it empty' },
  );
}

function wrong(message: Explanation['message'], hint: Explanation['hint']): CellReading {
  return { wrong: { message, hint } };
}

function readDate(heading: string, cell: CellValue): CellReading {
  if (cell instanceof Date) return { value: isoDay(cell) };
  if (typeof cell === 'number' && cell >= firstDay && cell <= lastDay) {
    return { value: isoDay(new Date(epochMs + Math.floor(cell) * dayMs)) };
  }
  const text = shown(cell).trim();
  // A day that does not exist is told of by the rules that hold for every file.
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { value: text };
  const meant = dayMeant(text);
  return wrong(
    { sv: `"${heading}" är text och inget datum: "${text}"`, en: `"${heading}" is text and no date: "${text}"` },
    meant === null
      ? { sv: 'skriv datumet som 2020-02-03', en: 'write the date as 2020-02-03' }
      : { sv: `menade du ${meant}?`, en: `did you mean ${meant}?` },
  );
}

/** Three letters tell Swedish months and English ones. */
const monthNames = ['jan', 'feb', 'mar', 'apr', 'ma[jy]', 'jun', 'jul', 'aug', 'sep', 'o[ck]t', 'nov', 'dec'];
const dayForms = [
  /^(?<year>\d{4})[-/. ]?(?<month>\d{1,2})[-/. ]?(?<day>\d{1,2})$/,
  /^(?<day>\d{1,2})[-/. ](?<month>\d{1,2})[-/. ] ?(?<year>\d{4})$/,
  /^(?:\p{L}+ )?(?:den )?(?<day>\d{1,2})(?::e|:a|\.|st|nd|rd|th)? (?<name>\p{L}{3,})\.? (?<year>\d{4})$/u,
];

/** The day that a text with a year in it probably means: asked about, never taken. */
function dayMeant(text: string): string | null {
  const found = dayForms.map((form) => form.exec(folded(text))?.groups).find((groups) => groups !== undefined);
  if (!found) return null;
  const { year, day, name, month = monthNames.findIndex((one) => new RegExp(`^${one}`).test(name ?? '')) + 1 } = found;
  const iso = [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && isoDay(date) === iso ? iso : null;
}

function readTime(heading: string, cell: CellValue): CellReading {
  if (cell instanceof Date) return { value: clock(cell.getTime() - epochMs) };
  if (typeof cell === 'number' && cell >= 0 && cell < 1) return { value: clock(cell * dayMs) };
  const text = shown(cell).trim();
  if (text === none) return { value: none };
  const [, hour, minute = '00'] = /^(?:kl\.?\s*)?(\d{1,2})(?:[.:](\d{2}))?$/i.exec(text) ?? [];
  if (hour !== undefined && Number(hour) < 24 && Number(minute) < 60)
    return { value: `${hour.padStart(2, '0')}:${minute}` };
  return wrong(
    { sv: `"${heading}" är inget klockslag: "${text}"`, en: `"${heading}" is no time of day: "${text}"` },
    { sv: 'skriv klockslaget som 08:30', en: 'write the time as 08:30' },
  );
}

function readChoice(type: Extract<CellType, { kind: 'choice' }>, heading: string, text: string): CellReading {
  const word = folded(text);
  const found = Object.entries(type.words).find(([value, name]) => name === word || value === word);
  if (found) return { value: type.isNumber ? Number(found[0]) : found[0] };
  return wrong(
    { sv: `"${heading}" kan inte vara "${text}"`, en: `"${heading}" cannot be "${text}"` },
    suggest(word, Object.values(type.words)),
  );
}

/** A cell of several: with ";" between, or "," where that gives what is known. */
function several(text: string, kinds: readonly Kind[], names: Names): string[] {
  const items = listed(text);
  const [only] = items;
  if (items.length !== 1 || only === undefined || names.idOf(kinds, only) !== undefined) return items;
  const parts = only
    .split(/,|\s+och\s+/)
    .map((part) => part.trim())
    .filter(Boolean);
  const isKnown = (part: string): boolean =>
    names.idOf(kinds, part) !== undefined || nearest(part, names.all(kinds)) !== undefined;
  return parts.length > 1 && parts.some(isKnown) ? parts : items;
}

/** Items with ";" or a new line between; one that has such itself stands in quotes. */
export function listed(text: string): string[] {
  const items = text.matchAll(/\s*(?:"((?:[^"]|"")*)"(?=\s*(?:[;\n]|$))|([^;\n]*))\s*(?:[;\n]|$)/gy);
  return [...items].map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare?.trim() ?? '').filter(Boolean);
}

// === Writing

/** A value of a record as a cell shows it; null where it has none. */
export function writeCell(type: CellType, value: unknown, names: Names): CellValue {
  if (value === undefined || value === null) return null;
  switch (type.kind) {
    case 'text':
    case 'term':
      return String(value);
    case 'whole':
    case 'number':
      return typeof value === 'number' ? value : String(value);
    case 'yes':
      return value === true ? 'ja' : null;
    case 'date':
      return dateCell(String(value));
    case 'time':
      return timeCell(String(value));
    case 'choice':
      return type.words[String(value)] ?? String(value);
    case 'ref':
      return value === none ? none : names.nameOf([type.to], String(value));
    case 'refs':
      return joined(items(value).map((id) => names.nameOf([type.to], id)));
    case 'parties':
      return joined(items(value).map((id) => names.nameOf(partyKinds, id)));
    case 'texts':
    case 'months':
      return joined(items(value));
  }
}

function items(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** A spreadsheet's calendar begins in 1900. */
function dateCell(day: string): CellValue {
  return day >= '1900-03-01' ? new Date(`${day}T00:00:00Z`) : day;
}

function timeCell(time: string): CellValue {
  const [, hour, minute] = /^(\d{2}):(\d{2})$/.exec(time) ?? [];
  return hour === undefined ? time : (Number(hour) * 60 + Number(minute)) / (24 * 60);
}

function joined(texts: readonly string[]): string | null {
  if (texts.length === 0) return null;
  const needsQuotes = (text: string): boolean => /[;"\n]|^\s|\s$|^$/.test(text);
  return texts.map((text) => (needsQuotes(text) ? `"${text.replaceAll('"', '""')}"` : text)).join('; ');
}
