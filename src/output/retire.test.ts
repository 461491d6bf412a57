import nodeFs from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sha256 } from './content.js';
import { printIndex } from './ownership.js';
import { Pacer } from './pacer.js';
import type { Problem } from './problem.js';
import { retire } from './retire.js';
import { locate } from './target.js';
import { hookedFileSystem, put, snapshot, temporaryDirectory } from './testing.js';

/** An index that says that dbspan wrote `ours` into each of these. */
function indexOf(...paths: readonly string[]): string {
  const file = { sha256: sha256(Buffer.from('ours')), source: '' };
  return printIndex({
    dbspan: '0.1.0',
    input: '0'.repeat(64),
    files: new Map(paths.map((path) => [path, file])),
  });
}

function trees(dist: Record<string, string>, gone: Record<string, string>): string {
  const parent = temporaryDirectory();
  put(join(parent, 'dist'), dist);
  put(join(parent, 'gone'), gone);
  return parent;
}

async function retireIn(parent: string, known?: ReadonlySet<string>): Promise<Problem[]> {
  return retire(nodeFs, locate(nodeFs, join(parent, 'dist')), join(parent, 'gone'), new Pacer(), { known });
}

test('deletes what is in the new tree, and what dbspan wrote', async () => {
  const parent = trees(
    { same: 'same', changed: 'new', link: '-> a' },
    {
      same: 'same',
      changed: 'ours',
      'deep/removed': 'ours',
      link: '-> a',
      '.dbspan.json': indexOf('changed', 'deep/removed'),
    },
  );
  expect(await retireIn(parent)).toEqual([]);
  expect(snapshot(parent)).toEqual({ 'dist/same': 'same', 'dist/changed': 'new', 'dist/link': '-> a' });
});

test('moves what has a free place, and puts the rest aside', async () => {
  const parent = trees(
    { taken: 'them', file: '', link: '-> a', sub: '-> .' },
    {
      taken: 'user',
      free: 'user',
      'new/deep': 'user',
      'file/x': 'user',
      link: '-> b',
      'sub/x': 'user',
      'sub/deep/er': 'user',
    },
  );
  const problems = await retireIn(parent);
  expect(problems.map(({ path }) => path)).toEqual(['file/x', 'link', 'sub/deep/er', 'sub/x', 'taken']);
  const [rescued = ''] = nodeFs.readdirSync(parent).filter((name) => name.startsWith('dist.dbspan-rescued-'));
  expect(snapshot(join(parent, rescued))).toEqual({
    taken: 'user',
    'file/x': 'user',
    link: '-> b',
    'sub/x': 'user',
    'sub/deep/er': 'user',
  });
  expect(snapshot(join(parent, 'dist'))).toMatchObject({ free: 'user', 'new/deep': 'user', taken: 'them' });
});

test('keeps an empty directory that is new, where it is known which are', async () => {
  const known = new Set(['old', 'old/empty']);
  const parent = trees({ x: '' }, { 'old/empty/': '', 'new/empty/': '' });
  await retireIn(parent, known);
  expect(snapshot(parent)).toEqual({ 'dist/x': '', 'dist/new/empty/': '' });
});

test('does not replace what appears in the last moment', async () => {
  const parent = trees({ x: '' }, { late: 'user' });
  const fs = hookedFileSystem((operation) => {
    if (operation === 'linkSync') put(join(parent, 'dist'), { late: 'other' });
  });
  const target = locate(nodeFs, join(parent, 'dist'));
  expect(await retire(fs, target, join(parent, 'gone'), new Pacer())).toMatchObject([{ path: 'late' }]);
  expect(snapshot(join(parent, 'dist'))).toEqual({ x: '', late: 'other' });
});
