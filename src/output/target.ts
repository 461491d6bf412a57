import { homedir } from 'node:os';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { type FileSystem, isSystemError, lookAt } from './file-system.js';
import { Stop } from './problem.js';

/** The directory a tree goes to, symbolic links resolved: what is renamed is the real one. */
export interface Target {
  /** As the user gave it, for messages. */
  readonly named: string;
  readonly path: string;
  readonly parent: string;
  readonly base: string;
}

const MAX_LINKS = 40;

/**
 * Finds the real directory behind a name; it need not exist.
 *
 * @throws Stop for a directory that must never be swapped: the root, the home or the current directory, one that holds
 *   one of them, a git working tree, or something that is not a directory.
 */
export function locate(fs: FileSystem, directory: string): Target {
  if (directory === '' || directory.includes('\0')) {
    throw new Stop({
      kind: 'unsafe-path',
      path: directory,
      message: `${JSON.stringify(directory)} is not a directory name`,
      remedy: 'name a directory with -o',
    });
  }
  const path = followLinks(fs, resolve(directory));
  const target = { named: directory, path, parent: dirname(path), base: basename(path) };
  refuseProtected(fs, target);
  return target;
}

/** By hand, because `realpath` fails where the last part is missing: just when a killed run has to be repaired. */
function followLinks(fs: FileSystem, path: string): string {
  let followed = path;
  for (let links = 0; links <= MAX_LINKS; links += 1) {
    followed = join(realParent(fs, dirname(followed)), basename(followed));
    if (lookAt(fs, followed)?.isSymbolicLink() !== true) return followed;
    followed = resolve(dirname(followed), fs.readlinkSync(followed));
  }
  throw new Stop({
    kind: 'system',
    path,
    message: `cannot write ${path}: symbolic links lead in a circle`,
    remedy: 'remove the link, or choose another directory with -o',
  });
}

function realParent(fs: FileSystem, path: string): string {
  try {
    return fs.realpathSync(path);
  } catch (error) {
    if (!isSystemError(error, 'ENOENT') || dirname(path) === path) throw error;
    return join(realParent(fs, dirname(path)), basename(path));
  }
}

function refuseProtected(fs: FileSystem, target: Target): void {
  const stats = lookAt(fs, target.path);
  if (stats !== undefined && !stats.isDirectory()) {
    throw new Stop({
      kind: 'in-the-way',
      path: target.named,
      message: `${target.named} is not a directory`,
      remedy: 'move it away, or choose another directory with -o',
    });
  }
  const reason = protection(fs, target);
  if (reason === undefined) return;
  throw new Stop({
    kind: 'foreign-directory',
    path: target.named,
    message: `${target.named} ${reason}, and dbspan replaces its output directory as a whole`,
    remedy: 'choose a directory of its own with -o, such as dist',
  });
}

function protection(fs: FileSystem, { path, parent }: Target): string | undefined {
  if (path === parent) return 'is the root directory';
  if (holds(path, real(fs, process.cwd()))) return 'is the current directory or holds it';
  if (holds(path, real(fs, homedir()))) return 'is the home directory or holds it';
  if (lookAt(fs, join(path, '.git')) !== undefined) return 'is a git working tree';
  return undefined;
}

function holds(directory: string, path: string): boolean {
  return path === directory || path.startsWith(directory + sep);
}

function real(fs: FileSystem, path: string): string {
  try {
    return fs.realpathSync(path);
  } catch (error) {
    if (isSystemError(error)) return path;
    throw error;
  }
}
