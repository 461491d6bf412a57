import nodeFs from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listSiblings, lockPath, rescuePath, siblingPath } from './siblings.js';
import { locate } from './target.js';
import { temporaryDirectory } from './testing.js';

test('siblings are found by their names, sorted', () => {
  const target = locate(nodeFs, join(temporaryDirectory(), 'my.dist'));
  const paths = (['new', 'gone', 'old'] as const).map((kind) => siblingPath(target, kind));
  for (const path of [...paths, rescuePath(target)]) nodeFs.mkdirSync(path);
  nodeFs.symlinkSync('x', siblingPath(target, 'lock'));
  nodeFs.symlinkSync('x', siblingPath(target, 'new'));
  nodeFs.symlinkSync('x', lockPath(target));
  const { locked, siblings } = listSiblings(nodeFs, target);
  expect(locked).toBe(true);
  expect(siblings.map(({ kind, pid }) => [kind, pid])).toEqual(
    ['gone', 'lock', 'new', 'old'].map((kind) => [kind, process.pid]),
  );
  expect(paths.every((path) => siblings.some((sibling) => sibling.path === path))).toBe(true);
});

test('there are none where there is no parent', () => {
  const target = locate(nodeFs, join(temporaryDirectory(), 'no', 'dist'));
  expect(listSiblings(nodeFs, target)).toEqual({ locked: false, siblings: [] });
});
