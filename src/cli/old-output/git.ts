import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { CannotRun, type Io, systemReason } from '../io.js';

/** What a run of git printed. */
export interface Printed {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** A blob as `git cat-file` gives it. */
export type Blob =
  | { readonly kind: 'content'; readonly content: Buffer }
  | { readonly kind: 'too-large'; readonly size: number }
  /** Not among the objects of this clone. */
  | { readonly kind: 'missing' };

/** Far above what any list of a repository's files takes. */
const maximumOutput = 256 * 1024 * 1024;
const maximumErrors = 64 * 1024;

/**
 * Before every command: git reads objects, and does nothing else. No pager, no hooks, no file system monitor, no network (what a partial
 * clone has not got is missing), no replaced objects, paths and no patterns.
 */
const hardened = [
  '--no-pager',
  '--no-replace-objects',
  '--literal-pathspecs',
  ...['core.hooksPath=/dev/null', 'core.fsmonitor=false', 'protocol.allow=never'].flatMap((setting) => [
    '-c',
    setting,
  ]),
];

/** What git gets of the environment. A hook's GIT_DIR would lead it to another repository, GIT_TRACE into its output. */
const passed =
  /^(?:PATH|HOME|USERPROFILE|SYSTEMROOT|TMPDIR|TEMP|XDG_CONFIG_HOME|GIT_CEILING_DIRECTORIES|GIT_CONFIG_(?:NOSYSTEM|SYSTEM|GLOBAL|COUNT|KEY_\d+|VALUE_\d+))$/i;

/** The git program, working in a folder and reading alone. */
export class Git {
  readonly #io: Io;

  constructor(io: Io) {
    this.#io = io;
  }

  /**
   * Runs a command to its end.
   *
   * @throws CannotRun when there is no git, or it prints without end
   */
  async run(...given: readonly string[]): Promise<Printed> {
    const child = await this.#start(given);
    child.stdin.end();
    const chunks: Buffer[] = [];
    let size = 0;
    const errors = errorsOf(child);
    const ended = endOf(child);
    for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size <= maximumOutput) continue;
      child.kill();
      throw new CannotRun(`git ${given[0]} prints more than 256 MiB`, 'compare with a folder: --against DIR');
    }
    return { code: await ended, stdout: Buffer.concat(chunks), stderr: errors() };
  }

  /**
   * Reads blobs in one process, in the order of their ids.
   *
   * @param limit bytes of the largest blob that is kept
   * @param onBlob called for each
   * @throws CannotRun when git fails
   */
  async blobs(
    ids: readonly string[],
    limit: number,
    onBlob: (id: string, blob: Blob) => void,
  ): Promise<void> {
    if (ids.length === 0) return;
    const child = await this.#start(['cat-file', '--batch']);
    const errors = errorsOf(child);
    const ended = endOf(child);
    // A git that ends early says why on standard error.
    child.stdin.on('error', () => undefined);
    child.stdin.end(ids.map((id) => `${id}\n`).join(''));
    const reader = new BatchReader(limit);
    let done = 0;
    for await (const chunk of child.stdout as AsyncIterable<Buffer>)
      for (const blob of reader.read(chunk)) {
        onBlob(ids[done] ?? '', blob);
        done += 1;
      }
    const code = await ended;
    if (done === ids.length) return;
    throw new CannotRun(`git cannot read its objects: ${firstLine(errors()) || `it ended with ${code}`}`);
  }

  async #start(given: readonly string[]): Promise<ChildProcessWithoutNullStreams> {
    const { spawn } = await import('node:child_process');
    const { environment, directory } = this.#io;
    const own = Object.entries(environment).filter(([name]) => passed.test(name));
    const child = spawn('git', [...hardened, ...given], {
      cwd: directory,
      env: {
        ...Object.fromEntries(own),
        GIT_NO_LAZY_FETCH: '1',
        GIT_OPTIONAL_LOCKS: '0',
        GIT_TERMINAL_PROMPT: '0',
        LC_ALL: 'C',
      },
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
    });
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', (error) => {
        const isAbsent = (error as NodeJS.ErrnoException).code === 'ENOENT';
        reject(
          new CannotRun(
            isAbsent ? 'there is no git program here' : `git cannot be started: ${systemReason(error)}`,
            'install git, or compare with a folder: --against DIR',
          ),
        );
      });
    });
    return child;
  }
}

/** The first line of what git says, without the word in front. */
export function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').replace(/^(?:fatal|error): /, '');
}

function errorsOf(child: ChildProcessWithoutNullStreams): () => string {
  let text = '';
  child.stderr.on('data', (chunk: Buffer) => {
    if (text.length < maximumErrors) text += chunk.toString();
  });
  return () => text;
}

function endOf(child: ChildProcessWithoutNullStreams): Promise<number> {
  return new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)));
}

/** Reads what `git cat-file --batch` prints: a line with id, type and size, the content, a line break. */
export class BatchReader {
  readonly #limit: number;
  #head = '';
  /** Bytes of the content and its line break that are still to come; undefined while a head is read. */
  #left: number | undefined;
  #size = 0;
  #chunks: Buffer[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  *read(chunk: Buffer): Generator<Blob> {
    let at = 0;
    while (at < chunk.length) {
      if (this.#left === undefined) {
        const end = chunk.indexOf(10, at);
        this.#head += chunk.toString('latin1', at, end === -1 ? chunk.length : end);
        if (end === -1) return;
        at = end + 1;
        const size = / (\d+)$/.exec(this.#head)?.[1];
        this.#head = '';
        if (size === undefined) {
          yield { kind: 'missing' };
          continue;
        }
        this.#size = Number(size);
        this.#left = this.#size + 1;
        continue;
      }
      const taken = Math.min(this.#left, chunk.length - at);
      if (this.#size <= this.#limit) this.#chunks.push(chunk.subarray(at, at + taken));
      at += taken;
      this.#left -= taken;
      if (this.#left > 0) continue;
      this.#left = undefined;
      const isKept = this.#size <= this.#limit;
      const content = isKept ? Buffer.concat(this.#chunks).subarray(0, this.#size) : undefined;
      this.#chunks = [];
      yield content ? { kind: 'content', content } : { kind: 'too-large', size: this.#size };
    }
  }
}
