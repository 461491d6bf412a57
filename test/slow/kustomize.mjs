// Every cluster's folder builds with kustomize and gives exactly the objects of its files, in the order of the waves.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { findKustomize } from '../../scripts/find-kustomize.mjs';
import { hasKubectl, readAsKubectl, readAsYaml } from '../../scripts/read-yaml.mjs';
import {
  check,
  clustersIn,
  note,
  programs,
  run,
  skip,
  suite,
  synthesize,
  temporaryFolder,
} from './harness.mjs';

await suite(() => {
  const tool = findKustomize();
  if (!tool) {
    for (const program of programs)
      skip(`${basename(program)} builds`, 'neither kustomize 5 nor kubectl 1.27 is here');
    return;
  }
  const read = hasKubectl() ? readAsKubectl : readAsYaml;
  note(`built with ${tool.version}, read by ${read === readAsKubectl ? 'kubectl' : 'the package yaml'}`);
  const scratch = temporaryFolder();
  for (const program of programs) {
    const out = join(scratch, basename(program));
    synthesize(program, out);
    for (const cluster of clustersIn(out))
      compare(`${basename(program)}: ${cluster}`, join(out, cluster), tool, read);
  }
});

function compare(name, folder, tool, read) {
  const waves = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'values')
    .map((entry) => entry.name)
    .sort();
  const expected = [];
  for (const wave of waves) {
    const objects = objectsIn(join(folder, wave));
    compareBuild(`${name}: ${wave} alone gives its objects`, join(folder, wave), objects, tool, read);
    expected.push(...objects);
  }
  compareBuild(`${name}: gives all objects, wave after wave`, folder, expected, tool, read);
}

function compareBuild(name, folder, expected, tool, read) {
  const [program, ...given] = tool.command;
  const { code, stdout, stderr } = run(program, [...given, folder]);
  if (code !== 0) {
    check(name, false, stderr);
    return;
  }
  const built = read(stdout);
  const wrong = expected.flatMap((object, index) =>
    isDeepStrictEqual(built[index], object)
      ? []
      : [`${index}: ${show(object)}, built as ${show(built[index])}`],
  );
  check(name, expected.length > 0 && built.length === expected.length && wrong.length === 0, [
    `${expected.length} objects in the files, ${built.length} built`,
    wrong,
  ]);
}

function objectsIn(folder) {
  return readdirSync(folder)
    .filter((name) => name !== 'kustomization.yaml')
    .sort()
    .flatMap((name) => readAsYaml(readFileSync(join(folder, name), 'utf8')));
}

function show(object) {
  return JSON.stringify(object);
}
