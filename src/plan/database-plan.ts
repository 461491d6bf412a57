import type { ServerSizing, SizingRequest } from '../sizing/index.js';
import type { Database } from '../topology/index.js';
import type { ClusterPlan, PlacementPlan } from './cluster-plan.js';

/** What every provider's databases have. */
export interface DatabasePlanBase {
  readonly name: string;
  readonly namespace: string;
  readonly engine: Database['engine'];
  /** Version of the server, as far as the topology says it. */
  readonly version: string | undefined;
  readonly replication: NonNullable<Database['replication']>;
  readonly replicas: number;
  /** True when the slice carries it over clusters. */
  readonly distributed: boolean;
  /** In the order of the topology. */
  readonly placements: readonly PlacementPlan[];
  /** Cluster to whose API server the database object goes. */
  readonly home: ClusterPlan;
  readonly spread: { readonly node: SpreadMode; readonly zone: SpreadMode };
  /** Quantity in the API server's own form. */
  readonly storageSize: string;
  readonly resources: { readonly memory: string | undefined; readonly cpu: string | undefined };
  /** What each replica is sized for. */
  readonly sizingRequest: SizingRequest;
  /** Sizes of each replica. */
  readonly sizing: ServerSizing;
  /** Text of the server's configuration file; undefined when its defaults stand. */
  readonly configuration: string | undefined;
  readonly source: Database;
}

/** Whether a replica stays unscheduled rather than share a node or zone. */
export type SpreadMode = 'ScheduleAnyway' | 'DoNotSchedule';

/** A database of KubeDB. */
export interface KubedbDatabasePlan extends DatabasePlanBase {
  readonly provider: 'kubedb';
  readonly deletionPolicy: NonNullable<Database['deletionPolicy']>;
  /** WAL that a Postgres keeps for its standbys; undefined when the operator's default stands. */
  readonly walKeepSize: string | undefined;
  /** Name of the PlacementPolicy of a distributed database. */
  readonly placementPolicy: string;
}

/** Numbers of one probe. None is zero: mariadb-operator takes a zero for a number that is not given. */
export interface ProbePlan {
  readonly initialDelaySeconds?: number;
  readonly periodSeconds: number;
  readonly timeoutSeconds: number;
  readonly failureThreshold: number;
  readonly successThreshold?: number;
}

/** The three probes of a server's container. */
export interface ProbesPlan {
  readonly startup: ProbePlan;
  readonly liveness: ProbePlan;
  readonly readiness: ProbePlan;
}
