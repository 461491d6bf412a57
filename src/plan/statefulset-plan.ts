import type { SecretKey } from '../topology/index.js';
import type { DatabasePlanBase, ProbesPlan, SpreadMode } from './database-plan.js';
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
  /** Account and database of the very first start. */
  readonly initialUser: InitialUserPlan | undefined;
  /** Server configuration: file name to text. */
  readonly files: Readonly<Record<string, string>>;
  readonly probes: ProbesPlan;
  /** Seconds that a server may take until its socket answers, when no transfer can be seen. */
  readonly bootBudget: number;
  /** Seconds that the server gets to stop. */
  readonly shutDown: number;
  /** Seconds before that in which it still serves, while the services forget it. */
  readonly drain: number;
  readonly availableWhenDonor: boolean;
  /** `ordinal:token` of a bootstrap without the word of all members; undefined when none is asked for. */
  readonly forceBootstrap: string | undefined;
  /** Ordinal from which on replicas take a changed template. */
  readonly partition: number;
  /** How replicas spread over zones; undefined where none are said. */
  readonly zoneSpread: SpreadMode | undefined;
  /** Zone of the arbitrator, where members keep out of it. */
  readonly shunned: string | undefined;
  /** Whether a replica that is not ready may be evicted whatever the budget says; servers before 1.27 do not know the field. */
  readonly evictUnhealthy: boolean;
  /** Quantity: what temporary files may take of the node's disk. */
  readonly temporary: string;
  readonly service: ServicePlan;
  readonly clients: ClientsPlan;
  readonly arbitrator: ArbitratorPlan | undefined;
  readonly metrics: StatefulSetMetricsPlan | undefined;
}

/** What the image makes at the first start of a new cluster. */
export interface InitialUserPlan {
  readonly name: string;
  readonly database: string;
  readonly password: Required<SecretKey>;
}

/** Who may connect, beside the pods of the database's own namespace. */
export interface ClientsPlan {
  readonly namespaces: readonly string[];
  readonly networks: readonly string[];
}

/** A vote without data. */
export interface ArbitratorPlan {
  readonly image: string;
  readonly zone: string | undefined;
  /** Options of Galera's library, as garbd takes them. */
  readonly options: string;
  /** Quantity: what it may take at most. It holds the largest write set for a moment, only to count it. */
  readonly memory: string;
}

/** The exporter beside each server. */
export interface StatefulSetMetricsPlan {
  readonly image: string;
  readonly serviceMonitor: boolean;
  /** Namespace from which Prometheus asks; undefined for any. */
  readonly fromNamespace: string | undefined;
}
