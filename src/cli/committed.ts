import { committedOrdinals } from '../committed/index.js';
import { INDEX_PATH, type OwnershipIndex, parseIndex } from '../output/ownership.js';
import type { CommittedOrdinals } from '../plan/index.js';
import { readCommitted } from './inputs.js';
import type { Io } from './io.js';

/**
 * Where the output in a directory has the replicas; undefined when the directory holds no output of dbspan. Of a program that the
 * output has nothing of, nothing is known: its own may lie elsewhere.
 */
export function committedIn(directory: string, io: Io): CommittedOrdinals | undefined {
  const index = readCommitted(directory, INDEX_PATH, io);
  if (index === undefined) return undefined;
  const parsed = parseIndex(Buffer.from(index));
  if (!parsed.ok) return undefined;
  const ordinals = committedOrdinals((path) => readCommitted(directory, path, io));
  const written = writtenBy(parsed.index);
  return (database, program) => {
    const found = ordinals(database);
    if (found !== undefined) return found;
    const databases = written.get(program);
    const isNew = databases !== undefined && !databases.has(database.source.name);
    return isNew ? undefined : new Map();
  };
}

/** The databases that an output has something of, by the name of their topology. */
function writtenBy({ files }: OwnershipIndex): ReadonlyMap<string, ReadonlySet<string>> {
  const programs = new Map<string, Set<string>>();
  for (const { source } of files.values()) {
    const [, program, database] = /^([^/]+)\/(?:databases\[([^\]]*)\])?/.exec(source) ?? [];
    if (program === undefined) continue;
    const databases = programs.get(program) ?? new Set();
    programs.set(program, databases);
    if (database !== undefined) databases.add(database);
  }
  return programs;
}
