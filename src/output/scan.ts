import type { Dirent } from 'node:fs';
import { join } from 'node:path';
import { type FileSystem, lookAt } from './file-system.js';
import type { Pacer } from './pacer.js';
import { Stop } from './problem.js';

export type EntryKind = 'file' | 'directory' | 'symlink';

/** What a directory holds, by path with forward slashes, a directory before what is in it. */
export interface Scan {
  readonly entries: ReadonlyMap<string, EntryKind>;
  /** Directories with nothing in them. */
  readonly empty: readonly string[];
}

/**
 * Lists a directory without following symbolic links.
 *
 * @throws Stop on what could not be carried over into a new tree: a nested git working tree, a socket, a pipe, a device.
 */
export async function scan(fs: FileSystem, root: string, pacer: Pacer): Promise<Scan> {
  const entries = new Map<string, EntryKind>();
  const empty: string[] = [];
  const waiting = [''];
  for (let directory = waiting.pop(); directory !== undefined; directory = waiting.pop()) {
    const found = fs.readdirSync(join(root, directory), { withFileTypes: true });
    if (found.length === 0 && directory !== '') empty.push(directory);
    for (const entry of found) {
      const path = directory === '' ? entry.name : `${directory}/${entry.name}`;
      const kind = kindOf(entry, path);
      if (entry.name.includes('\ufffd')) requireName(fs, root, path);
      entries.set(path, kind);
      if (kind === 'directory') waiting.push(path);
    }
    const rest = pacer.step();
    if (rest !== undefined) await rest;
  }
  return { entries, empty };
}

function kindOf(entry: Dirent, path: string): EntryKind {
  if (entry.name === '.git') {
    throw new Stop({
      kind: 'not-ours',
      path,
      message: `${path} makes its directory a git working tree, which dbspan does not move`,
      remedy: 'move that working tree out of the output directory',
    });
  }
  if (entry.isDirectory()) return 'directory';
  if (entry.isFile()) return 'file';
  if (entry.isSymbolicLink()) return 'symlink';
  throw new Stop({
    kind: 'not-ours',
    path,
    message: `${path} is a socket, a pipe or a device, which dbspan cannot keep`,
    remedy: 'move it out of the output directory',
  });
}

/** A name that is not UTF-8 reaches us with U+FFFD in it, and nothing can be done with the file under that name. */
function requireName(fs: FileSystem, root: string, path: string): void {
  if (lookAt(fs, join(root, path)) !== undefined) return;
  throw new Stop({
    kind: 'not-ours',
    path,
    message: `${path} has a name that is not UTF-8, which dbspan cannot keep`,
    remedy: 'rename it, or move it out of the output directory',
  });
}
