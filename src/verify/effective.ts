import type { Value } from '../yaml/read.js';
import { below, type Path } from './path.js';
import type { Problem } from './problem.js';
import type { Schema } from './schema.js';

type Mapping = { [key: string]: Value };

/**
 * What the API server keeps of a value before it validates it: without the fields that the schema does not know, without
 * the nulls that it does not allow, with the defaults. The fields that went are put into `problems`.
 */
export function effectiveValue(value: Value, schema: Schema, problems: Problem[]): Value {
  return keep(value, schema, undefined, problems);
}

/** Where anything may stand: nothing is known about it. */
export function isOpen(schema: Schema): boolean {
  return (
    schema.preserve ||
    schema.additional === true ||
    (schema.type === undefined && schema.properties.size === 0 && !schema.items && !schema.additional)
  );
}

function keep(value: Value, schema: Schema, path: Path | undefined, problems: Problem[]): Value {
  if (Array.isArray(value)) {
    const { items } = schema;
    if (!items) return value;
    return value.map((item, index) =>
      item === null && !items.nullable && items.standard !== undefined
        ? items.standard
        : keep(item, items, below(path, index), problems),
    );
  }
  return isMapping(value) ? keepFields(value, schema, path, problems) : value;
}

const objectFields = ['apiVersion', 'kind', 'metadata'];

function keepFields(value: Mapping, schema: Schema, path: Path | undefined, problems: Problem[]): Mapping {
  if (schema.properties.size === 0 && schema.additional === undefined && !schema.embedded && isOpen(schema))
    return value;
  const kept: Mapping = {};
  for (const name of Object.keys(value)) {
    const field = value[name] as Value;
    const here = fieldSchema(schema, name);
    if (here === undefined) {
      if (path === undefined ? objectFields.includes(name) : schema.embedded && objectFields.includes(name))
        kept[name] = field;
      // A scalar type has no fields: that it is a mapping is the mistake, and is told as such.
      else if (!takesFields(schema)) kept[name] = field;
      else problems.push({ code: 'unknown', path: below(path, name), around: schema });
    } else if (here === true) kept[name] = field;
    else if (field === null && !here.nullable) {
      if (here.standard !== undefined) kept[name] = here.standard;
      else if (isOpen(here)) kept[name] = null;
    } else if (path === undefined && name === 'metadata') kept[name] = field;
    else kept[name] = keep(field, here, below(path, name), problems);
  }
  if (schema.hasDefaults) addDefaults(kept, schema, path, problems);
  return kept;
}

function addDefaults(kept: Mapping, schema: Schema, path: Path | undefined, problems: Problem[]): void {
  for (const [name, property] of schema.properties) {
    if (property.standard === undefined || Object.hasOwn(kept, name)) continue;
    kept[name] = keep(property.standard, property, below(path, name), problems);
  }
}

/** The schema of a field; true when the field is free, undefined when there is no such field. */
export function fieldSchema(schema: Schema, name: string): Schema | true | undefined {
  const property = schema.properties.get(name);
  if (property) return property;
  if (schema.additional !== undefined) return schema.additional;
  return isOpen(schema) ? true : undefined;
}

function takesFields(schema: Schema): boolean {
  return (
    (schema.type === undefined && !schema.intOrString && schema.format === undefined) ||
    schema.type === 'object'
  );
}

function isMapping(value: Value): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
