import { compile } from '../../compile.js';
import { hasErrors } from '../../diagnostics/index.js';
import { printableLine } from '../../report/printable.js';
import { survivalLines } from '../../report/survival/summary.js';
import { countSummary } from '../../report/text.js';
import { findCollisions } from '../../synthesize.js';
import type { Input } from '../../topology/index.js';
import type { Run } from '../command.js';
import { committedIn } from '../committed.js';
import { checkReportOptions, printReport, tooManyWarnings } from '../findings.js';
import { fixFiles } from '../fix.js';
import { readInputs, readReferred } from '../inputs.js';
import { paletteOf } from '../io.js';
import { today } from '../today.js';

/** `dbspan validate`. The output is made as well, in memory: some findings are about objects that meet in it. */
export const run: Run = async ({ options, positionals }, io) => {
  checkReportOptions(options);
  const given = await readInputs(positionals, io);
  const committed = committedIn('dist', io);
  const compileOptions = {
    readFile: (path: string, from: string) => readReferred(path, from, io),
    today: today(io),
    ...(committed ? { committed } : {}),
  };
  const examine = (inputs: readonly Input[]) => compile(inputs, compileOptions).diagnostics;
  const { inputs, fixed } =
    options['fix'] === true ? fixFiles(given, examine, io) : { inputs: given, fixed: undefined };
  const compilation = compile(inputs, compileOptions);
  const { waived } = compilation;
  const diagnostics = [...compilation.diagnostics, ...findCollisions(compilation.plans)];
  const problems = tooManyWarnings(diagnostics, options);
  const code = hasErrors(diagnostics) || problems.length > 0 ? 1 : 0;
  const files = inputs.map(({ name }) => name);
  const details = fixed === undefined ? {} : { fixed };
  const found = { command: 'validate', code, files, diagnostics, problems, waived, details };
  if (await printReport(found, options, io)) return code;
  for (const { file, fixes } of fixed ?? [])
    io.stdout.write(`${printableLine(file)}: ${fixes === 1 ? '1 finding' : `${fixes} findings`} fixed\n`);
  const remaining = diagnostics.some(({ severity }) => severity !== 'info');
  if (fixed?.length === 0 && remaining)
    io.stdout.write('nothing changed: no finding has a fix that is certain\n');
  const paint = paletteOf(io, 'stdout');
  const checked = files.length === 1 ? files[0] : `${files.length} files`;
  const verdict = hasErrors(diagnostics) ? paint.severity.error('not valid') : paint.good('valid');
  io.stdout.write(
    `${printableLine(checked ?? '')}: ${verdict}, ${countSummary(diagnostics, waived.length)}\n`,
  );
  for (const line of survivalLines(compilation.plans))
    io.stdout.write(`  ${paint.faint(printableLine(line))}\n`);
  return code;
};
