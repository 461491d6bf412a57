import { expect, test } from 'vitest';
import {
  databaseManifest,
  findingsOfRule,
  policyManifest,
  sliceManifest,
  together,
} from './policy.testing.js';

const id = 'placement/namespace-joined';
const joined = (namespaces: string, ...more: string[]): string[] =>
  findingsOfRule(
    id,
    together(databaseManifest(), policyManifest(), sliceManifest('[fra, ams, par]', namespaces), ...more),
  );

test('reports a namespace that does not join', () => {
  const finding = `error ${id} 5:14 orders is in shop, which is no application namespace of the slice shop`;
  expect(joined('[{ namespace: bank, clusters: ["*"] }]')).toEqual([finding]);
  expect(joined('[]')).toEqual([finding]);
});

test('reports the clusters on which it does not join', () => {
  expect(joined('[{ namespace: shop, clusters: [fra] }]')).toEqual([
    `error ${id} 5:14 orders is in shop, which does not join the slice shop on ams and par`,
  ]);
});

test('reports a namespace once', () => {
  const other = databaseManifest(3, '', 'Postgres').replace('name: orders', 'name: ledger');
  expect(joined('[]', other)).toHaveLength(1);
});

test('is content when it joins everywhere, and on the clusters of the policy', () => {
  expect(joined('[{ namespace: shop, clusters: ["*"] }]')).toEqual([]);
  expect(joined('[{ namespace: shop, clusters: [fra, ams] }, { namespace: shop, clusters: [par] }]')).toEqual(
    [],
  );
  expect(findingsOfRule(id, together(databaseManifest(), policyManifest()))).toEqual([]);
});
