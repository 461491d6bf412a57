import { isSystemError } from './file-system.js';

/** What keeps a tree from being written or compared. */
export type Problem = {
  readonly kind:
    | 'hand-edited'
    | 'not-ours'
    | 'in-the-way'
    | 'bad-index'
    | 'foreign-directory'
    | 'unsafe-path'
    | 'collision'
    | 'system';
  /** Relative to the output directory where it lies in it. */
  readonly path: string;
  /** A sentence without a full stop that names the path. */
  readonly message: string;
  /** What to do about it, in the imperative. */
  readonly remedy: string;
};

/** Ends a run: nothing was changed, or everything was undone. Never leaves this folder. */
export class Stop extends Error {
  readonly problems: readonly Problem[];

  constructor(...problems: readonly Problem[]) {
    super(problems.map((problem) => problem.message).join('; '));
    this.problems = problems;
  }
}

/** A run that its user has stopped, by Ctrl-C for instance. */
export function interrupted(): Stop {
  return new Stop({
    kind: 'system',
    path: '',
    message: 'interrupted before anything was changed',
    remedy: 'run again',
  });
}

/** The problems behind an error; one that is neither a `Stop` nor the operating system's is a bug, and thrown again. */
export function problemsOf(error: unknown, directory: string): Problem[] {
  if (error instanceof Stop) return [...error.problems];
  if (isSystemError(error)) return [systemProblem(error, directory)];
  throw error;
}

/** An error of the operating system in plain words. */
export function systemProblem(error: NodeJS.ErrnoException, directory: string): Problem {
  const path = 'dest' in error ? `${error.dest}` : (error.path ?? directory);
  const [reason, remedy] = REASONS[error.code ?? ''] ?? [
    `the operating system says ${error.message}`,
    'see to the cause, then run again',
  ];
  return {
    kind: 'system',
    path,
    message: `cannot write ${directory}: ${reason} (${error.syscall} ${path})`,
    remedy,
  };
}

const PERMISSION =
  'give yourself write permission on the directory and on the one it is in, or choose another with -o';
const BESIDE = 'dbspan swaps the whole directory by renaming it: choose one inside it with -o';

const REASONS: { readonly [code: string]: readonly [reason: string, remedy: string] } = {
  EACCES: ['permission is denied', PERMISSION],
  EPERM: ['permission is denied', PERMISSION],
  EROFS: ['the file system is read-only', 'choose a directory on another file system with -o'],
  ENOSPC: [
    'the disk is full',
    'free some space (the new tree stands beside the old one for a moment), then run again',
  ],
  EDQUOT: ['the disk quota is used up', 'free some space, then run again'],
  EFBIG: [
    'a file is larger than the file system allows',
    'choose a directory on another file system with -o',
  ],
  EIO: ['the disk reports an error', 'check the disk, then run again'],
  EMFILE: ['this process has too many open files', 'raise the limit (ulimit -n), then run again'],
  ENFILE: ['the system has too many open files', 'close some programs, then run again'],
  ENAMETOOLONG: ['a path is too long', 'choose a directory with a shorter path with -o'],
  ELOOP: ['symbolic links lead in a circle', 'remove the link, or choose another directory with -o'],
  ENOTDIR: [
    'a file stands where a directory is needed',
    'move the file away, or choose another directory with -o',
  ],
  EEXIST: ['something appeared there meanwhile, or differs in case only', 'move it away, then run again'],
  ENOTEMPTY: ['something appeared there meanwhile', 'run again'],
  ENOENT: ['something disappeared meanwhile', 'run again'],
  ESTALE: ['something disappeared meanwhile', 'run again'],
  EXDEV: ['it is a mount point, or part of a container image layer', `${BESIDE}, or delete it first`],
  EBUSY: ['it is a mount point, or another program holds it', BESIDE],
};
