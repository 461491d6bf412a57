import type { Value } from '../../yaml/read.js';
import { isDateTime, isDay } from '../formats.js';
import type { Schema } from '../schema.js';
import { durationOf } from './duration.js';

/** A value as CEL sees it: whole numbers are bigint, objects and maps are maps. */
export type CelValue = string | number | bigint | boolean | null | Date | Uint8Array | object | CelValue[];

const reserved: ReadonlySet<string> = new Set([
  'true',
  'false',
  'null',
  'in',
  'as',
  'break',
  'const',
  'continue',
  'else',
  'for',
  'function',
  'if',
  'import',
  'let',
  'loop',
  'package',
  'namespace',
  'return',
]);

/** The name under which a rule reaches a field, or undefined for one that it cannot reach. */
export function escapedName(name: string): string | undefined {
  if (reserved.has(name)) return `__${name}__`;
  const escaped = name
    .replaceAll('__', '__underscores__')
    .replaceAll('.', '__dot__')
    .replaceAll('-', '__dash__')
    .replaceAll('/', '__slash__');
  return /^[A-Za-z_]\w*$/.test(escaped) ? escaped : undefined;
}

/** A time that the schema accepts and no rule can read: what touches it is not evaluated. */
class Unreadable {}

/** A value for a rule, typed by its schema. */
export function celValue(value: Value, schema: Schema): CelValue {
  if (value === null) return null;
  if (Array.isArray(value)) {
    const { items } = schema;
    return items ? value.map((item) => celValue(item, items)) : value.map(untyped);
  }
  if (typeof value === 'object') return celMap(value, schema);
  if (typeof value === 'number') return schema.type === 'number' ? value : wholeOr(value);
  return typeof value === 'string' ? celText(value, schema) : value;
}

function celMap(value: { [key: string]: Value }, schema: Schema): CelValue {
  const result = new Map<string, CelValue>();
  const { additional } = schema;
  for (const [name, field] of Object.entries(value)) {
    const property = schema.properties.get(name);
    if (property) {
      const escaped = escapedName(name);
      if (escaped !== undefined) result.set(escaped, celValue(field, property));
    } else if (additional)
      result.set(name, additional === true ? untyped(field) : celValue(field, additional));
    else result.set(name, untyped(field));
  }
  return result;
}

function celText(value: string, { type, format }: Schema): CelValue {
  if (type !== 'string' || format === undefined) return value;
  if (format === 'date-time' || format === 'datetime')
    return isDateTime(value) && /T.*(?:Z|\d)$/.test(value) ? new Date(value) : new Unreadable();
  if (format === 'date') return isDay(value) ? new Date(`${value}T00:00:00Z`) : value;
  if (format === 'byte') return new Uint8Array(Buffer.from(value, 'base64'));
  return format === 'duration' ? (durationOf(value) ?? value) : value;
}

function untyped(value: Value): CelValue {
  if (typeof value === 'number') return wholeOr(value);
  if (Array.isArray(value)) return value.map(untyped);
  if (typeof value !== 'object' || value === null) return value;
  return new Map(Object.entries(value).map(([name, field]) => [name, untyped(field)]));
}

function wholeOr(value: number): number | bigint {
  return Number.isInteger(value) ? BigInt(value) : value;
}

/** How many values a value has, itself included. */
export function sizeOf(value: Value): number {
  if (typeof value !== 'object' || value === null) return 1;
  let size = 1;
  for (const each of Array.isArray(value) ? value : Object.values(value)) size += sizeOf(each);
  return size;
}
