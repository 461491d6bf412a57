import { expect, test } from 'vitest';
import { foundBy, hubObject, objectOf } from './testing.js';

const id = 'slice/controller-owned';

test.each(['WorkerSliceConfig', 'WorkerSliceGateway', 'WorkerServiceImport', 'WorkerSliceGwRecycler'])(
  '%s',
  (kind) => {
    expect(foundBy(id, objectOf('worker.kubeslice.io/v1alpha1', kind, '{ name: a }', '{}'))).toEqual([
      `warning 2:7 the ${kind} a is one that KubeSlice writes itself`,
    ]);
  },
);

test.each(['Slice', 'SliceGateway', 'ServiceImport'])('%s', (kind) => {
  expect(foundBy(id, objectOf('networking.kubeslice.io/v1beta1', kind, '{ name: a }', '{}'))).toEqual([
    `warning 2:7 the ${kind} a is one that KubeSlice writes itself`,
  ]);
});

test('VpnKeyRotation, ServiceExportConfig', () => {
  expect(
    foundBy(
      id,
      hubObject('ServiceExportConfig', '{}', 'a'),
      hubObject('VpnKeyRotation', '{ sliceName: shop }', 'shop'),
    ),
  ).toEqual([
    'warning 2:7 the ServiceExportConfig a is one that KubeSlice writes itself',
    'warning 7:7 the VpnKeyRotation shop is one that KubeSlice writes itself',
  ]);
});

test('what people write, and what another rule refuses', () => {
  expect(
    foundBy(
      id,
      hubObject('Cluster', '{}'),
      objectOf('networking.kubeslice.io/v1beta1', 'ServiceExport', '{ name: a }', '{}'),
    ),
  ).toEqual([]);
  expect(foundBy(id, hubObject('VpnKeyRotation', '{ sliceName: other }', 'shop'))).toEqual([]);
});
