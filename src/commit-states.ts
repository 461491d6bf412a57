import { kustomizationsOf, layoutOf } from './kustomizations.js';
import { type Digests, digestsOf } from './output/digests.js';
import { outputDigest } from './output/ownership.js';
import type { OutputFile } from './output/tree.js';
import { filesBetween } from './report/plan/files-between.js';
import type { CommitOutput } from './report/plan/model.js';
import { printStep, type StepNumber } from './report/step.js';
import type { Commit, CommitPlan } from './steps/index.js';

/** The whole output as it is after one commit of several. */
export interface CommitState {
  readonly commit: Commit;
  readonly step: StepNumber;
  readonly files: readonly OutputFile[];
}

/**
 * The output after each commit of a plan; that after the last one is the new output.
 *
 * @param done commits that were made already on the way to the same output: numbers go on from there
 */
export function statesOf(
  { commits }: CommitPlan,
  files: readonly OutputFile[],
  done = 0,
): readonly CommitState[] {
  const of = done + commits.length;
  return commits.map((commit, index) => {
    const step = { number: done + index + 1, of };
    const isLast = index === commits.length - 1;
    return { commit, step, files: isLast ? files : filesOf(commit, step, files) };
  });
}

/** Objects and values of the commit, their kustomizations, and the rest of the new output with what the step is about. */
function filesOf(commit: Commit, step: StepNumber, files: readonly OutputFile[]): readonly OutputFile[] {
  const made = [
    ...commit.files,
    ...kustomizationsOf(layoutOf(commit.files.map(({ path }) => path))),
    ...files.filter(({ path }) => !path.includes('/')).map((file) => withStep(file, commit, step)),
  ];
  return made.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function withStep(file: OutputFile, commit: Commit, step: StepNumber): OutputFile {
  if (file.path !== 'RUNBOOK.md') return file;
  const end = file.content.indexOf('\n\n');
  const [title, rest] = [file.content.slice(0, end), file.content.slice(end)];
  return { ...file, content: `${title}\n\n${printStep(commit, step)}${rest}` };
}

/** What each state is, and what it changes of the one before it. */
export function outputsOf(before: Digests, states: readonly CommitState[]): readonly CommitOutput[] {
  let old = before;
  return states.map(({ files }) => {
    const digests = digestsOf(files);
    const output = { output: outputDigest(digests), files: filesBetween(old, digests) };
    old = digests;
    return output;
  });
}
