import fc from 'fast-check';
import type { ObjectSchema, Schema } from './schema.js';

/** Data that a schema accepts; optional members are sometimes left out, sometimes given as undefined. */
export function arbitraryOf(schema: Schema): fc.Arbitrary<unknown> {
  switch (schema.type) {
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -1000, max: schema.maximum ?? 100_000 });
    case 'int-or-text':
      return fc.oneof(
        fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 100_000 }),
        arbitraryString(schema),
      );
    case 'array':
      return fc.array(arbitraryOf(schema.items), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 3, Math.max(3, schema.minItems ?? 0)),
      });
    case 'string':
      return 'enum' in schema ? fc.constantFrom(...Object.keys(schema.enum)) : arbitraryString(schema);
    case 'object':
      if (!('additionalProperties' in schema)) return arbitraryObject(schema);
      return arbitraryMap(arbitraryOf(schema.additionalProperties));
  }
}

/** Keys such as labels and files have. Not `constructor`, on which cdk8s stumbles. */
const KEY = fc.stringMatching(/^[a-z][A-Z0-9._-]{0,8}$/);

export function arbitraryMap<T>(values: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> {
  return fc.dictionary(KEY, values, { maxKeys: 3, noNullPrototype: true });
}

function arbitraryString({
  pattern,
  minLength = 0,
  maxLength = Number.POSITIVE_INFINITY,
}: {
  pattern?: string;
  minLength?: number;
  maxLength?: number;
}): fc.Arbitrary<string> {
  const strings = pattern === undefined ? fc.string({ minLength }) : fc.stringMatching(new RegExp(pattern));
  return strings.filter((text) => text.length >= minLength && text.length <= maxLength);
}

function arbitraryObject({ properties }: ObjectSchema): fc.Arbitrary<Record<string, unknown>> {
  const members: Record<string, fc.Arbitrary<unknown>> = {};
  for (const [name, property] of Object.entries(properties)) {
    const member = arbitraryOf(property);
    members[name] = property.required ? member : fc.option(member, { nil: undefined });
  }
  const requiredKeys = Object.keys(properties).filter((name) => properties[name]?.required);
  return fc.record(members, { requiredKeys, noNullPrototype: true });
}
