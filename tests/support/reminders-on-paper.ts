// A year's reminders worked out as one would on paper: by wall-clock texts, one meeting at a time, with nothing of src/reminders/.
import type { Plan } from '../../src/plan/plan.ts';
import type { Schedule } from '../../src/plan/schedule.ts';
import type { Subscription } from '../../src/reminders/subscription.ts';

/** What nobody works on, from the printed almanac; Saturdays and Sundays are not named. */
const daysOff = new Set(
  [
    '2018-12-24 2018-12-25 2018-12-26 2018-12-31 2019-01-01 2019-04-19 2019-04-22 2019-05-01 2019-05-30 2019-06-06',
    '2019-06-21 2019-12-24 2019-12-25 2019-12-26 2019-12-31 2020-01-01 2020-01-06 2020-04-10 2020-04-13',
  ].flatMap((line) => line.split(' ')),
);

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  dateStyle: 'short',
  timeStyle: 'short',
});
const minute = 60_000;

/** "2019-04-04 12:00" as the clock on the wall shows it. */
const onTheWall = (instant: number): string => clock.format(instant);

/** Swedish time is one hour ahead of UTC in winter, two in summer. */
function instant(wall: string): number {
  const [day, time] = wall.split(' ');
  const winter = Date.parse(`${day}T${time}:00+01:00`);
  const summer = Date.parse(`${day}T${time}:00+02:00`);
  return onTheWall(summer) === wall ? summer : winter;
}

const dayAfter = (day: string, days: number): string => {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
};

const isOff = (day: string): boolean => daysOff.has(day) || [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay());

function monthsBefore(day: string, months: number): string {
  let [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  for (let left = months; left > 0; left -= 1) {
    month -= 1;
    if (month === 0) [year, month] = [year - 1, 12];
  }
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (date > last) date = last;
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

function back(start: string, amount: number, unit: string): number {
  const [day = '', time = ''] = start.split(' ');
  if (unit === 'minutes') return instant(start) - amount * minute;
  if (unit === 'hours') return instant(start) - amount * 60 * minute;
  if (unit === 'months') return instant(`${monthsBefore(day, amount)} ${time}`);
  return instant(`${dayAfter(day, unit === 'weeks' ? -7 * amount : -amount)} ${time}`);
}

/** Moved to 07.00–20.00 of a working day, and never later. */
function inDaytime(wanted: number): number {
  let [day = '', time = ''] = onTheWall(wanted).split(' ');
  if (isOff(day)) {
    while (isOff(day)) day = dayAfter(day, -1);
    if (time < '07:00') time = '07:00';
    if (time > '20:00') time = '20:00';
    return instant(`${day} ${time}`);
  }
  let moved = wanted;
  for (;;) {
    [day = '', time = ''] = onTheWall(moved).split(' ');
    if (!isOff(day) && time >= '07:00' && time <= '20:00') return moved;
    moved -= minute;
  }
}

interface Item {
  readonly name: string;
  readonly start: string;
  readonly topics: readonly string[];
  readonly isTurn?: true;
}

function days(schedule: Schedule): string[] {
  if (schedule.kind === 'date') return [schedule.date];
  if (schedule.kind === 'range') return [schedule.from];
  if (schedule.kind !== 'months') return [];
  const months = schedule.months.map((month) => `${schedule.year}-${String(month).padStart(2, '0')}-01`);
  return months.filter((month) => !months.includes(monthsBefore(month, 1)));
}

function items(plan: Plan): Item[] {
  const found: Item[] = [];
  for (const { id, group, from, hours, place } of plan.meetings) {
    const at = place?.municipality ? [`municipality ${place.municipality}`] : [];
    found.push({
      name: id,
      start: `${from} ${hours?.start ?? '08:00'}`,
      topics: ['everything', `group ${group}`, ...at],
    });
    for (const deadline of plan.deadlines.filter((one) => one.group === group)) {
      let day: string = from;
      for (let left = deadline.workingDays; left > 0; left -= isOff(day) ? 0 : 1) day = dayAfter(day, -1);
      found.push({ name: `${deadline.name} ${id}`, start: `${day} 08:00`, topics: ['everything', `group ${group}`] });
    }
  }
  for (const { id, conference, year, schedule, hours, place } of plan.occasions) {
    const topics = ['everything', `conference ${conference}`];
    if (place?.municipality) topics.push(`municipality ${place.municipality}`);
    for (const turn of plan.hostings) {
      if (turn.conference === conference && turn.year === year)
        topics.push(...turn.hosts.map((host) => `municipality ${host}`));
    }
    for (const group of plan.groups) {
      const answers = plan.conference(conference).responsible === group.id || group.conferences.includes(conference);
      if (answers) topics.push(`group ${group.id}`);
    }
    for (const day of days(schedule).slice(0, 1))
      found.push({ name: id, start: `${day} ${hours?.start ?? '08:00'}`, topics });
  }
  for (const { id, schedule, responsible, status } of plan.activities) {
    if (status?.status === 'done' || status?.status === 'cancelled') continue;
    const parties = responsible.flatMap((party) =>
      party.kind === 'group' || party.kind === 'municipality' ? [`${party.kind} ${party.id}`] : [],
    );
    const topics = ['everything', `activity ${id}`, ...parties];
    for (const day of days(schedule)) found.push({ name: id, start: `${day} 08:00`, topics });
  }
  for (const { conference, year, hosts } of plan.hostings) {
    const topics = [`conference ${conference}`, ...hosts.map((host) => `municipality ${host}`)];
    found.push({ name: `${conference} ${year}`, start: `${year}-01-01 08:00`, topics, isTurn: true });
  }
  return found;
}

/** 24 hours pass for a little shorter than a day. */
const inMinutes = (amount: number, unit: string): number =>
  amount * ({ minutes: 1, hours: 60, days: 1440.1, weeks: 10_080.7, months: 43_829 }[unit] ?? Number.NaN);

/**
 * "2019-03-21 12:00 anna samarbetskommitten-2019-04-04 -14 days" of every reminder and digest between two days,
 * inclusive, in order. Weeks are told as days.
 */
export function onPaper(plan: Plan, subscriptions: readonly Subscription[], from: string, to: string): string[] {
  const found = new Map<string, { readonly line: string; readonly minutes: number }>();
  const all = items(plan);
  const end = instant(`${to} 23:59`);
  const isWanted = (due: number, { createdAt, pausedUntil }: Subscription): boolean => {
    const day = onTheWall(due).slice(0, 10);
    return day >= from && due <= end && due > Date.parse(createdAt) && !(pausedUntil !== null && day <= pausedUntil);
  };
  for (const subscription of subscriptions) {
    const { recipient, topic, leads, digest } = subscription;
    const who = recipient.kind === 'person' ? recipient.person : recipient.conversation;
    const about = 'group' in topic ? `group ${topic.group}` : Object.values(topic).join(' ');
    for (const { name, start, topics, isTurn } of all) {
      if (!topics.includes(about)) continue;
      const own = isTurn ? leads.filter(({ unit }) => unit === 'months') : leads;
      const turn = [6, 3].map((amount) => ({ amount, unit: 'months' as const }));
      for (const { amount, unit } of isTurn && own.length === 0 && leads.length > 0 ? turn : own) {
        const due = inDaytime(back(start, amount, unit));
        if (!isWanted(due, subscription)) continue;
        const told = unit === 'weeks' ? `${amount * 7} days` : `${amount} ${unit}`;
        const minutes = inMinutes(amount, unit);
        const once = `${recipient.kind} ${who} ${name} ${start} ${due}`;
        const other = found.get(once);
        if (!other || other.minutes > minutes)
          found.set(once, { line: `${onTheWall(due)} ${who} ${name} -${told}`, minutes });
      }
    }
    if (!digest) continue;
    for (let monday = '2018-12-31'; monday <= to; monday = dayAfter(monday, 7)) {
      const day = [0, 1, 2, 3, 4, 5, 6].map((more) => dayAfter(monday, more)).find((one) => !isOff(one));
      if (day === undefined || !isWanted(instant(`${day} 08:00`), subscription)) continue;
      found.set(`${who} digest ${monday}`, { line: `${day} 08:00 ${who} digest ${monday}`, minutes: 0 });
    }
  }
  return [...found.values()].map(({ line }) => line).sort();
}
