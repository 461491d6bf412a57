import { expect, test } from 'vitest';
import { interrupted, problemsOf, Stop } from './problem.js';
import { systemError } from './testing.js';

test.each([
  ['ENOSPC', 'the disk is full'],
  ['EROFS', 'the file system is read-only'],
  ['EACCES', 'permission is denied'],
  ['EXDEV', 'it is a mount point, or part of a container image layer'],
  ['ENOTDIR', 'a file stands where a directory is needed'],
  ['ENOENT', 'something disappeared meanwhile'],
])('%s in plain words', (code, reason) => {
  const error = Object.assign(systemError(code, 'open'), { path: 'dist/x' });
  const [problem] = problemsOf(error, 'dist');
  expect(problem).toMatchObject({ kind: 'system', path: 'dist/x' });
  expect(problem?.message).toBe(`cannot write dist: ${reason} (open dist/x)`);
  expect(problem?.remedy).toMatch(/^[a-z].*[^.]$/);
});

test('an operation with two paths is named by the one it makes', () => {
  const error = Object.assign(systemError('EACCES', 'rename'), { path: 'a', dest: 'b' });
  expect(problemsOf(error, 'dist')).toMatchObject([{ path: 'b', message: /\(rename b\)$/ }]);
});

test('an unknown code says what the system says', () => {
  expect(problemsOf(systemError('EWHAT', 'open'), 'dist')).toMatchObject([
    {
      path: 'dist',
      message: 'cannot write dist: the operating system says EWHAT: injected, open (open dist)',
    },
  ]);
});

test('a Stop carries its problems, anything else is thrown again', () => {
  expect(problemsOf(interrupted(), 'dist')).toMatchObject([{ kind: 'system', message: /^interrupted/ }]);
  expect(new Stop(...interrupted().problems, ...interrupted().problems).problems).toHaveLength(2);
  expect(() => problemsOf(new RangeError('a bug'), 'dist')).toThrow('a bug');
});
