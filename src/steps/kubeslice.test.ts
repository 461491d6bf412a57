import { describe, expect, test } from 'vitest';
import { change, changePlanOf, commitsOf, goodTopology } from '../rules/testing.js';
import { neighboursAreAccepted } from './testing.js';

const par =
  '  - name: par\n    distribution: k3s\n    networkInterface: eth0\n    kubesliceDNS: 10.43.0.102\n';
const lon = par.replaceAll('par', 'lon').replace('.102', '.103');
const parJoins = change(goodTopology, 'slice:\n', `${par}slice:\n`);
const withReplicas = change(
  parJoins,
  '        replicas: [1]\n',
  '        replicas: [1]\n      - cluster: par\n        replicas: [3, 4]\n',
);
const members = (names: string, clusters: string, from = goodTopology) =>
  change(
    change(from, 'slice:\n', `${clusters}slice:\n`),
    '  subnet: 10.7.0.0/16\n',
    `  subnet: 10.7.0.0/16\n  clusters: [${names}]\n`,
  );
const nothing = `${goodTopology.slice(0, goodTopology.indexOf('slice:'))}databases: []\n`;

function reasonsOf(before: string, after: string): string[] {
  return changePlanOf(before, after).commits.commits.flatMap(({ number, reasons }) =>
    reasons
      .flatMap(({ waits }) => waits.flatMap(({ shell }) => shell ?? []))
      .map((line) => `${number} ${line}`),
  );
}

describe('a slice that goes', () => {
  test('replicas, namespaces, slice, worker, Cluster, then the rest', () => {
    expect(commitsOf(goodTopology, nothing)).toEqual([
      ['MariaDB orders (with deletionPolicy Halt)'],
      ['MariaDB orders'],
      ['PlacementPolicy shop-orders'],
      ['SliceConfig shop (without its namespaces)'],
      ['SliceConfig shop'],
      ['ManagedClusterAddOn kubeslice', 'ManagedClusterAddOn kubeslice'],
      ['Cluster ams', 'Cluster fra'],
      [
        'Namespace shop',
        'Klusterlet klusterlet',
        'ConfigMap coredns-custom',
        'Namespace shop',
        'Klusterlet klusterlet',
        'Project shop',
        'ConfigMap coredns-custom',
      ],
    ]);
    expect(changePlanOf(goodTopology, nothing).commits.needed).toBe(true);
    expect(neighboursAreAccepted(goodTopology, nothing)).toEqual([]);
  });

  test('a commit holds it with an empty list', () => {
    const [, , , second, third] = changePlanOf(goodTopology, nothing).commits.commits;
    const sliceOf = (files: typeof second) =>
      files?.files.find(({ path }) => path.includes('/sliceconfig.'))?.content;
    expect(sliceOf(second)).toContain('    applicationNamespaces: []\n');
    expect(sliceOf(second)).toContain('sliceSubnet: 10.7.0.0/16');
    expect(sliceOf(third)).toBeUndefined();
  });

  test('what is waited for, with context and namespace', () => {
    const ofSlices = (line: string) => !/manifestworks|mariadbs/.test(line);
    expect(reasonsOf(goodTopology, nothing).filter(ofSlices)).toEqual([
      "3 echo '== fra'",
      '3 kubectl --context fra -n shop get pods',
      "3 echo '== ams'",
      '3 kubectl --context ams -n shop get pods',
      "4 echo '== fra'",
      '4 kubectl --context fra get serviceexports.networking.kubeslice.io -A',
      "4 echo '== ams'",
      '4 kubectl --context ams get serviceexports.networking.kubeslice.io -A',
      "4 echo '== fra'",
      '4 kubectl --context fra get namespaces -l kubeslice.io/slice=shop',
      "4 echo '== ams'",
      '4 kubectl --context ams get namespaces -l kubeslice.io/slice=shop',
      "4 kubectl --context fra -n kubeslice-shop get workersliceconfigs.worker.kubeslice.io -l original-slice-name=shop \\\n  -o custom-columns='NAME:.metadata.name,NAMESPACES:.status.onboardedAppNamespaces'",
      '5 kubectl --context fra -n kubeslice-shop delete sliceconfigs.controller.kubeslice.io shop \\\n  --ignore-not-found --timeout=15m',
      '5 kubectl --context fra -n kubeslice-shop get workersliceconfigs.worker.kubeslice.io -l original-slice-name=shop',
      '6 kubectl --context fra -n fra delete managedclusteraddons.addon.open-cluster-management.io kubeslice \\\n  --ignore-not-found --timeout=15m',
      '6 kubectl --context fra -n kubeslice-system get pods',
      '6 kubectl --context fra -n ams delete managedclusteraddons.addon.open-cluster-management.io kubeslice \\\n  --ignore-not-found --timeout=15m',
      '6 kubectl --context ams -n kubeslice-system get pods',
      '7 kubectl --context fra -n kubeslice-shop delete clusters.controller.kubeslice.io fra \\\n  --ignore-not-found --timeout=15m',
      '7 kubectl --context fra -n kubeslice-shop delete clusters.controller.kubeslice.io ams \\\n  --ignore-not-found --timeout=15m',
    ]);
  });
});

describe('members', () => {
  test('one that comes is registered, then on the slice, then holds replicas: the order of the waves', () => {
    expect(commitsOf(goodTopology, withReplicas)).toEqual([
      ['Cluster par', 'ManagedClusterAddOn kubeslice', 'Namespace shop', 'Klusterlet klusterlet'],
      ['SliceConfig shop', 'ConfigMap coredns-custom'],
      ['PlacementPolicy shop-orders'],
      ['MariaDB orders'],
    ]);
    expect(changePlanOf(goodTopology, withReplicas).commits.needed).toBe(false);
    expect(neighboursAreAccepted(goodTopology, withReplicas)).toEqual([]);
    expect(reasonsOf(goodTopology, withReplicas)).toContain(
      "1 kubectl --context fra -n kubeslice-shop wait --timeout=20m \\\n  --for=jsonpath='{.status.registrationStatus}'=Registered \\\n  clusters.controller.kubeslice.io par",
    );
  });

  test('one that goes loses its replicas, leaves the slice, then its worker, then its registration', () => {
    expect(commitsOf(withReplicas, goodTopology)).toEqual([
      ['MariaDB orders'],
      ['PlacementPolicy shop-orders'],
      ['SliceConfig shop'],
      ['ManagedClusterAddOn kubeslice'],
      ['Cluster par', 'Namespace shop', 'Klusterlet klusterlet', 'ConfigMap coredns-custom'],
    ]);
    expect(neighboursAreAccepted(withReplicas, goodTopology)).toEqual([]);
    expect(reasonsOf(withReplicas, goodTopology)).toContain(
      '3 kubectl --context fra -n kubeslice-shop wait --for=delete --timeout=10m \\\n  workersliceconfigs.worker.kubeslice.io/shop-par',
    );
  });

  test('one that leaves the slice alone needs no second commit', () => {
    const before = members('fra, ams, par', par);
    const after = members('fra, ams', par);
    expect(commitsOf(before, after)).toEqual([
      ['SliceConfig shop'],
      ['ManagedClusterAddOn kubeslice'],
      ['Cluster par', 'Namespace shop', 'Klusterlet klusterlet', 'ConfigMap coredns-custom'],
    ]);
  });

  test('one that goes and one that comes are two changes of the slice', () => {
    const before = members('fra, ams, par', par + lon);
    const after = members('fra, ams, lon', par + lon);
    const commits = commitsOf(before, after);
    expect(commits.flat().filter((each) => each.startsWith('SliceConfig'))).toEqual([
      'SliceConfig shop (without par)',
      'SliceConfig shop',
    ]);
    expect(neighboursAreAccepted(before, after)).toEqual([]);
  });

  test('what names the one that goes, leaves with it', () => {
    const services = '  gateway: { services: [{ cluster: par, type: LoadBalancer }, { cluster: ams }] }\n';
    const namespaces = '  namespaces: [shop, kubedb, { namespace: tools, clusters: [par] }]\n';
    const loaded = par.replace(
      '    kubesliceDNS',
      '    capabilities: { loadBalancer: true }\n    kubesliceDNS',
    );
    const before = change(
      members('fra, ams, par', loaded + lon),
      '  clusters: [fra, ams, par]\n',
      `  clusters: [fra, ams, par]\n${services}${namespaces}`,
    );
    const after = members('fra, ams, lon', par + lon);
    const step = changePlanOf(before, after)
      .commits.commits.flatMap(({ files }) => files)
      .find(({ path, content }) => path.includes('/sliceconfig.') && !content.includes('par'));
    expect(step?.content).toContain('- cluster: ams\n');
    expect(step?.content).not.toContain('tools');
    expect(neighboursAreAccepted(before, after)).toEqual([]);
  });
});

test('another name of the slice or its project is another slice: the old one goes first', () => {
  const empty = change(
    change(goodTopology, goodTopology.slice(goodTopology.indexOf('databases:')), 'databases: []\n'),
    '  subnet: 10.7.0.0/16\n',
    '  subnet: 10.7.0.0/16\n  clusters: [fra, ams]\n  namespaces: [tools]\n',
  );
  const renamed = change(empty, '  name: shop\n  subnet', '  name: other\n  subnet');
  expect(commitsOf(empty, renamed)).toEqual([
    ['SliceConfig other (without its namespaces)'],
    ['SliceConfig other (gone)'],
    ['SliceConfig other'],
  ]);
  const moved = change(empty, '  name: shop\nclusters', '  name: store\nclusters');
  expect(commitsOf(empty, moved)).toEqual([
    ['SliceConfig shop (without its namespaces)'],
    ['SliceConfig shop (gone)'],
    ['ManagedClusterAddOn kubeslice (gone)', 'ManagedClusterAddOn kubeslice (gone)'],
    ['Cluster ams (gone)', 'Cluster fra (gone)'],
    ['Project store (gone)'],
    ['Project store'],
    ['Cluster ams', 'Cluster fra', 'ManagedClusterAddOn kubeslice', 'ManagedClusterAddOn kubeslice'],
    ['SliceConfig shop'],
  ]);
  expect(neighboursAreAccepted(empty, renamed)).toEqual([]);
  expect(neighboursAreAccepted(empty, moved)).toEqual([]);
});

test('a database that leaves with its namespace is gone before', () => {
  const second = `${goodTopology}  - name: bills
    namespace: bills
    provider: kubedb
    engine: mariadb
    version: "11.8.5"
    placement: [{ cluster: fra, replicas: [0, 2] }, { cluster: ams, replicas: [1] }]
    survive: none
    storage: { size: 20Gi }
`;
  expect(commitsOf(second, goodTopology)).toEqual([
    ['MariaDB bills (with deletionPolicy Halt)'],
    ['MariaDB bills'],
    ['Namespace bills', 'Namespace bills', 'SliceConfig shop', 'PlacementPolicy bills-bills'],
  ]);
  expect(neighboursAreAccepted(second, goodTopology)).toEqual([]);
  expect(reasonsOf(second, goodTopology)).toEqual(
    expect.arrayContaining([
      "2 echo '== fra'",
      '2 kubectl --context fra -n bills get pods',
      "2 echo '== ams'",
      '2 kubectl --context ams -n bills get pods',
    ]),
  );
  expect(reasonsOf(goodTopology, second)).toEqual([
    "1 echo '== fra'",
    '1 kubectl --context fra get namespaces -l kubeslice.io/slice=shop',
    "1 echo '== ams'",
    '1 kubectl --context ams get namespaces -l kubeslice.io/slice=shop',
  ]);
  expect(commitsOf(goodTopology, second)).toEqual([
    ['Namespace bills', 'Namespace bills', 'SliceConfig shop', 'PlacementPolicy bills-bills'],
    ['MariaDB bills'],
  ]);
});
