import nodeFs from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nodeEnvironment } from './environment.js';
import { manifests, temporaryDirectory, treeOf } from './testing.js';
import { compareTree, recover, writeTree } from './tree.js';

test('compare, write, compare, recover', async () => {
  const dist = join(temporaryDirectory(), 'dist');
  const tree = treeOf({ 'a/b.yaml': 'b' });
  expect((await compareTree(dist, tree)).changes).toContainEqual({ kind: 'added', path: 'a/b.yaml' });
  expect(await writeTree(dist, tree)).toMatchObject({ ok: true, written: 1 });
  expect((await compareTree(dist, tree)).changes).toContainEqual({ kind: 'unchanged', path: 'a/b.yaml' });
  expect(await recover(dist)).toMatchObject({ ok: true, restored: false });
  expect(manifests(dist)).toEqual({ 'a/b.yaml': 'b' });
});

test('problems come as values', async () => {
  const problems = [{ kind: 'foreign-directory', path: '/' }];
  expect(await writeTree('/', treeOf({}))).toMatchObject({ ok: false, problems });
  expect(await compareTree('/', treeOf({}))).toMatchObject({ changes: [], problems });
  expect(await recover('/')).toMatchObject({ ok: false, problems });
});

test('6,000 files in 1,000 directories', async () => {
  const files: Record<string, string> = {};
  for (let at = 0; at < 6000; at += 1) files[`cluster-${at % 1000}/object-${at}.yaml`] = `number: ${at}\n`;
  const dist = join(temporaryDirectory(), 'dist');
  expect(await writeTree(dist, treeOf(files))).toMatchObject({ ok: true, written: 6000 });
  expect(await writeTree(dist, treeOf(files))).toMatchObject({ ok: true, written: 0, unchanged: 6000 });
  expect(nodeEnvironment).toEqual({ fs: nodeFs, lockWait: 10_000 });
});
