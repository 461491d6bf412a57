import type { FileSystem } from './file-system.js';
import { attempt } from './remove.js';
import { siblingPath } from './siblings.js';
import type { Target } from './target.js';

/**
 * Puts a finished tree in the place of the old one, and returns where the old one is now.
 *
 * Two renames, because Node has no exchange. A run killed between them leaves no directory and one sibling `old`, which
 * the next run moves back (`recover`).
 */
export async function swap(fs: FileSystem, target: Target, staging: string): Promise<string> {
  const old = siblingPath(target, 'old');
  fs.renameSync(target.path, old);
  try {
    fs.renameSync(staging, target.path);
  } catch (error) {
    await attempt(() => fs.renameSync(old, target.path));
    throw error;
  }
  return old;
}
