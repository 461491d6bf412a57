import { expect, test } from 'vitest';
import { foundBy, foundIn, sliceConfig, topologyWith } from './testing.js';

const id = 'slice/cipher-unused';
const openvpn = '{ sliceGatewayType: OpenVPN, sliceCaType: Local }';

test('a cipher with WireGuard', () => {
  expect(foundIn(id, topologyWith({ slice: '  cipher: AES-128-CBC\n' }))).toEqual([
    'info 19:11 the cipher AES-128-CBC has no effect: the tunnels are WireGuard',
  ]);
  expect(
    foundIn(id, topologyWith({ slice: '  cipher: AES-256-CBC\n  gateway: { type: wireguard }\n' })),
  ).toEqual(['info 19:11 the cipher AES-256-CBC has no effect: the tunnels are WireGuard']);
  expect(foundBy(id, sliceConfig({ vpnConfig: '{ cipher: AES-128-CBC }' }))).toEqual([
    'info 12:24 the cipher AES-128-CBC has no effect: the tunnels are WireGuard',
  ]);
});

test('with OpenVPN, and what KubeSlice writes itself', () => {
  expect(
    foundIn(id, topologyWith({ slice: '  cipher: AES-128-CBC\n  gateway: { type: openvpn }\n' })),
  ).toEqual([]);
  expect(foundBy(id, sliceConfig({ vpnConfig: '{ cipher: AES-256-CBC }' }))).toEqual([]);
  expect(
    foundBy(id, sliceConfig({ vpnConfig: '{ cipher: AES-128-CBC }', sliceGatewayProvider: openvpn })),
  ).toEqual([]);
});
