// Says in plain words what a zod issue means, and what would be right.
import type { z } from 'zod';
import { nearest } from './nearest.ts';

type Issue = z.core.$ZodIssue;

export interface Explanation {
  readonly message: string;
  readonly hint: string | null;
}

const types: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  object: 'a group of fields',
  string: 'a text',
};

function show(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a group of fields';
  return value === undefined || value === null ? 'empty' : JSON.stringify(value);
}

/** "did you mean …?" where a known word is near, else the words that are known. */
export function suggest(written: string, known: readonly string[]): string | null {
  const meant = nearest(written, known);
  if (meant !== undefined) return `did you mean "${meant}"?`;
  return known.length === 0 || known.length > 40 ? null : `one of ${known.join(', ')}`;
}

function typeIssue(field: string, issue: z.core.$ZodIssueInvalidType): Explanation {
  const wanted = types[issue.expected] ?? issue.expected;
  if (issue.input === undefined) return { message: `"${field}" is missing`, hint: `add "${field}:", ${wanted}` };
  const quotable = issue.expected === 'string' && ['number', 'boolean'].includes(typeof issue.input);
  const hint = quotable ? `put quotes around it: "${String(issue.input)}"` : `write ${wanted}`;
  return { message: `"${field}" should be ${wanted}, but is ${show(issue.input)}`, hint };
}

function choiceIssue(field: string, written: unknown, known: readonly string[]): Explanation {
  if (written === undefined) return { message: `"${field}" is missing`, hint: `one of ${known.join(', ')}` };
  return { message: `"${field}" cannot be ${show(written)}`, hint: suggest(String(written), known) };
}

const monthName = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });

function dateIssue(field: string, written: unknown): Explanation {
  const [, year, month] = /^(\d{4})-(\d{2})-\d{2}$/.exec(String(written)) ?? [];
  if (!year || !month || Number(month) < 1 || Number(month) > 12) {
    return { message: `"${field}" is no date: ${show(written)}`, hint: 'write a date as 2019-04-04' };
  }
  const last = new Date(Date.UTC(Number(year), Number(month), 0));
  const hint = `${monthName.format(last)} ${year} has ${last.getUTCDate()} days`;
  return { message: `"${field}" is a day that does not exist: ${show(written)}`, hint };
}

function formatIssue(field: string, issue: z.core.$ZodIssueInvalidStringFormat): Explanation {
  if (issue.format === 'date') return dateIssue(field, issue.input);
  const own = issue.message.startsWith('Invalid') ? `it must match ${issue.pattern ?? issue.format}` : issue.message;
  return { message: `"${field}" cannot be ${show(issue.input)}`, hint: own };
}

function smallIssue(field: string, issue: z.core.$ZodIssueTooSmall): Explanation {
  if (issue.origin === 'string' || issue.origin === 'array') {
    return { message: `"${field}" is empty`, hint: `fill it in, or leave the line out if it may be unknown` };
  }
  return { message: `"${field}" cannot be ${show(issue.input)}`, hint: `at least ${issue.minimum}` };
}

/** What an issue at a field means. `field` is the name that the reader knows it by. */
export function explain(field: string, issue: Issue): Explanation {
  switch (issue.code) {
    case 'invalid_type':
      return typeIssue(field, issue);
    case 'invalid_value':
      return choiceIssue(field, issue.input, issue.values.map(String));
    case 'invalid_union':
      return unionIssue(field, issue);
    case 'invalid_format':
      return formatIssue(field, issue);
    case 'too_small':
      return smallIssue(field, issue);
    case 'too_big':
      return { message: `"${field}" cannot be ${show(issue.input)}`, hint: `at most ${issue.maximum}` };
    default:
      return { message: `"${field}" is wrong: ${issue.message}`, hint: null };
  }
}

function unionIssue(field: string, issue: z.core.$ZodIssueInvalidUnion): Explanation {
  const options = 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
  const { input } = issue;
  const written = typeof input === 'object' && input !== null ? Reflect.get(input, field) : input;
  return choiceIssue(field, written, options);
}
