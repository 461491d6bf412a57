import { expect, test } from 'vitest';
import { foundInChange, lon, par, topologyWith } from '../change-cases.testing.js';

const id = 'slice/namespace-joins';

test('two', () => {
  expect(
    foundInChange(
      id,
      topologyWith({ slice: '  namespaces: [shop, kubedb]\n' }),
      topologyWith({ slice: '  namespaces: [shop, kubedb, tools, jobs]\n' }),
    ),
  ).toEqual(['info 19:15 tools and jobs join SliceConfig shop']);
});

test('all members with one that comes', () => {
  expect(
    foundInChange(
      id,
      topologyWith({ more: par + lon, slice: '  clusters: [fra, ams]\n' }),
      topologyWith({ more: par + lon, slice: '  clusters: [fra, ams, par]\n' }),
    ),
  ).toEqual([]);
});
