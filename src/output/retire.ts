import type { Stats } from 'node:fs';
import { dirname } from 'node:path';
import { fileDigest, sameContent } from './content.js';
import { type FileSystem, isSystemError, lookAt } from './file-system.js';
import { INDEX_PATH, type OwnedFile, parseIndex } from './ownership.js';
import type { Pacer } from './pacer.js';
import type { Problem } from './problem.js';
import { readOwnDirectory } from './remove.js';
import { rescuePath } from './siblings.js';
import type { Target } from './target.js';

export interface RetireOptions {
  /** The directories that the old tree had when it was compared. Without it no empty directory is worth keeping. */
  readonly known?: ReadonlySet<string> | undefined;
}

/**
 * Deletes an old tree whose replacement is in place, file by file, and each only for a reason that holds at this moment:
 * the new tree has the very file, or the same bytes; or the old index says that dbspan wrote these bytes. It needs no
 * memory of the run before, so that a killed run's old tree is treated alike.
 *
 * What is left was put there by someone else while a run was swapping the trees. It moves into the new tree where its
 * place is free. Otherwise it goes to a directory beside it, and a problem says so.
 */
export async function retire(
  fs: FileSystem,
  target: Target,
  gone: string,
  pacer: Pacer,
  options: RetireOptions = {},
): Promise<Problem[]> {
  const retirement = new Retirement(fs, target, gone, pacer, options);
  await retirement.emptyAll();
  if (retirement.left.length === 0) {
    fs.rmdirSync(gone);
    return [];
  }
  const rescued = rescuePath(target);
  fs.renameSync(gone, rescued);
  return retirement.left.map((path) => ({
    kind: 'not-ours',
    path,
    message: `${path} was changed while dbspan replaced it; your version is ${rescued}/${path}`,
    remedy: `take from it what you need, then delete ${rescued}`,
  }));
}

/** What the new tree has in the place of a directory: only a real one is entered, never through a symbolic link. */
type Place = 'directory' | 'free' | 'taken';

class Retirement {
  readonly #fs: FileSystem;
  readonly #target: string;
  readonly #gone: string;
  readonly #pacer: Pacer;
  readonly #known: ReadonlySet<string> | undefined;
  readonly #owned: ReadonlyMap<string, OwnedFile>;
  readonly left: string[] = [];

  constructor(fs: FileSystem, target: Target, gone: string, pacer: Pacer, options: RetireOptions) {
    this.#fs = fs;
    this.#target = target.path;
    this.#gone = gone;
    this.#pacer = pacer;
    this.#known = options.known;
    this.#owned = readOwned(fs, `${gone}/${INDEX_PATH}`);
  }

  async emptyAll(): Promise<void> {
    const place = placeOf(lookAt(this.#fs, this.#target));
    // A new tree that its user has deleted takes nothing.
    await this.#empty('', place === 'directory' ? place : 'taken');
    const index = `${this.#gone}/${INDEX_PATH}`;
    if (lookAt(this.#fs, index)?.isFile() === true) this.#fs.unlinkSync(index);
  }

  /** Empties a directory of the old tree; returns whether it did. The index goes last, because a next run needs it. */
  async #empty(directory: string, place: Place): Promise<boolean> {
    const entries = readOwnDirectory(this.#fs, `${this.#gone}/${directory}`);
    if (entries.length === 0) this.#keepEmpty(directory, place);
    let emptied = true;
    for (const entry of entries) {
      const path = directory === '' ? entry.name : `${directory}/${entry.name}`;
      if (path === INDEX_PATH) continue;
      if (entry.isDirectory()) {
        if (await this.#empty(path, this.#placeIn(place, path))) this.#fs.rmdirSync(`${this.#gone}/${path}`);
        else emptied = false;
      } else if (!this.#settle(path, place)) {
        this.left.push(path);
        emptied = false;
      }
      const rest = this.#pacer.step();
      if (rest !== undefined) await rest;
    }
    return emptied;
  }

  #placeIn(parent: Place, path: string): Place {
    return parent === 'directory' ? placeOf(lookAt(this.#fs, `${this.#target}/${path}`)) : parent;
  }

  /** Whether a file of the old tree is gone, or in the new one. */
  #settle(path: string, parent: Place): boolean {
    const from = `${this.#gone}/${path}`;
    const to = `${this.#target}/${path}`;
    const old = this.#fs.lstatSync(from);
    const present = parent === 'directory' ? lookAt(this.#fs, to) : undefined;
    if ((present !== undefined && this.#isSame(from, old, to, present)) || this.#isOwned(path, from, old)) {
      this.#fs.unlinkSync(from);
      return true;
    }
    return present === undefined && parent !== 'taken' && this.#move(from, old, to);
  }

  #isSame(from: string, old: Stats, to: string, present: Stats): boolean {
    if (old.dev === present.dev && old.ino === present.ino) return true;
    if (old.isFile() && present.isFile()) return old.size === present.size && sameContent(this.#fs, from, to);
    if (!old.isSymbolicLink() || !present.isSymbolicLink()) return false;
    return this.#fs.readlinkSync(from) === this.#fs.readlinkSync(to);
  }

  #isOwned(path: string, from: string, old: Stats): boolean {
    const owned = this.#owned.get(path);
    return owned !== undefined && old.isFile() && owned.sha256 === fileDigest(this.#fs, from);
  }

  /** By link and unlink, because a rename would replace what may have appeared there since. */
  #move(from: string, old: Stats, to: string): boolean {
    try {
      this.#fs.mkdirSync(dirname(to), { recursive: true });
      if (old.isSymbolicLink()) this.#fs.symlinkSync(this.#fs.readlinkSync(from), to);
      else this.#fs.linkSync(from, to);
    } catch (error) {
      if (isSystemError(error)) return false;
      throw error;
    }
    this.#fs.unlinkSync(from);
    return true;
  }

  #keepEmpty(directory: string, place: Place): void {
    if (place !== 'free' || this.#known === undefined || this.#known.has(directory)) return;
    this.#fs.mkdirSync(`${this.#target}/${directory}`, { recursive: true });
  }
}

function placeOf(stats: Stats | undefined): Place {
  if (stats === undefined) return 'free';
  return stats.isDirectory() ? 'directory' : 'taken';
}

function readOwned(fs: FileSystem, path: string): ReadonlyMap<string, OwnedFile> {
  if (lookAt(fs, path)?.isFile() !== true) return new Map();
  const parsed = parseIndex(fs.readFileSync(path));
  return parsed.ok ? parsed.index.files : new Map();
}
