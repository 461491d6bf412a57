import { expect, test } from 'vitest';
import { foundBy, hubObject, sliceConfig } from './testing.js';

const id = 'slice/key-rotation';

test('a rotation of no slice, or of another', () => {
  expect(foundBy(id, hubObject('VpnKeyRotation', '{ rotationCount: 1 }', 'shop'))).toEqual([
    'error 4:1 the VpnKeyRotation shop names no slice',
  ]);
  expect(foundBy(id, hubObject('VpnKeyRotation', '{ sliceName: shop }', 'shop-keys'))).toEqual([
    'error 4:20 the VpnKeyRotation shop-keys is for the slice shop',
  ]);
  expect(foundBy(id, sliceConfig(), hubObject('VpnKeyRotation', '{ sliceName: other }', 'other'))).toEqual([
    'error 16:20 the VpnKeyRotation other is for a slice that no SliceConfig here makes in kubeslice-shop',
  ]);
});

test('one of its slice', () => {
  expect(foundBy(id, sliceConfig(), hubObject('VpnKeyRotation', '{ sliceName: shop }', 'shop'))).toEqual([]);
  expect(foundBy(id, hubObject('VpnKeyRotation', '{ sliceName: shop }', 'shop'))).toEqual([]);
});
