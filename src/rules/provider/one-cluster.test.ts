import { describe, expect, test } from 'vitest';
import { operatorTopology, siteTopology } from '../sites.testing.js';
import { change, findingsOf, fixesOf } from '../testing.js';

const id = 'provider/one-cluster';

/** On two clusters; the second stands at 22:18. */
const onTwo = (text: string, east = '  - { name: east, distribution: rke2 }\n'): string =>
  change(
    change(text, 'databases:\n', `${east}databases:\n`),
    'replicas: 3\n',
    'replicas: 3\n      - cluster: east\n        replicas: 3\n',
  );

describe(id, () => {
  test('reports replicas on a second cluster', () => {
    expect(findingsOf(onTwo(siteTopology))).toEqual([
      `error ${id} 20:18 wiki has replicas on west and east, and statefulset runs it on one cluster`,
    ]);
    expect(fixesOf(onTwo(siteTopology))).toEqual([
      'put all replicas on one cluster; for databases that know nothing of each other, write an entry for each cluster, or make the clusters a fleet',
    ]);
    expect(findingsOf(onTwo(operatorTopology))).toEqual([
      `error ${id} 20:18 wiki has replicas on west and east, and mariadb-operator runs it on one cluster`,
    ]);
    expect(fixesOf(onTwo(operatorTopology))[0]).toMatch(/^join them with mariadbOperator.multiCluster; /);
  });

  test('reports a fleet beside a cluster, and lets fleets stand side by side', () => {
    const east = '  - { name: east, distribution: rke2, fleet: "east-{1..3}" }\n';
    expect(findingsOf(onTwo(operatorTopology, east))).toHaveLength(1);
    const fleets = change(
      onTwo(operatorTopology, east),
      '- name: west\n',
      '- name: west\n    fleet: west-{1..3}\n',
    );
    expect(findingsOf(fleets)).toEqual([]);
  });

  test('leaves the members of several clusters alone', () => {
    const text = `${onTwo(operatorTopology)}    mariadbOperator:
      multiCluster:
        primary: west
        replicationPasswordSecret: { name: wiki-replication }
        members: [{ cluster: west, host: a.example.com }, { cluster: east, host: b.example.com }]
`;
    expect(findingsOf(text).filter((each) => each.includes(id))).toEqual([]);
  });
});
