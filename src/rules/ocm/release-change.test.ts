import { expect, test } from 'vitest';
import { foundInChange } from '../change-cases.testing.js';
import { goodTopology } from '../testing.js';

const id = 'ocm/release-change';

test('another release', () => {
  expect(
    foundInChange(
      id,
      `releases: { ocm: 1.1.1 }\n${goodTopology}`,
      `releases: { ocm: 1.2.0 }\n${goodTopology}`,
    ),
  ).toEqual(['info 1:18 OCM was v1.1.1 and becomes v1.2.0']);
});

test('one that clusteradm chose', () => {
  expect(foundInChange(id, goodTopology, `releases: { ocm: 1.2.0 }\n${goodTopology}`)).toEqual([
    'info 1:18 OCM was clusteradm’s own choice and becomes v1.2.0',
  ]);
});

test('in another spelling', () => {
  expect(
    foundInChange(
      id,
      `releases: { ocm: 1.2.0 }\n${goodTopology}`,
      `releases: { ocm: v1.2.0 }\n${goodTopology}`,
    ),
  ).toEqual([]);
});
