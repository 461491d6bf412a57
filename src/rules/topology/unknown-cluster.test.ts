import { describe, expect, test } from 'vitest';
import { change, database, findingsOf, fixesOf, goodTopology, relatedOf } from '../testing.js';

describe('topology/unknown-cluster', () => {
  test('is content when every reference is declared', () => {
    expect(findingsOf(goodTopology)).toEqual([]);
  });

  test('reports a placement on a cluster that is not declared', () => {
    const text = change(goodTopology, '- cluster: ams', '- cluster: amsterdam');
    expect(findingsOf(text)).toEqual([
      'error topology/unknown-cluster 28:18 the placement of orders names the cluster amsterdam, which this topology does not declare',
    ]);
  });

  test('reports a member of the slice, a gateway service, a namespace and a link, each name once', () => {
    const text = `${change(
      goodTopology,
      '  subnet: 10.7.0.0/16\n',
      `  subnet: 10.7.0.0/16
  clusters: [fra, ams, oslo]
  gateway:
    services: [{ cluster: oslo }]
  namespaces: [shop, kubedb, { namespace: tools, clusters: [oslo] }]
`,
    )}links:\n  - between: [fra, oslo]\n`;
    expect(findingsOf(text)).toEqual([
      'error topology/unknown-cluster 19:24 the slice and 3 more places name the cluster oslo, which this topology does not declare',
    ]);
    expect(relatedOf(text)[0]).toEqual([
      '21:27 a gateway service',
      '22:61 the namespace tools',
      '37:20 a link',
    ]);
  });

  test('reports two names apart', () => {
    const text = change(goodTopology, '- cluster: ams', '- cluster: amsterdam');
    expect(findingsOf(`${text}links:\n  - between: [fra, amsterdam]\n  - between: [fra, oslo]\n`)).toEqual([
      'error topology/unknown-cluster 33:20 a link and 1 more place name the cluster amsterdam, which this topology does not declare',
      'error topology/unknown-cluster 34:20 a link names the cluster oslo, which this topology does not declare',
    ]);
  });

  test('reports one cluster of a fleet, and names the fleet', () => {
    const fleet = '  - { name: stores, distribution: k3s, fleet: "store-{001..050}" }\n';
    const text =
      change(goodTopology, 'slice:\n', `${fleet}slice:\n`) +
      change(
        database({ name: 'till', placement: '[{ cluster: store-003, replicas: 1 }]' }),
        'kubedb',
        'mariadb-operator',
      );
    expect(findingsOf(text)).toEqual([
      'error topology/unknown-cluster 38:28 the placement of till names store-003, which is one of the fleet stores and no entry of its own',
    ]);
    expect(fixesOf(text)).toEqual([
      'name stores for all of them, or take store-003 out of the fleet and make it an entry',
    ]);
  });
});
