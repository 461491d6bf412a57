import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { maximumManifestSize } from '../manifests/index.js';
import { readManifestFiles } from './manifest-files.js';
import { makeIo } from './testing.js';

let directory = '';

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'dbspan-manifests-'));
});

afterEach(() => rmSync(directory, { recursive: true, force: true }));

function write(path: string, content = 'kind: X'): void {
  mkdirSync(dirname(join(directory, path)), { recursive: true });
  writeFileSync(join(directory, path), content);
}

async function names(...given: string[]): Promise<string[]> {
  return (await readManifestFiles(given, makeIo({ directory }).io)).inputs.map(({ name }) => name);
}

test('walks folders, sorted, without what is hidden or installed', async () => {
  for (const path of [
    'all/b.yml',
    'all/a/z.yaml',
    'all/c.JSON',
    'all/.git/x.yaml',
    'all/.y.yaml',
    'all/node_modules/p/x.yaml',
    'all/notes.txt',
  ])
    write(path);
  expect(await names('all/')).toEqual(['all/a/z.yaml', 'all/b.yml', 'all/c.JSON']);
});

test('reads a file once, and any file that is named', async () => {
  write('a.txt');
  write('b/c.yaml');
  expect(await names('a.txt', 'b', './b/c.yaml', '.')).toEqual(['a.txt', 'b/c.yaml']);
});

test('leaves out and counts what is no manifest', async () => {
  for (const path of ['d/kustomization.yaml', 'd/chart/Chart.yaml', 'd/chart/templates/x.yaml', 'd/x.yaml'])
    write(path);
  write('d/values/kubeslice.yaml', 'a: 1');
  write('d/values.yaml', 'a: 1');
  write('d/values/object.yaml', 'apiVersion: v1\nkind: X');
  const { inputs, skipped } = await readManifestFiles(['d'], makeIo({ directory }).io);
  expect(inputs.map(({ name }) => name)).toEqual(['d/values/object.yaml', 'd/x.yaml']);
  expect(skipped).toEqual({ kustomization: 1, 'helm-chart': 2, 'helm-values': 2 });
});

test('follows no link out of the folder, and reads what a link inside leads to once', async () => {
  write('outside/secret.yaml');
  write('d/a.yaml');
  symlinkSync('../outside', join(directory, 'd/folder'));
  symlinkSync('../outside/secret.yaml', join(directory, 'd/secret.yaml'));
  symlinkSync('a.yaml', join(directory, 'd/b.yaml'));
  symlinkSync('.', join(directory, 'd/loop'));
  symlinkSync('nowhere.yaml', join(directory, 'd/broken.yaml'));
  const { inputs, skipped } = await readManifestFiles(['d'], makeIo({ directory }).io);
  expect(inputs.map(({ name }) => name)).toEqual(['d/a.yaml']);
  expect(skipped).toEqual({ link: 3 });
});

test('a file that is too large is not read', async () => {
  write('large.yaml', ' '.repeat(maximumManifestSize + 10));
  const { inputs } = await readManifestFiles(['large.yaml'], makeIo({ directory }).io);
  expect(inputs[0]?.content.length).toBe(maximumManifestSize + 1);
});

test('says what it cannot read', async () => {
  mkdirSync(join(directory, 'empty'));
  await expect(names('empty')).rejects.toThrow('empty holds no .yaml, .yml or .json file');
  await expect(names('nowhere')).rejects.toThrow('cannot read nowhere: there is no such file or folder');
});
