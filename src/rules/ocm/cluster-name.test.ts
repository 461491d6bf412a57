import { describe, expect, test } from 'vitest';
import { change, findingsOf, goodTopology, relatedOf } from '../testing.js';
import { managedCluster, ownFindings } from './testing.js';

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

  test('leaves the namespaces of databases to topology/reserved-name', () => {
    const text = goodTopology.replaceAll('namespace: shop', 'namespace: ams');
    expect(findingsOf(text).map((finding) => finding.split(' ')[1])).toEqual(['topology/reserved-name']);
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
      'error ocm/cluster-name 8:9 the ManagedCluster shop is called like the namespace of the MariaDB orders',
    ]);
  });

  test.each(['a', 'fra-1', '1', 'f'.repeat(63), 'kube', 'cluster1'])('is content with %s', (name) => {
    expect(ownFindings(id, managedCluster(name))).toEqual([]);
  });
});
