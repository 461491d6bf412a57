import { hasErrors } from '../../diagnostics/index.js';
import { inspect } from '../../inspect.js';
import { countSummary } from '../../report/text.js';
import type { Run } from '../command.js';
import { findingsAsJson, printFindings } from '../findings.js';
import { paletteOf } from '../io.js';
import { readManifestFiles, type Skipped } from '../manifest-files.js';
import { Progress } from '../progress.js';

/** `dbspan verify`. */
export const run: Run = async ({ options, positionals }, io) => {
  const { inputs, skipped } = await readManifestFiles(positionals.length > 0 ? positionals : ['dist'], io);
  const crds = (options['crds'] ?? []) as readonly string[];
  const definitions = (await readManifestFiles(crds, io)).inputs;
  const progress = new Progress(io);
  const { objects, diagnostics } = inspect(inputs, {
    definitions,
    onProgress: (done, total) => progress.update('reading', done, total),
  });
  progress.end();
  const ok = !hasErrors(diagnostics);
  if (options['format'] === 'json') {
    const counted = { files: inputs.length, objects, skipped };
    io.stdout.write(
      `${JSON.stringify({ command: 'verify', ok, ...counted, ...findingsAsJson(diagnostics) }, undefined, 2)}\n`,
    );
    return ok ? 0 : 1;
  }
  printFindings(diagnostics, io);
  const paint = paletteOf(io, 'stdout');
  const verdict = ok ? paint.good('valid') : paint.severity.error('not valid');
  io.stdout.write(
    `${counted(objects, 'object')} in ${counted(inputs.length, 'file')}: ${verdict}, ${countSummary(diagnostics)}\n`,
  );
  const left = skippedSummary(skipped);
  if (left !== '') io.stdout.write(`${paint.faint(`left out: ${left}`)}\n`);
  return ok ? 0 : 1;
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
