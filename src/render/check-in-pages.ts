// Questions of status and their answers: the question, the receipt, the secretariat's verdict, the report, what is set.
import type { Outcome } from '../facts.ts';
import type { Activity, Status } from '../plan/activity.ts';
import type { ActivityId, MeetingId } from '../plan/ids.ts';
import { localAt } from '../plan/wall-clock.ts';
import type { CheckInsQuery } from '../query.ts';
import type { CheckInsProblem, CheckInsStep, RuleInForce, StatusReport } from '../reminders/check-in-steps.ts';
import type { NoticeContent } from '../reminders/notice.ts';
import type { Report } from '../reminders/report.ts';
import { ledgerClause, undoButton } from './changes.ts';
import { englishCheckIns } from './check-in-phrases.en.ts';
import { swedishCheckIns } from './check-in-phrases.sv.ts';
import type { CheckInPhrases } from './check-in-phrases.ts';
import { capital, formatCount, formatDate, joinWords } from './dates.ts';
import { activityName, local, type Setting } from './names.ts';
import { type Block, type Button, type Item, type Page, sentence } from './page.ts';
import { instantText, ofText } from './reminder-names.ts';

export function checkInsIn({ locale }: Setting): CheckInPhrases {
  return locale === 'sv' ? swedishCheckIns : englishCheckIns;
}

export function checkInsPage({ step }: Extract<Outcome, { kind: 'check-ins' }>, setting: Setting): Page {
  const say = checkInsIn(setting);
  switch (step.step) {
    case 'answered':
      return answeredPage(step, setting);
    case 'approved': {
      const { change, again, left } = step;
      const lead = (again ? say.approvedBefore : say.approved)(ledgerClause(change, setting));
      return withNext(lead, left, setting, change.undone ? [] : [undoButton(change, setting)]);
    }
    case 'rejected': {
      const { report, left } = step;
      return withNext(say.rejected(report.author.name, nameOf(report.activity, setting)), left, setting);
    }
    case 'waiting':
      return waitingPage(step.reports, setting);
    case 'report':
      return reportPage(step.report, setting);
    case 'rules':
      return rulesPage(step.rules, setting);
    case 'refused':
      return refusedPage(step.problem, setting);
  }
}

function nameOf(id: ActivityId, setting: Setting): string {
  const activity = setting.plan.activities.find((one) => one.id === id);
  return activity ? activityName(activity, setting) : '';
}

function meetingText(meeting: MeetingId, setting: Setting): string {
  return ofText({ kind: 'meeting', meeting }, setting) ?? '';
}

const query = (wish: CheckInsQuery['wish']): Button['action'] => ({ query: { kind: 'check-ins', wish } });

// === The question

/** What one press answers. Whoever pauses or plans an activity writes to the secretariat. */
const offered: readonly Status[] = ['ongoing', 'done', 'delayed'];

function answerButtons(activity: ActivityId, meeting: MeetingId, { say }: Setting): Button[] {
  return offered.map((status) => ({
    title: capital(say.status[status]),
    action: query({ act: 'answer', activity, meeting, status, comment: null }),
    replaces: true as const,
  }));
}

/** A box for a comment, and how to answer in words. */
function answerBlocks(activity: ActivityId, setting: Setting): Block[] {
  const say = checkInsIn(setting);
  return [
    { kind: 'input', id: 'comment', label: say.comment, example: say.commentExample },
    { kind: 'text', paragraphs: [say.howToAnswer(nameOf(activity, setting))] },
  ];
}

type Question = Extract<NoticeContent, { kind: 'check-in' }>;

/** The first of the questions to be answered; the others follow each answer. */
export function questionPage([first, ...others]: readonly Question[], setting: Setting): Page {
  const say = checkInsIn(setting);
  if (!first) return sentence(say.noneWaiting);
  const { activity, meeting, again } = first;
  const items = others.map((one): Item => ({ title: capital(nameOf(one.activity, setting)), details: [] }));
  return {
    lead: say.question(nameOf(activity, setting), meetingText(meeting, setting), again),
    blocks: [
      ...answerBlocks(activity, setting),
      ...(items.length > 0 ? [{ kind: 'list' as const, heading: say.afterwards, items }] : []),
    ],
    buttons: answerButtons(activity, meeting, setting),
  };
}

type Step<Name extends CheckInsStep['step']> = Extract<CheckInsStep, { step: Name }>;

function answeredPage({ report, was, left }: Step<'answered'>, setting: Setting): Page {
  const say = checkInsIn(setting);
  const { activity, meeting, status, comment } = report;
  const thanks = say.answered(was, nameOf(activity, setting), setting.say.status[status], comment);
  const more = comment === null ? [say.mayComment] : [];
  const [next] = left;
  if (next === undefined) return sentence([thanks, ...more].join(' '));
  return {
    lead: [thanks, ...more, say.nextQuestion(nameOf(next, setting))].join(' '),
    blocks: answerBlocks(next, setting),
    buttons: answerButtons(next, meeting, setting),
  };
}

// === The secretariat's verdict

function verdictButtons({ id, at }: Report, setting: Setting): Button[] {
  const { buttons } = checkInsIn(setting);
  return [
    { title: buttons.approve, action: query({ act: 'approve', report: id, at }), replaces: true },
    { title: buttons.reject, action: query({ act: 'reject', report: id, at }), replaces: true },
  ];
}

function answerText({ author, activity, status, comment }: Report, setting: Setting): string {
  return checkInsIn(setting).answer(author.name, nameOf(activity, setting), setting.say.status[status], comment);
}

/** The oldest of the answers to say yes or no to; the others follow each verdict. */
export function waitingPage([first, ...others]: readonly Report[], setting: Setting): Page {
  const say = checkInsIn(setting);
  if (!first) return sentence(say.noneWaiting, [reportButton(setting)]);
  return {
    lead: `${answerText(first, setting)} ${say.isRight}`,
    blocks: [
      { kind: 'text', paragraphs: [say.ownWords(nameOf(first.activity, setting))] },
      ...list(
        say.moreWaiting,
        others.map((one) => reportItem(one, setting)),
      ),
    ],
    buttons: verdictButtons(first, setting),
  };
}

function reportButton(setting: Setting): Button {
  return { title: checkInsIn(setting).buttons.report, action: query({ act: 'report', groups: [] }) };
}

/** A receipt, and the next answer that waits. */
function withNext(receipt: string, left: readonly Report[], setting: Setting, own: readonly Button[] = []): Page {
  if (left.length === 0) return sentence(receipt, [...own, reportButton(setting)]);
  const page = waitingPage(left, setting);
  return { ...page, lead: `${receipt} ${page.lead}`, buttons: [...(page.buttons ?? []), ...own] };
}

function reportItem(report: Report, setting: Setting): Item {
  const { activity, status, comment, author, at } = report;
  const { plan, today, locale } = setting;
  const date = formatDate(localAt(new Date(at), plan.region.timeZone).day, today, locale);
  const who = checkInsIn(setting).waitingItem(author.name, date);
  return {
    title: `${capital(nameOf(activity, setting))}: ${setting.say.status[status]}`,
    details: [...(comment === null ? [] : [comment]), who],
  };
}

function list(heading: string, items: readonly Item[]): Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', heading, items }];
}

// === The report

const order = ['delayed', 'paused', 'ongoing', 'planned', 'done', 'cancelled', 'unreported'] as const;

export function reportPage({ meeting, activities, inside }: StatusReport, setting: Setting): Page {
  const say = checkInsIn(setting);
  const byStatus = Map.groupBy(activities, ({ status }) => status?.status ?? 'unreported');
  const present = order.flatMap((status) => {
    const those = byStatus.get(status) ?? [];
    return those.length === 0 ? [] : [{ status, those }];
  });
  const counts = joinWords(
    present.map(({ status, those }) => say.counts[status](those.length)),
    setting.locale,
  );
  const { waiting, silent } = inside ?? { waiting: [], silent: [] };
  return {
    lead: say.report(meeting && meetingText(meeting.id, setting), counts),
    blocks: [
      ...list(
        say.waitingHeading,
        waiting.map((one) => reportItem(one, setting)),
      ),
      ...list(say.silentHeading, silentItems(silent, setting)),
      ...present.flatMap(({ status, those }) =>
        list(
          say.headings[status],
          those.map((one) => activityItem(one, setting)),
        ),
      ),
    ],
    buttons: waiting.length > 0 ? [{ title: say.buttons.waiting, action: query({ act: 'waiting' }) }] : [],
  };
}

function activityItem(activity: Activity, setting: Setting): Item {
  const { status } = activity;
  const title = capital(activityName(activity, setting));
  if (!status) return { title, details: [] };
  const since = checkInsIn(setting).since(formatDate(status.on, setting.today, setting.locale));
  return { title, details: [...(status.comment === null ? [] : [status.comment]), since] };
}

function silentItems(silent: NonNullable<StatusReport['inside']>['silent'], setting: Setting): Item[] {
  const byName = Map.groupBy(silent, ({ name }) => name);
  return [...byName].map(([name, those]) => ({
    title: name,
    details: [
      joinWords(
        those.map(({ activity }) => nameOf(activity, setting)),
        setting.locale,
      ),
    ],
  }));
}

// === What is set

function rulesPage(rules: readonly RuleInForce[], setting: Setting): Page {
  const say = checkInsIn(setting);
  const { plan, tell } = setting;
  const groupName = (id: string | undefined): string => {
    const group = plan.groups.find((one) => one.id === id) ?? plan.groups[0];
    return group ? local(group.definite, setting) : '';
  };
  const [first] = rules;
  if (!first) return sentence(say.noRules(groupName(undefined)));
  const lines = rules.flatMap(({ rule, next }) => [
    say.rule(groupName(rule.group), tell.spanBefore(rule.before)),
    ...(next ? [say.nextTime(instantText(next.askAt, setting), meetingText(next.meeting.id, setting))] : []),
  ]);
  const { asked, nobody } = first;
  const lead = [...lines, say.asked(asked.length, asked.length + nobody.length)].join(' ');
  if (nobody.length === 0) return sentence(lead, [reportButton(setting)]);
  const items = nobody.map((id): Item => ({ title: capital(nameOf(id, setting)), details: [] }));
  return {
    lead,
    blocks: [...list(say.nobody, items), { kind: 'text', paragraphs: [say.nobodyHint] }],
    buttons: [reportButton(setting)],
  };
}

// === Why not

function refusedPage(problem: CheckInsProblem, setting: Setting): Page {
  const { problem: say } = checkInsIn(setting);
  switch (problem.kind) {
    case 'unknown-asker':
      return sentence(say.unknownAsker);
    case 'not-asked':
      return sentence(say.notAsked);
    case 'late':
      return sentence(say.late);
    case 'closed':
      return sentence(say.closed(nameOf(problem.activity, setting)));
    case 'too-long': {
      const [length, most] = [problem.length, problem.most].map((count) => formatCount(count, setting.locale));
      return sentence(say.tooLong(length ?? '', most ?? ''));
    }
    case 'approved':
      return sentence(say.approved(nameOf(problem.report.activity, setting)));
    case 'rejected':
      return sentence(say.rejected(nameOf(problem.report.activity, setting)));
    case 'changed':
      return sentence(`${say.changed} ${answerText(problem.report, setting)}`, verdictButtons(problem.report, setting));
    case 'not-allowed':
      return sentence(say.notAllowed);
    case 'gone':
      return sentence(say.gone);
  }
}
