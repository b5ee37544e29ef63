// When a message may come: in daytime on working days, rather earlier than late.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantAt } from '../src/plan/wall-clock.ts';
import { DayHours, isAllowed, newsAt, nextAllowed, sendableAt } from '../src/reminders/quiet-hours.ts';
import { rules, shown, zone } from './support/subscriptions.ts';

const at = (text: string): Date => {
  const [day = '', time = ''] = text.split(' ');
  return instantAt(day, time, zone);
};

describe('a reminder', () => {
  it.each([
    ['as wanted, a Thursday at noon', '2019-03-21 12:00', '2019-03-21 12:00'],
    ['as wanted, as the hours begin', '2019-03-21 07:00', '2019-03-21 07:00'],
    ['as wanted, as they end', '2019-03-21 20:00', '2019-03-21 20:00'],
    ['late in the evening: as the hours end', '2019-03-21 22:15', '2019-03-21 20:00'],
    ['early in the morning: as they ended the day before', '2019-03-21 06:59', '2019-03-20 20:00'],
    ['early on a Monday: Friday evening', '2019-03-25 06:00', '2019-03-22 20:00'],
    ['on a Saturday: the same time on Friday', '2019-03-23 12:00', '2019-03-22 12:00'],
    ['on a Sunday night: within the hours of Friday', '2019-03-24 23:30', '2019-03-22 20:00'],
    ['early on a Sunday: within the hours of Friday', '2019-03-24 05:00', '2019-03-22 07:00'],
    ['on Ascension Day: the Wednesday before', '2019-05-30 12:00', '2019-05-29 12:00'],
    ['on the eve of midsummer: the Thursday before', '2019-06-21 08:30', '2019-06-20 08:30'],
    ['on Easter Monday: Maundy Thursday', '2019-04-22 12:00', '2019-04-18 12:00'],
    ['at Christmas: the Monday before', '2019-12-26 12:00', '2019-12-23 12:00'],
    ['on New Year: 30 December', '2020-01-01 08:00', '2019-12-30 08:00'],
    ['in the night that becomes summer time', '2019-03-31 03:30', '2019-03-29 07:00'],
    ['in the night that becomes winter time', '2019-10-27 02:30', '2019-10-25 07:00'],
  ])('comes %s', (_, wanted, sent) => {
    expect(shown(sendableAt(at(wanted), at('2020-06-01 12:00'), rules, zone))).toBe(sent);
  });

  it.each([
    ['at once in daytime', '2019-03-21 12:00', '2019-03-25 12:00', '2019-03-21 12:00'],
    ['the next morning at night', '2019-03-21 23:00', '2019-03-25 12:00', '2019-03-22 07:00'],
    ['on Monday on a Saturday', '2019-03-23 12:00', '2019-03-25 12:00', '2019-03-25 07:00'],
    ['at once where the start is before that', '2019-03-23 12:00', '2019-03-24 12:00', '2019-03-23 12:00'],
    ['at once where the start is just then', '2019-03-24 12:00', '2019-03-25 07:00', '2019-03-24 12:00'],
    ['after Christmas', '2019-12-24 09:00', '2020-01-10 12:00', '2019-12-27 07:00'],
  ])('that cannot come earlier comes %s', (_, now, start, sent) => {
    expect(shown(sendableAt(at(now), at(start), rules, zone, at(now)))).toBe(sent);
  });

  it('is never wanted after its deadline', () => {
    expect(shown(sendableAt(at('2019-03-22 12:00'), at('2019-03-21 12:00'), rules, zone))).toBe('2019-03-21 12:00');
  });

  it('knows days off only where it is to', () => {
    const daily = { ...rules, workingDaysOnly: false };
    expect(shown(sendableAt(at('2019-03-23 12:00'), at('2019-04-01 12:00'), daily, zone))).toBe('2019-03-23 12:00');
    expect(shown(nextAllowed(at('2019-03-22 21:00'), daily, zone))).toBe('2019-03-23 07:00');
  });

  it('comes although every day is a holiday', () => {
    const never = { ...rules, holidays: () => ({ sv: 'Ledigt' }) };
    expect(shown(sendableAt(at('2019-03-21 22:00'), at('2019-04-01 12:00'), never, zone))).toBe('2019-03-21 20:00');
    expect(shown(nextAllowed(at('2019-03-21 22:00'), never, zone))).toBe('2019-03-22 07:00');
  });

  it('needs hours that end after they begin', () => {
    expect(DayHours.safeParse({ from: '20:00', until: '07:00', workingDaysOnly: true }).success).toBe(false);
  });
});

describe('news', () => {
  it.each([
    ['in daytime at once', '2019-03-21 12:00', '2019-04-04 12:00', '2019-03-21 12:00'],
    ['at night in the morning', '2019-03-21 22:00', '2019-04-04 12:00', '2019-03-22 07:00'],
    ['on a Saturday on Monday', '2019-03-23 12:00', '2019-04-04 12:00', '2019-03-25 07:00'],
    ['of a day away at once, at night too', '2019-03-21 23:00', '2019-03-22 12:00', '2019-03-21 23:00'],
    ['of Monday, on Friday evening: Saturday morning', '2019-03-22 21:00', '2019-03-25 08:30', '2019-03-23 07:00'],
    ['of Tuesday, on Friday evening: Monday morning', '2019-03-22 21:00', '2019-03-26 08:30', '2019-03-25 07:00'],
  ])('comes %s', (_, came, start, sent) => {
    expect(shown(newsAt(at(came), at(start), rules, zone))).toBe(sent);
  });
});

describe('laws', () => {
  const instants = fc
    .integer({ min: Date.parse('2018-12-01T00:00Z') / 60_000, max: Date.parse('2020-02-01T00:00Z') / 60_000 })
    .map((minutes) => new Date(minutes * 60_000));

  it('a reminder comes within the rules and not later than wanted, and is not moved twice', () => {
    fc.assert(
      fc.property(instants, instants, (wanted, deadline) => {
        const sent = sendableAt(wanted, deadline, rules, zone);
        expect(isAllowed(sent, rules, zone)).toBe(true);
        expect(sent.getTime()).toBeLessThanOrEqual(Math.min(wanted.getTime(), deadline.getTime()));
        expect(sendableAt(sent, deadline, rules, zone)).toEqual(sent);
      }),
    );
  });

  it('what is late comes within the rules before its deadline, or at once', () => {
    fc.assert(
      fc.property(instants, instants, (now, deadline) => {
        fc.pre(now < deadline);
        const sent = sendableAt(now, deadline, rules, zone, now);
        expect(sent >= now && sent < deadline).toBe(true);
        expect(sent.getTime() === now.getTime() || isAllowed(sent, rules, zone)).toBe(true);
      }),
    );
  });
});
