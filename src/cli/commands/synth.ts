import { resolve } from 'node:path';
import { compile } from '../../compile.js';
import { type Diagnostic, hasErrors, sortDiagnostics } from '../../diagnostics/index.js';
import { digestOfOutput } from '../../output/digests.js';
import { INDEX_PATH, type JsonObject, parseIndex } from '../../output/ownership.js';
import { compareTree, type Problem as OutputProblem, type OutputTree, writeTree } from '../../output/tree.js';
import type { Plan } from '../../plan/index.js';
import { type ChangePlan, planChange } from '../../plan-change.js';
import { isMachineFormat } from '../../report/formats.js';
import { findSeveralCommits } from '../../several-commits.js';
import { type Synthesis, synthesize } from '../../synthesize.js';
import { version } from '../../version.js';
import type { Arguments, Run } from '../command.js';
import { committedIn } from '../committed.js';
import { checkReportOptions, printReport, tooManyWarnings } from '../findings.js';
import { readCommitted, readInputs, readReferred } from '../inputs.js';
import { CannotRun, type Io, paletteOf } from '../io.js';
import { problemOfChanges, problemOfOutput } from '../output-problems.js';
import { Progress } from '../progress.js';
import { doneTowards } from '../steps.js';
import { heldStep } from '../synth/held-step.js';
import { previousOutput } from '../synth/previous.js';
import { readReviewed, unreviewed } from '../synth/reviewed.js';
import { type Outcome, renderSynthSummary } from '../synth/summary.js';
import { isCurrent, stepGiven, type Target, targetOf } from '../synth/target.js';
import { today } from '../today.js';

/** `dbspan synth`. */
export const run: Run = async ({ options, positionals }, io) => {
  checkReportOptions(options);
  const wanted = stepGiven(options);
  const check = options['check'] === true;
  if (check && wanted !== undefined)
    throw new CannotRun(
      '--check writes no step',
      'leave out --step: a step that is there is known by its index',
    );
  const isApplied = options['never-applied'] !== true;
  if (!isApplied && wanted !== undefined)
    throw new CannotRun(
      '--never-applied takes no step',
      'leave out --step: what was never applied is written over in one commit',
    );
  const { signal } = io;
  const directory = String(options['output'] ?? 'dist');
  const reviewed = reviewedOf(options, io);
  const inputs = await readInputs(positionals, io);
  const progress = new Progress(io);
  const committed = committedIn(directory, io);
  const compilation = compile(inputs, {
    readFile: (path, from) => readReferred(path, from, io),
    today: today(io),
    ...(committed ? { committed } : {}),
    onProgress: (done, total) => progress.update('compiling', done, total),
  });
  const { plans, waived } = compilation;
  const synthesis = synthesize(plans);
  progress.end();
  const sound = !hasErrors([...compilation.diagnostics, ...synthesis.diagnostics]);
  const way = sound ? await wayTo(synthesis, plans, { wanted, isApplied }, directory, io) : unsound;
  const { target, old, planned } = way;
  const held = sound && check ? await heldStep(directory, digestOfOutput(synthesis.files), io) : undefined;
  const diagnostics = [
    ...compilation.diagnostics,
    ...synthesis.diagnostics,
    // Of a step that is there, everything was said when it was written.
    ...(held ? [] : changeFindings(target, way, plans, wanted === undefined)),
  ];
  const files = filesOf(target);
  const refusals = [
    ...(target.kind === 'refused' ? [target.problem] : []),
    ...(reviewed && files ? unreviewed(reviewed, stepNumberOf(target), files, check ? 'any' : old) : []),
  ];
  const failed = hasErrors(diagnostics) || refusals.length > 0;
  const gone = failed || !files ? [] : goneClusters(readCommitted(directory, INDEX_PATH, io), files);
  const tooMany = tooManyWarnings(diagnostics, options);
  // A comparison writes nothing, so that it can say what is stale beside what is forbidden.
  const applies = !failed && (check || tooMany.length === 0);
  const applied = applies
    ? await apply(synthesis, target, held !== undefined, directory, check, io)
    : refused;
  const outcome = tooMany.length === 0 ? applied : { ...applied, ok: false, code: Math.max(1, applied.code) };
  // Whoever interrupted the run is told once, at its end.
  if (signal.aborted && !outcome.ok) return 2;
  const { code, files: counts, changes } = outcome;
  const severity = applied.ok ? 'warning' : 'error';
  const step = held ?? stepNumberOf(target);
  const found = {
    command: 'synth',
    code,
    files: inputs.map(({ name }) => name),
    diagnostics,
    waived,
    problems: [
      ...tooMany,
      ...refusals,
      ...applied.problems.map((problem) => problemOfOutput(problem, severity, directory, io)),
      // The summary for people lists them.
      ...(isMachineFormat(options['format']) ? problemOfChanges(changes ?? [], directory) : []),
    ],
    details: {
      directory,
      gone,
      ...(counts ? { files: counts } : {}),
      ...(changes ? { changes } : {}),
      ...(step && outcome.ok ? { step: { number: step.number, of: step.of } } : {}),
    },
  };
  if (await printReport(found, options, io)) return code;
  const result = {
    ...applied,
    plans,
    synthesis,
    diagnostics,
    waived,
    directory,
    gone,
    target,
    held,
    planned,
  };
  io.stdout.write(renderSynthSummary(result, paletteOf(io, 'stdout')));
  return code;
};

const refused: Outcome = { ok: false, code: 1, problems: [] };

interface Way {
  readonly target: Target;
  readonly old: Awaited<ReturnType<typeof previousOutput>>;
  /** From the old output to what the topologies give; undefined where nothing is there, or nothing changes. */
  readonly planned: ChangePlan | undefined;
  /** Commits that were made already on the way to what the topologies give. */
  readonly done: number;
}

const unsound: Way = {
  target: { kind: 'final', files: [], step: undefined },
  old: undefined,
  planned: undefined,
  done: 0,
};

async function wayTo(
  synthesis: Synthesis,
  plans: readonly Plan[],
  { wanted, isApplied }: { readonly wanted: number | undefined; readonly isApplied: boolean },
  directory: string,
  io: Io,
): Promise<Way> {
  const old = await previousOutput(directory, synthesis, io);
  const towards = digestOfOutput(synthesis.files);
  const changes = isApplied && old !== undefined && !isCurrent(old, towards);
  const planned = changes ? planChange(old.committed, plans, synthesis) : undefined;
  const target = targetOf(wanted, old, planned, synthesis, directory);
  return { target, old, planned, done: doneTowards(old?.committed.index, towards) };
}

/** What rules say about the way from what is there to what is written. Notes are for `dbspan plan`. */
function changeFindings(
  target: Target,
  { old, planned, done }: Way,
  plans: readonly Plan[],
  isWhole: boolean,
): readonly Diagnostic[] {
  const files = filesOf(target);
  if (!files || plans.length === 0) return [];
  const way = target.kind === 'step' && old ? planChange(old.committed, plans, { files }) : planned;
  const said = (way?.diagnostics ?? []).filter(({ severity }) => severity !== 'info');
  const refused = planned?.refused ?? [];
  // No step leads to what is refused at the end: the first would already break what runs.
  if (target.kind === 'step') {
    const known = new Set(said.map(({ id, message }) => `${id} ${message}`));
    said.push(...refused.filter(({ id, message }) => !known.has(`${id} ${message}`)));
  }
  const several = isWhole && planned && refused.length === 0 ? findSeveralCommits(planned, done) : [];
  // What is out of order in one commit is told once, by the finding that says how many it takes.
  const kept = several.length === 0 ? said : said.filter(({ severity }) => severity !== 'error');
  return sortDiagnostics([...kept, ...several]);
}

function filesOf(target: Target) {
  return target.kind === 'final' || target.kind === 'step' ? target.files : undefined;
}

function stepNumberOf(target: Target) {
  return target.kind === 'final' || target.kind === 'step' ? target.step : undefined;
}

function reviewedOf({ plan }: Arguments['options'], io: Io) {
  return typeof plan === 'string' ? readReviewed(plan, io) : undefined;
}

async function apply(
  { input, program }: Synthesis,
  target: Target,
  isHeld: boolean,
  directory: string,
  check: boolean,
  io: Io,
): Promise<Outcome> {
  // A step that is there, file by file, is as good as the output that it leads to.
  if (isHeld) return { ok: true, code: 0, problems: [], changes: [] };
  const files = filesOf(target);
  if (!files) return { ok: true, code: 0, problems: [] };
  const tree: OutputTree = {
    files,
    input,
    program: program as unknown as readonly JsonObject[],
    step: target.kind === 'step' ? target.recorded : undefined,
    version,
  };
  const path = resolve(io.directory, directory);
  // People know the folder by the name they gave it.
  const named = (problems: readonly OutputProblem[]): OutputProblem[] =>
    problems.map((problem) => ({ ...problem, message: problem.message.replaceAll(path, directory) }));
  if (check) {
    const compared = await compareTree(path, tree);
    const { changes } = compared;
    const problems = named(compared.problems);
    const changed = changes.filter(({ kind }) => kind !== 'unchanged');
    const ok = changed.length === 0 && problems.length === 0;
    return { ok, code: ok ? 0 : codeOf(problems), problems, changes: changed };
  }
  const progress = new Progress(io);
  const result = await writeTree(path, tree, {
    onProgress: (done, total) => progress.update('writing', done, total),
    signal: io.signal,
  });
  progress.end();
  if (!result.ok) return { ok: false, code: codeOf(result.problems), problems: named(result.problems) };
  const { ok: _, warnings, ...counts } = result;
  return { ok: true, code: 0, problems: named(warnings), files: counts };
}

/** What stands in the directory is a finding; a system that refuses is a run that could not be. */
function codeOf(problems: readonly OutputProblem[]): number {
  return problems.some(({ kind }) => kind === 'system') ? 2 : 1;
}

/** Clusters that the committed output has a directory for and the new one has not. */
function goneClusters(index: string | undefined, files: Synthesis['files']): string[] {
  if (index === undefined) return [];
  const parsed = parseIndex(Buffer.from(index));
  if (!parsed.ok) return [];
  const clusterOf = (path: string): string[] =>
    path.includes('/') ? [path.slice(0, path.indexOf('/'))] : [];
  const present = new Set(files.flatMap(({ path }) => clusterOf(path)));
  return [...new Set([...parsed.index.files.keys()].flatMap(clusterOf))].filter((name) => !present.has(name));
}
