import { expect, test } from 'vitest';
import { foundInChange, par, topologyWith } from '../change-cases.testing.js';
import { goodTopology } from '../testing.js';

const id = 'topology/cluster-removed';

test('one', () => {
  expect(
    foundInChange(
      id,
      topologyWith({ more: par, slice: '  clusters: [fra, ams, par]\n' }),
      topologyWith({ slice: '  clusters: [fra, ams]\n' }),
    ),
  ).toEqual(['warning 5:1 par goes from the output, with 3 objects']);
});

test('one that had no object', () => {
  expect(foundInChange(id, topologyWith({ more: par }), goodTopology)).toEqual([]);
});

test('one with another name is told as that', () => {
  expect(
    foundInChange(
      id,
      topologyWith({ more: par, slice: '  clusters: [fra, ams, par]\n' }),
      topologyWith({ more: par.replace('par', 'cdg'), slice: '  clusters: [fra, ams, cdg]\n' }),
    ),
  ).toEqual([]);
});
