import nodeFs from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { swap } from './swap.js';
import { locate } from './target.js';
import { hookedFileSystem, put, snapshot, systemError, temporaryDirectory } from './testing.js';

function trees(): { parent: string; dist: string; staging: string } {
  const parent = temporaryDirectory();
  put(parent, { 'dist/x': 'old', 'staging/x': 'new' });
  return { parent, dist: join(parent, 'dist'), staging: join(parent, 'staging') };
}

test('puts the new tree in the place of the old', async () => {
  const { dist, staging } = trees();
  const old = await swap(nodeFs, locate(nodeFs, dist), staging);
  expect(snapshot(dist)).toEqual({ x: 'new' });
  expect(snapshot(old)).toEqual({ x: 'old' });
  expect(nodeFs.existsSync(staging)).toBe(false);
});

test.each([1, 2])('leaves the old tree when rename %d fails', async (k) => {
  const { parent, dist, staging } = trees();
  const before = snapshot(parent);
  let renames = 0;
  const fs = hookedFileSystem((operation) => {
    if (operation !== 'renameSync') return;
    renames += 1;
    if (renames === k) throw systemError('EBUSY', 'rename');
  });
  await expect(swap(fs, locate(nodeFs, dist), staging)).rejects.toThrow(/EBUSY/);
  expect(snapshot(parent)).toEqual(before);
});
