import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { compareOutputs } from '../src/changes/index.js';
import { statesOf } from '../src/commit-states.js';
import { compile } from '../src/compile.js';
import { type JsonObject, outputDigest } from '../src/output/ownership.js';
import type { OutputFile } from '../src/output/tree.js';
import type { Plan } from '../src/plan/index.js';
import { type ChangePlan, planChange } from '../src/plan-change.js';
import { type Synthesis, synthesize } from '../src/synthesize.js';

/** What a topology gives; undefined for one that does not compile. */
function made(text: string): { plans: readonly Plan[]; synthesis: Synthesis } | undefined {
  const { plans, diagnostics } = compile([{ name: 't', content: text }]);
  if (diagnostics.some(({ severity }) => severity === 'error')) return undefined;
  return { plans, synthesis: synthesize(plans) };
}

/** The way from files, as they would be committed with the values of a program, to what a topology gives. */
function planFrom(
  files: readonly OutputFile[],
  program: Synthesis['program'],
  { plans, synthesis }: { plans: readonly Plan[]; synthesis: Synthesis },
): ChangePlan {
  const owned = new Map(files.map(({ path, source }) => [path, { sha256: '', source }]));
  const index = {
    dbspan: '0',
    input: '',
    output: outputDigest(owned),
    program: program as unknown as readonly JsonObject[],
    files: owned,
  };
  return planChange({ files, index }, plans, synthesis);
}

function isError({ severity }: { severity: string }): boolean {
  return severity === 'error';
}

/** What is wrong with the commits from one topology to another. */
function defectsBetween(before: string, after: string): string[] {
  const [old, young] = [made(before), made(after)];
  if (!old || !young) return [];
  const plan = planFrom(old.synthesis.files, old.synthesis.program, young);
  const defects: string[] = [];
  for (const { id, primary } of plan.diagnostics)
    if (primary.span.end < primary.span.start || primary.span.end > primary.span.file.text.length)
      defects.push(`${id} has no place`);
  const { commits } = plan.commits;
  const last = commits.at(-1)?.files ?? [];
  const contents = new Map(young.synthesis.files.map(({ path, content }) => [path, content]));
  for (const { path, content } of last)
    if (contents.get(path) !== content) defects.push(`the last commit leaves ${path} as it is not to be`);
  if (commits.some(({ number }, index) => number !== index + 1)) defects.push('commits are not numbered');
  const said = plan.diagnostics.filter(isError);
  let previous: readonly OutputFile[] = old.synthesis.files;
  const states = statesOf(plan.commits, young.synthesis.files);
  for (const [index, { files, commit }] of states.entries()) {
    const name = `commit ${index + 1} of ${states.length}`;
    // The plan is made anew from what each commit left, as `synth --step` does.
    defects.push(
      ...strayMoves(
        name,
        previous,
        files,
        commit.moves.map(({ object }) => object),
      ),
    );
    previous = files;
    if (index === states.length - 1) continue;
    const rest = planFrom(files, young.synthesis.program, young);
    const left = states.length - index - 1;
    if (rest.commits.commits.length !== left)
      defects.push(`after ${name} there are ${rest.commits.commits.length} left, not ${left}`);
    if (said.length > 0) continue;
    for (const { id, message } of rest.diagnostics.filter(isError))
      defects.push(`after ${name}: ${id} ${message}`);
  }
  return defects;
}

/** Objects that differ between two commits though no move of the second is about them, and moves that do nothing. */
function strayMoves(
  name: string,
  previous: readonly OutputFile[],
  files: readonly OutputFile[],
  moved: readonly ChangePlan['change']['objects'][number][],
): string[] {
  const byPath = (list: readonly OutputFile[]) => new Map(list.map((file) => [file.path, file]));
  const changed = compareOutputs(byPath(previous), byPath(files)).objects.flatMap(({ before, after }) =>
    [before, after].flatMap((object) => object?.file.path ?? []),
  );
  const named = new Set(
    moved.flatMap(({ before, after }) => [before, after].flatMap((object) => object?.file.path ?? [])),
  );
  return [...new Set(changed)]
    .filter((path) => !named.has(path))
    .map((path) => `${name} changes ${path} and does not say so`);
}

const folders = fileURLToPath(new URL('changes/', import.meta.url));
const pairs = readdirSync(folders).filter((name) => existsSync(`${folders}${name}/before.yaml`));

test.each(pairs.sort())('%s: its commits lead where they should, forth and back', (name) => {
  const [before = '', after = ''] = ['before', 'after'].map((side) =>
    readFileSync(`${folders}${name}/${side}.yaml`, 'utf8'),
  );
  expect(defectsBetween(before, after)).toEqual([]);
  expect(defectsBetween(after, before)).toEqual([]);
  const old = made(before);
  if (!old) throw new Error('does not compile');
  const none = planFrom(old.synthesis.files, old.synthesis.program, old);
  expect([none.change.objects, none.change.texts, none.diagnostics]).toEqual([[], [], []]);
});
