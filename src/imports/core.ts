import type { ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import type { KubeConfigMapProps, NamespaceSpec } from 'cdk8s-plus-28/lib/imports/k8s.js';
import type { Construct } from 'constructs';
import type { NetworkProtocol } from './container.js';
import type { ResourceScope } from './schema.js';
import { TypedApiObject } from './typed-object.js';
import type { IntOrText, LocalObjectReference } from './values.js';

// Types only from cdk8s-plus-28: loading it costs 26 ms.

export interface NamespaceProps {
  /** Name (a DNS label, at most 63 characters), labels, annotations. */
  readonly metadata?: ApiObjectMetadata;
  /** Seldom needed: the finalizers. */
  readonly spec?: NamespaceSpec | undefined;
}

/** A namespace. ManifestWorks create none, and a namespaced object is refused where its namespace is missing. */
export class Namespace extends TypedApiObject {
  static readonly GVK: GroupVersionKind = { apiVersion: 'v1', kind: 'Namespace' };
  static override readonly SCOPE: ResourceScope = 'Cluster';

  static manifest(props: NamespaceProps = {}) {
    return { ...Namespace.GVK, ...props };
  }

  constructor(scope: Construct, id: string, props: NamespaceProps = {}) {
    super(scope, id, Namespace.manifest(props));
  }
}

export interface ConfigMapProps extends Omit<KubeConfigMapProps, 'metadata'> {
  /** Name, namespace, labels, annotations. */
  readonly metadata?: ApiObjectMetadata;
}

/** Configuration as text, one entry per file. Applied as a whole, it replaces the keys it does not list. */
export class ConfigMap extends TypedApiObject {
  static readonly GVK: GroupVersionKind = { apiVersion: 'v1', kind: 'ConfigMap' };

  static manifest(props: ConfigMapProps = {}) {
    return { ...ConfigMap.GVK, ...props };
  }

  constructor(scope: Construct, id: string, props: ConfigMapProps = {}) {
    super(scope, id, ConfigMap.manifest(props));
  }
}

export interface ServiceAccountProps {
  /** Name, namespace, labels, annotations. */
  readonly metadata?: ApiObjectMetadata;
  /** Whether its pods can speak to the API server, unless they say otherwise. Default true. */
  readonly automountServiceAccountToken?: boolean | undefined;
  /** Secrets of the registries of its pods' images. */
  readonly imagePullSecrets?: readonly LocalObjectReference[] | undefined;
}

/** Who pods are. */
export class ServiceAccount extends TypedApiObject {
  static readonly GVK: GroupVersionKind = { apiVersion: 'v1', kind: 'ServiceAccount' };

  static manifest(props: ServiceAccountProps = {}) {
    return { ...ServiceAccount.GVK, ...props };
  }

  constructor(scope: Construct, id: string, props: ServiceAccountProps = {}) {
    super(scope, id, ServiceAccount.manifest(props));
  }
}

export interface ServiceProps {
  /** Name (a letter first; at most 63 characters), namespace, labels, annotations (what a cloud's balancer reads). */
  readonly metadata?: ApiObjectMetadata;
  /** Which pods, and how they are reached. */
  readonly spec: ServiceSpec;
}

/** The wire's `clusterIP` is `clusterIp` in cdk8s-plus-28. */
export interface ServiceSpec {
  /** Default ClusterIP. */
  readonly type?: 'ClusterIP' | 'NodePort' | 'LoadBalancer' | undefined;
  /** `None`: no address of its own; its name resolves to the pods. Immutable. */
  readonly clusterIP?: 'None' | undefined;
  /** Which pods: those with all of these labels. */
  readonly selector: { readonly [label: string]: string };
  /** Its ports. */
  readonly ports: readonly ServicePort[];
  /** Also pods that are not ready. Default false, with which members that start never find each other. */
  readonly publishNotReadyAddresses?: boolean | undefined;
  /** ClientIP keeps a client at one pod, by the address that arrives. Default None. */
  readonly sessionAffinity?: 'ClientIP' | 'None' | undefined;
  /** Local keeps the client's address, and serves from nodes with a pod only. Not with ClusterIP. Default Cluster. */
  readonly externalTrafficPolicy?: 'Cluster' | 'Local' | undefined;
  /** Which of several balancers takes it. With LoadBalancer only; immutable. */
  readonly loadBalancerClass?: string | undefined;
  /** Address that the balancer shall have. With LoadBalancer only; deprecated, and still the only way with some. */
  readonly loadBalancerIP?: string | undefined;
  /** Address ranges that may reach it. With LoadBalancer only, and only where the balancer obeys. */
  readonly loadBalancerSourceRanges?: readonly string[] | undefined;
  /** False spares the nodes' ports, where the balancer needs none. With LoadBalancer only. Default true. */
  readonly allocateLoadBalancerNodePorts?: boolean | undefined;
  /** Default SingleStack. */
  readonly ipFamilyPolicy?: 'SingleStack' | 'PreferDualStack' | 'RequireDualStack' | undefined;
}

export interface ServicePort {
  /** Required if there are several; a ServiceMonitor goes by it. */
  readonly name: string;
  /** Number of the port. */
  readonly port: number;
  /** Number or name of the pod's port. Default: the same number. */
  readonly targetPort?: IntOrText | undefined;
  /** Default TCP. */
  readonly protocol?: NetworkProtocol | undefined;
  /** What is spoken there, for a mesh: without it some wait for the client to speak first, and MySQL clients never do. */
  readonly appProtocol?: string | undefined;
}

/** A name for pods, with or without an address in front of them. */
export class Service extends TypedApiObject {
  static readonly GVK: GroupVersionKind = { apiVersion: 'v1', kind: 'Service' };

  static manifest(props: ServiceProps) {
    return { ...Service.GVK, ...props };
  }

  constructor(scope: Construct, id: string, props: ServiceProps) {
    super(scope, id, Service.manifest(props));
  }
}
