import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { OutputFile } from '../../output/tree.js';
import type { Against } from '../../report/plan/model.js';
import { CannotRun, type Io } from '../io.js';
import { Folder } from './folder.js';
import { nothingYet, type OldOutput, readOldOutput } from './read.js';
import { Revision } from './revision.js';

/** An old output and where it was found. */
export interface FoundOutput extends OldOutput {
  readonly against: Against;
}

/**
 * The output that a new one is held against: what `--against` names, a folder if there is one of that name, else a revision of Git; or
 * what lies in the output folder.
 *
 * @throws CannotRun when it is neither, or cannot be read
 */
export async function openOldOutput(
  against: string | undefined,
  directory: string,
  expected: readonly OutputFile[],
  io: Io,
): Promise<FoundOutput> {
  if (against === undefined) {
    const place: Against = { kind: 'output', path: directory };
    if (!Folder.exists(directory, io)) return absent(place, directory, io);
    return { ...(await readOldOutput(new Folder(directory, io), expected)), against: place };
  }
  if (against !== '' && Folder.exists(against, io)) {
    const old = await readOldOutput(new Folder(against, io), expected);
    return { ...old, against: { kind: 'directory', path: against } };
  }
  requireNoFile(against, io);
  const revision = await Revision.open(against, directory, io);
  const { commit, path } = revision;
  const place: Against = { kind: 'revision', revision: revision.revision, commit, path };
  return revision.exists
    ? { ...(await readOldOutput(revision, expected)), against: place }
    : { ...nothingYet, against: place };
}

/** An output that is not there yet: all of the new one is new. */
function absent(against: Against, directory: string, io: Io): FoundOutput {
  requireNoFile(directory, io);
  return { ...nothingYet, against };
}

function requireNoFile(named: string, io: Io): void {
  let isThere = false;
  try {
    isThere = statSync(resolve(io.directory, named), { throwIfNoEntry: false }) !== undefined;
  } catch {
    // A name that the system refuses may still be a revision's.
  }
  if (isThere) throw new CannotRun(`${named} is not a folder`, 'name the folder of an output');
}
