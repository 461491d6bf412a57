import { realpathSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type { Diagnostic } from '../diagnostics/index.js';
import { isMachineFormat, type MachineFormat, renderReport } from '../report/formats.js';
import type { Problem, Report } from '../report/report.js';
import { renderCapped, renderProblem } from '../report/text.js';
import { homepage, version } from '../version.js';
import type { Arguments } from './command.js';
import { CannotRun, type Io, paletteOf } from './io.js';

/** What a command has found; the rest of a report is the same for all. */
export type Found = Omit<Report, 'tool' | 'folder' | 'failure'>;

/**
 * Prints what a command found in the form that was asked for. In a form for machines that is all there is to print, on
 * standard output. For people findings and problems go to standard error, and the command's summary is still to come.
 *
 * @param shown `errors`: of warnings and notes people get the number alone, as they asked for something else
 * @returns whether everything was printed
 */
export async function printReport(
  found: Found,
  options: Arguments['options'],
  io: Io,
  shown: 'all' | 'errors' = 'all',
): Promise<boolean> {
  const format = options['format'];
  if (isMachineFormat(format)) {
    await printMachine(found, format, io);
    return true;
  }
  const paint = paletteOf(io, 'stderr');
  const all = shown === 'all' || found.problems.length > 0;
  const told = all ? found.diagnostics : found.diagnostics.filter(({ severity }) => severity === 'error');
  if (told.length > 0) io.stderr.write(`${renderCapped(told, found.command, paint)}\n`);
  if (!all) io.stderr.write(warningsHint(found.diagnostics));
  for (const problem of found.problems) io.stderr.write(renderProblem(problem, paint));
  return false;
}

function warningsHint(diagnostics: readonly Diagnostic[]): string {
  const count = diagnostics.filter(({ severity }) => severity === 'warning').length;
  if (count === 0) return '';
  return `${count === 1 ? '1 warning' : `${count} warnings`}: dbspan validate says ${count === 1 ? 'which' : 'which they are'}\n\n`;
}

/** Prints in a form for machines what a command found, or what kept it from running. */
export async function printMachine(
  found: Found & Pick<Report, 'failure'>,
  format: MachineFormat,
  io: Io,
): Promise<void> {
  io.stdout.write(await machineDocument(found, format, io));
}

/** What a command found, in a form for machines. */
export function machineDocument(
  found: Found & Pick<Report, 'failure'>,
  format: MachineFormat,
  io: Io,
): Promise<string> {
  const tool = { version, ...(homepage === undefined ? {} : { homepage }) };
  return renderReport({ ...found, tool, folder: folderInRepository(io) }, format);
}

/**
 * What `--max-warnings` finds: nothing, or the one problem that there are more.
 *
 * @throws CannotRun when its value is not a number of warnings
 */
export function tooManyWarnings(
  diagnostics: readonly Diagnostic[],
  options: Arguments['options'],
): Problem[] {
  const limit = warningLimit(options);
  const count = diagnostics.filter(({ severity }) => severity === 'warning').length;
  if (count <= limit) return [];
  const warnings = count === 1 ? '1 warning' : `${count} warnings`;
  return [
    {
      id: 'run/max-warnings',
      severity: 'error',
      message: `${warnings}, and --max-warnings allows ${limit === 0 ? 'none' : limit}`,
      fix: 'see to what they say, or raise --max-warnings',
    },
  ];
}

/** The most warnings a run may have. */
function warningLimit({ 'max-warnings': given }: Arguments['options']): number {
  if (given === undefined) return Number.POSITIVE_INFINITY;
  if (typeof given === 'string' && /^\d{1,9}$/.test(given)) return Number(given);
  throw new CannotRun(
    `--max-warnings takes a whole number of warnings, not ${given}`,
    'allow none, for example: --max-warnings 0',
  );
}

/** Checks the options of a report before the work begins. */
export function checkReportOptions(options: Arguments['options']): void {
  warningLimit(options);
}

/** Where the CI systems whose reviews are fed name the root of the repository. Paths in a review count from there. */
const rootVariables = ['GITHUB_WORKSPACE', 'CI_PROJECT_DIR'];

/** Path from the root of the repository to where the program stands, where a CI system says what the root is; else empty. */
export function folderInRepository({ environment, directory }: Io): string {
  for (const name of rootVariables) {
    const root = environment[name];
    if (root === undefined || root === '') continue;
    try {
      const folder = relative(realpathSync(root), realpathSync(directory));
      if (folder !== '..' && !folder.startsWith(`..${sep}`)) return folder;
    } catch {
      // A root that is not there says nothing.
    }
  }
  return '';
}
