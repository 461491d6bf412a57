import { compile } from '../../compile.js';
import { impactOf } from '../../impact/index.js';
import { sha256 } from '../../output/content.js';
import { type JsonObject, type OwnershipIndex, outputDigest } from '../../output/ownership.js';
import type { Plan } from '../../plan/index.js';
import { planChange } from '../../plan-change.js';
import { type Synthesis, synthesize } from '../../synthesize.js';
import { filesBetween } from './files-between.js';
import type { CommitOutput, PlanReport } from './model.js';

/** A program: the topologies by the names of their files. */
export type TestProgram = Readonly<Record<string, string>>;

type Digested = ReadonlyMap<string, { readonly sha256: string; readonly source: string }>;

function digested(files: readonly { path: string; content: string; source: string }[]): Digested {
  return new Map(
    files.map(({ path, content, source }) => [path, { sha256: sha256(Buffer.from(content)), source }]),
  );
}

function synthesisOf(program: TestProgram) {
  const inputs = Object.entries(program).map(([name, content]) => ({ name, content }));
  const compilation = compile(inputs);
  const errors = compilation.diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ id, message }) => `${id}: ${message}`).join('\n'));
  return { ...compilation, synthesis: synthesize(compilation.plans) };
}

/**
 * Everything about the change from one program to another, as `dbspan plan` knows it.
 *
 * @param others files of the old output that are not as they would be written now
 */
export function planReportOf(
  before: TestProgram,
  after: TestProgram,
  more: Partial<PlanReport> = {},
  others: Readonly<Record<string, string>> = {},
): PlanReport {
  const made = synthesisOf(before).synthesis;
  const old = {
    ...made,
    files: made.files.map((file) => ({ ...file, content: others[file.path] ?? file.content })),
  };
  const { plans, synthesis, diagnostics, waived } = synthesisOf(after);
  return {
    ...reportOf(old, plans, synthesis),
    findings: diagnostics,
    waived,
    files: Object.keys(after),
    ...more,
  };
}

function reportOf(old: Synthesis, plans: readonly Plan[], synthesis: Synthesis): PlanReport {
  const [owned, files] = [digested(old.files), digested(synthesis.files)];
  const index: OwnershipIndex = {
    dbspan: '0.1.0',
    input: old.input,
    output: outputDigest(owned),
    program: old.program as unknown as readonly JsonObject[],
    files: owned,
  };
  const { change, diagnostics, commits, refused } = planChange({ files: old.files, index }, plans, synthesis);
  const outputs: CommitOutput[] = [];
  let previous = owned;
  for (const commit of commits.commits) {
    const next = commit.number === commits.commits.length ? files : digested(commit.files);
    outputs.push({ output: outputDigest(next), files: filesBetween(previous, next) });
    previous = next;
  }
  return {
    against: { kind: 'output', path: 'dist' },
    files: [],
    folder: '',
    change,
    diagnostics,
    refused,
    findings: [],
    waived: [],
    impact: impactOf(change.plansBefore, plans),
    commits,
    outputs,
    outputBefore: outputDigest(owned),
    outputAfter: outputDigest(files),
    versions: { before: '0.1.0', after: '0.1.0' },
    command: 'npx dbspan plan topology.yaml',
  };
}
