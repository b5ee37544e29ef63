// When things start, and leads counted back from there.
import { describe, expect, it } from 'vitest';
import type { Schedule } from '../src/plan/schedule.ts';
import { instantAt } from '../src/plan/wall-clock.ts';
import { compareLeads, inOrder, leadBefore, leadKey, readLead } from '../src/reminders/lead.ts';
import { startOfDays, startOfHosting, startsOfSchedule } from '../src/reminders/start.ts';
import { longestLeadDays } from '../src/reminders/subscription.ts';
import { lead, shown, zone } from './support/subscriptions.ts';

const wording = 'x';

describe('starts', () => {
  it.each([
    ['at its hours, summer time', '2019-04-04', '12:00', '2019-04-04T10:00:00.000Z'],
    ['at its hours, winter time', '2019-02-07', '12:00', '2019-02-07T11:00:00.000Z'],
    ['at eight without hours', '2019-09-05', null, '2019-09-05T06:00:00.000Z'],
    ['in the hour that 31 March skips: an hour later', '2019-03-31', '02:30', '2019-03-31T01:30:00.000Z'],
    ['in the hour that 27 October has twice: the second', '2019-10-27', '02:30', '2019-10-27T01:30:00.000Z'],
    ['after it', '2019-10-27', '03:30', '2019-10-27T02:30:00.000Z'],
    ['on New Year', '2020-01-01', '00:00', '2019-12-31T23:00:00.000Z'],
  ])('a meeting %s', (_, from, start, instant) => {
    const hours = start === null ? null : { start, end: '23:59' };
    expect(startOfDays({ from }, hours, zone).toISOString()).toBe(instant);
  });

  it.each<[string, Schedule, string[]]>([
    ['a date', { kind: 'date', date: '2019-04-10', wording }, ['2019-04-10 08:00']],
    [
      'days',
      { kind: 'range', from: '2019-09-05', to: '2019-09-06', lunchToLunch: true, wording },
      ['2019-09-05 08:00'],
    ],
    ['a month', { kind: 'months', year: 2019, months: [3], wording }, ['2019-03-01 08:00']],
    ['months on end', { kind: 'months', year: 2019, months: [3, 4, 5], wording }, ['2019-03-01 08:00']],
    ['two months', { kind: 'months', year: 2019, months: [7, 4], wording }, ['2019-04-01 08:00', '2019-07-01 08:00']],
    ['a season', { kind: 'season', year: 2019, season: 'autumn', wording }, []],
    ['what goes on', { kind: 'ongoing', wording }, []],
    ['what has no time', { kind: 'unspecified' }, []],
  ])('%s', (_, schedule, starts) => {
    expect(startsOfSchedule(schedule, null, zone).map(shown)).toEqual(starts);
  });

  it('a turn to host on 1 January', () => {
    expect(shown(startOfHosting(2020, zone))).toBe('2020-01-01 08:00');
  });
});

describe('leads', () => {
  it.each([
    ['2019-04-04 12:00', '14 days', '2019-03-21 12:00'],
    ['2019-04-04 12:00', '2 weeks', '2019-03-21 12:00'],
    ['2019-04-01 08:30', '1 day', '2019-03-31 08:30'],
    ['2019-04-01 02:30', '1 day', '2019-03-31 03:30'],
    ['2019-03-31 12:00', '24 hours', '2019-03-30 11:00'],
    ['2019-10-27 12:00', '24 hours', '2019-10-26 13:00'],
    ['2019-10-27 12:00', '1 day', '2019-10-26 12:00'],
    ['2019-05-31 12:00', '3 months', '2019-02-28 12:00'],
    ['2020-01-01 08:00', '6 months', '2019-07-01 08:00'],
    ['2019-04-01 12:00', '1 month', '2019-03-01 12:00'],
    ['2019-01-01 00:15', '30 minutes', '2018-12-31 23:45'],
  ])('%s less %s is %s', (start, back, instant) => {
    const [day = '', time = ''] = start.split(' ');
    expect(shown(leadBefore(instantAt(day, time, zone), lead(back), zone))).toBe(instant);
  });

  it('are the same when they always come to the same', () => {
    expect(leadKey(lead('2 weeks'))).toBe(leadKey(lead('14 days')));
    expect(leadKey(lead('120 minutes'))).toBe(leadKey(lead('2 hours')));
    expect(leadKey(lead('24 hours'))).not.toBe(leadKey(lead('1 day')));
  });

  it('are kept longest first, each once', () => {
    const leads = ['1 day', '2 weeks', '30 minutes', '14 days', '1 month', '24 hours', '90 minutes'].map(lead);
    const texts = inOrder(leads).map(({ amount, unit }) => `${amount} ${unit}`);
    expect(texts).toEqual(['1 months', '14 days', '1 days', '24 hours', '90 minutes', '30 minutes']);
    expect(compareLeads(lead('24 hours'), lead('1 day'))).toBeLessThan(0);
  });

  it.each([
    [14, 'days', '14 days'],
    [1, 'years', '12 months'],
    [longestLeadDays, 'days', '400 days'],
    [2880, 'minutes', '48 hours'],
  ] as const)('%d %s is a lead', (amount, unit, text) => {
    const reading = readLead(amount, unit);
    expect(reading.kind === 'lead' && `${reading.lead.amount} ${reading.lead.unit}`).toBe(text);
  });

  it.each([
    [400, 'years', 'too-long'],
    [401, 'days', 'too-long'],
    [14, 'months', 'too-long'],
    [1e300, 'minutes', 'too-long'],
    [0, 'days', 'not-before'],
    [-3, 'days', 'not-before'],
    [1.5, 'hours', 'not-whole'],
    [Number.NaN, 'hours', 'not-whole'],
    [Number.POSITIVE_INFINITY, 'days', 'not-whole'],
  ] as const)('%d %s is none: %s', (amount, unit, problem) => {
    expect(readLead(amount, unit)).toEqual({ kind: 'problem', problem });
  });
});
