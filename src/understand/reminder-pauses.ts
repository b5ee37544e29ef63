// Until when reminders are to pause: "till 1 september", "i två veckor", "över sommaren".
import type { LocalMoment } from '../plan/days.ts';
import type { Day } from '../plan/schedule.ts';
import { type AskedLead, lengthIn } from './reminder-leads.ts';
import { type Clip, clipOf, cut } from './sentence.ts';
import { plusDays, plusMonths } from './time-days.ts';
import { findTimes } from './times.ts';
import { words } from './words.ts';

/** The last day of a pause that nobody has set an end to. */
export const forGood: Day = '9999-12-31';

const openEnd =
  /(?<!\p{L})(?:tills? vidare|tills jag sager till|for alltid|until further notice|indefinitely|for now)(?!\p{L})/u;
/** Up to the day itself, and with it. */
const throughWords =
  /(?<!\p{L})(?:till och med|tom|t\.?o\.?m\.?|through|thru|to the end of|until the end of|till slutet (?:av|pa))(?!\p{L})/u;
/** Up to the day, without it: that day the reminders go on. */
const untilWords =
  /(?<!\p{L})(?:fram till(?:s)?|anda till|tills?(?: pa)?|forran|innan|fore|until|till|til|before)(?!\p{L})/u;

/** The last day of the pause that the words ask for; null where they name none. */
export function untilIn(clip: Clip, now: LocalMoment): Day | null {
  if (openEnd.test(clip.flat)) return forGood;
  const through = throughWords.exec(clip.flat);
  if (through) return lastDay(cut(clip, through.index + through[0].length), now);
  const until = untilWords.exec(clip.flat);
  if (until) return dayBefore(cut(clip, until.index + until[0].length), now);
  const last = lastDay(clip, now);
  if (last) return last;
  const length = lengthIn(clip);
  return length && after(length, now.day);
}

interface Stretch {
  readonly from: Day | null;
  readonly to: Day | null;
  readonly isStated: boolean;
}

function periodsIn({ text }: Clip, now: LocalMoment): Stretch[] {
  if (lengthIn(clipOf(text)) !== null) return timesIn(text, now);
  const found = [text, `in ${text}`].map((said) => timesIn(said, now));
  // "May" alone may be a verb, and is a month only after a preposition.
  return found.find((periods) => periods.length > 0) ?? [];
}

function timesIn(text: string, now: LocalMoment): Stretch[] {
  return findTimes(words(text), now).flatMap(({ meaning }) =>
    meaning.kind === 'period' ? [{ ...meaning.period, isStated: meaning.yearStated }] : [],
  );
}

function lastDay(clip: Clip, now: LocalMoment): Day | null {
  const [period] = periodsIn(clip, now);
  return period?.to ? ahead(period.to, period.isStated, now) : null;
}

function dayBefore(clip: Clip, now: LocalMoment): Day | null {
  const [period] = periodsIn(clip, now);
  // "Till efter sommaren": what has no beginning of its own is told by its end.
  const day = period?.from ?? period?.to;
  if (day) return plusDays(ahead(day, period?.isStated ?? true, now), -1);
  const weekday = findTimes(words(clip.text), now).flatMap(({ meaning }) =>
    meaning.kind === 'weekday' ? [meaning.weekday] : [],
  )[0];
  return weekday === undefined ? null : plusDays(nextWeekday(now.day, weekday), -1);
}

function nextWeekday(day: Day, weekday: number): Day {
  const date = new Date(`${day}T00:00:00Z`);
  const from = date.getUTCDay() || 7;
  return plusDays(day, ((weekday - from + 6) % 7) + 1);
}

/** A day without a year lies ahead. */
function ahead(day: Day, isStated: boolean, now: LocalMoment): Day {
  return isStated || day >= now.day ? day : `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
}

/** Longer pauses are for good. In days. */
const longestPause = 3_660;

/** The last day of a stretch that begins today. */
function after({ amount, unit }: AskedLead, today: Day): Day {
  const about = { minutes: 0, hours: 0, days: 1, weeks: 7, months: 31, years: 366 }[unit] * amount;
  if (about > longestPause) return forGood;
  switch (unit) {
    case 'minutes':
    case 'hours':
      return today;
    case 'days':
      return plusDays(today, amount - 1);
    case 'weeks':
      return plusDays(today, amount * 7 - 1);
    case 'months':
      return plusDays(plusMonths(today, amount), -1);
    case 'years':
      return plusDays(plusMonths(today, amount * 12), -1);
  }
}
