// Everything in a plan that lies ahead at an instant and that somebody can be reminded of.
import { deadlineKey } from '../plan/change.ts';
import type { Plan } from '../plan/plan.ts';
import { type Holidays, workingDaysBefore } from '../plan/working-days.ts';
import type { NoticeContent } from './notice.ts';
import { startOfDays, startOfHosting, startOfMeeting, startsOfSchedule } from './start.ts';
import { type Remindable, type TopicKey, topicKey, topicsOf } from './topics.ts';

type ReminderContent = Extract<NoticeContent, { kind: 'reminder' }>;

/** What a reminder is of. */
export type ReminderOf = ReminderContent['of'];

export interface Occurrence {
  readonly of: ReminderOf;
  readonly start: Date;
  /** Tells it from every other, one at another time included: what has moved is another occurrence. */
  readonly key: string;
  readonly topics: readonly TopicKey[];
}

/** What a reminder is of, whenever it starts. */
export function subjectKey(of: ReminderOf): string {
  switch (of.kind) {
    case 'meeting':
      return `meeting ${of.meeting}`;
    case 'activity':
      return `activity ${of.activity}`;
    case 'deadline':
      return `${deadlineKey(of.group, of.name)} ${of.meeting}`;
    case 'hosting':
      return `hosting ${of.conference} ${of.year}`;
  }
}

/** Every occurrence of the plan as it stands; what was called off has none. */
export function occurrencesOf(plan: Plan, holidays: Holidays): Occurrence[] {
  return [...meetings(plan), ...activities(plan), ...deadlines(plan, holidays), ...hostings(plan)];
}

function occurrence(of: ReminderOf, start: Date, subject: Remindable, plan: Plan, telling = ''): Occurrence {
  const key = `${subjectKey(of)}${telling} ${start.toISOString()}`;
  return { of, start, key, topics: topicsOf(subject, plan).map(topicKey) };
}

function meetings(plan: Plan): Occurrence[] {
  const subjects = [
    ...plan.meetings.map((record) => ({ kind: 'meeting' as const, record })),
    ...plan.occasions.map((record) => ({ kind: 'occasion' as const, record })),
  ];
  return subjects.flatMap((subject) => {
    const start = startOfMeeting(subject.record, plan.region.timeZone);
    return start ? [occurrence({ kind: 'meeting', meeting: subject.record.id }, start, subject, plan)] : [];
  });
}

/** Those that are done or called off start no more. */
function activities(plan: Plan): Occurrence[] {
  const ahead = plan.activities.filter(({ status }) => status?.status !== 'done' && status?.status !== 'cancelled');
  return ahead.flatMap((record) =>
    startsOfSchedule(record.schedule, null, plan.region.timeZone).map((start) =>
      occurrence({ kind: 'activity', activity: record.id }, start, { kind: 'activity', record }, plan),
    ),
  );
}

function deadlines(plan: Plan, holidays: Holidays): Occurrence[] {
  return plan.deadlines.flatMap(({ group, name, workingDays }) =>
    plan.meetings
      .filter((meeting) => meeting.group === group)
      .map((meeting) => {
        const day = workingDaysBefore(meeting.from, workingDays, holidays);
        const of = { kind: 'deadline' as const, group, name, meeting: meeting.id, day };
        const start = startOfDays({ from: day }, null, plan.region.timeZone);
        return occurrence(of, start, { kind: 'deadline', group }, plan);
      }),
  );
}

/** Other hosts are another occurrence: who was told of the old ones is told of the new. */
function hostings(plan: Plan): Occurrence[] {
  return plan.hostings.map((record) => {
    const { conference, year, hosts } = record;
    const start = startOfHosting(year, plan.region.timeZone);
    const of = { kind: 'hosting' as const, conference, year };
    return occurrence(of, start, { kind: 'hosting', record }, plan, ` ${[...hosts].sort().join('+')}`);
  });
}
