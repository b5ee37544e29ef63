// Records as people write them in files: what follows from something else is left out. The inverse of `inFull`.
import type { z } from 'zod';
import { Party } from '../plan/activity.ts';
import { isEqual } from '../plan/difference.ts';
import { folded } from '../plan/folded.ts';
import { type Hours, Place } from '../plan/meeting.ts';
import type { PlanRecords } from '../plan/plan.ts';
import { Schedule } from '../plan/schedule.ts';
import { addableFields, Localized, Source } from '../plan/source.ts';
import { none } from './cells.ts';
import { type Fields, isFields, type Kind, schemas } from './records.ts';
import { definition } from './schema.ts';

/** What a record is written shortly with. */
export interface Writing {
  readonly region: string;
  /** Said at the top of the file; null where it has records of several documents. */
  readonly document: string | null;
  /** Municipality by name and alias, folded. */
  readonly places: ReadonlyMap<string, string>;
  /** The usual hours of the groups that have some. */
  readonly usual: ReadonlyMap<string, Hours>;
}

export function writingOf(plan: PlanRecords, document: string | null): Writing {
  const places = plan.municipalities.flatMap(({ id, name, aliases }) =>
    [name, ...aliases].map((text): [string, string] => [folded(text), id]),
  );
  const usual = plan.groups.flatMap(({ id, pattern }): [string, Hours][] =>
    pattern ? [[id, { start: pattern.start, end: pattern.end }]] : [],
  );
  return { region: plan.region.id, document, places: new Map(places), usual: new Map(usual) };
}

/** A record with all that its file's reader would add left out. */
export function written(kind: Kind, record: object, writing: Writing): Fields {
  const fields: Record<string, unknown> = {};
  const own = withoutDerived(kind, { ...record }, writing);
  for (const [key, schema] of Object.entries(schemas[kind].shape)) {
    const value = shortened(schema, own[key], writing);
    if (value !== undefined) fields[key] = value;
  }
  return fields;
}

function withoutDerived(kind: Kind, fields: Fields, { usual }: Writing): Fields {
  switch (kind) {
    case 'meetings':
      return {
        ...fields,
        kind: fields.kind === 'meeting' ? undefined : fields.kind,
        to: fields.to === fields.from ? undefined : fields.to,
        hours: hoursOf(fields, fields.kind === 'meeting' ? usual.get(String(fields.group)) : undefined),
      };
    case 'objectives':
      return { ...fields, area: fields.goal === null ? fields.area : undefined };
    case 'activities':
      return { ...fields, area: undefined };
    default:
      return fields;
  }
}

/** A meeting of a group that has usual hours says so where its own are not known. */
function hoursOf({ hours }: Fields, usual: Hours | undefined): unknown {
  if (usual === undefined) return hours;
  if (hours === null) return none;
  return isEqual(hours, usual) ? undefined : hours;
}

function shortened(schema: z.core.$ZodType, value: unknown, writing: Writing): unknown {
  if (schema === addableFields.source && value === null) return none;
  if (value === undefined || value === null) return undefined;
  if (schema === Schedule && isFields(value) && value.kind === 'unspecified') return undefined;
  const short = shorthand(schema, value, writing);
  if (short !== undefined) return short;
  const def = definition(schema);
  switch (def.type) {
    case 'default':
      return isEqual(value, def.defaultValue) ? undefined : shortened(def.innerType, value, writing);
    case 'nullable':
      return shortened(def.innerType, value, writing);
    case 'array':
      return Array.isArray(value) ? value.map((item) => shortened(def.element, item, writing)) : value;
    case 'object': {
      if (!isFields(value)) return value;
      const inner = Object.entries(def.shape).map(([key, one]) => [key, shortened(one, value[key], writing)] as const);
      return Object.fromEntries(inner.filter(([, one]) => one !== undefined));
    }
    default:
      return value;
  }
}

/** Undefined where the value has no shorter form. */
function shorthand(schema: z.core.$ZodType, value: unknown, { region, document, places }: Writing): unknown {
  if (!isFields(value)) return undefined;
  switch (schema) {
    case Localized:
      return value.en === undefined ? value.sv : undefined;
    case Source:
      return value.document === document && value.place !== none ? value.place : undefined;
    case Place: {
      const { name, municipality } = value;
      if (municipality === null) return { name };
      return places.get(folded(String(name))) === municipality ? name : undefined;
    }
    case Party:
      return value.kind === 'region' ? region : value.id;
    case Schedule:
      return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== false));
    default:
      return undefined;
  }
}
