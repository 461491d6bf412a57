import { expect, test } from 'vitest';
import { databaseManifest, findingsOfRule, policyManifest, together } from './policy.testing.js';

const id = 'placement/not-distributed';
const local = databaseManifest().replace('  distributed: true\n', '');

test.each([local, databaseManifest().replace('distributed: true', 'distributed: false')])(
  'reports a database whose policy is over clusters',
  (database) => {
    expect(findingsOfRule(id, together(database, policyManifest()))).toHaveLength(1);
  },
);

test('points at the name of the policy', () => {
  expect(findingsOfRule(id, together(local, policyManifest()))).toEqual([
    `warning ${id} 9:54 orders takes the PlacementPolicy shop-orders, which is over clusters, but is not distributed`,
  ]);
});

test('is content with distributed databases, with policies of one cluster, and with those elsewhere', () => {
  expect(findingsOfRule(id, together(databaseManifest(), policyManifest()))).toEqual([]);
  expect(findingsOfRule(id, local)).toEqual([]);
  const nodes = policyManifest().replace(
    / {2}clusterSpreadConstraint:[\s\S]*$/,
    '  nodeSpreadConstraint: {}\n',
  );
  expect(findingsOfRule(id, together(local, nodes))).toEqual([]);
});
