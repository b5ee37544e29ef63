// What a plan that is valid still contradicts itself in, and nobody has written a note about.
import type { Activity, Cost } from '../plan/activity.ts';
import type { BudgetTotals } from '../plan/budget.ts';
import { weekdayOf } from '../plan/days.ts';
import type { Hosting, Meeting, Occasion } from '../plan/meeting.ts';
import type { Plan } from '../plan/plan.ts';
import { contradicting } from '../plan/rotation.ts';
import type { Note } from '../plan/source.ts';

/** Something to look at: which record, and why. */
export interface Doubt {
  readonly record: string;
  readonly text: string;
}

interface Noted {
  readonly notes: readonly Note[];
}

function isNoted({ notes }: Noted, about: Note['about']): boolean {
  return notes.some((note) => note.about === about);
}

const dayName = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' });

function meetingDoubts(plan: Plan, meeting: Meeting): Doubt[] {
  const { pattern } = plan.group(meeting.group);
  const usual = !pattern || meeting.kind !== 'meeting' || weekdayOf(meeting.from) === pattern.weekday;
  if (usual || isNoted(meeting, 'date')) return [];
  const day = dayName.format(new Date(`${meeting.from}T00:00Z`));
  return [{ record: meeting.id, text: `${meeting.from} is a ${day}, not the group's usual day` }];
}

function daysOf({ schedule }: Pick<Occasion, 'schedule'>): string[] {
  if (schedule.kind === 'date') return [schedule.date];
  return schedule.kind === 'range' ? [schedule.from, schedule.to] : [];
}

function occasionDoubts(occasion: Occasion): Doubt[] {
  const other = daysOf(occasion).find((day) => !day.startsWith(String(occasion.year)));
  if (other === undefined || isNoted(occasion, 'date')) return [];
  return [{ record: occasion.id, text: `${other} is not in ${occasion.year}` }];
}

function sumDoubts(plan: Plan, totals: BudgetTotals): Doubt[] {
  return (['income', 'cost'] as const).flatMap((kind) => {
    const lines = plan.budgetLines.filter((line) => line.year === totals.year && line.kind === kind);
    const sum = lines.reduce((total, line) => total + line.amount, 0);
    if (sum === totals[kind]) return [];
    return [{ record: `budget ${totals.year}`, text: `the ${kind} lines add up to ${sum}, not ${totals[kind]}` }];
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
    found.push({ record: id, text: `the cost is ${cost.amount}, but its wording ${cost.wording}` });
  }
  const other = daysOf(activity).find((day) => !day.startsWith(String(year)));
  if (other !== undefined && !isNoted(activity, 'schedule')) {
    found.push({ record: id, text: `${other} is not in ${year}` });
  }
  return found;
}

function rotationDoubts(plan: Plan, hosting: Hosting): Doubt[] {
  const others = contradicting(hosting, plan.replacedHostings);
  if (others.length === 0 || isNoted(hosting, 'responsible')) return [];
  const said = others.map(({ hosts, source }) => `${hosts.join(' and ')} by ${source?.document}`).join(', ');
  const text = `${hosting.hosts.join(' and ')} host by the newest plan, but ${said}`;
  return [{ record: `${hosting.conference} ${hosting.year}`, text }];
}

/**
 * Compares dates with weekdays and years, sums with their lines, amounts with their wordings, rotations of several years.
 *
 * @returns nothing for what a note of the record already explains
 */
export function doubts(plan: Plan): Doubt[] {
  return [
    ...plan.meetings.flatMap((meeting) => meetingDoubts(plan, meeting)),
    ...plan.occasions.flatMap(occasionDoubts),
    ...plan.hostings.flatMap((hosting) => rotationDoubts(plan, hosting)),
    ...plan.budgetTotals.flatMap((totals) => sumDoubts(plan, totals)),
    ...plan.activities.flatMap((activity) => activityDoubts(plan, activity)),
  ];
}
