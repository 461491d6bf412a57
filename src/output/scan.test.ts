import nodeFs from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Pacer } from './pacer.js';
import { type Scan, scan } from './scan.js';
import { put, temporaryDirectory } from './testing.js';

async function scanOf(root: string): Promise<Scan> {
  return scan(nodeFs, root, new Pacer());
}

test('finds everything, and follows nothing', async () => {
  const root = temporaryDirectory();
  put(root, { 'a/b/file': '', 'a/link': '-> /etc', 'empty/': '', 'with space': '' });
  const { entries, empty } = await scanOf(root);
  expect(Object.fromEntries(entries)).toEqual({
    a: 'directory',
    'a/b': 'directory',
    'a/b/file': 'file',
    'a/link': 'symlink',
    empty: 'directory',
    'with space': 'file',
  });
  expect(empty).toEqual(['empty']);
});

test('refuses a socket', async () => {
  const root = temporaryDirectory();
  const server = createServer();
  onTestFinished(() => {
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(join(root, 'socket'), resolve));
  await expect(scanOf(root)).rejects.toMatchObject({ problems: [{ kind: 'not-ours', path: 'socket' }] });
});

test('refuses a name that is not UTF-8', async ({ skip }) => {
  const root = temporaryDirectory();
  try {
    nodeFs.writeFileSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xff])]), '');
  } catch {
    return skip();
  }
  await expect(scanOf(root)).rejects.toMatchObject({ problems: [{ kind: 'not-ours', path: '\ufffd' }] });
  nodeFs.rmSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xff])]));
  put(root, { '\ufffd': '' });
  expect([...(await scanOf(root)).entries.keys()]).toEqual(['\ufffd']);
});
