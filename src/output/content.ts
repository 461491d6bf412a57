import * as crypto from 'node:crypto';
import { type FileSystem, OPEN_TO_READ } from './file-system.js';

/** Shared: every use is synchronous. */
const scratch = Buffer.allocUnsafe(64 << 10);

/** SHA-256 in lower-case hexadecimal. `crypto.hash` halves the cost for small files, and Node has it since 20.12. */
export const sha256: (bytes: Buffer) => string =
  typeof crypto.hash === 'function'
    ? (bytes) => crypto.hash('sha256', bytes)
    : (bytes) => crypto.createHash('sha256').update(bytes).digest('hex');

/** Whether a file's content is exactly these bytes. Reads no further than the first difference. */
export function fileHolds(fs: FileSystem, path: string, bytes: Buffer): boolean {
  let at = 0;
  for (const chunk of chunksOf(fs, path)) {
    if (at + chunk.length > bytes.length) return false;
    if (chunk.compare(bytes, at, at + chunk.length) !== 0) return false;
    at += chunk.length;
  }
  return at === bytes.length;
}

/** SHA-256 of a file's content, whatever its size. */
export function fileDigest(fs: FileSystem, path: string): string {
  const hash = crypto.createHash('sha256');
  for (const chunk of chunksOf(fs, path)) hash.update(chunk);
  return hash.digest('hex');
}

/** Whether two files of one size hold the same bytes. */
export function sameContent(fs: FileSystem, left: string, right: string): boolean {
  return fileDigest(fs, left) === fileDigest(fs, right);
}

function* chunksOf(fs: FileSystem, path: string): Generator<Buffer> {
  const file = fs.openSync(path, OPEN_TO_READ);
  try {
    for (;;) {
      const length = fs.readSync(file, scratch, 0, scratch.length, null);
      if (length === 0) return;
      yield scratch.subarray(0, length);
    }
  } finally {
    fs.closeSync(file);
  }
}
