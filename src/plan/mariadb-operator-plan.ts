import type { Backup, MariadbOperator, SecretKey, User } from '../topology/index.js';
import type { DatabasePlanBase, ProbesPlan, SpreadMode } from './database-plan.js';
import type { ServicePlan } from './service.js';

/** A database of mariadb-operator: one MariaDB object on one cluster. */
export interface MariadbOperatorDatabasePlan extends DatabasePlanBase {
  readonly provider: 'mariadb-operator';
  readonly image: string;
  readonly rootPassword: Required<SecretKey> & {
    /** Whether the operator makes the secret when it is missing. */
    readonly generate: boolean;
  };
  /** Whether the class of the volumes can make them larger; the operator would wait for one that cannot. */
  readonly volumesGrow: boolean;
  readonly galera: OperatorGaleraPlan | undefined;
  /** Of primary-replica. */
  readonly asynchronous: OperatorReplicationPlan | undefined;
  /** Numbers of the probes; handlers are the operator's. */
  readonly probes: ProbesPlan;
  /** Seconds that the server gets to stop. */
  readonly shutDown: number;
  /** Required anti-affinity over nodes. The operator lets nobody change it later. */
  readonly antiAffinity: boolean;
  /** How replicas spread over zones; undefined where none are said. */
  readonly zoneSpread: SpreadMode | undefined;
  /** How a change reaches the servers. */
  readonly updates: 'ReplicasFirstPrimaryLast' | 'RollingUpdate';
  readonly tls: OperatorTlsPlan;
  /** How clients reach the server that takes writes. */
  readonly service: ServicePlan;
  readonly users: readonly OperatorUserPlan[];
  readonly schemas: readonly OperatorSchemaPlan[];
  readonly backups: readonly OperatorBackupPlan[];
  /** Where a member of a multi-cluster gets its first data; undefined for the first of them, with which the database begins. */
  readonly bootstrap: OperatorBucketPlan | undefined;
  /** Whether the exporter runs. */
  readonly metrics: boolean;
  readonly multiCluster: MultiClusterPlan | undefined;
}

/** What only a Galera cluster of the operator has. */
export interface OperatorGaleraPlan {
  /** Provider options beside those that the operator sets, sorted by name. */
  readonly providerOptions: Readonly<Record<string, string>>;
  /** wsrep_slave_threads; undefined where the operator's default stands. */
  readonly replicaThreads: number | undefined;
  readonly sst: 'mariabackup' | 'rsync' | 'mysqldump';
  readonly availableWhenDonor: boolean;
  /** Galera's library, where the operator's default is not that of the image. */
  readonly libraryPath: string | undefined;
  /** Go durations. A recovery that is shorter than a full copy starts it over and over. */
  readonly timeouts: {
    readonly podSync: string;
    readonly podRecovery: string;
    readonly clusterBootstrap: string;
  };
  /** Pod from which a cluster without a quorum is bootstrapped. */
  readonly forceBootstrapIn: string | undefined;
}

/** What only a primary with replicas that follow it has. */
export interface OperatorReplicationPlan {
  readonly password: Required<SecretKey> & {
    /** Whether the operator makes the secret when it is missing. */
    readonly generate: boolean;
  };
  /** Whether a commit waits for a replica. Not between clusters, where one server would have to be both sides of it. */
  readonly semiSync: boolean;
  /** The PhysicalBackup by whose pattern the operator copies data to a new replica; undefined where there is none. */
  readonly newReplicasFrom: string | undefined;
}

/** Encryption of a database of the operator. */
export interface OperatorTlsPlan {
  readonly enabled: boolean;
  readonly required: boolean;
  /** Whether full copies between Galera replicas are encrypted too: mariabackup can, the others cannot in the official image. */
  readonly stateTransfers: boolean;
  /** The secret with the authority by which the servers of other clusters are verified. */
  readonly authority: string;
  /** Names beside the operator's own that the server's certificate must hold. */
  readonly names: readonly string[];
}

/** An account, with the connections that it may have. */
export interface OperatorUserPlan {
  /** Name of the User object. */
  readonly objectName: string;
  readonly host: string;
  readonly maxConnections: number;
  /** What becomes of the account when its object goes. */
  readonly cleanup: 'Delete' | 'Skip';
  readonly grants: readonly OperatorGrantPlan[];
  readonly connection:
    | {
        readonly secret: string;
        /** The first database that is granted by its name. */
        readonly database: string | undefined;
      }
    | undefined;
  readonly source: User;
}

/** Privileges of an account. */
export interface OperatorGrantPlan {
  /** Name of the Grant object: by where it holds, which is what cannot change. */
  readonly objectName: string;
  readonly database: string;
  readonly table: string;
  readonly privileges: readonly string[];
  readonly grantOption: boolean;
  readonly source: NonNullable<User['grants']>[number];
}

/** A database on the server. */
export interface OperatorSchemaPlan {
  /** Name of the Database object. */
  readonly objectName: string;
  readonly name: string;
  readonly characterSet: string;
  readonly collation: string;
  readonly source: NonNullable<MariadbOperator['databases']>[number];
}

/** A scheduled backup, to a bucket or a volume. */
export interface OperatorBackupPlan {
  /** Name of the object. */
  readonly objectName: string;
  readonly kind: 'physical' | 'logical';
  readonly schedule: string;
  /** A Go duration. */
  readonly retention: string;
  readonly bucket: OperatorBucketPlan | undefined;
  readonly volume: { readonly size: string; readonly storageClass: string | undefined } | undefined;
  readonly source: Backup;
}

/** A folder of a bucket. */
export interface OperatorBucketPlan {
  readonly bucket: string;
  readonly prefix: string;
  readonly endpoint: string;
  readonly region: string | undefined;
  readonly tls: boolean;
  readonly accessKeyId: Required<SecretKey>;
  readonly secretAccessKey: Required<SecretKey>;
}

/** A database's place among those of other clusters. */
export interface MultiClusterPlan {
  /** Name of the member that takes the writes. */
  readonly primary: string;
  readonly isPrimary: boolean;
  /** In the order of the topology. */
  readonly members: readonly MultiClusterMemberPlan[];
  readonly own: MultiClusterMemberPlan;
  readonly replicationPassword: Required<SecretKey>;
}

/** One cluster's part. */
export interface MultiClusterMemberPlan {
  /** Name of its MariaDB object, which differs from that of every other member. */
  readonly name: string;
  readonly cluster: string;
  readonly host: string;
  readonly port: number;
  /** First of its domain ids: [id, id + replicas] for Galera. */
  readonly gtidDomainId: number;
  /** Its server id, or the first of as many as it has replicas. */
  readonly serverId: number;
}
