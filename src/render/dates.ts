// The one formatter of dates, times, periods and amounts, for every surface and both languages.
import { weekdayOf } from '../plan/days.ts';
import type { Period } from '../plan/period.ts';
import type { Schedule } from '../plan/schedule.ts';

export type Locale = 'sv' | 'en';

const shortMonths = {
  sv: ['jan', 'feb', 'mars', 'april', 'maj', 'juni', 'juli', 'aug', 'sept', 'okt', 'nov', 'dec'],
  en: ['Jan', 'Feb', 'March', 'April', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'],
} as const;
const monthNames = {
  sv: [
    'januari',
    'februari',
    'mars',
    'april',
    'maj',
    'juni',
    'juli',
    'augusti',
    'september',
    'oktober',
    'november',
    'december',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
} as const;

const weekdayNames = {
  sv: ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;

const weekdayPlurals = {
  sv: ['måndagar', 'tisdagar', 'onsdagar', 'torsdagar', 'fredagar', 'lördagar', 'söndagar'],
  en: ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'],
} as const;

const seasonNames = {
  sv: { spring: 'våren', summer: 'sommaren', autumn: 'hösten', winter: 'vintern' },
  en: { spring: 'spring', summer: 'summer', autumn: 'autumn', winter: 'winter' },
} as const;

function parts(day: string): { year: number; month: number; date: number } {
  const [year, month, date] = day.split('-').map(Number);
  return { year: year ?? 0, month: month ?? 1, date: date ?? 1 };
}

/** As narrow as a column of months on a phone. */
export function shortMonth(month: number, locale: Locale): string {
  return shortMonths[locale][month - 1] ?? '';
}

export function monthName(month: number, locale: Locale): string {
  return monthNames[locale][month - 1] ?? '';
}

/** @param weekday ISO weekday, Monday is 1 */
export function weekdayName(weekday: number, locale: Locale): string {
  return weekdayNames[locale][weekday - 1] ?? '';
}

/** @example weekdaysName(4, 'sv') // 'torsdagar' */
export function weekdaysName(weekday: number, locale: Locale): string {
  return weekdayPlurals[locale][weekday - 1] ?? '';
}

/** The year where it is not the present one, with a space before it. */
function yearSuffix(year: number, today: string): string {
  return String(year) === today.slice(0, 4) ? '' : ` ${year}`;
}

/**
 * A day as people write it, with the year where it is not the present one.
 *
 * @example formatDay('2019-04-04', '2019-03-01', 'sv') // 'torsdag 4 april'
 * @example formatDay('2019-04-04', '2020-03-01', 'en') // 'Thursday 4 April 2019'
 */
export function formatDay(day: string, today: string, locale: Locale): string {
  const { year, month, date } = parts(day);
  return `${weekdayName(weekdayOf(day), locale)} ${date} ${monthName(month, locale)}${yearSuffix(year, today)}`;
}

/** A day without its weekday: "4 april". */
export function formatDate(day: string, today: string, locale: Locale): string {
  const { year, month, date } = parts(day);
  return `${date} ${monthName(month, locale)}${yearSuffix(year, today)}`;
}

/**
 * One day, or several in a row.
 *
 * @example formatDays('2019-01-17', '2019-01-18', '2019-01-10', 'sv') // 'torsdag–fredag 17–18 januari'
 */
export function formatDays(from: string, to: string, today: string, locale: Locale): string {
  if (from === to) return formatDay(from, today, locale);
  const first = parts(from);
  const last = parts(to);
  const weekdays = `${weekdayName(weekdayOf(from), locale)}–${weekdayName(weekdayOf(to), locale)}`;
  if (first.year === last.year && first.month === last.month) {
    return `${weekdays} ${first.date}–${last.date} ${monthName(first.month, locale)}${yearSuffix(first.year, today)}`;
  }
  return `${formatDay(from, today, locale)} – ${formatDay(to, today, locale)}`;
}

/**
 * Two days as the ends of a period, without weekdays.
 *
 * @example formatRange('2019-09-01', '2019-10-31', '2019-03-01', 'sv') // '1 september–31 oktober'
 */
export function formatRange(from: string, to: string, today: string, locale: Locale): string {
  const first = parts(from);
  const last = parts(to);
  if (from === to) return formatDate(from, today, locale);
  if (first.year === last.year && first.month === last.month) {
    return `${first.date}–${last.date} ${monthName(first.month, locale)}${yearSuffix(first.year, today)}`;
  }
  const end = formatDate(to, today, locale);
  return first.year === last.year
    ? `${first.date} ${monthName(first.month, locale)}–${end}`
    : `${formatDate(from, today, locale)} – ${end}`;
}

/** @example formatTime('08:30', 'sv') // '08.30' */
export function formatTime(time: string, locale: Locale): string {
  return locale === 'sv' ? time.replace(':', '.') : time;
}

/** @example formatHours({ start: '08:30', end: '11:00' }, 'sv') // 'kl. 08.30–11.00' */
export function formatHours(hours: { readonly start: string; readonly end: string }, locale: Locale): string {
  const span = `${formatTime(hours.start, locale)}–${formatTime(hours.end, locale)}`;
  return locale === 'sv' ? `kl. ${span}` : span;
}

/** Length of a span of hours in words: "3 timmar och 30 minuter". */
export function formatLength(hours: { readonly start: string; readonly end: string }, locale: Locale): string {
  const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const minutes = minutesOf(hours.end) - minutesOf(hours.start);
  const whole = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const [hour, minute, and] =
    locale === 'sv'
      ? [whole === 1 ? 'timme' : 'timmar', 'minuter', 'och']
      : [whole === 1 ? 'hour' : 'hours', 'minutes', 'and'];
  return rest === 0 ? `${whole} ${hour}` : `${whole} ${hour} ${and} ${rest} ${minute}`;
}

/** A period as a phrase that fits after a noun: "i april", "vecka 19", "2020", "under hösten 2019". */
export function formatPeriod(period: Period, today: string, locale: Locale): string {
  const { name, from, to } = period;
  const sv = locale === 'sv';
  switch (name.by) {
    case 'day':
      return `${sv ? '' : 'on '}${formatDay(from ?? to ?? today, today, locale)}`;
    case 'week':
      return `${sv ? 'vecka' : 'in week'} ${name.week}${yearSuffix(name.year, today)}`;
    case 'weekend':
      return `${sv ? 'helgen' : 'on the weekend of'} ${formatRange(from ?? today, to ?? today, today, locale)}`;
    case 'month':
      return `${sv ? 'i' : 'in'} ${monthName(name.month, locale)}${yearSuffix(name.year, today)}`;
    case 'quarter':
      return sv ? `kvartal ${name.quarter} ${name.year}` : `in quarter ${name.quarter} of ${name.year}`;
    case 'half':
      return sv
        ? `${name.half === 1 ? 'första' : 'andra'} halvåret ${name.year}`
        : `in the ${name.half === 1 ? 'first' : 'second'} half of ${name.year}`;
    case 'season':
      return `${sv ? 'under' : 'in'} ${seasonNames[locale][name.season]} ${name.year}`;
    case 'year':
      return sv ? `${name.year}` : `in ${name.year}`;
    case 'dates':
      return formatOpenRange(from, to, today, locale);
  }
}

function formatOpenRange(from: string | null, to: string | null, today: string, locale: Locale): string {
  const sv = locale === 'sv';
  if (from !== null && to !== null) return `${formatRange(from, to, today, locale)}`;
  if (from !== null) return `${sv ? 'från' : 'from'} ${formatDate(from, today, locale)}`;
  if (to !== null) return `${sv ? 'till och med' : 'up to'} ${formatDate(to, today, locale)}`;
  return '';
}

/** A schedule in the reader's language, no more exact than the plan: "mars 2019", "hösten 2019", "löpande". */
export function formatSchedule(schedule: Schedule, today: string, locale: Locale): string {
  const sv = locale === 'sv';
  switch (schedule.kind) {
    case 'date':
      return formatDay(schedule.date, today, locale);
    case 'range':
      return formatDays(schedule.from, schedule.to, today, locale);
    case 'months':
      return `${joinWords(
        schedule.months.map((month) => monthName(month, locale)),
        locale,
      )} ${schedule.year}`;
    case 'season':
      return `${seasonNames[locale][schedule.season]} ${schedule.year}`;
    case 'ongoing':
      return sv ? 'löpande' : 'ongoing';
    case 'as-needed':
      return sv ? 'vid behov' : 'when needed';
    case 'unspecified':
      return sv ? 'ingen tid angiven' : 'no time stated';
  }
}

/** @example joinWords(['Haninge', 'Botkyrka', 'Huddinge'], 'sv') // 'Haninge, Botkyrka och Huddinge' */
export function joinWords(words: readonly string[], locale: Locale): string {
  const last = words.at(-1) ?? '';
  if (words.length < 2) return last;
  return `${words.slice(0, -1).join(', ')} ${locale === 'sv' ? 'och' : 'and'} ${last}`;
}

/** @example formatCount(10000, 'sv') // '10 000' (with a no-break space) */
export function formatCount(count: number, locale: Locale): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, locale === 'sv' ? '\u00a0' : ',');
}

/** @example formatAmount(1977400, 'sv') // '1 977 400 kr' (with no-break spaces) */
export function formatAmount(amount: number, locale: Locale): string {
  const grouped = formatCount(amount, locale);
  return locale === 'sv' ? `${grouped}\u00a0kr` : `SEK ${grouped}`;
}

/** Swedish genitive: names that end in s, x or z take nothing. */
export function genitive(name: string, locale: Locale): string {
  if (locale === 'en') return name.endsWith('s') ? `${name}'` : `${name}'s`;
  return /[sxz]$/i.test(name) ? name : `${name}s`;
}

/** First letter in upper case. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('sv') + text.slice(1);
}
