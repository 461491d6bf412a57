import type { ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import type { Construct } from 'constructs';
import type {
  ContainerResources,
  ContainerSecurityContext,
  EnvironmentVariable,
  ImagePullPolicy,
  ProbeNumbers,
} from './container.js';
import type { OperatorGalera, OperatorVolumeClaimTemplate } from './k8s.mariadb.com.galera.js';
import type {
  OperatorBootstrap,
  OperatorMultiCluster,
  OperatorReplication,
} from './k8s.mariadb.com.replication.js';
import type { OperatorGeneratedKeyReference, OperatorTLS } from './k8s.mariadb.com.shared.js';
import type { PodAffinity, PodSecurityContext, Toleration, TopologySpreadConstraint } from './pod.js';
import { TypedApiObject } from './typed-object.js';
import type { IntOrText, LocalObjectReference, Quantity, TemplateMetadata } from './values.js';

// Fields: mariadb-operator/mariadb-operator@8970edf, config/crd/bases/k8s.mariadb.com_mariadbs.yaml and api/v1alpha1.
// "Webhook" is internal/webhook/v1alpha1 there. Immutable: the webhook refuses any change. Immutable once set: a change
// of what has a value, and the operator writes its defaults into the object.

export interface OperatorMariaDBProps {
  /** Name (a letter first; at most 52 characters, as its StatefulSet), namespace, labels, annotations. */
  readonly metadata?: ApiObjectMetadata;
  /** The database. */
  readonly spec: OperatorMariaDBSpec;
}

export interface OperatorMariaDBSpec {
  /** `repository:tag` of an official image; the version is read from the tag. Default: the operator's. */
  readonly image?: string | undefined;
  /** When the image is pulled. */
  readonly imagePullPolicy?: ImagePullPolicy | undefined;
  /** Secrets of its registry. */
  readonly imagePullSecrets?: readonly LocalObjectReference[] | undefined;
  /** Password of root. Default `<name>-root`, key `password`, generated. Immutable once set; the value may change. */
  readonly rootPasswordSecretKeyRef?: OperatorGeneratedKeyReference | undefined;
  /** Servers: one, or more with Galera or replication. Default 1. */
  readonly replicas?: number | undefined;
  /** Lets Galera have an even number, by which a split leaves no majority; it does nothing else. Default false. */
  readonly replicasAllowEvenNumber?: boolean | undefined;
  /** Volumes of the servers. */
  readonly storage: OperatorStorage;
  /** Of the server's container only; jobs, agent and init container have their own. Nothing is derived from them. */
  readonly resources?: ContainerResources | undefined;
  /** Default 3306. */
  readonly port?: number | undefined;
  /** Default: the system's, and no time zone tables. Immutable. */
  readonly timeZone?: string | undefined;
  /** Server options; read last, so it wins over every file of the operator. A change restarts the servers. */
  readonly myCnf?: string | undefined;
  /** Arguments of the server. */
  readonly args?: readonly string[] | undefined;
  /** Variables of the server's container. */
  readonly env?: readonly EnvironmentVariable[] | undefined;
  /** What its pods keep away from. */
  readonly affinity?: OperatorAffinity | undefined;
  /** Labels a node must have. */
  readonly nodeSelector?: { readonly [label: string]: string } | undefined;
  /** Taints its pods put up with. */
  readonly tolerations?: readonly Toleration[] | undefined;
  /** Name of a PriorityClass. Immutable. */
  readonly priorityClassName?: string | undefined;
  /** How its pods spread over zones and nodes; recovery jobs do not heed it. */
  readonly topologySpreadConstraints?: readonly TopologySpreadConstraint[] | undefined;
  /** Replaces the default as a whole, which is user, group and volume group 999: without the last, Galera cannot start. */
  readonly podSecurityContext?: PodSecurityContext | undefined;
  /** Of the server's container. Default: none. */
  readonly securityContext?: ContainerSecurityContext | undefined;
  /** Of the pods. */
  readonly podMetadata?: TemplateMetadata | undefined;
  /** Of everything that the operator makes. */
  readonly inheritMetadata?: TemplateMetadata | undefined;
  /** Default with several servers: half of them stay. Heeded at creation only. */
  readonly podDisruptionBudget?: OperatorDisruptionBudget | undefined;
  /** How a change reaches the pods. */
  readonly updateStrategy?: OperatorUpdateStrategy | undefined;
  /** Seconds from the request to stop to the kill. Default 30. Since 26.6. */
  readonly terminationGracePeriodSeconds?: number | undefined;
  /** `<name>`: all servers. */
  readonly service?: OperatorService | undefined;
  /** `<name>-primary`: the one that gets writes. With several servers. */
  readonly primaryService?: OperatorService | undefined;
  /** `<name>-secondary`: the others. With several servers. */
  readonly secondaryService?: OperatorService | undefined;
  /** Default: 20 seconds, then three times 10; a state transfer that takes longer is killed and begun anew. */
  readonly startupProbe?: OperatorProbe | undefined;
  /** Default: three times 10 seconds. */
  readonly livenessProbe?: OperatorProbe | undefined;
  /** Default: three times 10 seconds. */
  readonly readinessProbe?: OperatorProbe | undefined;
  /** Galera. Not beside `replication`. */
  readonly galera?: OperatorGalera | undefined;
  /** Replication. Not beside `galera`. */
  readonly replication?: OperatorReplication | undefined;
  /** One of several clusters; with `galera` or `replication`. Since 26.6. */
  readonly multiCluster?: OperatorMultiCluster | undefined;
  /** Default: on, with certificates of its own, and not required. */
  readonly tls?: OperatorTLS | undefined;
  /** An exporter. Default: none. */
  readonly metrics?: OperatorMetrics | undefined;
  /** Where the first data comes from. */
  readonly bootstrapFrom?: OperatorBootstrap | undefined;
  /** Whether the operator leaves it alone, backups included. Default false. */
  readonly suspend?: boolean | undefined;
}

export interface OperatorStorage {
  /** Bytes, as a quantity; required without a template. May grow, never shrinks. */
  readonly size?: Quantity | undefined;
  /** Default: that of the cluster. Immutable, also from not set to set. */
  readonly storageClassName?: string | undefined;
  /** A folder of the node in place of a volume; for a single server, without a size. Default false. Immutable once set. */
  readonly ephemeral?: boolean | undefined;
  /** Whether a larger size grows volumes in use; the class must allow it. Default true. */
  readonly resizeInUseVolumes?: boolean | undefined;
  /** Whether everything else waits meanwhile. Default true. */
  readonly waitForVolumeResize?: boolean | undefined;
  /** The claim. A size or class beside it that differs replaces all of it, access modes included. */
  readonly volumeClaimTemplate?: OperatorVolumeClaimTemplate | undefined;
}

export interface OperatorAffinity extends PodAffinity {
  /** True: no two servers on a node, so it takes as many nodes. Default false. Immutable. */
  readonly antiAffinityEnabled?: boolean | undefined;
}

/** Exactly one of them. */
export interface OperatorDisruptionBudget {
  /** Servers that stay. */
  readonly minAvailable?: IntOrText | undefined;
  /** Servers that may go. A percentage is rounded up: 66% of 3 are 2. */
  readonly maxUnavailable?: IntOrText | undefined;
}

export interface OperatorUpdateStrategy {
  /** Default ReplicasFirstPrimaryLast, which waits for all to be ready before each step, also to undo a bad change. */
  readonly type?: 'ReplicasFirstPrimaryLast' | 'RollingUpdate' | 'OnDelete' | 'Never' | undefined;
  /** With RollingUpdate only. */
  readonly rollingUpdate?: OperatorRollingUpdate | undefined;
  /** Whether a new operator brings its own agent and init container. Default false. */
  readonly autoUpdateDataPlane?: boolean | undefined;
}

export interface OperatorRollingUpdate {
  /** Pods below this number keep the old template; physical backups pause meanwhile. Default 0. */
  readonly partition?: number | undefined;
  /** Default 1. */
  readonly maxUnavailable?: IntOrText | undefined;
}

export interface OperatorService {
  /** Default ClusterIP. */
  readonly type?: 'ClusterIP' | 'NodePort' | 'LoadBalancer' | undefined;
  /** Annotations tell a cloud's balancer what to be. */
  readonly metadata?: TemplateMetadata | undefined;
  /** Heeded at creation only. */
  readonly loadBalancerIP?: string | undefined;
  /** Heeded at creation only. */
  readonly loadBalancerSourceRanges?: readonly string[] | undefined;
  /** Heeded at creation only. */
  readonly externalTrafficPolicy?: 'Cluster' | 'Local' | undefined;
  /** Heeded at creation only. */
  readonly sessionAffinity?: 'ClientIP' | 'None' | undefined;
  /** With LoadBalancer only. Default true. */
  readonly allocateLoadBalancerNodePorts?: boolean | undefined;
  /** With LoadBalancer only. */
  readonly loadBalancerClass?: string | undefined;
}

/** Numbers only: with several servers a handler is not heeded. A zero is none either: the default stays. */
export type OperatorProbe = ProbeNumbers;

export interface OperatorMetrics {
  /** Always written. */
  readonly enabled: boolean;
  /** The exporter. */
  readonly exporter?: OperatorExporter | undefined;
  /** What Prometheus reads; needs its operator. */
  readonly serviceMonitor?: OperatorServiceMonitor | undefined;
  /** Account of the exporter, of three connections. Default `<name>-metrics`. Immutable once set. */
  readonly username?: string | undefined;
  /** Its password. Default: made up. */
  readonly passwordSecretKeyRef?: OperatorGeneratedKeyReference | undefined;
}

export interface OperatorExporter {
  /** Default `prom/mysqld-exporter:v0.15.1`. */
  readonly image?: string | undefined;
  /** Default 9104. */
  readonly port?: number | undefined;
  /** Default: none. */
  readonly resources?: ContainerResources | undefined;
  /** Labels a node must have. */
  readonly nodeSelector?: { readonly [label: string]: string } | undefined;
  /** Taints it puts up with. */
  readonly tolerations?: readonly Toleration[] | undefined;
  /** Of its pod. */
  readonly podMetadata?: TemplateMetadata | undefined;
}

export interface OperatorServiceMonitor {
  /** Value of the label `release` by which an installation of Prometheus finds it. */
  readonly prometheusRelease?: string | undefined;
  /** Label of the Service whose value becomes the label `job`. */
  readonly jobLabel?: string | undefined;
  /** Such as `30s`. Default: Prometheus' own. */
  readonly interval?: string | undefined;
  /** At most the interval. Default: Prometheus' own. */
  readonly scrapeTimeout?: string | undefined;
}

/** A MariaDB server, Galera cluster or replication set run by mariadb-operator, in one cluster. */
export class OperatorMariaDB extends TypedApiObject {
  static readonly GVK: GroupVersionKind = { apiVersion: 'k8s.mariadb.com/v1alpha1', kind: 'MariaDB' };

  static manifest(props: OperatorMariaDBProps) {
    return { ...OperatorMariaDB.GVK, ...props };
  }

  constructor(scope: Construct, id: string, props: OperatorMariaDBProps) {
    super(scope, id, OperatorMariaDB.manifest(props));
  }
}
