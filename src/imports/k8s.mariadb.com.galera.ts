import type { ClaimSpec } from './claim.js';
import type { ContainerResources } from './container.js';
import type { OperatorGeneratedKeyReference } from './k8s.mariadb.com.shared.js';
import type { IntOrText, TemplateMetadata } from './values.js';

// Galera, and the agent that replication has too.

export interface OperatorGalera {
  /** Always written: without it Galera is off, and an even number of replicas fails in the API server's own rule. */
  readonly enabled: boolean;
  /** Who gets writes. */
  readonly primary?: OperatorGaleraPrimary | undefined;
  /** How a joining node gets its data. Default mariabackup; the others block the donor. */
  readonly sst?: 'rsync' | 'mariabackup' | 'mysqldump' | undefined;
  /** Whether a node that gives its data away stays in the Services. Default false. */
  readonly availableWhenDonor?: boolean | undefined;
  /** Path of the provider in the image. Default `/usr/lib/galera/libgalera_smm.so`, which images on UBI lack. */
  readonly galeraLibPath?: string | undefined;
  /** Threads that apply what others wrote. Default 1. */
  readonly replicaThreads?: number | undefined;
  /** Options of the provider, all as text; joined as they are, so no semicolon or quote. `ist.recv_addr` is refused. */
  readonly providerOptions?: { readonly [option: string]: string } | undefined;
  /** The side container through which the operator sees the node. */
  readonly agent?: OperatorAgent | undefined;
  /** The container that writes the configuration before each start. */
  readonly initContainer?: OperatorInitContainer | undefined;
  /** The job that makes the first data directory. */
  readonly initJob?: OperatorJob | undefined;
  /** What the operator does about a cluster that is down. Left out: on, with its defaults. */
  readonly recovery?: OperatorGaleraRecovery | undefined;
  /** Where the configuration is kept. */
  readonly config?: OperatorGaleraConfig | undefined;
  /** First of the replication domains it takes, one more than it has nodes. Multi-cluster only. Immutable. */
  readonly gtidDomainId?: number | undefined;
  /** Of all nodes; unique among the clusters. Multi-cluster only. Immutable. */
  readonly serverId?: number | undefined;
  /** Password of the replication between clusters; of the same content in all. */
  readonly replPasswordSecretKeyRef?: OperatorGeneratedKeyReference | undefined;
}

export interface OperatorGaleraPrimary {
  /** The pod that gets writes, not the one that starts the cluster. The operator rewrites it: never written to Git. Default 0. */
  readonly podIndex?: number | undefined;
  /** Whether the operator moves the writes when that pod fails. Default true. */
  readonly autoFailover?: boolean | undefined;
}

/** Environment, mounts and probes that the CRD knows here are not heeded. */
export interface OperatorAgent {
  /** Default: the operator's own image. */
  readonly image?: string | undefined;
  /** Default 5555. */
  readonly port?: number | undefined;
  /** Default 5566. */
  readonly probePort?: number | undefined;
  /** Not those of the database. Default: none. */
  readonly resources?: ContainerResources | undefined;
  /** Clients prove who they are by the API server. The default, if the operator watches all namespaces. */
  readonly kubernetesAuth?: OperatorAgentKubernetesAuth | undefined;
  /** Or by a password. Both are refused. */
  readonly basicAuth?: OperatorAgentBasicAuth | undefined;
  /** Default `1s`. */
  readonly gracefulShutdownTimeout?: string | undefined;
}

export interface OperatorAgentKubernetesAuth {
  /** Always written: an object without it leaves the agent open to everyone. */
  readonly enabled: boolean;
  /** Default: one that the operator makes. */
  readonly authDelegatorRoleName?: string | undefined;
}

export interface OperatorAgentBasicAuth {
  /** Always written: an object without it leaves the agent open to everyone. */
  readonly enabled: boolean;
  /** Default `mariadb-operator`. */
  readonly username?: string | undefined;
  /** Default: made up. */
  readonly passwordSecretKeyRef?: OperatorGeneratedKeyReference | undefined;
}

/** Left out: the operator's own image, without resources. */
export interface OperatorInitContainer {
  /** The operator's image; the CRD demands it with anything else. */
  readonly image: string;
  /** Not those of the database. */
  readonly resources?: ContainerResources | undefined;
}

/** It starts a server with the database's options, so it needs the memory of one. */
export interface OperatorJob {
  /** Of its pod. */
  readonly metadata?: TemplateMetadata | undefined;
  /** Not those of the database. Default: none. */
  readonly resources?: ContainerResources | undefined;
}

export interface OperatorGaleraRecovery {
  /** Always written: an object without it switches recovery off. */
  readonly enabled: boolean;
  /** Nodes below which the cluster counts as down; above 1, nodes that work may be restarted. Default 1. */
  readonly minClusterSize?: IntOrText | undefined;
  /** From one look at it to the next. Default `10s`. */
  readonly clusterMonitorInterval?: string | undefined;
  /** How long it may look unhealthy. Default `30s`. */
  readonly clusterHealthyTimeout?: string | undefined;
  /** For the whole recovery; longer than `podSyncTimeout` for every node. Default `10m`. */
  readonly clusterBootstrapTimeout?: string | undefined;
  /** For pods to come back. Default `5m`. */
  readonly clusterUpscaleTimeout?: string | undefined;
  /** For pods to go away. Default `5m`. */
  readonly clusterDownscaleTimeout?: string | undefined;
  /** For a node to say how far it got. Default `5m`. */
  readonly podRecoveryTimeout?: string | undefined;
  /** For a node to join; a state transfer that takes longer is begun anew, for ever. Default `5m`. */
  readonly podSyncTimeout?: string | undefined;
  /** Name of the pod that begins, whatever the others know. Has to be taken out again. */
  readonly forceClusterBootstrapInPod?: string | undefined;
  /** The job that asks a volume how far it got. */
  readonly job?: OperatorGaleraRecoveryJob | undefined;
}

export interface OperatorGaleraRecoveryJob extends OperatorJob {
  /** Whether it runs on the node of its pod. Default true, which a volume of one node needs. */
  readonly podAffinity?: boolean | undefined;
}

export interface OperatorGaleraConfig {
  /** Keeps it in the database's volume and spares a second claim. Default false. Immutable once set. */
  readonly reuseStorageVolume?: boolean | undefined;
  /** That claim: by default 100Mi of the cluster's default class, not of the database's. Immutable once set. */
  readonly volumeClaimTemplate?: OperatorVolumeClaimTemplate | undefined;
}

export interface OperatorVolumeClaimTemplate extends ClaimSpec {
  /** Labels and annotations of the claims. */
  readonly metadata?: TemplateMetadata | undefined;
}
