// The forms of a meeting: what differs from the record, or a new meeting. Pure.
import { anyMeeting, type Draft } from '../draft.ts';
import { meetingOwners, ownerChoice, type ValuesOf } from '../form.ts';
import { type Days, longestTitle, type MeetingOwner } from '../plan/change.ts';
import { addDays, daysBetween } from '../plan/days.ts';
import { daysOf } from '../plan/fold.ts';
import type { MeetingId } from '../plan/ids.ts';
import type { Hours, Place } from '../plan/meeting.ts';
import type { Plan } from '../plan/plan.ts';
import type { Inputs } from './form-inputs.ts';
import { itemWith, meetingValues } from './form-values.ts';

type Edit = Extract<Draft, { kind: 'edit-meeting' }>;
type When = Pick<ValuesOf<'meeting'>, 'from' | 'to' | 'start' | 'end'>;

/** A change of what was typed over; null where nothing was. */
export function editDraft(
  meeting: MeetingId | null,
  values: ValuesOf<'meeting'>,
  plan: Plan,
  inputs: Inputs,
): Edit | null {
  const item = meeting && itemWith(meeting, plan);
  const before = meeting && meetingValues({ kind: 'meeting', meeting }, plan);
  if (!item || !before) return inputs.wrong('meeting', { kind: 'unknown' });
  const isTouched = (field: keyof typeof before): boolean => values[field].trim() !== before[field].trim();
  const days = isTouched('from') || isTouched('to') ? editedDays(values, before, daysOf(item.record), inputs) : null;
  const hours = isTouched('start') || isTouched('end') ? readHours(values, inputs) : null;
  const place = isTouched('place') ? readPlace(values.place, plan, inputs) : null;
  const title = isTouched('title') ? inputs.text('title', values.title, longestTitle) : null;
  const isEmptied = (field: 'place' | 'title'): boolean => isTouched(field) && values[field].trim() === '';
  const cleared = [
    ...(isTouched('start') && values.start.trim() + values.end.trim() === '' ? (['hours'] as const) : []),
    ...(['place', 'title'] as const).filter(isEmptied),
  ];
  if (!days && !hours && !place && title === null && cleared.length === 0) return null;
  return {
    kind: 'edit-meeting',
    target: { ...anyMeeting, ids: [item.record.id] },
    shift: null,
    days,
    start: hours?.start ?? null,
    end: hours?.end ?? null,
    place,
    title,
    exact: true,
    cleared,
  };
}

/** A meeting of several days keeps its length where only its first day was changed. */
function editedDays(values: When, shown: When, before: Days | null, inputs: Inputs): Days | null {
  const from = inputs.required('from', inputs.day('from', values.from));
  const to = inputs.day('to', values.to);
  if (from === null) return null;
  const moved = before && values.to.trim() === shown.to ? addDays(from, daysBetween(before.from, before.to)) : null;
  const last = moved ?? to ?? from;
  if (last < from) return inputs.wrong('to', { kind: 'end-before-start' });
  return { from, to: last, lunchToLunch: last > from && (before?.lunchToLunch ?? false) };
}

/** Hours with both their ends; null where neither is filled in, or something is wrong. */
function readHours(values: When, inputs: Inputs): Hours | null {
  const [start, end] = [inputs.time('start', values.start), inputs.time('end', values.end)];
  if (values.start.trim() === '' && values.end.trim() === '') return null;
  inputs.required('start', start);
  inputs.required('end', end);
  return start === null || end === null ? null : inOrder({ start, end }, inputs);
}

function inOrder(hours: Hours, inputs: Inputs): Hours | null {
  return hours.end > hours.start ? hours : inputs.wrong('end', { kind: 'end-before-start' });
}

/** A municipality by any of its names, a place that the plan names, or any other. */
function readPlace(value: string, plan: Plan, inputs: Inputs): Place | null {
  const name = inputs.text('place', value, longestTitle);
  if (name === null) return null;
  const isNamed = (other: string): boolean => other.toLowerCase() === name.toLowerCase();
  const municipality = plan.municipalities.find((one) => [one.name, ...one.aliases].some(isNamed));
  if (municipality) return { name: municipality.name, municipality: municipality.id };
  const known = [...plan.meetings, ...plan.occasions].find(({ place }) => place !== null && isNamed(place.name));
  return known?.place ?? { name, municipality: null };
}

/** A new meeting; what its group's usual hours settle may be left empty. */
export function newDraft(values: ValuesOf<'new-meeting'>, plan: Plan, inputs: Inputs): Draft | null {
  const owner = inputs.required('owner', inputs.one('owner', values.owner, meetingOwners(plan), ownerChoice));
  const days = newDays(values, inputs);
  const form = values.planning === 'true' ? 'planning-conference' : 'meeting';
  const hours = newHours(values, owner, form, plan, inputs);
  const place = readPlace(values.place, plan, inputs);
  const title = inputs.text('title', values.title, longestTitle);
  if (!owner || !days) return null;
  return {
    kind: 'add-meeting',
    groups: owner.kind === 'group' ? [owner.group] : [],
    conferences: owner.kind === 'conference' ? [owner.conference] : [],
    form,
    days,
    ...hours,
    place,
    title,
  };
}

function newDays(values: When, inputs: Inputs): Days | null {
  const from = inputs.required('from', inputs.day('from', values.from));
  const to = inputs.day('to', values.to) ?? from;
  if (from === null || to === null) return null;
  return to < from ? inputs.wrong('to', { kind: 'end-before-start' }) : { from, to, lunchToLunch: false };
}

/** A group that meets at usual hours needs none; an ordinary meeting of another needs both. */
function newHours(
  values: When,
  owner: MeetingOwner | null,
  form: 'meeting' | 'planning-conference',
  plan: Plan,
  inputs: Inputs,
): { start: Hours['start'] | null; end: Hours['end'] | null } {
  const [start, end] = [inputs.time('start', values.start), inputs.time('end', values.end)];
  if (start !== null && end !== null) inOrder({ start, end }, inputs);
  const isOrdinary = owner?.kind === 'group' && form === 'meeting';
  const isUsual = isOrdinary && plan.group(owner.group).pattern !== null;
  if (!isUsual && (isOrdinary || start !== null || end !== null)) {
    inputs.required('start', start);
    inputs.required('end', end);
  }
  return { start, end };
}
