// The hours of a meeting in somebody's words: "13-16.30", "kl 13 i två timmar", "1 pm", "halv två".
import type { WallTime } from '../plan/schedule.ts';
import { anyMonth } from './impossible-times.ts';
import { mark, type Told, withoutTimes } from './scene.ts';
import { type Clip, without } from './sentence.ts';
import { findTimes } from './times.ts';
import { count, countWords } from './update-words.ts';
import { words } from './words.ts';

const half = String.raw`(?:\s*(?<half>am|pm|a\.m\.?|p\.m\.?))?`;
const half2 = half.replace('half', 'half2');
const rangePattern = new RegExp(
  `(?<![\\d./:-])(?<lead>(?:kl(?:ockan)?\\.?|mellan|between|from|fran|at)\\s*(?:kl(?:ockan)?\\.?\\s*)?)?(?<hour>\\d{1,2})(?:[.:](?<minute>\\d{2}))?${half}\\s*(?<joint>-|till|to|until|och|and)\\s*(?:kl(?:ockan)?\\.?\\s*)?(?<hour2>\\d{1,2})(?:[.:](?<minute2>\\d{2}))?${half2}(?![\\d./:]|\\s*(?:of )?${anyMonth}|:?[ea](?!\\p{L})|(?:st|nd|rd|th)(?!\\p{L}))`,
  'gu',
);
const endPattern = new RegExp(
  `(?:fram till|slutar|slut(?:tid)?|avslutas|ends?|ending|until|till|to|finish(?:es)?)(?: klockan| kl\\.?| at| ar|:)*\\s*(?<hour>\\d{1,2})(?:[.:](?<minute>\\d{2}))?${half}(?![\\d./:-]|\\s*(?:of )?${anyMonth}|:?[ea](?!\\p{L}))`,
  'u',
);
const clockPattern = new RegExp(
  `(?:(?<lead>kl(?:ockan)?\\.?\\s*)(?<hour>\\d{1,2})(?:[.:]?(?<minute>\\d{2}))?|(?<![\\d./:-])(?<hour2>\\d{1,2})(?:[.:](?<minute2>\\d{2}))?\\s*(?<half>am|pm|a\\.m\\.?|p\\.m\\.?|o'?clock)|(?<![\\d./:-])(?<hour3>\\d{1,2})[.:](?<minute3>\\d{2})|\\bat (?<hour4>\\d{1,2}))(?![\\d./:]|\\p{L}|\\s*(?:of )?${anyMonth})`,
  'u',
);
const bareHour = /^\s*(?:ar|vid|till|to)?\s*(\d{1,2})\s*$/;
const durationPattern = new RegExp(
  `(?:i |for |in )?(?<n>\\d{1,2}|${countWords}) (?:tim(?:mar|me|)|hours?|h)(?![\\p{L}])`,
  'u',
);

export interface Clock {
  readonly rest: Clip;
  readonly start: WallTime | null;
  readonly end: WallTime | null;
  readonly impossible: string | null;
}

type Groups = Readonly<Record<string, string | undefined>>;

/** Minutes after midnight; negative where there is no such time. A bare "1" to "5" is in the afternoon. */
function minutesOf(hour = '', minute = '0', halfOfDay = ''): number {
  const isAfternoon = /^p/.test(halfOfDay) || (halfOfDay === '' && /^[1-5]$/.test(hour));
  const hours = /^[ap]/.test(halfOfDay) ? Number(hour) % 12 : Number(hour);
  const total = (hours + (isAfternoon && hours < 12 ? 12 : 0)) * 60 + Number(minute);
  return Number(hour) > 23 || Number(minute) > 59 ? -1 : total;
}

function wall(minutes: number): WallTime | null {
  if (minutes < 0 || minutes >= 24 * 60) return null;
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** Takes the hours out of a clip. */
export function takeClock(clip: Clip, told: Told): Clock {
  const found = takeMilitary(clip) ?? takeRange(clip) ?? takeStart(clip, told);
  return found.start === null && found.end === null ? found : inPartOfDay(found);
}

const military =
  /(?<!\p{L})kl(?:ockan)?\.?\s*(?<hour>\d{2})(?<minute>\d{2})\s*(?:-|till|to)\s*(?<hour2>\d{2})(?<minute2>\d{2})(?!\d)/u;

/** "Kl 0900-1100" */
function takeMilitary(clip: Clip): Clock | undefined {
  const match = military.exec(clip.flat);
  if (!match) return undefined;
  const { hour, minute, hour2, minute2 } = match.groups ?? {};
  const [start, end] = [wall(minutesOf(hour, minute)), wall(minutesOf(hour2, minute2))];
  const rest = without(clip, match.index, match.index + match[0].length, mark);
  return { rest, start, end, impossible: start === null || end === null ? match[0] : null };
}

const afterNoon =
  /(?:pa |in the |i )?(?<!\p{L})(?:eftermiddag(?:en)?|kvall(?:en)?|e\.?m\.?|afternoon|evening)(?![\p{L}])/u;
const beforeNoon = /(?:pa |in the |i )?(?<!\p{L})(?:formiddag(?:en)?|morgon(?:en)?|f\.?m\.?|morning)(?![\p{L}])/u;

/** "Kl 3 på eftermiddagen": its hours are after noon. */
function inPartOfDay(clock: Clock): Clock {
  const after = afterNoon.exec(clock.rest.flat);
  const found = after ?? beforeNoon.exec(clock.rest.flat);
  if (!found) return clock;
  const rest = without(clock.rest, found.index, found.index + found[0].length, mark);
  const moved = (time: WallTime | null): WallTime | null =>
    time !== null && after !== null && time < '12:00' ? `${Number(time.slice(0, 2)) + 12}${time.slice(2)}` : time;
  return { ...clock, rest, start: moved(clock.start), end: moved(clock.end) };
}

function takeRange(clip: Clip): Clock | undefined {
  const match = [...clip.flat.matchAll(rangePattern)].find((found) => isClockRange(found, clip.flat));
  if (!match) return undefined;
  const groups: Groups = match.groups ?? {};
  const halfOfStart = groups.half ?? (groups.half2 && Number(groups.hour) <= Number(groups.hour2) ? groups.half2 : '');
  const start = wall(minutesOf(groups.hour, groups.minute, halfOfStart));
  const end = wall(minutesOf(groups.hour2, groups.minute2, groups.half2));
  const written = clip.text.slice(match.index, match.index + match[0].length).trim();
  const rest = without(clip, match.index, match.index + match[0].length, mark);
  return { rest, start, end, impossible: start === null || end === null ? written : null };
}

const monthBefore = new RegExp(`(?<!\\d(?:st|nd|rd|th|:?e)? |\\d)${anyMonth}\\s*$`, 'u');

/** "May 13-16" are days; "12 och 13" without "mellan" are none of both. */
function isClockRange({ index, groups = {} }: RegExpMatchArray, flat: string): boolean {
  const { lead, joint } = groups;
  if ((joint === 'och' || joint === 'and') && !/^(?:mellan|between)/.test(lead ?? '')) return false;
  return lead !== undefined || !monthBefore.test(flat.slice(0, index));
}

function takeStart(clip: Clip, told: Told): Clock {
  const ending = told === 'end' ? null : endPattern.exec(clip.flat);
  const ended =
    ending && !/^(?:till|to)/.test(ending[0])
      ? ending
      : told === 'time' || / kl/.test(ending?.[0] ?? '')
        ? ending
        : null;
  const end = ended ? wall(minutesOf(ended.groups?.hour, ended.groups?.minute, ended.groups?.half)) : null;
  const rest =
    ended && end && hasClockBefore(clip.flat, ended.index)
      ? without(clip, ended.index, ended.index + ended[0].length, mark)
      : clip;
  const first = takeOne(rest, told);
  if (told === 'end') return { rest: first.rest, start: null, end: first.time, impossible: null };
  if (rest !== clip || first.time === null)
    return { rest: first.rest, start: first.time, end: rest === clip ? null : end, impossible: null };
  return withDuration(first.rest, first.time);
}

function hasClockBefore(flat: string, index: number): boolean {
  const before = flat.slice(0, index);
  return clockPattern.test(before);
}

/** "Kl 13 i två timmar" */
function withDuration(rest: Clip, start: WallTime): Clock {
  const match = durationPattern.exec(rest.flat);
  if (!match) return { rest, start, end: null, impossible: null };
  const [hours = 0, minutes = 0] = start.split(':').map(Number);
  const end = wall((hours + count(match.groups?.n ?? '')) * 60 + minutes);
  return { rest: without(rest, match.index, match.index + match[0].length, mark), start, end, impossible: null };
}

function takeOne(clip: Clip, told: Told): { rest: Clip; time: WallTime | null } {
  const match = clockPattern.exec(clip.flat);
  const groups: Groups = match?.groups ?? {};
  const hour = groups.hour ?? groups.hour2 ?? groups.hour3 ?? groups.hour4;
  const minute = groups.minute ?? groups.minute2 ?? groups.minute3;
  const time = match && wall(minutesOf(hour, minute, groups.half));
  if (match && time) return { rest: without(clip, match.index, match.index + match[0].length, mark), time };
  const bare = told === 'time' || told === 'end' ? bareHour.exec(clip.flat) : null;
  if (bare) return { rest: without(clip, 0, clip.flat.length, mark), time: wall(minutesOf(bare[1])) };
  return spokenTime(clip);
}

const clockWords = new RegExp(
  `(?:kl(?:ockan)?\\.?\\s*)?(?<![\\d/-])(?<hour>\\d{1,2})(?:[.:]?(?<minute>\\d{2}))?${half}(?:\\s*-\\s*(?<hour2>\\d{1,2})(?:[.:]?(?<minute2>\\d{2}))?${half2})?(?![\\d./:]|\\p{L}|\\s*(?:of )?${anyMonth})`,
  'gu',
);

/** Where a sentence tells these hours, each as a start or an end. */
export function hoursSpans({ flat }: Clip, start: WallTime | null, end: WallTime | null): [number, number][] {
  const isTold = (hour: string | undefined, minute = '00'): boolean =>
    hour === undefined ||
    [start, end].some((time) => time?.slice(3) === minute && Number(time.slice(0, 2)) % 12 === Number(hour) % 12);
  const clocks = [...flat.matchAll(clockWords)].flatMap(({ index, groups = {}, 0: text }): [number, number][] =>
    isTold(groups.hour, groups.minute) && isTold(groups.hour2, groups.minute2) ? [[index, index + text.length]] : [],
  );
  const noon = start !== null && start >= '12:00' ? afterNoon : beforeNoon;
  const others = [end === null ? null : durationPattern.exec(flat), noon.exec(flat)];
  return [
    ...clocks,
    ...others.flatMap((found): [number, number][] => (found ? [[found.index, found.index + found[0].length]] : [])),
  ];
}

/** "Halv två", "kvart över nio": the finder of times knows them. */
function spokenTime(clip: Clip): { rest: Clip; time: WallTime | null } {
  if (!/halv|kvart|half|quarter|noon|middag|klockan|kl /.test(clip.flat)) return { rest: clip, time: null };
  const found = words(clip.text);
  const mention = findTimes(found, { day: '2000-01-01', time: '00:00' }).find(
    ({ meaning }) => meaning.kind === 'clock',
  );
  if (mention?.meaning.kind !== 'clock') return { rest: clip, time: null };
  const isBare = /(?:kl\.?|klockan) (?:ett|tva|tre|fyra|fem)(?!\p{L})/u.test(clip.flat);
  const { time } = mention.meaning;
  const hour = Number(time.slice(0, 2));
  // As in digits: "kl ett" is in the afternoon.
  return {
    rest: withoutTimes(clip, [mention]),
    time: isBare && hour < 6 ? `${hour + 12}${time.slice(2)}` : time,
  };
}
