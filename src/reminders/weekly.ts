// What comes once a week: the digest of the week ahead, and the heartbeat to the secretariat.
import { addDays, weekdayOf } from '../plan/days.ts';
import type { Day } from '../plan/schedule.ts';
import { instantAt, localAt } from '../plan/wall-clock.ts';
import { isWorkingDay } from '../plan/working-days.ts';
import type { Window } from './agenda.ts';
import type { Notice } from './notice.ts';
import { type QuietRules, withinHours } from './quiet-hours.ts';
import { noticeKey } from './reminder.ts';
import { startOfBusiness } from './start.ts';
import type { Recipient, Subscription } from './subscription.ts';

/** A week with a working day in it, and when its messages are sent. */
export interface Week {
  readonly monday: Day;
  /** Its first working day. */
  readonly day: Day;
  readonly dueAt: Date;
  /** The next Monday begins. */
  readonly over: Date;
}

/** The digests of these weeks to a recipient who has an unpaused subscription with one. */
export function digestNotices(
  recipient: Recipient,
  subscriptions: readonly Subscription[],
  weeks: readonly Week[],
): Notice[] {
  const wanted = weeks.filter((week) => subscriptions.some((one) => wants(one, week)));
  return wanted.map((week) => weekly('digest', recipient, week));
}

function wants({ createdAt, pausedUntil }: Subscription, { day, dueAt }: Week): boolean {
  return dueAt.getTime() > Date.parse(createdAt) && (pausedUntil === null || day > pausedUntil);
}

/** The heartbeats due in a window to each of these recipients. */
export function heartbeatNotices(
  recipients: readonly Recipient[],
  window: Window,
  rules: QuietRules,
  timeZone: string,
): Notice[] {
  const weeks = weeksIn(window, rules, timeZone);
  return recipients.flatMap((recipient) => weeks.map((week) => weekly('heartbeat', recipient, week)));
}

function weekly(kind: 'digest' | 'heartbeat', recipient: Recipient, { monday, dueAt, over }: Week): Notice {
  return {
    key: noticeKey(recipient, kind, monday),
    recipient,
    content: { kind, week: monday },
    dueAt: dueAt.toISOString(),
    expiresAt: over.toISOString(),
  };
}

/** The weeks whose messages are due in a window. */
export function weeksIn({ after, upTo }: Window, rules: QuietRules, timeZone: string): Week[] {
  const weeks: Week[] = [];
  const last = localAt(upTo, timeZone).day;
  for (let monday = mondayOf(localAt(after, timeZone).day); monday <= last; monday = addDays(monday, 7)) {
    const week = weekOf(monday, rules, timeZone);
    if (week && week.dueAt > after && week.dueAt <= upTo) weeks.push(week);
  }
  return weeks;
}

function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day));
}

function weekOf(monday: Day, rules: QuietRules, timeZone: string): Week | null {
  const days = [0, 1, 2, 3, 4, 5, 6].map((offset) => addDays(monday, offset));
  const day = days.find((one) => !rules.workingDaysOnly || isWorkingDay(one, rules.holidays));
  if (day === undefined) return null;
  const dueAt = instantAt(day, withinHours(startOfBusiness, rules), timeZone);
  return { monday, day, dueAt, over: instantAt(addDays(monday, 7), '00:00', timeZone) };
}
