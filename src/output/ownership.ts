import { sha256 } from './content.js';
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

/** Which commit of several a directory holds. */
export interface OutputStep {
  /** From 1. */
  readonly number: number;
  readonly of: number;
  /** The `output` digest of the last one. */
  readonly towards: string;
}

/** A mapping of JSON. */
export type JsonObject = { readonly [key: string]: unknown };

/** What dbspan wrote into a directory, and from what. */
export interface OwnershipIndex {
  /** The version of the tool that wrote it. */
  readonly dbspan: string;
  /** SHA-256 of the canonical input. */
  readonly input: string;
  /** SHA-256 over the paths and digests of the files: what a review approved. Undefined in an index of version 1. */
  readonly output?: string | undefined;
  /** The values of the topologies, one of each: what the output was made from. Undefined in an index of version 1. */
  readonly program?: readonly JsonObject[] | undefined;
  /** The files are a state on the way to those of the program; undefined when they are those. */
  readonly step?: OutputStep | undefined;
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

const INDEX_VERSION = 2;
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
  const { step } = index;
  const program = (index.program ?? []).map((topology) => `    ${canonicalJson(topology)}`);
  return `{
  "dbspan": ${JSON.stringify(index.dbspan)},
  "indexVersion": ${INDEX_VERSION},
  "input": ${JSON.stringify(index.input)},
  "output": ${JSON.stringify(index.output ?? outputDigest(index.files))},
${step === undefined ? '' : `  "step": { "number": ${step.number}, "of": ${step.of}, "towards": ${JSON.stringify(step.towards)} },\n`}\
  "program": ${program.length === 0 ? '[]' : `[\n${program.join(',\n')}\n  ]`},
  "files": ${files.length === 0 ? '{}' : `{\n${files.join(',\n')}\n  }`}
}
`;
}

/** SHA-256 over the paths and digests of files, in the order of the paths: equal for equal outputs, and for no others. */
export function outputDigest(files: ReadonlyMap<string, Pick<OwnedFile, 'sha256'>>): string {
  const lines = [...files.keys()].sort().map((path) => `${path}\0${files.get(path)?.sha256 ?? ''}\n`);
  return sha256(Buffer.from(lines.join('')));
}

/** JSON on one line with sorted keys, so that the order in which a topology says things changes nothing. */
function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(', ')}]`;
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}: ${canonicalJson((value as JsonObject)[key])}`);
  return `{${members.join(', ')}}`;
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
  if (value.indexVersion !== 1 && value.indexVersion !== INDEX_VERSION) {
    if (typeof value.indexVersion !== 'number') return refuse('has no indexVersion');
    return refuse(
      `has indexVersion ${value.indexVersion}`,
      'use the version of dbspan that wrote it, or a newer one',
    );
  }
  const optional =
    value.indexVersion === 1 ? [] : ['output', 'program', ...('step' in value ? ['step'] : [])];
  if (!hasExactly(value, ['dbspan', 'indexVersion', 'input', 'files', ...optional]))
    return refuse('has unknown members');
  const { dbspan, input, files, output, program, step } = value;
  if (typeof dbspan !== 'string') return refuse('does not say which dbspan wrote it');
  if (typeof input !== 'string' || !SHA256.test(input)) return refuse('has no digest of the input');
  if (!isRecord(files)) return refuse('has no files');
  if (value.indexVersion !== 1) {
    if (typeof output !== 'string' || !SHA256.test(output)) return refuse('has no digest of the output');
    if (!Array.isArray(program) || !program.every(isRecord)) return refuse('has no program');
    if (step !== undefined && !isStep(step)) return refuse('has a wrong step');
  }

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
  const index = {
    dbspan,
    input,
    output: output as string | undefined,
    program: program as readonly JsonObject[] | undefined,
    step: step as OutputStep | undefined,
    files: owned,
  };
  return { ok: true, index };
}

function isStep(value: unknown): value is OutputStep {
  if (!isRecord(value) || !hasExactly(value, ['number', 'of', 'towards'])) return false;
  const { number, of, towards } = value;
  if (typeof number !== 'number' || typeof of !== 'number') return false;
  if (!Number.isInteger(number) || !Number.isInteger(of) || number < 1 || number >= of) return false;
  return typeof towards === 'string' && SHA256.test(towards);
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
