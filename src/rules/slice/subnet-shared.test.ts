import { describe, expect, test } from 'vitest';
import { besideTopology, changes, otherTopology } from '../programs.testing.js';
import { goodTopology, manifestFindingsOf, programFindingsOf } from '../testing.js';

const own = (files: Readonly<Record<string, string>>): string[] =>
  programFindingsOf(files).filter((each) => each.includes(' slice/subnet-shared '));

describe('slice/subnet-shared', () => {
  const second = changes(besideTopology, ['slice:\n  name: shop\n', 'slice:\n  name: mall\n']);

  test('reports two slices with one subnet on the same clusters', () => {
    expect(own({ 'a.yaml': goodTopology, 'b.yaml': second })).toEqual([
      'warning slice/subnet-shared b.yaml:19:11 the slices shop and mall share the subnet 10.7.0.0/16, and fra and 1 more are on both',
    ]);
  });

  test('is content with subnets apart, and with clusters apart', () => {
    expect(own({ 'a.yaml': goodTopology, 'b.yaml': changes(second, ['10.7.0.0', '10.8.0.0']) })).toEqual([]);
    expect(own({ 'a.yaml': goodTopology, 'b.yaml': otherTopology })).toEqual([]);
  });

  test('looks at the SliceConfigs of a namespace', () => {
    const slice = (name: string, clusters: string, namespace = 'kubeslice-shop'): string =>
      `apiVersion: controller.kubeslice.io/v1alpha1
kind: SliceConfig
metadata: { name: ${name}, namespace: ${namespace} }
spec: { sliceSubnet: 10.7.0.0/16, clusters: [${clusters}] }
---
`;
    const found = (text: string): string[] =>
      manifestFindingsOf(text).filter((each) => each.includes(' slice/subnet-shared '));
    expect(found(slice('shop', 'fra, ams') + slice('mall', 'ams, osl'))).toEqual([
      'warning slice/subnet-shared 9:22 the slices shop and mall share the subnet 10.7.0.0/16, and ams is on both',
    ]);
    expect(found(slice('shop', 'fra, ams') + slice('mall', 'osl'))).toEqual([]);
    expect(found(slice('shop', 'fra') + slice('mall', 'fra', 'kubeslice-mall'))).toEqual([]);
  });
});
