import type { ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import type { Construct } from 'constructs';
import type { ResourceScope } from './schema.js';
import { TypedApiObject } from './typed-object.js';

// Fields: kubeops/petset@05a56e3, apis/apps/v1/placementpolicy_types.go.
// KubeDB 2026.6.19 and later install no webhook for it: nobody else checks what is written here.

export interface PlacementPolicyProps {
  /** Name; never `default`, which the petset chart owns. */
  readonly metadata?: ApiObjectMetadata;
  /** How pods spread, from nodes up to clusters. */
  readonly spec: PlacementPolicySpec;
}

export interface PlacementPolicySpec {
  /** Over the zones of each cluster. */
  readonly zoneSpreadConstraint?: PlacementSpreadConstraint | undefined;
  /** Over the nodes of each cluster. */
  readonly nodeSpreadConstraint?: PlacementSpreadConstraint | undefined;
  /** Over clusters. KubeDB refuses a distributed database whose policy lacks it. */
  readonly clusterSpreadConstraint?: PlacementClusterSpreadConstraint | undefined;
}

export interface PlacementSpreadConstraint {
  /** Default 1. */
  readonly maxSkew: number;
  /** Default DoNotSchedule, which also adds required anti-affinity: one replica per zone or node; hence required. */
  readonly whenUnsatisfiable: 'DoNotSchedule' | 'ScheduleAnyway';
}

export interface PlacementClusterSpreadConstraint {
  /** Together they name each replica from 0 on exactly once; of two rules with one index the first wins silently. */
  readonly distributionRules: readonly PlacementDistributionRule[];
  /** The slice that joins the clusters. */
  readonly slice: PlacementSlice;
}

export interface PlacementDistributionRule {
  /** An OCM cluster that is a member of the slice. */
  readonly clusterName: string;
  /** Ordinals of the pods there. Moving one later brings it up on an empty volume. */
  readonly replicaIndices: readonly number[];
  /** Overrides the claim's class on that cluster, for new volumes only. */
  readonly storageClassName?: string | undefined;
}

export interface PlacementSlice {
  /** Namespace of the KubeSlice project on the hub. */
  readonly projectNamespace: string;
  /** Name of the SliceConfig there. */
  readonly sliceName: string;
}

/** Says which replica runs on which cluster. Applied before the database that names it. */
export class PlacementPolicy extends TypedApiObject {
  static readonly GVK: GroupVersionKind = { apiVersion: 'apps.k8s.appscode.com/v1', kind: 'PlacementPolicy' };
  static override readonly SCOPE: ResourceScope = 'Cluster';

  static manifest(props: PlacementPolicyProps) {
    return { ...PlacementPolicy.GVK, ...props };
  }

  constructor(scope: Construct, id: string, props: PlacementPolicyProps) {
    super(scope, id, PlacementPolicy.manifest(props));
  }
}
