// What is late: after a subscription, after an outage; what comes first; what is still to be sent; and one message of many.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../src/plan/change.ts';
import { fold, type Ledger } from '../src/plan/fold.ts';
import { ActivityId, MeetingId } from '../src/plan/ids.ts';
import { instantAt } from '../src/plan/wall-clock.ts';
import { catchUpNotices, lateNotices, postponed } from '../src/reminders/catch-up.ts';
import { Derivation } from '../src/reminders/derivation.ts';
import { dueNotices } from '../src/reminders/due.ts';
import { mergeNotices } from '../src/reminders/merge.ts';
import type { Notice } from '../src/reminders/notice.ts';
import { firstReminder, remindersAhead } from '../src/reminders/plan-ahead.ts';
import { standingOf } from '../src/reminders/still-due.ts';
import type { Subscription } from '../src/reminders/subscription.ts';
import { base, entriesOf, oneDay } from './support/entries.ts';
import {
  committee,
  conferenceTopic,
  everything,
  groupTopic,
  lines,
  municipalityTopic,
  person,
  rules,
  shown,
  subject,
  subscribe,
  zone,
} from './support/subscriptions.ts';

const at = (text: string): Date => {
  const [day = '', time = ''] = text.split(' ');
  return instantAt(day, time, zone);
};
const ledgerOf = (...changes: Change[]): Ledger => {
  const entries = entriesOf(changes);
  return { entries, edition: fold(base, entries) };
};
const { plan } = ledgerOf().edition;
const anna = person('anna');
const herself = { tenant: 'tenant', person: 'anna', name: 'Anna' };
const april = MeetingId.parse('samarbetskommitten-2019-04-04');

describe('a subscription whose lead is longer than what is left', () => {
  const from = (createdAt: string, more: Partial<Subscription> = {}): string[] => {
    const now = at(createdAt);
    const made = subscribe(anna, committee, undefined, { createdAt: now.toISOString(), ...more });
    return lines(catchUpNotices(plan, made, now, rules));
  };

  it.each<[string, string, Partial<Subscription>, string[]]>([
    [
      'is caught up with at once',
      '2019-03-25 10:00',
      {},
      ['2019-03-25 10:00 anna samarbetskommitten-2019-04-04 -14 days'],
    ],
    [
      'once, where several leads have passed',
      '2019-04-04 09:00',
      {},
      ['2019-04-04 09:00 anna samarbetskommitten-2019-04-04 -14 days'],
    ],
    [
      'in the morning, set by another at night',
      '2019-03-25 23:00',
      {},
      ['2019-03-26 07:00 anna samarbetskommitten-2019-04-04 -14 days'],
    ],
    [
      'at night, by who is there to read it',
      '2019-03-25 23:00',
      { setBy: herself },
      ['2019-03-25 23:00 anna samarbetskommitten-2019-04-04 -14 days'],
    ],
    [
      'just as it would have been due',
      '2019-03-21 12:00',
      {},
      ['2019-03-21 12:00 anna samarbetskommitten-2019-04-04 -14 days'],
    ],
    ['not once the meeting has started', '2019-04-04 12:00', {}, []],
    ['not where every lead is ahead', '2019-03-20 10:00', {}, []],
    ['not while it is paused', '2019-03-25 10:00', { pausedUntil: '2019-03-25' }, []],
  ])('%s', (_, createdAt, more, expected) => {
    expect(from(createdAt, more)).toEqual(expected);
  });

  it('gets the rest in their time, and nothing twice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 364 * 24 * 60 }), (minutes) => {
        const now = new Date(at('2019-01-01 00:00').getTime() + minutes * 60_000);
        const made = subscribe(anna, everything, ['30 days', '14 days', '2 hours'], { createdAt: now.toISOString() });
        const first = catchUpNotices(plan, made, now, rules);
        const rest = [
          ...dueNotices(plan, [made], { after: at('2018-12-01 00:00'), upTo: at('2020-01-01 00:00') }, rules),
        ];
        const keys = [...first, ...rest].map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        // Every meeting ahead is told of at least once.
        const told = new Set([...first, ...rest].map((notice) => subject(notice).split(' -')[0]));
        const ahead = plan.meetings.filter(({ from: day, hours }) => at(`${day} ${hours?.start ?? '08:00'}`) > now);
        for (const { id } of ahead) expect(told).toContain(id);
      }),
    );
  });

  it('is found by the next sweep', () => {
    const now = at('2019-03-25 10:00');
    const made = subscribe(anna, committee, undefined, { createdAt: now.toISOString(), setBy: herself });
    const again = subscribe(anna, committee, undefined, { createdAt: now.toISOString(), setBy: herself });
    const after = { at: new Date(now.getTime() - 10_000), version: 0 };
    const later = new Date(now.getTime() + 5_000);
    const derivation = new Derivation({ ledger: ledgerOf(), after, now: later, told: [], secretariat: [], rules });
    for (const one of [made, again]) derivation.add(one);
    expect([...derivation.notices()].map(({ outcome, notice }) => `${outcome} ${lines([notice])[0]}`)).toEqual([
      'send 2019-03-25 10:00 anna samarbetskommitten-2019-04-04 -14 days',
    ]);
  });
});

describe('after an outage', () => {
  const late = (topic = committee, leads = ['14 days', '2 days', '1 day'], from = '', to = '', more = {}) =>
    [...lateNotices(plan, [subscribe(anna, topic, leads, more)], at(from), at(to), rules)].map(
      ({ outcome, notice }) => `${outcome} ${lines([notice])[0]}`,
    );

  it('each meeting that is still ahead is reminded of once', () => {
    expect(late(committee, undefined, '2019-03-20 12:00', '2019-04-03 14:00')).toEqual([
      'covered 2019-03-21 12:00 anna samarbetskommitten-2019-04-04 -14 days',
      'covered 2019-04-02 12:00 anna samarbetskommitten-2019-04-04 -2 days',
      'send 2019-04-03 14:00 anna samarbetskommitten-2019-04-04 -1 days',
    ]);
  });

  it('at night, in the morning; on a Saturday, on Monday', () => {
    expect(late(committee, ['14 days'], '2019-03-20 12:00', '2019-03-22 22:00')).toEqual([
      'send 2019-03-25 07:00 anna samarbetskommitten-2019-04-04 -14 days',
    ]);
  });

  it('what has started is missed', () => {
    expect(late(committee, ['1 day'], '2019-04-02 12:00', '2019-04-04 12:00')).toEqual([
      'missed 2019-04-03 12:00 anna samarbetskommitten-2019-04-04 -1 days',
    ]);
  });

  it('a sweep that takes its time is not late', () => {
    const topic = groupTopic('ledningsgruppen');
    expect(late(topic, ['12 hours'], '2019-03-07 19:59', '2019-03-07 20:10')).toEqual([
      'send 2019-03-07 20:00 anna ledningsgruppen-2019-03-08 -12 hours',
    ]);
  });

  it('a digest is sent while its week lasts', () => {
    expect(late(committee, [], '2019-04-07 12:00', '2019-04-10 10:00', { digest: true })).toEqual([
      'send 2019-04-10 10:00 anna digest 2019-04-08',
    ]);
    expect(late(committee, [], '2019-04-07 12:00', '2019-04-15 07:00', { digest: true })).toEqual([
      'missed 2019-04-08 08:00 anna digest 2019-04-08',
    ]);
  });

  it('every notice that was due has one outcome, whatever the outage', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500_000 }), fc.integer({ min: 1, max: 100_000 }), (start, length) => {
        const watermark = new Date(at('2019-01-01 00:00').getTime() + start * 60_000);
        const now = new Date(watermark.getTime() + length * 60_000);
        const subscribed = [
          subscribe(anna, everything, ['14 days', '1 day', '3 hours']),
          subscribe(anna, committee, ['2 days']),
        ];
        const outcomes = [...lateNotices(plan, subscribed, watermark, now, rules)];
        const due = [...dueNotices(plan, subscribed, { after: watermark, upTo: now }, rules)].map(({ key }) => key);
        const keys = outcomes.map(({ notice }) => notice.key);
        expect(new Set(keys).size).toBe(keys.length);
        expect(new Set(keys)).toEqual(new Set([...keys, ...due]));
        const sent = outcomes.filter(({ outcome }) => outcome === 'send').map(({ notice }) => notice);
        const subjects = sent.map((notice) => `${subject(notice).split(' -')[0]} ${notice.expiresAt}`);
        expect(new Set(subjects).size).toBe(subjects.length);
        for (const { dueAt, expiresAt } of sent) expect(dueAt < expiresAt && new Date(expiresAt) > now).toBe(true);
      }),
    );
  });

  it('what could not be sent in daytime waits for the morning', () => {
    const [notice] = [
      ...dueNotices(
        plan,
        [subscribe(anna, committee, ['14 days'])],
        { after: at('2019-03-21 11:00'), upTo: at('2019-03-21 13:00') },
        rules,
      ),
    ];
    if (!notice) throw new Error('nothing due');
    expect(postponed(notice, at('2019-03-21 12:05'), rules, zone)).toBeNull();
    expect(postponed(notice, at('2019-03-21 18:00'), rules, zone)).toBeNull();
    expect(shown(postponed(notice, at('2019-03-21 23:00'), rules, zone) ?? '')).toBe('2019-03-22 07:00');
    expect(postponed(notice, at('2019-04-04 05:30'), rules, zone)?.toISOString()).toBe(
      at('2019-04-04 07:00').toISOString(),
    );
  });
});

describe('what is ahead of a subscription', () => {
  it('begins with the first reminder that comes at its time', () => {
    const made = subscribe(anna, committee);
    expect(lines([firstReminder(plan, made, at('2019-03-20 10:00'), rules)].filter((one) => one !== null))).toEqual([
      '2019-03-21 12:00 anna samarbetskommitten-2019-04-04 -14 days',
    ]);
    expect(lines(remindersAhead(plan, made, at('2019-11-20 10:00'), rules))).toEqual([
      '2019-11-28 12:00 anna samarbetskommitten-2019-11-29 -1 days',
      '2019-12-05 08:00 anna samarbetskommitten-2019-12-19 -14 days',
      '2019-12-18 08:00 anna samarbetskommitten-2019-12-19 -1 days',
    ]);
  });

  it('is after its pause', () => {
    const made = subscribe(anna, committee, ['1 day'], { pausedUntil: '2019-05-31' });
    const first = firstReminder(plan, made, at('2019-03-20 10:00'), rules);
    expect(shown(first?.dueAt ?? '')).toBe('2019-08-28 12:00');
  });

  it('is nothing when nothing is left, or nothing is to be reminded of', () => {
    expect(firstReminder(plan, subscribe(anna, committee), at('2019-12-31 10:00'), rules)).toBeNull();
    expect(
      firstReminder(plan, subscribe(anna, committee, [], { digest: true }), at('2019-01-01 10:00'), rules),
    ).toBeNull();
  });

  it('has turns to host, years ahead', () => {
    const made = subscribe(anna, municipalityTopic('haninge'));
    const turns = remindersAhead(plan, made, at('2020-01-01 10:00'), rules);
    expect(turns.map((notice) => `${shown(notice.dueAt)} ${subject(notice)}`)).toContain(
      '2023-06-30 08:00 radslaget 2024 -6 months',
    );
  });
});

describe('just before it is sent, a notice', () => {
  const now = at('2019-03-21 12:01');
  const mine = subscribe(anna, committee);
  const [reminder] = [...dueNotices(plan, [mine], { after: at('2019-03-21 11:00'), upTo: now }, rules)];
  if (!reminder) throw new Error('nothing due');
  const moved: Notice = {
    ...reminder,
    content: { kind: 'moved', meeting: april, version: 1, was: { days: null, hours: null } },
  };
  const move = (day: string): Change => ({ kind: 'edit-meeting', meeting: april, set: { days: oneDay(day) } });
  const cancel: Change = { kind: 'cancel-meeting', meeting: april };

  it.each<[string, Notice, Change[], Subscription[], string, string]>([
    ['is due', reminder, [], [mine], '2019-03-21 12:01', 'due'],
    ['is over at the start', reminder, [], [mine], '2019-04-04 12:00', 'over'],
    ['was moved', reminder, [move('2019-04-11')], [mine], '2019-03-21 12:01', 'moved'],
    ['was called off', reminder, [cancel], [mine], '2019-03-21 12:01', 'cancelled'],
    ['is unwanted', reminder, [], [], '2019-03-21 12:01', 'unsubscribed'],
    [
      'is wanted at other leads only',
      reminder,
      [],
      [subscribe(anna, committee, ['1 day'])],
      '2019-03-21 12:01',
      'unsubscribed',
    ],
    ['is wanted by another name', reminder, [], [subscribe(anna, everything, ['2 weeks'])], '2019-03-21 12:01', 'due'],
    ['pauses', reminder, [], [{ ...mine, pausedUntil: '2019-03-21' }], '2019-03-21 12:01', 'paused'],
    ['does not pause for all', reminder, [], [mine, { ...mine, pausedUntil: '2019-03-21' }], '2019-03-21 12:01', 'due'],
    ['of a change is due', moved, [move('2019-04-11')], [mine], '2019-03-21 12:01', 'due'],
    [
      'of a change is superseded by the next',
      moved,
      [move('2019-04-11'), cancel],
      [mine],
      '2019-03-21 12:01',
      'superseded',
    ],
    [
      'of a change is due to who wants changes only',
      moved,
      [move('2019-04-11')],
      [subscribe(anna, committee, [])],
      '2019-03-21 12:01',
      'due',
    ],
  ])('%s', (_, notice, changes, subscriptions, when, standing) => {
    expect(standingOf(notice, ledgerOf(...changes), subscriptions, at(when), rules)).toBe(standing);
  });

  it('of an activity that is done is taken away', () => {
    const activity = ActivityId.parse('foretagsevent-vid-radslaget');
    const all = subscribe(anna, { kind: 'activity', activity }, ['7 days']);
    const [due] = remindersAhead(plan, all, at('2019-03-01 10:00'), rules);
    if (!due) throw new Error('nothing ahead');
    const done = ledgerOf({ kind: 'post-status', activity, status: 'done', comment: null });
    expect(standingOf(due, done, [all], at('2019-04-03 08:00'), rules)).toBe('removed');
  });

  it('that was derived from a subscription stands by it', () => {
    const topics = [committee, everything, municipalityTopic('salem'), conferenceTopic('radslaget')];
    for (const topic of topics) {
      const one = subscribe(anna, topic, ['2 weeks', '90 minutes', '2 months'], { digest: true });
      const window = { after: at('2019-01-01 00:00'), upTo: at('2019-12-31 00:00') };
      for (const notice of dueNotices(plan, [one], window, rules)) {
        expect(standingOf(notice, ledgerOf(), [one], new Date(notice.dueAt), rules)).toBe('due');
      }
    }
  });
});

describe('notices due at once to one recipient', () => {
  const window = { after: at('2019-03-01 00:00'), upTo: at('2019-05-31 00:00') };
  const spring = (leads: string[]) => [...dueNotices(plan, [subscribe(anna, everything, leads)], window, rules)];

  it('are one message in order of start, each subject once by its shortest lead', () => {
    const notices = spring(['14 days', '1 day']).toReversed();
    const [message, ...others] = mergeNotices(notices, 100);
    expect(others).toEqual([]);
    expect(message?.notices).toHaveLength(notices.length);
    const starts = message?.shown.map(({ expiresAt }) => expiresAt) ?? [];
    expect(starts).toEqual(starts.toSorted());
    const subjects = message?.shown.map((notice) => subject(notice).split(' -')[0]);
    expect(new Set(subjects).size).toBe(subjects?.length);
    expect(message?.shown.map(subject)).toContain('samarbetskommitten-2019-04-04 -1 days');
  });

  it('are as many messages as it takes to tell so many each', () => {
    const notices = spring(['1 day']);
    const messages = mergeNotices(notices, 3);
    expect(messages).toHaveLength(Math.ceil(notices.length / 3));
    expect(messages.flatMap((message) => message.notices)).toHaveLength(notices.length);
    for (const { shown: told } of messages) expect(told.length).toBeLessThanOrEqual(3);
  });

  it('say what was changed rather than what was to be', () => {
    const [reminder] = spring(['14 days']).filter((notice) => subject(notice).startsWith(april));
    if (!reminder) throw new Error('nothing due');
    const change: Notice = { ...reminder, key: 'other', content: { kind: 'cancelled', meeting: april, version: 3 } };
    const [message] = mergeNotices([reminder, change]);
    expect(message?.shown).toEqual([change]);
    expect(message?.notices).toHaveLength(2);
  });

  it('leave the digest a message of its own, and each recipient theirs', () => {
    const subscribed = [
      subscribe(anna, committee, ['3 days'], { digest: true }),
      subscribe(person('bo'), committee, ['3 days']),
    ];
    const monday = { after: at('2019-04-01 00:00'), upTo: at('2019-04-01 23:00') };
    const messages = mergeNotices(dueNotices(plan, subscribed, monday, rules));
    expect(messages.map(({ shown: told }) => told.map(subject))).toEqual([
      ['samarbetskommitten-2019-04-04 -3 days'],
      ['digest 2019-04-01'],
      ['samarbetskommitten-2019-04-04 -3 days'],
    ]);
  });
});
