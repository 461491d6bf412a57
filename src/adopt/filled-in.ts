import { isMapping, type Mapping } from '../yaml/mapping.js';
import type { Value } from '../yaml/read.js';
import { goMilliseconds, quantity } from './amounts.js';
import { groups } from './kinds.js';

/** What is looked at when a field stands on one side alone. */
export interface FilledIn {
  readonly kind: string;
  readonly group: string;
  readonly name: string;
  /** The object on the side that has the field, and on the other. */
  readonly with: Mapping;
  readonly without: Mapping;
  /** True when the side that has the field was printed by an API server. */
  readonly fromServer: boolean;
}

/** Matches anything: the server or an operator chooses it. */
const anything = Symbol('anything');

type Wanted = Value | typeof anything | ((about: FilledIn, path: readonly string[]) => Value | undefined);

interface Default {
  /** Names from the object down; `*` stands for one name. */
  readonly path: string;
  readonly value: Wanted;
  /** Only in what an API server printed. */
  readonly printed?: true;
  /** Who fills it in, where it is not who fills in the others. */
  readonly by?: string;
}

/** Who fills it in; undefined when nobody does, so that it is a difference. */
export function filledIn(
  path: readonly string[],
  value: Value | undefined,
  about: FilledIn,
): string | undefined {
  for (const { table, by } of tablesOf(about)) {
    for (const entry of table) {
      if (entry.printed && !about.fromServer) continue;
      if (!matches(entry.path, path)) continue;
      const wanted = typeof entry.value === 'function' ? entry.value(about, path) : entry.value;
      if (wanted === anything || isSame(wanted as Value | undefined, value)) return entry.by ?? by;
    }
  }
  if (isEmpty(value) && emptyMeansNothing.has(path.at(-1) ?? '')) return 'nothing stands in it';
  return undefined;
}

function isEmpty(value: Value | undefined): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return isMapping(value) && Object.keys(value).length === 0;
}

const emptyMeansNothing: ReadonlySet<string> = new Set([
  'annotations',
  'labels',
  'metadata',
  'resources',
  'securityContext',
  'clusterProperty',
  'geoLocation',
  'monitoring',
  'kubernetesDashboard',
  'telemetry',
  'nodeSelector',
  'tolerations',
  'imagePullSecrets',
  'env',
  'affinity',
  'strategy',
]);

function isSame(wanted: Value | undefined, value: Value | undefined): boolean {
  if (wanted === undefined || value === undefined) return false;
  if (wanted === value) return true;
  if (typeof wanted === 'object' || typeof value === 'object')
    return JSON.stringify(wanted) === JSON.stringify(value);
  const [left, right] = [quantity(wanted), quantity(value)];
  if (left !== undefined && left === right && typeof wanted === 'string' && typeof value === 'string')
    return true;
  const [one, other] = [goMilliseconds(wanted), goMilliseconds(value)];
  return one !== undefined && one === other;
}

function matches(pattern: string, path: readonly string[]): boolean {
  const names = pattern.split(' ');
  const rest = names.at(-1) === '**' ? names.slice(0, -1) : names;
  if (rest.length !== names.length ? path.length < rest.length : path.length !== rest.length) return false;
  return rest.every((name, index) => name === '*' || name === path[index]);
}

function at(object: Mapping, ...path: readonly string[]): Value | undefined {
  let value: Value | undefined = object;
  for (const name of path) value = isMapping(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  return value;
}

interface Table {
  readonly table: readonly Default[];
  readonly by: string;
}

function tablesOf({ kind, group }: FilledIn): readonly Table[] {
  const server = 'the API server fills it in';
  if (kind === 'Service' && group === '') return [{ table: service, by: server }];
  if (kind === 'ConfigMap' && group === '') return [];
  if (kind === 'StatefulSet' && group === 'apps')
    return [{ table: [...podDefaults('spec template spec'), ...statefulSet], by: server }];
  if (kind === 'Deployment' && group === 'apps')
    return [{ table: [...podDefaults('spec template spec'), ...deployment], by: server }];
  if (kind === 'NetworkPolicy') return [{ table: networkPolicy, by: server }];
  if (kind === 'Namespace') return [{ table: namespace, by: server }];
  if (kind === 'ServiceAccount') return [{ table: serviceAccount, by: server }];
  if (group === groups.kubedb)
    return [{ table: kind === 'MariaDB' ? kubedbMariadb : kubedbPostgres, by: 'KubeDB fills it in' }];
  if (group === groups.operator) {
    const own = operatorKinds[kind];
    return own ? [{ table: own, by: 'mariadb-operator fills it in' }] : [];
  }
  if (group === groups.kubeslice) {
    const own = kubeslice[kind];
    return own ? [{ table: own, by: 'KubeSlice fills it in' }] : [];
  }
  if (kind === 'Klusterlet') return [{ table: klusterlet, by: 'the CRD or clusteradm fills it in' }];
  if (kind === 'PlacementPolicy') return [{ table: placementPolicy, by: 'the CRD fills it in' }];
  return [];
}

/** Source: kubernetes/kubernetes pkg/apis/core/v1/defaults.go */
function podDefaults(at: string): Default[] {
  const containers = ['containers', 'initContainers'].flatMap((list): Default[] => {
    const item = `${at} ${list} *`;
    const probes = ['startupProbe', 'livenessProbe', 'readinessProbe'].flatMap((probe): Default[] => [
      { path: `${item} ${probe} initialDelaySeconds`, value: 0 },
      { path: `${item} ${probe} timeoutSeconds`, value: 1 },
      { path: `${item} ${probe} periodSeconds`, value: 10 },
      { path: `${item} ${probe} successThreshold`, value: 1 },
      { path: `${item} ${probe} failureThreshold`, value: 3 },
    ]);
    return [
      { path: `${item} terminationMessagePath`, value: '/dev/termination-log' },
      { path: `${item} terminationMessagePolicy`, value: 'File' },
      { path: `${item} imagePullPolicy`, value: pullPolicy },
      { path: `${item} ports * protocol`, value: 'TCP' },
      { path: `${item} env * valueFrom fieldRef apiVersion`, value: 'v1' },
      ...probes,
    ];
  });
  return [
    { path: `${at} dnsPolicy`, value: 'ClusterFirst' },
    { path: `${at} restartPolicy`, value: 'Always' },
    { path: `${at} schedulerName`, value: 'default-scheduler' },
    { path: `${at} terminationGracePeriodSeconds`, value: 30 },
    { path: `${at} serviceAccount`, value: (about) => valueAt(about.with, at, 'serviceAccountName') },
    { path: `${at} volumes * configMap defaultMode`, value: 420 },
    { path: `${at} volumes * secret defaultMode`, value: 420 },
    ...containers,
  ];
}

function valueAt(object: Mapping, path: string, name: string): Value | undefined {
  return at(object, ...path.split(' '), name);
}

function pullPolicy({ with: object }: FilledIn, path: readonly string[]): Value | undefined {
  const list = at(object, ...path.slice(0, 4));
  const container = Array.isArray(list)
    ? list.find((item) => isMapping(item) && item['name'] === path[4])
    : undefined;
  const image = isMapping(container) ? container['image'] : undefined;
  if (typeof image !== 'string') return undefined;
  return image.includes('@') || /:(?!latest$)[^/:]+$/.test(image) ? 'IfNotPresent' : 'Always';
}

const statefulSet: readonly Default[] = [
  { path: 'spec podManagementPolicy', value: 'OrderedReady' },
  { path: 'spec revisionHistoryLimit', value: 10 },
  { path: 'spec updateStrategy type', value: 'RollingUpdate' },
  { path: 'spec updateStrategy rollingUpdate partition', value: 0 },
  { path: 'spec persistentVolumeClaimRetentionPolicy *', value: 'Retain' },
  { path: 'spec template metadata creationTimestamp', value: anything, printed: true },
  { path: 'spec volumeClaimTemplates * apiVersion', value: 'v1' },
  { path: 'spec volumeClaimTemplates * kind', value: 'PersistentVolumeClaim' },
  { path: 'spec volumeClaimTemplates * status **', value: anything },
  { path: 'spec volumeClaimTemplates * metadata creationTimestamp', value: anything },
  { path: 'spec volumeClaimTemplates * spec volumeMode', value: 'Filesystem' },
];

const deployment: readonly Default[] = [
  { path: 'spec progressDeadlineSeconds', value: 600 },
  { path: 'spec revisionHistoryLimit', value: 10 },
  { path: 'spec replicas', value: 1 },
  { path: 'spec template metadata creationTimestamp', value: anything, printed: true },
];

const service: readonly Default[] = [
  { path: 'spec clusterIP', value: anyAddress, printed: true },
  { path: 'spec clusterIPs', value: anything, printed: true },
  { path: 'spec ipFamilies', value: anything, printed: true },
  { path: 'spec ipFamilyPolicy', value: anything, printed: true },
  { path: 'spec healthCheckNodePort', value: anything, printed: true },
  { path: 'spec ports * nodePort', value: anything, printed: true },
  { path: 'spec internalTrafficPolicy', value: 'Cluster' },
  { path: 'spec externalTrafficPolicy', value: 'Cluster' },
  { path: 'spec allocateLoadBalancerNodePorts', value: true },
  { path: 'spec sessionAffinity', value: 'None' },
  { path: 'spec type', value: 'ClusterIP' },
  { path: 'spec ports * protocol', value: 'TCP' },
  {
    path: 'spec ports * targetPort',
    value: ({ with: object }, path) => {
      const ports = at(object, 'spec', 'ports');
      const port = Array.isArray(ports)
        ? ports.find((each) => isMapping(each) && each['name'] === path[2])
        : undefined;
      return isMapping(port) ? port['port'] : undefined;
    },
  },
];

function anyAddress({ with: object }: FilledIn): Value | undefined {
  const address = at(object, 'spec', 'clusterIP');
  return address === 'None' ? undefined : address;
}

const networkPolicy: readonly Default[] = [
  { path: 'spec ingress * ports * protocol', value: 'TCP' },
  { path: 'spec egress * ports * protocol', value: 'TCP' },
];

const namespace: readonly Default[] = [{ path: 'spec finalizers', value: ['kubernetes'] }];

const serviceAccount: readonly Default[] = [
  { path: 'secrets **', value: anything, printed: true },
  { path: 'imagePullSecrets **', value: anything, printed: true },
];

function derived(suffix: string) {
  return ({ name }: FilledIn): Value => `${name}${suffix}`;
}

const pod = 'spec podTemplate spec';

/** What a server takes that is told nothing. */
const untouchedPool = { value: '128M', by: 'the server takes it when nobody says anything' };

/** Source: kubedb/apimachinery apis/kubedb/v1/mariadb_helpers.go, apis/helpers.go, apis/kubedb/constants.go */
function kubedbCommon(container: string, helper: string, init: string): Default[] {
  return [
    { path: 'spec replicas', value: 1 },
    { path: 'spec distributed', value: false },
    { path: 'spec storageType', value: 'Durable' },
    { path: 'spec deletionPolicy', value: 'Delete' },
    { path: 'spec halted', value: false },
    { path: 'spec authSecret kind', value: 'Secret' },
    { path: 'spec authSecret name', value: derived('-auth') },
    { path: 'spec authSecret apiGroup', value: '' },
    { path: 'spec healthChecker periodSeconds', value: 10 },
    { path: 'spec healthChecker timeoutSeconds', value: 10 },
    { path: 'spec healthChecker failureThreshold', value: 1 },
    { path: 'spec autoOps disabled', value: false },
    { path: 'spec autoOps', value: {} },
    { path: 'spec allowedSchemas namespaces from', value: 'Same' },
    { path: `${pod} podPlacementPolicy name`, value: 'default' },
    { path: `${pod} serviceAccountName`, value: derived('') },
    { path: `${pod} securityContext **`, value: anything, printed: true },
    { path: `${pod} containers ${helper} **`, value: anything, printed: true },
    { path: `${pod} initContainers ${init} **`, value: anything, printed: true },
    { path: `${pod} containers ${container} name`, value: container },
    { path: `${pod} containers ${container} securityContext **`, value: anything, printed: true },
    { path: `${pod} containers ${container} resizePolicy **`, value: anything, printed: true },
    {
      path: `${pod} containers ${container} resources requests *`,
      value: ({ without }, path) => limitOf(without, path, container),
    },
    { path: `${pod} containers ${container} resources requests cpu`, value: '500m' },
    { path: `${pod} containers ${container} resources requests memory`, value: '1Gi' },
    { path: `${pod} containers ${container} resources limits memory`, value: '1Gi' },
  ];
}

/** A limit alone is the request too. */
function limitOf(object: Mapping, path: readonly string[], name: string): Value | undefined {
  const containers = at(object, 'spec', 'podTemplate', 'spec', 'containers');
  const list = Array.isArray(containers) ? containers : [];
  const container = list.find((each) => isMapping(each) && each['name'] === name);
  return isMapping(container) ? at(container, 'resources', 'limits', path.at(-1) ?? '') : undefined;
}

const kubedbMariadb: readonly Default[] = [
  ...kubedbCommon('mariadb', 'md-coordinator', 'mariadb-init'),
  {
    path: 'spec topology mode',
    value: ({ with: object, without }) => {
      // Filled in where nothing is said at all, and for more than one server.
      const replicas = at(object, 'spec', 'replicas');
      const isSaid = at(without, 'spec', 'topology') !== undefined;
      return !isSaid && typeof replicas === 'number' && replicas > 1 ? 'GaleraCluster' : undefined;
    },
  },
  { path: 'spec configuration inline *.cnf innodb-buffer-pool-size', ...untouchedPool },
  { path: 'spec wsrepSSTMethod', value: 'rsync' },
  { path: 'spec requireSSL', value: false },
];

const kubedbPostgres: readonly Default[] = [
  ...kubedbCommon('postgres', 'pg-coordinator', 'postgres-init-container'),
  { path: 'spec standbyMode', value: 'Hot' },
  { path: 'spec leaderElection period', value: wholeElection('300ms') },
  { path: 'spec leaderElection electionTick', value: wholeElection(10) },
  { path: 'spec leaderElection heartbeatTick', value: wholeElection(1) },
  { path: 'spec leaderElection maximumLagBeforeFailover', value: wholeElection(67108864) },
  { path: 'spec leaderElection transferLeadershipInterval', value: wholeElection('1s') },
  { path: 'spec leaderElection transferLeadershipTimeout', value: wholeElection('60s') },
  { path: 'spec replication walLimitPolicy', value: 'WALKeepSize' },
  { path: 'spec replication walKeepSize', value: 1536 },
  { path: 'spec clientAuthMode', value: anything, printed: true },
  {
    path: 'spec sslMode',
    value: ({ with: object }) => (at(object, 'spec', 'tls') === undefined ? 'disable' : 'verify-full'),
  },
];

/** Only an absent block gets these; a partial one gets others. */
function wholeElection(value: Value) {
  return ({ without }: FilledIn): Value | undefined =>
    at(without, 'spec', 'leaderElection') === undefined ? value : undefined;
}

/** Source: mariadb-operator/mariadb-operator api/v1alpha1, and its chart */
const operatorMariadb: readonly Default[] = [
  { path: 'spec image', value: 'mariadb:11.8.8' },
  { path: 'spec imagePullPolicy', value: 'IfNotPresent', printed: true },
  { path: 'spec port', value: 3306 },
  { path: 'spec myCnf innodb-buffer-pool-size', ...untouchedPool },
  { path: 'spec replicas', value: 1 },
  {
    path: 'spec replicasAllowEvenNumber',
    // Of an odd number it says nothing.
    value: ({ with: object }) => {
      const replicas = at(object, 'spec', 'replicas') ?? 1;
      return typeof replicas === 'number' && replicas % 2 === 1;
    },
  },
  { path: 'spec replicasAllowEvenNumber', value: false },
  { path: 'spec rootEmptyPassword', value: false },
  { path: 'spec rootPasswordSecretKeyRef name', value: ofAbsentPassword('-root') },
  { path: 'spec rootPasswordSecretKeyRef key', value: ofAbsentPassword('password') },
  { path: 'spec rootPasswordSecretKeyRef generate', value: ofAbsentPassword(true) },
  { path: 'spec rootPasswordSecretKeyRef generate', value: false },
  { path: 'spec resources requests *', value: asLimited },
  { path: 'spec suspend', value: false },
  { path: 'spec storage ephemeral', value: false },
  { path: 'spec storage resizeInUseVolumes', value: true },
  { path: 'spec storage waitForVolumeResize', value: true },
  { path: 'spec storage volumeClaimTemplate **', value: anything, printed: true },
  { path: 'spec affinity antiAffinityEnabled', value: false },
  { path: 'spec affinity podAntiAffinity **', value: anything, printed: true },
  { path: 'spec serviceAccountName', value: derived('') },
  { path: 'spec podSecurityContext **', value: anything, printed: true },
  { path: 'spec service type', value: 'ClusterIP' },
  { path: 'spec primaryService type', value: 'ClusterIP' },
  { path: 'spec secondaryService type', value: 'ClusterIP' },
  { path: 'spec updateStrategy type', value: 'ReplicasFirstPrimaryLast' },
  { path: 'spec updateStrategy autoUpdateDataPlane', value: false },
  { path: 'spec metrics enabled', value: false },
  { path: 'spec metrics exporter **', value: anything, printed: true },
  { path: 'spec metrics serviceMonitor **', value: anything, printed: true },
  { path: 'spec metrics username', value: derived('-metrics') },
  { path: 'spec metrics passwordSecretKeyRef **', value: anything, printed: true },
  { path: 'spec galera enabled', value: false },
  // Which server takes the writes is the operator's to say; it patches its own object.
  { path: 'spec galera primary podIndex', value: 0 },
  { path: 'spec galera primary podIndex', value: anything, printed: true },
  { path: 'spec galera primary autoFailover', value: true },
  { path: 'spec galera sst', value: 'mariabackup' },
  { path: 'spec galera availableWhenDonor', value: false },
  { path: 'spec galera galeraLibPath', value: '/usr/lib/galera/libgalera_smm.so' },
  { path: 'spec galera replicaThreads', value: 1 },
  { path: 'spec galera agent **', value: anything, printed: true },
  { path: 'spec galera initContainer **', value: anything, printed: true },
  { path: 'spec galera recovery enabled', value: wholeRecovery(true) },
  { path: 'spec galera recovery minClusterSize', value: 1 },
  { path: 'spec galera recovery clusterMonitorInterval', value: '10s' },
  { path: 'spec galera recovery clusterHealthyTimeout', value: '30s' },
  { path: 'spec galera recovery clusterBootstrapTimeout', value: '10m' },
  { path: 'spec galera recovery clusterUpscaleTimeout', value: '5m' },
  { path: 'spec galera recovery clusterDownscaleTimeout', value: '5m' },
  { path: 'spec galera recovery podRecoveryTimeout', value: '5m' },
  { path: 'spec galera recovery podSyncTimeout', value: '5m' },
  { path: 'spec galera config reuseStorageVolume', value: false },
  { path: 'spec galera config volumeClaimTemplate **', value: anything, printed: true },
  { path: 'spec replication enabled', value: false },
  { path: 'spec replication primary podIndex', value: 0 },
  { path: 'spec replication primary podIndex', value: anything, printed: true },
  { path: 'spec replication primary autoFailover', value: true },
  { path: 'spec replication primary autoFailoverDelay', value: '0s' },
  { path: 'spec replication gtidStrictMode', value: true },
  { path: 'spec replication semiSyncEnabled', value: true },
  { path: 'spec replication replica syncTimeout', value: '10s' },
  { path: 'spec replication agent **', value: anything, printed: true },
  { path: 'spec replication initContainer **', value: anything, printed: true },
  {
    path: 'spec tls enabled',
    value: ({ without }) => at(without, 'spec', 'tls') === undefined,
  },
  { path: 'spec tls required', value: false },
  { path: 'spec tls galeraSSTEnabled', value: false },
  { path: 'spec tls serverCASecretRef name', value: derived('-ca'), printed: true },
  { path: 'spec tls clientCASecretRef name', value: derived('-ca'), printed: true },
  { path: 'spec tls serverCertSecretRef name', value: derived('-server-cert'), printed: true },
  { path: 'spec tls clientCertSecretRef name', value: derived('-client-cert'), printed: true },
];

/** What a server takes that is told nothing. */
/** A secret of which nothing is said; the other fields mean nothing without it. */
function ofAbsentPassword(value: string | true) {
  return ({ name, without }: FilledIn): Value | undefined => {
    if (at(without, 'spec', 'rootPasswordSecretKeyRef') !== undefined) return undefined;
    return value === '-root' ? `${name}-root` : value;
  };
}

/** A container that has a limit alone gets it as its request too. */
function asLimited({ without }: FilledIn, path: readonly string[]): Value | undefined {
  return at(without, ...path.slice(0, -2), 'limits', path.at(-1) ?? '');
}

/** Beside anything else an `enabled` that is not said means false. */
function wholeRecovery(value: Value) {
  return ({ without }: FilledIn): Value | undefined =>
    at(without, 'spec', 'galera', 'recovery') === undefined ? value : undefined;
}

const reference: readonly Default[] = [
  { path: 'spec mariaDbRef kind', value: 'MariaDB' },
  { path: 'spec mariaDbRef waitForIt', value: true },
];

const operatorKinds: Readonly<Record<string, readonly Default[]>> = {
  MariaDB: operatorMariadb,
  User: [
    ...reference,
    { path: 'spec name', value: derived('') },
    { path: 'spec host', value: '%' },
    { path: 'spec maxUserConnections', value: 10 },
  ],
  Database: [
    ...reference,
    { path: 'spec name', value: derived('') },
    { path: 'spec characterSet', value: 'utf8' },
    { path: 'spec collate', value: 'utf8_general_ci' },
  ],
  Grant: [
    ...reference,
    { path: 'spec database', value: '*' },
    { path: 'spec table', value: '*' },
    { path: 'spec host', value: '%' },
    { path: 'spec grantOption', value: false },
  ],
  Connection: [...reference, { path: 'spec secretName', value: derived('') }],
  Backup: [
    ...reference,
    { path: 'spec maxRetention', value: '720h' },
    { path: 'spec backoffLimit', value: 5 },
    { path: 'spec schedule suspend', value: false },
  ],
  PhysicalBackup: [
    ...reference,
    { path: 'spec maxRetention', value: '720h' },
    { path: 'spec target', value: 'Replica' },
    { path: 'spec timeout', value: '1h' },
    { path: 'spec podAffinity', value: true },
    { path: 'spec schedule suspend', value: false },
  ],
  ExternalMariaDB: [
    { path: 'spec port', value: 3306 },
    { path: 'spec tls mutual', value: true },
  ],
};

/** Source: kube-slice/kubeslice-controller apis/controller/v1alpha1 */
const kubeslice: Readonly<Record<string, readonly Default[]>> = {
  Project: [{ path: 'spec defaultSliceCreation', value: false }],
  Cluster: [
    { path: 'spec enableAutoEviction', value: false },
    { path: 'spec requeueOnFailure', value: false },
    { path: 'spec clusterProperty geoLocation cloudProvider', value: anything, printed: true },
    { path: 'spec clusterProperty geoLocation cloudRegion', value: anything, printed: true },
    { path: 'spec clusterProperty monitoring **', value: anything, printed: true },
  ],
  SliceConfig: [
    { path: 'spec overlayNetworkDeploymentMode', value: 'single-network' },
    { path: 'spec sliceType', value: 'Application' },
    { path: 'spec sliceIpamType', value: 'Local' },
    { path: 'spec sliceGatewayProvider sliceCaType', value: 'Local' },
    { path: 'spec sliceGatewayProvider sliceGatewayType', value: 'OpenVPN' },
    { path: 'spec sliceGatewayProvider sliceGatewayServiceType * type', value: 'NodePort' },
    { path: 'spec sliceGatewayProvider sliceGatewayServiceType * protocol', value: 'UDP' },
    { path: 'spec maxClusters', value: 16 },
    { path: 'spec rotationInterval', value: 30 },
    {
      path: 'spec vpnConfig cipher',
      value: ({ without }) => (at(without, 'spec', 'vpnConfig') === undefined ? 'AES-256-CBC' : undefined),
    },
    { path: 'spec qosProfileDetails queueType', value: 'HTB' },
    { path: 'spec qosProfileDetails tcType', value: 'BANDWIDTH_CONTROL' },
    { path: 'spec namespaceIsolationProfile isolationEnabled', value: false },
  ],
};

const klusterlet: readonly Default[] = [
  { path: 'spec workConfiguration kubeAPIQPS', value: 50 },
  { path: 'spec workConfiguration kubeAPIBurst', value: 100 },
  { path: 'spec workConfiguration hubKubeAPIQPS', value: 50 },
  { path: 'spec workConfiguration hubKubeAPIBurst', value: 100 },
  // `clusteradm join` makes the object; what dbspan applies is merged into it.
  { path: 'spec **', value: anything, printed: true },
];

const placementPolicy: readonly Default[] = [
  { path: 'spec nodeSpreadConstraint maxSkew', value: 1 },
  { path: 'spec zoneSpreadConstraint maxSkew', value: 1 },
  { path: 'spec nodeSpreadConstraint whenUnsatisfiable', value: 'DoNotSchedule' },
  { path: 'spec zoneSpreadConstraint whenUnsatisfiable', value: 'DoNotSchedule' },
];
