// What the inputs of a form are filled with before anybody has typed: the record as the plan has it. Pure.
import { calendar, cancelledCalendar } from '../answer/calendar-items.ts';
import type { CalendarItem } from '../facts.ts';
import { type FilledForm, type FormKind, type FormRequest, partyChoice, periodChoice, type ValuesOf } from '../form.ts';
import type { Activity, Party } from '../plan/activity.ts';
import { daysOf, scheduledDays } from '../plan/fold.ts';
import type { Plan } from '../plan/plan.ts';
import type { Role } from '../plan/region.ts';
import type { Day } from '../plan/schedule.ts';

type Of<Kind extends FormKind> = Extract<FormRequest, { kind: Kind }>;

const untold = { reason: '', quiet: 'false' };
const noMeeting = { from: '', to: '', start: '', end: '', place: '', title: '', ...untold };
const newMeeting: ValuesOf<'new-meeting'> = { owner: '', planning: 'false', ...noMeeting };

/** A form as it is first shown; null where what it is about is not in the plan. */
export function prefilled(form: FormRequest, plan: Plan, today: Day): FilledForm | null {
  switch (form.kind) {
    case 'meeting': {
      const values = meetingValues(form, plan);
      return values && { kind: form.kind, form, values };
    }
    case 'new-meeting':
      return { kind: form.kind, form, values: newMeeting };
    case 'status': {
      if (!isIn(form.activity, plan.activities)) return null;
      return { kind: form.kind, form, values: { activity: form.activity ?? '', status: '', comment: '', ...untold } };
    }
    case 'activity': {
      const values = activityValues(form, plan);
      return values && { kind: form.kind, form, values };
    }
    case 'hosts':
      return isIn(form.conference, plan.conferences)
        ? { kind: form.kind, form, values: hostsValues(form, plan) }
        : null;
    case 'announcement': {
      const values = { audience: '', channel: '', message: form.text ?? '', from: '', start: '', ...untold };
      return { kind: form.kind, form, values };
    }
    case 'role':
      return isIn(form.group, plan.groups) ? { kind: form.kind, form, values: roleValues(form, plan, today) } : null;
  }
}

function isIn(id: string | null, records: readonly { readonly id: string }[]): boolean {
  return id === null || records.some((record) => record.id === id);
}

/** A meeting or occasion by its id, called off or not. */
export function itemWith(id: string, plan: Plan): CalendarItem | null {
  return [...calendar(plan), ...cancelledCalendar(plan)].find(({ record }) => record.id === id) ?? null;
}

export function meetingValues({ meeting }: Of<'meeting'>, plan: Plan): ValuesOf<'meeting'> | null {
  if (meeting === null) return { meeting: '', ...noMeeting };
  const item = itemWith(meeting, plan);
  if (!item) return null;
  const { hours, place, title } = item.record;
  const days = daysOf(item.record);
  return {
    meeting,
    from: days?.from ?? '',
    // A meeting of one day has no last day to fall out of step when it is moved.
    to: days && days.to !== days.from ? days.to : '',
    start: hours?.start ?? '',
    end: hours?.end ?? '',
    place: place ? (place.municipality === null ? place.name : plan.municipality(place.municipality).name) : '',
    title: title?.sv ?? '',
    ...untold,
  };
}

export function activityValues({ activity: id }: Of<'activity'>, plan: Plan): ValuesOf<'activity'> | null {
  const activity = plan.activities.find((one) => one.id === id);
  if (!activity) return null;
  const days = scheduledDays(activity.schedule);
  return {
    ...partyValues(activity),
    period: periodChoice(activity.schedule),
    from: days?.from ?? '',
    to: days && days.to !== days.from ? days.to : '',
    cost: activity.cost ? String(activity.cost.amount) : '',
    ...untold,
  };
}

function partyValues({ responsible }: Activity): Pick<ValuesOf<'activity'>, 'municipalities' | 'others'> {
  const choices = (those: readonly Party[]): string => those.map(partyChoice).join(',');
  const isMunicipal = ({ kind }: Party): boolean => kind === 'municipality' || kind === 'region';
  return {
    municipalities: choices(responsible.filter(isMunicipal)),
    others: choices(responsible.filter((party) => !isMunicipal(party))),
  };
}

export function hostsValues({ conference, year }: Of<'hosts'>, plan: Plan): ValuesOf<'hosts'> {
  const turn = plan.hostings.find((hosting) => hosting.conference === conference && hosting.year === year);
  return {
    conference: conference ?? '',
    year: year === null ? '' : String(year),
    hosts: turn?.hosts.join(',') ?? '',
    ...untold,
  };
}

export function roleValues({ group, role }: Of<'role'>, plan: Plan, today: Day): ValuesOf<'role'> {
  const holder = plan.roles.findLast((held) => held.group === group && held.role === role && isHeld(held, today));
  const person = holder && plan.person(holder.person);
  return {
    group: group ?? '',
    role: role ?? '',
    name: person?.name ?? '',
    municipality: person?.municipality ?? '',
    from: '',
    until: '',
    ...untold,
  };
}

/** Terms are told by year, month or day. */
function isHeld({ from, until }: Role, today: Day): boolean {
  return (from === null || from <= today) && (until === null || today.slice(0, until.length) <= until);
}
