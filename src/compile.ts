import { type Diagnostic, Findings, hasErrors, sortDiagnostics, type SourceFile } from './diagnostics/index.js';
import { buildPlan, type Plan, type ReadFile } from './plan/index.js';
import { planRules, topologyRules } from './rules/catalogue.js';
import { type Input, readTopology } from './topology/index.js';

/** What the compiler needs from outside. */
export interface CompileOptions {
  /**
   * Reads a file that a topology refers to (a Corefile): its text, or undefined when it does not exist. `from` is the
   * name of the topology's own input. Without it no file exists.
   */
  readonly readFile?: (path: string, from: string) => string | undefined;
}

/** A program: what all its files give together. */
export interface Compilation {
  /** Findings of all files, sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
  /** One plan per file; empty when a finding is an error. */
  readonly plans: readonly Plan[];
}

/** Compiles topologies to plans: reads, derives and checks. Touches no file system and never throws for its input. */
export function compile(inputs: readonly Input[], options: CompileOptions = {}): Compilation {
  const diagnostics: Diagnostic[] = [];
  const plans: Plan[] = [];
  for (const input of inputs) {
    const { file, topology, diagnostics: found } = readTopology(input);
    diagnostics.push(...found);
    if (!file || !topology) continue;
    const checked = check(file, topology, (path) => options.readFile?.(path, input.name));
    diagnostics.push(...checked.diagnostics);
    if (checked.plan) plans.push(checked.plan);
  }
  const sorted = sortDiagnostics(diagnostics);
  return { diagnostics: sorted, plans: hasErrors(sorted) ? [] : plans };
}

function check(
  file: SourceFile,
  topology: Plan['topology'],
  readFile: ReadFile,
): { readonly diagnostics: readonly Diagnostic[]; readonly plan: Plan | undefined } {
  const findings = new Findings();
  for (const rule of topologyRules) rule.run(topology, findings);
  if (hasErrors(findings.list())) return { diagnostics: findings.list(), plan: undefined };
  const plan = buildPlan(topology, file, readFile);
  for (const rule of planRules) rule.run(plan, findings);
  return { diagnostics: findings.list(), plan };
}
