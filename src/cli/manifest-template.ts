// Fills a JSON template: `{{NAME}}` in any string of it stands for a value, `{{NAME?}}` for one that may be missing.
import type { PackageProblem } from './package-problem.ts';

/** A value a name; null where it is not set. */
export type TemplateValues = Readonly<Record<string, string | null>>;

export interface Filled {
  readonly value: unknown;
  readonly problems: readonly PackageProblem[];
}

const placeholder = /\{\{\s*([^{}?]*?)(\?)?\s*\}\}/g;

/**
 * The template with the values in it. A text of a list whose value is not set is left out: what a list names is there
 * or not, while a field that lacks its value is a mistake. Where the value may be missing, the field is left out, or
 * the item of a list that it stands in.
 *
 * @example fillTemplate('a.json', { hosts: ['{{HOST}}'] }, { HOST: null }).value // { hosts: [] }
 * @example fillTemplate('a.json', { tabs: [{ url: '{{URL?}}/tab' }] }, { URL: null }).value // { tabs: [] }
 */
export function fillTemplate(file: string, template: unknown, values: TemplateValues): Filled {
  const problems: PackageProblem[] = [];
  const complain = (path: string, name: string) => problems.push({ file, path, ...complaint(name, values) });
  const isUnset = (name: string): boolean => values[name] === null;

  const fill = (value: unknown, path: string): unknown => {
    if (typeof value === 'string') return fillText(value, path);
    if (Array.isArray(value)) return value.filter(isThere).map((item, index) => fill(item, `${path}[${index}]`));
    if (typeof value !== 'object' || value === null) return value;
    const fields = Object.entries(value).filter(([, field]) => typeof field !== 'string' || !isLeftOut(field));
    return Object.fromEntries(fields.map(([key, field]) => [key, fill(field, path === '' ? key : `${path}.${key}`)]));
  };
  const fillText = (text: string, path: string): string =>
    text.replaceAll(placeholder, (whole, name: string) => {
      const value = values[name] ?? null;
      if (value === null) complain(path, name);
      return value ?? whole;
    });
  const isLeftOut = (text: string): boolean =>
    [...text.matchAll(placeholder)].some(([, name = '', mark]) => mark !== undefined && isUnset(name));
  const isThere = (item: unknown): boolean => {
    if (typeof item === 'string') return [...item.matchAll(placeholder)].every(([, name = '']) => !isUnset(name));
    if (typeof item !== 'object' || item === null) return true;
    return Object.values(item).every((field) => typeof field !== 'string' || !isLeftOut(field));
  };

  return { value: fill(template, ''), problems };
}

function complaint(name: string, values: TemplateValues): Pick<PackageProblem, 'wrong' | 'right'> {
  const placeholderText = `{{${name}}}`;
  return name in values
    ? { wrong: `needs ${placeholderText}, which is not set`, right: 'to set it, or to take the field away' }
    : {
        wrong: `${placeholderText} is nothing that can be filled in`,
        right: `one of ${Object.keys(values).join(', ')}`,
      };
}
