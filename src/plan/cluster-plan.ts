import type { Cluster, Database } from '../topology/index.js';
import type { DnsPlan } from './dns.js';

/** One cluster. */
export interface ClusterPlan {
  readonly name: string;
  /** Name of the fleet it belongs to. */
  readonly fleet: string | undefined;
  /** DNS domain of the cluster. */
  readonly domain: string;
  /** kubeconfig context of the runbook's commands. */
  readonly context: string;
  readonly hub: boolean;
  /** True when it belongs to the slice, and so to the OCM hub. */
  readonly member: boolean;
  /** How slice.local is forwarded; undefined off the slice. */
  readonly dns: DnsPlan | undefined;
  /** Namespaces to create there. */
  readonly namespaces: readonly NamespacePlan[];
  readonly source: Cluster;
}

/** A namespace and the database that needs it. */
export interface NamespacePlan {
  readonly name: string;
  readonly neededBy: Database;
}

/** The replicas of one cluster. */
export interface PlacementPlan {
  readonly cluster: ClusterPlan;
  readonly ordinals: readonly number[];
  /** Class of the volumes there; undefined takes the cluster's default class. */
  readonly storageClass: string | undefined;
}
