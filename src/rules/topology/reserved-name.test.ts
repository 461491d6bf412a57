import { describe, expect, test } from 'vitest';
import {
  change,
  database,
  findingsOf,
  fixesOf,
  goodTopology,
  programFindingsOf,
  relatedOf,
} from '../testing.js';

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

  const own = (text: string): string[] =>
    findingsOf(text).filter((each) => each.includes(' topology/reserved-name '));

  test.each([
    ['kubeslice-shop', 'KubeSlice'],
    ['kubeslice-nsm-webhook-system', 'KubeSlice'],
    ['kube-databases', 'Kubernetes'],
  ])('reports databases in %s, once', (namespace, owner) => {
    const text = change(goodTopology, '    namespace: shop', `    namespace: ${namespace}`);
    expect(own(text + database({ name: 'ledger', namespace }))).toEqual([
      `error topology/reserved-name 21:16 orders is in ${namespace}, a namespace of ${owner}`,
    ]);
  });

  test('leaves to slice/namespaces what cannot join', () => {
    expect(findingsOf(change(goodTopology, '    namespace: shop', '    namespace: kube-system'))).toEqual([
      'error slice/namespaces 21:16 the system namespace kube-system cannot join a slice',
    ]);
  });

  test('reports a database in a system namespace off the slice as well', () => {
    const text = change(
      change(goodTopology, 'slice:\n  name: shop\n  subnet: 10.7.0.0/16\n', ''),
      'replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]',
      'replicas: 3',
    );
    const named = (namespace: string): string =>
      change(text, '    namespace: shop', `    namespace: ${namespace}`);
    expect(findingsOf(named('kube-system'))).toEqual([
      'error topology/reserved-name 18:16 orders is in kube-system, a namespace of Kubernetes',
    ]);
    expect(fixesOf(named('open-cluster-management-agent'))).toEqual([
      'give the database a namespace of its own',
    ]);
    for (const namespace of ['kubedb', 'default', 'kubernetes', 'shop'])
      expect(findingsOf(named(namespace))).toEqual([]);
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
    expect(found.filter((each) => each.includes('reserved-name'))).toEqual([
      'error topology/reserved-name b.yaml:24:16 the member ams is called like the namespace of carts',
    ]);
  });
});
