import nodeFs from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CompareResult, compareTreeWith } from './compare.js';
import {
  type Hook,
  hookedFileSystem,
  put,
  snapshot,
  systemError,
  temporaryDirectory,
  treeOf,
} from './testing.js';
import { writeTreeWith } from './write.js';

const FILES = { 'a/one.yaml': '1', 'a/two.yaml': '2', 'b/three.yaml': '3', 'c/four.yaml': '4' };

async function written(): Promise<string> {
  const dist = join(temporaryDirectory(), 'dist');
  await writeTreeWith({ fs: nodeFs, lockWait: 0 }, dist, treeOf(FILES));
  return dist;
}

async function compare(
  dist: string,
  files: Record<string, string>,
  hook: Hook = () => {},
): Promise<CompareResult> {
  const refuseToWrite: Hook = (operation, args, count) => {
    if (/^(chmod|chown|copy|link|lutimes|mkdir|rename|rmdir|symlink|unlink|utimes|write)/.test(operation)) {
      throw new RangeError(`compareTree calls ${operation}`);
    }
    hook(operation, args, count);
  };
  return compareTreeWith({ fs: hookedFileSystem(refuseToWrite), lockWait: 0 }, dist, treeOf(files));
}

describe('compareTree', () => {
  test('names every file of ours, sorted, and writes nothing', async () => {
    const dist = await written();
    put(dist, { 'mine.txt': 'mine', 'b/three.yaml': 'edited' });
    nodeFs.rmSync(join(dist, 'a/two.yaml'));
    const before = snapshot(dirname(dist));
    const result = await compare(dist, {
      ...FILES,
      'a/one.yaml': 'new',
      'b/three.yaml': 'new',
      'B/x.yaml': 'x',
    });
    expect(result.changes).toEqual([]);
    expect(result.problems).toMatchObject([{ kind: 'collision', path: 'b/three.yaml' }]);

    const { changes, problems } = await compare(dist, {
      'a/one.yaml': 'new',
      'a/two.yaml': '2',
      'b/three.yaml': 'new',
    });
    expect(changes).toEqual([
      { kind: 'changed', path: '.dbspan.json' },
      { kind: 'changed', path: 'a/one.yaml' },
      { kind: 'added', path: 'a/two.yaml' },
      { kind: 'hand-edited', path: 'b/three.yaml' },
      { kind: 'removed', path: 'c/four.yaml' },
    ]);
    expect(problems).toMatchObject([{ kind: 'hand-edited', path: 'b/three.yaml' }]);
    expect(snapshot(dirname(dist))).toEqual(before);
  });

  test('finds nothing to do', async () => {
    const { changes, problems } = await compare(await written(), FILES);
    expect(problems).toEqual([]);
    expect(new Set(changes.map((change) => change.kind))).toEqual(new Set(['unchanged']));
    expect(changes).toHaveLength(5);
  });

  test('finds everything missing where there is no directory', async () => {
    const dist = join(temporaryDirectory(), 'no', 'dist');
    const { changes, problems } = await compare(dist, { x: 'x' });
    expect(changes).toEqual([
      { kind: 'added', path: '.dbspan.json' },
      { kind: 'added', path: 'x' },
    ]);
    expect(problems).toEqual([]);
    expect(nodeFs.existsSync(dirname(dist))).toBe(false);
  });

  test('tells problems and never throws them', async () => {
    const dist = await written();
    put(dist, { '.dbspan.json': '{' });
    expect((await compare(dist, FILES)).problems).toMatchObject([
      { kind: 'bad-index', path: '.dbspan.json' },
    ]);
    const unreadable = await compare(await written(), FILES, (operation) => {
      if (operation === 'openSync') throw systemError('EACCES', 'open');
    });
    expect(unreadable.problems).toMatchObject([{ kind: 'system', message: /permission is denied/ }]);
  });

  test('repairs first what a killed run has left', async () => {
    const dist = await written();
    nodeFs.renameSync(dist, join(dirname(dist), '.dist.dbspan-old-1-0123456789ab'));
    const result = await compareTreeWith({ fs: nodeFs, lockWait: 0 }, dist, treeOf(FILES));
    expect(result.changes.every((change) => change.kind === 'unchanged')).toBe(true);
    expect(nodeFs.readdirSync(dirname(dist))).toEqual(['dist']);
  });

  test('reads again when the directory is swapped under it', async () => {
    const dist = await written();
    let swapped = false;
    const { changes, problems } = await compare(dist, { ...FILES, 'a/one.yaml': 'new' }, (operation) => {
      if (operation !== 'openSync' || swapped) return;
      swapped = true;
      nodeFs.renameSync(dist, `${dist}-old`);
      nodeFs.cpSync(`${dist}-old`, dist, { recursive: true });
      put(dist, { 'a/one.yaml': 'new' });
    });
    expect(problems).toEqual([]);
    expect(changes).toContainEqual({ kind: 'unchanged', path: 'a/one.yaml' });
  });

  test('gives up on a directory that never stands still', async () => {
    const dist = await written();
    const { changes, problems } = await compare(dist, FILES, (operation, _args, count) => {
      if (operation === 'openSync') put(dist, { [`${count}.txt`]: '' });
    });
    expect(changes).toEqual([]);
    expect(problems).toMatchObject([{ kind: 'system', message: /keeps changing/ }]);
  });
});
