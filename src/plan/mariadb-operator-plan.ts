import type { SecretKey } from '../topology/index.js';
import type { DatabasePlanBase, SpreadMode } from './plan.js';
import type { ServicePlan } from './service.js';

/** A database of mariadb-operator: one MariaDB object on one cluster. */
export interface MariadbOperatorDatabasePlan extends DatabasePlanBase {
  readonly provider: 'mariadb-operator';
  readonly image: string;
  readonly rootPassword: Required<SecretKey> & {
    /** Whether the operator makes the secret when it is missing. */
    readonly generate: boolean;
  };
  readonly galera: OperatorGaleraPlan | undefined;
  /** Numbers of the probes; handlers are the operator's. */
  readonly probes: ProbesPlan;
  /** Seconds that the server gets to stop. */
  readonly shutDown: number;
  /** Required anti-affinity over nodes. The operator lets nobody change it later. */
  readonly antiAffinity: boolean;
  /** How replicas spread over zones; undefined where none are said. */
  readonly zoneSpread: SpreadMode | undefined;
  readonly tls: OperatorTlsPlan;
  /** How clients reach the server that takes writes. */
  readonly service: ServicePlan;
  readonly users: readonly OperatorUserPlan[];
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

/** Numbers of one probe. None is zero: the operator takes a zero for a number that is not given. */
export interface ProbePlan {
  readonly initialDelaySeconds?: number;
  readonly periodSeconds: number;
  readonly timeoutSeconds: number;
  readonly failureThreshold: number;
  readonly successThreshold?: number;
}

/** The three probes of a server's container. */
export interface ProbesPlan {
  readonly startup: ProbePlan;
  readonly liveness: ProbePlan;
  readonly readiness: ProbePlan;
}

/** Encryption of a database of the operator. */
export interface OperatorTlsPlan {
  readonly enabled: boolean;
  readonly required: boolean;
  /** Names beside the operator's own that the server's certificate must hold. */
  readonly names: readonly string[];
}

/** An account, with the connections that it may have. */
export interface OperatorUserPlan {
  /** Name of the User object. */
  readonly objectName: string;
  readonly maxConnections: number;
  readonly source: NonNullable<NonNullable<import('../topology/index.js').MariadbOperator['users']>>[number];
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
