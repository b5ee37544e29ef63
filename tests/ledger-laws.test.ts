// The laws that every ledger keeps: ledgers by chance on the plan of 2019, and what contradicts what.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Activity } from '../src/plan/activity.ts';
import { type Change, conflicts, type LedgerEntry, type RecordKey, touchedBy } from '../src/plan/change.ts';
import { type Applied, reversed } from '../src/plan/difference.ts';
import { fold, planAsOf, standing } from '../src/plan/fold.ts';
import { ActivityId, ConferenceId, GroupId, MeetingId, MunicipalityId } from '../src/plan/ids.ts';
import type { Plan, PlanRecords } from '../src/plan/plan.ts';
import { localAt } from '../src/plan/wall-clock.ts';
import { anyChange, anyChanges } from './support/any-changes.ts';
import { base, dataOf, entriesOf, foldOf } from './support/entries.ts';

const committee = GroupId.parse('samarbetskommitten');
const council = ConferenceId.parse('radslaget');
const inMay = MeetingId.parse('samarbetskommitten-2019-05-09');
const road = ActivityId.parse('elvag');
const town = MunicipalityId.parse;
const cancel: Change = { kind: 'cancel-meeting', meeting: inMay };

/** The records that an entry touches, an undo's being those of what it undoes. */
const keysOf = ({ change }: LedgerEntry, entries: readonly LedgerEntry[]): RecordKey[] =>
  touchedBy(change, (version) => entries.find((other) => other.version === version)?.change);

describe('a ledger by chance', () => {
  const ledger = anyChanges({ maxLength: 25 });

  it('an undo makes the plan what it was', () => {
    fc.assert(
      fc.property(ledger, anyChange, (changes, change) => {
        const before = foldOf(...changes);
        const after = foldOf(...changes, change, { kind: 'undo', version: changes.length + 1 });
        expect(dataOf(after)).toEqual(dataOf(before));
        const [done, undone] = [1, 2].map((step) => after.applied.get(changes.length + step));
        expect(undone?.differences).toEqual(done && reversed(done).differences);
      }),
    );
  });

  it('undoing an undo makes the change again', () => {
    fc.assert(
      fc.property(ledger, anyChange, (changes, change) => {
        const version = changes.length + 1;
        const changed = foldOf(...changes, change);
        const again = foldOf(...changes, change, { kind: 'undo', version }, { kind: 'undo', version: version + 1 });
        expect(dataOf(again)).toEqual(dataOf(changed));
      }),
    );
  });

  it('is what those of its changes make that stand', () => {
    fc.assert(
      fc.property(ledger, (changes) => {
        const entries = entriesOf(changes);
        expect(dataOf(fold(base, entries))).toEqual(dataOf(fold(base, standing(entries))));
      }),
    );
  });

  it('tells of each change what it did when it was made, whatever came after', () => {
    fc.assert(
      fc.property(ledger, (changes) => {
        const entries = entriesOf(changes);
        const { applied } = fold(base, entries);
        for (const { version } of entries) {
          const inItsTime = fold(base, entries.slice(0, version)).applied.get(version);
          expect(applied.get(version)).toEqual(inItsTime);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('tells exactly what differs: of meetings, activities, hosts and deadlines', () => {
    fc.assert(
      fc.property(ledger, (changes) => {
        const entries = entriesOf(changes);
        for (const [index] of entries.entries()) {
          const [before, after] = [fold(base, entries.slice(0, index)), fold(base, entries.slice(0, index + 1))];
          const done = after.applied.get(index + 1);
          const same = !done || done.differences.length === 0;
          if (same) expect(withoutNotes(after.plan)).toEqual(withoutNotes(before.plan));
          else if (done.subject.kind === 'meeting' || done.subject.kind === 'occasion') expectRecord(done, after.plan);
          else if (done.subject.kind === 'activity')
            expect(after.plan.activity(done.subject.record.id)).toMatchObject(
              withoutAliases(withoutGone(done.subject.record, after.plan)),
            );
        }
      }),
      { numRuns: 40 },
    );
  });

  it('as of an instant has the entries made by then', () => {
    fc.assert(
      fc.property(ledger, fc.nat(), (changes, at) => {
        const entries = entriesOf(changes);
        const count = entries.length === 0 ? 0 : at % entries.length;
        const last = entries[count];
        const instant = new Date(last ? Date.parse(last.at) : 0);
        const made = entries.slice(0, last ? count + 1 : 0);
        const then = planAsOf(base, entries, instant);
        expect(then.version).toBe(made.length);
        expect(dataOf(then)).toEqual(dataOf(fold(base, made)));
        const justBefore = planAsOf(base, entries, new Date(instant.getTime() - 1));
        expect(justBefore.version).toBe(Math.max(0, made.length - 1));
      }),
    );
  });

  it('leaves every reference leading somewhere', () => {
    fc.assert(fc.property(ledger, (changes) => expectWhole(foldOf(...changes).plan)));
  });

  it('does not change the base', () => {
    const before = structuredClone(base);
    fc.assert(
      fc.property(ledger, (changes) => void foldOf(...changes)),
      { numRuns: 20 },
    );
    expect(base).toEqual(before);
  });

  it('conflicts are exactly the later entries that touch a record of the change', () => {
    fc.assert(
      fc.property(ledger, anyChange, fc.nat(), (changes, change, seen) => {
        const entries = entriesOf(changes);
        const from = seen % (entries.length + 1);
        const [own] = entriesOf([change]).map((entry) => keysOf(entry, entries));
        const expected = entries.filter(
          (entry, index) => index >= from && keysOf(entry, entries).some((key) => own?.includes(key)),
        );
        expect(conflicts(change, from, entries)).toEqual(expected);
      }),
    );
  });
});

describe('conflicts', () => {
  const status = (activity: ActivityId): Change => ({ kind: 'post-status', activity, status: 'done', comment: null });
  const hosts = (...years: number[]): Change => ({
    kind: 'set-hosts',
    conference: council,
    turns: years.map((year) => ({ year, hosts: [town('salem')] })),
  });
  const waste = base.activities.find(({ id }) => id !== road)?.id ?? road;

  it.each<[string, Change, Change[], number, number[]]>([
    ['another activity', status(road), [status(waste)], 0, []],
    ['the same activity', status(road), [status(road)], 0, [1]],
    ['seen already', status(road), [status(road)], 1, []],
    ['of another kind', { kind: 'edit-activity', activity: road, set: { cost: 1 } }, [status(road)], 0, [1]],
    [
      'a meeting moved and called off',
      { kind: 'edit-meeting', meeting: inMay, set: { place: null } },
      [cancel],
      0,
      [1],
    ],
    ['one year of two', hosts(2021, 2022), [hosts(2020), hosts(2022, 2023)], 0, [2]],
    ['an undo of the same', status(road), [status(road), { kind: 'undo', version: 1 }], 1, [2]],
    [
      'to undo what was changed since',
      { kind: 'undo', version: 1 },
      [status(road), status(waste), status(road)],
      1,
      [3],
    ],
    ['an undo of an undo', cancel, [cancel, { kind: 'undo', version: 1 }, { kind: 'undo', version: 2 }], 2, [3]],
    [
      'a deadline in another case',
      { kind: 'set-deadline', group: committee, name: 'KALLELSE', workingDays: 1 },
      [{ kind: 'set-deadline', group: committee, name: 'kallelse', workingDays: 2 }],
      0,
      [1],
    ],
  ])('%s', (_, change, changes, seen, expected) => {
    expect(conflicts(change, seen, entriesOf(changes)).map(({ version }) => version)).toEqual(expected);
  });
});

describe('the order of clocks', () => {
  it('an entry whose clock was slow does not come without those before it', () => {
    const entries: LedgerEntry[] = entriesOf([
      { kind: 'edit-activity', activity: road, set: { cost: 1 } },
      { kind: 'undo', version: 1 },
    ]).map((entry, index) => ({ ...entry, at: index === 0 ? '2019-03-01T10:00:01.000Z' : '2019-03-01T10:00:00.000Z' }));
    expect(planAsOf(base, entries, new Date('2019-03-01T10:00:00Z')).version).toBe(2);
  });

  it('an undo of what comes later does nothing to it', () => {
    // No ledger has this; a forged one would do no harm.
    const forged = foldOf({ kind: 'undo', version: 2 }, { kind: 'edit-activity', activity: road, set: { cost: 17 } });
    expect(forged.plan.activity(road).cost?.amount).toBe(17);
    expect([...forged.applied.keys()]).toEqual([2]);
    expect(standing(entriesOf([{ kind: 'undo', version: 2 }, cancel])).map(({ version }) => version)).toEqual([2]);
  });

  it.each([
    ['2019-03-30T22:59:59.000Z', '2019-03-30'],
    ['2019-03-30T23:00:00.000Z', '2019-03-31'],
    ['2019-06-30T21:59:59.000Z', '2019-06-30'],
    ['2019-06-30T22:00:00.000Z', '2019-07-01'],
    ['2020-02-29T12:00:00.000Z', '2020-02-29'],
  ])('%s is %s in Sweden', (instant, day) => {
    expect(localAt(new Date(instant), 'Europe/Stockholm').day).toBe(day);
  });
});

/** The parts that a difference tells of: not the notes, which go with what the document said, nor what no change sets. */
function withoutNotes(plan: Plan) {
  const bare = <Item extends object>(items: readonly Item[]) =>
    items.map((item) => ({
      ...item,
      kind: null,
      group: null,
      notes: null,
      responsibleWording: null,
      schedule: null,
      source: null,
    }));
  return [
    bare(plan.meetings),
    bare(plan.cancelled.meetings),
    plan.hostings.map(({ year, hosts }) => [year, hosts]),
    plan.deadlines.map(({ group, workingDays }) => [group, workingDays]),
  ];
}

/** A group that an imported plan took away answers for nothing in the plan that is left. */
function withoutGone(record: Activity, { groups, people, municipalities }: Plan): Activity {
  const known = new Set<string>([...groups, ...people, ...municipalities].map(({ id }) => id));
  return {
    ...record,
    responsible: record.responsible.filter((party) => party.kind === 'region' || known.has(party.id)),
  };
}

function withoutAliases<Item extends { readonly aliases: readonly string[] }>({ aliases: _, ...rest }: Item) {
  return rest;
}

function expectRecord({ subject, differences }: Applied, plan: Plan): void {
  if (subject.kind !== 'meeting' && subject.kind !== 'occasion') return;
  // What an imported plan took away went with whose it was.
  const owner = 'group' in subject.record ? subject.record.group : subject.record.conference;
  if (![...plan.groups, ...plan.conferences].some(({ id }) => id === owner)) return;
  const isGone = differences.some(({ field, after }) => field === 'date' && after === null);
  if (isGone) expect(() => plan.meeting(subject.record.id)).toThrow();
  else expect(plan.meeting(subject.record.id)).toEqual(subject.record);
}

/** Throws where a record names one that is not there. */
function expectWhole(plan: PlanRecords & Plan): void {
  for (const { group, place } of [...plan.meetings, ...plan.cancelled.meetings]) {
    plan.group(group);
    if (place?.municipality) plan.municipality(place.municipality);
  }
  for (const { conference } of [...plan.occasions, ...plan.cancelled.occasions]) plan.conference(conference);
  for (const { hosts } of plan.hostings) hosts.forEach((host) => void plan.municipality(host));
  for (const { person, group } of plan.roles) {
    plan.person(person);
    plan.group(group);
  }
  for (const { responsible } of plan.activities) {
    for (const party of responsible) {
      if (party.kind === 'person') plan.person(party.id);
      if (party.kind === 'group') plan.group(party.id);
    }
  }
  const ids = [...plan.meetings, ...plan.occasions, ...plan.cancelled.meetings, ...plan.cancelled.occasions].map(
    ({ id }) => id,
  );
  expect(new Set(ids).size).toBe(ids.length);
}
