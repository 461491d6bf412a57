import { describe, expect, test } from 'vitest';
import { found, foundInThing, thingDefinition } from './testing.js';

const of = (property: string): string =>
  `{ type: object, properties: { a: ${property}, other: { type: string } } }`;

/** [schema of spec.a, value, what is found at 4:12 where the value stands; undefined for nothing] */
const cases: [schema: string, value: string, finding?: string][] = [
  ['{ type: string }', 'x'],
  ['{ type: string }', '5', 'type: `spec.a` is the number 5, expected text (put it between quotes: "5")'],
  ['{ type: string }', 'no', 'type: `spec.a` is false, expected text (put it between quotes: "no")'],
  ['{ type: string }', '[x]', 'type: `spec.a` is a list, expected text'],
  [
    '{ type: string }',
    '',
    'type: `spec.a` is empty, and may not be (give it a value, or leave the line out)',
  ],
  ['{ type: string, nullable: true }', '~'],
  ['{ type: string, default: x }', '~'],
  [
    '{ type: integer }',
    '"5"',
    'type: `spec.a` is the text "5", expected a whole number (write it without quotes: 5)',
  ],
  ['{ type: integer }', '"5x"', 'type: `spec.a` is the text "5x", expected a whole number'],
  ['{ type: integer }', '1.5', 'type: `spec.a` is the number 1.5, expected a whole number'],
  ['{ type: integer }', '2.0'],
  ['{ type: number }', '1.5'],
  [
    '{ type: boolean }',
    '"true"',
    'type: `spec.a` is the text "true", expected true or false (write it without quotes: true)',
  ],
  ['{ type: array, items: { type: string } }', '{ b: c }', 'type: `spec.a` is a mapping, expected a list'],
  ['{ type: object }', '[b]', 'type: `spec.a` is a list, expected a mapping'],
  ['{ x-kubernetes-int-or-string: true }', '80'],
  ['{ x-kubernetes-int-or-string: true }', 'http'],
  [
    '{ x-kubernetes-int-or-string: true }',
    '1.5',
    'type: `spec.a` is the number 1.5, expected a whole number or text',
  ],
  ['{ type: string, enum: [Fast, Safe] }', 'Safe'],
  [
    '{ type: string, enum: [Fast, Safe] }',
    'fast',
    'enum: `spec.a` cannot be the text "fast" (did you mean Fast? it takes Fast, Safe)',
  ],
  ['{ type: integer, enum: [1, 2] }', '3', 'enum: `spec.a` cannot be the number 3 (it takes 1, 2)'],
  ['{ type: string, nullable: true, enum: [b] }', '~', 'enum: `spec.a` cannot be empty (it takes b)'],
  ["{ type: string, pattern: '^[a-z]+$' }", 'abc'],
  ["{ type: string, pattern: 'b' }", 'abc'],
  [
    "{ type: string, pattern: '^[a-z]+$' }",
    'aBc',
    'pattern: `spec.a` cannot be the text "aBc": it has another form (it must match the pattern ^[a-z]+$)',
  ],
  ["{ type: string, pattern: '(?i)^ABC\\z' }", 'abc'],
  ['{ type: string, maxLength: 2 }', 'éé'],
  ['{ type: string, maxLength: 2 }', '😀😀😀', 'length: `spec.a` has 3 characters, at most 2 are possible'],
  ['{ type: string, minLength: 1 }', '""', 'length: `spec.a` is empty'],
  ['{ type: integer, minimum: 1 }', '0', 'range: `spec.a` is 0, it must be at least 1'],
  [
    '{ type: integer, maximum: 5, exclusiveMaximum: true }',
    '5',
    'range: `spec.a` is 5, it must be less than 5',
  ],
  ['{ type: integer, multipleOf: 3 }', '7', 'range: `spec.a` is 7, it must be a multiple of 3'],
  ['{ type: number, multipleOf: 0.1 }', '0.3'],
  ['{ type: integer, format: int32 }', '2147483647'],
  [
    '{ type: integer, format: int32 }',
    '2147483648',
    'format: `spec.a` is the number 2147483648, which is not a whole number of 32 bits',
  ],
  ['{ type: integer, format: int64 }', '9223372036854775807'],
  [
    '{ type: integer, format: int64 }',
    '9223372036854775808',
    'format: `spec.a` is the number 9223372036854776000, which is not a whole number of 64 bits',
  ],
  ['{ type: string, format: date-time }', '2026-01-31T00:00:00Z'],
  [
    '{ type: string, format: date-time }',
    '2026-01-31',
    'format: `spec.a` is the text "2026-01-31", which is not a time such as 2026-01-31T12:00:00Z',
  ],
  ['{ type: string, format: of-no-importance }', 'x'],
  [
    '{ type: array, items: { type: string }, minItems: 1 }',
    '[]',
    'length: `spec.a` needs at least 1 entry, it has 0',
  ],
  [
    '{ type: array, items: { type: string }, maxItems: 1 }',
    '[b, c]',
    'length: `spec.a` takes at most 1 entries, it has 2',
  ],
  [
    '{ type: object, additionalProperties: { type: string }, maxProperties: 1 }',
    '{ b: c, d: e }',
    'length: `spec.a` takes at most 1 fields, it has 2',
  ],
  [
    '{ type: object, additionalProperties: { type: string }, minProperties: 1 }',
    '{}',
    'length: `spec.a` needs at least 1 field, it has 0',
  ],
  ['{ type: object, x-kubernetes-preserve-unknown-fields: true }', '{ any: { thing: 5 } }'],
  ['{ type: string, allOf: [{ minLength: 2 }, { pattern: x }] }', 'ax'],
  [
    '{ type: string, allOf: [{ minLength: 2 }] }',
    'a',
    'length: `spec.a` has 1 characters, at least 2 are needed',
  ],
  ['{ type: string, anyOf: [{ minLength: 2 }, { pattern: x }] }', 'x'],
  ['{ type: integer, oneOf: [{ minimum: 1 }, { minimum: 2 }] }', '1'],
  ['{ type: string, not: { enum: [b] } }', 'b', 'alternatives: `spec.a` has a form that the schema excludes'],
];

describe('one keyword, one value', () => {
  test.each(cases)('%s takes or refuses %s', (schema, value = '', finding) => {
    const at = value === '' ? '4:13' : '4:12';
    expect(foundInThing(of(schema), `{ a: ${value} }`)).toEqual(
      finding === undefined ? [] : [`${at} error ${finding}`],
    );
  });
});

describe('unknown fields', () => {
  test('stand at their name, with the field that was meant', () => {
    expect(foundInThing(of('{ type: string }'), '{ othr: x }')).toEqual([
      '4:9 error unknown-field: `othr` is not a field of spec (did you mean other?)',
    ]);
  });

  test('name a place that has the field', () => {
    const schema =
      '{ type: object, properties: { size: { type: integer }, storage: { type: object, properties: { class: { type: string }, limit: { type: string } } } } }';
    expect(foundInThing(schema, '{ class: x, storage: { size: 3 } }')).toEqual([
      '4:9 error unknown-field: `class` is not a field of spec (it is a field of spec.storage: check the indentation)',
      '4:30 error unknown-field: `size` is not a field of spec.storage (it is a field of spec: check the indentation)',
    ]);
    expect(foundInThing(schema, '{ annotations: {} }')).toEqual([
      '4:9 error unknown-field: `annotations` is not a field of spec (it is a field of metadata: check the indentation)',
    ]);
  });

  test('are one mistake with the required field that they misspell', () => {
    const schema = '{ type: object, required: [replicas], properties: { replicas: { type: integer } } }';
    expect(foundInThing(schema, '{ replica: 3 }')).toHaveLength(1);
    expect(foundInThing(schema, '{ zone: 3 }')).toHaveLength(2);
  });
});

describe('required fields', () => {
  const schema =
    '{ type: object, required: [a, b], properties: { a: { type: string }, b: { type: string, default: x } } }';

  test('are missing at the name of what lacks them; a default satisfies', () => {
    expect(foundInThing(schema, '{}')).toEqual(['4:1 error required: spec lacks `a`']);
  });

  test('of which one is enough are one finding', () => {
    const either =
      '{ type: object, properties: { a: { type: string }, b: { type: string } }, anyOf: [{ required: [a] }, { required: [b] }] }';
    expect(foundInThing(either, '{}')).toEqual(['4:1 error required: spec needs one of `a`, `b`']);
    const one = either.replace('anyOf', 'oneOf');
    expect(foundInThing(one, '{ a: x, b: z }')).toEqual([
      '4:1 error alternatives: `spec` fits 2 forms of the schema, and may fit only one',
    ]);
  });
});

describe('lists', () => {
  test('that are sets hold each value once', () => {
    const schema = of('{ type: array, x-kubernetes-list-type: set, items: { type: string } }');
    expect(foundInThing(schema, '{ a: [x, z, x] }')).toEqual([
      '4:19 error duplicate-item: `spec.a` has x twice',
    ]);
  });

  test('that are maps tell entries apart by their keys and the defaults of these', () => {
    const schema = of(
      '{ type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [name, port], items: { type: object, required: [name], properties: { name: { type: string }, port: { type: integer, default: 80 } } } }',
    );
    expect(foundInThing(schema, '{ a: [{ name: x }, { name: x, port: 81 }] }')).toEqual([]);
    expect(foundInThing(schema, '{ a: [{ name: x }, { name: x, port: 80 }] }')).toEqual([
      '4:34 error duplicate-item: `spec.a` has two entries with name x and port 80',
    ]);
  });
});

describe('objects inside objects', () => {
  const schema = of(
    '{ type: object, x-kubernetes-embedded-resource: true, x-kubernetes-preserve-unknown-fields: true }',
  );

  test('say what they are, and have metadata as any other', () => {
    expect(
      foundInThing(schema, '{ a: { apiVersion: v1, kind: Secret, metadata: { name: x }, data: {} } }'),
    ).toEqual([]);
    expect(foundInThing(schema, '{ a: { kind: "", metadata: { labels: { x: 1 } } } }')).toEqual([
      '4:9 error required: spec.a lacks `apiVersion`',
      '4:20 error metadata: the kind of an object may not be empty',
      '4:49 error type: `spec.a.metadata.labels.x` is the number 1, expected text (put it between quotes: "1")',
    ]);
  });
});

describe('the status', () => {
  const content =
    'apiVersion: example.org/v1\nkind: Thing\nmetadata: { name: a, namespace: b }\nspec: {}\nstatus: { phase: Ready }\n';

  test('is noted where it has a path of its own', () => {
    const definition = thingDefinition(
      '{ type: object }, status: { type: object, required: [x], properties: { phase: { type: string }, x: { type: string } } }',
      'subresources: { status: {} }',
    );
    expect(found(content, definition)).toEqual([
      '5:1 info status: the status is dropped when this is applied',
    ]);
  });
});

test('a pattern that is none is told', () => {
  expect(foundInThing(of("{ type: string, pattern: '(?=x)' }"), '{ a: x }')[0]).toMatch(
    /^4:12 info pattern-not-checked: `spec.a` is not checked against the pattern \(\?=x\): /,
  );
});

test('a pattern that would keep JavaScript busy for years takes no time', () => {
  const started = performance.now();
  expect(
    foundInThing(of("{ type: string, pattern: '^(a+)+$' }"), `{ a: ${'a'.repeat(5000)}b }`),
  ).toHaveLength(1);
  expect(performance.now() - started).toBeLessThan(2000);
});
