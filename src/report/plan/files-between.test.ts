import { expect, test } from 'vitest';
import { filesBetween } from './files-between.js';

test('a commit writes what differs, and takes away what is gone', () => {
  const before = new Map(Object.entries({ a: { sha256: '1' }, b: { sha256: '2' }, c: { sha256: '3' } }));
  const after = new Map(Object.entries({ d: { sha256: '4' }, b: { sha256: '5' }, c: { sha256: '3' } }));
  expect(filesBetween(before, after)).toEqual([
    { path: 'a', change: 'removed', sha256: undefined },
    { path: 'b', change: 'changed', sha256: '5' },
    { path: 'd', change: 'added', sha256: '4' },
  ]);
});
