import type { ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import type { Construct } from 'constructs';
import type { ClaimSpec } from './claim.js';
import type { PodTemplate } from './pod.js';
import { TypedApiObject } from './typed-object.js';

// Kinds of apps/v1, with the fields that dbspan writes; wire.test.ts holds them against Kubernetes.

/** Which pods are its own. Immutable. */
export interface WorkloadSelector {
  /** Labels that the template has, and no other workload's. */
  readonly matchLabels: { readonly [label: string]: string };
}

export interface StatefulSetProps {
  /** Name (at most 52 characters, or a label of its pods becomes too long), namespace, labels, annotations. */
  readonly metadata?: ApiObjectMetadata;
  /** Of a live one the API takes changes of a few fields only; those that are immutable say so. */
  readonly spec: StatefulSetSpec;
}

export interface StatefulSetSpec {
  /** Pods. Default 1. */
  readonly replicas?: number | undefined;
  /** The headless Service that gives each pod its DNS name; nobody checks that it exists. Immutable. */
  readonly serviceName: string;
  /** Default OrderedReady, under which pod 1 never starts while pod 0 is not ready. Immutable. */
  readonly podManagementPolicy?: 'OrderedReady' | 'Parallel' | undefined;
  /** How a change of the template reaches the pods; one at a time, the highest number first. */
  readonly updateStrategy?: StatefulSetUpdateStrategy | undefined;
  /** Seconds a pod must be ready before the next is replaced. Default 0. */
  readonly minReadySeconds?: number | undefined;
  /** Old templates that are kept. Default 10. */
  readonly revisionHistoryLimit?: number | undefined;
  /** What becomes of the claims. */
  readonly persistentVolumeClaimRetentionPolicy?: StatefulSetClaimRetention | undefined;
  /** Which pods are its own. Immutable. */
  readonly selector: WorkloadSelector;
  /** The pods. */
  readonly template: PodTemplate;
  /** The claims that each pod gets. Immutable. */
  readonly volumeClaimTemplates?: readonly ClaimTemplate[] | undefined;
}

export interface StatefulSetUpdateStrategy {
  /** Default RollingUpdate. */
  readonly type: 'RollingUpdate' | 'OnDelete';
  /** With RollingUpdate only. */
  readonly rollingUpdate?: StatefulSetRollingUpdate | undefined;
}

export interface StatefulSetRollingUpdate {
  /** Pods below this number keep the old template. Default 0. */
  readonly partition?: number | undefined;
}

export interface StatefulSetClaimRetention {
  /** Default Retain. */
  readonly whenDeleted?: 'Retain' | 'Delete' | undefined;
  /** Default Retain. */
  readonly whenScaled?: 'Retain' | 'Delete' | undefined;
}

export interface ClaimTemplate {
  /** Name of the volume; the claims are `<it>-<pod>`. */
  readonly metadata: ClaimTemplateMetadata;
  /** The claim. */
  readonly spec: ClaimSpec;
}

export interface ClaimTemplateMetadata {
  /** By which containers mount it. */
  readonly name: string;
  /** Labels of the claims. */
  readonly labels?: { readonly [key: string]: string } | undefined;
  /** Annotations of the claims. */
  readonly annotations?: { readonly [key: string]: string } | undefined;
}

/** Pods that keep their names and their volumes. */
export class StatefulSet extends TypedApiObject {
  static readonly GVK: GroupVersionKind = { apiVersion: 'apps/v1', kind: 'StatefulSet' };

  static manifest(props: StatefulSetProps) {
    return { ...StatefulSet.GVK, ...props };
  }

  constructor(scope: Construct, id: string, props: StatefulSetProps) {
    super(scope, id, StatefulSet.manifest(props));
  }
}

export interface DeploymentProps {
  /** Name, namespace, labels, annotations. */
  readonly metadata?: ApiObjectMetadata;
  /** The pods and how they are replaced. */
  readonly spec: DeploymentSpec;
}

export interface DeploymentSpec {
  /** Pods. Default 1. */
  readonly replicas?: number | undefined;
  /** How a change of the template reaches the pods. */
  readonly strategy?: DeploymentStrategy | undefined;
  /** Seconds a pod must be ready before it counts. Default 0. */
  readonly minReadySeconds?: number | undefined;
  /** Old templates that are kept. Default 10. */
  readonly revisionHistoryLimit?: number | undefined;
  /** Which pods are its own. Immutable. */
  readonly selector: WorkloadSelector;
  /** The pods. */
  readonly template: PodTemplate;
}

export interface DeploymentStrategy {
  /** Recreate stops the old pods first: never two of what may exist once. Default RollingUpdate. */
  readonly type: 'Recreate' | 'RollingUpdate';
}

/** Pods that are all alike and keep nothing. */
export class Deployment extends TypedApiObject {
  static readonly GVK: GroupVersionKind = { apiVersion: 'apps/v1', kind: 'Deployment' };

  static manifest(props: DeploymentProps) {
    return { ...Deployment.GVK, ...props };
  }

  constructor(scope: Construct, id: string, props: DeploymentProps) {
    super(scope, id, Deployment.manifest(props));
  }
}
