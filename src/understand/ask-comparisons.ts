// Questions that put two things beside each other: "före eller efter?", "vilket kommer först?", "dyrare än?"
import { addDays, type LocalMoment } from '../plan/days.ts';
import type { Period } from '../plan/period.ts';
import {
  type ActivityQuery,
  everyMeeting,
  type MeetingsQuery,
  type OrderQuery,
  type Query,
  type SingleQuery,
} from '../query.ts';
import { type Clip, clipOf, cut } from './sentence.ts';
import { findTimes } from './times.ts';
import { words } from './words.ts';

/** The message without the marks at its end. */
function askedIn(message: string): Clip {
  return cut(clipOf(message));
}

/** Understands a part of the message as a question by itself. */
type Ask = (question: string) => SingleQuery;

const leadingVerb =
  /^(?:(?:hej|men|och|so|and|undrar om|vet du om|do you know if)\s+)*(?:ar|ses|traffas|ligger|halls|kommer|blir|moter|sammantrader|infaller|is|are|does|do|will|was|var)\s+(?:det\s+)?/u;
const beforeOrAfter =
  /^(?<left>.+?)\s(?:(?:fore|innan) eller (?:efter|senare an)|tidigare eller senare an|before or after|earlier or later than)\s(?<right>.+)$/u;
const whichFirst =
  /^(?:vilket|vilken|vad|vilka|vem|which|what|who)\s(?:av\s)?.*?(?:forst|tidigast|first|earlier)(?:\s[^,:–]+)?[\s,:–-]+(?:of\s)?(?<left>.+?)\s(?:eller|or)\s(?<right>.+)$/u;
const distance =
  /^(?:hur (?:lang tid|lange|langt|manga (?:dagar|veckor))|how (?:long|much time|many (?:days|weeks)))\s.*?(?:mellan|between)\s(?<left>.+?)\s(?:och|till|and)\s(?<right>.+)$/u;
const distanceTo =
  /^(?:hur (?:lang tid|lange|manga (?:dagar|veckor))|how (?:long|many (?:days|weeks)))\s(?:fore|innan|efter|before|after)\s(?<right>.+?)\s(?:ar|traffas|ses|halls|infaller|is|does|do)\s(?<left>.+)$/u;
const whether = /^(?<left>.+?)\s(?<side>fore|innan|efter|before|after)\s(?<right>.+)$/u;

/** "Är rådslaget före eller efter kommittémötet?": which of two comes first; undefined where it is not asked. */
export function askOrder(message: string, ask: Ask, now: LocalMoment): Query | undefined {
  const { text, flat } = askedIn(message);
  const apart = distance.exec(flat);
  const found =
    beforeOrAfter.exec(flat) ??
    whichFirst.exec(flat) ??
    apart ??
    distanceTo.exec(flat) ??
    (leadingVerb.test(flat) ? whether.exec(flat) : null);
  const groups = found?.groups;
  if (!groups?.left || !groups.right) return undefined;
  const start = flat.indexOf(groups.left);
  const written = text.slice(start, start + groups.left.length);
  const verb = leadingVerb.exec(flat.slice(start))?.[0].length ?? 0;
  const rightStart = flat.lastIndexOf(groups.right);
  const right = text.slice(rightStart, rightStart + groups.right.length);
  const asked = groups.side ? (/^(?:efter|after)$/.test(groups.side) ? 'after' : 'before') : null;
  return between(written.slice(verb), right, { asked, isApart: apart !== null && found === apart }, ask, now);
}

function between(
  left: string,
  right: string,
  { asked, isApart }: Pick<OrderQuery, 'asked'> & { readonly isApart: boolean },
  ask: Ask,
  now: LocalMoment,
): Query | undefined {
  const first = sideOf(left, ask);
  if (!first) return undefined;
  const second = sideOf(right, ask);
  const far = isApart ? { apart: true as const } : {};
  if (second) return { kind: 'order', ...sharingPeriod(first, second), asked, ...far };
  const when = asked === null ? onlyTime(right, now) : null;
  // "Mellan kommitténs möten i april och maj": the same, then.
  if (when && isApart && first.period !== null) {
    return { kind: 'order', left: first, right: { ...first, period: when }, asked, ...far };
  }
  return when && first.kind === 'meetings' ? aroundTime(first, when, now) : undefined;
}

type Side = OrderQuery['left'];

/** A meeting or a conference that is named, not any that there is. */
function sideOf(text: string, ask: Ask): Side | undefined {
  const query = ask(`när är ${text.trim()}`);
  if (query.kind === 'conference') return query.conferences.length === 1 ? query : undefined;
  if (query.kind !== 'meetings') return undefined;
  const isNamed = query.groups.length > 0 || query.period !== null || query.place !== null;
  return isNamed ? query : undefined;
}

/** "Ledningsgruppen före eller efter rådslaget i april?" is about April on both sides. */
function sharingPeriod(left: Side, right: Side): { left: Side; right: Side } {
  const period = left.period ?? right.period;
  const within = (side: Side): Side =>
    side.kind === 'meetings' && side.period === null && side.place === null && period !== null
      ? { ...side, period, which: 'all' }
      : side;
  return { left: within(left), right: within(right) };
}

/** The period of a text that is nothing but a time: "midsommar", "sommaren". */
function onlyTime(text: string, now: LocalMoment): Period | null {
  const textWords = words(text);
  const [time, another] = findTimes(textWords, now);
  if (!time || another || time.meaning.kind !== 'period' || time.end - time.first < textWords.length) return null;
  return time.meaning.period;
}

/** The last meeting before a time and the first after it. */
function aroundTime(query: MeetingsQuery, { from, to }: Period, now: LocalMoment): Query | undefined {
  if (from === null || to === null) return undefined;
  const base: MeetingsQuery = { ...everyMeeting, groups: query.groups, form: query.form };
  const name = { by: 'dates' as const };
  return {
    kind: 'several',
    queries: [
      { ...base, which: 'final', period: { from: now.day, to: addDays(from, -1), name } },
      { ...base, which: 'first', period: { from: addDays(to, 1), to: null, name } },
    ],
  };
}

const dearerThan =
  /^(?:ar|kostar|is|does|blir)\s+(?<left>.+?)\s(?:cost\s+)?(?<word>dyrare|billigare|mer|mindre|more expensive|cheaper|more|less|dearer)\s+(?:an|than)\s(?<right>.+)$/u;
const dearest =
  /^(?:vilken|vilket|vad|which|what)\s.*?(?<word>dyrast|dyrare|billigast|billigare|kostar mest|kostar minst|cheaper|cheapest|more expensive|costs more|costs less)[\s,:–-]+(?<left>.+?)\s(?:eller|or)\s(?<right>.+)$/u;

/** "Är systemanalysen dyrare än BISNOD-analysen?", "vad är dyrast, A eller B?" */
export function askDearer(message: string, ask: Ask): ActivityQuery | undefined {
  const { text, flat } = askedIn(message);
  const found = dearerThan.exec(flat) ?? dearest.exec(flat);
  const groups = found?.groups;
  if (!groups?.left || !groups.right || !groups.word) return undefined;
  const costOf = (part: string, start: number) => ask(`vad kostar ${text.slice(start, start + part.length)}`);
  const left = costOf(groups.left, flat.indexOf(groups.left));
  const right = costOf(groups.right, flat.lastIndexOf(groups.right));
  if (left.kind !== 'activity' || right.kind !== 'activity') return undefined;
  const [one, another] = [left.activities, right.activities];
  if (one.length !== 1 || another.length !== 1 || one[0] === another[0]) return undefined;
  const isLess = /billig|mindre|minst|cheap|less/.test(groups.word);
  const isWhether = dearerThan.test(flat);
  return {
    kind: 'activity',
    activities: [...one, ...another],
    aspect: 'cost',
    parties: [],
    compared: isWhether ? (isLess ? 'cheaper' : 'dearer') : isLess ? 'cheapest' : 'dearest',
  };
}
