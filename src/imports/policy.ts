import type { ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import type { Construct } from 'constructs';
import type { WorkloadSelector } from './apps.js';
import { TypedApiObject } from './typed-object.js';
import type { IntOrText } from './values.js';

// Kinds of policy/v1, with the fields that dbspan writes; wire.test.ts holds them against Kubernetes.

export interface PodDisruptionBudgetProps {
  /** Name, namespace, labels, annotations. */
  readonly metadata?: ApiObjectMetadata;
  /** Whom it protects, and how far. */
  readonly spec: PodDisruptionBudgetSpec;
}

export interface PodDisruptionBudgetSpec {
  /** Pods that may be away. A percentage is rounded up: 66% of 3 are 2. Not beside `minAvailable`. */
  readonly maxUnavailable?: IntOrText | undefined;
  /** Pods that must be there. Equal to the number of pods, no node can be drained. */
  readonly minAvailable?: IntOrText | undefined;
  /** Which pods; an empty selector is all of the namespace. */
  readonly selector: WorkloadSelector;
  /** AlwaysAllow lets pods go that are not ready anyhow. Default IfHealthyBudget. */
  readonly unhealthyPodEvictionPolicy?: 'AlwaysAllow' | 'IfHealthyBudget' | undefined;
}

/** How many pods whoever empties nodes may take away at a time. A crash does not ask it. */
export class PodDisruptionBudget extends TypedApiObject {
  static readonly GVK: GroupVersionKind = { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget' };

  static manifest(props: PodDisruptionBudgetProps) {
    return { ...PodDisruptionBudget.GVK, ...props };
  }

  constructor(scope: Construct, id: string, props: PodDisruptionBudgetProps) {
    super(scope, id, PodDisruptionBudget.manifest(props));
  }
}
