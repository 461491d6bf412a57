import type { Field } from '../manifests/index.js';
import type { Database } from '../topology/index.js';
import { sizeOf } from './amounts.js';
import { readResources } from './kubedb.js';
import { assumeZones, readProbes, readScheduling } from './mariadb-operator.js';
import type { GivenObject } from './model.js';
import { put } from './origins.js';
import type { DatabaseEntry, Reading } from './reading.js';
import { readServerText, type ServerText } from './server-text.js';
import { readService } from './service.js';

type Own = NonNullable<Database['statefulset']>;

/** Galera clusters without an operator, as dbspan writes them. StatefulSets of others are none of its. */
export function readGaleraClusters(reading: Reading): void {
  for (const given of reading.of('StatefulSet', 'apps')) {
    const labels = given.root.at('metadata', 'labels');
    if (labels.at('app.kubernetes.io/managed-by').text !== 'dbspan') continue;
    if (!containerOf(given.root, 'mariadb') || !containerOf(given.root, 'census')) continue;
    reading.entries.push(readOne(reading, given));
  }
}

function readOne(reading: Reading, given: GivenObject): DatabaseEntry {
  const { root, name, namespace = 'default', cluster } = given;
  const spec = root.at('spec');
  const pod = spec.at('template', 'spec');
  const server = containerOf(root, 'mariadb') as Field;
  const replicas = spec.at('replicas');
  const claim = spec.at('volumeClaimTemplates', 0, 'spec');
  const size = claim.at('resources', 'requests', 'storage');
  const beside = (kind: string, group: string, suffix: string): GivenObject | undefined =>
    reading.find(cluster, kind, group, namespace, `${name}${suffix}`);
  const database: Database = {
    name,
    namespace,
    provider: 'statefulset',
    engine: 'mariadb',
    placement: [{ cluster, replicas: replicas.number ?? 1 }],
    storage: { size: '' },
  };
  put(database, 'image', server.at('image').text, server.at('image'));
  if ((replicas.number ?? 1) < 2) database.replication = 'galera';
  put(database.storage, 'size', sizeOf(size.value) ?? '', size);
  readPassword(database, pod);
  readResources(database, server);
  readProbes(database, server);
  readPlaces(database, pod, reading);
  readScheduling(database, pod);
  const tls = secretOfVolume(pod, 'tls');
  const text = beside('ConfigMap', '', '-config')?.root.at('data', 'dbspan.cnf');
  const settings = text?.text === undefined ? undefined : readServerText('mariadb', text.text);
  if (tls?.text !== undefined) {
    const isRequired = settings?.options.get('require-secure-transport')?.comment === 'tls.required';
    put(database, 'tls', isRequired ? { secret: tls.text, required: true } : { secret: tls.text }, tls);
  }
  const client = beside('Service', '', '');
  if (client)
    readService(
      database,
      reading.cluster(cluster),
      client.root.at('spec'),
      client.root.at('metadata', 'annotations'),
    );
  const policy = beside('NetworkPolicy', 'networking.k8s.io', '');
  readClients(database, policy);
  readCluster(reading, cluster, policy, settings, beside('PodDisruptionBudget', 'policy', ''));
  const own: Own = {};
  readPeers(own, reading, cluster, environmentOf(server, 'PEERS'));
  readOwn(own, spec, server, pod);
  readArbitrator(own, database, reading, beside('Deployment', 'apps', '-arbitrator'));
  readMetrics(own, given, beside('ServiceMonitor', 'monitoring.coreos.com', ''), policy);
  if (Object.keys(own).length > 0) database.statefulset = own;
  return {
    database,
    given,
    clusters: [cluster],
    storageClasses: new Map([[cluster, claim.at('storageClassName').text]]),
    settings,
    fields: new Set(),
    items: [],
  };
}

function containerOf(root: Field, name: string): Field | undefined {
  return root
    .at('spec', 'template', 'spec', 'containers')
    .items()
    .find((each) => each.at('name').text === name);
}

function environmentOf(container: Field, name: string): Field | undefined {
  return container
    .at('env')
    .items()
    .find((each) => each.at('name').text === name)
    ?.at('value');
}

function volumeOf(pod: Field, name: string): Field | undefined {
  return pod
    .at('volumes')
    .items()
    .find((each) => each.at('name').text === name)
    ?.at('secret');
}

function secretOfVolume(pod: Field, name: string): Field | undefined {
  return volumeOf(pod, name)?.at('secretName');
}

function keyOfVolume(pod: Field, name: string): string | undefined {
  return volumeOf(pod, name)?.at('items', 0, 'key').text;
}

function readPassword(database: Database, pod: Field): void {
  const secret = secretOfVolume(pod, 'root-password');
  if (secret?.text === undefined) return;
  const key = keyOfVolume(pod, 'root-password');
  put(
    database,
    'rootPasswordSecret',
    key === undefined || key === 'password' ? { name: secret.text } : { name: secret.text, key },
    secret,
  );
}

const zoneLabel = 'topology.kubernetes.io/zone';

function readPlaces(database: Database, pod: Field, reading: Reading): void {
  const affinity = pod.at('affinity');
  const spread: NonNullable<Database['spread']> = {};
  const preferred = affinity.at('podAntiAffinity', 'preferredDuringSchedulingIgnoredDuringExecution');
  if (preferred.items().length > 0) put(spread, 'node', 'ScheduleAnyway', preferred);
  const zone = pod
    .at('topologySpreadConstraints')
    .items()
    .find((each) => each.at('topologyKey').text === zoneLabel)
    ?.at('whenUnsatisfiable');
  const cluster = database.placement[0]?.cluster ?? '';
  const shunned = affinity.at(
    'nodeAffinity',
    'requiredDuringSchedulingIgnoredDuringExecution',
    'nodeSelectorTerms',
    0,
    'matchExpressions',
    0,
    'values',
    0,
  );
  if (zone?.given || shunned.given) assumeZones(reading, cluster, shunned.text);
  put(spread, 'zone', zone?.text as never, zone);
  if (Object.keys(spread).length > 0) database.spread = spread;
}

function readClients(database: Database, policy: GivenObject | undefined): void {
  const from = policy?.root.at('spec', 'ingress', 0, 'from');
  if (!from) return;
  const namespaces = from
    .items()
    .flatMap((each) => each.at('namespaceSelector', 'matchLabels', 'kubernetes.io/metadata.name').text ?? []);
  const networks = from.items().flatMap((each) => each.at('ipBlock', 'cidr').text ?? []);
  const service = database.service ?? {};
  if (namespaces.length > 0) put(service, 'fromNamespaces', namespaces, from);
  const isOpen = networks.join() === '0.0.0.0/0,::/0';
  if (networks.length > 0 && !isOpen) put(service, 'allowFrom', networks, from);
  if (Object.keys(service).length > 0) database.service = service;
}

/** What the objects of a database tell of its cluster: its addresses, its DNS, its age. */
function readCluster(
  reading: Reading,
  name: string,
  policy: GivenObject | undefined,
  settings: ServerText | undefined,
  budget: GivenObject | undefined,
): void {
  const cluster = reading.cluster(name);
  const listens = settings?.options.get('wsrep-provider-options')?.value ?? '';
  if (listens.includes('gmcast.listen_addr=tcp://[::]'))
    cluster.capabilities = { ...cluster.capabilities, ipFamily: 'ipv6' };
  const ports = policy?.root.at('spec', 'egress', 0, 'ports');
  if (ports?.items().some((each) => each.at('port').number === 5353)) cluster.distribution = 'openshift';
  if (
    !budget ||
    budget.root.at('spec', 'unhealthyPodEvictionPolicy').given ||
    reading.kubernetes !== undefined
  )
    return;
  reading.kubernetes = '1.26';
  reading.assume(
    'releases.kubernetes',
    '1.26',
    'a budget without unhealthyPodEvictionPolicy, which 1.27 knows: kubectl version',
  );
}

/** Members that replicas know of, and the domain that their names end in. */
function readPeers(own: Own, reading: Reading, cluster: string, peers: Field | undefined): void {
  const names = (peers?.text ?? '').split(',').filter((each) => each !== '');
  if (names.length === 0) return;
  if (names.length !== 5) put(own, 'maxReplicas', names.length, peers);
  const domain = names[0]?.split('.svc.')[1];
  if (domain !== undefined && domain !== 'cluster.local')
    put(reading.cluster(cluster), 'domain', domain, peers);
}

function readOwn(own: Own, spec: Field, server: Field, pod: Field): void {
  const serves = environmentOf(server, 'AVAILABLE_WHEN_DONOR');
  if (serves?.text === '0') put(own, 'availableWhenDonor', false, serves);
  const partition = spec.at('updateStrategy', 'rollingUpdate', 'partition');
  if ((partition.number ?? 0) !== 0) put(own, 'partition', partition.number, partition);
  const forced = environmentOf(server, 'FORCE_BOOTSTRAP');
  const [, ordinal, token] = /^(\d+):(.+)$/.exec(forced?.text ?? '') ?? [];
  if (token !== undefined) put(own, 'forceBootstrap', { ordinal: Number(ordinal), token }, forced);
  const user = environmentOf(server, 'MARIADB_USER');
  const schema = environmentOf(server, 'MARIADB_DATABASE');
  const secret = secretOfVolume(pod, 'user-password');
  if (user?.text === undefined || schema?.text === undefined || secret?.text === undefined) return;
  const key = keyOfVolume(pod, 'user-password');
  put(
    own,
    'initialUser',
    {
      name: user.text.replaceAll('$$', '$'),
      database: schema.text.replaceAll('$$', '$'),
      passwordSecret:
        key === undefined || key === 'password' ? { name: secret.text } : { name: secret.text, key },
    },
    user,
  );
}

function readArbitrator(
  own: Own,
  database: Database,
  reading: Reading,
  deployment: GivenObject | undefined,
): void {
  if (!deployment) return;
  const pod = deployment.root.at('spec', 'template', 'spec');
  const image = containerOf(deployment.root, 'garbd')?.at('image');
  if (image?.text === undefined) return;
  const zone = pod.at('nodeSelector', zoneLabel);
  const arbitrator: NonNullable<Own['arbitrator']> = { image: image.text };
  const isOwn = zone.text !== undefined && database.scheduling?.nodeSelector?.[zoneLabel] !== zone.text;
  if (isOwn) {
    put(arbitrator, 'zone', zone.text, zone);
    const cluster = database.placement[0]?.cluster ?? '';
    if (reading.cluster(cluster).zones) assumeZones(reading, cluster, zone.text);
  }
  put(own, 'arbitrator', arbitrator, image);
}

/** The exporter of the release that dbspan takes when none is said. */
const exporterImage = 'prom/mysqld-exporter:v0.17.2';

function readMetrics(
  own: Own,
  { root }: GivenObject,
  monitor: GivenObject | undefined,
  policy: GivenObject | undefined,
): void {
  const exporter = containerOf(root, 'exporter');
  if (!exporter) return;
  const metrics: NonNullable<Own['metrics']> = {};
  const image = exporter.at('image');
  if (image.text !== exporterImage) put(metrics, 'image', image.text, image);
  if (monitor) put(metrics, 'serviceMonitor', true, monitor.root.at('kind'));
  const from = policy?.root.at(
    'spec',
    'ingress',
    2,
    'from',
    0,
    'namespaceSelector',
    'matchLabels',
    'kubernetes.io/metadata.name',
  );
  put(metrics, 'fromNamespace', from?.text, from);
  put(own, 'metrics', metrics, exporter);
}
