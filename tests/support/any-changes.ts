// Changes to the plan of 2019 by chance: every kind, on few enough records that they meet.
import fc from 'fast-check';
import { Status } from '../../src/plan/activity.ts';
import { activityKey, type Change, roleKey } from '../../src/plan/change.ts';
import { addDays } from '../../src/plan/days.ts';
import { GroupId, MeetingId, PersonId } from '../../src/plan/ids.ts';
import { RoleKind } from '../../src/plan/region.ts';
import { base, oneDay } from './entries.ts';

const nullable = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> => fc.option(value, { freq: 3 });
const oneOf = <Item>(items: readonly Item[]): fc.Arbitrary<Item> => fc.constantFrom(...items);
const idOf = <Id>(items: readonly { readonly id: Id }[]): fc.Arbitrary<Id> => oneOf(items.map(({ id }) => id));

const group = idOf(base.groups.slice(0, 3));
const conference = idOf(base.conferences);
const municipality = idOf(base.municipalities);
const activity = idOf(base.activities.slice(0, 5));
const newMeeting = oneOf(['nytt', 'nytt-2'].map((id) => MeetingId.parse(id)));
const meeting = fc.oneof(idOf(base.meetings.slice(4, 8)), idOf(base.occasions), newMeeting);

const day = fc.integer({ min: 0, max: 400 }).map((offset) => addDays('2019-01-01', offset));
const days = fc.oneof(
  day.map(oneDay),
  fc.tuple(day, fc.integer({ min: 1, max: 3 })).map(([from, length]) => {
    return { from, to: addDays(from, length), lunchToLunch: true };
  }),
);
const hours = oneOf([
  { start: '09:00', end: '11:00' },
  { start: '13:00', end: '16:30' },
]);
const place = fc.oneof(
  fc.constant({ name: 'Folkets hus', municipality: null }),
  municipality.map((id) => ({ name: id, municipality: id })),
);
const title = oneOf([{ sv: 'Extra möte' }, { sv: 'Budgetmöte', en: 'Budget meeting' }]);
const who = oneOf(['anna', 'bo'].map((person) => ({ tenant: 'tenant', person })));
const person = oneOf([
  { id: PersonId.parse('ny-person'), name: 'Ny Person', municipality: null },
  { id: PersonId.parse('meeri-wasberg'), name: 'Meeri Wasberg', municipality: null },
]);
const party = fc.oneof(
  municipality.map((id) => ({ kind: 'municipality' as const, id })),
  group.map((id) => ({ kind: 'group' as const, id })),
  fc.constant({ kind: 'region' as const }),
);

const owner = fc.oneof(
  fc.record({
    kind: fc.constant('group' as const),
    group,
    form: fc.constantFrom('meeting' as const, 'planning-conference' as const),
  }),
  fc.record({ kind: fc.constant('conference' as const), conference }),
);

const kind = <Kind extends Change['kind']>(value: Kind): fc.Arbitrary<Kind> => fc.constant(value);

const [committee] = base.groups;
const [first] = base.documents;
if (!committee || !first) throw new Error('the plan of the tests has a group and a document');

const documented = { source: { document: first.id, place: 'kalendariet' }, notes: [] };
const newGroup = GroupId.parse('ny-grupp');
const importedMeeting = fc.record({
  id: meeting,
  group: fc.oneof(group, fc.constant(newGroup)),
  kind: fc.constant('meeting' as const),
  days,
  hours: nullable(hours),
  place: nullable(place),
  title: nullable(title),
  cancelled: fc.boolean(),
});

/** Some records set and some taken away, so that what later changes rest on comes and goes. */
const importPlan: fc.Arbitrary<Change> = fc
  .record({
    state: fc.constantFrom('draft' as const, 'published' as const),
    meetings: fc.uniqueArray(importedMeeting, { maxLength: 3, selector: ({ id }) => id }),
    hasGroup: fc.boolean(),
    remove: fc.uniqueArray(
      fc.oneof(
        fc.constantFrom(
          { kind: 'groups' as const, key: `group ${newGroup}` },
          { kind: 'groups' as const, key: `group ${committee.id}` },
        ),
        activity.map((id) => ({ kind: 'activities' as const, key: activityKey(id) })),
        group.map((id) => ({ kind: 'roles' as const, key: roleKey(id, 'chair') })),
      ),
      { maxLength: 2, selector: ({ key }) => key },
    ),
  })
  .map(({ state, meetings, hasGroup, remove }) => ({
    kind: 'import-plan' as const,
    state,
    title: { sv: 'Verksamhetsplan 2020' },
    years: [2020],
    put: {
      groups: hasGroup ? [{ ...committee, id: newGroup, ...documented }] : [],
      meetings: meetings
        .filter(({ id }) => base.occasions.every((occasion) => occasion.id !== id))
        .map(({ days: { from, to, lunchToLunch }, ...rest }) => ({ ...rest, from, to, lunchToLunch, ...documented })),
    },
    remove: remove.filter(({ key }) => !hasGroup || key !== `group ${newGroup}`),
  }));

/** Any change but an undo, of records that the plan has or may come to have. */
export const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    kind: kind('add-meeting'),
    meeting: newMeeting,
    owner,
    days,
    hours: nullable(hours),
    place: nullable(place),
    title: nullable(title),
  }),
  fc.record({
    kind: kind('edit-meeting'),
    meeting,
    set: fc.record(
      { days, hours: nullable(hours), place: nullable(place), title: nullable(title) },
      { requiredKeys: [] },
    ),
  }),
  fc.record({ kind: oneOf(['cancel-meeting', 'restore-meeting'] as const), meeting }),
  fc.record({
    kind: kind('post-status'),
    activity,
    status: oneOf(Status.options),
    comment: nullable(oneOf(['Väntar', 'Klart i maj'])),
  }),
  fc.record({
    kind: kind('edit-activity'),
    activity,
    set: fc.record(
      {
        responsible: fc.array(party, { maxLength: 2 }),
        schedule: day.map((date) => ({ kind: 'date' as const, date, wording: date })),
        cost: nullable(fc.integer({ min: 0, max: 1_000_000 })),
      },
      { requiredKeys: [] },
    ),
  }),
  fc.record({
    kind: kind('set-hosts'),
    conference,
    turns: fc.array(
      fc.record({
        year: fc.integer({ min: 2019, max: 2023 }),
        hosts: fc.array(municipality, { minLength: 1, maxLength: 2 }),
      }),
      { minLength: 1, maxLength: 2 },
    ),
  }),
  fc.record({
    kind: kind('set-role'),
    group,
    role: oneOf(RoleKind.options),
    person,
    from: day,
    until: nullable(oneOf(['2019', '2019-10', '2020-12-31'])),
  }),
  fc.record({ kind: kind('end-role'), group, role: oneOf(RoleKind.options), until: day }),
  fc.record({
    kind: kind('set-deadline'),
    group,
    name: oneOf(['Kallelse', 'kallelse', 'Handlingar']),
    workingDays: nullable(fc.integer({ min: 1, max: 20 })),
  }),
  fc.record({
    kind: kind('set-check-in'),
    group,
    before: nullable(
      fc.record({ amount: fc.integer({ min: 1, max: 8 }), unit: oneOf(['days', 'weeks', 'months'] as const) }),
    ),
  }),
  fc.record({
    kind: kind('add-synonym'),
    record: fc.oneof(
      group.map((id) => ({ kind: 'group' as const, id })),
      activity.map((id) => ({ kind: 'activity' as const, id })),
    ),
    word: oneOf(['gänget', 'Gänget', 'slingan']),
  }),
  fc.record({ kind: oneOf(['appoint-secretary', 'dismiss-secretary'] as const), who, name: oneOf(['Anna', 'Bo']) }),
  importPlan,
);

/** Changes one after another; some undo an earlier one, be it an undo itself or undone already. */
export function anyChanges(size: { readonly minLength?: number; readonly maxLength: number }): fc.Arbitrary<Change[]> {
  const step = fc.oneof(
    { weight: 3, arbitrary: anyChange },
    { weight: 1, arbitrary: fc.record({ back: fc.nat(), kind: oneOf(['undo', 'publish-plan'] as const) }) },
  );
  return fc.array(step, { ...size, size: 'max' }).map((steps) =>
    steps.flatMap((one, index): Change[] => {
      if (!('back' in one)) return [one];
      // The first has nothing to undo.
      const version = index === 0 ? 1 : 1 + (one.back % index);
      return [one.kind === 'undo' ? { kind: 'undo', version } : { kind: 'publish-plan', draft: version }];
    }),
  );
}
