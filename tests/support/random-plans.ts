// Plans that nobody would write, and changes to them that nobody would make, for property tests.
import fc from 'fast-check';
import type { Activity } from '../../src/plan/activity.ts';
import type { Change, LedgerEntry } from '../../src/plan/change.ts';
import { addDays } from '../../src/plan/days.ts';
import { MeetingId } from '../../src/plan/ids.ts';
import type { Hosting, Meeting, Occasion, Place } from '../../src/plan/meeting.ts';
import type { PlanRecords } from '../../src/plan/plan.ts';
import type { Day, Schedule } from '../../src/plan/schedule.ts';
import type { Localized, Note } from '../../src/plan/source.ts';
import { base, entriesOf } from './entries.ts';

/** What people could write, and what could break a calendar file. */
const pieces = fc.oneof(
  fc.string({ maxLength: 40, unit: 'grapheme' }),
  fc.string({ maxLength: 20, unit: 'binary' }),
  fc.constantFrom(
    'Möte i Åkersberga – dagordning, bilagor; m.m.',
    '\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil',
    '\nATTENDEE:mailto:a@b.se',
    '\rX-EVIL:1',
    'a\\nb\\,c\\;d\\\\',
    '\u2028BEGIN:VALARM\u0085',
    '\u0000\u001b[31m\u007f',
    '👩‍👩‍👧‍👦🏳️‍🌈',
    '\ud800',
    '\udc00 \ud83d',
    ':;="\'',
    '\t \u00a0\v\f',
    'å'.repeat(80),
  ),
);
export const text = fc.array(pieces, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('') || '-');
const localized: fc.Arbitrary<Localized> = fc.oneof(
  text.map((sv) => ({ sv })),
  fc.record({ sv: text, en: text }),
);

export const day: fc.Arbitrary<Day> = fc.oneof(
  fc.integer({ min: 0, max: 800 }).map((days) => addDays('2018-12-01', days)),
  // The days on which the clocks change, and those beside them.
  fc.constantFrom('2019-03-30', '2019-03-31', '2019-04-01', '2019-10-26', '2019-10-27', '2019-10-28', '2020-02-29'),
);
const time = fc
  .record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) })
  .map(({ hour, minute }) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
const hours = fc.option(fc.record({ start: time, end: time }));
const days = fc
  .record({ from: day, more: fc.constantFrom(0, 0, 0, 1, 3), lunchToLunch: fc.boolean() })
  .map(({ from, more, lunchToLunch }) => ({ from, to: addDays(from, more), lunchToLunch: lunchToLunch && more > 0 }));

const municipality = fc.constantFrom(...base.municipalities.map(({ id }) => id));
const group = fc.constantFrom(...base.groups.map(({ id }) => id));
const conference = fc.constantFrom(...base.conferences.map(({ id }) => id));
const year = fc.constantFrom(2019, 2020);
const place: fc.Arbitrary<Place | null> = fc.option(fc.record({ name: text, municipality: fc.option(municipality) }));
const notes: fc.Arbitrary<Note[]> = fc.array(fc.record({ about: fc.constantFrom('date', 'place'), text: localized }), {
  maxLength: 2,
});
const source = fc.record({ document: fc.constantFrom(...base.documents.map(({ id }) => id)), place: text });

const schedule: fc.Arbitrary<Schedule> = fc.oneof(
  day.map((date) => ({ kind: 'date' as const, date, wording: date })),
  days.map(({ from, to, lunchToLunch }) => ({ kind: 'range' as const, from, to, lunchToLunch, wording: from })),
  fc
    .record({ year, months: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 5 }) })
    .map((named) => ({ kind: 'months' as const, ...named, wording: 'månader' })),
  year.map((of) => ({ kind: 'season' as const, year: of, season: 'autumn' as const, wording: 'hösten' })),
  fc.constant({ kind: 'unspecified' as const }),
);

/** Few, so that changes meet the same records; the first are in the plan, the others may be added. */
const meetingIds = Array.from({ length: 8 }, (_, index) => MeetingId.parse(`mote-${index}`));
const occasionIds = Array.from({ length: 4 }, (_, index) => MeetingId.parse(`konferens-${index}`));
const activityIds = base.activities.slice(0, 5).map(({ id }) => id);

const meetingOf = (id: MeetingId): fc.Arbitrary<Meeting> =>
  fc
    .record({
      id: fc.constant(id),
      group,
      kind: fc.constantFrom('meeting', 'planning-conference'),
      days,
      hours,
      place,
      title: fc.option(localized),
      cancelled: fc.boolean(),
      source: fc.option(source),
      notes,
    })
    .map(({ days: { from, to, lunchToLunch }, ...meeting }) => ({ ...meeting, from, to, lunchToLunch }));

const occasionOf = (id: MeetingId): fc.Arbitrary<Occasion> =>
  fc.record({
    id: fc.constant(id),
    conference,
    year,
    schedule,
    hours,
    place,
    title: fc.option(localized),
    cancelled: fc.boolean(),
    source: fc.option(source),
    notes,
  });

const activityOf = (activity: Activity): fc.Arbitrary<Activity> =>
  fc.record({ title: localized, short: localized, schedule, notes }).map((fields) => ({ ...activity, ...fields }));

const hostings: fc.Arbitrary<Hosting[]> = fc
  .uniqueArray(fc.record({ conference, year, hosts: fc.uniqueArray(municipality, { minLength: 1, maxLength: 3 }) }), {
    selector: (hosting) => `${hosting.conference} ${hosting.year}`,
    maxLength: 5,
  })
  .map((turns) => turns.map((turn) => ({ ...turn, source: null, notes: [] })));

export const plans: fc.Arbitrary<PlanRecords> = fc
  .record({
    region: fc.oneof(fc.constant(base.region.id), text),
    names: fc.array(localized, { minLength: base.groups.length, maxLength: base.groups.length }),
    meetings: fc.tuple(...meetingIds.slice(0, 5).map(meetingOf)),
    occasions: fc.tuple(...occasionIds.slice(0, 3).map(occasionOf)),
    activities: fc.tuple(...base.activities.slice(0, 5).map(activityOf)),
    hostings,
  })
  .map(({ region, names, ...records }) => ({
    ...base,
    ...records,
    region: { ...base.region, id: region },
    groups: base.groups.map((known, index) => ({ ...known, name: names[index] ?? known.name })),
  }));

const anyMeeting = fc.constantFrom(...meetingIds, ...occasionIds);
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    kind: fc.constant('add-meeting' as const),
    meeting: fc.constantFrom(...meetingIds.slice(5), ...occasionIds.slice(3)),
    owner: fc.oneof(
      fc.record({ kind: fc.constant('group' as const), group, form: fc.constant('meeting' as const) }),
      fc.record({ kind: fc.constant('conference' as const), conference }),
    ),
    days,
    hours,
    place,
    title: fc.option(localized),
  }),
  fc.record({
    kind: fc.constant('edit-meeting' as const),
    meeting: anyMeeting,
    set: fc.record({ days, hours, place, title: fc.option(localized) }, { requiredKeys: [] }),
  }),
  fc.record({ kind: fc.constantFrom('cancel-meeting' as const, 'restore-meeting' as const), meeting: anyMeeting }),
  fc.record({
    kind: fc.constant('post-status' as const),
    activity: fc.constantFrom(...activityIds),
    status: fc.constantFrom('planned', 'done', 'delayed', 'cancelled'),
    comment: fc.option(text),
  }),
  fc.record({
    kind: fc.constant('edit-activity' as const),
    activity: fc.constantFrom(...activityIds),
    set: fc.record(
      {
        schedule,
        responsible: fc.array(
          municipality.map((id) => ({ kind: 'municipality' as const, id })),
          { maxLength: 3 },
        ),
      },
      { requiredKeys: [] },
    ),
  }),
  fc.record({
    kind: fc.constant('set-hosts' as const),
    conference,
    turns: fc.array(fc.record({ year, hosts: fc.uniqueArray(municipality, { minLength: 1, maxLength: 2 }) }), {
      minLength: 1,
      maxLength: 2,
    }),
  }),
  fc.record({ kind: fc.constant('undo' as const), version: fc.integer({ min: 1, max: 8 }) }),
);

/** Changes in order of version; the clock may stand still or be set back between them. */
export const ledgers: fc.Arbitrary<LedgerEntry[]> = fc
  .array(fc.record({ change, minutes: fc.integer({ min: -60, max: 100_000 }) }), { maxLength: 8 })
  .map((made) => {
    const entries = entriesOf(made.map(({ change: what }, index) => undoingAnEarlier(what, index)));
    let at = Date.parse('2019-01-15T08:00:00Z');
    return entries.map((entry, index) => {
      at += (made[index]?.minutes ?? 0) * 60_000;
      return { ...entry, at: new Date(at).toISOString() };
    });
  });

function undoingAnEarlier(what: Change, index: number): Change {
  if (what.kind !== 'undo') return what;
  if (index === 0) return { kind: 'cancel-meeting', meeting: MeetingId.parse('mote-0') };
  return { kind: 'undo', version: 1 + (what.version % index) };
}
