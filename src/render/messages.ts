// What the bot says of its own accord: reminders and news of changes, the week's letter, the report to the secretariat.
import type { CalendarItem } from '../facts.ts';
import { addDays, isoWeekOf } from '../plan/days.ts';
import type { Plan } from '../plan/plan.ts';
import { localAt } from '../plan/wall-clock.ts';
import type { Holidays } from '../plan/working-days.ts';
import type { RemindersQuery } from '../query.ts';
import { wish } from '../query.ts';
import type { StatusReport } from '../reminders/check-in-steps.ts';
import type { Message } from '../reminders/merge.ts';
import type { Notice, NoticeContent } from '../reminders/notice.ts';
import { type Occurrence, occurrencesOf } from '../reminders/occurrences.ts';
import type { Report } from '../reminders/report.ts';
import type { ReminderHealth } from '../reminders/steps.ts';
import type { Subscription, Topic } from '../reminders/subscription.ts';
import { topicKey } from '../reminders/topics.ts';
import { about } from '../reminders/wished-topics.ts';
import { checkInsIn, questionPage, reportPage, waitingPage } from './check-in-pages.ts';
import { capital, type Locale } from './dates.ts';
import { type Setting, settingFor } from './names.ts';
import { itemText, noticeSentence, officeSentence, recalledSentence } from './notice-sentences.ts';
import type { Block, Button, Page } from './page.ts';
import { itemOf, ofText, remindIn, topicsText } from './reminder-names.ts';
import { failedCount, healthRows, setterOf } from './reminder-pages.ts';
import { type Rendered, renderPage } from './render.ts';

/** What a message is told with, besides the plan. */
export interface Background {
  /** All of its recipient's. */
  readonly subscriptions: readonly Subscription[];
  readonly holidays: Holidays;
  /** For the report to the secretariat; null elsewhere. */
  readonly health: ReminderHealth | null;
  /** Notices of the message, by key, that told of a change which was undone since, and why it was. */
  readonly recalled?: { readonly keys: ReadonlySet<string>; readonly reason: string | null };
  /** What waits for the secretariat's verdict, and how all goes: for the messages about them alone. */
  readonly answers?: readonly Report[];
  readonly report?: StatusReport | null;
}

/** A message is written when it is sent. */
interface Writing extends Background {
  readonly setting: Setting;
  readonly now: Date;
}

/**
 * Puts a message into words as it is sent.
 *
 * @param now when it is sent: tells the time that is truly left
 * @param subscriptions of the background: why it came, and what its buttons end
 */
export function renderMessage(
  message: Message,
  plan: Plan,
  locale: Locale,
  now: Date,
  background: Background,
): Rendered {
  const setting = settingFor(plan, locale, localAt(now, plan.region.timeZone).day);
  const writing = { ...background, setting, now };
  const [weekly] = message.shown.filter(({ content }) => content.kind === 'digest' || content.kind === 'heartbeat');
  if (weekly?.content.kind === 'digest') return digestMessage(message, weekly.content, writing);
  if (weekly) return heartbeatMessage(writing);
  const [first] = message.shown;
  switch (first?.content.kind) {
    case 'check-in':
      return questionMessage(message, writing);
    case 'answers':
      return renderPage(waitingPage(writing.answers ?? [], setting), remindIn(setting).becauseSecretary, setting);
    case 'status-report':
      return reportMessage(writing);
    default:
      return noticesMessage(message, writing);
  }
}

// === How activities go

function questionMessage({ shown, recipient }: Message, { setting }: Writing): Rendered {
  const questions = shown.flatMap(({ content }) => (content.kind === 'check-in' ? [content] : []));
  return renderPage(questionPage(questions, setting), checkInsIn(setting).because(recipient.kind), setting);
}

function reportMessage({ setting, report }: Writing): Rendered {
  if (!report) throw new Error('a report of nothing was asked for');
  return renderPage(reportPage(report, setting), remindIn(setting).becauseSecretary, setting);
}

// === Reminders and changes

function noticesMessage(message: Message, writing: Writing): Rendered {
  const { setting } = writing;
  const sentences = inOrder(message.shown).flatMap((notice) => sentenceOf(notice, writing) ?? []);
  const [first = capital(remindIn(setting).someMeeting), ...others] = sentences;
  const lead = others.length === 0 ? first : `${first} ${remindIn(setting).andMore(others.length)}`;
  const reasons = concerned(message.shown, writing);
  const page = { lead, blocks: listOf(others), buttons: ownButtons(message, reasons) };
  return renderPage(withButtons(page, setting), becauseOf(message, reasons, setting), setting);
}

function sentenceOf(notice: Notice, { setting, now, subscriptions, recalled }: Writing): string | null {
  const { content } = notice;
  if (recalled?.keys.has(notice.key)) return recalledSentence(notice, recalled.reason, setting);
  const isOffice = content.kind === 'appointed' || content.kind === 'relieved';
  return isOffice ? officeSentence(content, subscriptions, setting) : noticeSentence(notice, now, setting);
}

/** What has changed before what is only near; each in the order in which it comes. */
function inOrder(notices: readonly Notice[]): Notice[] {
  const isChange = ({ content }: Notice): boolean => content.kind !== 'reminder';
  return [...notices.filter(isChange), ...notices.filter((notice) => !isChange(notice))];
}

function listOf(sentences: readonly string[]): Block[] {
  if (sentences.length === 0) return [];
  return [{ kind: 'list', heading: null, items: sentences.map((title) => ({ title, details: [] })) }];
}

/** The recipient's subscriptions that the notices came of. */
function concerned(notices: readonly Notice[], { subscriptions, setting, holidays }: Writing): Subscription[] {
  const occurrences = occurrencesOf(setting.plan, holidays);
  const topics = new Set(notices.flatMap(({ content }) => topicsOfContent(content, occurrences, setting)));
  return subscriptions.filter(({ topic }) => topics.has(topicKey(topic)));
}

function topicsOfContent(content: NoticeContent, occurrences: readonly Occurrence[], setting: Setting): string[] {
  switch (content.kind) {
    case 'reminder': {
      const same = occurrences.filter(({ of }) => JSON.stringify(of) === JSON.stringify(content.of));
      return same.flatMap(({ topics }) => [...topics]);
    }
    case 'moved':
    case 'cancelled':
    case 'restored': {
      const known = occurrences.filter(({ of }) => of.kind === 'meeting' && of.meeting === content.meeting);
      if (known.length > 0) return known.flatMap(({ topics }) => [...topics]);
      return itemTopics(itemOf(content.meeting, setting)).map(topicKey);
    }
    case 'appointed':
    case 'relieved':
      return [topicKey({ kind: 'group', group: content.group })];
    case 'host-lost':
    case 'host-regained':
      return [topicKey({ kind: 'municipality', municipality: content.municipality })];
    case 'check-in':
    case 'answers':
    case 'status-report':
    case 'digest':
    case 'heartbeat':
    case 'announcement':
    case 'recall':
    case 'report':
      return [];
  }
}

/** Of what is called off, nothing occurs any more. */
function itemTopics(item: CalendarItem | null): Topic[] {
  if (!item) return [{ kind: 'everything' }];
  const { place } = item.record;
  const own: Topic =
    item.kind === 'meeting'
      ? { kind: 'group', group: item.record.group }
      : { kind: 'conference', conference: item.record.conference };
  const there: Topic[] = place?.municipality ? [{ kind: 'municipality', municipality: place.municipality }] : [];
  return [{ kind: 'everything' }, own, ...there];
}

// === Why, and how to end it

type Who = 'person' | 'conversation';

function becauseOf({ recipient }: Message, reasons: readonly Subscription[], setting: Setting): string {
  const say = remindIn(setting);
  const who: Who = recipient.kind;
  const [first] = reasons;
  if (!first) return say.becauseUnknown(who);
  const setters = new Set(reasons.map(setterOf));
  const [by = null] = setters.size === 1 ? setters : [];
  return say.because(who, topicsText(reasons, setting), by);
}

interface Wished {
  readonly why: RemindersQuery;
  readonly stop: RemindersQuery;
  readonly whom: RemindersQuery['whom'];
}

function ownButtons({ recipient }: Message, reasons: readonly Subscription[]): Wished {
  const whom: RemindersQuery['whom'] = { kind: recipient.kind === 'person' ? 'me' : 'here' };
  const topics = reasons.map(({ topic }) => topic);
  return { why: about(wish('why', { whom }), topics), stop: about(wish('stop', { whom }), topics), whom };
}

/** About a month, so that the last day is the same wherever it is pressed. In days. */
const monthDays = 30;

function withButtons({ buttons, ...page }: Omit<Page, 'buttons'> & { buttons: Wished }, setting: Setting): Page {
  const { why, pauseMonth, stop } = remindIn(setting).buttons;
  const pause = wish('pause', { whom: buttons.whom, until: addDays(setting.today, monthDays - 1) });
  return { ...page, buttons: [button(why, buttons.why), button(pauseMonth, pause), button(stop, buttons.stop)] };
}

/** What comes of it stands on the card itself, below what was told. */
function button(title: string, query: RemindersQuery): Button {
  return { title, action: { query }, replaces: true };
}

// === The week's letter

function digestMessage(
  message: Message,
  { week }: Extract<NoticeContent, { kind: 'digest' }>,
  writing: Writing,
): Rendered {
  const { setting, subscriptions } = writing;
  const say = remindIn(setting);
  const rows = digestRows(week, writing);
  const [first, ...others] = rows;
  const number = isoWeekOf(week);
  const lead = first === undefined ? say.emptyDigest(number) : say.digest(number, first, others.length);
  const ordered = subscriptions.filter(({ digest }) => digest === true);
  const { why, whom } = ownButtons(message, ordered);
  const buttons = { why, whom, stop: wish('stop', { whom, digest: false }) };
  return renderPage(
    withButtons({ lead, blocks: listOf(others.map(capital)), buttons }, setting),
    say.becauseDigest(message.recipient.kind),
    setting,
  );
}

/** What is left of the week, of what the letter was ordered about; meetings before the rest. */
function digestRows(week: string, { setting, now, holidays, subscriptions }: Writing): string[] {
  const { plan } = setting;
  const wanted = new Set(subscriptions.filter(({ digest }) => digest === true).map(({ topic }) => topicKey(topic)));
  const sunday = addDays(week, 6);
  const isThisWeek = ({ start }: Occurrence): boolean => {
    const { day } = localAt(start, plan.region.timeZone);
    return day >= week && day <= sunday && start >= now;
  };
  const isWanted = ({ topics }: Occurrence): boolean => wanted.size === 0 || topics.some((topic) => wanted.has(topic));
  return occurrencesOf(plan, holidays)
    .filter((one) => isThisWeek(one) && isWanted(one))
    .sort(
      (a, b) =>
        Number(a.of.kind !== 'meeting') - Number(b.of.kind !== 'meeting') || a.start.getTime() - b.start.getTime(),
    )
    .flatMap(({ of }) => {
      const item = of.kind === 'meeting' ? itemOf(of.meeting, setting) : null;
      return item ? itemText(item, setting) : (ofText(of, setting) ?? []);
    });
}

// === The report to the secretariat

function heartbeatMessage({ setting, health }: Writing): Rendered {
  const say = remindIn(setting);
  const lead = health ? say.heartbeat(health.sent, failedCount(health)) : say.noHeartbeat;
  const blocks: Block[] = health ? [{ kind: 'fields', rows: healthRows(health, setting) }] : [];
  const buttons = [{ title: say.buttons.health, action: { query: wish('health') } }];
  return renderPage({ lead, blocks, buttons }, say.becauseSecretary, setting);
}
