import { digestOf } from './digests.js';
import {
  INDEX_PATH,
  type JsonObject,
  type OutputStep,
  type OwnedFile,
  type OwnershipIndex,
  outputDigest,
  printIndex,
} from './ownership.js';
import { isSafeRelativePath } from './paths.js';
import { type Problem, Stop } from './problem.js';

/** One file of the output. */
export interface OutputFile {
  /** Relative to the output directory, with forward slashes. */
  readonly path: string;
  /** Written as UTF-8. */
  readonly content: string;
  /** Where in the input it comes from. */
  readonly source: string;
}

/** A whole output directory. */
export interface OutputTree {
  readonly files: readonly OutputFile[];
  /** SHA-256 of the canonical input, in lower-case hexadecimal. */
  readonly input: string;
  /** The values of the topologies. */
  readonly program?: readonly JsonObject[] | undefined;
  /** Which commit of several the files are; undefined for the last, or the only one. */
  readonly step?: OutputStep | undefined;
  /** The version of the tool. */
  readonly version: string;
}

/** What a tree puts on disk. */
export interface Expected {
  /** By path, sorted by code unit; the index is not among them. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** Every directory that a file needs. */
  readonly directories: ReadonlySet<string>;
  readonly ownership: OwnershipIndex;
  /** The bytes of the ownership. */
  readonly index: Buffer;
}

/**
 * Turns a tree into bytes.
 *
 * @throws Stop that lists every unsafe path and every two files that cannot both exist.
 */
export function expectedFrom(tree: OutputTree): Expected {
  const problems: Problem[] = [];
  const files = new Map<string, Buffer>();
  const owned = new Map<string, OwnedFile>();
  const claims = new Claims();
  for (const file of tree.files.toSorted(byPath)) {
    const { path, content, source } = file;
    if (!isSafeRelativePath(path)) {
      problems.push(unsafePath(path, source));
      continue;
    }
    const rival = claims.claim(path, source);
    if (rival !== undefined) {
      problems.push(collision(path, source, rival));
      continue;
    }
    const bytes = Buffer.from(content);
    files.set(path, bytes);
    owned.set(path, { sha256: digestOf(file, bytes), source });
  }
  if (problems.length > 0) throw new Stop(...problems);
  const { version: dbspan, input, program, step } = tree;
  const ownership = { dbspan, input, output: outputDigest(owned), program, step, files: owned };
  return { files, directories: claims.directories, ownership, index: Buffer.from(printIndex(ownership)) };
}

/** The directory a path is in; empty for one at the top. */
export function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** Orders by code unit, the same on every machine. */
export function byPath(left: { readonly path: string }, right: { readonly path: string }): number {
  if (left.path === right.path) return 0;
  return left.path < right.path ? -1 : 1;
}

interface Claim {
  readonly path: string;
  readonly source: string;
  readonly isFile: boolean;
}

/** Who has a place: file systems that ignore case or normalise Unicode have one place for several spellings. */
class Claims {
  readonly directories = new Set<string>();
  readonly #claims = new Map<string, Claim>();

  constructor() {
    this.#take({ path: INDEX_PATH, source: 'the ownership index', isFile: true });
  }

  /** Claims a file and its directories; returns the claim in its way, if there is one. */
  claim(path: string, source: string): Claim | undefined {
    for (
      let parent = parentOf(path);
      parent !== '' && !this.directories.has(parent);
      parent = parentOf(parent)
    ) {
      const rival = this.#take({ path: parent, source, isFile: false });
      if (rival !== undefined) return rival;
      this.directories.add(parent);
    }
    return this.#take({ path, source, isFile: true });
  }

  #take(claim: Claim): Claim | undefined {
    const place = placeOf(claim.path);
    const rival = this.#claims.get(place);
    if (rival === undefined) this.#claims.set(place, claim);
    return rival;
  }
}

function placeOf(path: string): string {
  return (/[^\x20-\x7e]/.test(path) ? path.normalize('NFC') : path).toLowerCase();
}

function unsafePath(path: string, source: string): Problem {
  return {
    kind: 'unsafe-path',
    path,
    message: `${JSON.stringify(path)}, from ${source}, is not a path below the output directory`,
    remedy: 'rename what it is made from; file names take a-z, 0-9, - and .',
  };
}

function collision(path: string, source: string, rival: Claim): Problem {
  return {
    kind: 'collision',
    path,
    message: `${path} would be written ${clash(path, rival)} (from ${rival.source} and from ${source})`,
    remedy: 'rename one of the two',
  };
}

function clash(path: string, rival: Claim): string {
  if (rival.path === path) return 'twice';
  if (rival.isFile && placeOf(path).startsWith(`${placeOf(rival.path)}/`))
    return `into ${rival.path}, which is a file`;
  return `beside ${rival.path}, which is the same place on some file systems`;
}
