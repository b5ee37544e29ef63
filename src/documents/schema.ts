// Looks into zod schemas: which fields they allow.
import { z } from 'zod';

type Def = z.core.$ZodTypes['_zod']['def'];

/** A schema's definition as one of a union that its `type` tells apart. */
export function definition(schema: z.core.$ZodType): Def {
  // Every schema is one of zod's own; the class type alone does not say so.
  return (schema as z.core.$ZodTypes)._zod.def;
}

function property(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function fits(schema: z.core.$ZodType, value: unknown): boolean {
  return z.safeParse(schema, value).error?.issues.every((issue) => issue.code === 'unrecognized_keys') ?? true;
}

/** Names of the fields allowed in the object at a path; the value tells which member of a union is meant. */
export function allowedKeys(schema: z.core.$ZodType, value: unknown, path: readonly PropertyKey[]): string[] {
  const def = definition(schema);
  const [key, ...rest] = path;
  switch (def.type) {
    case 'default':
    case 'nullable':
      return allowedKeys(def.innerType, value, path);
    case 'array':
      return key === undefined ? [] : allowedKeys(def.element, property(value, key), rest);
    case 'union': {
      const option = def.options.find((item) => fits(item, value));
      return option ? allowedKeys(option, value, path) : [];
    }
    case 'object': {
      if (key === undefined) return Object.keys(def.shape);
      const inner = def.shape[String(key)];
      return inner ? allowedKeys(inner, property(value, key), rest) : [];
    }
    default:
      return [];
  }
}
