// A year of sweeps gives the list that an independent calculation gives on paper.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../src/plan/fold.ts';
import { GroupId, MeetingId } from '../src/plan/ids.ts';
import { instantAt } from '../src/plan/wall-clock.ts';
import { dueNotices } from '../src/reminders/due.ts';
import { base, entriesOf, oneDay } from './support/entries.ts';
import { onPaper } from './support/reminders-on-paper.ts';
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

const group = GroupId.parse('samarbetskommitten');
const { plan } = fold(
  base,
  entriesOf([
    { kind: 'set-deadline', group, name: 'Kallelse', workingDays: 10 },
    { kind: 'set-deadline', group, name: 'Handlingar', workingDays: 5 },
    // A Monday morning just after the clocks have changed, and one just before they do.
    {
      kind: 'edit-meeting',
      meeting: MeetingId.parse('samarbetskommitten-2019-04-04'),
      set: { days: oneDay('2019-04-01'), hours: { start: '08:15', end: '10:00' } },
    },
    {
      kind: 'edit-meeting',
      meeting: MeetingId.parse('ledningsgruppen-2019-10-04'),
      set: { days: oneDay('2019-10-28'), hours: { start: '06:30', end: '10:00' } },
    },
    { kind: 'cancel-meeting', meeting: MeetingId.parse('samarbetskommitten-2019-11-29') },
  ]),
);

const subscriptions = [
  subscribe(person('anna'), everything, undefined, { digest: true }),
  subscribe(person('anna'), committee, ['2 weeks', '24 hours', '30 minutes']),
  subscribe(person('bo'), committee, ['1 month', '3 days', '2 days', '1 day'], { pausedUntil: '2019-04-10' }),
  subscribe(person('bo'), groupTopic('ledningsgruppen'), ['90 minutes', '2 days', '48 hours']),
  subscribe(person('cilla'), municipalityTopic('haninge'), undefined, { createdAt: '2019-06-15T10:00:00Z' }),
  subscribe(person('cilla'), municipalityTopic('salem'), ['8 months', '10 days'], {
    digest: true,
    pausedUntil: '2019-08-01',
  }),
  subscribe(channel('allmant'), conferenceTopic('radslaget'), ['5 weeks']),
  subscribe(channel('allmant'), conferenceTopic('sodertornskonferensen'), ['3 months', '17 days']),
  subscribe(channel('allmant'), groupTopic('naringslivschefer'), ['20 days']),
  subscribe(person('david'), activityTopic('foretagsevent-vid-radslaget'), ['400 days', '100 days', '10 hours']),
  subscribe(person('eva'), committee, []),
];

const start = instantAt('2019-01-01', '00:00', zone).getTime() - 1;
const end = instantAt('2019-12-31', '23:59', zone).getTime();
const paper = onPaper(plan, subscriptions, '2019-01-01', '2019-12-31');

describe('a year', () => {
  it('is a year of many reminders', () => {
    expect(paper.length).toBeGreaterThan(200);
    expect(new Set(paper.map((line) => line.slice(0, 7))).size).toBe(12);
  });

  it('in steps of an hour is as on paper', () => {
    expect(lines(sweep(Array.from({ length: 8760 }, () => 3_600_000)))).toEqual(paper);
  });

  it('in random steps, of a second to months, is as on paper', () => {
    const steps = fc.array(
      fc.oneof(fc.integer({ min: 1000, max: 60_000 }), fc.integer({ min: 1000, max: 5_000_000_000 })),
      { maxLength: 400 },
    );
    fc.assert(
      fc.property(steps, (taken) => {
        expect(lines(sweep(taken))).toEqual(paper);
      }),
    );
  });
});

/** Windows of these lengths, and one for what is left of the year. */
function* sweep(steps: readonly number[]) {
  let after = start;
  for (const step of [...steps, end - start]) {
    const upTo = Math.min(after + step, end);
    yield* dueNotices(plan, subscriptions, { after: new Date(after), upTo: new Date(upTo) }, rules);
    after = upTo;
  }
}
