import { constants } from 'node:fs';
import { type FileSystem, isSystemError, lookAt } from './file-system.js';
import type { Pacer } from './pacer.js';
import type { Plan } from './reconcile.js';
import type { Target } from './target.js';

/** Called now and then, and once at the end. */
export type Progress = (done: number, total: number) => void;

/** Less the umask of the process. */
const FILE_MODE = 0o644;
const PERMISSIONS = 0o7777;

/** A hard link cannot be made although a copy can: other device, another user's file, no links here, too many of them. */
const NO_LINK = ['EXDEV', 'EPERM', 'EMLINK', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'];

/**
 * Builds the whole new tree in `staging`, a path beside the old tree where there is nothing yet.
 *
 * What does not change is linked and not written, so that it keeps its inode and times, and so that an edit made
 * meanwhile is in both trees.
 */
export async function buildTree(
  fs: FileSystem,
  target: Target,
  staging: string,
  plan: Plan,
  pacer: Pacer,
  onProgress?: Progress,
): Promise<void> {
  const total = plan.write.size + plan.keep.length + plan.symlinks.length;
  let done = 0;
  const countFile = (): Promise<void> | undefined => {
    done += 1;
    const rest = pacer.step();
    if (rest !== undefined) onProgress?.(done, total);
    return rest;
  };

  fs.mkdirSync(staging);
  for (const path of plan.directories) fs.mkdirSync(`${staging}/${path}`);
  for (const [path, bytes] of plan.write) {
    fs.writeFileSync(`${staging}/${path}`, bytes, { flag: 'wx', mode: FILE_MODE });
    const rest = countFile();
    if (rest !== undefined) await rest;
  }
  for (const path of plan.keep) {
    carryOver(fs, `${target.path}/${path}`, `${staging}/${path}`);
    const rest = countFile();
    if (rest !== undefined) await rest;
  }
  for (const path of plan.symlinks) {
    fs.symlinkSync(fs.readlinkSync(`${target.path}/${path}`), `${staging}/${path}`);
    const rest = countFile();
    if (rest !== undefined) await rest;
  }
  copyAttributes(fs, target, staging, plan);
  onProgress?.(total, total);
}

function carryOver(fs: FileSystem, from: string, to: string): void {
  try {
    fs.linkSync(from, to);
  } catch (error) {
    if (!isSystemError(error, ...NO_LINK)) throw error;
    fs.copyFileSync(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    const { atime, mtime } = fs.lstatSync(from);
    fs.utimesSync(to, atime, mtime);
  }
}

/** Directories are made anew, so theirs are given to them: last, because one may forbid to write in it. */
function copyAttributes(fs: FileSystem, target: Target, staging: string, plan: Plan): void {
  const fresh = fs.lstatSync(staging);
  for (const path of ['', ...plan.directories].reverse()) {
    if (path !== '' && !plan.oldDirectories.has(path)) continue;
    const old = lookAt(fs, `${target.path}/${path}`);
    if (old === undefined) continue;
    if (old.uid !== fresh.uid || old.gid !== fresh.gid) giveTo(fs, `${staging}/${path}`, old.uid, old.gid);
    if (old.mode !== fresh.mode) fs.chmodSync(`${staging}/${path}`, old.mode & PERMISSIONS);
  }
}

/** Only the superuser can, and only then does it matter: the run is one in a container, on a user's files. */
function giveTo(fs: FileSystem, path: string, user: number, group: number): void {
  try {
    fs.chownSync(path, user, group);
  } catch (error) {
    if (!isSystemError(error, 'EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP')) throw error;
  }
}
