import { expect, test } from 'vitest';
import { foundInChange, lon, par, topologyWith } from '../change-cases.testing.js';

const id = 'slice/member-order';

test('the same members', () => {
  expect(
    foundInChange(
      id,
      topologyWith({ more: par + lon, slice: '  clusters: [fra, ams, par]\n' }),
      topologyWith({ more: par + lon, slice: '  clusters: [par, fra, ams]\n' }),
    ),
  ).toEqual([
    'info 27:13 the members of SliceConfig shop stand in another order, par, fra and ams, and keep their subnets',
  ]);
});

test('one that goes leaves the others as they were', () => {
  expect(
    foundInChange(
      id,
      topologyWith({ more: par + lon, slice: '  clusters: [fra, par, ams]\n' }),
      topologyWith({ more: par + lon, slice: '  clusters: [fra, ams]\n' }),
    ),
  ).toEqual([]);
});

test('one that comes, too', () => {
  expect(
    foundInChange(
      id,
      topologyWith({ more: par + lon, slice: '  clusters: [fra, ams]\n' }),
      topologyWith({ more: par + lon, slice: '  clusters: [fra, par, ams]\n' }),
    ),
  ).toEqual([]);
});
