import { expect, test } from 'vitest';
import { foundInChange, topologyWith, withoutSlice } from '../change-cases.testing.js';
import { goodTopology } from '../testing.js';

const id = 'slice/made';

test('a new slice', () => {
  expect(foundInChange(id, withoutSlice, goodTopology)).toEqual([
    'info 16:1 SliceConfig shop is made with 10.7.0.0/16 and room for 16 members, of which it has 2, for good',
  ]);
});

test('one that changes', () => {
  expect(foundInChange(id, goodTopology, topologyWith({ slice: '  rotationInterval: 45\n' }))).toEqual([]);
});
