import { expect, test } from 'vitest';
import { operatorTopology } from '../change-topologies.testing.js';
import { change, changeFindingsOf } from '../testing.js';

function found(before: string, after: string): string[] {
  return changeFindingsOf(before, after).filter((each) => each.includes('mariadb-operator/database-gone'));
}

test('says what is wrong, and where', () => {
  expect(found(operatorTopology, change(operatorTopology, 'name: orders\n', 'name: sales\n'))).toEqual([
    'warning mariadb-operator/database-gone 7:5 orders on fra would go, and shop/sales would start empty in its place',
  ]);
  expect(found(operatorTopology, change(operatorTopology, 'namespace: shop', 'namespace: store'))).toEqual([
    'warning mariadb-operator/database-gone 7:5 orders on fra would go, and store/orders would start empty in its place',
  ]);
  expect(
    found(
      `${operatorTopology}  - { name: other, namespace: shop, provider: mariadb-operator, engine: mariadb, version: "11.8.8", placement: [{ cluster: fra, replicas: 3 }], rootPasswordSecret: { name: other-root }, storage: { size: 9Gi } }\n`,
      operatorTopology,
    ),
  ).toEqual([
    'warning mariadb-operator/database-gone 6:1 the servers of other on fra go, and their volumes stay behind',
  ]);
});

test('says nothing of what is another matter', () => {
  expect(found(operatorTopology, change(operatorTopology, 'replicas: 3 }', 'replicas: 5 }'))).toEqual([]);
});
