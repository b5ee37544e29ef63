// The inputs of a form as elements of an Adaptive Card, each below what is wrong with it.
import type { FieldError, FieldProblem, FormField } from '../form.ts';
import { Day, WallTime } from '../plan/schedule.ts';
import { type CardJson, plain } from './card.ts';
import type { FormPhrases } from './form-phrases.ts';
import type { Setting } from './names.ts';

/** What inputs are made with. */
export interface Kit {
  readonly setting: Setting;
  readonly phrases: FormPhrases;
  readonly errors: readonly FieldError[];
}

type Label = keyof FormPhrases['labels'];
/** What stands for a record in a list, and its name. */
export type Option = readonly [choice: string, title: string];

/** An input's value, and whether it must have one. */
export interface Filling {
  readonly value: string;
  readonly isRequired: boolean;
}

export const optional = (value: string): Filling => ({ value, isRequired: false });
export const required = (value: string): Filling => ({ value, isRequired: true });
/** What was filled in beforehand is changed, not emptied. */
export const kept = (value: string): Filling => ({ value, isRequired: value !== '' });

/** Marked by a sign and by weight, since colours alone tell nothing to some. */
export function warning(text: string): CardJson {
  return note(`⚠ ${text}`, { weight: 'Bolder', color: 'Attention' });
}

export function note(text: string, more: CardJson = {}): CardJson {
  return { type: 'TextBlock', text: plain(text), wrap: true, ...more };
}

/** A value that the client could not show is left out. */
function input(id: FormField, label: Label, { isRequired }: Filling, own: CardJson, kit: Kit): CardJson[] {
  const { phrases, errors } = kit;
  const problem = errors.find(({ field }) => field === id)?.problem;
  const needed = isRequired ? { isRequired, errorMessage: phrases.problems.required } : {};
  return [
    ...(problem ? [warning(problemText(problem, phrases))] : []),
    { id, label: phrases.labels[label], ...needed, ...own },
  ];
}

function problemText(problem: FieldProblem, phrases: FormPhrases): string {
  return problem.kind === 'too-long' ? phrases.tooLong(problem.length, problem.most) : phrases.problems[problem.kind];
}

/** A day; clients give "YYYY-MM-DD" in every language. */
export function day(id: FormField, label: Label, filling: Filling, kit: Kit): CardJson[] {
  const { data: value } = Day.safeParse(filling.value);
  return input(id, label, filling, { type: 'Input.Date', ...(value ? { value } : {}) }, kit);
}

export function time(id: FormField, label: Label, filling: Filling, kit: Kit): CardJson[] {
  const { data: value } = WallTime.safeParse(filling.value);
  return input(id, label, filling, { type: 'Input.Time', ...(value ? { value } : {}) }, kit);
}

export function number(id: FormField, label: Label, filling: Filling, kit: Kit): CardJson[] {
  const value = /^\d{1,15}$/.test(filling.value) ? { value: Number(filling.value) } : {};
  return input(id, label, filling, { type: 'Input.Number', min: 0, ...value }, kit);
}

interface TextFilling extends Filling {
  /** In characters. */
  readonly most: number;
  readonly hint?: string;
  readonly isMultiline?: boolean;
}

/** A text that is too long is shown as far as it may go, with a word on how long it was. */
export function text(id: FormField, label: Label, filling: TextFilling, kit: Kit): CardJson[] {
  const { value, most, hint, isMultiline = false } = filling;
  const placeholder = hint === undefined ? {} : { placeholder: hint };
  const shown = value === '' ? {} : { value: value.slice(0, most).toWellFormed() };
  const own = {
    type: 'Input.Text',
    maxLength: most,
    ...(isMultiline ? { isMultiline } : {}),
    ...placeholder,
    ...shown,
  };
  return input(id, label, filling, own, kit);
}

interface ChoiceFilling extends Filling {
  readonly options: readonly Option[];
  readonly several?: boolean;
  readonly style?: 'compact' | 'expanded';
}

/**
 * One of several, or several of them. A long list looks for what is typed (`filtered`), unless something is chosen:
 * some clients would then show the record's id there instead of its name.
 */
export function choice(id: FormField, label: Label, filling: ChoiceFilling, kit: Kit): CardJson[] {
  const { value, options, several = false, style = value === '' ? 'filtered' : 'compact' } = filling;
  const known = value.split(',').filter((chosen) => options.some(([option]) => option === chosen));
  const own = {
    type: 'Input.ChoiceSet',
    style,
    choices: options.map(([option, title]) => ({ title, value: option })),
    ...(several ? { isMultiSelect: true, wrap: true } : {}),
    ...(style === 'expanded' ? { wrap: true } : { placeholder: kit.phrases.hints.choose }),
    ...(known.length > 0 ? { value: known.join(',') } : {}),
  };
  return input(id, label, filling, own, kit);
}
