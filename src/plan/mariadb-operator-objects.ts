import { createHash } from 'node:crypto';
import {
  type Backup,
  canonicalSize,
  type MariadbOperator,
  milliseconds,
  type User,
} from '../topology/index.js';
import { collationOf } from './collation.js';
import type { DatabaseBase } from './database.js';
import { goDuration } from './go-duration.js';
import type {
  MultiClusterPlan,
  OperatorBackupPlan,
  OperatorBucketPlan,
  OperatorGrantPlan,
  OperatorSchemaPlan,
  OperatorUserPlan,
} from './mariadb-operator-plan.js';

/** Connections for the operator, the probes and an administrator. */
const reservedConnections = 5;
/** Those of the exporter. Source: mariadb-operator/mariadb-operator internal/controller/mariadb_controller_metrics.go */
const exporterConnections = 3;

/** Where the objects of one database belong. */
export interface ObjectsOf {
  /** Name of the MariaDB object. */
  readonly name: string;
  /** Folder of a bucket for what is one database in the topology; the members of a multi-cluster share it. */
  readonly folder: string;
  /** Folder below that, of a cluster of a fleet. */
  readonly below: string | undefined;
  readonly operator: MariadbOperator;
  readonly multiCluster: MultiClusterPlan | undefined;
}

/** Whether this cluster's server is where accounts and databases are made: those that follow another get them from there. */
function isWritten({ multiCluster }: ObjectsOf): boolean {
  return multiCluster?.isPrimary !== false;
}

/** The accounts, each with the connections that it may have. */
export function planUsers(of: ObjectsOf, { sizing }: Pick<DatabaseBase, 'sizing'>): OperatorUserPlan[] {
  if (!isWritten(of)) return [];
  const isMeasured = hasMetrics(of.operator);
  const reserved = reservedConnections + (isMeasured ? exporterConnections : 0);
  const most = Math.max(1, sizing.connections - reserved);
  return (of.operator.users ?? []).map((source) => {
    const objectName = objectNameOf(of.name, accountOf(source));
    return {
      objectName,
      host: source.host ?? '%',
      maxConnections: source.maxConnections ?? most,
      // Between clusters an object moves with the primary, and what it stands for stays.
      cleanup: of.multiCluster ? 'Skip' : 'Delete',
      grants: (source.grants ?? []).map((grant) => planGrant(objectName, grant)),
      connection: planConnection(source),
      source,
    };
  });
}

function accountOf({ name, host = '%' }: User): string[] {
  return host === '%' ? [name] : [name, host];
}

function planGrant(userObject: string, source: NonNullable<User['grants']>[number]): OperatorGrantPlan {
  const { database = '*', table = '*' } = source;
  const where = table === '*' ? [database] : [database, table];
  return {
    objectName: objectNameOf(
      userObject,
      where.map((part) => (part === '*' ? 'all' : part)),
    ),
    database,
    table,
    privileges: source.privileges,
    grantOption: source.grantOption ?? false,
    source,
  };
}

function planConnection({ connectionSecret, grants = [] }: User): OperatorUserPlan['connection'] {
  if (connectionSecret === undefined) return undefined;
  const first = grants.find(({ database = '*' }) => !/[*%_]/.test(database.replaceAll('\\_', '')));
  return { secret: connectionSecret, database: first?.database?.replaceAll('\\_', '_') };
}

/** The databases on the server. */
export function planSchemas(of: ObjectsOf): OperatorSchemaPlan[] {
  if (!isWritten(of)) return [];
  return (of.operator.databases ?? []).map((source) => {
    const characterSet = source.characterSet ?? 'utf8mb4';
    return {
      objectName: objectNameOf(of.name, [source.name]),
      name: source.name,
      characterSet,
      collation: source.collation ?? collationOf(characterSet),
      source,
    };
  });
}

/** The scheduled backups: between clusters the primary alone is backed up. */
export function planBackups(of: ObjectsOf, storageClass: string | undefined): OperatorBackupPlan[] {
  if (!isWritten(of)) return [];
  const { name, operator } = of;
  return (operator.backups ?? []).map((source) => ({
    objectName: `${name}-${source.name}`,
    kind: source.kind ?? 'physical',
    schedule: source.schedule,
    retention: goDuration(milliseconds(source.retention ?? '30d') / 1000),
    bucket: planBucket(of, source),
    volume: source.volume && {
      size: canonicalSize(source.volume.size),
      storageClass: source.volume.storageClass ?? storageClass,
    },
    source,
  }));
}

/**
 * A folder of its own for each backup: the operator deletes what is old in a folder, whoever wrote it. The members of a
 * multi-cluster share theirs, since only the primary writes, and where a member got its first data must never change.
 */
function planBucket({ folder, below }: ObjectsOf, { name, s3 }: Backup): OperatorBucketPlan | undefined {
  if (!s3) return undefined;
  const said = s3.prefix ?? `${folder}/${name}`;
  return {
    bucket: s3.bucket,
    prefix: below === undefined ? said : `${said}/${below}`,
    endpoint: s3.endpoint,
    region: s3.region,
    tls: s3.tls ?? true,
    accessKeyId: { name: s3.accessKeyId.name, key: s3.accessKeyId.key ?? 'password' },
    secretAccessKey: { name: s3.secretAccessKey.name, key: s3.secretAccessKey.key ?? 'password' },
  };
}

/**
 * Where the members of a multi-cluster get their first data: the first physical backup in a bucket. The first member is the
 * one that has data of its own. It never gets a source, whoever is the primary: the operator would find its volumes, and
 * leave it alone from then on.
 */
export function planBootstrap(of: ObjectsOf): OperatorBucketPlan | undefined {
  const { operator, multiCluster } = of;
  if (!multiCluster || multiCluster.own === multiCluster.members[0]) return undefined;
  const source = operator.backups?.find(
    ({ kind = 'physical', s3 }) => kind === 'physical' && s3 !== undefined,
  );
  return source && planBucket(of, source);
}

function objectNameOf(owner: string, parts: readonly string[]): string {
  return [owner, ...parts.map(objectPart)].join('-');
}

/** A name of SQL as part of the name of an object. */
export function objectPart(name: string): string {
  const part = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return part === '' ? createHash('sha256').update(name).digest('hex').slice(0, 8) : part;
}

/** Whether the exporter runs: `metrics` alone asks for it. */
export function hasMetrics({ metrics }: MariadbOperator): boolean {
  return metrics !== undefined && metrics.enabled !== false;
}
