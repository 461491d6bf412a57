import { describe, expect, test } from 'vitest';
import { change, findingsOf, fixesOf, goodTopology, relatedOf } from '../testing.js';

function renamed(name: string): string {
  return goodTopology.replaceAll(/\bams\b/g, name);
}

describe('topology/reserved-name', () => {
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
      `error topology/reserved-name 12:11 a member of the slice cannot be called ${name}, a system namespace of the hub`,
    ]);
    expect(fixesOf(renamed(name))).toEqual([`choose another name, in OCM as well, such as ${better}`]);
  });

  test.each(['kubeams', 'kubeslice', 'default-1', 'kubedb-1'])('is content with %s', (name) => {
    expect(findingsOf(renamed(name))).toEqual([]);
  });

  test('reports a member called like the namespace of a database', () => {
    expect(findingsOf(renamed('shop'))).toEqual([
      'error topology/reserved-name 12:11 the member shop is called like the namespace of orders',
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
    storage: { size: 1Gi }
`;

  test('counts the namespaces of other providers on the hub only', () => {
    expect(findingsOf(goodTopology + till('fra'))[0]).toBe(
      'error topology/reserved-name 12:11 the member ams is called like the namespace of till',
    );
    expect(findingsOf(goodTopology + till('ams')).filter((finding) => finding.startsWith('error'))).toEqual(
      [],
    );
  });

  test('is content with any name off the slice', () => {
    const text = change(goodTopology, 'slice:\n', '  - name: default\n    distribution: k3s\nslice:\n');
    expect(findingsOf(text)).toEqual([]);
  });
});
