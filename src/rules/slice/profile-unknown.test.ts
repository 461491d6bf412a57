import { expect, test } from 'vitest';
import { foundBy, hubObject, sliceConfig } from './testing.js';

const id = 'slice/profile-unknown';
const gold = hubObject('SliceQoSConfig', '{}', 'gold');

test('a profile that is not in the project', () => {
  expect(foundBy(id, gold, sliceConfig({ standardQosProfileName: 'gould' }))).toEqual([
    'error 16:27 none of the SliceQoSConfigs here is called gould and lies in kubeslice-shop',
  ]);
  expect(
    foundBy(
      id,
      hubObject('SliceQoSConfig', '{}', 'gold', 'kubeslice-other'),
      sliceConfig({ standardQosProfileName: 'gold' }),
    ),
  ).toEqual(['error 16:27 none of the SliceQoSConfigs here is called gold and lies in kubeslice-shop']);
});

test('one that is, the one that is always, and one of which nothing is known', () => {
  expect(foundBy(id, gold, sliceConfig({ standardQosProfileName: 'gold' }))).toEqual([]);
  expect(foundBy(id, gold, sliceConfig())).toEqual([]);
  expect(foundBy(id, sliceConfig({ standardQosProfileName: 'gold' }))).toEqual([]);
});
