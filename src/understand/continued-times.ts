// Times that are said from the last question's: "och veckan efter?", "och 2020?" after a month, "och nu?" after a year.
import type { Period } from '../plan/period.ts';
import { inYear, type Reading } from './reading.ts';
import { monthOf, plusDays, plusMonths, type Stretch, singleDay, stretch, weekOf, yearOf } from './time-days.ts';
import type { TimeMention } from './time-mention.ts';

const sides = 'efter|därefter|därpå|darefter|darpa|innan|före|fore|dessförinnan|after|before';
const beside = new RegExp(
  `(?<!\\p{L})(?:(?<unit>(?:mån|tis|ons|tors|fre|lör|sön)dagen|veckan|månaden|manaden|dagen|helgen|week|month|day|weekend|den|the one)\\s(?<side>${sides})|(?:the\\s)?(?<nextUnit>following|previous)\\s(?<named>week|month|day|weekend))(?:\\s(?:det|den|dess|that|it))?(?:\\s(?:då|da|then))?[\\s?.!]*$`,
  'iu',
);
const isBefore = /^(?:innan|före|fore|dessförinnan|before|previous)$/i;

/** The stretch beside the last question's, of the same length or of the unit that is said. */
export function periodBeside(reading: Reading, { from, to, name }: Period): TimeMention | undefined {
  const groups = beside.exec(reading.message.trim())?.groups;
  if (!groups || from === null || to === null) return undefined;
  // "Den efter det" is another week after a week, and another meeting after a meeting.
  const isUnit = !/^(?:den|the one)$/i.test(groups.unit ?? '');
  if (!isUnit && name.by === 'day') return undefined;
  const step = isBefore.test(groups.side ?? groups.nextUnit ?? '') ? -1 : 1;
  const unit = unitOf(groups.unit ?? groups.named ?? '') ?? unitOf(name.by);
  const moved = unit && movedBy(unit, step, { from, to, name });
  return moved && wholeTime(reading, { from: moved.from, to: moved.to, name: moved.name });
}

type Unit = 'day' | 'weekday' | 'week' | 'weekend' | 'month';

function unitOf(word: string): Unit | undefined {
  const found = (
    [
      ['weekend', /^(?:helgen|weekend)$/i],
      ['weekday', /.dagen$/i],
      ['week', /^(?:veckan|week)$/i],
      ['month', /^(?:månaden|manaden|month)$/i],
      ['day', /^(?:dagen|day)$/i],
    ] as const
  ).find(([, form]) => form.test(word));
  return found?.[0];
}

function movedBy(unit: Unit, step: 1 | -1, { from, to }: Pick<Stretch, 'from' | 'to' | 'name'>): Stretch {
  const edge = step > 0 ? to : from;
  switch (unit) {
    case 'day':
      return singleDay(plusDays(edge, step));
    case 'weekday':
      return singleDay(plusDays(edge, 7 * step));
    case 'week':
      return weekOf(plusDays(edge, 7 * step));
    case 'weekend':
      return stretch(plusDays(from, 7 * step), plusDays(to, 7 * step), { by: 'weekend' });
    case 'month': {
      const first = plusMonths(edge, step);
      return monthOf(yearOf(first), Number(first.slice(5, 7)));
    }
  }
}

/** In words: what is longer asks for the whole year. */
const mostOfYear = 3;

/** "Och 2020?" after a question about December: that December. */
export function sameInYear(reading: Reading, last: Period): TimeMention | undefined {
  const [only, another] = reading.times;
  if (!only || another || only.meaning.kind !== 'period' || reading.words.length > mostOfYear) return undefined;
  const { name } = only.meaning.period;
  if (name.by !== 'year') return undefined;
  const moved = inYear(last, name.year);
  return moved === last ? undefined : wholeTime(reading, moved);
}

/** "Och nu?", "just nu?": the year that was spoken of is over. */
export function asksOfNow({ message }: Reading): boolean {
  return /^(?:och|men|and|but)?\s*(?:just\s)?(?:nu|idag|i dag|för närvarande|now|right now|today|currently)(?:\s(?:då|then))?[\s?.!]*$/iu.test(
    message.trim(),
  );
}

/** A message that says nothing but when. */
function wholeTime({ words }: Reading, period: Period): TimeMention {
  return { first: 0, end: words.length, meaning: { kind: 'period', period, yearStated: true } };
}
