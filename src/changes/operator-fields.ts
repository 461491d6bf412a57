import type { Field } from '../manifests/index.js';
import { isMapping } from '../yaml/mapping.js';
import type { Value } from '../yaml/read.js';
import { fieldAt } from './fields.js';
import type { ObjectChange } from './model.js';
import { canonical } from './values.js';

/** When the webhook refuses a change of a field. */
export type Immutability =
  /** Any change, also from nothing to something: `inmutable`. */
  | 'always'
  /** Once it was set: `inmutableinit`. */
  | 'once-set';

/** A field that nobody may change. */
export interface ImmutableField {
  /** Names from the spec down. */
  readonly path: readonly string[];
  readonly when: Immutability;
  /** Where a topology says it, from the database down; undefined for what the object itself comes from. */
  readonly place: string | undefined;
  /** What the operator writes into the object when nothing is said: from then on it was set. */
  readonly persisted: ((name: string) => Value) | undefined;
  /** What the API server writes into the object when nothing is said, whoever sends it. */
  readonly standard: Value | undefined;
}

function field(
  path: string,
  when: Immutability,
  place?: string,
  persisted?: (name: string) => Value,
): ImmutableField {
  return { path: path.split('.'), when, place, persisted, standard: undefined };
}

/** A field with a default in the CRD. Of a mapping that is given, what it leaves out. */
function defaulted(path: string, standard: Value, when: Immutability = 'always'): ImmutableField {
  return { ...field(path, when), standard };
}

const ref = defaulted('mariaDbRef', { waitForIt: true });

const members = '.mariadbOperator.multiCluster.members';
const backups = '.mariadbOperator.backups';

/** Source: mariadb-operator/mariadb-operator api/v1alpha1, tags `webhook:"inmutable"` and `webhook:"inmutableinit"` */
const byKind: Readonly<Record<string, readonly ImmutableField[]>> = {
  MariaDB: [
    field('affinity.antiAffinityEnabled', 'always', '.spread.node'),
    field('priorityClassName', 'always', '.scheduling.priorityClassName'),
    field('storage.storageClassName', 'always', '.storage.storageClass'),
    field('database', 'always', ''),
    field('username', 'always', ''),
    field('timeZone', 'always', ''),
    field('connection', 'always', ''),
    field('primaryConnection', 'always', ''),
    field('secondaryConnection', 'always', ''),
    field('galera.gtidDomainId', 'always', members),
    field('galera.serverId', 'always', members),
    field('replication.gtidDomainId', 'always', members),
    field('replication.serverIdStartIndex', 'always', members),
    field('bootstrapFrom.targetRecoveryTime', 'always', backups),
    field('bootstrapFrom.stagingStorage', 'always', backups),
    field('metrics.exporter.priorityClassName', 'always', '.mariadbOperator.metrics'),
    field('rootPasswordSecretKeyRef', 'once-set', '.rootPasswordSecret', (name) => ({
      name: `${name}-root`,
      key: 'password',
      generate: true,
    })),
    // Beside the Secret that the operator has written into the object it is refused.
    field('rootEmptyPassword', 'once-set', '', () => false),
    field('serviceAccountName', 'once-set', '', (name) => name),
    field('storage.ephemeral', 'once-set', '.storage', () => false),
    field('metrics.username', 'once-set', '.mariadbOperator.metrics', (name) => `${name}-metrics`),
    field('galera.config.reuseStorageVolume', 'once-set', '', () => false),
    field('galera.config.volumeClaimTemplate', 'once-set', ''),
    ...['backupRef', 'volumeSnapshotRef', 'backupContentType', 's3', 'azureBlob', 'volume'].map((name) =>
      field(`bootstrapFrom.${name}`, 'once-set', backups),
    ),
  ],
  User: [ref, field('name', 'always'), field('host', 'always')],
  Database: [
    ref,
    field('name', 'always'),
    defaulted('characterSet', 'utf8'),
    defaulted('collate', 'utf8_general_ci'),
  ],
  Grant: [
    ref,
    defaulted('database', '*'),
    defaulted('table', '*'),
    ...['username', 'host', 'grantOption'].map((name) => field(name, 'always')),
  ],
  Connection: [field('secretName', 'once-set')],
  Backup: [
    ref,
    field('storage', 'always'),
    field('stagingStorage', 'always'),
    defaulted('restartPolicy', 'OnFailure'),
    field('maxRetention', 'once-set', undefined, () => '720h'),
  ],
  PhysicalBackup: [
    ref,
    field('storage', 'always'),
    field('stagingStorage', 'always'),
    field('schedule.cron', 'always'),
  ],
  Restore: [
    ref,
    ...['backupRef', 's3', 'volume'].map((name) => field(name, 'once-set')),
    defaulted('restartPolicy', 'OnFailure'),
  ],
  SqlJob: [
    ref,
    ...['username', 'passwordSecretKeyRef', 'database', 'dependsOn', 'sql'].map((name) =>
      field(name, 'always'),
    ),
    field('sqlConfigMapKeyRef', 'once-set'),
    defaulted('restartPolicy', 'OnFailure'),
  ],
  MaxScale: [ref, field('admin.port', 'always'), field('monitor.module', 'once-set')],
};

/** Kinds with fields that nobody may change. */
export const immutableKinds = Object.keys(byKind);

/** The fields of a kind that nobody may change. */
export function immutableFieldsOf(kind: string): readonly ImmutableField[] {
  return byKind[kind] ?? [];
}

/** The two values of a change that the webhook refuses. */
export interface Refused {
  readonly from: Value | undefined;
  readonly to: Value | undefined;
}

/**
 * What the webhook refuses about a field. It walks down a part only where the part was there and stays, so that a part which comes or goes
 * as a whole takes its fields along; and it compares with the object as the operator has completed it.
 */
export function refusedChange(
  object: ObjectChange,
  { path, when, persisted, standard }: ImmutableField,
): Refused | undefined {
  const { before, after } = object;
  if (!before || !after) return undefined;
  const [old, young] = [before.manifest.root.at('spec'), after.manifest.root.at('spec')];
  const parents = persisted ? path.slice(0, Math.min(1, path.length - 1)) : path.slice(0, -1);
  for (let depth = 1; depth <= parents.length; depth += 1) {
    const parent = parents.slice(0, depth);
    if (!isThere(old.at(...parent)) || !isThere(young.at(...parent))) return undefined;
  }
  const to = completed(givenAt(young, path), standard);
  const from = completed(givenAt(old, path), standard) ?? persisted?.(before.manifest.name);
  if (when === 'once-set' && isZero(from)) return undefined;
  // Where Git never said anything the operator’s stays; what Git takes out is gone.
  if (to === undefined && persisted && givenAt(old, path) === undefined) return undefined;
  if (canonical(plain(from)) === canonical(plain(to))) return undefined;
  if (givenAt(old, path) !== undefined && !fieldAt(object, 'spec', ...path)) return undefined;
  return { from, to };
}

function givenAt(spec: Field, path: readonly string[]): Value | undefined {
  const found = spec.at(...path);
  return found.given ? found.value : undefined;
}

/** A value with what the API server adds to it. */
function completed(value: Value | undefined, standard: Value | undefined): Value | undefined {
  if (value === undefined) return isMapping(standard) ? undefined : standard;
  return isMapping(value) && isMapping(standard) ? { ...standard, ...value } : value;
}

function isThere(part: Field): boolean {
  return isMapping(part.value) && Object.keys(part.value).length > 0;
}

function isZero(value: Value | undefined): boolean {
  return (
    value === undefined || value === null || value === '' || (isMapping(value) && !Object.keys(value).length)
  );
}

/** Without the values that mean nothing in a structure of Go. */
function plain(value: Value | undefined): Value | undefined {
  if (!isMapping(value)) return value;
  const entries = Object.entries(value)
    .map(([name, each]) => [name, plain(each) ?? null] as const)
    .filter(([, each]) => each !== null && each !== false && each !== '' && each !== 0);
  return Object.fromEntries(entries);
}
