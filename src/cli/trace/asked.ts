import { isAbsolute, normalize, relative } from 'node:path';
import type { Pointer } from '../../trace/index.js';
import { CannotRun, type Io } from '../io.js';

/** What is asked about. */
export type Asked =
  | {
      readonly kind: 'file';
      readonly path: string;
      readonly pointer: Pointer | undefined;
      readonly line: number | undefined;
    }
  | {
      readonly kind: 'line';
      readonly file: string;
      readonly line: number;
      readonly column: number | undefined;
    }
  | { readonly kind: 'path'; readonly path: string };

/** Longest question that is read: pointers lead into files, they do not hold them. */
const longest = 4096;

/**
 * Reads what stands on the command line: a file of the output with a field or a line, a line of a topology, or a path in one.
 *
 * @throws CannotRun when it is none of these
 */
export function readAsked(text: string, directory: string, io: Io): Asked {
  if (text.length > longest) throw new CannotRun(`a place has at most ${longest} characters`);
  const hash = text.indexOf('#');
  const [, named = '', first, second] =
    /^(.*?)(?::(\d{1,9}))?(?::(\d{1,9}))?$/s.exec(hash === -1 ? text : text.slice(0, hash)) ?? [];
  const path = fromHere(named, io);
  const below = belowOutput(path, directory, io);
  if (below !== undefined) {
    const pointer = hash === -1 ? undefined : readPointer(text.slice(hash + 1));
    if (pointer && first !== undefined)
      throw new CannotRun(
        'a line and a field were both named',
        `write ${named}:${first}, or ${named}${text.slice(hash)}`,
      );
    return { kind: 'file', path: below, pointer, line: first === undefined ? undefined : Number(first) };
  }
  if (!/\.ya?ml$/.test(named) && named !== '-') {
    if (hash !== -1 || named.includes('..') || named.startsWith('/') || named.startsWith('.'))
      throw new CannotRun(`${text} is neither in ${directory} nor a topology`, usage(directory));
    return { kind: 'path', path: text };
  }
  if (hash !== -1)
    throw new CannotRun(
      `${named} is not in ${directory}`,
      `name a file of the output, or a line of the topology: ${named}:12`,
    );
  if (first === undefined)
    throw new CannotRun(
      `${named} is a whole topology`,
      `name a line of it: ${named}:12; or a path in it: databases[NAME].placement`,
    );
  return {
    kind: 'line',
    file: named,
    line: Number(first),
    column: second === undefined ? undefined : Number(second),
  };
}

function usage(directory: string): string {
  return `name a field of the output (${directory}/CLUSTER/WAVE/FILE.yaml#/spec/replicas), a line of it (…yaml:12), or a line of a topology (topology.yaml:12)`;
}

/** As it is written from where the program stands. */
function fromHere(path: string, { directory }: Io): string {
  return normalize(isAbsolute(path) ? relative(directory, path) : path).replaceAll('\\', '/');
}

/** The path below the output directory; undefined for what is not in it. */
function belowOutput(path: string, directory: string, io: Io): string | undefined {
  const folder = fromHere(directory, io).replace(/\/+$/, '');
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}

/** `/spec/replicas`, or `spec.replicas` with `[0]` and quotes around names that have dots. */
function readPointer(text: string): Pointer {
  if (text === '' || text === '/') return [];
  if (text.startsWith('/')) {
    return text
      .slice(1)
      .split('/')
      .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  }
  const parts = text.match(/"[^"]*"|\[[^\]]*\]|[^.[\]"]+/g) ?? [];
  return parts.map((part) => part.replace(/^["[]|["\]]$/g, ''));
}
