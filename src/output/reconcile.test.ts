import nodeFs from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { expectedFrom } from './expected.js';
import { Pacer } from './pacer.js';
import { type Plan, reconcile } from './reconcile.js';
import { locate } from './target.js';
import { put, temporaryDirectory, treeOf } from './testing.js';
import { writeTree } from './tree.js';

async function plan(dist: string, files: Record<string, string>): Promise<Plan> {
  return reconcile(nodeFs, locate(nodeFs, dist), expectedFrom(treeOf(files)), new Pacer());
}

test('sorts every path into one of the ways it goes', async () => {
  const dist = join(temporaryDirectory(), 'dist');
  await writeTree(dist, treeOf({ 'a/same': 's', 'a/changes': '1', 'b/goes': 'g', 'b/c/goes': 'g' }));
  put(dist, { 'b/mine': 'm', 'd/link': '-> x', 'e/f/': '' });
  const { changes, problems, write, keep, symlinks, directories, oldDirectories, counts, current } =
    await plan(dist, {
      'a/same': 's',
      'a/changes': '2',
      'g/h/new': 'n',
    });
  expect(problems).toEqual([]);
  expect(current).toBe(false);
  expect(changes.map(({ kind, path }) => `${kind} ${path}`)).toEqual([
    'changed .dbspan.json',
    'changed a/changes',
    'unchanged a/same',
    'removed b/c/goes',
    'removed b/goes',
    'added g/h/new',
  ]);
  expect([...write.keys()].sort()).toEqual(['.dbspan.json', 'a/changes', 'g/h/new']);
  expect([...keep].sort()).toEqual(['a/same', 'b/mine']);
  expect(symlinks).toEqual(['d/link']);
  expect(directories).toEqual(['a', 'b', 'd', 'e', 'e/f', 'g', 'g/h']);
  expect([...oldDirectories].sort()).toEqual(['a', 'b', 'b/c', 'd', 'e', 'e/f']);
  expect(counts).toEqual({ written: 2, unchanged: 1, removed: 2, kept: 2 });
});

test('a directory without an index that holds all but the index is ours but for the index', async () => {
  const dist = join(temporaryDirectory(), 'dist');
  put(dist, { x: 'x' });
  const { current, changes, write } = await plan(dist, { x: 'x' });
  expect(current).toBe(false);
  expect(changes).toEqual([
    { kind: 'added', path: '.dbspan.json' },
    { kind: 'unchanged', path: 'x' },
  ]);
  expect([...write.keys()]).toEqual(['.dbspan.json']);
});
