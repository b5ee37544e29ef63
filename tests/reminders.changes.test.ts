// Who is told of a change, what of, and when; and what holds of every course of changes, sweeps and outages.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, LedgerEntry, MeetingFields } from '../src/plan/change.ts';
import { fold, type Ledger } from '../src/plan/fold.ts';
import { ActivityId, ConferenceId, GroupId, MeetingId, MunicipalityId } from '../src/plan/ids.ts';
import type { Plan } from '../src/plan/plan.ts';
import { instantAt } from '../src/plan/wall-clock.ts';
import { postponed } from '../src/reminders/catch-up.ts';
import { changedMeetings, changeNotices, type Told } from '../src/reminders/changes.ts';
import { Derivation } from '../src/reminders/derivation.ts';
import { Notice } from '../src/reminders/notice.ts';
import { recipientKey } from '../src/reminders/recipients.ts';
import { startOfMeeting } from '../src/reminders/start.ts';
import { standingOf } from '../src/reminders/still-due.ts';
import type { Recipient, Subscription } from '../src/reminders/subscription.ts';
import { base, oneDay } from './support/entries.ts';
import {
  committee,
  conferenceTopic,
  everything,
  groupTopic,
  lead,
  lines,
  municipalityTopic,
  person,
  rules,
  shown,
  subscribe,
  zone,
} from './support/subscriptions.ts';

const at = (text: string): Date => {
  const [day = '', time = ''] = text.split(' ');
  return instantAt(day, time, zone);
};

const april = MeetingId.parse('samarbetskommitten-2019-04-04');
const edit = (set: MeetingFields, meeting = april): Change => ({ kind: 'edit-meeting', meeting, set });
const moveTo = (day: string): Change => edit({ days: oneDay(day) });
const cancel: Change = { kind: 'cancel-meeting', meeting: april };
const restore: Change = { kind: 'restore-meeting', meeting: april };

interface Made {
  readonly on: string;
  readonly change: Change;
  readonly quiet?: boolean;
}

function ledgerOf(made: readonly Made[]): Ledger {
  const entries = made.map(
    ({ on, change, quiet = false }, index): LedgerEntry => ({
      version: index + 1,
      id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
      at: at(on).toISOString(),
      author: { tenant: 'tenant', person: 'secretary', name: 'Sekreterare' },
      reason: null,
      base: index,
      quiet,
      change,
    }),
  );
  return { entries, edition: fold(base, entries) };
}

/** That a recipient was reminded of the April meeting as it was then. */
function reminded(recipient: Recipient, on: string, start = '2019-04-04 12:00'): Told {
  const content = {
    kind: 'reminder' as const,
    of: { kind: 'meeting' as const, meeting: april },
    start: at(start).toISOString(),
    lead: lead('14 days'),
  };
  return { recipient, content, at: at(on).toISOString() };
}

interface Scene {
  readonly made: readonly Made[];
  readonly told?: readonly Told[];
  readonly subscriptions?: readonly Subscription[];
  readonly now?: string;
  readonly since?: number;
}

const anna = person('anna');
const annas = subscribe(anna, committee);

function told({ made, told: before = [], subscriptions = [annas], now, since = 0 }: Scene): Notice[] {
  const news = { ledger: ledgerOf(made), since, told: before, now: at(now ?? made.at(-1)?.on ?? ''), rules };
  return changeNotices(news, subscriptions);
}

describe('who was reminded', () => {
  const before = [reminded(anna, '2019-03-21 12:00')];

  it.each<[string, Made[], string[]]>([
    [
      'is told that it was moved',
      [{ on: '2019-03-25 10:00', change: moveTo('2019-04-11') }],
      ['2019-03-25 10:00 anna moved'],
    ],
    [
      'is told that it was called off',
      [{ on: '2019-03-25 10:00', change: cancel }],
      ['2019-03-25 10:00 anna cancelled'],
    ],
    [
      'is told in the morning what was changed in the evening',
      [{ on: '2019-03-25 21:30', change: cancel }],
      ['2019-03-26 07:00 anna cancelled'],
    ],
    [
      'is told at once what was changed the day before',
      [{ on: '2019-04-03 21:30', change: cancel }],
      ['2019-04-03 21:30 anna cancelled'],
    ],
    [
      'is told of other hours',
      [{ on: '2019-03-25 10:00', change: edit({ hours: { start: '12:00', end: '16:00' } }) }],
      ['2019-03-25 10:00 anna moved'],
    ],
    [
      'is told of another place',
      [{ on: '2019-03-25 10:00', change: edit({ place: { name: 'Annexet', municipality: null } }) }],
      ['2019-03-25 10:00 anna moved'],
    ],
    ['is not told of another title', [{ on: '2019-03-25 10:00', change: edit({ title: { sv: 'Vårmöte' } }) }], []],
    [
      'is told once of several changes',
      [
        { on: '2019-03-25 10:00', change: moveTo('2019-04-11') },
        { on: '2019-03-25 10:05', change: edit({ hours: { start: '13:00', end: '16:00' } }) },
        { on: '2019-03-25 10:10', change: moveTo('2019-04-12') },
      ],
      ['2019-03-25 10:10 anna moved'],
    ],
    [
      'is not told of what was undone before it was told',
      [
        { on: '2019-03-25 10:00', change: moveTo('2019-04-11') },
        { on: '2019-03-25 10:05', change: { kind: 'undo', version: 1 } },
      ],
      [],
    ],
    [
      'is not told of what was called off and brought back meanwhile',
      [
        { on: '2019-03-25 10:00', change: cancel },
        { on: '2019-03-25 10:05', change: restore },
      ],
      [],
    ],
    [
      'is told only that it is called off, when it was moved first',
      [
        { on: '2019-03-25 10:00', change: moveTo('2019-04-11') },
        { on: '2019-03-25 10:05', change: cancel },
      ],
      ['2019-03-25 10:05 anna cancelled'],
    ],
    ['is not told of a quiet change', [{ on: '2019-03-25 10:00', change: cancel, quiet: true }], []],
    [
      'is told all, when a change that is not quiet follows a quiet one',
      [
        { on: '2019-03-25 10:00', change: moveTo('2019-04-11'), quiet: true },
        { on: '2019-03-25 10:05', change: edit({ place: { name: 'Annexet', municipality: null } }) },
      ],
      ['2019-03-25 10:05 anna moved'],
    ],
    [
      'is told that it was moved into the past: else they would go',
      [{ on: '2019-03-25 10:00', change: moveTo('2019-03-01') }],
      ['2019-03-25 10:00 anna moved'],
    ],
    [
      'is told at once, the evening before, that it is held much later',
      [{ on: '2019-04-03 21:30', change: moveTo('2019-05-23') }],
      ['2019-04-03 21:30 anna moved'],
    ],
    ['is not told just as it starts', [{ on: '2019-04-04 12:00', change: cancel }], []],
    ['is not told once it has started', [{ on: '2019-04-04 12:30', change: cancel }], []],
    [
      'is told after it that it is held later',
      [{ on: '2019-04-05 10:00', change: moveTo('2019-04-25') }],
      ['2019-04-05 10:00 anna moved'],
    ],
  ])('%s', (_, made, expected) => {
    const notices = told({ made, told: before });
    expect(lines(notices).map((line) => line.replace(` ${april}`, ''))).toEqual(expected);
    for (const notice of notices) expect(Notice.parse(notice)).toEqual(notice);
  });

  it('is told the first of old and the last of new', () => {
    const made = [
      { on: '2019-03-25 10:00', change: moveTo('2019-04-11') },
      {
        on: '2019-03-25 10:10',
        change: edit({ days: oneDay('2019-04-12'), place: { name: 'Annexet', municipality: null } }),
      },
    ];
    const [notice] = told({ made, told: before });
    expect(notice?.content).toEqual({
      kind: 'moved',
      meeting: april,
      version: 2,
      was: {
        days: oneDay('2019-04-04'),
        hours: { start: '12:00', end: '15:30' },
        place: { name: 'Botkyrka', municipality: 'botkyrka' },
      },
    });
    expect(shown(notice?.expiresAt ?? '')).toBe('2019-04-12 12:00');
  });

  it('and has been told of a change, is told of the next from there', () => {
    const made = [
      { on: '2019-03-25 10:00', change: moveTo('2019-04-11') },
      { on: '2019-03-27 10:00', change: moveTo('2019-04-12') },
    ];
    const was = { days: oneDay('2019-04-04'), hours: { start: '12:00', end: '15:30' } };
    const content = { kind: 'moved' as const, meeting: april, version: 1, was };
    const first: Told = { recipient: anna, content, at: at('2019-03-25 10:00').toISOString() };
    const [notice] = told({ made, told: [first, ...before], since: 1 });
    expect(notice?.content).toMatchObject({ kind: 'moved', version: 2, was: { days: oneDay('2019-04-11') } });
  });

  it('and then told that it was called off, is told that it is held after all', () => {
    const made = [
      { on: '2019-03-25 10:00', change: cancel },
      { on: '2019-03-27 10:00', change: restore },
    ];
    const content = { kind: 'cancelled' as const, meeting: april, version: 1 };
    const off: Told = { recipient: anna, content, at: at('2019-03-25 10:00').toISOString() };
    expect(lines(told({ made, told: [...before, off], since: 1 }))).toEqual([
      `2019-03-27 10:00 anna restored ${april}`,
    ]);
  });

  it('of one that was added, is told when that is undone', () => {
    const id = MeetingId.parse('extra-2019-04-02');
    const owner = { kind: 'group' as const, group: GroupId.parse('samarbetskommitten'), form: 'meeting' as const };
    const hours = { start: '09:00', end: '10:00' };
    const add: Change = {
      kind: 'add-meeting',
      meeting: id,
      owner,
      days: oneDay('2019-04-02'),
      hours,
      place: null,
      title: null,
    };
    const made: Made[] = [
      { on: '2019-03-10 10:00', change: add },
      { on: '2019-03-25 10:00', change: { kind: 'undo', version: 1 } },
    ];
    const sent = reminded(anna, '2019-03-19 09:00', '2019-04-02 09:00');
    const content = { ...sent.content, of: { kind: 'meeting' as const, meeting: id } } as Told['content'];
    expect(lines(told({ made, told: [{ ...sent, content }], since: 1 }))).toEqual([
      `2019-03-25 10:00 anna cancelled ${id}`,
    ]);
  });

  it('and has stopped, or pauses, is told nothing', () => {
    const made = [{ on: '2019-03-25 10:00', change: cancel }];
    expect(told({ made, told: before, subscriptions: [] })).toEqual([]);
    expect(told({ made, told: before, subscriptions: [{ ...annas, pausedUntil: '2019-03-25' }] })).toEqual([]);
    expect(told({ made, told: before, subscriptions: [{ ...annas, pausedUntil: '2019-03-24' }] })).toHaveLength(1);
  });

  it('because of its place, is told that it moves away', () => {
    const subscriptions = [subscribe(anna, municipalityTopic('botkyrka'))];
    const elsewhere = { name: 'Huddinge', municipality: MunicipalityId.parse('huddinge') };
    const made = [{ on: '2019-03-25 10:00', change: edit({ place: elsewhere }) }];
    expect(told({ made, told: before, subscriptions })).toHaveLength(1);
  });
});

describe('who was not told', () => {
  it.each<[string, string[], Change, string[]]>([
    ['and has time until the first reminder, hears nothing', ['3 days'], moveTo('2019-04-11'), []],
    ['and has time, hears nothing of a cancellation', ['3 days'], cancel, []],
    ['although the meeting was near, is told of a cancellation', ['14 days'], cancel, ['cancelled']],
    ['and would not be reminded in time of the new day, is told', ['20 days'], moveTo('2019-04-09'), ['moved']],
    ['and will be reminded of the new day, hears nothing', ['14 days'], moveTo('2019-05-02'), []],
    ['and wants changes only, is told', [], moveTo('2019-05-02'), ['moved']],
  ])('%s', (_, leads, change, kinds) => {
    const subscriptions = [subscribe(anna, committee, leads)];
    const notices = told({ made: [{ on: '2019-03-25 10:00', change }], subscriptions });
    expect(notices.map(({ content }) => content.kind)).toEqual(kinds);
  });

  it('and has subscribed since, hears nothing', () => {
    const subscriptions = [subscribe(anna, committee, [], { createdAt: at('2019-03-25 10:01').toISOString() })];
    expect(
      told({ made: [{ on: '2019-03-25 10:00', change: cancel }], subscriptions, now: '2019-03-25 10:02' }),
    ).toEqual([]);
  });

  it('and has subscribed to it in two ways, is told from the older of what they knew', () => {
    const made = [
      { on: '2019-02-20 10:00', change: moveTo('2019-04-11') },
      { on: '2019-03-25 10:00', change: moveTo('2019-04-12') },
    ];
    // Only those who want changes alone were to be told of the first, and had not been.
    const subscriptions = [subscribe(anna, committee, ['30 days']), subscribe(anna, everything, [])];
    for (const one of [subscriptions, subscriptions.toReversed()]) {
      const [notice, ...others] = told({ made, subscriptions: one });
      expect(notice?.content).toMatchObject({ kind: 'moved', was: { days: oneDay('2019-04-04') } });
      expect(others).toEqual([]);
    }
  });

  it('and subscribes twice, is told once', () => {
    const subscriptions = [annas, subscribe(anna, everything, []), subscribe(anna, everything, ['6 months'])];
    expect(told({ made: [{ on: '2019-03-25 10:00', change: cancel }], subscriptions })).toHaveLength(1);
  });
});

describe('what a change brings within a lead that has passed is reminded of once', () => {
  const owner = { kind: 'group' as const, group: GroupId.parse('samarbetskommitten'), form: 'meeting' as const };
  const place = { name: 'Haninge', municipality: MunicipalityId.parse('haninge') };
  const add = (day: string): Change => {
    const meeting = MeetingId.parse(`extra-${day}`);
    return {
      kind: 'add-meeting',
      meeting,
      owner,
      days: oneDay(day),
      hours: { start: '09:00', end: '10:00' },
      place,
      title: null,
    };
  };
  const deadline = (workingDays: number): Change => {
    return { kind: 'set-deadline', group: owner.group, name: 'Handlingar', workingDays };
  };
  const hosts = (year: number, ...ids: string[]): Change => {
    const turns = [{ year, hosts: ids.map((id) => MunicipalityId.parse(id)) }];
    return { kind: 'set-hosts', conference: ConferenceId.parse('radslaget'), turns };
  };
  const on = (change: Change, quiet = false): Made[] => [{ on: '2019-03-25 10:00', change, quiet }];

  it.each<[string, Made[], string[]]>([
    ['a meeting', on(add('2019-03-29')), ['2019-03-25 10:00 anna extra-2019-03-29 -14 days']],
    ['not one with time enough', on(add('2019-05-02')), []],
    ['not one in the past', on(add('2019-03-20')), []],
    ['not one that was added quietly', on(add('2019-03-29'), true), []],
    ['a deadline', on(deadline(5)), ['2019-03-25 10:00 anna Handlingar samarbetskommitten-2019-04-04 -14 days']],
  ])('%s', (_, made, expected) => {
    expect(lines(told({ made }))).toEqual(expected);
  });

  it('a turn to host, to the new hosts and to who follows the conference', () => {
    const subscriptions = [
      subscribe(anna, municipalityTopic('haninge')),
      subscribe(person('bo'), municipalityTopic('nynashamn')),
      subscribe(person('cilla'), conferenceTopic('radslaget')),
    ];
    const made: Made[] = [{ on: '2019-09-02 10:00', change: hosts(2020, 'haninge') }];
    expect(lines(told({ made, subscriptions }))).toEqual([
      '2019-09-02 10:00 anna radslaget 2020 -6 months',
      '2019-09-02 10:00 cilla radslaget 2020 -6 months',
    ]);
  });

  it('an activity with another day, not one with another status', () => {
    const activity = ActivityId.parse('foretagsevent-vid-radslaget');
    const schedule = { kind: 'date' as const, date: '2019-04-01', wording: '1 april' };
    const subscriptions = [subscribe(anna, everything)];
    const moved: Made[] = [{ on: '2019-03-25 10:00', change: { kind: 'edit-activity', activity, set: { schedule } } }];
    expect(lines(told({ made: moved, subscriptions }))).toEqual([`2019-03-25 10:00 anna ${activity} -14 days`]);
    const posted: Made[] = [
      { on: '2019-03-30 10:00', change: { kind: 'post-status', activity, status: 'delayed', comment: null } },
    ];
    expect(told({ made: posted, subscriptions })).toEqual([]);
  });
});

// === The world: a store that delivers, changes that come, sweeps, outages

interface Sent {
  readonly notice: Notice;
  readonly at: Date;
  /** The meeting as the message told it. */
  readonly truth: string;
  readonly start: Date | null;
}

function truthOf(meeting: string, plan: Plan): { readonly text: string; readonly start: Date | null } {
  const record = [...plan.meetings, ...plan.occasions].find(({ id }) => id === meeting);
  if (!record) return { text: 'not held', start: null };
  const days = 'group' in record ? [record.from, record.to] : record.schedule;
  return { text: JSON.stringify([days, record.hours, record.place]), start: startOfMeeting(record, zone) };
}

class World {
  readonly sent: Sent[] = [];
  readonly subscriptions: readonly Subscription[];
  ledger = ledgerOf([]);
  readonly #made: LedgerEntry[] = [];
  readonly #waiting = new Map<string, Notice>();
  readonly #known = new Set<string>();
  #after: { at: Date; version: number };

  constructor(subscriptions: readonly Subscription[], start: Date) {
    this.subscriptions = subscriptions;
    this.#after = { at: start, version: 0 };
  }

  change(change: Change, now: Date): void {
    const version = this.#made.length + 1;
    const [entry] = ledgerOf([{ on: '2019-01-01 00:00', change }]).entries;
    if (entry) this.#made.push({ ...entry, version, base: version - 1, at: now.toISOString() });
    this.ledger = { entries: [...this.#made], edition: fold(base, this.#made) };
  }

  sweep(now: Date, isTeamsUp: boolean): void {
    const { ledger } = this;
    const changed = new Set<string>(changedMeetings(ledger, this.#after.version));
    const about = ({ content }: Notice): boolean => changed.has(meetingIn(content) ?? '');
    const before = this.sent.filter(({ notice }) => about(notice));
    const arrived = before.map(({ notice, at: when }): Told => ({ ...notice, at: when.toISOString() }));
    const derivation = new Derivation({ ledger, after: this.#after, now, told: arrived, secretariat: [], rules });
    for (const subscription of this.subscriptions) derivation.add(subscription);
    for (const { outcome, notice } of derivation.notices()) {
      if (this.#known.has(notice.key)) continue;
      this.#known.add(notice.key);
      if (outcome === 'send') this.#waiting.set(notice.key, notice);
    }
    this.#after = { at: now, version: ledger.edition.version };
    if (isTeamsUp) this.#send(now);
  }

  #send(now: Date): void {
    for (const [key, notice] of this.#waiting) {
      if (new Date(notice.dueAt) > now) continue;
      const theirs = this.subscriptions.filter(
        ({ recipient }) => recipientKey(recipient) === recipientKey(notice.recipient),
      );
      const standing = standingOf(notice, this.ledger, theirs, now, rules);
      if (standing === 'due' && postponed(notice, now, rules, zone)) continue;
      this.#waiting.delete(key);
      if (standing !== 'due') continue;
      const meeting = meetingIn(notice.content);
      const { text: truth, start } = truthOf(meeting ?? '', this.ledger.edition.plan);
      this.sent.push({ notice, at: now, truth, start });
    }
  }
}

function meetingIn(content: Notice['content']): MeetingId | null {
  if (content.kind === 'reminder') return content.of.kind === 'meeting' ? content.of.meeting : null;
  return 'meeting' in content ? content.meeting : null;
}

const few = ['samarbetskommitten-2019-04-04', 'ledningsgruppen-2019-03-08', 'radslaget-2019'].map((id) =>
  MeetingId.parse(id),
);
const spring = fc
  .integer({ min: 0, max: 110 })
  .map((day) => new Date(Date.UTC(2019, 1, 1 + day)).toISOString().slice(0, 10));
const someMeeting = fc.constantFrom(...few);
const somePlace = fc.constantFrom(
  { name: 'Annexet', municipality: null },
  { name: 'Salem', municipality: MunicipalityId.parse('salem') },
);
const someHours = fc.constantFrom(
  { start: '08:30', end: '11:00' },
  { start: '06:00', end: '07:00' },
  { start: '22:00', end: '23:00' },
);
const someChange: fc.Arbitrary<(made: number) => Change> = fc.oneof(
  fc
    .record({
      kind: fc.constant('edit-meeting' as const),
      meeting: someMeeting,
      set: fc.record({ days: spring.map(oneDay) }),
    })
    .map((change) => () => change),
  fc
    .record({ kind: fc.constant('edit-meeting' as const), meeting: someMeeting, set: fc.record({ hours: someHours }) })
    .map((change) => () => change),
  fc
    .record({ kind: fc.constant('edit-meeting' as const), meeting: someMeeting, set: fc.record({ place: somePlace }) })
    .map((change) => () => change),
  fc.record({ kind: fc.constant('cancel-meeting' as const), meeting: someMeeting }).map((change) => () => change),
  fc.record({ kind: fc.constant('restore-meeting' as const), meeting: someMeeting }).map((change) => () => change),
  fc.integer({ min: 1, max: 5 }).map(
    (back) =>
      (made: number): Change => ({ kind: 'undo', version: Math.max(1, made - back) }),
  ),
);
const someSteps = fc.array(
  fc.record({
    minutes: fc.oneof(fc.integer({ min: 1, max: 180 }), fc.integer({ min: 1, max: 14_400 })),
    changes: fc.array(someChange, { maxLength: 2 }),
    isTeamsUp: fc.boolean(),
  }),
  { minLength: 1, maxLength: 25 },
);
const someLeads = fc.uniqueArray(fc.constantFrom('30 days', '14 days', '1 day', '2 hours', '40 minutes'), {
  maxLength: 3,
});
const someTopic = fc.constantFrom(everything, committee, groupTopic('ledningsgruppen'), conferenceTopic('radslaget'));
const someSubscriptions = fc.array(
  fc
    .record({
      recipient: fc.constantFrom(person('anna'), person('bo'), person('cilla')),
      topic: someTopic,
      leads: someLeads,
    })
    .map(({ recipient, topic, leads }) => subscribe(recipient, topic, leads)),
  { minLength: 1, maxLength: 5 },
);

function run(
  subscriptions: readonly Subscription[],
  steps: readonly { minutes: number; changes: readonly ((made: number) => Change)[]; isTeamsUp: boolean }[],
) {
  let now = at('2019-02-20 10:00');
  const world = new World(subscriptions, now);
  for (const { minutes, changes, isTeamsUp } of steps) {
    for (const make of changes) {
      const change = make(world.ledger.entries.length + 1);
      if (change.kind !== 'undo' || world.ledger.entries.length > 0)
        world.change(change, new Date(now.getTime() + 60_000));
    }
    now = new Date(now.getTime() + minutes * 60_000 + 120_000);
    world.sweep(now, isTeamsUp);
  }
  // Teams is up long enough for what waits for the hours of a working day.
  for (let hour = 0; hour < 24 * 6; hour += 1) {
    now = new Date(now.getTime() + 3_600_000);
    world.sweep(now, true);
  }
  return { world, now };
}

describe('whatever happens', () => {
  it('nobody is left with what is no longer true, and nothing comes too late or twice', () => {
    fc.assert(
      fc.property(someSubscriptions, someSteps, (subscriptions, steps) => {
        const { world, now } = run(subscriptions, steps);
        const believed = new Map<string, Sent>();
        for (const sent of world.sent) {
          const { notice, at: when, truth } = sent;
          expect(when.toISOString() < notice.expiresAt).toBe(true);
          const meeting = meetingIn(notice.content);
          if (!meeting) continue;
          const key = `${recipientKey(notice.recipient)} ${meeting}`;
          const before = believed.get(key);
          // A notice of a change says something new; only a reminder that went out while it waited may have said so first.
          const isChange = (one: Sent): boolean => one.notice.content.kind !== 'reminder';
          if (before && isChange(before) && isChange(sent)) expect(truth).not.toBe(before.truth);
          believed.set(key, sent);
        }
        for (const [key, sent] of believed) {
          const truth = truthOf(key.split(' ').at(-1) ?? '', world.ledger.edition.plan);
          const isAhead = [truth.start, sent.start].some((one) => one !== null && one > now);
          if (isAhead) expect(`${key} ${sent.truth}`).toBe(`${key} ${truth.text}`);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('a meeting that is called off at last is not reminded of afterwards', () => {
    fc.assert(
      fc.property(someSubscriptions, someSteps, someMeeting, (subscriptions, steps, meeting) => {
        const off = { minutes: 1, isTeamsUp: true, changes: [(): Change => ({ kind: 'cancel-meeting', meeting })] };
        const { world } = run(subscriptions, [...steps, off]);
        const lastly = Date.parse(world.ledger.entries.at(-1)?.at ?? '');
        const after = world.sent.filter(
          ({ notice, at: when }) => when.getTime() > lastly && meetingIn(notice.content) === meeting,
        );
        expect(after.filter(({ notice }) => notice.content.kind !== 'cancelled')).toEqual([]);
        const recipients = after.map(({ notice }) => recipientKey(notice.recipient));
        expect(new Set(recipients).size).toBe(recipients.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the weekly letter alone', () => {
  const ledger = ledgerOf([{ on: '2019-03-25 10:00', change: moveTo('2019-04-11') }]);
  const letter = { ...subscribe(person('p'), everything, []), digest: true };
  const news = { ledger, since: 0, now: at('2019-03-25 10:01'), rules };

  it('brings no notices of changes', () => {
    expect(changeNotices({ ...news, told: [] }, [letter])).toEqual([]);
  });

  it('but corrects what was told by a reminder before', () => {
    const told = [reminded(person('p'), '2019-03-21 12:00')];
    expect(changeNotices({ ...news, told }, [letter])).toHaveLength(1);
  });
});
