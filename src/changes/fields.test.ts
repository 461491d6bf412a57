import { describe, expect, test } from 'vitest';
import type { Value } from '../yaml/read.js';
import { compareOutputs } from './compare.js';
import { fieldAt, fieldChanges, pathText } from './fields.js';
import type { ObjectChange } from './model.js';
import { outputOf } from './testing.js';

const texts = (before: Value, after: Value): string[] => fieldChanges(before, after).map(({ text }) => text);

describe('fields', () => {
  test('are told at their paths, with both values and the way to them', () => {
    expect(
      fieldChanges(
        {
          spec: {
            rules: [
              { name: 'a', x: 1 },
              { name: 'b', x: 2 },
            ],
          },
        },
        { spec: { rules: [{ name: 'b', x: 3 }, { name: 'c' }] } },
      ),
    ).toEqual([
      {
        path: ['spec', 'rules', { by: 'name', value: 'a' }],
        text: 'spec.rules[a]',
        pointer: ['spec', 'rules', 0],
        before: { name: 'a', x: 1 },
        after: undefined,
      },
      {
        path: ['spec', 'rules', { by: 'name', value: 'b' }, 'x'],
        text: 'spec.rules[b].x',
        pointer: ['spec', 'rules', 0, 'x'],
        before: 2,
        after: 3,
      },
      {
        path: ['spec', 'rules', { by: 'name', value: 'c' }],
        text: 'spec.rules[c]',
        pointer: ['spec', 'rules', 1],
        before: undefined,
        after: { name: 'c' },
      },
    ]);
  });

  test('that mean the same are none', () => {
    expect(texts({ b: 1, a: null }, { b: 1 })).toEqual([]);
    expect(texts({ l: ['a', 'b'] }, { l: ['b', 'a'] })).toEqual([]);
    expect(texts({ requests: { storage: '1Gi' } }, { requests: { storage: '1024Mi' } })).toEqual([]);
    expect(texts({ t: 'a\nb\n' }, { t: 'a\nb' })).toEqual([]);
  });

  test('of option files are the options, whatever their order and comments', () => {
    const file = (text: string): Value => ({ data: { 'my.cnf': text } });
    expect(texts(file('[mariadb]\na = 1\nb = 2\n'), file('# why\n[mariadb]\nb = 2 # two\na = 1\n'))).toEqual(
      [],
    );
    expect(texts(file('[mariadb]\na = 1\nb = 2\n'), file('[mariadb]\na = 1\nb = 3\n'))).toEqual([
      'data["my.cnf"]["[mariadb] b"]',
    ]);
    expect(texts(file('set -e\necho a\n'), file('set -e\necho b\n'))).toEqual(['data["my.cnf"]']);
  });

  test('of lists whose order counts are told when that alone changes', () => {
    const slice = (...clusters: string[]): Value => ({ spec: { clusters } });
    expect(fieldChanges(slice('fra', 'ams'), slice('ams', 'fra'))).toMatchObject([
      { text: 'spec.clusters', before: ['fra', 'ams'], after: ['ams', 'fra'] },
    ]);
    expect(texts(slice('fra', 'ams'), slice('fra', 'ams', 'par'))).toEqual(['spec.clusters[par]']);
    expect(texts(slice('fra', 'ams', 'par'), slice('fra', 'par'))).toEqual(['spec.clusters[ams]']);
  });

  test('that are new as a whole are one', () => {
    expect(texts({ spec: {} }, { spec: { a: { b: 1, c: 2 } } })).toEqual(['spec.a']);
  });

  test('of every name are only their own', () => {
    expect(fieldChanges({ toString: 'a' }, {})).toMatchObject([
      { text: 'toString', before: 'a', after: undefined },
    ]);
    expect(fieldChanges({}, { constructor: 'a' })).toMatchObject([
      { text: 'constructor', before: undefined },
    ]);
  });
});

describe('one field', () => {
  const object = (spec: string): string => `apiVersion: v1\nkind: X\nmetadata: { name: a }\nspec: ${spec}\n`;
  const changed = (before: string, after: string): ObjectChange => {
    const { objects } = compareOutputs(
      outputOf({ 'a.yaml': object(before) }),
      outputOf({ 'a.yaml': object(after) }),
    );
    const [first] = objects;
    if (!first) throw new Error('nothing differs');
    return first;
  };

  test('is found below a mapping that is new or gone as a whole', () => {
    expect(fieldAt(changed('{}', '{ a: { b: 1 } }'), 'spec', 'a', 'b')).toMatchObject({
      before: undefined,
      after: 1,
    });
    expect(fieldAt(changed('{ a: { b: 1 } }', '{}'), 'spec', 'a', 'b')).toMatchObject({
      before: 1,
      after: undefined,
    });
  });

  test('that means the same, or is not there, is none', () => {
    expect(fieldAt(changed('{ size: 1Gi, x: 1 }', '{ size: 1024Mi, x: 2 }'), 'spec', 'size')).toBeUndefined();
    expect(fieldAt(changed('{ x: 1 }', '{ x: 2 }'), 'spec', 'constructor')).toBeUndefined();
    expect(fieldAt(changed('{ x: 1 }', '{ x: 2 }'), 'spec', 'x', 'y')).toBeUndefined();
  });
});

test('a path as people read it', () => {
  expect(pathText(['spec', 'a-b', 'c.d', 0, { by: 'name', value: 'x' }, { by: undefined, value: 'y' }])).toBe(
    'spec.a-b["c.d"][0][x][y]',
  );
});
