import { join } from 'node:path';
import process from 'node:process';
import { type Io, systemReason } from './io.js';
import { run } from './run.js';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Words of a command line that may change files. */
const writing: ReadonlySet<string> = new Set(['synth', 'init', '--fix']);

/**
 * Runs the program on this process: signals abort the run, a reader that went away ends it quietly.
 *
 * @param given the arguments after the program's name
 */
export async function main(given: readonly string[]): Promise<void> {
  const controller = new AbortController();
  let received: NodeJS.Signals | undefined;
  // A run that writes nothing has nothing to put right, and a signal ends it at once, even in the middle of a computation.
  for (const signal of given.some((word) => writing.has(word)) ? signals : []) {
    process.once(signal, () => {
      received = signal;
      controller.abort();
    });
  }
  // A closed pipe (dbspan explain | head) is the reader's choice, not an error; a full disk behind it is one.
  let unwritten: NodeJS.ErrnoException | undefined;
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE' || unwritten) return;
      unwritten = error;
      process.exitCode = 2;
      if (stream === process.stdout)
        process.stderr.write(`dbspan: cannot print the result: ${systemReason(error)}\n`);
    });
  }
  const io: Io = {
    // Node opens standard input when it is first asked for, which most commands never do.
    get stdin() {
      return process.stdin;
    },
    stdout: process.stdout,
    stderr: process.stderr,
    environment: process.env,
    directory: process.cwd(),
    documentation: join(__dirname, '..', '..', 'docs'),
    signal: controller.signal,
  };
  const code = await run(given, io);
  // A run that had finished its work when the signal came has finished.
  if (received && code !== 0) {
    process.stderr.write('dbspan: interrupted; nothing was changed\n');
    // Ending by the signal itself tells a shell loop or make to stop as well.
    process.kill(process.pid, received);
  }
  process.exitCode = unwritten ? 2 : code;
}
