import { isSafeRelativePath } from './paths.js';

/** The index's own path below the output directory. */
export const INDEX_PATH = '.dbspan.json';

/** One file that dbspan wrote. */
export interface OwnedFile {
  /** SHA-256 of the bytes written, 64 lower-case hexadecimal digits. */
  readonly sha256: string;
  /** Where in the input the file comes from. */
  readonly source: string;
}

/** What dbspan wrote into a directory, and from what. */
export interface OwnershipIndex {
  /** The version of the tool that wrote it. */
  readonly dbspan: string;
  /** SHA-256 of the canonical input. */
  readonly input: string;
  /** By path relative to the directory. A map, because a path may be called `constructor`. */
  readonly files: ReadonlyMap<string, OwnedFile>;
}

/** Why a text is not an index: one sentence without its subject, which is the file, and what to do about it. */
export interface IndexError {
  readonly message: string;
  readonly remedy: string;
}

export type ParsedIndex =
  | { readonly ok: true; readonly index: OwnershipIndex }
  | { readonly ok: false; readonly error: IndexError };

const INDEX_VERSION = 1;
/** Far above any real index: one of 100,000 files has about 15 MiB. */
export const MAX_INDEX_BYTES = 64 << 20;
const SHA256 = /^[0-9a-f]{64}$/;

const RESTORE = 'restore it from git, or move the directory away and run again';

/** Prints an index: paths sorted by code unit, two spaces, a line break at the end. The same index, the same bytes. */
export function printIndex(index: OwnershipIndex): string {
  const files: string[] = [];
  for (const path of [...index.files.keys()].sort()) {
    const file = index.files.get(path);
    if (file === undefined) continue;
    files.push(
      `    ${JSON.stringify(path)}: {\n      "sha256": "${file.sha256}",\n      "source": ${JSON.stringify(file.source)}\n    }`,
    );
  }
  return `{
  "dbspan": ${JSON.stringify(index.dbspan)},
  "indexVersion": ${INDEX_VERSION},
  "input": ${JSON.stringify(index.input)},
  "files": ${files.length === 0 ? '{}' : `{\n${files.join(',\n')}\n  }`}
}
`;
}

/**
 * Reads an index. It comes from a repository, so nothing in it is trusted: a path that leaves the directory, a member
 * that does not belong, a size above 64 MiB are errors. Never throws.
 */
export function parseIndex(bytes: Buffer): ParsedIndex {
  if (bytes.length > MAX_INDEX_BYTES) return refuse(`has ${bytes.length} bytes, more than 64 MiB`);
  const text = bytes.toString('utf8');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    if (/^(?:<{7}|>{7}) /m.test(text)) {
      return refuse(
        'holds the conflict markers of a merge',
        'take either side for the whole directory (git checkout --theirs), then run again',
      );
    }
    return refuse('is not JSON');
  }
  return readIndex(value);
}

function readIndex(value: unknown): ParsedIndex {
  if (!isRecord(value)) return refuse('is not an object');
  if (value.indexVersion !== INDEX_VERSION) {
    if (typeof value.indexVersion !== 'number') return refuse('has no indexVersion');
    return refuse(
      `has indexVersion ${value.indexVersion}`,
      'use the version of dbspan that wrote it, or a newer one',
    );
  }
  if (!hasExactly(value, ['dbspan', 'indexVersion', 'input', 'files'])) return refuse('has unknown members');
  const { dbspan, input, files } = value;
  if (typeof dbspan !== 'string') return refuse('does not say which dbspan wrote it');
  if (typeof input !== 'string' || !SHA256.test(input)) return refuse('has no digest of the input');
  if (!isRecord(files)) return refuse('has no files');

  const owned = new Map<string, OwnedFile>();
  for (const [path, file] of Object.entries(files)) {
    const named = JSON.stringify(path);
    if (!isSafeRelativePath(path)) return refuse(`names ${named}, which is not a path below its directory`);
    if (path === INDEX_PATH) return refuse('names itself');
    if (!isRecord(file) || !hasExactly(file, ['sha256', 'source']))
      return refuse(`has a wrong entry for ${named}`);
    const { sha256, source } = file;
    if (typeof sha256 !== 'string' || !SHA256.test(sha256)) return refuse(`has no digest for ${named}`);
    if (typeof source !== 'string') return refuse(`has no source for ${named}`);
    owned.set(path, { sha256, source });
  }
  return { ok: true, index: { dbspan, input, files: owned } };
}

function refuse(message: string, remedy = RESTORE): ParsedIndex {
  return { ok: false, error: { message, remedy } };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasExactly(value: Record<string, unknown>, members: readonly string[]): boolean {
  const keys = Object.keys(value);
  return keys.length === members.length && members.every((member) => Object.hasOwn(value, member));
}
