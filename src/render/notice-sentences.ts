// What a notice says, in a sentence that stands alone.
import type { CalendarItem } from '../facts.ts';
import type { MeetingId } from '../plan/ids.ts';
import type { Notice, NoticeContent } from '../reminders/notice.ts';
import type { Subscription, Topic } from '../reminders/subscription.ts';
import { topicKey } from '../reminders/topics.ts';
import { announceIn } from './announcement-names.ts';
import { fullWhen } from './changes.ts';
import { formatDay, formatDays, formatHours } from './dates.ts';
import {
  activityName,
  atPlace,
  itemDays,
  itemName,
  local,
  municipalityNames,
  type Setting,
  scheduleText,
} from './names.ts';
import { itemOf, leadsText, ofText, remindIn, theItem, topicText } from './reminder-names.ts';
import { timeLeft } from './time-left.ts';

type Of<Kind extends NoticeContent['kind']> = Extract<NoticeContent, { kind: Kind }>;
type About<Kind extends Of<'reminder'>['of']['kind']> = Extract<Of<'reminder'>['of'], { kind: Kind }>;

/** What a notice says now; null for what the plan no longer has, for offices, and for those with a message of their own. */
export function noticeSentence({ content }: Notice, now: Date, setting: Setting): string | null {
  switch (content.kind) {
    case 'reminder':
      return reminderSentence(content, now, setting);
    case 'moved':
      return movedSentence(content, setting);
    case 'cancelled':
      return cancelledSentence(content, setting);
    case 'restored': {
      const item = itemOf(content.meeting, setting);
      return item && remindIn(setting).restored(theItem(item, setting), fullWhen(item, setting));
    }
    case 'host-lost':
    case 'host-regained':
      return hostSentence(content, setting);
    case 'appointed':
    case 'relieved':
    case 'check-in':
    case 'answers':
    case 'status-report':
    case 'digest':
    case 'heartbeat':
    case 'announcement':
    case 'recall':
    case 'report':
      return null;
  }
}

function hostSentence(
  { kind, conference, year, municipality }: Of<'host-lost' | 'host-regained'>,
  setting: Setting,
): string {
  const { plan } = setting;
  const say = remindIn(setting);
  const host = plan.municipality(municipality).name;
  const name = local(plan.conference(conference).definite, setting);
  if (kind === 'host-regained') return say.hostRegained(host, name, year);
  const turn = plan.hostings.find((one) => one.conference === conference && one.year === year);
  return say.hostLost(host, name, year, turn ? municipalityNames(turn.hosts, setting) : null);
}

/** What an office brings its holder, or brought them, by the subscriptions that they have now. */
export function officeSentence(
  { kind, group, role }: Of<'appointed' | 'relieved'>,
  subscriptions: readonly Subscription[],
  setting: Setting,
): string {
  const say = remindIn(setting);
  const topic: Topic = { kind: 'group', group };
  const office = setting.tell.office(setting.say.role[role], local(setting.plan.group(group).definite, setting));
  const own = subscriptions.find((one) => topicKey(one.topic) === topicKey(topic));
  const about = topicText(topic, setting);
  if (kind === 'relieved') return say.relieved(office, about, own !== undefined);
  if (!own) return say.appointed(office);
  const leads = leadsText(own.leads, setting);
  return own.withOffice ? say.appointedWith(office, leads, about) : say.appointedBeside(office, about);
}

/** That a change does not hold any more, and what does. */
export function recalledSentence({ content }: Notice, reason: string | null, setting: Setting): string {
  const say = announceIn(setting);
  const meeting = meetingIn(content);
  const item = meeting && itemOf(meeting, setting);
  if (!item) return say.changeRecalled(reason);
  const fact = item.record.cancelled ? say.isOff : say.holds;
  return `${say.changeRecalled(reason)} ${fact(theItem(item, setting), fullWhen(item, setting))}`;
}

function meetingIn(content: NoticeContent): MeetingId | null {
  if (content.kind !== 'reminder') return 'meeting' in content ? content.meeting : null;
  return content.of.kind === 'meeting' ? content.of.meeting : null;
}

function reminderSentence({ of, start }: Of<'reminder'>, now: Date, setting: Setting): string | null {
  switch (of.kind) {
    case 'meeting':
      return meetingSentence(of, start, now, setting);
    case 'deadline':
      return deadlineSentence(of, start, now, setting);
    case 'activity':
      return activitySentence(of, start, now, setting);
    case 'hosting':
      return hostingSentence(of, start, now, setting);
  }
}

/** The true time left, whatever lead the reminder was asked for with. */
function leftText(start: string, now: Date, isTimed: boolean, setting: Setting): string {
  const left = timeLeft(new Date(start), now, setting.plan.region.timeZone, isTimed);
  return remindIn(setting).timeLeft(left);
}

function meetingSentence({ meeting }: About<'meeting'>, start: string, now: Date, setting: Setting): string | null {
  const item = itemOf(meeting, setting);
  if (!item) return null;
  const left = leftText(start, now, item.record.hours !== null, setting);
  return remindIn(setting).reminder(left, itemText(item, setting));
}

/** "möte med samarbetskommittén torsdag 4 april kl. 12.00–15.30 i Botkyrka" */
export function itemText(item: CalendarItem, setting: Setting): string {
  return `${itemName(item, setting, false)} ${fullWhen(item, setting)}`;
}

function deadlineSentence(of: About<'deadline'>, start: string, now: Date, setting: Setting): string {
  const { today, locale, plan } = setting;
  const meeting = ofText({ kind: 'meeting', meeting: of.meeting }, setting);
  const left = leftText(start, now, false, setting);
  const before = meeting ?? local(plan.group(of.group).definite, setting);
  return remindIn(setting).deadline(left, of.name, formatDay(of.day, today, locale), before);
}

function activitySentence(
  { activity: id }: About<'activity'>,
  start: string,
  now: Date,
  setting: Setting,
): string | null {
  const activity = setting.plan.activities.find((one) => one.id === id);
  if (!activity) return null;
  const left = leftText(start, now, false, setting);
  return remindIn(setting).activity(left, activityName(activity, setting), scheduleText(activity, setting));
}

function hostingSentence(of: About<'hosting'>, start: string, now: Date, setting: Setting): string | null {
  const { plan } = setting;
  const hosting = plan.hostings.find(({ conference, year }) => conference === of.conference && year === of.year);
  if (!hosting) return null;
  const left = leftText(start, now, false, setting);
  const conference = local(plan.conference(of.conference).definite, setting);
  const hosts = municipalityNames(hosting.hosts, setting);
  return remindIn(setting).hosting(left, hosts, hosting.hosts.length, conference, of.year);
}

// === Changes

function movedSentence({ meeting, was }: Of<'moved'>, setting: Setting): string | null {
  const item = itemOf(meeting, setting);
  if (!item) return null;
  const say = remindIn(setting);
  const name = theItem(item, setting);
  const before = wasText(was, setting);
  if (!isSameTime(item, was)) return say.moved(name, fullWhen(item, setting), before);
  const at = atPlace(item.record.place, setting) || say.noPlace;
  return say.movedPlace(name, itemDays(item, setting), at, placeBefore(was, setting));
}

function isSameTime({ kind, record }: CalendarItem, { days, hours }: Of<'moved'>['was']): boolean {
  const isSameHours = JSON.stringify(record.hours) === JSON.stringify(hours);
  if (kind === 'meeting') return isSameHours && record.from === days?.from && record.to === days.to;
  const { schedule } = record;
  const from = schedule.kind === 'date' ? schedule.date : schedule.kind === 'range' ? schedule.from : null;
  return isSameHours && from === (days?.from ?? null);
}

function placeBefore({ place }: Of<'moved'>['was'], setting: Setting): string {
  return atPlace(place ?? null, setting) || remindIn(setting).noPlace;
}

/** As the recipient knew it. */
function wasText(was: Of<'moved'>['was'], setting: Setting): string {
  const { today, locale } = setting;
  const days = was.days ? formatDays(was.days.from, was.days.to, today, locale) : '';
  const hours = was.hours ? formatHours(was.hours, locale) : '';
  const at = was.place === undefined ? '' : placeBefore(was, setting);
  return [days, hours, at].filter(Boolean).join(' ');
}

function cancelledSentence({ meeting }: Of<'cancelled'>, setting: Setting): string {
  const say = remindIn(setting);
  const item = itemOf(meeting, setting);
  if (item) return say.cancelled(theItem(item, setting), itemDays(item, setting));
  return say.removed(...goneName(meeting, setting));
}

/** What was added and taken out again is known by its id alone: whose it was, and its day. */
function goneName(id: MeetingId, setting: Setting): [name: string, when: string] {
  const { plan, say, tell, today, locale } = setting;
  const [, owner = '', day] = /^(.*?)-(\d{4}-\d{2}-\d{2})/.exec(id) ?? [];
  const group = plan.groups.find((one) => one.id === owner);
  if (!group || !day) return [remindIn(setting).someMeeting, ''];
  return [
    tell.the({ form: 'meeting', name: say.meetingOf(local(group.definite, setting), true) }),
    formatDay(day, today, locale),
  ];
}
