// What the slow suites share: checks that print a line each, programs run as a user runs them, folders that go away.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { fastTemporaryFolder } from '../../scripts/trees.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The arguments after `node` that run dbspan. */
export const dbspanProgram = join(root, 'bin/dbspan.js');

/** Every program of the repository: the default one and the examples. */
export const programs = [
  join(root, 'spec/topology.yaml'),
  ...readdirSync(join(root, 'spec/examples'))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(root, 'spec/examples', name)),
];

const counts = { passed: 0, failed: 0, skipped: 0 };

/** A check: `condition` holds, or the lines of `details` say what was found. */
export function check(name, condition, details = []) {
  counts[condition ? 'passed' : 'failed'] += 1;
  say(`${condition ? 'ok' : 'not ok'} - ${name}`);
  if (!condition)
    for (const line of [details].flat(9)) say(`  # ${`${line}`.trimEnd().replaceAll('\n', '\n  # ')}`);
}

export function skip(name, reason) {
  counts.skipped += 1;
  say(`skip - ${name}: ${reason}`);
}

/** Something worth knowing that is no check. */
export function note(text) {
  say(`# ${text}`);
}

const cleanups = [];

/** Does something when the suite ends, however it ends; the last that was asked for goes first. */
export function atEnd(undo) {
  cleanups.unshift(undo);
}

/** A fresh folder, in memory where there is such a file system. */
export function temporaryFolder() {
  const path = realpathSync(mkdtempSync(join(fastTemporaryFolder(), 'dbspan-slow-')));
  atEnd(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** Runs the checks of a suite, prints the count and sets the exit code. An exception is a failed check. */
export async function suite(run) {
  // For good, not once: a second signal would cut the cleaning up short.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      cleanUp();
      process.exit(1);
    });
  }
  process.once('exit', cleanUp);
  try {
    await run();
  } catch (error) {
    check('the suite ran to its end', false, error instanceof Error ? error.stack : error);
  }
  cleanUp();
  say(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  process.exitCode = counts.failed > 0 ? 1 : 0;
}

function cleanUp() {
  for (const undo of cleanups.splice(0)) {
    try {
      undo();
    } catch (error) {
      note(`could not clean up: ${error.message}`);
    }
  }
}

/** Runs a program to its end. Without `input` it has no standard input. */
export function run(command, given, { directory = root, environment, input, ...rest } = {}) {
  const { status, signal, stdout, stderr, error } = spawnSync(command, given, {
    cwd: directory,
    env: { ...process.env, NO_COLOR: '1', ...environment },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    ...(input === undefined ? { stdio: ['ignore', 'pipe', 'pipe'] } : { input }),
    ...rest,
  });
  if (error) throw error;
  return { code: status, signal, stdout, stderr };
}

export function dbspan(given, options) {
  return run(process.execPath, [dbspanProgram, ...given], options);
}

/** Compiles a program into a folder, and fails the suite when it does not compile. */
export function synthesize(topologies, out, options) {
  const { code, stderr } = dbspan(['synth', ...[topologies].flat(), '-o', out], options);
  if (code !== 0) throw new Error(`dbspan synth ${topologies} ended with ${code}\n${stderr}`);
}

/** The folders of clusters in an output folder. */
export function clustersIn(out) {
  return readdirSync(out, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

function say(text) {
  process.stdout.write(`${text}\n`);
}
