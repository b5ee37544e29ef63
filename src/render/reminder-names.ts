// What reminders are about, in words: topics, times before, and what a single reminder is of.
import type { CalendarItem } from '../facts.ts';
import type { MeetingId } from '../plan/ids.ts';
import { localAt } from '../plan/wall-clock.ts';
import type { Notice, NoticeContent } from '../reminders/notice.ts';
import type { Lead, Subscription, Topic } from '../reminders/subscription.ts';
import { isInPlan } from '../reminders/wished-topics.ts';
import { formOf } from './changes.ts';
import { capital, formatDay, formatTime, joinWords } from './dates.ts';
import { activityName, itemDays, itemName, local, type Setting, scheduleText } from './names.ts';
import { englishReminders } from './reminder-phrases.en.ts';
import { swedishReminders } from './reminder-phrases.sv.ts';
import type { ReminderPhrases } from './reminder-phrases.ts';

/** The language's phrases about reminders. */
export function remindIn({ locale }: Setting): ReminderPhrases {
  return locale === 'sv' ? swedishReminders : englishReminders;
}

/** What a topic is called after "om" and "före": "samarbetskommitténs möten". */
export function topicText(topic: Topic, setting: Setting): string {
  const { plan } = setting;
  const say = remindIn(setting).topic;
  if (!isInPlan(topic, plan)) return say.gone;
  switch (topic.kind) {
    case 'everything':
      return say.everything;
    case 'group': {
      const name = local(plan.group(topic.group).definite, setting);
      const meets = plan.meetings.some(({ group }) => group === topic.group);
      return meets ? say.meetingsOf(name) : say.concerning(name);
    }
    case 'conference':
      return local(plan.conference(topic.conference).definite, setting);
    case 'municipality':
      return say.concerning(plan.municipality(topic.municipality).name);
    case 'activity':
      return say.activity(activityName(plan.activity(topic.activity), setting));
  }
}

/** The bare name, for a button. */
export function topicName(topic: Topic, setting: Setting): string {
  const { plan } = setting;
  if (!isInPlan(topic, plan)) return remindIn(setting).topic.gone;
  switch (topic.kind) {
    case 'everything':
      return remindIn(setting).buttons.everything;
    case 'group':
      return capital(local(plan.group(topic.group).definite, setting));
    case 'conference':
      return capital(local(plan.conference(topic.conference).definite, setting));
    case 'municipality':
      return plan.municipality(topic.municipality).name;
    case 'activity':
      return capital(activityName(plan.activity(topic.activity), setting));
  }
}

export function topicsText(subscriptions: readonly Subscription[], setting: Setting): string {
  const texts = subscriptions.map(({ topic }) => topicText(topic, setting));
  return joinWords([...new Set(texts)], setting.locale);
}

/** "14 dagar och 1 dag". */
export function leadsText(leads: readonly Lead[], setting: Setting): string {
  const { lead } = remindIn(setting);
  return joinWords(
    leads.map(({ amount, unit }) => lead(amount, unit)),
    setting.locale,
  );
}

/** "torsdag 21 mars kl. 08.00", in the region's time. */
export function instantText(instant: string, setting: Setting): string {
  const { plan, today, locale } = setting;
  const { day, time } = localAt(new Date(instant), plan.region.timeZone);
  return remindIn(setting).at(formatDay(day, today, locale), formatTime(time, locale));
}

/** A meeting or conference, held or called off; null where the plan no longer has it. */
export function itemOf(id: MeetingId, { plan }: Setting): CalendarItem | null {
  const meeting = [...plan.meetings, ...plan.cancelled.meetings].find((one) => one.id === id);
  if (meeting) return { kind: 'meeting', record: meeting };
  const occasion = [...plan.occasions, ...plan.cancelled.occasions].find((one) => one.id === id);
  return occasion ? { kind: 'occasion', record: occasion } : null;
}

/** "mötet med samarbetskommittén", "the meeting of …" */
export function theItem(item: CalendarItem, setting: Setting): string {
  return setting.tell.the({ form: formOf(item), name: itemName(item, setting, true) });
}

type ReminderOf = Extract<NoticeContent, { kind: 'reminder' }>['of'];

/** What a reminder is of: "mötet med samarbetskommittén torsdag 4 april"; null where the plan no longer has it. */
export function ofText(of: ReminderOf, setting: Setting): string | null {
  const say = remindIn(setting);
  const { plan, today, locale } = setting;
  switch (of.kind) {
    case 'meeting': {
      const item = itemOf(of.meeting, setting);
      return item && `${theItem(item, setting)} ${itemDays(item, setting)}`;
    }
    case 'deadline':
      return say.dueFor(of.name, formatDay(of.day, today, locale));
    case 'activity': {
      const activity = plan.activities.find(({ id }) => id === of.activity);
      return activity ? say.activityOf(activityName(activity, setting), scheduleText(activity, setting)) : null;
    }
    case 'hosting': {
      const conference = plan.conferences.find(({ id }) => id === of.conference);
      return conference ? say.hostingOf(local(conference.definite, setting), of.year) : null;
    }
  }
}

export function noticeOf({ content }: Notice, setting: Setting): string | null {
  return content.kind === 'reminder' ? ofText(content.of, setting) : null;
}
