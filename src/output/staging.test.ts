import nodeFs from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Pacer } from './pacer.js';
import type { Plan } from './reconcile.js';
import { buildTree } from './staging.js';
import { locate } from './target.js';
import { hookedFileSystem, put, snapshot, systemError, temporaryDirectory } from './testing.js';

const PLAN: Plan = {
  changes: [],
  problems: [],
  current: false,
  directories: ['a', 'a/b'],
  oldDirectories: new Set(['a']),
  write: new Map([['a/b/new', Buffer.from('new')]]),
  keep: ['a/kept'],
  symlinks: ['a/link'],
  counts: { written: 1, unchanged: 0, removed: 0, kept: 2 },
};

function oldTree(): { dist: string; staging: string } {
  const parent = temporaryDirectory();
  put(parent, { 'dist/a/kept': 'kept', 'dist/a/link': '-> kept', 'dist/a/goes': '' });
  nodeFs.chmodSync(join(parent, 'dist'), 0o750);
  nodeFs.chmodSync(join(parent, 'dist/a'), 0o700);
  return { dist: join(parent, 'dist'), staging: join(parent, 'staging') };
}

test('builds what the plan says beside the old tree, which it does not change', async () => {
  const { dist, staging } = oldTree();
  const before = snapshot(dist);
  await buildTree(nodeFs, locate(nodeFs, dist), staging, PLAN, new Pacer());
  expect(snapshot(staging)).toEqual({ 'a/b/new': 'new', 'a/kept': 'kept', 'a/link': '-> kept' });
  expect(snapshot(dist)).toEqual(before);
  expect(nodeFs.statSync(join(staging, 'a/kept')).ino).toBe(nodeFs.statSync(join(dist, 'a/kept')).ino);
  expect(nodeFs.statSync(staging).mode & 0o777).toBe(0o750);
  expect(nodeFs.statSync(join(staging, 'a')).mode & 0o777).toBe(0o700);
});

test('never writes over something that is there', async () => {
  const { dist, staging } = oldTree();
  const fs = hookedFileSystem((operation) => {
    if (operation === 'writeFileSync') put(staging, { 'a/b/new': 'not ours' });
  });
  await expect(buildTree(fs, locate(nodeFs, dist), staging, PLAN, new Pacer())).rejects.toThrow(/EEXIST/);
  expect(nodeFs.readFileSync(join(staging, 'a/b/new'), 'utf8')).toBe('not ours');
});

test('directories keep their owner where the system lets us, and are made where it does not', async () => {
  const { dist, staging } = oldTree();
  const chowns: unknown[] = [];
  const fs = hookedFileSystem((operation, args) => {
    if (operation !== 'chownSync') return;
    chowns.push(args[0]);
    throw systemError('EPERM', 'chown');
  });
  if (process.getuid?.() !== 0) return;
  nodeFs.chownSync(join(dist, 'a'), 1234, 1234);
  await buildTree(fs, locate(nodeFs, dist), staging, PLAN, new Pacer());
  expect(chowns).toEqual([join(staging, 'a')]);
});
