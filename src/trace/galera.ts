import type { StatefulSetDatabasePlan } from '../plan/index.js';
import { at, below, head, probes, resources } from './common.js';
import { atHome, type DatabaseContext, inDatabase } from './context.js';
import { optionFormula } from './options.js';
import type { Steps } from './place.js';
import { fixed, made, said, type Table } from './table.js';
import { placementWords, startWords, stopWords } from './words.js';

type Context = DatabaseContext<StatefulSetDatabasePlan>;

const port = fixed('ports of a member are MariaDB’s, Galera’s and the census’ own');
const selector: Table<Context> = {
  '"app.kubernetes.io/instance"': said(at('name')),
  '*': fixed('a StatefulSet’s selector never changes, so that it is made of names only'),
};
const labels = below('metadata.labels', {
  '"app.kubernetes.io/instance"': said(at('name')),
  '*': fixed('the recommended labels of Kubernetes, by what the object is for'),
} satisfies Table<Context>);

/** Names and labels of an object that is called after the database. */
function named(suffix: string): Table<Context> {
  return {
    'metadata.name': suffix === '' ? said(at('name')) : made(`NAME${suffix}`, at('name')),
    ...labels,
    ...head,
  };
}

const restricted = fixed(
  'what the restricted level of pod security asks for; 999 is mysql in the official image',
);
const scripts = fixed('the scripts of dbspan, alike for every database');

/** What every pod of the database has of what the topology says about nodes and registries. */
const scheduling: Table<Context> = {
  'nodeSelector."topology.kubernetes.io/zone"': {
    of: (context) => [
      inDatabase(context, 'statefulset', 'arbitrator', 'zone'),
      inDatabase(context, 'scheduling', 'nodeSelector', 'topology.kubernetes.io/zone'),
    ],
    says: () => undefined,
  },
  'nodeSelector.*': said((context, { wild }) => [
    inDatabase(context, 'scheduling', 'nodeSelector', String(wild.at(-1))),
  ]),
  'tolerations[].*': said((context, { wild }) => [
    inDatabase(context, 'scheduling', 'tolerations', Number(wild.at(-2)), String(wild.at(-1))),
  ]),
  priorityClassName: said(at('scheduling', 'priorityClassName')),
  'imagePullSecrets[].name': said(at('imagePullSecrets')),
};

const affinity: Table<Context> = {
  'podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[].**': made(
    'never two on a node: spread.node DoNotSchedule, which it is unless said',
    at('spread', 'node'),
  ),
  'podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[].**': made(
    'apart where nodes allow it: spread.node ScheduleAnyway',
    at('spread', 'node'),
  ),
  'nodeAffinity.**': made(
    'members keep out of the arbitrator’s zone, where others are left',
    at('statefulset', 'arbitrator', 'zone'),
  ),
};

const zoneOf = (context: Context): Steps[] => [
  inDatabase(context, 'spread', 'zone'),
  atHome(context, 'zones'),
];

const environment: Table<Context> = {
  'env[].name': fixed('the names that the scripts and the image read'),
  'env[CLUSTER_NAME].value': made(
    'NAMESPACE-NAME; longer than 32 characters it is cut, and ends in a digest',
    (context) => [inDatabase(context, 'namespace'), inDatabase(context, 'name')],
  ),
  'env[PEERS].value': made(
    ({ database: { peers, source } }) =>
      `${peers.length} members, ${source.statefulset?.maxReplicas === undefined ? 'at least 5' : 'maxReplicas'} or as many as there are replicas: NAME-ordinal.NAME-peers.NAMESPACE.svc.DOMAIN`,
    (context) => [
      inDatabase(context, 'statefulset', 'maxReplicas'),
      inDatabase(context, 'name'),
      inDatabase(context, 'namespace'),
      atHome(context, 'domain'),
    ],
  ),
  'env[REPLICAS].valueFrom.configMapKeyRef.name': made('NAME-members', at('name')),
  'env[BOOT_BUDGET].value': made(
    ({ database }) => `a start takes up to ${startWords(database)}; in whole minutes, at least 600 s`,
  ),
  'env[AVAILABLE_WHEN_DONOR].value': {
    of: at('statefulset', 'availableWhenDonor'),
    unsaid: '1: mariabackup does not block its donor',
  },
  'env[MARIADB_DATABASE].value': said(at('statefulset', 'initialUser', 'database')),
  'env[MARIADB_USER].value': said(at('statefulset', 'initialUser', 'name')),
  'env[FORCE_BOOTSTRAP].value': made('ORDINAL:TOKEN', (context) => [
    inDatabase(context, 'statefulset', 'forceBootstrap', 'ordinal'),
    inDatabase(context, 'statefulset', 'forceBootstrap', 'token'),
  ]),
  'env[MALLOC_ARENA_MAX].value': made(
    'arenas of the allocator, by the memory: the server’s sizes count on it',
  ),
  'env[].**': fixed(
    'the pod’s own name and addresses, folders of the containers, and what state transfers need',
  ),
};

const image: Table<Context> = {
  image: {
    of: (context) => [inDatabase(context, 'image'), inDatabase(context, 'version')],
    says: ({ database: { source } }) =>
      source.image === undefined && source.version !== undefined
        ? 'the official image of that version'
        : undefined,
    unsaid: 'newest patch of the newest long-term release whose scripts were tried',
  },
};

const server: Table<Context> = {
  name: fixed('the container of the server'),
  ...image,
  ...environment,
  ...below('resources.{requests,limits}', resources),
  'startupProbe.exec.**': scripts,
  'livenessProbe.exec.**': scripts,
  'readinessProbe.exec.**': scripts,
  'livenessProbe.terminationGracePeriodSeconds': fixed('a server that no longer answers is not waited for'),
  ...probes,
  'lifecycle.**': fixed('5 s in which the services forget the pod while it still answers'),
  'command[]': scripts,
  'ports[].**': port,
  'volumeMounts[].**': made('what the scripts and the server read and write'),
  'securityContext.**': restricted,
};

const sidecar: Table<Context> = {
  name: fixed('tells the other members about this one'),
  ...image,
  ...environment,
  'command[]': scripts,
  'ports[].**': port,
  'resources.**': fixed('a script that waits: measured'),
  'volumeMounts[].**': fixed('what the scripts read and write'),
  'securityContext.**': restricted,
};

const exporter: Table<Context> = {
  image: {
    of: at('statefulset', 'metrics', 'image'),
    unsaid: 'the exporter that was read',
  },
  '**': made('the exporter, which asks the server by its socket', at('statefulset', 'metrics')),
};

const volumes: Table<Context> = {
  'volumes[config].configMap.name': made('NAME-config', at('name')),
  'volumes[scripts].configMap.name': made('NAME-scripts', at('name')),
  'volumes[exporter].configMap.name': made('NAME-exporter', at('name')),
  'volumes[root-password].secret.secretName': { of: at('rootPasswordSecret', 'name'), unsaid: 'NAME-root' },
  'volumes[root-password].secret.items[].key': { of: at('rootPasswordSecret', 'key'), unsaid: 'password' },
  'volumes[user-password].secret.secretName': said(
    at('statefulset', 'initialUser', 'passwordSecret', 'name'),
  ),
  'volumes[user-password].secret.items[].key': {
    of: at('statefulset', 'initialUser', 'passwordSecret', 'key'),
    unsaid: 'password',
  },
  'volumes[tls].secret.secretName': said(at('tls', 'secret')),
  'volumes[tls].**': made('keys as cert-manager writes them', at('tls', 'secret')),
  'volumes[tmp].emptyDir.sizeLimit': made(
    'a tenth of the volume, 1 to 10Gi: temporary files must not fill the disk of the node',
    at('storage', 'size'),
  ),
  'volumes[].**': made('what the scripts and the server read and write'),
};

const pod: Table<Context> = {
  'metadata.labels."app.kubernetes.io/instance"': said(at('name')),
  'metadata.labels.*': fixed('what the services and the budget select pods by'),
  'metadata.annotations."checksum/config"': made(
    'digest of the ConfigMap NAME-config: a change of the options restarts the members',
  ),
  'metadata.annotations."checksum/scripts"': scripts,
  'metadata.annotations.*': fixed('where kubectl logs and exec go unless told'),
  'spec.serviceAccountName': said(at('name')),
  'spec.{automountServiceAccountToken,enableServiceLinks}': fixed(
    'nothing in the pod asks the API, or reads addresses from its environment',
  ),
  'spec.terminationGracePeriodSeconds': made(
    ({ database }) =>
      `${database.shutDown + database.drain} s = ${database.shutDown} s (${stopWords(database)}) + ${database.drain} s in which the services forget the pod`,
  ),
  'spec.securityContext.**': restricted,
  ...below('spec.affinity', affinity),
  'spec.topologySpreadConstraints[].whenUnsatisfiable': {
    of: zoneOf,
    says: ({ database: { source } }) =>
      source.spread?.zone === undefined
        ? 'DoNotSchedule with three zones or more, or two with survive: zone; else ScheduleAnyway'
        : undefined,
  },
  'spec.topologySpreadConstraints[].labelSelector.matchLabels."app.kubernetes.io/instance"': said(at('name')),
  'spec.topologySpreadConstraints[].**': made(
    'over the zones that the cluster lists, where there is more than one replica',
    zoneOf,
  ),
  ...below('spec', scheduling),
  ...below('spec.containers[mariadb]', server),
  ...below('spec.containers[census]', sidecar),
  ...below('spec.containers[exporter]', exporter),
  ...below('spec', volumes),
};

/** StatefulSet of the members. */
export const statefulSet: Table<Context> = {
  ...named(''),
  'spec.replicas': made(({ database }) => `${database.replicas} = ${placementWords(database)}`),
  'spec.serviceName': made('NAME-peers', at('name')),
  'spec.updateStrategy.rollingUpdate.partition': {
    of: at('statefulset', 'partition'),
    unsaid: '0: all members take a change',
  },
  ...below('spec.selector.matchLabels', selector),
  ...below('spec.template', pod),
  'spec.volumeClaimTemplates[].spec.storageClassName': {
    of: (context) => [inDatabase(context, 'storage', 'storageClass'), atHome(context, 'storageClass')],
    says: () => 'the class of the database, or else that of the cluster',
  },
  'spec.volumeClaimTemplates[].spec.resources.requests.storage': said(at('storage', 'size')),
  'spec.volumeClaimTemplates[].**': fixed('one volume for each member, which nobody else mounts'),
  'spec.podManagementPolicy': fixed('under OrderedReady nobody starts while member 0 may not bootstrap'),
  'spec.persistentVolumeClaimRetentionPolicy.*': fixed('volumes outlive their members'),
  'spec.{minReadySeconds,revisionHistoryLimit,updateStrategy}.**': fixed(
    'how a change goes from member to member',
  ),
  'spec.{minReadySeconds,revisionHistoryLimit}': fixed('how a change goes from member to member'),
};

/** Deployment of the arbitrator. */
export const arbitrator: Table<Context> = {
  ...named('-arbitrator'),
  'spec.selector.matchLabels."app.kubernetes.io/instance"': said(at('name')),
  'spec.template.metadata.labels."app.kubernetes.io/instance"': said(at('name')),
  'spec.template.spec.serviceAccountName': said(at('name')),
  'spec.template.spec.securityContext.**': restricted,
  ...below('spec.template.spec.affinity', affinity),
  ...below('spec.template.spec', scheduling),
  'spec.template.spec.containers[].image': said(at('statefulset', 'arbitrator', 'image')),
  'spec.template.spec.containers[].args[]': made(
    'its name, the group’s name, the members that there may be, and the options of the group',
  ),
  'spec.template.spec.containers[].resources.limits.memory': made(
    '128Mi, and the largest write set that a member lets through (wsrep_max_ws_size)',
  ),
  'spec.template.spec.containers[].securityContext.**': restricted,
  'spec.template.spec.volumes[tmp].**': fixed('what garbd writes'),
  ...below('spec.template.spec', volumes),
  'spec.**': fixed('garbd: one vote, never two at a time, without data'),
};

const peers: Table<Context> = {
  'spec.ports[metrics].**': made('the exporter’s', at('statefulset', 'metrics')),
  'spec.selector."app.kubernetes.io/instance"': said(at('name')),
  'spec.selector.*': fixed('the labels of the members'),
  'spec.ports[].**': port,
  'spec.{clusterIP,publishNotReadyAddresses}': fixed(
    'members find each other by name, also those that are not ready',
  ),
};

/** Service by which members find each other. */
export const peerService: Table<Context> = { ...named('-peers'), ...peers };

/** Fields of a Service that clients reach a database by. */
export const exposed: Table<DatabaseContext> = {
  'annotations.*': {
    of: (context, { wild }) => [
      inDatabase(context, 'service', 'annotations', String(wild.at(-1))),
      inDatabase(context, 'service', 'exposure'),
    ],
    says: ({ database: { source, home } }, { wild }) =>
      source.service?.annotations?.[String(wild.at(-1))] === undefined
        ? `what gives ${home.source.distribution} its load balancers wants to be told so`
        : undefined,
  },
  type: made('LoadBalancer with an exposure beyond the cluster, else ClusterIP', at('service', 'exposure')),
  externalTrafficPolicy: made(
    'Local with a load balancer, so that servers and policies see the address of the client',
    at('service', 'exposure'),
  ),
  loadBalancerClass: made('the kind of load balancer of the cloud', at('service', 'exposure')),
  loadBalancerIP: said(at('service', 'address')),
  'loadBalancerSourceRanges[]': said(at('service', 'allowFrom')),
};

/** Service of the clients. */
export const clientService: Table<Context> = {
  ...named(''),
  ...below('metadata', { 'annotations.*': exposed['annotations.*'] ?? {} } as Table<Context>),
  ...below('spec', exposed as Table<Context>),
  'spec.selector."app.kubernetes.io/instance"': said(at('name')),
  'spec.selector.*': fixed('the labels of the members'),
  'spec.ports[].**': port,
};

/** ConfigMaps: the options, the scripts, the number of members, the exporter’s file. */
export const configuration: Table<Context> = {
  ...named('-config'),
  'data.*.**': {
    says: ({ database }, field) => optionFormula(database, field) ?? 'fixed: what state transfers read',
  },
};
export const scriptFiles: Table<Context> = { ...named('-scripts'), 'data.*': scripts };
export const members: Table<Context> = {
  ...named('-members'),
  'data.replicas': made(
    ({ database }) =>
      `${database.replicas} = ${placementWords(database)}; not in the pods, which a change of it would restart`,
  ),
};
export const exporterFile: Table<Context> = {
  ...named('-exporter'),
  'data.**': fixed('the server knows the exporter by the user of its process, not by a password'),
};

export const account: Table<Context> = {
  ...named(''),
  automountServiceAccountToken: fixed('nothing in the pods asks the API'),
};

export const budget: Table<Context> = {
  ...named(''),
  'spec.selector.matchLabels."app.kubernetes.io/instance"': said(at('name')),
  'spec.selector.matchLabels.*': fixed('the labels of the members'),
  'spec.maxUnavailable': fixed('one member at a time leaves a majority; a share would be rounded up'),
  'spec.unhealthyPodEvictionPolicy': made(
    'AlwaysAllow on servers that know it, from Kubernetes 1.27 on',
    () => [['releases', 'kubernetes']],
  ),
};

/** NetworkPolicies of the members and the arbitrator. */
export const networkPolicy: Table<Context> = {
  'metadata.name': made(
    ({ object }) => (object.pointer.endsWith('arbitrator') ? 'NAME-arbitrator' : undefined),
    at('name'),
  ),
  ...labels,
  ...head,
  'spec.{podSelector,ingress,egress}.matchLabels."app.kubernetes.io/instance"': said(at('name')),
  'spec.ingress[].from[].ipBlock.cidr': {
    of: (context) => [
      inDatabase(context, 'service', 'allowFrom'),
      inDatabase(context, 'service', 'exposure'),
    ],
    says: ({ database: { source } }) =>
      source.service?.allowFrom === undefined
        ? 'a load balancer without networks lets everybody in'
        : undefined,
  },
  'spec.ingress[].from[].namespaceSelector.matchLabels.*': {
    of: (context) => [
      inDatabase(context, 'service', 'fromNamespaces'),
      inDatabase(context, 'statefulset', 'metrics', 'fromNamespace'),
    ],
    says: () => undefined,
  },
  'spec.{ingress,egress}[].{from,to}[].podSelector.matchLabels."app.kubernetes.io/instance"': said(
    at('name'),
  ),
  'spec.{ingress,egress}[].{from,to}[].**': fixed(
    'members and the arbitrator hear each other; pods of the namespace are clients',
  ),
  'spec.egress[].ports[].**': made(
    'members hear each other, and ask the DNS: at 53, on OpenShift also at 5353',
  ),
  'spec.ingress[].ports[].**': port,
  'spec.podSelector.**': fixed('the labels of the members, or of the arbitrator'),
  'spec.policyTypes[]': fixed('what is not allowed is refused, both ways'),
};

/** ServiceMonitor for Prometheus. */
export const serviceMonitor: Table<Context> = {
  ...named(''),
  'spec.selector.matchLabels."app.kubernetes.io/instance"': said(at('name')),
  'spec.**': made('the exporter’s port of every member', at('statefulset', 'metrics', 'serviceMonitor')),
};
