import type { ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import type { Construct } from 'constructs';
import type { NetworkProtocol } from './container.js';
import type { LabelSelector } from './pod.js';
import { TypedApiObject } from './typed-object.js';
import type { IntOrText } from './values.js';

// Kinds of networking.k8s.io/v1, with the fields that dbspan writes; wire.test.ts holds them against Kubernetes.

export interface NetworkPolicyProps {
  /** Name, namespace, labels, annotations. */
  readonly metadata?: ApiObjectMetadata;
  /** Whom it isolates, and what still comes through. */
  readonly spec: NetworkPolicySpec;
}

export interface NetworkPolicySpec {
  /** Which pods of its namespace; empty: all. */
  readonly podSelector: LabelSelector;
  /** Which directions are closed but for the rules. Left out: Ingress, and Egress if there are rules for it. */
  readonly policyTypes: readonly ('Ingress' | 'Egress')[];
  /** What may come in. */
  readonly ingress?: readonly NetworkPolicyIngressRule[] | undefined;
  /** What may go out; DNS too has to be among it. */
  readonly egress?: readonly NetworkPolicyEgressRule[] | undefined;
}

export interface NetworkPolicyIngressRule {
  /** From whom. Left out: from everywhere. */
  readonly from?: readonly NetworkPolicyPeer[] | undefined;
  /** To which ports. Left out: to all. */
  readonly ports?: readonly NetworkPolicyPort[] | undefined;
}

export interface NetworkPolicyEgressRule {
  /** To whom. Left out: to everywhere. */
  readonly to?: readonly NetworkPolicyPeer[] | undefined;
  /** To which ports of theirs. Left out: to all. */
  readonly ports?: readonly NetworkPolicyPort[] | undefined;
}

/** Pods, or addresses. */
export interface NetworkPolicyPeer {
  /** Pods of the selected namespaces, or of the policy's own. */
  readonly podSelector?: LabelSelector | undefined;
  /** Namespaces; in the same entry as the pods both hold, in two entries either. Empty: all. */
  readonly namespaceSelector?: LabelSelector | undefined;
  /** Addresses outside the cluster. Not beside the others. */
  readonly ipBlock?: NetworkPolicyAddresses | undefined;
}

export interface NetworkPolicyAddresses {
  /** An address range. */
  readonly cidr: string;
  /** Ranges in it that are left out. */
  readonly except?: readonly string[] | undefined;
}

export interface NetworkPolicyPort {
  /** Default TCP. */
  readonly protocol?: NetworkProtocol | undefined;
  /** Number or name, of the pod and not of a Service. Left out: all. */
  readonly port?: IntOrText | undefined;
  /** Last of a range that begins with `port`, which is a number then. */
  readonly endPort?: number | undefined;
}

/** Who may speak with which pods. Accepted, and not obeyed, where the network has no support for it. */
export class NetworkPolicy extends TypedApiObject {
  static readonly GVK: GroupVersionKind = { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy' };

  static manifest(props: NetworkPolicyProps) {
    return { ...NetworkPolicy.GVK, ...props };
  }

  constructor(scope: Construct, id: string, props: NetworkPolicyProps) {
    super(scope, id, NetworkPolicy.manifest(props));
  }
}
