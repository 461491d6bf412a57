import { expect, test } from 'vitest';
import { foundBy, hubObject, sliceConfig } from './testing.js';

const id = 'slice/export-config';
const exported = (spec: string, namespace?: string) =>
  hubObject('ServiceExportConfig', `{ serviceName: db, ${spec} }`, 'db-shop-fra', namespace);

test('a slice that the project does not have', () => {
  expect(foundBy(id, sliceConfig(), exported('sliceName: other, sourceCluster: fra'))).toEqual([
    'error 16:37 the ServiceExportConfig db-shop-fra names the slice other, and none here is called so in kubeslice-shop',
  ]);
  expect(
    foundBy(id, sliceConfig(), exported('sliceName: shop, sourceCluster: fra', 'kubeslice-other')),
  ).toEqual([
    'error 16:37 the ServiceExportConfig db-shop-fra names the slice shop, and none here is called so in kubeslice-other',
  ]);
});

test('clusters that are not on the slice', () => {
  expect(
    foundBy(
      id,
      sliceConfig(),
      exported(
        'sliceName: shop, sourceCluster: par, serviceDiscoveryEndpoints: [{ cluster: par }, { cluster: fra }, { cluster: rom }]',
      ),
    ),
  ).toEqual([
    'error 16:58 the ServiceExportConfig db-shop-fra names par, which is not on the slice shop',
    'error 16:138 the ServiceExportConfig db-shop-fra names rom, which is not on the slice shop',
  ]);
});

test('members, and slices that are not here', () => {
  expect(
    foundBy(
      id,
      sliceConfig(),
      exported('sliceName: shop, sourceCluster: fra, serviceDiscoveryEndpoints: [{ cluster: ams }]'),
    ),
  ).toEqual([]);
  expect(foundBy(id, exported('sliceName: other, sourceCluster: fra'))).toEqual([]);
});
