// What a meeting or an occasion has been through: how it stood after each change that somebody may want to be told of.
import type { LedgerEntry } from '../plan/change.ts';
import { type Applied, type Difference, type Field, partsOf, type Value } from '../plan/difference.ts';
import { type Ledger, scheduledDays } from '../plan/fold.ts';
import type { MeetingId } from '../plan/ids.ts';
import type { Meeting, Occasion } from '../plan/meeting.ts';
import type { Plan } from '../plan/plan.ts';
import { startOfMeeting } from './start.ts';
import { type TopicKey, topicKey, topicsOf } from './topics.ts';

/** Since a version, until the next state. */
export interface MeetingState {
  /** 0 before any change. */
  readonly version: number;
  /** The instant of the change, in milliseconds. */
  readonly at: number;
  readonly quiet: boolean;
  /** Null while there is none: before it was added, and after that was undone. */
  readonly record: Meeting | Occasion | null;
  readonly isHeld: boolean;
  /** Null where not even its month is known. */
  readonly start: Date | null;
  readonly topics: readonly TopicKey[];
}

const known = new WeakMap<Ledger, ReadonlyMap<MeetingId, readonly MeetingState[]>>();

/**
 * The states of every meeting whose time or place was changed, or that was added, called off or brought back; oldest
 * first, beginning with the one before any change.
 */
export function statesByMeeting(ledger: Ledger): ReadonlyMap<MeetingId, readonly MeetingState[]> {
  const before = known.get(ledger);
  if (before) return before;
  const states = new Map<MeetingId, MeetingState[]>();
  for (const entry of ledger.entries) {
    const applied = ledger.edition.applied.get(entry.version);
    for (const part of applied ? partsOf(applied) : []) take(entry, part, states, ledger.edition.plan);
  }
  known.set(ledger, states);
  return states;
}

const told: ReadonlySet<Field> = new Set(['date', 'time', 'place', 'held']);

function take(
  entry: LedgerEntry,
  { subject, differences }: Applied,
  states: Map<MeetingId, MeetingState[]>,
  plan: Plan,
): void {
  if (subject.kind !== 'meeting' && subject.kind !== 'occasion') return;
  if (!differences.some(({ field }) => told.has(field))) return;
  const { record } = subject;
  const { version, quiet } = entry;
  const after = stateOf(isGone(differences) ? null : record, { version, at: Date.parse(entry.at), quiet }, plan);
  const those = states.get(record.id);
  if (those) those.push(after);
  else states.set(record.id, [stateOf(asBefore(record, differences), beforeAll, plan), after]);
}

const beforeAll = { version: 0, at: Number.NEGATIVE_INFINITY, quiet: true };

function stateOf(
  record: Meeting | Occasion | null,
  since: Pick<MeetingState, 'version' | 'at' | 'quiet'>,
  plan: Plan,
): MeetingState {
  if (record === null) return { ...since, record, isHeld: false, start: null, topics: [] };
  const subject = 'group' in record ? { kind: 'meeting' as const, record } : { kind: 'occasion' as const, record };
  return {
    ...since,
    record,
    isHeld: !record.cancelled,
    start: startOfMeeting(record, plan.region.timeZone),
    topics: topicsOf(subject, plan).map(topicKey),
  };
}

function find(differences: readonly Difference[], field: Field): Difference | undefined {
  return differences.find((difference) => difference.field === field);
}

function isGone(differences: readonly Difference[]): boolean {
  return find(differences, 'date')?.after === null;
}

/** The record as it was; null where the change made it. */
function asBefore(record: Meeting | Occasion, differences: readonly Difference[]): Meeting | Occasion | null {
  const [date, time, place, held] = (['date', 'time', 'place', 'held'] as const).map((field) =>
    find(differences, field),
  );
  if (date?.before === null) return null;
  const common = {
    ...(time ? { hours: time.before?.kind === 'hours' ? time.before.hours : null } : {}),
    ...(place ? { place: place.before?.kind === 'place' ? place.before.place : null } : {}),
    ...(held?.before?.kind === 'cancelled' ? { cancelled: held.before.cancelled } : {}),
  };
  if ('group' in record) return { ...record, ...common, ...(date ? daysIn(date.before) : {}) };
  return { ...record, ...common, ...(date ? { schedule: scheduleIn(date.before) ?? record.schedule } : {}) };
}

function daysIn(value: Value): Pick<Meeting, 'from' | 'to' | 'lunchToLunch'> | Record<never, never> {
  if (value.kind === 'days') return value.days;
  return value.kind === 'schedule' ? (scheduledDays(value.schedule) ?? {}) : {};
}

function scheduleIn(value: Value): Occasion['schedule'] | null {
  if (value.kind === 'schedule') return value.schedule;
  if (value.kind !== 'days') return null;
  const { from, to, lunchToLunch } = value.days;
  return { kind: 'range', from, to, lunchToLunch, wording: from };
}
