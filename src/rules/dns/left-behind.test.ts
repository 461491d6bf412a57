import { expect, test } from 'vitest';
import { foundInChange, par, topologyWith } from '../change-cases.testing.js';
import { change, goodTopology } from '../testing.js';

const id = 'dns/left-behind';

test('another distribution', () => {
  expect(
    foundInChange(
      id,
      goodTopology,
      change(goodTopology, '  - name: ams\n    distribution: k3s', '  - name: ams\n    distribution: gke'),
    ),
  ).toEqual([
    'warning 13:19 ConfigMap coredns-custom on ams keeps slice.local, which ConfigMap kube-dns forwards from now on',
  ]);
});

test('one with the same object', () => {
  expect(
    foundInChange(
      id,
      goodTopology,
      change(goodTopology, '  - name: ams\n    distribution: k3s', '  - name: ams\n    distribution: aks'),
    ),
  ).toEqual([]);
});

test('a cluster that comes', () => {
  expect(
    foundInChange(id, goodTopology, topologyWith({ more: par, slice: '  clusters: [fra, ams, par]\n' })),
  ).toEqual([]);
});
