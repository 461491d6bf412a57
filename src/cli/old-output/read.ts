import { digestOf } from '../../output/digests.js';
import { INDEX_PATH, MAX_INDEX_BYTES, type OwnershipIndex, parseIndex } from '../../output/ownership.js';
import type { OutputFile } from '../../output/tree.js';
import type { CommittedOutput } from '../../plan-change.js';
import type { Problem } from '../../report/report.js';
import { CannotRun } from '../io.js';
import { maximumOldOutput, type Store } from './store.js';

/** An old output, and what is to be known about it. */
export interface OldOutput {
  readonly committed: CommittedOutput;
  /** Of every file as it is, by path. */
  readonly digests: ReadonlyMap<string, { readonly sha256: string }>;
  /** What is wrong with it. With an error among them nothing can be said about the change. */
  readonly problems: readonly Problem[];
}

/** An output of which nothing is there yet. */
export const nothingYet: OldOutput = {
  committed: { files: [], index: undefined },
  digests: new Map(),
  problems: [],
};

/** How an old output is read. */
export interface ReadOptions {
  /**
   * The digests of the index are believed of files that the new output has with the same digest, and nothing is read without an index:
   * for who writes there, and compares everything anyway.
   */
  readonly isTrusted?: boolean;
}

/**
 * Reads an old output: the files that its index lists, or, without an index, all of its YAML.
 *
 * @param expected the new output; files that are the same are taken from it
 * @throws CannotRun when it is too large, or cannot be read at all
 */
export async function readOldOutput(
  store: Store,
  expected: readonly OutputFile[],
  { isTrusted = false }: ReadOptions = {},
): Promise<OldOutput> {
  const index = await readIndex(store);
  if (index !== undefined && 'problem' in index) return { ...nothingYet, problems: [index.problem] };
  const paths = index ? [...index.files.keys()] : isTrusted ? [] : await store.list();
  const reader = new Reader(store, index);
  const byPath = new Map(expected.map((file) => [file.path, file]));
  const wanted = isTrusted ? paths.filter((path) => !reader.takes(path, byPath.get(path))) : paths;
  await store.read(wanted, byPath, (path, held) => {
    if (held.kind === 'same') reader.same(path, byPath.get(path));
    else if (held.kind === 'content') reader.content(path, held.content);
    else if (held.kind === 'absent') reader.absent(path);
    else reader.refused(path, held.reason);
  });
  return reader.output();
}

async function readIndex(store: Store): Promise<OwnershipIndex | { readonly problem: Problem } | undefined> {
  const held = await store.readIndex(INDEX_PATH, MAX_INDEX_BYTES);
  if (held.kind === 'absent' || held.kind === 'same') return undefined;
  const named = store.nameOf(INDEX_PATH);
  const problemOf = (message: string, fix: string): { problem: Problem } => ({
    problem: { id: 'output/bad-index', severity: 'error', message: `${named} ${message}`, fix, path: named },
  });
  if (held.kind === 'refused')
    return problemOf(`cannot be read: ${held.reason}`, 'restore it, then run again');
  const parsed = parseIndex(held.content);
  return parsed.ok ? parsed.index : problemOf(parsed.error.message, parsed.error.remedy);
}

/** Problems of single files that are named one by one. */
const listed = 9;

class Reader {
  readonly #store: Store;
  readonly #index: OwnershipIndex | undefined;
  readonly #files: OutputFile[] = [];
  readonly #digests = new Map<string, { readonly sha256: string }>();
  readonly #problems: Problem[] = [];
  readonly #edited: string[] = [];
  readonly #refused: (readonly [path: string, reason: string])[] = [];
  #size = 0;

  constructor(store: Store, index: OwnershipIndex | undefined) {
    this.#store = store;
    this.#index = index;
  }

  /** Takes a file from the new output without a look at the old one, if the index says that they are equal. */
  takes(path: string, file: OutputFile | undefined): boolean {
    if (!file || this.#index?.files.get(path)?.sha256 !== digestOf(file)) return false;
    this.same(path, file);
    return true;
  }

  same(path: string, file: OutputFile | undefined): void {
    if (file) this.#add(path, file.content, { sha256: digestOf(file) });
  }

  content(path: string, bytes: Buffer): void {
    this.#size += bytes.length;
    if (this.#size > maximumOldOutput)
      throw new CannotRun(`${this.#store.named} has more than 1 GiB`, 'compare parts of it');
    const text = { content: bytes.toString() };
    const sha256 = digestOf(text, bytes);
    const written = this.#index?.files.get(path)?.sha256;
    if (written !== undefined && written !== sha256) this.#edited.push(path);
    this.#add(path, text.content, { sha256 });
  }

  absent(path: string): void {
    this.#edited.push(path);
  }

  refused(path: string, reason: string): void {
    this.#refused.push([path, reason]);
  }

  output(): OldOutput {
    this.#sayRefused();
    this.#sayEdited();
    return {
      committed: { files: this.#files, index: this.#index },
      digests: this.#digests,
      problems: this.#problems,
    };
  }

  #add(path: string, content: string, digest: { readonly sha256: string }): void {
    this.#files.push({ path, content, source: this.#index?.files.get(path)?.source ?? '' });
    this.#digests.set(path, digest);
  }

  #sayRefused(): void {
    const [first] = this.#refused;
    if (!first) return;
    const [path, reason] = first;
    const more = this.#refused.length - 1;
    const named = this.#store.nameOf(path);
    this.#problems.push({
      id: 'output/unreadable',
      severity: 'error',
      message: `${named} cannot be read: ${reason}${more === 0 ? '' : `; and ${more} more`}`,
      fix: 'restore it as dbspan wrote it, then run again',
      path: named,
    });
  }

  #sayEdited(): void {
    const [first] = this.#edited;
    if (first === undefined) return;
    const names = this.#edited.slice(0, listed).map((path) => this.#store.nameOf(path));
    if (this.#edited.length > listed) names.push(`and ${this.#edited.length - listed} more`);
    this.#problems.push({
      id: 'output/hand-edited',
      severity: 'warning',
      message: `not as dbspan wrote ${this.#edited.length === 1 ? 'it' : 'them'}: ${names.join(', ')}; compared as ${this.#edited.length === 1 ? 'it is' : 'they are'}`,
      fix: 'say the change in the topology, and restore the file from Git',
      path: this.#store.nameOf(first),
    });
  }
}
