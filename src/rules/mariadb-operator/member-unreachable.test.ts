import { expect, test } from 'vitest';
import { lines, operatorTopology } from '../sites.testing.js';
import { change, findingsOf } from '../testing.js';

const text =
  change(
    change(operatorTopology, 'databases:\n', '  - { name: east, distribution: aks }\ndatabases:\n'),
    'replicas: 3\n',
    'replicas: 3\n      - { cluster: east, replicas: 3 }\n',
  ) +
  lines(
    'mariadbOperator:',
    '  multiCluster:',
    '    primary: west',
    '    replicationPasswordSecret: { name: wiki-replication }',
    '    members: [{ cluster: west, host: a.example.com }, { cluster: east, host: b.example.com }]',
  );
const own = (found: string): string[] =>
  findingsOf(found, true).filter((each) => each.includes(' mariadb-operator/member-unreachable '));

test('members whose services stay inside', () => {
  expect(own(text)).toEqual([
    'info mariadb-operator/member-unreachable 28:9 wiki is followed at a.example.com and 1 more, and its services have no address outside their clusters',
  ]);
});

test('members behind a load balancer, and databases on one cluster', () => {
  expect(own(text + lines('service: { exposure: internal-load-balancer }'))).toEqual([]);
  expect(own(operatorTopology)).toEqual([]);
});
