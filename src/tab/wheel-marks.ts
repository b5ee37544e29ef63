// What a year's wheel shows: meetings, conferences and activities with a time, each with its place on the circle.
import { hasEnded, isDated, itemSpan, spanOf } from '../answer/calendar-items.ts';
import type { CalendarItem } from '../facts.ts';
import type { Activity } from '../plan/activity.ts';
import { capital } from '../render/dates.ts';
import { activityName, itemTitle, itemWhen, local, partyNames, placeName, scheduleText } from '../render/names.ts';
import type { Place } from './address.ts';
import { ask, type Kit, laneOf, lanesOf, mostLanes } from './kit.ts';
import { type Sweep, sweepOf } from './wheel.ts';

/** One thing on the wheel. */
export interface Mark {
  readonly lane: string;
  readonly sweep: Sweep;
  /** Lasts so long that it is drawn as a stretch. */
  readonly isLong: boolean;
  /** The plan names a season, and no day. */
  readonly isVague: boolean;
  readonly place: Place;
  /** What it is, when it is, and whatever else is known in a few words. */
  readonly title: string;
  readonly when: string;
  readonly where: string;
  readonly isOver: boolean;
  readonly isCancelled: boolean;
}

/** A lane of the wheel: its name, its colour, and its sign. */
export interface Lane {
  readonly key: string;
  readonly name: string;
  readonly sign: number;
}

export interface Year {
  readonly year: number;
  readonly items: readonly CalendarItem[];
  readonly activities: readonly Activity[];
  readonly lanes: readonly Lane[];
  readonly marks: readonly Mark[];
  readonly answers: readonly ReturnType<typeof ask>['answer'][];
}

/** A day is narrower than its sign; what lasts longer than this many days is drawn as long as it is. */
const longerThanDays = 7;

export function yearOf(year: number, kit: Kit): Year {
  const period = { from: `${year}-01-01`, to: `${year}-12-31`, name: { by: 'year', year } } as const;
  const { answer, outcome } = ask({ kind: 'agenda', period, place: null, content: 'all' }, kit);
  const items = [...outcome.items, ...outcome.cancelled];
  const groups = lanesOf(items, kit);
  const marks = [
    ...items.flatMap((item) => itemMark(item, year, groups, kit)),
    ...outcome.activities.flatMap((activity) => activityMarks(activity, year, kit)),
  ];
  const lanes = lanesFor(groups, kit).filter(({ key }) => marks.some(({ lane }) => lane === key));
  return { year, items, activities: outcome.activities, lanes, marks, answers: [answer] };
}

function lanesFor(groups: readonly string[], { setting, words }: Kit): Lane[] {
  const shown = setting.plan.groups.filter(({ id }) => groups.includes(id));
  const named = groups.slice(0, mostLanes).flatMap((id) => shown.find((group) => group.id === id) ?? []);
  return [
    ...named.map((group, index) => ({ key: `group-${index}`, name: local(group.name, setting), sign: index })),
    { key: 'other', name: words.otherGroups, sign: 4 },
    { key: 'conference', name: words.conferences, sign: 5 },
    { key: 'activity', name: words.activities, sign: 1 },
  ];
}

function itemMark(item: CalendarItem, year: number, groups: readonly string[], kit: Kit): Mark[] {
  const { setting, now, words } = kit;
  const span = itemSpan(item);
  const sweep = span && sweepOf(span, year);
  if (!sweep) return [];
  return [
    {
      lane: laneOf(item, groups),
      sweep,
      isLong: isLong(sweep),
      isVague: !isDated(item),
      place: { view: 'meeting', id: item.record.id },
      title: capital(itemTitle(item, setting)),
      when: capital(itemWhen(item, setting)),
      where: item.record.cancelled ? words.cancelled : placeName(item.record.place, setting),
      isOver: hasEnded(item, now),
      isCancelled: item.record.cancelled,
    },
  ];
}

/** An activity of several months has a stretch for each row of them. */
function activityMarks(activity: Activity, year: number, { setting, now }: Kit): Mark[] {
  const { schedule } = activity;
  const parts =
    schedule.kind === 'months' ? stretches(schedule.months).map((months) => ({ ...schedule, months })) : [schedule];
  return parts.flatMap((part): Mark[] => {
    const span = spanOf(part);
    const sweep = span && sweepOf(span, year);
    if (!span || !sweep) return [];
    return [
      {
        lane: 'activity',
        sweep,
        isLong: isLong(sweep),
        isVague: part.kind === 'season',
        place: { view: 'activity', id: activity.id },
        title: capital(activityName(activity, setting)),
        when: capital(scheduleText(activity, setting)),
        where: partyNames(activity.responsible, setting),
        isOver: span.to < now.day,
        isCancelled: activity.status?.status === 'cancelled',
      },
    ];
  });
}

function isLong({ start, end }: Sweep): boolean {
  return end - start > (longerThanDays / 366) * 2 * Math.PI;
}

/** @example stretches([4, 5, 7]) // [[4, 5], [7]] */
function stretches(months: readonly number[]): number[][] {
  const rows: number[][] = [];
  for (const month of months.toSorted((a, b) => a - b)) {
    const row = rows.at(-1);
    if (row?.at(-1) === month - 1) row.push(month);
    else rows.push([month]);
  }
  return rows;
}
