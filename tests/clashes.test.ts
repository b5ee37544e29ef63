// What a preview warns of, on the plan of 2019.
import { describe, expect, it } from 'vitest';
import type { Clash } from '../src/facts.ts';
import { swedishHolidays } from '../src/holidays.ts';
import type { Change } from '../src/plan/change.ts';
import { fold } from '../src/plan/fold.ts';
import { ConferenceId, GroupId, MeetingId, MunicipalityId } from '../src/plan/ids.ts';
import { clashesOf } from '../src/updates/clashes.ts';
import { base, entriesOf, oneDay } from './support/entries.ts';

const holidays = swedishHolidays();
const committee = GroupId.parse('samarbetskommitten');
const management = GroupId.parse('ledningsgruppen');
const climate = GroupId.parse('klimatstrateger');
const council = ConferenceId.parse('radslaget');
const yearly = ConferenceId.parse('sodertornskonferensen');
const inMay = MeetingId.parse('samarbetskommitten-2019-05-09');
const id = MeetingId.parse('nytt');
const town = MunicipalityId.parse;
const now = { day: '2019-03-01', time: '09:00' };

/** What the last of some changes clashes with, in short. */
function clashes(changes: readonly Change[], today = now): string[] {
  const entries = entriesOf(changes);
  const before = fold(base, entries.slice(0, -1));
  const last = entries.at(-1);
  const applied = fold(base, entries).applied.get(entries.length);
  if (!last || !applied) throw new Error('nothing was applied');
  return clashesOf(last.change, applied, before.plan, today, holidays).map(inShort);
}

function inShort(clash: Clash): string {
  switch (clash.kind) {
    case 'meeting':
      return `meeting ${clash.item.record.id}`;
    case 'holiday':
      return `holiday ${clash.day} ${clash.name.sv}`;
    case 'weekend':
      return `weekend ${clash.day}`;
    case 'weekday':
      return `weekday ${clash.day}, usual ${clash.usual}`;
    case 'hours':
      return `hours, usual ${clash.usual.start}–${clash.usual.end}`;
    case 'year':
      return `year ${clash.year}`;
    case 'place':
      return `place ${clash.name}`;
    case 'length':
      return `length ${clash.end}`;
    case 'skipped':
    case 'twice':
      return `${clash.kind} ${clash.day} ${clash.time}`;
    case 'deadline':
      return `deadline ${clash.due.deadline.name} ${clash.due.day}`;
    case 'hosting':
      return `hosting ${clash.municipality.id} ${clash.year}`;
    case 'activity':
      return `activity ${clash.activity.id}`;
  }
}

const moveTo = (from: string, to = from): Change => ({
  kind: 'edit-meeting',
  meeting: inMay,
  set: { days: { from, to, lunchToLunch: from !== to } },
});
const edit = (set: Extract<Change, { kind: 'edit-meeting' }>['set'], meeting = inMay): Change => ({
  kind: 'edit-meeting',
  meeting,
  set,
});
const add = (more: Partial<Extract<Change, { kind: 'add-meeting' }>>): Change => ({
  kind: 'add-meeting',
  meeting: id,
  owner: { kind: 'group', group: committee, form: 'meeting' },
  days: oneDay('2019-05-23'),
  hours: { start: '12:00', end: '15:30' },
  place: null,
  title: null,
  ...more,
});
const planning = { kind: 'group', group: committee, form: 'planning-conference' } as const;

describe('moving the committee from 9 May', () => {
  it.each<[string, Change, string[]]>([
    ['to another Thursday', moveTo('2019-05-16'), []],
    ['to Kristi himmelsfärdsdag', moveTo('2019-05-30'), ['holiday 2019-05-30 Kristi himmelsfärdsdag']],
    [
      'to a day of the management group',
      moveTo('2019-04-26'),
      ['meeting ledningsgruppen-2019-04-26', 'weekday 2019-04-26, usual 4'],
    ],
    ['to the day of a conference', moveTo('2019-04-10'), ['meeting radslaget-2019', 'weekday 2019-04-10, usual 4']],
    [
      'to a day within a planning conference',
      moveTo('2019-09-06'),
      ['meeting ledningsgruppen-2019-09-05', 'weekday 2019-09-06, usual 4'],
    ],
    ['to a Saturday', moveTo('2019-05-11'), ['weekend 2019-05-11']],
    ['to a Sunday that is a holiday', moveTo('2019-06-09'), ['holiday 2019-06-09 pingstdagen']],
    [
      'to midsummer eve, a Friday',
      moveTo('2019-06-21'),
      ['holiday 2019-06-21 midsommarafton', 'weekday 2019-06-21, usual 4'],
    ],
    ['over a weekend', moveTo('2019-05-16', '2019-05-19'), ['weekend 2019-05-18']],
    [
      'over several meetings',
      moveTo('2019-04-04', '2019-04-26'),
      [
        'meeting samarbetskommitten-2019-04-04',
        'meeting radslaget-2019',
        'meeting ledningsgruppen-2019-04-26',
        'holiday 2019-04-19 långfredagen',
        'holiday 2019-04-21 påskdagen',
        'holiday 2019-04-22 annandag påsk',
        'weekend 2019-04-06',
      ],
    ],
    ['to a year without a plan', moveTo('2020-05-14'), ['year 2020']],
    [
      'over New Year',
      moveTo('2019-12-30', '2020-01-02'),
      ['holiday 2019-12-31 nyårsafton', 'holiday 2020-01-01 nyårsdagen', 'year 2020'],
    ],
    // The season of a conference that has no day yet is no clash.
    ['into a conference season', moveTo('2019-10-17'), []],
  ])('%s', (_, change, expected) => {
    expect(clashes([change])).toEqual(expected);
  });

  it('does not clash with itself, nor with what is called off', () => {
    expect(clashes([moveTo('2019-05-09', '2019-05-10')])).toEqual([]);
    const off: Change = { kind: 'cancel-meeting', meeting: MeetingId.parse('radslaget-2019') };
    expect(clashes([off, moveTo('2019-04-10')])).toEqual(['weekday 2019-04-10, usual 4']);
  });

  it('shows at most eight', () => {
    expect(clashes([moveTo('2019-04-01', '2019-12-31')]).length).toBeLessThanOrEqual(8);
  });
});

describe('other changes of a meeting', () => {
  it.each<[string, Change, string[]]>([
    ['unusual hours', edit({ hours: { start: '13:00', end: '16:30' } }), ['hours, usual 12:00–15:30']],
    ['the hours that it has', edit({ hours: { start: '12:00', end: '15:30' } }), []],
    ['no hours', edit({ hours: null }), []],
    ['a municipality', edit({ place: { name: 'Salem', municipality: town('salem') } }), []],
    ['a place that the plan names', edit({ place: { name: 'storsthlm', municipality: null } }), []],
    ['a place that nobody knows', edit({ place: { name: 'Folkets hus', municipality: null } }), ['place Folkets hus']],
    ['no place', edit({ place: null }), []],
    ['a title', edit({ title: { sv: 'Budgetmöte' } }), []],
    ['calling it off', { kind: 'cancel-meeting', meeting: inMay }, []],
  ])('%s', (_, change, expected) => {
    expect(clashes([change])).toEqual(expected);
  });

  it('new hours on a day that another group meets on', () => {
    const other = add({ owner: { kind: 'group', group: climate, form: 'meeting' }, days: oneDay('2019-05-09') });
    const hours = { start: '09:00', end: '12:00' };
    expect(clashes([other, edit({ hours })])).toEqual(['meeting nytt', 'hours, usual 12:00–15:30']);
  });

  it('restoring one whose day was taken meanwhile', () => {
    const off: Change = { kind: 'cancel-meeting', meeting: inMay };
    const other = add({ days: oneDay('2019-05-09') });
    expect(clashes([off, other, { kind: 'restore-meeting', meeting: inMay }])).toEqual(['meeting nytt']);
  });
});

describe('new meetings', () => {
  it.each<[string, Change, string[]]>([
    ['a usual one', add({}), []],
    [
      'on an unusual day, at unusual hours',
      add({ days: oneDay('2019-05-22'), hours: { start: '09:00', end: '12:00' } }),
      ['weekday 2019-05-22, usual 4', 'hours, usual 12:00–15:30'],
    ],
    [
      'a planning conference has hours of its own',
      add({ owner: planning, hours: { start: '09:00', end: '17:00' } }),
      [],
    ],
    [
      'a planning conference that begins before the usual day',
      add({ owner: planning, days: { from: '2019-05-22', to: '2019-05-23', lunchToLunch: true }, hours: null }),
      [],
    ],
    [
      'of a group without usual days',
      add({ owner: { kind: 'group', group: climate, form: 'meeting' }, days: oneDay('2019-05-21') }),
      [],
    ],
    [
      'a conference on a meeting day',
      add({ owner: { kind: 'conference', conference: council }, days: oneDay('2019-05-09') }),
      ['meeting samarbetskommitten-2019-05-09'],
    ],
    [
      'a conference on a holiday',
      add({ owner: { kind: 'conference', conference: council }, days: oneDay('2019-05-01') }),
      ['holiday 2019-05-01 första maj'],
    ],
    ['at an unknown place', add({ place: { name: 'Folkets hus', municipality: null } }), ['place Folkets hus']],
  ])('%s', (_, change, expected) => {
    expect(clashes([change])).toEqual(expected);
  });
});

describe('deadlines', () => {
  const summons: Change = { kind: 'set-deadline', group: committee, name: 'Kallelse', workingDays: 10 };
  const papers: Change = { kind: 'set-deadline', group: committee, name: 'Handlingar', workingDays: 5 };
  const others: Change = { kind: 'set-deadline', group: management, name: 'Kallelse', workingDays: 200 };

  it.each<[string, string, string[]]>([
    ['in good time', '2019-05-16', []],
    ['too late for the summons', '2019-03-14', ['deadline Kallelse 2019-02-28']],
    ['on the last day for the summons', '2019-03-15', ['weekday 2019-03-15, usual 4']],
    ['too late for both', '2019-03-07', ['deadline Kallelse 2019-02-21', 'deadline Handlingar 2019-02-28']],
  ])('%s: moved to %s', (_, day, expected) => {
    expect(clashes([summons, papers, others, moveTo(day)])).toEqual(expected);
  });

  it('are not counted where only the place is set', () => {
    const late = { day: '2019-05-08', time: '09:00' };
    const place = { name: 'Salem', municipality: town('salem') };
    expect(clashes([summons, papers, edit({ place })], late)).toEqual([]);
  });
});

describe('undoing', () => {
  const undo: Change = { kind: 'undo', version: 1 };

  it('a move warns of the day that the meeting goes back to', () => {
    const other = add({ owner: { kind: 'group', group: climate, form: 'meeting' }, days: oneDay('2019-05-09') });
    expect(clashes([moveTo('2019-05-16'), other, undo])).toEqual(['meeting nytt']);
  });

  it('an addition warns of nothing', () => {
    expect(clashes([add({ days: oneDay('2019-05-30') }), undo])).toEqual([]);
  });

  it('a cancellation warns as restoring does', () => {
    const off: Change = { kind: 'cancel-meeting', meeting: inMay };
    expect(clashes([off, add({ days: oneDay('2019-05-09') }), undo])).toEqual(['meeting nytt']);
  });
});

describe('hosts', () => {
  const hosts = (conference: ConferenceId, ...turns: [number, ...string[]][]): Change => ({
    kind: 'set-hosts',
    conference,
    turns: turns.map(([year, ...names]) => ({ year, hosts: names.map((name) => town(name)) })),
  });

  it.each<[string, Change, string[]]>([
    ['one with no turn near', hosts(council, [2020, 'haninge']), []],
    ['the host of the year before', hosts(council, [2020, 'salem']), ['hosting salem 2019']],
    ['the host of the year after', hosts(council, [2020, 'botkyrka']), ['hosting botkyrka 2021']],
    [
      'between two turns of its own',
      hosts(council, [2020, 'salem'], [2021, 'salem']),
      ['hosting salem 2019', 'hosting salem 2021', 'hosting salem 2020'],
    ],
    ['two years that change places', hosts(council, [2020, 'botkyrka'], [2021, 'nynashamn']), []],
    ['the host of another conference', hosts(council, [2022, 'huddinge']), []],
    ['one of two', hosts(yearly, [2020, 'nynashamn', 'salem']), ['hosting nynashamn 2019']],
    ['a new year after the last', hosts(council, [2027, 'huddinge']), ['hosting huddinge 2026']],
  ])('%s', (_, change, expected) => {
    expect(clashes([change])).toEqual(expected);
  });

  it('only who is new in the turn is warned of', () => {
    const twice = hosts(yearly, [2020, 'nynashamn', 'salem']);
    expect(clashes([twice, hosts(yearly, [2020, 'nynashamn', 'botkyrka'])])).toEqual([]);
  });
});

it('changes of other records clash with nothing', () => {
  expect(clashes([{ kind: 'set-deadline', group: committee, name: 'Kallelse', workingDays: 10 }])).toEqual([]);
});
