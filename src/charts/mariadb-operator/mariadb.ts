import { Construct } from 'constructs';
import { OperatorMariaDB, type OperatorMariaDBSpec } from '../../imports/index.js';
import type { MariadbOperatorDatabasePlan } from '../../plan/index.js';
import { from } from '../origin.js';
import { bucket } from './bucket.js';
import { galera } from './galera.js';
import { affinity, containerResources, scheduling, spreadConstraints } from './pods.js';
import { services } from './services.js';
import { tls } from './tls.js';

/** What {@link MariadbOperatorMariaDB} needs. */
export interface MariadbOperatorDatabaseProps {
  readonly database: MariadbOperatorDatabasePlan;
}

/**
 * A MariaDB of mariadb-operator: one server, a Galera cluster, or a primary with replicas. Which pod takes the writes is the
 * operator's to say, in the object itself, so that it never stands here.
 */
export class MariadbOperatorMariaDB extends Construct {
  constructor(scope: Construct, id: string, { database }: MariadbOperatorDatabaseProps) {
    super(scope, id);
    const { source, name, namespace } = database;
    const mariadb = new OperatorMariaDB(this, 'mariadb', {
      metadata: { name, namespace },
      spec: spec(database),
    });
    from(source, `databases[${source.name}]`, mariadb);
  }
}

function spec(database: MariadbOperatorDatabasePlan): OperatorMariaDBSpec {
  const { image, replicas, rootPassword, probes, configuration, sizing, source } = database;
  const environment = Object.entries(sizing.environment);
  return {
    image,
    imagePullSecrets: source.imagePullSecrets?.map((name) => ({ name })),
    rootPasswordSecretKeyRef: { ...rootPassword },
    replicas,
    storage: {
      size: database.storageSize,
      storageClassName: database.placements[0]?.storageClass,
      resizeInUseVolumes: database.volumesGrow,
    },
    resources: containerResources(database),
    myCnf: configuration,
    env: environment.length === 0 ? undefined : environment.map(([name, value]) => ({ name, value })),
    affinity: affinity(database),
    topologySpreadConstraints: spreadConstraints(database),
    ...scheduling(database),
    // A number, not a share: shares are rounded up, and two of three are no majority.
    podDisruptionBudget: replicas > 1 ? { maxUnavailable: 1 } : undefined,
    updateStrategy: {
      type: database.updates,
      // The agent of one release does not understand the operator of the next.
      autoUpdateDataPlane: replicas > 1 ? true : undefined,
    },
    terminationGracePeriodSeconds: database.shutDown,
    startupProbe: { ...probes.startup },
    livenessProbe: { ...probes.liveness },
    readinessProbe: { ...probes.readiness },
    ...services(database),
    galera: galera(database),
    replication: replication(database),
    multiCluster: multiCluster(database),
    tls: tls(database),
    metrics: database.metrics ? { enabled: true } : undefined,
    bootstrapFrom: database.bootstrap && {
      s3: bucket(database.bootstrap),
      // A wrong word is not noticed, and the default is the other one.
      backupContentType: 'Physical',
      restoreJob: { resources: containerResources(database) },
    },
  };
}

function replication({
  asynchronous,
  multiCluster: among,
}: MariadbOperatorDatabasePlan): OperatorMariaDBSpec['replication'] {
  if (!asynchronous) return undefined;
  const { password, semiSync, newReplicasFrom } = asynchronous;
  return {
    enabled: true,
    gtidDomainId: among?.own.gtidDomainId,
    serverIdStartIndex: among?.own.serverId,
    semiSyncEnabled: semiSync,
    // What others can read before a replica has it may be gone after a failover.
    semiSyncWaitPoint: semiSync ? 'AfterSync' : undefined,
    syncBinlog: 1,
    replica: {
      replPasswordSecretKeyRef: { ...password },
      bootstrapFrom:
        newReplicasFrom === undefined ? undefined : { physicalBackupTemplateRef: { name: newReplicasFrom } },
    },
  };
}

function multiCluster({
  multiCluster: among,
}: MariadbOperatorDatabasePlan): OperatorMariaDBSpec['multiCluster'] {
  return (
    among && {
      enabled: true,
      primary: among.primary,
      members: among.members.map(({ name }) => ({ name, externalMariaDbRef: { name } })),
    }
  );
}
