import type { OutputFile } from '../../output/tree.js';

/** What a file of an old output holds. */
export type Held =
  | { readonly kind: 'content'; readonly content: Buffer }
  /** Byte for byte what the new output has at that path. */
  | { readonly kind: 'same' }
  | { readonly kind: 'absent' }
  /** It cannot be read, or must not be: `it is a symbolic link`. */
  | { readonly kind: 'refused'; readonly reason: string };

/** Where an old output lies: a folder, or a tree of Git. */
export interface Store {
  /** As messages call it: `dist`, `dist at origin/main`. */
  readonly named: string;
  /** The path of one of its files, as messages call it. */
  nameOf(path: string): string;
  /** The bytes of a file, of which there is only one. */
  readIndex(path: string, limit: number): Promise<Held>;
  /** What stands at paths; of a file that the new output has as well, `same` may say it. */
  read(
    paths: readonly string[],
    expected: ReadonlyMap<string, OutputFile>,
    onHeld: (path: string, held: Held) => void,
  ): Promise<void>;
  /** Every file that may hold objects, for an output that nobody keeps an index of, and how it is read. */
  list(): Promise<readonly string[]>;
}

/** The largest file of an old output that is read. */
export const maximumOldFile = 64 * 1024 * 1024;

/** What all of them may hold together. */
export const maximumOldOutput = 1024 * 1024 * 1024;
