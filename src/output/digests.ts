import { sha256 } from './content.js';
import { type OwnedFile, outputDigest } from './ownership.js';

/** The digests of files, by path: all of an ownership index that tells two outputs apart. */
export type Digests = ReadonlyMap<string, Pick<OwnedFile, 'sha256'>>;

const known = new WeakMap<{ readonly content: string }, string>();

/** SHA-256 of a file's content in UTF-8, found once. `bytes` is that content, where somebody has it. */
export function digestOf(file: { readonly content: string }, bytes?: Buffer): string {
  let digest = known.get(file);
  if (digest === undefined) {
    digest = sha256(bytes ?? Buffer.from(file.content));
    known.set(file, digest);
  }
  return digest;
}

/** The digests of files. */
export function digestsOf(files: readonly { readonly path: string; readonly content: string }[]): Digests {
  return new Map(files.map((file) => [file.path, { sha256: digestOf(file) }]));
}

/** SHA-256 of a whole output: what its index says under `output`. */
export function digestOfOutput(
  files: readonly { readonly path: string; readonly content: string }[],
): string {
  return outputDigest(digestsOf(files));
}
