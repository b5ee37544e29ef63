// Times that are said from the last question's: "och veckan efter?", "och 2020?" after a month, "och nu?" after a year.
import type { Period } from '../plan/period.ts';
import { inYear, type Reading } from './reading.ts';
import { plusUnits, singleDay, unitOf } from './time-days.ts';
import type { TimeMention } from './time-mention.ts';
import type { Unit } from './times.sv.ts';

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
  const said = groups.unit ?? groups.named ?? '';
  const edge = step > 0 ? to : from;
  if (weekdayNamed.test(said)) return wholeTime(reading, singleDay(plusUnits(edge, 'week', step)));
  const unit = unitNamed(said) ?? unitNamed(name.by);
  return unit && wholeTime(reading, unitOf(unit, plusUnits(edge, unit, step)));
}

/** "Torsdagen därpå" is a week later. */
const weekdayNamed = /^(?:mån|tis|ons|tors|fre|lör|sön)dagen$/i;
const unitNames: readonly (readonly [Unit, RegExp])[] = [
  ['weekend', /^(?:helgen|weekend)$/i],
  ['week', /^(?:veckan|week)$/i],
  ['month', /^(?:månaden|manaden|month)$/i],
  ['day', /^(?:dagen|day)$/i],
];

function unitNamed(word: string): Unit | undefined {
  return unitNames.find(([, form]) => form.test(word))?.[0];
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
function wholeTime({ words }: Reading, { from, to, name }: Period): TimeMention {
  return { first: 0, end: words.length, meaning: { kind: 'period', period: { from, to, name }, yearStated: true } };
}
