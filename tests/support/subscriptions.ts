// Subscriptions and short names of notices, for tests of reminders on the plan of 2019.
import { swedishHolidays } from '../../src/holidays.ts';
import { ActivityId, ConferenceId, GroupId, MunicipalityId } from '../../src/plan/ids.ts';
import { localAt } from '../../src/plan/wall-clock.ts';
import type { Notice } from '../../src/reminders/notice.ts';
import { defaultQuietRules } from '../../src/reminders/quiet-hours.ts';
import { type Lead, type Recipient, Subscription, type Topic } from '../../src/reminders/subscription.ts';

export const zone = 'Europe/Stockholm';
export const holidays = swedishHolidays();
export const rules = defaultQuietRules(holidays);

export const everything: Topic = { kind: 'everything' };
export const groupTopic = (id: string): Topic => ({ kind: 'group', group: GroupId.parse(id) });
export const conferenceTopic = (id: string): Topic => ({ kind: 'conference', conference: ConferenceId.parse(id) });
export const activityTopic = (id: string): Topic => ({ kind: 'activity', activity: ActivityId.parse(id) });
export const municipalityTopic = (id: string): Topic => {
  return { kind: 'municipality', municipality: MunicipalityId.parse(id) };
};
export const committee = groupTopic('samarbetskommitten');

export const person = (name: string): Recipient => ({ kind: 'person', tenant: 'tenant', person: name });
export const channel = (name: string): Recipient => ({ kind: 'conversation', tenant: 'tenant', conversation: name });

/** "14 days", "1 day". */
export function lead(text: string): Lead {
  const [amount, unit = ''] = text.split(' ');
  const units = ['minutes', 'hours', 'days', 'weeks', 'months'] as const;
  const known = units.find((one) => one === unit || one === `${unit}s`);
  if (!known) throw new Error(`no unit: ${text}`);
  return { amount: Number(amount), unit: known };
}

let made = 0;

/** Made before everything that the tests look at, by a secretary. */
export function subscribe(
  recipient: Recipient,
  topic: Topic,
  leads: readonly string[] = ['14 days', '1 day'],
  more: Partial<Subscription> = {},
): Subscription {
  made += 1;
  return Subscription.parse({
    id: `00000000-0000-4000-9000-${String(made).padStart(12, '0')}`,
    recipient,
    topic,
    leads: leads.map(lead),
    pausedUntil: null,
    locale: 'sv',
    setBy: { tenant: 'tenant', person: 'secretary', name: 'Sekreterare' },
    createdAt: '2017-06-01T08:00:00Z',
    ...more,
  });
}

/** "2019-03-21 12:00" as the region's clocks show it. */
export function shown(instant: string | Date): string {
  const { day, time } = localAt(new Date(instant), zone);
  return `${day} ${time}`;
}

/** What a notice is of. */
export function subject({ content }: Notice): string {
  if ('week' in content) return `${content.kind} ${content.week}`;
  if (content.kind === 'answers') return content.kind;
  if (content.kind === 'check-in') return `${content.kind} ${content.activity}${content.again ? ' again' : ''}`;
  if ('role' in content) return `${content.kind} ${content.group}`;
  if ('municipality' in content) return `${content.kind} ${content.conference} ${content.year}`;
  if (content.kind === 'announcement' || content.kind === 'recall' || content.kind === 'report') {
    return `${content.kind} ${content.version}`;
  }
  if (content.kind !== 'reminder') return `${content.kind} ${content.meeting}`;
  const { of, lead: told } = content;
  const what =
    of.kind === 'meeting'
      ? of.meeting
      : of.kind === 'activity'
        ? of.activity
        : of.kind === 'deadline'
          ? `${of.name} ${of.meeting}`
          : `${of.conference} ${of.year}`;
  return `${what} -${told.amount} ${told.unit}`;
}

const nameOf = (recipient: Recipient): string =>
  recipient.kind === 'person' ? recipient.person : recipient.conversation;

/** "2019-03-21 12:00 anna samarbetskommitten-2019-04-04 -14 days" of each, in order. */
export function lines(notices: Iterable<Notice>): string[] {
  return [...notices].map((notice) => `${shown(notice.dueAt)} ${nameOf(notice.recipient)} ${subject(notice)}`).sort();
}
