import { isMachineFormat, type MachineFormat } from '../report/formats.js';
import { printable, printableLine } from '../report/printable.js';
import type { Report } from '../report/report.js';
import { nearest } from '../yaml/suggest.js';
import { parseArguments } from './arguments.js';
import { commands } from './commands.js';
import { commandHelp, programHelp } from './help.js';
import { CannotRun, type Io, isCannotRun, paletteOf, systemReason } from './io.js';
import { loaders } from './loaders.js';

const aliases: Readonly<Record<string, string>> = {
  '--version': 'version',
  '-v': 'version',
  '-V': 'version',
  check: 'validate',
};

/** Runs the program with the arguments after its name. Returns the exit code; never throws. */
export async function run(given: readonly string[], io: Io): Promise<number> {
  try {
    return await dispatch(given, io);
  } catch (error) {
    if (io.signal.aborted) return 2;
    const paint = paletteOf(io, 'stderr');
    const known = isCannotRun(error);
    const message = known ? error.message : isSystemError(error) ? systemReason(error) : internal(error);
    const format = machineFormatOf(given);
    if (format) {
      await printFailure(
        given,
        { message, ...(known && error.remedy ? { fix: error.remedy } : {}) },
        format,
        io,
      );
      return 2;
    }
    io.stderr.write(
      `${paint.severity.error('dbspan')}: ${known ? printableLine(message) : printable(message)}\n`,
    );
    if (known && error.remedy) io.stderr.write(`  ${paint.faint('fix:')} ${printableLine(error.remedy)}\n`);
    return 2;
  }
}

/** The form for machines that was asked for. The arguments may be wrong in any way, so they are not parsed. */
function machineFormatOf(given: readonly string[]): MachineFormat | undefined {
  for (const [index, argument] of given.entries()) {
    const name = argument === '--format' ? given[index + 1] : /^--format=(.*)$/s.exec(argument)?.[1];
    if (isMachineFormat(name)) return name;
  }
  return undefined;
}

/** Whoever reads a report finds in it why there is none. */
async function printFailure(
  [first = '']: readonly string[],
  failure: NonNullable<Report['failure']>,
  format: MachineFormat,
  io: Io,
): Promise<void> {
  const name = aliases[first] ?? first;
  const command = commands.some((each) => each.name === name) ? name : '';
  const { printMachine } = await import('./findings.js');
  await printMachine({ command, code: 2, files: [], diagnostics: [], problems: [], failure }, format, io);
}

async function dispatch(given: readonly string[], io: Io): Promise<number> {
  const [first, ...rest] = given;
  if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
    const about = first === 'help' ? rest[0] : undefined;
    io.stdout.write(about === undefined ? programHelp() : commandHelp(find(about)));
    return 0;
  }
  const command = find(aliases[first] ?? first);
  const parsed = parseArguments(command, rest);
  if (parsed.options['help'] === true) {
    io.stdout.write(commandHelp(command));
    return 0;
  }
  const { run } = await loaders[command.name]();
  return run(parsed, io);
}

function find(name: string) {
  const command = commands.find((each) => each.name === name);
  if (command) return command;
  const names = commands.map((each) => each.name);
  const meant = nearest(name, names);
  throw new CannotRun(
    `there is no command ${name}`,
    meant ? `did you mean ${meant}?` : `commands: ${names.join(', ')}`,
  );
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

/** A defect of dbspan itself. The trace is for its developers, who ask for it with DBSPAN_TRACE. */
function internal(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const trace = process.env['DBSPAN_TRACE'] && error instanceof Error ? `\n${error.stack}` : '';
  return `a defect of dbspan itself, please report it with the topology: ${text}${trace}`;
}
