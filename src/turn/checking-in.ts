// Answers to "hur går det?", the secretariat's verdict on them, and the report that they make.
import { answerWith } from '../answer/parts.ts';
import type { Clock } from '../clock.ts';
import type { SingleAnswer, UpdateStage } from '../facts.ts';
import type { GroupId, MeetingId } from '../plan/ids.ts';
import type { CheckInsQuery } from '../query.ts';
import { type CheckInsProblem, type CheckInsStep, refused, type StatusReport } from '../reminders/check-in-steps.ts';
import { roundsOf } from '../reminders/check-ins.ts';
import type { QuietRules } from '../reminders/quiet-hours.ts';
import type { Report } from '../reminders/report.ts';
import { rulesInForce, statusReport } from '../reminders/status-report.ts';
import type { Store } from '../store/store.ts';
import type { CurrentPlan } from '../updates/current-plan.ts';
import type { Asker, Updates } from '../updates/updates.ts';
import { type CheckInOccasion, makeTakingStatus, type StatusAnswer } from './status-answers.ts';
import { makeStatusVerdicts } from './status-verdicts.ts';

export interface CheckInParts {
  readonly current: CurrentPlan;
  readonly updates: Updates;
  readonly store: Pick<Store, 'subscriptions' | 'references' | 'deliveries' | 'reports'>;
  readonly rules: QuietRules;
  readonly clock: Clock;
}

export interface CheckingIn {
  answer(query: CheckInsQuery, occasion: CheckInOccasion): Promise<SingleAnswer>;
  /** A status in words by who was asked for one; null where they were not. */
  answerInWords(answer: StatusAnswer, occasion: CheckInOccasion): Promise<SingleAnswer | null>;
  /** The answers that wait, and the report before a meeting: what the secretariat is sent. */
  waiting(): Promise<readonly Report[]>;
  report(meeting: MeetingId | null): Promise<StatusReport>;
}

export function makeCheckingIn({ current, updates, store, rules, clock }: CheckInParts): CheckingIn {
  const { reports } = store;
  const take = makeTakingStatus(current, store, rules, clock);
  const verdicts = makeStatusVerdicts(updates, reports);
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
        return verdicts.approve(wish, occasion.asker);
      case 'reject':
        return verdicts.reject(wish, occasion.asker);
      case 'waiting':
        if (!updates.mayChange(occasion.asker, 'answers')) return refused({ kind: 'not-allowed' });
        return { step: 'waiting', reports: await reports.open() };
      case 'report':
        return { step: 'report', report: await reportFor(wish.groups, occasion.asker) };
      case 'rules':
        return { step: 'rules', rules: await rulesInForce(current.ledger(), store.subscriptions, rules, clock()) };
    }
  }

  async function answerInWords(given: StatusAnswer, occasion: CheckInOccasion): Promise<SingleAnswer | null> {
    const query: CheckInsQuery = { kind: 'check-ins', wish: { act: 'answer', ...given } };
    const answered = await answer(query, occasion);
    const { outcome } = answered;
    const isOther = outcome.kind === 'check-ins' && outcome.step.step === 'refused' && !isTheirs(outcome.step.problem);
    return isOther ? null : answered;
  }

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
