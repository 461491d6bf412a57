import { expect, test } from 'vitest';
import { foundInChange, topologyWith } from '../change-cases.testing.js';
import { change, goodTopology } from '../testing.js';

const id = 'slice/registration-changed';

test('the interface', () => {
  expect(
    foundInChange(
      id,
      goodTopology,
      change(
        goodTopology,
        'k3s\n    networkInterface: eth0\n    kubesliceDNS: 10.43.0.101',
        'k3s\n    networkInterface: ens5\n    kubesliceDNS: 10.43.0.101',
      ),
    ),
  ).toEqual(['warning 14:23 the interface of Cluster ams was eth0 and would be ens5']);
});

test('the addresses', () => {
  expect(
    foundInChange(
      id,
      topologyWith({ ams: '    nodeIPs: [203.0.113.5]\n' }),
      topologyWith({ ams: '    nodeIPs: [203.0.113.6]\n' }),
    ),
  ).toEqual(['warning 16:14 the addresses of Cluster ams were [203.0.113.5] and would be [203.0.113.6]']);
});

test('addresses that the worker found itself', () => {
  expect(foundInChange(id, goodTopology, topologyWith({ ams: '    nodeIPs: [203.0.113.6]\n' }))).toEqual([
    'warning 16:14 the addresses of Cluster ams were not set and would be [203.0.113.6]',
  ]);
});

test('in another order', () => {
  expect(
    foundInChange(
      id,
      topologyWith({ ams: '    nodeIPs: [203.0.113.5, 203.0.113.6]\n' }),
      topologyWith({ ams: '    nodeIPs: [203.0.113.6, 203.0.113.5]\n' }),
    ),
  ).toEqual([]);
});

test('a new location', () => {
  expect(
    foundInChange(id, goodTopology, topologyWith({ ams: '    location: { latitude: 52, longitude: 5 }\n' })),
  ).toEqual([]);
});
