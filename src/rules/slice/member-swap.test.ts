import { expect, test } from 'vitest';
import { foundInChange, lon, par, topologyWith } from '../change-cases.testing.js';

const id = 'slice/member-swap';

test('one for another', () => {
  expect(
    foundInChange(
      id,
      topologyWith({ more: par + lon, slice: '  clusters: [fra, ams, par]\n' }),
      topologyWith({ more: par + lon, slice: '  clusters: [fra, ams, lon]\n' }),
    ),
  ).toEqual(['warning 27:13 par leaves SliceConfig shop in the change in which lon joins']);
});

test('one that leaves', () => {
  expect(
    foundInChange(
      id,
      topologyWith({ more: par + lon, slice: '  clusters: [fra, ams, par]\n' }),
      topologyWith({ more: par + lon, slice: '  clusters: [fra, ams]\n' }),
    ),
  ).toEqual([]);
});

test('one that comes', () => {
  expect(
    foundInChange(
      id,
      topologyWith({ more: par + lon, slice: '  clusters: [fra, ams]\n' }),
      topologyWith({ more: par + lon, slice: '  clusters: [fra, ams, par]\n' }),
    ),
  ).toEqual([]);
});
