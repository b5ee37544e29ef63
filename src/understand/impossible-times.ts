// Dates and times of day that do not exist: "31 februari", "kl 25". They are told back, never read as others.

import type { Draft } from '../draft.ts';
import { weekdayOf } from '../plan/days.ts';
import type { Clip } from './sentence.ts';
import { dayIn } from './time-days.ts';

/** The months' names in both languages, as they begin a word; flat. */
export const monthNames: readonly string[] = [
  'jan(?:uari|uary)?',
  'feb(?:r(?:uari|uary)?)?',
  'mar(?:s|ch)?',
  'apr(?:il)?',
  'ma[jy]',
  'jun[ie]?',
  'jul[iy]?',
  'aug(?:usti|ust)?',
  'sept?(?:ember)?',
  'o[kc]t(?:ober)?',
  'nov(?:ember)?',
  'dec(?:ember)?',
];
export const anyMonth = `(?:${monthNames.join('|')})(?![\\p{L}])`;

const dayAndMonth = new RegExp(
  `(?<![\\d.:/])(?<day>\\d{1,2})(?::?[ea]|st|nd|rd|th)?\\s*(?:of )?(?<month>${anyMonth})\\.?(?:\\s+(?<year>\\d{4}))?`,
  'gu',
);
const monthAndDay = new RegExp(
  `(?<!\\d(?:st|nd|rd|th)? |of )(?<month>${anyMonth}) (?<day>\\d{1,2})(?:st|nd|rd|th)?(?![\\d.:/-])(?:,? (?<year>\\d{4}))?`,
  'gu',
);
const isoDay = /(?<!\d)(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?!\d)/g;
const slashDay = /(?<![\d/])(?<day>\d{1,2})\/(?<month>\d{1,2})(?:[-/ ](?<year>\d{4}))?(?![\d/])/g;
const bareDay = /(?<![\p{L}])den (?<day>\d{1,2})(?::?[ea])?(?![\d\p{L}])/gu;
const clock =
  /(?<![\p{L}])kl(?:ockan)?\.?\s*(?<hour>\d{1,3})(?:[.:](?<minute>\d{2}))?(?:\s*-\s*(?<hour2>\d{1,3})(?:[.:](?<minute2>\d{2}))?)?(?!\d)/gu;
const colonClock = /(?<![\d:])(?<hour>\d{1,2}):(?<minute>\d{2})(?![\d:])/g;

type Groups = Readonly<Record<string, string | undefined>>;

/** A leap year: a date without a year exists if it does in some year. */
const someLeapYear = 2020;

function monthNumber(name = ''): number {
  return 1 + monthNames.findIndex((month) => new RegExp(`^${month}$`).test(name));
}

function existsIn(day: string | undefined, month: number, year: string | undefined): boolean {
  return dayIn(year === undefined ? someLeapYear : Number(year), month, Number(day)) !== undefined;
}

const isNamedDate = ({ day, month, year }: Groups): boolean => existsIn(day, monthNumber(month), year);
const isNumericDate = ({ day, month, year }: Groups): boolean => existsIn(day, Number(month), year);
/** "5/13" is written by some with the month first. */
const isSlashDate = ({ day, month, year }: Groups): boolean =>
  existsIn(day, Number(month), year) || existsIn(month, Number(day), year);

function isTime(hour: string | undefined, minute = '0'): boolean {
  return hour === undefined || (Number(hour) < 24 && Number(minute) < 60);
}

const rules: readonly (readonly [pattern: RegExp, exists: (groups: Groups) => boolean])[] = [
  [dayAndMonth, isNamedDate],
  [monthAndDay, isNamedDate],
  [isoDay, isNumericDate],
  [slashDay, isSlashDate],
  [bareDay, ({ day }) => Number(day) >= 1 && Number(day) <= 31],
  [clock, ({ hour, minute, hour2, minute2 }) => isTime(hour, minute) && isTime(hour2, minute2)],
  [colonClock, ({ hour, minute }) => isTime(hour, minute)],
];

/** The first date or time of a sentence that does not exist, as it is written; null where all do. */
export function impossibleIn({ text, flat }: Clip): string | null {
  for (const [pattern, exists] of rules) {
    for (const match of flat.matchAll(pattern)) {
      if (!exists(match.groups ?? {})) return text.slice(match.index, match.index + match[0].length).trim();
    }
  }
  return null;
}

const weekdays = [
  '(?:man|mon)',
  '(?:tis|tues?)',
  '(?:ons|wednes)',
  '(?:tors|thurs?)',
  '(?:fre|fri)',
  '(?:lor|satur)',
  '(?:son|sun)',
];
const weekdayAndDate = new RegExp(
  `(?<weekday>${weekdays.map((name) => `${name}da(?:g(?:en)?|y)`).join('|')}),? (?:den |the )?(?<day>\\d{1,2})(?::?[ea]|st|nd|rd|th)?(?:\\s*(?:of )?(?<month>${anyMonth})|/(?<number>\\d{1,2}))`,
  'gu',
);

/** A date of the draft with another weekday than its own: "fredag 16 maj"; null where all are right. */
export function wrongWeekday({ text, flat }: Clip, draft: Draft): string | null {
  const days = JSON.stringify(draft).match(/\d{4}-\d\d-\d\d/g) ?? [];
  for (const { index, groups = {}, 0: found } of flat.matchAll(weekdayAndDate)) {
    const month = groups.month === undefined ? Number(groups.number) : monthNumber(groups.month);
    const weekday = 1 + weekdays.findIndex((name) => new RegExp(`^${name}da`).test(groups.weekday ?? ''));
    const meant = days.filter(
      (day) => Number(day.slice(5, 7)) === month && Number(day.slice(8)) === Number(groups.day),
    );
    if (meant.length > 0 && meant.every((day) => weekdayOf(day) !== weekday))
      return text.slice(index, index + found.length);
  }
  return null;
}
