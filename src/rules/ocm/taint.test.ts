import { describe, expect, test } from 'vitest';
import { managedCluster, ownFindings } from './testing.js';

const id = 'ocm/taint';

describe('ocm/taint', () => {
  test('reports a time', () => {
    const taints = 'taints:\n  - key: edge\n    effect: NoSelect\n    timeAdded: "2026-05-01T00:00:00Z"\n';
    expect(ownFindings(id, managedCluster('ams', taints))).toEqual([
      'error ocm/taint 10:7 the taint edge of the ManagedCluster ams says timeAdded, which only the hub may set',
    ]);
  });

  test('reports two taints of one key, whatever their effects and values', () => {
    const taints =
      'taints:\n  - { key: edge, value: a, effect: NoSelect }\n  - { key: edge, value: b, effect: NoSelectIfNew }\n';
    expect(ownFindings(id, managedCluster('ams', taints))).toEqual([
      'error ocm/taint 9:14 the ManagedCluster ams has two taints with the key edge',
    ]);
  });

  test('is content with taints of two keys, of two clusters, and with an empty time', () => {
    const taints =
      'taints: [{ key: edge, effect: NoSelect, timeAdded: null }, { key: core, effect: NoSelect }]\n';
    expect(ownFindings(id, managedCluster('ams', taints), managedCluster('fra', taints))).toEqual([]);
  });
});
