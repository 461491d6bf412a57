import nodeFs from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fingerprint, identity } from './fingerprint.js';
import { locate } from './target.js';
import { put, temporaryDirectory } from './testing.js';

test('both change with the directory, the fingerprint with its index too', () => {
  const path = join(temporaryDirectory(), 'dist');
  const target = locate(nodeFs, path);
  expect([fingerprint(nodeFs, target), identity(nodeFs, target)]).toEqual(['nothing', 'nothing']);
  put(path, { '.dbspan.json': '{}', x: '' });
  const [before, same] = [fingerprint(nodeFs, target), identity(nodeFs, target)];
  expect(fingerprint(nodeFs, target)).toBe(before);
  nodeFs.utimesSync(join(path, '.dbspan.json'), 1, 1);
  expect(fingerprint(nodeFs, target)).not.toBe(before);
  expect(identity(nodeFs, target)).toBe(same);
  nodeFs.renameSync(path, `${path}-old`);
  put(path, { x: '' });
  expect(identity(nodeFs, target)).not.toBe(same);
});
