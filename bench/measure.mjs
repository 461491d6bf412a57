// Measures whole processes. CPU is user and system time of the process and all it started, as the shell's `time` reports
// it: with other work on the machine it is the number to trust. Peak memory is that of the process itself, taken in runs
// of its own.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const peakHook = fileURLToPath(new URL('programs/peak.cjs', import.meta.url));

/**
 * @typedef {object} Job
 * @property {string} name
 * @property {readonly string[]} command
 * @property {string} [directory] where it runs
 * @property {Readonly<Record<string, string>>} [environment] beside that of this process
 * @property {() => void} [prepare] called before each run, and not measured
 */

/**
 * Runs every job once per round, in turns, so that a busy moment of the machine meets all of them.
 *
 * @param {readonly Job[]} jobs
 * @param {number} rounds
 * @param {string} scratch a folder for what they print
 */
export function interleave(jobs, rounds, scratch) {
  const taken = new Map(jobs.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const job of jobs) taken.get(job.name).push(runOnce(job, scratch));
  }
  return jobs.map(({ name }) => ({ name, ...summary(taken.get(name)) }));
}

/** Peak memory of the process, in MB, in one more run. Node programs only. */
export function peakMemory(job, scratch) {
  const [node, ...given] = job.command;
  const report = join(scratch, 'peak');
  rmSync(report, { force: true });
  const environment = { ...job.environment, DBSPAN_BENCH_PEAK: report };
  runOnce({ ...job, command: [node, '--require', peakHook, ...given], environment }, scratch);
  return Number(readFileSync(report, 'utf8')) / 1024;
}

/** Wall and CPU time of one run, in milliseconds. */
function runOnce({ name, command, directory, environment, prepare }, scratch) {
  prepare?.();
  const shell = `TIMEFORMAT='%R %U %S'; { time "$@" >"$0/out" 2>"$0/err" </dev/null; } 2>"$0/times"`;
  const { status } = spawnSync('bash', ['-c', shell, scratch, ...command], {
    cwd: directory,
    env: { ...process.env, ...environment },
    stdio: 'inherit',
  });
  if (status !== 0) {
    const said = ['out', 'err'].map((stream) => readFileSync(join(scratch, stream), 'utf8').slice(-2000));
    throw new Error(`${name} ended with ${status}: ${command.join(' ')}\n${said.join('\n')}`);
  }
  const last = readFileSync(join(scratch, 'times'), 'utf8').trim().split('\n').at(-1);
  const [wall, user, system] = last
    .replaceAll(',', '.')
    .split(' ')
    .map((seconds) => Number(seconds) * 1000);
  return { wall, cpu: user + system };
}

function summary(runs) {
  return {
    runs: runs.length,
    cpu: median(runs.map(({ cpu }) => cpu)),
    cpuMinimum: Math.min(...runs.map(({ cpu }) => cpu)),
    wall: median(runs.map(({ wall }) => wall)),
    wallMinimum: Math.min(...runs.map(({ wall }) => wall)),
  };
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
