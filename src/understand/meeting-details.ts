// When and where a meeting is to be, read from the part of a sentence that tells it: "16 maj kl 13-16 i Folkets hus".
import type { Days } from '../plan/change.ts';
import { addDays, weekdayOf } from '../plan/days.ts';
import type { Place } from '../plan/meeting.ts';
import type { Period } from '../plan/period.ts';
import type { Day, WallTime } from '../plan/schedule.ts';
import { impossibleIn } from './impossible-times.ts';
import { takeClock } from './meeting-hours.ts';
import { placeIn, placeNamed } from './meeting-places.ts';
import { mark, type Scene, type Told, withoutTimes } from './scene.ts';
import { type Clip, without } from './sentence.ts';
import { dayIn, plusMonths, weekdayFrom, weekStart, yearOf } from './time-days.ts';
import type { TimeMention } from './time-mention.ts';
import { findTimes } from './times.ts';
import { count, countWords } from './update-words.ts';
import { words } from './words.ts';

export interface MeetingDetails {
  readonly days: Days | null;
  /** Days later, or earlier where negative. */
  readonly shift: number | null;
  /** Minutes later, or earlier where negative. */
  readonly minutes: number | null;
  readonly start: WallTime | null;
  readonly end: WallTime | null;
  readonly place: Place | null;
  readonly impossible: string | null;
}

export const noDetails: MeetingDetails = {
  days: null,
  shift: null,
  minutes: null,
  start: null,
  end: null,
  place: null,
  impossible: null,
};

export function hasDetails(details: MeetingDetails): boolean {
  return Object.values(details).some((value) => value !== null);
}

/**
 * Reads the details of a meeting.
 *
 * @param near the days of the meeting that is changed, for "den 16" and "fredagen"
 */
export function detailsIn(clip: Clip, told: Told, near: Period | null, scene: Scene): MeetingDetails {
  const impossible = impossibleIn(clip);
  if (told === 'place') return { ...noDetails, place: placeNamed(clip, scene), impossible };
  const lunch = takeLunch(clip);
  const moved = nearWeekday.test(lunch.rest.flat) ? { rest: lunch.rest, shift: null } : takeShift(lunch.rest);
  const delayed = takeMinutes(moved.rest);
  const timed = takeClock(delayed.isDirected ? delayed.rest : moved.rest, told);
  const dated = takeDays(timed.rest, told, near, scene);
  const days = dated.days && { ...dated.days, lunchToLunch: lunch.found && dated.days.from !== dated.days.to };
  return {
    days: impossible ? null : days,
    shift: moved.shift,
    minutes: delayed.isDirected ? delayed.minutes : null,
    start: timed.start,
    end: timed.end,
    place: placeIn(dated.rest, told, scene),
    impossible: impossible ?? timed.impossible,
  };
}

// === Lunch to lunch

const lunchToLunch = /\(?lunch(?:\s*-\s*|\s+(?:till|to)\s+)lunch\)?/;

function takeLunch(clip: Clip): { rest: Clip; found: boolean } {
  const match = lunchToLunch.exec(clip.flat);
  if (!match) return { rest: clip, found: false };
  return { rest: without(clip, match.index, match.index + match[0].length, mark), found: true };
}

// === Days later or earlier

const later = 'framat|fram|senare|later|forward';
const earlier = 'bakat|tidigare|tillbaka|earlier|back(?:wards)?';
const shiftPattern = new RegExp(
  `(?<!(?:^|[\\s])(?:om|in) )(?<![\\p{L}\\d.:/-])(?:med |by )?(?<n>\\d{1,3}|${countWords}|a|an) (?<unit>dag(?:ar)?|days?|veckor|vecka|weeks?)(?: (?<dir>${later}|${earlier}))?(?![\\p{L}])`,
  'u',
);
const neighbourPattern =
  /(?<!\p{L})(?:the )?(?<unit>dagen|dan|veckan|day|week) (?<dir>efter|darpa|darefter|innan|fore|after(?:wards)?|before)(?: that)?(?=\s*(?:$|[\t,.(]|kl|i |pa |hos |at |in ))/u;

/** So many days later; negative where the words say earlier. */
export function takeShift(clip: Clip): { rest: Clip; shift: number | null; isDirected: boolean } {
  const match = shiftPattern.exec(clip.flat) ?? neighbourPattern.exec(clip.flat);
  if (!match) return { rest: clip, shift: null, isDirected: false };
  const { n = '1', unit = '', dir = '' } = match.groups ?? {};
  const size = /^(?:veck|week)/.test(unit) ? 7 : 1;
  const isEarlier = new RegExp(`^(?:${earlier}|innan|fore|before)$`, 'u').test(dir);
  const days = (n === 'a' || n === 'an' ? 1 : count(n)) * size;
  const rest = without(clip, match.index, match.index + match[0].length, mark);
  return { rest, shift: isEarlier ? -days : days, isDirected: dir !== '' };
}

const lengthOfTime = `(?:(?<n>\\d{1,3}|${countWords}|a|an)\\s*(?:(?<hours>timm(?:e|ar)|tim|hours?|hrs?)|(?<minutes>minut(?:er)?|min|minutes?|mins?))|(?<half>(?:en )?halv ?timme|half an hour|a half hour)|(?<quarter>(?:en )?kvart|a quarter of an hour))`;
const minutesPattern = new RegExp(
  `(?<!(?:^|[\\s])(?:om|in|i) )(?<![\\p{L}\\d.:/-])(?:med |by )?${lengthOfTime}(?: (?<dir>${later}|${earlier}))?(?![\\p{L}])`,
  'u',
);

/** So many minutes later; negative where the words say earlier. */
export function takeMinutes(clip: Clip): { rest: Clip; minutes: number | null; isDirected: boolean } {
  const match = minutesPattern.exec(clip.flat);
  if (!match) return { rest: clip, minutes: null, isDirected: false };
  const { n = '1', hours, half, quarter, dir = '' } = match.groups ?? {};
  const size = half ? 30 : quarter ? 15 : (n === 'a' || n === 'an' ? 1 : count(n)) * (hours ? 60 : 1);
  const isEarlier = new RegExp(`^(?:${earlier})$`, 'u').test(dir);
  const rest = without(clip, match.index, match.index + match[0].length, mark);
  return { rest, minutes: isEarlier ? -size : size, isDirected: dir !== '' };
}

// === Days

const dayOfMonth =
  /^[\s\t]*(?:den |the )?(\d{1,2})(?::?[ea]|st|nd|rd|th)?(?=[\s\t]*(?:$|[\t,]|kl|i |pa |hos |at |in ))/u;
const bareWeekday = /^[\s\t]*(?:pa |on )?(?:man|tis|ons|tors|fre|lor|son)dag(?:en)?(?=[\s\t]*(?:$|[\t,]))/u;

interface Dated {
  readonly rest: Clip;
  readonly days: Omit<Days, 'lunchToLunch'> | null;
}

const dayStems = ['man|mon', 'tis|tues?', 'ons|wednes', 'tors|thurs?', 'fre|fri', 'lor|satur', 'son|sun'];
/** "Torsdagen efter", "fredagen samma vecka" */
export const nearWeekday = new RegExp(
  `(?<!\\p{L})(?:the )?(?<stem>${dayStems.join('|')})da(?:g(?:en)?|y) (?<where>(?:i )?samma vecka|(?:i )?(?:the )?same week|that week|(?:i )?veckan (?:efter|darpa)|the (?:week after|following week)|efter|darpa|darefter|after(?:wards)?|innan|fore|before)(?=\\s*(?:$|[\\t,.(]|kl|i |pa |hos |at |in ))`,
  'u',
);

/** A weekday told from the day of the meeting that is moved. */
function takeNearWeekday(clip: Clip, near: Period | null): Dated | undefined {
  const match = nearWeekday.exec(clip.flat);
  if (!match) return undefined;
  const rest = without(clip, match.index, match.index + match[0].length, mark);
  const { stem = '', where = '' } = match.groups ?? {};
  if (!near?.from || near.name.by !== 'day') return { rest, days: null };
  const weekday = 1 + dayStems.findIndex((names) => new RegExp(`^(?:${names})$`).test(stem));
  const start = weekStart(near.from);
  const own = weekdayFrom(start, weekday);
  const week = /vecka|week/.test(where) ? (/samma|same|that/.test(where) ? 0 : 7) : null;
  const isBefore = /innan|fore|before/.test(where);
  const day =
    week !== null
      ? addDays(own, week)
      : isBefore
        ? own < near.from
          ? own
          : addDays(own, -7)
        : own > near.from
          ? own
          : addDays(own, 7);
  return { rest, days: { from: day, to: day } };
}

const either = /(?<!\p{L})(?:eller|or)(?!\p{L})/u;

function takeDays(clip: Clip, told: Told, near: Period | null, { now }: Scene): Dated {
  const nearby = takeNearWeekday(clip, near);
  if (nearby) return nearby;
  const sameMonth = dayOfMonth.exec(clip.flat);
  if (sameMonth && near?.from) {
    const day = dayIn(Number(near.from.slice(0, 4)), Number(near.from.slice(5, 7)), Number(sameMonth[1]));
    const rest = without(clip, 0, sameMonth[0].length, mark);
    return { rest, days: day === undefined ? null : { from: day, to: day } };
  }
  const mentions = findTimes(words(clip.text), now).filter(({ partOfWord }) => !partOfWord);
  const rest = withoutTimes(clip, mentions);
  const found = either.test(clip.flat) ? null : daysOf(mentions, clip);
  const isStated = mentions.some(({ meaning }) => meaning.kind === 'period' && meaning.yearStated);
  const days = found && (isStated ? found : inComingYear(found, told, near, now.day));
  const isNear = near?.from && near.name.by === 'day' && days !== null && bareWeekday.test(clip.flat);
  return { rest, days: isNear ? sameWeek(days.from, near.from ?? days.from) : days };
}

/** A date that passed no longer ago is a slip, told as such; an older one is next year's. */
const daysOfSlip = 90;

/** A date without a year that has been: in the year of the meeting that is moved, or else the next such date. */
function inComingYear(
  days: NonNullable<Dated['days']>,
  told: Told,
  near: Period | null,
  today: Day,
): NonNullable<Dated['days']> {
  if (days.from >= today) return days;
  const moved = (years: number): NonNullable<Dated['days']> => ({
    from: plusMonths(days.from, years * 12),
    to: plusMonths(days.to, years * 12),
  });
  const own = near?.from ? moved(yearOf(near.from) - yearOf(days.from)) : days;
  if (own.from >= today) return own;
  // What is new has not been.
  return told === 'addition' || addDays(days.from, daysOfSlip) < today ? moved(1) : days;
}

/** "Till fredagen" of a meeting months away is the Friday of its own week. */
function sameWeek(day: Day, of: Day): Omit<Days, 'lunchToLunch'> {
  const moved = weekdayFrom(weekStart(of), weekdayOf(day));
  return { from: moved, to: moved };
}

/** More days than these are no meeting, but a time to find one in. */
const mostDays = 5;

/** The day, or the days from the first to the last, where they are told exactly. */
function daysOf(mentions: readonly TimeMention[], clip: Clip): Omit<Days, 'lunchToLunch'> | null {
  const written = words(clip.text);
  const periods = mentions.flatMap(({ meaning, first, end }) =>
    meaning.kind === 'period' &&
    isExplicit(meaning.period, clip.flat.slice(written[first]?.start, written[end - 1]?.end))
      ? [meaning.period]
      : [],
  );
  const exact = periods.filter(({ name }) => name.by === 'day' || name.by === 'dates');
  const from = exact[0]?.from;
  const to =
    exact.length === 2 && exact[1]?.from === addDays(exact[0]?.to ?? '2000-01-01', 1) ? exact[1].to : exact[0]?.to;
  if (!from || !to) return null;
  return to < addDays(from, mostDays) ? { from, to } : null;
}

/** "Pingst" and "slutet av maj" are more than one day without saying which. */
function isExplicit({ from, to }: Period, flat: string): boolean {
  return from === to || (flat.match(/\d+/g) ?? []).length > 1 || /dag.*dag|day.*day/.test(flat);
}
