// Answers to "hur går det?", the secretariat's verdict on them, and the report that they make.
import { answerWith } from '../answer/parts.ts';
import type { Clock } from '../clock.ts';
import type { SingleAnswer, UpdateStage } from '../facts.ts';
import { longestComment } from '../plan/change.ts';
import type { ActivityId, GroupId, MeetingId } from '../plan/ids.ts';
import type { CheckInsQuery } from '../query.ts';
import type { CheckInsProblem, CheckInsStep, StatusReport } from '../reminders/check-in-steps.ts';
import { askKey, isAnswered, isOpen, type Round, roundsOf } from '../reminders/check-ins.ts';
import type { QuietRules } from '../reminders/quiet-hours.ts';
import { recipientKey } from '../reminders/recipients.ts';
import { type Report, reportId } from '../reminders/report.ts';
import { isAskedOf } from '../reminders/respondents.ts';
import { rulesInForce, statusReport } from '../reminders/status-report.ts';
import type { Recipient } from '../reminders/subscription.ts';
import type { Store } from '../store/store.ts';
import type { CurrentPlan } from '../updates/current-plan.ts';
import { cleaned } from '../updates/resolution.ts';
import type { Asker, Updates } from '../updates/updates.ts';
import { placeId } from './reminder-cases.ts';
import type { Incoming } from './turn-types.ts';

export interface CheckInParts {
  readonly current: CurrentPlan;
  readonly updates: Updates;
  readonly store: Pick<Store, 'subscriptions' | 'references' | 'deliveries' | 'reports'>;
  readonly rules: QuietRules;
  readonly clock: Clock;
}

/** Who answers, and where. */
export interface CheckInOccasion extends Pick<Incoming, 'scope' | 'conversation'> {
  readonly asker: Asker;
}

type Wish<Act extends CheckInsQuery['wish']['act']> = Extract<CheckInsQuery['wish'], { act: Act }>;
export type StatusAnswer = Omit<Wish<'answer'>, 'act'>;

export interface CheckingIn {
  answer(query: CheckInsQuery, occasion: CheckInOccasion): Promise<SingleAnswer>;
  /** A status in words by who was asked for one; null where they were not. */
  answerInWords(answer: StatusAnswer, occasion: CheckInOccasion): Promise<SingleAnswer | null>;
  /** The answers that wait, and the report before a meeting: what the secretariat is sent. */
  waiting(): Promise<readonly Report[]>;
  report(meeting: MeetingId | null): Promise<StatusReport>;
}

const refused = (problem: CheckInsProblem): CheckInsStep => ({ step: 'refused', problem });

export function makeCheckingIn({ current, updates, store, rules, clock }: CheckInParts): CheckingIn {
  const { deliveries, reports } = store;
  const plan = () => current.ledger().edition.plan;

  async function answer(query: CheckInsQuery, occasion: CheckInOccasion): Promise<SingleAnswer> {
    await current.refresh();
    const step = await stepFor(query.wish, occasion);
    if ('stage' in step) return answerWith({ outcome: { kind: 'update', step } });
    const activities = 'report' in step && 'activity' in step.report ? [step.report.activity] : [];
    return answerWith({ outcome: { kind: 'check-ins', query, step }, focus: { activities } });
  }

  async function stepFor(wish: CheckInsQuery['wish'], occasion: CheckInOccasion): Promise<CheckInsStep | UpdateStage> {
    switch (wish.act) {
      case 'answer':
        return take(wish, occasion);
      case 'approve':
        return approve(wish, occasion.asker);
      case 'reject':
        return reject(wish, occasion.asker);
      case 'waiting':
        if (!updates.mayChange(occasion.asker, 'answers')) return refused({ kind: 'not-allowed' });
        return { step: 'waiting', reports: await reports.open() };
      case 'report':
        return { step: 'report', report: await reportFor(wish.groups, occasion.asker) };
      case 'rules':
        return { step: 'rules', rules: await rulesInForce(current.ledger(), store.subscriptions, rules, clock()) };
    }
  }

  // === Answers

  async function answerInWords(given: StatusAnswer, occasion: CheckInOccasion): Promise<SingleAnswer | null> {
    const query: CheckInsQuery = { kind: 'check-ins', wish: { act: 'answer', ...given } };
    const answered = await answer(query, occasion);
    const { outcome } = answered;
    const isOther = outcome.kind === 'check-ins' && outcome.step.step === 'refused' && !isTheirs(outcome.step.problem);
    return isOther ? null : answered;
  }

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

  // === Verdicts

  async function approve({ report: id, at }: Wish<'approve' | 'reject'>, asker: Asker) {
    if (!updates.mayChange(asker, 'approve')) return refused({ kind: 'not-allowed' });
    const found = await decidable(id, at);
    if ('kind' in found && found.kind !== 'approved') return refused(found);
    const report = 'kind' in found ? found.report : found;
    const { activity, status, comment, author: by, base } = report;
    const change = { kind: 'post-status' as const, activity, status, comment, reported: { by, at: report.at } };
    const step = await updates.accept({ id: `report ${id} ${report.at}`, change, base }, asker);
    if (step.stage !== 'done') return step;
    await reports.settle(id, report.at, { kind: 'approved', version: step.change.entry.version });
    return { step: 'approved' as const, change: step.change, again: step.again, left: await reports.open() };
  }

  async function reject({ report: id, at }: Wish<'approve' | 'reject'>, asker: Asker): Promise<CheckInsStep> {
    if (!updates.mayChange(asker, 'reject')) return refused({ kind: 'not-allowed' });
    const found = await decidable(id, at);
    if ('kind' in found) return refused(found);
    if (!(await reports.settle(id, at, { kind: 'rejected' }))) return refused({ kind: 'gone' });
    return { step: 'rejected', report: { ...found, state: { kind: 'rejected' } }, left: await reports.open() };
  }

  async function decidable(id: string, at: string): Promise<Report | Extract<CheckInsProblem, { kind: string }>> {
    const report = await reports.find(id);
    if (!report) return { kind: 'gone' };
    if (report.state.kind === 'approved') return { kind: 'approved', report };
    if (report.at !== at) return { kind: 'changed', report };
    return report.state.kind === 'rejected' ? { kind: 'rejected', report } : report;
  }

  // === The report

  async function reportFor(groups: readonly GroupId[], asker: Asker): Promise<StatusReport> {
    const ahead = roundsOf(plan(), rules)
      .filter(({ rule, start }) => start > clock() && (groups.length === 0 || groups.includes(rule.group)))
      .sort((a, b) => a.start.getTime() - b.start.getTime());
    const whole = await report(ahead[0]?.meeting.id ?? null);
    return updates.standing(asker) === 'secretary' ? whole : { ...whole, inside: null };
  }

  function report(meeting: MeetingId | null): Promise<StatusReport> {
    return statusReport(plan(), meeting, store);
  }

  return { answer, answerInWords, waiting: () => reports.open(), report };
}

/** Whether a refusal concerns somebody who was asked. */
function isTheirs({ kind }: CheckInsProblem): boolean {
  return kind !== 'not-asked' && kind !== 'unknown-asker';
}
