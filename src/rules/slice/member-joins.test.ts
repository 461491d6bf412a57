import { expect, test } from 'vitest';
import { foundInChange, lon, par, topologyWith, withoutSlice } from '../change-cases.testing.js';
import { goodTopology } from '../testing.js';

const id = 'slice/member-joins';

test('one', () => {
  expect(
    foundInChange(
      id,
      topologyWith({ more: par + lon, slice: '  clusters: [fra, ams]\n' }),
      topologyWith({ more: par + lon, slice: '  clusters: [fra, ams, par]\n' }),
    ),
  ).toEqual(['info 27:13 par joins SliceConfig shop, for which every member must be registered and healthy']);
});

test('two', () => {
  expect(
    foundInChange(
      id,
      topologyWith({ more: par + lon, slice: '  clusters: [fra, ams]\n' }),
      topologyWith({ more: par + lon, slice: '  clusters: [fra, ams, par, lon]\n' }),
    ),
  ).toEqual([
    'info 27:13 par and lon join SliceConfig shop, for which every member must be registered and healthy',
  ]);
});

test('of a new slice it is not told', () => {
  expect(foundInChange(id, withoutSlice, goodTopology)).toEqual([]);
});

test('nor together with one that leaves', () => {
  expect(
    foundInChange(
      id,
      topologyWith({ more: par + lon, slice: '  clusters: [fra, ams, par]\n' }),
      topologyWith({ more: par + lon, slice: '  clusters: [fra, ams, lon]\n' }),
    ),
  ).toEqual([]);
});
