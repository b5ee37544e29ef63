// An answer to "hur går det?" by who was asked: taken, taken anew, or why it is none.
import type { Clock } from '../clock.ts';
import { longestComment } from '../plan/change.ts';
import type { ActivityId } from '../plan/ids.ts';
import type { CheckInsQuery } from '../query.ts';
import { type CheckInsProblem, type CheckInsStep, refused } from '../reminders/check-in-steps.ts';
import { askKey, isAnswered, isOpen, type Round, roundsOf } from '../reminders/check-ins.ts';
import type { QuietRules } from '../reminders/quiet-hours.ts';
import { recipientKey } from '../reminders/recipients.ts';
import { type Report, reportId } from '../reminders/report.ts';
import { isAskedOf } from '../reminders/respondents.ts';
import type { Recipient } from '../reminders/subscription.ts';
import type { Store } from '../store/store.ts';
import type { CurrentPlan } from '../updates/current-plan.ts';
import { cleaned } from '../updates/resolution.ts';
import type { Asker } from '../updates/updates.ts';
import { placeId } from './reminder-cases.ts';
import type { Incoming } from './turn-types.ts';

/** Who answers, and where. */
export interface CheckInOccasion extends Pick<Incoming, 'scope' | 'conversation'> {
  readonly asker: Asker;
}

export type StatusAnswer = Omit<Extract<CheckInsQuery['wish'], { act: 'answer' }>, 'act'>;

export type TakeStatus = (given: StatusAnswer, occasion: CheckInOccasion) => Promise<CheckInsStep>;

export function makeTakingStatus(
  current: CurrentPlan,
  { deliveries, reports }: Pick<Store, 'deliveries' | 'reports'>,
  rules: QuietRules,
  clock: Clock,
): TakeStatus {
  const plan = () => current.ledger().edition.plan;

  async function take(given: StatusAnswer, occasion: CheckInOccasion): Promise<CheckInsStep> {
    const author = occasion.asker.identity;
    if (!author) return refused({ kind: 'unknown-asker' });
    const comment = (given.comment && cleaned(given.comment)) || null;
    if (comment && comment.length > longestComment) {
      return refused({ kind: 'too-long', length: comment.length, most: longestComment });
    }
    const asked = await askedOf(given, occasion);
    if ('kind' in asked) return refused(asked);
    const activity = plan().activities.find(({ id }) => id === given.activity);
    if (!activity || !isAskedOf(activity)) return refused({ kind: 'closed', activity: given.activity });
    const about = { activity: given.activity, meeting: asked.round.meeting.id };
    const id = reportId(about, author);
    const before = await reports.find(id);
    if (before?.state.kind === 'approved') return refused({ kind: 'approved', report: before });
    const left = () => leftOf(asked.round, asked.recipient, given.activity);
    const isSame =
      before?.state.kind === 'open' &&
      before.status === given.status &&
      (comment === null || comment === before.comment);
    if (before && isSame) return { step: 'answered', report: before, was: 'same', left: await left() };
    const { version: base } = current.ledger().edition;
    const at = clock().toISOString();
    const report: Report = { id, ...about, author, status: given.status, comment, at, base, state: { kind: 'open' } };
    // A secretary may have said yes in between.
    if (!(await reports.put(report))) return refused({ kind: 'approved', report });
    return { step: 'answered', report, was: before ? 'changed' : 'new', left: await left() };
  }

  /** The open round in which somebody was asked of an activity, themselves or where they write; or why there is none. */
  async function askedOf(
    { activity, meeting }: StatusAnswer,
    { asker, scope, conversation }: CheckInOccasion,
  ): Promise<{ readonly round: Round; readonly recipient: Recipient } | CheckInsProblem> {
    const { identity } = asker;
    if (!identity) return { kind: 'unknown-asker' };
    const tenant = identity.tenant.toLowerCase();
    const own: Recipient = { kind: 'person', tenant, person: identity.person.toLowerCase() };
    const here: Recipient = { kind: 'conversation', tenant, conversation: placeId(conversation) };
    const now = clock();
    let isLate = false;
    for (const round of roundsOf(plan(), rules)) {
      if (meeting !== null && round.meeting.id !== meeting) continue;
      for (const recipient of scope === 'personal' ? [own] : [here, own]) {
        const delivery = await deliveries.find(askKey(recipient, round.meeting.id, activity));
        if (delivery?.state.kind !== 'sent' && delivery?.state.kind !== 'posting') continue;
        if (isOpen(round, now)) return { round, recipient };
        isLate = true;
      }
    }
    return { kind: isLate ? 'late' : 'not-asked' };
  }

  async function leftOf({ meeting }: Round, recipient: Recipient, done: ActivityId): Promise<ActivityId[]> {
    const [told, given] = await Promise.all([deliveries.told(meeting.id), reports.before(meeting.id)]);
    const key = recipientKey(recipient);
    const asked = told.flatMap(({ content, recipient: to }) =>
      content.kind === 'check-in' && recipientKey(to) === key ? [content.activity] : [],
    );
    const isLeft = (id: ActivityId): boolean => {
      const activity = plan().activities.find((one) => one.id === id);
      return id !== done && activity !== undefined && isAskedOf(activity) && !isAnswered(given, meeting.id, id);
    };
    return [...new Set(asked)].filter(isLeft);
  }

  return take;
}
