// What is due before meetings, on the plan of 2019.
import { describe, expect, it } from 'vitest';
import { answerDeadlines, dueDeadlines } from '../src/answer/deadlines.ts';
import { withAlterations } from '../src/answer/parts.ts';
import { swedishHolidays } from '../src/holidays.ts';
import type { Change } from '../src/plan/change.ts';
import { fold } from '../src/plan/fold.ts';
import { GroupId, MeetingId } from '../src/plan/ids.ts';
import type { DeadlinesQuery } from '../src/query.ts';
import { base, entriesOf, oneDay } from './support/entries.ts';

const holidays = swedishHolidays();
const committee = GroupId.parse('samarbetskommitten');
const management = GroupId.parse('ledningsgruppen');
const deadline = (group: GroupId, name: string, workingDays: number | null): Change => ({
  kind: 'set-deadline',
  group,
  name,
  workingDays,
});

const planWith = (...changes: Change[]) => fold(base, entriesOf(changes)).plan;

const three = [
  deadline(committee, 'Kallelse', 10),
  deadline(committee, 'Handlingar', 5),
  deadline(management, 'Kallelse', 5),
];
const ask: DeadlinesQuery = { kind: 'deadlines', groups: [], name: null, period: null, which: 'next' };
const all = { which: 'all' } as const;
const may = { from: '2019-05-01', to: '2019-05-31', name: { by: 'month', year: 2019, month: 5 } } as const;

/** "day name meeting" of each. */
function due(query: Partial<DeadlinesQuery>, today: string, changes: readonly Change[] = three): string[] {
  const plan = planWith(...changes);
  const { outcome } = answerDeadlines({ ...ask, ...query }, plan, { day: today, time: '09:00' }, holidays);
  if (outcome.kind !== 'deadlines') throw new Error(outcome.kind);
  return outcome.due.map(({ day, deadline: { name }, meeting }) => `${day} ${name} ${meeting.id}`);
}

describe('deadlines', () => {
  it.each([
    ['the soonest of all', {}, '2019-03-01', ['2019-03-01 Kallelse ledningsgruppen-2019-03-08']],
    ['still ahead on its own day', {}, '2019-03-21', ['2019-03-21 Kallelse samarbetskommitten-2019-04-04']],
    ['over the day after', {}, '2019-03-22', ['2019-03-28 Handlingar samarbetskommitten-2019-04-04']],
    ['of a group', { groups: [management] }, '2019-03-22', ['2019-04-17 Kallelse ledningsgruppen-2019-04-26']],
    ['by name', { name: 'handlingar' }, '2019-03-01', ['2019-03-28 Handlingar samarbetskommitten-2019-04-04']],
    [
      'by a name in capitals',
      { name: 'HANDLINGAR' },
      '2019-04-05',
      ['2019-05-02 Handlingar samarbetskommitten-2019-05-09'],
    ],
    ['of a group and by name', { groups: [management], name: 'Handlingar' }, '2019-03-01', []],
    [
      'of a period, by the due day',
      { ...all, period: may },
      '2019-03-01',
      ['2019-05-02 Handlingar samarbetskommitten-2019-05-09'],
    ],
    ['next within a period', { period: may }, '2019-05-03', []],
    ['by a name that nobody set', { name: 'protokoll' }, '2019-03-01', []],
    ['after the last meeting', {}, '2019-12-20', []],
  ])('%s', (_, query, today, expected) => {
    expect(due(query, today)).toEqual(expected);
  });

  it('all of the year, before every meeting that is held, by day', () => {
    const found = due({ ...all, groups: [committee], name: 'kallelse' }, '2019-03-01');
    expect(found.map((line) => line.slice(0, 10))).toEqual([
      '2019-01-03',
      '2019-01-24',
      '2019-03-21',
      '2019-04-24',
      '2019-08-15',
      '2019-10-31',
      '2019-11-15',
      '2019-12-05',
    ]);
  });

  it('follow a meeting that is moved, and leave one that is called off', () => {
    const id = MeetingId.parse('samarbetskommitten-2019-04-04');
    const moved: Change = {
      kind: 'edit-meeting',
      meeting: id,
      set: { days: oneDay('2019-04-11') },
    };
    const query = { groups: [committee], name: 'Handlingar' };
    expect(due(query, '2019-03-01', [...three, moved])).toEqual([
      '2019-04-04 Handlingar samarbetskommitten-2019-04-04',
    ]);
    const cancelled: Change = { kind: 'cancel-meeting', meeting: id };
    expect(due(query, '2019-03-01', [...three, cancelled])).toEqual([
      '2019-05-02 Handlingar samarbetskommitten-2019-05-09',
    ]);
  });

  it('are gone when they are taken away', () => {
    expect(due(all, '2019-03-01', [...three, ...three.map((change) => ({ ...change, workingDays: null }))])).toEqual(
      [],
    );
  });

  it('several on the soonest day are all told', () => {
    const twins = [deadline(committee, 'Handlingar', 5), deadline(committee, 'Anmälan', 5)];
    expect(due({}, '2019-03-01', twins)).toHaveLength(2);
  });

  it('tell the rules, their setting as the source, and the meetings to go on about', () => {
    const plan = planWith(...three);
    const now = { day: '2019-03-01', time: '09:00' };
    const answer = withAlterations(answerDeadlines({ ...ask, groups: [committee] }, plan, now, holidays), plan);
    expect(answer.outcome).toMatchObject({ rules: [{ name: 'Kallelse' }, { name: 'Handlingar' }] });
    expect(answer.alterations.map(({ version, what }) => [version, what])).toEqual([[1, 'deadline']]);
    expect(answer.focus.meetings).toEqual(['samarbetskommitten-2019-04-04']);
    expect(answer.suggestions).toEqual([{ ...ask, groups: [committee], which: 'all' }]);
  });

  it('say the doubt about a meeting day that they are counted from', () => {
    const answer = answerDeadlines(
      { ...ask, groups: [committee] },
      planWith(...three),
      { day: '2019-11-15', time: '09:00' },
      holidays,
    );
    expect(answer.notes.map(({ about }) => about)).toEqual(['date']);
  });

  it('need no rule', () => {
    expect(dueDeadlines(planWith(), holidays)).toEqual([]);
    expect(due({}, '2019-03-01', [])).toEqual([]);
  });
});
