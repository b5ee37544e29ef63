// Time expressions: the tables of both languages, then what must hold for any message and any day.
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PeriodName } from '../src/plan/period.ts';
import type { TimeMeaning, TimeMention } from '../src/understand/time-mention.ts';
import { en } from '../src/understand/times.en.ts';
import { sv } from '../src/understand/times.sv.ts';
import { findTimes } from '../src/understand/times.ts';
import { type Word, words } from '../src/understand/words.ts';
import { enTimes } from './times.en.table.ts';
import { svTimes, type TimeRow } from './times.sv.table.ts';

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** Not through the code under test: "2019-04-04" is a Thursday by UTC's reckoning. */
function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

function withWeekday(day: string | null): string {
  return day === null ? '' : `${weekdays[weekdayOf(day)]} ${day}`;
}

function nameOf(name: PeriodName): string {
  switch (name.by) {
    case 'day':
    case 'weekend':
    case 'dates':
      return name.by;
    case 'week':
      return `week ${name.year}-W${name.week}`;
    case 'month':
      return `month ${name.year}-${name.month}`;
    case 'quarter':
      return `quarter ${name.year}-Q${name.quarter}`;
    case 'half':
      return `half ${name.year}-H${name.half}`;
    case 'season':
      return `${name.season} ${name.year}`;
    case 'year':
      return `year ${name.year}`;
  }
}

/** As the tables tell it. */
function told(meaning: TimeMeaning): string {
  if (meaning.kind === 'weekday') return `any ${weekdays[meaning.weekday % 7]}`;
  if (meaning.kind === 'clock') return `clock ${meaning.time}`;
  const { from, to, name } = meaning.period;
  const ends = from === to ? withWeekday(from) : `${withWeekday(from)} … ${withWeekday(to)}`.trim();
  return `${meaning.yearStated ? '' : '~'}${nameOf(name)}: ${ends}`;
}

/** The brackets of a row, as offsets in the message without them. */
function bracketsOf(marked: string): { message: string; spans: [number, number][] } {
  const spans = [...marked.matchAll(/\[([^\]]*)\]/g)].map((match, index): [number, number] => {
    const start = match.index - 2 * index;
    return [start, start + (match[1]?.length ?? 0)];
  });
  return { message: marked.replaceAll(/[[\]]/g, ''), spans };
}

function expectedMention(found: readonly Word[], [start, end]: [number, number]): Omit<TimeMention, 'meaning'> {
  const first = found.findIndex((word) => word.end > start);
  const last = found.findLastIndex((word) => word.start < end);
  return { first, end: last + 1, ...(found[last]?.end === end ? {} : { partOfWord: true as const }) };
}

describe.each([
  ['Swedish', svTimes],
  ['English', enTimes],
] as const)('%s', (_, rows) => {
  it.each(rows.map((row): [string, TimeRow] => [row.slice(0, 2).join(', '), row]))('%s', (_title, row) => {
    const [marked, day, found, tense = 'other'] = row;
    const { message, spans } = bracketsOf(marked);
    const messageWords = words(message);
    const mentions = findTimes(messageWords, { day, time: '09:00' }, tense);
    expect(mentions.map(({ meaning }) => told(meaning)).join(' + ')).toBe(found);
    // A compound with a year after it is one span that is partly a time: "aprilmötet 2020".
    const covered = mentions.map(({ meaning: _meaning, partOfWord, ...span }) =>
      partOfWord && span.end === span.first + 1 ? { ...span, partOfWord } : span,
    );
    expect(covered).toEqual(spans.map((span) => expectedMention(messageWords, span)));
  });

  it('has no row twice', () => {
    const keys = rows.map(([marked, day, , tense]) => `${marked} ${day} ${tense}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });
});

// === Any message, any day

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
const days = fc
  .integer({ min: Date.UTC(1951, 0, 1) / 864e5, max: Date.UTC(2148, 11, 31) / 864e5 })
  .map((number) => dayOf(new Date(number * 864e5)));
const tenses = fc.constantFrom('past', 'other');

/** Every word that a table knows, and some that none does. */
const vocabulary = [
  ...new Set([...JSON.stringify([sv, en]).matchAll(/[\p{L}\d'-]+/gu)].map(([word]) => word)),
  ...'kommittén möte 4 19 31 2019 2020 4/4 1/9-31/10 17-18 12.30 13:00 2019-04-04 v19 q2 4:e 1st - , ? 24:00 99/99'.split(
    ' ',
  ),
];
const messages = fc
  .array(fc.oneof(fc.constantFrom(...vocabulary), fc.constantFrom(...vocabulary), fc.string({ maxLength: 8 })), {
    maxLength: 12,
  })
  .map((parts) => parts.join(' '));

const months = 'januari februari mars april maj juni juli augusti september oktober november december'.split(' ');

function swedish(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date)} ${months[Number(month) - 1]} ${year}`;
}

function periodsOf(mentions: readonly TimeMention[]) {
  return mentions.flatMap(({ meaning }) => (meaning.kind === 'period' ? [meaning.period] : []));
}

describe('any message', () => {
  it('has times inside its words, in order, none overlapping, none upside down', () => {
    fc.assert(
      fc.property(messages, days, tenses, (message, day, tense) => {
        const found = words(message);
        let last = 0;
        for (const { first, end, meaning } of findTimes(found, { day, time: '09:00' }, tense)) {
          expect(first).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(first);
          expect(end).toBeLessThanOrEqual(found.length);
          last = end;
          if (meaning.kind === 'clock') expect(meaning.time).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
        }
        for (const { from, to } of periodsOf(findTimes(found, { day, time: '09:00' }, tense)))
          if (from !== null && to !== null) expect(from <= to).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('a message of nothing but times', () => {
  const now = { day: '2019-03-01', time: '09:00' };

  it.each([
    'april ',
    '2019 i april ',
    'nästa år i april 2019 i ',
    'torsdag vecka 19 på torsdag ',
    'slutet av ',
    'veckan efter april ',
    'från april till ',
    '4 april - ',
    '1 ',
  ])('is read to its end, however long: %s', (part) => {
    expect(() => findTimes(words(part.repeat(500)), now)).not.toThrow();
  });
});

describe('any day', () => {
  const now = { day: '2019-03-01', time: '09:00' };
  const only = (day: string) => [{ from: day, to: day, name: { by: 'day' } }];

  it.each([
    ['in Swedish', swedish],
    ['in ISO', (day: string) => day],
    ['in eight digits', (day: string) => day.replaceAll('-', '')],
    ['day first', (day: string) => day.split('-').reverse().join('.')],
  ])('written %s is read as that day', (_, write) => {
    fc.assert(
      fc.property(days, (day) => {
        expect(periodsOf(findTimes(words(write(day)), now))).toEqual(only(day));
      }),
    );
  });

  it('has its ISO week named as the standard has it: the week of its Thursday', () => {
    fc.assert(
      fc.property(days, (day) => {
        const [week] = periodsOf(findTimes(words('denna vecka'), { day, time: '09:00' }));
        const thursday = new Date(Date.parse(day) + (4 - (weekdayOf(day) || 7)) * 864e5);
        const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
        const number = Math.floor((thursday.getTime() - first) / 864e5 / 7) + 1;
        expect(week?.name).toEqual({ by: 'week', year: thursday.getUTCFullYear(), week: number });
        expect(week?.from).toBe(dayOf(new Date(thursday.getTime() - 3 * 864e5)));
      }),
    );
  });

  it('has a coming Thursday within the next seven days, and a latest one within the last', () => {
    fc.assert(
      fc.property(days, (day) => {
        const [coming, latest] = periodsOf(findTimes(words('på torsdag, i torsdags'), { day, time: '09:00' }));
        const distance = (to: string | null | undefined) => (Date.parse(to ?? '') - Date.parse(day)) / 864e5;
        expect(weekdayOf(coming?.from ?? '')).toBe(4);
        expect(distance(coming?.from)).toBeGreaterThan(0);
        expect(distance(coming?.from)).toBeLessThanOrEqual(7);
        expect(distance(latest?.from)).toBe(distance(coming?.from) === 7 ? -7 : (distance(coming?.from) ?? 0) - 7);
      }),
    );
  });
});

describe('the process', () => {
  /** Clocks change at midnight in São Paulo and Cairo; Kiritimati is furthest ahead, Pago Pago furthest behind. */
  const zones = ['UTC', 'America/Sao_Paulo', 'Africa/Cairo', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'];
  const script = `
    const { findTimes } = await import('${new URL('../src/understand/times.ts', import.meta.url).href}');
    const { words } = await import('${new URL('../src/understand/words.ts', import.meta.url).href}');
    const found = [];
    for (let number = 17700; number < 18800; number++) {
      const now = { day: new Date(number * 864e5).toISOString().slice(0, 10), time: '00:30' };
      found.push(findTimes(words('imorgon, denna vecka, om en månad, den 4 april, nästa torsdag, efter påsk'), now));
    }
    console.log(JSON.stringify(found));`;

  it('finds the same in every zone', () => {
    const outputs = zones.map((zone) =>
      execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
        env: { ...process.env, TZ: zone },
        maxBuffer: 1e8,
        encoding: 'utf8',
      }),
    );
    expect(outputs[0]).toContain('2019-04-04');
    expect(new Set(outputs).size).toBe(1);
  }, 30_000);
});
