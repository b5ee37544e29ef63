// The JSON schemas that zod derives of what may be returned, as far as they are looked into here.
import { z } from 'zod';

export interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly format?: string;
  readonly pattern?: string;
  readonly description?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** The schema of what may be sent in: what has a default may be left out. */
export function schemaOf(type: z.ZodType): Schema {
  return JSON.parse(JSON.stringify(z.toJSONSchema(type, { io: 'input' })), inBranches);
}

/** "string or null" in one word is a union like any other. */
function inBranches(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('type' in value) || !Array.isArray(value.type)) return value;
  return { anyOf: value.type.map((type: unknown) => ({ type })) };
}

/** The name of the definition that a schema refers to: what its `.meta({ id })` says. */
export function nameOf(schema: Schema): string | undefined {
  return schema.$ref?.replace(/^.*\//, '');
}

/** The schema itself, or what it refers to. */
export function resolve(schema: Schema, root: Schema): Schema {
  const name = nameOf(schema);
  return name === undefined ? schema : (root.$defs?.[name] ?? {});
}

/** The branches of a union; none where it is no union. */
export function branchesOf({ anyOf, oneOf }: Schema): readonly Schema[] {
  return anyOf ?? oneOf ?? [];
}

const isNull = ({ type }: Schema): boolean => type === 'null';

export const isNullable = (schema: Schema): boolean => branchesOf(schema).some(isNull);

/** A union without its null. */
export const somethingOf = (schema: Schema): readonly Schema[] =>
  branchesOf(schema).filter((branch) => !isNull(branch));
