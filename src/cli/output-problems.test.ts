import { describe, expect, test } from 'vitest';
import type { Problem } from '../output/tree.js';
import { problemOfChanges, problemOfOutput } from './output-problems.js';
import { makeIo } from './testing.js';

const { io } = makeIo({ directory: '/work' });

describe('a problem of the output folder', () => {
  test.each([
    ['hand-edited', 'fra/a.yaml', 'out/dist/fra/a.yaml'],
    ['foreign-directory', '/work/out/dist', 'out/dist'],
    ['foreign-directory', 'out/dist', 'out/dist'],
    ['bad-index', '.dbspan.json', 'out/dist/.dbspan.json'],
    ['system', '/work/out', undefined],
  ] as const)('%s at %s is at %s', (kind, path, expected) => {
    const problem: Problem = { kind, path, message: 'm', remedy: 'r' };
    expect(problemOfOutput(problem, 'error', 'out/dist', io)).toEqual({
      id: `output/${kind}`,
      severity: 'error',
      message: 'm',
      fix: 'r',
      ...(expected === undefined ? {} : { path: expected }),
    });
  });

  test('is below a folder however that is written', () => {
    const problem: Problem = { kind: 'hand-edited', path: 'a', message: 'm', remedy: 'r' };
    expect(problemOfOutput(problem, 'error', 'dist/', io).path).toBe('dist/a');
  });
});

describe('an output that is stale', () => {
  test('is one problem, at the first file that is not the index', () => {
    const changes = [
      { kind: 'changed', path: '.dbspan.json' },
      { kind: 'added', path: 'fra/a.yaml' },
      { kind: 'removed', path: 'fra/b.yaml' },
      { kind: 'hand-edited', path: 'fra/c.yaml' },
    ] as const;
    expect(problemOfChanges(changes, 'dist')).toEqual([
      {
        id: 'output/stale',
        severity: 'error',
        message: 'dist is not what synth would write: 3 files (fra/a.yaml, fra/b.yaml, .dbspan.json)',
        fix: 'run dbspan synth and commit dist',
        path: 'dist/fra/a.yaml',
      },
    ]);
  });

  test('names nine files', () => {
    const changes = Array.from({ length: 11 }, (_, nth) => ({ kind: 'added' as const, path: `f${nth}` }));
    expect(problemOfChanges(changes, 'dist')[0]?.message).toMatch(/: 11 files \(f0, .*, f8, and 2 more\)$/);
  });

  test('is none when only files of a hand are different', () => {
    expect(problemOfChanges([{ kind: 'hand-edited', path: 'a' }], 'dist')).toEqual([]);
  });
});
