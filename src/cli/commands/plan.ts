import { resolve } from 'node:path';
import { outputsOf, statesOf } from '../../commit-states.js';
import { type Compilation, compile } from '../../compile.js';
import { hasErrors } from '../../diagnostics/index.js';
import { impactOf } from '../../impact/index.js';
import { digestOfOutput } from '../../output/digests.js';
import { outputDigest } from '../../output/ownership.js';
import { type ChangePlan, planChange } from '../../plan-change.js';
import { isMachineFormat } from '../../report/formats.js';
import type { PlanReport } from '../../report/plan/model.js';
import { planExitCode } from '../../report/plan/verdict.js';
import { renderProblem } from '../../report/text.js';
import type { CommitPlan } from '../../steps/index.js';
import { type Synthesis, synthesize } from '../../synthesize.js';
import type { Input } from '../../topology/index.js';
import { version } from '../../version.js';
import type { Arguments, Run } from '../command.js';
import { committedIn } from '../committed.js';
import { type Found, folderInRepository, machineDocument, printReport } from '../findings.js';
import { readInputs, readReferred } from '../inputs.js';
import { CannotRun, type Io, paletteOf, widthOf } from '../io.js';
import { type FoundOutput, openOldOutput } from '../old-output/open.js';
import { formOf } from '../plan/form.js';
import { plainPage, renderPlan } from '../plan/render.js';
import { blobsOf, commandAgain } from '../plan/surroundings.js';
import { doneTowards } from '../steps.js';
import { today } from '../today.js';
import { refuseToOverwrite, writeNewFile } from '../write-file.js';

/** `dbspan plan`. Exit codes: 0, 1 errors, 2 could not run; with --exit-code also 1 a change, 3 a dangerous one. */
export const run: Run = async (given, io) => {
  const { options, positionals } = given;
  const form = formOf(options);
  const inputs = await readInputs(positionals, io);
  const destination = destinationOf(options, inputs, io);
  const directory = String(options['output-dir'] ?? 'dist');
  const against = typeof options['against'] === 'string' ? options['against'] : undefined;
  const committed = committedIn(directory, io);
  const compilation = compile(inputs, {
    readFile: (path, from) => readReferred(path, from, io),
    today: today(io),
    ...(committed ? { committed } : {}),
  });
  const synthesis = synthesize(compilation.plans);
  const findings = [...compilation.diagnostics, ...synthesis.diagnostics];
  const isSound = !hasErrors(findings);
  const old = isSound ? await openOldOutput(against, directory, synthesis.files, io) : undefined;
  const problems = old?.problems ?? [];
  const found: Found = {
    command: 'plan',
    code: 1,
    files: inputs.map(({ name }) => name),
    diagnostics: findings,
    problems,
    waived: compilation.waived,
  };
  if (!old || problems.some(({ severity }) => severity === 'error')) {
    if (await printReport(found, isMachineFormat(form) ? { format: form } : {}, io)) return 1;
    io.stdout.write(`${paletteOf(io, 'stdout').severity.error('there is no plan')}\n`);
    return 1;
  }
  const planned = planChange(old.committed, compilation.plans, synthesis);
  const code = codeOf(planned, options['exit-code'] === true);
  const print = async (): Promise<string> => {
    if (form !== 'json' && isMachineFormat(form))
      return machineDocument(
        { ...found, code, diagnostics: [...findings, ...planned.diagnostics] },
        form,
        io,
      );
    const report = reportOf(given, old, planned, synthesis, compilation, found, io);
    return renderPlan(
      report,
      form,
      destination ? plainPage : { width: widthOf(io), paint: paletteOf(io, 'stdout') },
    );
  };
  const document = await print();
  if (!isMachineFormat(form)) {
    const paint = paletteOf(io, 'stderr');
    for (const problem of problems) io.stderr.write(renderProblem(problem, paint));
  }
  if (!destination) {
    io.stdout.write(document);
    return code;
  }
  writeNewFile(destination.path, destination.named, document, true);
  io.stdout.write(`${paletteOf(io, 'stdout').good('wrote')} ${destination.named}\n`);
  return code;
};

/** Whether it is a change, and whether somebody must look at it. */
function codeOf(planned: ChangePlan, isAsked: boolean): number {
  if (isAsked) return planExitCode(planned);
  return planned.refused.length > 0 ? 1 : 0;
}

function reportOf(
  given: Arguments,
  { against, committed: { index }, digests }: FoundOutput,
  { change, diagnostics, commits, refused }: ChangePlan,
  synthesis: Synthesis,
  compilation: Compilation,
  { files }: Found,
  io: Io,
): PlanReport {
  const outputAfter = digestOfOutput(synthesis.files);
  const done = doneTowards(index, outputAfter);
  const blobs = blobsOf(io);
  return {
    against,
    files,
    folder: folderInRepository(io),
    ...(blobs === undefined ? {} : { blobs }),
    change,
    diagnostics,
    findings: [...compilation.diagnostics, ...synthesis.diagnostics],
    waived: compilation.waived,
    impact: impactOf(change.plansBefore, compilation.plans),
    refused,
    commits: numberedFrom(done, commits),
    outputs: outputsOf(digests, statesOf(commits, synthesis.files, done)),
    outputBefore: outputDigest(digests),
    outputAfter,
    versions: { before: index?.dbspan, after: version },
    ...(done > 0 && index?.step ? { stepBefore: { number: index.step.number, of: index.step.of } } : {}),
    command: commandAgain(given, against),
  };
}

/** The commits with the numbers that `synth --step` knows them by. */
function numberedFrom(done: number, plan: CommitPlan): CommitPlan {
  if (done === 0) return plan;
  return { ...plan, commits: plan.commits.map((commit) => ({ ...commit, number: done + commit.number })) };
}

interface Destination {
  readonly path: string;
  readonly named: string;
}

/** The file that the report goes to; undefined for standard output. */
function destinationOf(
  { output }: Arguments['options'],
  inputs: readonly Input[],
  io: Io,
): Destination | undefined {
  if (typeof output !== 'string' || output === '-') return undefined;
  const path = resolve(io.directory, output);
  if (inputs.some(({ name }) => resolve(io.directory, name) === path))
    throw new CannotRun(`cannot write ${output}: it is the topology`, 'name another file with -o');
  refuseToOverwrite(path, output, true);
  return { path, named: output };
}
