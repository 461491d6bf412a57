import type { Findings, Span } from '../diagnostics/index.js';
import type { ObjectSchema, Schema as OwnSchema } from '../imports/schema.js';
import type { Field, Manifest } from '../manifests/index.js';
import type { Value } from '../yaml/read.js';
import { wrongType } from './kinds.js';
import { describe } from './tell.js';

/**
 * Without the CRD of a kind that dbspan writes, its own schema stands in. It has only the fields that dbspan writes, and
 * only the values that dbspan gives them: of which type a value is, is all it proves. Where dbspan writes a text a number may be right, as
 * quantities may be written either way.
 */
export function checkPartly({ root }: Manifest, schema: ObjectSchema, findings: Findings): readonly Span[] {
  const rejected: Span[] = [];
  for (const [name, property] of Object.entries(schema.properties))
    if (name !== 'metadata') check(root.at(name), property, name, findings, rejected);
  return rejected;
}

const names = {
  object: 'a mapping',
  array: 'a list',
  boolean: 'true or false',
  integer: 'a whole number',
  'int-or-text': 'a whole number or text',
  string: 'a text',
} as const;

function check(field: Field, schema: OwnSchema, path: string, findings: Findings, rejected: Span[]): void {
  const { value } = field;
  if (value === undefined || value === null) return;
  if (!isOf(schema.type, value)) {
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

function isOf(type: OwnSchema['type'], value: Value): boolean {
  switch (type) {
    case 'array':
      return Array.isArray(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return Number.isInteger(value);
    case 'int-or-text':
      return typeof value === 'string' || Number.isInteger(value);
    case 'string':
      return typeof value === 'string' || typeof value === 'number';
    case 'object':
      return typeof value === 'object' && !Array.isArray(value);
  }
}
