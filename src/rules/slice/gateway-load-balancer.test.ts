import { expect, test } from 'vitest';
import { foundInChange, topologyWith } from '../change-cases.testing.js';

const id = 'slice/gateway-load-balancer';

test('a NodePort that becomes a LoadBalancer', () => {
  expect(
    foundInChange(
      id,
      topologyWith({
        ams: '    capabilities: { loadBalancer: true }\n',
        slice: '  gateway: { type: openvpn, services: [{ cluster: ams }] }\n',
      }),
      topologyWith({
        ams: '    capabilities: { loadBalancer: true }\n',
        slice: '  gateway: { type: openvpn, services: [{ cluster: ams, type: LoadBalancer }] }\n',
      }),
    ),
  ).toEqual(['info 20:29 the gateways of ams in SliceConfig shop become a LoadBalancer, and stay one']);
});

test('one that was one', () => {
  expect(
    foundInChange(
      id,
      topologyWith({
        ams: '    capabilities: { loadBalancer: true }\n',
        slice: '  gateway: { type: openvpn, services: [{ cluster: ams, type: LoadBalancer }] }\n',
      }),
      topologyWith({
        ams: '    capabilities: { loadBalancer: true }\n',
        slice:
          '  gateway: { type: openvpn, services: [{ cluster: fra }, { cluster: ams, type: LoadBalancer }] }\n',
      }),
    ),
  ).toEqual([]);
});
