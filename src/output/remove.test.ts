import nodeFs from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Pacer } from './pacer.js';
import { interrupted } from './problem.js';
import { attempt, readOwnDirectory, removeTree } from './remove.js';
import { put, snapshot, systemError, temporaryDirectory } from './testing.js';

test('removeTree follows no link, and does not stop at a closed directory', async () => {
  const parent = temporaryDirectory();
  put(parent, { 'outside/keep': '', 'tree/a/b/c': '', 'tree/link': '-> ../outside', 'tree/closed/x': '' });
  nodeFs.chmodSync(join(parent, 'tree/closed'), 0o000);
  await removeTree(nodeFs, join(parent, 'tree'), new Pacer());
  await removeTree(nodeFs, join(parent, 'tree'), new Pacer());
  expect(snapshot(parent)).toEqual({ 'outside/keep': '' });
});

test('a link is not a directory of ours', () => {
  const parent = temporaryDirectory();
  put(parent, { 'outside/keep': '', tree: '-> outside' });
  expect(() => readOwnDirectory(nodeFs, join(parent, 'tree'))).toThrow(
    /is not the directory that dbspan made/,
  );
});

test('attempt hides failures of the system, and only those', async () => {
  const failing = (error: Error) => (): void => {
    throw error;
  };
  expect(await attempt(() => {})).toBe(true);
  expect(await attempt(failing(systemError('EIO')))).toBe(false);
  expect(await attempt(failing(interrupted()))).toBe(false);
  await expect(attempt(failing(new RangeError('a bug')))).rejects.toThrow('a bug');
});
