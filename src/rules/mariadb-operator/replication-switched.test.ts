import { expect, test } from 'vitest';
import { operatorTopology } from '../change-topologies.testing.js';
import { change, changeFindingsOf } from '../testing.js';

function found(before: string, after: string): string[] {
  return changeFindingsOf(before, after).filter((each) =>
    each.includes('mariadb-operator/replication-switched'),
  );
}

test('says what is wrong, and where', () => {
  expect(found(operatorTopology, `${operatorTopology}    replication: primary-replica\n`)).toEqual([
    'warning mariadb-operator/replication-switched 32:18 orders is a Galera cluster and becomes a primary with replicas, on the volumes that are there',
  ]);
  expect(found(change(operatorTopology, 'replicas: 3 }]', 'replicas: 1 }]'), operatorTopology)).toEqual([
    'warning mariadb-operator/replication-switched 7:5 orders is a single server and becomes a Galera cluster, on the volumes that are there',
  ]);
  expect(found(operatorTopology, change(operatorTopology, 'replicas: 3 }]', 'replicas: 1 }]'))).toEqual([
    'warning mariadb-operator/replication-switched 7:5 orders is a Galera cluster and becomes a single server, on the volumes that are there',
  ]);
});

test('says nothing of what is another matter', () => {
  expect(found(operatorTopology, change(operatorTopology, 'replicas: 3 }', 'replicas: 5 }'))).toEqual([]);
});
