import { expect, test } from 'vitest';
import { alone, edited, five, more, postgres, type TopologyEdit } from '../database-edits.testing.js';
import { changeFindingsOf } from '../testing.js';

type Case = readonly [
  what: string,
  before: readonly TopologyEdit[],
  after: readonly TopologyEdit[],
  expected: readonly string[],
];

test.each<Case>([
  [
    'another name',
    [],
    [['name: orders', 'name: sales']],
    ['warning provider/another-database 20:11 shop/orders becomes shop/sales: a new database without data'],
  ],
  [
    'another namespace',
    [],
    [['namespace: shop', 'namespace: store']],
    ['warning provider/another-database 20:11 shop/orders becomes store/orders: a new database without data'],
  ],
  [
    'another engine',
    [],
    [...postgres],
    [
      'warning provider/another-database 23:13 orders is a Postgres now, not a MariaDB: a new database without data',
    ],
  ],
  [
    'another provider',
    [...alone(3)],
    [
      ...alone(3),
      ['provider: kubedb', 'provider: mariadb-operator'],
      ['    version: "11.8.5"\n', ''],
      more('rootPasswordSecret: { name: orders-root }'),
    ],
    [
      'warning provider/another-database 12:15 orders goes from kubedb to mariadb-operator: a new database without data',
    ],
  ],
  [
    'another home',
    [...alone(1)],
    [...alone(1), ['  - name: fra\n', '  - name: ber\n'], ['cluster: fra', 'cluster: ber']],
    [
      'warning provider/another-database 15:5 shop/orders goes from cluster fra to ber: a new database without data',
    ],
  ],
  ['not other values', [], [...five], []],
])('%s', (_what, before, after, expected) => {
  const found = changeFindingsOf(edited(before), edited(after));
  expect(found.filter((each) => each.includes('provider/another-database'))).toEqual(expected);
});
