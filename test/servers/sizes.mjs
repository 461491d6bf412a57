// What dbspan says about sizes. The only file here that knows how `dbspan size` is asked and answers.
import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { dbspanProgram, run } from '../slow/harness.mjs';

// DBSPAN_PROGRAM: another build, such as an installed one.
const program = process.env.DBSPAN_PROGRAM ?? dbspanProgram;

/** Asks for a size. `memory` and the like are written as users write them: 512Mi. */
export function planOf(asked) {
  const given = ['size', ...argumentsOf(asked)];
  const { code, stdout, stderr } = dbspan([...given, '--format', 'json']);
  if (code !== 0) throw new Error(`dbspan ${given.join(' ')} ended with ${code}\n${stderr}${stdout}`);
  const [size] = JSON.parse(stdout).sizes;
  const { memory } = size.budgets;
  const reserve = memory.parts
    .filter(({ part }) => part === 'reserve')
    .reduce((sum, { bytes }) => sum + bytes, 0);
  return {
    name: `${asked.memory} ${asked.galera ? 'galera' : asked.engine}`,
    asked,
    settings: size.settings,
    environment: size.environment,
    configuration: size.configuration,
    limit: memory.limit,
    /** All that is budgeted, and of it what the server may take at worst. */
    total: memory.total,
    worst: memory.total - reserve,
  };
}

/** True when the printed file is the plan's, after comments that name the whole environment. */
export function printsTheSame({ asked, configuration, environment }) {
  const { stdout } = dbspan(['size', ...argumentsOf(asked), '--format', 'conf']);
  if (!stdout.endsWith(configuration)) return false;
  const above = stdout.slice(0, -configuration.length).split('\n').slice(0, -1);
  const named = (name) => above.some((line) => line.endsWith(`${name}=${environment[name]}`));
  return above.every((line) => line.startsWith('#')) && Object.keys(environment).every(named);
}

/** The verdict about a configuration file: its code and its words. */
export function verdictOn(file, { engine, memory, version }) {
  const given = ['--check', file, '--engine', engine, '--memory', memory, '--version', version];
  const { code, stdout, stderr } = dbspan(['size', ...given]);
  return { code, text: `${stdout}${stderr}` };
}

/** The value of a setting, in whatever form it has. */
export function settingOf(plan, option) {
  return plan.settings.find((each) => each.option.replaceAll('-', '_') === option)?.value;
}

/** Writes the plan's configuration file. */
export function writeConfiguration(plan, path) {
  writeFileSync(path, plan.configuration);
  return path;
}

/**
 * Bytes of write sets that a cache of this size holds, as docs/sizing.md counts them: each takes 32 bytes of the ring
 * beside its own.
 */
export function cacheTaken(bytes, writeSets) {
  return bytes + 32 * writeSets;
}

/** The share of the memory that the pool gets where the budget allows it. */
export const documentedShare = 0.7;

function argumentsOf({ engine, memory, galera, ...optional }) {
  const given = ['--engine', engine, '--memory', memory];
  if (galera) given.push('--galera');
  for (const [name, value] of Object.entries(optional)) {
    if (value !== undefined) given.push(`--${name}`, `${value}`);
  }
  return given;
}

function dbspan(given) {
  return run(process.execPath, [program, ...given], { directory: '/' });
}
