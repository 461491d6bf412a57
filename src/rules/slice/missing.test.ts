import { describe, expect, test } from 'vitest';
import { change, database, findingsOf, fixesOf, goodTopology, relatedOf } from '../testing.js';

const withoutSlice = change(goodTopology, 'slice:\n  name: shop\n  subnet: 10.7.0.0/16\n', '');

describe('slice/missing', () => {
  test('reports a database over two clusters and writes the slice', () => {
    expect(findingsOf(withoutSlice)).toEqual([
      'error slice/missing 25:18 orders is placed on fra and ams, but the topology has no slice',
    ]);
    expect(relatedOf(withoutSlice)).toEqual([['23:18 the first']]);
    expect(fixesOf(withoutSlice)).toEqual([
      'add at the top level: slice: { name: shop, subnet: 10.1.0.0/16 }',
    ]);
  });

  test('reports it once for several databases', () => {
    expect(findingsOf(withoutSlice + database({ name: 'ledger' }))).toEqual([
      'error slice/missing 25:18 orders is placed on fra and ams, but the topology has no slice',
    ]);
  });

  test('proposes a free subnet and a short name', () => {
    const text = change(
      change(withoutSlice, 'metadata:\n  name: shop', 'metadata:\n  name: a-very-long-program'),
      '    kubesliceDNS: 10.43.0.101\n',
      '    kubesliceDNS: 10.43.0.101\n    podCIDRs: [10.0.0.0/14]\n',
    );
    expect(fixesOf(text)).toEqual(['add at the top level: slice: { name: databases, subnet: 10.4.0.0/16 }']);
  });

  test('proposes no subnet where none is free', () => {
    const text = change(
      withoutSlice,
      '    kubesliceDNS: 10.43.0.101\n',
      '    kubesliceDNS: 10.43.0.101\n    podCIDRs: [0.0.0.0/0]\n',
    );
    expect(fixesOf(text)).toEqual(['add at the top level: slice: { name: shop, subnet: a private /16 }']);
  });

  test('counts many clusters', () => {
    const more = ['a', 'b', 'c'].map((name) => `  - name: ${name}\n    distribution: k3s\n`).join('');
    const placed = ['a', 'b', 'c'].map((name) => `      - { cluster: ${name}, replicas: 1 }\n`).join('');
    const text = change(
      change(withoutSlice, 'databases:\n', `${more}databases:\n`),
      '    survive: none\n',
      `${placed}    survive: none\n`,
    );
    expect(findingsOf(text)).toEqual([
      'error slice/missing 31:18 orders is placed on 5 clusters, but the topology has no slice',
    ]);
  });

  test('leaves a cluster that is not declared to its own rule', () => {
    const text = change(withoutSlice, '- cluster: ams', '- cluster: fraa');
    expect(findingsOf(text)).toEqual([
      'error topology/unknown-cluster 25:18 the placement of orders names the cluster fraa, which this topology does not declare',
    ]);
  });

  test('is content with one cluster', () => {
    const text = change(
      withoutSlice,
      'replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]',
      'replicas: 3',
    );
    expect(findingsOf(text)).toEqual([]);
  });

  test('is content with several clusters of another provider', () => {
    const text = change(withoutSlice, 'provider: kubedb', 'provider: mariadb-operator');
    expect(findingsOf(text).filter((finding) => finding.includes(' slice/missing '))).toEqual([]);
  });
});
