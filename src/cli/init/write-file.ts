import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CannotRun, systemReason } from '../io.js';

/**
 * Fails when a file cannot or must not be written at a path.
 *
 * @param named the path as the user wrote it
 * @throws CannotRun when something is there that must stay
 */
export function refuseToOverwrite(path: string, named: string, force: boolean): void {
  const found = look(path, named);
  if (named.endsWith('/') || found?.isDirectory()) {
    const inside = `${named.replace(/\/+$/, '')}/topology.yaml`;
    throw new CannotRun(`cannot write ${named}: it is a folder`, `name a file in it: -o ${inside}`);
  }
  if (!found) return;
  if (found.isSymbolicLink()) {
    throw new CannotRun(
      `cannot write ${named}: it is a symbolic link`,
      'name the file it leads to, or remove the link',
    );
  }
  if (!found.isFile())
    throw new CannotRun(`cannot write ${named}: it is not a regular file`, 'for standard output: -o -');
  if (!force) throw exists(named);
}

/**
 * Writes a file whole or not at all, with the folders above it: beside its place first, then into it. Without `force` a
 * file that is there stays, also one that appeared meanwhile.
 *
 * @throws CannotRun when it cannot be written; what was made on the way is gone then
 */
export function writeNewFile(path: string, named: string, content: string, force: boolean): void {
  refuseToOverwrite(path, named, force);
  const folder = dirname(path);
  let made: string | undefined;
  try {
    made = mkdirSync(folder, { recursive: true });
    const draft = join(folder, `.${basename(path)}.${randomBytes(6).toString('hex')}`);
    try {
      writeDraft(draft, content, look(path, named)?.mode);
      if (force) renameSync(draft, path);
      else linkNew(draft, path, content);
    } finally {
      rmSync(draft, { force: true });
    }
  } catch (error) {
    removeFolders(folder, made);
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' && !force) throw exists(named);
    throw new CannotRun(`cannot write ${named}: ${systemReason(error)}`);
  }
}

function look(path: string, named: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw new CannotRun(`cannot write ${named}: ${systemReason(error)}`);
  }
}

function exists(named: string): CannotRun {
  return new CannotRun(`${named} exists already`, 'name another file with -o, or replace it with --force');
}

/** A file of our own under a name nobody can have put a link at: `wx` follows none. */
function writeDraft(path: string, content: string, mode: number | undefined): void {
  const file = openSync(path, 'wx');
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  if (mode !== undefined) chmodSync(path, mode & 0o777);
}

/** Gives a draft its name unless something has it: a link fails then, where renaming would replace. */
function linkNew(draft: string, path: string, content: string): void {
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    // A file system without hard links, such as FAT.
    try {
      writeFileSync(path, content, { flag: 'wx' });
    } catch (failure) {
      if ((failure as NodeJS.ErrnoException).code !== 'EEXIST') rmSync(path, { force: true });
      throw failure;
    }
  }
}

/** From the innermost up to the first that was made, as far as they are empty. */
function removeFolders(folder: string, first: string | undefined): void {
  if (first === undefined) return;
  try {
    for (let at = folder; at.length >= first.length; at = dirname(at)) rmdirSync(at);
  } catch {
    // Something else is in it by now, or it never came to be.
  }
}
