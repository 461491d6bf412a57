import { type Diagnostic, hasErrors, type WaivedDiagnostic } from '../../diagnostics/index.js';
import type { OutputStep } from '../../output/ownership.js';
import type { Change, Problem } from '../../output/tree.js';
import type { Plan } from '../../plan/index.js';
import type { ChangePlan } from '../../plan-change.js';
import type { Palette } from '../../report/palette.js';
import { printableLine } from '../../report/printable.js';
import { moveText } from '../../report/step.js';
import { survivalLines } from '../../report/survival/summary.js';
import { countSummary } from '../../report/text.js';
import type { Commit } from '../../steps/index.js';
import type { Synthesis } from '../../synthesize.js';
import type { Target } from './target.js';

/** Outcome of a run of `dbspan synth`, as `--format json` prints it beside the findings. */
export interface Outcome {
  readonly ok: boolean;
  readonly code: number;
  readonly problems: readonly Problem[];
  /** What was written; undefined when nothing was. */
  readonly files?: {
    readonly written: number;
    readonly unchanged: number;
    readonly removed: number;
    readonly kept: number;
  };
  /** With --check: what differs. */
  readonly changes?: readonly Change[];
}

/** An outcome with what it came from. */
export interface SynthResult extends Outcome {
  readonly plans: readonly Plan[];
  readonly synthesis: Synthesis;
  readonly diagnostics: readonly Diagnostic[];
  readonly waived: readonly WaivedDiagnostic[];
  readonly directory: string;
  /** Clusters whose directory is there and no longer made. */
  readonly gone: readonly string[];
  readonly target: Target;
  /** With --check: the step that the directory holds, where it is one on the way to what the topologies give. */
  readonly held: OutputStep | undefined;
  /** The way from the old output to the new one, where something changes. */
  readonly planned: ChangePlan | undefined;
}

/** Clusters and changes that are listed one by one. */
const listed = 20;

/** What was written for each cluster, and what to do next. */
export function renderSynthSummary(result: SynthResult, paint: Palette): string {
  const { ok, files, changes, diagnostics, waived, directory, target, held } = result;
  const counts = countSummary(diagnostics, waived.length);
  if (ok && held) return heldLines(held, result, counts, paint);
  if (ok && target.kind === 'done') return `${paint.good('nothing to do')}: ${target.message}\n`;
  if (changes) return checkSummary(changes, ok, directory, counts, paint);
  if (!ok || !files) {
    const reason = hasErrors(diagnostics) ? `: ${counts}` : '';
    return `${paint.severity.error('nothing was written')}${reason}\n`;
  }
  const lines = [headline(files, directory, paint), '', ...clusterLines(result, paint), ''];
  const survival = survivalLines(result.plans);
  if (survival.length > 0) lines.push(...survival.map((line) => `  ${paint.faint(printableLine(line))}`), '');
  if (result.gone.length > 0) lines.push(goneLine(result, paint), '');
  if (diagnostics.length > 0) lines.push(`${countSummary(diagnostics)}, listed above`);
  if (waived.length > 0) lines.push(`${waived.length} waived`);
  const changed = files.written + files.removed > 0;
  if (target.kind === 'step') {
    lines.push(...stepLines(target, directory, paint));
    return `${lines.join('\n')}\n`;
  }
  lines.push(
    changed
      ? `Next: review the change (git add -N ${directory}; git diff ${directory}), commit it, and follow ${directory}/RUNBOOK.md.`
      : `Nothing changed. ${directory}/RUNBOOK.md says how to apply it.`,
  );
  return `${lines.join('\n')}\n`;
}

function stepLines(
  { step: { number, of }, commit, isAnew }: Extract<Target, { kind: 'step' }>,
  directory: string,
  paint: Palette,
): string[] {
  const lines = [
    `This is ${paint.good(`step ${number} of ${of}`)}: ${firstMoves(commit)}`,
    `Next: commit it, and follow ${directory}/RUNBOOK.md, which begins with what to wait for; then dbspan synth --step ${number + 1}.`,
  ];
  if (isAnew)
    lines.unshift(
      'The topologies changed since the last step was written: steps count from 1 anew, from what that left.',
    );
  return lines;
}

function firstMoves({ moves }: Commit): string {
  const named = moves.slice(0, 3).map((move) => moveText(move));
  if (moves.length > 3) named.push(`and ${moves.length - 3} more`);
  return named.join('; ');
}

function heldLines(
  { number, of }: OutputStep,
  { directory, planned }: SynthResult,
  counts: string,
  paint: Palette,
): string {
  const [next] = planned?.commits.commits ?? [];
  const what = next ? `, which does this: ${firstMoves(next)}` : '';
  return `${paint.good(`${directory}/`)} is as step ${number} of ${of} was written, ${counts}
Next: what ${directory}/RUNBOOK.md begins with, then dbspan synth --step ${number + 1}${what}
`;
}

/** A cluster that leaves the output may still run: applied with pruning, its objects go. */
function goneLine({ gone }: SynthResult, paint: Palette): string {
  const names =
    gone.slice(0, listed).join(', ') + (gone.length > listed ? ` and ${gone.length - listed} more` : '');
  return `${paint.severity.warning('removed with everything in it')}: ${names}. If that was not meant, was every file of the program given?`;
}

function headline(files: NonNullable<SynthResult['files']>, directory: string, paint: Palette): string {
  const { written, unchanged, removed, kept } = files;
  const parts = [`${written} written`, `${unchanged} unchanged`, `${removed} removed`];
  if (kept > 0) parts.push(`${kept} of your own kept`);
  return `${paint.good(`${directory}/`)}: ${parts.join(', ')}`;
}

function clusterLines({ plans, synthesis, target }: SynthResult, paint: Palette): string[] {
  const objects = new Map<string, Map<string, number>>();
  for (const { path } of target.kind === 'step' ? target.files : synthesis.files) {
    const [cluster = '', wave = '', name] = path.split('/');
    if (name === undefined || name === 'kustomization.yaml' || wave === 'values') continue;
    const waves = objects.get(cluster) ?? new Map<string, number>();
    waves.set(wave, (waves.get(wave) ?? 0) + 1);
    objects.set(cluster, waves);
  }
  const hubs = new Set(plans.flatMap(({ hub }) => hub?.name ?? []));
  const names = [...objects.keys()].sort(
    (a, b) => Number(hubs.has(b)) - Number(hubs.has(a)) || (a < b ? -1 : 1),
  );
  const width = Math.max(0, ...names.slice(0, listed).map((name) => name.length));
  const lines = names.slice(0, listed).map((name) => {
    const waves = objects.get(name) ?? new Map();
    const total = [...waves.values()].reduce((sum, count) => sum + count, 0);
    const counted = `${total} ${total === 1 ? 'object' : 'objects'}`;
    const role = hubs.has(name) ? 'hub' : '   ';
    return `  ${name.padEnd(width)}  ${role}  ${counted.padEnd(11)} ${paint.faint([...waves.keys()].sort().join(' '))}`;
  });
  if (names.length > listed) lines.push(`  … and ${names.length - listed} more clusters`);
  return lines;
}

const verbs = {
  added: 'missing',
  changed: 'differs',
  removed: 'no longer made',
  'hand-edited': 'edited by hand',
  unchanged: 'unchanged',
} as const satisfies Record<Change['kind'], string>;

function checkSummary(
  changes: readonly Change[],
  ok: boolean,
  directory: string,
  counts: string,
  paint: Palette,
): string {
  if (ok) return `${paint.good(`${directory}/`)} is up to date, ${counts}\n`;
  if (changes.length === 0) return `${directory}/ could not be compared\n`;
  const lines = [
    `${paint.severity.error(`${directory}/ is not what synth would write`)}: ${changes.length} ${changes.length === 1 ? 'file' : 'files'}`,
    '',
  ];
  for (const { kind, path } of changes.slice(0, listed)) lines.push(`  ${verbs[kind].padEnd(14)}  ${path}`);
  if (changes.length > listed) lines.push(`  … and ${changes.length - listed} more files`);
  lines.push('', `Run dbspan synth and commit ${directory}.`);
  return `${lines.join('\n')}\n`;
}
