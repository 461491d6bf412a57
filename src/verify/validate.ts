import { isMapping, type Mapping } from '../yaml/mapping.js';
import type { Value } from '../yaml/read.js';
import { hasFormat, isDateTime, isQuantity } from './formats.js';
import { below, type Path } from './path.js';
import { compilePattern } from './patterns.js';
import type { Problem } from './problem.js';
import type { Schema } from './schema.js';

/** How strictly a kind is read: the built-in ones by Go types, custom resources by their schema alone. */
export interface Strictness {
  readonly custom: boolean;
  /** Looks at an object inside the object. */
  readonly embedded?: (value: Mapping, at: Path, problems: Problem[]) => void;
}

/** What the API server finds wrong with a value that was pruned and has its defaults. */
export function validate(value: Value, schema: Schema, strictness: Strictness): Problem[] {
  const problems: Problem[] = [];
  new Validation(strictness, problems).value(value, schema, undefined);
  return problems;
}

class Validation {
  readonly #custom: boolean;
  readonly #problems: Problem[];
  readonly #strictness: Strictness;

  constructor(strictness: Strictness, problems: Problem[]) {
    this.#strictness = strictness;
    this.#custom = strictness.custom;
    this.#problems = problems;
  }

  value(value: Value, schema: Schema, path: Path | undefined): void {
    if (value === null) {
      // Built-in kinds read a null as the zero value of the type.
      if (this.#custom && !schema.nullable && expectedType(schema) !== undefined)
        this.#problems.push({ code: 'null', path });
      else if (this.#custom) this.#enumeration(value, schema, path);
      return;
    }
    if (!this.#type(value, schema, path)) return;
    this.#enumeration(value, schema, path);
    if (typeof value === 'string') this.#text(value, schema, path);
    else if (typeof value === 'number') this.#number(value, schema, path);
    else if (Array.isArray(value)) this.#list(value, schema, path);
    else if (typeof value === 'object') this.#mapping(value, schema, path);
    this.#combinations(value, schema, path);
  }

  /** Returns false when the type is wrong and nothing more can be said. */
  #type(value: Value, schema: Schema, path: Path | undefined): boolean {
    const expected = expectedType(schema);
    if (expected === undefined || hasType(value, expected)) return true;
    this.#problems.push({ code: 'type', path, expected, found: value });
    return false;
  }

  #enumeration(value: Value, schema: Schema, path: Path | undefined): void {
    if (!schema.enum) return;
    // The zero value of a built-in kind is the same as nothing.
    if (!this.#custom && value === '') return;
    const found = canonical(value);
    if (schema.enum.some((choice) => canonical(choice) === found)) return;
    this.#problems.push({ code: 'enum', path, found: value, choices: schema.enum });
  }

  #text(value: string, schema: Schema, path: Path | undefined): void {
    const { pattern, minLength, maxLength, format } = schema;
    if (minLength !== undefined || maxLength !== undefined) {
      const found = [...value].length;
      if (maxLength !== undefined && found > maxLength)
        this.#problems.push({ code: 'longer', path, found, limit: maxLength });
      if (minLength !== undefined && found < minLength)
        this.#problems.push({ code: 'shorter', path, found, limit: minLength });
    }
    if (pattern !== undefined) {
      const compiled = compilePattern(pattern);
      if ('reason' in compiled)
        this.#problems.push({ code: 'badPattern', path, pattern, reason: compiled.reason });
      else if (!compiled.matches(value))
        this.#problems.push({ code: 'pattern', path, found: value, pattern });
    }
    if (format !== undefined && !this.#hasFormat(value, format))
      this.#problems.push({ code: 'format', path, found: value, format });
  }

  #hasFormat(value: string, format: string): boolean {
    if (this.#custom) return hasFormat(format, value) !== false;
    if (format === 'quantity') return isQuantity(value);
    if (format === 'date-time') return isDateTime(value);
    return format !== 'byte' || isGoBase64(value);
  }

  #number(value: number, schema: Schema, path: Path | undefined): void {
    const { minimum, maximum, multipleOf, format } = schema;
    if (maximum !== undefined && (schema.exclusiveMaximum ? value >= maximum : value > maximum))
      this.#problems.push({
        code: 'range',
        path,
        found: value,
        bound: `${schema.exclusiveMaximum ? 'less than' : 'at most'} ${maximum}`,
      });
    if (minimum !== undefined && (schema.exclusiveMinimum ? value <= minimum : value < minimum))
      this.#problems.push({
        code: 'range',
        path,
        found: value,
        bound: `${schema.exclusiveMinimum ? 'more than' : 'at least'} ${minimum}`,
      });
    if (multipleOf !== undefined && multipleOf > 0 && !isMultiple(value, multipleOf))
      this.#problems.push({ code: 'multiple', path, found: value, of: multipleOf });
    if (expectedType(schema) === 'integer' || schema.intOrString) this.#integer(value, format, path);
  }

  #integer(value: number, format: string | undefined, path: Path | undefined): void {
    // The 32 bits of int-or-string are those of the Go type behind it.
    if (
      (format === 'int32' || (!this.#custom && format === undefined)) &&
      (value < -(2 ** 31) || value >= 2 ** 31)
    )
      this.#problems.push({ code: 'format', path, found: value, format: 'int32' });
    else if (value < -(2 ** 63) || value >= 2 ** 63)
      this.#problems.push({ code: 'format', path, found: value, format: 'int64' });
  }

  #list(value: Value[], schema: Schema, path: Path | undefined): void {
    const { items, minItems, maxItems } = schema;
    if (maxItems !== undefined && value.length > maxItems)
      this.#problems.push({ code: 'more', path, found: value.length, limit: maxItems });
    if (minItems !== undefined && value.length < minItems)
      this.#problems.push({ code: 'fewer', path, found: value.length, limit: minItems });
    if (items)
      for (const [index, item] of value.entries()) this.#item(item, items, schema, below(path, index));
    if (schema.listType === 'set' || schema.uniqueItems) this.#unique(value, [], path);
    else if (schema.listType === 'map' && schema.listKeys.length > 0)
      this.#unique(value, schema.listKeys, path);
  }

  #item(item: Value, items: Schema, { listType }: Schema, path: Path): void {
    // Built-in kinds read a null as the zero value, but not where entries are told apart.
    if (item === null && !this.#custom && listType !== undefined) this.#problems.push({ code: 'null', path });
    else this.value(item, items, path);
  }

  #unique(value: readonly Value[], keys: readonly string[], path: Path | undefined): void {
    const seen = new Map<string, number>();
    for (const [index, item] of value.entries()) {
      if (keys.length > 0 && !isMapping(item)) continue;
      const identity = keys.length > 0 ? identityOf(item as Mapping, keys) : canonical(item);
      const first = seen.get(identity);
      if (first === undefined) seen.set(identity, index);
      else this.#problems.push({ code: 'duplicate', path: below(path, index), first, keys });
    }
  }

  #mapping(value: Mapping, schema: Schema, path: Path | undefined): void {
    const names = Object.keys(value);
    if (schema.embedded && path !== undefined) this.#strictness.embedded?.(value, path, this.#problems);
    const { minProperties, maxProperties, additional } = schema;
    if (maxProperties !== undefined && names.length > maxProperties)
      this.#problems.push({ code: 'moreFields', path, found: names.length, limit: maxProperties });
    if (minProperties !== undefined && names.length < minProperties)
      this.#problems.push({ code: 'fewerFields', path, found: names.length, limit: minProperties });
    for (const name of schema.required)
      if (!Object.hasOwn(value, name)) this.#problems.push({ code: 'missing', path, field: name });
    for (const name of names) {
      // Metadata has rules of its own, and was looked at.
      if (name === 'metadata' && (path === undefined || schema.embedded)) {
        this.#names(value[name] as Value, schema, path);
        continue;
      }
      if (schema.embedded && (name === 'apiVersion' || name === 'kind')) continue;
      const property = schema.properties.get(name) ?? (additional === true ? undefined : additional);
      if (property) this.value(value[name] as Value, property, below(path, name));
    }
  }

  /** Of the metadata of a custom resource, the schema may narrow the name. */
  #names(metadata: Value, schema: Schema, path: Path | undefined): void {
    const narrowed = schema.properties.get('metadata');
    if (!this.#custom || !narrowed || !isMapping(metadata)) return;
    for (const name of ['name', 'generateName']) {
      const property = narrowed.properties.get(name);
      if (property && typeof metadata[name] === 'string')
        this.value(metadata[name], property, below(below(path, 'metadata'), name));
    }
  }

  #combinations(value: Value, schema: Schema, path: Path | undefined): void {
    for (const each of schema.allOf) this.value(value, each, path);
    if (schema.anyOf.length > 0) this.#alternatives('anyOf', schema.anyOf, value, path);
    if (schema.oneOf.length > 0) this.#alternatives('oneOf', schema.oneOf, value, path);
    if (schema.not && this.#problemsOf(value, schema.not, path).length === 0)
      this.#problems.push({ code: 'not', path });
  }

  #alternatives(
    mode: 'anyOf' | 'oneOf',
    schemas: readonly Schema[],
    value: Value,
    path: Path | undefined,
  ): void {
    const branches = schemas.map((each) => this.#problemsOf(value, each, path));
    const matched = branches.filter((problems) => problems.length === 0).length;
    if (mode === 'anyOf' ? matched > 0 : matched === 1) return;
    this.#problems.push({ code: 'alternatives', mode, path, matched, branches });
  }

  #problemsOf(value: Value, schema: Schema, path: Path | undefined): Problem[] {
    const problems: Problem[] = [];
    new Validation(this.#strictness, problems).value(value, schema, path);
    return problems.filter(({ code }) => code !== 'badPattern');
  }
}

function expectedType(schema: Schema): string | undefined {
  if (schema.intOrString) return 'int-or-string';
  if (schema.type === undefined && schema.format === 'quantity') return 'quantity';
  return schema.type;
}

function hasType(value: Value, expected: string): boolean {
  switch (expected) {
    case 'object':
      return isMapping(value);
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    case 'int-or-string':
      return typeof value === 'string' || Number.isInteger(value);
    case 'quantity':
      return typeof value === 'string' || typeof value === 'number';
    default:
      return typeof value === expected;
  }
}

/** JSON with sorted keys: equal for values that are equal. */
export function canonical(value: Value | undefined): string {
  if (value === undefined) return '';
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const members = Object.keys(value).sort();
  return `{${members.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}

function identityOf(item: Mapping, keys: readonly string[]): string {
  return keys.map((key) => canonical(item[key])).join('\n');
}

function isMultiple(value: number, of: number): boolean {
  const quotient = value / of;
  return Math.abs(quotient - Math.round(quotient)) < 1e-9;
}

/** Base64 as Go reads it: with its padding, line breaks ignored. */
function isGoBase64(value: string): boolean {
  const text = value.replaceAll(/[\r\n]/g, '');
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
}
