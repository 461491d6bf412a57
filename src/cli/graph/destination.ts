import { statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Input } from '../../topology/index.js';
import { CannotRun, type Io } from '../io.js';
import { refuseToOverwrite, writeNewFile } from '../write-file.js';

/** One document of the output. */
export interface Document {
  /** What its file is called in a folder, without the ending. */
  readonly name: string;
  readonly content: string;
}

/**
 * Writes documents to standard output, to a file, or to a folder, one file for each.
 *
 * @returns the files as the user names them; none for standard output
 * @throws CannotRun when there are several and only one finds room, or a file cannot be written
 */
export function writeDocuments(
  documents: readonly Document[],
  output: string | undefined,
  ending: string,
  inputs: readonly Input[],
  io: Io,
): string[] {
  const [first] = documents;
  if (!first) return [];
  const toFolder = output !== undefined && output !== '-' && isFolder(output, io);
  if (documents.length > 1 && !toFolder)
    throw new CannotRun(
      `there are ${documents.length} pictures, one for each topology, and ${output === undefined || output === '-' ? 'standard output' : output} takes one`,
      'name a folder, with a slash at its end: -o pictures/; or one topology',
    );
  if (output === undefined || output === '-') {
    io.stdout.write(first.content);
    return [];
  }
  const names = toFolder ? distinct(documents).map((name) => join(output, `${name}.${ending}`)) : [output];
  const sources = new Set(inputs.map(({ name }) => resolve(io.directory, name)));
  const paths = names.map((named) => resolve(io.directory, named));
  for (const [index, path] of paths.entries()) {
    const named = names[index] ?? path;
    if (sources.has(path))
      throw new CannotRun(`cannot write ${named}: it is the topology`, 'name another file with -o');
    refuseToOverwrite(path, named, true);
  }
  for (const [index, { content }] of documents.entries())
    writeNewFile(paths[index] ?? '', names[index] ?? '', content, true);
  return names;
}

function isFolder(output: string, { directory }: Io): boolean {
  if (output.endsWith('/')) return true;
  return statSync(resolve(directory, output), { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Two topologies may have one name. */
function distinct(documents: readonly Document[]): string[] {
  const seen = new Map<string, number>();
  return documents.map(({ name }) => {
    const plain = basename(name);
    const count = (seen.get(plain) ?? 0) + 1;
    seen.set(plain, count);
    return count === 1 ? plain : `${plain}-${count}`;
  });
}
