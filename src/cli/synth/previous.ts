import { resolve } from 'node:path';
import { recover } from '../../output/tree.js';
import type { Synthesis } from '../../synthesize.js';
import type { Io } from '../io.js';
import { Folder } from '../old-output/folder.js';
import { type OldOutput, readOldOutput } from '../old-output/read.js';

/**
 * What the output directory holds, read as far as it differs; undefined where nobody knows what is in it: there is none, or no index that
 * can be trusted. Writing says why.
 */
export async function previousOutput(
  directory: string,
  { files }: Synthesis,
  io: Io,
): Promise<OldOutput | undefined> {
  // A run that was killed may have left the old tree beside its place. What cannot be mended is said when it is written.
  await recover(resolve(io.directory, directory));
  if (!Folder.exists(directory, io)) return undefined;
  const old = await readOldOutput(new Folder(directory, io), files, { isTrusted: true });
  return old.committed.index && !old.problems.some(({ severity }) => severity === 'error') ? old : undefined;
}
