import { resolve } from 'node:path';
import { type OutputStep, outputDigest } from '../../output/ownership.js';
import type { Io } from '../io.js';
import { Folder } from '../old-output/folder.js';
import { readOldOutput } from '../old-output/read.js';

/**
 * The step towards an output that a directory holds, file by file as it was written; undefined where it holds none, or another output's, or
 * not all of it.
 */
export async function heldStep(directory: string, towards: string, io: Io): Promise<OutputStep | undefined> {
  if (!Folder.exists(directory, io)) return undefined;
  const { committed, digests, problems } = await readOldOutput(
    new Folder(resolve(io.directory, directory), io),
    [],
  );
  const { index } = committed;
  if (problems.length > 0 || index?.step?.towards !== towards) return undefined;
  const { output, step } = index;
  return output === outputDigest(index.files) && output === outputDigest(digests) ? step : undefined;
}
