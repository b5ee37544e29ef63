// Swedish holidays against the known calendar, and counting in working days.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { swedishHolidays } from '../src/holidays.ts';
import { addDays, weekdayOf } from '../src/plan/days.ts';
import { type Holidays, isWorkingDay, previousWorkingDay, workingDaysBefore } from '../src/plan/working-days.ts';

const holidays = swedishHolidays();

/** Every public holiday and every eve that offices are closed on, from the printed almanac. */
const almanac = {
  2019: [
    '2019-01-01 nyårsdagen',
    '2019-01-06 trettondedag jul',
    '2019-04-19 långfredagen',
    '2019-04-21 påskdagen',
    '2019-04-22 annandag påsk',
    '2019-05-01 första maj',
    '2019-05-30 Kristi himmelsfärdsdag',
    '2019-06-06 nationaldagen',
    '2019-06-09 pingstdagen',
    '2019-06-21 midsommarafton',
    '2019-06-22 midsommardagen',
    '2019-11-02 alla helgons dag',
    '2019-12-24 julafton',
    '2019-12-25 juldagen',
    '2019-12-26 annandag jul',
    '2019-12-31 nyårsafton',
  ],
  2024: [
    '2024-01-01 nyårsdagen',
    '2024-01-06 trettondedag jul',
    '2024-03-29 långfredagen',
    '2024-03-31 påskdagen',
    '2024-04-01 annandag påsk',
    '2024-05-01 första maj',
    '2024-05-09 Kristi himmelsfärdsdag',
    '2024-05-19 pingstdagen',
    '2024-06-06 nationaldagen',
    '2024-06-21 midsommarafton',
    '2024-06-22 midsommardagen',
    '2024-11-02 alla helgons dag',
    '2024-12-24 julafton',
    '2024-12-25 juldagen',
    '2024-12-26 annandag jul',
    '2024-12-31 nyårsafton',
  ],
  2026: [
    '2026-01-01 nyårsdagen',
    '2026-01-06 trettondedag jul',
    '2026-04-03 långfredagen',
    '2026-04-05 påskdagen',
    '2026-04-06 annandag påsk',
    '2026-05-01 första maj',
    '2026-05-14 Kristi himmelsfärdsdag',
    '2026-05-24 pingstdagen',
    '2026-06-06 nationaldagen',
    '2026-06-19 midsommarafton',
    '2026-06-20 midsommardagen',
    '2026-10-31 alla helgons dag',
    '2026-12-24 julafton',
    '2026-12-25 juldagen',
    '2026-12-26 annandag jul',
    '2026-12-31 nyårsafton',
  ],
} as const;

const daysOfYear = (year: number): string[] =>
  Array.from({ length: 366 }, (_, offset) => addDays(`${year}-01-01`, offset)).filter((day) =>
    day.startsWith(String(year)),
  );

describe('Swedish holidays', () => {
  it.each(Object.entries(almanac))('of %s are those of the almanac and no others', (year, expected) => {
    const found = daysOfYear(Number(year)).flatMap((day) => {
      const name = holidays(day);
      return name ? [`${day} ${name.sv}`] : [];
    });
    expect(found).toEqual(expected);
  });

  it.each([
    ['2019-05-30', 'Ascension Day'],
    ['2019-06-21', 'Midsummer Eve'],
    ['2019-12-24', 'Christmas Eve'],
    ['2024-06-06', 'National Day'],
  ])('%s is %s in English', (day, name) => {
    expect(holidays(day)?.en).toBe(name);
  });

  it.each([
    ['2019-04-18', 'skärtorsdagen'],
    ['2019-04-30', 'valborgsmässoafton'],
    ['2019-06-10', 'annandag pingst, a working day since 2005'],
    ['2019-11-01', 'allhelgonaafton'],
    ['2026-01-05', 'trettondagsafton'],
    ['2019-12-23', 'dagen före julafton'],
  ])('%s (%s) is a working day', (day) => {
    expect(isWorkingDay(day, holidays)).toBe(true);
  });

  it('two on one day have one name', () => {
    // Kristi himmelsfärdsdag of 2008 was on 1 May.
    expect(holidays('2008-05-01')?.sv).toBe('första maj');
  });

  it.each(['1900-01-01', '2100-06-06', '9999-12-31'])('%s of a year far off does not fail', (day) => {
    expect(holidays(day)).not.toBeNull();
  });
});

describe('working days before', () => {
  it.each([
    ['2019-05-09', 0, '2019-05-09', 'the day itself'],
    ['2019-05-09', 1, '2019-05-08', 'Wednesday before Thursday'],
    ['2019-05-09', 5, '2019-05-02', 'over a weekend'],
    ['2019-05-09', 6, '2019-04-30', 'over 1 May'],
    ['2019-05-09', 10, '2019-04-24', 'two weeks and a holiday'],
    ['2019-04-26', 5, '2019-04-17', 'over Easter: Good Friday and Easter Monday'],
    ['2019-04-23', 1, '2019-04-18', 'the Thursday before Easter'],
    ['2019-05-31', 1, '2019-05-29', 'over Kristi himmelsfärdsdag'],
    ['2019-06-24', 1, '2019-06-20', 'over midsummer'],
    ['2020-01-02', 2, '2019-12-27', 'over New Year: 31 December is a day off'],
    ['2019-12-27', 1, '2019-12-23', 'over Christmas'],
    ['2019-05-11', 1, '2019-05-10', 'from a Saturday'],
    ['2019-05-12', 1, '2019-05-10', 'from a Sunday'],
    ['2019-05-30', 1, '2019-05-29', 'from a holiday'],
  ])('%s, %i days: %s (%s)', (day, count, due) => {
    expect(workingDaysBefore(day, count, holidays)).toBe(due);
  });

  const day = fc.integer({ min: 0, max: 365 * 30 }).map((offset) => addDays('2010-01-01', offset));
  const count = fc.integer({ min: 1, max: 260 });
  /** Any days off, so that the law does not lean on the Swedish ones. */
  const anyHolidays = fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { maxLength: 4 }).map(
    (remainders): Holidays =>
      (date) =>
        remainders.includes(Number(date.slice(8)) % 5) && remainders.length < 5 ? { sv: 'ledig dag' } : null,
  );
  const calendars = fc.oneof(fc.constant(holidays), anyHolidays);

  const between = (from: string, to: string): string[] => {
    const days: string[] = [];
    for (let one = from; one < to; one = addDays(one, 1)) days.push(one);
    return days;
  };

  it('is a working day', () => {
    fc.assert(
      fc.property(day, count, calendars, (to, days, off) => {
        const due = workingDaysBefore(to, days, off);
        expect(weekdayOf(due)).toBeLessThan(6);
        expect(off(due)).toBeNull();
      }),
    );
  });

  it('leaves exactly that many working days', () => {
    fc.assert(
      fc.property(day, count, calendars, (to, days, off) => {
        const left = between(workingDaysBefore(to, days, off), to).filter((one) => isWorkingDay(one, off));
        expect(left).toHaveLength(days);
      }),
    );
  });

  it('is earlier the more days, and later the later the day', () => {
    fc.assert(
      fc.property(day, count, count, calendars, (to, a, b, off) => {
        const [few, many] = [Math.min(a, b), Math.max(a, b)];
        expect(workingDaysBefore(to, many, off) <= workingDaysBefore(to, few, off)).toBe(true);
        expect(workingDaysBefore(to, few, off) <= workingDaysBefore(addDays(to, 1), few, off)).toBe(true);
      }),
    );
  });

  it('adds up: a days and then b are a + b', () => {
    fc.assert(
      fc.property(day, count, count, calendars, (to, a, b, off) => {
        expect(workingDaysBefore(workingDaysBefore(to, a, off), b, off)).toBe(workingDaysBefore(to, a + b, off));
        expect(workingDaysBefore(to, 1, off)).toBe(previousWorkingDay(to, off));
      }),
    );
  });
});
