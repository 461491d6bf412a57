import { expect, test } from 'vitest';
import { foundInChange, lon, par, topologyWith } from '../change-cases.testing.js';

const id = 'topology/cluster-renamed';

test('one', () => {
  expect(
    foundInChange(
      id,
      topologyWith({ more: par, slice: '  clusters: [fra, ams, par]\n' }),
      topologyWith({ more: par.replace('par', 'cdg'), slice: '  clusters: [fra, ams, cdg]\n' }),
    ),
  ).toEqual(['warning 16:11 par becomes cdg, which is another cluster to everything that runs there']);
});

test('one that is replaced by another', () => {
  expect(
    foundInChange(
      id,
      topologyWith({ more: par, slice: '  clusters: [fra, ams, par]\n' }),
      topologyWith({ more: lon, slice: '  clusters: [fra, ams, lon]\n' }),
    ),
  ).toEqual([]);
});
