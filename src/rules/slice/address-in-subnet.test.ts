import { expect, test } from 'vitest';
import { change, relatedOf } from '../testing.js';
import { foundBy, foundIn, hubObject, sliceConfig, topologyWith } from './testing.js';

const id = 'slice/address-in-subnet';

test('machines inside the subnet', () => {
  const text = change(
    topologyWith({ ams: '    nodeIPs: [203.0.113.9, 10.7.1.4]\n' }),
    '10.2.0.56',
    '10.7.0.1',
  );
  expect(foundIn(id, text)).toEqual([
    'warning 19:11 the slice subnet 10.7.0.0/16 holds the API server of fra and 1 more',
  ]);
  expect(relatedOf(text)).toEqual([['9:16 the API server of fra', '16:28 the node address 10.7.1.4 of ams']]);
});

test('machines beside it, names, and IPv6', () => {
  expect(foundIn(id, topologyWith({ ams: '    nodeIPs: [10.8.0.1, "fd00::1"]\n' }))).toEqual([]);
  expect(foundIn(id, change(topologyWith({}), '10.2.0.56', 'hub.example.com'))).toEqual([]);
});

test('node addresses of Clusters', () => {
  const cluster = (address: string): string => hubObject('Cluster', `{ nodeIPs: [${address}] }`);
  expect(foundBy(id, cluster('10.7.3.4'), sliceConfig())).toEqual([
    'warning 12:16 the slice subnet 10.7.0.0/16 holds the node address 10.7.3.4 of fra',
  ]);
  expect(foundBy(id, cluster('10.8.3.4'), sliceConfig())).toEqual([]);
  expect(
    foundBy(id, cluster('10.7.3.4'), sliceConfig({ overlayNetworkDeploymentMode: 'no-network' })),
  ).toEqual([]);
});
