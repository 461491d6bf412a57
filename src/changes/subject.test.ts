import { describe, expect, test } from 'vitest';
import { compareOutputs } from './compare.js';
import type { ObjectChange } from './model.js';
import { changeSubject, nameOf, objectText } from './subject.js';
import { outputOf } from './testing.js';

const object = (kind: string, name: string, data: string): string =>
  `apiVersion: v1\nkind: ${kind}\nmetadata: { name: ${name}, namespace: shop }\nstringData: { password: ${data} }\n`;

function subjectOf(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
  isOurs = true,
) {
  const nowhere = () => {
    throw new Error('no place is asked for');
  };
  return changeSubject(compareOutputs(outputOf(before), outputOf(after)), {
    plans: [],
    plansBefore: undefined,
    isOurs,
    placeOf: nowhere,
    placeAt: nowhere,
  });
}

function firstOf(objects: readonly ObjectChange[]): ObjectChange {
  const [first] = objects;
  if (!first) throw new Error('nothing differs');
  return first;
}

describe('what a Secret holds', () => {
  test('is never told, whatever becomes of it', () => {
    const [old, young] = [object('Secret', 'a', 'tulip'), object('Secret', 'a', 'rose')];
    const change = firstOf(subjectOf({ 'secret.a.yaml': old }, { 'secret.a.yaml': young }).objects);
    const [field] = change.fields;
    const named = nameOf(change, field);
    expect(named).toMatchObject({
      kind: 'Secret',
      field: 'stringData.password',
      before: '***',
      after: '***',
    });
    expect(JSON.stringify(named)).not.toMatch(/tulip|rose/);
    const added = firstOf(subjectOf({}, { 'secret.a.yaml': young }).objects);
    expect(JSON.stringify(nameOf(added))).not.toContain('rose');
    expect(objectText(added)).toBe('Secret a');
  });

  test('and what others hold is', () => {
    const change = firstOf(
      subjectOf({ 'x.a.yaml': object('X', 'a', 'tulip') }, { 'x.a.yaml': object('X', 'a', 'rose') }).objects,
    );
    expect(nameOf(change, change.fields[0])).toMatchObject({ before: 'tulip', after: 'rose' });
  });
});

test('objects are found by kind, changed or not, in files named as dbspan names them', () => {
  const files = { 'fra/70-x/x.a.yaml': object('X', 'a', 'b'), 'fra/70-x/other.yaml': object('X', 'c', 'd') };
  const names = (isOurs: boolean, side: 'before' | 'after'): string[] =>
    subjectOf(files, files, isOurs)
      .objectsOf(side, 'X', '')
      .map(({ manifest }) => manifest.name);
  expect(names(true, 'before')).toEqual(['a']);
  expect(names(false, 'before')).toEqual(['a', 'c']);
  expect(names(false, 'after')).toEqual(['a']);
  const subject = subjectOf({}, files);
  expect(subject.of('X', '')).toHaveLength(2);
  expect(subject.of('X', 'example.com')).toEqual([]);
});
