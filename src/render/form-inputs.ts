// The inputs of a form, each with what is wrong with it, before they become elements of a card or of a page.
import type { FieldError, FieldProblem, FormField } from '../form.ts';
import { Day, WallTime } from '../plan/schedule.ts';
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

interface Named {
  readonly id: FormField;
  readonly label: string;
  readonly isRequired: boolean;
  /** What is wrong with it, in words; null where nothing is. */
  readonly problem: string | null;
  /** "" where nothing is filled in. */
  readonly value: string;
}

/** One element of a form. */
export type FormInput =
  /** `title`: what the form is about. `aside`: what to know of the inputs before it. */
  | { readonly kind: 'note'; readonly text: string; readonly look: 'warning' | 'title' | 'aside' }
  | { readonly kind: 'toggle'; readonly id: FormField; readonly label: string; readonly isOn: boolean }
  | (Named & { readonly kind: 'day' | 'time' | 'number' })
  | (Named & {
      readonly kind: 'text';
      /** In characters. */
      readonly most: number;
      readonly hint: string | null;
      readonly isMultiline: boolean;
    })
  /** `value`: the choices made, with commas between. */
  | (Named & {
      readonly kind: 'choice';
      readonly options: readonly Option[];
      readonly several: boolean;
      readonly style: ChoiceStyle;
    });

/** `filtered`: a long list that looks for what is typed; `expanded`: all of them to see. */
export type ChoiceStyle = 'filtered' | 'compact' | 'expanded';

/** An input's value, and whether it must have one. */
export interface Filling {
  readonly value: string;
  readonly isRequired: boolean;
}

export const optional = (value: string): Filling => ({ value, isRequired: false });
export const required = (value: string): Filling => ({ value, isRequired: true });
/** What was filled in beforehand is changed, not emptied. */
export const kept = (value: string): Filling => ({ value, isRequired: value !== '' });

export function note(text: string, look: 'warning' | 'title' | 'aside'): FormInput {
  return { kind: 'note', text, look };
}

export function toggle(id: FormField, label: Label, value: string, { phrases }: Kit): FormInput {
  return { kind: 'toggle', id, label: phrases.labels[label], isOn: value === 'true' };
}

function named(id: FormField, label: Label, { isRequired }: Filling, value: string, { phrases, errors }: Kit): Named {
  const problem = errors.find(({ field }) => field === id)?.problem;
  return {
    id,
    label: phrases.labels[label],
    isRequired,
    problem: problem ? problemText(problem, phrases) : null,
    value,
  };
}

function problemText(problem: FieldProblem, phrases: FormPhrases): string {
  return problem.kind === 'too-long' ? phrases.tooLong(problem.length, problem.most) : phrases.problems[problem.kind];
}

/** A day, "YYYY-MM-DD"; what the client could not show is left out, as of every input. */
export function day(id: FormField, label: Label, filling: Filling, kit: Kit): FormInput {
  return { kind: 'day', ...named(id, label, filling, Day.safeParse(filling.value).data ?? '', kit) };
}

/** A time, "HH:MM" */
export function time(id: FormField, label: Label, filling: Filling, kit: Kit): FormInput {
  return { kind: 'time', ...named(id, label, filling, WallTime.safeParse(filling.value).data ?? '', kit) };
}

export function number(id: FormField, label: Label, filling: Filling, kit: Kit): FormInput {
  const value = /^\d{1,15}$/.test(filling.value) ? filling.value : '';
  return { kind: 'number', ...named(id, label, filling, value, kit) };
}

interface TextFilling extends Filling {
  /** In characters. */
  readonly most: number;
  readonly hint?: string;
  readonly isMultiline?: boolean;
}

/** A text that is too long is shown as far as it may go, with a word on how long it was. */
export function text(id: FormField, label: Label, filling: TextFilling, kit: Kit): FormInput {
  const { value, most, hint = null, isMultiline = false } = filling;
  const shown = value.slice(0, most).toWellFormed();
  return { kind: 'text', ...named(id, label, filling, shown, kit), most, hint, isMultiline };
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
export function choice(id: FormField, label: Label, filling: ChoiceFilling, kit: Kit): FormInput {
  const { value, options, several = false, style = value === '' ? 'filtered' : 'compact' } = filling;
  const known = value.split(',').filter((chosen) => options.some(([option]) => option === chosen));
  return { kind: 'choice', ...named(id, label, filling, known.join(','), kit), options, several, style };
}
