import { statesOf } from '../../commit-states.js';
import { digestOfOutput } from '../../output/digests.js';
import { type OutputStep, outputDigest } from '../../output/ownership.js';
import type { OutputFile } from '../../output/tree.js';
import type { ChangePlan } from '../../plan-change.js';
import type { Problem } from '../../report/report.js';
import type { Commit } from '../../steps/index.js';
import type { Synthesis } from '../../synthesize.js';
import type { Arguments } from '../command.js';
import { CannotRun } from '../io.js';
import type { OldOutput } from '../old-output/read.js';
import { doneTowards } from '../steps.js';

/** What a run of `synth` is to write. */
export type Target =
  /** The output of the topologies. */
  | { readonly kind: 'final'; readonly files: readonly OutputFile[]; readonly step: Numbered | undefined }
  /** A state on the way to it. */
  | {
      readonly kind: 'step';
      readonly files: readonly OutputFile[];
      readonly step: Numbered;
      readonly recorded: OutputStep;
      readonly commit: Commit;
      /** Steps of another change were under way. */
      readonly isAnew: boolean;
    }
  /** It is there already. */
  | { readonly kind: 'done'; readonly message: string }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** Which commit of how many. */
export interface Numbered {
  readonly number: number;
  readonly of: number;
}

/**
 * The number that `--step` gives; undefined without it.
 *
 * @throws CannotRun when it is none
 */
export function stepGiven({ step }: Arguments['options']): number | undefined {
  if (step === undefined) return undefined;
  if (typeof step === 'string' && /^[1-9]\d{0,3}$/.test(step)) return Number(step);
  throw new CannotRun(`--step takes the number of a commit, not ${step}`, 'the first one: --step 1');
}

/** Whether an old output is the new one, by its index. */
export function isCurrent(old: OldOutput, towards: string): boolean {
  const { index } = old.committed;
  return index !== undefined && !index.step && (index.output ?? outputDigest(index.files)) === towards;
}

/**
 * What is to be written.
 *
 * @param planned the way from the old output to the new one; undefined where there is no old output, or nothing changes
 */
export function targetOf(
  wanted: number | undefined,
  old: OldOutput | undefined,
  planned: ChangePlan | undefined,
  { files }: Synthesis,
  directory: string,
): Target {
  if (wanted === undefined) return { kind: 'final', files, step: undefined };
  const towards = digestOfOutput(files);
  const index = old?.committed.index;
  const done = doneTowards(index, towards);
  if (old && isCurrent(old, towards))
    return { kind: 'done', message: `${directory} is what the topologies give: no step is left` };
  const commits = planned?.commits.commits ?? [];
  const of = done + Math.max(1, commits.length);
  if (wanted <= done)
    return { kind: 'done', message: `${directory} holds step ${done} of ${index?.step?.of ?? of} already` };
  if (wanted > of) return refused(`there is no step ${wanted}: ${stepsText(of)}`, remedyOf(done + 1, of));
  if (wanted > done + 1)
    return refused(
      `step ${wanted} would skip ${wanted - 1 === done + 1 ? `step ${wanted - 1}` : `steps ${done + 1} to ${wanted - 1}`}: each must be applied and seen before the next`,
      remedyOf(done + 1, of),
    );
  const [state] = planned ? statesOf(planned.commits, files, done) : [];
  if (!state || wanted === of) return { kind: 'final', files, step: { number: wanted, of } };
  return {
    kind: 'step',
    files: state.files,
    step: state.step,
    recorded: { ...state.step, towards },
    commit: state.commit,
    isAnew: index?.step !== undefined && done === 0,
  };
}

function stepsText(of: number): string {
  return of === 1 ? 'this change takes one commit' : `this change takes ${of} commits`;
}

function remedyOf(next: number, of: number): string {
  return next === of && of === 1
    ? 'run dbspan synth without --step'
    : `write step ${next} first, commit and apply it: dbspan synth --step ${next}`;
}

function refused(message: string, fix: string): Target {
  return { kind: 'refused', problem: { id: 'run/step', severity: 'error', message, fix } };
}
