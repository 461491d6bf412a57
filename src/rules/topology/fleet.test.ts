import { describe, expect, test } from 'vitest';
import { operatorTopology } from '../sites.testing.js';
import { change, database, findingsOf, fixesOf, goodTopology, relatedOf } from '../testing.js';

/** A fleet in the place of the only cluster; its names stand at 7:12, more fields at 8:5. */
const withFleet = (names: string, ...fields: readonly string[]): string =>
  change(
    change(
      operatorTopology,
      '- name: west\n',
      `- name: west\n    fleet: ${names}\n${fields.map((field) => `    ${field}\n`).join('')}`,
    ),
    'replicas: 3',
    'replicas: 1',
  );

const clusters = (entries: string): string => change(goodTopology, 'slice:\n', `${entries}slice:\n`);

describe('topology/fleet', () => {
  test.each([['store-{001..050}'], ['store-{50..1}'], ['[oslo, bergen]'], ['"{1..3}"']])(
    'is content with %s',
    (names) => {
      expect(findingsOf(withFleet(names))).toEqual([]);
    },
  );

  test('reports names that no cluster can have', () => {
    expect(findingsOf(withFleet('store-{001..050}-'))).toEqual([
      'error topology/fleet 7:12 the fleet west names store-001- and 49 more like it, which no cluster can be called',
    ]);
    expect(findingsOf(withFleet(`${'s'.repeat(60)}-{1..100}`))).toEqual([
      `error topology/fleet 7:12 the fleet west names ${'s'.repeat(40)}…, which no cluster can be called`,
    ]);
  });

  test('reports more clusters than a fleet may have', () => {
    expect(findingsOf(withFleet('store-{1..5001}'))).toEqual([
      'error topology/fleet 7:12 the fleet west has more than 5000 clusters',
    ]);
    expect(findingsOf(withFleet('store-{1..999999}'))).toHaveLength(1);
  });

  test('reports a pattern that counts nothing', () => {
    expect(findingsOf(withFleet('stores'))).toEqual([
      'error topology/fleet 7:12 the fleet west is the one cluster stores',
    ]);
    expect(findingsOf(withFleet('store-{7..7}'))).toHaveLength(1);
    expect(findingsOf(withFleet('[oslo]'))).toEqual([]);
  });

  test('reports what many clusters cannot share, once', () => {
    const text = withFleet('store-{001..050}', 'nodeIPs: [10.0.0.1]', 'kubesliceDNS: 10.43.0.100');
    expect(findingsOf(text)).toEqual([
      'error topology/fleet 8:5 the clusters of the fleet west cannot share nodeIPs and 1 more',
    ]);
    expect(relatedOf(text)).toEqual([['9:5 kubesliceDNS']]);
    const context = withFleet('store-{001..050}', 'context: stores');
    expect(findingsOf(context)).toEqual([
      'error topology/fleet 8:5 the clusters of the fleet west cannot share context',
    ]);
    expect(fixesOf(context)).toEqual(['remove it: the context of each cluster is its name']);
    expect(findingsOf(withFleet('store-{001..050}', 'hub: false', 'podCIDRs: [10.42.0.0/16]'))).toEqual([]);
  });

  test('reports a fleet where one cluster is meant, once', () => {
    const fleet = '  - { name: stores, distribution: k3s, fleet: "store-{1..3}" }\n';
    const text = change(
      clusters(fleet),
      '  subnet: 10.7.0.0/16\n',
      '  subnet: 10.7.0.0/16\n  clusters: [fra, ams, stores]\n',
    );
    const own = (found: string): string[] =>
      findingsOf(found).filter((each) => each.includes(' topology/fleet '));
    expect(own(`${text}links: [{ between: [fra, stores], rtt: 7ms }]\n`)).toEqual([
      'error topology/fleet 20:24 the slice and 1 more place name the fleet stores, where a single cluster is meant',
    ]);
    expect(
      own(clusters(fleet) + database({ name: 'carts', placement: '[{ cluster: stores, replicas: 3 }]' })),
    ).toEqual([
      'error topology/fleet 38:28 the placement of carts names the fleet stores, where a single cluster is meant',
    ]);
  });

  test('reports a fleet among the members of several clusters', () => {
    const text = `${withFleet('store-{1..3}')}    mariadbOperator:
      multiCluster:
        primary: west
        replicationPasswordSecret: { name: wiki-replication }
        members: [{ cluster: west, host: a.example.com }, { cluster: east, host: b.example.com }]
`;
    expect(findingsOf(text).filter((each) => each.includes(' topology/fleet '))).toEqual([
      'error topology/fleet 27:30 a member of wiki names the fleet west, where a single cluster is meant',
    ]);
  });
});
