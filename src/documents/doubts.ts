// What a plan that is valid still contradicts itself in, and nobody has written a note about.
import type { Activity, Cost } from '../plan/activity.ts';
import type { BudgetTotals } from '../plan/budget.ts';
import { weekdayOf } from '../plan/days.ts';
import type { Hosting, Meeting, Occasion } from '../plan/meeting.ts';
import type { Plan } from '../plan/plan.ts';
import { keyOf, type RecordKey } from '../plan/record-keys.ts';
import type { RecordKind } from '../plan/records.ts';
import { contradicting } from '../plan/rotation.ts';
import type { Day } from '../plan/schedule.ts';
import type { Note } from '../plan/source.ts';
import type { Said } from './problem.ts';
import type { Path } from './record-file.ts';

/** Something to look at: which field of which record, and why. */
export interface Doubt {
  readonly kind: RecordKind;
  readonly key: RecordKey;
  /** The record's id, or its year. */
  readonly record: string;
  readonly path: Path;
  readonly text: Said;
}

interface Noted {
  readonly notes: readonly Note[];
}

function isNoted({ notes }: Noted, about: Note['about']): boolean {
  return notes.some((note) => note.about === about);
}

const dayNames = {
  sv: new Intl.DateTimeFormat('sv', { weekday: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }),
};

export function dayName(day: Day): Said {
  const date = new Date(`${day}T00:00Z`);
  return { sv: dayNames.sv.format(date), en: dayNames.en.format(date) };
}

/** A doubt about a record that has an id. */
export function doubtOf(kind: 'meetings' | 'occasions' | 'activities', id: string, path: Path, text: Said): Doubt {
  const key = kind === 'activities' ? `activity ${id}` : `meeting ${id}`;
  return { kind, key, record: id, path, text };
}

/** A date copied from last year's plan is a meeting of last year. */
function yearDoubts(plan: Plan, meeting: Meeting): Doubt[] {
  if (meeting.source === null || isNoted(meeting, 'date')) return [];
  const { year } = plan.document(meeting.source.document);
  if (meeting.from.startsWith(String(year))) return [];
  return [doubtOf('meetings', meeting.id, ['from'], notIn(meeting.from, year))];
}

function meetingDoubts(plan: Plan, meeting: Meeting): Doubt[] {
  const { pattern } = plan.group(meeting.group);
  const usual = !pattern || meeting.kind !== 'meeting' || weekdayOf(meeting.from) === pattern.weekday;
  if (usual || isNoted(meeting, 'date')) return [];
  const day = dayName(meeting.from);
  // 1 January 2024 is a Monday.
  const usualDay = dayName(`2024-01-0${pattern.weekday}`);
  const text = {
    sv: `${meeting.from} är en ${day.sv}, gruppens vanliga dag är ${usualDay.sv}`,
    en: `${meeting.from} is a ${day.en}, the group's usual day is ${usualDay.en}`,
  };
  return [doubtOf('meetings', meeting.id, ['from'], text)];
}

function daysOf({ schedule }: Pick<Occasion, 'schedule'>): string[] {
  if (schedule.kind === 'date') return [schedule.date];
  return schedule.kind === 'range' ? [schedule.from, schedule.to] : [];
}

function notIn(day: Day, year: number): Said {
  return { sv: `${day} är inte under ${year}`, en: `${day} is not in ${year}` };
}

function occasionDoubts(occasion: Occasion): Doubt[] {
  const other = daysOf(occasion).find((day) => !day.startsWith(String(occasion.year)));
  if (other === undefined || isNoted(occasion, 'date')) return [];
  return [doubtOf('occasions', occasion.id, ['schedule'], notIn(other, occasion.year))];
}

function sumDoubts(plan: Plan, totals: BudgetTotals): Doubt[] {
  return (['income', 'cost'] as const).flatMap((kind): Doubt[] => {
    const lines = plan.budgetLines.filter((line) => line.year === totals.year && line.kind === kind);
    const sum = lines.reduce((total, line) => total + line.amount, 0);
    if (sum === totals[kind]) return [];
    const text = {
      sv: `${kind === 'income' ? 'intäkterna' : 'kostnaderna'} blir tillsammans ${sum}, inte ${totals[kind]}`,
      en: `the ${kind} lines add up to ${sum}, not ${totals[kind]}`,
    };
    const { year } = totals;
    return [{ kind: 'budgetTotals', key: keyOf.budgetTotals(totals), record: `budget ${year}`, path: [kind], text }];
  });
}

/** Amounts are written in kronor, thousands or millions. */
const units = [1, 1_000, 1_000_000];

function isWrittenSo({ amount, wording }: Cost): boolean {
  const digits = wording.replaceAll(/\D/g, '');
  return digits === '' || units.some((unit) => Number(digits) * unit === amount);
}

function activityDoubts(plan: Plan, activity: Activity): Doubt[] {
  const { id, cost, source } = activity;
  const { year } = plan.document(source.document);
  const found: Doubt[] = [];
  if (cost && !isWrittenSo(cost) && !isNoted(activity, 'cost')) {
    const text = {
      sv: `kostnaden är ${cost.amount}, men planens ord är ${cost.wording}`,
      en: `the cost is ${cost.amount}, but its wording ${cost.wording}`,
    };
    found.push(doubtOf('activities', id, ['cost', 'amount'], text));
  }
  const other = daysOf(activity).find((day) => !day.startsWith(String(year)));
  if (other !== undefined && !isNoted(activity, 'schedule')) {
    found.push(doubtOf('activities', id, ['schedule'], notIn(other, year)));
  }
  return found;
}

function rotationDoubts(plan: Plan, hosting: Hosting): Doubt[] {
  const others = contradicting(hosting, plan.replacedHostings);
  if (others.length === 0 || isNoted(hosting, 'responsible')) return [];
  const said = (and: string, by: string): string =>
    others.map(({ hosts, source }) => `${hosts.join(` ${and} `)} ${by} ${source?.document}`).join(', ');
  const text = {
    sv: `${hosting.hosts.join(' och ')} är värd enligt den nyaste planen, men ${said('och', 'enligt')}`,
    en: `${hosting.hosts.join(' and ')} host by the newest plan, but ${said('and', 'by')}`,
  };
  const record = `${hosting.conference} ${hosting.year}`;
  return [{ kind: 'hostings', key: keyOf.hostings(hosting), record, path: ['hosts'], text }];
}

/**
 * Compares dates with weekdays and years, sums with their lines, amounts with their wordings, rotations of several years.
 *
 * @returns nothing for what a note of the record already explains
 */
export function doubts(plan: Plan): Doubt[] {
  return [
    ...plan.meetings.flatMap((meeting) => [...yearDoubts(plan, meeting), ...meetingDoubts(plan, meeting)]),
    ...plan.occasions.flatMap(occasionDoubts),
    ...plan.hostings.flatMap((hosting) => rotationDoubts(plan, hosting)),
    ...plan.budgetTotals.flatMap((totals) => sumDoubts(plan, totals)),
    ...plan.activities.flatMap((activity) => activityDoubts(plan, activity)),
  ];
}
