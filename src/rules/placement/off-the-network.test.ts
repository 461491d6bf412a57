import { expect, test } from 'vitest';
import {
  databaseManifest,
  findingsOfRule,
  policyManifest,
  sliceManifest,
  together,
} from './policy.testing.js';

const id = 'placement/off-the-network';
const templated = (metadata: string): string =>
  databaseManifest().replace('podTemplate: { spec', `podTemplate: { metadata: { ${metadata} }, spec`);

test('reports pods that are kept off the slice', () => {
  expect(findingsOfRule(id, templated('labels: { kubeslice.io/exclude: "true" }'))).toEqual([
    `error ${id} 10:40 the pods of orders carry the label that keeps them off the slice`,
  ]);
  expect(findingsOfRule(id, templated('annotations: { kubeslice.io/status: injected }'))).toEqual([
    `error ${id} 10:45 the pods of orders claim to be on the slice already`,
  ]);
});

test('reports a slice without a network, once', () => {
  const slice = `${sliceManifest()}  overlayNetworkDeploymentMode: no-network\n`;
  const other = databaseManifest().replace('name: orders', 'name: ledger');
  expect(findingsOfRule(id, together(slice, policyManifest(), databaseManifest(), other))).toEqual([
    `error ${id} 10:33 orders is on the slice shop, whose overlayNetworkDeploymentMode is no-network`,
  ]);
});

test('is content with other labels, with a single network, and with databases on one cluster', () => {
  expect(findingsOfRule(id, templated('labels: { kubeslice.io/exclude: "false" }'))).toEqual([]);
  const local = templated('labels: { kubeslice.io/exclude: "true" }').replace('  distributed: true\n', '');
  expect(findingsOfRule(id, local)).toEqual([]);
  const slice = `${sliceManifest()}  overlayNetworkDeploymentMode: single-network\n`;
  expect(findingsOfRule(id, together(slice, policyManifest(), databaseManifest()))).toEqual([]);
});
