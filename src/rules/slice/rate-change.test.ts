import { expect, test } from 'vitest';
import { foundInChange, topologyWith } from '../change-cases.testing.js';
import { goodTopology } from '../testing.js';

const id = 'slice/rate-change';

test('the ceiling', () => {
  expect(
    foundInChange(
      id,
      topologyWith({ slice: '  bandwidth: { ceiling: 1Gbps, guaranteed: 100Mbps }\n' }),
      topologyWith({ slice: '  bandwidth: { ceiling: 500Mbps, guaranteed: 100Mbps }\n' }),
    ),
  ).toEqual(['info 19:3 the ceiling of SliceConfig shop was 1 Gbit/s and becomes 500 Mbit/s']);
});

test('figures in place of the profile', () => {
  expect(
    foundInChange(id, goodTopology, topologyWith({ slice: '  bandwidth: { ceiling: 1Gbps }\n' })),
  ).toEqual([
    'info 19:3 SliceConfig shop is shaped by the profile default and will be by figures of its own',
  ]);
});

test('another profile', () => {
  expect(
    foundInChange(id, goodTopology, topologyWith({ slice: '  bandwidth: { profile: gold }\n' })),
  ).toEqual(['info 19:3 SliceConfig shop is shaped by the profile default and will be by the profile gold']);
});

test('the same figures', () => {
  expect(
    foundInChange(
      id,
      topologyWith({ slice: '  bandwidth: { ceiling: 1Gbps }\n' }),
      topologyWith({ slice: '  bandwidth: { ceiling: 1000Mbps, guaranteed: 100Mbps }\n' }),
    ),
  ).toEqual([]);
});
