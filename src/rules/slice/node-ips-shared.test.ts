import { expect, test } from 'vitest';
import { foundBy, foundIn, hubObject, topologyWith } from './testing.js';

const id = 'slice/node-ips-shared';

test('two members at one address', () => {
  expect(
    foundIn(
      id,
      topologyWith({
        fra: '    nodeIPs: [203.0.113.9, 203.0.113.10]\n',
        ams: '    nodeIPs: [203.0.113.10]\n',
      }),
    ),
  ).toEqual(['warning 17:15 ams and fra have the same node address 203.0.113.10']);
  expect(
    foundBy(
      id,
      hubObject('Cluster', '{ nodeIPs: [10.0.0.1] }'),
      hubObject('Cluster', '{ nodeIPs: [10.0.0.1] }', 'ams'),
    ),
  ).toEqual(['warning 9:19 ams and fra have the same node address 10.0.0.1']);
});

test('one member may say an address twice, and each has its own', () => {
  expect(
    foundIn(
      id,
      topologyWith({
        fra: '    nodeIPs: [203.0.113.9, 203.0.113.9]\n',
        ams: '    nodeIPs: [203.0.113.10]\n',
      }),
    ),
  ).toEqual([]);
  expect(
    foundBy(id, hubObject('Cluster', '{ nodeIPs: [""] }'), hubObject('Cluster', '{ nodeIPs: [""] }', 'ams')),
  ).toEqual([]);
});
