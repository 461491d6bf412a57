import { expect, test } from 'vitest';
import { foundInChange, par, topologyWith } from '../change-cases.testing.js';
import { change, goodTopology } from '../testing.js';

const id = 'dns/forwarding-ends';

test('an address that is taken out', () => {
  expect(
    foundInChange(id, goodTopology, change(goodTopology, '    kubesliceDNS: 10.43.0.101\n', '')),
  ).toEqual([
    'warning 12:5 nothing forwards slice.local on ams any more, where ConfigMap coredns-custom did to 10.43.0.101',
  ]);
});

test('a cluster that leaves the slice', () => {
  expect(
    foundInChange(
      id,
      topologyWith({ more: par, slice: '  clusters: [fra, ams, par]\n' }),
      topologyWith({ more: par, slice: '  clusters: [fra, ams]\n' }),
    ),
  ).toEqual([]);
});

test('another distribution', () => {
  expect(
    foundInChange(
      id,
      goodTopology,
      change(goodTopology, '  - name: ams\n    distribution: k3s', '  - name: ams\n    distribution: gke'),
    ),
  ).toEqual([]);
});
