import { expect, test } from 'vitest';
import { isLocalPath } from './storage-classes.js';

test.each([
  ['local-path', true],
  ['longhorn', false],
  [undefined, false],
] as const)('the class %s', (storageClass, expected) => {
  expect(isLocalPath(storageClass)).toBe(expected);
});
