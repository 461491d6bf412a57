import { join } from 'node:path';
import process from 'node:process';
import { type Io, systemReason } from './io.js';
import { readPageAssets } from './page-assets.js';
import { run } from './run.js';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs the program on this process: signals abort a run that listens for them and end any other at once, a reader that went away
 * ends it quietly.
 *
 * @param given the arguments after the program's name
 */
export async function main(given: readonly string[]): Promise<void> {
  const controller = new AbortController();
  let received: NodeJS.Signals | undefined;
  let listening = false;
  const listen = (): void => {
    if (listening) return;
    listening = true;
    for (const signal of signals) {
      process.once(signal, () => {
        received = signal;
        controller.abort();
      });
    }
  };
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
    pageAssets: () => readPageAssets(join(__dirname, 'page')),
    // A run that never asks has nothing to put right: a signal ends it even in the middle of a computation.
    get signal() {
      listen();
      return controller.signal;
    },
  };
  const code = await run(given, io);
  // A run that had finished its work when the signal came has finished.
  if (received && code !== 0) {
    if (code === 2) process.stderr.write('dbspan: interrupted; nothing was changed\n');
    // Ending by the signal itself tells a shell loop or make to stop as well.
    process.kill(process.pid, received);
  }
  process.exitCode = unwritten ? 2 : code;
}
