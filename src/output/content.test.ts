import { createHash } from 'node:crypto';
import nodeFs from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fileDigest, fileHolds, sameContent, sha256 } from './content.js';
import { temporaryDirectory } from './testing.js';

const CHUNK = 64 << 10;

test.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK + 7])('a file of %d bytes', (size) => {
  const path = join(temporaryDirectory(), 'file');
  const bytes = Buffer.alloc(size, 'abc');
  nodeFs.writeFileSync(path, bytes);
  expect(fileHolds(nodeFs, path, bytes)).toBe(true);
  expect(fileHolds(nodeFs, path, Buffer.concat([bytes, Buffer.from('x')]))).toBe(false);
  expect(fileDigest(nodeFs, path)).toBe(sha256(bytes));
  expect(sha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
  if (size === 0) return;
  expect(fileHolds(nodeFs, path, bytes.subarray(1))).toBe(false);
  const other = Buffer.from(bytes);
  other[size - 1] = 0;
  expect(fileHolds(nodeFs, path, other)).toBe(false);
  nodeFs.writeFileSync(`${path}2`, other);
  expect(sameContent(nodeFs, path, `${path}2`)).toBe(false);
  expect(sameContent(nodeFs, path, path)).toBe(true);
});

test('bytes that are not UTF-8 are not what they decode to', () => {
  const path = join(temporaryDirectory(), 'file');
  nodeFs.writeFileSync(path, Buffer.from([0xff]));
  expect(fileHolds(nodeFs, path, Buffer.from('\ufffd'))).toBe(false);
});

test('a link is not read through', () => {
  const path = join(temporaryDirectory(), 'file');
  nodeFs.symlinkSync('/etc/passwd', path);
  expect(() => fileDigest(nodeFs, path)).toThrow(/ELOOP/);
});
