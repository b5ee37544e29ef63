// "Hur går det?": who is asked of which activity when, asked again, and what the secretariat gets; from plan, clock and answers.
import type { Activity } from '../plan/activity.ts';
import type { Ledger } from '../plan/fold.ts';
import type { ActivityId, MeetingId } from '../plan/ids.ts';
import type { Meeting } from '../plan/meeting.ts';
import type { Plan } from '../plan/plan.ts';
import type { CheckIn } from '../plan/region.ts';
import { instantAt, localAt } from '../plan/wall-clock.ts';
import { workingDaysBefore } from '../plan/working-days.ts';
import { isPaused } from './catch-up.ts';
import type { Told } from './changes.ts';
import { leadBefore, leadDays } from './lead.ts';
import type { Notice } from './notice.ts';
import { nextAllowed, type QuietRules, sendableAt, withinHours } from './quiet-hours.ts';
import { recipientKey } from './recipients.ts';
import { noticeKey } from './reminder.ts';
import type { Report } from './report.ts';
import { isAskedOf, type Respondents, respondentsIn } from './respondents.ts';
import { startOfBusiness, startOfDays } from './start.ts';
import type { Interest, Recipient, Subscription } from './subscription.ts';
import { topicKey } from './topics.ts';

/** The questions before one meeting. */
export interface Round {
  readonly rule: CheckIn;
  readonly meeting: Meeting;
  /** Nothing is asked, answered or chased from then on. */
  readonly start: Date;
  readonly askAt: Date;
  /** When the secretariat gets the report. */
  readonly reportAt: Date;
}

/** Working days before the meeting at which the report is sent; of questions asked within a week, the day before. */
const reportDays = 3;
const shortRoundDays = 7;

/** The rounds that the plan has in store or behind it. */
export function roundsOf(plan: Plan, rules: QuietRules): Round[] {
  return plan.checkIns.flatMap((rule) =>
    plan.meetings.filter(({ group }) => group === rule.group).map((meeting) => roundOf(rule, meeting, plan, rules)),
  );
}

function roundOf(rule: CheckIn, meeting: Meeting, { region: { timeZone } }: Plan, rules: QuietRules): Round {
  const start = startOfDays(meeting, meeting.hours, timeZone);
  const askAt = sendableAt(leadBefore(start, rule.before, timeZone), start, rules, timeZone);
  const days = leadDays(rule.before) <= shortRoundDays ? 1 : reportDays;
  const day = workingDaysBefore(meeting.from, days, rules.holidays);
  return { rule, meeting, start, askAt, reportAt: instantAt(day, withinHours(startOfBusiness, rules), timeZone) };
}

/** The round that is open at an instant before a meeting; undefined where nothing is asked then. */
export function openRound(plan: Plan, rules: QuietRules, meeting: MeetingId, now: Date): Round | undefined {
  return roundsOf(plan, rules).find((round) => round.meeting.id === meeting && isOpen(round, now));
}

export function isOpen({ askAt, start }: Round, now: Date): boolean {
  return askAt <= now && now < start;
}

export const askKey = (recipient: Recipient, meeting: MeetingId, activity: ActivityId): string =>
  noticeKey(recipient, 'check-in', `meeting ${meeting}`, `activity ${activity}`);

/** So near to the question nobody is asked again. */
const soonestChaseMs = 20 * 3_600_000;

/** Half-way from the question to the meeting; null where that is too soon. */
export function chaseAt(asked: Date, start: Date, rules: QuietRules, timeZone: string): Date | null {
  const half = new Date(asked.getTime() + (start.getTime() - asked.getTime()) / 2);
  const at = sendableAt(half, start, rules, timeZone, asked);
  return at.getTime() - asked.getTime() < soonestChaseMs ? null : at;
}

/** An answer takes some time from its giving to the store; then those of an hour are told of together. */
const gatherMs = 5 * 60_000;
const hourMs = 3_600_000;

/** When the secretariat is told that an answer waits: at the full hour, with the others of that hour. */
export function answersAt({ at }: Pick<Report, 'at'>, rules: QuietRules, timeZone: string): Date {
  const hour = Math.ceil((Date.parse(at) + gatherMs) / hourMs) * hourMs;
  return nextAllowed(new Date(hour), rules, timeZone);
}

/** What is not answered a month after it came is not news. */
const answersLastMs = 30 * 86_400_000;

export interface CheckingIn {
  readonly ledger: Ledger;
  readonly after: { readonly at: Date; readonly version: number };
  readonly now: Date;
  /** The questions that arrived before the meetings of open rounds. */
  readonly told: Iterable<Told>;
  /** The answers of open rounds, and all that wait. */
  readonly reports: readonly Report[];
  readonly secretariat: readonly Recipient[];
  readonly rules: QuietRules;
}

/** So long a subscription may take from its making to the store. */
const storingMs = 120_000;

/**
 * The questions, chasers, answers and reports that a window brings.
 *
 * A question that is due is found again whenever the plan or who answers for it has changed: its key makes it one.
 */
export class CheckInCollector {
  readonly #in: CheckingIn;
  readonly #plan: Plan;
  readonly #rounds: readonly Round[];
  readonly #respondents: Respondents;
  readonly #found = new Map<string, Notice>();

  constructor(checking: CheckingIn) {
    this.#in = checking;
    this.#plan = checking.ledger.edition.plan;
    const { now, rules } = checking;
    this.#rounds = roundsOf(this.#plan, rules).filter((round) => isOpen(round, now));
    this.#respondents = respondentsIn(checking.ledger, localAt(now, this.#plan.region.timeZone).day);
    for (const round of this.#rounds) {
      if (!this.#isNews(round.askAt)) continue;
      for (const [recipient, activities] of this.#respondents.known()) this.#askAll(round, recipient, activities);
    }
  }

  /** Whether an instant lies in the window, or the plan is another than at its beginning. */
  #isNews(instant: Date): boolean {
    const { after, ledger } = this.#in;
    return instant > after.at || after.version !== ledger.edition.version;
  }

  /** Whether whoever has such an interest is asked now, if they are not paused. Who is new is asked in any case. */
  concerns({ topic }: Interest): boolean {
    if (this.#respondents.through(topicKey(topic)).length === 0) return false;
    return this.#rounds.some(({ askAt }) => this.#isNews(askAt));
  }

  add(subscription: Subscription): void {
    const { after, now } = this.#in;
    const { timeZone } = this.#plan.region;
    if (this.#rounds.length === 0 || isPaused(subscription, now, timeZone)) return;
    const isNew = Date.parse(subscription.createdAt) > after.at.getTime() - storingMs;
    const resumes = isPaused(subscription, after.at, timeZone);
    const activities = this.#respondents.through(topicKey(subscription.topic));
    for (const round of this.#rounds) {
      if (isNew || resumes || this.#isNews(round.askAt)) this.#askAll(round, subscription.recipient, activities);
    }
  }

  #askAll(round: Round, recipient: Recipient, activities: readonly Activity[]): void {
    for (const activity of activities) this.#ask(round, recipient, activity, round.askAt, false);
  }

  #ask({ meeting, start }: Round, recipient: Recipient, activity: Activity, dueAt: Date, again: boolean): void {
    if (!isAskedOf(activity) || !isInForce(activity, meeting, this.#plan)) return;
    if (isAnswered(this.#in.reports, meeting.id, activity.id)) return;
    const key = askKey(recipient, meeting.id, activity.id);
    const notice: Notice = {
      key: again ? `${key}|again` : key,
      recipient,
      content: { kind: 'check-in', activity: activity.id, meeting: meeting.id, again },
      dueAt: dueAt.toISOString(),
      expiresAt: start.toISOString(),
    };
    this.#found.set(notice.key, notice);
  }

  /** Who was asked and is still to answer. */
  #chase(): void {
    const { told, now, rules } = this.#in;
    for (const { content, recipient, at } of told) {
      if (content.kind !== 'check-in' || content.again) continue;
      const round = this.#rounds.find(({ meeting }) => meeting.id === content.meeting);
      const activity = this.#plan.activities.find(({ id }) => id === content.activity);
      const due = round && chaseAt(new Date(at), round.start, rules, this.#plan.region.timeZone);
      if (!round || !activity || !due || due > now || !this.#isNews(due)) continue;
      this.#ask(round, recipient, activity, due, true);
    }
  }

  /** The questions to those who were added since it was last asked. */
  *questions(): Generator<Notice> {
    yield* this.#found.values();
    this.#found.clear();
  }

  /** All that is left: questions, those that are asked again, and what the secretariat gets. */
  *notices(): Generator<Notice> {
    this.#chase();
    yield* this.questions();
    for (const recipient of this.#in.secretariat) {
      yield* this.#answersTo(recipient);
      yield* this.#reportsTo(recipient);
    }
  }

  *#answersTo(recipient: Recipient): Generator<Notice> {
    const { reports, now, after, rules } = this.#in;
    const hours = reports
      .filter(({ state }) => state.kind === 'open')
      .map((report) => answersAt(report, rules, this.#plan.region.timeZone))
      .filter((due) => due > after.at && due <= now)
      .map((due) => due.toISOString());
    for (const dueAt of new Set(hours)) {
      const expiresAt = new Date(Date.parse(dueAt) + answersLastMs).toISOString();
      yield { key: noticeKey(recipient, 'answers', dueAt), recipient, content: { kind: 'answers' }, dueAt, expiresAt };
    }
  }

  *#reportsTo(recipient: Recipient): Generator<Notice> {
    for (const { meeting, reportAt, start } of this.#rounds) {
      if (reportAt > this.#in.now || !this.#isNews(reportAt)) continue;
      yield {
        key: noticeKey(recipient, 'status-report', `meeting ${meeting.id}`),
        recipient,
        content: { kind: 'status-report', meeting: meeting.id },
        dueAt: reportAt.toISOString(),
        expiresAt: start.toISOString(),
      };
    }
  }
}

/** Whether an activity is of the plan of a meeting's year, or of a later one: the plans before are over. */
export function isInForce({ source }: Activity, meeting: Meeting, plan: Plan): boolean {
  return plan.document(source.document).year >= Number(meeting.from.slice(0, 4));
}

/** Whether anybody has answered for an activity before a meeting; what the secretariat turned down is no answer. */
export function isAnswered(reports: readonly Report[], meeting: MeetingId, activity: ActivityId): boolean {
  return reports.some(
    (report) => report.meeting === meeting && report.activity === activity && report.state.kind !== 'rejected',
  );
}

type CheckInNotice = Extract<Notice['content'], { kind: 'check-in' }>;

/** Whether a question is still to be asked. @param subscriptions all of its recipient's */
export function standingOfCheckIn(
  recipient: Recipient,
  { activity: id, meeting }: CheckInNotice,
  ledger: Ledger,
  reports: readonly Report[],
  subscriptions: readonly Subscription[],
  now: Date,
  rules: QuietRules,
): 'due' | 'removed' | 'superseded' | 'unsubscribed' | 'paused' {
  const { plan } = ledger.edition;
  if (!openRound(plan, rules, meeting, now)) return 'removed';
  const activity = plan.activities.find((one) => one.id === id);
  if (!activity || !isAskedOf(activity) || isAnswered(reports, meeting, id)) return 'superseded';
  const { timeZone } = plan.region;
  const respondents = respondentsIn(ledger, localAt(now, timeZone).day);
  const answersFor = (those: readonly Activity[]): boolean => those.some((one) => one.id === id);
  const key = recipientKey(recipient);
  if (respondents.known().some(([other, those]) => recipientKey(other) === key && answersFor(those))) return 'due';
  const own = subscriptions.filter(({ topic }) => answersFor(respondents.through(topicKey(topic))));
  if (own.length === 0) return 'unsubscribed';
  return own.every((one) => isPaused(one, now, timeZone)) ? 'paused' : 'due';
}
