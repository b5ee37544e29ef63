// What the bot says of its own accord, in both languages: every kind of notice, alone and merged, and how it goes.
import { describe, expect, it } from 'vitest';
import { swedishHolidays } from '../src/holidays.ts';
import type { Change } from '../src/plan/change.ts';
import { fold } from '../src/plan/fold.ts';
import { ConferenceId, GroupId, MeetingId } from '../src/plan/ids.ts';
import { agendaOf } from '../src/reminders/agenda.ts';
import { type Message, mergeNotices } from '../src/reminders/merge.ts';
import type { Notice, NoticeContent } from '../src/reminders/notice.ts';
import { defaultQuietRules } from '../src/reminders/quiet-hours.ts';
import type { ReminderHealth } from '../src/reminders/steps.ts';
import type { Recipient, Subscription, Topic } from '../src/reminders/subscription.ts';
import { cardSize, largestCard } from '../src/render/card.ts';
import type { Locale } from '../src/render/dates.ts';
import { type Background, renderMessage } from '../src/render/messages.ts';
import { instantOf } from '../src/settings.ts';
import { Undelivered } from '../src/store/reminder-stores.ts';
import { base, entriesOf, oneDay } from './support/entries.ts';

const holidays = swedishHolidays();
const rules = defaultQuietRules(holidays);
const group = GroupId.parse('samarbetskommitten');
const inApril = MeetingId.parse('samarbetskommitten-2019-04-04');
const inMay = MeetingId.parse('samarbetskommitten-2019-05-09');
const inMarch = MeetingId.parse('ledningsgruppen-2019-03-08');
const me: Recipient = { kind: 'person', tenant: 'tenant', person: 'lena' };
const channel: Recipient = { kind: 'conversation', tenant: 'tenant', conversation: '19:kanal' };
const own = { tenant: 'tenant', person: 'lena', name: 'Lena Ledamot' };
const secretary = { tenant: 'tenant', person: 'sara', name: 'Sara Sekreterare' };
const ofGroup: Topic = { kind: 'group', group };
const everything: Topic = { kind: 'everything' };

const papers: Change = { kind: 'set-deadline', group, name: 'handlingar', workingDays: 5 };
const cancel: Change = { kind: 'cancel-meeting', meeting: inMay };

const planOf = (...changes: Change[]) => fold(base, entriesOf(changes)).plan;
const at = (local: string): Date => instantOf(local, 'Europe/Stockholm');

function subscription(topic: Topic = ofGroup, fields: Partial<Subscription> = {}): Subscription {
  return {
    id: '00000000-0000-4000-8000-000000000001',
    recipient: me,
    topic,
    leads: [{ amount: 14, unit: 'days' }],
    pausedUntil: null,
    locale: 'sv',
    setBy: own,
    createdAt: '2019-02-01T08:00:00.000Z',
    ...fields,
  };
}

let serial = 0;
function notice(content: NoticeContent, recipient = me, expiresAt = '2019-12-31T00:00:00.000Z'): Notice {
  serial += 1;
  return { key: `key ${serial}`, recipient, content, dueAt: '2019-03-01T08:00:00.000Z', expiresAt };
}

const health: ReminderHealth = {
  sent: 12,
  doubtful: 1,
  failed: [{ reason: 'blocked', count: 2 }],
  missed: 1,
  dropped: 0,
  waiting: 3,
  oldestDue: null,
  nextDue: '2019-03-21T11:00:00.000Z',
  since: '2019-02-22',
  subscriptions: 5,
  recipients: 3,
  next: null,
  lockedOutSince: null,
};

interface Told {
  readonly now?: string;
  readonly locale?: Locale;
  readonly changes?: readonly Change[];
  readonly background?: Partial<Background>;
}

function messageOf(notices: readonly Notice[]): Message {
  const [message] = mergeNotices(notices);
  if (!message) throw new Error('no message');
  return message;
}

function told(
  notices: readonly Notice[],
  { now = '2019-03-21T12:00', locale = 'sv', changes = [], background = {} }: Told = {},
) {
  const whole = { subscriptions: [subscription()], holidays, health: null, answers: [], report: null, ...background };
  return renderMessage(messageOf(notices), planOf(...changes), locale, at(now), whole);
}

const reminderOf = (meeting: MeetingId, start: string): NoticeContent => ({
  kind: 'reminder',
  of: { kind: 'meeting', meeting },
  start: at(start).toISOString(),
  lead: { amount: 14, unit: 'days' },
});
const april = reminderOf(inApril, '2019-04-04T12:00');
const text = 'möte med samarbetskommittén torsdag 4 april kl. 12.00–15.30 i Botkyrka.';
const because = 'Du får detta för att du bad om påminnelser om samarbetskommitténs möten.';

describe('a reminder tells the time that is truly left', () => {
  it.each([
    ['2019-03-21T12:00', 'Om två veckor'],
    ['2019-03-21T07:00', 'Om två veckor'],
    ['2019-03-22T12:00', 'Om 13 dagar'],
    ['2019-03-28T12:00', 'Om en vecka'],
    ['2019-04-01T12:00', 'Om tre dagar'],
    ['2019-04-03T20:00', 'I morgon'],
    ['2019-04-04T07:00', 'Om fem timmar'],
    ['2019-04-04T08:20', 'I dag'],
    ['2019-04-04T11:00', 'Om en timme'],
    ['2019-04-04T11:30', 'Om 30 minuter'],
    ['2019-04-04T11:59', 'Om en minut'],
    ['2019-02-04T12:00', 'Om två månader'],
  ])('on %s: %s', (now, left) => {
    expect(told([notice(april)], { now }).text).toBe(`${left}: ${text}\n\n_${because}_`);
  });

  it.each([
    ['2019-03-21T12:00', 'In two weeks'],
    ['2019-04-03T12:00', 'Tomorrow'],
    ['2019-04-04T11:00', 'In one hour'],
  ])('on %s in English: %s', (now, left) => {
    expect(told([notice(april)], { now, locale: 'en' }).text).toBe(
      `${left}: meeting of the cooperation committee Thursday 4 April 12:00–15:30 in Botkyrka.\n\n_You get this because you asked for reminders about the cooperation committee's meetings._`,
    );
  });

  it('counts days over the night in which clocks are set', () => {
    const { text: said } = told([notice(april)], { now: '2019-03-30T12:00' });
    expect(said).toMatch(/^Om fem dagar:/);
  });
});

describe('other notices', () => {
  const council = ConferenceId.parse('radslaget');
  it.each<[string, NoticeContent, RegExp, RegExp, Told]>([
    [
      'a deadline',
      {
        kind: 'reminder',
        of: { kind: 'deadline', group, name: 'handlingar', meeting: inApril, day: '2019-03-28' },
        start: at('2019-03-28T08:00').toISOString(),
        lead: { amount: 1, unit: 'weeks' },
      },
      /^Om en vecka: sista dag för handlingar, torsdag 28 mars, inför mötet med samarbetskommittén torsdag 4 april\./,
      /^In one week: last day for handlingar, Thursday 28 March, before the meeting of the cooperation committee/,
      { changes: [papers] },
    ],
    [
      'a turn to host',
      {
        kind: 'reminder',
        of: { kind: 'hosting', conference: council, year: 2020 },
        start: at('2020-01-01T08:00').toISOString(),
        lead: { amount: 6, unit: 'months' },
      },
      /^Om sex månader börjar 2020, då .+ är vär(?:d|dar) för Rådslaget\./,
      /^In six months 2020 begins, when .+ hosts? /,
      { now: '2019-07-01T12:00' },
    ],
    [
      'a meeting moved',
      {
        kind: 'moved',
        meeting: inMay,
        version: 1,
        was: { days: oneDay('2019-05-02'), hours: { start: '13:00', end: '16:30' } },
      },
      /^Mötet med samarbetskommittén har flyttats till torsdag 9 maj kl\. 12\.00–15\.30 i .+\. Tidigare: torsdag 2 maj kl\. 13\.00–16\.30\./,
      /^The meeting of the cooperation committee has been moved to Thursday 9 May 12:00–15:30 in .+\. Before: Thursday 2 May 13:00–16:30\./,
      {},
    ],
    [
      'a meeting held elsewhere',
      {
        kind: 'moved',
        meeting: inApril,
        version: 1,
        was: {
          days: oneDay('2019-04-04'),
          hours: { start: '12:00', end: '15:30' },
          place: { name: 'Salem', municipality: null },
        },
      },
      /^Mötet med samarbetskommittén torsdag 4 april hålls nu i Botkyrka\. Tidigare: .*Salem\./,
      /^The meeting of the cooperation committee on Thursday 4 April is now held in Botkyrka\. Before: .*Salem\./,
      {},
    ],
    [
      'a meeting called off',
      { kind: 'cancelled', meeting: inMay, version: 1 },
      /^Mötet med samarbetskommittén torsdag 9 maj har ställts in\./,
      /^The meeting of the cooperation committee on Thursday 9 May has been cancelled\./,
      { changes: [cancel] },
    ],
    [
      'a meeting taken out of the plan again',
      { kind: 'cancelled', meeting: MeetingId.parse('samarbetskommitten-2019-06-12'), version: 2 },
      /^Mötet med samarbetskommittén onsdag 12 juni har tagits bort ur planen\./,
      /^The meeting of the cooperation committee on Wednesday 12 June has been taken out of the plan\./,
      {},
    ],
    [
      'a meeting held after all',
      { kind: 'restored', meeting: inMay, version: 2 },
      /^Mötet med samarbetskommittén blir av ändå: torsdag 9 maj kl\. 12\.00–15\.30 i /,
      /^The meeting of the cooperation committee takes place after all: Thursday 9 May/,
      {},
    ],
  ])('%s', (_name, content, sv, en, more) => {
    expect(told([notice(content)], more).text).toMatch(sv);
    expect(told([notice(content)], { ...more, locale: 'en' }).text).toMatch(en);
    expect(told([notice(content)], more).text).toMatch(/Du får detta för att .+_$/);
  });

  it('an activity with a date', () => {
    const plan = planOf();
    const [occurrence] = agendaOf(plan, rules).occurrences.filter(({ of }) => of.kind === 'activity');
    if (!occurrence) throw new Error('no activity has a date');
    const content: NoticeContent = {
      kind: 'reminder',
      of: occurrence.of,
      start: occurrence.start.toISOString(),
      lead: { amount: 1, unit: 'days' },
    };
    const now = new Date(occurrence.start.getTime() - 24 * 3_600_000);
    const background = { subscriptions: [subscription(everything)], holidays, health: null, answers: [], report: null };
    const { text: said } = renderMessage(messageOf([notice(content)]), plan, 'sv', now, background);
    expect(said).toMatch(/^I morgon: dags för aktiviteten ”.+” \(.+\)\./);
    expect(said).toMatch(/påminnelser om allt med datum i planen\._$/);
  });
});

describe('merged', () => {
  const several = [
    notice(april, me, '2019-04-04T10:00:00.000Z'),
    notice(reminderOf(inMarch, '2019-03-08T08:30'), me, '2019-03-08T07:30:00.000Z'),
    notice({ kind: 'cancelled', meeting: inMay, version: 1 }, me, '2019-05-09T10:00:00.000Z'),
  ];

  it('begins with what has changed, goes on in order of time, and ends with why', () => {
    const {
      text: said,
      spoken,
      card,
    } = told(several, {
      now: '2019-03-07T08:30',
      changes: [cancel],
      background: { subscriptions: [subscription(everything)] },
    });
    expect(said).toMatch(/^Mötet med samarbetskommittén torsdag 9 maj har ställts in\. Dessutom två till\./);
    expect(spoken.split('\n')).toEqual([
      expect.stringMatching(/ställts in/),
      expect.stringMatching(/^I morgon: möte med ledningsgruppen fredag 8 mars/),
      expect.stringMatching(/^Om fyra veckor: möte med samarbetskommittén torsdag 4 april/),
      'Du får detta för att du bad om påminnelser om allt med datum i planen.',
    ]);
    expect(JSON.stringify(card)).toContain('I morgon: möte med ledningsgruppen');
  });

  it('stays within a card, however long the names', () => {
    const plan = planOf();
    const notices = plan.meetings.slice(0, 10).map(({ id, from }) => notice(reminderOf(id, `${from}T12:00`)));
    const { card } = told(notices, {
      now: '2019-01-02T08:00',
      background: { subscriptions: [subscription(everything)] },
    });
    expect(card && cardSize(card)).toBeLessThanOrEqual(largestCard);
  });
});

describe('why it came, and how to end it', () => {
  it('has three buttons that carry what they do', () => {
    const { suggestions } = told([notice(april)]);
    expect(suggestions.map(({ title }) => title)).toEqual(['Varför fick jag detta?', 'Pausa en månad', 'Sluta']);
    expect(suggestions.map(({ action }) => action)).toEqual([
      { query: expect.objectContaining({ kind: 'reminders', act: 'why', groups: [group] }) },
      { query: expect.objectContaining({ kind: 'reminders', act: 'pause', until: '2019-04-19' }) },
      { query: expect.objectContaining({ kind: 'reminders', act: 'stop', groups: [group], whom: { kind: 'me' } }) },
    ]);
  });

  it('names who set it for somebody else', () => {
    const background = { subscriptions: [subscription(ofGroup, { setBy: secretary })] };
    expect(told([notice(april)], { background }).text).toMatch(/för att Sara Sekreterare har ställt in påminnelser om/);
  });

  it('speaks to a channel, whose buttons are about the channel', () => {
    const background = { subscriptions: [subscription(ofGroup, { recipient: channel })] };
    const { text: said, suggestions } = told([notice(april, channel)], { background });
    expect(said).toMatch(/Ni får detta för att Lena Ledamot har ställt in påminnelser om samarbetskommitténs möten/);
    expect(suggestions[2]?.action).toMatchObject({ query: { act: 'stop', whom: { kind: 'here' } } });
  });

  it('says so where no subscription is known any more', () => {
    expect(told([notice(april)], { background: { subscriptions: [] } }).text).toMatch(/påminnelser är inställda hit/);
  });
});

describe('the week', () => {
  const week: NoticeContent = { kind: 'digest', week: '2019-04-01' };
  const ordered = { subscriptions: [subscription(everything, { leads: [], digest: true })] };

  it('lists what is ahead', () => {
    const sv = told([notice(week)], { now: '2019-04-01T08:00', background: ordered, changes: [papers] });
    expect(sv.text).toMatch(/^Vecka 14: .*möte med samarbetskommittén torsdag 4 april/);
    expect(sv.text).toMatch(/veckobrevet är beställt hit\._$/);
    expect(sv.suggestions[2]?.action).toMatchObject({ query: { act: 'stop', digest: false } });
    const en = told([notice(week)], { now: '2019-04-01T08:00', background: ordered, locale: 'en' });
    expect(en.text).toMatch(/^Week 14: .*meeting of the cooperation committee Thursday 4 April/);
  });

  it('is about what it was ordered for', () => {
    const management: Topic = { kind: 'group', group: GroupId.parse('ledningsgruppen') };
    const background = { subscriptions: [subscription(management, { digest: true })] };
    expect(told([notice(week)], { now: '2019-04-01T08:00', background }).text).toMatch(/^Vecka 14: inget inplanerat\./);
  });

  it('leaves out what has been', () => {
    expect(told([notice(week)], { now: '2019-04-05T08:00', background: ordered }).spoken).not.toMatch(/4 april/);
  });
});

describe('the report to the secretariat', () => {
  const week: NoticeContent = { kind: 'heartbeat', week: '2019-03-04' };

  it('says what was sent, what failed and why, and what is next', () => {
    const { text: said, spoken, suggestions } = told([notice(week)], { background: { health } });
    expect(said).toMatch(/^Påminnelserna den senaste veckan: 12 skickade, 2 kom inte fram\./);
    expect(spoken).toMatch(/Kom inte fram: 2 har blockerat boten\./);
    expect(spoken).toMatch(/Nästa: torsdag 21 mars kl\. 12\.00\./);
    expect(spoken).toMatch(/för att du är med i sekretariatet\.$/);
    expect(suggestions[0]?.action).toMatchObject({ query: { act: 'health' } });
  });

  it.each(Undelivered.options)('has plain words for "%s" in both languages', (reason) => {
    const background = { health: { ...health, failed: [{ reason, count: 1 }] } };
    for (const locale of ['sv', 'en'] as const) {
      const { spoken } = told([notice(week)], { background, locale });
      expect(spoken).toMatch(/(?:Kom inte fram|Did not arrive): 1 \p{L}/u);
      expect(spoken).not.toContain(reason === 'blocked' || reason === 'rejected' ? '"' : reason);
    }
  });
});
