import nodeFs from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { parseIndex } from './ownership.js';
import {
  type Hook,
  hookedFileSystem,
  manifests,
  put,
  snapshot,
  systemError,
  temporaryDirectory,
  treeOf,
} from './testing.js';
import { type WriteOptions, type WriteResult, writeTreeWith } from './write.js';

const FILES = { 'a/one.yaml': '1', 'a/two.yaml': '2', 'b/three.yaml': '3' };
const TREE = treeOf(FILES);

async function write(
  dist: string,
  files: Record<string, string>,
  options?: WriteOptions,
): Promise<WriteResult> {
  return writeTreeWith({ fs: nodeFs, lockWait: 0 }, dist, treeOf(files), options);
}

async function writeHooked(dist: string, files: Record<string, string>, hook: Hook): Promise<WriteResult> {
  return writeTreeWith({ fs: hookedFileSystem(hook), lockWait: 0 }, dist, treeOf(files));
}

/** A `dist` with FILES in it, in a directory of its own. */
async function written(): Promise<string> {
  const dist = join(temporaryDirectory(), 'dist');
  expect(await write(dist, FILES)).toMatchObject({ ok: true, written: 3, warnings: [] });
  return dist;
}

function inode(path: string): unknown {
  const { ino, mtimeMs, mode } = nodeFs.lstatSync(path);
  return { ino, mtimeMs, mode };
}

function kinds(result: WriteResult): string[] {
  return result.ok ? ['ok'] : result.problems.map((problem) => `${problem.kind} ${problem.path}`);
}

/** Runs a write that must be refused, and must not touch anything. */
async function refused(dist: string, files: Record<string, string>): Promise<string[]> {
  const parent = dirname(dist);
  const before = snapshot(parent);
  const result = await write(dist, files);
  expect(snapshot(parent)).toEqual(before);
  for (const problem of result.ok ? [] : result.problems) {
    expect(problem.message).not.toMatch(/[.]$|undefined/);
    expect(problem.remedy).not.toBe('');
  }
  return kinds(result);
}

describe('a new directory', () => {
  test('is made with its parents, its files and its index', async () => {
    const dist = join(temporaryDirectory(), 'build', 'out', 'dist');
    expect(await write(dist, FILES)).toEqual({
      ok: true,
      written: 3,
      unchanged: 0,
      removed: 0,
      kept: 0,
      warnings: [],
    });
    expect(manifests(dist)).toEqual(FILES);
    expect(nodeFs.readdirSync(dirname(dist))).toEqual(['dist']);
    const index = parseIndex(nodeFs.readFileSync(join(dist, '.dbspan.json')));
    expect(index).toMatchObject({ ok: true, index: { dbspan: '0.1.0', input: 'a'.repeat(64) } });
    expect(index.ok && [...index.index.files.entries()]).toContainEqual([
      'a/two.yaml',
      { sha256: 'd4735e3a265e16eee03f59718b9b5d03019c07d8b6c51f90da3a666eec13ab35', source: '/a/two.yaml' },
    ]);
  });

  test('has the same bytes whatever the order of the files', async () => {
    const dist = await written();
    const reversed = { ...TREE, files: TREE.files.toReversed() };
    const other = join(temporaryDirectory(), 'dist');
    await writeTreeWith({ fs: nodeFs, lockWait: 0 }, other, reversed);
    expect(snapshot(other)).toEqual(snapshot(dist));
  });

  test('has the modes that the umask leaves', async () => {
    const dist = await written();
    const umask = process.umask();
    expect(nodeFs.statSync(join(dist, 'a/one.yaml')).mode & 0o7777).toBe(0o644 & ~umask);
    expect(nodeFs.statSync(join(dist, 'a')).mode & 0o7777).toBe(0o777 & ~umask);
  });

  test('takes its parents along when it fails', async () => {
    const parent = temporaryDirectory();
    const result = await writeHooked(join(parent, 'build', 'out', 'dist'), FILES, (operation, [path]) => {
      if (operation === 'writeFileSync' && `${path}`.endsWith('two.yaml'))
        throw systemError('ENOSPC', 'write');
    });
    expect(kinds(result)).toEqual([`system ${join(parent, 'build', 'out', 'dist')}`]);
    expect(snapshot(parent)).toEqual({});
  });
});

describe('a directory that is up to date', () => {
  test('is not touched, nor is anything beside it', async () => {
    const dist = await written();
    put(dist, { 'mine.txt': 'mine' });
    const operations = new Set<string>();
    const before = ['', 'a', 'a/one.yaml', '.dbspan.json', '..'].map((path) => inode(join(dist, path)));
    const result = await writeHooked(dist, FILES, (operation) => operations.add(operation));
    expect(result).toEqual({ ok: true, written: 0, unchanged: 3, removed: 0, kept: 1, warnings: [] });
    expect(['', 'a', 'a/one.yaml', '.dbspan.json', '..'].map((path) => inode(join(dist, path)))).toEqual(
      before,
    );
    expect([...operations].sort()).toEqual([
      'closeSync',
      'lstatSync',
      'openSync',
      'readFileSync',
      'readSync',
      'readdirSync',
      'realpathSync',
    ]);
  });

  test('needs no right to write', async () => {
    const dist = await written();
    const result = await writeHooked(dist, FILES, (operation) => {
      if (/^(symlink|write|mkdir|link|rename|unlink)/.test(operation)) throw systemError('EROFS', operation);
    });
    expect(result).toMatchObject({ ok: true, written: 0, unchanged: 3 });
  });
});

describe('what changes and what does not', () => {
  test('unchanged files keep inode and times', async () => {
    const dist = await written();
    put(dist, { 'a/mine.txt': 'mine' });
    const before = [inode(join(dist, 'a/one.yaml')), inode(join(dist, 'a/mine.txt'))];
    const result = await write(dist, { 'a/one.yaml': '1', 'a/two.yaml': 'new', 'c/four.yaml': '4' });
    expect(result).toEqual({ ok: true, written: 2, unchanged: 1, removed: 1, kept: 1, warnings: [] });
    expect([inode(join(dist, 'a/one.yaml')), inode(join(dist, 'a/mine.txt'))]).toEqual(before);
    expect(manifests(dist)).toEqual({
      'a/one.yaml': '1',
      'a/two.yaml': 'new',
      'a/mine.txt': 'mine',
      'c/four.yaml': '4',
    });
    expect(nodeFs.existsSync(join(dist, 'b'))).toBe(false);
    expect(nodeFs.readdirSync(dirname(dist))).toEqual(['dist']);
  });

  test.each(['EXDEV', 'EPERM', 'EMLINK', 'ENOTSUP'])(
    'and times at least where a link fails with %s',
    async (code) => {
      const dist = await written();
      put(dist, { 'a/mine.sh': '#!/bin/sh' });
      nodeFs.chmodSync(join(dist, 'a/mine.sh'), 0o750);
      for (const path of ['a/one.yaml', 'a/mine.sh']) nodeFs.utimesSync(join(dist, path), 1e9, 1e9);
      const result = await writeHooked(dist, { ...FILES, 'a/two.yaml': 'new' }, (operation) => {
        if (operation === 'linkSync') throw systemError(code, 'link');
      });
      expect(result).toMatchObject({ ok: true, written: 1, unchanged: 2, kept: 1, warnings: [] });
      for (const path of ['a/one.yaml', 'a/mine.sh'])
        expect(nodeFs.statSync(join(dist, path)).mtimeMs).toBe(1e12);
      expect(nodeFs.statSync(join(dist, 'a/mine.sh')).mode & 0o777).toBe(0o750);
      expect(manifests(dist)).toEqual({ ...FILES, 'a/two.yaml': 'new', 'a/mine.sh': '#!/bin/sh' });
    },
  );

  test('a new input alone changes the index alone', async () => {
    const dist = await written();
    const before = inode(join(dist, 'a/one.yaml'));
    const result = await writeTreeWith({ fs: nodeFs, lockWait: 0 }, dist, treeOf(FILES, 'b'));
    expect(result).toEqual({ ok: true, written: 0, unchanged: 3, removed: 0, kept: 0, warnings: [] });
    expect(nodeFs.readFileSync(join(dist, '.dbspan.json'), 'utf8')).toContain('b'.repeat(64));
    expect(inode(join(dist, 'a/one.yaml'))).toEqual(before);
  });

  test('a file that was deleted is written again', async () => {
    const dist = await written();
    nodeFs.rmSync(join(dist, 'a'), { recursive: true });
    expect(await write(dist, FILES)).toMatchObject({ ok: true, written: 2, unchanged: 1 });
    expect(manifests(dist)).toEqual(FILES);
  });

  test('a file may become a directory, and a directory a file', async () => {
    const dist = await written();
    expect(await write(dist, { 'a/one.yaml/x': 'x', b: 'b' })).toMatchObject({
      ok: true,
      written: 2,
      removed: 3,
    });
    expect(manifests(dist)).toEqual({ 'a/one.yaml/x': 'x', b: 'b' });
  });

  test('an empty tree leaves the index and what is the user’s', async () => {
    const dist = await written();
    put(dist, { 'a/mine.txt': 'mine' });
    expect(await write(dist, {})).toMatchObject({ ok: true, removed: 3, kept: 1 });
    expect(manifests(dist)).toEqual({ 'a/mine.txt': 'mine' });
  });

  test('progress is told', async () => {
    const dist = join(temporaryDirectory(), 'dist');
    const onProgress = vi.fn();
    const files = Object.fromEntries(Array.from({ length: 450 }, (_, at) => [`${at}.yaml`, '']));
    await write(dist, files, { onProgress });
    expect(onProgress.mock.calls).toEqual([
      [200, 451],
      [400, 451],
      [451, 451],
    ]);
  });
});

describe('what was edited by hand', () => {
  test('stops the run, every file of it named', async () => {
    const dist = await written();
    put(dist, { 'a/one.yaml': 'edited', 'b/three.yaml': 'edited' });
    nodeFs.rmSync(join(dist, 'a/two.yaml'));
    nodeFs.symlinkSync('one.yaml', join(dist, 'a/two.yaml'));
    expect(await refused(dist, { 'a/one.yaml': 'new', 'a/two.yaml': 'new' })).toEqual([
      'hand-edited a/one.yaml',
      'hand-edited a/two.yaml',
      'hand-edited b/three.yaml',
    ]);
  });

  test('stops a run that has nothing else to do, too', async () => {
    const dist = await written();
    put(dist, { 'b/three.yaml': 'edited' });
    expect(await refused(dist, FILES)).toEqual(['hand-edited b/three.yaml']);
  });

  test('is fine where it says what would be written', async () => {
    const dist = await written();
    put(dist, { 'a/one.yaml': 'new' });
    expect(await write(dist, { ...FILES, 'a/one.yaml': 'new' })).toMatchObject({
      ok: true,
      written: 0,
      unchanged: 3,
    });
    expect(await write(dist, { ...FILES, 'a/one.yaml': 'newer' })).toMatchObject({ ok: true, written: 1 });
  });
});

describe('what is the user’s', () => {
  test('stays: files, links, empty directories, modes', async () => {
    const dist = await written();
    const own = {
      'a/mine.txt': 'mine',
      'a/link': '-> /etc/passwd',
      dangling: '-> nowhere',
      'deep/er/file': 'f',
      'deep/empty/': '',
      'b/empty/': '',
    };
    put(dist, own);
    nodeFs.chmodSync(join(dist, 'deep/er'), 0o555);
    nodeFs.chmodSync(join(dist, 'a'), 0o2770);
    expect(await write(dist, { 'a/one.yaml': 'new' })).toMatchObject({
      ok: true,
      kept: 4,
      removed: 2,
      warnings: [],
    });
    expect(manifests(dist)).toEqual({ 'a/one.yaml': 'new', ...own });
    expect(nodeFs.statSync(join(dist, 'deep/er')).mode & 0o7777).toBe(0o555);
    expect(nodeFs.statSync(join(dist, 'a')).mode & 0o7777).toBe(0o2770);
    expect(nodeFs.readdirSync(dirname(dist))).toEqual(['dist']);
  });

  test('is ours from then on where it is just what we would write', async () => {
    const dist = await written();
    put(dist, { 'c/four.yaml': '4' });
    expect(await write(dist, { ...FILES, 'c/four.yaml': '4' })).toMatchObject({
      ok: true,
      written: 0,
      kept: 0,
    });
    expect(await write(dist, FILES)).toMatchObject({ ok: true, removed: 1 });
    expect(manifests(dist)).toEqual(FILES);
  });

  test('is not overwritten where it is in the way', async () => {
    const dist = await written();
    const outside = temporaryDirectory();
    put(dist, {
      file: 'mine',
      'directory/mine': 'mine',
      link: '-> file',
      'empty/': '',
      outside: `-> ${outside}`,
    });
    expect(
      await refused(dist, { ...FILES, file: 'x', directory: 'x', link: 'x', empty: 'x', 'outside/x': 'x' }),
    ).toEqual([
      'in-the-way directory',
      'in-the-way empty',
      'in-the-way file',
      'in-the-way link',
      'in-the-way outside',
    ]);
    expect(await refused(dist, { ...FILES, 'file/x': 'x' })).toEqual(['in-the-way file']);
    expect(snapshot(outside)).toEqual({});
  });

  test('is not followed out of the directory', async () => {
    const dist = await written();
    const outside = temporaryDirectory();
    put(outside, { 'one.yaml': '1', 'two.yaml': 'theirs' });
    nodeFs.rmSync(join(dist, 'a'), { recursive: true });
    nodeFs.symlinkSync(outside, join(dist, 'a'));
    expect(await refused(dist, FILES)).toEqual(['in-the-way a']);
    expect(await write(dist, { 'b/three.yaml': '3' })).toMatchObject({ ok: true, kept: 1, removed: 0 });
    expect(manifests(dist)).toEqual({ a: `-> ${outside}`, 'b/three.yaml': '3' });
    expect(snapshot(outside)).toEqual({ 'one.yaml': '1', 'two.yaml': 'theirs' });
  });
});

describe('a directory that is not ours', () => {
  test('is refused, whatever it holds', async () => {
    for (const own of [
      { 'mine.txt': '' },
      { 'a/one.yaml': 'not 1' },
      { link: '-> a' },
      { ...FILES, more: '' },
    ]) {
      const dist = join(temporaryDirectory(), 'dist');
      put(dist, own);
      expect(await refused(dist, FILES)).toEqual([`foreign-directory ${dist}`]);
    }
  });

  test('is taken when it holds only what we would write, or nothing', async () => {
    for (const own of [{ 'a/one.yaml': '1' }, FILES, { 'empty/': '' }, {}]) {
      const dist = join(temporaryDirectory(), 'dist');
      nodeFs.mkdirSync(dist);
      put(dist, own);
      expect(await write(dist, FILES)).toMatchObject({ ok: true });
      expect(manifests(dist)).toEqual('empty/' in own ? { ...FILES, ...own } : FILES);
    }
  });

  test.each<[string, Record<string, string>]>([
    ['file', { dist: 'a file' }],
    ['link to a file', { dist: '-> file', file: '' }],
  ])('nor is a %s', async (_what, entries) => {
    const parent = temporaryDirectory();
    put(parent, entries);
    expect(await refused(join(parent, 'dist'), FILES)).toEqual([`in-the-way ${join(parent, 'dist')}`]);
  });

  test('nor are the directories that nobody wants swapped', async () => {
    const repository = temporaryDirectory();
    put(repository, { '.git/HEAD': '' });
    const protectedOnes = ['/', '.', '..', process.cwd(), dirname(homedir()), homedir(), repository];
    for (const directory of protectedOnes) {
      expect(kinds(await write(directory, FILES))).toEqual([`foreign-directory ${directory}`]);
    }
    expect(kinds(await write('', FILES))).toEqual(['unsafe-path ']);
    expect(kinds(await write('a\0b', FILES))).toEqual(['unsafe-path a\0b']);
  });

  test('a git working tree or a socket inside cannot be kept', async () => {
    const dist = await written();
    put(dist, { 'deep/.git': 'gitdir: x' });
    expect(await refused(dist, { 'a/one.yaml': '2' })).toEqual(['not-ours deep/.git']);
  });
});

describe('a symbolic link to a directory', () => {
  test('stays, and the directory behind it is swapped', async () => {
    const parent = temporaryDirectory();
    put(parent, { 'real/': '', dist: '-> real', again: '-> dist' });
    expect(await write(join(parent, 'again'), FILES)).toMatchObject({ ok: true });
    expect(await write(join(parent, 'dist'), { x: 'x' })).toMatchObject({ ok: true, removed: 3 });
    expect(manifests(join(parent, 'real'))).toEqual({ x: 'x' });
    expect(nodeFs.readlinkSync(join(parent, 'dist'))).toBe('real');
    expect(nodeFs.readdirSync(parent).sort()).toEqual(['again', 'dist', 'real']);
  });

  test('may point to where there is none yet', async () => {
    const parent = temporaryDirectory();
    put(parent, { dist: '-> new/real' });
    expect(await write(join(parent, 'dist'), FILES)).toMatchObject({ ok: true });
    expect(manifests(join(parent, 'new/real'))).toEqual(FILES);
  });

  test('in a circle is refused', async () => {
    const parent = temporaryDirectory();
    put(parent, { a: '-> b', b: '-> a' });
    expect(await refused(join(parent, 'a'), FILES)).toEqual([`system ${join(parent, 'a')}`]);
  });
});

describe('an index that cannot be trusted', () => {
  test('is not obeyed', async () => {
    const dist = await written();
    const victim = join(dirname(dist), 'victim.yaml');
    nodeFs.writeFileSync(victim, '1');
    const text = nodeFs.readFileSync(join(dist, '.dbspan.json'), 'utf8');
    for (const path of ['../victim.yaml', '../../etc/passwd', '/etc/passwd', victim]) {
      nodeFs.writeFileSync(join(dist, '.dbspan.json'), text.replace('a/one.yaml', path));
      expect(await refused(dist, {})).toEqual(['bad-index .dbspan.json']);
    }
  });

  test('nor is one that is no file', async () => {
    for (const entries of [{ '.dbspan.json/': '' }, { '.dbspan.json': '-> a/one.yaml' }]) {
      const dist = await written();
      nodeFs.rmSync(join(dist, '.dbspan.json'));
      put(dist, entries);
      expect(await refused(dist, { x: 'x' })).toEqual(['bad-index .dbspan.json']);
    }
  });
});

describe('a tree that cannot be written', () => {
  test('is refused before anything is looked at', async () => {
    const dist = await written();
    expect(await refused(dist, { '../x': '', 'A/x': '', 'a/y': '', '/etc/passwd': '' })).toEqual([
      'unsafe-path ../x',
      'unsafe-path /etc/passwd',
      'collision a/y',
    ]);
  });
});

describe('an abort', () => {
  const many = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`${at}.yaml`, `${at}`]));

  test('before the start or in the middle leaves the old tree', async () => {
    const dist = await written();
    const before = snapshot(dirname(dist));
    for (const after of [0, 200, 400, 1000]) {
      const controller = new AbortController();
      if (after === 0) controller.abort();
      const onProgress = (done: number): void => {
        if (done >= after) controller.abort();
      };
      const result = await write(dist, many, { signal: controller.signal, onProgress });
      expect(result).toMatchObject({ ok: false, problems: [{ kind: 'system', message: /interrupted/ }] });
      expect(snapshot(dirname(dist))).toEqual(before);
    }
  });

  test('is without effect once it is done', async () => {
    const dist = await written();
    const controller = new AbortController();
    const fs = hookedFileSystem((operation) => {
      if (operation === 'renameSync') controller.abort();
    });
    const result = await writeTreeWith({ fs, lockWait: 0 }, dist, treeOf(many), {
      signal: controller.signal,
    });
    expect(result).toMatchObject({ ok: true, written: 1000, warnings: [] });
    expect(manifests(dist)).toEqual(many);
  });
});

describe('what happens while a run swaps the trees', () => {
  /** Does something right before the old tree is moved away: after the last look at it. */
  async function writeWhile(
    dist: string,
    files: Record<string, string>,
    meanwhile: () => void,
  ): Promise<WriteResult> {
    let done = false;
    return writeHooked(dist, files, (operation, [from]) => {
      if (operation !== 'renameSync' || from !== dist || done) return;
      done = true;
      meanwhile();
    });
  }

  test('new files, links and directories move into the new tree', async () => {
    const dist = await written();
    const appeared = {
      'new.txt': 'new',
      'b/late.txt': 'late',
      'c/deep/file': 'f',
      'c/link': '-> deep',
      'c/empty/': '',
      'b/three.yaml': 'edited, and no longer ours',
    };
    const result = await writeWhile(dist, { 'a/one.yaml': 'x' }, () => put(dist, appeared));
    expect(result).toMatchObject({ ok: true, warnings: [] });
    expect(manifests(dist)).toEqual({ 'a/one.yaml': 'x', ...appeared });
    expect(nodeFs.readdirSync(dirname(dist))).toEqual(['dist']);
  });

  test('edits of files that we replaced are put aside, and said', async () => {
    const dist = await written();
    put(dist, { 'mine.txt': 'mine' });
    const result = await writeWhile(dist, { ...FILES, 'a/one.yaml': 'x' }, () => {
      put(dist, { 'a/one.yaml': 'edited' });
      nodeFs.rmSync(join(dist, 'mine.txt'));
      put(dist, { 'mine.txt': 'saved by an editor that replaces files' });
    });
    const [warning] = result.ok ? result.warnings : [];
    const rescued =
      nodeFs.readdirSync(dirname(dist)).find((name) => name.startsWith('dist.dbspan-rescued-')) ?? '';
    expect(result).toMatchObject({ ok: true, warnings: [{ path: 'a/one.yaml' }, { path: 'mine.txt' }] });
    expect(warning?.message).toContain(join(dirname(dist), rescued, 'a/one.yaml'));
    expect(snapshot(join(dirname(dist), rescued))).toEqual({
      'a/one.yaml': 'edited',
      'mine.txt': 'saved by an editor that replaces files',
    });
    expect(manifests(dist)).toEqual({ ...FILES, 'a/one.yaml': 'x', 'mine.txt': 'mine' });
  });

  test('edits in place of files that stay are in the new tree', async () => {
    const dist = await written();
    put(dist, { 'mine.txt': 'mine' });
    const result = await writeWhile(dist, { ...FILES, 'a/one.yaml': 'x' }, () =>
      put(dist, { 'mine.txt': 'edited' }),
    );
    expect(result).toMatchObject({ ok: true, warnings: [] });
    expect(manifests(dist)).toEqual({ ...FILES, 'a/one.yaml': 'x', 'mine.txt': 'edited' });
  });

  test('another directory in its place stops the run', async () => {
    const dist = await written();
    let replaced = false;
    const result = await writeHooked(dist, { x: 'x' }, (operation) => {
      if (operation !== 'linkSync' && operation !== 'writeFileSync') return;
      if (replaced) return;
      replaced = true;
      nodeFs.renameSync(dist, join(dirname(dist), 'elsewhere'));
      put(dist, { other: 'other' });
    });
    expect(kinds(result)).toEqual([`system ${dist}`]);
    expect(snapshot(dist)).toEqual({ other: 'other' });
    expect(nodeFs.readdirSync(dirname(dist)).sort()).toEqual(['dist', 'elsewhere']);
  });

  test('what changed before the lock was taken is seen', async () => {
    const dist = await written();
    const result = await writeHooked(dist, { 'a/one.yaml': 'x' }, (operation) => {
      if (operation !== 'symlinkSync') return;
      nodeFs.renameSync(dist, `${dist}-old`);
      nodeFs.cpSync(`${dist}-old`, dist, { recursive: true });
      put(dist, { 'a/one.yaml': 'edited' });
    });
    expect(kinds(result)).toEqual(['hand-edited a/one.yaml']);
  });

  test('a lock that its user has taken away stops the run', async () => {
    const dist = await written();
    const result = await writeHooked(dist, { x: 'x' }, (operation) => {
      if (operation === 'writeFileSync')
        nodeFs.rmSync(join(dirname(dist), '.dist.dbspan-lock'), { force: true });
    });
    expect(kinds(result)).toEqual([`system ${dist}`]);
    expect(manifests(dist)).toEqual(FILES);
  });
});

describe('an old tree that cannot be deleted', () => {
  test('is a warning, and the next run deletes it', async () => {
    const dist = await written();
    const result = await writeHooked(dist, { x: 'x' }, (operation, [path]) => {
      if (operation === 'unlinkSync' && `${path}`.includes('dbspan-gone'))
        throw systemError('EACCES', 'unlink');
    });
    expect(result).toMatchObject({ ok: true, warnings: [{ kind: 'system' }] });
    expect(manifests(dist)).toEqual({ x: 'x' });
    expect(nodeFs.readdirSync(dirname(dist))).toHaveLength(2);
    expect(await write(dist, { x: 'x' })).toMatchObject({ ok: true, written: 0, warnings: [] });
    expect(nodeFs.readdirSync(dirname(dist))).toEqual(['dist']);
  });
});

test('what a killed run left is told, even when this one is refused', async () => {
  const dist = await written();
  put(join(dirname(dist), '.dist.dbspan-gone-1-0123456789ab'), { 'a/one.yaml': 'user' });
  put(dist, { 'a/two.yaml': 'edited' });
  const result = await write(dist, FILES);
  expect(kinds(result)).toEqual(['hand-edited a/two.yaml', 'not-ours a/one.yaml']);
});

test('a mistake of ours is thrown, not told as a problem', async () => {
  const dist = await written();
  const broken = writeHooked(dist, { x: 'x' }, (operation) => {
    if (operation === 'renameSync') throw new RangeError('a bug');
  });
  await expect(broken).rejects.toThrow(new RangeError('a bug'));
  expect(manifests(dist)).toEqual(FILES);
  expect(nodeFs.readdirSync(dirname(dist))).toEqual(['dist']);
});
