import type { SecretKey } from '../topology/index.js';
import type { ProbesPlan } from './mariadb-operator-plan.js';
import type { DatabasePlanBase, SpreadMode } from './plan.js';
import type { ServicePlan } from './service.js';

/** A Galera cluster on a StatefulSet, on one cluster. */
export interface StatefulSetDatabasePlan extends DatabasePlanBase {
  readonly provider: 'statefulset';
  readonly image: string;
  /** wsrep_cluster_name: unique on its Kubernetes cluster, at most 32 characters. */
  readonly clusterName: string;
  /** Full names of all members there may ever be, in the order of their ordinals. */
  readonly peers: readonly string[];
  readonly rootPassword: Required<SecretKey>;
  /** Server configuration: file name to text. */
  readonly files: Readonly<Record<string, string>>;
  readonly probes: ProbesPlan;
  /** Seconds that a server may take until its socket answers, when no transfer can be seen. */
  readonly bootBudget: number;
  /** Seconds that the server gets to stop. */
  readonly shutDown: number;
  readonly availableWhenDonor: boolean;
  /** How replicas spread over zones; undefined where none are said. */
  readonly zoneSpread: SpreadMode | undefined;
  readonly service: ServicePlan;
}
