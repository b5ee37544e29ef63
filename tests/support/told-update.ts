// What an update was understood as, told in few words: the fields that were said, and no others.
import type { Draft, UpdateRequest } from '../../src/draft.ts';
import type { Period } from '../../src/plan/period.ts';

/** A sentence, the kind of draft, and its fields. */
export type UpdateRow = readonly [text: string, kind: Draft['kind'], told: Readonly<Record<string, unknown>>];

const days = ({ from, to }: Pick<Period, 'from' | 'to'>): string => (from === to ? `${from}` : `${from}..${to}`);

function isSaid(value: unknown): boolean {
  return value !== null && value !== 'any' && value !== false && !(Array.isArray(value) && value.length === 0);
}

function toldField(key: string, value: unknown): [string, unknown][] {
  if (!isSaid(value)) return [];
  if (key === 'target' && typeof value === 'object') {
    return Object.entries(value ?? {}).flatMap(([inner, part]) => toldField(inner, part));
  }
  if (typeof value !== 'object' || value === null) return [[key, value]];
  if ('lunchToLunch' in value && 'from' in value && 'to' in value && key === 'days') {
    return [
      [
        key,
        `${days({ from: String(value.from), to: String(value.to) })}${value.lunchToLunch ? ' lunch to lunch' : ''}`,
      ],
    ];
  }
  if (key === 'period' && 'from' in value && 'to' in value)
    return [[key, `${value.from}${value.from === value.to ? '' : `..${value.to}`}`]];
  if (key === 'place' && 'name' in value && 'municipality' in value) {
    return [[key, value.municipality === null ? value.name : `${value.name} (${value.municipality})`]];
  }
  if (Array.isArray(value))
    return [[key, value.map((item) => (typeof item === 'object' && item && 'id' in item ? item.id : item))]];
  return [[key, value]];
}

/** The request without what was not said. */
export function toldRequest({ draft, reason, quiet, impossible, unread }: UpdateRequest): Record<string, unknown> {
  const fields = Object.entries({ ...draft, reason, quiet, impossible, unread: unread ?? null }).flatMap(
    ([key, value]) => toldField(key, value),
  );
  return Object.fromEntries(fields);
}
