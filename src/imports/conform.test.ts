import { expect, test } from 'vitest';
import { violationsOf } from './conform.js';
import type { ObjectSchema } from './schema.js';
import { findKindSchema } from './schemas.js';

const schema: ObjectSchema = {
  type: 'object',
  properties: {
    name: { type: 'string', required: true, pattern: '[a-z]+', maxLength: 3, minLength: 1 },
    mode: { type: 'string', enum: { On: true, Off: true } },
    count: { type: 'integer', minimum: 1, maximum: 3 },
    port: { type: 'int-or-text', minimum: 1, maximum: 9, pattern: '[a-z]+' },
    flag: { type: 'boolean' },
    list: { type: 'array', items: { type: 'string' }, minItems: 1, maxItems: 2 },
    map: { type: 'object', additionalProperties: { type: 'string' } },
  },
};

test.each<[object, string[]]>([
  [{ name: 'a', mode: 'On', count: 1, flag: true, list: ['a'], map: { b: 'c' }, left: undefined }, []],
  [{}, ['name is missing']],
  [{ name: 'A' }, ['name cannot be "A": it has another form']],
  [{ name: 'abcd' }, ['name is longer than 3 characters']],
  [{ name: 'a', mode: 'on' }, ['mode cannot be "on"']],
  [{ name: 'a', count: 4 }, ['count is 4, which is out of range']],
  [{ name: 'a', count: '1' }, ['count is text, not a whole number']],
  [{ name: 'a', port: 9 }, []],
  [{ name: 'a', port: 'http' }, []],
  [{ name: 'a', port: 10 }, ['port is 10, which is out of range']],
  [{ name: 'a', port: '80' }, ['port cannot be "80": it has another form']],
  [{ name: 'a', port: true }, ['port is true, neither a whole number nor text']],
  [{ name: 'a', flag: 1 }, ['flag is 1, not true or false']],
  [{ name: 'a', list: [] }, ['list has fewer than 1 entries']],
  [{ name: 'a', list: ['a', 1] }, ['list[1] is 1, not text']],
  [{ name: 'a', map: { b: null } }, ['map.b is empty, not text']],
  [{ name: 'a', other: 1 }, ['other is not a field of this kind']],
  [{ name: 'a', toString: 1 }, ['toString is not a field of this kind']],
])('%j', (object, expected) => {
  expect(violationsOf(object, schema).map(({ path, problem }) => `${path} ${problem}`)).toEqual(expected);
});

test('a kind that dbspan writes', () => {
  const kind = findKindSchema('v1', 'Namespace');
  const object = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'Demo' } };
  expect(kind && violationsOf(object, kind.schema).map(({ path }) => path)).toEqual(['metadata.name']);
});
