import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { compile } from '../src/compile.js';
import { Findings } from '../src/diagnostics/index.js';
import { ManifestSet, readManifests } from '../src/manifests/index.js';
import { rules, rulesOf } from '../src/rules/catalogue.js';
import { type SynthesizedObject, synthesize, synthesizeObjects } from '../src/synthesize.js';

// The mistakes of KubeDB's two guides and of its documentation, one test each: the rule that finds it in their values, or the
// property of the output that makes it impossible. The values stand in spec/examples; with the guides at hand the reference
// programs are compiled as well.

const examples = fileURLToPath(new URL('../spec/examples/', import.meta.url));
const references = fileURLToPath(new URL('../../shared/topologies/', import.meta.url));
const guides = fileURLToPath(new URL('../../shared/guides/', import.meta.url));
const engines = ['mariadb', 'postgres'] as const;
type Engine = (typeof engines)[number];

const reference: Readonly<Record<Engine, string>> = {
  mariadb: `${references}1-kubedb-mariadb-as-in-the-guide.yaml`,
  postgres: `${references}2-kubedb-postgres-as-in-the-guide.yaml`,
};

function valuesOf(engine: Engine): string {
  return readFileSync(`${examples}kubedb-${engine}-guide.yaml`, 'utf8');
}

function idsOf(content: string): string[] {
  return compile([{ name: 'guide.yaml', content }]).diagnostics.map(({ id }) => id);
}

/** One field of a guide's values written otherwise; throws when it does not stand there. */
function guideWith(engine: Engine, from: string, to: string): string {
  const values = valuesOf(engine);
  if (!values.includes(from)) throw new Error(`the values of ${engine} have no ${from}`);
  return values.replace(from, to);
}

function plansOf(engine: Engine) {
  return compile([{ name: 'guide.yaml', content: valuesOf(engine) }]).plans;
}

function objectsOf(engine: Engine): SynthesizedObject[] {
  return plansOf(engine).flatMap(synthesizeObjects);
}

function kindsOf(engine: Engine, kind: string): SynthesizedObject[] {
  return objectsOf(engine).filter(({ object }) => object.kind === kind);
}

function fileOf(engine: Engine, path: string): string {
  return synthesize(plansOf(engine)).files.find((file) => file.path === path)?.content ?? '';
}

function findingsInManifests(content: string): string[] {
  const { manifests } = readManifests({ name: 'm', content });
  const findings = new Findings();
  for (const rule of rulesOf('manifests')) rule.run('manifests', new ManifestSet(manifests), findings);
  return findings.list().map(({ id }) => id);
}

/** A mistake that a rule finds. */
interface Found {
  readonly where: 'MariaDB guide' | 'Postgres guide' | 'both guides' | 'documentation';
  readonly mistake: string;
  /** Id of the rule, or of the finding of the schema. */
  readonly rule: string;
  /** What it is found in. */
  readonly in: Engine | { readonly topology: string } | { readonly manifests: string };
}

/** A distributed database with an autoscaler of its volumes. */
const volumeAutoscaler = (storageClass: string, monitoring: string): string => `apiVersion: kubedb.com/v1
kind: MariaDB
metadata: { name: mariadb, namespace: demo }
spec:
  distributed: true
  podTemplate: { spec: { podPlacementPolicy: { name: distributed-mariadb } } }
---
apiVersion: apps.k8s.appscode.com/v1
kind: PlacementPolicy
metadata: { name: distributed-mariadb }
spec:
  clusterSpreadConstraint:
    distributionRules:
      - { clusterName: demo-controller, storageClassName: ${storageClass}, replicaIndices: [0, 1, 2]${monitoring} }
---
apiVersion: autoscaling.kubedb.com/v1alpha1
kind: MariaDBAutoscaler
metadata: { name: mariadb, namespace: demo }
spec:
  databaseRef: { name: mariadb }
  storage: { mariadb: { trigger: "On", expansionMode: Online } }
`;

const found: readonly Found[] = [
  {
    where: 'MariaDB guide',
    mistake: 'the step about CoreDNS is missing',
    rule: 'dns/address-unknown',
    in: 'mariadb',
  },
  {
    where: 'MariaDB guide',
    mistake: 'the releases are mixed, and v2025.6.30 is older than the policy',
    rule: 'kubedb/release',
    in: { topology: guideWith('mariadb', 'clusters:\n', 'releases: { kubedb: v2025.6.30 }\nclusters:\n') },
  },
  {
    where: 'MariaDB guide',
    mistake: 'a member without its own network interface',
    rule: 'slice/network-interface',
    in: { topology: guideWith('mariadb', '    networkInterface: enp1s0\n', '') },
  },
  {
    where: 'MariaDB guide',
    mistake: 'the habit of unquoted versions: 16.10 is 16.1',
    rule: 'schema/numeric-version',
    in: { topology: guideWith('postgres', '"17.2"', '16.10') },
  },
  {
    where: 'MariaDB guide',
    mistake: 'the version gets no more fixes',
    rule: 'kubedb/version-end-of-life',
    in: 'mariadb',
  },
  { where: 'MariaDB guide', mistake: 'a volume of 500Mi', rule: 'sizing/volume-risked', in: 'mariadb' },
  { where: 'MariaDB guide', mistake: 'WipeOut', rule: 'kubedb/wipe-out', in: 'mariadb' },
  { where: 'Postgres guide', mistake: 'WipeOut', rule: 'kubedb/wipe-out', in: 'postgres' },
  {
    where: 'both guides',
    mistake: 'the label managed-by: Helm on an object that is not of Helm',
    rule: 'kubedb/helm-label',
    in: {
      manifests: `apiVersion: apps.k8s.appscode.com/v1
kind: PlacementPolicy
metadata:
  name: distributed-mariadb
  labels: { app.kubernetes.io/managed-by: Helm }
spec: {}
`,
    },
  },
  {
    where: 'Postgres guide',
    mistake: "a slice without the operator's namespace",
    rule: 'slice/namespaces',
    in: {
      topology: guideWith(
        'postgres',
        '  allowedNamespaces: [kube-system]',
        '  namespaces: [demo]\n  allowedNamespaces: [kube-system]',
      ),
    },
  },
  {
    where: 'Postgres guide',
    mistake: 'a volume of 2Gi against 1.5 GiB of WAL',
    rule: 'sizing/volume-risked',
    in: 'postgres',
  },
  {
    where: 'both guides',
    mistake: 'that the hub is a member is nowhere demanded',
    rule: 'slice/not-a-member',
    in: {
      topology: guideWith('mariadb', '  maxClusters: 16', '  clusters: [demo-worker]\n  maxClusters: 16'),
    },
  },
  {
    where: 'both guides',
    mistake: 'two replicas of three in one cluster',
    rule: 'survival/cluster-loss',
    in: 'mariadb',
  },
  {
    where: 'both guides',
    mistake: 'two replicas of three in one cluster, for Postgres',
    rule: 'survival/cluster-loss',
    in: 'postgres',
  },
  {
    where: 'both guides',
    mistake: 'a cipher of OpenVPN with WireGuard',
    rule: 'slice/cipher-unused',
    in: 'mariadb',
  },
  { where: 'both guides', mistake: 'a ceiling of 5 Mbit/s', rule: 'slice/ceiling-low', in: 'mariadb' },
  {
    where: 'documentation',
    mistake: 'a version that no release has yet',
    rule: 'kubedb/version-unknown',
    in: { topology: guideWith('mariadb', '"11.5.2"', '"12.3.2"') },
  },
  {
    where: 'documentation',
    mistake: 'an autoscaler of volumes that cannot grow',
    rule: 'kubedb/autoscaler',
    in: {
      manifests: volumeAutoscaler('local-path', ', monitoring: { prometheus: { url: "http://p:9090" } }'),
    },
  },
  {
    where: 'documentation',
    mistake: 'an autoscaler without the Prometheus of the cluster',
    rule: 'kubedb/autoscaler',
    in: { manifests: volumeAutoscaler('longhorn', '') },
  },
  {
    where: 'documentation',
    mistake: 'a Postgres on 500Mi',
    rule: 'sizing/volume-exceeded',
    in: { topology: guideWith('postgres', 'size: 2Gi', 'size: 500Mi') },
  },
  {
    where: 'documentation',
    mistake: 'a file of Postgres with // before comments',
    rule: 'config/file-form',
    in: {
      manifests: `apiVersion: kubedb.com/v1
kind: Postgres
metadata: { name: postgres, namespace: demo }
spec:
  configuration:
    inline:
      user.conf: |
        // more connections
        max_connections = 300
`,
    },
  },
];

/** True when the rule is there; one that is not yet is left to do. */
function exists(rule: string): boolean {
  return rule.startsWith('schema/') || rules.some(({ id }) => id === rule);
}

describe('a mistake that is found', () => {
  for (const { where, mistake, rule, in: place } of found) {
    const name = `${where}: ${mistake} (${rule})`;
    if (!exists(rule)) {
      test.todo(name);
      continue;
    }
    test(name, () => {
      const ids =
        typeof place === 'string'
          ? idsOf(valuesOf(place))
          : 'topology' in place
            ? idsOf(place.topology)
            : findingsInManifests(place.manifests);
      expect(ids).toContain(rule);
    });
    if (typeof place !== 'string') continue;
    test.skipIf(!existsSync(references))(`${name}, in the reference program (needs the guides)`, () => {
      expect(idsOf(readFileSync(reference[place], 'utf8'))).toContain(rule);
    });
  }
});

describe('a mistake that the output cannot have', () => {
  test.each(engines)(
    '%s: the policy is a PlacementPolicy without a namespace, named by the pod template',
    (engine) => {
      const [policy, ...others] = kindsOf(engine, 'PlacementPolicy');
      expect(others).toEqual([]);
      expect(policy?.object.metadata).toEqual({ name: `distributed-${engine}` });
      expect(objectsOf(engine).filter(({ object }) => object.kind === 'PodPlacementPolicy')).toEqual([]);
      const [database] = kindsOf(engine, engine === 'mariadb' ? 'MariaDB' : 'Postgres');
      expect(database?.object['spec']).toMatchObject({
        podTemplate: { spec: { podPlacementPolicy: { name: `distributed-${engine}` } } },
      });
      expect(database?.object['spec']).not.toHaveProperty('podPlacementPolicy');
    },
  );

  test.each(engines)('%s: the namespace of the database is made on every member', (engine) => {
    const made = kindsOf(engine, 'Namespace').filter(({ object }) => object.metadata.name === 'demo');
    expect(made.map(({ cluster }) => cluster)).toEqual(['demo-controller', 'demo-worker']);
  });

  test.each(engines)('%s: the KubeSlice controller is installed with OCM', (engine) => {
    expect(fileOf(engine, 'demo-controller/values/kubeslice-controller.yaml')).toMatch(
      /^ocm:\n {2}enabled: true$/m,
    );
  });

  test.each(engines)('%s: one set of releases, written out', (engine) => {
    const versions = [...fileOf(engine, 'RUNBOOK.md').matchAll(/--version (\S+)/g)].map(
      ([, version]) => version,
    );
    expect(versions).toEqual(['v2026.1.15', 'v2026.7.10']);
  });

  test.each(engines)('%s: every member, the hub too, has a Klusterlet with gate and rates', (engine) => {
    const klusterlets = kindsOf(engine, 'Klusterlet');
    expect(klusterlets.map(({ cluster }) => cluster)).toEqual(['demo-controller', 'demo-worker']);
    for (const { object } of klusterlets) {
      expect(object['spec']).toMatchObject({
        workConfiguration: {
          featureGates: [{ feature: 'RawFeedbackJsonString', mode: 'Enable' }],
          hubKubeAPIQPS: 50,
          hubKubeAPIBurst: 100,
          kubeAPIQPS: 50,
          kubeAPIBurst: 100,
        },
      });
    }
  });

  test('postgres: each member has its own network interface', () => {
    expect(
      kindsOf('postgres', 'Cluster').map(
        ({ object }) => (object['spec'] as { networkInterface: string }).networkInterface,
      ),
    ).toEqual(['enp3s0', 'eth0']);
  });

  test.each(engines)('%s: the version is text to every reader', (engine) => {
    const path = `demo-controller/70-database/${engine}.demo.${engine}.yaml`;
    expect(fileOf(engine, path)).toMatch(
      engine === 'mariadb' ? /version: "11\.5\.2"$/m : /version: "17\.2"$/m,
    );
  });

  test.each(engines)('%s: no label of Helm', (engine) => {
    expect(JSON.stringify(objectsOf(engine))).not.toContain('managed-by');
  });

  test.each(engines)('%s: clients are told the name on the slice', (engine) => {
    expect(fileOf(engine, 'RUNBOOK.md')).toContain(`${engine}.demo.svc.slice.local`);
  });

  test.each(engines)('%s: every file is one document, indented alike, none empty', (engine) => {
    for (const { path, content } of synthesize(plansOf(engine)).files) {
      if (!path.endsWith('.yaml')) continue;
      expect(content, path).not.toMatch(/^---/m);
      expect(content.trim(), path).not.toBe('');
      expect(content, path).not.toMatch(/^(?: {2})* (?:[^ -])/m);
    }
  });

  test.each(engines)('%s: the container of the slice is expected in every pod', (engine) => {
    const runbook = fileOf(engine, 'RUNBOOK.md');
    expect(runbook).toContain(`${engine}-0   3/3`);
    expect(runbook).not.toContain(`${engine}-0   2/2`);
  });

  test.each(engines)('%s: database, PetSet and policy are looked at on the hub', (engine) => {
    for (const [line] of fileOf(engine, 'RUNBOOK.md').matchAll(
      /kubectl .*(?:petset|placementpolic|get mariadb|get postgres).*/gi,
    ))
      expect(line).toContain('--context demo-controller');
  });

  test.each(engines)(
    '%s: registration, slice and policy are of one project, with an add-on for every member',
    (engine) => {
      const namespace = `kubeslice-demo-distributed-${engine}`;
      for (const kind of ['Cluster', 'SliceConfig'])
        for (const { object } of kindsOf(engine, kind)) expect(object.metadata.namespace).toBe(namespace);
      expect(kindsOf(engine, 'PlacementPolicy')[0]?.object['spec']).toMatchObject({
        clusterSpreadConstraint: { slice: { projectNamespace: namespace, sliceName: 'demo-slice' } },
      });
      expect(kindsOf(engine, 'ManagedClusterAddOn').map(({ object }) => object.metadata.namespace)).toEqual([
        'demo-controller',
        'demo-worker',
      ]);
    },
  );

  test.each(engines)('%s: no secret and nothing like one', (engine) => {
    expect(kindsOf(engine, 'Secret')).toEqual([]);
    for (const { path, content } of synthesize(plansOf(engine)).files)
      expect(content, path).not.toMatch(/\b[A-Za-z0-9+/]{80,}={0,2}(?:\s|$)/);
  });
});

describe.skipIf(!existsSync(guides))('the manifests of the guides (needs the guides)', () => {
  const expected: Readonly<Record<Engine, readonly string[]>> = {
    mariadb: [
      'kubedb/version-end-of-life',
      'sizing/volume-risked',
      'kubedb/quorum-in-one-cluster',
      'kubedb/helm-label',
    ],
    postgres: ['sizing/volume-risked', 'kubedb/quorum-in-one-cluster', 'kubedb/helm-label'],
  };
  for (const engine of engines) {
    for (const rule of expected[engine]) {
      const name = `${engine}: ${rule}`;
      if (!exists(rule)) {
        test.todo(name);
        continue;
      }
      test(name, () => {
        const folder = `${guides}kubedb-${engine}/`;
        const text = readdirSync(folder)
          .filter((file) => file.endsWith('.yaml') && !file.includes('values'))
          .map((file) => readFileSync(folder + file, 'utf8'))
          .join('\n---\n');
        expect(findingsInManifests(text)).toContain(rule);
      });
    }
  }
});
