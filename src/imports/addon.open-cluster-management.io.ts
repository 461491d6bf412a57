import type { ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import type { Construct } from 'constructs';
import { TypedApiObject } from './typed-object.js';

// Fields: open-cluster-management-io/api@1845fd8, addon/v1alpha1.
// Not v1beta1: OCM serves it only since 1.2.0, and there installNamespace is an annotation.

export interface ManagedClusterAddOnProps {
  /** Name of the add-on (a ClusterManagementAddOn of that name must exist); namespace = name of the cluster. */
  readonly metadata?: ApiObjectMetadata;
  /** Where its agent runs, and by what it is configured. */
  readonly spec: ManagedClusterAddOnSpec;
}

export interface ManagedClusterAddOnSpec {
  /** Namespace of the agent on the spoke. Default open-cluster-management-agent-addon; KubeSlice needs kubeslice-system. */
  readonly installNamespace?: string | undefined;
  /** Objects the agent is configured by; of one group and resource the last wins. KubeSlice breaks without one. */
  readonly configs?: readonly AddOnConfig[] | undefined;
}

export interface AddOnConfig {
  /** API group. Default empty, the core group. */
  readonly group?: string | undefined;
  /** Plural, in lower case. */
  readonly resource: string;
  /** Left out for a cluster-scoped object. */
  readonly namespace?: string | undefined;
  /** A missing object is not reported: KubeSlice creates a Cluster itself, with a guessed interface. */
  readonly name: string;
}

/** Installs an add-on's agent on one cluster. */
export class ManagedClusterAddOn extends TypedApiObject {
  static readonly GVK: GroupVersionKind = {
    apiVersion: 'addon.open-cluster-management.io/v1alpha1',
    kind: 'ManagedClusterAddOn',
  };

  static manifest(props: ManagedClusterAddOnProps) {
    return { ...ManagedClusterAddOn.GVK, ...props };
  }

  constructor(scope: Construct, id: string, props: ManagedClusterAddOnProps) {
    super(scope, id, ManagedClusterAddOn.manifest(props));
  }
}
