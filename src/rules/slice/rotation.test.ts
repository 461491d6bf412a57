import { expect, test } from 'vitest';
import { foundInChange, foundInManifests, sliceManifest, topologyWith } from '../change-cases.testing.js';
import { goodTopology } from '../testing.js';

const id = 'slice/rotation';

test('another interval', () => {
  expect(foundInChange(id, goodTopology, topologyWith({ slice: '  rotationInterval: 45\n' }))).toEqual([
    'info 19:21 the keys of SliceConfig shop were renewed every 30 days and will be every 45',
  ]);
});

test('the default, said', () => {
  expect(foundInChange(id, goodTopology, topologyWith({ slice: '  rotationInterval: 30\n' }))).toEqual([]);
});

test('the default of the CRD', () => {
  expect(foundInManifests(id, sliceManifest(), sliceManifest({ rotationInterval: '30' }))).toEqual([]);
});
