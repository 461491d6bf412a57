import { describe, expect, test } from 'vitest';
import { besideTopology, changes } from '../programs.testing.js';
import { goodTopology, programFindingsOf } from '../testing.js';

const beside = (...pieces: readonly (readonly [string, string])[]): string[] =>
  programFindingsOf({ 'a.yaml': goodTopology, 'b.yaml': changes(besideTopology, ...pieces) });

describe('program/slice-differs', () => {
  test('reports all that differs together', () => {
    expect(beside(['subnet: 10.7.0.0/16', 'subnet: 10.8.0.0/16\n  maxClusters: 4'])).toEqual([
      'error program/slice-differs b.yaml:19:3 the slice shop has other subnet and maxClusters here than in a.yaml',
    ]);
  });

  test('reports namespaces that follow from the databases', () => {
    expect(beside(['namespace: shop', 'namespace: mall'])).toEqual([
      'error program/slice-differs b.yaml:17:9 the slice shop has other namespaces here than in a.yaml',
    ]);
  });

  test('reports service accounts of one project that differ', () => {
    expect(
      beside(['  project: shop\n', '  project: shop\n  serviceAccounts: { readOnly: [looker] }\n']),
    ).toEqual([
      'error program/slice-differs b.yaml:19:3 the project shop has other serviceAccounts here than in a.yaml',
    ]);
  });

  test('is content with what is the same without being said', () => {
    expect(
      beside(['subnet: 10.7.0.0/16', 'subnet: 10.7.0.0/16\n  maxClusters: 16\n  namespaces: [shop, kubedb]']),
    ).toEqual([]);
    expect(
      beside(['  project: shop\n', '  project: shop\n  serviceAccounts: { readWrite: [admin] }\n']),
    ).toEqual([]);
  });
});
