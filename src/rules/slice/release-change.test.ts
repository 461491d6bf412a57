import { expect, test } from 'vitest';
import { foundInChange, withoutSlice } from '../change-cases.testing.js';
import { goodTopology } from '../testing.js';

const id = 'slice/release-change';

test('another release', () => {
  expect(
    foundInChange(
      id,
      `releases: { kubeslice: v2026.1.15 }\n${goodTopology}`,
      `releases: { kubeslice: v2026.2.16 }\n${goodTopology}`,
    ),
  ).toEqual(['warning 1:24 KubeSlice was v2026.1.15 and becomes v2026.2.16, on the hub and 2 members']);
});

test('the same in another spelling', () => {
  expect(
    foundInChange(
      id,
      `releases: { kubeslice: v2026.1.15 }\n${goodTopology}`,
      `releases: { kubeslice: "2026.1.15" }\n${goodTopology}`,
    ),
  ).toEqual([]);
});

test('with a new slice', () => {
  expect(
    foundInChange(
      id,
      `releases: { kubeslice: v2026.1.15 }\n${withoutSlice}`,
      `releases: { kubeslice: v2026.2.16 }\n${goodTopology}`,
    ),
  ).toEqual([]);
});
