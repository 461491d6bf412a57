import type { SourceFile } from '../diagnostics/index.js';
import type { Slice, Topology } from '../topology/index.js';
import type { ClusterPlan } from './cluster-plan.js';
import type { KubedbDatabasePlan } from './database-plan.js';
import type { MariadbOperatorDatabasePlan } from './mariadb-operator-plan.js';
import type { KubedbRelease } from './releases.js';
import type { StatefulSetDatabasePlan } from './statefulset-plan.js';

/** Everything derived from one topology, once. A chart and a runbook only read it. */
export interface Plan {
  readonly name: string;
  readonly file: SourceFile;
  readonly topology: Topology;
  readonly releases: ReleasePlan;
  /** All clusters, in the order of the topology. */
  readonly clusters: readonly ClusterPlan[];
  /** The cluster that runs the OCM hub and the operators; undefined when the topology needs none. */
  readonly hub: ClusterPlan | undefined;
  readonly slice: SlicePlan | undefined;
  /**
   * The databases of all providers, each a cluster object of its own: a database on a fleet, or one of mariadb-operator on
   * several clusters, is here once for each cluster. {@link databasesOf} picks those of one provider.
   */
  readonly databases: readonly DatabasePlan[];
  /** Where replicas run already; undefined when nobody looked. */
  readonly committed?: CommittedOrdinals;
}

/**
 * The clusters of a database's ordinals as the committed output has them; undefined when nothing of that database runs, empty when
 * nobody knows.
 *
 * @param program the name of its topology
 */
export type CommittedOrdinals = (
  database: KubedbDatabasePlan,
  program: string,
) => ReadonlyMap<number, string> | undefined;

/** Releases with defaults filled in. */
export interface ReleasePlan {
  readonly kubedb: KubedbRelease;
  /** Version of the chart kubeslice-controller. */
  readonly kubeslice: string;
  /** Version of the charts of mariadb-operator. */
  readonly mariadbOperator: string;
  /** Bundle for clusteradm; undefined leaves the choice to clusteradm. */
  readonly ocm: string | undefined;
}

/** The slice and its KubeSlice project. */
export interface SlicePlan {
  readonly name: string;
  readonly project: string;
  /** Namespace that KubeSlice derives from the project. */
  readonly projectNamespace: string;
  readonly members: readonly ClusterPlan[];
  readonly maxClusters: number;
  readonly gatewayType: 'Wireguard' | 'OpenVPN';
  readonly cipher: 'AES-256-CBC' | 'AES-128-CBC';
  /** Days. */
  readonly rotationInterval: number;
  readonly shaping: ShapingPlan;
  readonly namespaces: readonly SliceNamespacePlan[];
  readonly allowedNamespaces: readonly SliceNamespacePlan[];
  readonly source: Slice;
}

/** Traffic shaping: a profile of the project, or figures of the slice's own. */
export type ShapingPlan =
  | { readonly profile: string }
  | {
      readonly ceilingKbps: number;
      readonly guaranteedKbps: number;
      readonly priority: number;
      readonly dscp: NonNullable<NonNullable<Slice['bandwidth']>['dscp']>;
    };

/** A namespace on the slice; `*` stands for every member. */
export interface SliceNamespacePlan {
  readonly namespace: string;
  readonly clusters: readonly string[];
}

/** One database. */
export type DatabasePlan = KubedbDatabasePlan | MariadbOperatorDatabasePlan | StatefulSetDatabasePlan;

/** Who runs a database. */
export type Provider = DatabasePlan['provider'];

/** The databases of one provider, in the order of the topology. */
export function databasesOf<P extends Provider>(
  { databases }: Pick<Plan, 'databases'>,
  provider: P,
): Extract<DatabasePlan, { provider: P }>[] {
  return databases.filter((database): database is Extract<DatabasePlan, { provider: P }> => {
    return database.provider === provider;
  });
}

/** Namespace of the KubeDB operator: the one its chart is installed into. */
export const kubedbNamespace = 'kubedb';

/** Namespace of the KubeSlice controller. It is a constant in KubeSlice's code, not a choice. */
export const kubesliceControllerNamespace = 'kubeslice-controller';

/** Namespace of the KubeSlice worker on every member: hard-coded in the add-on's templates and certificates. */
export const kubesliceWorkerNamespace = 'kubeslice-system';
