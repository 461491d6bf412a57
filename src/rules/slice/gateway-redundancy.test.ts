import { expect, test } from 'vitest';
import { change, database } from '../testing.js';
import { foundIn, topologyWith } from './testing.js';

const id = 'slice/gateway-redundancy';
const single = topologyWith({ ams: '    gatewayNodes: [n1]\n', fra: '    gatewayNodes: [n1, n2]\n' });
const survive = (text: string, what: string) => change(text, 'survive: none', `survive: ${what}`);

test('one node carries what is to survive the loss of one', () => {
  expect(foundIn(id, survive(single, 'node'))).toEqual([
    'info 17:20 all tunnels of ams are on n1, and orders is to survive the loss of a node',
  ]);
  expect(
    foundIn(
      id,
      survive(single, 'zone') + database({ name: 'ledger' }).replace('survive: none', 'survive: node'),
    ),
  ).toEqual(['info 17:20 all tunnels of ams are on n1, and orders is to survive the loss of a zone']);
});

test('nothing is asked, the whole cluster may go, or there are two nodes', () => {
  expect(foundIn(id, single)).toEqual([]);
  expect(foundIn(id, survive(single, 'cluster'))).toEqual([]);
  expect(foundIn(id, survive(topologyWith({ ams: '    gatewayNodes: [n1, n2]\n' }), 'node'))).toEqual([]);
});

test('nothing goes through a tunnel of one cluster', () => {
  const alone = change(
    survive(single, 'node'),
    'replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]',
    'replicas: 3',
  );
  expect(foundIn(id, alone)).toEqual([]);
});
