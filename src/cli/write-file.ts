import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { CannotRun, systemReason } from './io.js';

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
  const made = missingFolders(folder);
  try {
    mkdirSync(folder, { recursive: true });
    const draft = join(folder, `.dbspan-${randomBytes(6).toString('hex')}`);
    try {
      create(draft, content);
      if (force) replace(draft, path);
      else linkNew(draft, path, content);
    } finally {
      rmSync(draft, { force: true });
    }
  } catch (error) {
    removeEmpty(made);
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' && !force) throw exists(named);
    throw new CannotRun(`cannot write ${named}: ${systemReason(error)}`);
  }
}

/** A file that takes another content. */
export interface Replacement {
  readonly path: string;
  /** As the user wrote it. */
  readonly named: string;
  readonly before: string | Uint8Array;
  readonly after: string;
}

/**
 * Gives files that are there another content. All new contents are on disk before the first takes its place, so that a
 * full disk or a folder that cannot be written leaves every file as it was.
 *
 * @throws CannotRun when one cannot be written, or no longer holds what was read
 */
export function replaceFiles(replacements: readonly Replacement[]): void {
  const drafts = new Map<string, { readonly draft: string; readonly named: string }>();
  try {
    for (const { path, named, before, after } of replacements)
      attempt(named, () => {
        refuseToOverwrite(path, named, true);
        refuseReadOnly(path, named);
        if (!Buffer.from(before).equals(readFileSync(path)))
          throw new CannotRun(`cannot write ${named}: it changed meanwhile`, 'run the command again');
        // Two names of one file give it the same content.
        if (drafts.has(path)) return;
        const draft = join(dirname(path), `.dbspan-${randomBytes(6).toString('hex')}`);
        create(draft, after);
        drafts.set(path, { draft, named });
      });
    for (const [path, { draft, named }] of drafts) attempt(named, () => replace(draft, path));
  } finally {
    for (const { draft } of drafts.values()) rmSync(draft, { force: true });
  }
}

function attempt(named: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    if (error instanceof CannotRun) throw error;
    throw new CannotRun(`cannot write ${named}: ${systemReason(error)}`);
  }
}

/** Whoever took away the right to write meant it; that the folder can be written does not change that. */
function refuseReadOnly(path: string, named: string): void {
  if ((lstatSync(path).mode & 0o222) === 0)
    throw new CannotRun(`cannot write ${named}: it is read-only`, `chmod u+w ${named}`);
  accessSync(path, constants.W_OK);
}

function look(path: string, named: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw new CannotRun(`cannot write ${named}: ${systemReason(error)}`);
  }
}

function replace(draft: string, path: string): void {
  const present = lstatSync(path, { throwIfNoEntry: false });
  if (present) chmodSync(draft, present.mode & 0o777);
  renameSync(draft, path);
}

function exists(named: string): CannotRun {
  return new CannotRun(`${named} exists already`, 'name another file with -o, or replace it with --force');
}

/** Makes a file where none is, a link counting as one, and removes it when it cannot be written to its end. */
function create(path: string, content: string): void {
  const file = openSync(path, 'wx');
  let written = false;
  try {
    writeFileSync(file, content);
    fsyncSync(file);
    written = true;
  } finally {
    closeSync(file);
    if (!written) rmSync(path, { force: true });
  }
}

/** Gives a draft its name unless something has it: a link fails then, where renaming would replace. */
function linkNew(draft: string, path: string, content: string): void {
  try {
    linkSync(draft, path);
  } catch (error) {
    // A file system without hard links, such as FAT, still refuses to make a file that is there.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    create(path, content);
  }
}

/** The folders that are not there yet, from the innermost up. */
function missingFolders(folder: string): string[] {
  const missing: string[] = [];
  for (let at = folder; !existsSync(at); at = dirname(at)) missing.push(at);
  return missing;
}

function removeEmpty(folders: readonly string[]): void {
  for (const folder of folders) {
    try {
      rmdirSync(folder);
    } catch {
      // It never came to be, or something else is in it by now.
    }
  }
}
