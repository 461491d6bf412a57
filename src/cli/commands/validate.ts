import { compile } from '../../compile.js';
import { hasErrors } from '../../diagnostics/index.js';
import { countSummary } from '../../report/text.js';
import { findCollisions } from '../../synthesize.js';
import type { Run } from '../command.js';
import { findingsAsJson, printFindings } from '../findings.js';
import { readInputs, readReferred } from '../inputs.js';
import { paletteOf } from '../io.js';

/** `dbspan validate`. The output is made as well, in memory: some findings are about objects that meet in it. */
export const run: Run = async ({ options, positionals }, io) => {
  const inputs = await readInputs(positionals, io);
  const compilation = compile(inputs, { readFile: (path, from) => readReferred(path, from, io) });
  const diagnostics = [...compilation.diagnostics, ...findCollisions(compilation.plans)];
  const ok = !hasErrors(diagnostics);
  if (options['format'] === 'json') {
    io.stdout.write(
      `${JSON.stringify({ command: 'validate', ok, ...findingsAsJson(diagnostics) }, undefined, 2)}\n`,
    );
    return ok ? 0 : 1;
  }
  printFindings(diagnostics, io);
  const paint = paletteOf(io, 'stdout');
  const files = inputs.length === 1 ? inputs[0]?.name : `${inputs.length} files`;
  const verdict = ok ? paint.good('valid') : paint.severity.error('not valid');
  io.stdout.write(`${files}: ${verdict}, ${countSummary(diagnostics)}\n`);
  return ok ? 0 : 1;
};
