import { closeSync, fstatSync, lstatSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { OPEN_TO_READ } from '../../output/file-system.js';
import type { OutputFile } from '../../output/tree.js';
import { type Io, systemReason } from '../io.js';
import { readManifestFiles } from '../manifest-files.js';
import { type Held, maximumOldFile, type Store } from './store.js';

/** An old output in a folder. */
export class Folder implements Store {
  readonly named: string;
  readonly #root: string;
  readonly #io: Io;
  readonly #folders = new Map<string, string | undefined>();

  constructor(named: string, io: Io) {
    this.named = named.replace(/(.)\/+$/, '$1');
    this.#root = resolve(io.directory, named);
    this.#io = io;
  }

  /** Whether there is a folder, also behind a link. */
  static exists(named: string, io: Io): boolean {
    try {
      return statSync(resolve(io.directory, named)).isDirectory();
    } catch {
      return false;
    }
  }

  nameOf(path: string): string {
    return join(this.named, path);
  }

  async readIndex(path: string, limit: number): Promise<Held> {
    return this.#read(path, limit, undefined);
  }

  async read(
    paths: readonly string[],
    expected: ReadonlyMap<string, OutputFile>,
    onHeld: (path: string, held: Held) => void,
  ): Promise<void> {
    for (const path of paths) {
      const reason = this.#linkAbove(path);
      if (reason !== undefined) onHeld(path, { kind: 'refused', reason });
      else onHeld(path, this.#read(path, maximumOldFile, expected.get(path)));
    }
  }

  async list(): Promise<readonly string[]> {
    if (readdirSync(this.#root).length === 0) return [];
    const { inputs } = await readManifestFiles([this.named], this.#io);
    return inputs.map(({ name }) => relative(this.#root, resolve(this.#io.directory, name)));
  }

  #read(path: string, limit: number, expected: OutputFile | undefined): Held {
    let file: number;
    try {
      file = openSync(join(this.#root, path), OPEN_TO_READ);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'absent' };
      if (code === 'ELOOP') return { kind: 'refused', reason: 'it is a symbolic link' };
      return { kind: 'refused', reason: systemReason(error) };
    }
    try {
      const stats = fstatSync(file);
      if (stats.isDirectory()) return { kind: 'absent' };
      if (!stats.isFile()) return { kind: 'refused', reason: 'it is not a regular file' };
      if (stats.size > limit) return { kind: 'refused', reason: tooLarge(stats.size) };
      return heldOf(readAll(file, stats.size), expected);
    } catch (error) {
      return { kind: 'refused', reason: systemReason(error) };
    } finally {
      closeSync(file);
    }
  }

  /** Why the folder of a file is not one of this output: a link leads out of it. Looked at once each. */
  #linkAbove(path: string): string | undefined {
    const end = path.lastIndexOf('/');
    if (end === -1) return undefined;
    const folder = path.slice(0, end);
    if (this.#folders.has(folder)) return this.#folders.get(folder);
    const stats = lstatSync(join(this.#root, folder), { throwIfNoEntry: false });
    const reason = stats?.isSymbolicLink() ? `${folder} is a symbolic link` : this.#linkAbove(folder);
    this.#folders.set(folder, reason);
    return reason;
  }
}

/** What is said of a file above the limit. */
export function tooLarge(size: number): string {
  return `it has ${Math.round(size / (1024 * 1024))} MiB`;
}

const scratch = Buffer.allocUnsafe(64 * 1024);

/** Small files are read into a shared buffer, and copied only when they differ. */
function readAll(file: number, size: number): Buffer {
  const buffer = size < scratch.length ? scratch : Buffer.allocUnsafe(size + 1);
  let at = 0;
  for (;;) {
    const length = readSync(file, buffer, at, buffer.length - at, null);
    if (length === 0) return buffer.subarray(0, at);
    at += length;
    if (at === buffer.length) throw new Error('the file grows while it is read');
  }
}

const expectedBytes = Buffer.allocUnsafe(64 * 1024);

function heldOf(bytes: Buffer, expected: OutputFile | undefined): Held {
  if (expected !== undefined && holds(bytes, expected.content)) return { kind: 'same' };
  return { kind: 'content', content: Buffer.from(bytes) };
}

function holds(bytes: Buffer, text: string): boolean {
  if (bytes.length < text.length || bytes.length > text.length * 3) return false;
  if (text.length * 3 > expectedBytes.length) return Buffer.from(text).equals(bytes);
  const length = expectedBytes.write(text);
  return length === bytes.length && expectedBytes.compare(bytes, 0, length, 0, length) === 0;
}
