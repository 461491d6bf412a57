import { PassThrough, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { pageAssets } from '../../scripts/page.mjs';
import type { Io } from './io.js';
import { run } from './run.js';

/** What a test decides about the surroundings of a run. */
export interface Surroundings {
  /** What standard input holds. Without it a terminal waits for `type`, and anything else is at its end. */
  readonly stdin?: string | Uint8Array;
  /** The streams that are terminals; true for all three. */
  readonly tty?: boolean | readonly ('stdin' | 'stdout' | 'stderr')[];
  /** Width of the terminals. */
  readonly columns?: number;
  /** The environment; empty unless said. */
  readonly env?: Readonly<Record<string, string>>;
  /** Where the program stands; a folder that does not exist unless said, so that nothing is read by accident. */
  readonly directory?: string;
}

/** An Io whose output is kept. */
export interface TestIo {
  readonly io: Io;
  /** What was written so far. */
  stdout(): string;
  stderr(): string;
  /** Gives standard input more text: keys, on a terminal. */
  type(text: string): void;
  /** Ends standard input. */
  end(): void;
  /** Interrupts the run as a signal does. */
  interrupt(): void;
}

/** Streams and surroundings for a command in a test. */
export function makeIo(surroundings: Surroundings = {}): TestIo {
  const { stdin, tty = false, columns, env = {}, directory = '/nowhere' } = surroundings;
  const isTTY = (name: 'stdin' | 'stdout' | 'stderr'): boolean =>
    typeof tty === 'boolean' ? tty : tty.includes(name);
  const input = new PassThrough();
  if (stdin !== undefined) input.end(stdin);
  else if (!isTTY('stdin')) input.end();
  const stdout = new Capture();
  const stderr = new Capture();
  const controller = new AbortController();
  const size = columns === undefined ? {} : { columns };
  return {
    io: {
      stdin: Object.assign(
        input,
        isTTY('stdin') ? { isTTY: true, setRawMode: () => input } : {},
      ) as unknown as NodeJS.ReadStream,
      stdout: Object.assign(
        stdout,
        isTTY('stdout') ? { isTTY: true, ...size } : {},
      ) as unknown as NodeJS.WriteStream,
      stderr: Object.assign(
        stderr,
        isTTY('stderr') ? { isTTY: true, ...size } : {},
      ) as unknown as NodeJS.WriteStream,
      environment: env,
      directory,
      documentation: fileURLToPath(new URL('../../docs', import.meta.url)),
      pageAssets,
      signal: controller.signal,
    },
    stdout: () => stdout.text,
    stderr: () => stderr.text,
    type: (text) => void input.write(text),
    end: () => void input.end(),
    interrupt: () => controller.abort(),
  };
}

/** What a run left behind. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program with the arguments after its name, in this process. */
export async function runProgram(given: readonly string[], surroundings?: Surroundings): Promise<Outcome> {
  const test = makeIo(surroundings);
  const code = await run(given, test.io);
  return { code, stdout: test.stdout(), stderr: test.stderr() };
}

class Capture extends Writable {
  readonly #decoder = new TextDecoder();
  text = '';

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += this.#decoder.decode(chunk, { stream: true });
    done();
  }
}
