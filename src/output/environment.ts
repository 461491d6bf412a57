import { type FileSystem, nodeFileSystem } from './file-system.js';
import { LOCK_WAIT } from './lock.js';

/** What a test puts something else in the place of. */
export interface Environment {
  readonly fs: FileSystem;
  /** How long to wait for another run, in milliseconds. */
  readonly lockWait: number;
}

export const nodeEnvironment: Environment = { fs: nodeFileSystem, lockWait: LOCK_WAIT };
