import { describe, expect, test } from 'vitest';
import { goodManifests } from './manifests-one-mistake.testing.js';
import { change, manifestFindingsOf } from './testing.js';

test('the good manifests give no finding, not even a note', () => {
  expect(manifestFindingsOf(goodManifests)).toEqual([]);
});

/** Where an object more goes. */
const end = 'metadata:\n  name: shop # the Namespace\n';

function object(apiVersion: string, kind: string, name: string, namespace: string, spec: string): string {
  return `${end}---\napiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: ${name}, namespace: ${namespace} }\nspec: ${spec}\n`;
}

/** What is changed into what, and the rules that say something. */
const mistakes: readonly (readonly [from: string, to: string, ids: readonly string[]])[] = [
  // Project
  ['shop # the Project', 'shopp # the Project', ['slice/outside-project']],
  ['shop # the Project', 'kubeslice-shop # the Project', ['slice/project-name']],
  ['  namespace: kubeslice-controller\n', '  namespace: kubeslice-system\n', ['slice/project-namespace']],
  ['readWrite: [admin]', 'readWrite: [admin-]', ['slice/project-account']],
  ['readWrite: [admin]', 'readWrite: [admin, Admin]', ['slice/accounts-collapse']],
  [
    '  name: shop # the Project\n',
    '  name: shop # the Project\n  labels: { team: shop }\n',
    ['slice/project-labels'],
  ],
  // ManagedCluster
  [
    '  name: par\nspec:\n  hubAcceptsClient: true',
    '  name: part\nspec:\n  hubAcceptsClient: true',
    ['ocm/unknown-cluster'],
  ],
  [
    '  name: par\nspec:\n  hubAcceptsClient: true',
    '  name: par\nspec:\n  hubAcceptsClient: false',
    ['ocm/not-accepted'],
  ],
  [
    '  name: par\nspec:\n  hubAcceptsClient: true',
    '  name: par\nspec:\n  hubAcceptsClient: true\n  taints: [{ key: a, effect: NoSelect, timeAdded: "2026-01-01T00:00:00Z" }]',
    ['ocm/taint'],
  ],
  [
    '  name: par\nspec:\n  hubAcceptsClient: true',
    '  name: par\nspec:\n  hubAcceptsClient: true\n  managedClusterClientConfigs: [{ url: http://par }]',
    ['ocm/client-url'],
  ],
  // Klusterlet
  ['  clusterName: par\n', '  clusterName: part\n', ['ocm/unknown-cluster']],
  ['RawFeedbackJsonString # of par', 'RawFeedbackJsonStrings # of par', ['ocm/raw-feedback']],
  ['mode: Enable # of par', 'mode: Disable # of par', ['ocm/raw-feedback']],
  [
    '      - feature: RawFeedbackJsonString # of par\n        mode: Enable # of par\n',
    '      - { feature: ExecutorValidatingCaches, mode: Enable }\n',
    ['ocm/raw-feedback'],
  ],
  ['    hubKubeAPIQPS: 50 # of par\n', '', ['ocm/agent-rate']],
  ['876000h # of par', '60m # of par', ['ocm/eviction']],
  ['    appliedManifestWorkEvictionGracePeriod: 876000h # of par\n', '', ['ocm/eviction']],
  // ManagedClusterAddOn
  ['kubeslice # of par', 'kube-slice # of par', ['ocm/addon-config']],
  ['par # of the add-on', 'part # of the add-on', ['ocm/unknown-cluster']],
  ['kubeslice-system # of par', 'kubeslice # of par', ['ocm/addon-namespace']],
  ['clusters # of par', 'cluster # of par', ['ocm/addon-config']],
  ['kubeslice-shop # in the add-on of par', 'kubeslice-shopp # in the add-on of par', ['ocm/addon-config']],
  ['par # in the add-on', 'ams # in the add-on', ['ocm/addon-config']],
  ['par # in the add-on', 'part # in the add-on', ['ocm/addon-config']],
  // Cluster
  ['par # the Cluster', 'part # the Cluster', ['ocm/unknown-cluster']],
  ['par # the Cluster', 'ams # the Cluster', ['slice/members']],
  ['kubeslice-shop # of par', 'kubeslice-shopp # of par', ['slice/outside-project']],
  ['kubeslice-shop # of par', 'default # of par', ['slice/outside-project']],
  ['  networkInterface: eth0 # of par\n', '', ['slice/network-interface']],
  ['[10.4.0.56]', '[10.4.0.560]', ['slice/node-ips']],
  ['[10.4.0.56]', '[127.0.0.1]', ['slice/node-ips']],
  ['[10.4.0.56]', '[10.3.0.56]', ['slice/node-ips-shared']],
  ['[10.4.0.56]', '[10.7.0.56]', ['slice/address-in-subnet']],
  ['[10.4.0.56]', '[52.4.0.56]', ['slice/server-unreachable']],
  ['{} # of par', '{ geoLocation: { latitude: "52.3" } }', ['slice/location']],
  ['{} # of par', '{ geoLocation: { cloudRegion: eu } }', ['slice/overwritten-field']],
  ['  clusterProperty: {} # of par\n', '  nodeIP: 10.9.0.1\n', ['slice/node-ip-deprecated']],
  // SliceConfig
  ['shop # the SliceConfig', 'shopp # the SliceConfig', ['placement/slice']],
  ['kubeslice-shop # of the slice', 'kubeslice-shopp # of the slice', ['slice/outside-project']],
  ['kubeslice-shop # of the slice', 'shop # of the slice', ['slice/outside-project']],
  ['10.7.0.0/16', '10.7.0.0/20', ['slice/subnet-form']],
  ['10.7.0.0/16', '11.7.0.0/16', ['slice/subnet-form']],
  ['  sliceSubnet: 10.7.0.0/16\n', '', ['slice/subnet-form']],
  ['maxClusters: 16', 'maxClusters: 2', ['slice/max-clusters']],
  ['maxClusters: 16', 'maxClusters: 3', ['slice/slots-wasted']],
  ['maxClusters: 16', 'maxClusters: 12', ['slice/slots-wasted']],
  ['sliceType: Application', 'sliceType: Any', ['slice/unchecked-value']],
  ['AES-256-CBC', 'AES-128-CBC', ['slice/cipher-unused']],
  ['protocol: UDP', 'protocol: TCP', ['slice/wireguard-tcp']],
  ['{ cluster: fra, type', '{ cluster: lon, type', ['slice/not-a-member']],
  [
    'protocol: UDP }',
    'protocol: UDP }\n      - { cluster: fra, type: NodePort, protocol: UDP }',
    ['slice/gateway-services'],
  ],
  [
    'protocol: UDP }',
    'protocol: UDP }\n      - { cluster: "*", type: NodePort, protocol: UDP }',
    ['slice/gateway-service-order'],
  ],
  ['  clusters: [fra, ams, par]', '  clusters: [fra, ams]', ['placement/slice']],
  ['  clusters: [fra, ams, par]\n', '', ['slice/not-a-member']],
  ['  clusters: [fra, ams, par]', '  clusters: []', ['slice/not-a-member']],
  ['  clusters: [fra, ams, par]', '  clusters: [fra, ams, par, lon]', ['slice/members']],
  ['  clusters: [fra, ams, par]', '  clusters: [fra, ams, part]', ['slice/members']],
  ['  clusters: [fra, ams, par]', '  clusters: [fra, ams, par, ams]', ['slice/members']],
  ['  standardQosProfileName: default\n', '', ['slice/bandwidth']],
  [
    'ProfileName: default\n',
    'ProfileName: default\n  qosProfileDetails: { bandwidthCeilingKbps: 5120, bandwidthGuaranteedKbps: 6000 }\n',
    ['slice/bandwidth'],
  ],
  [
    '  standardQosProfileName: default\n',
    '  qosProfileDetails: { bandwidthCeilingKbps: 5120, bandwidthGuaranteedKbps: 6000 }\n',
    ['slice/bandwidth'],
  ],
  [
    '  standardQosProfileName: default\n',
    '  standardQosProfileName: default\n  renewBefore: 2026-01-01T00:00:00Z\n',
    ['slice/renew-before'],
  ],
  [
    '  standardQosProfileName: default\n',
    '  standardQosProfileName: default\n  topology: full-mesh\n',
    ['slice/pruned-field'],
  ],
  [
    '  standardQosProfileName: default\n',
    '  standardQosProfileName: default\n  overlayNetworkDeploymentMode: no-network\n',
    ['placement/off-the-network'],
  ],
  [
    '  standardQosProfileName: default\n',
    '  standardQosProfileName: default\n  overlayNetworkDeploymentMode: multi-network\n',
    ['placement/off-the-network'],
  ],
  ['      - namespace: shop\n        clusters: ["*"]\n', '', ['placement/namespace-joined']],
  [
    '      - namespace: shop\n        clusters: ["*"]\n',
    '      - namespace: shop\n        clusters: [fra, ams]\n',
    ['placement/namespace-joined'],
  ],
  [
    '      - namespace: shop\n        clusters: ["*"]\n',
    '      - namespace: shop\n',
    ['slice/namespace-entry'],
  ],
  [
    '      - namespace: shop\n        clusters: ["*"]\n',
    '      - namespace: shop\n        clusters: ["*", fra]\n',
    ['slice/namespace-entry'],
  ],
  [
    '      - namespace: shop\n        clusters: ["*"]\n',
    '      - namespace: shop\n        clusters: [fra, ams, par, lon]\n',
    ['slice/not-a-member'],
  ],
  [
    '      - namespace: shop\n        clusters: ["*"]\n',
    '      - namespace: shop\n        clusters: ["*"]\n      - { namespace: shop, clusters: ["*"] }\n',
    ['slice/namespaces'],
  ],
  ['      - { namespace: kubedb, clusters: ["*"] }\n', '', ['placement/operator-namespace']],
  [
    '      - { namespace: kubedb, clusters: ["*"] }\n',
    '      - { namespace: kubedb, clusters: ["*"] }\n      - { namespace: kube-system, clusters: ["*"] }\n',
    ['slice/namespaces'],
  ],
  ['namespace: kube-system, clusters', 'namespace: tools, clusters', ['slice/allowed-namespaces']],
  // PlacementPolicy
  ['shop-orders # the policy', 'orders # the policy', ['kubedb/policy-reference']],
  [
    '  name: shop-orders # the policy\n',
    '  name: shop-orders # the policy\n  namespace: shop\n',
    ['placement/namespace'],
  ],
  ['kubeslice-shop # of orders', 'kubeslice-mall # of orders', ['placement/slice']],
  ['shop # of orders\n    distributionRules', 'mall # of orders\n    distributionRules', ['placement/slice']],
  [
    'clusterName: par, storageClassName: fast, replicaIndices: [2] } # of orders',
    'clusterName: part, storageClassName: fast, replicaIndices: [2] } # of orders',
    ['placement/slice'],
  ],
  [
    'clusterName: par, storageClassName: fast, replicaIndices: [2] } # of orders',
    'clusterName: par, storageClassName: fast, replicaIndices: [3] } # of orders',
    ['placement/indices'],
  ],
  [
    'clusterName: par, storageClassName: fast, replicaIndices: [2] } # of orders',
    'clusterName: par, storageClassName: fast, replicaIndices: [1] } # of orders',
    ['placement/indices'],
  ],
  [
    'clusterName: par, storageClassName: fast, replicaIndices: [2] } # of orders',
    'clusterName: par, storageClassName: fast, replicaIndices: [-1] } # of orders',
    ['placement/indices'],
  ],
  [
    'clusterName: par, storageClassName: fast, replicaIndices: [2] } # of orders',
    'clusterName: par, replicaIndices: [2] } # of orders',
    ['placement/storage-class'],
  ],
  [
    'clusterName: par, storageClassName: fast, replicaIndices: [2] } # of orders',
    'clusterName: ams, storageClassName: fast, replicaIndices: [2] } # of orders',
    ['kubedb/quorum-in-one-cluster'],
  ],
  [
    '      - { clusterName: par, storageClassName: fast, replicaIndices: [2] } # of orders\n',
    '',
    ['placement/replicas-covered'],
  ],
  [
    '      - { clusterName: par, storageClassName: fast, replicaIndices: [2] } # of books\n',
    '',
    ['placement/replicas-covered'],
  ],
  ['ScheduleAnyway } # of orders', 'Maybe } # of orders', ['placement/spread-constraint']],
  [
    'maxSkew: 1, whenUnsatisfiable: ScheduleAnyway',
    'maxSkew: 0, whenUnsatisfiable: ScheduleAnyway',
    ['placement/spread-constraint'],
  ],
  [', whenUnsatisfiable: ScheduleAnyway', '', ['placement/spread-default']],
  // Secrets
  ['  password: swordfish # of orders\n', '', ['kubedb/auth-secret']],
  ['username: root', 'username: admin', ['kubedb/auth-secret']],
  // MariaDB
  ['orders # the database', 'orders-1 # the database', ['kubedb/names']],
  ['orders # the database', 'a-very-long-name-for-a-maria-db-x # the database', ['kubedb/names']],
  ['orders # the database', 'books # the database', ['kubedb/names']],
  ['orders # the database', 'data-books # the database', ['kubedb/names']],
  ['shop # of orders\nspec:\n  version', 'kube-system # of orders\nspec:\n  version', ['kubedb/namespace']],
  ['shop # of orders\nspec:\n  version', 'fra # of orders\nspec:\n  version', ['ocm/cluster-name']],
  [
    'shop # of orders\nspec:\n  version',
    'mall # of orders\nspec:\n  version',
    ['placement/namespace-joined'],
  ],
  [
    'shop # of orders\nspec:\n  version',
    'kubeslice-system # of orders\nspec:\n  version',
    ['kubedb/namespace'],
  ],
  ['replicas: 3 # of orders', 'replicas: 5 # of orders', ['placement/replicas-covered']],
  ['replicas: 3 # of orders', 'replicas: 2 # of orders', ['kubedb/replicas']],
  ['replicas: 3 # of orders', 'replicas: 1 # of orders', ['kubedb/replicas']],
  ['replicas: 3 # of orders', 'replicas: 0 # of orders', ['kubedb/replicas']],
  ['replicas: 3 # of orders', 'replicas: 4 # of orders', ['kubedb/replicas']],
  ['  replicas: 3 # of orders\n', '', ['kubedb/replicas']],
  ['  distributed: true # orders\n', '', ['placement/not-distributed']],
  ['storage: 20Gi } } # of orders', 'storage: 0 } } # of orders', ['kubedb/storage-request']],
  ['storage: 20Gi } } # of orders', 'storage: 20480Mi } } # of orders', ['kubedb/drift']],
  [
    'storage: 20Gi } } # of orders',
    'storage: 20Gi } }\n    storageClassName: fast',
    ['kubedb/storage-class-on-hub'],
  ],
  [
    'storage: 20Gi } } # of orders',
    'storage: 20Gi } }\n    storageClassName: ""',
    ['kubedb/storage-request'],
  ],
  [
    '  storage:\n    resources: { requests: { storage: 20Gi } } # of orders\n',
    '',
    ['kubedb/storage-request'],
  ],
  ['DoNotTerminate # of orders', 'WipeOut # of orders', ['kubedb/wipe-out']],
  ['DoNotTerminate # of orders', 'DoNotTerminate\n  halted: true # of orders', ['kubedb/deletion-policy']],
  ['DoNotTerminate # of orders', 'Delete\n  halted: true # of orders', ['kubedb/drift']],
  ['  deletionPolicy: DoNotTerminate # of orders\n', '', ['kubedb/deletion-policy-unsaid']],
  ['{ mode: GaleraCluster }', '{}', ['kubedb/topology-mode']],
  ['{ mode: GaleraCluster }', '{ mode: MariaDBReplication }', ['kubedb/topology-mode']],
  ['{ mode: GaleraCluster }', '{ mode: GaleraCluster, maxscale: { replicas: 3 } }', ['kubedb/idle-setting']],
  [
    'podPlacementPolicy: { name: shop-orders }',
    'podPlacementPolicy: { name: shop-order }',
    ['kubedb/policy-reference'],
  ],
  ['      podPlacementPolicy: { name: shop-orders }\n', '', ['kubedb/policy-reference']],
  [
    'podPlacementPolicy: { name: shop-orders }',
    'podPlacementPolicy: { name: default }',
    ['kubedb/policy-reference'],
  ],
  ['        - name: mariadb\n', '        - name: maria\n', ['kubedb/container-name']],
  [
    '        - name: mariadb\n',
    '        - name: mariadb\n          env: [{ name: MYSQL_ROOT_PASSWORD, value: a }]\n',
    ['kubedb/environment'],
  ],
  [
    '        - name: mariadb\n',
    '        - name: mariadb\n          volumeMounts: [{ name: a, mountPath: /var/lib/mysql }]\n',
    ['kubedb/reserved-path'],
  ],
  [
    '        - name: mariadb\n',
    '        - name: mariadb\n          volumeMounts: [{ name: a, mountPath: /etc }]\n',
    ['kubedb/path-above'],
  ],
  ['limits: { memory: 2Gi } # of orders', 'limits: { memory: 4Gi } # of orders', ['kubedb/resources']],
  ['limits: { memory: 2Gi } # of orders', 'limits: { memory: 1Gi } # of orders', ['kubedb/resources']],
  ['limits: { memory: 2Gi } # of orders', 'limits: { memory: 2048Mi } # of orders', ['kubedb/drift']],
  [
    '  podTemplate:\n    spec:\n      podPlacementPolicy: { name: shop-orders }',
    '  podTemplate:\n    metadata: { labels: { kubeslice.io/exclude: "true" } }\n    spec:\n      podPlacementPolicy: { name: shop-orders }',
    ['placement/off-the-network'],
  ],
  [
    '  topology: { mode: GaleraCluster }\n',
    '  topology: { mode: GaleraCluster }\n  tls: { certificates: [{ alias: server }] }\n',
    ['kubedb/tls'],
  ],
  [
    '  topology: { mode: GaleraCluster }\n',
    '  topology: { mode: GaleraCluster }\n  monitor: {}\n',
    ['kubedb/monitor'],
  ],
  [
    '  topology: { mode: GaleraCluster }\n',
    '  topology: { mode: GaleraCluster }\n  configSecret: { name: my }\n',
    ['kubedb/drift'],
  ],
  [
    '  version: "11.8.5"\n',
    '  version: "10.4.32"\n  requireSSL: true\n',
    ['kubedb/version-end-of-life', 'kubedb/require-ssl'],
  ],
  [
    'apiVersion: kubedb.com/v1\nkind: MariaDB',
    'apiVersion: kubedb.com/v1alpha2\nkind: MariaDB',
    ['kubedb/api-version'],
  ],
  [
    'apiVersion: kubedb.com/v1\nkind: MariaDB',
    'apiVersion: kubedb.com/v1\nkind: Postgres',
    ['kubedb/version-unknown', 'kubedb/container-name'],
  ],
  // Postgres
  ['replicas: 3 # of books', 'replicas: 2 # of books', ['kubedb/replicas']],
  ['replicas: 3 # of books', 'replicas: 4 # of books', ['kubedb/replicas']],
  ['replicas: 3 # of books', 'replicas: 1 # of books', ['kubedb/replicas']],
  ['replicas: 3 # of books', 'replicas: 5 # of books', ['placement/replicas-covered']],
  [
    'streamingMode: Asynchronous',
    'streamingMode: Synchronous\n  synchronousReplicationConfig: { numSyncReplicas: 3 }',
    ['kubedb/postgres-synchronous'],
  ],
  [
    'streamingMode: Asynchronous',
    'streamingMode: Asynchronous\n  sslMode: require',
    ['kubedb/postgres-ssl-mode'],
  ],
  [
    'streamingMode: Asynchronous',
    'streamingMode: Asynchronous\n  clientAuthMode: cert',
    ['kubedb/postgres-client-auth'],
  ],
  [
    'streamingMode: Asynchronous',
    'streamingMode: Asynchronous\n  leaderElection: { period: 300ms }',
    ['kubedb/leader-election-partial'],
  ],
  [
    'streamingMode: Asynchronous',
    'streamingMode: Asynchronous\n  leaderElection: { period: 1 day, maximumLagBeforeFailover: 1 }',
    ['kubedb/leader-election'],
  ],
  [
    'streamingMode: Asynchronous',
    'streamingMode: Asynchronous\n  replication: { walLimitPolicy: WALKeepSegment }',
    ['kubedb/postgres-wal-retention'],
  ],
  [
    'streamingMode: Asynchronous',
    'streamingMode: Asynchronous\n  readReplicas: [{ name: reports, replicas: 1 }]',
    ['kubedb/read-replica-placement'],
  ],
  [
    'streamingMode: Asynchronous',
    'streamingMode: Asynchronous\n  readReplicas: [{ name: reports, replicas: 5, podPlacementPolicy: { name: ledger-books } }]',
    ['placement/replicas-covered'],
  ],
  [
    'streamingMode: Asynchronous',
    'streamingMode: Asynchronous\n  readReplicas: [{ name: arbiter, replicas: 1, podPlacementPolicy: { name: ledger-books } }]',
    ['kubedb/postgres-read-replicas'],
  ],
  // More of both kinds
  [
    'kind: PlacementPolicy\nmetadata:\n  name: shop-orders',
    'kind: PodPlacementPolicy\nmetadata:\n  name: shop-orders',
    ['placement/kind'],
  ],
  [
    '    distributionRules:\n      - { clusterName: fra, storageClassName: fast, replicaIndices: [0] } # of orders',
    '    failoverPolicy: { mode: Auto }\n    distributionRules:\n      - { clusterName: fra, storageClassName: fast, replicaIndices: [0] } # of orders',
    ['placement/field'],
  ],
  ['[0] } # of orders', '[0], role: Voter } # of orders', ['placement/field']],
  ['  password: swordfish # of books\n', '', ['kubedb/auth-secret']],
  [
    '        - name: postgres\n',
    '        - name: postgres\n          securityContext: { runAsUser: 0 }\n',
    ['kubedb/postgres-user'],
  ],
  [
    '        - name: postgres\n',
    '        - name: postgres\n          env: [{ name: POSTGRES_PASSWORD, value: a }]\n',
    ['kubedb/environment'],
  ],
  ['Halt # of books', 'Halt\n  healthChecker: { periodSeconds: 0 }', ['kubedb/health-checker']],
  ['Durable # of books', 'Ephemeral # of books', ['kubedb/deletion-policy']],
  [
    'DoNotTerminate # of orders',
    'DoNotTerminate\n  init: { script: { git: { args: ["--root=/scripts"] } } }',
    ['kubedb/reserved-path'],
  ],
  // An object too many
  [end, object('v1', 'ResourceQuota', 'limits', 'shop', '{ hard: { pods: 9 } }'), ['slice/quota']],
  [
    end,
    object(
      'worker.kubeslice.io/v1alpha1',
      'WorkerSliceConfig',
      'shop-fra',
      'kubeslice-shop',
      '{ sliceName: shop }',
    ),
    ['slice/controller-owned'],
  ],
  [
    end,
    object(
      'controller.kubeslice.io/v1alpha1',
      'VpnKeyRotation',
      'shop',
      'kubeslice-shop',
      '{ sliceName: shop }',
    ),
    ['slice/controller-owned'],
  ],
  [
    end,
    object(
      'controller.kubeslice.io/v1alpha1',
      'VpnKeyRotation',
      'keys',
      'kubeslice-shop',
      '{ sliceName: shop }',
    ),
    ['slice/key-rotation'],
  ],
  [
    end,
    object('controller.kubeslice.io/v1alpha1', 'SliceQoSConfig', 'gold', 'mall', '{ priority: 1 }'),
    ['slice/outside-project'],
  ],
  [
    end,
    object('controller.kubeslice.io/v1alpha1', 'SliceQoSConfig', 'gold', 'kubeslice-shop', '{ priority: 9 }'),
    ['slice/unchecked-value'],
  ],
  [
    end,
    object('networking.kubeslice.io/v1beta1', 'ServiceExport', 'books', 'mall', '{ slice: shop }'),
    ['slice/service-export'],
  ],
  [
    end,
    object('networking.kubeslice.io/v1beta1', 'ServiceExport', 'books', 'ledger', '{ slice: shp }'),
    ['slice/service-export'],
  ],
  [
    end,
    object('networking.kubeslice.io/v1beta1', 'Slice', 'shop', 'kubeslice-system', '{}'),
    ['slice/controller-owned'],
  ],
  [
    end,
    object('security.istio.io/v1', 'PeerAuthentication', 'strict', 'shop', '{ mtls: { mode: STRICT } }'),
    ['slice/istio-mtls'],
  ],
  [
    end,
    object(
      'work.open-cluster-management.io/v1',
      'ManifestWork',
      'empty',
      'par',
      '{ workload: { manifests: [] } }',
    ),
    ['ocm/work-manifest'],
  ],
  [
    end,
    object(
      'work.open-cluster-management.io/v1',
      'ManifestWork',
      'orders-0',
      'par',
      '{ workload: { manifests: [{ apiVersion: v1, kind: Namespace, metadata: { name: tools } }] } }',
    ),
    ['ocm/work-name'],
  ],
  [
    end,
    object(
      'work.open-cluster-management.io/v1',
      'ManifestWork',
      'tools',
      'part',
      '{ workload: { manifests: [{ apiVersion: v1, kind: Namespace, metadata: { name: tools } }] } }',
    ),
    ['ocm/unknown-cluster'],
  ],
  [
    end,
    object(
      'cluster.open-cluster-management.io/v1beta2',
      'ManagedClusterSetBinding',
      'one',
      'shop',
      '{ clusterSet: two }',
    ),
    ['ocm/set-binding'],
  ],
  [
    end,
    object(
      'kubedb.com/v1',
      'MariaDB',
      'orders-pods',
      'shop',
      '{ version: "11.8.5", replicas: 1, storage: { resources: { requests: { storage: 1Gi } } }, deletionPolicy: Halt }',
    ),
    ['kubedb/derived-names'],
  ],
  [
    end,
    object(
      'kubedb.com/v1',
      'MariaDB',
      'orders',
      'ledger',
      '{ version: "11.8.5", replicas: 3, distributed: true, storage: { resources: { requests: { storage: 20Gi } } }, deletionPolicy: Halt, podTemplate: { spec: { podPlacementPolicy: { name: shop-orders } } } }',
    ),
    ['kubedb/names'],
  ],
];

describe('one mistake', () => {
  test.each(mistakes)('%s > %s', (from, to, ids) => {
    const findings = manifestFindingsOf(change(goodManifests, from, to));
    const found = findings.map((finding) => finding.split(' ')[1]);
    expect(found, findings.join('\n')).toEqual(ids);
  });
});
