import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { addAbortSignal } from 'node:stream';
import type { FileContent } from '../plan/index.js';
import type { Input } from '../topology/index.js';
import { maximumFileSize } from '../yaml/decode.js';
import { CannotRun, type Io, systemReason } from './io.js';

/** Name of standard input in findings. */
export const standardInput = '<stdin>';

const defaults = ['spec/topology.yaml', 'topology.yaml'];

/**
 * Reads the topologies a command was given. A folder stands for its .yaml and .yml files, sorted by name.
 *
 * @throws CannotRun when a file or folder cannot be read, or there is none
 */
export async function readInputs(given: readonly string[], io: Io): Promise<Input[]> {
  const paths = (given.length > 0 ? given : [defaultPath(io)]).flatMap((path) => expand(path, io));
  const inputs: Input[] = [];
  const seen = new Set<string>();
  for (const path of paths) {
    const identity = path === '-' ? '-' : resolve(io.directory, path);
    if (seen.has(identity)) continue;
    seen.add(identity);
    inputs.push(
      path === '-'
        ? { name: standardInput, content: await readStandardInput(io, maximumFileSize) }
        : readOne(path, io),
    );
  }
  return inputs;
}

function defaultPath(io: Io): string {
  const found = defaults.find((path) =>
    statSync(join(io.directory, path), { throwIfNoEntry: false })?.isFile(),
  );
  if (found) return found;
  throw new CannotRun(
    `no topology was named, and there is neither ${defaults.join(' nor ')} here`,
    'name a file, or write one to start from with: dbspan init',
  );
}

function expand(path: string, io: Io): string[] {
  if (path === '-') return [path];
  const absolute = resolve(io.directory, path);
  try {
    if (!statSync(absolute).isDirectory()) return [path];
    const names = readdirSync(absolute, { withFileTypes: true })
      .filter((entry) => !entry.isDirectory() && /^[^.].*\.ya?ml$/.test(entry.name))
      .map(({ name }) => name)
      .sort();
    if (names.length === 0)
      throw new CannotRun(`${path} holds no .yaml file`, 'name the folder that holds the topologies');
    return names.map((name) => (path.endsWith('/') ? path + name : `${path}/${name}`));
  } catch (error) {
    if (error instanceof CannotRun) throw error;
    throw new CannotRun(`cannot read ${path}: ${systemReason(error)}`);
  }
}

function readOne(path: string, io: Io): Input {
  const absolute = resolve(io.directory, path);
  try {
    const { size } = statSync(absolute);
    // Larger than the limit is a finding of the reader; it needs no more than one byte too many to say so.
    if (size > maximumFileSize) return { name: path, content: new Uint8Array(maximumFileSize + 1) };
    return { name: path, content: readFileSync(absolute) };
  } catch (error) {
    throw new CannotRun(`cannot read ${path}: ${systemReason(error)}`);
  }
}

/** What stands on standard input, or the first of it when it is more than `limit` bytes. */
export async function readStandardInput({ stdin, signal }: Io, limit: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of addAbortSignal(signal, stdin)) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size > limit) break;
  }
  return Buffer.concat(chunks);
}

/**
 * Reads a file that a topology refers to. It must lie below the topology's own folder, also after symbolic links: what
 * it holds is written into the output, and a topology from a stranger's pull request must not pick files to publish.
 */
export function readReferred(path: string, from: string, io: Io): FileContent {
  const folder = from === standardInput ? io.directory : dirname(resolve(io.directory, from));
  try {
    const real = realpathSync(join(folder, path));
    if (!real.startsWith(realpathSync(folder) + sep))
      return { problem: 'it leads out of the folder of the topology' };
    if (statSync(real).size > 1024 * 1024) return { problem: 'it is larger than 1 MiB' };
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(real));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    if (error instanceof TypeError) return { problem: 'it is not UTF-8' };
    return { problem: systemReason(error) };
  }
}

/** Reads a file of the output as it stands; undefined when there is none, or it cannot be read. */
export function readCommitted(directory: string, path: string, io: Io): string | undefined {
  try {
    return readFileSync(resolve(io.directory, directory, path), 'utf8');
  } catch {
    return undefined;
  }
}
