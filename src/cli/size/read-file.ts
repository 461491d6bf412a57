import { closeSync, openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import { lineStarts, type SourceFile, type Span } from '../../diagnostics/index.js';
import {
  type ConfigContent,
  type Engine,
  mariadbName,
  type PlaceOf,
  postgresSettings,
  readMariadbFile,
  readPostgresFile,
} from '../../server-options/index.js';
import { maximumFileSize } from '../../yaml/decode.js';
import { readStandardInput, standardInput } from '../inputs.js';
import { CannotRun, type Io, systemReason } from '../io.js';

/**
 * Reads a configuration file as text.
 *
 * @param path `-` for standard input
 * @throws CannotRun when it cannot be read, is too large or is no text
 */
export async function readServerFile(path: string, io: Io): Promise<SourceFile> {
  const name = path === '-' ? standardInput : path;
  const bytes = path === '-' ? await readStandardInput(io, maximumFileSize) : readBounded(path, io);
  if (bytes.length > maximumFileSize) {
    throw new CannotRun(
      `${name} is larger than 4 MiB, which no configuration file is`,
      'name the file itself',
    );
  }
  // The servers read bytes; a comment in Latin-1 is no mistake.
  const text = new TextDecoder('utf-8').decode(bytes);
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text)) {
    throw new CannotRun(
      `${name} is no text in UTF-8, as a server reads it`,
      'name its my.cnf or postgresql.conf',
    );
  }
  if (/^apiVersion:/m.test(text) && /^kind:/m.test(text)) {
    throw new CannotRun(
      `${name} holds objects of Kubernetes, not the file of a server`,
      `check them with: dbspan verify ${path}`,
    );
  }
  return { name, text };
}

/** At most one byte more than a file may have: a pipe or a device says no size. */
function readBounded(path: string, { directory }: Io): Uint8Array {
  try {
    const descriptor = openSync(resolve(directory, path), 'r');
    try {
      const chunks: Buffer[] = [];
      let size = 0;
      while (size <= maximumFileSize) {
        const chunk = Buffer.alloc(65_536);
        const read = readSync(descriptor, chunk);
        if (read === 0) break;
        chunks.push(chunk.subarray(0, read));
        size += read;
      }
      return Buffer.concat(chunks);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw new CannotRun(`cannot read ${path}: ${systemReason(error)}`);
  }
}

/**
 * Whose file it is: by its groups, which Postgres has none of, by the options it sets, and by its name.
 *
 * @throws CannotRun when nothing says
 */
export function engineOf({ name, text }: SourceFile): Engine {
  if (/^\s*\[[\w.-]+\]\s*(?:#.*)?$/m.test(text)) return 'mariadb';
  let [mariadb, postgres] = [0, 0];
  for (const [, option = ''] of text.matchAll(/^[ \t]*([A-Za-z_][\w.-]*)/gm)) {
    const inPostgres = postgresSettings().has(option.toLowerCase());
    const inMariadb = mariadbName(option).option !== undefined;
    if (inPostgres === inMariadb) continue;
    if (inPostgres) postgres++;
    else mariadb++;
  }
  if (mariadb !== postgres) return mariadb > postgres ? 'mariadb' : 'postgres';
  if (/\.cnf$|my\.ini$|maria|mysql/i.test(name)) return 'mariadb';
  if (/postgres|pg|user\.conf$/i.test(name)) return 'postgres';
  throw new CannotRun(
    `nothing in ${name} says whether it is a file of MariaDB or of Postgres`,
    'say it: --engine mariadb, or --engine postgres',
  );
}

/** What the file says to its server, with places. */
export function contentOf(file: SourceFile, engine: Engine, version?: string): ConfigContent {
  const placeOf: PlaceOf = (line, text, piece) => {
    const start = lineStarts(file)[line] ?? 0;
    const at = start + Math.max(0, columnOf(text, piece));
    return { file, start: at, end: at + piece.length };
  };
  return engine === 'mariadb'
    ? readMariadbFile(file.text, placeOf, version)
    : readPostgresFile(file.text, placeOf);
}

/** A value may occur in the name before it, as in `port = p`. */
function columnOf(text: string, piece: string): number {
  const name = /^\s*[^=\s]+/.exec(text)?.[0] ?? '';
  if (name.trim() === piece || text.trim() === piece) return text.indexOf(piece);
  const behind = text.indexOf(piece, name.length);
  return behind === -1 ? text.indexOf(piece) : behind;
}

/** Lines that name other files. */
export function includesOf(
  file: SourceFile,
  engine: Engine,
): { readonly line: string; readonly span: Span }[] {
  const pattern =
    engine === 'mariadb'
      ? /^[ \t]*(!include(?:dir)?[ \t][^\r\n]*)/gm
      : /^[ \t]*(include(?:_dir|_if_exists)?[ \t=][^\r\n]*)/gim;
  return [...file.text.matchAll(pattern)].map(({ 0: whole, 1: line = '', index }) => {
    const start = index + whole.length - line.length;
    const shown = line.replace(/\s*#.*$/, '').trim();
    return { line: shown, span: { file, start, end: start + shown.length } };
  });
}
