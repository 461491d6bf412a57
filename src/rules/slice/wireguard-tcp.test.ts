import { expect, test } from 'vitest';
import { foundBy, foundIn, sliceConfig, topologyWith } from './testing.js';

const id = 'slice/wireguard-tcp';
const provider = (type: string, protocol: string) =>
  sliceConfig({
    sliceGatewayProvider: `{ sliceGatewayType: ${type}, sliceCaType: Local, sliceGatewayServiceType: [{ cluster: fra, type: NodePort, protocol: ${protocol} }] }`,
  });
const gateway = (fields: string) => foundIn(id, topologyWith({ slice: `  gateway: { ${fields} }\n` }));

test('TCP with WireGuard', () => {
  expect(gateway('services: [{ cluster: fra, protocol: UDP }, { cluster: ams, protocol: TCP }]')).toEqual([
    'warning 19:84 the gateway of ams is reached over TCP, and the tunnels are WireGuard',
  ]);
  expect(gateway('type: wireguard, services: [{ cluster: ams, protocol: TCP }]')).toEqual([
    'warning 19:68 the gateway of ams is reached over TCP, and the tunnels are WireGuard',
  ]);
  expect(foundBy(id, provider('Wireguard', 'TCP'))).toEqual([
    'warning 9:144 the gateway of fra is reached over TCP, and the tunnels are WireGuard',
  ]);
});

test('UDP, or OpenVPN', () => {
  expect(gateway('services: [{ cluster: fra, type: LoadBalancer }]')).toEqual([]);
  expect(gateway('type: openvpn, services: [{ cluster: ams, protocol: TCP }]')).toEqual([]);
  expect(foundBy(id, provider('Wireguard', 'UDP'), provider('OpenVPN', 'TCP'))).toEqual([]);
});
