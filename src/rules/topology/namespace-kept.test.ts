import { expect, test } from 'vitest';
import { foundInChange, par, topologyWith } from '../change-cases.testing.js';
import { database, goodTopology } from '../testing.js';

const id = 'topology/namespace-kept';

test('that of a database that goes', () => {
  expect(
    foundInChange(id, goodTopology + database({ name: 'bills', namespace: 'bills' }), goodTopology),
  ).toEqual(['info 19:1 Namespace bills leaves the output and stays on ams and 1 more']);
});

test('of a cluster that goes it is not told', () => {
  expect(
    foundInChange(
      id,
      topologyWith({ more: par, slice: '  clusters: [fra, ams, par]\n' }),
      topologyWith({ slice: '  clusters: [fra, ams]\n' }),
    ),
  ).toEqual([]);
});
