// Which reminders fall due when, on the plan of 2019, and what holds of every plan, window and set of subscriptions.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../src/plan/change.ts';
import { fold } from '../src/plan/fold.ts';
import { ActivityId, GroupId, MeetingId } from '../src/plan/ids.ts';
import { makePlan, type Plan } from '../src/plan/plan.ts';
import { instantAt } from '../src/plan/wall-clock.ts';
import { dueNotices } from '../src/reminders/due.ts';
import { Notice } from '../src/reminders/notice.ts';
import { isAllowed } from '../src/reminders/quiet-hours.ts';
import type { Subscription, Topic } from '../src/reminders/subscription.ts';
import { heartbeatNotices } from '../src/reminders/weekly.ts';
import { base, entriesOf, oneDay } from './support/entries.ts';
import {
  activityTopic,
  channel,
  committee,
  conferenceTopic,
  everything,
  groupTopic,
  lines,
  municipalityTopic,
  person,
  rules,
  subscribe,
  zone,
} from './support/subscriptions.ts';

const plan = fold(base, []).plan;
const planWith = (...changes: Change[]): Plan => fold(base, entriesOf(changes)).plan;
const meeting = (id: string) => MeetingId.parse(id);

const windowOf = (from: string, to: string) => ({
  after: new Date(instantAt(from, '00:00', zone).getTime() - 1),
  upTo: instantAt(to, '23:59', zone),
});
const year = windowOf('2019-01-01', '2019-12-31');

function due(topic: Topic, leads: string[], from: string, to: string, more: Partial<Subscription> = {}, in_ = plan) {
  const notices = dueNotices(in_, [subscribe(person('anna'), topic, leads, more)], windowOf(from, to), rules);
  return lines(notices).map((line) => line.replace(' anna', ''));
}

describe('reminders', () => {
  it('of a group come at each lead, the wall clock kept over the change to summer time', () => {
    expect(due(committee, ['14 days', '1 day'], '2019-03-01', '2019-05-31')).toEqual([
      '2019-03-21 12:00 samarbetskommitten-2019-04-04 -14 days',
      '2019-04-03 12:00 samarbetskommitten-2019-04-04 -1 days',
      '2019-04-25 12:00 samarbetskommitten-2019-05-09 -14 days',
      '2019-05-08 12:00 samarbetskommitten-2019-05-09 -1 days',
    ]);
  });

  it.each<[string, Topic, string[], string, string, string[]]>([
    [
      'over the night of 27 October',
      committee,
      ['3 weeks'],
      '2019-10-01',
      '2019-11-10',
      [
        '2019-10-24 12:00 samarbetskommitten-2019-11-14 -21 days',
        '2019-11-08 12:00 samarbetskommitten-2019-11-29 -21 days',
      ],
    ],
    [
      'from a holiday moved to the day before it',
      committee,
      ['13 days'],
      '2019-12-01',
      '2019-12-31',
      ['2019-12-06 08:00 samarbetskommitten-2019-12-19 -13 days'],
    ],
    [
      'over New Year, from days off moved to 28 December',
      committee,
      ['17 days'],
      '2018-12-20',
      '2019-01-15',
      ['2018-12-28 08:00 samarbetskommitten-2019-01-17 -17 days'],
    ],
    [
      'from midsummer moved to the Thursday before',
      groupTopic('ledningsgruppen'),
      ['8 weeks'],
      '2019-06-10',
      '2019-06-30',
      ['2019-06-20 08:30 ledningsgruppen-2019-08-16 -56 days'],
    ],
    [
      'minutes ahead',
      committee,
      ['90 minutes'],
      '2019-04-01',
      '2019-04-10',
      ['2019-04-04 10:30 samarbetskommitten-2019-04-04 -90 minutes'],
    ],
    [
      'before the hours begin: the evening before',
      groupTopic('ledningsgruppen'),
      ['2 hours'],
      '2019-04-20',
      '2019-04-30',
      ['2019-04-25 20:00 ledningsgruppen-2019-04-26 -2 hours'],
    ],
    [
      'of a conference and its turns',
      conferenceTopic('radslaget'),
      ['7 days'],
      '2019-01-01',
      '2019-12-31',
      [
        '2019-04-03 08:00 radslaget-2019 -7 days',
        '2019-07-01 08:00 radslaget 2020 -6 months',
        '2019-10-01 08:00 radslaget 2020 -3 months',
      ],
    ],
    [
      'of a turn to host, as many months ahead as was said',
      conferenceTopic('radslaget'),
      ['8 months'],
      '2019-01-01',
      '2019-12-31',
      ['2019-04-30 08:00 radslaget 2020 -8 months'],
    ],
    [
      'of a municipality: what is held there, what it hosts, what it answers for',
      municipalityTopic('salem'),
      ['7 days'],
      '2019-01-01',
      '2019-12-31',
      [
        '2019-04-03 08:00 foretagsevent-vid-radslaget -7 days',
        '2019-04-03 08:00 radslaget-2019 -7 days',
        '2019-07-01 08:00 sodertornskonferensen 2020 -6 months',
        '2019-10-01 08:00 sodertornskonferensen 2020 -3 months',
      ],
    ],
    ['of no lead: none', committee, [], '2019-01-01', '2019-12-31', []],
    ['of what goes on: none', activityTopic('tvarforbindelse-sodertorn'), ['7 days'], '2019-01-01', '2019-12-31', []],
  ])('%s', (_, topic, leads, from, to, expected) => {
    expect(due(topic, leads, from, to)).toEqual(expected);
  });

  it('of everything are of meetings, conferences and activities, not of other people’s turns to host', () => {
    const all = due(everything, ['1 day'], '2019-01-01', '2019-12-31');
    expect(all.filter((line) => line.includes('radslaget'))).toEqual([
      '2019-04-09 08:00 foretagsevent-vid-radslaget -1 days',
      '2019-04-09 08:00 radslaget-2019 -1 days',
    ]);
    expect(all).toHaveLength(new Set(all).size);
    expect(all.length).toBeGreaterThan(20);
  });

  it('of deadlines come to the group', () => {
    const group = GroupId.parse('samarbetskommitten');
    const withDeadline = planWith({ kind: 'set-deadline', group, name: 'Handlingar', workingDays: 5 });
    // 1 May is a holiday: five working days before 9 May is 2 May, and the day before that is moved to the eve.
    expect(due(committee, ['1 day'], '2019-04-30', '2019-05-31', {}, withDeadline)).toEqual([
      '2019-04-30 08:00 Handlingar samarbetskommitten-2019-05-09 -1 days',
      '2019-05-08 12:00 samarbetskommitten-2019-05-09 -1 days',
    ]);
  });

  it('of several leads that the rules bring to the same instant are one, the shortest', () => {
    const moved = planWith({
      kind: 'edit-meeting',
      meeting: meeting('radslaget-2019'),
      set: { days: oneDay('2019-04-08') },
    });
    const topic = conferenceTopic('radslaget');
    expect(due(topic, ['3 days', '2 days', '1 day', '24 hours'], '2019-04-01', '2019-04-08', {}, moved)).toEqual([
      '2019-04-05 08:00 radslaget-2019 -24 hours',
    ]);
  });

  it('of a done or cancelled activity do not come', () => {
    const activity = ActivityId.parse('foretagsevent-vid-radslaget');
    const about = activityTopic(activity);
    const status = (posted: 'done' | 'delayed') =>
      planWith({ kind: 'post-status', activity, status: posted, comment: null });
    expect(due(about, ['7 days'], '2019-01-01', '2019-12-31')).toHaveLength(1);
    expect(due(about, ['7 days'], '2019-01-01', '2019-12-31', {}, status('delayed'))).toHaveLength(1);
    expect(due(about, ['7 days'], '2019-01-01', '2019-12-31', {}, status('done'))).toEqual([]);
  });
});

describe('subscriptions', () => {
  it('that overlap give one reminder an occurrence and lead', () => {
    const subscriptions = [
      subscribe(person('anna'), committee, ['2 weeks']),
      subscribe(person('anna'), everything, ['14 days', '1 day']),
      subscribe(channel('anna'), committee, ['14 days']),
      subscribe(person('bo'), committee, ['14 days']),
    ];
    expect(
      lines(dueNotices(plan, subscriptions, windowOf('2019-03-21', '2019-04-03'), rules)).filter((line) =>
        line.includes('kommitten'),
      ),
    ).toEqual([
      '2019-03-21 12:00 anna samarbetskommitten-2019-04-04 -14 days',
      '2019-03-21 12:00 anna samarbetskommitten-2019-04-04 -14 days',
      '2019-03-21 12:00 bo samarbetskommitten-2019-04-04 -14 days',
      '2019-04-03 12:00 anna samarbetskommitten-2019-04-04 -1 days',
    ]);
  });

  it('that are paused lose what falls on the pause, its last day included, and go on after it', () => {
    expect(due(committee, ['1 day'], '2019-01-01', '2019-12-31', { pausedUntil: '2019-05-08' })[0]).toBe(
      '2019-08-28 12:00 samarbetskommitten-2019-08-29 -1 days',
    );
    expect(due(committee, ['1 day'], '2019-01-01', '2019-12-31', { pausedUntil: '2019-05-07' })[0]).toBe(
      '2019-05-08 12:00 samarbetskommitten-2019-05-09 -1 days',
    );
  });

  it('have no business with what was due before they were made', () => {
    const at = instantAt('2019-05-08', '12:00', zone).toISOString();
    expect(due(committee, ['1 day'], '2019-05-01', '2019-05-31', { createdAt: at })).toEqual([]);
    const before = new Date(Date.parse(at) - 1).toISOString();
    expect(due(committee, ['1 day'], '2019-05-01', '2019-05-31', { createdAt: before })).toHaveLength(1);
  });
});

describe('weekly messages', () => {
  it('come on Monday at eight, or on the first working day of the week', () => {
    const subscriptions = [
      subscribe(person('anna'), committee, [], { digest: true }),
      subscribe(person('anna'), everything, [], { digest: true }),
      subscribe(person('bo'), committee, []),
    ];
    expect(lines(dueNotices(plan, subscriptions, windowOf('2019-04-08', '2019-04-29'), rules))).toEqual([
      '2019-04-08 08:00 anna digest 2019-04-08',
      '2019-04-15 08:00 anna digest 2019-04-15',
      '2019-04-23 08:00 anna digest 2019-04-22',
      '2019-04-29 08:00 anna digest 2019-04-29',
    ]);
    expect(lines(heartbeatNotices([person('sara')], windowOf('2019-12-20', '2020-01-06'), rules, zone))).toEqual([
      '2019-12-23 08:00 sara heartbeat 2019-12-23',
      '2019-12-30 08:00 sara heartbeat 2019-12-30',
    ]);
  });

  it('come to nobody who pauses', () => {
    const subscriptions = [subscribe(person('anna'), committee, [], { digest: true, pausedUntil: '2019-04-15' })];
    const notices = dueNotices(plan, subscriptions, windowOf('2019-04-08', '2019-04-23'), rules);
    expect(lines(notices)).toEqual(['2019-04-23 08:00 anna digest 2019-04-22']);
  });
});

// === Laws

const meetings = [...base.meetings, ...base.occasions.filter(({ schedule }) => schedule.kind === 'date')];
const days = fc
  .integer({ min: 0, max: 364 })
  .map((day) => new Date(Date.UTC(2019, 0, 1 + day)).toISOString().slice(0, 10));
const hours = fc.constantFrom(
  null,
  { start: '08:30', end: '11:00' },
  { start: '18:00', end: '19:00' },
  { start: '00:30', end: '02:30' },
);
const someMeeting = fc.constantFrom(...meetings.map(({ id }) => id));

const changes = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('edit-meeting' as const),
      meeting: someMeeting,
      set: fc.record({ days: days.map(oneDay), hours }),
    }),
    fc.record({ kind: fc.constant('cancel-meeting' as const), meeting: someMeeting }),
    fc.record({ kind: fc.constant('restore-meeting' as const), meeting: someMeeting }),
  ),
  { maxLength: 6 },
);

const leads = fc.uniqueArray(
  fc.constantFrom(
    '14 days',
    '2 weeks',
    '1 day',
    '24 hours',
    '2 hours',
    '90 minutes',
    '3 days',
    '2 days',
    '1 month',
    '6 months',
    '10 minutes',
  ),
  { maxLength: 4 },
);
const topics = fc.constantFrom(
  everything,
  committee,
  groupTopic('ledningsgruppen'),
  conferenceTopic('radslaget'),
  municipalityTopic('salem'),
  municipalityTopic('huddinge'),
);
const subscriptions = fc.array(
  fc
    .record({
      recipient: fc.constantFrom(person('anna'), person('bo'), channel('allmant')),
      topic: topics,
      leads,
      pausedUntil: fc.option(days),
      createdAt: days.map((day) => `${day}T09:00:00Z`),
      old: fc.boolean(),
      digest: fc.boolean(),
    })
    .map(({ recipient, topic, leads: those, pausedUntil, createdAt, old, digest }) =>
      subscribe(recipient, topic, those, { pausedUntil, digest, ...(old ? {} : { createdAt }) }),
    ),
  { maxLength: 6 },
);
const cuts = fc.array(fc.integer({ min: year.after.getTime(), max: year.upTo.getTime() }), { maxLength: 20 });

const keys = (notices: Iterable<Notice>): string[] => [...notices].map((notice) => JSON.stringify(notice)).sort();

describe('laws', () => {
  it('however a year is cut into windows, they give the same notices', () => {
    fc.assert(
      fc.property(changes, subscriptions, cuts, (made, subscribed, cut) => {
        const changed = planWith(...made);
        const ends = [...cut.toSorted((a, b) => a - b), year.upTo.getTime()];
        const starts = [year.after.getTime(), ...ends];
        const pieces = ends.flatMap((end, index) => [
          ...dueNotices(changed, subscribed, { after: new Date(starts[index] ?? 0), upTo: new Date(end) }, rules),
        ]);
        expect(keys(pieces)).toEqual(keys(dueNotices(changed, subscribed, year, rules)));
      }),
    );
  });

  it('a cut at the very instant of a reminder neither loses nor repeats it', () => {
    const subscribed = [subscribe(person('anna'), everything, ['14 days', '1 day', '3 hours'])];
    const whole = [...dueNotices(plan, subscribed, year, rules)];
    const ends = [...new Set(whole.map(({ dueAt }) => Date.parse(dueAt))), year.upTo.getTime()].sort((a, b) => a - b);
    const starts = [year.after.getTime(), ...ends];
    const pieces = ends.flatMap((end, index) => [
      ...dueNotices(plan, subscribed, { after: new Date(starts[index] ?? 0), upTo: new Date(end) }, rules),
    ]);
    expect(keys(pieces)).toEqual(keys(whole));
  });

  it('the order of subscriptions makes no difference', () => {
    fc.assert(
      fc.property(changes, subscriptions, (made, subscribed) => {
        const changed = planWith(...made);
        const forwards = keys(dueNotices(changed, subscribed, year, rules));
        expect(keys(dueNotices(changed, subscribed.toReversed(), year, rules))).toEqual(forwards);
      }),
    );
  });

  it('each notice is sound: its own key, before the start, within the rules, of what is held', () => {
    fc.assert(
      fc.property(changes, subscriptions, (made, subscribed) => {
        const changed = planWith(...made);
        const notices = [...dueNotices(changed, subscribed, year, rules)];
        expect(new Set(notices.map(({ key }) => key)).size).toBe(notices.length);
        const off = new Set(
          [...changed.cancelled.meetings, ...changed.cancelled.occasions].map(({ id }): string => id),
        );
        for (const notice of notices) {
          expect(Notice.parse(notice)).toEqual(notice);
          expect(notice.dueAt < notice.expiresAt).toBe(true);
          expect(isAllowed(new Date(notice.dueAt), rules, zone)).toBe(true);
          const { content } = notice;
          if (content.kind === 'reminder' && content.of.kind === 'meeting')
            expect(off.has(content.of.meeting)).toBe(false);
        }
      }),
    );
  });

  it('a moved meeting is reminded of as one that was always there', () => {
    fc.assert(
      fc.property(someMeeting, days, hours, subscriptions, (id, day, at, subscribed) => {
        const set = { days: oneDay(day), hours: at };
        const moved = planWith({ kind: 'edit-meeting', meeting: id, set });
        const always = makePlan({
          ...base,
          meetings: base.meetings.map((one) => (one.id === id ? { ...one, ...set.days, hours: at } : one)),
          occasions: base.occasions.map((one) => {
            if (one.id !== id) return one;
            return { ...one, hours: at, schedule: { kind: 'date' as const, date: day, wording: day } };
          }),
        });
        expect(keys(dueNotices(moved, subscribed, year, rules))).toEqual(
          keys(dueNotices(always, subscribed, year, rules)),
        );
      }),
    );
  });

  it('a meeting called off and brought back is reminded of as if nothing had been', () => {
    fc.assert(
      fc.property(someMeeting, subscriptions, (id, subscribed) => {
        const back = planWith({ kind: 'cancel-meeting', meeting: id }, { kind: 'restore-meeting', meeting: id });
        expect(keys(dueNotices(back, subscribed, year, rules))).toEqual(
          keys(dueNotices(plan, subscribed, year, rules)),
        );
      }),
    );
  });

  it('a pause takes away exactly what falls on its days', () => {
    fc.assert(
      fc.property(subscriptions, days, (subscribed, until) => {
        const awake = subscribed.map((one) => ({ ...one, pausedUntil: null }));
        const paused = subscribed.map((one) => ({ ...one, pausedUntil: until }));
        const after = instantAt(until, '23:59', zone).toISOString();
        const left = [...dueNotices(plan, awake, year, rules)].filter(({ dueAt }) => dueAt > after);
        expect(keys(dueNotices(plan, paused, year, rules))).toEqual(keys(left));
      }),
    );
  });
});
