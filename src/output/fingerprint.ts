import { type FileSystem, lookAt } from './file-system.js';
import { INDEX_PATH } from './ownership.js';
import type { Target } from './target.js';

/** Changes whenever a run swaps the directory, even if the new one gets an inode that an old one had. */
export function fingerprint(fs: FileSystem, target: Target): string {
  const directory = lookAt(fs, target.path);
  if (directory === undefined) return 'nothing';
  const index = lookAt(fs, `${target.path}/${INDEX_PATH}`);
  return [directory, index]
    .map((stats) =>
      stats === undefined ? 'nothing' : `${stats.dev} ${stats.ino} ${stats.mtimeMs} ${stats.ctimeMs}`,
    )
    .join(' ');
}

/** Which directory it is, whatever is in it. */
export function identity(fs: FileSystem, target: Target): string {
  const stats = lookAt(fs, target.path);
  return stats?.isDirectory() === true ? `${stats.dev} ${stats.ino}` : 'nothing';
}
