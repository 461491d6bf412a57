import { expect, test } from 'vitest';
import { change, fixesOf, goodTopology, relatedOf } from '../testing.js';
import { foundIn, topologyWith } from './testing.js';

const id = 'slice/api-server';
const at = (url: string) => change(goodTopology, 'https://10.2.0.56:6443', url);

test.each([
  ['https://127.0.0.1:6443', 'members do not reach the hub at 127.0.0.1, a loopback address'],
  ['https://localhost:6443', 'members do not reach the hub at localhost, which is each one itself'],
  ['https://[::1]:6443', 'members do not reach the hub at ::1, a loopback address'],
  ['https://0.0.0.0:6443', 'members do not reach the hub at 0.0.0.0, the unspecified address'],
  [
    'https://kubernetes.default.svc',
    'members do not reach the hub at kubernetes.default.svc, a name inside the cluster',
  ],
  [
    'https://api.kube-system.svc.cluster.local',
    'members do not reach the hub at api.kube-system.svc.cluster.local, a name inside the cluster',
  ],
  ['https://10.2.0.356:6443', '10.2.0.356 is neither an address nor a name'],
  ['https://[1:2]:6443', '1:2 is neither an address nor a name'],
  ['https://10.2.0.56:64430', undefined],
  ['https://10.2.0.56:66443', 'there is no port 66443'],
  ['https://k8s.fra.example.com', undefined],
  ['https://[fd00::1]:6443/api', undefined],
])('%s', (url, message) => {
  expect(foundIn(id, at(url))).toEqual(message === undefined ? [] : [`error 9:16 ${message}`]);
});

test('an address of the hub’s services', () => {
  const text = change(
    topologyWith({ fra: '    serviceCIDRs: [10.43.0.0/16]\n    podCIDRs: [10.42.0.0/16]\n' }),
    '10.2.0.56',
    '10.43.0.1',
  );
  expect(foundIn(id, text)).toEqual([
    'error 9:16 members do not reach the hub at 10.43.0.1, an address of its services',
  ]);
  expect(relatedOf(text)).toEqual([['12:5 known inside the hub alone']]);
  expect(foundIn(id, text.replace('https://10.43.0.1', 'https://10.42.0.1'))).toEqual([]);
});

test('a kind cluster gets its own advice', () => {
  const text = change(
    at('https://127.0.0.1:40123'),
    '    hub: true\n    distribution: k3s',
    '    hub: true\n    distribution: kind',
  );
  expect(fixesOf(text)[0]).toEqual(
    'write the address of the control plane’s container, which the other kind clusters reach: https://<address>:6443',
  );
});

test('a cluster that is no hub may say what it likes', () => {
  expect(foundIn(id, topologyWith({ ams: '    apiServer: https://127.0.0.1:6443\n' }))).toEqual([]);
});
