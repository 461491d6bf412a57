import { describe, expect, it } from 'vitest';
import type { SchemaOf } from './schema.js';

interface Sample {
  readonly name: string;
  readonly mode?: 'On' | 'Off' | undefined;
  readonly tags?: { readonly [key: string]: string };
  readonly ports?: readonly number[];
}

const name = { type: 'string', required: true } as const;
const mode = { type: 'string', enum: { On: true, Off: true } } as const;
const tags = { type: 'object', additionalProperties: { type: 'string' } } as const;
const ports = { type: 'array', items: { type: 'integer' } } as const;

describe('SchemaOf', () => {
  it('takes exactly the members of the interface', () => {
    const exact: SchemaOf<Sample> = { type: 'object', properties: { name, mode, tags, ports } };
    expect(Object.keys(exact.properties)).toEqual(['name', 'mode', 'tags', 'ports']);

    // @ts-expect-error a member of the interface has no schema
    const missing: SchemaOf<Sample> = { type: 'object', properties: { name, mode, tags } };

    // @ts-expect-error a member of the schema is not in the interface
    const extra: SchemaOf<Sample> = { type: 'object', properties: { name, mode, tags, ports, more: name } };
    expect([missing, extra]).toHaveLength(2);
  });

  it('demands exactly the members of a union', () => {
    const exact: SchemaOf<'On' | 'Off'> = { type: 'string', enum: { On: true, Off: true } };
    expect(Object.keys(exact.enum)).toEqual(['On', 'Off']);

    // @ts-expect-error a member of the union is not listed
    const missing: SchemaOf<'On' | 'Off'> = { type: 'string', enum: { On: true } };

    // @ts-expect-error a listed value is not in the union
    const extra: SchemaOf<'On' | 'Off'> = { type: 'string', enum: { On: true, Off: true, Auto: true } };

    // @ts-expect-error a union must list its members
    const open: SchemaOf<'On' | 'Off'> = { type: 'string' };
    expect([missing, extra, open]).toHaveLength(3);
  });

  it('demands the question mark and `required` to agree', () => {
    // @ts-expect-error required in the interface only
    const lax: SchemaOf<{ a: string }> = { type: 'object', properties: { a: { type: 'string' } } };

    // @ts-expect-error required in the schema only
    const strict: SchemaOf<{ a?: string }> = { type: 'object', properties: { a: name } };
    expect([lax, strict]).toHaveLength(2);
  });

  it('takes a number or a text where the interface does', () => {
    const exact: SchemaOf<number | string> = { type: 'int-or-text', pattern: '^\\d+%$' };
    expect(exact.type).toBe('int-or-text');

    // @ts-expect-error a text may stand there too
    const narrow: SchemaOf<number | string> = { type: 'integer' };
    expect(narrow.type).toBe('integer');
  });

  it('demands the same type', () => {
    // @ts-expect-error text is not a number
    const scalar: SchemaOf<string> = { type: 'integer' };

    // @ts-expect-error a list is not a map
    const list: SchemaOf<readonly string[]> = tags;

    // @ts-expect-error the items differ
    const items: SchemaOf<readonly string[]> = ports;

    // @ts-expect-error the values differ
    const values: SchemaOf<{ readonly [key: string]: number }> = tags;
    expect([scalar, list, items, values]).toHaveLength(4);
  });
});
