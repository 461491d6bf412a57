import type { ChangeSubject } from '../changes/index.js';
import type { DiagnosticDefinition, Findings, MessageTemplates, Report } from '../diagnostics/index.js';
import type { ManifestSet } from '../manifests/index.js';
import type { Plan } from '../plan/index.js';
import type { ServerFile } from '../server-options/index.js';
import type { Topology } from '../topology/index.js';

/** A kind of finding and the checks that report it, as it is written. It has at least one check. */
export interface RuleDefinition<T extends MessageTemplates> extends DiagnosticDefinition<T> {
  /** Looks only at what one file says: references, names, what must be given together. An error keeps the plan from being derived. */
  checkTopology?(topology: Topology, report: Report<T>): void;
  /** Looks at what was derived from one file. Runs when no rule about what the file says found an error. */
  checkPlan?(plan: Plan, report: Report<T>): void;
  /** Looks at all files of a program together. */
  checkProgram?(plans: readonly Plan[], report: Report<T>): void;
  /** Looks at manifests of any origin: `dbspan verify`. */
  checkManifests?(manifests: ManifestSet, report: Report<T>): void;
  /** Looks at a file of a server that stands alone: `dbspan size --check`. */
  checkServerFile?(file: ServerFile, report: Report<T>): void;
  /** Looks at a change from the committed output to the new one: `dbspan plan` and `synth`. Such a rule has a `changeClass`. */
  checkChange?(change: ChangeSubject, report: Report<T>): void;
}

/** What a rule can look at. */
export interface Subjects {
  readonly topology: Topology;
  readonly plan: Plan;
  readonly program: readonly Plan[];
  readonly manifests: ManifestSet;
  readonly serverFile: ServerFile;
  readonly change: ChangeSubject;
}

/** What a rule looks at. */
export type Stage = keyof Subjects;

/** One rule as it is run. */
export interface Rule extends DiagnosticDefinition {
  /** What it looks at, in the order of the pipeline. */
  readonly stages: readonly Stage[];
  /** Runs the check of one stage; does nothing when the rule has none for it. */
  run<S extends Stage>(stage: S, subject: Subjects[S], findings: Findings): void;
}

const methods = {
  topology: 'checkTopology',
  plan: 'checkPlan',
  program: 'checkProgram',
  manifests: 'checkManifests',
  serverFile: 'checkServerFile',
  change: 'checkChange',
} as const satisfies Record<Stage, keyof RuleDefinition<MessageTemplates>>;

/**
 * Declares a rule.
 *
 * @throws Error when it has no check, or one about a change without its class
 */
export function defineRule<const T extends MessageTemplates>(rule: RuleDefinition<T>): Rule {
  const stages = (Object.keys(methods) as Stage[]).filter((stage) => rule[methods[stage]] !== undefined);
  if (stages.length === 0) throw new Error(`${rule.id} checks nothing`);
  if (stages.includes('change') !== (rule.changeClass !== undefined))
    throw new Error(`${rule.id} needs a changeClass with a checkChange, and neither without the other`);
  const { id, severity, why, source, changeClass, messages } = rule;
  return {
    id,
    severity,
    why,
    ...(source === undefined ? {} : { source }),
    ...(changeClass === undefined ? {} : { changeClass }),
    messages,
    stages,
    run(stage, subject, findings) {
      const check = rule[methods[stage]] as ((subject: unknown, report: Report<T>) => void) | undefined;
      check?.call(rule, subject, findings.reporterOf(rule));
    },
  };
}
