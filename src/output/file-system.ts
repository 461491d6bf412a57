import nodeFs, { constants, type Stats } from 'node:fs';

/**
 * The file operations of this folder. A parameter everywhere, so that a test can make the k-th of them fail.
 *
 * They are the synchronous ones: a promise a file costs several times the operation. `Pacer` lets the event loop in.
 */
export type FileSystem = Pick<
  typeof nodeFs,
  | 'chmodSync'
  | 'chownSync'
  | 'closeSync'
  | 'copyFileSync'
  | 'linkSync'
  | 'lstatSync'
  | 'lutimesSync'
  | 'mkdirSync'
  | 'openSync'
  | 'readFileSync'
  | 'readSync'
  | 'readdirSync'
  | 'readlinkSync'
  | 'realpathSync'
  | 'renameSync'
  | 'rmdirSync'
  | 'symlinkSync'
  | 'unlinkSync'
  | 'utimesSync'
  | 'writeFileSync'
>;

export const nodeFileSystem: FileSystem = nodeFs;

/** For reading: not through a symbolic link, and not for ever on a pipe. Windows has neither flag. */
export const OPEN_TO_READ = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** What is at a path, a symbolic link itself and not what it points to; `undefined` when there is nothing. */
export function lookAt(fs: FileSystem, path: string): Stats | undefined {
  return fs.lstatSync(path, { throwIfNoEntry: false });
}

/** Whether an error is one of the operating system, of any or of the given codes (`ENOENT`). */
export function isSystemError(error: unknown, ...codes: readonly string[]): error is NodeJS.ErrnoException {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return false;
  return codes.length === 0 || codes.includes(`${error.code}`);
}
