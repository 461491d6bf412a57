import type { Field } from '../manifests/index.js';
import type { Backup, Database, MariadbOperator, Probe, SecretKey, User } from '../topology/index.js';
import { durationOf, sizeOf } from './amounts.js';
import { copyOf } from './copy.js';
import { groups, identityOf } from './kinds.js';
import { readResources } from './kubedb.js';
import { textsOf } from './kubeslice.js';
import type { GivenObject } from './model.js';
import { joinMembers } from './multi-cluster.js';
import { put } from './origins.js';
import type { DatabaseEntry, EntryItem, Reading } from './reading.js';
import { type GivenSetting, readServerText, type ServerText } from './server-text.js';
import { readService } from './service.js';

/** The databases of mariadb-operator with what is made on their servers. */
export function readMariadbOperator(reading: Reading): void {
  const beside = besideOf(reading);
  const entries = reading.of('MariaDB', groups.operator).map((given) => {
    const others = beside.get(`${given.cluster}\0${given.namespace ?? ''}\0${given.name}`) ?? [];
    return readOne(reading, given, others);
  });
  for (const entry of joinMembers(reading, entries)) reading.entries.push(entry);
}

const besideKinds = ['User', 'Grant', 'Database', 'Connection', 'Backup', 'PhysicalBackup'] as const;

/** Objects that refer to a database, by the database. */
function besideOf(reading: Reading): ReadonlyMap<string, readonly GivenObject[]> {
  const found = new Map<string, GivenObject[]>();
  for (const kind of besideKinds) {
    for (const object of reading.of(kind, groups.operator)) {
      const reference = object.root.at('spec', 'mariaDbRef');
      const namespace = reference.at('namespace').text ?? object.namespace ?? '';
      if (namespace !== object.namespace) continue;
      const key = `${object.cluster}\0${namespace}\0${reference.at('name').text ?? ''}`;
      const known = found.get(key);
      if (known) known.push(object);
      else found.set(key, [object]);
    }
  }
  return found;
}

function readOne(reading: Reading, given: GivenObject, beside: readonly GivenObject[]): DatabaseEntry {
  const { root, name, namespace = 'default', cluster } = given;
  const spec = root.at('spec');
  const storage = spec.at('storage');
  const claim = storage.at('volumeClaimTemplate');
  const size = storage.at('size').given ? storage.at('size') : claim.at('resources', 'requests', 'storage');
  const storageClass = storage.at('storageClassName').given
    ? storage.at('storageClassName')
    : claim.at('storageClassName');
  const replicas = spec.at('replicas');
  if (storage.at('resizeInUseVolumes').flag === false && !storageClass.given) {
    // Without a class only that of K3s cannot make a volume larger.
    put(reading.cluster(cluster), 'distribution', 'k3s', storage.at('resizeInUseVolumes'));
  }
  const database: Database = {
    name,
    namespace,
    provider: 'mariadb-operator',
    engine: 'mariadb',
    placement: [{ cluster, replicas: replicas.number ?? 1 }],
    storage: { size: '' },
  };
  const image = spec.at('image');
  put(database, 'image', image.text, image);
  if (!image.given)
    reading.assume(
      `databases[${name}].image`,
      'mariadb:11.8.8',
      'the object names no image; this is what mariadb-operator 26.6.0 takes then. What runs: kubectl get pods -o jsonpath="{..image}"',
    );
  readReplication(database, spec);
  put(database.storage, 'size', sizeOf(size.value) ?? '', size);
  readRootPassword(database, spec.at('rootPasswordSecretKeyRef'));
  readResources(database, spec.at('resources').given ? spec : undefined);
  readPlaces(database, spec, reading);
  readProbes(database, spec);
  const clients = (replicas.number ?? 1) > 1 ? spec.at('primaryService') : spec.at('service');
  readService(database, reading.cluster(cluster), clients, clients.at('metadata', 'annotations'));
  readTls(database, spec.at('tls'));
  const operator: MariadbOperator = {};
  readGalera(operator, name, spec.at('galera'));
  const metrics = spec.at('metrics', 'enabled');
  if (metrics.flag) put(operator, 'metrics', { enabled: true }, metrics);
  const items = readBeside(operator, given, beside);
  if (Object.keys(operator).length > 0) database.mariadbOperator = operator;
  return {
    database,
    given,
    clusters: [cluster],
    storageClasses: new Map([[cluster, storageClass.text]]),
    settings: settingsOf(spec),
    fields: new Set(['wsrep-provider-options', 'wsrep-slave-threads']),
    items,
  };
}

function readReplication(database: Database, spec: Field): void {
  const replicas = spec.at('replicas').number ?? 1;
  const galera = spec.at('galera', 'enabled');
  const replication = spec.at('replication', 'enabled');
  if (galera.flag) {
    if (replicas < 2) put(database, 'replication', 'galera', galera);
  } else if (replication.flag) put(database, 'replication', 'primary-replica', replication);
  else if (replicas > 1) put(database, 'replication', 'none', spec.at('replicas'));
}

function readRootPassword(database: Database, reference: Field): void {
  const name = reference.at('name');
  if (name.text === undefined) return;
  const isGenerated = reference.at('generate').flag === true;
  const key = reference.at('key').text;
  if (isGenerated && name.text === `${database.name}-root` && (key ?? 'password') === 'password') return;
  put(database, 'rootPasswordSecret', secretOf(reference), reference);
}

/** A secret and its key; the key that is taken anyway is left out. */
function secretOf(reference: Field): SecretKey {
  const key = reference.at('key').text;
  const secret: SecretKey = { name: reference.at('name').text ?? '' };
  if (key !== undefined && key !== 'password') secret.key = key;
  return secret;
}

const zoneKey = 'topology.kubernetes.io/zone';

function readPlaces(database: Database, spec: Field, reading: Reading): void {
  const replicas = spec.at('replicas').number ?? 1;
  const spread: NonNullable<Database['spread']> = {};
  const apart = spec.at('affinity', 'antiAffinityEnabled');
  if (replicas > 1 && apart.flag !== true) put(spread, 'node', 'ScheduleAnyway', apart.given ? apart : spec);
  const zone = spec
    .at('topologySpreadConstraints')
    .items()
    .find((each) => each.at('topologyKey').text === zoneKey);
  if (zone && replicas > 1) {
    put(
      spread,
      'zone',
      (zone.at('whenUnsatisfiable').text ?? 'DoNotSchedule') as never,
      zone.at('whenUnsatisfiable'),
    );
    assumeZones(reading, database.placement[0]?.cluster ?? '', undefined);
  }
  if (Object.keys(spread).length > 0) database.spread = spread;
  readScheduling(database, spec);
}

/** Manifests name no zones where they spread over them; dbspan writes the constraint where it knows of some. */
export function assumeZones(reading: Reading, clusterName: string, known: string | undefined): void {
  const cluster = reading.cluster(clusterName);
  if (cluster.zones) {
    if (known !== undefined && !cluster.zones.includes(known))
      cluster.zones = [known, ...cluster.zones.slice(1)];
    return;
  }
  cluster.zones = [known ?? 'zone-1', 'zone-2', 'zone-3'];
  reading.assume(
    `clusters[${clusterName}].zones`,
    cluster.zones.join(', '),
    'replicas spread over zones that no manifest names: kubectl get nodes -L topology.kubernetes.io/zone',
  );
}

/** On which nodes replicas run, and how their image is pulled. */
export function readScheduling(database: Database, pod: Field): void {
  const scheduling: NonNullable<Database['scheduling']> = {};
  const labels = pod.at('nodeSelector');
  const selected = labels
    .entries()
    .flatMap(([key, { text }]) => (text === undefined ? [] : [[key, text] as const]));
  if (selected.length > 0) put(scheduling, 'nodeSelector', Object.fromEntries(selected), labels);
  const taints = pod.at('tolerations');
  if (taints.items().length > 0)
    put(
      scheduling,
      'tolerations',
      taints.items().flatMap(({ value }) => (value === undefined ? [] : [copyOf(value)])) as never,
      taints,
    );
  const priority = pod.at('priorityClassName');
  put(scheduling, 'priorityClassName', priority.text, priority);
  if (Object.keys(scheduling).length > 0) database.scheduling = scheduling;
  const secrets = pod.at('imagePullSecrets');
  const names = secrets.items().flatMap((each) => each.at('name').text ?? []);
  if (names.length > 0) put(database, 'imagePullSecrets', names, secrets);
}

const probeNumbers = [
  'initialDelaySeconds',
  'periodSeconds',
  'timeoutSeconds',
  'failureThreshold',
  'successThreshold',
] as const;

/** The numbers of the probes as they are said. */
export function readProbes(database: Database, container: Field): void {
  const probes: NonNullable<Database['probes']> = {};
  for (const name of ['startup', 'liveness', 'readiness'] as const) {
    const from = container.at(`${name}Probe`);
    const probe: Probe = {};
    for (const number of probeNumbers) put(probe, number, from.at(number).number, from.at(number));
    if (Object.keys(probe).length > 0) put(probes, name, probe, from);
  }
  if (Object.keys(probes).length > 0) database.probes = probes;
}

function readTls(database: Database, from: Field): void {
  if (!from.given) return;
  const tls: NonNullable<Database['tls']> = {};
  const issuer = from.at('serverCertIssuerRef');
  const secret = from.at('serverCertSecretRef', 'name');
  const authority = from.at('serverCASecretRef', 'name');
  // Beside anything else an enabled that is not said means off.
  if (from.at('enabled').flag !== true) put(tls, 'enabled', false, from.at('enabled'));
  else if (issuer.at('name').text !== undefined) {
    const kind = issuer.at('kind').text;
    const named = { name: issuer.at('name').text ?? '' };
    put(
      tls,
      'issuer',
      kind === undefined || kind === 'Issuer' ? named : { ...named, kind: kind as never },
      issuer,
    );
  } else if (secret.text !== undefined && secret.text === authority.text)
    put(tls, 'secret', secret.text, secret);
  if (from.at('required').flag) put(tls, 'required', true, from.at('required'));
  if (Object.keys(tls).length > 0) database.tls = tls;
}

function readGalera(operator: MariadbOperator, name: string, galera: Field): void {
  if (!galera.at('enabled').flag) return;
  const method = galera.at('sst');
  if (method.text !== undefined && method.text !== 'mariabackup')
    put(operator, 'sst', method.text as never, method);
  const serves = galera.at('availableWhenDonor');
  const usual = (method.text ?? 'mariabackup') === 'mariabackup';
  if ((serves.flag ?? false) !== usual) put(operator, 'availableWhenDonor', serves.flag ?? false, serves);
  const forced = galera.at('recovery', 'forceClusterBootstrapInPod');
  const ordinal = forced.text?.startsWith(`${name}-`)
    ? Number(forced.text.slice(name.length + 1))
    : Number.NaN;
  if (Number.isInteger(ordinal)) put(operator, 'forceBootstrap', { ordinal }, forced);
}

/** Options of the file, and those that are fields of the object. */
function settingsOf(spec: Field): ServerText {
  const text = readServerText('mariadb', spec.at('myCnf').text ?? '');
  const options = new Map(text.options);
  const given = spec.at('galera', 'providerOptions').entries();
  if (given.length > 0) {
    const value = given.map(([key, { value: each }]) => `${key}=${String(each)}`).join(';');
    options.set('wsrep-provider-options', setting('wsrep_provider_options', value));
  }
  const threads = spec.at('galera', 'replicaThreads').number;
  if (threads !== undefined && threads > 1)
    options.set('wsrep-slave-threads', setting('wsrep_slave_threads', String(threads)));
  return { ...text, options };
}

function setting(name: string, value: string): GivenSetting {
  return { name, value, meaning: value, comment: undefined };
}

function readBeside(
  operator: MariadbOperator,
  given: GivenObject,
  beside: readonly GivenObject[],
): EntryItem[] {
  const items: EntryItem[] = [];
  const add = (
    list: EntryItem['list'],
    item: object,
    { cluster, kind, group, namespace, name }: GivenObject,
  ): void => {
    items.push({ list, item, identity: identityOf(cluster, kind, group, namespace, name) });
  };
  const of = (kind: string): readonly GivenObject[] => beside.filter((each) => each.kind === kind);
  const schemas = of('Database').map((object) => {
    const schema = readSchema(object);
    add('databases', schema, object);
    return schema;
  });
  const users = of('User').map((object) => {
    const user = readUser(object, of('Grant'), of('Connection'));
    add('users', user, object);
    return user;
  });
  const backups = [...of('PhysicalBackup'), ...of('Backup')].flatMap((object) => {
    const backup = readBackup(object, given.name);
    if (!backup) return [];
    add('backups', backup, object);
    return [backup];
  });
  if (schemas.length > 0) operator.databases = schemas;
  if (users.length > 0) operator.users = users;
  if (backups.length > 0) operator.backups = backups;
  return items;
}

function readSchema({ root, name }: GivenObject): NonNullable<MariadbOperator['databases']>[number] {
  const spec = root.at('spec');
  const said = spec.at('name');
  const schema: NonNullable<MariadbOperator['databases']>[number] = { name: said.text ?? name };
  const characterSet = spec.at('characterSet');
  const collation = spec.at('collate');
  put(schema, 'characterSet', characterSet.text ?? 'utf8', characterSet);
  put(schema, 'collation', collation.text ?? 'utf8_general_ci', collation);
  return schema;
}

function readUser(
  { root, name }: GivenObject,
  grants: readonly GivenObject[],
  connections: readonly GivenObject[],
): User {
  const spec = root.at('spec');
  const account = spec.at('name');
  const host = spec.at('host');
  const user: User = {
    name: account.text ?? name,
    passwordSecret: secretOf(spec.at('passwordSecretKeyRef')),
  };
  if (host.text !== undefined && host.text !== '%') put(user, 'host', host.text, host);
  const most = spec.at('maxUserConnections');
  put(user, 'maxConnections', most.number ?? 10, most);
  const own = grants.filter((each) => {
    const of = each.root.at('spec');
    return of.at('username').text === user.name && (of.at('host').text ?? '%') === (host.text ?? '%');
  });
  if (own.length > 0) user.grants = own.map(readGrant);
  const connection = connections.find((each) => each.root.at('spec', 'username').text === user.name);
  if (connection && (host.text ?? '%') === '%') {
    const secret = connection.root.at('spec', 'secretName');
    put(user, 'connectionSecret', secret.text ?? connection.name, secret);
  }
  return user;
}

function readGrant({ root }: GivenObject): NonNullable<User['grants']>[number] {
  const spec = root.at('spec');
  const grant: NonNullable<User['grants']>[number] = { privileges: textsOf(spec.at('privileges')) };
  const result = {} as typeof grant;
  for (const name of ['database', 'table'] as const) {
    const said = spec.at(name);
    if (said.text !== undefined && said.text !== '*') put(result, name, said.text, said);
  }
  put(result, 'privileges', grant.privileges, spec.at('privileges'));
  if (spec.at('grantOption').flag) put(result, 'grantOption', true, spec.at('grantOption'));
  return result;
}

function readBackup({ root, name, kind }: GivenObject, database: string): Backup | undefined {
  const spec = root.at('spec');
  const schedule = spec.at('schedule', 'cron');
  if (!name.startsWith(`${database}-`) || schedule.text === undefined) return undefined;
  const backup: Backup = { name: name.slice(database.length + 1), schedule: schedule.text };
  put(backup, 'schedule', schedule.text, schedule);
  if (kind === 'Backup') backup.kind = 'logical';
  put(backup, 'timeZone', spec.at('timeZone').text, spec.at('timeZone'));
  const kept = spec.at('maxRetention');
  const retention = durationOf(kept.text ?? '720h');
  if (retention !== '30d') put(backup, 'retention', retention, kept);
  readBucket(backup, spec.at('storage', 's3'));
  const claim = spec.at('storage', 'persistentVolumeClaim');
  if (claim.given) {
    const volume: NonNullable<Backup['volume']> = {
      size: sizeOf(claim.at('resources', 'requests', 'storage').value) ?? '',
    };
    put(volume, 'storageClass', claim.at('storageClassName').text, claim.at('storageClassName'));
    put(backup, 'volume', volume, claim);
  }
  return backup;
}

function readBucket(backup: Backup, s3: Field): void {
  if (!s3.given) return;
  const bucket: NonNullable<Backup['s3']> = {
    bucket: s3.at('bucket').text ?? '',
    endpoint: s3.at('endpoint').text ?? '',
    accessKeyId: secretOf(s3.at('accessKeyIdSecretKeyRef')),
    secretAccessKey: secretOf(s3.at('secretAccessKeySecretKeyRef')),
  };
  put(bucket, 'prefix', s3.at('prefix').text, s3.at('prefix'));
  put(bucket, 'region', s3.at('region').text, s3.at('region'));
  if (s3.at('tls', 'enabled').flag !== true) put(bucket, 'tls', false, s3.at('tls'));
  put(backup, 's3', bucket, s3);
}
