import type { ClusterPlan, Plan } from '../plan/index.js';
import type { Charts } from './charts.js';
import type { RunbookStep } from './runbook-step.js';

/** A file of a cluster's directory that is no manifest: Helm values, configuration of a cloud's add-on. */
export interface ValuesFile {
  readonly cluster: ClusterPlan;
  /** File name below the cluster's `values/` directory. */
  readonly name: string;
  readonly content: string;
  /** Path in the topology it comes from. */
  readonly pointer: string;
}

/** One system that dbspan writes for. Adding one is a folder with one of these, and its line in systems.ts. */
export interface System {
  readonly name: string;
  /** Adds the system's objects of a plan to the charts of its clusters. */
  build(charts: Charts, plan: Plan): void;
  /** Files beside the manifests. */
  values?(plan: Plan): readonly ValuesFile[];
  /** What a person has to do for this system, in the runbook. */
  steps?(plan: Plan): readonly RunbookStep[];
}
