// Reads the inputs of a form: each gives its value, or notes what is wrong with it. Pure.
import type { FieldError, FieldProblem, FormField } from '../form.ts';
import { Day, WallTime } from '../plan/schedule.ts';
import { cleaned } from './resolution.ts';

/** Each reader gives null where nothing is filled in, and where something wrong is, which it notes. */
export interface Inputs {
  readonly errors: readonly FieldError[];
  wrong(field: FormField, problem: FieldProblem): null;
  day(field: FormField, value: string): Day | null;
  time(field: FormField, value: string): WallTime | null;
  text(field: FormField, value: string, most: number): string | null;
  year(field: FormField, value: string): number | null;
  /** Whole SEK. */
  amount(field: FormField, value: string): number | null;
  /** The one that was chosen of these. */
  one<Item>(field: FormField, value: string, choices: readonly Item[], choiceOf: (item: Item) => string): Item | null;
  /** Those that were chosen, in the order of `choices`. */
  several<Item>(field: FormField, value: string, choices: readonly Item[], choiceOf: (item: Item) => string): Item[];
  /** Notes an input that must be filled in, and is not. */
  required<Value>(field: FormField, value: Value | null): Value | null;
}

const earliestYear = 1900;
const latestYear = 2200;
/** More than the cooperation will ever have; more likely a slip of the finger. */
const largestAmount = 1_000_000_000_000;

export function makeInputs(): Inputs {
  const errors: FieldError[] = [];

  function wrong(field: FormField, problem: FieldProblem): null {
    if (!errors.some((error) => error.field === field)) errors.push({ field, problem });
    return null;
  }

  function read<Value>(field: FormField, value: string, kind: PlainProblem, parse: (text: string) => Value | null) {
    const written = value.trim();
    return written === '' ? null : (parse(written) ?? wrong(field, { kind }));
  }

  function text(field: FormField, value: string, most: number): string | null {
    const written = cleaned(value);
    if (written.length > most) return wrong(field, { kind: 'too-long', length: written.length, most });
    return written === '' ? null : written;
  }

  function several<Item>(field: FormField, value: string, choices: readonly Item[], choiceOf: (item: Item) => string) {
    const chosen = new Set(
      value
        .split(',')
        .map((choice) => choice.trim())
        .filter(Boolean),
    );
    const found = choices.filter((item) => chosen.has(choiceOf(item)));
    if (found.length < chosen.size) wrong(field, { kind: 'unknown' });
    return found;
  }

  return {
    errors,
    wrong,
    day: (field, value) => read(field, value, 'no-date', parseDay),
    time: (field, value) => read(field, value, 'no-time', parseTime),
    text,
    year: (field, value) => read(field, value, 'no-year', (year) => wholeNumber(year, earliestYear, latestYear)),
    amount: (field, value) => read(field, value, 'no-amount', (amount) => wholeNumber(amount, 0, largestAmount)),
    one: (field, value, choices, choiceOf) =>
      read(field, value, 'unknown', (choice) => choices.find((item) => choiceOf(item) === choice) ?? null),
    several,
    required: (field, value) => value ?? wrong(field, { kind: 'required' }),
  };
}

type PlainProblem = Exclude<FieldProblem['kind'], 'too-long'>;

/** Input.Date gives "2019-05-16" in every language; some clients add a time of day. */
function parseDay(written: string): Day | null {
  return Day.safeParse(written.replace(/T.*$/s, '')).data ?? null;
}

/** Input.Time gives "13:00"; where people type themselves it may be "13.00", "9:30" or "13:00:00". */
function parseTime(written: string): WallTime | null {
  const [, hours, minutes] = /^(\d{1,2})[.:](\d{2})(?::\d{2})?$/.exec(written) ?? [];
  return WallTime.safeParse(`${hours?.padStart(2, '0')}:${minutes}`).data ?? null;
}

/** A number that may be grouped with spaces or have zero decimals: "70 000", "70000.0". */
function wholeNumber(written: string, least: number, most: number): number | null {
  const digits = written.replaceAll(/\s/g, '').replace(/[.,]0+$/, '');
  const number = /^\d{1,15}$/.test(digits) ? Number(digits) : Number.NaN;
  return number >= least && number <= most ? number : null;
}
