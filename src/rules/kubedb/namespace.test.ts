import { describe, expect, test } from 'vitest';
import { change, database, findingsOf, fixesOf, goodTopology } from '../testing.js';
import {
  databaseManifest,
  findingsBy,
  fixesBy,
  placedBy,
  policyManifest,
  together,
} from './objects.testing.js';

describe('kubedb/namespace', () => {
  test('reports a distributed database where it cannot be', () => {
    expect(
      findingsBy('kubedb/namespace', databaseManifest(placedBy('orders'), { namespace: 'kube-system' })),
    ).toEqual(['error kubedb/namespace 5:14 orders is in kube-system, a namespace of Kubernetes']);
    expect(
      findingsBy(
        'kubedb/namespace',
        databaseManifest(placedBy('orders'), { namespace: 'open-cluster-management-hub', kind: 'Postgres' }),
      ),
    ).toEqual([
      'error kubedb/namespace 5:14 orders is in open-cluster-management-hub, a namespace of Open Cluster Management',
    ]);
    expect(
      fixesBy('kubedb/namespace', databaseManifest(placedBy('orders'), { namespace: 'kube-system' })),
    ).toEqual(['give the database a namespace of its own']);
  });

  test('is content elsewhere, and on a single cluster', () => {
    expect(
      findingsBy(
        'kubedb/namespace',
        together(databaseManifest(placedBy('orders')), policyManifest('orders')),
      ),
    ).toEqual([]);
    expect(findingsBy('kubedb/namespace', databaseManifest({}, { namespace: 'kube-system' }))).toEqual([]);
  });
});

describe('kubedb/namespace in a topology', () => {
  const own = (text: string): string[] =>
    findingsOf(text).filter((each) => each.includes(' kubedb/namespace '));

  test.each([
    ['kubeslice-shop', 'KubeSlice'],
    ['kubeslice-nsm-webhook-system', 'KubeSlice'],
    ['kube-databases', 'Kubernetes'],
  ])('reports databases in %s, once', (namespace, owner) => {
    const text = change(goodTopology, '    namespace: shop', `    namespace: ${namespace}`);
    expect(own(text + database({ name: 'ledger', namespace }))).toEqual([
      `error kubedb/namespace 21:16 orders is in ${namespace}, a namespace of ${owner}`,
    ]);
  });

  test.each([
    ['kube-system', 'kube-system, a namespace of Kubernetes'],
    ['istio-system', 'istio-system, which KubeSlice keeps off every slice'],
  ])('is the only finding about %s', (namespace, said) => {
    expect(findingsOf(change(goodTopology, '    namespace: shop', `    namespace: ${namespace}`))).toEqual([
      `error kubedb/namespace 21:16 orders is in ${said}`,
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
      'error kubedb/namespace 18:16 orders is in kube-system, a namespace of Kubernetes',
    ]);
    expect(fixesOf(named('open-cluster-management-agent'))).toEqual([
      'give the database a namespace of its own',
    ]);
    for (const namespace of ['kubedb', 'default', 'kubernetes', 'shop'])
      expect(findingsOf(named(namespace))).toEqual([]);
  });
});
