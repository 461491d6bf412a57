import { randomBytes } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { join } from 'node:path';
import { byPath } from './expected.js';
import { type FileSystem, isSystemError } from './file-system.js';
import type { Target } from './target.js';

/**
 * What a run puts beside the output directory, under names of its own:
 * `new`, the tree it builds; `old`, the tree it has moved out of the way and would move back; `gone`, an old tree whose
 * replacement is in place, to be deleted; `lock`, a stale lock moved aside.
 */
export type SiblingKind = 'new' | 'old' | 'gone' | 'lock';

/** Something a run has put beside the directory. */
export interface Sibling {
  readonly kind: SiblingKind;
  readonly path: string;
  /** The process that made it. */
  readonly pid: number;
}

/** A fresh `.<basename>.dbspan-<kind>-<pid>-<random>`. */
export function siblingPath(target: Target, kind: SiblingKind): string {
  return join(target.parent, `${prefixOf(target)}${kind}-${process.pid}-${randomBytes(6).toString('hex')}`);
}

/** Where user's files go that could not be moved into the new tree: a name that is seen, and that no run touches. */
export function rescuePath(target: Target): string {
  return join(target.parent, `${target.base}.dbspan-rescued-${randomBytes(6).toString('hex')}`);
}

/** The lock that a run holds while it changes the directory or any sibling. */
export function lockPath(target: Target): string {
  return join(target.parent, `${prefixOf(target)}lock`);
}

/**
 * What this run or others have put beside the directory, the lock aside; none when the parent does not exist. A symbolic
 * link of such a name is somebody else's trick: whoever emptied it would empty what it points to.
 */
export function listSiblings(fs: FileSystem, target: Target): { locked: boolean; siblings: Sibling[] } {
  const prefix = prefixOf(target);
  const siblings: Sibling[] = [];
  let locked = false;
  for (const entry of entriesIn(fs, target.parent)) {
    if (!entry.name.startsWith(prefix)) continue;
    const rest = entry.name.slice(prefix.length);
    if (rest === 'lock') locked = true;
    const [, kind, pid] = /^(new|old|gone|lock)-(\d+)-[0-9a-f]{12}$/.exec(rest) ?? [];
    if (!isKind(kind) || entry.isDirectory() !== (kind !== 'lock')) continue;
    siblings.push({ kind, path: join(target.parent, entry.name), pid: Number(pid) });
  }
  siblings.sort(byPath);
  return { locked, siblings };
}

function prefixOf(target: Target): string {
  return `.${target.base}.dbspan-`;
}

function isKind(kind: string | undefined): kind is SiblingKind {
  return kind === 'new' || kind === 'old' || kind === 'gone' || kind === 'lock';
}

function entriesIn(fs: FileSystem, directory: string): Dirent[] {
  try {
    return fs.readdirSync(directory, { withFileTypes: true });
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return [];
    throw error;
  }
}
