// Who holds an office when: a new holder ends the terms of those before.
import type { Change } from './change.ts';
import { dayBefore } from './days.ts';
import type { Role } from './region.ts';
import type { Day } from './schedule.ts';

type Appointment = Extract<Change, { kind: 'set-role' }>;

/** The holders of an office after an appointment; `replaced` is who held it, or would have, in the new term. */
export function appointed(
  held: readonly Role[],
  { group, role, person, from, until }: Appointment,
): { readonly held: readonly Role[]; readonly replaced: Role | null } {
  const lastDay = dayBefore(from);
  const isOver = (one: Role): boolean => one.until !== null && lastDayOf(one.until) <= lastDay;
  const isLater = (one: Role): boolean =>
    until !== null && one.from !== null && firstDayOf(one.from) > lastDayOf(until);
  const replaced = held.filter((one) => !isOver(one) && !isLater(one));
  const kept = held.flatMap((one): Role[] => {
    if (!replaced.includes(one)) return [one];
    // Whoever was to begin within the new term never does.
    if (one.from !== null && firstDayOf(one.from) > lastDay) return [];
    return [{ ...one, until: lastDay, term: null }];
  });
  const holder: Role = { group, role, person: person.id, from, until, term: null, source: null, notes: [] };
  return { held: [...kept, holder], replaced: replaced[0] ?? null };
}

/** The first day of a term that may be told by year or month. */
function firstDayOf(from: string): Day {
  return `${from}-01-01`.slice(0, 10);
}

/** The last day of a term that may be told by year or month; compares well, though February has no 31st. */
export function lastDayOf(until: string): Day {
  if (until.length === 10) return until;
  return until.length === 7 ? `${until}-31` : `${until}-12-31`;
}

/** The holders of an office after it has been vacated: whoever had it then has it to the last day, and nobody follows. */
export function vacated(
  held: readonly Role[],
  until: Day,
): { readonly held: readonly Role[]; readonly left: Role | null } {
  const isHeldThen = (one: Role): boolean =>
    (one.from === null || firstDayOf(one.from) <= until) && (one.until === null || lastDayOf(one.until) > until);
  const left = held.find(isHeldThen) ?? null;
  if (!left) return { held, left };
  return { held: held.map((one) => (isHeldThen(one) ? { ...one, until, term: null } : one)), left };
}
