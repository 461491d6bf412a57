import type { OperatorAgent, OperatorInitContainer, OperatorJob } from './k8s.mariadb.com.galera.js';
import type {
  OperatorAzureBlob,
  OperatorGeneratedKeyReference,
  OperatorS3,
  OperatorStagingStorage,
} from './k8s.mariadb.com.shared.js';
import type { LocalObjectReference } from './values.js';

// Replication within a cluster and between clusters, and where a database gets its first data.

export interface OperatorReplication {
  /** Always written. */
  readonly enabled: boolean;
  /** Who gets writes. */
  readonly primary?: OperatorReplicationPrimary | undefined;
  /** The others. */
  readonly replica?: OperatorReplica | undefined;
  /** Refuses transactions out of order. Default true. */
  readonly gtidStrictMode?: boolean | undefined;
  /** Unique among the clusters of a multi-cluster. Immutable. */
  readonly gtidDomainId?: number | undefined;
  /** Pod 0 has it, pod 1 the next; the ranges of a multi-cluster's clusters lie apart. Immutable. */
  readonly serverIdStartIndex?: number | undefined;
  /** Whether a commit waits for a replica. Default true. */
  readonly semiSyncEnabled?: boolean | undefined;
  /** After which it waits no longer, and replication becomes asynchronous. */
  readonly semiSyncAckTimeout?: string | undefined;
  /** AfterSync waits before others see the transaction. Default AfterCommit. */
  readonly semiSyncWaitPoint?: 'AfterSync' | 'AfterCommit' | undefined;
  /** Events after which the binary log is on disk; 1 loses none. */
  readonly syncBinlog?: number | undefined;
  /** The side container through which the operator sees the node. */
  readonly agent?: OperatorAgent | undefined;
  /** The container that writes the configuration before each start. */
  readonly initContainer?: OperatorInitContainer | undefined;
  /** Startup and liveness ask the server, as of a single one, in place of the agent. Default false. */
  readonly standaloneProbes?: boolean | undefined;
}

export interface OperatorReplicationPrimary {
  /** The pod that gets writes. The operator rewrites it: never written to Git. Default 0. */
  readonly podIndex?: number | undefined;
  /** Whether a replica takes over when it fails. Default true. */
  readonly autoFailover?: boolean | undefined;
  /** How long it may be away before. Default `0s`. */
  readonly autoFailoverDelay?: string | undefined;
}

export interface OperatorReplica {
  /** Default `<database>-repl-password`, generated. Of the same content in all clusters of a multi-cluster. */
  readonly replPasswordSecretKeyRef?: OperatorGeneratedKeyReference | undefined;
  /** From which position it goes on. Default CurrentPos. */
  readonly gtid?: 'CurrentPos' | 'SlavePos' | undefined;
  /** Seconds from one attempt to connect to the next. */
  readonly connectionRetrySeconds?: number | undefined;
  /** Seconds behind, above which it is not ready and holds updates up. Default 0. */
  readonly maxLagSeconds?: number | undefined;
  /** For catching up before a takeover. Default `10s`. */
  readonly syncTimeout?: string | undefined;
  /** Where a new replica gets its data. Left out, adding one fails when it happens. */
  readonly bootstrapFrom?: OperatorReplicaBootstrap | undefined;
  /** Deletes and makes anew a replica that failed; needs the source above. */
  readonly recovery?: OperatorReplicaRecovery | undefined;
}

export interface OperatorReplicaBootstrap {
  /** A PhysicalBackup beside it that is the pattern of those it takes. */
  readonly physicalBackupTemplateRef: LocalObjectReference;
  /** The job that brings the data back. */
  readonly restoreJob?: OperatorJob | undefined;
}

export interface OperatorReplicaRecovery {
  /** Default false. */
  readonly enabled: boolean;
  /** How long it may fail before. */
  readonly errorDurationThreshold?: string | undefined;
}

/** Databases of several clusters that replicate from one of them. */
export interface OperatorMultiCluster {
  /** Always written. */
  readonly enabled: boolean;
  /** Member that gets writes; the same in every cluster. A failover changes it by hand, everywhere. */
  readonly primary: string;
  /** All of them, the same list in every cluster. */
  readonly members: readonly OperatorMultiClusterMember[];
}

export interface OperatorMultiClusterMember {
  /** Name of the MariaDB there, so no two clusters may use one name. */
  readonly name: string;
  /** How this cluster reaches it. */
  readonly externalMariaDbRef: OperatorExternalReference;
}

export interface OperatorExternalReference {
  /** Name of the ExternalMariaDB. */
  readonly name: string;
  /** Default: the database's own. */
  readonly namespace?: string | undefined;
}

/** One source, for an empty volume; beside data that is there the database stays uninitialised. */
export interface OperatorBootstrap {
  /** A backup that the cluster knows. Immutable once set. */
  readonly backupRef?: OperatorBackupReference | undefined;
  /** A snapshot of a volume, which is physical. Immutable once set. */
  readonly volumeSnapshotRef?: LocalObjectReference | undefined;
  /** A PointInTimeRecovery. Not beside the two above. */
  readonly pointInTimeRecoveryRef?: LocalObjectReference | undefined;
  /** Files in a bucket. Immutable once set. */
  readonly s3?: OperatorS3 | undefined;
  /** Files in Azure. Immutable once set. */
  readonly azureBlob?: OperatorAzureBlob | undefined;
  /** What the files are; a wrong answer is not noticed. Default Logical. Immutable once set. */
  readonly backupContentType?: 'Logical' | 'Physical' | undefined;
  /** A time (`2026-05-01T12:00:00Z`): the last backup not after it. Immutable. */
  readonly targetRecoveryTime?: string | undefined;
  /** Where the files wait. Immutable. */
  readonly stagingStorage?: OperatorStagingStorage | undefined;
  /** The job that brings the data back. Not beside a snapshot. */
  readonly restoreJob?: OperatorJob | undefined;
}

export interface OperatorBackupReference {
  /** Name of it. */
  readonly name: string;
  /** Default Backup, which is logical. */
  readonly kind?: 'Backup' | 'PhysicalBackup' | undefined;
}
