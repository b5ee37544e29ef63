// Calendar files: read back by an independent parser, for the plan of 2019 and for plans that nobody would write.
import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Calendar } from '../src/calendar/calendar.ts';
import { schedulingLink, subscribeLink } from '../src/calendar/deep-link.ts';
import { calendarOf, type EventLink, type Shown } from '../src/calendar/events.ts';
import { endedCalendar, writeCalendar } from '../src/calendar/feed.ts';
import { hashOf, hintOf, isToken, makeToken, meetingToken, sameToken } from '../src/calendar/feed-token.ts';
import { oneLine, paragraphs, shortened } from '../src/calendar/plain-text.ts';
import type { Selection } from '../src/calendar/selection.ts';
import { wallClockOf } from '../src/calendar/wall-clock.ts';
import type { Change, LedgerEntry } from '../src/plan/change.ts';
import { fold, type Ledger } from '../src/plan/fold.ts';
import { ConferenceId, GroupId, MeetingId, MunicipalityId } from '../src/plan/ids.ts';
import type { PlanRecords } from '../src/plan/plan.ts';
import { instantOf } from '../src/settings.ts';
import { base, entriesOf, oneDay } from './support/entries.ts';
import { expected, type ParsedEvent, parsed } from './support/parsed-calendar.ts';
import { ledgers, plans, text } from './support/random-plans.ts';

const march = '2019-03-01';
const everything: Selection = { kind: 'everything' };
const committee: Selection = { kind: 'group', group: GroupId.parse('samarbetskommitten') };
const meeting = (id: string): Selection => ({ kind: 'meeting', meeting: MeetingId.parse(id) });
const link: EventLink = ({ kind, id }) => `https://bot.example.se/tab/${kind}/${id}`;

function ledgerOf(entries: readonly LedgerEntry[] = [], records: PlanRecords = base): Ledger {
  return { edition: fold(records, entries), entries };
}

function shown(selections: readonly Selection[], more: Partial<Shown> = {}): Shown {
  return { selections, withActivities: false, locale: 'sv', ...more };
}

/** The calendar of the plan of 2019 after some changes. */
function calendar(selection: Selection, changes: readonly Change[] = [], more: Partial<Shown> = {}): Calendar {
  return calendarOf(ledgerOf(entriesOf(changes)), shown([selection], more), march, null);
}

/** What a reader's program shows of it. */
function read(selection: Selection, changes: readonly Change[] = [], more: Partial<Shown> = {}): ParsedEvent[] {
  return parsed(writeCalendar(calendar(selection, changes, more)));
}

/** The one event there is. */
function readOne(id: string, changes: readonly Change[] = []): ParsedEvent {
  const [event, ...others] = read(meeting(id), changes);
  if (!event || others.length > 0) throw new Error(`${id} is ${others.length + 1} events`);
  return event;
}

const april = MeetingId.parse('samarbetskommitten-2019-04-04');
const may = MeetingId.parse('samarbetskommitten-2019-05-09');
const cancelled: Change = { kind: 'cancel-meeting', meeting: april };
const moved: Change = {
  kind: 'edit-meeting',
  meeting: may,
  set: { days: oneDay('2019-05-16'), hours: { start: '13:00', end: '16:00' } },
};

describe('a meeting that moves away from a municipality', () => {
  const nynashamn: Selection = { kind: 'municipality', municipality: MunicipalityId.parse('nynashamn') };
  const place = (municipality: string): Change => ({
    kind: 'edit-meeting',
    meeting: may,
    set: { place: { municipality: MunicipalityId.parse(municipality), name: municipality } },
  });
  const ofMay = (changes: readonly Change[], today = march) => {
    const made = calendarOf(ledgerOf(entriesOf(changes)), shown([nynashamn]), today, null);
    return parsed(writeCalendar(made)).filter(({ uid }) => uid.startsWith(may));
  };

  it('stays in its feed as cancelled, with the same UID and a higher sequence, and says that it is elsewhere', () => {
    const [before] = ofMay([]);
    const [after, ...others] = ofMay([place('salem')]);
    expect(others).toEqual([]);
    expect(after).toMatchObject({ uid: before?.uid, status: 'CANCELLED' });
    expect(after?.title).toMatch(/^FLYTTAT: /);
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? 0);
    expect(after?.description).toMatch(/på en annan plats nu/);
  });

  it('leaves it when its time is over, and is held in it again where it comes back', () => {
    expect(ofMay([place('salem')], '2019-09-01')).toEqual([]);
    expect(ofMay([place('salem'), place('nynashamn')])).toMatchObject([{ status: 'CONFIRMED' }]);
    expect(ofMay([place('salem'), { kind: 'undo', version: 1 }])).toMatchObject([{ status: 'CONFIRMED' }]);
  });
});

describe('every feed of the plan', () => {
  const selections: Selection[] = [
    everything,
    { kind: 'conferences' },
    ...base.groups.map(({ id }) => ({ kind: 'group' as const, group: id })),
    ...base.municipalities.map(({ id }) => ({ kind: 'municipality' as const, municipality: id })),
    ...base.conferences.map(({ id }) => ({ kind: 'conference' as const, conference: id })),
    ...base.activities.map(({ id }) => ({ kind: 'activity' as const, activity: id })),
    ...base.meetings.map(({ id }) => meeting(id)),
  ];
  const feeds = selections.flatMap((selection) =>
    (['sv', 'en'] as const).flatMap((locale) =>
      [false, true].map((withActivities) => ({ selection, locale, withActivities })),
    ),
  );

  it.each(feeds)('reads as it was written: $selection, $locale, activities: $withActivities', (feed) => {
    const made = calendarOf(ledgerOf(), shown([feed.selection], feed), march, link);
    expect(parsed(writeCalendar(made))).toEqual(expected(made));
    expect([...made.name].length).toBeLessThanOrEqual(28);
    expect(made.name).not.toBe('');
  });

  it.each([
    [everything, 17, 36],
    [committee, 8, 8],
    [{ kind: 'conferences' }, 2, 12],
    [{ kind: 'conference', conference: ConferenceId.parse('radslaget') }, 1, 8],
    [{ kind: 'municipality', municipality: MunicipalityId.parse('salem') }, 1, 3],
    [meeting('radslaget-2019'), 1, 1],
    [meeting('nyckeltalsdagen-2019'), 0, 0],
    [meeting('finns-inte'), 0, 0],
  ] satisfies [Selection, number, number][])('%j has %i events, with activities %i', (selection, few, many) => {
    expect(read(selection)).toHaveLength(few);
    expect(read(selection, [], { withActivities: true })).toHaveLength(many);
  });

  it('shows each event once, however many selections have it', () => {
    const twice = calendarOf(ledgerOf(), shown([committee, meeting(april), everything]), march, null);
    expect(parsed(writeCalendar(twice))).toHaveLength(17);
  });
});

describe('a meeting', () => {
  it('has its organ first, its hours as instants, and says the hours of the wall clock', () => {
    expect(readOne(april)).toEqual({
      uid: 'samarbetskommitten-2019-04-04@sodertorn',
      sequence: 0,
      start: '2019-04-04T10:00:00.000Z',
      end: '2019-04-04T13:30:00.000Z',
      title: 'Södertörns samarbetskommitté',
      place: 'Botkyrka',
      description:
        'Torsdag 4 april 2019 kl. 12.00–15.30 (svensk tid)\nPlats: Botkyrka\n' +
        'Källa: Verksamhetsplan 2019, avsnitt 7, Kalendarium, samarbetskommittémöten',
      url: null,
      status: 'CONFIRMED',
      transparency: 'OPAQUE',
      changedAt: '2019-01-01T00:00:00.000Z',
    });
  });

  it('of two days from lunch to lunch takes both days, and says that no hours are known', () => {
    expect(readOne('samarbetskommitten-2019-01-17')).toMatchObject({
      start: '2019-01-17',
      end: '2019-01-19',
      transparency: 'TRANSPARENT',
      description: expect.stringMatching(
        /^Torsdag–fredag 17–18 januari 2019\nLunch till lunch; planen anger inga klockslag\.\nPlats: Södertälje\n/,
      ),
    });
  });

  it('of two days has its hours where somebody has said them', () => {
    const id = MeetingId.parse('samarbetskommitten-2019-01-17');
    const change: Change = { kind: 'edit-meeting', meeting: id, set: { hours: { start: '12:00', end: '13:00' } } };
    expect(readOne(id, [change])).toMatchObject({
      start: '2019-01-17T11:00:00.000Z',
      end: '2019-01-18T12:00:00.000Z',
      description: expect.stringContaining('Torsdag–fredag 17–18 januari 2019 kl. 12.00–13.00 (svensk tid)'),
    });
  });

  it('without hours takes the day', () => {
    expect(readOne('samarbetskommitten-2019-12-19')).toMatchObject({ start: '2019-12-19', end: '2019-12-20' });
  });

  it('tells of doubts', () => {
    expect(readOne('samarbetskommitten-2019-11-29').description).toContain(
      '\nObservera: 29 november 2019 är en fredag, men enligt',
    );
  });

  it('names its hosts where it is a conference', () => {
    expect(readOne('sodertornskonferensen-2019').description).toContain('\nVärdar: Nynäshamn och Haninge\n');
    expect(readOne('radslaget-2019').description).toContain('\nVärd: Salem\n');
  });

  it('links back, in its own property and in words', () => {
    const made = calendarOf(ledgerOf(), shown([meeting(april)]), march, link);
    const [event] = parsed(writeCalendar(made));
    const url = `https://bot.example.se/tab/meeting/${april}`;
    expect(event?.url).toBe(url);
    expect(event?.description.endsWith(`\nMer: ${url}`)).toBe(true);
  });

  it('is told in English', () => {
    const [event] = read(meeting('samarbetskommitten-2019-01-17'), [], { locale: 'en' });
    expect(event?.description).toMatch(/^Thursday–Friday 17–18 January 2019\nLunch to lunch; the plan gives no times/);
  });
});

describe('summer time', () => {
  it.each([
    ['2019-03-28', '11:00:00.000Z', '14:30:00.000Z'],
    ['2019-03-29', '11:00:00.000Z', '14:30:00.000Z'],
    ['2019-03-31', '10:00:00.000Z', '13:30:00.000Z'],
    ['2019-04-01', '10:00:00.000Z', '13:30:00.000Z'],
    ['2019-10-25', '10:00:00.000Z', '13:30:00.000Z'],
    ['2019-10-27', '11:00:00.000Z', '14:30:00.000Z'],
    ['2019-10-28', '11:00:00.000Z', '14:30:00.000Z'],
  ])('a meeting at noon on %s begins at %s', (day, start, end) => {
    const event = readOne(april, [{ kind: 'edit-meeting', meeting: april, set: { days: oneDay(day) } }]);
    expect(event).toMatchObject({ start: `${day}T${start}`, end: `${day}T${end}` });
    expect(event.description).toContain('kl. 12.00–15.30 (svensk tid)');
  });

  it.each(['Europe/Stockholm', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC'])(
    'the wall clock of %s is right on every day',
    (zone) => {
      const clock = wallClockOf(zone);
      for (let at = Date.parse('2018-12-25'); at < Date.parse('2021-01-05'); at += 86_400_000) {
        const day = new Date(at).toISOString().slice(0, 10);
        for (const time of ['00:00', '02:30', '12:00', '23:59']) {
          expect(`${day} ${clock(day, time).toISOString()}`).toBe(
            `${day} ${instantOf(`${day}T${time}`, zone).toISOString()}`,
          );
        }
      }
    },
  );
});

describe('changes', () => {
  it('move an event that stays the same event', () => {
    expect(readOne(may, [moved])).toMatchObject({
      uid: 'samarbetskommitten-2019-05-09@sodertorn',
      sequence: 1,
      start: '2019-05-16T11:00:00.000Z',
      end: '2019-05-16T14:00:00.000Z',
      changedAt: '2019-02-01T08:00:00.000Z',
      description: expect.stringContaining('\nFlyttat från torsdag 9 maj 2019.\n'),
    });
  });

  it('cancel an event that stays, and says so', () => {
    expect(readOne(april, [cancelled])).toMatchObject({
      title: 'INSTÄLLT: Södertörns samarbetskommitté',
      status: 'CANCELLED',
      transparency: 'TRANSPARENT',
      sequence: 1,
      description: expect.stringMatching(/^Inställt\.\nTorsdag 4 april 2019/),
    });
  });

  it('count when they are undone, and when the undo is', () => {
    const undo = (version: number): Change => ({ kind: 'undo', version });
    const sequences = [[cancelled], [cancelled, undo(1)], [cancelled, undo(1), undo(2)]].map((changes) => {
      const { sequence, status } = readOne(april, changes);
      return [sequence, status];
    });
    expect(sequences).toEqual([
      [1, 'CANCELLED'],
      [2, 'CONFIRMED'],
      [3, 'CANCELLED'],
    ]);
  });

  it('of the hosts change the conference', () => {
    const change: Change = {
      kind: 'set-hosts',
      conference: ConferenceId.parse('radslaget'),
      turns: [{ year: 2019, hosts: [MunicipalityId.parse('tyreso')] }],
    };
    const before = readOne('radslaget-2019');
    const after = readOne('radslaget-2019', [change]);
    expect(after.description).toContain('Värd: Tyresö');
    expect(after.sequence).toBeGreaterThan(before.sequence);
  });

  it('leave other events as they were, byte for byte', () => {
    const eventsOf = (changes: readonly Change[]) => writeCalendar(calendar(committee, changes)).split('BEGIN:VEVENT');
    const before = eventsOf([]);
    const differing = eventsOf([cancelled]).filter((event, index) => event !== before[index]);
    expect(differing).toHaveLength(1);
  });

  it.each([
    ['2019-04-04', 8],
    ['2019-07-03', 8],
    ['2019-07-04', 7],
  ])('keep a cancelled meeting of 4 April on %s: %i events', (today, count) => {
    const made = calendarOf(ledgerOf(entriesOf([cancelled])), shown([committee]), today, null);
    expect(made.events).toHaveLength(count);
    expect(made.changedAt.toISOString()).toBe(count === 8 ? '2019-02-01T08:00:00.000Z' : '2019-07-04T00:00:00.000Z');
  });

  it('move a conference from a month to a day of it, which stays the same event', () => {
    const id = MeetingId.parse('nyckeltalsdagen-2019');
    const months = { kind: 'months' as const, year: 2019, months: [10, 11, 12, 3], wording: 'mars, oktober–december' };
    const records = {
      ...base,
      occasions: base.occasions.map((occasion) => (occasion.id === id ? { ...occasion, schedule: months } : occasion)),
    };
    const file = (changes: readonly Change[]) =>
      parsed(
        writeCalendar(
          calendarOf(
            ledgerOf(entriesOf(changes), records),
            shown([meeting(id)], { withActivities: true }),
            march,
            null,
          ),
        ),
      ).map(({ uid, start, end }) => [uid, start, end]);
    expect(file([])).toEqual([
      ['nyckeltalsdagen-2019@sodertorn', '2019-03-01', '2019-03-02'],
      ['nyckeltalsdagen-2019.2019-10@sodertorn', '2019-10-01', '2019-10-02'],
    ]);
    expect(file([{ kind: 'edit-meeting', meeting: id, set: { days: oneDay('2019-10-17') } }])).toEqual([
      ['nyckeltalsdagen-2019@sodertorn', '2019-10-17', '2019-10-18'],
    ]);
  });
});

describe('what a calendar says of itself', () => {
  it.each([
    [[everything], {}, 'Södertörn'],
    [[committee], {}, 'Södertörns samarbetskommitté'],
    [[{ kind: 'conferences' }], {}, 'Södertörn: konferenser'],
    [[committee, { kind: 'conferences' }, everything], {}, 'Södertörns… + 2'],
    [[{ kind: 'municipality', municipality: MunicipalityId.parse('tyreso') }], {}, 'Tyresö'],
    [[meeting('finns-inte')], {}, 'Södertörn'],
    [[committee], { subscribed: true }, 'Mina prenumerationer'],
    [[committee], { subscribed: true, locale: 'en' }, 'My subscriptions'],
  ] satisfies [Selection[], Partial<Shown>, string][])('%j %j is called %s', (selections, more, name) => {
    expect(calendarOf(ledgerOf(), shown(selections, more), march, null).name).toBe(name);
  });

  it.each([
    [[committee], {}, 'Ur verksamhetsplanen: Södertörns samarbetskommitté. Uppdateras när planen ändras.'],
    [[meeting('nyckeltalsdagen-2019')], {}, 'Kalendern är tom: planen har ännu inga dagar för det här.'],
    [[], { subscribed: true }, 'Kalendern är tom: du prenumererar inte på något.'],
  ] satisfies [Selection[], Partial<Shown>, string][])(
    '%j %j tells what it shows, or why nothing',
    (selections, more, about) => {
      expect(calendarOf(ledgerOf(), shown(selections, more), march, null).about).toContain(about);
    },
  );

  it.each(['replaced', 'revoked'] as const)('one whose address was %s is empty and says why', (ended) => {
    for (const locale of ['sv', 'en'] as const) {
      const made = endedCalendar(ended, locale, 'sodertorn', new Date('2019-03-01T08:00:00Z'));
      const file = writeCalendar(made);
      expect(parsed(file)).toEqual([]);
      expect(file).toContain('X-WR-CALDESC:');
      expect([...made.name].length).toBeLessThanOrEqual(28);
    }
  });
});

describe('what people write', () => {
  const evil = [
    'Möte\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil',
    'Möte\nATTENDEE:mailto:a@b.se',
    'Möte\rX-EVIL:1',
    'Möte\u2028BEGIN:VALARM\u0085\u000b\u000c',
    'a;b,c\\d\\n\\,\\;:"\'',
    'BEGIN:VEVENT',
    '\u0000\u0007\u001b[31m\u007f röd',
    'half a pair \ud83d, another \udc00',
    'familj 👩‍👩‍👧‍👦 och flagga 🏳️‍🌈',
  ];

  it.each(evil)('stays text as title, comment, place and name: %j', (words) => {
    const records: PlanRecords = {
      ...base,
      region: { ...base.region, id: words, name: words },
      groups: base.groups.map((group) => ({ ...group, name: { sv: words } })),
      meetings: base.meetings.map((one) => ({
        ...one,
        title: { sv: words },
        place: { name: words, municipality: null },
        notes: [{ about: 'date', text: { sv: words } }],
      })),
      activities: base.activities.map((activity) => ({
        ...activity,
        title: { sv: words },
        short: { sv: words },
        status: { status: 'delayed', comment: words, on: '2019-02-01' },
      })),
    };
    const made = calendarOf(
      ledgerOf([], records),
      shown([everything], { withActivities: true }),
      march,
      () => `https://x.se/ ${words}`,
    );
    const events = parsed(writeCalendar(made));
    expect(events).toHaveLength(36);
    expect(events.map(({ title }) => title)).toEqual(expected(made).map(({ title }) => title));
    expect(events[0]?.place).toBe(oneLine(words));
    expect(events[0]?.description).toContain(paragraphs(words));
  });

  it.each(['å', 'ä', 'ö', '–', '€', '😀', '👩‍👩‍👧', 'e\u0301'])('folds beside %s, never inside it', (character) => {
    for (let before = 0; before < 90; before += 1) {
      const title = `${'x'.repeat(before)}${character.repeat(40)}`;
      const event = readOne(april, [{ kind: 'edit-meeting', meeting: april, set: { title: { sv: title } } }]);
      expect(event.title).toBe(`Södertörns samarbetskommitté: ${title}`);
    }
  });

  it.each([
    ['Nätverket för näringslivsfrågor', 28, 'Nätverket för…'],
    ['Ledningsgruppen', 28, 'Ledningsgruppen'],
    ['Ett tjugoåtta tecken långt na', 28, 'Ett tjugoåtta tecken långt…'],
    ['Nordöstersjökustartilleriflygspaning', 28, 'Nordöstersjökustartillerifl…'],
    ['😀'.repeat(40), 28, `${'😀'.repeat(27)}…`],
  ])('%s is shortened to %i characters', (long, most, short) => {
    expect(shortened(long, most)).toBe(short);
  });
});

describe('any plan with any changes', () => {
  const file = (records: PlanRecords, entries: readonly LedgerEntry[], of: Shown) =>
    calendarOf(ledgerOf(entries, records), of, march, link);

  it('reads as it was written, with UIDs that stay and a SEQUENCE that grows with every change', () => {
    fc.assert(
      fc.property(plans, ledgers, (records, entries) => {
        const of = shown([everything], { withActivities: true });
        let before: readonly ParsedEvent[] = [];
        for (let version = 0; version <= entries.length; version += 1) {
          const made = file(records, entries.slice(0, version), of);
          const text = writeCalendar(made);
          expect(writeCalendar(file(records, entries.slice(0, version), of))).toBe(text);
          const events = parsed(text);
          expect(events).toEqual(expected(made));
          checkSequences(before, events);
          before = [...before.filter(({ uid }) => !events.some((event) => event.uid === uid)), ...events];
        }
      }),
      { numRuns: 500 },
    );
  }, 120_000);

  /** Both as they last stood: an event that comes back has not forgotten. */
  function checkSequences(before: readonly ParsedEvent[], after: readonly ParsedEvent[]): void {
    for (const event of after) {
      const last = before.find(({ uid }) => uid === event.uid);
      if (!last) continue;
      expect(event.sequence).toBeGreaterThanOrEqual(last.sequence);
      if (event.sequence === last.sequence) expect(event).toEqual(last);
      else expect(Date.parse(event.changedAt)).toBeGreaterThanOrEqual(Date.parse(last.changedAt));
    }
  }

  it('has no more in a part of it than in the whole', () => {
    const parts: Selection[] = [
      committee,
      { kind: 'municipality', municipality: MunicipalityId.parse('haninge') },
      { kind: 'conferences' },
    ];
    fc.assert(
      fc.property(plans, ledgers, fc.constantFrom(...parts), (records, entries, part) => {
        const [whole, some] = [everything, part].map((selection) =>
          parsed(writeCalendar(file(records, entries, shown([selection])))),
        );
        for (const event of some ?? []) expect(whole).toContainEqual(event);
      }),
      { numRuns: 50 },
    );
  });

  it('text of one line has one line, and both stay as they are the second time', () => {
    fc.assert(
      fc.property(text, (words) => {
        expect(oneLine(words)).not.toMatch(/[\n\r\u2028\u2029\u0085]/);
        expect(oneLine(oneLine(words))).toBe(oneLine(words));
        expect(paragraphs(paragraphs(words))).toBe(paragraphs(words));
      }),
    );
  });
});

it('writes the committee’s feed as golden/committee.ics has it', () => {
  const golden = new URL('./golden/committee.ics', import.meta.url);
  const change: Change = {
    kind: 'add-meeting',
    meeting: MeetingId.parse('samarbetskommitten-2019-06-13'),
    owner: { kind: 'group', group: GroupId.parse('samarbetskommitten'), form: 'meeting' },
    days: oneDay('2019-06-13'),
    hours: { start: '09:00', end: '11:30' },
    place: { name: 'Kommunhuset, Rudsjöterrassen 2', municipality: MunicipalityId.parse('haninge') },
    title: { sv: 'Extra möte om budgeten; beslut' },
  };
  const made = calendarOf(ledgerOf(entriesOf([cancelled, moved, change])), shown([committee]), march, link);
  const written = writeCalendar(made);
  if (process.env.UPDATE_GOLDEN) writeFileSync(golden, written);
  expect(written).toBe(readFileSync(golden, 'utf8'));
});

describe('links', () => {
  const [event] = calendar(meeting(april)).events;
  if (!event) throw new Error('no meeting');

  it('open Teams’ form for a meeting, filled in', () => {
    const url = schedulingLink({ ...event, title: 'Möte & fika + 100 % #1' }, 'Europe/Stockholm') ?? '';
    expect(url).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/meeting\/new\?[\w.~!*'()%&=-]+$/);
    expect(Object.fromEntries(new URL(url).searchParams)).toEqual({
      subject: 'Möte & fika + 100 % #1',
      startTime: '2019-04-04T12:00:00+02:00',
      endTime: '2019-04-04T15:30:00+02:00',
      content: event.description,
    });
  });

  it('stay short enough to be opened', () => {
    const url = schedulingLink({ ...event, description: `${'å'.repeat(100)}\n`.repeat(30) }, 'Europe/Stockholm') ?? '';
    expect(url.length).toBeLessThanOrEqual(2_000);
    expect(new URL(url).searchParams.get('content')).toBe(Array(3).fill('å'.repeat(100)).join('\n'));
  });

  it.each([
    ['whole days', { when: { kind: 'days', from: '2019-04-04', to: '2019-04-05' } }],
    ['cancelled ones', { cancelled: true }],
  ] as const)('leave Teams’ form alone for %s', (_what, fields) => {
    expect(schedulingLink({ ...event, ...fields }, 'Europe/Stockholm')).toBeNull();
  });

  it.each([
    ['https://bot.example.se/calendar/x.ics', 'webcal://bot.example.se/calendar/x.ics'],
    ['http://127.0.0.1:3978/calendar/x.ics', 'webcal://127.0.0.1:3978/calendar/x.ics'],
  ])('%s is subscribed to at %s', (url, subscribed) => {
    expect(subscribeLink(url)).toBe(subscribed);
  });
});

describe('tokens', () => {
  it('are 256 bits that are never twice the same, of which only a hash and four characters are kept', () => {
    const tokens = Array.from({ length: 1_000 }, makeToken);
    expect(new Set(tokens).size).toBe(1_000);
    for (const token of tokens) {
      expect(isToken(token)).toBe(true);
      expect(hashOf(token)).toMatch(/^[0-9a-f]{64}$/);
      expect(token.endsWith(hintOf(token))).toBe(true);
      expect(hintOf(token)).toHaveLength(4);
    }
  });

  it.each(['', 'a', 'a'.repeat(42), 'a'.repeat(44), `${'a'.repeat(42)}/`, `${'a'.repeat(42)}=`, `${'a'.repeat(43)}\n`])(
    '%j is none',
    (other) => {
      expect(isToken(other)).toBe(false);
    },
  );

  it('of meetings differ by meeting and secret', () => {
    const token = meetingToken('secret', april);
    expect(meetingToken('secret', april)).toBe(token);
    expect(isToken(token)).toBe(true);
    expect(sameToken(token, meetingToken('secret', may))).toBe(false);
    expect(sameToken(token, meetingToken('other', april))).toBe(false);
    expect(sameToken(token, `${token}a`)).toBe(false);
    expect(sameToken(token, token)).toBe(true);
  });
});
