import type { Field } from '../manifests/index.js';
import { quantity } from '../manifests/quantity.js';
import { upgradeOf } from '../plan/index.js';
import { isMapping } from '../yaml/mapping.js';
import type { Value } from '../yaml/read.js';
import { fieldAt, fieldChanges } from './fields.js';
import type { AlteredObject } from './model.js';

/** What KubeDB calls the ways in which it changes a database that runs. */
export type RequestType =
  | 'VolumeExpansion'
  | 'StorageMigration'
  | 'VerticalScaling'
  | 'Reconfigure'
  | 'ReconfigureTLS'
  | 'RotateAuth'
  | 'UpdateVersion'
  | 'HorizontalScaling';

/** One request (`MariaDBOpsRequest`, `PostgresOpsRequest`) by which KubeDB makes a change. */
export interface DatabaseRequest {
  readonly type: RequestType;
  /** Fields of the request's spec beside its type and its database; undefined when they cannot be told from the database alone. */
  readonly block: { readonly [key: string]: Value } | undefined;
}

/** A MariaDB or Postgres of KubeDB in both states. */
interface Sides {
  readonly object: AlteredObject;
  readonly container: 'mariadb' | 'postgres';
  readonly before: Field;
  readonly after: Field;
}

/**
 * The requests that a change of a KubeDB database takes, in the order in which they are safe: room before what needs it, settings before
 * a smaller memory and after a larger one, the version before options that are new and after others, members last. Fields that no request is for (leader election, kept WAL) are not among them.
 * Source: kubedb/apimachinery apis/ops/v1alpha1, pkg/webhooks/ops/v1alpha1.
 */
export function databaseRequests(object: AlteredObject): DatabaseRequest[] {
  const sides: Sides = {
    object,
    container: object.after.manifest.kind === 'MariaDB' ? 'mariadb' : 'postgres',
    before: object.before.manifest.root.at('spec'),
    after: object.after.manifest.root.at('spec'),
  };
  // Neither is for a request: kubedb/distributed-toggled and kubedb/frozen-field tell of them.
  if (fieldAt(object, 'spec', 'distributed') || fieldAt(object, 'spec', 'storageType')) return [];
  const settings = reconfigure(sides);
  const resources = verticalScaling(sides);
  const version = updateVersion(sides);
  const versionFirst = settings !== undefined && setsMore(sides);
  const found = [
    volumeExpansion(sides),
    storageMigration(sides),
    versionFirst ? version : undefined,
    ...(memoryShrinks(sides) ? [settings, resources] : [resources, settings]),
    encryption(sides),
    rotation(sides),
    versionFirst ? undefined : version,
    horizontalScaling(sides),
  ];
  return found.filter((request) => request !== undefined);
}

/** The request that brings a database to a version. */
export function versionRequest(version: string): DatabaseRequest {
  return { type: 'UpdateVersion', block: { updateVersion: { targetVersion: version } } };
}

/** None for one that is refused. */
function updateVersion({ before, after, container }: Sides): DatabaseRequest | undefined {
  const [from, to] = [before.at('version').text, after.at('version').text];
  if (from === undefined || to === undefined || from === to) return undefined;
  return upgradeOf(container, from, to).standing === 'allowed' ? versionRequest(to) : undefined;
}

function volumeExpansion({ before, after, container }: Sides): DatabaseRequest | undefined {
  const [old, young] = [before, after].map((spec) => spec.at('storage', 'resources', 'requests', 'storage'));
  const [from, to] = [quantity(old?.value)?.nano, quantity(young?.value)?.nano];
  if (from === undefined || to === undefined || to <= from) return undefined;
  return {
    type: 'VolumeExpansion',
    block: { volumeExpansion: { mode: 'Online', [container]: young?.value ?? null } },
  };
}

/** Its fields are not the same for both engines, and it wants a timeout. */
function storageMigration({ object }: Sides): DatabaseRequest | undefined {
  if (!fieldAt(object, 'spec', 'storage', 'storageClassName')) return undefined;
  return { type: 'StorageMigration', block: undefined };
}

function containerOf(spec: Field, name: string): Field | undefined {
  const containers = spec.at('podTemplate', 'spec', 'containers').items();
  return containers.find((container) => container.at('name').text === name);
}

function verticalScaling({ before, after, container }: Sides): DatabaseRequest | undefined {
  const [old, young] = [before, after].map((spec) => containerOf(spec, container)?.at('resources').value);
  if (fieldChanges(old ?? {}, young ?? {}).length === 0) return undefined;
  if (!isMapping(young)) return { type: 'VerticalScaling', block: undefined };
  return { type: 'VerticalScaling', block: { verticalScaling: { [container]: { resources: young } } } };
}

function memoryShrinks({ before, after, container }: Sides): boolean {
  const [from, to] = [before, after].map((spec) => {
    return quantity(containerOf(spec, container)?.at('resources', 'limits', 'memory').value)?.nano;
  });
  return from !== undefined && to !== undefined && to < from;
}

function reconfigure({ object, after }: Sides): DatabaseRequest | undefined {
  if (!fieldAt(object, 'spec', 'configuration') && !fieldAt(object, 'spec', 'configSecret')) return undefined;
  const inline = after.at('configuration', 'inline').value;
  const secret = after.at('configuration', 'secretName').text ?? after.at('configSecret', 'name').text;
  const configuration: { [key: string]: Value } = {};
  if (secret !== undefined) configuration['configSecret'] = { name: secret };
  if (isMapping(inline)) configuration['applyConfig'] = inline;
  if (Object.keys(configuration).length === 0) configuration['removeCustomConfig'] = true;
  return { type: 'Reconfigure', block: { configuration } };
}

/** Whether an option is set that was not before: the old release may not know it, and would not start with it. */
function setsMore({ before, after }: Sides): boolean {
  const changes = fieldChanges(
    before.at('configuration', 'inline').value,
    after.at('configuration', 'inline').value,
  );
  return changes.some(({ before: old, after: young }) => old === undefined && young !== undefined);
}

const encryptionFields = ['tls', 'requireSSL', 'sslMode', 'clientAuthMode'] as const;

function encryption({ object, after }: Sides): DatabaseRequest | undefined {
  if (!encryptionFields.some((name) => fieldAt(object, 'spec', name))) return undefined;
  const tls = after.at('tls').value;
  if (!isMapping(tls)) return { type: 'ReconfigureTLS', block: { tls: { remove: true } } };
  const block: { [key: string]: Value } = { ...tls };
  for (const name of encryptionFields.slice(1)) {
    const { value } = after.at(name);
    if (value !== undefined) block[name] = value;
  }
  return { type: 'ReconfigureTLS', block: { tls: block } };
}

function rotation({ object, before, after }: Sides): DatabaseRequest | undefined {
  // Left out it is the one that KubeDB makes.
  const own = `${object.after.manifest.name}-auth`;
  const [from, to] = [before, after].map((spec) => spec.at('authSecret', 'name').text ?? own);
  if (from === to) return undefined;
  const secret = after.at('authSecret', 'name').text;
  const block = secret === undefined ? undefined : { authentication: { secretRef: { name: secret } } };
  return { type: 'RotateAuth', block };
}

/** Of a single MariaDB none: it never becomes a member. A request for a Postgres says how standbys follow, or sets it back. */
function horizontalScaling({ object, before, after, container }: Sides): DatabaseRequest | undefined {
  const [from, to] = [before.at('replicas').number ?? 1, after.at('replicas').number ?? 1];
  if (from === to || !fieldAt(object, 'spec', 'replicas')) return undefined;
  if (container === 'postgres') {
    const standbyMode = after.at('standbyMode').text ?? 'Hot';
    const streamingMode = after.at('streamingMode').text ?? 'Asynchronous';
    const horizontalScaling = { replicas: to, standbyMode, streamingMode };
    return { type: 'HorizontalScaling', block: { horizontalScaling } };
  }
  if (from < 3 || to < 3) return undefined;
  return { type: 'HorizontalScaling', block: { horizontalScaling: { member: to } } };
}
