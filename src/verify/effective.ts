import { isMapping, type Mapping } from '../yaml/mapping.js';
import type { Value } from '../yaml/read.js';
import { below, type Path } from './path.js';
import type { Problem } from './problem.js';
import type { Schema } from './schema.js';

/**
 * What the API server keeps of a value before it validates it: without the fields that the schema does not know, with the
 * defaults, and in built-in kinds without nulls. The fields that went are put into `problems`.
 */
export function effectiveValue(value: Value, schema: Schema, custom: boolean, problems: Problem[]): Value {
  return new Keeper(custom, problems).keep(value, schema, undefined);
}

/** Where anything may stand: nothing is known about it. */
export function isOpen(schema: Schema): boolean {
  return (
    schema.preserve ||
    schema.additional === true ||
    (schema.type === undefined && schema.properties.size === 0 && !schema.items && !schema.additional)
  );
}

class Keeper {
  readonly #custom: boolean;
  readonly #problems: Problem[];

  constructor(custom: boolean, problems: Problem[]) {
    this.#custom = custom;
    this.#problems = problems;
  }

  keep(value: Value, schema: Schema, path: Path | undefined): Value {
    if (Array.isArray(value)) {
      const { items } = schema;
      if (!items) return value;
      return value.map((item, index) =>
        item === null && !items.nullable && items.standard !== undefined
          ? items.standard
          : this.keep(item, items, below(path, index)),
      );
    }
    return isMapping(value) ? this.#fields(value, schema, path) : value;
  }

  #fields(value: Mapping, schema: Schema, path: Path | undefined): Mapping {
    if (schema.properties.size === 0 && schema.additional === undefined && isOpen(schema)) return value;
    const kept: Mapping = {};
    for (const name of Object.keys(value)) {
      const field = value[name] as Value;
      const here = fieldSchema(schema, name);
      if (here === undefined) {
        if ((path === undefined || schema.embedded) && objectFields.includes(name)) kept[name] = field;
        // A scalar type has no fields: that it is a mapping is the mistake, and is told as such.
        else if (!takesFields(schema)) kept[name] = field;
        else this.#problems.push({ code: 'unknown', path: below(path, name), around: schema });
      } else if (here === true || ((path === undefined || schema.embedded) && name === 'metadata'))
        kept[name] = field;
      else if (field === null && !here.nullable) {
        // Without a default, a create drops it and a server-side apply refuses it.
        if (here.standard !== undefined) kept[name] = this.keep(here.standard, here, below(path, name));
        else if (this.#custom) kept[name] = null;
      } else kept[name] = this.keep(field, here, below(path, name));
    }
    if (schema.hasDefaults) this.#addDefaults(kept, schema, path);
    return kept;
  }

  #addDefaults(kept: Mapping, schema: Schema, path: Path | undefined): void {
    for (const [name, property] of schema.properties) {
      if (property.standard === undefined || Object.hasOwn(kept, name)) continue;
      kept[name] = this.keep(property.standard, property, below(path, name));
    }
  }
}

const objectFields = ['apiVersion', 'kind', 'metadata'];

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
