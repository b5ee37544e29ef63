// The geometry of a year as a circle: January begins at the top, and time goes clockwise. Pure.
import {
  arc,
  symbol,
  symbolCircle,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
  symbolWye,
} from 'd3-shape';
import { addDays, daysBetween, weekdayOf } from '../plan/days.ts';
import type { Day } from '../plan/schedule.ts';

/** Days both inclusive. */
export interface DaySpan {
  readonly from: Day;
  readonly to: Day;
}

/** An arc of the circle; radians clockwise from the top. */
export interface Sweep {
  readonly start: number;
  readonly end: number;
}

export interface Ring {
  readonly inner: number;
  readonly outer: number;
}

const turn = 2 * Math.PI;

export function daysIn(year: number): number {
  return daysBetween(`${year}-01-01`, `${year + 1}-01-01`);
}

/** Where a day begins. @example angleOf('2019-07-02', 2019) // nearly π: the middle of the year is at the bottom */
export function angleOf(day: Day, year: number): number {
  return (daysBetween(`${year}-01-01`, day) / daysIn(year)) * turn;
}

/** The part of a span that lies in the year; null where none does. */
export function sweepOf({ from, to }: DaySpan, year: number): Sweep | null {
  const [start, end] = [angleOf(from, year), angleOf(addDays(to, 1), year)];
  return end <= 0 || start >= turn ? null : { start: Math.max(0, start), end: Math.min(turn, end) };
}

export function monthSweeps(year: number): Sweep[] {
  const first = (index: number): Day =>
    index === 12 ? `${year + 1}-01-01` : `${year}-${String(index + 1).padStart(2, '0')}-01`;
  return Array.from({ length: 12 }, (_, index) => ({
    start: angleOf(first(index), year),
    end: angleOf(first(index + 1), year),
  }));
}

/** The Mondays of a year. */
export function mondaysOf(year: number): Day[] {
  const first = `${year}-01-01`;
  const monday = addDays(first, (8 - weekdayOf(first)) % 7);
  return Array.from({ length: 53 }, (_, week) => addDays(monday, 7 * week)).filter((day) =>
    day.startsWith(String(year)),
  );
}

export function pointAt(angle: number, radius: number): readonly [x: number, y: number] {
  return [radius * Math.sin(angle), -radius * Math.cos(angle)];
}

const rounded = (path: string): string =>
  path.replaceAll(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number) * 10) / 10));

export function arcPath({ start, end }: Sweep, { inner, outer }: Ring, corner = 0): string {
  const shape = arc().cornerRadius(corner);
  const path = shape({ innerRadius: inner, outerRadius: outer, startAngle: start, endAngle: end });
  return rounded(path ?? '');
}

/** A sign for each lane, so that colour alone tells nothing. */
const signs = [symbolCircle, symbolSquare, symbolTriangle, symbolStar, symbolWye, symbolDiamond];

/** @param area in square units of the drawing */
export function signPath(sign: number, area: number): string {
  return rounded(symbol(signs[sign] ?? symbolCircle, area)() ?? '');
}

/** Puts spans that overlap beside each other: the row of each, from 0, longest first within a row's order. */
export function packed(sweeps: readonly Sweep[]): number[] {
  const ends: number[] = [];
  const rows: number[] = sweeps.map(() => 0);
  const order = sweeps
    .map((sweep, index) => ({ sweep, index }))
    .sort((a, b) => a.sweep.start - b.sweep.start || b.sweep.end - a.sweep.end);
  for (const { sweep, index } of order) {
    const free = ends.findIndex((end) => end <= sweep.start + 1e-9);
    const row = free < 0 ? ends.length : free;
    ends[row] = sweep.end;
    rows[index] = row;
  }
  return rows;
}

/** A text in lines of at most so many characters; what does not fit in the last is cut. */
export function wrapped(text: string, longest: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= longest) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word.length > longest ? `${word.slice(0, longest - 1).toWellFormed()}…` : word);
  }
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${(lines[most - 1] ?? '').replace(/…$/, '')} …`];
}
