// Says in plain words what a zod issue means, and what would be right.
import type { z } from 'zod';
import { nearest } from './nearest.ts';
import type { Said } from './problem.ts';

type Issue = z.core.$ZodIssue;

export interface Explanation {
  readonly message: Said;
  readonly hint: Said | null;
}

const types: Readonly<Record<string, Said>> = {
  array: { sv: 'en lista', en: 'a list' },
  boolean: { sv: 'true eller false', en: 'true or false' },
  int: { sv: 'ett heltal', en: 'a whole number' },
  number: { sv: 'ett tal', en: 'a number' },
  object: { sv: 'en grupp av fält', en: 'a group of fields' },
  string: { sv: 'en text', en: 'a text' },
};
const aList: Said = { sv: 'en lista', en: 'a list' };
const fields: Said = { sv: 'en grupp av fält', en: 'a group of fields' };
const empty: Said = { sv: 'tomt', en: 'empty' };
const same = (text: string): Said => ({ sv: text, en: text });

function show(value: unknown): Said {
  if (Array.isArray(value)) return aList;
  if (typeof value === 'object' && value !== null) return fields;
  return value === undefined || value === null ? empty : same(JSON.stringify(value));
}

/** "did you mean …?" where a known word is near, else the words that are known. */
export function suggest(written: string, known: readonly string[]): Said | null {
  const meant = nearest(written, known);
  if (meant !== undefined) return { sv: `menade du "${meant}"?`, en: `did you mean "${meant}"?` };
  return known.length === 0 || known.length > 40 ? null : oneOf(known);
}

export function oneOf(known: readonly string[]): Said {
  return { sv: `något av ${known.join(', ')}`, en: `one of ${known.join(', ')}` };
}

function cannotBe(field: string, value: unknown): Said {
  const shown = show(value);
  return { sv: `"${field}" kan inte vara ${shown.sv}`, en: `"${field}" cannot be ${shown.en}` };
}

function isMissing(field: string): Said {
  return { sv: `"${field}" saknas`, en: `"${field}" is missing` };
}

function typeIssue(field: string, issue: z.core.$ZodIssueInvalidType): Explanation {
  const wanted = types[issue.expected] ?? same(issue.expected);
  if (issue.input === undefined) {
    const hint = { sv: `lägg till "${field}:", ${wanted.sv}`, en: `add "${field}:", ${wanted.en}` };
    return { message: isMissing(field), hint };
  }
  const quotable = issue.expected === 'string' && ['number', 'boolean'].includes(typeof issue.input);
  const quoted = `"${String(issue.input)}"`;
  const hint = quotable
    ? { sv: `sätt citattecken omkring: ${quoted}`, en: `put quotes around it: ${quoted}` }
    : { sv: `skriv ${wanted.sv}`, en: `write ${wanted.en}` };
  const shown = show(issue.input);
  return {
    message: {
      sv: `"${field}" ska vara ${wanted.sv}, men är ${shown.sv}`,
      en: `"${field}" should be ${wanted.en}, but is ${shown.en}`,
    },
    hint,
  };
}

function choiceIssue(field: string, written: unknown, known: readonly string[]): Explanation {
  if (written === undefined) return { message: isMissing(field), hint: oneOf(known) };
  return { message: cannotBe(field, written), hint: suggest(String(written), known) };
}

const monthNames = {
  sv: new Intl.DateTimeFormat('sv', { month: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }),
};

function dateIssue(field: string, written: unknown): Explanation {
  const [, year, month] = /^(\d{4})-(\d{2})-\d{2}$/.exec(String(written)) ?? [];
  const shown = show(written);
  if (!year || !month || Number(month) < 1 || Number(month) > 12) {
    const message = { sv: `"${field}" är inget datum: ${shown.sv}`, en: `"${field}" is no date: ${shown.en}` };
    return { message, hint: { sv: 'skriv ett datum som 2019-04-04', en: 'write a date as 2019-04-04' } };
  }
  const last = new Date(Date.UTC(Number(year), Number(month), 0));
  const days = last.getUTCDate();
  return {
    message: {
      sv: `"${field}" är en dag som inte finns: ${shown.sv}`,
      en: `"${field}" is a day that does not exist: ${shown.en}`,
    },
    hint: {
      sv: `${monthNames.sv.format(last)} ${year} har ${days} dagar`,
      en: `${monthNames.en.format(last)} ${year} has ${days} days`,
    },
  };
}

/** The schemas' own words for what a text must look like. */
const forms: Readonly<Record<string, string>> = {
  'a time of day is HH:MM, such as "08:30"': 'ett klockslag skrivs TT:MM, till exempel "08:30"',
  'an id is lower-case a-z, 0-9 and hyphens, such as "radslaget-2024"':
    'ett id består av små bokstäver a-z, siffror och bindestreck, till exempel "radslaget-2024"',
};

function formatIssue(field: string, issue: z.core.$ZodIssueInvalidStringFormat): Explanation {
  if (issue.format === 'date') return dateIssue(field, issue.input);
  const form = String(issue.pattern ?? issue.format);
  const hint = issue.message.startsWith('Invalid')
    ? { sv: `det ska se ut som ${form}`, en: `it must match ${form}` }
    : { sv: forms[issue.message] ?? issue.message, en: issue.message };
  return { message: cannotBe(field, issue.input), hint };
}

function smallIssue(field: string, issue: z.core.$ZodIssueTooSmall): Explanation {
  if (issue.origin === 'string' || issue.origin === 'array') {
    const hint = {
      sv: 'fyll i det, eller ta bort raden om det får vara okänt',
      en: 'fill it in, or leave the line out if it may be unknown',
    };
    return { message: { sv: `"${field}" är tomt`, en: `"${field}" is empty` }, hint };
  }
  const hint = { sv: `minst ${issue.minimum}`, en: `at least ${issue.minimum}` };
  return { message: cannotBe(field, issue.input), hint };
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
    case 'too_big': {
      const hint = { sv: `högst ${issue.maximum}`, en: `at most ${issue.maximum}` };
      return { message: cannotBe(field, issue.input), hint };
    }
    default: {
      const message = { sv: `"${field}" är fel: ${issue.message}`, en: `"${field}" is wrong: ${issue.message}` };
      return { message, hint: null };
    }
  }
}

function unionIssue(field: string, issue: z.core.$ZodIssueInvalidUnion): Explanation {
  const options = 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
  const { input } = issue;
  const written = typeof input === 'object' && input !== null ? Reflect.get(input, field) : input;
  return choiceIssue(field, written, options);
}
