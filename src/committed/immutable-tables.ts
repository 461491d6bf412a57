/** When a change of a field is refused. */
export type Immutability =
  /** Any change, also from nothing to something. */
  | 'always'
  /** Once it was set. */
  | 'once-set'
  /** A quantity that gets smaller. */
  | 'shrinking';

/** A field of an object that nobody may change. */
export interface ImmutableField {
  /** Names from the object down, joined by dots. */
  readonly path: string;
  readonly when: Immutability;
  /** Where a topology says it: names from the database down. The database itself when nothing of it is there. */
  readonly place: string;
}

const field = (path: string, when: Immutability, place: string): ImmutableField => ({ path, when, place });

const backups = 'mariadbOperator.backups';
const users = 'mariadbOperator.users';
const members = 'mariadbOperator.multiCluster.members';

/**
 * Fields that the operator's webhook refuses to change, of the kinds and fields that are written here.
 * Source: mariadb-operator/mariadb-operator api/v1alpha1, tags `webhook:"inmutable"` and `webhook:"inmutableinit"`
 */
const ofOperator: Readonly<Record<string, readonly ImmutableField[]>> = {
  MariaDB: [
    field('spec.affinity.antiAffinityEnabled', 'always', 'spread.node'),
    field('spec.priorityClassName', 'always', 'scheduling.priorityClassName'),
    field('spec.storage.storageClassName', 'always', 'storage.storageClass'),
    field('spec.storage.size', 'shrinking', 'storage.size'),
    field('spec.rootPasswordSecretKeyRef', 'once-set', 'rootPasswordSecret'),
    field('spec.galera.config.reuseStorageVolume', 'once-set', 'provider'),
    field('spec.galera.gtidDomainId', 'always', members),
    field('spec.galera.serverId', 'always', members),
    field('spec.replication.gtidDomainId', 'always', members),
    field('spec.replication.serverIdStartIndex', 'always', members),
    field('spec.bootstrapFrom.s3', 'once-set', backups),
    field('spec.bootstrapFrom.backupContentType', 'once-set', backups),
  ],
  User: [
    field('spec.mariaDbRef', 'always', users),
    field('spec.name', 'always', users),
    field('spec.host', 'always', users),
  ],
  Database: [
    field('spec.mariaDbRef', 'always', 'mariadbOperator.databases'),
    field('spec.name', 'always', 'mariadbOperator.databases'),
    field('spec.characterSet', 'always', 'mariadbOperator.databases'),
    field('spec.collate', 'always', 'mariadbOperator.databases'),
  ],
  Grant: ['mariaDbRef', 'database', 'table', 'username', 'host', 'grantOption'].map((name) =>
    field(`spec.${name}`, 'always', users),
  ),
  Connection: [field('spec.secretName', 'once-set', users)],
  Backup: [
    field('spec.mariaDbRef', 'always', backups),
    field('spec.storage', 'always', backups),
    field('spec.maxRetention', 'once-set', backups),
  ],
  PhysicalBackup: [
    field('spec.mariaDbRef', 'always', backups),
    field('spec.storage', 'always', backups),
    field('spec.schedule.cron', 'always', backups),
  ],
};

/** What the API server lets nobody change of a StatefulSet; its claims are compared one by one. */
const ofApps: Readonly<Record<string, readonly ImmutableField[]>> = {
  StatefulSet: [
    field('spec.serviceName', 'always', 'name'),
    field('spec.podManagementPolicy', 'always', 'name'),
    field('spec.selector', 'always', 'name'),
  ],
};

const byApiVersion: Readonly<Record<string, Readonly<Record<string, readonly ImmutableField[]>>>> = {
  'k8s.mariadb.com/v1alpha1': ofOperator,
  'apps/v1': ofApps,
};

/** The immutable fields of a kind; none for one of which none is known. */
export function immutableFields(apiVersion: unknown, kind: unknown): readonly ImmutableField[] {
  const kinds = own(byApiVersion, apiVersion);
  return (kinds && own(kinds, kind)) ?? [];
}

/** Kinds with immutable fields, as the names of files begin. */
export const immutableKinds: ReadonlySet<string> = new Set(
  Object.values(byApiVersion).flatMap((kinds) => Object.keys(kinds).map((kind) => kind.toLowerCase())),
);

function own<T>(table: Readonly<Record<string, T>>, key: unknown): T | undefined {
  return typeof key === 'string' && Object.hasOwn(table, key) ? table[key] : undefined;
}
