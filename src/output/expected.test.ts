import { describe, expect, test } from 'vitest';
import { byPath, type Expected, expectedFrom, parentOf } from './expected.js';
import { Stop } from './problem.js';
import { treeOf } from './testing.js';

function stopOf(files: Record<string, string>): Stop | Expected {
  return stopOfList(Object.keys(files));
}

function stopOfList(paths: readonly string[]): Stop | Expected {
  const files = paths.map((path, at) => ({ path, content: '', source: `/databases/${at}` }));
  try {
    return expectedFrom({ files, input: '', version: '' });
  } catch (error) {
    if (error instanceof Stop) return error;
    throw error;
  }
}

describe('expectedFrom', () => {
  test('sorts by code unit and collects directories', () => {
    const { files, directories, index } = expectedFrom(treeOf({ 'b/c/é': 'é', C: '', 'a/x': '', a1: '' }));
    expect([...files.keys()]).toEqual(['C', 'a/x', 'a1', 'b/c/é']);
    expect(files.get('b/c/é')).toEqual(Buffer.from([0xc3, 0xa9]));
    expect([...directories].sort()).toEqual(['a', 'b', 'b/c']);
    expect(JSON.parse(index.toString()).files.a1).toEqual({
      sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      source: '/a1',
    });
  });

  test('names both sources of a collision', () => {
    expect(stopOfList(['a/x', 'a/x'])).toMatchObject({
      problems: [
        {
          kind: 'collision',
          path: 'a/x',
          message: 'a/x would be written twice (from /databases/0 and from /databases/1)',
        },
      ],
    });
  });

  test.each([
    [['a/x', 'A/x'], 'a/x'],
    [['a/X', 'a/x'], 'a/x'],
    [['A/x', 'a/y'], 'a/y'],
    [['\u00e9', 'e\u0301'], '\u00e9'],
    [['a', 'a/b'], 'a/b'],
    [['a', 'a/b/c'], 'a/b/c'],
    [['A', 'a/b'], 'a/b'],
    [['.dbspan.json'], '.dbspan.json'],
    [['.DBSPAN.json/x'], '.DBSPAN.json/x'],
  ])('finds what cannot stand side by side: %j', (paths, path) => {
    expect(stopOfList(paths)).toMatchObject({ problems: [{ kind: 'collision', path }] });
    expect(stopOfList(paths.toReversed())).toMatchObject({ problems: [{ kind: 'collision', path }] });
  });

  test('lists every problem', () => {
    expect(stopOf({ '../a': '', 'b\\c': '', d: '', D: '' })).toMatchObject({
      problems: [{ path: '../a' }, { path: 'b\\c' }, { path: 'd' }],
    });
  });
});

test('parentOf', () => {
  expect(['a', 'a/b', 'a/b/c'].map(parentOf)).toEqual(['', 'a', 'a/b']);
});

test('byPath orders by code unit', () => {
  const sorted = ['ä', 'a', 'Z', 'a/b', 'a-b', '😀', '\uffee'].map((path) => ({ path })).sort(byPath);
  expect(sorted.map(({ path }) => path)).toEqual(['Z', 'a', 'a-b', 'a/b', 'ä', '😀', '\uffee']);
  expect(byPath({ path: 'a' }, { path: 'a' })).toBe(0);
});
