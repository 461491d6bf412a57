import { compile } from '../../compile.js';
import { hasErrors } from '../../diagnostics/index.js';
import { printableLine } from '../../report/printable.js';
import { countSummary } from '../../report/text.js';
import { findCollisions } from '../../synthesize.js';
import type { Run } from '../command.js';
import { checkReportOptions, printReport, tooManyWarnings } from '../findings.js';
import { readInputs, readReferred } from '../inputs.js';
import { paletteOf } from '../io.js';

/** `dbspan validate`. The output is made as well, in memory: some findings are about objects that meet in it. */
export const run: Run = async ({ options, positionals }, io) => {
  checkReportOptions(options);
  const inputs = await readInputs(positionals, io);
  const compilation = compile(inputs, { readFile: (path, from) => readReferred(path, from, io) });
  const diagnostics = [...compilation.diagnostics, ...findCollisions(compilation.plans)];
  const problems = tooManyWarnings(diagnostics, options);
  const code = hasErrors(diagnostics) || problems.length > 0 ? 1 : 0;
  const files = inputs.map(({ name }) => name);
  if (await printReport({ command: 'validate', code, files, diagnostics, problems }, options, io))
    return code;
  const paint = paletteOf(io, 'stdout');
  const checked = files.length === 1 ? files[0] : `${files.length} files`;
  const verdict = hasErrors(diagnostics) ? paint.severity.error('not valid') : paint.good('valid');
  io.stdout.write(`${printableLine(checked ?? '')}: ${verdict}, ${countSummary(diagnostics)}\n`);
  return code;
};
