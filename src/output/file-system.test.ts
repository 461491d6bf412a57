import nodeFs from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isSystemError, lookAt, OPEN_TO_READ } from './file-system.js';
import { put, temporaryDirectory } from './testing.js';

test('lookAt does not follow links, and finds nothing without an error', () => {
  const directory = temporaryDirectory();
  put(directory, { link: '-> nowhere' });
  expect(lookAt(nodeFs, join(directory, 'link'))?.isSymbolicLink()).toBe(true);
  expect(lookAt(nodeFs, join(directory, 'nothing'))).toBeUndefined();
});

test('OPEN_TO_READ does not follow links', () => {
  const directory = temporaryDirectory();
  put(directory, { file: '', link: '-> file' });
  expect(() => nodeFs.openSync(join(directory, 'link'), OPEN_TO_READ)).toThrow(/ELOOP/);
});

test('isSystemError', () => {
  const errors: unknown[] = [
    new RangeError('no'),
    'ENOENT',
    Object.assign(new Error('no'), { code: 'ERR_INVALID_ARG_TYPE' }),
  ];
  expect(errors.some((error) => isSystemError(error))).toBe(false);
  try {
    nodeFs.readFileSync('/no/such/file');
  } catch (error) {
    expect(isSystemError(error)).toBe(true);
    expect(isSystemError(error, 'EIO', 'ENOENT')).toBe(true);
    expect(isSystemError(error, 'EIO')).toBe(false);
  }
});
