import { expect, test } from 'vitest';
import { foundBy, foundIn, hubObject, topologyWith } from './testing.js';

const id = 'slice/node-ips';
const found = (list: string) => foundBy(id, hubObject('Cluster', `{ nodeIPs: ${list} }`));

test('what is no address is refused', () => {
  expect(found('["", 10.0.0.256, node-1, 10.0.0.1/24]')).toEqual([
    'error 4:19 an empty text is no address of a node',
    'error 4:23 10.0.0.256 is no address of a node',
    'error 4:35 node-1 is no address of a node',
    'error 4:43 10.0.0.1/24 is no address of a node',
  ]);
  expect(foundIn(id, topologyWith({ ams: '    nodeIPs: [203.0.113.10, "1:2"]\n' }))).toEqual([
    'error 16:29 1:2 is no address of a node',
  ]);
});

test('what no other cluster reaches is no address to give them', () => {
  expect(found('[127.0.0.1, "fe80::1", 0.0.0.0]')).toEqual([
    'error 4:19 127.0.0.1 is a loopback address: no other cluster reaches a node there',
    'error 4:30 fe80::1 is a link-local address: no other cluster reaches a node there',
    'error 4:41 0.0.0.0 is the unspecified address: no other cluster reaches a node there',
  ]);
  expect(foundIn(id, topologyWith({ fra: '    nodeIPs: [169.254.10.1]\n' }))).toEqual([
    'error 12:15 169.254.10.1 is a link-local address: no other cluster reaches a node there',
  ]);
});

test('private and public addresses are right', () => {
  expect(found('[10.0.0.1, 203.0.113.10, "fd00::1"]')).toEqual([]);
  expect(found('[]')).toEqual([]);
  expect(foundIn(id, topologyWith({ ams: '    nodeIPs: [10.0.0.1, "2001:db8::1"]\n' }))).toEqual([]);
});
