import nodeFs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { OutputTree } from './expected.js';
import type { FileSystem } from './file-system.js';
import { recoverWith } from './recover.js';
import { hookedFileSystem, put, snapshot, systemError, temporaryDirectory, treeOf } from './testing.js';
import { writeTree } from './tree.js';
import { writeTreeWith } from './write.js';

const OLD = treeOf({
  'a/same.yaml': 's',
  'a/changes.yaml': '1',
  'b/goes.yaml': 'g',
  'becomes-a-directory': 'f',
});
const NEW = treeOf(
  { 'a/same.yaml': 's', 'a/changes.yaml': '2', 'c/d/comes.yaml': 'n', 'becomes-a-directory/x': 'x' },
  'b',
);
const OWN = { 'a/mine.txt': 'mine', 'b/link': '-> ../a', 'empty/': '', 'notes.md': 'notes' };

/** A parent directory with the old tree and the user's files in `dist`. */
async function oldTree(): Promise<{ parent: string; dist: string }> {
  const parent = temporaryDirectory();
  const dist = join(parent, 'dist');
  expect(await writeTree(dist, OLD)).toMatchObject({ ok: true });
  put(dist, OWN);
  return { parent, dist };
}

async function contentOf(tree: OutputTree): Promise<Record<string, string>> {
  const { dist } = await oldTree();
  expect(await writeTree(dist, tree)).toMatchObject({ ok: true });
  return snapshot(dist) ?? {};
}

/** Deletes on failure would hide what failed: the directory is restored for every `k`. */
async function forEveryOperation(
  visit: (k: number, dist: string, parent: string) => Promise<boolean>,
): Promise<number> {
  for (let k = 1; ; k += 1) {
    const { parent, dist } = await oldTree();
    const reached = await visit(k, dist, parent);
    nodeFs.rmSync(parent, { recursive: true });
    if (!reached) return k - 1;
  }
}

describe('the old tree or the new one', () => {
  test.each(['EIO', 'EACCES', 'EXDEV', 'ENOENT'])('when any one operation fails with %s', async (code) => {
    const before = await contentOf(OLD);
    const after = await contentOf(NEW);
    let undone = 0;
    const operations = await forEveryOperation(async (k, dist, parent) => {
      let reached = false;
      const fs = hookedFileSystem((operation, _args, count) => {
        if (count !== k) return;
        reached = true;
        throw systemError(code, operation);
      });
      const result = await writeTreeWith({ fs, lockWait: 0 }, dist, NEW);
      if (!result.ok) {
        undone += 1;
        expect(result.problems).toMatchObject([{ kind: 'system' }]);
      }
      if (nodeFs.existsSync(dist)) expect(snapshot(dist)).toEqual(result.ok ? after : before);
      expect(await recoverWith({ fs: nodeFs, lockWait: 0 }, dist)).toMatchObject({
        ok: true,
        warnings: [],
      });
      expect(snapshot(dist)).toEqual(result.ok ? after : before);
      expect(nodeFs.readdirSync(parent)).toEqual(['dist']);
      return reached;
    });
    expect(undone).toBeGreaterThan(10);
    expect(operations).toBeGreaterThan(80);
  });

  test('when the process dies before any operation, and again while it recovers', async () => {
    const before = await contentOf(OLD);
    const after = await contentOf(NEW);
    const states = new Set<string>();
    await forEveryOperation(async (k, dist, parent) => {
      const first = dyingFileSystem(k);
      await writeTreeWith({ fs: first.fs, lockWait: 0 }, dist, NEW);
      const second = dyingFileSystem(1 + ((k * 7) % 40));
      await recoverWith({ fs: second.fs, lockWait: 0 }, dist);
      expect(await recoverWith({ fs: nodeFs, lockWait: 0 }, dist)).toMatchObject({ ok: true, warnings: [] });
      const files = snapshot(dist);
      expect([before, after]).toContainEqual(files);
      states.add(JSON.stringify(files));
      expect(nodeFs.readdirSync(parent)).toEqual(['dist']);

      expect(await writeTree(dist, NEW)).toMatchObject({ ok: true, kept: 3 });
      expect(snapshot(dist)).toEqual(after);
      return first.died();
    });
    expect(states.size).toBe(2);
  });

  test('when the process dies while it writes the first tree', async () => {
    const after = treeOf({ 'a/b.yaml': '1' });
    for (let k = 1; ; k += 1) {
      const parent = temporaryDirectory();
      const dist = join(parent, 'build', 'dist');
      const { fs, died } = dyingFileSystem(k);
      await writeTreeWith({ fs, lockWait: 0 }, dist, after);
      expect(await recoverWith({ fs: nodeFs, lockWait: 0 }, dist)).toMatchObject({ ok: true });
      expect([undefined, 'a/b.yaml']).toContain(Object.keys(snapshot(dist) ?? {})[1]);
      expect(await writeTree(dist, after)).toMatchObject({ ok: true });
      expect(nodeFs.readdirSync(join(parent, 'build'))).toEqual(['dist']);
      if (!died()) break;
    }
  });
});

/** Every operation from the k-th on fails, those of cleaning up too. */
function dyingFileSystem(k: number): { fs: FileSystem; died: () => boolean } {
  let dead = false;
  const fs = hookedFileSystem((operation, _args, count) => {
    if (count < k) return;
    dead = true;
    throw systemError('EIO', operation);
  });
  return { fs, died: () => dead };
}
