import { describe, expect, test } from 'vitest';
import { change, manifestFindingsOf } from '../testing.js';
import { goodObjects } from './one-mistake.testing.js';

/** A change of one line of the objects, and the rules that speak of it. */
const mistakes: readonly (readonly [from: string, to: string, ids: readonly string[]])[] = [
  // A Galera cluster
  ['replicas: 3 # of orders', 'replicas: 4 # of orders', ['even-replicas']],
  ['replicas: 3 # of orders', 'replicas: 1 # of orders', ['replicas']],
  ['replicas: 3 # of orders', 'replicas: 5\n  replicasAllowEvenNumber: true', ['even-flag']],
  ['enabled: true # Galera', 'enabled: false', ['replicas']],
  ['    enabled: true # Galera\n', '', ['enabled-unsaid']],
  ['sst: mariabackup', 'sst: mariabackup\n    primary: { podIndex: 0 }', ['pod-index']],
  ['sst: mariabackup', 'sst: mariabackup\n    primary: { podIndex: 3 }', ['pod-range']],
  ['gcache.size: 1G', 'gcache.size: 1G;', ['provider-options']],
  ['gcache.size: 1G', 'ist.recv_addr: 10.0.0.1', ['provider-options']],
  ['      enabled: true # recovery\n', '', ['enabled-unsaid']],
  ['podSyncTimeout: 1h', 'podSyncTimeout: 1 h', ['duration']],
  ['podSyncTimeout: 1h', 'minClusterSize: 2', ['recovery-eager']],
  ['podSyncTimeout: 1h', 'minClusterSize: 7', ['pod-range']],
  ['podSyncTimeout: 1h', 'forceClusterBootstrapInPod: orders-2', ['forced-bootstrap']],
  ['podSyncTimeout: 1h', 'forceClusterBootstrapInPod: orders-3', ['pod-range']],
  ['        enabled: true # agent\n', '', ['enabled-unsaid']],
  ['enabled: true # agent\n', 'enabled: true\n      basicAuth: { enabled: true }\n', ['agent-auth']],
  ['reuseStorageVolume: true', 'reuseStorageVolume: false', ['galera-volume']],
  ['    antiAffinityEnabled: true # of orders\n', '    nodeAffinity: {}\n', ['anti-affinity']],
  ['maxUnavailable: 1 # of orders', 'maxUnavailable: 66%', ['disruption-room']],
  ['maxUnavailable: 1 # of orders', 'maxUnavailable: 1\n    minAvailable: 2', ['disruption-budget']],
  ['fsGroup: 999', 'runAsUser: 999', ['pod-security']],
  [
    'failureThreshold: 200 # of orders',
    'failureThreshold: 200\n    exec: { command: [a] }',
    ['ignored-field'],
  ],
  ['image: mariadb:11.8.8 # of orders', 'image: mariadb:11.8.8-ubi', ['galera-library']],
  ['image: mariadb:11.8.8 # of orders', 'image: mariadb:lts', ['image']],
  ['galeraSSTEnabled: true', 'galeraSSTEnabled: false', ['transfer-encryption']],
  ['enabled: true # TLS of orders', 'enabled: true\n    serverCertSecretRef: { name: a }', ['tls']],
  ['    enabled: true # TLS of orders\n', '', ['enabled-unsaid']],
  ['size: 20Gi # of orders', 'size: 0', ['storage']],
  ['    size: 20Gi # of orders\n', '', ['storage']],
  ['    size: 20Gi # of orders\n', '    ephemeral: true\n', ['storage']],
  [
    'size: 20Gi # of orders',
    'size: 20Gi\n    pvcRetentionPolicy: { whenDeleted: Delete }',
    ['volumes-deleted'],
  ],
  ['type: LoadBalancer', 'type: ClusterIP', ['service']],
  ['port: 9000', 'port: 4567', ['service']],
  ['key: my.cnf # of orders', 'key: mycnf', ['configuration-reference']],
  ['key: my.cnf # of orders', 'key: orders.cnf', ['references']],
  ['    k8s.mariadb.com/watch: ""\n', '    app: orders\n', ['configuration-watch']],
  [
    'rootPasswordSecretKeyRef: # of orders',
    'rootEmptyPassword: true\n  rootPasswordSecretKeyRef:',
    ['root-password'],
  ],
  ['key: password # of orders', 'key: pasword', ['references']],
  // A database with replication
  ['replicas: 2 # of books', 'replicas: 0', ['replicas']],
  ['image: mariadb:11.8.8 # of books', 'image: mariadb:10.6.20', ['point-in-time']],
  ['skip-name-resolve', 'skip-log-bin', ['binary-log']],
  ['type: ReplicasFirstPrimaryLast', 'type: OnDelete', ['backups-skipped']],
  [
    '        physicalBackupTemplateRef: { name: nightly }\n',
    '        physicalBackupTemplateRef: { name: night }\n',
    ['references'],
  ],
  ['      bootstrapFrom:\n        physicalBackupTemplateRef: { name: nightly }\n', '', ['replica-bootstrap']],
  ['  pointInTimeRecoveryRef: { name: books }', '  pointInTimeRecoveryRef: { name: book }', ['references']],
  // Objects of a database
  ['maxUserConnections: 20', 'maxUserConnections: 200', ['user-connections']],
  ['  maxUserConnections: 20\n', '', ['user-connections']],
  ['  passwordSecretKeyRef: { name: root, key: password } # of the user\n', '', ['user-locked']],
  ['require: { ssl: true }', 'require: {}', ['user-account']],
  ['username: app # of the grant', 'username: apps', ['grant-user']],
  ['characterSet: utf8mb4', 'characterSet: latin1', ['collation']],
  ['  characterSet: utf8mb4\n  collate: utf8mb4_bin\n', '', ['character-set']],
  ['cron: "0 3 * * *"', 'cron: "@daily"', ['schedule']],
  ['maxRetention: 720h', 'maxRetention: 30d', ['duration']],
  ['    s3: { bucket: backups, endpoint: s3.example } # nightly\n', '    volumes: {}\n', ['one-source']],
  ['mariaDbRef: { name: books } # of the backup', 'mariaDbRef: { name: book }', ['references']],
  ['mariaDbRef: { name: orders } # of the proxy', 'servers: [{ name: a, address: b }]', ['maxscale']],
  // Several clusters
  ['primary: east # says west', 'primary: west', ['multi-cluster']],
  ['gtidDomainId: 10', 'gtidDomainId: 3', ['multi-cluster-ids']],
  ['    serverId: 2\n', '', ['multi-cluster-ids']],
  ['key: password # of west', 'key: password\n    generate: true', ['multi-cluster-secrets']],
  ['backupContentType: Physical', 'backupContentType: Logical', ['multi-cluster-replica']],
  ['name: west # the MariaDB', 'name: wester', ['multi-cluster']],
  ['name: proxy # the MaxScale', 'name: shop.proxy', ['names']],
];

describe('one mistake', () => {
  test('is none', () => {
    expect(manifestFindingsOf(goodObjects)).toEqual([]);
  });

  test.each(mistakes)('%s > %s', (from, to, ids) => {
    const findings = manifestFindingsOf(change(goodObjects, from, to));
    const found = findings.map((finding) => finding.split(' ')[1]);
    expect(found.toSorted(), findings.join('\n')).toEqual(
      ids.map((id) => `mariadb-operator/${id}`).toSorted(),
    );
  });
});

describe('whatever stands in a field', () => {
  const lines = goodObjects.split('\n');
  const fields = lines.flatMap((line, index) => (/^ *[\w.]+: [^|&]/.test(line) ? [index] : []));

  test.each(['~', '7', 'text', '[]', '[~]', '{}', 'true'])('nothing throws at %s', (value) => {
    for (const index of fields) {
      const text = lines.with(index, (lines[index] ?? '').replace(/: .*$/, `: ${value}`)).join('\n');
      expect(() => manifestFindingsOf(text), lines[index]).not.toThrow();
    }
  });
});

test.each([
  ['{}', '[{}]'],
  ['[{}]', '{}'],
])('nothing throws at a number that is %s', (threads, name) => {
  const manifests = `apiVersion: k8s.mariadb.com/v1alpha1
kind: MariaDB
metadata: { name: orders, namespace: shop }
spec:
  replicas: 3
  storage: { size: 20Gi }
  galera: { enabled: true, sst: ${name}, replicaThreads: ${threads} }
  replication: { enabled: true, gtidDomainId: ${threads}, serverIdStartIndex: ${name} }
---
apiVersion: k8s.mariadb.com/v1alpha1
kind: MaxScale
metadata: { name: orders, namespace: shop }
spec:
  mariaDbRef: { name: orders }
  services:
    - { name: ${name}, listener: { port: ${threads} } }
`;
  expect(() => manifestFindingsOf(manifests)).not.toThrow();
});
