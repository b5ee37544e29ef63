// The form of an activity: who is responsible, when, and at what cost, as far as it was changed. Pure.
import type { Draft } from '../draft.ts';
import { type FormRequest, partyChoice, partyChoices, periodChoice, type ValuesOf } from '../form.ts';
import { type Activity, type Party, sameParty } from '../plan/activity.ts';
import { scheduledDays } from '../plan/fold.ts';
import type { Plan } from '../plan/plan.ts';
import { type Day, Schedule, Season } from '../plan/schedule.ts';
import type { Inputs } from './form-inputs.ts';
import { activityValues } from './form-values.ts';

type Edit = Extract<Draft, { kind: 'edit-activity' }>;
type Values = ValuesOf<'activity'>;

/** A change of what was typed over; null where nothing was. */
export function activityDraft(
  form: Extract<FormRequest, { kind: 'activity' }>,
  values: Values,
  plan: Plan,
  inputs: Inputs,
): Edit | null {
  const activity = plan.activities.find(({ id }) => id === form.activity);
  const before = activityValues(form, plan);
  if (!activity || !before) return inputs.wrong('activity', { kind: 'unknown' });
  const responsible = editedParties(values, activity, plan, inputs);
  const schedule = editedSchedule(values, before, activity, inputs);
  const cost = editedCost(values, before, inputs);
  const fields = [
    ...(responsible.length > 0 ? (['responsible'] as const) : []),
    ...(schedule === null ? [] : (['schedule'] as const)),
    ...(cost === null ? [] : (['cost'] as const)),
  ];
  const [field, another] = fields;
  if (!field) return null;
  const set = { field: another ? ('several' as const) : field, responsible, schedule, cost };
  return { kind: 'edit-activity', activities: [activity.id], ...set };
}

/** Those who answer for it from now on, in the order they had; empty where they are the same as before. */
function editedParties(values: Values, { responsible }: Activity, plan: Plan, inputs: Inputs): Party[] {
  const { municipalities, others } = partyChoices(plan);
  const chosen = [
    ...inputs.several('municipalities', values.municipalities, municipalities, partyChoice),
    ...inputs.several('others', values.others, others, partyChoice),
  ];
  const isChosen = (party: Party): boolean => chosen.some((one) => sameParty(one, party));
  const kept = responsible.filter(isChosen);
  if (kept.length === responsible.length && kept.length === chosen.length) return [];
  if (chosen.length === 0) inputs.wrong('municipalities', { kind: 'required' });
  return [...kept, ...chosen.filter((party) => !kept.some((one) => sameParty(one, party)))];
}

/** What was changed of period and days: days typed in win over a period that was left as it stood. */
function editedSchedule(values: Values, before: Values, activity: Activity, inputs: Inputs): Schedule | null {
  const period = values.period.trim();
  const isDated = values.from.trim() !== before.from || values.to.trim() !== before.to;
  const isPeriod = period !== before.period && period !== 'dates';
  if (isDated && isPeriod) return inputs.wrong('period', { kind: 'either' });
  if (isPeriod) return scheduleOf(period) ?? inputs.wrong('period', { kind: period === '' ? 'required' : 'unknown' });
  if (!isDated && period === before.period) return null;
  return exactSchedule(values, activity, inputs);
}

function exactSchedule(values: Values, { schedule: before }: Activity, inputs: Inputs): Schedule | null {
  const from = inputs.required('from', inputs.day('from', values.from));
  const to = inputs.day('to', values.to) ?? from;
  if (from === null || to === null) return null;
  if (to < from) return inputs.wrong('to', { kind: 'end-before-start' });
  return daysSchedule(from, to, scheduledDays(before)?.lunchToLunch ?? false);
}

function daysSchedule(from: Day, to: Day, lunchToLunch: boolean): Schedule {
  if (from === to) return { kind: 'date', date: from, wording: from };
  return { kind: 'range', from, to, lunchToLunch, wording: `${from}/${to}` };
}

/** The schedule that a choice stands for; null where it stands for none. */
export function scheduleOf(choice: string): Schedule | null {
  if (choice === 'ongoing' || choice === 'as-needed') return { kind: choice, wording: choice };
  const [first = '', second = ''] = choice.split(' ');
  const season = Season.safeParse(first);
  const schedule = season.success
    ? { kind: 'season', year: Number(second), season: season.data, wording: choice }
    : { kind: 'months', ...monthsOf(choice), wording: choice };
  const parsed = Schedule.safeParse(schedule);
  return parsed.success && periodChoice(parsed.data) === choice ? parsed.data : null;
}

/** "2019-04 2019-05" as a year and its months. */
function monthsOf(choice: string): { year: number; months: number[] } {
  const parts = choice.split(' ').map((month) => month.split('-').map(Number));
  return { year: parts[0]?.[0] ?? 0, months: parts.map(([, month = 0]) => month) };
}

function editedCost(values: Values, before: Values, inputs: Inputs): number | 'none' | null {
  if (values.cost.trim() === before.cost) return null;
  if (values.cost.trim() === '') return 'none';
  const amount = inputs.amount('cost', values.cost);
  return amount === null || String(amount) === before.cost ? null : amount;
}
