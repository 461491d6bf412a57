// Programs that run beside the suite, in a group or not, and end with it.
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { atEnd } from '../slow/harness.mjs';

const running = new Set();

/** Ends whatever still runs, and what that has started. */
export function endAll() {
  for (const child of running) killGroup(child);
}

/** Every program leads a group of its own: scripts start servers. */
function killGroup(child) {
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {}
}

atEnd(endAll);

// A container's runtime allows many open files; without, a server says that it had to lower its own limits.
const enter =
  'ulimit -n 65536 2>/dev/null || :; [ -z "$0" ] || echo $$ > "$0/cgroup.procs" || exit 125; exec "$@"';

/** Starts a program; `log` takes what it prints. `ended` gives its code and signal. */
export function start(command, given, { group, environment, log, directory } = {}) {
  const out = log === undefined ? 'ignore' : openSync(log, 'a');
  const child = spawn('/bin/sh', ['-c', enter, group?.path ?? '', command, ...given], {
    cwd: directory ?? '/',
    env: cleanEnvironment(environment),
    stdio: ['ignore', out, out],
    detached: true,
  });
  if (out !== 'ignore') closeSync(out);
  running.add(child);
  const result = { child, over: false };
  result.ended = new Promise((resolve) => {
    child.once('close', (code, signal) => {
      running.delete(child);
      result.over = true;
      resolve({ code, signal });
    });
  });
  return result;
}

/** What the machine has set for its own databases does not count here. */
function cleanEnvironment(environment) {
  const { PATH, TMPDIR } = process.env;
  return {
    PATH: `${PATH}:/usr/local/sbin:/usr/sbin:/sbin`,
    ...(TMPDIR === undefined ? {} : { TMPDIR }),
    LC_ALL: 'C',
    ...environment,
  };
}

/** Runs a program to its end without holding up the suite. */
export async function output(command, given, { environment, input, limit = 600_000 } = {}) {
  const child = spawn(command, given, {
    cwd: '/',
    env: cleanEnvironment(environment),
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    detached: true,
  });
  running.add(child);
  const text = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr']) {
    child[name].setEncoding('utf8').on('data', (piece) => {
      text[name] += piece;
    });
  }
  if (input !== undefined) {
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  }
  const timer = setTimeout(() => killGroup(child), limit);
  const code = await new Promise((resolve) => {
    child.once('error', () => resolve(127));
    child.once('close', resolve);
  });
  clearTimeout(timer);
  running.delete(child);
  return { code, ...text };
}

/** Starts a program that is talked to; `hear` gets whatever it prints, piece by piece. */
export function converse(command, given, hear) {
  const child = spawn('/bin/sh', ['-c', 'exec "$0" "$@" 2>&1', command, ...given], {
    cwd: '/',
    env: cleanEnvironment(),
    stdio: ['pipe', 'pipe', 'ignore'],
    detached: true,
  });
  running.add(child);
  child.stdout.setEncoding('utf8').on('data', hear);
  child.stdin.on('error', () => {});
  const talk = { over: false, say: (text) => child.stdin.write(text), close: () => killGroup(child) };
  talk.ended = new Promise((resolve) => {
    child.once('close', () => {
      running.delete(child);
      talk.over = true;
      resolve();
    });
  });
  return talk;
}

/** Asks a program to end, and insists after a while. */
export async function end(program, { patience = 240_000, signal = 'SIGTERM' } = {}) {
  if (program.over) return;
  program.child.kill(signal);
  const timer = setTimeout(() => program.child.kill('SIGKILL'), patience);
  await program.ended;
  clearTimeout(timer);
}

/** Waits until something is true, as long as `hopeless` gives no reason to stop; false when the time is over. */
export async function until(test, { seconds = 240, every = 200, hopeless = () => false } = {}) {
  const over = performance.now() + seconds * 1000;
  while (performance.now() < over) {
    if (await test()) return true;
    if (hopeless()) return false;
    await sleep(every);
  }
  return false;
}
