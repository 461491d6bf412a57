// Folders as values, for the benchmark and the slow tests.
import { accessSync, constants, lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Memory where the machine has such a file system, so that a disk has no say in what is measured. */
export function fastTemporaryFolder() {
  try {
    accessSync('/dev/shm', constants.W_OK | constants.X_OK);
    return '/dev/shm';
  } catch {
    return tmpdir();
  }
}

/** Every file below a folder with its text, by path; a symbolic link is what it points to. */
export function readTree(folder) {
  const files = new Map();
  for (const [path, entry] of walk(folder)) {
    const full = join(folder, path);
    if (entry.isSymbolicLink()) files.set(path, `-> ${readlinkSync(full)}`);
    else if (entry.isFile()) files.set(path, readFileSync(full, 'utf8'));
  }
  return files;
}

/** Paths that one of two folders lacks, or where their bytes differ. */
export function differences(left, right) {
  const a = readTree(left);
  const b = readTree(right);
  return [...new Set([...a.keys(), ...b.keys()])].filter((path) => a.get(path) !== b.get(path)).sort();
}

/** What tells a file that was touched: its inode and time, by path. */
export function stamps(folder) {
  const found = new Map();
  for (const [path, entry] of walk(folder)) {
    if (!entry.isFile()) continue;
    const { ino, mtimeNs } = lstatSync(join(folder, path), { bigint: true });
    found.set(path, `${ino} ${mtimeNs}`);
  }
  return found;
}

function* walk(folder, below = '') {
  for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    yield [path, entry];
    if (entry.isDirectory()) yield* walk(folder, path);
  }
}
