import { join } from 'node:path';
import { fileDigest, fileHolds } from './content.js';
import { byPath, type Expected, parentOf } from './expected.js';
import { type FileSystem, lookAt } from './file-system.js';
import { INDEX_PATH, MAX_INDEX_BYTES, type OwnershipIndex, parseIndex } from './ownership.js';
import type { Pacer } from './pacer.js';
import { type Problem, Stop } from './problem.js';
import { type EntryKind, scan } from './scan.js';
import type { Target } from './target.js';

/** What a run does, or would do, to one file of ours. */
export interface Change {
  readonly kind: 'added' | 'changed' | 'removed' | 'hand-edited' | 'unchanged';
  readonly path: string;
}

/** How the directory on disk becomes the expected one. */
export interface Plan {
  /** Every file of ours, the index too, sorted by path in code units. */
  readonly changes: readonly Change[];
  /** What forbids it, sorted by path. Nothing below is of use while there is one. */
  readonly problems: readonly Problem[];
  /** Everything stands there already, byte for byte. */
  readonly current: boolean;
  /** Of the new tree, each after the one it is in. */
  readonly directories: readonly string[];
  /** Of the old tree. */
  readonly oldDirectories: ReadonlySet<string>;
  /** Files whose bytes are new, the index too. */
  readonly write: ReadonlyMap<string, Buffer>;
  /** Files that stay as they are: ours without a change, and the user's. */
  readonly keep: readonly string[];
  /** Symbolic links, all of them the user's. */
  readonly symlinks: readonly string[];
  /** How many files are whose, the index not counted. */
  readonly counts: {
    readonly written: number;
    readonly unchanged: number;
    readonly removed: number;
    readonly kept: number;
  };
}

/** Compares the directory on disk with the expected one. Writes nothing. */
export async function reconcile(
  fs: FileSystem,
  target: Target,
  expected: Expected,
  pacer: Pacer,
): Promise<Plan> {
  const exists = lookAt(fs, target.path) !== undefined;
  const { entries, empty } = exists
    ? await scan(fs, target.path, pacer)
    : { entries: new Map<string, EntryKind>(), empty: [] };
  const index = readIndex(fs, target, entries.get(INDEX_PATH), expected);
  const comparison = new Comparison(fs, target, entries, index, expected);
  for (const [path, bytes] of expected.files) {
    comparison.compareWanted(path, bytes);
    const rest = pacer.step();
    if (rest !== undefined) await rest;
  }
  for (const path of index?.files.keys() ?? []) {
    if (expected.files.has(path)) continue;
    comparison.compareUnwanted(path);
    const rest = pacer.step();
    if (rest !== undefined) await rest;
  }
  comparison.compareIndex();
  comparison.keepTheRest(empty);
  return comparison.plan(exists);
}

/** @throws Stop when there is one but it cannot be trusted. */
function readIndex(
  fs: FileSystem,
  target: Target,
  kind: EntryKind | undefined,
  expected: Expected,
): OwnershipIndex | undefined {
  if (kind === undefined) return undefined;
  if (kind !== 'file') throw badIndex(target, `is a ${kind}, not a file`, 'move it away, then run again');
  const path = join(target.path, INDEX_PATH);
  const size = lookAt(fs, path)?.size ?? 0;
  if (size > MAX_INDEX_BYTES) throw badIndex(target, `has ${size} bytes`, 'restore it, then run again');
  const bytes = fs.readFileSync(path);
  if (bytes.equals(expected.index)) return expected.ownership;
  const parsed = parseIndex(bytes);
  if (!parsed.ok) throw badIndex(target, parsed.error.message, parsed.error.remedy);
  return parsed.index;
}

function badIndex(target: Target, message: string, remedy: string): Stop {
  return new Stop({
    kind: 'bad-index',
    path: INDEX_PATH,
    message: `${join(target.named, INDEX_PATH)} ${message}`,
    remedy,
  });
}

/** One pass over three views of the directory: what is there, what we wrote last time, what we want now. */
class Comparison {
  readonly #fs: FileSystem;
  readonly #target: Target;
  readonly #entries: ReadonlyMap<string, EntryKind>;
  readonly #index: OwnershipIndex | undefined;
  readonly #expected: Expected;

  readonly #changes: Change[] = [];
  readonly #problems: Problem[] = [];
  readonly #write = new Map<string, Buffer>();
  readonly #keep: string[] = [];
  readonly #symlinks: string[] = [];
  readonly #directories = new Set<string>();
  /** Paths whose fate is decided; whatever else is there is the user's. */
  readonly #decided = new Set<string>([INDEX_PATH]);
  #indexChanged = false;
  #kept = 0;

  constructor(
    fs: FileSystem,
    target: Target,
    entries: ReadonlyMap<string, EntryKind>,
    index: OwnershipIndex | undefined,
    expected: Expected,
  ) {
    this.#fs = fs;
    this.#target = target;
    this.#entries = entries;
    this.#index = index;
    this.#expected = expected;
  }

  compareWanted(path: string, bytes: Buffer): void {
    const kind = this.#entries.get(path);
    const owned = this.#index?.files.get(path);
    if (kind === 'file' && fileHolds(this.#fs, this.#onDisk(path), bytes)) {
      this.#decided.add(path);
      this.#keep.push(path);
      this.#change('unchanged', path);
    } else if (kind === undefined || kind === 'directory') {
      this.#write.set(path, bytes);
      this.#change('added', path);
    } else if (owned === undefined) {
      this.#write.set(path, bytes);
      this.#change('added', path);
      this.#problems.push(inTheWay(path, kind, 'dbspan must write a file'));
      this.#decided.add(path);
    } else if (kind === 'file' && fileDigest(this.#fs, this.#onDisk(path)) === owned.sha256) {
      this.#decided.add(path);
      this.#write.set(path, bytes);
      this.#change('changed', path);
    } else {
      this.#handEdited(path);
    }
  }

  /** A file that we wrote and no longer want. */
  compareUnwanted(path: string): void {
    const kind = this.#entries.get(path);
    const owned = this.#index?.files.get(path);
    if (kind === undefined || kind === 'directory' || owned === undefined) return;
    if (kind === 'file' && fileDigest(this.#fs, this.#onDisk(path)) === owned.sha256) {
      this.#decided.add(path);
      this.#change('removed', path);
    } else {
      this.#handEdited(path);
    }
  }

  compareIndex(): void {
    if (this.#index === this.#expected.ownership) {
      this.#keep.push(INDEX_PATH);
      this.#change('unchanged', INDEX_PATH);
      return;
    }
    this.#indexChanged = true;
    this.#write.set(INDEX_PATH, this.#expected.index);
    this.#change(this.#index === undefined ? 'added' : 'changed', INDEX_PATH);
  }

  /** The user's files, links and empty directories go over into the new tree, unless they are where ours must go. */
  keepTheRest(empty: readonly string[]): void {
    for (const directory of this.#expected.directories) this.#directories.add(directory);
    for (const [path, kind] of this.#entries) {
      if (kind === 'directory' || this.#decided.has(path)) continue;
      (kind === 'file' ? this.#keep : this.#symlinks).push(path);
      this.#kept += 1;
      this.#needDirectory(parentOf(path));
      if (!this.#expected.directories.has(path)) continue;
      this.#problems.push(inTheWay(path, kind, 'dbspan needs a directory'));
    }
    for (const path of empty) this.#needDirectory(path);
    for (const path of this.#directories) {
      if (!this.#expected.files.has(path)) continue;
      this.#problems.push(inTheWay(path, 'directory', 'dbspan must write a file'));
    }
  }

  plan(exists: boolean): Plan {
    const foreign = this.#index === undefined && this.#isForeign();
    const problems = foreign ? [this.#foreignDirectory()] : this.#problems.sort(byPath);
    const oldDirectories = new Set<string>();
    for (const [path, kind] of this.#entries) if (kind === 'directory') oldDirectories.add(path);
    const removed = this.#changes.filter((change) => change.kind === 'removed').length;
    const written = this.#write.size - (this.#indexChanged ? 1 : 0);
    return {
      changes: this.#changes.sort(byPath),
      problems,
      current: exists && problems.length === 0 && this.#write.size === 0 && removed === 0,
      directories: [...this.#directories].sort(),
      oldDirectories,
      write: this.#write,
      keep: this.#keep,
      symlinks: this.#symlinks,
      counts: { written, removed, kept: this.#kept, unchanged: this.#expected.files.size - written },
    };
  }

  #onDisk(path: string): string {
    return join(this.#target.path, path);
  }

  #change(kind: Change['kind'], path: string): void {
    this.#changes.push({ kind, path });
  }

  #needDirectory(path: string): void {
    for (let at = path; at !== '' && !this.#directories.has(at); at = parentOf(at)) this.#directories.add(at);
  }

  #handEdited(path: string): void {
    this.#decided.add(path);
    this.#change('hand-edited', path);
    this.#problems.push({
      kind: 'hand-edited',
      path,
      message: `${path} was edited by hand after dbspan wrote it`,
      remedy:
        'say it in the topology, then delete the file or restore it from git; to keep it as yours, rename it',
    });
  }

  /** A directory that we never wrote, but for one that holds nothing other than what we would write. */
  #isForeign(): boolean {
    return this.#kept > 0 || this.#problems.length > 0;
  }

  #foreignDirectory(): Problem {
    const { named } = this.#target;
    return {
      kind: 'foreign-directory',
      path: named,
      message: `${named} holds files that dbspan did not write, and no ${INDEX_PATH}`,
      remedy: 'empty it, or choose another directory with -o',
    };
  }
}

function inTheWay(path: string, kind: EntryKind, need: string): Problem {
  const what = kind === 'symlink' ? 'symbolic link' : kind;
  return {
    kind: 'in-the-way',
    path,
    message: `${path} is a ${what} of yours where ${need}`,
    remedy: 'move it away, then run again',
  };
}
