// How long it takes, and how much memory, to derive a day's reminders of very many subscriptions on the plan of 2019.
import { parseArgs } from 'node:util';
import { swedishHolidays } from '../../src/holidays.ts';
import { fold } from '../../src/plan/fold.ts';
import { instantAt } from '../../src/plan/wall-clock.ts';
import { ChangeCollector, type Told } from '../../src/reminders/changes.ts';
import { dueNotices } from '../../src/reminders/due.ts';
import { defaultQuietRules } from '../../src/reminders/quiet-hours.ts';
import type { Recipient, Subscription, Topic } from '../../src/reminders/subscription.ts';
import { base, entriesOf, oneDay } from '../support/entries.ts';

const { values } = parseArgs({ options: { subscriptions: { type: 'string', default: '1000000' } } });
const many = Number(values.subscriptions);
const zone = base.region.timeZone;
const rules = defaultQuietRules(swedishHolidays());
const { plan } = fold(base, []);

const topics: Topic[] = [
  { kind: 'everything' },
  ...base.groups.map(({ id }): Topic => ({ kind: 'group', group: id })),
  ...base.conferences.map(({ id }): Topic => ({ kind: 'conference', conference: id })),
  ...base.municipalities.map(({ id }): Topic => ({ kind: 'municipality', municipality: id })),
];
const leadSets: Subscription['leads'][] = [
  [
    { amount: 14, unit: 'days' },
    { amount: 1, unit: 'days' },
  ],
  [
    { amount: 1, unit: 'months' },
    { amount: 1, unit: 'weeks' },
    { amount: 2, unit: 'hours' },
  ],
  [{ amount: 3, unit: 'days' }],
];

const recipientOf = (index: number): Recipient => ({
  kind: 'person',
  tenant: `tenant-${index % 8}`,
  person: idOf(index),
});
const idOf = (index: number): string => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;

/** As rows come from the store: made one by one, and not kept. */
function* subscriptions(topicOf: (index: number) => Topic): Generator<Subscription> {
  for (let index = 0; index < many; index += 1) {
    yield {
      id: idOf(index),
      // Every third recipient has two that overlap.
      recipient: recipientOf(index % 3 === 0 ? index + 1 : index),
      topic: topicOf(index),
      leads: leadSets[index % leadSets.length] ?? [],
      pausedUntil: index % 50 === 0 ? '2019-03-25' : null,
      locale: 'sv',
      setBy: { tenant: 'tenant', person: 'secretary', name: 'Sekreterare' },
      createdAt: '2018-01-01T08:00:00Z',
    };
  }
}

const mixed = (index: number): Topic => topics[index % topics.length] ?? { kind: 'everything' };
const all = (): Topic => ({ kind: 'everything' });
const dayOf = (day: string) => ({ after: instantAt(day, '00:00', zone), upTo: instantAt(day, '23:59', zone) });

function measure(name: string, run: () => number): void {
  globalThis.gc?.();
  const started = performance.now();
  const count = run();
  const ms = performance.now() - started;
  const rss = Math.round(process.memoryUsage().rss / 1e6);
  console.log(`${name.padEnd(58)} ${String(Math.round(ms)).padStart(6)} ms  rss ${rss} MB  ${count} notices`);
}

const count = (items: Iterable<unknown>): number => {
  let found = 0;
  for (const _ of items) found += 1;
  return found;
};

console.log(`${many} subscriptions`);
measure('making them, for comparison', () => count(subscriptions(mixed)) * 0);
measure('mixed topics, a day on which little is due', () =>
  count(dueNotices(plan, subscriptions(mixed), dayOf('2019-06-25'), rules)),
);
measure('mixed topics, a day on which much is due', () =>
  count(dueNotices(plan, subscriptions(mixed), dayOf('2019-03-21'), rules)),
);
measure('all of everything, a day on which much is due', () =>
  count(dueNotices(plan, subscriptions(all), dayOf('2019-03-21'), rules)),
);
measure('all of everything, a month at once', () => {
  const window = { after: instantAt('2019-03-15', '00:00', zone), upTo: instantAt('2019-04-15', '00:00', zone) };
  return count(dueNotices(plan, subscriptions(all), window, rules));
});

const april = base.meetings.find(({ from }) => from === '2019-04-04');
if (!april) throw new Error('no meeting on 4 April');
const meeting = april.id;
const entries = entriesOf([{ kind: 'edit-meeting', meeting, set: { days: oneDay('2019-04-11') } }]).map((entry) => {
  return { ...entry, at: '2019-03-25T09:00:00Z' };
});
const ledger = { entries, edition: fold(base, entries) };

function* told(): Generator<Told> {
  const start = instantAt('2019-04-04', '12:00', zone).toISOString();
  const of = { kind: 'meeting' as const, meeting };
  const content = { kind: 'reminder' as const, of, start, lead: { amount: 14, unit: 'days' as const } };
  for (let index = 0; index < many; index += 5) {
    yield { recipient: recipientOf(index), content, at: '2019-03-21T11:00:00Z' };
  }
}

measure('a moved meeting, mixed topics, a fifth had been told', () => {
  const now = new Date('2019-03-25T09:00:10Z');
  const collector = new ChangeCollector({ ledger, since: 0, told: told(), now, rules });
  for (const subscription of subscriptions(mixed)) collector.add(subscription);
  return count(collector.notices());
});
const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(`peak of the process: ${peakMb} MB`);
