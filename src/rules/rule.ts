import type { DiagnosticDefinition, Findings, MessageTemplates, Report } from '../diagnostics/index.js';
import type { Plan } from '../plan/index.js';
import type { Topology } from '../topology/index.js';

/** One rule as it is written: a kind of finding and the check that reports it. */
export interface RuleDefinition<Subject, T extends MessageTemplates> extends DiagnosticDefinition<T> {
  check(subject: Subject, report: Report<T>): void;
}

/** One rule as it is run. */
export interface Rule<Subject> extends DiagnosticDefinition {
  run(subject: Subject, findings: Findings): void;
}

function bind<Subject, T extends MessageTemplates>(rule: RuleDefinition<Subject, T>): Rule<Subject> {
  return { ...rule, run: (subject, findings) => rule.check(subject, findings.reporterOf(rule)) };
}

/** A rule that only looks at what the file says: references, names, what must be given together. */
export function defineTopologyRule<const T extends MessageTemplates>(
  rule: RuleDefinition<Topology, T>,
): Rule<Topology> {
  return bind(rule);
}

/** A rule that looks at what was derived. It runs when no topology rule found an error. */
export function definePlanRule<const T extends MessageTemplates>(rule: RuleDefinition<Plan, T>): Rule<Plan> {
  return bind(rule);
}

/** A rule that looks at all topologies of a program together. */
export function defineProgramRule<const T extends MessageTemplates>(
  rule: RuleDefinition<readonly Plan[], T>,
): Rule<readonly Plan[]> {
  return bind(rule);
}
