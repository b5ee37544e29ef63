// What each change does to the plan of 2019.
import { describe, expect, it } from 'vitest';
import {
  type Appointee,
  activityKey,
  type Change,
  conflicts,
  deadlineKey,
  hostingKey,
  meetingKey,
  roleKey,
} from '../src/plan/change.ts';
import { fold } from '../src/plan/fold.ts';
import { ActivityId, AreaId, ConferenceId, GroupId, MeetingId, MunicipalityId, PersonId } from '../src/plan/ids.ts';
import type { Plan } from '../src/plan/plan.ts';
import { base, dataOf, entriesOf, foldOf, oneDay } from './support/entries.ts';

const committee = GroupId.parse('samarbetskommitten');
const climate = GroupId.parse('klimatstrateger');
const council = ConferenceId.parse('radslaget');
const inMay = MeetingId.parse('samarbetskommitten-2019-05-09');
const inNovember = MeetingId.parse('samarbetskommitten-2019-11-29');
const councilDay = MeetingId.parse('radslaget-2019');
const road = ActivityId.parse('elvag');
const newId = MeetingId.parse('nytt');
const town = MunicipalityId.parse;

const untouched = foldOf();

describe('a change of a meeting', () => {
  const move: Change = {
    kind: 'edit-meeting',
    meeting: inMay,
    set: {
      days: oneDay('2019-05-16'),
      hours: { start: '13:00', end: '16:30' },
      place: { name: 'Salem', municipality: town('salem') },
    },
  };
  const add: Change = {
    kind: 'add-meeting',
    meeting: newId,
    owner: { kind: 'group', group: committee, form: 'meeting' },
    days: oneDay('2019-05-23'),
    hours: { start: '12:00', end: '15:30' },
    place: null,
    title: { sv: 'Extra möte' },
  };
  const addConference: Change = {
    ...add,
    owner: { kind: 'conference', conference: council },
    days: { from: '2020-04-22', to: '2020-04-23', lunchToLunch: true },
  };

  it.each<[string, Change[], object | null, object[]]>([
    [
      'moves it',
      [move],
      {
        from: '2019-05-16',
        to: '2019-05-16',
        hours: { start: '13:00', end: '16:30' },
        place: { name: 'Salem' },
        cancelled: false,
      },
      [
        {
          field: 'date',
          before: { kind: 'days', days: oneDay('2019-05-09') },
          after: { kind: 'days', days: oneDay('2019-05-16') },
        },
        {
          field: 'time',
          before: { kind: 'hours', hours: { start: '12:00', end: '15:30' } },
          after: { kind: 'hours', hours: { start: '13:00', end: '16:30' } },
        },
        { field: 'place', before: { place: { name: 'Nynäshamn' } }, after: { place: { name: 'Salem' } } },
      ],
    ],
    [
      'takes its place away',
      [{ kind: 'edit-meeting', meeting: inMay, set: { place: null } }],
      { place: null, from: '2019-05-09' },
      [{ field: 'place', before: { kind: 'place' }, after: null }],
    ],
    [
      'names it',
      [{ kind: 'edit-meeting', meeting: inMay, set: { title: { sv: 'Budgetmöte' } } }],
      { title: { sv: 'Budgetmöte' } },
      [{ field: 'title', before: null, after: { kind: 'text', text: 'Budgetmöte' } }],
    ],
    [
      'sets what it has',
      [{ kind: 'edit-meeting', meeting: inMay, set: { days: oneDay('2019-05-09') } }],
      { from: '2019-05-09' },
      [],
    ],
    [
      'moves a conference',
      [
        {
          kind: 'edit-meeting',
          meeting: councilDay,
          set: { days: { from: '2020-04-22', to: '2020-04-23', lunchToLunch: true } },
        },
      ],
      { year: 2020, schedule: { kind: 'range', from: '2020-04-22', to: '2020-04-23', lunchToLunch: true } },
      [{ field: 'date', before: { kind: 'days', days: oneDay('2019-04-10') }, after: { kind: 'days' } }],
    ],
    [
      'calls it off',
      [{ kind: 'cancel-meeting', meeting: inMay }],
      { cancelled: true, from: '2019-05-09' },
      [{ field: 'held', before: { cancelled: false }, after: { cancelled: true } }],
    ],
    [
      'calls it off twice',
      [
        { kind: 'cancel-meeting', meeting: inMay },
        { kind: 'cancel-meeting', meeting: inMay },
      ],
      { cancelled: true },
      [],
    ],
    [
      'restores it',
      [
        { kind: 'cancel-meeting', meeting: inMay },
        { kind: 'restore-meeting', meeting: inMay },
      ],
      { cancelled: false },
      [{ field: 'held', before: { cancelled: true }, after: { cancelled: false } }],
    ],
    [
      'adds one',
      [add],
      {
        group: 'samarbetskommitten',
        kind: 'meeting',
        from: '2019-05-23',
        title: { sv: 'Extra möte' },
        source: null,
        notes: [],
      },
      [
        { field: 'date', before: null, after: { kind: 'days' } },
        { field: 'time', before: null, after: { kind: 'hours' } },
        { field: 'title', before: null, after: { text: 'Extra möte' } },
      ],
    ],
    [
      'adds a conference',
      [addConference],
      { conference: 'radslaget', year: 2020, schedule: { kind: 'range', from: '2020-04-22' } },
      [
        { field: 'date', before: null },
        { field: 'time', before: null },
        { field: 'title', before: null },
      ],
    ],
    [
      'moves one that was added',
      [add, { kind: 'edit-meeting', meeting: newId, set: { days: oneDay('2019-06-13') } }],
      { from: '2019-06-13' },
      [{ field: 'date', before: { days: oneDay('2019-05-23') }, after: { days: oneDay('2019-06-13') } }],
    ],
    [
      'takes a move back',
      [move, { kind: 'undo', version: 1 }],
      { from: '2019-05-09', place: { name: 'Nynäshamn' } },
      [
        { field: 'date', before: { days: oneDay('2019-05-16') }, after: { days: oneDay('2019-05-09') } },
        { field: 'time', before: { hours: { start: '13:00' } }, after: { hours: { start: '12:00' } } },
        { field: 'place', before: { place: { name: 'Salem' } }, after: { place: { name: 'Nynäshamn' } } },
      ],
    ],
    [
      'makes the move again',
      [move, { kind: 'undo', version: 1 }, { kind: 'undo', version: 2 }],
      { from: '2019-05-16', place: { name: 'Salem' } },
      [{ field: 'date' }, { field: 'time' }, { field: 'place' }],
    ],
    [
      'takes an addition back',
      [add, { kind: 'undo', version: 1 }],
      { from: '2019-05-23' },
      [
        { field: 'date', before: { kind: 'days' }, after: null },
        { field: 'time', before: { kind: 'hours' }, after: null },
        { field: 'title', before: { kind: 'text' }, after: null },
      ],
    ],
  ])('%s', (_, changes, record, differences) => {
    const done = foldOf(...changes).applied.get(changes.length);
    expect(done?.subject).toMatchObject({ record });
    expect(done?.differences).toMatchObject(differences);
  });

  it('puts it in the plan, in order of date', () => {
    const { plan } = foldOf(move, add);
    const ids = plan.meetings.filter(({ group }) => group === committee).map(({ id }) => id);
    expect(ids.slice(3, 6)).toEqual([inMay, newId, 'samarbetskommitten-2019-08-29']);
    expect(plan.meeting(newId)).toMatchObject({ from: '2019-05-23' });
  });

  it('keeps one that is called off apart', () => {
    const { plan } = foldOf(
      { kind: 'cancel-meeting', meeting: inMay },
      { kind: 'cancel-meeting', meeting: councilDay },
    );
    expect(plan.meetings.map(({ id }) => id)).not.toContain(inMay);
    expect(plan.cancelled.meetings.map(({ id }) => id)).toEqual([inMay]);
    expect(plan.cancelled.occasions.map(({ id }) => id)).toEqual([councilDay]);
    expect(plan.meeting(inMay)).toMatchObject({ cancelled: true });
  });

  it('takes away the notes on what it set, and no others', () => {
    const friday = untouched.plan.meeting(inNovember);
    expect(friday.notes.map(({ about }) => about)).toEqual(['date']);
    const placed = foldOf({ kind: 'edit-meeting', meeting: inNovember, set: { place: null } }).plan;
    expect(placed.meeting(inNovember).notes).toEqual(friday.notes);
    const moved = foldOf({ kind: 'edit-meeting', meeting: inNovember, set: { days: oneDay('2019-11-28') } }).plan;
    expect(moved.meeting(inNovember).notes).toEqual([]);
  });

  it.each<[string, string, Change, string | null]>([
    ['a move', 'moved', move, '2019-05-09'],
    ['new hours', 'moved', { kind: 'edit-meeting', meeting: inMay, set: { hours: null } }, null],
    ['a place', 'edited', { kind: 'edit-meeting', meeting: inMay, set: { place: null } }, null],
    ['calling off', 'cancelled', { kind: 'cancel-meeting', meeting: inMay }, null],
    ['restoring', 'restored', { kind: 'restore-meeting', meeting: inMay }, null],
  ])('%s is told as %s', (_, what, change, was) => {
    const [alteration] = foldOf(change).plan.alterations(meetingKey(inMay));
    expect(alteration).toMatchObject({ version: 1, day: '2019-02-01', by: 'Sekreterare', what });
    expect(alteration?.was?.from ?? null).toBe(was);
  });

  it('tells every day that a meeting was moved from', () => {
    const again: Change = { kind: 'edit-meeting', meeting: inMay, set: { days: oneDay('2019-05-23') } };
    const was = (...changes: Change[]) =>
      foldOf(...changes)
        .plan.alterations(meetingKey(inMay))
        .map((one) => one.was?.from);
    expect(was(move, again)).toEqual(['2019-05-09', '2019-05-16']);
    // The first move was taken back: the second one is then from the day in the document.
    expect(was(move, again, { kind: 'undo', version: 1 })).toEqual(['2019-05-09']);
  });
});

describe('a change of an activity', () => {
  it.each<[string, Change, object, object[]]>([
    [
      'posts a status',
      { kind: 'post-status', activity: road, status: 'delayed', comment: 'Väntar på Trafikverket' },
      { status: { status: 'delayed', comment: 'Väntar på Trafikverket', on: '2019-02-01' } },
      [
        { field: 'status', before: null, after: { status: 'delayed' } },
        { field: 'comment', before: null, after: { text: 'Väntar på Trafikverket' } },
      ],
    ],
    [
      'sets who is responsible',
      { kind: 'edit-activity', activity: road, set: { responsible: [{ kind: 'municipality', id: town('haninge') }] } },
      { responsible: [{ id: 'haninge' }], responsibleWording: null },
      [{ field: 'responsible', before: { kind: 'parties' }, after: { parties: [{ id: 'haninge' }] } }],
    ],
    [
      'sets its time',
      {
        kind: 'edit-activity',
        activity: road,
        set: { schedule: { kind: 'date', date: '2019-10-01', wording: '1 oktober' } },
      },
      { schedule: { date: '2019-10-01' } },
      [{ field: 'schedule', after: { schedule: { date: '2019-10-01' } } }],
    ],
    [
      'sets its cost',
      { kind: 'edit-activity', activity: road, set: { cost: 123456 } },
      { cost: { amount: 123456, wording: '123456' } },
      [{ field: 'cost', after: { amount: 123456 } }],
    ],
    [
      'sets it to cost nothing',
      { kind: 'edit-activity', activity: road, set: { cost: 0 } },
      { cost: { amount: 0 } },
      [{ field: 'cost', after: { amount: 0 } }],
    ],
  ])('%s', (_, change, record, differences) => {
    const { plan, applied } = foldOf(change);
    expect(plan.activity(road)).toMatchObject(record);
    expect(applied.get(1)?.subject).toEqual({ kind: 'activity', record: plan.activity(road) });
    expect(applied.get(1)?.differences).toMatchObject(differences);
    const what = change.kind === 'post-status' ? 'status' : 'edited';
    expect(plan.alterations(activityKey(road))).toMatchObject([{ version: 1, what, was: null }]);
  });

  it('takes its cost away', () => {
    const { plan, applied } = foldOf(
      { kind: 'edit-activity', activity: road, set: { cost: 10 } },
      { kind: 'edit-activity', activity: road, set: { cost: null } },
    );
    expect(plan.activity(road).cost).toBeNull();
    expect(applied.get(2)?.differences).toEqual([
      { field: 'cost', before: { kind: 'amount', amount: 10 }, after: null },
    ]);
  });

  it('dates a status by the region’s day', () => {
    const [entry] = entriesOf([{ kind: 'post-status', activity: road, status: 'done', comment: null }]);
    const late = fold(base, entry ? [{ ...entry, at: '2019-06-30T22:30:00.000Z' }] : []);
    expect(late.plan.activity(road).status?.on).toBe('2019-07-01');
  });

  it('the newest status counts', () => {
    const post = (status: 'ongoing' | 'done'): Change => ({
      kind: 'post-status',
      activity: road,
      status,
      comment: null,
    });
    expect(foldOf(post('ongoing'), post('done')).plan.activity(road).status?.status).toBe('done');
    expect(foldOf(post('done'), post('ongoing')).plan.activity(road).status?.status).toBe('ongoing');
  });
});

describe('a change of hosts', () => {
  const swap: Change = {
    kind: 'set-hosts',
    conference: council,
    turns: [
      { year: 2020, hosts: [town('botkyrka')] },
      { year: 2021, hosts: [town('nynashamn')] },
    ],
  };

  it('swaps two years', () => {
    const { plan, applied } = foldOf(swap);
    const hosts = plan.hostings
      .filter(({ conference }) => conference === council)
      .map(({ year, hosts: [host] }) => `${year} ${host}`);
    expect(hosts.slice(0, 3)).toEqual(['2019 salem', '2020 botkyrka', '2021 nynashamn']);
    expect(applied.get(1)?.subject).toEqual({ kind: 'hosting', conference: council, years: [2020, 2021] });
    expect(applied.get(1)?.differences).toMatchObject([
      { before: { year: 2020, hosts: ['nynashamn'] }, after: { year: 2020, hosts: ['botkyrka'] } },
      { before: { year: 2021, hosts: ['botkyrka'] }, after: { year: 2021, hosts: ['nynashamn'] } },
    ]);
    expect(plan.alterations(hostingKey(council, 2021))).toMatchObject([{ what: 'hosts' }]);
    expect(plan.alterations(hostingKey(council, 2022))).toEqual([]);
  });

  it('adds a year that the plan does not have', () => {
    const { plan, applied } = foldOf({
      kind: 'set-hosts',
      conference: council,
      turns: [{ year: 2027, hosts: [town('salem')] }],
    });
    expect(plan.hostings.at(-1)).toEqual({
      conference: council,
      year: 2027,
      hosts: ['salem'],
      source: null,
      notes: [],
    });
    expect(applied.get(1)?.differences).toMatchObject([{ field: 'hosts', before: null, after: { year: 2027 } }]);
  });

  it('adds two years in their order', () => {
    const turns = [2028, 2027].map((year) => ({ year, hosts: [town('salem')] }));
    const { plan } = foldOf({ kind: 'set-hosts', conference: council, turns });
    expect(plan.hostings.slice(-2).map(({ year }) => year)).toEqual([2027, 2028]);
  });

  it('of a year twice sets the last', () => {
    const turns = [
      { year: 2020, hosts: [town('salem')] },
      { year: 2020, hosts: [town('tyreso')] },
    ];
    const edition = foldOf({ kind: 'set-hosts', conference: council, turns }, { kind: 'undo', version: 1 });
    expect(dataOf(edition)).toEqual(dataOf(untouched));
  });
});

describe('a change of office', () => {
  const chair = untouched.plan.roles.find(({ group, role }) => group === committee && role === 'chair');
  const newcomer: Appointee = { id: PersonId.parse('ny-person'), name: 'Ny Person', municipality: town('salem') };
  const appoint = (from: string, until: string | null = null, person = newcomer): Change => ({
    kind: 'set-role',
    group: committee,
    role: 'chair',
    person,
    from,
    until,
  });
  const other = { id: PersonId.parse('annan-person'), name: 'Annan Person', municipality: null };
  const chairs = (...changes: Change[]) =>
    foldOf(...changes)
      .plan.roles.filter(({ group, role }) => group === committee && role === 'chair')
      .map(({ person, from, until }) => `${person} ${from}–${until}`);

  it('begins the day after the last one’s end', () => {
    const { plan, applied } = foldOf(appoint('2019-04-01'));
    expect(chairs(appoint('2019-04-01'))).toEqual([
      `${chair?.person} ${chair?.from}–2019-03-31`,
      'ny-person 2019-04-01–null',
    ]);
    expect(plan.person(newcomer.id)).toMatchObject({ name: 'Ny Person', municipality: 'salem', source: null });
    expect(applied.get(1)?.differences).toMatchObject([
      {
        field: 'holder',
        before: { kind: 'holder', name: chair && plan.person(chair.person).name },
        after: { name: 'Ny Person', municipality: 'salem' },
      },
      { field: 'term', before: null, after: { from: '2019-04-01', until: null } },
    ]);
    expect(plan.alterations(roleKey(committee, 'chair'))).toMatchObject([{ what: 'role' }]);
  });

  it('replaces one that was to begin later, or on the same day', () => {
    expect(chairs(appoint('2019-04-01'), appoint('2019-04-01', null, other)).slice(1)).toEqual([
      'annan-person 2019-04-01–null',
    ]);
    expect(chairs(appoint('2019-09-01'), appoint('2019-04-01', null, other)).slice(1)).toEqual([
      'annan-person 2019-04-01–null',
    ]);
  });

  it('leaves one that begins after the new term', () => {
    expect(chairs(appoint('2019-09-01'), appoint('2019-04-01', '2019-08', other)).slice(1)).toEqual([
      'ny-person 2019-09-01–null',
      'annan-person 2019-04-01–2019-08',
    ]);
  });

  it('leaves one that had ended', () => {
    const first = appoint('2019-02-01', '2019-02-28', other);
    expect(chairs(first, appoint('2019-04-01')).slice(1)).toEqual([
      'annan-person 2019-02-01–2019-02-28',
      'ny-person 2019-04-01–null',
    ]);
  });

  it('taken back leaves no newcomer, unless something else names them', () => {
    const undo: Change = { kind: 'undo', version: 1 };
    expect(dataOf(foldOf(appoint('2019-04-01'), undo))).toEqual(dataOf(untouched));
    const give: Change = {
      kind: 'edit-activity',
      activity: road,
      set: { responsible: [{ kind: 'person', id: newcomer.id }] },
    };
    const { plan } = foldOf(appoint('2019-04-01'), give, { kind: 'undo', version: 1 });
    expect(plan.person(newcomer.id).name).toBe('Ny Person');
  });
});

describe('other changes', () => {
  const deadline = (workingDays: number | null, name = 'Kallelse'): Change => ({
    kind: 'set-deadline',
    group: committee,
    name,
    workingDays,
  });
  const anna = { tenant: 'tenant', person: 'anna' };

  it.each<[string, Change[], object, object[]]>([
    [
      'set a deadline',
      [deadline(10)],
      { kind: 'deadline', name: 'Kallelse' },
      [{ field: 'deadline', before: null, after: { days: 10 } }],
    ],
    [
      'set it anew, whatever its case',
      [deadline(10), deadline(5, 'KALLELSE')],
      { kind: 'deadline' },
      [{ before: { days: 10 }, after: { days: 5 } }],
    ],
    ['take it away', [deadline(10), deadline(null)], { kind: 'deadline' }, [{ before: { days: 10 }, after: null }]],
    [
      'take that back',
      [deadline(10), deadline(null), { kind: 'undo', version: 2 }],
      { kind: 'deadline' },
      [{ before: null, after: { days: 10 } }],
    ],
    [
      'add a synonym',
      [{ kind: 'add-synonym', record: { kind: 'group', id: climate }, word: 'gänget' }],
      { kind: 'synonym', word: 'gänget' },
      [{ field: 'synonym', before: null, after: { text: 'gänget' } }],
    ],
    [
      'add it twice',
      [
        { kind: 'add-synonym', record: { kind: 'group', id: climate }, word: 'gänget' },
        { kind: 'add-synonym', record: { kind: 'group', id: climate }, word: 'Gänget' },
      ],
      { kind: 'synonym' },
      [],
    ],
    [
      'appoint a secretary',
      [{ kind: 'appoint-secretary', who: anna, name: 'Anna' }],
      { kind: 'secretary', name: 'Anna' },
      [{ field: 'secretary', before: null, after: { text: 'Anna' } }],
    ],
    [
      'dismiss one',
      [
        { kind: 'appoint-secretary', who: anna, name: 'Anna' },
        { kind: 'dismiss-secretary', who: anna, name: 'Anna' },
      ],
      { kind: 'secretary' },
      [{ before: { text: 'Anna' }, after: null }],
    ],
  ])('%s', (_, changes, subject, differences) => {
    const applied = foldOf(...changes).applied.get(changes.length);
    expect(applied?.subject).toMatchObject(subject);
    expect(applied?.differences).toMatchObject(differences);
  });

  it('a deadline is in the plan while it stands', () => {
    expect(foldOf(deadline(10), deadline(5, 'Handlingar')).plan.deadlines).toEqual([
      { group: committee, name: 'Kallelse', workingDays: 10 },
      { group: committee, name: 'Handlingar', workingDays: 5 },
    ]);
    expect(foldOf(deadline(10), deadline(null)).plan.deadlines).toEqual([]);
    // One that was taken back and set again comes where it was set again.
    const again = foldOf(deadline(10), { kind: 'undo', version: 1 }, deadline(5, 'Handlingar'), deadline(10)).plan;
    expect(again.deadlines.map(({ name }) => name)).toEqual(['Handlingar', 'Kallelse']);
    expect(foldOf(deadline(10)).plan.alterations(deadlineKey(committee, 'kallelse'))).toMatchObject([
      { what: 'deadline' },
    ]);
  });

  it.each<[Extract<Change, { kind: 'add-synonym' }>['record'], (plan: Plan) => readonly string[]]>([
    [{ kind: 'municipality', id: town('salem') }, (plan) => plan.municipality(town('salem')).aliases],
    [{ kind: 'group', id: climate }, (plan) => plan.group(climate).aliases],
    [{ kind: 'conference', id: council }, (plan) => plan.conference(council).aliases],
    [{ kind: 'activity', id: road }, (plan) => plan.activity(road).aliases],
    [
      { kind: 'person', id: PersonId.parse('meeri-wasberg') },
      (plan) => plan.person(PersonId.parse('meeri-wasberg')).aliases,
    ],
    [{ kind: 'area', id: AreaId.parse('klimat') }, (plan) => plan.area(AreaId.parse('klimat')).aliases],
  ])('a synonym is a name of the record: $kind', (record, aliases) => {
    const { plan } = foldOf({ kind: 'add-synonym', record, word: 'slingan' });
    expect(aliases(plan)).toEqual([...aliases(untouched.plan), 'slingan']);
  });

  it('secretaries are those appointed and not dismissed', () => {
    const bo = { tenant: 'tenant', person: 'bo' };
    const { secretaries } = foldOf(
      { kind: 'appoint-secretary', who: anna, name: 'Anna' },
      { kind: 'appoint-secretary', who: bo, name: 'Bo' },
      { kind: 'dismiss-secretary', who: anna, name: 'Anna' },
    );
    expect(secretaries).toEqual([{ ...bo, name: 'Bo' }]);
  });
});

describe('what leads nowhere', () => {
  const unknown = 'finns-inte';
  const salem = town('salem');
  const place = { name: 'Där', municipality: town(unknown) };
  const add = {
    kind: 'add-meeting',
    meeting: newId,
    days: oneDay('2019-05-23'),
    hours: null,
    place: null,
    title: null,
  } as const;

  it.each<[string, Change]>([
    ['a meeting', { kind: 'edit-meeting', meeting: MeetingId.parse(unknown), set: { place: null } }],
    ['a meeting to call off', { kind: 'cancel-meeting', meeting: MeetingId.parse(unknown) }],
    ['a meeting to restore', { kind: 'restore-meeting', meeting: MeetingId.parse(unknown) }],
    ['a place', { kind: 'edit-meeting', meeting: inMay, set: { place } }],
    ['a new meeting’s group', { ...add, owner: { kind: 'group', group: GroupId.parse(unknown), form: 'meeting' } }],
    ['a new meeting’s conference', { ...add, owner: { kind: 'conference', conference: ConferenceId.parse(unknown) } }],
    ['a new meeting’s place', { ...add, owner: { kind: 'group', group: committee, form: 'meeting' }, place }],
    [
      'a new meeting’s id, taken',
      { ...add, meeting: inMay, owner: { kind: 'group', group: committee, form: 'meeting' } },
    ],
    ['an activity', { kind: 'post-status', activity: ActivityId.parse(unknown), status: 'done', comment: null }],
    ['an activity to edit', { kind: 'edit-activity', activity: ActivityId.parse(unknown), set: { cost: 1 } }],
    [
      'a party',
      {
        kind: 'edit-activity',
        activity: road,
        set: { responsible: [{ kind: 'person', id: PersonId.parse(unknown) }] },
      },
    ],
    [
      'a conference',
      { kind: 'set-hosts', conference: ConferenceId.parse(unknown), turns: [{ year: 2020, hosts: [salem] }] },
    ],
    ['a host', { kind: 'set-hosts', conference: council, turns: [{ year: 2020, hosts: [town(unknown)] }] }],
    [
      'an office',
      {
        kind: 'set-role',
        group: GroupId.parse(unknown),
        role: 'chair',
        person: { id: PersonId.parse('ny'), name: 'Ny', municipality: null },
        from: '2019-04-01',
        until: null,
      },
    ],
    [
      'an office holder’s municipality',
      {
        kind: 'set-role',
        group: committee,
        role: 'chair',
        person: { id: PersonId.parse('ny'), name: 'Ny', municipality: town(unknown) },
        from: '2019-04-01',
        until: null,
      },
    ],
    ['a deadline’s group', { kind: 'set-deadline', group: GroupId.parse(unknown), name: 'Kallelse', workingDays: 3 }],
    ['a deadline that is not there', { kind: 'set-deadline', group: committee, name: 'Kallelse', workingDays: null }],
    [
      'a synonym’s record',
      { kind: 'add-synonym', record: { kind: 'group', id: GroupId.parse(unknown) }, word: 'gänget' },
    ],
    ['a secretary who is none', { kind: 'dismiss-secretary', who: { tenant: 't', person: 'p' }, name: 'Ingen' }],
    ['a version that is not there', { kind: 'undo', version: 17 }],
    ['itself', { kind: 'undo', version: 1 }],
  ])('%s: changes nothing, and nor does undoing it', (_, change) => {
    const edition = foldOf(change);
    expect(edition.applied.size).toBe(0);
    expect(edition.version).toBe(1);
    expect(dataOf(edition)).toEqual(dataOf(untouched));
    const undone = foldOf(change, { kind: 'undo', version: 1 });
    expect(undone.applied.size).toBe(0);
    expect(dataOf(undone)).toEqual(dataOf(untouched));
    expect(conflicts(change, 0, entriesOf([change])).length).toBeLessThanOrEqual(1);
  });
});
