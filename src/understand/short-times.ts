// Days and years that leave out what was said before: "25?" after 2024, "den 16:e" after August.
import { daysOf, scheduledDays } from '../plan/meeting-days.ts';
import type { Period } from '../plan/period.ts';
import type { Plan } from '../plan/plan.ts';
import type { Day } from '../plan/schedule.ts';
import type { AnswerableQuery, Focus } from '../query.ts';
import { ordinalOf } from './ordinals.ts';
import { entities, hasCue, type Reading } from './reading.ts';
import { singleDay, unitOf } from './time-days.ts';
import type { TimeMention } from './time-mention.ts';

export function wholeYear(year: number): Period {
  return { from: `${year}-01-01`, to: `${year}-12-31`, name: { by: 'year', year } };
}

/** "25?" after a question about 2024, "29e?" after one about a day: a message that is nothing but a number. */
export function numberAlone(reading: Reading, period: Period): TimeMention | undefined {
  const [said, another] = reading.words.filter(({ text }) => !/^(?:och|o|and|då|men|sen|den|the)$/.test(text));
  const only = said && { text: String(ordinalOf(said.text) ?? said.text) };
  if (!only || another || !/^\d\d?(?::?[ea])?$/.test(only.text)) return undefined;
  const whole = { first: 0, end: reading.words.length };
  if (period.name.by === 'day' || period.name.by === 'month') {
    const day = dayOf(period.from?.slice(0, 7) ?? null, only.text);
    return day && { ...whole, ...day };
  }
  if (period.name.by !== 'year' || only.text.length !== 2) return undefined;
  const year = Math.floor(period.name.year / 100) * 100 + Number(only.text);
  return { ...whole, meaning: { kind: 'period', period: wholeYear(year), yearStated: true } };
}

/** Years that people write so of hosts: "rådslaget 24". */
const shortYear = /^(?:19|2\d|3[0-5])$/;
const beforeOtherNumbers = new Set([
  'kl',
  'klockan',
  'vecka',
  'v',
  'den',
  'rad',
  'nr',
  'nummer',
  'avsnitt',
  'bilaga',
  'week',
]);

/** The message with such a year in full, where it is asked of hosts or conferences; undefined where there is none. */
export function withYearInFull(reading: Reading): string | undefined {
  const { words, times, message } = reading;
  const isOfYears = hasCue(reading, 'host', 'hostTurn') || entities(reading, 'conference').length > 0;
  if (!isOfYears || times.length > 0) return undefined;
  const found = words.filter(
    ({ text }, index) => shortYear.test(text) && !beforeOtherNumbers.has(words[index - 1]?.text ?? ''),
  );
  const text = message.normalize('NFC');
  // From the end, so that what comes before stays where it is.
  return found.length === 0
    ? undefined
    : found.reduceRight((whole, { start }) => `${whole.slice(0, start)}20${whole.slice(start)}`, text);
}

/** A day of a month, "2019-08", by its number; undefined where the month has none such. */
function dayOf(month: string | null, number: string): Pick<TimeMention, 'meaning'> | undefined {
  const date = `${month}-${number.replace(/\D/g, '').padStart(2, '0')}`;
  if (month === null || Number.isNaN(Date.parse(date))) return undefined;
  const period = { from: date, to: date, name: { by: 'day' as const } };
  return { meaning: { kind: 'period', period, yearStated: true } };
}

const dayNumber = /^\d{1,2}(?::?[ea]|st|nd|rd|th)?$/;
const besideNumber = /^(?:den|the|on|of|[ea])$/;

/** The number of a day whose month is not said: "den 16:e"; null for any other time. */
function bareDay({ words }: Reading, { first, end, meaning }: TimeMention): string | null {
  if (meaning.kind !== 'period' || meaning.period.name.by !== 'day') return null;
  const [number, another] = words.slice(first, end).filter(({ text }) => !besideNumber.test(text));
  return number && !another && dayNumber.test(number.text) ? number.text : null;
}

/** Whether a message names a day and no month. */
export function namesBareDay(reading: Reading): boolean {
  return reading.times.some((time) => bareDay(reading, time) !== null);
}

/** The times of a message, with days that have no month of their own in the month that was spoken of. */
export function daysOfMonth(reading: Reading, month: string | null): readonly TimeMention[] {
  return reading.times.map((time) => {
    const number = bareDay(reading, time);
    const day = number === null ? undefined : dayOf(month, number);
    return day ? { ...time, ...day } : time;
  });
}

/** "Har kommittén något möte samma månad?": the month, the week or the day of what was shown; a year is the last question's. */
export function periodSpokenOf(
  { message, words }: Reading,
  last: AnswerableQuery,
  focus: Focus,
  plan: Plan,
): TimeMention | undefined {
  const unit = /(?<!\p{L})(?<unit>månad|month|vecka|week|dag|day)\p{L}*/iu.exec(message)?.groups?.unit?.toLowerCase();
  const day = dayShown(last, focus, plan);
  if (unit === undefined || day === null) return undefined;
  const { from, to, name } = unitOf(/^m/.test(unit) ? 'month' : /^(?:vecka|week)$/.test(unit) ? 'week' : 'day', day);
  const at = words.findIndex(({ text }) => text.startsWith(unit));
  const period = { from, to, name };
  return { first: Math.max(at - 1, 0), end: at + 1, meaning: { kind: 'period', period, yearStated: true } };
}

/** The day of the one thing that was shown, or of the time that was asked about. */
export function dayOfShown(last: AnswerableQuery, focus: Focus, plan: Plan): Period | null {
  const day = dayShown(last, focus, plan);
  return day === null ? null : singleDay(day);
}

/** The first day of the one thing that was shown, or of the time that was asked about. */
function dayShown(last: AnswerableQuery, { meetings, activities }: Focus, plan: Plan): Day | null {
  const [meeting, another] = meetings;
  const days = meeting !== undefined && another === undefined ? daysOf(plan.meeting(meeting)) : null;
  if (days) return days.from;
  const [activity, more] = activities;
  const scheduled =
    activity !== undefined && more === undefined ? scheduledDays(plan.activity(activity).schedule) : null;
  if (scheduled) return scheduled.from;
  const period = 'period' in last ? last.period : null;
  return period && period.name.by !== 'year' ? period.from : null;
}

/** The one month that a question was about, or what it was answered with: "2019-08"; null where there are several. */
export function monthSpokenOf(last: AnswerableQuery, { meetings }: Focus, plan: Plan): string | null {
  const period = 'period' in last ? last.period : null;
  const asked = period?.from && period.from.slice(0, 7) === period.to?.slice(0, 7) ? period.from.slice(0, 7) : null;
  if (asked !== null) return asked;
  const months = new Set(meetings.map((id) => monthOf(plan.meeting(id))));
  const [only, another] = months;
  return another === undefined ? (only ?? null) : null;
}

function monthOf(item: ReturnType<Plan['meeting']>): string | null {
  return daysOf(item)?.from.slice(0, 7) ?? null;
}
