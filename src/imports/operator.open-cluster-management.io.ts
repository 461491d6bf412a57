import type { ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import type { Construct } from 'constructs';
import type { ResourceScope } from './schema.js';
import { TypedApiObject } from './typed-object.js';

// Fields: open-cluster-management-io/api@1845fd8, operator/v1; gates: feature/feature.go there.

export interface KlusterletProps {
  /** Name; clusteradm calls it `klusterlet`. */
  readonly metadata?: ApiObjectMetadata;
  /** Which cluster this is, and how its agents work. */
  readonly spec: KlusterletSpec;
}

export interface KlusterletSpec {
  /** Name of the cluster on the hub, a DNS label. */
  readonly clusterName: string;
  /** Namespace of the agents. Default open-cluster-management-agent. */
  readonly namespace?: string | undefined;
  /** The agent that joins the hub. */
  readonly registrationConfiguration?: KlusterletRegistrationConfiguration | undefined;
  /** The agent that applies ManifestWorks. */
  readonly workConfiguration?: KlusterletWorkConfiguration | undefined;
}

export interface KlusterletRegistrationConfiguration {
  /** The complete list: a merge patch replaces it. */
  readonly featureGates?: readonly KlusterletFeatureGate<KlusterletRegistrationFeature>[] | undefined;
}

export interface KlusterletWorkConfiguration {
  /** The complete list: a merge patch replaces it. KubeDB needs RawFeedbackJsonString to see pods become ready. */
  readonly featureGates?: readonly KlusterletFeatureGate<KlusterletWorkFeature>[] | undefined;
  /** Requests per second to the hub. Default 50. */
  readonly hubKubeAPIQPS?: number | undefined;
  /** Requests to the hub in one burst. Default 100. */
  readonly hubKubeAPIBurst?: number | undefined;
  /** Requests per second to the spoke's own API server. Default 50. */
  readonly kubeAPIQPS?: number | undefined;
  /** Requests to the spoke's own API server in one burst. Default 100. */
  readonly kubeAPIBurst?: number | undefined;
  /** How long objects outlive a work that vanished from the hub (default 60m): with KubeDB these are pods and volumes. */
  readonly appliedManifestWorkEvictionGracePeriod?: string | undefined;
  /** Between two reports to the hub, 5s to 1h. Default 10s. */
  readonly statusSyncInterval?: string | undefined;
}

export interface KlusterletFeatureGate<Feature extends string> {
  /** An unknown name is dropped with a condition, not refused; hence the closed set. */
  readonly feature: Feature;
  /** The API defaults to Disable, which surprises; hence required. */
  readonly mode: 'Enable' | 'Disable';
}

export type KlusterletRegistrationFeature =
  | 'ClusterClaim'
  | 'AddonManagement'
  | 'ClusterProperty'
  | 'MultipleHubs'
  | 'V1beta1CSRAPICompatibility';

export type KlusterletWorkFeature = 'RawFeedbackJsonString' | 'ExecutorValidatingCaches';

/** The OCM agents of a spoke. Lives on the spoke. */
export class Klusterlet extends TypedApiObject {
  static readonly GVK: GroupVersionKind = {
    apiVersion: 'operator.open-cluster-management.io/v1',
    kind: 'Klusterlet',
  };
  static override readonly SCOPE: ResourceScope = 'Cluster';

  static manifest(props: KlusterletProps) {
    return { ...Klusterlet.GVK, ...props };
  }

  constructor(scope: Construct, id: string, props: KlusterletProps) {
    super(scope, id, Klusterlet.manifest(props));
  }
}
