import { describe, expect, test } from 'vitest';
import { ManifestSet, readManifests } from '../../manifests/index.js';
import { addressesPerSlot, namesOfSliceConfigs, slotsOf } from './slice-names.js';

describe('the slots of a slice', () => {
  test.each([
    [2, 2, 32768],
    [3, 4, 16384],
    [4, 4, 16384],
    [5, 8, 8192],
    [8, 8, 8192],
    [9, 16, 4096],
    [16, 16, 4096],
    [17, 32, 2048],
    [32, 32, 2048],
  ])('%i clusters take %i slots of %i addresses', (clusters, slots, addresses) => {
    expect(slotsOf(clusters)).toBe(slots);
    expect(addressesPerSlot(clusters)).toBe(addresses);
  });
});

test('a SliceConfig of any shape can be looked at', () => {
  const content = `apiVersion: controller.kubeslice.io/v1alpha1
kind: SliceConfig
metadata: { name: shop }
spec: { clusters: [fra, 3, "", ams], maxClusters: many }
`;
  const { manifests } = readManifests({ name: 'm', content });
  const [slice] = namesOfSliceConfigs(new ManifestSet(manifests));
  expect(slice).toMatchObject({
    name: 'shop',
    maxClusters: 16,
    subnet: undefined,
    gateway: 'OpenVPN',
    network: true,
  });
  expect(slice?.members.map(({ name }) => name)).toEqual(['fra', 'ams']);
});
