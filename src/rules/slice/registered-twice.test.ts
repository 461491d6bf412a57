import { expect, test } from 'vitest';
import { foundBy, hubObject } from './testing.js';

const id = 'slice/registered-twice';

test('one cluster in two projects', () => {
  expect(
    foundBy(id, hubObject('Cluster', '{}'), hubObject('Cluster', '{}', 'fra', 'kubeslice-other')),
  ).toEqual(['warning 8:35 the Cluster fra is registered in kubeslice-shop and in kubeslice-other']);
});

test('one cluster in one project', () => {
  expect(
    foundBy(
      id,
      hubObject('Cluster', '{}'),
      hubObject('Cluster', '{}'),
      hubObject('Cluster', '{}', 'ams', 'kubeslice-other'),
    ),
  ).toEqual([]);
});
