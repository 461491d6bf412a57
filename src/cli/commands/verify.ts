import { hasErrors } from '../../diagnostics/index.js';
import { inspect } from '../../inspect.js';
import { countSummary } from '../../report/text.js';
import type { Run } from '../command.js';
import { checkReportOptions, printReport, tooManyWarnings } from '../findings.js';
import { paletteOf } from '../io.js';
import { readManifestFiles, type Skipped } from '../manifest-files.js';
import { Progress } from '../progress.js';

/** `dbspan verify`. */
export const run: Run = async ({ options, positionals }, io) => {
  checkReportOptions(options);
  const { inputs, skipped } = await readManifestFiles(positionals.length > 0 ? positionals : ['dist'], io);
  const crds = (options['crds'] ?? []) as readonly string[];
  const definitions = (await readManifestFiles(crds, io)).inputs;
  const progress = new Progress(io);
  const { objects, diagnostics } = inspect(inputs, {
    definitions,
    onProgress: (done, total) => progress.update('reading', done, total),
  });
  progress.end();
  const problems = tooManyWarnings(diagnostics, options);
  const code = hasErrors(diagnostics) || problems.length > 0 ? 1 : 0;
  const files = inputs.map(({ name }) => name);
  const details = { objects, skipped };
  const found = { command: 'verify', code, files, diagnostics, problems, details };
  if (await printReport(found, options, io)) return code;
  const paint = paletteOf(io, 'stdout');
  const verdict = !hasErrors(diagnostics) ? paint.good('valid') : paint.severity.error('not valid');
  io.stdout.write(
    `${counted(objects, 'object')} in ${counted(inputs.length, 'file')}: ${verdict}, ${countSummary(diagnostics)}\n`,
  );
  const left = skippedSummary(skipped);
  if (left !== '') io.stdout.write(`${paint.faint(`left out: ${left}`)}\n`);
  return code;
};

const skippedNames: Readonly<Record<Skipped, string>> = {
  kustomization: 'kustomization',
  'helm-chart': 'part of a Helm chart',
  'helm-values': 'file of Helm values',
  link: 'link out of the folder',
};

const skippedPlurals: Readonly<Record<Skipped, string>> = {
  kustomization: 'kustomizations',
  'helm-chart': 'parts of Helm charts',
  'helm-values': 'files of Helm values',
  link: 'links out of the folder',
};

function skippedSummary(skipped: Readonly<Partial<Record<Skipped, number>>>): string {
  return (Object.keys(skippedNames) as Skipped[])
    .filter((name) => skipped[name])
    .map((name) => `${skipped[name]} ${skipped[name] === 1 ? skippedNames[name] : skippedPlurals[name]}`)
    .join(', ');
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
