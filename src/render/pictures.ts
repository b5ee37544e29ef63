// What people would rather look at than read: the year month by month, who hosts when, how much has come how far.
import type { CalendarItem, Rotation } from '../facts.ts';
import { type Activity, Status } from '../plan/activity.ts';
import { capital, formatDays, shortMonth } from './dates.ts';
import { itemDays, local, municipalityNames, type Setting } from './names.ts';
import type { Bar, Block, TableRow } from './page.ts';

/** Stands in a table where the plan says nothing. */
const nothing = '–';

// === The year

/** As few can be read as well. */
const fewestForYear = 4;

/**
 * A year month by month, with the months in which nothing is; null where a list says it as well.
 *
 * @param described what it is, and where
 */
export function yearTable(
  items: readonly CalendarItem[],
  year: number,
  described: (item: CalendarItem) => string,
  setting: Setting,
): Block | null {
  if (items.length < fewestForYear) return null;
  const { say, today, locale } = setting;
  const months = Array.from({ length: 12 }, (_, index): TableRow => {
    const key = `${year}-${String(index + 1).padStart(2, '0')}`;
    const isNow = today.startsWith(key);
    const name = capital(shortMonth(index + 1, locale));
    const lines = items.flatMap((item) =>
      firstDay(item)?.startsWith(key) ? [`${daysOf(item, setting)}: ${described(item)}`] : [],
    );
    return { cells: [[isNow ? say.now(name) : name], lines.length > 0 ? lines : [nothing]], isNow };
  });
  const before = items.filter((item) => (firstDay(item) ?? `${year}`) < `${year}`);
  const undated = items.filter((item) => firstDay(item) === null);
  const others = [...before, ...undated].map(
    (item): TableRow => ({
      cells: [[capital(itemDays(item, setting))], [described(item)]],
      isNow: false,
    }),
  );
  return { kind: 'table', heads: [say.month, say.calendarHeading], rows: [...months, ...others] };
}

function firstDay(item: CalendarItem): string | null {
  if (item.kind === 'meeting') return item.record.from;
  const { schedule } = item.record;
  return schedule.kind === 'date' ? schedule.date : schedule.kind === 'range' ? schedule.from : null;
}

function daysOf(item: CalendarItem, { today, locale }: Setting): string {
  const to = item.kind === 'meeting' ? item.record.to : lastDay(item);
  return capital(formatDays(firstDay(item) ?? '', to, today, locale));
}

function lastDay({ record: { schedule } }: Extract<CalendarItem, { kind: 'occasion' }>): string {
  return schedule.kind === 'range' ? schedule.to : schedule.kind === 'date' ? schedule.date : '';
}

// === The rotation

/** Fewer turns are a sentence. */
const fewestTurns = 3;

/** A table a conference, since two of their names side by side are wider than a phone; none where there is hardly a rotation. */
export function rotationTables(rotations: readonly Rotation[], setting: Setting): Block[] {
  const turns = rotations.reduce((sum, { hostings }) => sum + hostings.length, 0);
  return turns < fewestTurns ? [] : rotations.map((rotation) => rotationTable(rotation, setting));
}

function rotationTable({ conference, hostings }: Rotation, setting: Setting): Block {
  const { say, today } = setting;
  const rows = hostings.map(({ year, hosts }): TableRow => {
    const isNow = today.startsWith(String(year));
    return { cells: [[isNow ? say.thisYear(year) : String(year)], [municipalityNames(hosts, setting)]], isNow };
  });
  return { kind: 'table', heads: [say.year, local(conference.name, setting)], rows };
}

// === Status

/** How many of the activities have which status, those of which nothing is known last. */
export function statusBars(activities: readonly Activity[], setting: Setting): Block {
  const { say } = setting;
  const of = activities.length;
  const bar = (label: string, count: number): Bar[] =>
    count === 0 ? [] : [{ label: capital(label), value: say.ofAll(count, of), count, of }];
  const reported = Status.options.flatMap((status) =>
    bar(say.status[status], activities.filter((activity) => activity.status?.status === status).length),
  );
  return {
    kind: 'bars',
    rows: [...reported, ...bar(say.scope.withoutStatus, activities.filter(({ status }) => status === null).length)],
  };
}
