// What a language model returned, completed and held against the plan and the message: nothing that it made up stays.
import { Period } from '../plan/period.ts';
import { stretchNamed } from '../understand/time-days.ts';
import { branchesOf, isNullable, nameOf, resolve, type Schema, somethingOf } from './schema.ts';

/** What an answer may be made of besides what its schema names. */
export interface Material {
  /** The plan's ids by the name of their type. */
  readonly ids: ReadonlyMap<string, ReadonlySet<string>>;
  /** Whether these words stand in the message, or are a name that has no id. */
  readonly isSaid: (text: string) => boolean;
}

export interface Settled {
  readonly value: unknown;
  /** What is wrong, for whoever is to do it again. */
  readonly wrong: readonly string[];
}

/**
 * Fills in what may be left out, as not said: empty lists, null, false; and the days of a period that its name tells.
 * Ids that the plan has not, and words that nobody said, are wrong. Everything else is left for the type to judge.
 */
export function settle(value: unknown, schema: Schema, material: Material): Settled {
  const wrong: string[] = [];

  function go(part: unknown, declared: Schema, at: string): unknown {
    const name = nameOf(declared);
    if (name?.endsWith('Id')) return checkId(part, name, at);
    const own = resolve(declared, schema);
    if (branchesOf(own).length > 0) {
      if (part === null && isNullable(own)) return null;
      const branch = branchFor(part, somethingOf(own));
      return branch ? go(part, branch, at) : part;
    }
    if (own.type === 'object' && isObject(part)) {
      const whole = goInto(part, own, at);
      return name === 'Period' ? withDays(whole) : whole;
    }
    if (own.type === 'array' && Array.isArray(part)) {
      return part.map((item, index) => go(item, own.items ?? {}, `${at}[${index}]`));
    }
    if (isFreeText(own) && typeof part === 'string' && !material.isSaid(part)) {
      wrong.push(`${at}: "${shortened(part)}" does not stand in the question`);
    }
    return part;
  }

  function checkId(part: unknown, name: string, at: string): unknown {
    if (typeof part === 'string' && !material.ids.get(name)?.has(part)) {
      wrong.push(`${at}: there is no ${name} "${shortened(part)}"; use one of the ids that are given`);
    }
    return part;
  }

  function goInto(part: Readonly<Record<string, unknown>>, own: Schema, at: string): Record<string, unknown> {
    const fields = { ...part };
    for (const [key, declared] of Object.entries(own.properties ?? {})) {
      const isRequired = own.required?.includes(key) ?? false;
      const said = fields[key] ?? (isRequired ? unsaid(resolve(declared, schema)) : undefined);
      if (said === undefined) delete fields[key];
      else fields[key] = go(said, declared, at === '' ? key : `${at}.${key}`);
    }
    return fields;
  }

  function branchFor(part: unknown, branches: readonly Schema[]): Schema | undefined {
    const [only, another] = branches;
    return another ? branches.find((branch) => fits(part, resolve(branch, schema))) : only;
  }

  function fits(part: unknown, branch: Schema): boolean {
    if (branchesOf(branch).length > 0) return branchFor(part, branchesOf(branch)) !== undefined;
    if (branch.const !== undefined) return part === branch.const;
    if (branch.enum) return branch.enum.includes(part);
    if (branch.type !== 'object') return typeof part === typeName(branch.type);
    return (
      isObject(part) &&
      Object.entries(branch.properties ?? {}).every(
        ([key, { const: constant }]) =>
          constant === undefined ||
          part[key] === constant ||
          (part[key] === undefined && !branch.required?.includes(key)),
      )
    );
  }

  return { value: go(value, schema, ''), wrong };
}

function typeName(type: string | undefined): string | undefined {
  return type === 'integer' ? 'number' : type;
}

/** What a field is where nobody says anything of it; undefined where something must be said. */
function unsaid(schema: Schema): unknown {
  if (isNullable(schema)) return null;
  if (schema.type === 'array') return [];
  return schema.type === 'boolean' ? false : undefined;
}

/** Dates and times have a pattern that only they fit. */
function isFreeText({ type, enum: names, const: constant, format, pattern }: Schema): boolean {
  return type === 'string' && !names && constant === undefined && format === undefined && pattern === undefined;
}

/** "I april" is what the calendar says, whatever days come with it. */
function withDays(value: Record<string, unknown>): unknown {
  const named = Period.shape.name.safeParse(value.name);
  const days = named.success ? stretchNamed(named.data) : undefined;
  return days ? { ...value, from: days.from, to: days.to } : value;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Nobody is helped by more, and a model need not hear all of its own again. */
const longestQuoted = 40;
const shortened = (text: string): string => text.slice(0, longestQuoted);
