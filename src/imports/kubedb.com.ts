import type { ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import type { Construct } from 'constructs';
import { TypedApiObject } from './typed-object.js';
import type { LocalObjectReference, Quantity } from './values.js';

// Fields: kubedb/apimachinery@104ef57, apis/kubedb/v1; pod template: kmodules.xyz/offshoot-api/api/v2.
// "Webhook" below is pkg/webhooks/kubedb/v1 there.

/** What both engines have in common. */
export interface DatabaseSpec {
  /** Name of a MariaDBVersion or PostgresVersion of the KubeDB release. */
  readonly version: string;
  /** Pods of the database. Default 1. */
  readonly replicas?: number | undefined;
  /** Spreads the pods over clusters; needs a placement policy with a cluster spread. Default false; never toggled. */
  readonly distributed?: boolean | undefined;
  /** Default Durable. Immutable. */
  readonly storageType?: 'Durable' | 'Ephemeral' | undefined;
  /** Claim of each pod; required when Durable. */
  readonly storage?: DatabaseStorage | undefined;
  /** Secret with the superuser's name and password. Default `<database>-auth`, generated. */
  readonly authSecret?: DatabaseAuthSecret | undefined;
  /** Replaced by `configuration`, to which the webhook moves it; for KubeDB before 2026.1.19, never beside it. */
  readonly configSecret?: LocalObjectReference | undefined;
  /** Certificates by cert-manager. */
  readonly tls?: DatabaseTLS | undefined;
  /** What deleting the object takes with it. Default Delete: the volumes. WipeOut: secrets and snapshots too. */
  readonly deletionPolicy?: 'Halt' | 'Delete' | 'WipeOut' | 'DoNotTerminate' | undefined;
  /** How the operator watches the database. */
  readonly healthChecker?: DatabaseHealthChecker | undefined;
  /** Stops the database and keeps its volumes; sets the deletion policy to Halt. Default false. */
  readonly halted?: boolean | undefined;
}

export interface DatabaseStorage {
  /** Not checked by the webhook. */
  readonly accessModes?: readonly DatabaseAccessMode[] | undefined;
  /** Looked up on the hub even if no replica runs there; per cluster, the placement policy has a class of its own. */
  readonly storageClassName?: string | undefined;
  /** Size of each volume. */
  readonly resources: DatabaseStorageResources;
}

export type DatabaseAccessMode = 'ReadWriteOnce' | 'ReadOnlyMany' | 'ReadWriteMany' | 'ReadWriteOncePod';

export interface DatabaseStorageResources {
  /** What the claim asks for. */
  readonly requests: DatabaseStorageRequests;
}

export interface DatabaseStorageRequests {
  /** Bytes, as a quantity; never shrinks. */
  readonly storage: Quantity;
}

export interface DatabaseAuthSecret {
  /** Default Secret. */
  readonly kind?: 'Secret' | undefined;
  /** Name of the secret, on the hub. */
  readonly name: string;
  /** The secret is yours: KubeDB neither creates nor deletes it. Default false. */
  readonly externallyManaged?: boolean | undefined;
}

export interface DatabaseTLS {
  /** Who signs; found on the hub. */
  readonly issuerRef?: DatabaseIssuerReference | undefined;
  /** Changes to single certificates. */
  readonly certificates?: readonly DatabaseCertificate[] | undefined;
}

export interface DatabaseIssuerReference {
  /** `cert-manager.io`. */
  readonly apiGroup?: string | undefined;
  /** An Issuer is one of the database's namespace. */
  readonly kind: 'Issuer' | 'ClusterIssuer';
  /** Name of the issuer. */
  readonly name: string;
}

export interface DatabaseCertificate {
  /** Which one. */
  readonly alias: 'server' | 'client' | 'archiver' | 'metrics-exporter';
  /** Default `<database>-<alias>-cert`. */
  readonly secretName?: string | undefined;
  /** Further names it is valid for. */
  readonly dnsNames?: readonly string[] | undefined;
  /** Further addresses it is valid for. */
  readonly ipAddresses?: readonly string[] | undefined;
  /** Life time, such as `2160h`. Default: cert-manager's. */
  readonly duration?: string | undefined;
  /** How long before its end it is renewed. */
  readonly renewBefore?: string | undefined;
}

export interface DatabaseHealthChecker {
  /** Seconds between two checks. Default 10. */
  readonly periodSeconds?: number | undefined;
  /** Seconds one may take. Default 10. */
  readonly timeoutSeconds?: number | undefined;
  /** Failures in a row before the database counts as down. Default 1. */
  readonly failureThreshold?: number | undefined;
  /** Checks by reading only. Default false. */
  readonly disableWriteCheck?: boolean | undefined;
}

export interface DatabaseConfiguration {
  /** Secret with the files: `*.cnf` for MariaDB, `user.conf` for Postgres; others are ignored silently. */
  readonly secretName?: string | undefined;
  /** The same, file name to content; read after the secret, so it wins. */
  readonly inline?: { readonly [file: string]: string } | undefined;
}

export interface DatabasePodTemplate<Container extends string> {
  /** Changes to the pods. */
  readonly spec?: DatabasePodSpec<Container> | undefined;
}

export interface DatabasePodSpec<Container extends string> {
  /** The PlacementPolicy. Default `default`, which has no cluster spread. */
  readonly podPlacementPolicy?: LocalObjectReference | undefined;
  /** Changes to the operator's containers. There are no resources of the pod as a whole. */
  readonly containers?: readonly DatabaseContainer<Container>[] | undefined;
  /** Labels a node must have. */
  readonly nodeSelector?: { readonly [label: string]: string } | undefined;
  /** Taints the pods put up with. */
  readonly tolerations?: readonly DatabaseToleration[] | undefined;
}

export interface DatabaseContainer<Container extends string> {
  /** Another name would not be refused: it adds a sidecar, and leaves the database at its defaults. */
  readonly name: Container;
  /** Default of the database: 500m and 1Gi; of the coordinator: 200m and 256Mi. */
  readonly resources?: DatabaseResources | undefined;
  /** The webhook refuses variables that set the superuser or the password. */
  readonly env?: readonly DatabaseEnvironmentVariable[] | undefined;
}

export interface DatabaseResources {
  /** A request above the limit raises the limit silently. */
  readonly requests?: { readonly [resource: string]: Quantity } | undefined;
  /** Memory here is what the kernel enforces. */
  readonly limits?: { readonly [resource: string]: Quantity } | undefined;
}

export interface DatabaseEnvironmentVariable {
  /** Name of the variable. */
  readonly name: string;
  /** Its value, in clear. */
  readonly value: string;
}

export interface DatabaseToleration {
  /** Left out together with `operator: Exists`: every taint. */
  readonly key?: string | undefined;
  /** Default Equal. */
  readonly operator?: 'Exists' | 'Equal' | undefined;
  /** Left out with Exists. */
  readonly value?: string | undefined;
  /** Left out: every effect. */
  readonly effect?: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute' | undefined;
  /** Seconds until eviction, for NoExecute. Left out: never. */
  readonly tolerationSeconds?: number | undefined;
}

export interface MariaDBProps {
  /** Name (a letter first; at most 32 characters as a cluster), namespace, labels, annotations. */
  readonly metadata?: ApiObjectMetadata;
  /** The database. The API demands its version only. */
  readonly spec: MariaDBSpec;
}

export interface MariaDBSpec extends DatabaseSpec {
  /** Left out, more than one replica means Galera. */
  readonly topology?: MariaDBTopology | undefined;
  /** How a joining Galera node gets its data. Default rsync, which blocks the donor. */
  readonly wsrepSSTMethod?: 'rsync' | 'mariabackup' | undefined;
  /** Server options; one set for all replicas. Since KubeDB 2026.1.19. */
  readonly configuration?: DatabaseConfiguration | undefined;
  /** Where its pods run, and what they may use. */
  readonly podTemplate?: DatabasePodTemplate<MariaDBContainerName> | undefined;
  /** Refuses clients without TLS; needs server 10.5.2. Default false. */
  readonly requireSSL?: boolean | undefined;
}

export interface MariaDBTopology {
  /** Galera needs 3 replicas. Without a mode the webhook takes neither, hence required. */
  readonly mode: 'GaleraCluster' | 'MariaDBReplication';
}

export type MariaDBContainerName = 'mariadb' | 'md-coordinator';

/** A MariaDB server, Galera cluster or replication set run by KubeDB. */
export class MariaDB extends TypedApiObject {
  static readonly GVK: GroupVersionKind = { apiVersion: 'kubedb.com/v1', kind: 'MariaDB' };

  static manifest(props: MariaDBProps) {
    return { ...MariaDB.GVK, ...props };
  }

  constructor(scope: Construct, id: string, props: MariaDBProps) {
    super(scope, id, MariaDB.manifest(props));
  }
}

export interface PostgresProps {
  /** Name (a letter first; at most 32 characters advised), namespace, labels, annotations. */
  readonly metadata?: ApiObjectMetadata;
  /** The database. The API demands its version only. */
  readonly spec: PostgresSpec;
}

export interface PostgresSpec extends DatabaseSpec {
  /** Whether standbys answer reads. Default Hot. */
  readonly standbyMode?: 'Hot' | 'Warm' | undefined;
  /** Left out: Asynchronous. */
  readonly streamingMode?: 'Synchronous' | 'Asynchronous' | undefined;
  /** When a standby takes over. Left out, the webhook fills in other values than the API does for a partial block. */
  readonly leaderElection?: PostgresLeaderElection | undefined;
  /** How much write-ahead log is kept for standbys. */
  readonly replication?: PostgresReplication | undefined;
  /** How clients prove who they are. Default md5 below server 18, scram from there; scram needs server 11. */
  readonly clientAuthMode?: 'md5' | 'scram' | 'cert' | undefined;
  /** Default disable, with `tls` verify-full; other pairings with `tls` are refused. */
  readonly sslMode?: PostgresSSLMode | undefined;
  /** Server options; one set for all replicas. Since KubeDB 2026.1.19. */
  readonly configuration?: PostgresConfiguration | undefined;
  /** Where its pods run, and what they may use. */
  readonly podTemplate?: DatabasePodTemplate<PostgresContainerName> | undefined;
}

export type PostgresSSLMode = 'disable' | 'allow' | 'prefer' | 'require' | 'verify-ca' | 'verify-full';

/** All of it or nothing: what is left out of a written block gets a default that suits no wide-area link. */
export interface PostgresLeaderElection {
  /** Length of one raft tick, such as `300ms`. API default 100ms, webhook 300ms. */
  readonly period: string;
  /** Ticks without a heartbeat before an election; above `heartbeatTick`. Default 10. */
  readonly electionTick: number;
  /** Ticks between two heartbeats. Default 1. */
  readonly heartbeatTick: number;
  /** Bytes a standby may lag and still take over. API default 32 MiB, webhook 64 MiB. */
  readonly maximumLagBeforeFailover: number;
  /** Between two attempts to hand over leadership. Default 1s. */
  readonly transferLeadershipInterval: string;
  /** After which handing over is given up. Default 60s. */
  readonly transferLeadershipTimeout: string;
}

export interface PostgresReplication {
  /** Default WALKeepSize. WALKeepSegment is for servers up to 12, the others for later ones. */
  readonly walLimitPolicy: 'WALKeepSize' | 'ReplicationSlot' | 'WALKeepSegment';
  /** MB kept by WALKeepSize. Default 1536: more than the guides' volumes hold. */
  readonly walKeepSize?: number | undefined;
  /** MB a slot may hold back. Default -1: without end. */
  readonly maxSlotWALKeepSize?: number | undefined;
}

export interface PostgresConfiguration extends DatabaseConfiguration {
  /** Lets the operator compute settings; secret and inline text win over it. */
  readonly tuning?: PostgresTuning | undefined;
}

export interface PostgresTuning {
  /** Kind of load. `web` sets max_wal_size to 4 GB. */
  readonly profile?: 'web' | 'oltp' | 'dw' | 'mixed' | 'desktop' | undefined;
  /** Connections to plan memory for. */
  readonly maxConnections?: number | undefined;
  /** Kind of disk. */
  readonly storageType?: 'ssd' | 'hdd' | 'san' | undefined;
  /** Default false. */
  readonly disableAutoTune?: boolean | undefined;
}

export type PostgresContainerName = 'postgres' | 'pg-coordinator';

/** A Postgres server or primary with standbys run by KubeDB. */
export class Postgres extends TypedApiObject {
  static readonly GVK: GroupVersionKind = { apiVersion: 'kubedb.com/v1', kind: 'Postgres' };

  static manifest(props: PostgresProps) {
    return { ...Postgres.GVK, ...props };
  }

  constructor(scope: Construct, id: string, props: PostgresProps) {
    super(scope, id, Postgres.manifest(props));
  }
}
