import { expect, test } from 'vitest';
import { foundInChange, topologyWith, withoutSlice } from '../change-cases.testing.js';
import { change, goodTopology } from '../testing.js';

const id = 'slice/gone';

test('a slice with its databases', () => {
  expect(foundInChange(id, goodTopology, withoutSlice)).toEqual([
    'warning 1:1 SliceConfig shop goes, and the network between its 2 members',
  ]);
});

test('one that databases stay on is told by another rule', () => {
  expect(
    foundInChange(
      id,
      goodTopology,
      change(goodTopology, '  name: shop\n  subnet', '  name: store\n  subnet'),
    ),
  ).toEqual([]);
});

test('one that changes', () => {
  expect(foundInChange(id, goodTopology, topologyWith({ slice: '  rotationInterval: 45\n' }))).toEqual([]);
});
