import { type ChildProcess, spawn } from 'node:child_process';
import nodeFs from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type RecoverResult, recoverWith } from './recover.js';
import { manifests, put, snapshot, temporaryDirectory, treeOf } from './testing.js';
import { writeTreeWith } from './write.js';

const FILES = { 'a/one.yaml': '1', 'b/two.yaml': '2' };
const DEAD = 2 ** 22 + 1;

async function written(files: Record<string, string> = FILES): Promise<string> {
  const dist = join(temporaryDirectory(), 'dist');
  await writeTreeWith({ fs: nodeFs, lockWait: 0 }, dist, treeOf(files));
  return dist;
}

async function recover(dist: string): Promise<RecoverResult> {
  return recoverWith({ fs: nodeFs, lockWait: 0 }, dist);
}

function sibling(dist: string, kind: string, pid = DEAD, random = '0123456789ab'): string {
  return join(dirname(dist), `.dist.dbspan-${kind}-${pid}-${random}`);
}

function livingProcess(): ChildProcess {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)'], { stdio: 'ignore' });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

describe('recover', () => {
  test('does nothing where nothing is left', async () => {
    const dist = await written();
    const before = nodeFs.statSync(dirname(dist)).mtimeMs;
    expect(await recover(dist)).toEqual({ ok: true, restored: false, removed: 0, warnings: [] });
    expect(nodeFs.statSync(dirname(dist)).mtimeMs).toBe(before);
    expect(await recover(join(dist, 'no', 'such'))).toEqual({
      ok: true,
      restored: false,
      removed: 0,
      warnings: [],
    });
  });

  test('removes a tree that was not finished', async () => {
    const dist = await written();
    put(sibling(dist, 'new'), { 'x/y': '', z: '-> ../dist', 'closed/x': '' });
    nodeFs.chmodSync(join(sibling(dist, 'new'), 'closed'), 0o500);
    expect(await recover(dist)).toMatchObject({ ok: true, restored: false, removed: 1 });
    expect(nodeFs.readdirSync(dirname(dist))).toEqual(['dist']);
    expect(manifests(dist)).toEqual(FILES);
  });

  test('moves the old tree back when a run died between the two renames', async () => {
    for (const madeAgain of [false, true]) {
      const dist = await written();
      nodeFs.renameSync(dist, sibling(dist, 'old'));
      put(sibling(dist, 'new'), { x: 'x' });
      if (madeAgain) nodeFs.mkdirSync(dist);
      expect(await recover(dist)).toMatchObject({ ok: true, restored: true, removed: 1 });
      expect(nodeFs.readdirSync(dirname(dist))).toEqual(['dist']);
      expect(manifests(dist)).toEqual(FILES);
    }
  });

  test.each(['old', 'gone'])('finishes deleting a tree that was replaced (%s)', async (kind) => {
    const dist = await written();
    put(dist, { 'a/mine.txt': 'mine', link: '-> a', 'empty/': '' });
    nodeFs.cpSync(dist, sibling(dist, kind), { recursive: true, verbatimSymlinks: true });
    nodeFs.rmSync(join(dist, 'b'), { recursive: true });
    put(dist, { 'a/one.yaml': 'new', '.dbspan.json': 'new' });
    const after = snapshot(dist);
    expect(await recover(dist)).toEqual({ ok: true, restored: false, removed: 1, warnings: [] });
    expect(snapshot(dist)).toEqual(after);
    expect(nodeFs.existsSync(sibling(dist, kind))).toBe(false);
  });

  test('keeps what it cannot account for', async () => {
    const dist = await written();
    put(sibling(dist, 'gone'), { 'only/here.txt': 'user', 'a/one.yaml': 'user', 'a/link': '-> x' });
    const result = await recover(dist);
    expect(result).toMatchObject({ ok: true, warnings: [{ kind: 'not-ours', path: 'a/one.yaml' }] });
    expect(manifests(dist)).toEqual({ ...FILES, 'only/here.txt': 'user', 'a/link': '-> x' });
    const [rescued = ''] = nodeFs.readdirSync(dirname(dist)).filter((name) => name.includes('rescued'));
    expect(snapshot(join(dirname(dist), rescued))).toEqual({ 'a/one.yaml': 'user' });
    expect(await recover(dist)).toMatchObject({ ok: true, removed: 0, warnings: [] });
  });

  test('keeps it too when the new tree is gone', async () => {
    const dist = await written();
    nodeFs.renameSync(dist, sibling(dist, 'gone'));
    put(sibling(dist, 'gone'), { 'mine.txt': 'mine' });
    expect(await recover(dist)).toMatchObject({ ok: true, warnings: [{ path: 'mine.txt' }] });
    const [rescued = ''] = nodeFs.readdirSync(dirname(dist));
    expect(snapshot(join(dirname(dist), rescued))).toEqual({ 'mine.txt': 'mine' });
  });

  test('does not choose between two old trees', async () => {
    const dist = await written();
    nodeFs.renameSync(dist, sibling(dist, 'old'));
    put(sibling(dist, 'old', DEAD, 'ffffffffffff'), { x: 'x' });
    expect(await recover(dist)).toMatchObject({
      ok: false,
      problems: [{ kind: 'system', message: /two old trees/ }],
    });
    expect(nodeFs.readdirSync(dirname(dist))).toHaveLength(2);
  });

  test('leaves the tree that a living process builds', async () => {
    const dist = await written();
    const { pid } = livingProcess();
    put(sibling(dist, 'new', pid), { x: 'x' });
    expect(await recover(dist)).toMatchObject({ ok: true, removed: 0 });
    expect(snapshot(sibling(dist, 'new', pid))).toEqual({ x: 'x' });
  });

  test('is not led out of its directory by symbolic links', async () => {
    const dist = await written();
    const outside = temporaryDirectory();
    put(outside, { 'keep.txt': 'keep' });
    for (const kind of ['new', 'old', 'gone']) nodeFs.symlinkSync(outside, sibling(dist, kind));
    put(sibling(dist, 'gone', DEAD, 'ffffffffffff'), { 'trap/keep.txt': 'other', 'trap/new.txt': 'new' });
    nodeFs.symlinkSync(outside, join(dist, 'trap'));
    const result = await recover(dist);
    expect(result).toMatchObject({
      ok: true,
      warnings: [{ path: 'trap/keep.txt' }, { path: 'trap/new.txt' }],
    });
    expect(snapshot(outside)).toEqual({ 'keep.txt': 'keep' });
  });

  test('takes no part in what only looks like a leftover', async () => {
    const dist = await written();
    const others = {
      '.dist.dbspan-new-1-0123': '',
      '.dist.dbspan-new-x-0123456789ab/x': '',
      '.dist2.dbspan-new-1-0123456789ab/x': '',
      'x.dist.dbspan-old-1-0123456789ab/x': '',
    };
    put(dirname(dist), others);
    expect(await recover(dist)).toMatchObject({ ok: true, removed: 0 });
    expect(snapshot(dirname(dist))).toMatchObject(others);
  });
});
