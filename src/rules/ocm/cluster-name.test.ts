import { describe, expect, test } from 'vitest';
import { change, findingsOf, fixesOf, goodTopology, programFindingsOf, relatedOf } from '../testing.js';
import { managedCluster, ownFindings, placementPolicy } from './testing.js';

const id = 'ocm/cluster-name';
const namespaces = (list: string): string =>
  change(goodTopology, '  subnet: 10.7.0.0/16\n', `  subnet: 10.7.0.0/16\n${list}`);

describe('ocm/cluster-name in a topology', () => {
  test('reports a member that is called like a namespace of the slice', () => {
    const text = namespaces('  namespaces: [shop, kubedb, ams]\n');
    expect(findingsOf(text)).toEqual([
      'error ocm/cluster-name 12:11 the member ams is called like a namespace of the slice',
    ]);
    expect(relatedOf(text)).toEqual([['19:30 the same namespace']]);
  });

  test('reports it for a namespace of some members and for one that is only allowed', () => {
    expect(
      findingsOf(namespaces('  namespaces: [shop, kubedb, { namespace: fra, clusters: [ams] }]\n')),
    ).toEqual(['error ocm/cluster-name 6:11 the member fra is called like a namespace of the slice']);
    expect(findingsOf(namespaces('  allowedNamespaces: [ams]\n'))).toEqual([
      'error ocm/cluster-name 12:11 the member ams is called like a namespace of the slice',
    ]);
  });

  test('is content with a namespace called like a cluster off the slice', () => {
    const text = change(
      namespaces('  namespaces: [shop, kubedb, oslo]\n'),
      'slice:\n',
      '  - name: oslo\n    distribution: k3s\nslice:\n',
    );
    expect(findingsOf(text)).toEqual([]);
  });
});

describe('ocm/cluster-name among manifests', () => {
  test.each(['Fra', 'fra.1', 'fra_1', '-fra', 'fra-', 'f'.repeat(64)])('reports the name %s', (name) => {
    expect(ownFindings(id, managedCluster(name))).toEqual([
      `error ocm/cluster-name 4:9 the ManagedCluster ${name} has a name that no namespace can have`,
    ]);
  });

  test.each(['default', 'kubedb', 'kube-system', 'kubeslice-shop', 'open-cluster-management-hub'])(
    'reports the system namespace %s',
    (name) => {
      expect(ownFindings(id, managedCluster(name))).toEqual([
        `error ocm/cluster-name 4:9 the ManagedCluster ${name} is called like a system namespace of the hub`,
      ]);
    },
  );

  test('reports the namespace of a database', () => {
    const database =
      'apiVersion: kubedb.com/v1\nkind: MariaDB\nmetadata: { name: orders, namespace: shop }\n';
    expect(ownFindings(id, database, managedCluster('shop'))).toEqual([
      'error ocm/cluster-name 3:38 the MariaDB orders is in the namespace shop, which the hub has for the cluster of that name',
    ]);
  });

  test('reports the namespace of a cluster that a PlacementPolicy names', () => {
    const database =
      'apiVersion: kubedb.com/v1\nkind: Postgres\nmetadata: { name: ledger, namespace: ams }\n';
    expect(ownFindings(id, database, placementPolicy('ams'))).toEqual([
      'error ocm/cluster-name 3:38 the Postgres ledger is in the namespace ams, which the hub has for the cluster of that name',
    ]);
  });

  test.each(['a', 'fra-1', '1', 'f'.repeat(63), 'kube', 'cluster1'])('is content with %s', (name) => {
    expect(ownFindings(id, managedCluster(name))).toEqual([]);
  });
});

function renamed(name: string): string {
  return goodTopology.replaceAll(/\bams\b/g, name);
}

describe('ocm/cluster-name of a member', () => {
  test.each([
    ['default', 'cluster-default'],
    ['kubedb', 'cluster-kubedb'],
    ['kube-ams', 'ams'],
    ['kubeslice-kube-ams', 'ams'],
    ['kubeslice-default', 'cluster-default'],
    ['open-cluster-management', 'cluster-1'],
    ['open-cluster-management-hub', 'hub'],
  ])('reports the member %s', (name, better) => {
    expect(findingsOf(renamed(name))).toEqual([
      `error ocm/cluster-name 12:11 a member of the slice cannot be called ${name}, a system namespace of the hub`,
    ]);
    expect(fixesOf(renamed(name))).toEqual([`choose another name, in OCM as well, such as ${better}`]);
  });

  test.each(['kubeams', 'kubeslice', 'default-1', 'kubedb-1'])('is content with %s', (name) => {
    expect(findingsOf(renamed(name))).toEqual([]);
  });

  test('reports a member called like the namespace of a database', () => {
    expect(findingsOf(renamed('shop'))).toEqual([
      'error ocm/cluster-name 12:11 the member shop is called like the namespace of orders',
    ]);
    expect(relatedOf(renamed('shop'))).toEqual([['21:16 the same namespace']]);
    expect(fixesOf(renamed('shop'))).toEqual([
      'choose another name for one of the two, such as shop-db for the namespace',
    ]);
  });

  const till = (cluster: string): string => `  - name: till
    namespace: ams
    provider: statefulset
    engine: mariadb
    placement: [{ cluster: ${cluster}, replicas: 1 }]
    rootPasswordSecret: { name: till-root }
    storage: { size: 1Gi }
`;

  test('counts the namespaces of other providers on the hub only', () => {
    expect(findingsOf(goodTopology + till('fra'))[0]).toBe(
      'error ocm/cluster-name 12:11 the member ams is called like the namespace of till',
    );
    expect(findingsOf(goodTopology + till('ams')).filter((finding) => finding.startsWith('error'))).toEqual(
      [],
    );
  });

  test('is content with any name off the slice', () => {
    const text = change(goodTopology, 'slice:\n', '  - name: default\n    distribution: k3s\nslice:\n');
    expect(findingsOf(text)).toEqual([]);
  });

  test('reports a member that is called like a namespace of another file', () => {
    const first = change(
      goodTopology,
      '  subnet: 10.7.0.0/16\n',
      '  subnet: 10.7.0.0/16\n  namespaces: [shop, ams, kubedb]\n',
    );
    const second = change(
      change(
        change(first, 'metadata:\n  name: shop', 'metadata:\n  name: mall'),
        'slice:\n  name: shop\n',
        'slice:\n  name: shop\n  project: shop\n  clusters: [fra]\n',
      ),
      '- name: orders\n    namespace: shop',
      '- name: carts\n    namespace: ams',
    );
    const local = change(
      second,
      'replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]',
      'replicas: 3',
    );
    const found = programFindingsOf({ 'a.yaml': change(first, 'ams, kubedb]', 'kubedb]'), 'b.yaml': local });
    expect(found.filter((each) => each.includes('cluster-name'))).toEqual([
      'error ocm/cluster-name b.yaml:24:16 the member ams is called like the namespace of carts',
    ]);
  });
});
