import {
  type Diagnostic,
  Findings,
  hasErrors,
  type SourceFile,
  sortDiagnostics,
  type WaivedDiagnostic,
} from './diagnostics/index.js';
import { onceForEachFleet } from './fleet-findings.js';
import {
  buildPlan,
  type CommittedOrdinals,
  type FileContent,
  type Plan,
  type ReadFile,
} from './plan/index.js';
import { rulesOf } from './rules/catalogue.js';
import { type Input, readTopology, type Topology } from './topology/index.js';
import { applyWaivers } from './waivers.js';

/** What the compiler needs from outside. */
export interface CompileOptions {
  /**
   * Reads a file that a topology refers to (a Corefile). `path` is relative to the folder of the topology, whose input's
   * name is `from`. Without it no such file exists.
   */
  readonly readFile?: (path: string, from: string) => FileContent;
  /**
   * Where the committed output has the replicas of a database, so that layouts which are proposed leave them there; undefined for
   * a database it has nothing of. Without it nobody knows whether anything runs.
   */
  readonly committed?: CommittedOrdinals;
  /** Day on which waivers are judged, YYYY-MM-DD. Without it none counts as expired: the library knows no clock. */
  readonly today?: string;
  /** Called before each input. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** A program: what all its files give together. */
export interface Compilation {
  /** Findings of all files, sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
  /** Warnings that a waiver accepts, sorted by place; they are not among the findings. */
  readonly waived: readonly WaivedDiagnostic[];
  /** One plan per file; empty when a finding is an error. */
  readonly plans: readonly Plan[];
  /** The plans, also where the only errors are promises about survival that are not kept: what breaks them can be looked at. */
  readonly judged: readonly Plan[];
}

/** Findings that say of a plan what it does not survive, and nothing else. */
const promises: ReadonlySet<string> = new Set(['survival/goal', 'survival/expectation']);

/**
 * Compiles topologies to plans: reads, derives and checks. Touches no file system and never throws for what an input holds.
 *
 * @throws TypeError when it is called with something else than inputs
 */
export function compile(inputs: readonly Input[], options: CompileOptions = {}): Compilation {
  requireInputs(inputs);
  const diagnostics: Diagnostic[] = [];
  const plans: Plan[] = [];
  const topologies: Topology[] = [];
  for (const [index, input] of inputs.entries()) {
    options.onProgress?.(index, inputs.length);
    const { file, topology, diagnostics: found } = readTopology(input);
    for (const each of found) diagnostics.push(each);
    if (!file || !topology) continue;
    topologies.push(topology);
    const checked = check(file, topology, (path) => options.readFile?.(path, input.name), options.committed);
    for (const each of checked.diagnostics) diagnostics.push(each);
    if (checked.plan) plans.push(checked.plan);
  }
  const findings = new Findings();
  for (const rule of rulesOf('program')) rule.run('program', plans, findings);
  for (const each of findings.list()) diagnostics.push(each);
  const { kept, waived } = waive(topologies, diagnostics, options.today);
  const sorted = sortDiagnostics(kept);
  const isCompiled = !hasErrors(sorted);
  const isJudged = isCompiled || !hasErrors(sorted.filter(({ id }) => !promises.has(id)));
  return { diagnostics: sorted, waived, plans: isCompiled ? plans : [], judged: isJudged ? plans : [] };
}

/** Applies the waivers of every file to its own findings. */
function waive(
  topologies: readonly Topology[],
  diagnostics: readonly Diagnostic[],
  today: string | undefined,
): { readonly kept: readonly Diagnostic[]; readonly waived: readonly WaivedDiagnostic[] } {
  let kept = diagnostics;
  const waived: WaivedDiagnostic[] = [];
  for (const topology of topologies) {
    const result = applyWaivers(topology, kept, today);
    kept = result.diagnostics;
    for (const each of result.waived) waived.push(each);
  }
  return { kept, waived };
}

function check(
  file: SourceFile,
  topology: Plan['topology'],
  readFile: ReadFile,
  committed: CommittedOrdinals | undefined,
): { readonly diagnostics: readonly Diagnostic[]; readonly plan: Plan | undefined } {
  const findings = new Findings();
  for (const rule of rulesOf('topology')) rule.run('topology', topology, findings);
  if (hasErrors(findings.list())) return { diagnostics: findings.list(), plan: undefined };
  const plan = buildPlan(topology, file, readFile, committed);
  for (const rule of rulesOf('plan')) rule.run('plan', plan, findings);
  return { diagnostics: onceForEachFleet(findings.list(), plan.clusters), plan };
}

/** JavaScript calls this too. */
function requireInputs(inputs: unknown): void {
  const valid =
    Array.isArray(inputs) &&
    inputs.every((input) => {
      const { name, content } = (input ?? {}) as Partial<Input>;
      return typeof name === 'string' && (typeof content === 'string' || content instanceof Uint8Array);
    });
  if (!valid)
    throw new TypeError('compile takes a list of inputs: [{ name: string, content: string | Uint8Array }]');
}
