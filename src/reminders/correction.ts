// From what somebody holds a meeting to be, to what it is now: the one notice that says so.
import type { MeetingId } from '../plan/ids.ts';
import { daysOf } from '../plan/meeting-days.ts';
import type { Agenda } from './agenda.ts';
import type { MeetingState } from './meeting-states.ts';
import type { Notice, NoticeContent } from './notice.ts';
import { newsAt, sendableAt } from './quiet-hours.ts';
import { noticeKey, reminderOf } from './reminder.ts';
import type { Lead, Recipient } from './subscription.ts';

/** The states of a changed meeting. */
export interface Course {
  readonly meeting: MeetingId;
  /** Oldest first. */
  readonly states: readonly MeetingState[];
  /** The last of them. */
  readonly now: MeetingState;
}

/** What somebody holds a meeting to be. */
export interface Belief {
  readonly course: Course;
  /** Which of the meeting's states. */
  readonly index: number;
  /** They were told so; or else they subscribe to the meeting, and it came within their longest lead. */
  readonly isTold: boolean;
  /** The longest lead of their subscriptions to it; null where those have none. */
  readonly lead: Lead | null;
}

type ChangeContent = Extract<NoticeContent, { kind: 'moved' | 'cancelled' | 'restored' }>;

/** What a notice is made of. */
interface Telling {
  readonly recipient: Recipient;
  readonly meeting: MeetingId;
  /** When it can be told at the earliest. */
  readonly from: Date;
  readonly agenda: Agenda;
}

/** Null where the belief is true, where only quiet changes made it false, and where it is too late. */
export function correction(recipient: Recipient, belief: Belief, agenda: Agenda, now: Date): Notice | null {
  const { course, index, isTold, lead } = belief;
  const { meeting, now: after } = course;
  const before = course.states[index];
  const changed = course.states.slice(index + 1).findLast(({ quiet }) => !quiet);
  if (!before || !changed) return null;
  const telling = { recipient, meeting, from: new Date(Math.max(changed.at, now.getTime())), agenda };
  const { version } = after;
  if (before.isHeld && !after.isHeld) {
    return news(telling, { kind: 'cancelled', meeting, version }, [before.start, after.start]);
  }
  if (before.isHeld) {
    const was = isTold || isWithin(lead, after.start, changed.at, agenda) ? differenceOf(before, after) : null;
    return was && news(telling, { kind: 'moved', meeting, version, was }, [before.start, after.start]);
  }
  if (!after.isHeld) return null;
  if (!isTold) return lateReminder(telling, lead, after.start, changed.at);
  return news(telling, { kind: 'restored', meeting, version }, [after.start]);
}

/** Whether a meeting was no further away than a lead at an instant. Who has no leads wants to know in any case. */
export function isWithin(lead: Lead | null, start: Date | null, at: number, agenda: Agenda): boolean {
  if (lead === null || start === null) return lead === null;
  return agenda.dueAt(start, lead).getTime() <= at;
}

type Was = Extract<NoticeContent, { kind: 'moved' }>['was'];

/** Null where a meeting is when and where it was. */
function differenceOf({ record: before }: MeetingState, { record: after }: MeetingState): Was | null {
  if (!before || !after) return null;
  const when = (record: typeof before): string =>
    JSON.stringify(['group' in record ? daysOf(record) : (daysOf(record) ?? record.schedule), record.hours]);
  const isElsewhere = JSON.stringify(before.place) !== JSON.stringify(after.place);
  if (!isElsewhere && when(before) === when(after)) return null;
  return { days: daysOf(before), hours: before.hours, ...(isElsewhere ? { place: before.place } : {}) };
}

/** @param starts the instants that the news is of use before */
function news(telling: Telling, content: ChangeContent, starts: readonly (Date | null)[]): Notice | null {
  const { recipient, meeting, from, agenda } = telling;
  const ahead = starts.flatMap((start) => (start !== null && start > from ? [start.getTime()] : []));
  if (ahead.length === 0) return null;
  return {
    key: noticeKey(recipient, content.kind, `meeting ${meeting}`, `version ${content.version}`),
    recipient,
    content,
    dueAt: newsAt(from, new Date(Math.min(...ahead)), agenda.rules, agenda.timeZone).toISOString(),
    expiresAt: new Date(Math.max(...ahead)).toISOString(),
  };
}

/** Of a meeting that has come into the plan, or back into it, when its reminder would have been due before. */
function lateReminder(telling: Telling, lead: Lead | null, start: Date | null, at: number): Notice | null {
  const { recipient, meeting, from, agenda } = telling;
  if (lead === null || start === null || start <= from || !isWithin(lead, start, at, agenda)) return null;
  const occurrence = agenda.occurrences.find(({ of }) => of.kind === 'meeting' && of.meeting === meeting);
  if (!occurrence) return null;
  const dueAt = sendableAt(from, start, agenda.rules, agenda.timeZone, from);
  return reminderOf(recipient, agenda.slot(occurrence, lead), dueAt);
}
