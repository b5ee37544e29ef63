// What is odd in a plan and not wrong: whoever takes it in should have looked at it.
import { addDays } from '../plan/days.ts';
import { folded } from '../plan/folded.ts';
import type { Meeting, Occasion } from '../plan/meeting.ts';
import { daysOf } from '../plan/meeting-days.ts';
import type { Plan } from '../plan/plan.ts';
import { keyOf, type RecordKey } from '../plan/record-keys.ts';
import type { RecordKind } from '../plan/records.ts';
import type { Day } from '../plan/schedule.ts';
import { type Holidays, isWeekend } from '../plan/working-days.ts';
import { type Doubt, dayName, doubtOf, doubts } from './doubts.ts';
import type { Problem } from './problem.ts';
import { type FullEntry, problemAt } from './references.ts';

type Item = Meeting | Occasion;

const kindOf = (item: Item): 'meetings' | 'occasions' => ('group' in item ? 'meetings' : 'occasions');
const dayField = (item: Item): string => ('group' in item ? 'from' : 'schedule');

/** A meeting of several days is looked at for so many. */
const mostDays = 31;

function eachDay(item: Item): Day[] {
  const days = daysOf(item);
  if (!days) return [];
  const found = [days.from];
  while (found.length < mostDays && (found.at(-1) ?? days.to) < days.to) found.push(addDays(found.at(-1) ?? '', 1));
  return found;
}

/**
 * Everything odd that nobody has noted: doubts, days off, meetings at the same time, places that are nowhere, and
 * conferences without a host.
 */
export function oddities(plan: Plan, holidays: Holidays): Doubt[] {
  const items: Item[] = [...plan.meetings, ...plan.occasions];
  return [
    ...doubts(plan),
    ...items.flatMap((item) => daysOff(item, holidays)),
    ...overlaps(items),
    ...lonelyPlaces(items),
    ...hostless(plan),
  ];
}

function isNoted({ notes }: Item, about: Item['notes'][number]['about']): boolean {
  return notes.some((note) => note.about === about);
}

function daysOff(item: Item, holidays: Holidays): Doubt[] {
  if (isNoted(item, 'date')) return [];
  const day = eachDay(item).find((one) => holidays(one) !== null || isWeekend(one));
  if (day === undefined) return [];
  const holiday = holidays(day);
  const name = holiday ? { sv: holiday.sv, en: holiday.en ?? holiday.sv } : dayName(day);
  const text = { sv: `${day} är ${holiday ? '' : 'en '}${name.sv}`, en: `${day} is ${holiday ? '' : 'a '}${name.en}` };
  return [doubtOf(kindOf(item), item.id, [dayField(item)], text)];
}

function overlaps(items: readonly Item[]): Doubt[] {
  const byDay = new Map<Day, Item[]>();
  for (const item of items) {
    for (const day of eachDay(item)) {
      const others = byDay.get(day) ?? [];
      others.push(item);
      byDay.set(day, others);
    }
  }
  const told = new Set<Item>();
  return [...byDay].flatMap(([day, together]) =>
    together.flatMap((item, index): Doubt[] => {
      const other = together.slice(0, index).find((one) => isSameTime(one, item));
      if (!other || told.has(item) || isNoted(item, 'time') || isNoted(item, 'date')) return [];
      told.add(item);
      const text = { sv: `samtidigt som ${other.id} den ${day}`, en: `at the same time as ${other.id} on ${day}` };
      return [doubtOf(kindOf(item), item.id, [dayField(item)], text)];
    }),
  );
}

/** Where neither says its hours, only a group's own second meeting of the day is odd. */
function isSameTime(a: Item, b: Item): boolean {
  if (a.hours && b.hours) return a.hours.start < b.hours.end && b.hours.start < a.hours.end;
  return 'group' in a && 'group' in b && a.group === b.group;
}

/** A place in no municipality that is named only once may be a slip. */
function lonelyPlaces(items: readonly Item[]): Doubt[] {
  const nowhere = items.filter(({ place }) => place !== null && place.municipality === null);
  const counts = Map.groupBy(nowhere, ({ place }) => folded(place?.name ?? ''));
  return nowhere
    .filter((item) => counts.get(folded(item.place?.name ?? ''))?.length === 1 && !isNoted(item, 'place'))
    .map((item) => {
      const name = item.place?.name ?? '';
      const text = {
        sv: `platsen "${name}" ligger i ingen känd kommun`,
        en: `the place "${name}" is in no known municipality`,
      };
      return doubtOf(kindOf(item), item.id, ['place'], text);
    });
}

/** A conference that somebody hosts some years and nobody in a year that there is a plan for. */
function hostless(plan: Plan): Doubt[] {
  return plan.occasions.flatMap((occasion) => {
    const turns = plan.hostings.filter(({ conference }) => conference === occasion.conference);
    if (turns.length === 0 || turns.some(({ year }) => year === occasion.year)) return [];
    const text = { sv: `ingen kommun är värd ${occasion.year}`, en: `no municipality hosts it in ${occasion.year}` };
    return [doubtOf('occasions', occasion.id, ['conference'], text)];
  });
}

/** Oddities of the records that files hold, at their places there. */
export function warningsAt(found: readonly Doubt[], entries: readonly FullEntry[]): Problem[] {
  const byKey = new Map(entries.flatMap((entry) => keyed(entry)));
  return found.flatMap(({ kind, key, path, text }) => {
    const entry = byKey.get(`${kind} ${key}`);
    return entry ? [problemAt(entry, path, text, null)] : [];
  });
}

function keyed(entry: FullEntry): [string, FullEntry][] {
  if (entry.kind === 'region') return [];
  return [[`${entry.kind} ${keyIn(entry.kind, entry.full)}`, entry]];
}

function keyIn(kind: RecordKind, record: object): RecordKey {
  // What a file holds has been checked by the schema of its kind.
  return keyOf[kind](record as never);
}
