import type { ObjectSchema, Schema, StringSchema } from './schema.js';

/** A place in an object that does not fit its schema: `spec.replicas`, and what is wrong with it. */
export interface Violation {
  readonly path: string;
  readonly problem: string;
}

const expressions = new Map<string, RegExp>();

/** Where an object does not fit its schema. Members that are `undefined` count as left out, as in JSON. */
export function violationsOf(object: unknown, schema: ObjectSchema): readonly Violation[] {
  const found: Violation[] = [];
  check(object, schema, [], found);
  return found;
}

/** The path is one array for the whole walk: a copy a level would cost more than the checks. */
function check(value: unknown, schema: Schema, path: (string | number)[], found: Violation[]): void {
  switch (schema.type) {
    case 'string':
      if (typeof value !== 'string') wrong(path, `is ${typeName(value)}, not text`, found);
      else if ('enum' in schema) {
        if (!Object.hasOwn(schema.enum, value)) wrong(path, `cannot be ${JSON.stringify(value)}`, found);
      } else checkText(value, schema, path, found);
      return;
    case 'integer':
      if (!Number.isInteger(value)) wrong(path, `is ${typeName(value)}, not a whole number`, found);
      else checkRange(value as number, schema, path, found);
      return;
    case 'int-or-text':
      if (typeof value === 'string')
        checkText(value, { type: 'string', pattern: schema.pattern }, path, found);
      else if (!Number.isInteger(value))
        wrong(path, `is ${typeName(value)}, neither a whole number nor text`, found);
      else checkRange(value as number, schema, path, found);
      return;
    case 'boolean':
      if (typeof value !== 'boolean') wrong(path, `is ${typeName(value)}, not true or false`, found);
      return;
    case 'array':
      checkList(value, schema, path, found);
      return;
    default:
      checkMembers(value, schema, path, found);
  }
}

function checkRange(
  value: number,
  { minimum = -Infinity, maximum = Infinity }: { readonly minimum?: number; readonly maximum?: number },
  path: readonly (string | number)[],
  found: Violation[],
): void {
  if (value < minimum || value > maximum) wrong(path, `is ${value}, which is out of range`, found);
}

function checkText(
  value: string,
  { pattern, minLength, maxLength }: StringSchema,
  path: readonly (string | number)[],
  found: Violation[],
): void {
  if (pattern !== undefined && !expression(pattern).test(value))
    wrong(path, `cannot be ${JSON.stringify(value)}: it has another form`, found);
  if (maxLength !== undefined && value.length > maxLength && [...value].length > maxLength)
    wrong(path, `is longer than ${maxLength} characters`, found);
  if (minLength !== undefined && [...value].length < minLength)
    wrong(path, `is shorter than ${minLength} characters`, found);
}

function checkList(
  value: unknown,
  { items, minItems, maxItems }: Extract<Schema, { type: 'array' }>,
  path: (string | number)[],
  found: Violation[],
): void {
  if (!Array.isArray(value)) {
    wrong(path, `is ${typeName(value)}, not a list`, found);
    return;
  }
  if (value.length < (minItems ?? 0)) wrong(path, `has fewer than ${minItems} entries`, found);
  if (value.length > (maxItems ?? Infinity)) wrong(path, `has more than ${maxItems} entries`, found);
  for (const [index, item] of value.entries()) {
    path.push(index);
    check(item, items, path, found);
    path.pop();
  }
}

function checkMembers(
  value: unknown,
  schema: Extract<Schema, { type: 'object' }>,
  path: (string | number)[],
  found: Violation[],
): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    wrong(path, `is ${typeName(value)}, not a mapping`, found);
    return;
  }
  const members = value as { readonly [name: string]: unknown };
  const properties = 'properties' in schema ? schema.properties : undefined;
  for (const name of Object.keys(members)) {
    const member = members[name];
    if (member === undefined) continue;
    const property = properties
      ? ownProperty(properties, name)
      : (schema as { additionalProperties: Schema }).additionalProperties;
    path.push(name);
    if (property) check(member, property, path, found);
    else wrong(path, 'is not a field of this kind', found);
    path.pop();
  }
  if (!properties) return;
  for (const name in properties) {
    if (!properties[name]?.required || members[name] !== undefined) continue;
    path.push(name);
    wrong(path, 'is missing', found);
    path.pop();
  }
}

function ownProperty<T>(properties: { readonly [name: string]: T }, name: string): T | undefined {
  return Object.hasOwn(properties, name) ? properties[name] : undefined;
}

function expression(pattern: string): RegExp {
  let known = expressions.get(pattern);
  if (!known) {
    known = new RegExp(`^(?:${pattern})$`);
    expressions.set(pattern, known);
  }
  return known;
}

function wrong(path: readonly (string | number)[], problem: string, found: Violation[]): void {
  let shown = '';
  for (const step of path) shown += typeof step === 'number' ? `[${step}]` : shown === '' ? step : `.${step}`;
  found.push({ path: shown || 'the object', problem });
}

function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  return typeof value === 'string' ? 'text' : `${value}`;
}
