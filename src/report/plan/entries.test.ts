import { describe, expect, test } from 'vitest';
import { change, goodTopology } from '../../rules/testing.js';
import { Entries } from './entries.js';
import { planReportOf, type TestProgram } from './testing.js';

const fleet = (names: string, memory: string) => `apiVersion: dbspan/v1alpha1
kind: Topology
metadata: { name: stores }
clusters:
  - { name: store, fleet: [${names}], distribution: k3s, storageClass: local-path, nodes: 1 }
databases:
  - name: till
    namespace: till
    provider: mariadb-operator
    engine: mariadb
    version: "11.8.8"
    placement: [{ cluster: store, replicas: 1 }]
    rootPasswordSecret: { name: till-root, key: password }
    storage: { size: 8Gi }
    resources: { memory: ${memory} }
`;

function entriesOf(before: TestProgram, after: TestProgram, least = 3): string[] {
  const entries = new Entries();
  for (const object of planReportOf(before, after).change.objects) entries.add(object);
  return entries
    .list(least)
    .map(({ happening, kind, names, clusters, count, other }) =>
      [happening, kind, names.join(' '), 'on', clusters.join(' '), count, other].filter(Boolean).join(' '),
    );
}

describe('objects that change alike', () => {
  test('are one entry from so many clusters on', () => {
    const [before, after] = [{ t: fleet('a1, a2, a10', '512Mi') }, { t: fleet('a1, a2, a10', '1Gi') }];
    expect(entriesOf(before, after)).toEqual(['changed MariaDB till/till on a1 a2 a10 3']);
    expect(entriesOf(before, after, 4)).toEqual([
      'changed MariaDB till/till on a1 1',
      'changed MariaDB till/till on a2 1',
      'changed MariaDB till/till on a10 1',
    ]);
  });

  test('are told by their old name where they have another', () => {
    const after = change(goodTopology, 'name: orders', 'name: purchases');
    expect(entriesOf({ t: goodTopology }, { t: after })).toEqual([
      'renamed PlacementPolicy shop-purchases on fra 1 shop-orders',
      'renamed MariaDB shop/purchases on fra 1 shop/orders',
    ]);
  });
});
