import type { Dirent } from 'node:fs';
import { type FileSystem, isSystemError, lookAt } from './file-system.js';
import type { Pacer } from './pacer.js';
import { Stop } from './problem.js';

/** Read, write and enter, for the owner. */
const FULL_ACCESS = 0o700;

/** Removes a directory and all in it, without following symbolic links. Fine when there is none. */
export async function removeTree(fs: FileSystem, root: string, pacer: Pacer): Promise<void> {
  if (lookAt(fs, root) === undefined) return;
  for (const entry of readOwnDirectory(fs, root)) {
    const path = `${root}/${entry.name}`;
    if (entry.isDirectory()) {
      await removeTree(fs, path, pacer);
    } else {
      fs.unlinkSync(path);
      const rest = pacer.step();
      if (rest !== undefined) await rest;
    }
  }
  fs.rmdirSync(root);
}

/**
 * Lists a directory that is about to be emptied, and sees to it that it can be. Sorted by code unit.
 *
 * @throws Stop for a symbolic link: what it points to is not ours to empty.
 */
export function readOwnDirectory(fs: FileSystem, path: string): Dirent[] {
  const stats = fs.lstatSync(path);
  if (!stats.isDirectory()) throw notDirectory(path);
  const { mode } = stats;
  if ((mode & FULL_ACCESS) !== FULL_ACCESS) fs.chmodSync(path, mode | FULL_ACCESS);
  const entries = fs.readdirSync(path, { withFileTypes: true });
  return entries.sort((left, right) => (left.name < right.name ? -1 : 1));
}

function notDirectory(path: string): Stop {
  return new Stop({
    kind: 'system',
    path,
    message: `${path} is not the directory that dbspan made`,
    remedy: 'find out what put it there, and move it away',
  });
}

/** Runs a clean-up after a failure: a failure of its own leaves something for the next run, and hides nothing. */
export async function attempt(cleanUp: () => void | Promise<void>): Promise<boolean> {
  try {
    await cleanUp();
    return true;
  } catch (error) {
    if (error instanceof Stop || isSystemError(error)) return false;
    throw error;
  }
}
