import nodeFs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { OutputTree } from './expected.js';
import type { FileSystem } from './file-system.js';

/** In memory where there is such a place: these tests make and delete some hundred thousand files. */
const ROOM = nodeFs.existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** A fresh directory that goes away with the test. */
export function temporaryDirectory(): string {
  const path = nodeFs.realpathSync(nodeFs.mkdtempSync(join(ROOM, 'dbspan-output-')));
  onTestFinished(() => nodeFs.rmSync(path, { recursive: true, force: true }));
  return path;
}

export function treeOf(files: Readonly<Record<string, string>>, input = 'a'): OutputTree {
  return {
    files: Object.entries(files).map(([path, content]) => ({ path, content, source: `/${path}` })),
    input: input.repeat(64),
    version: '0.1.0',
  };
}

/** Writes files by path; a path that ends in `/` is an empty directory, a content `-> x` a symbolic link to `x`. */
export function put(root: string, files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    const full = join(root, path);
    nodeFs.mkdirSync(path.endsWith('/') ? full : dirname(full), { recursive: true });
    if (path.endsWith('/')) continue;
    if (content.startsWith('-> ')) nodeFs.symlinkSync(content.slice(3), full);
    else nodeFs.writeFileSync(full, content);
  }
}

/** What `put` would have to be given to make a directory; `undefined` when there is none. */
export function snapshot(root: string): Record<string, string> | undefined {
  if (!nodeFs.existsSync(root)) return undefined;
  const files: Record<string, string> = {};
  const visit = (directory: string): void => {
    const entries = nodeFs.readdirSync(join(root, directory), { withFileTypes: true });
    if (entries.length === 0 && directory !== '') files[directory] = '';
    for (const entry of entries) {
      const path = directory + entry.name;
      if (entry.isDirectory()) visit(`${path}/`);
      else if (entry.isSymbolicLink()) files[path] = `-> ${nodeFs.readlinkSync(join(root, path))}`;
      else files[path] = nodeFs.readFileSync(join(root, path), 'utf8');
    }
  };
  visit('');
  return files;
}

/** Without the index. */
export function manifests(root: string): Record<string, string> | undefined {
  const files = snapshot(root);
  if (files !== undefined) delete files['.dbspan.json'];
  return files;
}

/** Called before every file operation; what it throws, the operation throws. */
export type Hook = (operation: string, args: readonly unknown[], count: number) => void;

/** Node's file operations behind a hook. `count` starts at 1. */
export function hookedFileSystem(hook: Hook): FileSystem {
  let count = 0;
  return new Proxy<FileSystem>(nodeFs, {
    get(target, name) {
      const operation: unknown = Reflect.get(target, name);
      if (typeof operation !== 'function') return operation;
      return (...args: unknown[]): unknown => {
        count += 1;
        hook(String(name), args, count);
        return Reflect.apply(operation, nodeFs, args);
      };
    },
  });
}

/** An error as the operating system's. */
export function systemError(code: string, syscall = 'test'): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: injected, ${syscall}`), { code, syscall });
}
