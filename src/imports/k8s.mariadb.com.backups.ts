import type { ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import type { Construct } from 'constructs';
import type { ClaimSpec } from './claim.js';
import type { ContainerResources, ContainerSecurityContext } from './container.js';
import type {
  OperatorAzureBlob,
  OperatorMariaDBReference,
  OperatorS3,
  OperatorStagingStorage,
} from './k8s.mariadb.com.shared.js';
import type { PodSecurityContext, Toleration } from './pod.js';
import { TypedApiObject } from './typed-object.js';
import type { LocalObjectReference, TemplateMetadata } from './values.js';

// Fields: mariadb-operator/mariadb-operator@8970edf, config/crd/bases/k8s.mariadb.com_{backups,physicalbackups}.yaml.

/** What both kinds share. */
export interface OperatorBackupJob {
  /** The server. Immutable. */
  readonly mariaDbRef: OperatorMariaDBReference;
  /** Default none. */
  readonly compression?: 'none' | 'bzip2' | 'gzip' | undefined;
  /** After which a file is deleted. Default `720h`. Of a Backup immutable once set. */
  readonly maxRetention?: string | undefined;
  /** Where files wait on their way to a bucket; with `s3` only. Immutable. */
  readonly stagingStorage?: OperatorStagingStorage | undefined;
  /** Failures after which a run is given up. */
  readonly backoffLimit?: number | undefined;
  /** Arguments of the program that takes it. */
  readonly args?: readonly string[] | undefined;
  /** Not those of the database. Default: none. */
  readonly resources?: ContainerResources | undefined;
  /** Runs that are kept. */
  readonly successfulJobsHistoryLimit?: number | undefined;
  /** Failed ones that are kept. */
  readonly failedJobsHistoryLimit?: number | undefined;
  /** Secrets of the registry. */
  readonly imagePullSecrets?: readonly LocalObjectReference[] | undefined;
  /** Its identity, by which a bucket may let it in. */
  readonly serviceAccountName?: string | undefined;
  /** Taints it puts up with. */
  readonly tolerations?: readonly Toleration[] | undefined;
  /** Name of a PriorityClass. */
  readonly priorityClassName?: string | undefined;
  /** Who its processes are. */
  readonly podSecurityContext?: PodSecurityContext | undefined;
  /** What its processes may do. */
  readonly securityContext?: ContainerSecurityContext | undefined;
  /** Of its pods. */
  readonly podMetadata?: TemplateMetadata | undefined;
  /** Of everything that the operator makes. */
  readonly inheritMetadata?: TemplateMetadata | undefined;
}

export interface OperatorBackupProps {
  /** Name, namespace, labels, annotations. */
  readonly metadata?: ApiObjectMetadata;
  /** What, when, where to. */
  readonly spec: OperatorBackupSpec;
}

export interface OperatorBackupSpec extends OperatorBackupJob {
  /** Exactly one. Immutable. */
  readonly storage: OperatorBackupStorage;
  /** Left out: once. */
  readonly schedule?: OperatorBackupSchedule | undefined;
  /** Left out: the time zone of the controller manager. */
  readonly timeZone?: string | undefined;
  /** Left out: all. */
  readonly databases?: readonly string[] | undefined;
  /** Leaves out the accounts. Default true with Galera, false otherwise. */
  readonly ignoreGlobalPriv?: boolean | undefined;
  /** Labels a node must have. */
  readonly nodeSelector?: { readonly [label: string]: string } | undefined;
}

export interface OperatorBackupStorage {
  /** A bucket. */
  readonly s3?: OperatorS3 | undefined;
  /** A claim, which the operator makes and never deletes. */
  readonly persistentVolumeClaim?: ClaimSpec | undefined;
}

export interface OperatorBackupSchedule {
  /** Five fields; `@daily` and its like are refused. */
  readonly cron: string;
  /** Takes none while true. Default false. */
  readonly suspend?: boolean | undefined;
}

/** Dumps of a MariaDB (k8s.mariadb.com) as SQL. */
export class OperatorBackup extends TypedApiObject {
  static readonly GVK: GroupVersionKind = { apiVersion: 'k8s.mariadb.com/v1alpha1', kind: 'Backup' };

  static manifest(props: OperatorBackupProps) {
    return { ...OperatorBackup.GVK, ...props };
  }

  constructor(scope: Construct, id: string, props: OperatorBackupProps) {
    super(scope, id, OperatorBackup.manifest(props));
  }
}

export interface OperatorPhysicalBackupProps {
  /** Name, namespace, labels, annotations. */
  readonly metadata?: ApiObjectMetadata;
  /** What, when, where to. */
  readonly spec: OperatorPhysicalBackupSpec;
}

/** Skipped, with a line in the operator's log, while an update is pending, a volume grows or Galera is down. */
export interface OperatorPhysicalBackupSpec extends OperatorBackupJob {
  /** Exactly one. Immutable. */
  readonly storage: OperatorPhysicalBackupStorage;
  /** Left out: once. */
  readonly schedule?: OperatorPhysicalBackupSchedule | undefined;
  /** Of whom. Replica: only if one is ready. Default Replica. */
  readonly target?: 'Replica' | 'PreferReplica' | undefined;
  /** After which a run is deleted, unfinished. Default `1h`. */
  readonly timeout?: string | undefined;
  /** Whether it runs on the node of its pod, as a volume of one node demands. Default true. */
  readonly podAffinity?: boolean | undefined;
}

export interface OperatorPhysicalBackupStorage {
  /** A bucket. */
  readonly s3?: OperatorS3 | undefined;
  /** Azure; not beside staging storage. */
  readonly azureBlob?: OperatorAzureBlob | undefined;
  /** A claim, which the operator makes and never deletes. */
  readonly persistentVolumeClaim?: ClaimSpec | undefined;
  /** Snapshots of the volume, where its driver can. */
  readonly volumeSnapshot?: OperatorVolumeSnapshot | undefined;
}

export interface OperatorVolumeSnapshot {
  /** Name of a VolumeSnapshotClass. */
  readonly volumeSnapshotClassName: string;
  /** Labels and annotations of the snapshots. */
  readonly metadata?: TemplateMetadata | undefined;
}

export interface OperatorPhysicalBackupSchedule {
  /** Five fields; `@daily` and its like are refused. Immutable. */
  readonly cron?: string | undefined;
  /** Takes none while true. Default false. */
  readonly suspend?: boolean | undefined;
  /** Whether the first is taken at once. */
  readonly immediate?: boolean | undefined;
  /** Any new text takes one now. */
  readonly onDemand?: string | undefined;
}

/** Copies of the files of a MariaDB (k8s.mariadb.com), which new replicas and other clusters can begin with. */
export class OperatorPhysicalBackup extends TypedApiObject {
  static readonly GVK: GroupVersionKind = { apiVersion: 'k8s.mariadb.com/v1alpha1', kind: 'PhysicalBackup' };

  static manifest(props: OperatorPhysicalBackupProps) {
    return { ...OperatorPhysicalBackup.GVK, ...props };
  }

  constructor(scope: Construct, id: string, props: OperatorPhysicalBackupProps) {
    super(scope, id, OperatorPhysicalBackup.manifest(props));
  }
}
