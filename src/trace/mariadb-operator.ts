import type { MariadbOperatorDatabasePlan, OperatorBackupPlan } from '../plan/index.js';
import { at, below, head, probes, resources, stopTime } from './common.js';
import { atHome, type DatabaseContext, inDatabase } from './context.js';
import { exposed } from './galera.js';
import { optionFormula, partFormula } from './options.js';
import type { Steps } from './place.js';
import { type Field, fixed, made, said, type Table } from './table.js';
import { placementWords, startWords } from './words.js';

type Context = DatabaseContext<MariadbOperatorDatabasePlan>;

const asOperator = (...steps: Steps) => at('mariadbOperator', ...steps);

/** Name of the MariaDB object: between clusters each has its own. */
const objectName = made<Context>(
  ({ database }) =>
    database.multiCluster ? 'NAME-CLUSTER: between clusters each has a name of its own' : undefined,
  at('name'),
);

const cluster = (context: Context, field: string): Steps => atHome(context, field);

const scheduling: Table<Context> = {
  'nodeSelector.*': said((context, { wild }) => [
    inDatabase(context, 'scheduling', 'nodeSelector', String(wild.at(-1))),
  ]),
  'tolerations[].*': said((context, { wild }) => [
    inDatabase(context, 'scheduling', 'tolerations', Number(wild.at(-2)), String(wild.at(-1))),
  ]),
  priorityClassName: said(at('scheduling', 'priorityClassName')),
  'imagePullSecrets[].name': said(at('imagePullSecrets')),
};

/** Where one of a cluster’s members stands in the topology. */
function memberOf(field: string) {
  return (context: Context, { wild: [index], root }: Field): Steps[] => {
    const { name } = (root as { metadata?: { name?: string } }).metadata ?? {};
    const members = context.database.multiCluster?.members ?? [];
    const at = typeof index === 'number' ? index : members.findIndex((member) => member.name === name);
    return [inDatabase(context, 'mariadbOperator', 'multiCluster', 'members', Math.max(0, at), field)];
  };
}

/** The index of this cluster among the members. */
function own(field: string) {
  return (context: Context): Steps[] => {
    const { multiCluster } = context.database;
    const at = multiCluster ? multiCluster.members.indexOf(multiCluster.own) : 0;
    return [inDatabase(context, 'mariadbOperator', 'multiCluster', 'members', at, field)];
  };
}

const identities: Table<Context> = {
  gtidDomainId: { of: own('gtidDomainId'), unsaid: '0, 10, 20 … in the order of the members' },
  '{serverId,serverIdStartIndex}': {
    of: own('serverId'),
    unsaid: '10, 20, 30 … in the order of the members',
  },
  'replPasswordSecretKeyRef.name': {
    of: asOperator('multiCluster', 'replicationPasswordSecret', 'name'),
    unsaid: 'NAME-repl-password',
  },
  'replPasswordSecretKeyRef.key': {
    of: asOperator('multiCluster', 'replicationPasswordSecret', 'key'),
    unsaid: 'password',
  },
  'replPasswordSecretKeyRef.generate': made(
    'the operator makes it up, but between clusters, where it must be the same',
  ),
};

const timeout = made<Context>(
  ({ database }) =>
    `longer than a start, which takes up to ${startWords(database)}; in whole minutes, at least 5`,
);

const galera: Table<Context> = {
  sst: { of: asOperator('sst'), unsaid: 'mariabackup: it does not block its donor' },
  availableWhenDonor: {
    of: asOperator('availableWhenDonor'),
    unsaid: 'true with mariabackup, which does not block its donor',
  },
  galeraLibPath: made('where the image has it', (context) => [inDatabase(context, 'image')]),
  replicaThreads: made('wsrep_slave_threads: four for each core', at('resources', 'cpu')),
  'providerOptions.*': made(({ database }, { wild }) => {
    const key = String(wild.at(-1));
    const setting = database.sizing.settings.find(({ option }) => option === 'wsrep_provider_options');
    return partFormula(database, key, setting?.why);
  }),
  ...below('{initJob,recovery}.resources.{requests,limits}', resources),
  ...below('recovery.job.resources.{requests,limits}', resources),
  'recovery.clusterBootstrapTimeout': made(
    ({ database }) => `${database.replicas} times podSyncTimeout, at least 10 minutes`,
  ),
  'recovery.{podSyncTimeout,podRecoveryTimeout}': timeout,
  'recovery.forceClusterBootstrapInPod': made('NAME-ORDINAL', asOperator('forceBootstrap', 'ordinal')),
  ...identities,
  'recovery.enabled': made('beside anything else, an enabled that is not said switches recovery off'),
  'config.reuseStorageVolume': made('the second volume would be of the cluster’s default class'),
  enabled: made(
    'galera, which MariaDB is with more than one replica unless replication says otherwise',
    at('replication'),
  ),
};

const replication: Table<Context> = {
  ...identities,
  semiSyncEnabled: made('a commit waits for a replica, but not between clusters'),
  semiSyncWaitPoint: made('what others read before a replica has it may be gone after a failover'),
  'replica.replPasswordSecretKeyRef.name': identities['replPasswordSecretKeyRef.name'] ?? {},
  'replica.replPasswordSecretKeyRef.key': identities['replPasswordSecretKeyRef.key'] ?? {},
  'replica.replPasswordSecretKeyRef.generate': identities['replPasswordSecretKeyRef.generate'] ?? {},
  'replica.bootstrapFrom.**': made(
    'the first physical backup: by its pattern data is copied to a new replica',
  ),
  '**': made('a primary and replicas that follow it', at('replication')),
};

const bucket: Table<Context> = {
  prefix: made('NAMESPACE/NAME/BACKUP unless said; each cluster of a fleet has a folder of its own below it'),
  'tls.enabled': { says: () => 'https, unless said' },
  '**': made(() => undefined),
};

const tls: Table<Context> = {
  enabled: { of: at('tls', 'enabled'), unsaid: 'true: the operator signs certificates itself' },
  required: { of: at('tls', 'required'), unsaid: 'false' },
  galeraSSTEnabled: made('full copies are encrypted with mariabackup, which alone can', asOperator('sst')),
  '{serverCertIssuerRef,clientCertIssuerRef}.name': said(at('tls', 'issuer', 'name')),
  '{serverCertIssuerRef,clientCertIssuerRef}.kind': said(at('tls', 'issuer', 'kind'), 'Issuer'),
  '{serverCASecretRef,serverCertSecretRef,clientCASecretRef,clientCertSecretRef}.name': said(
    at('tls', 'secret'),
  ),
  'serverCertAdditionalNames[]': made('the names under which others reach it', (context) => [
    ...own('host')(context),
    ...at('service', 'address')(context),
  ]),
};

/** MariaDB of mariadb-operator. */
export const mariadb: Table<Context> = {
  'metadata.name': objectName,
  'spec.image': {
    of: (context) => [inDatabase(context, 'image'), inDatabase(context, 'version')],
    says: ({ database: { source } }) =>
      source.image === undefined && source.version !== undefined
        ? 'the official image of that version'
        : undefined,
    unsaid: 'what the operator takes when none is named',
  },
  'spec.rootPasswordSecretKeyRef.name': { of: at('rootPasswordSecret', 'name'), unsaid: 'NAME-root' },
  'spec.rootPasswordSecretKeyRef.key': { of: at('rootPasswordSecret', 'key'), unsaid: 'password' },
  'spec.rootPasswordSecretKeyRef.generate': {
    of: at('rootPasswordSecret'),
    says: () => 'the operator makes it up where no secret is named',
  },
  'spec.replicas': made(({ database }) => `${database.replicas} = ${placementWords(database)}`),
  'spec.storage.size': said(at('storage', 'size')),
  'spec.storage.storageClassName': {
    of: (context) => [inDatabase(context, 'storage', 'storageClass'), cluster(context, 'storageClass')],
    says: () => 'the class of the database, or else that of the cluster',
  },
  'spec.storage.resizeInUseVolumes': made(
    'false where the class is local-path, which cannot grow, and on k3s without a class',
    (context) => [cluster(context, 'storageClass'), cluster(context, 'distribution')],
  ),
  ...below('spec.resources.{requests,limits}', resources),
  'spec.myCnf.**': { says: ({ database }, field) => optionFormula(database, field) },
  'spec.env[].name': made(
    'set beside the sizes that are chosen: the allocator’s own figure grows with the cores of the node',
  ),
  'spec.env[].value': made('arenas of the allocator, by the memory: the server’s sizes count on it'),
  'spec.affinity.antiAffinityEnabled': made(
    'never two on a node: spread.node DoNotSchedule, which it is unless said',
    at('spread', 'node'),
  ),
  'spec.topologySpreadConstraints[].whenUnsatisfiable': {
    of: (context) => [inDatabase(context, 'spread', 'zone'), cluster(context, 'zones')],
    says: ({ database: { source } }) =>
      source.spread?.zone === undefined
        ? 'DoNotSchedule with three zones or more, or two with survive: zone; else ScheduleAnyway'
        : undefined,
  },
  'spec.topologySpreadConstraints[].labelSelector.**': objectName,
  'spec.topologySpreadConstraints[].**': made(
    'over the zones that the cluster lists, and over nodes where nothing keeps replicas apart',
    (context) => [cluster(context, 'zones')],
  ),
  ...below('spec', scheduling),
  'spec.podDisruptionBudget.maxUnavailable': made(
    'one at a time, where there are several: a share would be rounded up',
  ),
  'spec.updateStrategy.type': made(
    'ReplicasFirstPrimaryLast for several; a server alone would never get the change that mends it',
  ),
  'spec.updateStrategy.autoUpdateDataPlane': made(
    'the agent of one release does not understand the operator of the next',
  ),
  'spec.terminationGracePeriodSeconds': stopTime,
  ...below('spec', probes),
  ...below('spec.{service,primaryService}.metadata', {
    'annotations.*': exposed['annotations.*'] ?? {},
  } as Table<Context>),
  ...below('spec.{service,primaryService}', exposed as Table<Context>),
  ...below('spec.galera', galera),
  ...below('spec.replication', replication),
  'spec.multiCluster.primary': made('NAME-CLUSTER', asOperator('multiCluster', 'primary')),
  'spec.multiCluster.members[].**': made('NAME-CLUSTER', memberOf('cluster')),
  'spec.multiCluster.enabled': made('true: the database spans clusters', asOperator('multiCluster')),
  ...below('spec.tls', tls),
  'spec.metrics.enabled': said(asOperator('metrics', 'enabled'), 'true where metrics is said'),
  ...below('spec.bootstrapFrom.restoreJob.resources.{requests,limits}', resources),
  ...below('spec.bootstrapFrom.s3', bucket),
  'spec.bootstrapFrom.**': made(
    'the first physical backup of the primary: where a member gets its first data',
  ),
  ...head,
};

/** ExternalMariaDB: how a member is reached. */
export const externalMariadb: Table<Context> = {
  'metadata.name': made('NAME-CLUSTER', memberOf('cluster')),
  'spec.host': said(memberOf('host')),
  'spec.port': { of: memberOf('port'), unsaid: '3306' },
  'spec.username': fixed('the members know each other by root'),
  'spec.passwordSecretKeyRef.name': { of: at('rootPasswordSecret', 'name'), unsaid: 'NAME-root' },
  'spec.passwordSecretKeyRef.key': { of: at('rootPasswordSecret', 'key'), unsaid: 'password' },
  'spec.tls.enabled': { of: at('tls', 'enabled'), unsaid: 'true, as the database itself' },
  'spec.tls.serverCASecretRef.name': {
    of: at('tls', 'secret'),
    unsaid: 'NAME-CLUSTER-ca-bundle: the operator’s own authority',
  },
  'spec.tls.mutual': fixed(
    'servers of other clusters refuse a client’s certificate of an authority that they do not know',
  ),
  ...head,
};

const reference: Table<Context> = { 'spec.mariaDbRef.name': objectName, ...head };

function userOf({ database }: Context, pointer: string): number {
  const [, name] = /\.users\[([^\]]*)\]/.exec(pointer) ?? [];
  return (database.source.mariadbOperator?.users ?? []).findIndex((user) => user.name === name);
}

function inUser(...steps: Steps) {
  return (context: Context): Steps[] => {
    const index = userOf(context, context.object.pointer);
    return [inDatabase(context, 'mariadbOperator', 'users', Math.max(0, index), ...steps)];
  };
}

/** User: an account of the server. */
export const user: Table<Context> = {
  'metadata.name': made('MARIADB-ACCOUNT, with the host where one is said', inUser('name')),
  'spec.name': said(inUser('name')),
  'spec.host': { of: inUser('host'), unsaid: '%: from anywhere' },
  'spec.passwordSecretKeyRef.name': said(inUser('passwordSecret', 'name')),
  'spec.passwordSecretKeyRef.key': { of: inUser('passwordSecret', 'key'), unsaid: 'password' },
  'spec.maxUserConnections': {
    of: inUser('maxConnections'),
    unsaid:
      'max_connections less 5 for the operator and an administrator, and 3 for the exporter where it runs',
  },
  'spec.cleanupPolicy': made('Delete; between clusters Skip, since the object moves with the primary'),
  ...reference,
};

/** Steps to a field of the grant that an object is made of. */
function inGrant(...steps: Steps) {
  return (context: Context): Steps[] => {
    const grants = context.database.users.flatMap((each) => each.grants.map((grant) => ({ each, grant })));
    const own = grants.find(({ grant }) => grant.objectName === context.object.name);
    const index = own ? (own.each.source.grants ?? []).indexOf(own.grant.source) : 0;
    return inUser('grants', index, ...steps)(context);
  };
}

/** Grant: privileges of an account. */
export const grant: Table<Context> = {
  'metadata.name': made('USER-DATABASE, with the table where one is said', inGrant('database')),
  'spec.username': said(inUser('name')),
  'spec.host': { of: inUser('host'), unsaid: '%: from anywhere' },
  'spec.database': { of: inGrant('database'), unsaid: '*: all of them' },
  'spec.table': { of: inGrant('table'), unsaid: '*: all of them' },
  'spec.grantOption': { of: inGrant('grantOption'), unsaid: 'false: not to be passed on' },
  'spec.privileges[]': said(inGrant('privileges')),
  'spec.cleanupPolicy': made('Delete; between clusters Skip, since the object moves with the primary'),
  ...reference,
};

/** Connection: the secret with a connection string. */
export const connection: Table<Context> = {
  'metadata.name': made('MARIADB-ACCOUNT, with the host where one is said', inUser('name')),
  'spec.username': said(inUser('name')),
  'spec.passwordSecretKeyRef.name': said(inUser('passwordSecret', 'name')),
  'spec.passwordSecretKeyRef.key': { of: inUser('passwordSecret', 'key'), unsaid: 'password' },
  'spec.secretName': said(inUser('connectionSecret')),
  'spec.database': made('the first database that is granted by its name'),
  'spec.secretTemplate.*': fixed('the keys under which the secret has the parts of the address'),
  ...reference,
};

function schemaOf(...steps: Steps) {
  return (context: Context): Steps[] => {
    const [, name] = /\.databases\[([^\]]*)\]$/.exec(context.object.pointer) ?? [];
    const all = context.database.source.mariadbOperator?.databases ?? [];
    const index = all.findIndex((each) => each.name === name);
    return [inDatabase(context, 'mariadbOperator', 'databases', Math.max(0, index), ...steps)];
  };
}

/** Database: one that the operator creates. */
export const schema: Table<Context> = {
  'metadata.name': made('MARIADB-DATABASE', schemaOf('name')),
  'spec.name': said(schemaOf('name')),
  'spec.characterSet': {
    of: schemaOf('characterSet'),
    unsaid: 'utf8mb4: the operator’s own default holds no emoji',
  },
  'spec.collate': { of: schemaOf('collation'), unsaid: 'MariaDB’s default for the character set' },
  'spec.cleanupPolicy': fixed('an object that left the repository must not take the data along'),
  ...reference,
};

function backupOf({ database, object }: Context): OperatorBackupPlan | undefined {
  return database.backups.find(({ objectName: name }) => name === object.name);
}

function inBackup(...steps: Steps) {
  return (context: Context): Steps[] => {
    const source = backupOf(context)?.source;
    const index = source ? (context.database.source.mariadbOperator?.backups ?? []).indexOf(source) : 0;
    return [inDatabase(context, 'mariadbOperator', 'backups', index, ...steps)];
  };
}

/** Backup and PhysicalBackup. */
export const backup: Table<Context> = {
  'metadata.name': made('MARIADB-BACKUP', inBackup('name')),
  'spec.schedule.cron': said(inBackup('schedule')),
  'spec.schedule.immediate': fixed('the first at once: what does not work is seen on the first day'),
  'spec.target': fixed('a single server has no replica, and none ready must not mean no backup'),
  'spec.timeZone': said(inBackup('timeZone')),
  'spec.maxRetention': { of: inBackup('retention'), unsaid: '30 days' },
  'spec.storage.s3.bucket': said(inBackup('s3', 'bucket')),
  'spec.storage.s3.prefix': {
    of: inBackup('s3', 'prefix'),
    unsaid: 'NAMESPACE/NAME/BACKUP; each cluster of a fleet has a folder of its own below it',
  },
  'spec.storage.s3.endpoint': said(inBackup('s3', 'endpoint')),
  'spec.storage.s3.region': said(inBackup('s3', 'region')),
  'spec.storage.s3.tls.enabled': { of: inBackup('s3', 'tls'), unsaid: 'true' },
  'spec.storage.s3.accessKeyIdSecretKeyRef.name': said(inBackup('s3', 'accessKeyId', 'name')),
  'spec.storage.s3.accessKeyIdSecretKeyRef.key': {
    of: inBackup('s3', 'accessKeyId', 'key'),
    unsaid: 'password',
  },
  'spec.storage.s3.secretAccessKeySecretKeyRef.name': said(inBackup('s3', 'secretAccessKey', 'name')),
  'spec.storage.s3.secretAccessKeySecretKeyRef.key': {
    of: inBackup('s3', 'secretAccessKey', 'key'),
    unsaid: 'password',
  },
  'spec.storage.persistentVolumeClaim.storageClassName': {
    of: (context) => [
      ...inBackup('volume', 'storageClass')(context),
      inDatabase(context, 'storage', 'storageClass'),
      cluster(context, 'storageClass'),
    ],
    says: () => 'the class of the backup’s volume, or else that of the database, or of the cluster',
  },
  'spec.storage.persistentVolumeClaim.resources.requests.storage': said(inBackup('volume', 'size')),
  'spec.storage.persistentVolumeClaim.accessModes[]': fixed('a volume that one job mounts'),
  ...below('spec', scheduling),
  ...reference,
};
