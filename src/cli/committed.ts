import { committedOrdinals } from '../committed/index.js';
import { INDEX_PATH, parseIndex } from '../output/ownership.js';
import type { CommittedOrdinals } from '../plan/index.js';
import { readCommitted } from './inputs.js';
import type { Io } from './io.js';

/** Where the output in a directory has the replicas; undefined when the directory holds no output of dbspan. */
export function committedIn(directory: string, io: Io): CommittedOrdinals | undefined {
  const index = readCommitted(directory, INDEX_PATH, io);
  if (index === undefined || !parseIndex(Buffer.from(index)).ok) return undefined;
  return committedOrdinals((path) => readCommitted(directory, path, io));
}
