// What a data file may leave out, and what then stands for it: keeps the files pleasant to write.
import { Activity, Area, Goal, Objective } from '../plan/activity.ts';
import { BudgetLine, BudgetTotals, Fee } from '../plan/budget.ts';
import { PlanDocument, Section } from '../plan/document.ts';
import { Hosting, Meeting, Occasion } from '../plan/meeting.ts';
import { Conference, Group, Municipality, Person, Role } from '../plan/region.ts';
import type { RawRecords } from './yaml.ts';

export type Loose = Readonly<Record<string, unknown>>;

/** The head of a file: what its records share. */
export interface Shorthand {
  readonly document: unknown;
  readonly year: unknown;
}

/** Every kind of record that a file may hold, by the key that its list stands under. */
export const collections = {
  documents: PlanDocument,
  municipalities: Municipality,
  groups: Group,
  people: Person,
  roles: Role,
  conferences: Conference,
  meetings: Meeting,
  occasions: Occasion,
  hostings: Hosting,
  areas: Area,
  goals: Goal,
  objectives: Objective,
  activities: Activity,
  budgetLines: BudgetLine,
  budgetTotals: BudgetTotals,
  fees: Fee,
  sections: Section,
} as const;

export type Collection = keyof typeof collections;

const withYear: readonly Collection[] = ['occasions', 'hostings', 'budgetLines', 'budgetTotals', 'fees'];

/** Gives a function that writes a record out in full, as the schemas have it. */
export function expand(raw: RawRecords): (name: Collection, value: Loose, index: number) => Loose {
  const ids = (name: Collection | 'region'): Set<unknown> =>
    new Set((raw.get(name) ?? []).map(({ value }) => value.id));
  const kinds = {
    municipality: ids('municipalities'),
    group: ids('groups'),
    person: ids('people'),
    region: ids('region'),
  };
  const places = new Map<unknown, unknown>();
  for (const { value } of raw.get('municipalities') ?? []) {
    for (const name of [value.name, ...(Array.isArray(value.aliases) ? value.aliases : [])]) places.set(name, value.id);
  }
  const patterns = new Map((raw.get('groups') ?? []).map(({ value }) => [value.id, value.pattern]));
  const areaOf = new Map<unknown, unknown>();
  for (const { value } of [...(raw.get('goals') ?? []), ...(raw.get('objectives') ?? [])])
    areaOf.set(value.id, value.area);
  for (const { value } of raw.get('objectives') ?? []) {
    if (value.area === undefined) areaOf.set(value.id, areaOf.get(value.goal));
  }

  const place = (value: unknown): unknown =>
    typeof value === 'string' ? { name: value, municipality: places.get(value) ?? null } : value;

  /** An id says by itself what kind of party it is. */
  const party = (value: unknown): unknown => {
    if (typeof value !== 'string') return value;
    if (kinds.region.has(value)) return { kind: 'region' };
    if (kinds.group.has(value)) return { kind: 'group', id: value };
    if (kinds.person.has(value)) return { kind: 'person', id: value };
    return { kind: 'municipality', id: value };
  };

  const schedule = (value: unknown, year: unknown): unknown => {
    if (value === undefined) return { kind: 'unspecified' };
    const loose = value as Loose;
    const yearly = loose !== null && typeof loose === 'object' && (loose.kind === 'months' || loose.kind === 'season');
    return yearly && loose.year === undefined ? { ...loose, year } : value;
  };

  const hours = (value: Loose): unknown => {
    if (value.hours !== undefined) return value.hours;
    const pattern = patterns.get(value.group) as Loose | undefined | null;
    return value.kind === 'planning-conference' || !pattern ? null : { start: pattern.start, end: pattern.end };
  };

  const own: { readonly [Name in Collection]?: (value: Loose, year: unknown) => Loose } = {
    meetings: (value) => ({
      ...value,
      kind: value.kind ?? 'meeting',
      to: value.to ?? value.from,
      hours: hours(value),
      place: place(value.place ?? null),
    }),
    occasions: (value, year) => ({
      ...value,
      schedule: schedule(value.schedule, year),
      place: place(value.place ?? null),
    }),
    objectives: (value) => ({ ...value, goal: value.goal ?? null, area: value.area ?? areaOf.get(value.goal) }),
    activities: (value, year) => ({
      ...value,
      area: value.area ?? areaOf.get(value.objective),
      responsible: Array.isArray(value.responsible) ? value.responsible.map(party) : (value.responsible ?? []),
      responsibleWording: value.responsibleWording ?? null,
      schedule: schedule(value.schedule, year),
      cost: value.cost ?? null,
      comment: value.comment ?? null,
    }),
  };

  return (name, value) => {
    const { document, year, ...fields } = value;
    const kept: Loose =
      withYear.includes(name) || name === 'documents' ? { ...fields, ...(year === undefined ? {} : { year }) } : fields;
    const sourced = typeof kept.source === 'string' ? { ...kept, source: { document, place: kept.source } } : kept;
    return own[name]?.(sourced, year) ?? sourced;
  };
}
