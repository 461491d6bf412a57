import { describe, expect, test } from 'vitest';
import { distributed } from './manifests.testing.js';
import { adoptInputs, adoptText, told } from './testing.js';

describe('a distributed database', () => {
  const adopted = adoptText(distributed);

  test('as its topology', () => {
    expect(adopted.text).toBe(`# Written by dbspan adopt. FILL IN marks what no manifest says.
# Every field is explained by your editor, through the line above, and by: dbspan explain FIELD
apiVersion: dbspan/v1alpha1
kind: Topology
metadata:
  name: lab

clusters:
  - name: north
    hub: true # FILL IN: the first member of the slice; no manifest says it
    distribution: k3s # FILL IN: a guess by the storage class local-path
    networkInterface: ens3
    nodeIPs: ["192.0.2.1"]
    storageClass: local-path
    location: {latitude: 50.1, longitude: 8.6}
  - name: south
    distribution: other # FILL IN: no manifest says it; it decides how slice.local and load balancers are written
    networkInterface: ens4
    storageClass: fast

slice:
  name: lab
  subnet: 10.9.0.0/16
  maxClusters: 4
  serviceAccounts:
    readWrite: [ops]
    readOnly: [watch]
  gateway:
    type: openvpn
    services:
      - cluster: north
        type: LoadBalancer
  rotationInterval: 45
  bandwidth:
    ceiling: 500Mbps

databases:
  - name: ledger
    namespace: books
    provider: kubedb
    engine: mariadb
    version: "11.8.5"
    placement:
      - cluster: north
        replicas: [0, 1]
      - cluster: south
        replicas: [2]
    spread:
      node: DoNotSchedule
    rootPasswordSecret:
      name: ledger-admin
    storage:
      size: 20480Mi
    resources:
      memory: 4096Mi
      cpu: "2"
    sizing:
      mode: target
      bufferPool: 128Mi
      maxConnections: 80
    config:
      slow_query_log: 1
    deletionPolicy: Halt
    kubedb:
      wsrepSSTMethod: mariabackup
`);
  });

  test('comes out the same, quantities and options by what they mean', () => {
    expect(told(adopted).filter((line) => !line.startsWith('new '))).toEqual([
      'equal Project kubeslice-controller/lab',
      'equal Cluster kubeslice-lab/north',
      'equal Cluster kubeslice-lab/south',
      'equal SliceConfig kubeslice-lab/lab',
      'equal PlacementPolicy books-ledger',
      'equal MariaDB books/ledger: = spec.configuration.inline[*.cnf][innodb-buffer-pool-size] nothing -> "128M"',
      'equal MariaDB books/ledger: = spec.topology.mode nothing -> "GaleraCluster"',
    ]);
  });

  test('says where its values come from', () => {
    const places = Object.fromEntries(
      adopted.origins.map(({ path, span }) => [path, span.file.text.slice(span.start, span.end)]),
    );
    expect(places).toMatchObject({
      'clusters[south].networkInterface': 'ens4',
      'slice.subnet': '10.9.0.0/16',
      'databases[ledger].version': '"11.8.5"',
      'databases[ledger].storage.size': '20480Mi',
      'databases[ledger].deletionPolicy': 'Halt',
    });
  });

  test('compiles', () => {
    expect(adopted.isCompiled).toBe(true);
  });
});

describe('what an API server printed', () => {
  const printed = `apiVersion: v1
kind: List
items:
- apiVersion: k8s.mariadb.com/v1alpha1
  kind: MariaDB
  metadata:
    name: till
    namespace: shop
    uid: 3c1e
    resourceVersion: "812"
    generation: 4
    creationTimestamp: "2026-01-02T03:04:05Z"
    finalizers: [mariadb.k8s.mariadb.com/finalizer]
    managedFields: [{ manager: kubectl, operation: Apply }]
    annotations:
      kubectl.kubernetes.io/last-applied-configuration: '{"spec":{"rootPassword":"hunter2"}}'
  spec:
    image: mariadb:11.4.9
    imagePullPolicy: IfNotPresent
    port: 3306
    replicas: 1
    serviceAccountName: till
    podSecurityContext: { fsGroup: 999, runAsUser: 999 }
    rootPasswordSecretKeyRef: { name: till-root, key: password, generate: true }
    storage: { size: 2Gi, storageClassName: local-path, resizeInUseVolumes: false, waitForVolumeResize: true, ephemeral: false, volumeClaimTemplate: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 2Gi } }, storageClassName: local-path } }
    tls: { enabled: true, required: false, serverCASecretRef: { name: till-ca }, serverCertSecretRef: { name: till-server-cert } }
    updateStrategy: { type: RollingUpdate }
    terminationGracePeriodSeconds: 120
    startupProbe: { periodSeconds: 15, timeoutSeconds: 10, failureThreshold: 40 }
    livenessProbe: { periodSeconds: 10, timeoutSeconds: 10, failureThreshold: 6 }
    readinessProbe: { periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 3 }
  status: { replicas: 1 }
- apiVersion: v1
  kind: Secret
  metadata: { name: till-root, namespace: shop, uid: 77 }
  data: { password: aHVudGVyMg== }
- apiVersion: apps/v1
  kind: StatefulSet
  metadata: { name: till, namespace: shop, uid: 78, ownerReferences: [{ kind: MariaDB, name: till, apiVersion: k8s.mariadb.com/v1alpha1, uid: 3c1e }] }
  spec: { replicas: 1, selector: { matchLabels: { a: b } }, serviceName: till, template: { metadata: {}, spec: { containers: [] } } }
`;
  const adopted = adoptText(printed, { clusters: [{ name: 'edge', distribution: 'k3s' }] });

  test('is read without what servers and operators filled in', () => {
    expect(adopted.objects.map(({ kind, verdict, why }) => [kind, verdict, why])).toEqual([
      ['MariaDB', 'equal', undefined],
      ['Secret', 'foreign', 'dbspan refers to secrets and never reads or writes one'],
      ['StatefulSet', 'foreign', 'a controller makes it'],
      ['Namespace', 'new', undefined],
    ]);
    expect(adopted.text).toContain('image: mariadb:11.4.9');
    expect(adopted.text).not.toMatch(/probes|tls|rootPasswordSecret/);
  });

  test('never gives a secret away', () => {
    const lines = [adopted.text, ...told(adopted)].join('\n');
    expect(/hunter2|aHVudGVy/.test(lines)).toBe(false);
  });
});

test('a distributed database alone gets a slice to fill in', () => {
  const adopted = adoptText(`apiVersion: kubedb.com/v1
kind: Postgres
metadata: { name: ledger, namespace: books }
spec: { version: "17.9-bookworm", replicas: 3, distributed: true, storage: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 20Gi } } }, podTemplate: { spec: { podPlacementPolicy: { name: books-ledger } } } }
`);
  expect(adopted.assumptions.map(({ path }) => path)).toEqual([
    'slice.subnet',
    'slice.name',
    'databases[ledger].placement',
    'clusters[hub].hub',
    'clusters[hub].distribution',
    'clusters[hub].networkInterface',
  ]);
  expect(adopted.isCompiled).toBe(true);
});

describe('accounts and databases on a server', () => {
  const server = (beside: string): string => `apiVersion: k8s.mariadb.com/v1alpha1
kind: MariaDB
metadata: { name: shop, namespace: shop }
spec: { image: "mariadb:11.8.8", storage: { size: 5Gi } }
---
${beside}`;

  test('are taken where dbspan would call them the same', () => {
    const { text } = adoptText(
      server(`apiVersion: k8s.mariadb.com/v1alpha1
kind: User
metadata: { name: shop-app, namespace: shop }
spec: { name: app, mariaDbRef: { name: shop }, passwordSecretKeyRef: { name: app, key: word }, maxUserConnections: 30 }
---
apiVersion: k8s.mariadb.com/v1alpha1
kind: Grant
metadata: { name: shop-app-orders, namespace: shop }
spec: { username: app, database: orders, privileges: [SELECT, INSERT], mariaDbRef: { name: shop } }
`),
    );
    expect(text).toContain(`      users:
        - name: app
          maxConnections: 30
          passwordSecret: {name: app, key: word}
          grants:
            - database: orders
              privileges: [SELECT, INSERT]
`);
  });

  test('stay outside where it would make a second one beside them', () => {
    const adopted = adoptText(
      server(`apiVersion: k8s.mariadb.com/v1alpha1
kind: User
metadata: { name: application, namespace: shop }
spec: { name: app, mariaDbRef: { name: shop }, passwordSecretKeyRef: { name: app, key: password } }
`),
    );
    expect(adopted.text).not.toContain('users');
    expect(adopted.objects.find(({ kind }) => kind === 'User')?.verdict).toBe('left');
  });
});

describe('options of a server', () => {
  const withOptions = (text: string): string => `apiVersion: k8s.mariadb.com/v1alpha1
kind: MariaDB
metadata: { name: shop, namespace: shop }
spec: { image: "mariadb:11.8.8", storage: { size: 5Gi }, myCnf: ${JSON.stringify(text)} }
`;
  const textChanges = (text: string): string[] =>
    told(adoptText(withOptions(text))).filter((line) => line.includes('myCnf'));

  test('that hold a password are never copied', () => {
    const adopted = adoptText(withOptions('[mysqld]\nwsrep_sst_auth=root:hunter2\nmax_connections=50\n'));
    expect(adopted.text).not.toContain('hunter2');
    expect(adopted.text).toContain('maxConnections: 50');
  });

  test('without a value are only said where they are switches', () => {
    expect(textChanges('[mysqld]\nskip-log-bin\n')).toEqual([
      'different MariaDB shop/shop: = spec.myCnf "[mysqld]\\nskip-log-bin\\n" -> "[mariadb]\\n# config.skip-log-bin\\nskip-log-bin\\n"',
    ]);
    expect(textChanges('[mysqld]\nlog-bin\n')[0]).toContain('spec.myCnf');
    expect(textChanges('[mysqld]\nlog-bin\n')[0]).not.toContain('= spec.myCnf');
  });

  test('of another program are not lost without a word', () => {
    const [line] = textChanges('[mysqld]\nmax_connections=50\n[client]\nport=3307\n');
    expect(line).toMatch(/^different MariaDB shop\/shop: spec\.myCnf /);
  });
});

describe('clusters', () => {
  const named = (name: string) => `apiVersion: k8s.mariadb.com/v1alpha1
kind: MariaDB
metadata: { name: ${name}, namespace: shop }
spec: { image: "mariadb:11.8.8", storage: { size: 5Gi } }
`;

  test('are the folders that are called like waves, or lie below clusters/', () => {
    const adopted = adoptInputs([
      { name: 'dist/fra/70-database/mariadb.yaml', content: named('one') },
      { name: 'gitops/clusters/ams/db.yaml', content: named('two') },
    ]);
    expect(adopted.objects.map(({ cluster, name }) => `${cluster} ${name}`)).toEqual([
      'fra one',
      'ams two',
      'fra shop',
      'ams shop',
    ]);
  });

  test('that are alike become a fleet', () => {
    const { text } = adoptInputs(
      ['01', '02', '03'].map((number) => ({
        name: `clusters/store-${number}/db.yaml`,
        content: named('till'),
      })),
    );
    expect(text).toContain('  - name: store\n    fleet: store-{01..03}\n');
    expect(text).toContain('      - cluster: store\n        replicas: 1\n');
  });

  test('with two objects of one name that are not the same are told', () => {
    const adopted = adoptInputs([
      { name: 'a.yaml', content: named('one') },
      { name: 'b.yaml', content: named('one').replace('5Gi', '6Gi') },
      { name: 'c.yaml', content: named('one') },
    ]);
    expect(adopted.repeated.map(({ root }) => root.at('metadata', 'name').span.file.name)).toEqual([
      'b.yaml',
    ]);
  });
});

describe('hostile input', () => {
  test.each<[string, string | Uint8Array]>([
    ['nothing', ''],
    ['a binary', new Uint8Array([0, 255, 254, 7, 137, 80])],
    [
      'an alias bomb',
      `a: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c]\ne: [*d,*d,*d,*d]\nf: [*d,*d]\n`,
    ],
    ['half of a document', 'apiVersion: kubedb.com/v1\nkind: MariaDB\nmetadata: {'],
    ['lists for mappings', 'apiVersion: kubedb.com/v1\nkind: MariaDB\nmetadata: { name: a }\nspec: []\n'],
    [
      'numbers for everything',
      'apiVersion: k8s.mariadb.com/v1alpha1\nkind: MariaDB\nmetadata: { name: a }\nspec: { storage: 5, galera: 7, replicas: x, resources: [1], myCnf: 3 }\n',
    ],
    [
      'a slice of nothing',
      'apiVersion: controller.kubeslice.io/v1alpha1\nkind: SliceConfig\nmetadata: { name: s }\nspec: { clusters: [{}, 5, "no label!"] }\n',
    ],
  ])('%s', (_, content) => {
    expect(() => adoptInputs([{ name: 'x.yaml', content }])).not.toThrow();
  });

  test('names that are none keep their object outside', () => {
    const adopted = adoptText(`apiVersion: k8s.mariadb.com/v1alpha1
kind: MariaDB
metadata: { name: "Not A Label", namespace: shop }
spec: { storage: { size: 5Gi } }
---
apiVersion: k8s.mariadb.com/v1alpha1
kind: MariaDB
metadata: { name: good, namespace: shop }
spec: { storage: { size: 5Gi } }
`);
    expect(adopted.objects.map(({ name, verdict }) => `${verdict} ${name}`)).toEqual([
      'left Not A Label',
      'different good',
      'new shop',
    ]);
  });

  test('names of the prototype are names', () => {
    const adopted = adoptText(`apiVersion: k8s.mariadb.com/v1alpha1
kind: MariaDB
metadata: { name: a, namespace: shop, labels: { __proto__: x, constructor: y } }
spec: { storage: { size: 5Gi }, nodeSelector: { __proto__: evil }, __proto__: { replicas: 3 } }
`);
    const lines = told(adopted).join('\n');
    expect(lines).toContain('metadata.labels.__proto__ "x" -> nothing');
    expect(lines).toContain('spec.__proto__.replicas 3 -> nothing');
    expect(({} as Record<string, unknown>)['replicas']).toBeUndefined();
  });

  test('two thousand objects take no longer than they must', () => {
    const objects = Array.from(
      { length: 2000 },
      (_, index) =>
        `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: c${index}, namespace: n${index % 7} }\ndata: { a: b }\n`,
    );
    const started = performance.now();
    const adopted = adoptText(`${objects.join('---\n')}---\n${distributed}`);
    expect(adopted.objects.filter(({ verdict }) => verdict === 'foreign')).toHaveLength(2000);
    expect(performance.now() - started).toBeLessThan(30_000);
  });
});
