// Records as changes make and edit them.
import type { Activity } from './activity.ts';
import type { Change, MeetingFields } from './change.ts';
import type { Meeting, Occasion } from './meeting.ts';
import { scheduleOf } from './meeting-days.ts';
import type { Day } from './schedule.ts';
import type { Note } from './source.ts';

type Of<Kind extends Change['kind']> = Extract<Change, { kind: Kind }>;

/** The meeting or conference that is added. */
export function newItem({ meeting: id, owner, days, hours, place, title }: Of<'add-meeting'>): Meeting | Occasion {
  const common = { id, hours, place, title, cancelled: false, source: null, notes: [] };
  if (owner.kind === 'group') return { ...common, group: owner.group, kind: owner.form, ...days };
  const { conference } = owner;
  return { ...common, conference, year: yearOf(days.from), schedule: scheduleOf(days) };
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** Notes on what was set speak of what the document said, and go with it. */
export function edited(item: Meeting | Occasion, set: MeetingFields): Meeting | Occasion {
  const { days, hours, place, title } = set;
  const gone: Partial<Record<Note['about'], unknown>> = { date: days, time: hours, place };
  const common = {
    ...(hours === undefined ? {} : { hours }),
    ...(place === undefined ? {} : { place }),
    ...(title === undefined ? {} : { title }),
    notes: item.notes.filter(({ about }) => gone[about] === undefined),
  };
  if ('group' in item) return { ...item, ...days, ...common };
  return { ...item, ...(days ? { schedule: scheduleOf(days), year: yearOf(days.from) } : {}), ...common };
}

export function editedActivity(activity: Activity, { set }: Of<'edit-activity'>): Activity {
  return {
    ...activity,
    ...(set.responsible ? { responsible: set.responsible, responsibleWording: null } : {}),
    ...(set.schedule ? { schedule: set.schedule } : {}),
    ...(set.cost === undefined ? {} : { cost: costOf(set.cost) }),
    notes: activity.notes.filter(({ about }) => !(about in set)),
  };
}

function costOf(amount: number | null): Activity['cost'] {
  return amount === null ? null : { amount, wording: String(amount) };
}
