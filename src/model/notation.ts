// A JSON schema in a notation that takes a tenth of the words: "{kind: hosts, year?: int, hosts: MunicipalityId[]}".
import { branchesOf, isNullable, nameOf, type Schema, somethingOf } from './schema.ts';

/** An id looks like any word: its name says whose it is. */
const isId = (name: string): boolean => name.endsWith('Id');

/** A line for every branch of the schema, after a line for every named part that is no id. */
export function notationOf(schema: Schema): string {
  const named = Object.entries(schema.$defs ?? {}).filter(([name]) => !isId(name));
  const definitions = named.map(([name, part]) => `${name} = ${linesOf(part)}`);
  return [...definitions, linesOf(schema)].join('\n');
}

/** Every kind of question on its own line, with what it is. */
function linesOf(schema: Schema): string {
  const branches = branchesOf(schema).flatMap((branch) =>
    branchesOf(branch).length > 0 ? branchesOf(branch) : [branch],
  );
  if (!branches.some(({ properties }) => properties?.kind?.description)) return notation(schema);
  return branches.map((branch) => `\n- ${notation(branch)}${remarkOf(branch)}`).join('');
}

function remarkOf({ properties }: Schema): string {
  const remark = properties?.kind?.description;
  return remark === undefined ? '' : ` // ${remark}`;
}

function notation(schema: Schema): string {
  const name = nameOf(schema);
  if (name !== undefined) return name;
  if (schema.const !== undefined) return String(schema.const);
  if (schema.enum) return schema.enum.join('|');
  if (branchesOf(schema).length > 0) return somethingOf(schema).map(notation).join(' | ');
  switch (schema.type) {
    case 'object':
      return `{${Object.entries(schema.properties ?? {})
        .map(([key, part]) => field(key, part, schema.required?.includes(key) ?? false))
        .join(', ')}}`;
    case 'array':
      return `${listed(schema.items ?? {})}[${bounds(schema)}]`;
    case 'string':
      return schema.format === 'date' ? 'YYYY-MM-DD' : schema.pattern === undefined ? 'text' : 'string';
    case 'integer':
      return 'int';
    case 'boolean':
      return 'bool';
    default:
      return schema.type ?? 'any';
  }
}

function field(key: string, schema: Schema, isRequired: boolean): string {
  return `${key}${isRequired && !isNullable(schema) ? '' : '?'}: ${notation(schema)}`;
}

function listed(items: Schema): string {
  const text = notation(items);
  return text.includes('|') ? `(${text})` : text;
}

function bounds({ minItems, maxItems }: Schema): string {
  return minItems === undefined && maxItems === undefined ? '' : `${minItems ?? 0}..${maxItems ?? ''}`;
}
