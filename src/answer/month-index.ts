// Things in time by the months that they fall in: a question about a week does not look at every year's records.
import type { Period } from '../plan/period.ts';

export interface Span {
  readonly from: string;
  readonly to: string;
}

/** A month counted through the years. */
export function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
}

/** Longer periods leave hardly anything out. */
const mostMonths = 24;

/**
 * Finds what may fall in a period: everything that has a month in common with it, in the order of the items.
 *
 * @param spanOf the days of an item; null for what is in no period
 */
export function monthIndex<Item>(
  items: readonly Item[],
  spanOf: (item: Item) => Span | null,
): (period: Period) => readonly Item[] {
  const places = new Map<number, number[]>();
  for (const [place, item] of items.entries()) {
    const span = spanOf(item);
    if (span === null) continue;
    for (let month = monthOf(span.from); month <= monthOf(span.to); month += 1) {
      const own = places.get(month) ?? [];
      own.push(place);
      places.set(month, own);
    }
  }
  const placesIn = (first: number, last: number): number[] => {
    const found = new Set<number>();
    for (let month = first; month <= last; month += 1) for (const place of places.get(month) ?? []) found.add(place);
    return [...found].sort((a, b) => a - b);
  };
  return ({ from, to }) => {
    if (from === null || to === null) return items;
    const [first, last] = [monthOf(from), monthOf(to)];
    if (last - first >= mostMonths) return items;
    const found = first === last ? (places.get(first) ?? []) : placesIn(first, last);
    return found.flatMap((place) => items[place] ?? []);
  };
}
