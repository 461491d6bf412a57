import type { Findings, Span } from '../diagnostics/index.js';
import type { ObjectSchema, Schema as OwnSchema } from '../imports/schema.js';
import type { Field, Manifest } from '../manifests/index.js';
import { wrongType } from './kinds.js';
import { describe } from './tell.js';

/**
 * Without the CRD of a kind that dbspan writes, its own schema stands in. It has only the fields that dbspan writes, and
 * only the values that dbspan gives them: that a mapping, a list, a flag or a whole number stands there is all it proves.
 */
export function checkPartly({ root }: Manifest, schema: ObjectSchema, findings: Findings): readonly Span[] {
  const rejected: Span[] = [];
  for (const [name, property] of Object.entries(schema.properties))
    if (name !== 'metadata') check(root.at(name), property, name, findings, rejected);
  return rejected;
}

const names = { object: 'a mapping', array: 'a list', boolean: 'true or false' } as const;

function check(field: Field, schema: OwnSchema, path: string, findings: Findings, rejected: Span[]): void {
  const { value } = field;
  if (value === undefined || value === null || schema.type === 'string' || schema.type === 'integer') return;
  const right =
    schema.type === 'array'
      ? Array.isArray(value)
      : schema.type === 'boolean'
        ? typeof value === 'boolean'
        : typeof value === 'object' && !Array.isArray(value);
  if (!right) {
    rejected.push(field.span);
    findings
      .report(wrongType, 'type', { path, found: describe(value), expected: names[schema.type] })
      .at(field.span);
    return;
  }
  if (schema.type === 'array')
    for (const [index, item] of field.items().entries())
      check(item, schema.items, `${path}[${index}]`, findings, rejected);
  if (schema.type !== 'object' || !('properties' in schema)) return;
  for (const [name, property] of Object.entries(schema.properties))
    check(field.at(name), property, `${path}.${name}`, findings, rejected);
}
