import { expect, test } from 'vitest';
import { foundBy, hubObject, sliceConfig } from './testing.js';

const id = 'slice/pruned-field';

test('fields of other releases and in other places are dropped', () => {
  expect(
    foundBy(id, hubObject('Cluster', '{ networkInterface: eth0, clusterProperty: { nodeIPs: [10.0.0.1] } }')),
  ).toEqual([
    'warning 4:52 the Cluster fra has spec.clusterProperty.nodeIPs, a field that KubeSlice’s CRD lacks',
  ]);
  expect(foundBy(id, sliceConfig({ subnetSize: '24', topology: '{ type: hub-spoke }' }))).toEqual([
    'warning 12:3 the SliceConfig shop has spec.subnetSize, a field that KubeSlice’s CRD lacks',
    'warning 13:3 the SliceConfig shop has spec.topology, a field that KubeSlice’s CRD lacks',
  ]);
});

test('the fields there are are right', () => {
  expect(
    foundBy(id, hubObject('Cluster', '{ nodeIPs: [10.0.0.1], clusterProperty: {} }'), sliceConfig()),
  ).toEqual([]);
});
